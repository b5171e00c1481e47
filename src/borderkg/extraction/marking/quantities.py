"""Numbers with their units in running text.

Full-width digits were folded before; `169 39亿美元` (a decimal point that the PDF lost) is read as 169.39 only in a
document that has lost all its points, and says that it is doubtful. Ranges and bounds keep both ends.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from borderkg.extraction.marking.numerals import PATTERN as HAN_NUMBER
from borderkg.extraction.marking.numerals import at_least, whole
from borderkg.extraction.marking.stepped import stepped
from borderkg.extraction.marking.written import written
from borderkg.extraction.span import Span
from borderkg.extraction.values import Quantity

_MONEY: Final = (
    r"(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|兆)?(?:多|余)?"
    r"(?:美[元金]|元人民币|元|(?<=[万亿])人民币|欧元|瑞士法郎|卢布|坚戈|图格里克|韩元|泰铢|日元|港元|港币|英镑|卢比|越南盾|缅币|银元|两白银)"
)
_PEOPLE: Final = r"(?:亿|千万|百万|万|千)?(?:多|余)?(?:人次|人天|人\(次\)|人|户|名)"
_GOODS: Final = (
    r"(?:亿|千万|百万|万|千)?(?:多|余)?(?:[辆架艘列](?:\([辆架艘列](?:[、/,][辆架艘列])*\)|(?:[、/][辆架艘列])+)+次|[辆列]次/人次|[辆架艘列]\([辆架艘列]*次\)|标准箱|标箱|TEU|立方米|千瓦时|千瓦|兆瓦|桶|吨公里|公吨|吨|标准立方米|立方|辆次|架次|艘次|列次|"
    r"头|件|箱|辆|列|艘|架|台|斤|公斤|千克|票|单|张|车次|家次|班次)"
)
_AREA: Final = r"(?:亿|万)?(?:多|余)?(?:平方公里|平方千米|平方米|公顷|亩|km2|㎢|hm2)"
_LENGTH: Final = r"万?(?:多|余)?(?:公里|千米|海里|英里|华里|厘米|公尺|米|km|㎞|里)(?!程)"
_COUNT: Final = (
    r"(?:万|千)?(?:多|余)?(?:个(?!百分点|月)|家|条|座|项|种|处|所|类|批|对|次(?!产业)|届|场|片|大(?=[\u4e00-\u9fff]{2})|支|份|部|只|株|期|"
    r"省区|省\(区\)|省|县|市|州|旗|国)"
)
_TIME: Final = r"(?:个月|分钟|小时|天|年(?:多|余)?(?=以上|左右))"
_RATIO: Final = r"(?:%|‰|个百分点|百分点|倍)"
_PER: Final = r"(?:/(?:(?:百|万)?(?:平方公里|人|公里|吨)|小时|[年天日])|每平方公里)?"
UNIT: Final = f"{_RATIO}|(?:{_MONEY}|{_AREA}|{_PEOPLE}|{_GOODS}|{_LENGTH}|{_TIME}){_PER}|{_COUNT}"
"""Any unit, as a regular expression."""

COUNTED: Final = re.compile(
    r"(?:口岸|城市|合作区|试验区|保税区|开放区|互市区|互市点|贸易区|园区|开发区|县|市|旗|镇|乡|机场|铁路|公路|通道|企业|项目|平台|中心|基地|景区|学校|医院|团场|国家|省区|民族|航线|线路|港口|码头)$"
)
"""Names of things that are counted one by one."""

_DECIMAL: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SPACED: Final = r"[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?(?![\d.,])"
"""1 438公里, 3 975.3亿元: blanks between thousands, as journals set them."""

_BOUNDS: Final = (
    "高达|多达|约为|大约|约|近|逾|超过了?|超|突破了?|首破|首超|不足|不到|低于|少于|至少|不少于|不低于|达到|将近|接近|"
    "仅|只有|共|共计|总计|合计"
)
_BEFORE: Final = f"(?:{_BOUNDS})"
_FIRST: Final = "".join(sorted({word[0] for word in _BOUNDS.split("|")}))
"""With what a number and the words before it may begin: a quick look, before the alternatives are tried."""

_AFTER: Final = r"(?:以上|以下|左右|上下|以内|多|余)"

_FULL: Final = re.compile(
    rf"(?=[{_FIRST}\d+-])(?P<before>{_BEFORE})?(?<![\d.-])(?:(?<![A-Za-z])|(?<=GDP)|(?<=GRP))(?P<sign>[-+])?"
    rf"(?P<n>{_SPACED}|{_DECIMAL})(?P<lost> \d{{1,2}})?(?P<many>多|余|几)?(?P<pct1>%)?"
    rf"(?:(?P<multiple>[万亿])?(?:(?:平方)?(?:公里|千米|米)(?=[—~-]\d))?\s?(?:[—~-]{{1,2}}|至|到)\s?(?P<n2>{_DECIMAL}))?\s?(?P<unit>{UNIT})?(?P<after>{_AFTER})?"
)
_HAN: Final = re.compile(
    rf"(?=[{_FIRST}零〇○一二两三四五六七八九十百千])(?P<before>{_BEFORE})?(?<![第唯零〇○一二两三四五六七八九十百千])(?P<n>{HAN_NUMBER})(?P<many>多|余|几)?(?P<unit>{_COUNT})(?!月|人次)"
)
_HALF: Final = re.compile(r"(?P<before>超过|超|近|约|不足|不到)?(?:一半|半数)(?P<after>以上|以下|左右)?")
_TENTHS: Final = re.compile(
    r"(?P<before>超过|超|近|约为|约|不足|不到|逾|突破|接近)?(?P<n>[一二两三四五六七八九])成(?:(?P<half>半)|(?P<more>[一二三四五六七八九])(?=[^\u4e00-\u9fff]|[多余强弱以左和与的]|$))?(?P<after>以上|以下|左右|多|强|余)?(?![\u4e00-\u9fff]?[为立员长本效功果就])"
)
_FRACTION: Final = re.compile(
    r"(?P<before>超过|超|近|约为|约|不足|不到|逾)?(?P<of>[二三四五六七八九十])分之(?P<n>[一二三四五六七八九])(?P<after>以上|以下|左右|多|强|弱)?"
)
_SLASHED: Final = re.compile(
    r"(?P<before>超过|超|近|约为|约|不足|不到|逾)?(?:(?<=[的占约近足到过为达逾])|(?<=全[省国区市州县]))(?P<n>[1-9])/(?P<of>[2-9]|1\d|20)(?![\d/年月日号级类])(?P<after>以上|以下|左右|多|强|弱)?"
)
"""占全省总面积的1/4."""

_PEOPLED: Final = re.compile(
    rf"人口(?:总数)?:?\s?(?:约为|约|为|达到|达|近|仅|有)*(?P<before>超过|超|突破|逾|不足|不到)?(?P<n>{_SPACED}|{_DECIMAL})(?P<many>多|余)?(?P<in>[万亿])(?![\u4e00-\u9fff])"
)
"""人口22.5万: the unit is understood."""

_PASSED: Final = re.compile(
    rf"(?:[进出入过][境出入关]|通关|旅客|客流|验放|查验)[\u4e00-\u9fff]{{0,4}}(?:人数|人次|人员|旅客|客流量?):?"
    rf"(?:约为|约|为|达到|达|近|超过|超|突破|逾)*(?P<n>{_DECIMAL})(?P<many>多|余)?万(?![\u4e00-\u9fff])"
)
"""出入境人数达85.1万: those who pass are counted each time."""

_SHARED: Final = re.compile(
    rf"(?<![第\d.])(?:\d+(?:\.\d+)?[万亿]?、)*\d+(?:\.\d+)?[万亿]?(?:、|和|与|及|以及)(?={_DECIMAL}(?P<unit>{UNIT}))"
)
"""11.2万、13.5万和14万辆次: the last names the unit of all."""

_MIGHT_SHARE: Final = re.compile(r"\d[万亿]?(?:、|和|与|以?及)\d")
_ITEM: Final = re.compile(r"\d+(?:\.\d+)?(?P<multiple>[万亿])?(?=[、和与及以])")
_PER_AREA: Final = re.compile(
    rf"每平方公里(?:约为|约|为|仅有|仅|有|达到|达|不足|不到|近)*(?P<n>{_DECIMAL})(?P<unit>人|万元|亿元)(?![次均])"
)
"""每平方公里8.5人 is 8.5人/平方公里."""

_WRITTEN_OUT: Final = re.compile("[一二两三四五六七八九十百千万亿][多余几]?[平公美元吨人户亩辆倍]|百分之[一-十]")

_LOWER: Final = {
    "超过",
    "超过了",
    "超",
    "突破",
    "突破了",
    "首破",
    "首超",
    "逾",
    "至少",
    "不少于",
    "不低于",
    "以上",
    "多",
    "余",
    "几",
    "强",
}
_UPPER: Final = {"不足", "不到", "低于", "少于", "以下", "以内", "弱"}


_NUMBERED: Final = re.compile(
    "[百千万亿]*(?:届|列|趟|批|班|辆|台|家|人|名|吨|票|单|架|艘|[辆列架艘人]次|标箱|标准箱|TEU)"
)
"""第21届, 第5000列, 第10万辆: which one."""


def has_lost_points(text: str) -> bool:
    """Whether a document's decimal points became blanks: none is left between digits, and blanks stand where they were."""
    return not re.search(r"\d\.\d", text) and len(re.findall(r"\d \d{1,2}(?=%|亿|万)", text)) >= 2


def quantities(text: str, lost_points: bool = False) -> Iterator[Span]:
    """The quantities in a text. A number without a unit gives none, nor does a year or an ordinal."""
    yield from stepped(text, UNIT)
    dense = {m.start("n"): m for m in _PER_AREA.finditer(text)} if "每平方公里" in text else {}
    for m in _FULL.finditer(text):
        per_area = dense.get(m.start("n"))
        span = _over_area(per_area) if per_area else _read(m, lost_points)
        if span and not (text.endswith("第", 0, m.start("n")) and _NUMBERED.fullmatch(m["unit"])):
            yield span
    for m in _HAN.finditer(text):
        number = at_least(m["n"])
        if (
            number is None
            or (m["n"] == "一" and m["unit"] not in ("条", "座", "家") and not _only(m))
            or m["n"] == "零"
            or (m["n"] in ("十", "百", "千") and not (m["n"] == "十" and m["many"]))
            or (m["n"] == "一" and _ALONE.match(text, m.end()))
            or (m["unit"] == "期" and m["n"] in "二三四五")  # 二期工程 is the second
        ):
            continue
        if m["n"] in ("两", "一") and m["unit"] == "国":
            continue
        modifier = m["many"] or ""
        value = Quantity(Decimal(number), m["unit"], comparator=_comparator(modifier), modifier=modifier)
        yield Span(m.start("n"), m.end(), "Quantity", text[m.start("n") : m.end()], "quantities:numeral", value=value)
    for m in _PEOPLED.finditer(text) if "人口" in text else ():
        number_of = Decimal(m["n"].replace(",", "").replace(" ", ""))
        bound = _comparator(m["many"], m["before"])
        value = Quantity(number_of, m["in"] + "人", comparator=bound, modifier=m["many"] or m["before"] or "")
        yield Span(m.start("n"), m.end(), "Quantity", text[m.start("n") : m.end()], "quantities:people", value=value)
    for m in _PASSED.finditer(text) if "万" in text and "人" in text else ():
        value = Quantity(Decimal(m["n"]), "万人次", comparator=_comparator(m["many"]), modifier=m["many"] or "")
        yield Span(m.start("n"), m.end(), "Quantity", text[m.start("n") : m.end()], "quantities:people", value=value)
    if _WRITTEN_OUT.search(text):
        yield from written(text)
    for m in _SHARED.finditer(text) if _MIGHT_SHARE.search(text) else ():
        yield from _shared(m)
    tenths = _TENTHS.finditer(text) if "成" in text else ()
    fractions = _FRACTION.finditer(text) if "分之" in text else ()
    slashed = _SLASHED.finditer(text) if "/" in text else ()
    for m in (*tenths, *fractions, *slashed):
        yield _part(m)
    for m in _HALF.finditer(text) if "半" in text else ():
        bound = _comparator(m["before"], m["after"])
        value = Quantity(Decimal(50), "%", comparator=bound, modifier=m["after"] or m["before"] or "", words=m[0])
        yield Span(m.start(), m.end(), "Quantity", m[0], "quantities:half", value=value)


def _over_area(m: re.Match[str]) -> Span:
    value = Quantity(Decimal(m["n"].replace(",", "")), m["unit"] + "/平方公里")
    return Span(m.start(), m.end(), "Quantity", m[0], "quantities:number", value=value)


def _shared(m: re.Match[str]) -> Iterator[Span]:
    """The numbers of a list before its last, which names the unit; whole small numbers are no such list (1、2和3个)."""
    unit = m["unit"]
    for item in _ITEM.finditer(m.string, m.start(), m.end()):
        number, multiple = item[0].rstrip("万亿"), item["multiple"] or ""
        if (multiple and not unit.startswith(multiple)) or not (multiple or "." in number):
            continue
        value = Quantity(Decimal(number), unit)
        yield Span(item.start(), item.end(), "Quantity", item[0], "quantities:shared unit", value=value)


def _part(m: re.Match[str]) -> Span:
    """九成 and 五分之一, as a percentage."""
    told = m.groupdict()
    percent = 100 * Decimal(whole(m["n"]) or 0) / (whole(told.get("of") or "十") or 10)
    percent += 5 if told.get("half") else whole(told.get("more") or "零") or 0  # 三成半, 三成五
    comparator = _comparator(m["before"], m["after"])
    value = Quantity(percent, "%", comparator=comparator, modifier=m["after"] or m["before"] or "", words=m[0])
    return Span(m.start(), m.end(), "Quantity", m[0], "quantities:part", value=value)


def _comparator(*words: str | None) -> str:
    """What words around a number make of it: a lower bound, an upper bound, or nothing."""
    return ">" if _LOWER.intersection(words) else "<" if _UPPER.intersection(words) else ""


_ALONE: Final = re.compile("(?:的)?(?:单独|独|即|就|便|也|仅|约|达|占|为|完成|实现|贡献)")
"""甲口岸一家即达200万吨: that one alone, which counts nothing."""

_NO_MORE: Final = re.compile("(?:仅|只|仅仅)(?:设?有|辖|设)[^,;。:]{0,20}$")
_THE_ONE: Final = re.compile(
    "(?:国家)?(?:级|一类|二类|对外开放|边境|沿边|陆地|陆路|公路|铁路|航空|水运|的)*(?:口岸|边境[县旗市]|边境城市|开放城市|合作区|试验区|保税区)(?=[,;。:]|$)"
)
_THE_ONE_NAMED: Final = re.compile(
    "(?:口岸|合作区|试验区|保税区|边境[县市旗]|互市[点区]|通道)(?:则|也|又|目前|现)?(?:(?:只|仅|就)(?:有|是)?|(?:是|为|有))[\u4e00-\u9fff]{2,10}$"
)
"""铁路口岸则有绥芬河一处."""

_CLAUSE_ENDS: Final = re.compile("[,;。]|$")


def _only(m: re.Match[str]) -> bool:
    """甘肃省只有肃北一个边境县: that it is no more is what is told."""
    if m["unit"] in ("个", "处") and _THE_ONE_NAMED.search(m.string, max(0, m.start() - 24), m.start()):
        return bool(_CLAUSE_ENDS.match(m.string, m.end()))
    if m["unit"] != "个" or not _THE_ONE.match(m.string, m.end()):
        return False
    return bool(_NO_MORE.search(m.string, max(0, m.start() - 24), m.start()))


_OF_YEAR: Final = re.compile(r"\s?年")


def _read(m: re.Match[str], lost_points: bool) -> Span | None:
    unit = m["unit"] or ("%" if m["pct1"] else "")
    if not unit or (m["n2"] and not m["unit"]) or (" " in m["n"] and lost_points):
        return None
    if m["multiple"] and not unit.startswith(m["multiple"]):
        return None
    if _OF_YEAR.match(m.string, m.end("n"), m.end("n") + 2) and not unit.startswith("年"):
        return None
    number = Decimal(m["n"].replace(",", "").replace(" ", ""))
    doubtful = False
    if m["lost"]:
        if not lost_points:
            return None
        number, doubtful = Decimal(m["n"] + "." + m["lost"].strip()), True
    if m["sign"] == "-":
        number = -number
    modifier = m["after"] or m["many"] or m["before"] or ""
    low = high = None
    if m["n2"]:
        low, high = number, Decimal(m["n2"].replace(",", ""))
        if low >= high:
            return None
    within = next((word for word in "多余" if word in unit), None)  # 2.2万多公里
    comparator = _comparator(m["before"], m["many"], m["after"], within)
    unit = unit.replace("多", "").replace("余", "").replace("(次)", "次")
    value = Quantity(number, unit, low, high, comparator, modifier, doubtful)
    start = m.start("sign") if m["sign"] else m.start("n")
    return Span(start, m.end(), "Quantity", m.string[start : m.end()], "quantities:number", value=value)
