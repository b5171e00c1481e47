"""Whose it is that is counted: the region, country, fair or body that has what a number counts."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statistics import fitness, holders, ranks, wholes
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.holders import GOVERNED, Holder, Holders, governed, named_after
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.passage import PLACE, TIME, Passage
from borderkg.extraction.statistics.wholes import Wholes

_NO_RULER: Final = re.compile("(?:兵团|公司|集团|银行|大学|学院|研究[院所]|协会|商会)$")
"""What such bodies have is not the nation's."""

_LYING: Final = re.compile(rf"(?:都|均|分别)?(?:位于|分布在|分布于|坐落于|地处|设在|在){PLACE}")
_HAS: Final = re.compile("(?:现|共|境内|也|还|另|目前|下)*(?:有|拥有|设有|建有|辖)")
"""现有两个口岸, in a clause of its own: of what the sentence is about, whatever body acted before."""

_HAVING: Final = re.compile("[^,。;]{0,6}(?:有|设|辖|分)")
_OWN: Final = re.compile(
    rf"(?:^|[,;:。(]|作为|为|系|是|属|属于|{TIME}|其中|现有|目前|(?:为|系|是)[^,;:。]{{0,16}}(?:批准|开放|设立|确定|建立|规划|布局|建设|运行|开通)的)$"
)
"""Before a place that has what is counted: 为西藏21个边境县之一, 是国务院批准设立的西藏4个口岸之一."""

_TAKEN_IN: Final = re.compile(
    "(?:征求|走访|调研|惠及|深入|组织|列入|纳入|入选|跻身|进入|列为|成为|属于?|同为|位列|覆盖|适用于|涉及)[了到及]?$"
)
"""走访了云南省8个边境州的干部: of the place before the number, whatever is done with them."""


_BY_LEAVE: Final = re.compile("[^,;。]*(?:有|辖|设)(?:了|着)?(?:经|由)")
"""云南拥有经国务院批准的一类口岸20个: of who has them, whoever approved them."""

_SET_UP: Final = re.compile("(?:开放|设立|批准|建立|新增|批复|确定|增设)了?$")
"""又设立了8个合作区, in a paragraph on acts of the state that names no place."""


_TOWARD: Final = re.compile(rf"(?P<of>{PLACE}+)[对与同向]{PLACE}+(?:开放|通商|接壤|相通|毗邻|相连|通车)的?$")


def _of(lead: Lead, place: Span) -> int:
    """How long the 的 is that alone stands between a place and its number: 山南市的四个边境县."""
    return int(lead.passage.text[place.end : lead.end] == "的")


def zone_again(lead: Lead, course: Course) -> list[Holder]:
    """The zone that a bare 自贸试验区 at the head of a clause goes back to, where nothing else is spoken of."""
    kinds = [s for s in lead.passage.between(lead.start, lead.end, "PlatformKind") if s.start == lead.start]
    zone = course.zone[0].mention.text if kinds and not course.holders and course.zone else ""
    return course.zone if zone and kinds[0].concept and kinds[0].concept.label_zh in zone else []


_BETWEEN: Final = re.compile("两国(?:之?间)?的?(?=[\u4e00-\u9fff]{0,8}口岸)")


def two_states(passage: Passage, end: int) -> str:
    """The two states between which ports are counted, as one word (中蒙 of 两国之间的铁路口岸); empty where they are not."""
    named = passage.between(0, end, "Countries") if _BETWEEN.search(passage.text, 0, end) else []
    return next((s.text for s in reversed(named) if s.text.startswith("中")), "")


_EACH_HAS: Final = re.compile(
    "(?:各|均|都|分别)(?:自|有|设有?|占|建有|拥有)*$|(?:各自?|均|都|分别)(?:有|设有|建有|拥有)[\u4e00-\u9fff]{2,8}$"
)
"""辽宁1个，吉林、黑龙江各2个: of each of the places named together."""

_SHORT: Final = re.compile("(?:[东西][南北]|华[东南北]|[东南西北中]部)(?:、|和|与|及|以及)$")

_OF_ZONES: Final = ("片区", "组团", "分园", "板块")
"""What a zone is divided into, whatever town is named before them: 某区包括甲、乙等三个片区."""

_WHOLE_ZONE: Final = re.compile("(?<!片)区$")


class Belonging:
    def __init__(self, known: Holders, around: Wholes) -> None:
        self._holders = known
        self._wholes = around

    def fair(self, lead: Lead, course: Course) -> list[Holder]:
        """The fair that a sentence speaks of; nothing where it speaks of none."""
        if any(holder.mention.type == "Expo" for holder in course.holders):
            return course.holders
        named = lead.passage.between(0, lead.start, "Expo")
        return self._holders.of(named[-1], lead.passage) if named and named[-1].start < named[-1].end else []

    def zone_of(self, spans: Sequence[Span], offset: int) -> list[Holder]:
        """The last zone that the spans of a sentence, which begins at `offset` in its block, name, or that a title in it is
        about."""
        told = [
            (part, s) for s in spans for part in (s.parts if s.label == "Title" else (s,)) if part.label == "Platform"
        ]
        known = [(z, s) for z, s in told if z.start < z.end and not z.antecedents and _WHOLE_ZONE.search(z.text)]
        where = (offset + known[-1][1].start, offset + known[-1][1].end) if known else None
        return [Holder(m, where) for m in self._holders.mentions(known[-1][0])] if known else []

    def parts(self, noun: str, lead: Lead, course: Course) -> list[Holder] | None:
        """Whose parts are counted where their noun tells what has such: 片区 of a zone, 团场 of a corps; else None."""
        if noun.endswith(_OF_ZONES):
            return self._divided(lead, course)
        return (self._corps(lead) or None) if noun.endswith("团场") else None

    def _divided(self, lead: Lead, course: Course) -> list[Holder]:
        """The zone that is divided into what is counted, of which only the kind may be told (六个自贸区总共19个片区): the one
        that the sentence names, else the one spoken of, or the place that has them (某县设有三个片区)."""
        passage = lead.passage
        if passage.between(passage.clause(lead.start), lead.end, "PlatformKind"):
            return []
        named = [s for s in passage.between(0, lead.end, "Platform") if _WHOLE_ZONE.search(s.text)]
        if named:
            return self._holders.of(named[-1], passage)
        places = passage.between(lead.start, lead.end, "Region", "Port")
        if not places or _HAVING.match(passage.text, places[0].end):
            return course.holders
        return course.zone

    def _corps(self, lead: Lead) -> list[Holder]:
        """某兵团12个团场, 某兵团下辖团场12个: the body whose farms are counted, where no place is named behind it."""
        named = [s for s in lead.passage.between(0, lead.end, "Organization") if s.text.endswith("兵团")]
        between = lead.passage.between(named[-1].end, lead.end, "Region", "Port", "Platform") if named else ()
        return self._holders.of(named[-1], lead.passage) if named and not between else []

    def lying(self, lead: Lead) -> list[Holder]:
        """其中3个位于甘肃省: the place that words behind the number say those counted lie in."""
        within = _LYING.match(lead.passage.inner, lead.figure.end)
        named = lead.passage.between(within.end() - 1, len(lead.passage.text), "Region") if within else []
        return (
            self._holders.of(named[0], lead.passage) if within and named and named[0].start == within.end() - 1 else []
        )

    def governing(self, lead: Lead, course: Course) -> list[Holder]:
        """The region or country that has what is counted: the one named before the number (为西藏21个边境县之一), that of the
        clause, else the last spoken of, else the nation where a national body or word stands before."""
        passage = lead.passage
        if each := _EACH_HAS.search(lead.text):
            joined = [
                g for g in holders.groups(passage, lead.start, lead.end) if g[-1].end == lead.start + each.start()
            ]
            if joined and len(joined[-1]) > 1:
                return [h for span in joined[-1] if span.label in GOVERNED for h in self._holders.of(span, passage)]
        if toward := _TOWARD.search(lead.words):  # 新疆对蒙古国开放的四个口岸
            named = passage.between(lead.start + toward.start("of"), lead.start + toward.end("of"), *GOVERNED)
            return self._holders.of(named[0], passage) if len(named) == 1 else []
        own = [g for g in holders.groups(passage, lead.start, lead.end) if g[-1].end + _of(lead, g[-1]) == lead.end]
        if own and _SHORT.search(passage.text, 0, own[-1][0].start):
            return []  # 东北、西南和西北地区13个边境市: of all of them together
        if own and own[-1][-1].text in wholes.AMBIGUOUS:  # 全州四县中有三个为边境县
            return self._wholes.of(wholes.AMBIGUOUS[own[-1][-1].text], [*course.holders, *course.region])
        only = bool(own) and lead.figure.found_by == ranks.ONLY
        alone = bool(own) and len(own[0]) == 1 != lead.quantity.number
        before = passage.around(lead.end)[: own[0][0].start].rstrip(PLACE) if own else ""
        if only or (alone and (_OWN.search(before) or _TAKEN_IN.search(before))):
            return [h for span in own[0] if span.label in GOVERNED for h in self._holders.of(span, passage)]
        having = [g for g in holders.groups(passage, lead.start, lead.end) if g[0].label in GOVERNED]
        listed = bool(own and having) and own[-1][0].start > having[0][-1].end
        if listed and _HAS.match(passage.text, having[0][-1].end):  # 靖西市设有龙邦、岳圩等三个口岸
            return self._holders.of(having[0][0], passage)
        bodies = (s for s in reversed(passage.spans) if s.label == "Organization" and s.end <= lead.end)
        body = next((s for s in bodies if not _NO_RULER.search(s.text)), None)
        elsewhere = (
            body
            and body.end < lead.start
            and (_HAS.match(passage.text, lead.start) or "辖" in passage.text[body.end : lead.start])
        )
        by_leave = body and _BY_LEAVE.fullmatch(passage.text, passage.clause(body.start), body.start) and course.holders
        if by_leave and governed(course.holders):
            return course.holders
        if body and (whole := wholes.by_leave(passage.text[passage.clause(body.start) : body.start])):
            return self._wholes.of(whole, [*course.holders, *course.region])
        if body and not elsewhere and not named_after(course.holders, passage.offset + body.start):
            area = self._holders.area(body) if body.end <= lead.end else None
            return [Holder(area, passage.at(body.start, body.end))] if area else [self._holders.nation]
        noun = wholes.before(lead.words)
        if noun:
            return self._wholes.of(noun, [*course.holders, *course.region])
        if course.holders and governed(course.holders):
            together = len(course.holders) > 1 and lead.of == 1 and not holders.each(lead.text)
            return [] if together else course.holders
        found = self._holders.left_out(passage, lead.start, lead.end, GOVERNED)
        of_state = course.national and not course.placed and _SET_UP.search(lead.text)
        return found or ([self._holders.nation] if of_state or fitness.national(passage, lead.figure) else [])
