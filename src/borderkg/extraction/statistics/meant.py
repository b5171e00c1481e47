"""Whose a figure is that no name before it tells: 口岸 at the head of a clause, a name right behind it."""

import re
from dataclasses import replace
from typing import Final

from borderkg.extraction.statistics import fitness, lengths, measures
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.holders import GOVERNED, Holder, Holders, groups
from borderkg.extraction.statistics.leads import SEPARATELY, Lead, names_two
from borderkg.extraction.statistics.passage import HOLDING, NUMBER, PLACE, TIME, holds
from borderkg.extraction.values import Quantity

_LABEL: Final = re.compile(rf"(?:名|名称|地区|县市|口岸):(?P<value>{PLACE}+)(?=[;,])")


def labelled(known: Holders, lead: Lead, position: int) -> list[Holder]:
    """县名:麻栗坡县;…: what the value of a label names before the figure."""
    told = _LABEL.search(lead.passage.inner, position, lead.start)
    named = lead.passage.between(told.start("value"), told.end(), *HOLDING) if told else []
    return known.of(named[0], lead.passage) if len(named) == 1 else []


def only_one(known: Holders, lead: Lead, course: Course) -> list[Holder]:
    """The one place that the sentences of the paragraph before have named, none of which told a figure: 边境贸易是新疆外贸的
    优势。2004年，边境贸易额37亿美元."""
    named_here = any(map(holds, lead.passage.between(0, lead.start, *HOLDING)))
    alone = len({s.text for _, s in course.seen}) == 1
    return known.seen(course.seen[:1]) if alone and not course.figures and not named_here else []


_THE_PORT: Final = re.compile(
    rf"(?:{TIME}|[,全当]|年[末底]?|截至|截止|至|到|末|底|期间|目前|同期|其中)*口岸(?![城办管委群经联所区数边站口地平、和])"
)
"""全年口岸进出口货运量90万吨."""

_THE_STATION: Final = re.compile(
    rf"(?:{TIME}|[,截止]|截至|今年以来|今年|目前|其中|期间|同期|来|以)*该(?:边检)?站(?!点|台|房)"
)
_WITH_RANK: Final = re.compile("[市县旗州盟省镇区]$")
_MORE: Final = "(?:[近约达为共仅高]|超过|不足|达到|高达)*$"
_EXTENT: Final = re.compile(f"(?:海拔|面积|人口|占地|经济规模|经济总量|GDP|货运量|过货量|进出口额){_MORE}")
_OF_A_ROAD: Final = re.compile(f"(?:总?投资额?|总?造价|全长|总长|正线长){_MORE}")
_BEHIND: Final = re.compile(rf"(?:修建|新建|建设|建成)?的(?P<what>{PLACE}+)(?![与和、])")
"""海拔4733米的红其拉甫口岸."""


def port(known: Holders, lead: Lead, course: Course) -> list[Holder]:
    """The port that a clause calls 口岸 at its head: the one left out, else the last that figures were of, with all its
    branches. Nothing where a place's ports were counted, which are meant then."""
    if "站" in lead.words and _THE_STATION.match(lead.words):
        return course.station  # 据某边检站统计，今年该站验放…
    if not _THE_PORT.match(lead.words) or lead.passage.inner[lead.start - 1 : lead.start] == NUMBER:
        return []  # 两个口岸合计
    counted = course.kind == "count" and course.noun.endswith("口岸")
    if counted and all(holder.mention.type in GOVERNED for holder in course.holders):
        return []
    left_out = known.left_out(lead.passage, lead.start, lead.end, ("Port",))
    told = [level.owner for level in course.levels if level.owner.mention.type == "Port"]
    return [known.whole_port(holder) for holder in left_out or told[-1:]]


_SEVERAL_PORTS: Final = re.compile(
    r"(?:各|多个|[\d两二三四五六七八九十]+个)(?:主要|边境|陆路|对外|开放)*口岸(?!通道|限定)|口岸(?:\(通道\)|[、及和与](?:边境|边民)?通道)"
)
_AT_STATION: Final = re.compile("[检查]站|该(?:总)?站")


def several_ports(text: str) -> bool:
    """Whether a checkpoint is said to work at several ports, of which its figures are then no one's: 承担3个口岸…检查任务."""
    return bool(_SEVERAL_PORTS.search(text) and _AT_STATION.search(text))


_PROVINCES_AND_TOWNS: Final = re.compile(r"[一二三四五六七八九十\d]省[一二三四五六七八九十\d]+[市区]")
"""甲、乙、丙等沿海“七省三市”的产值: of all of them together."""

_OF_PORTS: Final = re.compile("货运|过货|客运|班列|出入境|进出境|通关|验放|吞吐|旅客|货车|车辆")


_CALLED_PORT: Final = re.compile(rf"口岸[—-]*{PLACE}{{0,10}}$")
"""Before the name of a port: 最大陆路口岸——内蒙古满洲里."""


_DEFINES: Final = re.compile(f"(?<!{PLACE})(?:是指|系指|指的是|主要指)")
"""中缅边境地区是指某省的…，包括17个县: what an unknown name stands for has them."""


def at_site(lead: Lead, found: list[Holder], course: Course) -> bool:
    """Whether the sentence began with what is no known thing, or one before it did, and nothing was named since."""
    named = any(h.where and h.where[0] >= lead.passage.offset for h in found)
    return bool(fitness.SITE.match(lead.passage.inner)) or (course.site and not named)


def unnamed(lead: Lead, found: list[Holder], course: Course) -> bool:
    """Whether a figure is of what is no known thing: 某市场, or 该站 where no checkpoint was named and no port is with it."""
    here = [h for h in found if h.where and h.where[0] >= lead.passage.offset + lead.start]
    defined = _DEFINES.search(lead.passage.inner, 0, lead.start) if "指" in lead.passage.inner else None
    if defined and not here and all(h.where and h.where[0] >= lead.passage.offset + defined.end() for h in found):
        return True
    station = "站" in lead.words and _THE_STATION.match(lead.words) and not course.station and not here
    site = fitness.SITE.match(lead.passage.inner)
    if course.site and not any(site is None or h.where[0] >= lead.passage.offset + site.end() for h in here if h.where):
        return True
    if _PROVINCES_AND_TOWNS.search(lead.passage.text, max(0, lead.start - 6), lead.end):
        return True
    bare = _THE_PORT.match(lead.words) and bool(found) and all(h.mention.type == "Country" for h in found)
    several = _of_several_ports(lead, found) or _of_so_many_areas(lead)
    behind = _WHAT_IS_THERE.match(lead.passage.text, lead.figure.end)
    thing = lengths.lengths_in(lead) and (behind or _A_THING_THERE.match(lead.words))
    return bool(station or bare or several or thing or fitness.UNNAMED.search(lead.words))


_WHAT_IS_THERE: Final = re.compile("[处外](?:还|就|便|则)?[有是](?!名)")
"""该镇东北2公里处有一山."""

_A_THING_THERE: Final = re.compile(
    f"[^,;]*{PLACE}的[\u4e00-\u9fff]{{2,8}}(?:机场|[车航]站|港口?|码头|市场|大桥|电站|矿|景区|厂)距"
)
"""哈萨克斯坦的某机场距此110公里: of the airport."""

_AREAS: Final = re.compile(
    "(?:县级行政区|县市|市县|州市|地州市?|市州|旗县|旗市|省区|省份|县级市|乡镇|县|市|州|旗|省|国家和地区|国家)的?(?![域城境级])(?=[\u4e00-\u9fff]{2})"
)
_AREA: Final = re.compile("[市县旗区]?的?(?![域境城级])(?=[\u4e00-\u9fffA-Z]{2})")
_ALL_OF_THEM: Final = re.compile("(?:全[省区市州县盟旗国]|所有|全部|所辖|下辖|管辖|[的共辖])$")


def _of_so_many_areas(lead: Lead) -> bool:
    """Whether an extent or an amount is that of places which are only counted (内陆5个县总人口90万), and neither named
    before their number nor all that a place has."""
    told = [s for s in lead.passage.spans if s.end == lead.start and isinstance(s.value, Quantity)]
    if not told or not isinstance(told[0].value, Quantity):
        return False
    number, unit = told[0].value.number, told[0].value.unit
    areas = unit in ("个", "国") and _AREAS.match(lead.text)
    areas = areas or (unit in ("州", "市", "县", "旗", "省", "省区") and _AREA.match(lead.text))
    if not areas or not measures.MEASURE.search(_LED.sub("", lead.text)):
        return False
    named = [g for g in groups(lead.passage, 0, told[0].start) if g[-1].end == told[0].start]
    return not _ALL_OF_THEM.search(lead.passage.text, 0, told[0].start) and not (named and len(named[-1]) == number)


_LED: Final = re.compile(f"(?:{measures.BETWEEN}了?)+$")


def _of_several_ports(lead: Lead, found: list[Holder]) -> bool:
    """Whether a figure is of all the ports at which a checkpoint works, and no port is named behind them."""
    told = _SEVERAL_PORTS.search(lead.passage.text, 0, lead.end) if several_ports(lead.passage.text) else None
    if told is None or any(h.mention.type != "Port" for h in found):
        return False
    behind = lead.passage.offset + told.end()
    return not any(h.where and h.where[0] >= behind for h in found)


_ITS: Final = re.compile("(?:而|且|并且)?其(?![中他它余实])")


def its(lead: Lead, found: list[Holder], course: Course) -> list[Holder]:
    """What is found, or for 其 what the clause right before told a figure of (…；乙口岸升至90万吨，其占全省的份额…)."""
    told = course.levels[course.told :]
    last = told[-1].owner if told and _ITS.match(lead.text) else None
    next_to = bool(last and last.where) and lead.passage.text[lead.start - 1 : lead.start] == ","
    return [last] if last and next_to and len(found) == 1 and found[0].where is None else found


_PASSES: Final = re.compile(
    "货运量|过货|[进出]口货[物值]|[出进][入出]境(?:货|人员|旅客|车辆|班列|中欧班列)|通关|验放|口岸"
)
"""What passes through a port: 从货运量看，磨憨…, in a text that has named the port."""


def ports_again(known: Holders, lead: Lead, found: list[Holder], course: Course) -> list[Holder]:
    """What is found, each town as the port of its name, where the paragraph told figures of that port and this one can
    be a port's: 满洲里口岸货运量90万吨，…；2020年满洲里回落至80万吨; or where the clause calls it one (边境口岸满洲里)."""
    at = found[0].where[0] - lead.passage.offset if len(found) == 1 and found[0].where else 0
    if at > 0 and found[0].mention.type == "Region" and _CALLED_PORT.search(lead.passage.inner, 0, at):
        return known.as_ports(found) or found
    names = [h.mention.surface[0] for h in found if h.mention.type == "Region" and h.mention.surface]
    if not found or len(names) != len(found) or any(map(_WITH_RANK.search, names)):
        return found
    told = {o.text.removesuffix("口岸"): o for v in course.levels if (o := v.owner.mention).type == "Port"}
    before = lead.passage.text[lead.passage.clause(max(lead.start - 1, 0)) : lead.end]
    measured = course.names[0] if course.names else ""
    if all(name in told for name in names):
        passing = _OF_PORTS.search(lead.text) or _OF_PORTS.search(measured)
        return [replace(h, mention=told[n]) for h, n in zip(found, names, strict=True)] if passing else found
    passing = _PASSES.search(before) or _PASSES.search(measured)
    named = bool(passing) and all(f"{name}口岸" in course.caption.ports for name in names)
    ports = known.as_ports(found) if named else []
    return ports if len(ports) == len(found) else found


def port_again(names: tuple[str, ...], course: Course) -> bool:
    """Whether what seems to be measured is short for a port of which the paragraph told figures (2020年满都拉增至260万吨);
    the figure is then that port's."""
    told = [v.owner for v in course.levels if names and v.owner.mention.text == f"{names[0]}口岸"]
    course.holders = told[:1] or course.holders
    return bool(told)


def behind(known: Holders, lead: Lead) -> list[Holder]:
    """What a figure of extent is said of that stands behind it, where its clause names nothing before."""
    road = _OF_A_ROAD.search(lead.text)
    told = _BEHIND.match(lead.passage.inner, lead.figure.end) if road or _EXTENT.search(lead.text) else None
    if told and road:  # 某旗境内总投资20亿元的某铁路
        return [
            h
            for s in lead.passage.between(told.start("what"), told.end(), "Corridor")
            for h in known.of(s, lead.passage)
        ]
    named = lead.passage.between(told.start("what"), told.end(), *HOLDING) if told else []
    before = lead.passage.between(lead.start, lead.figure.start, *HOLDING)
    return known.of(named[0], lead.passage) if len(named) == 1 and not before else []


def ports_in_turn(lead: Lead, found: list[Holder], course: Course) -> list[Holder]:
    """龙州县有水口、科甲两个口岸，货运量分别为…: the ports named together before, where there are as many values as ports; else
    what was found."""
    together = any("、" in v.owner.mention.text for v in course.levels[course.told :][-1:])
    if lead.of < len(("one", "other")) or len(found or course.holders) == lead.of or together:
        return found  # 甲、乙两口岸通行班列40列，运送货物9万标箱，分别增长…: of both together
    named = [s for s in lead.passage.between(lead.start, lead.end, "Port", "Region") if s.start < s.end]
    ports = not named and len(course.group) == lead.of and {h.mention.type for h in course.group} == {"Port"}
    each = SEPARATELY.search(lead.text) and not names_two(lead.passage, lead.end)
    return course.group if ports and each else found
