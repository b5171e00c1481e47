"""A figure of running text, put together from what was read: whose, of what, when, with its evidence."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from borderkg.extraction.relations.whereabouts import is_china
from borderkg.extraction.rulebook.neighbours import NEIGHBOURS
from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.statistics import collected, extents, growth, holders, moments, united
from borderkg.extraction.statistics.course import Course, Level
from borderkg.extraction.statistics.holders import Holder
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.moments import Moment
from borderkg.extraction.statistics.tallies import Tally
from borderkg.extraction.values import Quantity
from borderkg.records import record

_FROM: Final = re.compile(r"(?:由|从)(?:不足|不到|近|约|超过)?$")
_FROM_THEN: Final = re.compile(r"(?<!自)[由从](?!年[初末底])[\u4e00-\u9fff]{2,6}的$")
"""由运营初期的5列: of a time that no date tells."""

_AT_FAIR: Final = re.compile("签约|成交|意向|参展")
"""What a place does at the fair that was spoken of."""

_NOW: Final = re.compile("现有|现设|现辖|^,?(?:下|管)?辖(?!区内)|境内(?:现?有|设有)")
"""What a place has now: of the time of the text, whatever time was told before."""

_AT_MOST: Final = re.compile("(?:最多|最少|高峰|鼎盛|繁盛|最盛)(?:时期?|的时候)")
"""商户最多时有900家: of a time that is not told."""

_PEOPLE: Final = re.compile("人口$")
"""How many live somewhere is of no day or months that another sentence names."""

_IN_ALL: Final = re.compile("总数|总量|总计")
"""“十四五”期间新增口岸4个，总数达25个: of no year of the span."""

_RECORD: Final = re.compile("单[日月周季年][^,;。]{0,14}最[高多大]")
"""单日交接列车最高达18列: of a day that is not told."""

_WITH_ITSELF: Final = re.compile("[距对与同从自向]")

_ITS_ZONE: Final = re.compile(
    "(?:这片|(?:综合)?保税区|(?:(?:边境|跨境)经济)?合作区|试验区|自贸区)(?:内|的|全年|累计)*(?=[\u4e00-\u9fff]{2})(?!数量)"
)
"""保税区外贸进出口额, of the zone itself."""


def _of_itself(indicator: str, owner: Holder) -> str:
    return (
        _ITS_ZONE.sub("", indicator, count=1)
        if owner.mention.type == "Platform" and _ITS_ZONE.match(indicator)
        else indicator
    )


_OF_OTHERS: Final = re.compile(
    f"(?!中)[{NEIGHBOURS}美日韩欧泰][{NEIGHBOURS}美日韩欧泰](?:两国|双方|双边|(?:贸易|进出口)总?[额值量])"
)
_FROM_HERE: Final = re.compile(rf"[对与自从向][{NEIGHBOURS}](?=贸易|外贸|边贸|[进出]口)")
"""对俄贸易, as Chinese places call theirs."""

_ONE_OF: Final = re.compile("[^,;。]{0,28}之一")
"""是某市五个口岸之一: a property that no year before it dates."""

_CALLED: Final = re.compile(r"\((?:以下|下文|下)?(?:简称|下称|称)[^()]*?(?:\)|(?=的比重$))")
"""占外贸总值(以下简称“占比”)88%: how the text will call it."""

_TO: Final = re.compile(r"(?:到|至|为)了?(?:约|近|不足|超过?)?$")


@record
class Figure:
    """A figure read in a sentence; ranges are positions in its block, those of `raw_context` in the file."""

    subject: Mention
    indicator: str
    number: Decimal
    unit: str
    time: str
    evidence: Range
    context: tuple[Range, ...]
    raw_context: tuple[Range, ...]
    qualifiers: dict[str, object]
    kind: str


@record
class Said:
    """What a figure says: an indicator and its value."""

    indicator: str
    number: Decimal
    unit: str
    kind: str
    time: str | None = None
    """Where it is not the time of the clause."""
    evidence: Range | None = None
    holders: tuple[Holder, ...] | None = None
    listed: Tally | None = None
    """Of a count: the list beside it."""


def told(lead: Lead, said: Said, course: Course) -> Iterator[Figure]:
    """A figure for each holder that a value is of, with its time and evidence."""
    owners = _owners(lead, said, course)
    moment = _moment(lead, said, course)
    if moment is None:
        return
    evidence = said.evidence or _evidence(lead, course)
    for owner in owners:
        if _WITH_ITSELF.match(said.indicator) and said.indicator.startswith(owner.mention.text.removesuffix("国家"), 1):
            continue  # 对俄罗斯进出口 of 俄罗斯: it is the partner
        if _OF_OTHERS.match(said.indicator) and is_china(owner.mention):
            continue  # 朝美双边贸易额
        if owner.mention.type == "Country" and said.indicator.startswith("距"):
            continue  # 中国一侧，旅客在距山口6公里处…: no country lies at a distance
        if owner.mention.text.endswith("班列"):
            continue  # 某口岸中欧班列(500列): of no train
        if is_china(owner.mention) and extents.of_a_part(said.indicator, said.number, said.unit):
            continue
        if owner.mention.type == "Country" and not is_china(owner.mention) and _FROM_HERE.match(said.indicator):
            continue  # 蒙古国和俄罗斯是主要贸易国别，对俄贸易…: no trade of 蒙古国
        if owner.mention.type == "Expo" and moments.YEARLY.fullmatch(moment.text):
            moment = Moment(moment.year, moment.where)
        if said.kind in ("level", "share", "count"):
            stop = max([lead.passage.text.rfind(mark, 0, lead.start) for mark in ";。"])
            part = lead.passage.text.find("其中", stop + 1, lead.end) >= 0
            level = Level(owner.mention.text, said.indicator, moment.text, evidence[0], owner, said.unit, part)
            course.levels.append(level)
        places = [owner.where, moment.where if moment.text else None, course.named_at]
        if said.listed:
            places.append(lead.passage.at(said.listed.start, said.listed.end))
        context = tuple(dict.fromkeys(r for r in places if r and r[0] < r[1] and not _within(r, evidence)))
        yield Figure(
            subject=owner.mention,
            indicator=_of_itself(_CALLED.sub("", said.indicator), owner).replace("〔", "(").replace("〕", ")"),
            number=said.number,
            unit=said.unit,
            time=moment.text,
            evidence=evidence,
            context=context,
            raw_context=(owner.raw,) if owner.raw else (),
            qualifiers={**_qualifiers(lead.quantity), **_more(lead, said)},
            kind=said.kind,
        )


def _owners(lead: Lead, said: Said, course: Course) -> Sequence[Holder]:
    """Those that a value is of: in a list of values the one in its turn, of several together their union."""
    several = said.holders or course.holders
    if len(several) < 2:
        return several
    if lead.of == len(several):
        return several[lead.turn : lead.turn + 1]
    alone = lead.of == 1 and said.kind in ("level", "share") and not holders.each(lead.text)
    near = lead.text if said.kind == "share" else lead.text[-8:]
    if holders.TOGETHER.search(near) or alone:
        course.holders = [united.union(several, lead.text)]
        return course.holders
    return several


def _moment(lead: Lead, said: Said, course: Course) -> Moment | None:
    """The time of a figure; None where the text tells two figures of two times and does not say which."""
    if said.time is not None:
        return Moment(said.time, course.moment.where)
    if lead.of == len(course.moments):
        return course.moments[lead.turn]
    moment = course.local or course.moment
    fair = any(holder.mention.type == "Expo" for holder in said.holders or course.holders)
    if fair and not moment.text and course.fair:
        return course.fair
    if course.fair and not moment.text and _AT_FAIR.match(said.indicator):
        return Moment(course.fair.year, course.fair.where)
    if (
        moments.STATIC.search(said.indicator)
        and not course.dated
        and not fair
        and not (moments.SOWN.search(said.indicator) and (course.timed or course.caption.statistical))
    ):
        return Moment()
    if said.kind == "count" and moments.EXTENT.search(lead.passage.text, 0, lead.end):
        return Moment()
    if (
        said.kind == "count"
        and not fair
        and not course.timed
        and (
            moments.DIVISIONS.search(said.indicator)
            or moments.of_a_day(moment)
            or moments.of_months(moment)
            or moment.text == course.census
        )
    ):
        return Moment()
    if not course.dated and (_AT_MOST.search(lead.text) or (not course.timed and _RECORD.search(lead.text))):
        return Moment()
    if said.kind == "count" and not course.dated and _ONE_OF.match(lead.passage.text, lead.figure.end):
        return Moment()
    if _PEOPLE.search(said.indicator) and not course.timed and (moments.of_a_day(moment) or moments.of_months(moment)):
        return Moment()
    if said.kind == "count" and moment.text[4:5] == "/" and _IN_ALL.search(lead.text):
        return Moment()
    if said.indicator == collected.BORDER_PROVINCES + "数量" and "/" in moment.text:
        return Moment()
    if said.kind == "count" and not course.dated and _NOW.search(lead.text):
        return Moment()
    if said.kind == "growth" or course.local:
        return moment
    if course.reached and not course.dated and "累计" in lead.text and len(told := course.ends()) == 2:
        return Moment("/".join(told), moment.where)  # 由2016年的9亿元增至2021年的12亿元；五年累计60亿元
    before = lead.text
    if _FROM_THEN.search(before):
        return Moment()
    first, last = _FROM.search(before), _TO.search(before)
    ends = moment.text.split("/") if "/" in moment.text and len(moment.text) == 9 else course.ends()
    if first:
        untold = not moment.text or not course.dated  # 2023年有护边员90名，补助标准由1000元提高到2500元
        return Moment(ends[0], moment.where) if len(ends) == 2 else Moment() if untold else None
    if last and not course.dated and len(ends) == 2 and ends[0] in course.started and moment.text[:4] <= ends[1][:4]:
        return Moment(ends[1], moment.where)
    return moment


def _evidence(lead: Lead, course: Course) -> Range:
    begin, end = lead.passage.at(lead.start, lead.figure.end)
    begin += len(lead.text) - len(lead.text.lstrip("、,)和与及"))
    if course.named_at:
        named = course.named_at[0]
        if begin < named < end or (lead.turn and 0 < begin - named <= 60):
            begin = named
    return begin, end


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _qualifiers(quantity: Quantity) -> dict[str, object]:
    found: dict[str, object] = {}
    if quantity.low is not None and quantity.high is not None:
        found.update(low=_number(quantity.low), high=_number(quantity.high))
    if quantity.comparator:
        found["comparator"] = quantity.comparator
    if quantity.modifier:
        found["modifier"] = quantity.modifier
    if quantity.words:
        found["verbal"] = quantity.words
    if quantity.doubtful:
        found["doubtful"] = "decimal point read from a blank"
    return found


def _more(lead: Lead, said: Said) -> dict[str, object]:
    """What a count is listed with, and what a rate of growth is reckoned in."""
    if said.listed:
        some: dict[str, object] = {"listedSome": True} if said.listed.may_be_some else {}
        return {"listed": said.listed.number, **some}
    stop = lead.passage.text.find("。", lead.figure.end) + 1 or len(lead.passage.text)
    around = lead.passage.text[max(0, lead.start - _AROUND) : min(stop, lead.figure.end + _AROUND)]
    reckoned = growth.basis(around) if said.kind == "growth" else ""
    return {"basis": reckoned} if reckoned else {}


_AROUND: Final = 12
"""Characters around a rate of growth in which it says what it is reckoned in."""


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
