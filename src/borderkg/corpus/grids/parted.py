"""Rows of a table typed or saved with a mark between its cells: commas, slashes, enumeration commas, semicolons; a colon
behind the label.

A line alone does not tell (prose has commas too); lines one right after the other, with as many cells each, do.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from borderkg.corpus.grids.announced import NAMED
from borderkg.corpus.grids.cells import Cell, Label, cell
from borderkg.corpus.grids.grid import Grid
from borderkg.corpus.lines import BORDER, Line, Look

Range = tuple[int, int]
_ROWS: Final = 3
_CELLS: Final = 3
_LONGEST: Final = 30
_NO_ROW: Final = re.compile(r"[|\t。;!?]")
_THOUSANDS: Final = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])")
_COMMA_CELL: Final = re.compile(r'"[^"]*"|[^",]*')
_BETWEEN: Final = {mark: re.compile(f"[^{mark}]+") for mark in "/、;"}
_TWO: Final = re.compile(r"([^|。;!?]{1,30}?)\s*\|\s*([^|。;!?]{1,30})")
_MEASURED: Final = re.compile(
    r"(?:(?:[·•*●○▲-]|\d{1,2}[.、)]|[①-⑳])\s*)?(?P<label>[\u4e00-\u9fff][^:,。;、]{1,18}?)\s*:\s*(?P<value>[^:。;,]{1,18}?)(?:[,(](?P<change>[^:。;,()]{2,14}))?\)?[;。,]?$"
)


def cells(text: str) -> list[Range]:
    """Where the cells of a row stand in its line, without quotation marks; nothing where it is no such row."""
    for _, parted in _WAYS:
        if found := parted(text):
            return found
    return []


def with_parted_rows(lines: Sequence[Line], looks: Sequence[Look]) -> list[Look]:
    """The looks, with rows whose cells a mark parts told from prose: lines one right after the other, each of as many
    cells, some of them numbers."""
    found = list(looks)
    for i, line in enumerate(lines):
        if "|" in line.text and BORDER.match(line.text):
            _bar(lines, found, i)
    for mark, parted in _WAYS:
        first = 0
        while first < len(lines):
            last = first
            count = len(parted(lines[first].text)) if mark in lines[first].text else 0
            rows = [first]
            while last + 1 < len(lines) and count and not lines[last + 1].blanks:
                if len(parted(lines[last + 1].text)) == count:
                    rows.append(last + 1)
                elif not (mark == ":" and _OVER_FACTS.match(lines[last + 1].text)):
                    break
                last += 1
            if len(rows) >= _ROWS and (mark == "," or all(re.search(r"\d", lines[k].text) for k in rows[1:])):
                for k in rows:
                    found[k] = Look.PIPES
            first = last + 1
    return found


def _bar(lines: Sequence[Line], found: list[Look], at: int) -> None:
    """The header above a Markdown rule and the rows below it, whatever stops their cells hold."""
    bars = lines[at].text.strip("|").count("|")
    last = at
    while last + 1 < len(lines) and lines[last + 1].text.strip("|").count("|") == bars and not lines[last + 1].blanks:
        last += 1
    first = at - (at > 0 and lines[at - 1].text.strip("|").count("|") == bars)
    found[first : last + 1] = [Look.PIPES] * (last + 1 - first)


def _commas(text: str) -> list[Range]:
    """Three cells or more between commas that are not those of a number (303,500)."""
    if "," not in _THOUSANDS.sub("", text) and ("," not in text or len(text.split()) > 2):
        return []
    found: list[Range] = []
    at = 0
    while at <= len(text):
        match = _COMMA_CELL.match(text, at)
        end = match.end() if match else at
        if end < len(text) and text[end] != ",":
            return []
        quoted = end - at >= 2 and text[at] == '"'
        found.append((at + quoted, end - quoted))
        at = end + 1
    return _short(text, found)


def _between(mark: str) -> Callable[[str], list[Range]]:
    def parted(text: str) -> list[Range]:
        whole = text.removesuffix(mark)
        return _short(whole, [m.span() for m in _BETWEEN[mark].finditer(whole)], mark) if mark in whole else []

    return parted


def _short(text: str, found: list[Range], mark: str = "") -> list[Range]:
    fits = len(found) >= _CELLS and max(b - a for a, b in found) <= _LONGEST
    if mark == ";" and ":" in text:
        return []  # 县名:甲县;人口:5万人 are facts, each with its label
    return found if fits and not _NO_ROW.search(text.replace(mark, "") if mark else text) else []


def _measured(text: str) -> list[Range]:
    """A label, a colon and one number, perhaps with its growth: 霍尔果斯口岸:3780.5万吨,同比增长3.2%."""
    match = _MEASURED.match(text) if ":" in text else None
    if match is None or not cell(match["value"], 0).figure:
        return []
    if match["change"] is None:
        return [match.span("label"), match.span("value")]
    changed = cell(match["change"], 0).change
    return [match.span("label"), match.span("value"), match.span("change")] if changed else []


def _pair(text: str) -> list[Range]:
    """A label and its value on the sides of the only bar: 规划面积 | 15.2平方公里."""
    match = _TWO.fullmatch(text)
    return [match.span(1), match.span(2)] if match else []


_WAYS: Final = (
    ("|", _pair),
    (",", _commas),
    ("/", _between("/")),
    ("、", _between("、")),
    (";", _between(";")),
    (":", _measured),
)
"""The marks, the likelier first; a line is read by the first that parts it."""


def under_names(lines: Sequence[Line], looks: Sequence[Look]) -> Grid | None:
    """A table whose rows are facts, a label and its figure, under the name that they are of: 瑞丽口岸 / 货运量:597.1万吨 / ….
    None where it is none."""
    if not lines or looks[0] is Look.PIPES or looks.count(Look.PIPES) < _PAIR:
        return None
    rows: list[tuple[Cell | None, ...]] = []
    name: Cell | None = None
    for line, kind in zip(lines, looks, strict=True):
        pair = _measured(line.text) if kind is Look.PIPES else []
        if kind is Look.PIPES and len(pair) != _PAIR:
            return None
        if pair:
            rows.append((name, *(cell(line.text[a:b], line.start + a) for a, b in pair)))
        elif _NAME.match(line.text):
            name = cell(line.text, line.start)
        else:
            return None
    return Grid((Label(""), Label("指标"), Label("数值")), tuple(rows))


_OVER_FACTS: Final = re.compile(rf"(?:{NAMED}|[\u4e00-\u9fff·]{{2,14}}口岸\([\u4e00-\u9fff]{{2,6}}\))$")
"""A name between the facts of others."""
_PAIR: Final = 2
_NAME: Final = re.compile(r"[\u4e00-\u9fff·()]{2,20}$")
