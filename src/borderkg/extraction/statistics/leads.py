"""What leads to the figures of a sentence: the words from the beginning of a clause, or from the figure before in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statistics import measures
from borderkg.extraction.statistics.passage import NUMBER, PLACE, Passage
from borderkg.extraction.values import Quantity

_LISTED: Final = re.compile(r"[、,]|和|与|及|以及|\([^()]*\)[、和]")
SEPARATELY: Final = re.compile("分别|依次|各(?=[增降减升跌占达])")
"""What follows is told of one after another."""
_MEASURE: Final = "(?:量|额|值|人次|人数|人员|旅客|车辆|收入)"
_TWO_MEASURES: Final = re.compile(rf"{_MEASURE}[、和与及][\u4e00-\u9fff]{{0,8}}?{_MEASURE}(?:{measures.BETWEEN}了?)*$")
_AREAS: Final = ("省区", "省(区)", "省", "市", "县", "州", "旗", "国")
_TOGETHER: Final = re.compile("[^,;。有设辖]{0,10}?(?:加起来|合计|合占|共占|之和|总计)")
_NAMES: Final = re.compile(f"(?:{PLACE}+(?:、|和|与|及|以及))+{PLACE}+$")
_NEXT_TO: Final = re.compile("[^,;。]{0,4}(?:接壤|毗邻|相邻|交界)")
_WITH: Final = re.compile("(?:对|与|同|自|向)$")
_CHANGED: Final = re.compile(r"(?:[、,和与及]|以及)(?:同比)?(?:增长|增加|上升|提高|下降|减少|降低|下滑|回落)了?")
_RANGE: Final = re.compile(r"至|到|[—~-]")
_FROM: Final = re.compile(r"(?:由|从)$")
_OF_BASE: Final = re.compile("的(?:约|近|不足|不到|超过|大约|将近|接近|逾)?")
_PART: Final = re.compile("占(?:到|了)?[^,;。占]{0,16}$")
_IN_WHOLE: Final = re.compile(f"[^,;。占{NUMBER}]{{1,16}}的(?:约|近|比重|比例|份额|为|达)*{NUMBER}")
_TO_BASE: Final = re.compile(
    r"(?P<verb>占(?:到|了)?|相当于|[不仅才]及|(?<![\u4e00-\u9fff])为|仅?[为是]|不足|不到|恢复[到至]|达到?)(?P<base>[^,;占]*)$"
)
"""占贸易总额122.8亿美元的49.3%: between the verb and the first number stands what the second is a part or multiple of."""


@dataclass(slots=True)
class Lead:
    """What leads to a figure: from the beginning of its clause, or from the figure before in it. Its words are cut once:
    every reader of the figure looks at them."""

    passage: Passage
    figure: Span
    quantity: Quantity
    start: int
    turn: int
    """Its place in a list of values."""
    of: int
    """How many the list has."""
    of_base: bool = False
    """A part or multiple of what another figure tells, whose words lead to it: 占贸易总额122.8亿美元的49.3%."""
    base: bool = False
    """The figure that another is a part of: it interrupts what the sentence speaks of."""
    end: int = field(init=False)
    text: str = field(init=False)
    words: str = field(init=False)
    """The words as a mask."""

    def __post_init__(self) -> None:
        self.end = self.figure.start
        self.text = self.passage.text[self.start : self.end]
        self.words = self.passage.around(self.end)[self.start : self.end]

    @property
    def stop(self) -> int:
        """Where the words end that are of the figure itself: before those of its base."""
        told = _TO_BASE.search(self.words) if self.of_base else None
        return self.start + told.start("base") if told else self.end

    def in_turn(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Of as many names as there are values the one in its turn, else all."""
        return names[self.turn : self.turn + 1] if self.of == len(names) else names


def leads(passage: Passage, figures: Sequence[Span]) -> Iterator[Lead]:
    """What leads to each figure. Values listed one after the other share it."""
    runs: list[list[Span]] = []
    bases: dict[int, Span] = {}
    told = [span for span in figures if not _of_names(passage, span)]
    for span in _with_bases(passage, _ranges(passage, told), bases):
        last = runs[-1][-1] if runs else None
        if last and _goes_on(passage, runs[-1], span):
            runs[-1].append(span)
        else:
            runs.append([span])
    position = 0
    for run in runs:
        start = max(passage.clause(run[0].start), position)
        for turn, span in enumerate(run):
            if not isinstance(span.value, Quantity):
                continue
            base = bases.get(span.start)
            lead = Lead(passage, span, span.value, start if not turn else run[turn - 1].end, turn, len(run), bool(base))
            yield lead
            if base and isinstance(base.value, Quantity):
                yield Lead(passage, base, base.value, lead.stop, 0, 1, base=True)
        position = run[-1].end


def _with_bases(passage: Passage, figures: Sequence[Span], bases: dict[int, Span]) -> list[Span]:
    """The figures; one that is a part of the figure before it (占122.8亿美元的49.3%) begins where that one does, and that
    one goes into `bases`."""
    found: list[Span] = []
    for span in figures:
        last = found[-1] if found else None
        parts = _unit(span) in ("%", "倍") and last is not None and _unit(last) not in ("%", "倍", "位", "番")
        if last and parts and _OF_BASE.fullmatch(passage.text[last.end : span.start]):
            words = passage.around(last.start)[passage.clause(last.start) : last.start]
            if _TO_BASE.search(words):
                bases[last.start] = last
                found[-1] = replace(span, start=last.start, text=passage.text[last.start : span.end])
                continue
        found.append(span)
    return found


def _goes_on(passage: Passage, run: Sequence[Span], span: Span) -> bool:
    """Whether a value is the next of a list: of the same unit; after 分别 of any, with a word for its own change."""
    between = passage.text[run[-1].end : span.start]
    if _unit(run[-1]) == _unit(span):
        return bool(_LISTED.fullmatch(between)) or (bool(_CHANGED.fullmatch(between)) and _separately(passage, run))
    paired = _separately(passage, run) or (len(run) == 1 and names_two(passage, run[0].start))
    return between != "," and bool(_LISTED.fullmatch(between)) and paired


def _of_names(passage: Passage, span: Span) -> bool:
    """Whether a number only says how many names stand before it, in words that lead to another figure
    (占云南、广西两省区边贸额的七成): it is none itself, and interrupts nothing."""
    if not isinstance(span.value, Quantity):
        return False
    unit = span.value.unit
    if (
        unit in ("个", "国")
        and passage.inner[span.end : span.end + 1] == PLACE
        and _WITH.search(passage.text, 0, span.start)
    ):
        return True  # 对五个中亚国家进出口总额
    if unit in ("个", "国") and _IN_WHOLE.match(passage.inner, span.end) and _PART.search(passage.text, 0, span.start):
        return True  # 占沿线20个国家总人口的3%
    names = _NAMES.search(passage.inner, 0, span.start) if unit in (*_AREAS, "个") else None
    if names is None or span.value.number != len(re.findall(f"{PLACE}+", names[0])):
        return False
    if _TOGETHER.match(passage.text, span.end):
        return True  # 甲、乙两个县级市加起来占
    if unit == "个":
        return False
    led = passage.text[passage.clause(span.start) : span.start]
    return "占" in led and not _NEXT_TO.match(passage.text, span.end)


def names_two(passage: Passage, end: int) -> bool:
    """Whether two measures lead to a figure: 货运量、货值达到120万吨、30亿元."""
    return bool(_TWO_MEASURES.search(passage.text, passage.clause(end), end))


def _separately(passage: Passage, run: Sequence[Span]) -> bool:
    return bool(SEPARATELY.search(passage.text, passage.clause(run[0].start), run[0].start))


def _ranges(passage: Passage, figures: Sequence[Span]) -> list[Span]:
    """2.1万元至4.6万元 is one figure with two ends, unless 由 or 从 leads to it."""
    merged: list[Span] = []
    for span in figures:
        low, high = merged[-1].value if merged else None, span.value
        if (
            isinstance(low, Quantity)
            and isinstance(high, Quantity)
            and low.unit == high.unit
            and low.number < high.number
            and _RANGE.fullmatch(passage.text[merged[-1].end : span.start])
            and not _FROM.search(passage.text[: merged[-1].start])
        ):
            both = replace(low, low=low.number, high=high.number)
            merged[-1] = replace(merged[-1], end=span.end, value=both, text=passage.text[merged[-1].start : span.end])
        else:
            merged.append(span)
    return merged


def _unit(span: Span) -> str:
    return measures.family(span.value.unit) if isinstance(span.value, Quantity) else ""
