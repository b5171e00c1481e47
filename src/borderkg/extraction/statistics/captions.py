"""What the title of a text, or a heading, says of the figures below it: whose they are and of which year."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.corpus.normaliser import fold
from borderkg.corpus.sections import Section, run_in
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse.governing import Locate
from borderkg.extraction.span import Span
from borderkg.extraction.statistics import bare_zones, measures, moments
from borderkg.extraction.statistics.course import Caption
from borderkg.extraction.statistics.holders import Holder, Holders
from borderkg.extraction.statistics.moments import Moment
from borderkg.extraction.statistics.passage import PLACE, Passage, holds
from borderkg.records import replace

_STATISTICAL: Final = re.compile(
    r"公报|统计|年鉴|年报|快报|(?:主要|基本)?(?:数据|指标|概况|情况)|工作(?:报告|回顾|总结)"
)
"""Of a text with such a title all figures are of its place and year, where they say nothing else."""

_REPORT: Final = re.compile(r"工作报告")
"""The report that a government gives in a year tells of the year before."""

_DELIVERED: Final = re.compile(
    r"[—-]*\(?(?P<year>(?:19|20)\d\d)年\d{1,2}月\d{1,2}日在[^,。;]{2,24}(?:人民代表大会|人大|人代会)[^,。;]{0,16}会议上"
)
"""Below 政府工作报告: when and before which congress it was delivered."""

_STATISTICS: Final = ("公报", "统计资料", "年鉴", "年报", "快报", "工作报告", "简报", "手册")
_LONGEST: Final = 40
_CASE_MAYBE: Final = re.compile("为(?:例|案例|个案|研究对象)")
_CASE: Final = re.compile(rf"以{PLACE}+{_CASE_MAYBE.pattern}")
_SPEECH: Final = re.compile(r"讲话|报告|发言|致辞|(?:大会|会议)第?[一二三四五六七八九十]*次?(?:全体)?(?:会议)?上")
_LABELLED: Final = re.compile(r"[\u4e00-\u9fff]{2,6}:")
"""历史沿革:…: a paragraph of an entry, which is about the thing that the entry is about."""
_OFFICIAL: Final = re.compile(r"[\u4e00-\u9fff]{0,4}(?:县长|市长|州长|旗长|盟长|专员|书记):")
"""Who answers for the place that the title of an interview names."""

_SOURCED: Final = re.compile(
    "(?:[—-]+|\\()?(?:(?:资料|数据|文献)?(?:来源|出处)[:于自]?|摘自|引自|录自|据)?:?(?P<title>《[^》]*(?:公报|统计|年鉴|年报)[^》]*》)"
)
_BRACKETED: Final = re.compile(
    "\\((?:(?:资料|数据)?(?:来源|出处)[:于自]?|摘自|引自|节选自|选自|录自|据|见)?:?"
    "(?P<title>《?[^()《》。;]{2,14}?(?:19|20)\\d\\d年[^()《》。;]{0,16}(?:公报|统计资料|年鉴|年报|快报|工作报告|简报)》?)\\)。?$"
)
"""…增长8%。(某市2019年国民经济和社会发展统计公报)"""

_YEAR: Final = re.compile("((?:19|20)\\d\\d)年")

_OF_ALL: Final = re.compile("^(?:主要|各|沿边|边境|重点)*(?:口岸|县市|地区|省区|试验区|合作区)(?=.{2})")
"""主要口岸货运量: of each of them."""

_DESCRIBED: Final = re.compile(r"(?:\([^()]*\))?,?(?:是|为|位于|地处|坐落|简称)")


def maybe_sourced(text: str) -> bool:
    """Whether a text may end with the name of the statistics that it is taken from: a quick look."""
    last = text.rstrip(")）。》")
    if not last.endswith(_STATISTICS):
        return False
    tail = fold(text[-_LONGEST:])
    return bool(_SOURCED.search(tail) or _BRACKETED.search(tail))


_FOLLOWS: Final = re.compile(
    "(?:以下|下列|如下)(?:[几两三四五六七八]个?方面的?|主要|的)*(?:特点|特征|情况|变化|趋势)[。:]?$"
)
"""2012年口岸贸易呈现以下特点: what follows is of that year."""

_NUMBERED: Final = re.compile(r"\((?:\d{1,2}|[一二三四五六七八九十])\)|[①-⑨]")
"""An item, and no line that announces items."""


class Captions:
    """What the headings of a text say, each by its section."""

    def __init__(self, known: Holders) -> None:
        self._known = known
        self._title = Caption()
        self._of: dict[int, Caption] = {}
        self._case: list[Holder] = []
        self._entry: list[Holder] = []
        self._announced = Moment()
        self._ports: set[str] = set()
        self._zones: list[Holder] = []

    def of(self, section: Section) -> Caption:
        """What the nearest heading around says; where there is none, what the title of the text says."""
        return next((self._of[id(s)] for s in section.ancestry() if id(s) in self._of), self._title)

    def over(self, section: Section, text: str, profile: bool) -> Caption:
        """What stands over a block of a section that reads so; `profile`: it is a label and value line."""
        caption = replace(self.of(section), case=self._case, ports=self._ports, zones=self._zones)
        if run_in(text):
            return replace(caption, holders=caption.holders or self._entry, statistical=True)
        if self._entry and not caption.holders and _LABELLED.match(text):
            return replace(caption, holders=self._entry, profile=True)
        if caption.holders and _OFFICIAL.match(text):
            return replace(caption, profile=True)
        caption = replace(caption, announced=self._announced) if profile or _NUMBERED.match(text) else caption
        return replace(caption, profile=True) if profile else caption

    def _announcing(self, annotation: Annotation) -> None:
        """Take up the line before a list, which ends with a colon, and the year that it names."""
        times: list[Moment] = []
        if len(annotation.text) <= _LONGEST and (annotation.text.endswith(":") or _FOLLOWS.search(annotation.text)):
            passage = Passage(annotation, 0)
            times = [moments.of(passage, s) for s in moments.dated(passage, 0, len(annotation.text))]
        years = {time.text[:4] for time in times}  # 据2012年1至12月的报告，2012年…
        told = times[0].text if len(times) == 1 else next(iter(years), "")
        self._announced = Moment(told) if len(years) == 1 else Moment()

    def _opening(self, annotation: Annotation, locate: Locate) -> None:
        """Take up the first sentence of a text: what an entry is about."""
        first = next((s for s in annotation.spans if s.start < s.end), None)
        if first and first.start == 0 and holds(first) and _DESCRIBED.match(annotation.text, first.end):
            self._entry = self._located(Passage(annotation, 0), first, locate)

    def case(self, annotation: Annotation, locate: Locate) -> None:
        """Take up a sentence: the ports and zones that it names, and which place the text is a study of, by 以…为例."""
        for zone, span in bare_zones.named(annotation):
            self._zones += [Holder(m, None, locate(span.start, span.end)) for m in self._known.mentions(zone)]
        self._ports.update(s.text for s in annotation.spans if s.label == "Port" and s.start < s.end)
        if self._case or not _CASE_MAYBE.search(annotation.text):
            return
        passage = Passage(annotation, 0)
        if told := _CASE.search(passage.inner):
            named = [s for s in passage.between(told.start(), told.end(), "Region") if holds(s)]
            self._case = self._located(passage, named[-1], locate) if named else []

    def signed(self, annotation: Annotation, locate: Locate) -> None:
        """Take up the last line of a speech, which says where it was held."""
        if len(annotation.text) <= _LONGEST and _SPEECH.search(annotation.text):
            self._title = self._read(annotation, locate, self._title)

    def sourced(self, annotation: Annotation, locate: Locate) -> None:
        """Take up a line at the end that says from which statistics the text is taken: ——《某市2019年统计公报》."""
        source = _SOURCED.match(annotation.text) if len(annotation.text) <= _LONGEST else None
        source = source or _BRACKETED.search(annotation.text)
        inside = [s for s in annotation.spans if s.start >= source.start("title")] if source else []
        named = [p for s in inside for p in ((s.parts or ()) if s.label in ("Title", "Policy") else (s,))]
        regions = [p for p in named if p.label == "Region" and p.individuals]
        if source is None or len(regions) != 1:
            return
        year = _YEAR.search(source["title"])
        told = str(int(year[1]) - bool(_REPORT.search(source["title"]))) if year else ""
        holders = self._located(Passage(annotation, 0), regions[0], locate)
        self._title = Caption(Moment(told), holders, statistical=True)

    def _located(self, passage: Passage, span: Span, locate: Locate) -> list[Holder]:
        return [Holder(h.mention, None, locate(span.start, span.end)) for h in self._known.of(span, passage)]

    def heading(self, section: Section, annotation: Annotation, locate: Locate) -> None:
        """Take up the heading of a section. A government's name alone over a document (…人民政府办公厅) is over all of it."""
        self._of[id(section)] = caption = self._read(annotation, locate, self.of(section))
        if not self._title.holders and [s.label for s in annotation.spans] == ["Organization"]:
            self._title = replace(self._title, holders=caption.holders)

    def block(self, sentences: Sequence[Annotation], first: bool, plain: bool, locate: Locate) -> None:
        """Take up the sentences of a block: `first`, it begins the text; `plain`, it is a paragraph and no entry."""
        if first:
            self._first(sentences[0], locate)
            self._opening(sentences[0], locate)
        if plain and not _NUMBERED.match(sentences[0].text):
            self._announcing(sentences[-1])
        if plain:
            self._delivered(sentences[0], locate)

    def _delivered(self, annotation: Annotation, locate: Locate) -> None:
        """Take up the line that says before which congress a report was read: it tells of the place, of the year before."""
        told = None if self._title.holders else _DELIVERED.match(annotation.text)
        if told is None:
            return
        bodies = [s for s in annotation.spans if s.label in ("Organization", "Meeting") and s.end <= told.end()]
        areas = [(s, area) for s in bodies if (area := self._known.area(s))]
        holders = [Holder(area, None, locate(s.start, s.end)) for s, area in areas[:1]]
        moment = Moment(str(int(told["year"]) - 1))
        self._title = Caption(moment, holders, statistical=True)
        for key, caption in self._of.items():
            if not caption.holders:
                moment = caption.moment if caption.moment.text else moment
                self._of[key] = replace(caption, moment=moment, holders=holders, statistical=True)

    def _first(self, annotation: Annotation, locate: Locate) -> None:
        """Take up the first paragraph of a text where it can be its title: short, and no sentence."""
        bare = re.sub(r"\([^()]*\)", "", annotation.text)
        if len(bare) <= _LONGEST and not re.search("[。;,]", bare):
            self._title = self._read(annotation, locate, self._title)

    def _read(self, annotation: Annotation, locate: Locate, around: Caption) -> Caption:
        passage = Passage(annotation, 0)
        dates = moments.dated(passage, 0, len(annotation.text))
        outside = [s for s in dates if "(" not in annotation.text[: s.start]]  # …2019年统计公报(2021年更新)
        times = [moments.of(passage, span).text for span in outside or dates]
        year = times[0][:4] if len(times) == 1 and "/" not in times[0] else ""
        if year.isdigit() and _REPORT.search(annotation.text):
            year = str(int(year) - 1)
        named = [s for s in passage.spans if holds(s) and s.start < s.end and not s.antecedents]
        regions = [s for s in named if s.label == "Region"] or named
        if named and named[0].start == 0 and named[0].label != "Region":
            regions = named[:1]  # a profile: the port, and then where it lies
        holders = [
            Holder(holder.mention, None, locate(span.start, span.end))
            for span in regions
            if len(regions) == 1
            for holder in self._known.of(span, passage)
        ] or [
            Holder(area, None, locate(span.start, span.end))
            for span in passage.spans
            if span.label == "Organization" and (area := self._known.area(span))
        ][:1]
        measured = measures.indicator(passage, 0, len(annotation.text), "%")
        names = tuple(_OF_ALL.sub("", name) for name in measured.names) if measured else ()
        statistical = bool(_STATISTICAL.search(annotation.text))
        return Caption(
            Moment(year) if year else around.moment,
            holders or around.holders,
            statistical or (around.statistical and not (year or holders)),
            measured=names,
        )
