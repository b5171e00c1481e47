"""What reading remembers from sentence to sentence: the year, the countries spoken of, the kind of zone meant by 试验区."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from borderkg.corpus.normaliser import fold
from borderkg.extraction.span import Span
from borderkg.extraction.values import Time
from borderkg.reference import Individual
from borderkg.schema import Concept

_NUMBER: Final = {"三": 3, "四": 4, "五": 5, "六": 6}
"""How many countries 三国 are; 两国 and 双方 are two."""

_ANNALS: Final = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年(?:度)?)?(?:[^,。;:!?]{0,24}(?:大事|要事|纪事|记事)[^,。;:!?]{0,8})?(?:\((?P<behind>(?:19|20)\d\d)年?\))?"
)
"""The title of a chronicle, or a line that holds nothing but the year of what follows."""

_ENTRY: Final = re.compile(r"(?:(?P<year>(?:19|20)\d\d)年)?(?:1[0-2]|[1-9])月|(?P<only>(?:19|20)\d\d)年")


_THIS_YEAR: Final = re.compile(
    r"(?P<word>[今去])年\((?P<year>(?:19|20)\d\d)年?\)"
    r"|^[^\n。;]{2,40}(?:讲话|发言|致辞|演讲|报告)\((?P<held>(?:19|20)\d\d)年(?:1[0-2]|[1-9])月[^()\n]{0,4}\)$"
    r"|^[^\w\n]*(?P<at>(?:19|20)\d\d)年(?:1[0-2]|[1-9])月\d{1,2}日在[^\n。,;]{4,60}(?:会议|大会|会)上$",
    re.MULTILINE,
)
"""去年(2021年), the title of a speech with the day on which it was held, and the line below it that says when and where."""


_MIGHT_SAY: Final = re.compile("[年话言辞讲告日](?:\\(|(?<=日)在)")
"""What a text must hold for one of these."""

_CLOCK: Final = r"\s*T?[0-2]?\d:[0-5]\d"
_DAY: Final = (
    r"(?<!\d)(?P<on>(?:19|20)\d\d)(?:[-/.](?P<on_m>1[0-2]|0?[1-9])[-/.][0-3]?\d|\s(?P<on_s>1[0-2]|0?[1-9])/\s?[0-3]?\d"
    rf"|年(?P<on_y>1[0-2]|0?[1-9])月[0-3]?\d日)(?=\D|$|{_CLOCK})"
)
_LINE_OF_DAY: Final = re.compile(
    rf"[^,。;!?]{{0,60}}{_DAY}[^,。;!?]{{0,60}}"
    rf"|[^,。;!?]{{2,12}}[讯电][\s(]*{_DAY.replace('<on', '<in')}.*"
)
"""某晨报 2017-08-16 05版, under the title of a report; 某晚报讯 2019年9月10日下午，…, how its first sentence begins."""

_MASTHEAD: Final = re.compile(
    r"来源|编辑|作者|记者|字体|发布|责编|[报网社刊讯电号台圈]|客户端|频道|融媒|零距离|\d:\d\d|版|日期|时间|浏览|点击|阅读|更新|\bdate\b"
    rf"|^\W*{_DAY}\W*$"
)
_UNDER_TITLE: Final = 8
_AT_FOOT: Final = 3
_STAMP: Final = re.compile(_DAY.replace(rf"(?=\D|$|{_CLOCK})", _CLOCK))
"""2023-05-06 09:10: the stamp of a page, wherever its lines were run together."""

_HEAD: Final = 300
"""Characters in which a report says of which day it is."""

_AT_THE_TURN: Final = re.compile(
    r"^[^。!?\n]{2,20}?(?<!\d)[12]月\d{1,2}日[讯电]|[讯电]\s?\(?[12]月\d{1,2}日", re.MULTILINE
)
_YEAR_OVER: Final = re.compile(
    r"(?<![到至—~\d])(?P<year>(?:19|20)\d\d)年(?!(?:(?:[1-9]|1[01])月|前|规划|底前|[—~至]))(?=[^。;!?]*\d)"
)
"""A report of January or February that tells figures of a year tells of the one that is over."""


def spoken_in(text: str) -> int | None:
    """The year in which a text says that it speaks, which its 今年 and 去年 go by; None where it does not say."""
    folded = fold(text)
    told = _THIS_YEAR.search(folded) if _MIGHT_SAY.search(folded) else None
    if told:
        return int(told["held"] or told["at"] or told["year"]) + (told["word"] == "去")
    if printed := _printed(text):
        return printed[0]
    over = _YEAR_OVER.findall(folded) if _AT_THE_TURN.search(folded[:_HEAD]) else []
    return int(max(over)) + 1 if over else None


_PAPER: Final = re.compile(rf"《?\s?[\u4e00-\u9fff]{{2,8}}报\s?》?\s?\(\s?{_DAY}[^()]{{0,8}}版\s?\)")
"""《某某日报》(2023年11月13日 13版), under a report."""

_WIRE: Final = re.compile(r"^[^。!?\n]{2,24}?(?<!\d)(?P<month>1[0-2]|0?[1-9])月\d{1,2}日[讯电]", re.MULTILINE)


def _printed(text: str) -> tuple[int, int] | None:
    """The year and month that a page bears (`_stamped`): that of the newspaper which it names under its report, first."""
    paper = _paper(text)
    return _year_and_month(paper, "on") if paper else None if posted_again(text) else _stamped(text)


def _paper(text: str) -> re.Match[str] | None:
    lines = [fold(line.strip()) for line in text.rstrip().split("\n")[-_AT_FOOT:]]
    return next((told for line in lines if "版" in line and (told := _PAPER.search(line))), None)


def posted_again(text: str) -> bool:
    """Whether a page was put up long after its report was sent or printed, as one that bears another month: what such a
    report calls 今年 is not the year of the page."""
    stamp = _stamped(text)
    if stamp is None:
        return False
    sent = _WIRE.search(fold(text[: 2 * _HEAD]))
    return bool(_paper(text)) or (sent is not None and (stamp[1] - int(sent["month"])) % 12 > 1)


def _stamped(text: str) -> tuple[int, int] | None:
    """The year and month that a page bears at its head, or under its text: 2020年04月08日09:28 来源:….

    A day with the time of a clock is such a stamp wherever it stands near the head or foot; other days only in a line that
    names a source or an editor, or holds nothing else.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in map(fold, [*lines[:_UNDER_TITLE], *lines[_UNDER_TITLE:][-_AT_FOOT:]]):
        dated = _LINE_OF_DAY.fullmatch(line)
        if dated and (dated["in"] or _MASTHEAD.search(line)):
            return _year_and_month(dated, "in" if dated["in"] else "on")
    head = fold(text[:_HEAD])
    stamp = _STAMP.search(head) or _STAMP.search(fold(text[_HEAD:][-_HEAD:]))
    return _year_and_month(stamp, "on") if stamp else None


def _year_and_month(dated: re.Match[str], group: str) -> tuple[int, int]:
    month = next(dated[f"{group}_{form}"] for form in "msy" if dated[f"{group}_{form}"])
    return int(dated[group]), int(month)


def month_printed(text: str) -> int:
    """The month that a page bears with its year (`spoken_in`): a later month without a year is of the year before; 12
    where it bears none."""
    folded = fold(text)
    printed = None if _MIGHT_SAY.search(folded) and _THIS_YEAR.search(folded) else _printed(text)
    return printed[1] if printed else 12


@dataclass
class Memory:
    """Completes times that leave out the year, and tells which two countries 两国 are, in reading order."""

    published: int | None = None
    until: int = 12
    """The month in which the text was published: a later one without a year is of the year before."""
    again: bool = False
    """Whether the page was put up long after (`posted_again`): days as pages bear them (2024-11-27) are none that it tells."""
    year: int | None = None
    latest: int | None = None
    """The last year that the text told a date of: of a text without a year of its own, 上年 is the one before."""
    spoken: int | None = None
    """The same of months and days alone: 今年 is this, and may follow upon a year told as a whole (2018年…万吨)."""
    of_event: bool = False
    """Whether `year` is that of an event (2012年封关运营), and not one that figures are told of: 1—9月 is none of its months."""
    seen: int = 0
    """The last year of all that the text has told, also of events and of what it compares with: 今年 is none before it."""
    past: int | None = None
    """The sentence that told `year` behind a later one (2023年3亿元，2022年为2亿元), or as the end of a sum (截至2022年底):
    months in another sentence are of no year that can be told."""
    undated: bool = False
    """Whether the sentence speaks of 今年 in a text that tells no year for it."""
    untold: set[str] = field(default_factory=set)
    """Months and days that the text has told without a year before it told any: named again (the day of the news) they are of
    no year that it told of something else since."""
    month: str = ""
    day: str = ""
    of_entry: int | None = None
    """The year of an entry whose parts have labels; 0 before its first date."""
    annals: int | None = None
    """Of a chronicle, the year whose entries are read; 0 before the first."""
    countries: dict[int, tuple[Individual, ...]] = field(default_factory=dict)
    """Those named together last, by how many they are."""
    together: tuple[Individual, ...] = ()
    """Those named together last of all."""
    named: tuple[Individual, ...] = ()
    """The countries named one by one since, the last one last."""
    kinds: dict[str, Concept] = field(default_factory=dict)
    """What 试验区, 合作区 alone mean: the kind of that ending that was named last."""
    zone: str = ""
    """The free trade zone spoken of, whose parts are 片区."""
    sentence: int = 0
    ports: dict[str, int] = field(default_factory=dict)
    """The bare names of what the text has called ports, each with the sentence in which it last did."""
    parts: dict[str, str] = field(default_factory=dict)
    """The free trade zone of each part that the text has named."""

    levels: dict[str, tuple[Individual, ...]] = field(default_factory=dict)
    """What a bare name means that a prefecture and its seat share, where the text has said so."""

    def enter(self, lines: Iterable[str]) -> None:
        """Begin to read the lines of a block: an entry of a chronicle (3月1日…) is of the year of its title or of the
        entry before, whatever years that entry speaks of."""
        for line in map(fold, map(str.strip, lines)):
            title = _ANNALS.fullmatch(line)
            if not title or not line:
                entry = _ENTRY.match(line) if self.annals is not None else None
                if entry:
                    self.annals = int(entry["year"] or entry["only"] or self.annals or 0)
                    self.year, self.past = self.annals or self.year, None
                return
            self.annals = int(title["year"] or title["behind"] or 0)

    def part(self, *, labelled: bool) -> bool:
        """Begin to read a paragraph; gives back whether it begins with a label. The first such part of an entry (【对外贸易】
        2020年，…) tells the year, which months without one are of in those after it, whatever years stand between."""
        if labelled:
            self.year, self.past = self.of_entry or self.year, None
            self.of_entry = self.of_entry or 0
        return labelled

    def note_kind(self, span: Span) -> None:
        """Remember the kind of zone that a span names."""
        kinds = [part for part in (span, *span.parts) if part.concept and part.concept.scheme == "platform-type"]
        for part in kinds:
            concept = part.concept
            if concept is None:
                continue
            for word in ("试验区", "合作区", "综保区", "保税区"):
                if concept.label_zh.endswith(word) and concept.label_zh != word:
                    self.kinds[word] = concept
            zone = span if span.label == "Platform" else part  # 《…自由贸易试验区总体方案》 speaks of one too
            if zone.label == "Platform" and concept.iri.endswith("free-trade-pilot-zone"):
                self.zone = zone.text

    def named_together(self, countries: Sequence[Individual]) -> None:
        """Remember countries that a text may then call 两国 or 三国."""
        if all(i.type == "Country" for i in countries):
            self.countries[len(countries)] = self.together = self.named = tuple(countries)

    def read(
        self, span: Span, compared: bool = False, event: bool = False, aimed: bool = False, ended: bool = False
    ) -> Span:
        """The span with its time completed, or as it is where nothing before tells the year. A year that is only
        `compared` with (比1984年增长) is none that 次年 follows; that of an `event` (2008年开放) is not the one in which
        the text speaks, its 今年; nor is one that is `aimed` at; nor one that a sum `ended` in (截至2022年底) that
        of months told behind it."""
        if span.label == "Countries":
            if span.individuals:
                self.named_together(span.individuals)
                return span
            return replace(span, individuals=self._spoken_of(_NUMBER.get(span.text[0], 2)))
        if span.label == "Country":
            self.named = (*(i for i in self.named if i not in span.individuals), *span.individuals)[-4:]
        time = span.value
        if not isinstance(time, Time):
            return span
        if not time.relative:
            if time.is_date and not aimed:
                self.seen = max(self.seen, int(time.start[:4]))
            if not compared and not aimed and not (self.again and span.found_by == "dates:numeric date"):
                before, self.past = self.year, None
                self._note(time, event)
                passed = not event and self.year is not None and self.year < (self.latest or 0)
                if (ended and self.year != before) or passed:
                    self.past = self.sentence
            return span
        kind, _, rest = time.relative.partition(" ")
        year = self._year(kind, rest, span.text.startswith("上年"))
        if kind == "month" and len(rest) == len("MM-DD"):
            if year is not None and rest in self.untold:
                return span
            self.untold |= {rest} if year is None else set()
        if year is None and kind == "this-year":
            self.year, self.month, self.day = None, "", ""  # what follows is of a year that the text does not tell
        if year is None or (kind == "day" and not self.month):
            return span
        if "/" in rest:
            first, last = rest.split("/")
            self.year, self.past = year, None
            return replace(span, value=Time(f"{year}-{first}", f"{year}-{last}"))
        if kind == "next-day":
            return self._next_day(span)
        if kind == "next-month":
            if not self.month:
                return span
            year, rest = (
                (year + 1, "01") if self.month == "12" else (year, f"{int(self.month) + 1:02d}{rest and '-'}{rest}")
            )
        if kind in ("same-month", "day"):
            rest = f"{self.month}-{rest}" if rest and self.month else self.month
        if kind != "last-year":  # 比上年增长: a year to compare with, and the text goes on about the other
            self.year, self.month, self.day, self.past = year, rest[:2], rest[3:5], None
        return replace(span, value=Time(f"{year}-{rest}" if rest else str(year)))

    def now(self, spans: Iterable[Span]) -> None:
        """Forget the year of what was told before where a sentence speaks of 今年 and the text tells no year for it: the
        months in it (截至10月底，今年…) are of no year that was told of something else."""
        spoken = any(isinstance(s.value, Time) and s.value.relative.startswith("this-year") for s in spans)
        self.undated = spoken and self._year("this-year", "", of_report=False) is None
        self.year = None if self.undated else self.year

    def _next_day(self, span: Span) -> Span:
        """次日 with the day after the one that was told last; as it is where none was."""
        if not (self.year and self.month and self.day):
            return span
        try:
            after = date(self.year, int(self.month), int(self.day)) + timedelta(days=1)
        except ValueError:  # 2月30日
            return span
        self.year, self.month, self.day = after.year, f"{after.month:02d}", f"{after.day:02d}"
        return replace(span, value=Time(after.isoformat()))

    def _spoken_of(self, number: int) -> tuple[Individual, ...]:
        """The countries that 两国, 三国 are: those named together, unless others were named after them; China first."""
        since = [i for i in self.named if i not in self.together]
        only_one = number == 2 and len(since) == 1 and any(i.is_china for i in self.together)
        if only_one or len(since) < number - 1 or not since or len(self.named) < number:
            return self.countries.get(number, ())
        return tuple(sorted(self.named[-number:], key=lambda i: not i.is_china))

    def _note(self, time: Time, event: bool) -> None:
        if time.is_date:
            self.year, self.month, self.day = int(time.start[:4]), time.start[5:7], time.start[8:10]
            self.latest = self.latest if event else max(self.year, self.latest or 0)
            self.spoken = max(self.year, self.spoken or 0) if self.month and not event else self.spoken
            self.of_event = event
            self.of_entry = self.year if self.of_entry == 0 else self.of_entry
        elif time.end and not time.vague and not time.plan:
            self.year, self.of_event = int(time.end[:4]), False
            if time.start[:4] == time.end[:4]:  # 2024年前三季度
                self.latest = max(self.year, self.latest or 0)
                self.spoken = max(self.year, self.spoken or 0)

    def _year(self, kind: str, rest: str, of_report: bool) -> int | None:
        if kind == "year-of-book":
            return self.published or self.annals
        if kind in ("this-year", "last-year"):
            today = self.published or (self.latest if of_report else self.spoken)
            if not self.published and today and self.seen > today:
                return None
            return today - (kind == "last-year") if today else None
        if self.undated and self.of_event and kind in ("month", "months"):
            return None
        past = self.past is not None and self.past != self.sentence and kind in ("month", "months")
        if past and not self.published:
            return None
        if (past or self.year in (None, self.published)) and kind in ("month", "months"):
            return self.published - (kind == "month" and int(rest[:2]) > self.until) if self.published else None
        if self.year is None:
            return None
        if kind == "months" and self.of_event:
            return max(self.year, self.latest) if self.latest else self.published
        if kind.startswith("later-"):
            return self.year + int(kind.removeprefix("later-"))
        return self.year + (kind == "next-year")


def beginning(text: str, year: int | None, guessed: bool) -> Memory:
    """What is known where reading begins. `year` is that in which the text was published as its source says, or as was
    `guessed` from the text itself: of a page that was put up long after (`posted_again`) that is not told."""
    again = posted_again(text)
    return Memory((None if again and guessed else year) or spoken_in(text), month_printed(text), again)
