"""Which lines of a page are tables: runs of cells and rows, and the short lines that belong to them."""

import re
from typing import Final

from borderkg.corpus.grids.heads import GOES_ON
from borderkg.corpus.headings import enumerator
from borderkg.corpus.lines import Line, Look, cells_of, is_cell, may_head
from borderkg.corpus.page import Page

_CAPTION: Final = re.compile(
    r"(?:续\s*)?([表图])\s*\d+(?:\s*[-—.]\s*\d+)*\s*(?:[:.、]\s*)?(?=\D)(?!\s*(?:所示|显示|可见|可知|可以|表明|反映|列出|给出|中(?![国俄蒙朝越老缅印尼哈吉塔巴欧亚东西部外])|为|是|和|与|看|[)]))"
)
UNIT: Final = re.compile(r"\(?\s*(?:计量|数字|数值|金额)?单\s*位\s*:")
NOTE: Final = re.compile(
    r"(?:数\s*据|资\s*料|图\s*表|表\s*格)\s*来\s*源\s*:|(?:附\s*)?注\s*(?:释)?\s*:|说\s*明\s*:|(?:计量)?单位:[^。]{1,12}。\S"
)

_BRACKETS: Final = re.compile(r"\([^()]*\)$")
"""表13 对外贸易(亿美元,万人次,%): units behind a caption."""


def is_caption(line: Line) -> bool:
    words = _BRACKETS.sub("", line.text.lstrip("#*_ "))
    return bool(_CAPTION.match(words)) and line.width <= 110 and not re.search(r"[。;!?]|,.*,", words)


def is_cellish(page: Page, i: int, row: int) -> bool:
    """A line that may be a table's header or row label; `row` is the nearest row of it."""
    line = page.lines[i]
    return (
        (
            page.looks[i] is Look.SHORT
            or (page.looks[i] is Look.PROSE and may_head(line, len(cells_of(page.lines[row].text))))
        )
        and not is_caption(line)
        and not NOTE.match(line.text)
        and not UNIT.match(line.text)
        and line.squeezed not in page.running
        and (enumerator(line.text) is None or is_cell(line.text.split()[0]))
    )


def find_tables(page: Page) -> list[tuple[int, int]]:
    """Ranges of lines that are tables: runs of cells and rows, with the short lines before them (and between)."""
    cores = [i for i, kind in enumerate(page.looks) if kind in (Look.CELLS, Look.ROW, Look.PIPES, Look.NAMES)]
    tables: list[tuple[int, int]] = []
    i = 0
    while i < len(cores):
        first = last = cores[i]
        i += 1
        while (
            i < len(cores)
            and cores[i] - last <= 16
            and all(is_cellish(page, k, last) for k in range(last + 1, cores[i]))
        ):
            last = cores[i]
            i += 1
        if _mass(page, first, last) < 4:
            continue
        named = page.looks[first] is Look.NAMES
        while (
            not named and first > 0 and is_cellish(page, first - 1, first) and (not tables or first - 1 > tables[-1][1])
        ):
            first -= 1
        if page.looks[last] is Look.ROW and last + 1 < len(page.lines) and GOES_ON.match(page.lines[last + 1].text):
            last += is_cellish(page, last + 1, last)
        while _wants_labels(page, first, last) and last + 1 < len(page.lines) and is_cellish(page, last + 1, last):
            last += 1
        if last > first:
            tables.append((first, last))
    return tables


def _wants_labels(page: Page, first: int, last: int) -> bool:
    """Whether a table of one cell a line has fewer labels before its first numbers than there are of these: the others
    stand behind."""
    numeric = [page.looks[i] is Look.CELLS for i in range(first, last + 1)]
    if any(len(cells_of(page.lines[i].text)) > 1 for i in range(first, last + 1)) or True not in numeric:
        return False
    before = numeric.index(True)
    after = numeric[before:]
    return before <= (after.index(False) if False in after else len(after))


def _mass(page: Page, first: int, last: int) -> int:
    """How many cells a run of lines holds; a Markdown or tabbed row counts two at least."""
    mass = 0
    for line, kind in zip(page.lines[first : last + 1], page.looks[first : last + 1], strict=True):
        if kind is Look.PIPES:
            mass += 3
        elif kind is Look.NAMES:
            mass += 1
        elif kind in (Look.CELLS, Look.ROW):
            mass += sum(is_cell(token) for token in cells_of(line.text))
    return mass
