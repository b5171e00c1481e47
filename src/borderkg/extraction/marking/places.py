"""Places written one after the other, the larger first: 云南省瑞丽市, 俄罗斯滨海边疆区哈桑区, 额尔古纳市蒙兀室韦苏木.

A place that the reference data does not know is read as one where it stands right after a known one and ends with the
word for its rank.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.marking.offices import OFFICE
from borderkg.extraction.span import Span
from borderkg.reference import Individual, Reference

NESTED: Final = "places:place within a place"
PART_OF_REGION: Final = "names-places::part of a region"
UNKNOWN: Final = "places:unknown, with the word for its rank"
_DIRECTION: Final = re.compile("(?:东|西|南|北|东北|西北|东南|西南|中)部(?:地区)?|(?:边境|沿边|边疆)地[区带]")
_RANKED: Final = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6}—)?[\u4e00-\u9fff]{1,7}?(?:边疆区|自治州|苏木|特区|省|州|(?<![通铁轨街河管隧频赛航大古要便索])道|(?<!政)府|县(?!城(?!关))|郡|(?<![互集夜早上超股])市(?!场)|区|镇|乡|村|旗|岛)(?![\u4e00-\u9fff]?(?:级|政府|长(?![\u4e00-\u9fff]{1,3}[镇乡村])))"
)
_RANK: Final = re.compile("(?:边疆区|自治州|特区|省|州|道|府|县|郡|市|区|镇|乡|村|岛)$")
_GENERIC: Final = re.compile(
    r"^(?:建|设|置|改|升|撤|复)(?:省|州|道|府|县|市|区)$|^(?:.{0,3})(?:推广|联系|外省|兄弟|地处|位于|处于|坐落|[旧原今曾归隶直]属|撤销|升格|改设|旧称|古称|原为|原名|原称|旧名|古名|曾名|曾称|全称|简称|又名|又称|俗称|亦称|别称|更名|改名|改称|前身|边境|沿边|边疆|沿海|内陆|城镇|城区|市区|县城|郊区|山区|牧区|地区|各|全|部分|毗邻|接壤|代管|中心|重点|节点|城市|大城|小城|的|等|所|该|本|辖|境|[两三四](?=[个条座处级大省市县区镇乡村地方州国面边岸类])|和|与|及|在|为|是|有|下|内|片区|园区|试验区|合作区|保税区|开发区|示范区|自贸区|贸易区|自治区|特区|新区|老区|主城区|口岸|东部|西部|南部|北部|中部|距|最|一(?!心|面坡)|多|其|首|外|诸|半岛|特色|.{0,4}[重名]镇$)|[地县]级市$"
)

_RIVER: Final = "黑龙江"
_ACROSS: Final = tuple("隔跨沿濒临")
_LANDSCAPE: Final = re.compile("大?草原|河谷|盆地|沙漠|高原")
"""呼伦贝尔草原, 伊犁河谷: what is called after a place, and is not the place."""

_OF_RIVER: Final = re.compile(
    r"(?:、|与|和)[\u4e00-\u9fff]{1,4}江|畔|之滨|[南北左右沿]岸|[上中下]{1,2}游|主航道|干流|江畔|大桥|为界|\([^()]{0,6}阿穆尔河"
    "|上(?:的|空|首|架|建|修|第|,|。|航|唯)|[江水]面|封冻|开江|流冰|跑冰|明水期|畅流期"
)
_RIVER_BEFORE: Final = re.compile("(?:界[江河]|横跨[^,。;]{0,10}的|江河)$")

_SMALL: Final = re.compile("[\u4e00-\u9fff]{2,7}(?:镇|乡|苏木|街道|嘎查|村)")
_COUNTY: Final = re.compile("[县市旗区镇乡]$|苏木$|街道$")
_OF_TOWNS: Final = re.compile(
    "贫困|移民|渔业|边民|特色|中心|工业|农业|民族[乡村]|小城|新农|行政|自然|试点|示范|抵边|小康|国营|邻近|偏远|沿江[村镇]|乡镇|古镇|名[镇村]|强镇|大镇|新村|乡村|农村|城镇|村镇"
)
"""Of a county's 贫困村: what kind of village it is, no name."""

_FAR_OFF: Final = re.compile("以?[东西南北]{1,2}[部方面侧]?向?(?:约|大约)?[\\d,]{3,}多?(?:公里|千米)")
"""莫斯科东部6000公里处: what lies there does not lie in Moscow."""

_NAMES_A_RIVER: Final = re.compile(
    "[河沟江](?![口内北南西东省市县州乡镇村街城套边面道区谷源水滩湾屯子山通])|[东西南北]{1,2}麓|山(?:脉|[东西南北中]{1,2}[麓坡段]|麓)"
)
_RANK_LAST: Final = tuple("省市县旗区州盟镇乡村江河")
"""畹町河, 樟木沟: what is called after a town, and is not the town. 河口, 河内, 江城 are towns."""

_WITHIN_RIVER: Final = re.compile("隔[\u4e00-\u9fff]{1,4}$")
_OF_GATE: Final = re.compile(
    "[,(]?(?:[古旧原初又亦别]称|[古旧原初又]名|始建|初建|雄踞|建于[汉明清]|关[楼城口]|城楼|景区)"
)
_COUNTY_OF: Final = re.compile("[县郡省](?![级里内城])|镇(?![守静定])")
_FREE_ZONE: Final = re.compile("(?:自由|特别)(?:经济|贸易)区|经济特区")
_BANK: Final = re.compile(
    "的?(?:[对两左右沿东西南北]岸|[上中下]游)|流域|水系|(?:国际)?航[道运]|水道|干流|支流|河?畔|之滨|入海|江?面|河[床道谷]|大?峡谷"
)

_SIDES: Final = frozenset(["东部", "西部", "南部", "北部", "中部", "东北", "东南", "西北", "西南"])
_SIDE_OF: Final = re.compile(
    "(?:[、和][东西南北]{1,2}[部面]?)*(?:[两三四]?面)?(?:[与同和隔接邻毗临靠濒]|以[^,。;]{1,8}?[山河江岭湖脉](?:与|同|和|为界))"
    "|[角隅郊麓端侧]|边陲|方?向?(?:约|大约)?\\d[\\d.]*余?(?:公里|千米|米|里)"
)
"""东部与俄罗斯相邻, 西北、西南三面与缅甸相连, 东北30公里处: sides of what is spoken of, not the east of the country;
so is 东部 of 老挝东部城市."""

_TOWN: Final = re.compile("(?:边境|口岸|港口|沿海|最大的?|重要的?)?(?:城市|城镇|重镇|小城|小镇|港口)")

NounStart = Callable[[str], int | None]


_OFFICE: Final = re.compile(OFFICE)
"""珲春市人民政府: an office, no place."""


_GOVERNS: Final = re.compile(
    "(?:现|共|总|主要)?(?:(?:下|管|所)?辖[有着]?|行政区划[为是]|划分?为(?=[\\d一二三四五六七八九十]))(?:(?:[\\d一二三四五六七八九十]+个?(?:民族)?(?:镇|乡|苏木|街道办?(?:事处)?|嘎查|社区|(?:国营)?[林农牧]场|林业总场|管委会)[、和及,]?){1,5}(?:另辖[^,。;:、]{2,10})?(?:[:(]|,?(?:即|包括|分别[为是]|依次[为是]):?))?"
)
_ITSELF_GOVERNS: Final = re.compile(
    "(?:^|(?<=[,;。:]))(?:[全该][县市旗])?(?=(?:现|共|总|主要)?(?:下|管|所)?辖(?!区)|行政区划[为是])"
)
"""全县辖甲镇、乙乡; 下辖甲镇: whose they are was told before."""

_TOWNS: Final = re.compile(
    r"(?P<and>(?:\)?[、,和与及]\d{1,2}个?(?:民族)?(?:镇|乡|苏木|街道)[(:])|[、和与及])?(?P<name>[\u4e00-\u9fff]{1,7}?(?:镇|乡|苏木|街道))(?=[、和与及等,。;()]|\d|$)"
)


def _towns_governed(text: str, spans: list[Span]) -> Iterator[Span]:
    """吉木乃县辖托普铁热克镇、吉木乃镇: the towns that a county governs, of which the reference data knows few."""
    left_out = [match.end() for match in _ITSELF_GOVERNS.finditer(text)]
    for begin in sorted({*left_out, *(s.end for s in spans if s.label == "Region")}):
        governs = _GOVERNS.match(text, begin)
        position = governs.end() if governs else -1
        while governs and (town := _TOWNS.match(text, position)):
            counted = not governs[0].endswith(("辖", "有"))  # 辖2个镇：甲镇、乙镇
            generic = (_OF_TOWNS if counted else _GENERIC).search(town["name"])
            if bool(town["and"]) == (position == governs.end()) or generic:
                break
            position = town.end()
            yield Span(*town.span("name"), "Region", town["name"], UNKNOWN)


_SEATED: Final = re.compile(
    "(?:[县旗市区](?:人民)?政府|[县旗]府|县城|县治|旗治)(?:所在地|驻地)?(?:现|仍|今|原)?(?:驻[在于]?|设[在于]|位于|[为是]|搬?迁[至到往])?"
    "(?P<name>[\u4e00-\u9fff]{2,6}?(?<!城)镇)(?=[,。;、()]|$)"
)
"""旗政府驻大板镇; 县城朝阳镇: the town that is a county's seat."""

_WITHIN: Final = re.compile(
    "(?:[县旗]境?内|境内|辖区内)(?:还|现|设|建|另)?有(?P<name>[\u4e00-\u9fff]{2,6}?(?:镇|苏木))(?=[,。;、()和等]|$)"
)
"""县内有帕里镇."""


def _towns_told(text: str) -> Iterator[Span]:
    """Towns that are called a county's seat, or are told to be in one."""
    for found in (*_SEATED.finditer(text), *_WITHIN.finditer(text)):
        if not _GENERIC.search(found["name"]) and not _OF_TOWNS.search(found["name"]):
            yield Span(*found.span("name"), "Region", found["name"], UNKNOWN)


_LIES: Final = "位于|地处|坐落[于在]"
_BEGINS: Final = re.compile(
    "(?:^|(?<=;))(?P<name>(?:(?![的在于与和是为有由从至对向等该这那其此全各本两成])[\u4e00-\u9fff]){2,8}?"
    "(?P<rank>苏木|嘎查|[镇乡村屯]|[县旗市省州邦郡])?)(?=(?:\\([^()]{1,40}\\))?"
    f"(?:,?(?:{_LIES})|,?(?:隶属|属于?)|,(?:是|系|又名|又称|古称|原名)|(?<=[苏木嘎查镇乡村屯县旗市省州邦郡])(?:[东西南北]{{1,2}}部?[与邻接临靠隔濒]|距离?)))"
)
_NO_PLACE: Final = re.compile(
    "[寺庙塔堂馆院厂场站楼园林山河江湖海岭峰谷洞泉瀑桥路街线城宫殿陵墓碑亭关库校店厅所局部心司社团区段口岸港道界点坝机处址地境体面]$"
)


def _places_presented(text: str, noun_start: NounStart) -> Iterator[Span]:
    """德布镇位于甲县西部; 孟坎县，位于…: what a sentence begins with, and tells where it lies; a bare name where the
    segmenter takes it for one (洛扎地处…), and no mountain or building (大黑山位于…)."""
    for found in _BEGINS.finditer(text):
        name, small = found["name"], found["rank"] in ("苏木", "嘎查", "镇", "乡", "村", "屯")
        bare = not found["rank"]
        if bare and (
            _NO_PLACE.search(name) or not re.match(f"(?:\\([^()]{{1,40}}\\))?(?:{_LIES})", text[found.end() :])
        ):
            continue
        if _GENERIC.search(name) or _OF_TOWNS.search(name) or not (small or noun_start(name) == 0):
            continue
        yield Span(*found.span("name"), "Region", name, UNKNOWN)


_SEAT: Final = re.compile("[镇乡](?![守静定域区村级江办政党长干人和镇亲土间下风愁情音]|街道)")


def _seat(text: str, county: Span) -> Span:
    """饶河 as 饶河镇 where 镇 stands behind it: a county has its seat in the town of its name, which is another place."""
    town = _SEAT.match(text, county.end) if county.label == "Region" and not county.parts else None
    levels = {i.value("adminLevel")[-6:] for i in county.individuals if i.type == "Region"}
    if not town or levels != {"county"} or _RANK.search(county.text):
        return county
    return Span(county.start, town.end(), "Region", county.text + town[0], UNKNOWN)


def with_unknown(annotation: Annotation, noun_start: NounStart) -> Annotation:
    """With a span for each unknown place that follows a known one."""
    spans = list(annotation.spans)
    text = annotation.text
    governed = _towns_governed(text, spans) if "辖" in text or "划" in text else ()
    presented = [  # 行署驻地塔城市距…, 虎林东方红镇位于…: what is known is no such name
        place
        for place in _places_presented(text, noun_start)
        if not any(place.start < s.end and s.start < place.end for s in spans)
    ]
    for town in (*governed, *(_towns_told(text) if "镇" in text or "苏木" in text else ()), *presented):
        inside = [s for s in spans if town.start < s.end and s.start < town.end]
        if all(
            town.start <= s.start < s.end <= town.end and s.text != town.text and s.label in ("Region", "Port")
            for s in inside
        ):
            spans = sorted([*(s for s in spans if s not in inside), town], key=lambda s: s.start)  # 龙州 in 龙州镇
    i = 0
    while i < len(spans):
        seat = _seat(text, spans[i])
        if i + 1 == len(spans) or seat.end <= spans[i + 1].start:  # 沧源镇康两县: 镇 is the next name's
            spans[i] = seat
        span = spans[i]
        if span.label in ("Region", "Country") and (span.individuals or span.found_by == UNKNOWN):
            found = _after(text, span, spans, noun_start)
            if found:
                spans = [s for s in spans if not (found.start < s.end and s.start < found.end)]
                spans.insert(i + 1, found)
        i += 1
    return Annotation(text, spans) if spans != annotation.spans else annotation


_BARE_RANK: Final = re.compile("自治州|自治县|自治旗|民族乡")
"""吉林省 自治州: what a line of a table says of a place, and no name."""


def _after(text: str, outer: Span, spans: list[Span], noun_start: NounStart) -> Span | None:
    match = _RANKED.match(text, outer.end)
    if match is None or _GENERIC.search(match[0]) or _OFFICE.match(match[0]) or _BARE_RANK.fullmatch(match[0]):
        return None
    if outer.text[-1] == match[0][-1] and match[0][-1] in "省县旗道郡":
        return None
    if match[0][0] in "市县州省区旗" and not _COUNTY.search(outer.text):
        return None  # 清水市清城郡, of which a list has but 清水
    start, end = match.span()
    inside = [s for s in spans if start < s.end and s.start < end]
    if any(
        s.end >= end
        or (s.label in ("Platform", "Organization", "Date", "Quantity") and s.end > start + 2)
        or (s.label == "Port" and s.text.endswith("口岸"))
        for s in inside
    ):
        return None
    named = any(s.start == start and s.label in ("Region", "Port") for s in inside) or noun_start(match[0]) == 0
    small = _SMALL.fullmatch(match[0]) and _COUNTY.search(outer.text) and not _OF_TOWNS.search(match[0])
    named = named or _foreign(outer, match[0], noun_start)
    named = named or bool(small)  # 珲春市敬信镇圈河村: few of them are known words
    return Span(start, end, "Region", match[0], UNKNOWN) if named else None


def _foreign(outer: Span, name: str, noun_start: NounStart) -> bool:
    """Whether a name behind a place abroad is written with the characters that transcribe foreign names."""
    abroad = outer.label == "Region" and outer.individuals and not any(i.value("gbCode") for i in outer.individuals)
    return bool(abroad) and all(noun_start(part) == 0 for part in _RANK.sub("", name).split("—"))


_GOES_ON: Final = re.compile("[与和同跟位地处是为有共拥毗邻隔紧濒]|[东西南北]{1,2}[与和同部面接]|边境线|边界线")
_EDGES: Final = ("", *",;:。(“")


def _is_ours(text: str, outer: Span, within: Span) -> bool:
    """中国吉林与朝鲜相邻: the subject is the province, and the country before it only says whose it is."""
    ours = outer.label == "Country" and any(i.is_china for i in outer.individuals)
    return (
        ours
        and any(i.value("adminLevel") for i in within.individuals)
        and text[outer.start - 1 : outer.start] in _EDGES
        and bool(_GOES_ON.match(text, within.end))
    )


def _of_the_state(outer: Span, within: Span) -> bool:
    """中国国务院: the body that is known, with whose it is."""
    named = outer.text == "中国" and outer.end == within.start and within.label == "Organization"
    return named and bool(within.individuals) and within.text.endswith(("院", "部", "署", "局", "委", "委员会", "政府"))


def nested(annotation: Annotation, known: Reference) -> Annotation:
    """Places joined with the larger place written before them: 云南 + 瑞丽, 新疆 + 塔城 (the one in 新疆)."""
    spans = list(annotation.spans)
    i = len(spans) - 2
    while i >= 0:
        outer, within = spans[i], spans[i + 1]
        if _of_the_state(outer, within):
            spans[i : i + 2] = [replace(within, start=outer.start)]
        if within.label == "Region" and outer.label in ("Region", "Country") and outer.end == within.start:
            composed = _joined(annotation.text, outer, within, known)
            if composed:
                spans[i : i + 2] = [composed]
            elif _is_ours(annotation.text, outer, within):
                del spans[i]
        i -= 1
    return Annotation(annotation.text, spans) if len(spans) != len(annotation.spans) else annotation


def in_parts(annotation: Annotation, known: Reference) -> Annotation:
    """With places joined with the part of a larger one that is written before them: 泸水县西部 + 片马镇."""
    spans = list(annotation.spans)
    for i in reversed([k for k, s in enumerate(spans[:-1]) if s.found_by == PART_OF_REGION]):
        part, town = spans[i], spans[i + 1]
        if town.found_by == PART_OF_REGION and town.parts and town.parts[0].parts:
            town = replace(town, parts=town.parts[0].parts)  # 云南省西部临沧市镇康县南部
        adjacent = town.label == "Region" and annotation.text[part.end : town.start] in ("", "的")
        composed = _joined(annotation.text, part.parts[0], town, known) if adjacent and part.parts else None
        if composed:
            spans[i : i + 2] = [replace(composed, text=annotation.text[part.start : town.end])]
    return Annotation(annotation.text, spans) if len(spans) != len(annotation.spans) else annotation


def _abroad_together(place: Individual, around: tuple[Individual, ...], known: Reference) -> bool:
    """Whether two places lie in one foreign country: of those the reference data knows no more."""
    home = {a for a in known.ancestors(place.iri) if "/country/" in a and not a.endswith("/CN")}
    return any(home & set(known.ancestors(o.iri)) and o.iri != place.iri for o in around)


def _joined(text: str, outer: Span, within: Span, known: Reference) -> Span | None:
    if outer.text[-1] == within.text[-1] and within.text[-1] in "省县旗道郡":
        return None  # 宣光省太原省谅山省: links between which no comma stands
    whole = text[outer.start : within.end]
    along = within.text == "边境" and text[within.end : within.end + 1] in (
        "与",
        "和",
        "同",
        "跟",
    )  # 云南边境与缅甸相接
    if outer.label == "Region" and (along or _DIRECTION.fullmatch(within.text)):
        return Span(outer.start, within.end, "Region", whole, PART_OF_REGION, parts=(outer,))
    parts = (outer, *(within.parts or (within,)))
    first = within.parts[0] if within.parts else within
    if first.found_by == UNKNOWN:
        return Span(outer.start, within.end, "Region", whole, NESTED, within.individuals, parts=parts)
    around = {o.iri for o in outer.individuals}
    fitting = tuple(j for j in first.individuals if around & set(known.ancestors(j.iri)))
    if not fitting and outer.label == "Region":
        fitting = tuple(j for j in first.individuals if _abroad_together(j, outer.individuals, known))
    if not fitting or (outer.label == "Country" and any(i.is_china for i in outer.individuals)):
        return None
    if within.parts:
        inner = replace(first, individuals=fitting)
        return Span(
            outer.start,
            within.end,
            "Region",
            whole,
            NESTED,
            within.individuals,
            parts=(outer, inner, *within.parts[1:]),
        )
    last = replace(within, individuals=fitting)
    around_it = {a for i in fitting for a in known.ancestors(i.iri)}
    larger = tuple(o for o in outer.individuals if o.iri in around_it)  # 阿勒泰青河县: the prefecture
    outer = replace(outer, individuals=larger or outer.individuals)
    return Span(outer.start, within.end, "Region", whole, NESTED, fitting, parts=(outer, last))


def as_gate(text: str, span: Span) -> Span:
    """A name as it is; of a pass whose old names or walls are told, the pass and not the port called after it: 友谊关，古称…;
    of a zone, the town and not its port: 扎门乌德自由经济区; of a county, the county: 布尔干县."""
    if span.label == "Port" and span.text[-2:] != "口岸" and (county := _COUNTY_OF.match(text, span.end)):
        return replace(span, end=county.end(), text=span.text + county[0], label="Region", individuals=())
    gate = span.text[-1] == "关" and _OF_GATE.match(text, span.end)
    if span.label == "Port" and (gate or (span.text[-2:] != "口岸" and _FREE_ZONE.match(text, span.end))):
        return replace(span, label="Region", individuals=())
    return span


def is_river(text: str, span: Span) -> bool:
    """Whether a name is that of a river or a landscape: 黑龙江 the river, as in 隔黑龙江相望 and 黑龙江、乌苏里江; 丽江 at the
    end of a river's name, 瑞丽江对岸, 隔布尔根河; 呼伦贝尔草原."""
    if span.label == "Region" and span.text[-1] in "江河" and _BANK.match(text, span.end):
        return True
    if span.label == "Region" and _LANDSCAPE.match(text, span.end):
        return True
    if span.label == "Region" and _FAR_OFF.match(text, span.end):
        return True
    if span.label == "Region" and span.text[-1] not in _RANK_LAST and _NAMES_A_RIVER.match(text, span.end):
        return not any(i.is_province for i in span.individuals)
    if (
        span.label == "Region"
        and span.text[-1] in "江河"
        and _WITHIN_RIVER.search(text, max(0, span.start - 5), span.start)
    ):
        return True
    if span.text == "丽江" and text[span.start - 1 : span.start] == "瑞":
        return True
    if span.text != _RIVER or span.label != "Region":
        return False
    before = text[: span.start]
    return before.endswith(_ACROSS) or bool(_RIVER_BEFORE.search(before[-14:]) or _OF_RIVER.match(text, span.end))


def without_sides(text: str, named: Sequence[Span]) -> list[Span]:
    """The names without those that are sides of what is spoken of, or rivers."""
    abroad = {s.end for s in named if s.label == "Country" and any(not i.is_china for i in s.individuals)}

    def is_side(span: Span) -> bool:
        if span.text not in _SIDES:
            return False
        return bool(
            _SIDE_OF.match(text, span.end)
            or (span.start in abroad and (_TOWN.match(text, span.end) or text[span.end : span.end + 1] == "的"))
        )

    return [span for span in named if not is_side(span) and not is_river(text, span)]
