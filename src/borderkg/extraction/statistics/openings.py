"""The time that a whole sentence tells, of which figures in the next ones are: a report's year, a bulletin's, a fair's."""

import re
from typing import Final

from borderkg.extraction.statistics import moments
from borderkg.extraction.statistics.moments import EVENT, OPENNESS, Moment
from borderkg.extraction.statistics.passage import Passage

_TREND: Final = re.compile(
    "(?:进出口|货运|贸易|外贸|出入境|进出境|客流|旅客|班列|过货|客运|进口|出口)[^。]*(?:增长|下降|上升|攀升|回升|增加|减少|走高|回落|保持|平稳|新高|态势|之势|向好)"
)
"""What a sentence without figures says of those that follow."""

_BULLETIN: Final = re.compile(
    "(?P<year>(?:19|20)\\d\\d)年度?(?!底|末|初|以来)[^,。;:]{0,20}(?:简报|公报|年报|快报|通报|年鉴|统计资料|统计手册|白皮书)"
)


def of_bulletin(text: str) -> Moment:
    """The year of the bulletin that a sentence takes its figures from (2020年运行简报称), whose 全年 it is; empty where it
    names none."""
    told = _BULLETIN.search(text) if "报" in text or "年鉴" in text or "统计" in text else None
    return Moment(told["year"]) if told else Moment()


_YEAR_AT_HEAD: Final = re.compile(
    r"^(?:回顾|回首|纵观|总结)?(?:过去的?)?(?P<year>(?:19|20)\d\d)年(?:度|以来|全年)?,?"
    r"(?=面对|面临|在[^,;。]{2,40}(?:下|中|指引|引领),|受[^,;。]{2,20}影响|[全我本][国省区市州县旗盟港关站](?!人大|政协)"
    r"|各(?:地|级|口岸|部门)|是[^,;。]{0,40}(?:一年|之年|年份)|(?:边境|沿边|口岸|外贸|对外)[^,;。]{0,10}(?:工作|运行|形势|经济|贸易|开放|发展)"
    r"|我们|,|围绕|坚持|紧紧|按照|通过|克服|随着|经济社会)"
)
"""2023年，全州上下抢抓机遇，…。: a sentence that tells of what year the next are, and no event's date."""

_HEAD: Final = 14
_ACT: Final = re.compile("《|提出|召开|出台|印发|发布|实施")


def opening(passage: Passage) -> Moment:
    """The time with which a sentence without figures opens, of which those behind it tell: the year of a report (2023年，全州
    上下抢抓机遇，…。), or that of how things went (2019年，进出口持续增长。). Empty where it tells an event, or no such time."""
    head = _YEAR_AT_HEAD.match(passage.text) if 0 < passage.text.find("年") < _HEAD else None
    if head and not EVENT.search(OPENNESS.sub("", passage.text)) and not _ACT.search(passage.text):
        return Moment(head["year"])
    told = moments.dated(passage, 0, len(passage.text)) if _TREND.search(passage.text) else []
    alone = len(told) == 1 and not passage.text[told[0].start - 1 : told[0].start].strip(",:")
    if not alone or moments.event_in(passage.text, 0, len(passage.text)):
        return Moment()
    moment = moments.of(passage, told[0])
    return Moment() if moments.of_a_day(moment) or passage.text.startswith("以来", told[0].end) else Moment(moment.text)


def of_fair(passage: Passage) -> Moment | None:
    """The time that a sentence which names a fair gives to it."""
    times = moments.dated(passage, 0, len(passage.text))
    return moments.of(passage, times[0]) if len(times) == 1 else None


_YEAR_FIRST: Final = re.compile(r"(?P<year>(?:19|20)\d\d)年,")


def year_at_head(text: str) -> str:
    """The year that a sentence begins with, of which the 全年 behind it is; empty where it begins otherwise."""
    told = _YEAR_FIRST.match(text)
    return told["year"] if told else ""
