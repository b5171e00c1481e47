"""What part of a whole a figure is: 占全国的比重为…, 在全国的占比, 出口额中机电产品占…, 相当于全国平均水平的…."""

import re
from typing import Final

from borderkg.extraction.rulebook.neighbours import NEIGHBOURS
from borderkg.extraction.span import Span
from borderkg.extraction.statistics import extents, measures, peopled, within
from borderkg.extraction.statistics.passage import ASIDE, NUMBER, PLACE, TIME, Passage

_OF: Final = re.compile(
    r"(?:约|独|大约|仅|只|均|分别|已|就|共|几乎|将近|普遍)*占(?!比)(?:到|据)?了?(?:整个)?(?:同期)?(?P<whole>[^,;占]{0,20}?)(?:的)?(?:(?:比重|比例|份额|比率)(?:[^,;]{0,10}?))?(?:约为?|近|达到?|高达|仅为?|超过?|不足|为|由|从|只有|接近|将近|分别为?|将近|均|降至|升至|增至|提高到|下降到|降为|约|已)*$"
)
_IN: Final = re.compile(
    r"(?:在|占)(?P<whole>[^,;]{1,22}?)(?:总量|总额)?(?:[之当]?中)?(?:所占|占)?(?:的)?(?:占比|比重|比例|份额|所占比重)(?:中)?(?:[^,;]{0,14}?)$"
)
_THE_SAME: Final = re.compile(r"\((?:[^()]{1,6},)?下同\)")
_OF_SOME: Final = re.compile("[\u4e00-\u9fff]的[却仅只也约则就]*$")
"""企业90家，有实绩的却占不到三成: of some of them, and no share of what was told."""

_NOTE: Final = re.compile(f"(?:〔[^〔〕]*〕|{ASIDE}+)$")
"""盆地(坝子)占4%."""

_SO_MUCH: Final = re.compile(r"\([约近]?\d[^()]{0,8}\)$")
"""占边境县总人口(2200万)的23%."""

_BARE: Final = re.compile(r"(?P<whole>全国|全省|全区|全市)?(?:的)?(?:占比|所占比重|所占比例|所占份额)(?:[^,;]{0,12}?)$")
_AGAIN: Final = re.compile(r"(?:这一|该|此|其)(?:比重|比例|占比|份额|数字|数值)")
_EQUALS: Final = re.compile(
    r"(?:相当于|等于|接近|约为|约占|为|是|达到?|超过)(?:同期)?(?P<whole>(?:全[国省区市州县球]|世界)[^,;占]{1,10}|(?:东|中|西)部[^,;占]{0,4}|[^,;占]{0,8}?(?:平均水平|平均|总额|总量|总值))的(?:约|近)?$"
)
_PART: Final = re.compile(r"[\u4e00-\u9fff]{1,6}(?:族|类|产品|人口|运量|商品|部分|口岸|(?<!进)出口|(?<!出)进口|企业)")
_DIRECTIONS: Final = ("进口", "出口", "进境", "出境", "入境")
_TRADE: Final = re.compile("外贸|贸易|进出口")
_WHOLE: Final = re.compile("占(?P<whole>[^占]+)的比重$")
_PART_OF: Final = re.compile(
    r"(?:相当于|等于)(?:同期)?(?P<whole>(?:全[省区市州县])?[^,;占的]{0,8}?(?:人口|面积|收入|支出|总额|总量|总值|GDP))的(?:约|近)?$"
)
"""相当于总人口的五分之一."""

_AMONG: Final = re.compile(
    rf"(?P<whole>[^,;{PLACE}{TIME}{NUMBER}]{{2,12}})中(?![{NEIGHBOURS}][贸边双])的?(?P<part>(?!比重|占比|份额|比例|所占|高达|已|就)[^,;{PLACE}{TIME}{NUMBER}中]{{2,10}}?)(?:约|仅|均|已|只|就|大约|普遍)*(?:占(?:到|了)?|超过?|不足|达到?|为|高达|近)*$"
)
_ANOTHER: Final = re.compile(
    r"[、和](?P<whole>[^,;占]{2,14}?)的(?:比重|比例|份额)?(?:也|亦|均|都|则|约|近|在|为|达|超过|高达)*"
)
_NATION: Final = re.compile(r"^(?:全国|我国|中国|全省|全区|全市|全州|世界|全球|全县)")
_TWO_WHOLES: Final = re.compile(
    r"(?P<a>[\u4e00-\u9fff]{1,6}?[省区市州县国])[和与、](?P<b>[\u4e00-\u9fff]{1,6}?[省区市州县国])(?P<rest>[^和与、]*)"
)
"""黑龙江省和全国对俄贸易总额, where two numbers follow."""

_ACHIEVES: Final = re.compile(
    r"(?:完成|贡献|创造|实现|集中|承接|分担|包揽|吸纳|拉动)(?:着|了)?(?P<area>全[国省区市州县旗盟疆])(?P<what>[^,;占的]{2,10})的(?:约|近|超过?)*$"
)
"""完成了全省对俄贸易的16.8%."""

_CARRIES: Final = re.compile(r"(?:承担|担负|肩负|承载|承运)(?:着|了)?(?P<whole>[^,;占]{2,16}?)(?:的|约|近|超过?)*$")
_CARRIED: Final = re.compile(
    r"(?:以上|左右)?的?(?P<part>(?:进出口|进出境|陆路)?(?:货物|旅客|人员)?(?:运输|运量|货运|客运|过货|通关|吞吐|边贸|边境贸易|边民互市|外贸|进出口)(?:总?[量额])?)"
)
_PORTION: Final = re.compile("(?:以上|左右)?的(?:份额|份量|比重|比例)")
"""承担了中俄陆路运输65%的份额."""

_DRAWN: Final = re.compile(
    r"(?:以上|左右)?的(?P<whole>[\u4e00-\u9fff]{2,10}?)(?:主要|都|均|要|需要|是)?(?:来自于?|来源于|源于|依靠|依赖|由)"
    r"(?P<part>[\u4e00-\u9fff]{2,10}?)(?:提供|贡献|承担|维持|解决|完成)?(?=[,。;]|$)"
)
_SOURCE: Final = re.compile(
    r"(?:以上|左右)?(?:都|均|主要)?(?:来自于?|来源于|源于)(?P<part>[\u4e00-\u9fff]{2,10}?)(?=[,。;]|$)"
)
_DIVIDED: Final = re.compile(r"(?P<whole>[\u4e00-\u9fff]{2,10})的(?:约|近|有)*$")
"""进口额的八成来自原木."""

_MADE_UP: Final = re.compile(
    r"(?:以上|左右)?的?(?:都|均)?(?:是|为|属|系)(?P<part>(?!了|由|经|从|在|通过|来自|以)[\u4e00-\u9fff]{2,8}?)(?=[,。;]|$)"
)
_OF_THESE: Final = re.compile("其中,?(?:约|近|有|超过?)*$")
"""人口245万人，其中六成是少数民族."""

_FRESH: Final = re.compile("(?:^|[,;。:]|有|约|近|超过|[省区市州县旗国])$")

_BROUGHT_UP: Final = re.compile(
    r"^(?P<base>[^占在]{2,16}?)(?:在|占)(?P<whole>全国[^的]{0,10})?(?:中)?的?(?:所占)?(?:比重|占比|份额|比例)"
)


def again(words: str) -> bool:
    """这一比重, 该占比: the share told before."""
    return bool(_AGAIN.search(words))


_ALONE: Final = re.compile(",?(?:其|所)?占?(?:所占)(?:份额|比重|比例)|,?占比(?=[首再已连持进大稳])")


def alone(clause: str) -> bool:
    """Whether a clause without a figure only brings up the share of what was told: 所占比重逐年提高，达41%."""
    return bool(_ALONE.match(clause))


def of_what_follows(passage: Passage, figure: Span) -> bool:
    """Whether a percentage is a part of what is named behind it."""
    return bool(_OF_WHAT_FOLLOWS.match(passage.text, figure.end))


_OWN_MEASURE: Final = re.compile(
    f"(?:其中,?|而|,|;)*(?:{PLACE}+[、和与及]?)+(?:{NUMBER}+[\u4e00-\u9fff]{{0,4}}|[两三四五](?:市|县|地|口岸|者))?(?:合计|共计|共|加起来|一[国省市州县地家]|单独|就|即|已|仅|约)*占"
)


AMOUNT: Final = re.compile("(?:量|总?额|货值|产值|总值|人次|人数|班列|列车|人员|旅客|车辆|货车|货物|贸易|进口|出口)$")
"""货运量五成多由铁路完成: how much of it is what, no property of the amount."""

_OF_WHAT_FOLLOWS: Final = re.compile(
    "(?:以上|左右)?的?(?!以上|左右|[和与及的逐提上增扩攀跃回升降下减缩跌猛快稳不持到至居位列名高低超优领远均为是]|平稳|大幅|小幅|迅速|排名|创|接近)[\u4e00-\u9fff]{2}"
)
"""全县六成以上人口住在县城: a part of what follows, of which more is said."""

OF_ITS_GOODS: Final = re.compile(
    "的(?!增|速|幅|份额|比重|比例|占比)(?![^,;。]{1,10}(?:来自|源于|源自|依靠))[\u4e00-\u9fff]{2}"
)
"""蒙古国50%的生产资料: a part of something else than was told."""


def of_own_measure(mask: str, text: str) -> bool:
    """Whether words, as a mask and as text, name a place and a whole of a measure of its own: 甲、乙两市合计占全区边境贸易的."""
    led = _OWN_MEASURE.match(mask)
    match = _OF.search(text, led.end() - 1) if led else None
    nation = _NATION.match(match["whole"]) if match else None
    rest = match["whole"][nation.end() :].strip("的") if match and nation else ""
    return bool(rest) and bool(measures.MEASURE.search(rest) or _TRADE.search(rest))


def achieved(words: str) -> tuple[str, int]:
    """The share that words say is achieved of a whole (完成了全省对俄贸易的), as an indicator, and where they begin; empty
    where they say nothing so."""
    match = _ACHIEVES.search(words)
    return (f"{match['what']}占{match['area']}的比重", match.start()) if match else ("", len(words))


def of_another(words: str) -> str:
    """The other whole that a share goes on to be told of: 占全国的12%、西部地区的40%."""
    match = _ANOTHER.fullmatch(words)
    return match["whole"] if match else ""


def carried(passage: Passage, start: int, figure: Span) -> str:
    """The part of a whole that words behind the figure name: 承担着中俄贸易60%以上的货运量, 70%的财政支出依靠转移支付; empty
    where they say nothing so."""
    drawn = _DRAWN.match(passage.text, figure.end)
    if drawn and _FRESH.search(passage.text, start, figure.start):
        return f"{drawn['part']}占{drawn['whole']}的比重"
    source, of = (
        _SOURCE.match(passage.text, figure.end),
        _DIVIDED.search(passage.around(figure.start), start, figure.start),
    )
    if source and of:
        return f"{source['part']}占{measures.HEAD_NOISE.sub('', of['whole'])}的比重"
    whole = _CARRIES.search(passage.text, start, figure.start)
    if whole and _PORTION.match(passage.text, figure.end):
        return f"占{whole['whole']}的比重"
    part = _CARRIED.match(passage.text, figure.end) if whole else None
    return f"{part['part']}占{whole['whole']}的比重" if whole and part else ""


def made_up(passage: Passage, start: int, figure: Span, base: str) -> str:
    """The share that words behind a figure name of what was told before: 人口245万人，其中60%是少数民族; empty where they
    name none."""
    these = _OF_THESE.search(passage.text, start, figure.start) or start == figure.start
    part = _MADE_UP.match(passage.text, figure.end) if these else None
    return f"{part['part']}占{base}的比重" if part else ""


def brought_up(name: str) -> str:
    """The part that a share is of, where a clause only speaks of one: 外资占全国的比重持续下降."""
    match = _BROUGHT_UP.search(name)
    return match["base"].rstrip("的") if match else ""


_OF_NATION: Final = re.compile(
    rf"(?P<base>[\u4e00-\u9fff]{{2,12}}?)(?:在|占)(?P<whole>{PLACE}+)(?:中)?的?(?:所占)?的?(?:比重|占比|份额|比例)(?!为|是|达|[\d{NUMBER}])"
)


def of_nation(passage: Passage, start: int, end: int) -> str:
    """The part of which a clause without a figure says that its share of the nation moves: 贸易总额占全国的比重持续上升."""
    match = _OF_NATION.search(passage.around(end), start, end)
    told = match is not None and passage.text.startswith("全国", match.start("whole"))
    return match["base"] if match and told and measures.MEASURE.search(match["base"]) else ""


_OF_WHOLE: Final = re.compile("占[^,;占]{2,20}?的?(?:比重|比例|份额|占比)(?=[\u4e00-\u9fff]{0,16}$)")


def of_whole(passage: Passage, start: int, end: int, bases: tuple[str, ...]) -> tuple[str, ...]:
    """The shares that a clause without a figure speaks of (边境贸易占全省外贸的比重逐年下降，由60%降至40%): of what it names,
    else of what was told before (`bases`); nothing where it speaks of none."""
    told = _OF_WHOLE.search(passage.text, start, end)
    return read(passage, start, told.end(), bases)[0] if told else ()


def read(
    passage: Passage, start: int, end: int, bases: tuple[str, ...], number: int = 1, told: tuple[str, ...] = ()
) -> tuple[tuple[str, ...], measures.Words | None]:
    """The indicators of the share that leads to a figure at `end`, and the part where the clause names it; nothing where
    it speaks of no share. `bases` are the indicators told before, `number` the values that follow, `told` the shares told
    before, whose whole holds for another part (农产品占比 behind 机电产品占出口的比重)."""
    text = passage.text[start:end]
    words = passage.around(end)[start:end]
    if told_within := within.read(passage, start, end):
        part, whole = told_within
        return (f"{part}占{whole}的比重",) if part else _named((), whole, False), None
    match = _IN.search(text) or _OF.search(text) or _EQUALS.search(text) or _PART_OF.search(text)
    among = None if match and match["whole"].strip("的") else _AMONG.search(words)
    if among and not among["part"].endswith("率"):
        whole, part = (text[slice(*among.span(k))] for k in ("whole", "part"))
        whole = measures.HEAD_NOISE.sub("", whole)
        return ((f"{part}占{whole}的比重",), None) if len(whole) >= 2 else ((), None)
    match = match or _BARE.search(text)
    if match and (match["whole"] or "").strip("的") == "其中" and len(bases) == 1:
        return (f"占{bases[0]}的比重",), None
    if match is None or (match["whole"] or "").strip("的") in ("其", "其中"):
        return (), None
    if people := peopled.of_same(text, told):
        return (people,), None
    if len(bases) == 1 and (
        goods := _goods(passage, start, end, bool(told) and told[0].endswith(f"占{bases[0]}的比重"))
    ):
        return (f"{goods}占{bases[0]}的比重",), None
    own = measures.indicator(passage, start, start + match.start(), "%")
    if own and re.match(r"(?:其|该|这)", own.text):
        own = None
    part = measures.HEAD_NOISE.sub(
        "",
        re.sub(
            rf"[{PLACE}{TIME}{NUMBER}].*[{PLACE}{TIME}{NUMBER}]|[{PLACE}{TIME}{NUMBER}]", "", words[: match.start()]
        ),
    )
    part = _NOTE.sub("", part)
    if match.re is _OF and not match["whole"] and _OF_SOME.search(part):
        return (), None
    if part.startswith("籍"):  # 俄罗斯籍旅客占
        part = "".join(s.text for s in passage.between(start, start + match.start(), "Country")[-1:]) + part
    whole = _SO_MUCH.sub("", _THE_SAME.sub("", match["whole"] or "")).strip("的").removesuffix("中").removesuffix("的")
    told_bases = bases
    if own:
        again = len(bases) == 1 and own.names[0] in _DIRECTED and bases[0].endswith(own.names[0]) and PLACE not in words
        bases = bases if again else own.names  # 农产品出口额增长8%，出口额占全省的9%
    elif match.re is _OF and not whole and len(bases) == 1 and _OTHER_GOODS.fullmatch(re.sub("〔[^〕]*〕", "", part)):
        return (f"{part}占{bases[0]}的比重",), None
    elif match.re is _OF and whole and (item := _ONE_ITEM.fullmatch(part)) and measures.MEASURE.search(whole):
        return (f"{item['goods']}占{whole}的比重",), None  # 煤炭一项就占进口额的八成
    elif (
        match.re in (_OF, _IN)
        and whole
        and (
            trade := _TRADE_OF_ITS_OWN.fullmatch(text, 0, match.start())
            or _TRADE_OF_ITS_OWN.fullmatch(words, 0, match.start())
        )
        and (not bases or (len(trade["what"]) > len("进出口") and trade["what"] not in bases[0]))
    ):
        return (f"{trade['what']}占{whole}的比重",), None
    elif (
        match.re is _IN
        and not (bases or part or _NATION.match(whole))
        and _THEIR_TRADE.fullmatch(words, match.start("whole"), match.start("whole") + len(whole))
    ):
        return (f"占{whole}的比重",), None  # 广西在越南对外贸易中所占比重
    elif match.re is _OF and extents.of_land(part, whole):
        return (f"{part}占{whole}的比重",), None  # 山地占总面积的85%
    elif match.re is _OF and whole and (trains := _TRAINS.search(part)):
        return (f"{trains[0]}占{whole}的比重",), None
    elif match.re is _OF and not bases and _TRADED.fullmatch(part) and measures.MEASURE.search(whole):
        return (f"{part}占{whole}的比重",), None
    elif match.re is _BARE and bases and bases[0].endswith("数量") and len(part) > 3 and _TRADE.search(part):
        return (f"{part}占比",), None  # 企业达到2853家，其中民营企业进出口占比93.2%
    elif part in _DIRECTIONS and not whole:
        return (f"{part}占比",), None
    elif _PART.fullmatch(part) and (bases or whole or told):
        same = _WHOLE.search(told[0]) if told and not whole else None
        return tuple(f"{part}占{whole or (same and same['whole']) or base}的比重" for base in bases or ("",)), None
    if not own and match.re is _OF and whole and (other := _OTHER_PART.fullmatch(part)):
        return (f"{other['part']}占{whole}的比重",), None
    if not own and match.re is _OF and _AMOUNT_OF.search(whole) and any(map(_PLACES_COUNTED.search, bases)):
        return (), None
    trade_told = len(told_bases) == 1 and bool(_TRADE.search(told_bases[0]))
    of_it = trade_told and not whole and match.re is _OF
    if own and of_it and _WITH_PARTNER.match(own.text) and told_bases[0] not in own.names:
        return tuple(f"{name}占{told_bases[0]}的比重" for name in own.names), None
    two = _TWO_WHOLES.fullmatch(whole) if number == 2 else None
    wholes = [two["a"] + two["rest"], two["b"] + two["rest"]] if two else [whole]
    return tuple(name for each in wholes for name in _named(bases, each, own is not None)), own


_GOODS: Final = re.compile(
    rf"其中,?(?P<goods>(?!对|与|向|从|同|自|经|由|通过)[\u4e00-\u9fff]{{2,6}}(?:[、和与及][\u4e00-\u9fff]{{2,6}}){{0,3}})(?:等?[{NUMBER}]+)?(?:合计|共计|共|约|就|仅|几乎|已)*占(?:到|了|据)?(?:约|近)?$"
)
"""货运量2643万吨，其中木材、煤炭、原油三项占八成半."""

_OTHER_GOODS: Final = re.compile(
    "(?!.*(?:[约仅共就已均各所其该总超近将再又合占比的却]|分别|几乎|大致|全年|同比|份额|金额|数量|人口|口岸|地区|城市|[额量值数率县市国州者家]$|(?<![山坝牧林])区$|(?<![山草林耕盆湿平坡])地$|进口|出口|[进出]境|入境))[\u4e00-\u9fff]{2,6}"
)
"""进出口额68亿元，中草药占九成; 土地面积90平方公里，山地占八成."""

_ONE_ITEM: Final = re.compile("(?P<goods>[\u4e00-\u9fff]{2,6})[一两三][项类种](?:商品|产品)?(?:就|即|便|约|合计|共)*")
"""煤炭一项就占."""

_GOODS_AGAIN: Final = re.compile(
    "(?:其中,?)?(?P<goods>(?!其中|对|与|向|从|同|自|经|由|通过|[\u4e00-\u9fff]*(?:口岸|地区|城市|[县市国州者家]|(?<![山坝牧林])区|(?<![山草林耕盆湿平坡])地)(?:则|也|约|仅|又)?占)[\u4e00-\u9fff]{2,6})(?:则|也|约|仅|又)?占(?:到|了)?(?:约|近)?"
)


def _goods(passage: Passage, start: int, end: int, again: bool) -> str:
    """The goods that a bare 占 tells a share of; empty where the words name none."""
    if passage.text[start:end].endswith(("占比", "比重")):
        return ""
    words = passage.around(end)
    if again and (next_ := _GOODS_AGAIN.fullmatch(words, start, end)):
        return passage.text[next_.start("goods") : next_.end("goods")]
    told = _GOODS.search(words, max(words.rfind(mark, 0, start) for mark in ",;。") + 1 if start else 0, end)
    goods = passage.text[told.start("goods") : told.end("goods")] if told else ""
    return "" if goods in _DIRECTIONS else goods


_THEIR_TRADE: Final = re.compile(f"{PLACE}{{2,}}(?:对外贸易|外贸|进出口|进口|出口|贸易)总?[额值量]?")
"""广西在越南对外贸易中所占比重."""

_TRADE_OF_ITS_OWN: Final = re.compile(
    f"(?:(?:19|20)\\d\\d年|[{TIME}{PLACE}]+|,|其中)*(?P<what>(?:[对与同自从向][\u4e00-\u9fff]{{1,4}})?(?:边境小额|边境|边民互市|互市|转口|加工|一般|服务)?(?:贸易|进出口|进口|出口|边贸))(?:已|约|仅|就|均)*"
)
"""对俄贸易占黑龙江省外贸总额的六成."""

_TRAINS: Final = re.compile(r"(?:中欧|中亚|中老|跨境|国际|货运|冷链|\(中亚\))+(?:班列|列车)$")
_DIRECTED: Final = ("出口额", "进口额", "出口值", "进口值")
_TRADED: Final = re.compile("(?:进口|出口|进出口|过境)(?![\u4e00-\u9fff]*[额量值])[\u4e00-\u9fff]{2,6}")
"""进口煤炭占过货量的99%."""

_OTHER_PART: Final = re.compile(
    "(?:但是?|然而|而|其中)?(?:[\u4e00-\u9fff]{0,6}的)?(?P<part>(?!.*(?:合计|[两二三]者|连续|历史|目前|[的占约仅就]))[\u4e00-\u9fff]{2,8}(?:贸易|货物|运输|班列|线路|航线|少数民族|商品|产品|旅客|游客|企业|投资|产业))(?:约|仅|就|已|均|各|则|也)*"
)
"""新增班列线路占线路总数的三成: of a part that the clause names itself."""

_PLACES_COUNTED: Final = re.compile("(?:[县市区旗乡镇村]|口岸|国家|[合试][作验]区)数量$")
_AMOUNT_OF: Final = re.compile("贸易|进出口|外贸|(?:总量|总额|总值|产值|GDP|收入|人口|面积|投资)$")
"""Of how many places there are no trade is a part."""

_WITH_PARTNER: Final = re.compile("[对与同自从向]")
"""外贸进出口总额90亿元，对越贸易占九成: of what was told."""


def _named(bases: tuple[str, ...], whole: str, own: bool) -> tuple[str, ...]:
    """The names of the shares: what the whole repeats of the part is left out (国土面积占全国国土面积的 60%)."""
    nation = _NATION.match(whole)
    area = {"我国": "全国", "中国": "全国"}.get(nation[0], nation[0]) if nation else ""
    rest = re.sub(r"^的|的$|\d+个", "", whole[nation.end() :]) if nation else whole  # 占全国140个边境县的23%
    if not whole:
        return tuple(f"{base}占比" for base in bases if not base.endswith(("率", "系数", "指数", "密度")))
    if not own and peopled.unlike(bases, whole):
        return ()
    place = re.match(
        r"(?P<area>沿边[\u4e00-\u9fff\d()〔〕]*?(?:地区|省区|省〔区〕)|[\u4e00-\u9fff]{2,6}?(?:地区|省|区))(?P<rest>[\u4e00-\u9fff]{2,12})$",
        whole,
    )
    if place and not nation and measures.MEASURE.search(place["rest"]):
        kept = bases if own or (bases and _alike(place["rest"], bases[0])) else (place["rest"],)
        return tuple(f"{base}占{place['area']}的比重" for base in kept)
    if not bases:
        return (
            (f"{rest}占{area}的比重",)
            if area and (measures.MEASURE.search(rest) or _TRADE.search(rest)) and not rest.endswith("水平")
            else ()
        )
    if area and (not rest or _repeats(rest, bases[0])):
        return tuple(f"{base}占{area}的比重" for base in bases)
    if area and not own and measures.MEASURE.search(rest) and _narrower(rest, bases[0]):
        return (f"{rest}占{area}的比重",)
    return tuple(f"{base}占{area}{rest}的比重" for base in bases)


def _repeats(rest: str, base: str) -> bool:
    """Whether a whole is named as its part is, total apart: 总人口 beside 常住人口, GDP beside GDP总量."""
    core = re.sub(r"总(?:额|量|数|值)?|同期|的|全部|数量?|额|值|比重|经济总量", "", rest)
    return all(c in base for c in core)


def _alike(rest: str, base: str) -> bool:
    """Whether the whole is of the kind of the part: 口岸货运总量 of 进出口货运量."""
    trade = bool(_TRADE.search(rest) and _TRADE.search(base))
    return trade or 2 * len(set(rest) & set(base)) >= min(len(set(rest)), len(set(base)))


def _narrower(rest: str, base: str) -> bool:
    return base in rest and base != rest
