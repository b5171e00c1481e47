"""What the words over a column, before a row or in a caption say: a time, a place, a unit, an indicator."""

import re
from typing import Final

from borderkg.extraction.marking.dates import dates
from borderkg.extraction.marking.gazetteer import Gazetteer
from borderkg.extraction.marking.quantities import COUNTED, UNIT
from borderkg.extraction.values import Time
from borderkg.records import record
from borderkg.reference import Individual

_UNIT: Final = re.compile(rf"[(（/]\s*((?:{UNIT})(?:/[\u4e00-\u9fff]+)?)\s*[)）]?\s*$")
_UNITS: Final = re.compile(rf"[(（]((?:{UNIT})(?:[,、;](?:{UNIT}))+)[)）]?$")
"""(亿美元,%): several, of which each column has its own."""
_UNIT_WITHIN: Final = re.compile(rf"[(（]((?:{UNIT}))[)）]")
_YEAR_BEHIND: Final = re.compile(r"(?<=[^\d])\(?((?:19|20)\d\d)年?\)?$")
_DATED_UNIT: Final = re.compile(rf"\((?P<when>[^()]*?(?:19|20)\d\d年?[^()]*?)[,、;](?P<unit>{UNIT})\)?$")
"""(2019—2020年,万吨)."""
_BARE_UNIT: Final = re.compile(rf"(?<=[量额值积])(?:{UNIT})$")
"""两口岸货运量 万吨: behind a caption without a bracket."""
_LED: Final = re.compile(r"^(?:其中|#|—+)[:：]?(?=[\u4e00-\u9fff])")
"""其中:出口额 is 出口额."""
_TOTAL: Final = re.compile(r"(?:合计|总计|小计|累计|总和|共计|总数|总体|之和|均值|平均)$|^(?:合计|总计|累计|共计|小计)")
WHOLE: Final = re.compile("全[省区市州县旗盟]")
"""A row of the whole place that the table is of."""
_SHARE: Final = re.compile(
    r"(?:占|在)(?P<of>全国|全省|全区|全球|世界|沿边[\u4e00-\u9fff\d()]*|[\u4e00-\u9fff]{0,10}?)(?:总额|总量|GDP|的|中的|中所占的?)*(?:比重|比例|份额|占比)|占比$|比重$"
)
_YEARS: Final = re.compile(
    r"^(?:(?:19|20)\d\d年?[、和与](?:19|20)\d\d年?|(?:19|20)\d\d年?\s*[—~-]\s*(?:19|20)?\d\d年?|(?:19|20)\d\d年?(?:底|末|初)?|近年来?|历年)(?:间|期间)?的?"
)
_HALF: Final = re.compile(r"((?:19|20)\d\d)年([上下])半年")
_WITHIN: Final = re.compile(
    r"(?:(?P<first>1[0-2]|[1-9])(?:\s*[—~-]\s*(?P<last>1[0-2]|[1-9]))?月份?|第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)"
)
_OF_YEAR: Final = re.compile(r"\(((?:19|20)\d\d)年(?:底|末)?\)?$")
_AREA: Final = re.compile(
    r"^(?:我国|中国|全国)?的?(?:沿边|边疆|边境(?!小额|贸易|互市|经济|旅游|口岸)|内陆|陆地边境)?(?:\d+|[一二三四五六七八九十]+)?个?(?:主要|部分)?(?:省\(区\)|省区市|省区|省份|省市|省、自治区|地区)?(?:\(区\))?的?"
)
_COUNTED: Final = re.compile(
    r"^(?:\d+|[两二三四五六七八九十]+)个?(?:主要|边境|陆路|沿边)*(?:(?:公路|铁路|水运|航空)?口岸|[省市县州盟旗]区?|县市|省区|城市)(?=(?:19|20)\d\d|的|[\u4e00-\u9fff]{2})的?"
)
"""Behind the place of a caption: 吉林省四个公路口岸2019年的过货量."""
_SOME: Final = re.compile(
    r"^(?:主要|部分|各|重点)*(?:沿边|边境|陆地|陆路|边疆)?(?:口岸|省区|省份|县市区?|县\(市\)|城市|县域|地州市?|州市|州\(市\)|盟市|旗县市?|旗市|市县|地市|区县|县)(?=[\u4e00-\u9fff]{2}|GDP|(?:19|20)\d\d年)"
)
_SPAN_AHEAD: Final = re.compile(r"((?:19|20)\d\d)年?[—~-]((?:19|20)\d\d)年?(?:间|期间)?(?=[\u4e00-\u9fff]{2})")
"""2015—2019年 before what is measured."""
_BY_PART: Final = re.compile(
    "^(?:分(?:季度|月度?|年度?|口岸|国别|地区|县市|商品)|历年|逐年|逐月|各季度|各月)的?(?=[\u4e00-\u9fff]{2})"
)
_VAGUE: Final = re.compile(r"(?:变化|情况|统计|分布|一览|概况|状况|比较|对比|趋势|总览|汇总|变动|发展|表|的)+$")


@record
class Said:
    """What a label says; empty where it does not speak of it."""

    time: Time | None = None
    place: tuple[Individual, ...] = ()
    place_text: str = ""
    unit: str = ""
    indicator: str = ""
    total: bool = False
    share: str = ""
    """`占全国的比重`, where the label is of a share."""
    text: str = ""
    """The label as it is printed."""


def time_of(label: str) -> Time | None:
    """The time that a label is (`2017年`, `2017`, `1992—2020`, `2020年上半年`)."""
    if half := _HALF.fullmatch(label):
        return Time(f"{half[1]}-01", f"{half[1]}-06") if half[2] == "上" else Time(f"{half[1]}-07", f"{half[1]}-12")
    if re.fullmatch(r"(?:19|20)\d\d", label):
        return Time(label)
    match = re.fullmatch(r"((?:19|20)\d\d)年?\s*[—~-]\s*((?:19|20)\d\d)年?", label)
    if match:
        return Time(match[1], match[2])
    found = [s for s in dates(label) if s.start == 0]
    return found[0].value if found and isinstance(found[0].value, Time) and found[0].end >= len(label) - 1 else None


def part_of_year(label: str, year: str) -> Time | None:
    """The months that a label means in a year told elsewhere: 1月, 1—6月, 第二季度, 上半年; None for any other label."""
    match = _WITHIN.fullmatch(label)
    if match is None:
        return None
    if match["first"]:
        first, last = int(match["first"]), int(match["last"] or match["first"])
    elif match["quarter"]:
        last = 3 * ("一二三四".find(match["quarter"]) + 1 or int(match["quarter"]))
        first = last - 2
    else:
        first, last = (1, 6) if match["half"] == "上" else (7, 12)
    if first == last:
        return Time(f"{year}-{first:02}")
    return Time(f"{year}-{first:02}", f"{year}-{last:02}")


def read_label(label: str, names: Gazetteer) -> Said:
    """Read the label of a row or column; its parts may stand in any order: 2019年云南出口额(亿元), 出口额(亿元)2019年."""
    text = _LED.sub("", re.sub(r"\s+", "", label)).rstrip("*①②③④⑤⑥⑦⑧⑨")
    unit = ""
    if match := _UNIT.search(text) or _UNIT_WITHIN.search(text):
        unit, text = match[1], text[: match.start()] + text[match.end() :]
    elif match := _BARE_UNIT.search(text):  # 货运量 over 万吨
        unit, text = match[0], text[: match.start()]
    elif text.endswith(("(%)", "(%", "%")):
        unit, text = "%", re.sub(r"\(?%\)?$", "", text)
    time: Time | None = None
    if match := _SPAN_AHEAD.match(text):
        time, text = Time(match[1], match[2]), text[match.end() :]
    elif match := re.match(r"(?:19|20)\d\d年?(?![\d.])(?:底|末|初)?", text):
        whole = time_of(text)
        time = whole or Time(match[0][:4])
        text = "" if whole else text[match.end() :]
    elif match := _YEAR_BEHIND.search(text):
        time, text = Time(match[1]), text[: match.start()]
    share = ""
    if match := _SHARE.search(text):
        of = match["of"] if "of" in match.groupdict() else None
        share = f"占{of or '全国'}的比重"
        text = text[: match.start()]
    total = bool(_TOTAL.search(text) or WHOLE.fullmatch(text))
    bare = "" if WHOLE.fullmatch(text) else _TOTAL.sub("", text)
    place, place_text, rest = place_of(bare, names)
    if share and not unit:
        unit = "%"
    return Said(time, place, place_text or (text if total else ""), unit, rest, total, share, label)


def of_total(text: str) -> bool:
    """Whether a label heads a row of sums or means: 合计, 口岸小计, 平均."""
    return _TOTAL.search(text) is not None


_JOINED: Final = re.compile("[—-][\u4e00-\u9fff]")
"""中国—东盟博览会 begins with no place of its own."""


def place_of(text: str, names: Gazetteer) -> tuple[tuple[Individual, ...], str, str]:
    """The place that a label begins with, and what follows it."""
    for end in range(len(text), 1, -1):
        entry = names.entries.get(text[:end])
        if entry and entry.individuals and entry.label in ("Country", "Region", "TradeZone", "Port", "Platform"):
            if end < len(text) and (entry.hidden or _JOINED.match(text, end)):
                continue
            return entry.individuals, text[:end], text[end:].lstrip("的:：")
    return (), "", text


def indicator_of_caption(title: str, names: Gazetteer) -> Said:
    """What a caption says of the figures below it: `2019—2022年沿边省区进出口额及占全国的比重` → 进出口额."""
    text = re.sub(r"\s+", "", title)
    time = None
    unit = ""
    if match := _DATED_UNIT.search(text):
        unit, text = match["unit"], f"{text[: match.start()]}({match['when']})"
    if match := _UNITS.search(text) or _UNIT.search(text):
        unit, text = match[1], text[: match.start()]
    if match := _OF_YEAR.search(text):
        time, text = Time(match[1]), text[: match.start()]
    if match := _YEARS.match(text):
        time = time_of(match[0].rstrip("的间期")) or time
        text = text[match.end() :]
        if time and not time.end and (within := _WITHIN.match(text)):
            time, text = part_of_year(within[0], time.start[:4]), text[within.end() :].lstrip("的")
    place, place_text, rest = place_of(text, names)
    if place and any(i.is_china for i in place):
        more = place_of(rest, names)
        stripped = _AREA.sub("", text)
        if more[0]:
            place, place_text, rest = more
        elif len(stripped) < len(rest):
            rest = stripped
    elif not place:
        rest = _AREA.sub("", text)
    rest = _SOME.sub("", _COUNTED.sub("", _BY_PART.sub("", rest))).lstrip("的")
    if match := _YEARS.match(rest):
        time, rest = time or time_of(match[0].rstrip("的间期")), rest[match.end() :] or rest
    if match := _BARE_UNIT.search(rest):
        unit, rest = unit or match[0], rest[: match.start()]
    rest = re.split(r"(?:及其?|和|与|、)(?=占|增长|增速|同比|比重)", rest)[0]
    rest = _SOME.sub("", re.sub(r"\([^()]*\)$", "", rest))
    return Said(time, place, place_text, unit, _VAGUE.sub("", rest) or rest, text=title)


def only_year(title: str) -> str:
    """The one year that a caption names, wherever it stands; empty where it names none or several."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?=年(?!以来))", re.sub(r"\s+", "", title))
    spanned = re.search(r"(?:19|20)\d\d年?[—~至-]", title)
    return years[0] if len(years) == 1 and not spanned else ""


def counted_kind(indicator: str) -> bool:
    """Whether an indicator is the name of things that are counted: 沿边口岸, 边境经济合作区."""
    return bool(COUNTED.search(indicator))
