"""How long and how far: the parts of a road or pipeline (国内段508公里), and what lies between two places (距阿拉木图378公里)."""

import re
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.passage import NUMBER, PLACE

UNIT: Final = re.compile(r"(?:公里|千米|米|里|km|㎞)$")
OF_NO_PLACE: Final = re.compile(
    r"(?!.*(?:[边国][境界]|海岸|岸线)|.{0,4}(?:东西|南北)[最总]?长).*(?:长度?|干线|铁路|公路|管道|管线|隧道|大桥)$|.*(?:相距|运距)$|(?:航道|直线|公路|铁路|水路|陆路|运输)+距离$|.*距[^离]*线$"
)
"""全长, 隧道长, 两地相距: lengths of roads, pipelines and ways, which lie in a place and are not its own; but
it is 东西长300公里 itself."""

_VERB: Final = r"(?:均|都|近|约|还|才|就|尚|大约|仅|只|只有|为|达|有|不足|不到|近|是|长|全长|总长|长度)*"
_WITHIN: Final = re.compile("的?(?:范围|区域|地带)?(?:以内|之内|内(?!陆))")
_STRETCH: Final = re.compile(rf"(?:其中)?(?P<name>[^,;:、和及与]{{0,9}}(?:段|侧|境内|部分))的?(?:干线|线路)?{_VERB}$")
_TO: Final = re.compile(
    rf"(?:距(?:离)?|(?<![距远脱撤偏隔分])离)(?!离?(?:不足|不到|仅|均|约|近有|大约|只有|超过|逾))(?:(?:[省市县旗州盟]府|首府|首都|省会|[省州县]城|驻地)(?:所在地|驻地)?(?={PLACE}|北京))?(?P<to>(?:{PLACE}+的?(?:首[都府]|省会|[州盟]府|[\u4e00-\u9fff]{{2,6}}(?:城市|城镇|口岸|港口)))?{PLACE}+|[\u4e00-\u9fff]{{2,8}}?)(?P<after>[\u4e00-\u9fff]{{0,10}}?)(?:的?(?:直线|公路|铁路|航道|水路|陆路)?(?:距离|里程))?{_VERB}$"
)
_PLACE_END: Final = re.compile(
    r"[站镇区城岸场港府乡村都旗县市矿山库厂关口桥岛寺湖河处门心海洋湾江]$|码头$|[边国][境界]线?$"
)
"""距乌拉特中旗海流图镇: the place is more than its first name."""

_AWAY: Final = re.compile(
    "(?P<part>城区|市区|县城|主城区|老城|城)?(?:[以之])?(?:正|偏)?[东西南北]{1,2}(?:方向?|面|侧|郊|部)?(?:约|仅|近|不足|不到)*$"
)
_AWAY_BEHIND: Final = re.compile("(?:[处外]|的|[,。;]|$)")
"""位于县城西北18公里处."""

_BETWEEN: Final = re.compile(
    rf"[与和同](?:[\u4e00-\u9fff]{{1,3}}|{PLACE}+[^,;{PLACE}]{{1,24}}?)?(?P<to>{PLACE}+(?:[、和与]{PLACE}+)*)"
    rf"(?:[^,;]{{0,3}}?相距|的?(?:直线|公路|陆路|航道|水路|空中|最近)?距离){_VERB}$"
)


_TOLD_STRETCH: Final = re.compile(
    "(?:^|[,;:])(?:其中)?,?(?P<name>[\u4e00-\u9fff]{2,6}段)(?:北起|南起|东起|西起|起[自于]|[由自从])[^,;。]{2,24},$"
)
"""其中甲乙段由某站至某站，全长79千米: of a part of the line."""


def stretch(lead: Lead) -> str:
    """The part of a road that a length is of; empty where the words name none."""
    if not lengths_in(lead):
        return ""
    if lead.text in ("全长", "长", "全长约", "正线全长") and (
        told := _TOLD_STRETCH.search(lead.passage.text, 0, lead.start)
    ):
        return told["name"] + "长度"
    roads = [span.end for span in lead.passage.between(lead.start, lead.end, "Corridor") if span.start < span.end]
    match = _STRETCH.search(lead.passage.text, max([lead.start, *roads]), lead.end)
    return match["name"] + "长度" if match else ""


_BORDER: Final = re.compile("[边国][境界]线长?度?$")
_SEGMENT: Final = re.compile(rf"(?:其中)?(?P<name>[\u4e00-\u9fff]{{2,3}}段){_VERB}$")


def part_of_border(lead: Lead, told: str) -> str:
    """国境线长740公里(中老段677公里): a part of the border told before, as an indicator; empty where it is none."""
    match = _SEGMENT.fullmatch(lead.text) if _BORDER.search(told) else None
    return match["name"] + told if match else ""


_BORDERS_EACH: Final = re.compile("(?P<line>(?:陆地)?[边国][境界]线?)(?:分别|各)(?:长|为|长约|约)*$")


_BORDERING: Final = re.compile(
    rf"[与同和]{PLACE}+(?:等国)?的?(?:陆地|陆路|陆上)?(?:接壤|毗邻|交界|相邻|相连)的?(?:线|地段|地带)?(?:全|总)?长?度?{_VERB}$"
)


def bordering(lead: Lead) -> bool:
    """与越南接壤502公里: whether a length is that of the border with a neighbour, though the words name no border."""
    return lengths_in(lead) and bool(_BORDERING.search(lead.words))


def with_each(lead: Lead) -> tuple[str, ...]:
    """与俄罗斯、朝鲜接壤，边境线分别长140公里和90公里: the border with each neighbour, as many as there are lengths; empty where
    the words tell no such thing."""
    told = _BORDERS_EACH.search(lead.text) if not lead.turn and lead.of > 1 and lengths_in(lead) else None
    named = lead.passage.between(0, lead.end, "Country") if told else []
    abroad = list(dict.fromkeys(s.text for s in named if s.start < s.end and s.text not in ("中国", "我国", "全国")))
    alike = told is not None and len(abroad) == lead.of
    return tuple(f"与{other}{told['line']}长度" for other in abroad) if alike and told else ()


_OF_STATES: Final = re.compile("中[俄蒙朝越老缅哈吉塔印尼巴不](?:两国)?$")
_OF_THE_TWO: Final = re.compile(rf"两国(?:之?间)?的?(?:陆地|共同)?[边国][境界]线?(?:总|全)?长?度?{_VERB}$")
"""两国边界线长…: the nation's, whatever province was told to lie beside the other state."""
_OF_TWO_TOLD: Final = re.compile("两国(?:之?间)?(?:共?有|拥有)(?:着|长?达|约|近)*$")
"""中国与某国相邻，两国之间有1000公里边界."""

_BORDER_BEHIND: Final = re.compile("长?的?(?:陆地|陆上|共同)?[边国][境界]线?")
_WITHIN_ONE: Final = re.compile(
    rf"(?P<what>{PLACE}+)(?:境内|段)的?中[俄蒙朝越老缅哈吉塔印尼巴不](?:两国)?(?:陆地)?[边国][境界]线?(?:总|全)?长?度?{_VERB}$"
)


def of_border(lead: Lead) -> Span | bool:
    """Whose a length of the border between two states is: that of the place within which it runs, as its span (某省境内的中蒙
    边界长…), or the nation's (中俄4000多公里边境线上); False where it is no such length."""
    if not lengths_in(lead):
        return False
    passage, start = lead.passage, lead.passage.clause(lead.end)
    if (own := _WITHIN_ONE.search(passage.inner, start, lead.figure.start)) and (
        named := passage.between(own.start("what"), own.end("what"), "Region")
    ):
        return named[-1]
    if _OF_THE_TWO.search(passage.text, start, lead.figure.start):
        return True
    behind = _BORDER_BEHIND.match(passage.text, lead.figure.end)
    if behind and _OF_TWO_TOLD.search(passage.text, start, lead.figure.start):
        return any(i.is_china for s in passage.between(0, lead.end, "Country") for i in s.individuals)
    return bool(behind and _OF_STATES.search(passage.text, start, lead.figure.start))


_APART: Final = re.compile(
    rf"(?:而且|而|且)?(?:两地|两个?口岸|两国口岸|两者|二者|双方|彼此|两岸|(?P<least>(?:两地|两岸)?最近(?:处|点)?))?(?:之间)?(?:的?(?:直线)?距离|相[距隔]){_VERB}$|(?:两地|两个?口岸|两国口岸|两者|两站|两市|两城)之间{_VERB}$|(?P<nearest>最近(?:处|点)){_VERB}$"
)


def apart(lead: Lead) -> tuple[str, Span | None] | None:
    """From what place told before to which other a distance is between the two (对应某口岸，两地相距2公里): the indicator, and
    the span of the first where the sentence names it; None where the figure is no such distance."""
    match = _APART.fullmatch(lead.text) if lengths_in(lead) else None
    named = [s for s in lead.passage.between(0, lead.start, "Port", "Region") if s.start < s.end] if match else []
    named = [s for s in named if not re.search("[东西南北中]{1,2}部$", s.text)]
    if match is None or not named:
        return None
    other = named[-1]
    least = "最近" if match["least"] or match["nearest"] else ""
    outward = [s for s in named if lead.passage.text[s.start - 1 : s.start] in ("与", "和", "同", "跟")]
    home = next((s for s in named if s is not other and s.label == other.label and s not in outward), None)
    return f"与{other.text}{least}距离", home


_ONWARD: Final = re.compile(f"[,;]?(?:向[东南西北]+)?[至到]{PLACE}+(?:仅|约|近|只有|有)*")


_AND_ON: Final = re.compile(f"[至到距]{PLACE}+{NUMBER}+(?:[,、]{PLACE}+{NUMBER}+)*[,、]{PLACE}+$")


def onward(lead: Lead) -> bool:
    """Whether a length is how far it is to a place from what the words leave out (至昆明400公里), or from an unknown thing."""
    told = lengths_in(lead) and (_ONWARD.fullmatch(lead.words) or _AND_ON.search(lead.passage.inner, 0, lead.end))
    return bool(
        told or (lengths_in(lead) and "距" in lead.text and _UNKNOWN_THERE.match(lead.passage.inner, lead.figure.end))
    )


_UNKNOWN_THERE: Final = re.compile(
    "(?:左右|多|处|之?外)*的[\u4e00-\u9fff]{2,8}(?:农场|牧场|林场|团场|基地|大棚|村|屯|连队|厂|矿|公司|市场|码头|景区|工地)"
)
"""距县城60公里的某农场: how far away what is no known thing lies."""


def within(lead: Lead) -> bool:
    """Whether a length only bounds a place: 距边境线15公里以内地带, 边境线20公里范围内,
    海拔1000米以下的地区."""
    height = lead.quantity.modifier in ("以上", "以下") and lead.text.endswith("海拔")
    higher = height and lead.passage.text.startswith("的", lead.figure.end)
    bound = higher or lead.quantity.modifier == "以内" or bool(_WITHIN.match(lead.passage.text, lead.figure.end))
    return bound and lengths_in(lead)


def lengths_in(lead: Lead) -> bool:
    """Whether a figure is a length."""
    return bool(UNIT.search(lead.quantity.unit))


def begins(lead: Lead) -> int:
    """Where the words for a distance begin: what they name holds nothing. Where there are none, the figure."""
    if not lengths_in(lead):
        return lead.end
    if away := _away(lead):
        return away[0]
    match = _TO.search(lead.words) or _BETWEEN.search(lead.words)
    return lead.start + match.start() if match else lead.end


def _away(lead: Lead) -> tuple[int, int] | None:
    """Where a place stands from which a figure tells the distance in a direction; None where it is none."""
    if not lengths_in(lead) or not _AWAY_BEHIND.match(lead.passage.text, lead.figure.end):
        return None
    match = _AWAY.search(lead.text)
    if match is None:
        return None
    at = lead.start + match.start()
    ends = (at, at + 1) if match["part"] == "县城" else (at,)  # 吉木乃县城: the place ends within the word
    place = next((s for s in lead.passage.between(lead.start, at + 1, "Region", "Port") if s.end in ends), None)
    return (place.start, lead.start + match.end("part") if match["part"] else place.end) if place else None


def beyond(lead: Lead) -> Span | None:
    """What lies at a distance in a direction, where the words behind the figure name it: 塔城市西北12公里处的巴克图口岸."""
    match = _LIES.match(lead.passage.inner, lead.figure.end) if _away(lead) else None
    named = lead.passage.between(match.start("what"), match.end("what"), "Port", "Platform", "Region") if match else []
    return named[0] if named else None


_LIES: Final = re.compile(f"[处外]?的(?P<what>{PLACE}+)")


_NAME_ON: Final = re.compile("(?![两的之及大共最直公铁路陆水空海车航全交需不仅相])[\u4e00-\u9fff]{1,4}")
"""距海拉尔190公里: the rest of a name that is not known."""


def distance(lead: Lead) -> str:
    """From where to where a length goes, as an indicator; empty where it is no distance."""
    if away := _away(lead):
        return f"距{lead.passage.text[slice(*away)]}距离"
    for pattern, preposition in ((_TO, "距"), (_BETWEEN, "与")):
        match = pattern.search(lead.words)
        if match:
            behind = match.groupdict().get("after") or ""
            ended = lead.start + match.end("to")
            within = any(s.label == "Country" and s.end == ended for s in lead.passage.spans)  # 距朝鲜罗津
            whole = _PLACE_END.search(behind) or (
                not _PLACE_END.search(match["to"])
                and (within or PLACE not in match["to"])
                and _NAME_ON.fullmatch(behind)
            )
            end = match.end("after") if behind and whole else match.end("to")
            least = "最近" if pattern is _BETWEEN and "最近" in lead.words[match.end("to") :] else ""
            return preposition + lead.text[match.start("to") : end] + least + "距离"
    return ""
