"""When a figure is: the time that its clause names, or the one that still holds from the clauses before."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Range
from borderkg.extraction.statistics import durations
from borderkg.extraction.statistics.hearsay import heard_on
from borderkg.extraction.statistics.passage import ASIDE, NUMBER, PLACE, TIME, Passage
from borderkg.extraction.values import Time
from borderkg.records import record


@record
class Moment:
    """A time in the exchange format, and where the block names it; empty where no time is told."""

    text: str = ""
    where: Range | None = None

    @property
    def year(self) -> str:
        """The year that it ends in."""
        return self.text.rpartition("/")[2][:4]


_COMPARED: Final = re.compile(
    r"(?:较|比|与|同|[高低多少大小优晚早好]于|超过?|超出|突破|接近|逼近|追平|不及|自|除|(?<![仅只单光])是|不足|约为)$"
)
_COMPARED_SO: Final = re.compile(
    "(?:是“[^”]{1,4}”(?:末期?|期末|初期?)的?|(?:较(?![多少大小高低好强快])|(?<!占)比(?![重例率值])|超过|不及)[^,;:。]{1,10}的)$"
)
"""比“八五”期末的1995年增长62%, 较疫情前的2019年."""

_PEAK: Final = re.compile("(?:全年)?的?(?:峰值|顶峰|高峰|高点|最高值)|全年")
"""不及2014年峰值1022亿元: of the year that is compared with is the figure that follows."""

_EQUAL: Final = re.compile(r"(?:仅为|只有|约为|相当于|[仅不]及|恢复[到至]|达到?|不到|接近|(?<!还)是)$")
"""Before 2019年的三成: a time that is compared with."""

_SINCE_EVENT: Final = re.compile("[\u4e00-\u9fff]{2,8}以来")
"""2015年6月投产以来累计…: of no time that can be told."""

_FROM_THEN: Final = re.compile("(?:起|开始),?[^,;。]{0,24}?(?:先后|陆续|相继|逐步|累计|共)")
"""自1992年起先后设立18个…: in the years from then on."""

_EACH_YEAR: Final = re.compile("[每历]年[^,;。]{0,3}$")
"""每年只在5—10月通关: of no year."""

_MOVED: Final = re.compile("(?:[拉推带]动|促进|支撑)了?$")
"""1至11月出口增长7%，拉动今年外贸整体增长: of what is moved."""

_OF_IT: Final = re.compile("(?:同期|全年|同月)?的|(?:同期|全年|同月)?(?:平均)?(?:水平|规模)")

_OF_LAST_YEAR: Final = re.compile("(?:去年|上年)(?:同期|同月)")
"""The same months of the year before (`against.of_year_before`)."""

_MULTIPLE: Final = re.compile(r"(?:同期|全年|同月)?的(?:约|近)?(?:[\d.]+多?(?:倍|%)|[一二三四五六七八九]成|一半)")
"""为1991年的186倍."""

_NO_TIME: Final = re.compile(
    r"[之以]后|后(?=[又再,])|的?(?:不变|可比|现行|当年)价|(?:国务院|省|市|州|县|自治区)?(?:人民)?政府工作报告|”?(?:规划|计划|纲要)|”?以来|以前|之前|版|(?:至|迄)今"
)
_SINCE_NEW_YEAR: Final = re.compile("今年(?:年?初)?(?=以来|来(?!自)|[至迄]今)")
"""今年以来: of this year, where the text tells which it is."""

EVENT: Final = re.compile(
    r"设立|设市|建市|设县|成立|批准|获批|批复|封关|开放|挂牌|通车|通航|开通|建成|建立|投入|升格|撤|改为|动工|开工|开建|奠基|合龙|贯通|竣工|投产|恢复|签署|印发|验收|启用|运行|运营|成为[^,;。]{2,16}(?:城市|口岸|地区)"
)
_OF_WHAT_CAME: Final = re.compile(rf"[^,;。{TIME}{NUMBER}]{{0,12}}(?:{EVENT.pattern}|揭牌|认定|公布)的{PLACE}")
"""2019年8月挂牌的某片区: the date is that of the event from which the thing came."""

_SAME_TIME: Final = re.compile("半年|同期|期内|期间")
_YEARS_SINCE: Final = re.compile(r"(?:此后|其后|之后|随后)的?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})年")
"""2013年12月启用，此后七年出口果蔬…: of the years from then on."""

_FIRST_YEAR: Final = re.compile("首年|当年|同年|第一年")
"""恢复首年，…: of the year of the event."""

_CHANGE: Final = re.compile(r"(?:增|升|扩大|发展|减|降|提高|上升)[^,]{0,3}(?:至|到|为)|总数|已有|达到?")
STATIC: Final = re.compile(
    r"面积|水深|宽度|跨度|运力$|产能$|占地(?!区)|设计|能力|桥[长宽高]|^[长宽]$|^(?:东西|南北)[最总]?[长宽]|距离|全长|长度|核定|边境线|边界|国界|国境线|海岸线|海拔|范围|接壤|民族数量"
)
"""Extents of a place, its neighbours and peoples: they are of the time only that their own clause names."""

SOWN: Final = re.compile("(?:种植|播种|播|收获|造林|茶园)面积")
"""Extents that are another each year."""

YEARLY: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
"""The day of a fair: its figures are those of the year's fair."""

DIVISIONS: Final = re.compile(
    r"(?:[县市旗镇乡]|市辖区|[港片]区|[)〕]|互市点|互市贸易点|边贸点|场所|查验点|泊位|车道|界碑|界桩|渡口|社区|街道|苏木|嘎查|村)数量$"
)
"""Counts of what a place is divided into: they are of no year that another sentence names."""

EXTENT: Final = re.compile(
    "(?:覆盖|涵盖|涉及|适用于|适用范围|惠及|实施范围|范围(?:再|又|进一步|逐步)?(?:扩大|扩展|拓展|覆盖)|名录)[^,。;]*$"
)
"""What an act extends to: its number is of no time, though the act has a date."""

_THAT_YEAR: Final = re.compile(
    rf"(?:^|[,;:。{PLACE}])(?:截至|截止|至|到)?"
    r"(?:(?:[\u4e00-\u9fff]{1,4}(?<![去上前每占半]年)(?<![的占较比近度]))?全年|年末|年底|当年|年内)"
)
_REPORT: Final = re.compile(r"(?P<year>(?:19|20)\d\d)年[^,;。]{0,12}工作报告|讲话\((?P<spoken>(?:19|20)\d\d)年")
_PAST_YEAR: Final = re.compile(r"过去的?一年")
"""A report tells of the year before its own."""

_RECENTLY: Final = re.compile(
    "(?:在?这|过去的?)[一二三四五六七八九十百\\d]+[几多余]?年(?:来|间|里|的)|(?:目前|现如今|眼下)|近年来?|近几年|近(?:[二三四五六七八九十两]{1,2}|[2-9]|[1-9]\\d)年(?!前)|近期|(?:关闭|停关|闭关|停运|停航)前(?=累计|共|曾|,)|(?:^|[,;。])(?:此前|此后|从此|自此),?|(?:年[底末]?|\\d月份?|\\d日|设立|成立|开通|运营|建成|挂牌)以来"
)
_LAST_YEAR: Final = re.compile(r"(?<![比较与])(?<!相当于)(?<![是为到达足过])上年(?!同期|末|底|度|增|下|提|减)")


def last_year(spans: Sequence[Span], text: str) -> str:
    """The year of the last month or day among the spans of a sentence; empty where none has one but that on which
    something was told."""
    for span in reversed(spans):
        if isinstance(span.value, Time) and span.value.start:
            day = span.value.text.rpartition("/")[2]
            if YEARLY.fullmatch(day) and not heard_on(text, span):
                return day[:4]
    return ""


def of_a_day(moment: Moment) -> bool:
    """A day is that of an event: what is counted in another sentence is not of it."""
    return len(moment.text) == len("2024-05-01")


def of_months(moment: Moment) -> bool:
    """So are months: places are not counted by them."""
    return len(moment.text) == len("2024-01/2024-05")


def _untold(time: Time) -> bool:
    """今年前三季度 of a text that does not say of which year it is: a time of its own, and not the year told before it."""
    return time.relative.startswith(("this-year", "months", "month "))


def dated(passage: Passage, start: int, end: int) -> list[Span]:
    """The dates of a range that can date a figure: no mere bound, no base of a comparison, no plan's name."""
    return [
        s
        for s in passage.between(start, end, "Date")
        if isinstance(s.value, Time)
        and (s.value.start or _untold(s.value))
        and not (
            _COMPARED.search(passage.text[max(0, s.start - 2) : s.start])
            and not _PEAK.fullmatch(passage.text, s.end, end)
            and not (s.value.text.count("/") and passage.text.endswith("是", 0, s.start))
        )
        and (not _NO_TIME.match(passage.text, s.end) or _SINCE_NEW_YEAR.match(passage.text, s.start))
        and not _COMPARED_SO.search(passage.text[max(0, s.start - 14) : s.start])
        and not _SINCE_EVENT.match(passage.text, s.end)
        and not _FROM_THEN.match(passage.text, s.end)
        and not _MOVED.search(passage.text[: s.start])
        and not heard_on(passage.text, s)
        and not _OF_LAST_YEAR.match(passage.text, s.start)
        and not _EACH_YEAR.search(passage.text[max(0, s.start - 6) : s.start])
        and not (passage.text.endswith("为", 0, s.start) and _MULTIPLE.match(passage.text, s.end))
        and not (_EQUAL.search(passage.text[: s.start]) and _OF_IT.match(passage.text, s.end))
    ]


def of(passage: Passage, span: Span) -> Moment:
    """The time that a date says; 上半年 as its months."""
    time = span.value
    text = time.text if isinstance(time, Time) else ""
    if year := durations.business_year(passage, span):
        return of(passage, year)
    if text.isdigit() and (holiday := _HOLIDAY.match(passage.text, span.end)):
        begin = holiday.end() + passage.text.startswith("(", holiday.end())
        told = passage.between(begin, len(passage.text), "Date") if begin > holiday.end() else []
        return of(passage, told[0]) if told and told[0].start == begin else Moment()
    if of_a_day(Moment(text)) and passage.text.endswith("年初至", 0, span.start):
        return Moment(f"{text[:4]}-01-01/{text}", passage.at(span.start, span.end))
    days = _SOME_DAYS.search(span.text) if of_a_day(Moment(text)) else None
    if days:
        month = int(days["month"] or text[5:7])
        last = f"{int(text[:4]) + (month < int(text[5:7]))}-{month:02d}-{int(days['day']):02d}"
        return Moment(f"{text}/{last}" if last > text else text, passage.at(span.start, span.end))
    if "/" in text and durations.up_to_quarter(passage, span):
        return Moment(text.partition("/")[2], passage.at(span.start, span.end))
    half = re.search(r"[上下]半年$", span.text) if text else None
    if half and "/" not in text:
        text = f"{text[:4]}-01/{text[:4]}-06" if half[0][0] == "上" else f"{text[:4]}-07/{text[:4]}-12"
    return Moment(text, passage.at(span.start, span.end))


def joined(passage: Passage, start: int, end: int) -> list[Moment]:
    """Times named together: 2015年、2016年和2017年."""
    found = dated(passage, start, end)
    run: list[Span] = []
    for span in found:
        near = run and re.fullmatch(r"[、,和与及]|以及", passage.text[run[-1].end : span.start])
        run = [*run, span] if near else [span]
    return [of(passage, span) for span in run] if len(run) > 1 else []


def each_year(passage: Passage, start: int, end: int, number: int) -> list[Moment]:
    """2015—2019年 before five values: a year for each; nothing where the years are not as many as the values."""
    spans = [of(passage, span) for span in dated(passage, start, end)] if number > 1 else []
    ends = [moment.text.split("/") for moment in spans]
    if len(ends) != 1 or len(ends[0]) != len(("from", "to")) or not all(year.isdigit() for year in ends[0]):
        return []
    first, last = map(int, ends[0])
    return [Moment(str(year), spans[0].where) for year in range(first, last + 1)] if last - first + 1 == number else []


def of_clause(passage: Passage, start: int, end: int) -> Moment | None:
    """The time that a figure's own clause names."""
    seen = passage.around(end)
    found = [s for s in dated(passage, start, end) if seen[s.start] != ASIDE or _alone(passage, s)]
    if not found and "今年" in passage.text[start:end]:
        return Moment()  # of a year that the text does not tell
    stated = [s for s in found if not _OF_WHAT_CAME.match(passage.inner, s.end, end)]
    if found and not stated and not dated(passage, 0, start):
        return Moment()
    return of(passage, stated[-1]) if stated else None


def _alone(passage: Passage, date: Span) -> bool:
    """Whether a bracket holds nothing but a date: 贸易额(2016年)3.4亿元; 甲口岸(2016年开放)和2个互市点 is another matter."""
    return passage.text[date.start - 1 : date.start] == "(" and passage.text[date.end : date.end + 1] == ")"


_SOME_DAYS: Final = re.compile(r"[日号\d](?:[—~-]{1,2}|至|到)(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})[日号]$")
"""10月1日至7日: what is counted is of all these days."""

_HOLIDAY: Final = re.compile(
    "的?“?(?:(?:春节|五一|中秋|国庆)[、和]){0,2}(?:春节|元旦|清明节?|五一|端午节?|中秋节?|国庆节?|十一|中秋国庆|国庆中秋)”?(?:“?[双两]节”?)?(?:期间|假期|黄金周|小?长假|假日|当[天日])|(?:春运|暑运|暑期|寒假|暑假)"
)
"""Behind a year: some days of it, which are told by no date."""


_BRACKETED: Final = re.compile(r"\([^()]*\)")


def past_aside(passage: Passage, position: int, start: int) -> int:
    """Behind the brackets that follow a figure at `position`, where another begins behind them at `start`: what stands
    in them is of the one alone."""
    match = _BRACKETED.match(passage.text, position) if position else None
    return match.end() if match and match.end() <= start else position


def behind(passage: Passage, position: int) -> Moment | None:
    """The time that stands in brackets behind a figure: 8.4万人(2016年)."""
    match = _BRACKETED.match(passage.text, position)
    found = dated(passage, position + 1, match.end() - 1) if match else []
    alone = len(found) == 1 and not re.sub(
        r"[年末底数据]", "", passage.text[found[0].end : match.end() - 1] if match else ""
    )
    return of(passage, found[0]) if alone and found[0].start == position + 1 else None


_THAN: Final = re.compile(
    rf"(?:较|比|与|同|超过?|超出|接近|逼近|[高低多少]于|不及)了?(?P<when>{TIME}+)(?:末|底|同期|全年|[\u4e00-\u9fff]{{0,4}}(?:首年|当年|之初|初期|峰值|高峰))?的(?:约|近|不足|超过)?$"
)


def compared(passage: Passage, start: int, end: int) -> tuple[int, Moment] | None:
    """Where the words begin by which a figure is only compared with (较2021年的52亿元下降), and the time that it is of."""
    match = _THAN.search(passage.around(end)[:end], start)
    told = [s for s in passage.between(match.start("when"), end, "Date") if isinstance(s.value, Time)] if match else []
    return (match.start(), of(passage, told[0])) if match and told else None


_CENSUS: Final = re.compile(r"(?<![较比与])第(?P<n>[一二三四五六七])次(?:全国)?(?:人口)?普查")
_CENSUSES: Final = dict(zip("一二三四五六七", ("1953", "1964", "1982", "1990", "2000", "2010", "2020"), strict=True))


def of_census(passage: Passage, start: int, end: int) -> Moment | None:
    """The year of the last census of population that is named in a range."""
    named = list(_CENSUS.finditer(passage.text, start, end)) if "普查" in passage.text else []
    return Moment(_CENSUSES[named[-1]["n"]], passage.at(named[-1].start(), named[-1].end())) if named else None


def starting(words: str) -> bool:
    """由2019年的1200万人次…: the time is that of the first figure alone."""
    return bool(re.search(rf"[由从]{TIME}+的(?:不足|不到|仅|只有|近|约|超过)?$", words))


OPENNESS: Final = re.compile(
    "(?:沿边|对外|扩大|改革|双向|制度型|高水平|深化|全面|全方位|坚持|兴边)开放|开放(?:型|平台|合作|水平|格局|发展|步伐|兴|高地|新|经济)|(?:经济|平稳|安全|有序|总体)运行|运行(?:平稳|情况|有序|态势)"
    "|(?:持续|逐步|加快|稳步)?恢复(?:性|增长|向好)|建设"
)
"""Words of no event, though they name one: 沿边开放迈出新步伐."""


def event_in(words: str, start: int, end: int) -> re.Match[str] | None:
    """Where words tell an event, and no 沿边开放 or 经济运行."""
    told = list(EVENT.finditer(words, start, end))
    other = [m.span() for m in OPENNESS.finditer(words, start, end)] if told else []
    return next((m for m in told if not any(a <= m.start() < b for a, b in other)), None)


_CAME_TO_BE: Final = re.compile(
    r"(?:成立|设立|建立|组建|创建|创办|兴建|始建|开通|开放|开埠|通车|建成|[建设置][县市区州旗盟])[于在]$"
)
"""某市设立于1984年，人口…: what follows is told of no such year."""


def of_clauses_before(passage: Passage, start: int, end: int, words: str) -> Moment | None:
    """The time that the clauses between `start` and a figure's clause leave in force; `words` are its own.

    The date of an event (…1992年3月经国务院批准设立) is the event's: it dates only a figure that came of it (增至14个).
    """
    for begin, stop in passage.clauses(start, end):
        seen = passage.around(stop)
        found = [s for s in dated(passage, begin, stop) if seen[s.start] != ASIDE]
        same = _SAME_TIME.search(words)  # 2016年3月开通的某口岸进出有序，半年验放…
        if not found and durations.over_some_years(passage.text, begin, stop):
            return Moment()
        if not found or (same and _OF_WHAT_CAME.match(passage.inner, found[-1].end, stop)):
            continue
        event = event_in(passage.around(stop), found[-1].end, stop)
        if _CAME_TO_BE.search(seen, begin, found[-1].start):
            return Moment()
        if (years := _YEARS_SINCE.search(words)) and (told := of(passage, found[-1])).text[:4].isdigit():
            month = told.text[4:7]
            number = whole(years["n"]) or 0
            return Moment(f"{told.text[:4]}{month}/{int(told.text[:4]) + number}{month}", told.where)
        first = event and _FIRST_YEAR.search(passage.text, event.end(), stop)
        if event and not first and not _CHANGE.search(words):
            return Moment()
        told = of(passage, found[-1])
        whole_year = "/" not in told.text and _THAT_YEAR.search(words)  # 2019年3月甲口岸停运，全年…
        return Moment(told.year, told.where) if whole_year else told
    return None


_YEAR_ON_YEAR: Final = re.compile("年均|年平均|平均每年")


_EVERY_YEAR: Final = re.compile(r"(?:[每历]年(?![底末初])|年均(?!线))(?![^,;]{0,4}(?:增|减|升|降|提高|下降|上升))")


def every_year(words: str, current: Moment) -> bool:
    """Whether words tell what is so in every year (每年进出口货物约30万吨): of no year, but of a span that is spoken of."""
    return "/" not in current.text and bool(_EVERY_YEAR.search(words))


def over_years(words: str, own: Moment | None, current: Moment) -> Moment | None:
    """The span of years of a yearly growth told in passing (2021年…；“十二五”时期年均增长…), which dates nothing else; None
    where the text speaks of no other time, or the figure is no such growth."""
    span = own is not None and "/" in own.text
    return own if span and current.text and "/" not in current.text and _YEAR_ON_YEAR.search(words) else None


_SINCE: Final = re.compile("(?P<year>(?:19|20)\\d\\d)年(?:以来|起|开始)[^。;]*$")
_UP_TO: Final = re.compile("[^。;]*?[,至到](?P<year>(?:19|20)\\d\\d)年(?!以来|起|的)")


def since_then(text: str, figure: Span) -> str:
    """The span of a yearly growth told between two years (2005年以来年均增长3%，2010年达到9亿元); empty where words around the
    figure name no two."""
    first, last = _SINCE.search(text, 0, figure.start), _UP_TO.match(text, figure.end)
    apart = first and last and int(last["year"]) - int(first["year"]) > 1
    return f"{first['year']}/{last['year']}" if first and last and apart else ""


def relative(text: str, words: str, current: Moment, heading: Moment) -> Moment | None:
    """What the words of a clause, as text and as mask, say without a year. 全年, 年末: of the year spoken of, else of the
    one that the heading names; 上年: of the year before it; 近年来: of no time that can be told."""
    report = _REPORT.search(text)
    if report and _PAST_YEAR.search(text, report.end()):
        return Moment(str(int(report["year"] or report["spoken"]) - 1))
    if _RECENTLY.search(text):
        return Moment()
    if _LAST_YEAR.search(text) and current.year.isdigit():
        return Moment(str(int(current.year) - 1), current.where)
    if _THAT_YEAR.search(words):
        return Moment(current.year, current.where) if current.text else heading if heading.text else None
    return None
