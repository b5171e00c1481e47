"""How a figure changed: 同比增长…, 比上年减少…, 是2000年的10.7倍."""

import re
from typing import Final

from borderkg.extraction.statistics.passage import PLACE, TIME
from borderkg.extraction.statistics.wording import any_of
from borderkg.records import record

_FALLS: Final = re.compile(any_of("fall"))
_GROWTH: Final = re.compile(
    rf"(?P<lead>(?:同比(?:上年|去年|(?:19|20)\d\d年)(?:同期)?|环比上(?:半年|年|月|季度?|期)|[较比]上(?:半年|季度?)|同比|环比|按年|按月|(?:(?<![\u4e00-\u9fff\d])|(?<=[口额值量]))年(?=[增减升跌降]|递[增减]|成长|衰退)|比上年(?:同期|末|底)?|较上年(?:同期|末|底)?|比上一年|比前?一年|较前?一年|比上月|较上月|比去年|较去年|[比较]上届|年均|[两二三四五六七八九十\d]*年平均|平均每年|每年|(?:较|(?<!可)比(?!重|例))[^,;。]{{1,16}}?(?:相比)?,?|与[^,;。]{{1,16}}?相比,?)?)"
    r"(?:\((?:[^()]{1,6},)?下同\))?"
    rf"(?:各|实际|名义|大幅|快速|迅速|净|又|均|都|再|分别|累计|仅|约|平均|持续|稳步|高速|却|更|亦|逆势|逐年|依次|也|已|总体|同比|年均|相对|继续|略有|略|则|还)*"
    rf"(?P<verb>{any_of('rise', 'fall')})(?:率)?"
    r"(?:均|都|达到?|为|了|大?约|近|超过?|分别|高达|仅|幅度|达|也|依次|将近|接近|突破|超|(?<=增速|增幅)(?:年均|平均)可?)*$"
)
LEVEL: Final = re.compile(r"(?:到|至|为)了?(?:大?约|近|超过?|历史新高|历史新低|目前的?|当年的?|的|不足)*$")
"""下降为6%, 增至90亿: the figure is the new level, not the change."""

_RATE: Final = re.compile(
    r"(?:增幅|增速|降幅|跌幅|涨幅|增长率|同比(?:增长|增加|上升|下降|减少))(?:均|都|分别|依次|约|仅|高?达到?|为)*$"
)
"""同比增长分别为4%、5%: by how much, whatever 为 says behind other verbs."""

_BASE: Final = re.compile(
    r"(?:(?:较|比|与)[^,;。]{1,10}的|较|比|与|是|为|相当于)(?P<year>(?:19|20)\d\d)年(?!(?:1[0-2]|[1-9])月|[上下]半年|前|[一二三四]季)"
)
_TIMES: Final = re.compile(
    r"(?:[比较](?:上年|去年|上一年|前一年|上月|上届)(?:同期|末|底)?)?(?:同比|环比|分别|依次|均|又|再)*(?:增长|增加|提高|扩大|上升|增)了?(?:大?约|近|逾|超过?|将近)?$"
)
_MULTIPLE: Final = re.compile(r"(?:是|为|相当于|达到?|达)(?P<base>[^,;]{1,16}?)的(?:大?约|近)?$")


_CONSTANT: Final = re.compile(r"(?:可比|不变)价|实际增[长速幅]|实际下降|扣除价格")
_CURRENCY: Final = re.compile(r"[按以](?P<currency>美元|人民币)(?:计|核算|统计|口径)")


def basis(words: str) -> str:
    """What a rate of growth is reckoned in, where the words say so: `constant prices`, or a currency."""
    if _CONSTANT.search(words):
        return "constant prices"
    currency = _CURRENCY.search(words)
    return currency["currency"] if currency else ""


@record
class Change:
    """A change told before a figure; `start` is where its words begin in those searched."""

    start: int
    falls: bool
    rate: str
    """增长率 and of what kind."""
    yearly: bool
    since: str
    """The year that it is told from."""
    bare: bool
    """Told by the words for change alone."""


_EACH_YEAR: Final = re.compile("年均|平均每年|年平均|每年|年递")
_ON_YEAR: Final = re.compile("同比|按年|^年|上年|去年|上一年|前?一年")


def read(words: str, yearly_before: bool) -> Change | None:
    """The change that the words before a figure tell; nothing where they lead to a new level. `yearly_before`: 同比 was
    said before and holds."""
    match = None if LEVEL.search(words) and not _RATE.search(words) else _GROWTH.search(words)
    if match is None or "占" in match[0]:
        return None
    verb = match["verb"]
    if verb[0] in "多少" and not match["lead"]:
        return None
    yearly = bool(_EACH_YEAR.search(match[0]))
    same = bool(_ON_YEAR.search(match["lead"] or match[0]))
    monthly = any(word in match[0] for word in ("环比", "按月", "上月"))
    rate = "年均增长率" if yearly else "环比增长率" if monthly else "同比增长率" if same or yearly_before else "增长率"
    since = _BASE.search(match[0])
    return Change(
        match.start(), bool(_FALLS.fullmatch(verb)), rate, yearly, since["year"] if since else "", not match["lead"]
    )


_SIGNED: Final = re.compile(r"(?P<how>同比|环比|[比较](?:上年|上月|去年)(?:同期)?)?$")


def signed(words: str, figure: str, yearly_before: bool) -> Change | None:
    """The change that the sign of a figure tells behind nothing but 同比: (同比+18.2%), (-3.5%); nothing where it has none."""
    match = _SIGNED.fullmatch(words) if figure[0] in "+-" else None
    if match is None:
        return None
    how = match["how"] or ("同比" if yearly_before else "")
    rate = "环比增长率" if how == "环比" or how.endswith("上月") else "同比增长率" if how else "增长率"
    return Change(0, figure[0] == "-", rate, False, "", not match["how"])


_PACE: Final = re.compile("以(?:大?约|近|超过)?(?P<yearly>年均|平均每年|每年|年平均)?(?:大?约|近|高达|超过|不低于)*$")
_GROWS: Final = re.compile(
    "(?:以上|左右)?的(?:平均|较快|较高)?(?P<yearly>年均)?(?:增长)?(?:速度|增速|增幅|幅度|速率)"
    f"(?:在|快速|稳步|高速|持续|不断|逐年|迅速|平稳|大幅|向前)*(?P<verb>{any_of('rise', 'fall')}|递增|递减)"
)


def at_pace(before: str, behind: str) -> Change | None:
    """外贸总额以年均12%的速度快速增长: the change that words on both sides of a figure tell; None where they tell none."""
    lead, told = _PACE.search(before), _GROWS.match(behind)
    if lead is None or told is None:
        return None
    yearly = bool(lead["yearly"] or told["yearly"])
    falls = bool(_FALLS.fullmatch(told["verb"])) or told["verb"] == "递减"
    return Change(lead.start(), falls, "年均增长率" if yearly else "增长率", yearly, "", False)


def told(words: str, figure: str, behind: str, yearly_before: bool) -> Change | None:
    """The change that a percentage is, by the words around it or by its sign; None where it is none."""
    return at_pace(words, behind) or read(words, yearly_before) or signed(words, figure, yearly_before)


_ABOVE: Final = (
    f"高于|高出|超出|低于|领先|快于|慢于|大于|小于|优于|好于|落后于?|滞后于?|超过?(?={PLACE}|全[国省区市州县])"
)
_OVER: Final = re.compile(
    rf"(?:(?P<verb>{_ABOVE})(?P<than>[^,;占]{{2,22}}?)(?<!的)"
    rf"|(?:比|较|与)(?P<other>(?:全[国省区市州县]|{PLACE}+)[^,;占]{{0,6}}?)(?:相比)?,?(?P<how>高|低)出?)(?:大?约|近|了|仅)*$"
)
"""高于全区平均水平9.7%, 比全国高3个百分点, 比云南低2个百分点."""

_OVER_AGAIN: Final = re.compile(r"(?<![提升偏新最较更历创])(?P<how>高|低)出?(?:大?约|近|了|仅)*$")
"""第一产业比全国高1.8个百分点, 第三产业低1.9个百分点."""


_OTHERWISE: Final = re.compile("(?<!占)比(?![重例])|较|与|同期|目前")
_BESIDE: Final = re.compile(rf"[与同和](?P<than>{PLACE}+[^,;。]{{0,6}}?)相比,")


@record
class Over:
    """That a figure tells by how much something is above or below another: 高于, 低于, and what; `start` is where the words
    for it begin."""

    how: str
    than: str
    start: int


def over(words: str, text: str, again: str = "") -> Over | None:
    """What a figure is above or below by the figure that follows (高于全区平均水平): the words before it as a mask and as
    text. `again` is what was compared with before, which a bare 低 goes on with."""
    if match := _OVER.search(words):
        at = match.span("than" if match["than"] else "other")
        than = "".join(c for c, mark in zip(text[slice(*at)], words[slice(*at)], strict=True) if mark != TIME)
        return Over(match["verb"] or match["how"] + "于", than, match.start())
    match = _OVER_AGAIN.search(words) if again and not _OTHERWISE.search(words) else None
    return Over(match["how"] + "于", again, match.start()) if match else None


def beside(words: str, text: str) -> str:
    """What a sentence says at its head that it compares with: 与全国相比，第一产业高出7个百分点; empty where it does not."""
    match = _BESIDE.search(words)
    return text[slice(*match.span("than"))] if match else ""


_OF_RATE: Final = re.compile(
    "^(?P<rate>增速|增幅|涨幅|降幅|跌幅)(?:[比较][^,;]{1,12}?)?"
    rf"(?P<how>收窄|放缓|加快|(?:{_ABOVE})[^,;占]{{2,12}}?)了?(?:大?约|近)?$"
)


def of_rate(words: str) -> str:
    """By what the points that follow change or exceed a rate of growth (增速高出全国, 降幅收窄), as an indicator behind what
    grew; empty where they are of no such rate."""
    match = _OF_RATE.search(words)
    return f"{match['rate']}{match['how']}幅度" if match else ""


_MORE_THAN: Final = re.compile(
    rf"(?:比|较)(?:[^,;{PLACE}]{{0,6}}的)?(?P<than>{PLACE}+)(?P<how>多|少|高|低)出?(?:了|大?约|近)*$"
)


def more_than(words: str) -> tuple[int, tuple[int, int], str] | None:
    """Where words, as a mask, begin to say that a level is above that of another place (比第二位的乙市多出), where they name
    it, and how; None where they do not."""
    match = _MORE_THAN.search(words)
    return (match.start(), match.span("than"), match["how"] + "出") if match else None


def of_share(words: str) -> bool:
    """全国占比下降超过一半: a share changed, by points or by part is not told."""
    return bool(re.search(r"占比|比重", words)) and not LEVEL.search(words) and bool(_GROWTH.search(words))


def multiple_of(words: str) -> tuple[str, int] | None:
    """What a figure in 倍 is a multiple of (2000年; empty where it is a growth) and where the words for it begin; None
    where it is neither."""
    match = _MULTIPLE.search(words)
    if match:
        return match["base"], match.start()
    grown = _TIMES.search(words)
    if grown is None:
        return None
    than = _BASE.search(words)
    return "", than.start() if than else grown.start()


def since(words: str) -> str:
    """The year that a change is told from: 较2012年增长."""
    than = _BASE.search(words)
    return than["year"] if than else ""


def span_since(since: str, end: str) -> str | None:
    """The years of a change from one to another; None where they are one, or next to one another (较2023年 is of 2024)."""
    return f"{since}/{end}" if end.isdigit() and int(end) - int(since) not in (0, 1) else None


def doubled_from(words: str) -> tuple[str, int]:
    """The year that a doubling is told from (比2012年翻了一番), and where the words for it begin."""
    since = _BASE.search(words)
    return (since["year"] + "年", since.start()) if since else ("", len(words))


def without_rate(name: str) -> str:
    """An indicator without the word for its growth: 进出口总额增速 is the growth of 进出口总额."""
    return re.sub(r"(?:同比|环比|年均)?(?:增长率|增速|增幅|降幅)$", "", name)
