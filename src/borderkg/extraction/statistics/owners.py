"""Takes up whose a figure is, from figure to figure: what its clause names, refers to or leaves out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.statistics import (
    bare_zones,
    belonging,
    counts,
    enumerated,
    fitness,
    growth,
    holders,
    indicators,
    itemised,
    lengths,
    meant,
    measures,
    origins,
    partners,
    shares,
    united,
    views,
    wholes,
)
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.holders import GOVERNED, Holder, Holders, governed
from borderkg.extraction.statistics.leads import Lead, names_two
from borderkg.extraction.statistics.passage import HOLDING, NUMBER, PLACE, Passage, holds
from borderkg.extraction.statistics.wholes import Wholes
from borderkg.extraction.values import Quantity

_NEW: Final = re.compile(
    r"(?:面积|占地|总投资|实施范围|规划范围)[^,;]{0,6}$|(?:^|[,;])(?:涵盖|划分为|分为|下设|包括)[^,;]*$"
)
_SETS_UP: Final = re.compile(
    "(?:设立|建立|成立|批准|建成|开通|兴建|新建|创建|建设|包含|包括|涵盖|下设|设有|辖有|含)(?:了|有)?(?:[^,;]{0,2}|(?:国家|自治区)级|(?:全[国省区州市]|我国)?(?:首个|第一个))$"
)
"""What is told of the extent of something behind 设立某区 is of the zone."""

_PARTS: Final = re.compile("其中|[分从](?:各)?(?:省|国|地|口岸|县|市|州|园|片)[^,;。]{0,4}看")
"""What follows are parts of what was spoken of."""

_PRESENTS: Final = re.compile(
    rf"(?:(?:设|建|辖|开)?有着?|[坐座]落着|分布着|建成了?|开设了?|设立了|开通了)(?P<what>{PLACE}+){NUMBER}*$"
)
_OF_A_PORT: Final = re.compile("^[^,;]{0,3}距|[过通]货|货运|[过通验]关|能力|出入境|进出境|规划面积|占地")
"""境内有某口岸1个，距县城81公里: told of what a place has."""

_OF_TRADE: Final = re.compile("(?:进出口|贸易)总?[额值]|货值|进出口")
_TELLS_OF_A_PORT: Final = re.compile("口岸|相对|相望|对应|对面|对开|升格|扩大开放|通关")
"""有某口岸，2017年升格，与某口岸相对，2022年完成进出口额…: trade of the port of which the sentence went on to tell."""

_OF_A_ZONE_ASIDE: Final = re.compile("(?:面积|占地|入驻|注册|企业)[^,;]{0,6}$")

_OF_WHAT_WAS_TOLD: Final = re.compile("^(?:[约仅已只]*占|同比|环比|年均)")
"""2021年52亿立方米, 占全国进口量的12%: of the measure told before."""


_WHOLE: Final = re.compile(
    rf"^[^{PLACE}]*(?:[对与同自从向]{PLACE}+)?[^{PLACE}]*(?:贸易|进出口|进口|出口|边贸|外贸)(?:总?[额值量])?(?:已|约|仅|就|均)*占(?P<of>{PLACE}+)的?(?:外贸|对外贸易|进出口|贸易|边境贸易|边贸)"
)
"""对俄贸易占黑龙江省外贸总额的六成: of the place whose trade is the whole, where no other is spoken of."""

_THE_TWO: Final = re.compile("[二两三]者")
"""Where it is not clear which."""

_OF_TWO: Final = re.compile("贸易|边境线|边界|国界|进出口|往来")
"""What two countries have together."""


_BILATERAL: Final = re.compile("双边|两国(?:之?间)?(?=的?(?:贸易|货物|进出口|服务))")
"""某铁路带动两国合作，中老双边贸易额达…: of the two, whatever the sentence speaks of."""


class Owners:
    def __init__(self, known: Holders, around: Wholes) -> None:
        self._holders = known
        self._wholes = around

    def note(self, lead: Lead, position: int, before: Sequence[Range], course: Course) -> None:
        """Take up whose the figure is; `before` are the clauses since the figure before, which ends at `position`."""
        passage = lead.passage
        if course.figures and course.kind == "share" and shares.of_another(lead.text):
            return  # 占全省的62%、全国的约四成: of the same
        counted = self._counted_names(lead)
        only = counted and not passage.between(lead.start, counted[0].start, *HOLDING)
        one_of_two = any(
            indicators.FORMER.fullmatch(s.text) and measures.indicator(passage, s.end, lead.end, lead.quantity.unit)
            for s in passage.between(lead.start, lead.end, *HOLDING)
        )  # 前者海拔4733米, of one of two ports; 前者增长5%, of one of two indicators
        of_two = bool(indicators.FORMER.search(lead.text)) and not indicators.one_of_two(lead, course)
        former = of_two and not one_of_two and course.recent(2)
        if (only and not wholes.word(lead.words)) or former:
            return
        several = [g for g in holders.groups(passage, position, lead.end) if len(g) > 1]
        if not several and (told := indicators.one_of_two(lead, course)):
            course.measure((told.indicator,), None)
            self._settle(lead, [told.owner], course)
            return
        if several:
            course.group = self._holders.in_group(passage, several[-1])
        course.holders = course.holders or course.single
        road = [h for h in course.holders if h.mention.type == "Corridor"]
        if lengths.stretch(lead) and (road := road or self._road(lead)):
            course.speak_of(road)
            return  # 中国段613公里: of the road
        found = self._spoken_of(lead, position, before, several, counted, course)
        found = meant.port(self._holders, lead, course) or meant.ports_again(self._holders, lead, found, course)
        if partners.others(lead, found, course) or itemised.with_partners(lead, found, course):
            return
        if not found and indicators.of_measures(lead, course):
            found = [course.levels[-1].owner]
        if not found and _THE_TWO.search(lead.text) and len(course.recent(lead.of)) < max(lead.of, 2):
            course.holders = []
            return
        found = meant.ports_in_turn(lead, found, course) or belonging.zone_again(lead, course)
        found = found or ([self._holders.nation] if "中央财政" in lead.text else [])
        if not found and not course.figures and not course.unnamed and not self._goes_on(lead, course):
            found = self._left_out(lead)
            if {h.mention.text for h in found} & {h.mention.text for h in course.told_of}:
                found = course.single
            if course.holders and found and found[0].mention.type == "Country" != course.holders[0].mention.type:
                found = []  # a partner that was spoken of in passing
            if (
                found
                and course.single
                and any(v.indicator[1:].startswith(found[0].mention.text) for v in course.levels)
            ):
                found = []  # 对东盟进出口…。民营企业进出口…
        found = (
            found or course.holders or (list(course.caption.case) if not fitness.national(passage, lead.figure) else [])
        )
        if not found and course.national and not course.placed and fitness.OF_THE_STATE.search(lead.text):
            found = [self._holders.nation]
        found = (course.region or self._holders.seen(course.seen[:1])) if partners.left_out(lead, found) else found
        found = found or meant.only_one(self._holders, lead, course)
        self._settle(lead, found, course)
        if len(course.holders) > 1 and names_two(passage, lead.end) and holders.TOGETHER.search(lead.text):
            course.holders = [united.union(course.holders, lead.text)]  # 两地合计货运量、货值达到120万吨、30亿元

    def _spoken_of(
        self,
        lead: Lead,
        position: int,
        before: Sequence[Range],
        several: Sequence[Sequence[Span]],
        counted: Sequence[Span],
        course: Course,
    ) -> list[Holder]:
        """Whose the words up to a figure say that it is: named in its clause or at the head of one before, as 两地 or 全省,
        by the label of the line; `several` are the places named together, `counted` the names that are counted."""
        passage, base = lead.passage, _base(lead)
        stop = counted[0].start if counted else min(lengths.begins(lead), base)
        if border := lengths.of_border(lead):
            return self._holders.of(border, passage) if isinstance(border, Span) else [self._holders.nation]
        if between := lengths.apart(lead):
            return self._holders.of(between[1], passage) if between[1] else self._left_out(lead, ("Port", "Region"))
        if what := lengths.beyond(lead):
            return self._holders.of(what, passage)
        origin = origins.read(lead, course.names)
        if origin:
            return self._holders.of(origin.span, passage)
        found = self._of_aside(lead) or meant.behind(self._holders, lead) or partners.ally(self._holders, lead, course)
        found = found or self._holders.named(passage, lead.start, stop) or bare_zones.meant(lead, course)
        if not found and _BILATERAL.search(lead.text) and not lead.base:
            found = self._together(lead)
        if not found and several and _numbered(lead, several[-1]):
            head = next((s.end for s in passage.spans if s.start == lead.start), lead.start)
            where = passage.at(several[-1][0].start, head)  # names, number and the word that they share
            found = [replace(h, where=where) for h in self._holders.in_group(passage, several[-1])]
        if (
            not found
            and not indicators.of_measures(lead, course)
            and (group := course.group_of(united.of_group(passage.places_hidden(passage.clause(lead.end), lead.end))))
        ):
            with_partners = len(course.names) > 1 and group[0].mention.text in course.names[0]
            found = course.holders if with_partners else group
        if not found and fitness.OF_A_ROAD.search(lead.text) and lengths.lengths_in(lead):
            found = self._holders.left_out(passage, lead.start, lead.end, ("Corridor",))
        found = found or (self._together(lead) if "双边贸易" in lead.text else [])
        for begin, end in before:
            found = found or self._set_up(lead, begin, end) or self._presented(lead, begin, end)
            found = found or self._holders.named(passage, begin, end, at_head=True)
            found = found or course.group_of(united.group_at_head(passage.around(end)[begin:end]))
            found = [] if found and partners.toward(lead, found[0]) else found
        found = meant.its(lead, found, course) or bare_zones.meant(lead, course, of_sentence=True)
        if found and partners.toward(lead, found[0]):
            found = []
        found = found or meant.labelled(self._holders, lead, position)
        found = self._whole(lead, position, found, course, base) or wholes.unambiguous(found)
        found = found or ([] if course.figures and not lead.base else self._together(lead))
        if not found and not course.holders and lead.quantity.unit == "%" and (whole := _WHOLE.search(lead.words)):
            named = passage.between(lead.start + whole.start("of"), lead.start + whole.end("of"), "Region")
            found = self._holders.of(named[0], passage) if len(named) == 1 else []
        if course.caption.profile and not course.figures:
            found = found or list(course.caption.holders)
        return list(found)

    def _settle(self, lead: Lead, found: list[Holder], course: Course) -> None:
        """Go on about what was found, where it can have the figure."""
        passage = lead.passage
        held = course.figures and found is course.holders
        told = found if held else _of_wholes(lead, found)
        found = self._holders.at_home(told, lead.of)
        course.beside = [h.mention.surface[0] for h in told if h not in found and h.mention.surface]
        if fitness.DONE_AT_FAIR.search(lead.text) and not any(h.mention.type == "Expo" for h in found):
            fairs = [s for s in passage.between(0, lead.start, "Expo") if s.start < s.end]
            found = self._holders.of(fairs[-1], passage) if fairs else found
        at_fair = fitness.AT_FAIR.search(lead.text) and not any(h.mention.type == "Expo" for h in found)
        course.site = meant.at_site(lead, found, course)
        course.go_on_unnamed(bool(at_fair) or meant.unnamed(lead, found, course), found, passage.offset + lead.end)
        if (
            course.unnamed
            or partners.told_of(lead, found)
            or fitness.of_works(passage, lead.start, lead.figure.end, lead.text)
        ):
            course.holders = course.single if partners.with_told(lead, found) else []
            return
        if found and fitness.OF_A_ZONE.search(lead.text) and governed(found):
            found = self._holders.left_out(passage, lead.start, lead.end, ("Platform", "Port", "Corridor"))
        port = bool(found and found[0].mention.type == "Port" and fitness.NOT_OF_A_PORT.search(lead.text))
        named_here = any(s.start < s.end for s in passage.between(0, lead.end, "Platform")) or bare_zones.heads(lead)
        port = port or (bool(found) and not named_here and fitness.of_no_zone(found[0].mention, lead.text))
        peopled = bool(named_here and found) and fitness.peopled(found[0].mention, lead.text)
        if found and (port or (fitness.OF_A_REGION.search(lead.text) and not peopled)) and not governed(found):
            course.holders = self._holders.left_out(passage, lead.start, lead.end, GOVERNED) or course.region
        else:
            whole = course.single
            if found and found[0].where and found[0].raw:
                course.holders = found  # a branch: the text goes on about the port
                course.branches += found if whole else []
            else:
                course.speak_of(found)
            if _PARTS.search(passage.text, 0, lead.end):
                course.part_of(whole)
            goes_on = measures.elided(lead.words) or _OF_WHAT_WAS_TOLD.search(lead.text)
            words = "".join(course.names if goes_on else ()) + passage.text[lead.start : lead.figure.end + 6]
            if found and not fitness.suited(found[0].mention.type, words):
                course.holders = self._left_out(lead, (k for k in HOLDING if k not in fitness.SUITED))

    def _road(self, lead: Lead) -> list[Holder]:
        """The road that a sentence has spoken of."""
        named = [s for s in lead.passage.between(0, lead.start, "Corridor") if holds(s)]
        return self._holders.of(named[-1], lead.passage) if named else []

    def _set_up(self, lead: Lead, begin: int, end: int) -> list[Holder]:
        """The zone that a clause before says was set up, where the figure is its extent."""
        if not _NEW.search(lead.text):
            return []
        if announced := bare_zones.laid_out(lead.passage, begin, end):
            return self._holders.of(announced, lead.passage)
        named = lead.passage.between(begin, end, "Platform")
        last = named[-1] if named else None
        new = last and last.end >= end - 1 and _SETS_UP.search(lead.passage.text, begin, last.start)
        return self._holders.of(last, lead.passage) if last and new else []

    def _presented(self, lead: Lead, begin: int, end: int) -> list[Holder]:
        """The one port or zone that a clause before says a place has, where the figure can be its own."""
        trade = _OF_TRADE.search(lead.text) and _TELLS_OF_A_PORT.search(lead.passage.text, end, lead.start)
        told = _PRESENTS.search(lead.passage.inner, begin, end) if trade or _OF_A_PORT.search(lead.text) else None
        named = lead.passage.between(told.start("what"), told.end("what"), "Port", "Platform") if told else []
        return self._holders.of(named[0], lead.passage) if len(named) == 1 else []

    def _of_aside(self, lead: Lead) -> list[Holder]:
        """What stands before the bracket in which a figure stands alone: 昆明片区(76平方公里)."""
        text = lead.passage.text
        opened = text.rfind("(", 0, lead.start)
        if opened > 0 and ")" not in text[opened : lead.start] and _OF_A_ZONE_ASIDE.search(lead.text):
            named = [s for s in lead.passage.between(0, opened, "Platform") if s.end == opened]
            if named:  # 某片区(2017年5月揭牌,占地9平方公里)
                return self._holders.of(named[-1], lead.passage)
        if text[lead.start - 1 : lead.start] != "(" or text[lead.figure.end : lead.figure.end + 1] != ")":
            return []
        for span in lead.passage.between(0, lead.start - 1, *HOLDING):
            if span.start < span.end and text[span.end : lead.start - 1] in ("", "片区"):
                return self._holders.of(span, lead.passage)
        return []

    def _together(self, lead: Lead) -> list[Holder]:
        """中俄双边贸易额: of China, as one of the two; 滇缅贸易额: of the province."""
        clause = lead.passage.between(lead.start, lead.end, "Countries", "Topic")
        clause = [s for s in clause if not any(a.span.label in ("Port", "Platform") for a in s.antecedents)]
        several = [s for span in clause for s in (span, *(a.span for a in span.antecedents))]
        several = [s for s in several if s.label == "Countries" and s.individuals]
        if not several or not _OF_TWO.search(lead.text) or "占" in lead.text:
            return []
        ours = [i for i in several[-1].individuals if i.type == "Region" or i.is_china]
        return [Holder(Mention(i.type, i.label_zh, (), (i,))) for i in ours[:1]]

    def _whole(self, lead: Lead, position: int, found: Sequence[Holder], course: Course, base: int) -> list[Holder]:
        """What 全省 or 镇域 means, where it is no name that was spoken of; `base` is where the words of another begin."""
        if {"(", "〔"} & set(lead.passage.text[position : lead.end]):
            told = wholes.named_behind(lead.passage.inner[position : lead.end])
            behind = lead.passage.between(position + told[0], position + told[1], "Region") if told else []
            if behind:
                return self._holders.of(behind[0], lead.passage)
        most = holders.MOST.search(lead.passage.text, position, lead.end)
        noun = wholes.word(lead.passage.around(lead.end)[most.end() if most else position : min(lead.end, base)])
        if found and found[0].mention.text in wholes.AMBIGUOUS:
            noun, regions = wholes.AMBIGUOUS[found[0].mention.text], lead.passage.between(0, lead.end, "Region")
            found = self._holders.of(regions[-2], lead.passage) if len(regions) > 1 else []  # 德宏州全州
        if not noun:
            return []
        passage = lead.passage
        left_out = self._holders.left_out(passage, lead.start, lead.end)
        governed = self._governed_by(passage, lead.end)
        left_out += self._holders.left_out(passage, lead.start, lead.end, ("Region",))
        before = [*course.holders, *course.region, *course.caption.holders]
        named = self._wholes.of(noun, [*found, *left_out, *before, *governed])
        return named or self._wholes.of(noun, self._holders.seen(course.seen))

    def _governed_by(self, passage: Passage, end: int) -> list[Holder]:
        """The places whose governments a sentence names, the last first, or goes on about."""
        named: list[Holder] = []
        spoken: list[Holder] = []
        for span in passage.between(0, end, "Organization", "Topic"):
            if area := self._holders.area(span):
                named.insert(0, Holder(area, passage.at(span.start, span.end)))
            for antecedent in span.antecedents:
                if area := self._holders.area(antecedent.span):
                    spoken.insert(0, Holder(area, None, antecedent.raw))
        return [*named, *spoken]

    def _left_out(self, lead: Lead, kinds: Iterable[str] = HOLDING) -> list[Holder]:
        passage = lead.passage
        if re.search(r"口岸(?:进出|货运|出入|过货|客运)", lead.text):
            port = self._holders.left_out(passage, lead.start, lead.end, ("Port",))
            if port:
                return port
        whole = re.search(r"全[省区市州县]", lead.text)
        return self._holders.left_out(passage, lead.start, lead.end, ("Region",) if whole else tuple(kinds))

    @staticmethod
    def _goes_on(lead: Lead, course: Course) -> bool:
        """Whether a sentence goes on about the holder of the one before: it leaves out the indicator as well, or counts
        what only a region can have."""
        if not course.holders or views.BREAKS_DOWN.match(lead.passage.text) or lead.passage.text.startswith("其中"):
            return bool(course.holders)
        counts_on = counts.UNIT.match(lead.quantity.unit) and governed(course.holders)
        return (
            bool(counts_on)
            or shares.again(lead.passage.text[: lead.end])
            or (bool(course.names) and measures.elided(lead.words))
        )

    @staticmethod
    def _counted_names(lead: Lead) -> Sequence[Span]:
        """其中凭祥、龙州2个为边境县: the names are what is counted, not what the figure is of."""
        if not counts.UNIT.match(lead.quantity.unit):
            return []
        listed = list(holders.groups(lead.passage, lead.start, lead.end))
        counted = listed and listed[-1][-1].end == lead.end and len(listed[-1]) == lead.quantity.number
        counted = counted and not (len(listed[-1]) == 1 and enumerated.next_has(lead.passage, lead.figure, lead.start))
        return listed[-1] if counted else []


def _base(lead: Lead) -> int:
    """Where the words begin for what a figure is above or a multiple of, which holds nothing; else the figure."""
    if lead.of_base:
        return lead.stop
    if over := growth.over(lead.words, lead.text):
        return lead.start + over.start
    if more := growth.more_than(lead.words):
        return lead.start + more[0]
    if lead.quantity.unit == "%" and (achieved := shares.achieved(lead.text))[0]:
        return lead.start + achieved[1]
    multiple = growth.multiple_of(lead.text) if lead.quantity.unit == "倍" else None
    return lead.start + multiple[1] if multiple and multiple[0] else lead.end


def _numbered(lead: Lead, group: Sequence[Span]) -> bool:
    """Whether names and their number stand right before: 瑞丽、临沧、河口三个…分别实现."""
    return any(
        span.label == "Quantity" and span.start == group[-1].end and span.end == lead.start
        for span in lead.passage.spans
        if isinstance(span.value, Quantity) and span.value.number == len(group)
    )


_BORDER: Final = re.compile("[边国][境界](?!地[区带])")


def _of_wholes(lead: Lead, found: list[Holder]) -> list[Holder]:
    """What is found, a part of a region as the region: 怒江州西部与缅甸接壤，国境线长449公里 goes on about the
    whole, and so does a border."""
    begin = lead.passage.offset + lead.start
    told = [
        replace(h, mention=h.mention.base)
        if h.mention.base and (_BORDER.search(lead.text) or not h.where or h.where[0] < begin)
        else h
        for h in found
    ]
    return found if told == found else told
