"""A sentence as the readers of figures see it: its places, times and numbers masked, its clauses told apart.

Masks are as long as what they stand for, so that a position means the same in the text and in the mask.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse import appositions
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Range
from borderkg.extraction.values import Quantity, Time

PLACE: Final = "\ue100"
TIME: Final = "\ue101"
NUMBER: Final = "\ue102"
ASIDE: Final = "\ue103"
HOLDING: Final = ("Region", "Country", "TradeZone", "Port", "Platform", "Corridor", "Expo", "Topic")
"""What figures can be of."""

_PLACES: Final = ("Region", "Country")
"""策克口岸(额济纳旗): a place in short brackets interrupts, as no (市) of 县(市) does."""

MARKS: Final = ",;:。!?("
ATTRIBUTES: Final = ("边境", "沿边", "边疆", "边境地区", "沿海", "沿江", "内陆")
"""Alone they say of what kind a thing is (边境小额贸易), not where it is."""

_MADE_OF: Final = re.compile("由(?=[^。;\\d]{2,20}\\d[^。;]*?(?:组成|构成)(?:[,。;]|$))")
"""由甲片区3平方公里和乙片区5平方公里组成: as 含, of the parts."""

_SHORT_BRACKET: Final = re.compile(
    r"\((?!不?含|包括|下同|同比|即|又[称名]|[简亦也俗]称|[原旧][称名])([\u4e00-\u9fff、]{1,5})\)"
)
"""(即甲站) tells another name: it interrupts."""
_BRACKET: Final = re.compile(r"\([^()]*\)")
_MARK: Final = re.compile(f"[{MARKS}]")
_HYPOTHETICAL: Final = re.compile(
    r"远期|力争|争取(?![到了])|打算|今后|(?<![面走]向)(?<!着眼)(?<!展望)未来|下一?步|接下来|预计|预期|预测|目标|有望|规划到|(?<![年月按照])(?<!完成)(?<!根据)计划(?=在|到|[通直抵]达|提[高升]|扩大|增[加开]|年|投|新|完|实|建|于|达|总投|用|从|自(?!治)|向(?!国务院|上级|中央)|进口|出口|开行|开通|运送|运输|接待|安排|引进|生产|(?:19|20)\d\d)|拟(?!定|订)|"
    r"将(?=达|突|超|增|在|于|建|新|升|提|有|会|实|完|形|扩|保|再|继续|进一步|加快|加大|大力|积极|努力|着力|全力|全面|逐步|陆续|打造|培育|引进|启动|推动|推进|投入|"
    r"投资(?!额)|以[^,;。]{1,40}?为[^,;。]{0,6}(?:核心|中心|主线|重点|支撑|依托|抓手|契机|目标))|是否|"
    r"(?:^|[,;。:])(?:积极|大力|同时|并)?(?:支持|鼓励|推动|恳请)(?![^;。]*(?:累计|已|去年))"
    r"(?=[^,;。]{0,16}?(?:建设|设立|新建|新增|增设|创建|申报|打造|培育|开展)(?!了|的))|(?:建议|呼吁|恳请)(?=[^,;。]{0,20}?(?:设|建|增|扩|提[高升]|上调|调[高整]|安排|给予|批准|引进))|"
    r"若(?!干|羌)|如果|假设|假如|倘若|设想|到20[3-9]\d年|确保|不低于预|(?<=[,;:。])要(?=达|实|完|在)|"
    r"(?<![主重需只首])要(?=达到|实现|完成|突破|增长)|每(?=增|减|提|下)|没有|尚未|未能|不再|(?:今年|明年|全年|年内|届时)可(?=达|超|突|完|实)|可望"
)
_THROUGHOUT: Final = re.compile(
    r"(?:规划|方案|纲要|计划|意见|文件|》)[^,;。]{0,6}(?:提出|明确|要求|确定|设想|设定)了?,?(?=[^。]{0,6}到20\d\d年|"
    r"(?:我[省市县区州旗国]|全[省市县区州旗国]|[\u4e00-\u9fff]{2,6}[省市县区州旗])?(?:将|要|应|力争|重点|积极|大力|加快|统筹|着力|进一步)*"
    r"(?:建设|打造|培育|形成|新增|新建|推动|构建|支持|布局|规划|增设)(?!了|的))|(?:会议|报告|通知)(?:还|也)?(?:提出|要求|部署),(?!过去|去年|上年|[^。]{0,8}以来)|"
    r"(?:目标|任务(?!实施|完成|落实|[总数])|预期|要求)[^,;。]{0,6}[是为:]|若(?!干|羌)|如果|假设|假如|倘若|据传|网传|误传|有人[说称]|每(?=增|减|提|下)"
)
"""What follows these to the end of the sentence is no fact."""

_AHEAD: Final = re.compile(
    r"力争|争取(?![到了])|确保|打算|今后|(?<![面走]向)(?<!着眼)(?<!展望)未来|下一?步|接下来|计划(?=新|建|完|投|实|引|培)|拟(?!定|订)|将(?=建|新|完|实|投|引|培|打)"
)
_TO_DO: Final = re.compile(
    "(?:并|同时|再|还|重点|着力|积极|大力|加快|努力|全面|稳步)*(?:新建|新增|新设|增设|建设|建成|培育|打造|引进|完成|实现|推动|推进|发展|建立|"
    "扩建|改造|修建|创建|形成|组建|设立|实施|启动|开工|支持)(?!了|过|的)"
)
"""力争新增企业30家；培育市场4个: what a part of a sentence goes on to name without a subject is to be done as well."""

_SET_RIGHT: Final = re.compile("(?:澄清|辟谣|回应称?|更正)[^,;。:]{0,4}[,:]|实际(?:上|为|是)|实为|事实上")
"""网传…，海关澄清：…: what follows is told as a fact."""

_REAL: Final = re.compile(r"(?:实际|已)(?:完成|达|增|突|超|实)")
_UNREAL_AFTER: Final = re.compile(
    r"(?:以[上下])?的[^,;。]{0,4}\d+家|[^,。;]{0,12}(?:目标(?:任务)?(?:奠定|打下|迈进|冲刺|努力)|的(?:目标|说法|传言|设想|建议|计划|申请|预期|预测|可能)|不属实|[^。]{0,12}(?:否认|与事实不符|属实[吗?])|(?:已|正|尚|拟)[^,。;]{0,2}(?:上报|申报|申请|报批|审批|筹建|规划)|待批|在建)"
)

_ONE_TRIP: Final = re.compile(
    "(?:^|[,;。])[该这此][批票](?![次复准])|(?:[该这此]|首|[一1](?=[趟列班]))[趟列班批][\u4e00-\u9fff“”]{0,12}?(?:班列|列车|专列|火车|货物|货轮)(?![^。]*(?:以来|累计|截至|今年))"
)
_TRIP_TOLD: Final = re.compile("[列货批票]")
_OF_TRIP: Final = re.compile("[箱车吨里米天时件元]$")
"""该趟班列搭载43箱货物，全程5200公里: told of one train, and of no place."""

_REPORTS: Final = re.compile(r"[\d年月日]{0,11}[电讯](?![\u4e00-\u9fff]?[力网站价信])")
_PRESS: Final = re.compile("专线】|新闻网|新闻社|日报|青年报|晚报|晨报|时报|经济网|广播网")
_LONGEST_DATELINE: Final = 16


class Passage:
    """A sentence that begins at `offset` in its block."""

    def __init__(self, annotation: Annotation, offset: int) -> None:
        self.text = _MADE_OF.sub("含", plain(annotation.text))
        aside = {i for start, end in appositions.within(annotation) for i in range(start, end)}
        told = [s for i, s in annotation.at.items() if i not in aside or s.label not in HOLDING]
        self.spans: Sequence[Span] = [
            s for s in told if not (_dateline(self.text, s) or _of_kind(self.text, s) or _of_trains(self.text, s))
        ]
        self.offset = offset
        for span in self.spans:
            if (
                span.label in _PLACES
                and self.text[span.start - 1 : span.start] == "〔"
                and self.text[span.end : span.end + 1] == "〕"
            ):
                self.text = (
                    f"{self.text[: span.start - 1]}({self.text[span.start : span.end]}){self.text[span.end + 1 :]}"
                )
        characters = list(self.text)
        for span in self.spans:
            mask = _mask(span)
            if mask:
                characters[span.start : span.end] = mask * (span.end - span.start)
        self.inner = "".join(characters)
        self.outer = _BRACKET.sub(lambda m: ASIDE * len(m[0]), self.inner) if "(" in self.inner else self.inner
        self._doubts = bool(_THROUGHOUT.search(self.text) or _HYPOTHETICAL.search(self.text))
        """Whether any word stands in it that can make a figure no fact; in most sentences none does."""
        trip = _ONE_TRIP.search(self.text) if _TRIP_TOLD.search(self.text) else None
        self._trip = trip.end() if trip else 0
        self._inner_clauses = _begun(self.inner)
        self._outer_clauses = _begun(self.outer) if self.outer != self.inner else self._inner_clauses

    def at(self, start: int, end: int) -> Range:
        """A range of the sentence, counted from the block's beginning."""
        return self.offset + start, self.offset + end

    def around(self, position: int) -> str:
        """The mask as a position sees it: asides in brackets hidden, unless it stands in one."""
        return self.inner if self.outer[position : position + 1] == ASIDE else self.outer

    def places_hidden(self, start: int, end: int) -> str:
        """A range as text in which only places are masked."""
        return "".join([PLACE if self.inner[i] == PLACE else self.text[i] for i in range(start, end)])

    def clause(self, position: int) -> int:
        """Where the clause begins in which a position stands."""
        begun = self._inner_clauses if self.outer[position : position + 1] == ASIDE else self._outer_clauses
        return begun[bisect_right(begun, position) - 1]

    def clauses(self, start: int, position: int) -> Iterator[tuple[int, int]]:
        """The clauses from `start` to a position, the last first, each as it ends."""
        end = position
        while end > start:
            begin = max(self.clause(end), start)
            yield begin, end
            end = begin - 1

    def between(self, start: int, end: int, *labels: str) -> list[Span]:
        """The spans of some labels within a range; those without characters where they stand in it."""
        return [s for s in self.spans if start <= s.start and s.end <= end and s.label in labels]

    def asserted(self, figure: Span) -> bool:
        """Whether a figure is told as a fact, of more than one train: not planned, hoped for, supposed or denied."""
        if self._trip and figure.start > self._trip and _OF_TRIP.search(figure.text):
            return False
        if not self._doubts:
            return not _UNREAL_AFTER.match(self.text, figure.end)
        before = self.text[: figure.start]
        doubted = [m for m in _THROUGHOUT.finditer(before) if self.inner[m.start()] not in (PLACE, TIME)]
        if doubted and not _SET_RIGHT.search(before, doubted[-1].end()):
            return False
        stop = max([before.rfind(mark) for mark in ";。"]) + 1
        part = before[stop:]
        unreal = list(_HYPOTHETICAL.finditer(part))
        if unreal and not _REAL.search(part, unreal[-1].end()):
            return False
        if stop and not unreal and _TO_DO.match(part) and _AHEAD.search(before, 0, stop) and not _REAL.search(before):
            return False
        return not _UNREAL_AFTER.match(self.text, figure.end)


def _begun(words: str) -> list[int]:
    """Where the clauses of a mask begin."""
    return [0, *[mark.end() for mark in _MARK.finditer(words)]]


def holds(span: Span) -> bool:
    """Whether figures can be of what a span names: not of 边境 alone, nor of trains (中欧班列), which are counted."""
    return span.label in HOLDING and span.text not in ATTRIBUTES and not span.text.endswith("班列")


def _of_trains(text: str, span: Span) -> bool:
    """Whether a name only says where trains go: 中欧中亚班列."""
    return span.label == "Region" and text.startswith(("班列", "专列"), span.end) and span.text in ("中亚", "东盟")


def _dateline(text: str, span: Span) -> bool:
    """Whether a place only tells from where a newspaper reports: 中新网兰州电, 本报哈尔滨7月19日电; or is in its name."""
    if span.label not in ("Region", "Country") or span.end > _LONGEST_DATELINE:
        return False
    return bool(_REPORTS.match(text, span.end) or _PRESS.match(text, span.end))


_SELF_GOVERNED: Final = re.compile("(?:少数)?民族自治(?:地方|地区)")


def _of_kind(text: str, span: Span) -> bool:
    """Whether a name only says of what kind the counties behind it are: 民族自治地方县107个."""
    return text.startswith(("县", "旗"), span.end) and bool(_SELF_GOVERNED.fullmatch(span.text))


BLOCS: Final = (
    "欧盟",
    "欧洲联盟",
    "欧亚经济联盟",
    "独联体",
    "上合组织",
    "上海合作组织",
    "非盟",
    "海合会",
    "亚太经合组织",
)
"""Bodies that trade is told with as with a country."""


ABROAD: Final = re.compile("东盟|东协|湄公河|中亚|南亚|东南亚|东北亚|西亚|欧洲|独联体|非洲|拉美|中东|各国$|国家$")
"""Regions of states, with which a place of ours trades."""


def _mask(span: Span) -> str:
    if holds(span) or (span.label == "Organization" and span.text in BLOCS):
        return PLACE
    if span.label == "Date" and isinstance(span.value, Time):
        return TIME
    if span.label == "Quantity" and isinstance(span.value, Quantity):
        return NUMBER
    return ""


_SEEN: Final = re.compile(
    r"(?:[从由据如]|根据|通过)?[上下]?[表图]\d{1,2}(?:[-—.]\d{1,2})?[\u4e00-\u9fff]{0,6}?(?:看出|看到|得知|可知|可见|发现|所示|显示(?!屏|器)|表明)(?![,:;。])"
    r"|(?:数据|统计|资料|调查|结果)[\u4e00-\u9fff]{0,3}(?:显示(?!屏|器)|表明)(?![,:;。])|(?<![\u4e00-\u9fff])(?:可以|可|能够|不难)(?:看出|看到|得知|发现)(?![,:;。])"
)
"""从表2可以看出进出口额…: the words of the author end there, as if by a comma."""
_MIGHT_SEE: Final = re.compile(r"[表图显看得发](?:\d|(?<=表)明|(?<=显)示|(?<=看)[出到]|(?<=得)知|(?<=发)现)")
"""What a sentence must hold for that: a quick look."""


def plain(text: str) -> str:
    """A sentence with short brackets that belong to a word (省(区), 县(市)) made unlike those that interrupt, and what only
    says where something is seen parted from it; as long."""
    text = _SHORT_BRACKET.sub(lambda match: f"〔{match[1]}〕", text) if "(" in text else text
    return _SEEN.sub(lambda match: f"{match[0][:-1]},", text) if _MIGHT_SEE.search(text) else text


def printed(words: str) -> str:
    """Words as the text prints them, without what a bracket interrupts them by."""
    return words.replace(ASIDE, "").replace("〔", "(").replace("〕", ")")


def within_any(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares characters with one of others."""
    return any(span.start < other.end and other.start < span.end for other in others)
