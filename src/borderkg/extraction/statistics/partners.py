"""With whom trade is: countries that are only partners, and have no figure of their own, as in 韩国、日本次之，分别为…."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.rulebook.neighbours import NEIGHBOURS
from borderkg.extraction.statistics import listed, measures
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.holders import GOVERNED, Holder, Holders, each
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.passage import ABROAD, HOLDING, NUMBER, PLACE, TIME

_PARTNER: Final = re.compile(r"[对与同从向](?P<first>[\u4e00-\u9fff])")

_ALLY: Final = re.compile(rf"[是为](?P<of>{PLACE}+)的?[^,;。]{{0,8}}贸易伙伴")
"""老挝是云南第三大贸易伙伴，双边贸易额…: of the second, with the first."""

_ITS_TRADE: Final = re.compile(f"(?:{TIME}|[,;]|其中|同期|此外|而)*[对与同自从向]")
_NAMED_WITH: Final = re.compile("[对与同自从向、和及]$")

_IS_ONE: Final = re.compile(
    rf"(?P<of>(?:{PLACE}+[、和与及])*{PLACE}+)[^,;。{PLACE}]{{0,8}}(?:是|为)[^,;。{PLACE}]{{0,10}}贸易(?:伙伴|国别|对象)|贸易(?:伙伴|国别|对象)(?:依次|分别)?[是为](?P<then>{PLACE}+)"
    rf"|(?P<ranked>(?:{PLACE}+[、和与及])*{PLACE}+)(?:市场)?(?:则|仍|依然|也)?(?:占据|占|位居|分居|稳居|居|位列|分列|排名?|列)(?:前?[一二三四五六1-6、,和与至-]+位|第[一二三四五六1-6]位?|首位|榜首)(?=[,;])"
)
"""东盟是第一大贸易伙伴, 越南占据第一，贸易额…: of the trade with it, which is no figure of its own."""
_MIGHT_BE: Final = re.compile("[贸据占居列排名](?:(?<=贸)易[伙国对]|(?<!贸)[前第首榜一二三四五六1-6、,和与至-])")
"""What a sentence must hold for that: a quick look."""

_OF_OURS: Final = re.compile(rf"{PLACE}[^,;。{PLACE}]{{0,6}}[是为][^,;。{PLACE}]{{0,8}}贸易伙伴")
"""东盟仍是第一大贸易伙伴，双边贸易额…: of the place that the text speaks of."""

_TRADE_WITH: Final = re.compile(
    r"(?P<prep>[对与同自从向])[\u4e00-\u9fff]{1,8}?(?P<what>(?:外贸|货物)?(?:进出口|(?<!进)出口|进口|贸易|边贸|边境|互市|直接投资|投资).*)"
)
_NEXT_IN_RANK: Final = re.compile(
    "(?:紧随|紧跟|居|排|列|随|紧排|分列|位列)?(?:其后|之后|次之|第[二三四]位?|其次)|次之|,|则|也|而|分别|依次"
)
"""韩国、日本紧随其后: what only ranks them."""


def others(lead: Lead, found: Sequence[Holder], course: Course) -> bool:
    """Whether what was found is such, behind 对朝鲜进出口28.6亿元; the indicator is then told of them."""
    trade = _TRADE_WITH.match(course.names[0]) if len(course.names) == 1 else None
    abroad = bool(found) and all(h.mention.type == "Country" for h in found) and len(found) == lead.of
    home = course.holders and course.holders[0].mention.text not in [h.mention.text for h in found]
    if not (trade and abroad and home and course.figures and measures.elided(_NEXT_IN_RANK.sub("", lead.words))):
        return False
    course.names = tuple(f"{trade['prep']}{h.mention.text}{trade['what']}" for h in found)
    course.named_at = None
    return True


def ally(known: Holders, lead: Lead, course: Course) -> list[Holder]:
    """Whose partner the sentence speaks of, where the figure is of the trade of the two."""
    bare = _BARE_FIGURE.fullmatch(lead.words) and _THE_ALLY.search(lead.passage.inner, 0, lead.start)
    told = _ALLY.search(lead.passage.inner, 0, lead.start)
    if "双边" not in lead.text and not bare and not (told and _goes_on_with(lead, told.end())):
        return []
    named = lead.passage.between(told.start("of"), told.end("of"), *GOVERNED) if told else []
    if not told and _OF_OURS.search(lead.passage.inner, 0, lead.start):
        return [holder for holder in course.holders if holder.mention.type in GOVERNED]
    return known.of(named[0], lead.passage) if len(named) == 1 else []


def _goes_on_with(lead: Lead, position: int) -> bool:
    """Whether a figure is of the trade with some partner, and the sentence names nothing else since a `position`:
    东盟是广西第一大贸易伙伴；对越南进出口90亿元."""
    trade = _ITS_TRADE.match(lead.words) and _TRADE_WITH.search(lead.text)
    named = [s for s in lead.passage.between(position, lead.end, *HOLDING) if s.start < s.end]
    return bool(trade) and all(_NAMED_WITH.search(lead.passage.text, 0, s.start) for s in named)


_RANKED_LAST: Final = re.compile("次之|居次|其次|其后")


def toward(lead: Lead, holder: Holder) -> bool:
    """Whether the trade is with the very country that the clause before speaks of (尼泊尔…，对尼贸易31.6亿元), or with another
    behind those that are only ranked (德国次之，对尼泊尔贸易…)."""
    partner = _PARTNER.search(lead.text)
    if partner is None or holder.mention.type != "Country":
        return False
    at = holder.where[1] - lead.passage.offset if holder.where else lead.start
    ranked = "分别" not in lead.text and bool(_RANKED_LAST.search(lead.passage.text, max(at, 0), lead.start))
    return ranked or partner["first"] == holder.mention.text[0]


def told_of(lead: Lead, found: Sequence[Holder]) -> bool:
    """Whether what was found is only a partner of which the sentence has told that it is one."""
    if not found or "双边" in lead.text or not _MIGHT_BE.search(lead.passage.inner, 0, lead.start):
        return False
    told = _IS_ONE.finditer(lead.passage.inner, 0, lead.start)
    partners = [
        s
        for m in told
        for s in lead.passage.between(m.start(), m.end(), "Country", *(() if m["ranked"] else ("Region",)))
    ]
    return found[0].mention.text in [span.text for span in partners]


def _abroad(holder: Holder) -> bool:
    return holder.mention.type == "Country" or bool(ABROAD.fullmatch(holder.mention.text))


def left_out(lead: Lead, found: Sequence[Holder]) -> bool:
    """Whether what was found is a country that the clause leaves out, which is a partner as well where it tells of trade
    with another: its figure is of the place that the text is about."""
    abroad = len(found) == 1 and found[0].where is None and _abroad(found[0])
    home = abroad and any(i.is_china for i in found[0].mention.individuals)
    trade = _TRADE_WITH.search(lead.text) if abroad and not home else None
    return trade is not None and lead.text[trade.end("prep")] not in "中我华"


def with_told(lead: Lead, found: Sequence[Holder]) -> bool:
    """Whether a figure is of the trade with a country that the sentence calls a partner (甲国是主要贸易伙伴，对甲国进出口…):
    of the place that the text goes on about."""
    partner = _PARTNER.search(lead.text)
    return bool(found and partner) and told_of(lead, found)


_TRADE: Final = re.compile(
    "(?P<with>[对与同自从向][^,;。]{1,16}?)的?(?:双边|边境|经贸|外贸|货物)*(?:贸易|外贸|进出口|边贸)(?P<how>总?[额值量])?"
)
_DIRECTION: Final = re.compile("(?P<way>进口|出口)(?P<how>总?[额值量])?")


def directed(part: str, total: str) -> str:
    """出口 as a part of 对俄贸易额 is 对俄出口额; empty where the total is of no partner or the part no such."""
    of, way = _TRADE.fullmatch(total), _DIRECTION.fullmatch(part)
    if of is None or way is None:
        return ""
    partner = "对" + of["with"][1:] if of["with"][0] in "与同和" else of["with"]
    return partner + way["way"] + (way["how"] or of["how"] or "")


_BARE: Final = re.compile("(?:进出口|进口|出口|贸易|进出口贸易)(?:总?[额值])?")
_BARE_FIGURE: Final = re.compile(
    f"(?:{TIME}|[,双边]|[对与同]{PLACE}+)*(?:进出口|贸易)(?:总?[额值])?(?:{measures.BETWEEN}了?)*"
)
_THE_ALLY: Final = re.compile(
    f"(?P<who>{PLACE}+)[^,;。{PLACE}]{{0,6}}[是为](?:{PLACE}+的?)?[^,;。{PLACE}]{{0,8}}贸易伙伴,$"
)
"""老挝是云南第三大贸易伙伴，进出口额…."""

_AT_HEAD: Final = re.compile(f"(?:{TIME}|全年|实现|完成|累计|其中|[,共总为达])*")
_TOLD_WITH: Final = re.compile(
    rf"(?P<with>[对与同](?=[{NEIGHBOURS}“共{PLACE}])[^,;。:的]{{1,16}}?)的?(?:双边|边境)?(?:经贸|贸易|外贸|进出口|边贸)(?!伙伴)[^,;。:{NUMBER}]{{0,16}},$"
)
_TOLD_OF: Final = re.compile(
    rf"(?:^|[,;:。])(?:{TIME}|{PLACE}|[一二三四五六]是|其中|同期|此外)*(?P<of>(?:民营|国有|私营|外资|外商投资)企业|(?:一般|加工|边境小额|边民互市|转口)贸易)(?!伙伴)[^,;。:、和与及{NUMBER}]{{0,20}},$"
)


_MAINLY: Final = re.compile(
    f"(?:^|[,;。:{PLACE}]|其中)的?(?P<way>进口|出口)的?(?:货物|商品|产品)(?:主要)?以(?P<goods>[\u4e00-\u9fff]{{2,10}}?)为主,$"
)
"""进口货物以机电产品为主，进口10亿元."""

_ONE_WAY: Final = re.compile("(?P<with>[对与同自从向][^,;。]{1,16}?)的?(?:进口|(?<!进)出口)(?P<how>总?[额值量])?")


def of_same(names: tuple[str, ...], lead: Lead, told: tuple[str, ...]) -> tuple[str, ...]:
    """与越南贸易额增长9%，出口额增长20%: the growth of a direction of the trade with the same partner."""
    alone = len(names) == 1 and len(told) == 1 and PLACE not in lead.words
    if alone and names[0].endswith("规模") and told[0].endswith(names[0].removesuffix("规模")):
        return told  # 对甲国出口9亿元，出口规模居全国首位，增长5%
    if not alone or not lead.passage.text.endswith(",", 0, lead.start) or not _DIRECTION.fullmatch(names[0]):
        return names
    one = _ONE_WAY.fullmatch(told[0])
    whole = f"{one['with']}贸易额" if one else re.sub("贸易(?=进出口)", "", told[0])
    named = directed(names[0], whole)
    return (named,) if named else names


def other_way(names: tuple[str, ...], lead: Lead, course: Course) -> tuple[str, ...]:
    """对朝鲜出口24亿美元，进口14亿美元: the other direction of the trade with the same partner, where nothing else was told."""
    told = [v.indicator for v in course.levels[course.told :] if "增长" not in v.indicator]
    one = _ONE_WAY.fullmatch(told[-1]) if told and len(course.names) == 1 else None
    if one is None or len(names) != 1 or PLACE in lead.words or ";" in lead.passage.text[: lead.end]:
        return names
    if not _DIRECTION.fullmatch(names[0]) or any(not t.startswith(one["with"]) for t in told):
        return names
    return (directed(names[0], f"对{one['with'][1:]}贸易{one['how'] or ''}"),)


def in_clause_before(lead: Lead, start: int, names: tuple[str, ...]) -> tuple[str, ...]:
    """对东盟贸易稳步增长，进出口90亿元: bare trade, whose words begin at `start`, is with whom or by whom the clause right
    before speaks of, where nothing but a time stands between."""
    if len(names) != 1 or not _BARE.fullmatch(names[0]) or not _AT_HEAD.fullmatch(lead.words[: start - lead.start]):
        return names
    words = lead.passage.around(lead.end)[: lead.start]
    if told := _THE_ALLY.search(words):
        return ("对" + lead.passage.text[slice(*told.span("who"))] + names[0],)
    if told := _TOLD_WITH.search(words):
        return (lead.passage.text[slice(*told.span("with"))] + names[0],)
    if (goods := _MAINLY.search(words)) and names[0].startswith(goods["way"]):
        return (goods["goods"] + names[0],)
    told = _TOLD_OF.search(words)
    return (told["of"] + names[0],) if told else names


def together(names: tuple[str, ...], lead: Lead) -> tuple[str, ...]:
    """对越南、老挝进出口90亿元: one value of the trade with several partners is of the trade with all of them."""
    alone = len(names) > 1 and lead.of == 1 and not each(lead.text)
    return (listed.joined(names),) if alone and all(_TRADE_WITH.match(name) for name in names) else names
