"""A text as lines on pages: how wide a full line is, what repeats at the head of pages, what each line looks like."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from borderkg.corpus.furniture import of_wiki
from borderkg.corpus.grids.parted import with_parted_rows
from borderkg.corpus.grids.tagged import untagged
from borderkg.corpus.lines import (
    Line,
    Look,
    indents,
    is_wrapped,
    local_widths,
    look,
    split_lines,
    with_flattened_names,
    with_spaced_rows,
)
from borderkg.corpus.normaliser import fold, is_traditional, with_stops

TITLE_LINES: Final = 4
"""A running head that stands among the first lines is the title there."""


class Kind(Enum):
    HEADING = auto()
    PARAGRAPH = auto()
    TABLE = auto()
    ENTRY = auto()
    """所在地：珲春市: a line of a profile."""
    CAPTION = auto()
    NOTE = auto()
    """数据来源：… or 注：… under a table or figure."""
    FOOTNOTE = auto()
    ABSTRACT = auto()
    ASIDE = auto()
    """Running heads, page numbers, contents, foreign-language abstracts: nothing is read from them."""


@dataclass
class Page:
    """What deciding about one line needs to know of the others."""

    folded: str
    lines: list[Line]
    looks: list[Look]
    widths: list[float]
    wrapped: bool
    running: set[str]
    indents: bool = False
    """Whether every indented line begins a paragraph."""
    kinds: list[Kind | None] = field(default_factory=list)

    def fullness(self, i: int) -> float:
        """How far line `i` reaches towards the right margin; 0 where paragraphs are not broken into lines."""
        return self.lines[i].width / self.widths[i] if self.wrapped else 0.0

    def full(self, i: int) -> bool:
        """Whether line `i` reaches the right margin, so that its text may go on in the next."""
        return self.fullness(i) >= 0.8


PAGE_NUMBER: Final = re.compile(r"[-—·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—·•\s]*$")


def _running_heads(lines: Sequence[Line], looks: Sequence[Look]) -> set[str]:
    """Texts of running heads: repeated, and the title or next to a page number or at the top of a page; but not the words
    over the columns of a table."""
    rows = [
        kind is Look.ROW or (kind is Look.CELLS and " " in line.text) for line, kind in zip(lines, looks, strict=True)
    ]
    heading = {line.squeezed for line, below in zip(lines, rows[1:], strict=False) if below}
    counts = Counter(line.squeezed for line in lines if 6 <= len(line.squeezed) <= 50 and line.squeezed not in heading)
    heads = set()
    firsts = {line.squeezed for line in lines[:TITLE_LINES]}
    for i, line in enumerate(lines):
        if counts.get(line.squeezed, 0) < 2:
            continue
        near = lines[max(0, i - 1)], lines[min(len(lines) - 1, i + 1)]
        if line.squeezed in firsts or any(PAGE_NUMBER.match(other.text) for other in near if other is not line):
            heads.add(line.squeezed)
    return heads


def open_page(text: str) -> Page:
    folded = untagged(with_stops(fold(text, traditional=is_traditional(text))))
    lines = split_lines(folded, text)
    looks = with_parted_rows(lines, [look(line) for line in lines])
    looks = with_flattened_names(lines, with_spaced_rows(lines, looks))
    page = Page(
        folded,
        lines,
        looks,
        local_widths(lines, looks),
        is_wrapped(lines, looks),
        _running_heads(lines, looks),
        indents(lines),
    )
    page.kinds = [Kind.ASIDE if of_wiki(line.squeezed) else None for line in lines]
    return page
