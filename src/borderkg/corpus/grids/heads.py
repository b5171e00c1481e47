"""The words over the columns of a table, brought to one label a column.

They may stand on one line or on several: a group over the names under it, a name broken into two lines, one word a line
of a table that lost its layout.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.corpus.grids.cells import YEAR, Cell, Label, join
from borderkg.corpus.grids.grid import UnalignedError

GOES_ON: Final = re.compile(
    r"[(%]|自治[区州县旗]|(?:边境|跨境)?经济合作区|(?:合作|试验|保税|开放|贸易)区|口岸$|的?(?:比重|比例|份额|占比)|(?:总额|总值|增速|增长率)$"
)
"""Words that end a name, and seldom are one."""
_NEVER_FIRST: Final = re.compile(r"[(%]|自治[区州县旗]|的|(?:边境|跨境)?经济合作区$|(?:比重|比例|份额|占比)\(")
"""Words that begin no label."""


def goes_on(before: Sequence[Cell], after: Cell) -> bool:
    """Whether a piece goes on with the label before it, that a line break parted."""
    return bool(GOES_ON.match(after.text)) or is_open(before)


def is_open(pieces: Sequence[Cell]) -> bool:
    """A label that cannot end here: an open bracket, 的, 及, 、."""
    text = "".join(c.text for c in pieces)
    return text.count("(") > text.count(")") or text.endswith(("的", "及", "与", "和", "、"))


def stacked(lines: Sequence[Sequence[Cell | None]]) -> tuple[Label, ...]:
    """Labels of header lines whose cells were told apart, `None` or empty where nothing is printed: a group holds for
    the columns to its right, up to the next, and the pieces over a column are read from above."""
    filled = [[c if c and c.text else None for c in line] for line in lines]
    for i, line in enumerate(filled[:-1]):
        if _is_groups(line, filled[i + 1]):
            group = None
            for k in range(1, len(line)):
                group = line[k] = line[k] or group
    columns = zip(*filled, strict=True)
    return tuple(join(_distinct([c for c in column if c])) for column in columns)


def _is_groups(line: Sequence[Cell | None], below: Sequence[Cell | None]) -> bool:
    """Whether a header line is of groups: it leaves columns out that the line below names, and none of its words goes
    on below."""
    out = [k for k in range(2, len(line)) if line[k] is None]
    named = [k for k in range(1, len(line)) if (c := line[k]) and (under := below[k]) and not goes_on([c], under)]
    return bool(out) and all(below[k] for k in out) and bool(named)


def _distinct(pieces: list[Cell]) -> list[Cell]:
    """A cell merged downwards may be repeated on each line that it covers."""
    return [c for i, c in enumerate(pieces) if i == 0 or c.text != pieces[i - 1].text]


def over(lines: Sequence[Sequence[Cell]], width: int) -> tuple[Label, ...]:
    """Labels of header lines of words, over rows of `width` cells. Raises UnalignedError where they do not fit."""
    values = width - 1
    if values > 1 and all(len(line) == 1 for line in lines):
        return in_turn([(line[0], 0) for line in lines], values)
    if not any(len(line) in (values, width) for line in lines):
        raise UnalignedError(f"{max(map(len, lines), default=0)} header words over {values} columns")
    columns: list[list[Cell]] = [[] for _ in range(width)]
    for line in lines:
        stub = 0 if len(line) == 1 else len(line) - values if len(line) in (values, width) else _stub(line, values)
        if len(line) == 1:
            columns[0].append(line[0])
            continue
        words = line[stub:]
        columns[0] += line[:stub]
        for i in range(values):
            columns[i + 1].append(words[i * len(words) // values])
    if not any(columns[1:]):
        raise UnalignedError("no header was found over its columns")
    return tuple(join(_distinct(column)) for column in columns)


def _stub(line: Sequence[Cell], values: int) -> int:
    """Whether the first of fewer words than columns stands over the labels: the others part the columns evenly."""
    years = [bool(YEAR.match(c.text)) for c in line]
    for stub in (1, 0) if all(years[1:]) and not years[0] else (0, 1):
        if values % (len(line) - stub) == 0:
            return stub
    raise UnalignedError(f"{len(line)} header words over {values} columns")


Piece = tuple[Cell, int]
"""A piece of a label, and the blank lines before it."""


def in_turn(pieces: Sequence[Piece], count: int) -> tuple[Label, ...]:
    """A stub (perhaps empty) and `count` labels, of pieces that stand one after the other. Raises UnalignedError."""
    for stub, labels in _ways(pieces, count):
        return (join(stub), *(join(label) for label in labels))
    raise UnalignedError(f"{len(pieces)} header lines over {count} columns")


def _ways(pieces: Sequence[Piece], count: int) -> Iterator[tuple[list[Cell], list[list[Cell]]]]:
    """The ways to read pieces as labels, the surest first."""
    cells = [c for c, _ in pieces]
    sure = _merged(pieces, count, sure=True)
    for stub in (0, 1):
        if len(cells) - stub == count and (not stub or len(sure) != count):
            yield cells[:stub], [[c] for c in cells[stub:]]
    for stub in (1, 0):
        if grouped := _groups_before(cells[stub:], count) or _groups_between(cells[stub:], count):
            yield cells[:stub], grouped
    yield from _equal(cells, count, (0,))
    merged = sure if len(sure) == count else _merged(pieces, count)
    if merged:
        yield [c for label in merged[: len(merged) - count] for c in label], merged[len(merged) - count :]
    yield from _equal(cells, count, (1, 2))


def _equal(cells: list[Cell], count: int, stubs: tuple[int, ...]) -> Iterator[tuple[list[Cell], list[list[Cell]]]]:
    """Labels of as many pieces each."""
    for stub in stubs:
        size, rest = divmod(len(cells) - stub, count)
        if size > 1 and not rest and not any(GOES_ON.match(c.text) for c in cells[stub::size]):
            yield cells[:stub], [cells[i : i + size] for i in range(stub, len(cells), size)]


def _groups_before(cells: Sequence[Cell], count: int) -> list[list[Cell]]:
    """All groups, then the names under each of them: 2019 2020 进口 出口 进口 出口."""
    groups = len(cells) - count
    if not 2 <= groups < count or count % groups:
        return []
    names, size = cells[groups:], count // groups
    if any(names[i].text != names[i % size].text for i in range(count)) or len({c.text for c in names}) != size:
        return []
    return [[cells[i // size], name] for i, name in enumerate(names)]


def _groups_between(cells: Sequence[Cell], count: int) -> list[list[Cell]]:
    """Each group before its names: 2019 进口 出口 2020 进口 出口."""
    groups = len(cells) - count
    if groups < 2 or count % groups or count == groups:
        return []
    size = count // groups + 1
    parts = [cells[i : i + size] for i in range(0, len(cells), size)]
    if any([c.text for c in part[1:]] != [c.text for c in parts[0][1:]] for part in parts):
        return []
    return [[part[0], name] for part in parts for name in part[1:]]


def _merged(pieces: Sequence[Piece], count: int, *, sure: bool = False) -> list[list[Cell]]:
    """Labels that a line break parted, joined until as many are left as there are columns (and a stub, perhaps); where
    `sure`, only by their words, else also by the blank lines between them."""
    groups = [[c] for c, _ in pieces]
    gaps = [gap for _, gap in pieces]
    while len(groups) > count:
        usual = max(gaps[1:]) if len(gaps) > 1 else 0
        ends = [
            bool(_NEVER_FIRST.match(g[0].text)) if sure else goes_on(groups[i - 1], g[0]) for i, g in enumerate(groups)
        ]
        told = [i for i in range(1, len(groups)) if ends[i]]
        near = [i for i in range(1, len(groups)) if gaps[i] < usual and not sure]
        if not told and not near:
            return groups if len(groups) == count + 1 else []
        if not told and len(groups) == count + 1 and len(near) > 1:
            return groups
        i = max(told or near, key=lambda k: (is_open(groups[k - 1]), -gaps[k], k))
        groups[i - 1] += groups.pop(i)
        gaps.pop(i)
    return groups if len(groups) == count else []


def inherited(labels: Sequence[Label]) -> list[Label]:
    """A year printed over the first of several columns holds for those after it too."""
    result: list[Label] = []
    year: Label | None = None
    dated = sum(bool(re.match(r"(?:19|20)\d\d", label.text)) for label in labels)
    for label in labels:
        match = re.match(r"(?:19|20)\d\d年?", label.text)
        if match:
            year = Label(match[0], label.spans[:1])
        inherits = match is None and year is not None and dated >= 2
        result.append(Label(year.text + label.text, year.spans + label.spans) if inherits and year else label)
    return result
