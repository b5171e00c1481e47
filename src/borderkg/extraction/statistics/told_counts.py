"""What a count in a sentence tells, and of whom: 全区有8个边境县. How counts are worded is told in `counts`."""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.statistics import belonging, counts, growth, holders, measures, neighbours, tallies, trains
from borderkg.extraction.statistics.belonging import Belonging
from borderkg.extraction.statistics.counts import Counted
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Said
from borderkg.extraction.statistics.holders import Holder
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.passage import HOLDING

ONE_OF: Final = re.compile("(?:[^,;。、\\d]{1,14}(?:、|和|及)[^,;。、\\d]{0,8}\\d{1,3}个)?[^,;。\\d]{0,14}之一")
"""是广西3个片区之一: of the place before the number, and the sentence goes on about the one."""

_SOME_OF: Final = re.compile(
    "(?:已|陆续|相继|率先|先后|又|也|还)*(?:可(?!分为)|能够?|恢复|启用|实现|实行|试行|推行|实施|开展|试点|暂停|关闭|参与|(?:建立|缔结|结为|结成)了?[^,;。]{0,4}(?:关系|友好|友城))"
)

_AND_NEXT: Final = re.compile("[\u4e00-\u9fff]{0,8}、")

_SOME_AREAS: Final = re.compile(
    "(?:市|州|盟)?[\u4e00-\u9fff]{2,8}(?:[额值量]|规模|收入|增速|增幅|GDP)(?:均|都|已|首次|显著|大幅|稳步|快速)*(?:迈|突破|超|实现|保持|跨|增长|下降|回升)"
)
"""某省5个州市外贸额突破百亿元: some of those that it has."""

_REACHED: Final = re.compile("辐射|通达|覆盖|到达|联通|涉及")

_FAR: Final = re.compile("^(?!.*(?:边境|开放|沿边)).*(?:城市|国家|站点)$")
"""辐射60座城市: of no place."""

_HAS: Final = re.compile("[有设辖]|共|全部|所有")

_OF_THESE: Final = re.compile("[\u4e00-\u9fff]{0,6}(?:[额量值]|规模|增[速幅])(?![县市])")
"""甲、乙等9个口岸通关量…: some of them, it may be."""

_IN_ALL: Final = re.compile(",?(?:共计|合计|总计|一共)")

_NEIGHBOURS: Final = 14
"""How many states the nation borders at least."""


class Counts:
    """Reads counts; `nation` is China."""

    def __init__(self, belonging: Belonging, nation: Holder) -> None:
        self._belonging = belonging
        self._nation = nation

    def read(self, lead: Lead, course: Course) -> Iterator[Said]:
        """What the count before which a lead ends tells; nothing where it may be of some of them only, or of an unknown one."""
        if course.kind == "count" and (change := growth.read(lead.text, course.yearly)) and not change.bare:
            if not lead.text[: change.start].strip(",、"):
                number = -lead.quantity.number if change.falls else lead.quantity.number
                yield from (Said(f"{name}变动", number, course.unit, "growth") for name in course.names)
            return
        if reached := trains.reaching(lead, course):
            yield from reached
            return
        counted = counts.counted(lead.passage, lead.figure, lead.start, course.noun)
        if counted is None:
            if lead.quantity.unit[-1] in "株只头匹部台件" and not measures.elided(lead.words):
                course.measure((), None)  # 出口果蔬6万吨。出口种苗3万株，增长7倍
            return
        passage, unit = lead.passage, lead.quantity.unit
        if passage.text.endswith(("这", "那"), 0, lead.figure.start):
            return  # 甲、乙这两个口岸
        if counted.noun[-1] in "市州县旗盟" and _SOME_AREAS.match(passage.text, counted.end):
            return
        if (
            counted.governed
            and _SOME_OF.match(passage.text, counted.end)
            and not _HAS.search(lead.text.replace("已有", ""))
        ):
            return  # 某省6个口岸已可办理…: some of them, it may be
        if _FAR.match(counted.noun) and _REACHED.search(passage.text, passage.clause(lead.start), lead.end):
            return
        if passage.text.endswith("等", 0, lead.figure.start) and _OF_THESE.match(passage.text, counted.end):
            return
        port = any(s.end == lead.end for s in passage.between(lead.start, lead.end, "Port"))
        if port and lead.quantity.number == 1 and counted.end <= lead.figure.end:
            return  # 境内有某口岸1个: the port itself
        if any(s.start == lead.figure.end for s in passage.between(lead.figure.end, counted.end, "Port", "Platform")):
            return  # 下辖1个霍尔果斯口岸
        own = self._own(counted, lead, course)
        if own is None:
            return
        only_among = counts.AMONG.match(passage.text, counted.end)  # 全国9个沿边省区中: the sentence is not about them
        if not only_among:
            course.noun, course.kind = counted.noun, "count"
        named = [s for s in passage.between(lead.start, lead.end, *HOLDING) if s.start < s.end]
        alone = lead.of == 1 and not named and not holders.each(lead.text)
        if not own or (len(own) > 1 and alone and not counted.governed):
            return  # of which of several places that were spoken of, is not told
        unit = "个" if unit in ("大", "省区", "省(区)", "县", "市", "省", "州", "旗", "国") else unit
        at_home = own[0].mention.individuals == self._nation.mention.individuals
        between = belonging.two_states(passage, lead.end) if at_home else ""
        name = between + counted.noun.replace("〔", "(").replace("〕", ")") + "数量"
        if _IN_ALL.match(lead.text) and len({v.holder for v in course.levels[-2:] if v.indicator == name}) > 1:
            return  # 甲省5个，乙省3个，共计8个
        if not only_among:
            course.measure((name,), passage.at(min(counted.start, lead.end), max(counted.end, lead.end)))
            course.unit = unit
        yield Said(
            name,
            lead.quantity.number,
            unit,
            "count",
            evidence=counts.evidence(passage, lead.figure, counted),
            holders=tuple(own),
            listed=tallies.beside(passage, lead.figure, counted.end),
        )

    def _own(self, counted: Counted, lead: Lead, course: Course) -> list[Holder] | None:
        """Whose the count is, nobody's where the text names them elsewhere; None where some of those spoken of have some."""
        own, passage = course.holders, lead.passage
        if counts.TAKING_PART.match(counted.noun):
            own = self._belonging.fair(lead, course)
        elif counted.noun.endswith("省区"):
            own = [self._nation]
        elif (parts := self._belonging.parts(counted.noun, lead, course)) is not None:
            own = parts
        elif lying := self._belonging.lying(lead):
            own = lying
        elif (
            ONE_OF.match(passage.text, counted.end) and _AND_NEXT.fullmatch(lead.text) and course.levels[course.told :]
        ):
            own = [course.levels[-1].owner]  # 是某省33个牧业旗、19个边境旗之一
        elif counted.governed or ONE_OF.match(passage.text, counted.end):
            own = self._belonging.governing(lead, course)
        if counted.noun == neighbours.COUNTED and len(own) > 1 and "分别" in lead.text:
            return None  # 甲、乙两州分别与缅甸、老挝等3国接壤: with some of them each
        if counted.noun == neighbours.COUNTED and own == [self._nation] and lead.quantity.number < _NEIGHBOURS:
            own = []  # of a place that the text names elsewhere
        return own
