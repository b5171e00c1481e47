"""Cells of tables: a number, a dash, a label, each with its place in the file."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from borderkg.records import record

_NUMBER: Final = re.compile(
    r"(?P<open>[(\[])?(?P<number>[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s?(?P<percent>%|‰)?(?(open)[)\]])\s?(?P<stars>\*{0,3})$"
)
UNIT: Final = (
    r"[万亿千百]*(?:元(?:人民币)?|美元|欧元|卢布|坚戈|图格里克|泰铢|吨|人次|人|户|名|平方公里|平方千米|平方米|公里|千米|海里|公顷|亩|米|"
    r"列次|列|辆次|辆|架次|架|艘次|艘|车次|班次|班|航次|次|标准箱|标箱|TEU|箱|立方米|千瓦时|头|件|票|单|份|桶|家|个|条|座|项|种|处|所|倍|天|小时|分钟)"
)
_WITH_UNIT: Final = re.compile(
    rf"(?P<number>[-+]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)\s?(?P<scale>[万亿千百]+(?=[多余]))?(?P<many>[多余])?(?P<unit>{UNIT}|%)?(?P<after>以上|以下|左右|多|余)?$"
)
"""2100万吨: a number with its own unit."""

_BOUND: Final = re.compile(
    r"(?:约为|大约|约|近|将近|接近|逾|超过|超|突破|不足|不到|至少|不少于|高达|达|[<>≥≤])\s?(?=\d)"
)
"""Before a number that is not exact: 约15万吨."""
_CHANGE: Final = re.compile(
    r"(?:同比|比上年|较上年|环比)?(?:(?P<up>增长|上升|提高|增加|增|升|↑|▲)|(?P<down>下降|减少|降低|下跌|下滑|降|减|↓|▼))\s?(?P<number>\d+(?:\.\d+)?)\s?(?P<percent>%)?$"
)
"""同比下降3.2%: a rate with its direction in words."""
_LOWER: Final = re.compile("逾|超|突破|至少|不少于|[>≥]")
_UPPER: Final = re.compile("不足|不到|近|接近|[<≤]")

_WITH_ERROR: Final = re.compile(
    r"(?P<coefficient>[-+]?\d*\.\d+\s?\*{0,3})\s?(?P<error>\(\d*\.\d+\))\s?(?P<stars>\*{0,3})$"
)
"""0.083*** (0.022): a coefficient and its standard error in one cell."""

_DASH: Final = re.compile(r"(?:[—-]{1,3}|…|\.\.\.|/|N/?A)$", re.IGNORECASE)
YEAR: Final = re.compile(r"(?:19|20)\d\d\s*年?(?:\s*[—~-]\s*(?:19|20)?\d\d\s*年?)?$")


@record
class Cell:
    """One cell; offsets are the file's. `error` is the standard error printed with a coefficient."""

    text: str
    start: int
    end: int
    number: Decimal | None = None
    percent: bool = False
    stars: int = 0
    bracketed: bool = False
    error: "Cell | None" = None
    pieces: tuple[tuple[int, int], ...] = ()
    """Where the parts of a label stand that a line break parted."""
    doubtful: bool = False
    """Its decimal point was lost, and a blank read as one."""
    unit: str = ""
    """The unit that is printed behind the number."""
    change: bool = False
    """A rate whose direction is told in words."""
    bound: str = ""
    """`>` or `<` where the number is the lower or the upper bound of what is meant."""

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where it is printed."""
        return self.pieces or ((self.start, self.end),)

    @property
    def figure(self) -> bool:
        """A number that is no year, or a dash in its place."""
        return (self.number is not None or self.dash) and not YEAR.match(self.text)

    @property
    def places(self) -> int:
        """How many decimals are printed."""
        exponent = self.number.as_tuple().exponent if self.number is not None else 0
        return -exponent if isinstance(exponent, int) else 0

    @property
    def dash(self) -> bool:
        """Stated to be empty: `—`."""
        return bool(_DASH.match(self.text))


@record
class Label:
    """The words over a column or before a row, joined, and where they stand."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()


_ARROWED: Final = 2


def cell(text: str, start: int) -> Cell:
    """Read one cell whose text begins at `start` in the file. A label has no number."""
    stripped = text.strip()
    begin = start + (text.index(stripped[0]) if stripped else 0)
    match = _NUMBER.match(stripped)
    before = _BOUND.match(stripped) if match is None else None
    if match is None and (measured := _WITH_UNIT.match(stripped, before.end() if before else 0)):
        number = Decimal(measured["number"].replace(",", ""))
        unit = (measured["scale"] or "") + (measured["unit"] or "").removesuffix("%")
        end, percent = begin + len(stripped), measured["unit"] == "%"
        return Cell(stripped, begin, end, number, percent, unit=unit, bound=_bound(before, measured))
    if match is None and (change := _CHANGE.match(stripped)) and (change["percent"] or len(stripped) > _ARROWED):
        number = Decimal(change["number"]) * (1 if change["up"] else -1)
        return Cell(stripped, begin, begin + len(stripped), number, change["percent"] is not None, change=True)
    if match is None and (both := _WITH_ERROR.match(stripped)):
        coefficient = cell(both["coefficient"] + both["stars"], begin)
        return replace(
            coefficient, end=begin + both.end("coefficient"), error=cell(both["error"], begin + both.start("error"))
        )
    if match is None:
        return Cell(re.sub(r"\s+", "", stripped), begin, begin + len(stripped))
    return Cell(
        stripped,
        begin,
        begin + len(stripped),
        Decimal(match["number"].replace(",", "")),
        match["percent"] is not None,
        len(match["stars"]),
        match["open"] is not None,
    )


def _bound(before: re.Match[str] | None, measured: re.Match[str]) -> str:
    words = before[0] if before else ""
    if _LOWER.match(words) or measured["many"] or measured["after"] in ("以上", "多", "余"):
        return ">"
    return "<" if _UPPER.match(words) or measured["after"] == "以下" else ""


def join(cells: list[Cell]) -> Label:
    """One label of several pieces that a line break parted."""
    return Label("".join(c.text for c in cells), tuple(span for c in cells for span in c.spans))


def labelled(label: Label) -> Cell:
    """A label as the cell before a row."""
    return Cell(label.text, label.spans[0][0], label.spans[-1][1], pieces=label.spans if len(label.spans) > 1 else ())
