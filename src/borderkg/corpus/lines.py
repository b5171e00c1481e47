"""Lines of a text as PDF extraction, Markdown or an editor leaves them, and what each looks like on its own.

Only the look of one line is judged here; `layout` decides from the neighbours what it is.
"""

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cache
from statistics import median
from typing import Final

TERMINAL: Final = "。!?;:…"
_CLOSERS: Final = "”’)》"
_TERMINATED: Final = re.compile(rf"[{TERMINAL}][{_CLOSERS}]*$")
_SENTENCE_END: Final = re.compile(rf"[。!?][{_CLOSERS}]*$")


@cache
def _columns(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@dataclass(slots=True, unsafe_hash=True)
class Line:
    """A line without its surrounding blanks; offsets count code points in the file."""

    start: int
    end: int
    text: str
    """Folded, as long as `end - start`."""
    column: int
    """The column of the page that it begins in."""
    blanks: int
    """Empty lines before it."""
    printed: str = ""
    """As it stands in the file, where that is not the folded text."""
    squeezed: str = field(init=False, compare=False)
    """The text without blanks."""
    width: int = field(init=False, compare=False)
    """Columns: a Han character takes two, blanks none (justified PDF text spreads them at will)."""

    def __post_init__(self) -> None:
        self.squeezed = "".join(self.text.split())
        self.width = sum(map(_columns, self.squeezed))

    @property
    def indented(self) -> bool:
        return self.column > 0

    def place(self, at: int) -> int:
        """The column of the page that a character of the text begins in."""
        return self.column + sum(map(_columns, (self.printed or self.text)[:at]))

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text))

    @property
    def terminated(self) -> bool:
        """Ends as a sentence or a clause before a list may end."""
        return bool(_TERMINATED.search(self.text))


def split_lines(folded: str, printed: str = "") -> list[Line]:
    """The lines of a folded text that hold more than blanks; `printed` is the text before it was folded."""
    lines = []
    blanks = position = 0
    for raw in re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", folded):
        stripped = raw.strip()
        if stripped:
            start = position + raw.index(stripped[0])
            end = start + len(stripped)
            column = sum(map(_columns, (printed or folded)[position:start]))
            lines.append(Line(start, end, stripped, column, blanks, printed[start:end]))
            blanks = 0
        else:
            blanks += 1
        position += len(raw) + (2 if folded.startswith("\r\n", position + len(raw)) else 1)
    return lines


_NUMBER: Final = r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_YEARS: Final = r"(?:19|20)\d\d\s?(?:年|(?:年?\s?[—~-]\s?(?:19|20)\d\d\s?年?))?"
_CELL: Final = re.compile(
    rf"(?:{_NUMBER}\s?(?:%|‰)?\s?\*{{0,3}}|\({_NUMBER}\)\*{{0,3}}|\[{_NUMBER}\]|[—-]{{1,2}}|\.\.\.|/|{_YEARS})$"
)
_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
_LATIN: Final = re.compile(r"[A-Za-z]{2,}")


class Look(Enum):
    """What a line looks like on its own."""

    CELLS = auto()
    """Nothing but numbers, dashes, years: cells of a flattened table."""
    ROW = auto()
    """A label and two or more cells."""
    PIPES = auto()
    """A row of a Markdown or tab-separated table."""
    CONTENTS = auto()
    """An entry of a table of contents."""
    NAMES = auto()
    """A cell of a table of names that was flattened to one cell a line."""
    SHORT = auto()
    """A few words without a stop: a cell, a heading, a name."""
    FOREIGN = auto()
    PROSE = auto()


YEAR_RANGE: Final = re.compile(r"(?<=\b(?:19|20)\d\d)(\s*)([—~])(\s*)(?=(?:19|20)\d\d(?![\d.]))")
"""Between two years: `1992— 2020`."""


def cells_of(text: str) -> list[str]:
    """The cells of a line, split at blanks; year ranges printed with a blank (`1992— 2020`) stay one."""
    return (YEAR_RANGE.sub(r"\2", text) if "—" in text or "~" in text else text).split()


def is_cell(token: str) -> bool:
    return bool(_CELL.match(token))


_EMPHASIS: Final = re.compile(r"</?(?:b|i|strong)>")
_LEADERS: Final = re.compile(r"(?=[.…·])(?:(?:\.\s?){4,}|…{2,}|·{4,})\s*\d*$")
_CLAUSE_MARK: Final = re.compile(r"[,。;]")
_STOP: Final = re.compile(r"[,。;!?:]")


BORDER: Final = re.compile(r"\+(?:[-=—]+\+)+$|\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*){2,}\|?$")
"""A line of a table drawn with characters, or between a header and its rows: :--|--:|---."""

STROKES: Final = re.compile(r"[-=—_]{3,}(?:\s+[-=—_]{3,})*$")
"""Strokes below a header, a column each."""


def look(line: Line) -> Look:
    """Judge a line by itself. What depends on neighbours is left to `layout`."""
    text = _EMPHASIS.sub("", line.text) if "<" in line.text else line.text
    if _LEADERS.search(text) and not text.startswith("|"):
        return Look.CONTENTS
    barred = text.startswith("|") and text.endswith("|") and len(text) > 2
    parted = text.count("|") >= 2 and not _STOP.search(text)
    if "\t" in text.strip() or barred or parted or BORDER.match(text):
        return Look.PIPES
    if STROKES.match(text):
        return Look.SHORT
    tokens = cells_of(text)
    numeric = [is_cell(t) for t in tokens]
    if all(numeric):
        return Look.CELLS
    first = numeric.index(True) if True in numeric else len(tokens)
    label = "".join(tokens[:first])
    if (
        all(numeric[first:])
        and first < len(tokens)
        and (len(tokens) - first >= 2 or re.search(r"\*|\.\d", tokens[-1]))
        and 0 < len(label) <= 24
        and not re.search(r"[,。;!?]", label)
    ):
        return Look.ROW
    han = sum(map(len, _HAN.findall(text)))
    if not han and _LATIN.search(text) and line.width > 20:
        return Look.FOREIGN
    if han and len(line.squeezed) > 40 and han < 0.1 * len(line.squeezed):
        return Look.FOREIGN
    if line.width <= 32 and not line.terminated and not _CLAUSE_MARK.search(text):
        return Look.SHORT
    return Look.PROSE


_COLUMN: Final = re.compile(
    r"(?:[\u4e00-\u9fff()、]{0,6}名称|(?:边境|陆地|主要|沿边|开放|对应|对方|外方|境外|邻国|对面|相邻)*口岸|(?:重点开发开放)?试验区|(?:(?:边境|跨境)?经济)?合作区|展会|博览会|所在\S{0,6}|所属\S{0,4}|毗邻\S{0,4}|类别|类型|级别|运输方式|性质|地点|位置|会址|省区?|省\(区\)|地区|县市|旗县|阶段|备注|举办\S{0,4}|城市"
    r"|\S{0,4}(?:时间|日期|年份|机关|单位|部门|主办方|承办方|主办地|国家|国别|线路|面积|序号))(?:\([^()]*\))?$"
)
"""The words that stand over a column of names."""

_NAME_COLUMNS: Final = (3, 4, 5, 6, 7, 8)


def column_words(lines: Sequence[Line]) -> int:
    """How many lines at the beginning are the words over the columns of a table of names."""
    count = 0
    while count < len(lines) and _COLUMN.match(lines[count].text):
        count += 1
    return count


def with_flattened_names(lines: Sequence[Line], looks: Sequence[Look]) -> list[Look]:
    """The looks, with tables of names flattened to one cell a line told from headings: a run of short lines that begins
    with the words over its columns and holds whole rows below them."""
    found = list(looks)
    i = 0
    while i < len(lines):
        width = column_words(lines[i : i + _MOST_WORDS])
        if not width:
            i += 1
            continue
        last = i + width
        while last < len(lines) and _may_be_name(lines[last], looks[last]):
            last += 1
        numbers = looks[i:last].count(Look.CELLS)
        if name_grid(lines[i:last]) and 3 * numbers <= last - i:
            found[i:last] = [Look.NAMES] * (last - i)
            i = last
        else:
            i += width  # what follows the first word over a column begins no table of its own
    return found


def name_grid(lines: Sequence[Line]) -> list[list[Line]]:
    """The rows of a table of names of one cell a line, the words over its columns first, whether it was flattened row by
    row or column by column; nothing where it is neither."""
    width = column_words(lines)
    if width in _NAME_COLUMNS and len(lines) % width == 0 and len(lines) // width > _NAME_ROWS:
        return [list(lines[i : i + width]) for i in range(0, len(lines), width)]
    for height in range(_NAME_ROWS + 1, len(lines) // 2):
        width, rest = divmod(len(lines), height)
        if not rest and width in _NAME_COLUMNS and all(_COLUMN.match(line.text) for line in lines[::height]):
            return [list(lines[k::height]) for k in range(height)]
    return []


_NAME_ROWS: Final = 2
"""As many rows below the words over the columns are too few for a table of names."""

_MOST_WORDS: Final = 9
_LONGEST_NAME: Final = 40
_NO_NAME: Final = re.compile(r"续?[表图]\s*\d|注\s*:|(?:数据|资料)来源|(?:计量)?单位\s*:|[-—·•]\s*\d+\s*[-—·•]$")


def _may_be_name(line: Line, kind: Look) -> bool:
    """Whether a line may be a cell of a table of names: short, without a stop, and no caption or note."""
    if kind is Look.PROSE:
        return len(line.text) <= _LONGEST_NAME and not _STOP.search(line.text) and " " not in line.text
    return kind in (Look.SHORT, Look.CELLS) and len(line.text) <= 24 and not _NO_NAME.match(line.text)


PAGE_END: Final = re.compile(r"[-—·•]\d{1,4}[-—·•]$|第\d{1,4}页$|(?:续表|\(续表?\)|续上表)[\d-]*$")
"""What stands, without blanks, between the parts of a table that a page cuts."""

_SPACED_ROWS: Final = 4
_SPACED_CELLS: Final = 3
_DATE: Final = re.compile(r"(?:19|20)\d\d(?:[./-]\d{1,2}){1,2}$|(?:19|20)\d\d年\d{1,2}月")
"""Where a row has a date among its cells, the words before it are several cells."""

_WORD: Final = 24


def may_head(line: Line, count: int) -> bool:
    """Whether a line may be words over columns: as many as a row has cells, or three and more, short and without a stop."""
    tokens = line.text.split()
    whole = all(len(token) <= _WORD for token in tokens) and not re.search(r"[,。;!?]|[:、]$", line.text)
    whole = whole and not any(re.search(r"[、，]$", token) for token in tokens)
    apart = bool(re.search(r"\s{4}", line.text))
    return whole and len(tokens) > 1 and (len(tokens) >= 3 or len(tokens) in (count, count - 1) or apart)


def with_spaced_rows(lines: Sequence[Line], looks: Sequence[Look]) -> list[Look]:
    """The looks, with rows of names that only blanks part told from prose: lines one after the other, each of the same
    number of short words and without a stop."""
    found = list(looks)
    first = 0
    while first < len(lines):
        count = _spaced_cells(lines[first], looks[first])
        same = [first]
        ahead = first + 1
        while ahead < len(lines) and count:
            if _spaced_cells(lines[ahead], looks[ahead]) == count:
                same.append(ahead)
            elif not PAGE_END.match(lines[ahead].squeezed):
                break
            ahead += 1
        if count and len(same) >= _SPACED_ROWS:
            for k in same:
                found[k] = Look.PIPES
        first = same[-1] + 1
    return found


def _spaced_cells(line: Line, kind: Look) -> int:
    """How many cells of a row a line may hold, several names or a name behind its number (1 满洲里 3200.1); 0 where it is no
    such row."""
    tokens = line.text.split()
    if (
        kind not in (Look.PROSE, Look.SHORT, Look.ROW)
        or len(tokens) < _SPACED_CELLS
        or _STOP.search(line.text)
        or _NO_NAME.match(line.text)
    ):
        return 0
    if kind is Look.ROW and not any(_DATE.match(token) for token in tokens):
        return 0
    named = sum(bool(_HAN.search(token)) for token in tokens)
    whole = all(len(token) <= _LONGEST_NAME and re.search(r"\w|^[—-]+$|^/$", token) for token in tokens)
    ranked = tokens[0].isdigit() and bool(_HAN.match(tokens[1])) and all(map(is_cell, tokens[2:]))
    return len(tokens) if (named >= 2 or ranked) and whole else 0


def is_wrapped(lines: Sequence[Line], looks: Sequence[Look]) -> bool:
    """Whether paragraphs are broken into lines: more than a third of the longer lines end without a stop."""
    longer = [line for line, kind in zip(lines, looks, strict=True) if kind is Look.PROSE and line.width >= 24]
    open_ended = sum(not line.terminated for line in longer)
    widths = [line.width for line in longer]
    if len(longer) >= 6 and open_ended / len(longer) > 0.35 and median(widths) <= 130:
        return True
    return (
        _is_narrow_column(lines, looks) or _is_short_and_wrapped(lines, looks) or _is_indented_and_wrapped(lines, looks)
    )


_INDENTS: Final = range(2, 9)
"""Columns by which paragraphs are indented: less is chance, more stands in the middle of the page."""


def indents(lines: Sequence[Line]) -> bool:
    """Whether paragraphs are told by their indented first lines: some lines are indented and some are not, and before
    nearly every indented one a sentence has ended, or a title stands."""
    first = [i for i, line in enumerate(lines) if line.column in _INDENTS]
    if not first or len(first) == len(lines) or any(line.column > max(_INDENTS) for line in lines[1:]):
        return False
    margin = max(line.width for line in lines)
    begun = [i for i in first if i == 0 or lines[i - 1].terminated or lines[i - 1].width < _FULL * margin]
    return len(begun) >= _FULL * len(first)


def _is_indented_and_wrapped(lines: Sequence[Line], looks: Sequence[Look]) -> bool:
    """An indented line reaches the margin without a stop, and one that is not goes on below it."""
    margin = max([line.width for line in lines], default=0)
    if margin not in _MARGINS or not indents(lines):
        return False
    pairs = zip(itertools.pairwise(lines), looks, strict=False)
    return any(
        kind is Look.PROSE
        and a.column in _INDENTS
        and not a.terminated
        and a.width >= _NEARLY * margin
        and not b.column
        for (a, b), kind in pairs
    )


_MARGINS: Final = range(36, 131)
"""Columns that a page may be wide: below are verses and lists, above paragraphs that stand on one line."""


def _is_short_and_wrapped(lines: Sequence[Line], looks: Sequence[Look]) -> bool:
    """A few lines of which every one that ends without a stop reaches the margin and is none that could be a title: a
    sentence goes on in the line below."""
    margin = max([line.width for line in lines], default=0)
    if len(lines) < 2 or margin not in _MARGINS or not lines[-1].terminated:
        return False
    if any(kind not in (Look.PROSE, Look.SHORT) for kind in looks):
        return False
    body = lines[1:] if looks[0] is Look.SHORT else lines
    broken = [line for line, below in itertools.pairwise(body) if not (line.terminated or below.blanks)]
    whole = all(line.terminated or line.width >= _FULL * margin for line in body)
    return whole and bool(broken) and (len(broken) > 1 or bool(_CLAUSE_MARK.search(broken[0].text)))


def _is_narrow_column(lines: Sequence[Line], looks: Sequence[Look]) -> bool:
    """A column of a few characters: nearly all lines reach one right margin, stop or no stop."""
    body = [line for line, kind in zip(lines, looks, strict=True) if kind in (Look.PROSE, Look.SHORT)]
    if len(body) < 6:
        return False
    margin = sorted(line.width for line in body)[-2]
    full = [line for line in body if _FULL * margin <= line.width <= margin + 2]
    open_ended = sum(not line.terminated for line in full)
    return 18 <= margin <= 60 and len(full) >= 0.6 * len(body) and open_ended > 0.5 * len(full)


_FULL: Final = 0.85
"""Of the margin: as far as a line reaches that could not hold the next word."""
_NEARLY: Final = 0.8
"""Of the margin, where a number or a Latin word stands next."""


def local_widths(lines: Sequence[Line], looks: Sequence[Look], reach: int = 10) -> list[float]:
    """For each line the width of a full line around it, in columns."""
    widths = []
    prose = [line.width if kind is Look.PROSE else 0 for line, kind in zip(lines, looks, strict=True)]
    for i in range(len(lines)):
        near = sorted(filter(None, prose[max(0, i - reach) : i + reach + 1]))
        upper = near[len(near) // 2 :]
        middle = len(upper) // 2
        widths.append((upper[middle] + upper[~middle]) / 2 if upper else 48.0)
    return widths
