"""What holds from figure to figure, and from sentence to sentence of a paragraph."""

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statement import Range
from borderkg.extraction.statistics import measures
from borderkg.extraction.statistics.growth import Change
from borderkg.extraction.statistics.holders import GOVERNED, Holder
from borderkg.extraction.statistics.moments import Moment
from borderkg.records import record

_SHORT: Final = ("人员", "旅客", "车辆", "货车", "货物", "班列", "列车")

_WITH: Final = re.compile("(?:其中|而|但|其)*(?P<partner>[对与同从自][\u4e00-\u9fff]{1,8}?)(?:则|也|却|更)?")


@record
class Level:
    """A level told: whose, of what, when."""

    holder: str
    indicator: str
    time: str
    at: int
    """Where it stands in the block."""
    owner: Holder
    unit: str = ""
    part: bool = False
    """Told as a part of what was told before it: 其中."""


@record
class Caption:
    """What a title or heading says of the figures below it."""

    moment: Moment = field(default_factory=Moment)
    """The year that it names, for 全年 and 年末."""
    holders: Sequence[Holder] = ()
    """The one place that it names."""
    statistical: bool = False
    """A title of statistics or a report: figures that name no place and time are of its own."""
    measured: tuple[str, ...] = ()
    """The indicator that a heading ends with, of the items of the list below it: 主要口岸货运量."""
    announced: Moment = field(default_factory=Moment)
    """The year that the line before a list names: 各口岸2023年数据:."""
    case: Sequence[Holder] = ()
    """The place that the text is a study of: figures that are nobody else's are its own."""
    ports: Set[str] = frozenset()
    """The ports that the text has named by now."""
    zones: Sequence[Holder] = ()
    """The zones that the text has named by now, in order."""
    profile: bool = False
    """Over the label and value lines of a profile, which are of what it names."""


def _alike(level: Level, last: Level) -> bool:
    """Whether two levels are of one indicator, which one of them may name more fully, in one unit."""
    names = (level.indicator, last.indicator)
    fuller = names[0].endswith(names[1]) or names[1].endswith(names[0])
    return fuller and measures.family(level.unit) == measures.family(last.unit)


@dataclass
class Course:
    caption: Caption = field(default_factory=Caption)
    holders: list[Holder] = field(default_factory=list)
    single: list[Holder] = field(default_factory=list)
    """The last that was one, and no union: what a sentence to come goes on about."""
    region: list[Holder] = field(default_factory=list)
    """The last that was one region or country."""
    branches: list[Holder] = field(default_factory=list)
    """Branches of a port, told of beside it in this sentence."""
    told_of: list[Holder] = field(default_factory=list)
    """Several parts, or branches, of which the sentence before told."""
    fair: Moment | None = None
    """When the fair was held that a sentence spoke of."""
    parts: list[Holder] = field(default_factory=list)
    """A whole, and those told of in this sentence as parts of it."""
    whole: list[Holder] = field(default_factory=list)
    """What a paragraph breaks down, from the first 从…看 on."""
    seen: list[tuple[int, Span]] = field(default_factory=list)
    """The regions and ports that sentences without figures named, each with where its sentence begins: for 全区."""
    zone: list[Holder] = field(default_factory=list)
    """The last zone that a sentence named, or the title of a document on it: for 试验区 alone."""
    beside: list[str] = field(default_factory=list)
    """Places across the border that a figure's clause names with those on ours: of whose trade with them it is."""
    group: list[Holder] = field(default_factory=list)
    """The places last named together, for 两地 and the like."""
    moment: Moment = field(default_factory=Moment)
    told_at: str = ""
    """The one time of the figures in the paragraphs before."""
    listed: tuple[str, ...] = ()
    """The indicator of the items of a list."""
    census: str = ""
    """The year of the census that was named last."""
    national: bool = False
    """The paragraph speaks of the state and its acts."""
    placed: bool = False
    """It names a place, port or zone of it."""
    heard: str = ""
    """The year of the month or day that was named last, for 全年 and 年末 where no figure has told a time."""
    bulletin: Moment = field(default_factory=Moment)
    """The year of the bulletin that the paragraph draws on."""
    local: Moment | None = None
    """The time of one figure alone: 由2019年的1200万人次减至50万人次."""
    moments: list[Moment] = field(default_factory=list)
    """Times named together, for values told in turn."""
    dated: bool = False
    """The clause of the figure names its time itself."""
    timed: bool = False
    """The sentence names a time."""
    reached: bool = False
    """The sentence tells of a change from one time to another."""
    names: tuple[str, ...] = ()
    """The indicator; several where several were named together."""
    named_at: Range | None = None
    total: tuple[str, ...] = ()
    """The indicator that 其中 tells parts of."""
    share: tuple[str, ...] = ()
    unit: str = ""
    change: Change | None = None
    """The change told last, for values in turn."""
    than: str = ""
    """What figures of this sentence are said to be above or below."""
    multiple: tuple[str, int] | None = None
    """What the multiple told last is of, for values in turn."""
    kind: str = ""
    """Of the last figure: level, share, growth, count."""
    noun: str = ""
    """What was counted last."""
    station: list[Holder] = field(default_factory=list)
    """The port of the checkpoint that was named last, for 该站."""
    unnamed: bool = False
    """The figures are of what is no known thing."""
    site: bool = False
    """A sentence began with what is no known thing, and nothing was named since."""
    unnamed_from: int = 0
    """Where the first of them stands in the block."""
    yearly: bool = False
    """同比 was said before: 同比降幅较大，甲省下降40%."""
    levels: list[Level] = field(default_factory=list)
    """Oldest first."""
    told: int = 0
    """How many of them the sentences before told."""
    pair: list[Level] = field(default_factory=list)
    """The two told last before 前者 in this sentence."""
    figures: int = 0
    """Figures told in this sentence."""

    def __post_init__(self) -> None:
        self.moment = self.caption.announced
        if self.caption.profile:
            self.speak_of(list(self.caption.holders))
        elif self.caption.statistical:
            self.moment = self.caption.moment
            self.speak_of(list(self.caption.holders))

    def go_on_from(self, before: "Course") -> None:
        """Hold on to the year of the paragraph before."""
        if not self.moment.text and before.moment.text.isdigit():
            self.moment = Moment(before.moment.text)

    def follow(self, before: "Course", locate: Callable[[int, int], Range]) -> None:
        """Behind parts of a whole a paragraph goes on about the whole, and at their time; `locate` tells where ranges of
        the block before lie in the file."""
        if len(before.parts) > len(("whole", "part")) and not self.holders:
            self.parts = [replace(h, where=None, raw=locate(*h.where)) if h.where else h for h in before.parts]
            self.moment = self.moment if self.moment.text else Moment(before.moment.text)

    def item_after(self, before: "Course") -> None:
        """An item of a list tells what its heading, or the first item, tells of another place, where it names no measure."""
        self.listed = before.listed or self.caption.measured or tuple(v.indicator for v in before.levels[:1])
        self.names = self.listed
        if not self.moment.text:
            self.moment = Moment(before.levels[0].time) if before.levels else self.caption.moment

    def speak_of(self, several: list[Holder]) -> None:
        """Go on about these."""
        self.holders = several
        if len(several) == 1:
            self.single = several
            if several[0].mention.type in GOVERNED:
                self.region = several

    def part_of(self, whole: list[Holder]) -> None:
        """What is spoken of is a part of a whole: behind several the text goes on about the whole."""
        self.parts = self.parts or [*whole]
        if self.parts and self.single and self.single[0] not in self.parts:
            self.parts = [*self.parts, *self.single]

    def go_on_unnamed(self, begins: bool, found: Sequence[Holder], at: int) -> None:
        """Take up whether a figure is of what is no known thing: one that says so, and those behind it up to one whose
        holder is named anew; `found` is what is spoken of, and `at` where the figure stands."""
        self.unnamed_from = at if begins else self.unnamed_from
        before = all(h.where is not None and h.where[1] <= self.unnamed_from for h in found)
        self.unnamed = begins or (self.unnamed and (found is self.holders or before))

    def back_to(self, whole: tuple[list[Holder], list[Holder], list[Holder]]) -> None:
        """Go on, behind a part that was told in passing, with what was spoken of before it."""
        self.branches += self.single
        self.holders, self.single, self.region = whole

    def break_down(self) -> None:
        """Go back to the whole where a sentence looks at it another way: 从方向看."""
        if self.whole:
            self.speak_of(self.whole)
        self.whole = self.single

    def next_sentence(self) -> None:
        self.told, self.figures, self.yearly, self.than, self.pair = len(self.levels), 0, False, "", []
        several = self.parts[1:] if len(self.parts) > len(("whole", "part")) else []
        if several:
            self.speak_of(self.parts[:1])
        self.told_of = [*several, *self.branches]
        self.parts, self.branches = [], []
        self.holders = self.single
        self.local, self.moments, self.dated, self.unnamed, self.timed = None, [], False, False, False

    def go_on_with(self, main: "Course", opened: int) -> None:
        """Go on behind a bracket, which was `opened` somewhere in the block, with what was spoken of before it: the measure of
        a figure that stands in it as well (出入境人员(90万人次)占全省的43%)."""
        if self.named_at and self.named_at != main.named_at and self.named_at[1] < opened:
            main.names, main.named_at, main.unit, main.kind = self.names, self.named_at, self.unit, self.kind
            if self.moment.where and self.moment.where[1] < opened:
                main.moment = self.moment
        self.names, self.named_at, self.total, self.share = main.names, main.named_at, main.total, main.share
        self.unit, self.kind, self.noun = main.unit, main.kind, main.noun
        self.holders, self.moment = main.holders, main.moment

    def measure(self, names: Sequence[str], where: Range | None) -> None:
        """Speak of another indicator."""
        self.names, self.named_at, self.share, self.unit = tuple(names), where, (), ""

    def times(self, indicator: str, whole: bool = False) -> list[str]:
        """The times of the levels told of an indicator in this sentence, or in the whole paragraph; each once."""
        levels = self.levels if whole else self.levels[self.told :]
        return list(dict.fromkeys(v.time for v in levels if v.time and "/" not in v.time and v.indicator == indicator))

    def ends(self) -> list[str]:
        """The two times that figures were told of last, the earlier first; nothing where there are no two."""
        times = list(dict.fromkeys(v.time for v in reversed(self.levels) if v.time and "/" not in v.time))[:2]
        return sorted(times) if len(times) == 2 else []

    @property
    def years(self) -> str | None:
        """The span of a yearly growth behind one year, of which it cannot be: from the year of the level before, if that
        is of the same; no time where it is not. None where the time is no single year."""
        moment = (self.local or self.moment).text
        if not moment.isdigit() or moment == self.census:
            return None
        last = self.levels[-1:]
        same = [v for v in self.levels if last and v.holder == last[0].holder and _alike(v, last[0])][-2:]
        years = [v.time for v in same]
        apart = (
            len(years) > 1 and all(map(str.isdigit, years)) and years[1] == moment and int(moment) - int(years[0]) > 1
        )
        return f"{years[0]}/{moment}" if apart else ""

    @property
    def started(self) -> list[str]:
        """The times of this sentence's levels."""
        return [v.time for v in self.levels[self.told :]]

    def recent(self, number: int) -> list[str]:
        """The indicators that were told last of one holder, as many as are asked for; nothing where fewer were."""
        last = self.levels[-1].holder if self.levels else ""
        parts = not self.levels or self.levels[-1].part
        told = [v.indicator for v in self.levels if v.holder == last and (parts or not v.part)]
        names = list(dict.fromkeys(reversed(told)))[:number]
        return sorted(names, key=told.index) if len(names) == number else []

    def group_of(self, number: int) -> list[Holder]:
        """The places that were named together last, where they are as many; else the last as many of which figures were
        told one by one; none for no number."""
        if number < len(("one", "other")) or len(self.group) == number:
            return self.group if number else []
        told = {v.owner.mention.text: v.owner for v in self.levels if "、" not in v.owner.mention.text}
        last = list(told.values())[-number:]
        alike = len(last) == number and len({h.mention.type for h in last}) == 1
        return last if alike else self.group if len(self.group) > 1 else []

    def of_two(self, words: str) -> "Level | None":
        """Of two places of which the same was told last, the first for 前者 and the second for 后者; None where the last
        two figures are of one place, or of two measures."""
        if "前者" in words or not self.pair:
            self.pair = [v for v in self.levels[-4:] if "占" not in v.indicator][-2:]
        alike = len(self.pair) == 2 and self.pair[0].indicator == self.pair[1].indicator
        return self.pair["后者" in words] if alike and self.pair[0].holder != self.pair[1].holder else None

    def several(self, number: int) -> list[Level]:
        """The levels told last in this sentence, one each of as many holders as are asked for; nothing where they are
        not."""
        last = self.levels[self.told :][-number:]
        return last if len({level.holder for level in last}) == number else []

    def in_full(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """人员 and 货车 by the whole names that were told before: 出入境人员, 出入境货车."""
        if len(names) != 1 or names[0] not in _SHORT:
            return names
        fitting = [v.indicator for v in self.levels if v.indicator.endswith(names[0]) and "均" not in v.indicator]
        return tuple(fitting[-1:]) or names

    def with_partner(self, words: str) -> tuple[str, ...]:
        """The indicator told last of the trade with a partner that words name and no more: 其中对缅甸."""
        match = _WITH.fullmatch(words)
        fitting = [v.indicator for v in self.levels if match and v.indicator.startswith(match["partner"])]
        return tuple(fitting[-1:])

    def in_unit(self, unit: str) -> tuple[str, ...]:
        """The indicator that was told last in a unit of this family."""
        fitting = [v.indicator for v in self.levels if v.unit and measures.family(v.unit) == measures.family(unit)]
        return tuple(fitting[-1:])

    def again(self, noun: str) -> tuple[str, ...]:
        """The indicator that 这一贸易额 goes back to: the last that ends so; any for 同一指标."""
        fitting = [v.indicator for v in self.levels if v.indicator.endswith(noun) and "占" not in v.indicator]
        return (fitting[-1],) if fitting else self.names
