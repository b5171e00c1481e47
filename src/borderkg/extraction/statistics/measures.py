"""What a figure measures: the noun phrase that leads to a number, and whether it can be measured in the number's unit."""

import re
from functools import lru_cache
from typing import Final

from borderkg.extraction.rulebook.neighbours import NEIGHBOURS
from borderkg.extraction.span import Span
from borderkg.extraction.statistics import capacities, consigned
from borderkg.extraction.statistics.passage import ABROAD, ASIDE, BLOCS, NUMBER, PLACE, TIME, Passage, printed
from borderkg.extraction.statistics.wording import any_of
from borderkg.records import record

MEASURE: Final = re.compile(f"{any_of('measure')}$")
"""A noun phrase that ends so measures something."""

_MONEY: Final = re.compile(f"{any_of('money')}$")
_EXTENT: Final = re.compile(f"{any_of('extent')}$")
_ZONE_PART: Final = re.compile(f"{any_of('zone-parts')}$")
_PEOPLE: Final = re.compile(f"{any_of('people')}$")
_MOVING: Final = re.compile(r"[\u4e00-\u9fff、()]{2,14}$")
"""Of what is carried or passes anything can be counted: 进出境车辆, 中欧班列, 旅客, 煤炭."""

_MOVED: Final = re.compile(f"{any_of('moved-units')}$")
_PASSING: Final = re.compile(r"(?:车|车辆|班列|列车|船舶|人员|旅客|游客|边民|货物|货物运输|边界|边境|国境)$")
"""其中货车28万辆次: what passes says itself what is counted."""

_CROSSING: Final = re.compile("出入境|进出境")
_FIRMS: Final = re.compile("(?:企业|公司|商户|主体|个体户|个体工商户|合作社|商家)$")
_CARRIERS: Final = ("车辆", "交通工具", "运输工具", "交通运输工具", "船舶")
_GROWING: Final = re.compile(f"{any_of('growing')}$")
_CURRENCY: Final = re.compile("[元币镑布盾]")
_OF_LAND: Final = re.compile("平方|公顷|亩|km2|㎢|hm2")
_NO_MEASURE: Final = re.compile(any_of("no-measure"))
_CLAUSE: Final = re.compile(any_of("clause"))
BETWEEN: Final = any_of("adverbs", "leads")
_TAIL: Final = re.compile(
    rf"(?:{BETWEEN}了?|{TIME}(?:的|时|末|底|间)?|{ASIDE}|(?:通行|过境|运行)的|至?(?:年末|年底|年初)的?|(?:目前|现在|如今|当前)的?|创(?:历史)?(?:纪录|记录|新高)的)+$"
)
HEAD_NOISE: Final = re.compile(f"^(?:(?!{any_of('whole-words')}|[与同自](?:共建)?“?一带一路){any_of('before-noun')})+")
_SINCE: Final = re.compile(
    r"(?<!自)由[\u4e00-\u9fff]{2,6}$|从[\u4e00-\u9fff]{2,4}(?:初期|之初|首[月年]|伊始)$|自(?:正式)?(?:开通|开关|开放|运营|开行|通车|投运|启用|成立|设立|复关)(?:运营|运行)?$"
)
"""日均列车由运营初期的5列: when it was so is no part of what is measured."""

_RUN: Final = re.compile(rf"[^{PLACE}{TIME}{NUMBER},;:。()]*$")
_RELATIVE: Final = re.compile(r"(?!进出境的|出入境的|出境的|进境的|入境的)[\u4e00-\u9fff]{2,6}的(?=[^的]*班列$)")
"""进出境的中欧班列: what trains do is no part of what is measured."""

_REALIZED: Final = re.compile(rf"[^{PLACE}{TIME}{NUMBER}]{{0,16}}(?:分别|实现了?)(?=[\u4e00-\u9fff]{{2}})")
"""边境经济合作区分别实现工业总产值: what stands before the verb is whose it is."""

_PARTNER: Final = re.compile(
    rf"(?P<prep>[与同对从自向和]|(?<!所)在)(?P<number>{NUMBER}*)(?P<list>{PLACE}+(?:[、和与及]{PLACE}+)*)$"
)
_DONE: Final = re.compile(
    "(?:已|累计|现)(?:完成|实现|落实|注册|到位)?(?=投资|企业|资金)|(?<=[\u4e00-\u9fff])(?:共计|累计|共)(?=[进出]口|[进出][入出]?境)"
    "|(?:^(?:全年|累计|提前|超额|圆满|顺利|按期)|(?<=[\u4e00-\u9fff)]))(?:全年|累计|合计|共计|共|提前|超额|圆满|顺利|按期)*(?:完成|实现)(?=(?!率|[额值量]|情况|任务)[\u4e00-\u9fff]{2,12}$)"
)
"""中方一侧已完成投资, 口岸全年完成货运量: what was done with it is no part of the indicator."""

_FREIGHT: Final = re.compile("(?<=[进出]口)货$")
_CARRIED: Final = re.compile(
    "^((?:进出口|进口|出口|进出境|出入境|进境|出境|入境|过境|转运))的(?=[\u4e00-\u9fff]{2,6}$)"
)
"""进境的天然气 is 进境天然气."""

_OF_WHOLE: Final = re.compile(r"^.*(?<![安健完齐保])全(?:自治区|地区|[省市县旗区州盟])(?![域际场值长面])")
"""…公报摘登全市人口: an indicator never reaches over the word that says whose it is."""

_SAME: Final = re.compile(r"(?:这一|该|此|其(?!中)|同一|上述)(?:项)?(?P<noun>[\u4e00-\u9fff]{0,4}额|指标|数字|数值)$")
_BEFORE_VERB: Final = re.compile(rf"(?P<np>[^,;:{PLACE}{TIME}{NUMBER}]{{2,20}}?)(?={any_of('after-noun')})")
_MOST: Final = re.compile(
    r"(?:最[高大多低小少]|(?:居|列|排名?)(?:全[国省区市州县])?(?:首位|第一位?))的(?:依次|分别)?[是为有]"
)
"""GDP最高的是某市: the indicator is brought up."""

_AMONG: Final = re.compile(r".*[县市区州省国旗岸](?:[之当]?中|[里内])")
"""六个边境县中面积最大的: among which is no part of the indicator."""

_FILLERS: Final = re.compile(f"(?:[{PLACE}{TIME}{ASIDE}]|{any_of('adverbs', 'leads', 'fillers')})*")
"""Words that may stand before a figure that leaves out what it measures."""


@record
class Words:
    """A noun phrase that measures, and where it stands in the sentence; several names where it joins several."""

    names: tuple[str, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        return "和".join(self.names)


def indicator(passage: Passage, start: int, end: int, unit: str) -> Words | None:
    """The indicator that leads to a figure at `end`; `%` takes what measures, growth (no unit) whatever grows."""
    words = passage.around(end)[start:end]
    tail = _TAIL.search(words)
    body = words[: tail.start()] if tail else words
    body = body.rstrip("的共总约均" + ASIDE)
    body = _SINCE.sub("", body) if any(word in body for word in "由自从") else body
    daily = _DAILY.search(body) if words[len(body) : len(body) + 1] == "均" else None
    body = _SINCE.sub("", body[: daily.start()].rstrip("的")) if daily else body
    run = _RUN.search(body)
    begin = len(body) - len(run[0].lstrip(ASIDE)) if run else 0  # 某口岸(某旗)同期过货
    noise = HEAD_NOISE.match(body[begin:])
    first = begin + (noise.end() if noise else 0)
    relative = _REALIZED.match(body, begin) if "分别" in body or "实现" in body else None
    if relative := relative or (_RELATIVE.match(body, first) if body.endswith("班列") else None):
        first = relative.end()
    if "全" in body and (whole := _OF_WHOLE.match(body[first:])) and whole.end() < len(body) - first:
        first += whole.end()
        noise = HEAD_NOISE.match(body[first:])
        first += noise.end() if noise else 0
    if not begin and _OF_ONE.search(passage.text, max(0, start - 3), start):
        return None  # 一家企业投资超亿元: of no place
    so_many = start + first and passage.inner[start + first - 1] == NUMBER
    if so_many and (kind := _OF_SO_MANY.match(body, first)) and not AT_BORDER.match(kind[0]):
        first = kind.end()  # 甲、乙两个国家级边境经济合作区规划面积
        noise = HEAD_NOISE.match(body[first:])
        first += noise.end() if noise else 0
    if (bound := consigned.begins(passage, start, start + len(body))) >= 0:
        first = bound - start
    elif nation := _of_nation(passage, start + begin, start + len(body)):
        first = nation - start
    name = (daily[0] + "均" if daily else "") + _name(passage, start + first, start + len(body))
    partner = _PARTNER.search(body, 0, begin) if PLACE in body[:begin][-1:] else None
    if partner and not _is_partner(passage, start, partner):
        partner = None
    if not _measurable(name, unit) and not (partner and unit in ("", "%") and _MONEY.search(name)):
        return None
    if (toward := _TOWARD.fullmatch(name)) and (before := _before(passage, start, start + first)):
        return Words((*(word + toward["noun"] for word in before), name), start, start + len(body))
    if partner:
        names = [s.text for s in _partners(passage, start + partner.start("list"), start + partner.end())]
        number = passage.text[start + partner.start("number") : start + partner.end("number")]
        full = tuple(partner["prep"].replace("和", "与") + number + other + name for other in names)
        before = _before(passage, start, start + partner.start())
        return Words((*(word + name for word in before), *full), start + partner.start(), start + len(body))
    return Words(_split(name), start + first, start + len(body))


_DAILY: Final = re.compile("(?<=[\u4e00-\u9fff]{2})[日月年]$")
"""进出境班列日均7列."""

_PARTNERS: Final = ("Country", "Region", "Organization")
_OF_ONE: Final = re.compile("(?:一家|某家|这家|该家)$")
_OF_SO_MANY: Final = re.compile(
    "[\u4e00-\u9fff]{0,12}?(?:合作区|试验区|保税区|综保区|边合区|片区|开发区|口岸|县市|市县|县〔[市区旗、]+〕|边境县|边境城市|县级市|县|市)的?(?=[\u4e00-\u9fff]{2})(?![县市]?域)"
)
AT_BORDER: Final = re.compile("(?:陆地|沿)?边境?(?:[县旗市]|[县旗]市|〔[市区旗、]+〕)+的?$")
"""边境县市土地面积: the land of the border counties is told, and not that of the region."""

_LAND: Final = f"[{NEIGHBOURS}韩]"
_AND: Final = re.compile("[和与及、]")
_TOWARD: Final = re.compile(rf"[对与同从向]{_LAND}(?P<noun>[\u4e00-\u9fff]{{2,}})$")
_TOWARD_EACH: Final = re.compile(r"(?:[对与同从向][\u4e00-\u9fff]{1,6}[、和与及])+$")


_NATIONALS: Final = re.compile(
    "(?:国|籍)?(?:公民|边民|居民|游客|旅客|人员|车辆|货车|船舶|商人|客商)(?:入境|出境|出入境|进出境|[进来]入|过境)?"
)


def _of_nation(passage: Passage, begin: int, end: int) -> int:
    """Where the country stands whose people or vehicles pass, right before them (老挝籍车辆入境); 0 where there is none."""
    if not _NATIONALS.fullmatch(passage.text, begin, end):
        return 0
    return next((s.start for s in passage.between(0, begin, "Country") if s.end == begin and s.start < begin), 0)


def _before(passage: Passage, start: int, begin: int) -> list[str]:
    """The partners named one by one before the last, each with its preposition: 对俄、对老挝、 before 对朝贸易额."""
    run = _TOWARD_EACH.search(passage.text, start, begin)
    words = [word for word in re.split("[、和与及]", run[0]) if word] if run else []
    known = {span.text for span in passage.between(start, begin, "Country", "Region")}
    one_by_one = all(word in known or word[1:] in known or re.fullmatch(_LAND, word[1:]) for word in words)
    return words if one_by_one else []


def _name(passage: Passage, start: int, end: int) -> str:
    masked = passage.around(end)[start:end]
    name = passage.text[start:end]
    if ASIDE in masked:
        name = "".join(c if c == ASIDE else name[i] for i, c in enumerate(masked))
    name = printed(name).strip("“”")
    if name.startswith("("):
        name = re.sub(r"^\([^()]*\)", "", name)  # a note on the name before it
    name = name.replace("的", "") if consigned.begins(passage, start, end) == start else name
    name = name + "面积" if name.endswith("占地") else name
    name = capacities.named(name)
    name = _FREIGHT.sub("货物", name)
    name = _CARRIED.sub(r"\1", name) if "的" in name else name
    return _DONE.sub("", name).replace("对外贸易进出口", "外贸进出口")


def _partners(passage: Passage, start: int, end: int) -> list[Span]:
    """The countries, regions and blocs that a range names."""
    return [s for s in passage.between(start, end, *_PARTNERS) if s.label != "Organization" or s.text in BLOCS]


_DONE_THERE: Final = re.compile("的?(?:实际|累计|新增|非金融类|直接)*(?:投资|承包工程)")
"""中国在东盟的投资."""


def _is_partner(passage: Passage, start: int, partner: re.Match[str]) -> bool:
    """黑龙江省与俄罗斯贸易额: the two are of different kinds; 新疆与西藏 are two subjects."""
    at = start + partner.start()
    partners = _partners(passage, at, start + partner.end())
    if partner["prep"] == "在":
        there = any(s.label == "Country" or ABROAD.search(s.text) for s in partners)
        return there and bool(_DONE_THERE.match(passage.text, start + partner.end()))
    if partner["prep"] in "对从自向":
        return bool(partners)
    before = [s for s in passage.spans if s.end == at and s.start < s.end]
    at_head = not at or passage.text[at - 1] in ",;。:" or passage.text.endswith(("其中", "完成", "实现", "了"), 0, at)
    if at_head and partner["prep"] in "与同":
        return bool(partners)  # 2019年外贸9亿元，与东盟贸易额6亿元
    home = bool(before) and before[0].text in ("中国", "我国")
    abroad = bool(partners and before) and bool(ABROAD.search(partners[0].text)) > bool(ABROAD.search(before[0].text))
    return bool(partners) and bool(before) and (home or abroad or before[0].label != partners[0].label)


@lru_cache(maxsize=1024)
def _measurable(name: str, unit: str) -> bool:
    several = _AND.split(name)  # 地区生产总值、…、农村居民人均可支配收入
    if len(several) > len(("one", "other")) and all(2 <= len(p) <= 16 and MEASURE.search(p) for p in several):
        return not _CLAUSE.search(name)
    if (
        not 2 <= len(name) <= 26
        or _PORTS_COUNTED.match(name)
        or name[-1] in "和与及"
        or _NO_MEASURE.fullmatch(name)
        or _CLAUSE.search(name)
    ):
        return False
    if MEASURE.search(name):
        return not (name.endswith("全程") and unit in ("小时", "分钟", "天"))  # how long a way takes, and no place
    if not unit:
        return bool(_GROWING.search(name))
    if _MOVED.search(unit):
        return bool(_MOVING.fullmatch(name))
    if unit.endswith(("人", "户", "名")):
        return bool(_PEOPLE.search(name))
    if _CURRENCY.search(unit):
        return bool(_MONEY.search(name))
    return bool(_OF_LAND.search(unit) and (_EXTENT.search(name) or _ZONE_PART.search(name)))


_PORTS_COUNTED: Final = re.compile(r"\d+个?口岸[和与及、]")
_SHORT: Final = ("货值", "运量", "客流", "税收", "产值")


def _split(name: str) -> tuple[str, ...]:
    """现汇收入和现汇支出: two indicators joined; 进出口 and 贸易和投资额 are one."""
    if not _AND.search(name):
        return (name,)
    parts = _AND.split(name)
    least = 3 if len(parts) == 2 else 2
    if len(parts) > 1 and all((len(part) >= least or part in _SHORT) and MEASURE.search(part) for part in parts):
        first, second = parts[0], parts[1]
        shared = next((k for k in range(len(second) - 1, 3, -1) if first.endswith(second[-k:])), 0)
        lead = first[: len(first) - shared] if shared and len(parts) == 2 else ""
        return (first, lead + second) if lead else tuple(parts)
    return (name,)


_SEEN_BY: Final = re.compile(
    rf"(?:从|就|按|以|论|单从|仅从|仅就)(?!照?(?:可比|不变|现行|当年)价)(?:各[地省市县口岸]{{1,2}}的?)?(?!(?:年均?|同比)?增(?:长率|速|幅))(?P<np>[^,;。{PLACE}{TIME}{NUMBER}从在]{{2,12}}?)(?:的?(?:大小|高低|多少|长短|情况))?(?:来|上)?(?:看|讲|说|而言|来论|计|计算|排序|衡量)?"
)
"""从边境线看，新疆5700公里，…."""

_SHARE: Final = re.compile("^(?!.*[占在]全国).*(?:占比|比重|份额)$|^绝对(?:值|数?量|数额?)$")
"""A share of what the clause does not tell: 占比不断提升. One of the nation (贸易总额在全国所占比重) is told."""


def introduced(passage: Passage, start: int, end: int, unit: str = "") -> Words | None:
    """The indicator that a clause without a figure brings up: at its end, or before its verb. What passes (出入境人员逐年递增)
    is one where the figure is told in a `unit` of what passes."""
    found = indicator(passage, start, end, "%")
    if found:
        return found
    body = passage.around(end)[start:end]
    if (seen := _SEEN_BY.fullmatch(body)) and MEASURE.search(seen["np"]):
        return Words((seen["np"],), start + seen.start("np"), start + seen.end("np"))
    if ranked := _MOST.search(body):
        end = start + ranked.start()
        among = _AMONG.match(body, 0, ranked.start())
        return indicator(passage, start + (among.end() if among else 0), end, "%")
    for match in _BEFORE_VERB.finditer(body):
        noise = HEAD_NOISE.match(match["np"])
        first = match.start() + (noise.end() if noise else 0)
        name = _name(passage, start + first, start + match.end("np"))
        passes = (unit == "%" or bool(_MOVED.search(unit))) and len(name) > len("人员") and _PASSING.search(name)
        if len(name) >= 2 and (passes or MEASURE.search(name)) and not (_CLAUSE.search(name) or _SHARE.search(name)):
            return Words(_split(name), start + first, start + match.end("np"))
    return None


def elided(words: str) -> bool:
    """Whether the words before a figure leave out what it measures: only verbs, times and places stand there."""
    filled = _FILLERS.match(words)
    return filled is not None and filled.end() == len(words)


def said_again(words: str) -> str:
    """这一贸易额, 同一指标: the noun for the indicator of a figure before; empty where the words do not go back to one."""
    tail = _TAIL.search(words)
    again = _SAME.search(words[: tail.start()] if tail else words)
    return again["noun"] if again else ""


_BARE_TOTAL: Final = re.compile(rf"(?:{TIME}|[,、的为其]|全年)*(?P<noun>总额|总值|总量|金额|总规模)(?:{BETWEEN}了?)*")


def total_of(words: str, told: tuple[str, ...]) -> tuple[str, ...]:
    """边民互市贸易年均增长14.7%，2022年总额728.6亿元: the total of what was told; nothing where words say more or less."""
    match = _BARE_TOTAL.fullmatch(words)
    if match is None or len(told) != 1 or MEASURE.search(told[0]) or not _MONEY.search(told[0]):
        return ()
    return (told[0] + match["noun"],)


def part_of(total: str, part: str) -> str:
    """A part of a total by its own name: 进口 of 进出口货运量 is 进口货运量, 铁路 of 货运量 is 铁路货运量."""
    for both, each in (("进出口", "进口出口"), ("进出境", "进境出境"), ("出入境", "出境入境")):
        if part in (each[:2], each[2:]) and both in total:
            return total.replace(both, part)
    if part in _THROUGH and (direction := _CROSSED.match(total)):
        return part + total[direction.end() :]  # 转口 of 进出境货运量
    if part in _WAYS and FREIGHT.search(total):
        return part + total.replace("总量", "量")  # 进口 of 过货量
    if re.fullmatch(r"(?:进口|出口)[\u4e00-\u9fff]{2,6}", part) and total.endswith("量") and not MEASURE.search(part):
        return f"{part[2:]}{part[:2]}量"  # 进口煤炭 of 货运量
    if _OUTPUT.search(total) and (sector := _SECTOR.fullmatch(part)):
        return f"第{sector[1]}产业增加值"
    if not (MEASURE.search(total) or _MONEY.search(total) or _PASSING.search(total) or _FIRMS.search(total)):
        return part  # 进口化肥 beside 进口木材, 白垩 beside 煤炭: one more of what is listed
    if any(kind.search(part) for kind in (MEASURE, _MONEY, _PASSING, _FIRMS, _EXTENT)):
        return part
    total = total.removeprefix("少数民族") if part.endswith("族") else total
    if _WITH.match(part):
        total = _WITH.sub("", total)  # 对越南 of 对东盟进出口
    shared = next((k for k in range(len(total), 0, -1) if part.endswith(total[:k])), 0)
    return part + total[shared:]  # 铁路口岸 of 口岸货运量


_WAYS: Final = ("进口", "出口", "进境", "出境")
FREIGHT: Final = re.compile("^(?:年|总)*(?:过货|货运|货物吞吐)总?量?$")
_THROUGH: Final = ("转口", "过境", "中转", "转运", "国际中转")
_CROSSED: Final = re.compile("进出口|进出境|出入境")
_OUTPUT: Final = re.compile(r"(?:GDP|生产总值)$")
_SECTOR: Final = re.compile(r"第?([一二三])(?:次)?产业?")
_WITH: Final = re.compile(r"^[对与同自][\u4e00-\u9fff]{1,8}?(?=进出口|出口|进口|贸易|边贸|$)")


_PERSONS: Final = "人次|人天|人|名|户"
_VEHICLES: Final = "[辆列艘架](?:次|\\(次\\))?|标箱|标准箱"
_LAND_UNITS: Final = "平方[公千]?[里米]|公里|公顷|亩"
_UNFIT: Final = (
    (re.compile("(?:货运|过货|货物|(?<!客)吞吐)量?$"), re.compile(f"{_PERSONS}|{_LAND_UNITS}")),
    (re.compile("(?:旅客|游客|客运量|人员|人口|人数)$"), re.compile(f"吨|{_VEHICLES}|{_LAND_UNITS}")),
    (
        re.compile("(?:[进出]口|贸易|消费|投资|交易|成交|销售)总?[额值]$|GDP$|货值$"),
        re.compile(f"吨|{_PERSONS}|{_VEHICLES}|{_LAND_UNITS}"),
    ),
    (re.compile("面积$"), re.compile(f"吨|{_PERSONS}")),
)


def fits(name: str, unit: str) -> bool:
    """Whether what a clause leaves out can be told in a unit: no freight in travellers, no value of trade in tons."""
    return not any(noun.search(name) and other.fullmatch(family(unit)) for noun, other in _UNFIT)


def in_unit(names: tuple[str, ...], unit: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Indicators by their usual names: goods in tons are freight, 车辆 behind 出入境人员 are 出入境车辆."""
    if unit.endswith("吨"):
        return tuple(
            re.sub(r"^(?:运输|运送|承运|运|过)?(跨境)?货物(?:运输)?$|货物(?:运输)?$", r"\1货运量", n) for n in names
        )
    if "平方" in unit or unit.endswith(("亩", "公顷", "km2", "㎢")):
        return tuple(name if MEASURE.search(name) or name.endswith("范围") else name + "面积" for name in names)
    if unit.endswith(("家", "户")):
        return tuple(name + "数量" if _FIRMS.search(name) else name for name in names)
    crossing = _CROSSING.match(before[0]) if before else None
    return tuple(crossing[0] + name if crossing and name in _CARRIERS else name for name in names)


@lru_cache(maxsize=256)
def family(unit: str) -> str:
    """What a unit counts in, whatever the multiple: 亿元 and 元 are one."""
    return re.sub(r"^[万亿千百十]+", "", unit).replace("元人民币", "元")
