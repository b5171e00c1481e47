"""What the words before a figure say: its indicator, as a level, a change, a share, a rank or a multiple."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from borderkg.extraction.statistics import (
    above,
    attributive,
    beside,
    capacities,
    continued,
    durations,
    extents,
    growth,
    holders,
    indicators,
    invested,
    itemised,
    lengths,
    listed,
    mainly,
    meant,
    measures,
    moments,
    multiples,
    origins,
    partners,
    parts,
    peoples,
    ranked,
    ratios,
    shares,
    those,
    traded,
    trains,
)
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Said
from borderkg.extraction.statistics.leads import SEPARATELY, Lead
from borderkg.extraction.statistics.passage import PLACE, TIME

_THAN_THEN: Final = re.compile(
    rf"(?:不足|不到|超过|是|为|相当于|[不仅才]?及|恢复[到至]|达到?|接近)(?:疫情前的?|历史)?(?P<then>{TIME}+(?:同期|全年|同月)?)(?:高峰|峰值)?的(?:约|近)?$"
)
"""不足2019年的一半: compared with another time."""
_BEHIND: Final = re.compile(
    r"长?的?(?P<noun>(?:陆地|大陆|陆上|共同)?(?:边境线|国境线|边界线|国界线|海岸线|岸线|[国边]界(?!地|上|附近|沿|口|贸)|国境(?!上|附近|沿))|"
    r"(?<=的)(?:土地|国土)?面积)"
)
"""2981公里的边境线."""

_SECTOR: Final = re.compile(r"第?(?P<n>[一二三])次?产业$")
"""第一产业比全国高1.8个百分点: its share."""

_OF_SHARE: Final = re.compile(r"[,、]?(?:其|该|这一)?(?:所?占)?(?:比重|占比|比例|份额)?")
"""Before a change in points: of the share told before."""

_NO_RATE: Final = re.compile(r"的(?:同比|年均)?(?:增幅|增速|降幅)下|的?(?:显著|置信|水平(?!的)|概率|税率|关税)")


_RATE_OF_OTHER: Final = re.compile(
    r"(?:[和与及、][^,;。]{0,8}?[\d.]+%)*的[\u4e00-\u9fff]{0,6}(?:率|水平|比重|占比|增速|增幅)"
)
"""低于全国10%和全省18%的覆盖率: what the others have, and not by how much it is below."""


def read(lead: Lead, course: Course) -> Iterator[Said]:
    """What a figure says that is no count: nothing where its indicator stays unclear."""
    unit = lead.quantity.unit
    if unit in ("位", "番", "倍"):
        yield from ranked.read(lead, course) if unit == "位" else multiples.read(lead, course)
    elif unit in ("个百分点", "百分点"):
        yield from _points(lead, course)
    elif unit == ratios.UNIT:
        yield from ratios.read(lead, course)
    elif unit == "%":
        yield from _percentage(lead, course)
    elif not (lengths.within(lead) or parts.unnamed(lead)):
        yield from (
            invested.read(lead, course)
            or attributive.read(lead, course)
            or traded.read(lead, course)
            or itemised.read(lead, course)
            or _level(lead, course)
        )


def _level(lead: Lead, course: Course) -> Iterator[Said]:
    unit = lead.quantity.unit
    change = growth.read(lead.text, course.yearly) if unit != "‰" else None  # 自然增长率 is a level
    if behind := _BEHIND.match(lead.passage.text, lead.figure.end):
        where = lead.passage.at(lead.figure.start, behind.end())
        yield Said(behind["noun"], lead.quantity.number, unit, "level", evidence=where)
        return
    if origin := origins.read(lead, course.names):
        course.measure((origin.noun,), None)
        course.unit, course.kind, course.total = unit, "level", course.names
        where = lead.passage.at(lead.figure.start, origin.span.end)
        yield Said(origin.noun, lead.quantity.number, unit, "level", evidence=where)
        return
    if more := growth.more_than(lead.words):
        names = indicators.indicator(lead, lead.start + more[0], unit, course)
        than = lead.text[slice(*more[1])]
        alike = measures.family(course.unit) == measures.family(unit)
        yield from (Said(f"{name}比{than}{more[2]}", lead.quantity.number, unit, "over") for name in names if alike)
        return
    if change:
        yield from _difference(lead, course, change)
        return
    road = bool(course.holders) and all(h.mention.type == "Corridor" for h in course.holders)
    if lengths.UNIT.search(unit) and (name := _length(lead, course, road)):
        yield Said(name, lead.quantity.number, unit, "level")
        return
    if "平方" in unit and (sides := extents.of_each_side(lead.text)):
        yield from (Said(name, lead.quantity.number, unit, "level") for name in sides)
        return
    held, held_at, held_unit = course.names, course.named_at, course.unit
    noun = continued.counted(course) or continued.those_of(held)
    same = not course.unit or measures.family(course.unit) == measures.family(unit)
    words, part = parts.of_total(lead, course, course.total if same else course.in_unit(unit))
    names = indicators.indicator(lead, lead.end, unit, course)
    names = _held(lead, course, held, same) if names is held or meant.port_again(names, course) else names
    names = names or trains.told(lead) or continued.by_people(held, held_unit, unit, lead.words)
    names = trains.load(lead, course, held, held_unit) or names
    names = short = capacities.joined(lead.words, held) or measures.in_unit(names, unit, held)
    names = continued.in_full(parts.of_some_ports(names, lead, course), lead, held, held_unit, noun)
    if (lead.turn or noun or short != names) and len(names) == len(course.names):
        course.names = names  # 出入境人员、车辆分别达…: what grows behind them are 出入境车辆
    if held and same and names and parts.PORTS.fullmatch(names[0]):
        names = course.names = (measures.part_of(parts.PORTS.sub("", held[0]) or held[0], names[0]),)
    if part and (names in ((), (words,)) or (names == held and parts.way(words))):
        names = (part,)
        course.measure(names, held_at)
    else:
        course.total = names
    before = lead.passage.text[: lead.end]
    if "平方" in unit and (before.endswith("片区") or extents.of_whole(lead) or (not names and before.endswith("("))):
        names = ("面积",)  # 昆明片区(76平方公里), 辖区1204平方公里, 含某综合保税区1.8平方公里
    if not names and not measures.elided(lead.words):
        course.measure((), None)  # what it is of stays unclear, and so what grows behind it
    names = tuple(name for name in lead.in_turn(names) if measures.fits(name, unit))
    if not names or (not road and lengths.UNIT.search(unit) and lengths.OF_NO_PLACE.match(names[-1])):
        return
    course.unit, course.kind = unit, "level"
    for name in names:
        yield Said(name, lead.quantity.number, unit, "level")


def _held(lead: Lead, course: Course, held: tuple[str, ...], same: bool) -> tuple[str, ...]:
    """What a figure goes on with: the indicator told last, or another that was told before it; `same`, in its unit."""
    names = held
    course.measure(names, None) if names != course.names else None
    if _back_to_total(lead, course):
        names = course.total  # 甲口岸货运量90万吨，其中进境60万吨；乙口岸70万吨
        course.measure(names, None)
    if not same and not (lead.turn and lead.of == len(names)):
        traded = len(held) == 1 and itemised.of_goods(held[0]) and lead.text == "、"
        names = held if traded else course.in_unit(lead.quantity.unit)  # 甲口岸开行6000列，货运量90万吨；乙口岸7000列
        course.measure(names, None)
    return names


def _back_to_total(lead: Lead, course: Course) -> bool:
    """Whether a figure of another place follows the parts of what was told of the place before, behind a semicolon."""
    last = course.levels[-1] if course.levels else None
    apart = last is not None and last.part and last.owner not in course.holders
    return apart and lead.passage.text[lead.start - 1 : lead.start] == ";" and len(course.total) == 1


def _length(lead: Lead, course: Course, road: bool) -> str:
    """The indicator of a length that is a distance, a stretch of a road or of a border; empty where it is another."""
    if between := lengths.apart(lead):
        return between[0]
    if borders := lengths.with_each(lead) or (("边境线长度",) if lengths.bordering(lead) else ()):
        course.measure(borders, None)
        course.unit, course.kind = lead.quantity.unit, "level"
        return borders[0]
    apart = lengths.distance(lead) or (lengths.stretch(lead) if road else "")
    if apart:
        course.measure((apart,), None)
        course.unit, course.kind = lead.quantity.unit, "level"
        return apart
    return lengths.part_of_border(lead, course.names[0]) if course.names else ""


def _difference(lead: Lead, course: Course, change: growth.Change) -> Iterator[Said]:
    """比上年减少20万人: of the level that was told in the same unit."""
    names = indicators.indicator(lead, lead.start + change.start, lead.quantity.unit, course)
    for name in () if change.bare or measures.family(course.unit) != measures.family(lead.quantity.unit) else names:
        yield Said(name + "变动", _signed(lead.quantity.number, change.falls), lead.quantity.unit, "growth")


def _points(lead: Lead, course: Course) -> Iterator[Said]:
    """占全国的比重下降1.1个百分点; 增速高出全国3个百分点, of the growth told before."""
    of_rate = growth.of_rate(lead.text) if course.kind == "growth" else ""
    if of_rate:
        yield from (Said(name + of_rate, lead.quantity.number, lead.quantity.unit, "over") for name in course.names)
        return
    change = growth.read(lead.text.replace("占", " "), course.yearly)
    again = course.than or growth.beside(lead.passage.inner[: lead.end], lead.passage.text)
    if over := growth.over(lead.words, lead.text, again):
        yield from _over(lead, course, over)
        return
    if change is None:
        return
    end = lead.start + change.start
    named, _ = shares.read(lead.passage, lead.start, end, course.names)
    back = course.share and course.kind == "share" and _OF_SHARE.fullmatch(lead.text[: change.start])
    named = parts.of_sector(lead.text[: change.start], course.share) or named
    names = course.share if back else named or indicators.indicator(lead, end, "%", course)
    for name in names:
        yield Said(name + "变动", _signed(lead.quantity.number, change.falls), lead.quantity.unit, "growth")


def _over(lead: Lead, course: Course, over: growth.Over) -> Iterator[Said]:
    """高出全国5个百分点: by how much what was told is above or below another."""
    course.than = over.than
    told = course.share if course.kind == "share" else ()
    sector = _SECTOR.search(lead.text, 0, over.start) if lead.quantity.unit != "%" else None
    share = (f"第{sector['n']}产业比重",) if sector else ()
    told = above.told(lead, course, over, told)
    for name in share or told or indicators.indicator(lead, lead.start + over.start, "%", course):
        yield Said(
            f"{name}{over.how}{above.other(name, over.than)}幅度", lead.quantity.number, lead.quantity.unit, "over"
        )


def _percentage(lead: Lead, course: Course) -> Iterator[Said]:
    if _NO_RATE.match(lead.passage.text, lead.figure.end) or lead.text.endswith("各占") or _of_goods(lead):
        return
    number = lead.quantity.number
    if than := beside.read(lead, course):
        yield than
        return
    if then := _THAN_THEN.search(lead.words + "的" if lead.of_base else lead.words):
        if course.kind == "share":
            return
        names = indicators.indicator(lead, lead.start + then.start(), "%", course)
        when = lead.text[slice(*then.span("then"))]
        yield from (Said(f"{name}占{when}的比重", number, "%", "than") for name in names)
        return
    told = _share_told(lead, course)
    if told or (lead.turn and course.kind == "share"):
        yield from _several(told, number, lead)
        return
    if over := growth.over(lead.words, lead.text):
        if not _RATE_OF_OTHER.match(lead.passage.text, lead.figure.end):
            yield from _over(lead, course, over)
        return
    change = growth.told(lead.text, lead.figure.text, lead.passage.text[lead.figure.end :], course.yearly)
    if lead.turn and course.kind == "growth" and course.change:
        change = replace(course.change, falls=change.falls) if change else course.change
    if growth.of_share(lead.words) or those.passes(lead.passage, lead.start, lead.figure):
        return
    carried = shares.carried(lead.passage, lead.start, lead.figure)
    if not carried and course.figures and course.kind == "level" and len(course.names) == 1:
        carried = shares.made_up(lead.passage, lead.start, lead.figure, course.names[0])
    if carried:
        course.measure((), None)
        course.share, course.kind = (carried,), "share"
        yield from _several(course.share, number, lead)
        return
    if shares.again(lead.text) and course.share:
        named: tuple[str, ...] = course.share
    elif change:
        named = ()
    else:
        bases = () if shares.of_own_measure(lead.words, lead.text) else peoples.whole(_parts(lead, course), course)
        named, part = shares.read(lead.passage, lead.start, lead.end, bases, lead.of, course.share)
        if part:
            course.measure(part.names, lead.passage.at(part.start, part.end))
    if named:
        named = peoples.in_full(indicators.in_turn(partners.together(named, lead), lead, course))
        course.share, course.kind = named, "share"
        yield from _several(named, number, lead)
        return
    if change:
        yield from _growth(lead, course, change)
        return
    if measures.elided(lead.words) and course.kind == "share" and course.share:
        if those.others(lead.passage, lead.figure):
            return
        yield from _several(course.share, number, lead)
        return
    if course.kind == "growth" and course.change and not lead.turn and measures.elided(_TURNS.sub("", lead.words)):
        yield from _growth(lead, course, course.change)  # 甲省增长4%，乙省为3.7%
        return
    yield from _itself(lead, course)


def _itself(lead: Lead, course: Course) -> Iterator[Said]:
    """A percentage that is the value of an indicator itself: 城镇化率61%."""
    number = lead.quantity.number
    total = course.names
    names = indicators.indicator(lead, lead.end, "%", course)
    if names is total and (shares.of_what_follows(lead.passage, lead.figure) or course.unit not in ("", "%")):
        return  # a percentage of what was no percentage
    if any(shares.AMOUNT.search(name) or _MERE_SHARE.fullmatch(name) for name in names):
        return  # 货运量五成多由铁路完成: how much of it is what, no property of the amount; a bare 占比 is of what is not told
    names = tuple(f"{n}的比重" if _OF_WHOLE.search(n) else n for n in names)
    if told := peoples.share(names):
        course.share, course.kind = told, "share"
        names = told
    else:
        course.kind, course.unit = "level", "%"
    yield from _several(names, number, lead)


def _of_goods(lead: Lead) -> bool:
    """蒙古国50%的生产资料: a part of something else."""
    return bool(shares.OF_ITS_GOODS.match(lead.passage.text, lead.figure.end)) and lead.words.endswith(PLACE)


def _share_told(lead: Lead, course: Course) -> tuple[str, ...]:
    """The shares that words go on with, or tell by what is done with a part; nothing where they do neither."""
    if lead.turn and course.kind == "share":
        return course.share
    if mostly := mainly.share(lead.passage, lead.start, lead.end):
        course.share, course.kind = mostly, "share"
        return mostly
    if course.kind == "share" and (whole := shares.of_another(lead.text)):
        return tuple(f"{n.split('占')[0]}占{whole}的比重" for n in continued.of_each(lead, course) or course.share)
    part = those.share(lead.text) if course.names else ""
    told = part or shares.achieved(lead.text)[0]
    if told:
        course.measure(course.names if part else (), None)
        course.share, course.kind = (told,), "share"
    return (told,) if told else ()


_OF_WHOLE: Final = re.compile(".占(?![地比]).*(?<!比重)(?<!占比)(?<!率)$")
_MERE_SHARE: Final = re.compile("(?:.*[数量额值]中的?|所?占?的?)(?:占?比|比重|比例|份额)|占(?!地).*")
_TURNS: Final = re.compile("^(?:而|则|但|其中|,)+|分别|依次")


def _parts(lead: Lead, course: Course) -> tuple[str, ...]:
    """What shares are of: the indicator told last; by 分别占 as many of the last as there are values; by 合计 all as one."""
    of_two = indicators.of_measures(lead, course)
    names = continued.of_each(lead, course) or (tuple(course.recent(2)) if of_two else course.names)
    if lead.of > 1 and len(names) != lead.of and SEPARATELY.search(lead.text):
        return tuple(course.recent(lead.of)) or names
    names = () if any(name.endswith(("距离", "海拔")) for name in names) else names  # 距昆明568公里，…草地占7.6%
    return (listed.joined(names),) if len(names) > 1 and holders.TOGETHER.search(lead.text) else names


def _several(names: tuple[str, ...], number: Decimal, lead: Lead) -> Iterator[Said]:
    """The indicators that a percentage is of: each, or by 分别 one after another."""
    for name in lead.in_turn(names):
        yield Said(name, number, "%", "share" if "占" in name else "level")


def _growth(lead: Lead, course: Course, change: growth.Change) -> Iterator[Said]:
    held = course.names
    partner = () if lead.turn else course.with_partner(lead.text[: change.start])
    names = course.names if lead.turn else partner or indicators.indicator(lead, lead.start + change.start, "", course)
    names = parts.grown(names, held, lead, course)
    course.change, course.names = change, names if lead.of > 1 else names or course.names
    course.kind = "growth"
    each = course.several(lead.of) if lead.of > 1 and lead.of not in (len(course.holders), len(names)) else []
    if each and SEPARATELY.search(lead.passage.text, 0, lead.end):
        level = each[lead.turn]
        named = growth.without_rate(level.indicator) + change.rate
        yield Said(named, _signed(lead.quantity.number, change.falls), "%", "growth", holders=(level.owner,))
        return
    for name in lead.in_turn(names):
        if re.search(r"(?:比重|占比|份额|比例)$", name):
            continue
        time = (moments.since_then(lead.passage.text, lead.figure) or course.years) if change.yearly else None
        here = course.times(name)
        times = here if len(here) > 1 else course.times(name, whole=True)[-2:]
        if change.yearly and len(times) > 1 and "/" not in course.moment.text:
            years = sorted(told[:4] for told in times)
            time = f"{years[0]}/{years[-1]}"
        if change.since and "/" not in course.moment.text:
            time = growth.span_since(change.since, course.moment.year)
        time = durations.span_of(lead.text, course.times(name, whole=True)) or time
        (usual,) = measures.in_unit((growth.without_rate(name),), course.unit, ())  # 进出境货物…万吨 is 进出境货运量
        usual = usual.removeprefix("年均") if change.yearly else usual
        yield Said(usual + change.rate, _signed(lead.quantity.number, change.falls), "%", "growth", time)


def _signed(number: Decimal, falls: bool) -> Decimal:
    return -abs(number) if falls else number
