"""What a number counts: 25个一类口岸, 综合保税区3个, 其中水运15个; and what is only a list with its number."""

import re
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statement import Range
from borderkg.extraction.statistics import divisions, enumerated, holders, measures, neighbours, uncounted
from borderkg.extraction.statistics.collected import BORDER_PROVINCES, collects
from borderkg.extraction.statistics.passage import NUMBER, PLACE, TIME, Passage, printed
from borderkg.extraction.statistics.ranks import ONLY
from borderkg.extraction.statistics.wording import any_of
from borderkg.extraction.values import Quantity
from borderkg.records import record

UNIT: Final = re.compile(f"(?:万|千)?{any_of('count-units')}$")
_NO_UNIT: Final = ("大", "次", "类", "种", "批", "届", "期", "国", "场", "份")
_AREAS: Final = ("省区", "省(区)", "县", "市", "省", "州", "旗", "国")
_KINDS: Final = ("PlatformKind", "PortKind", "PlaceKind")
_NOUN: Final = re.compile(rf"^(?:的)?(?P<noun>(?!、|〔)[\u4e00-\u9fff〔〕、A-Z\d]{{0,14}}?{any_of('counted')})")
_NO_NOUN: Final = re.compile(f"^{any_of('no-counted')}")
_AMONG: Final = re.compile(
    r"[^,;。]{1,12}?(?:(?:之|当)?[中里][^,;。]{0,10}|(?=排名|排在|[位名]列))(?:排名|排在|位?居(?!民)|[位名]列|最|唯一|首|第[一二三四五六七八九十\d])"
)
"""在七个市县中排名第一: the number only says among how many something ranks."""

_PAIRS: Final = re.compile("口岸(?:共|有|共有|为|约|由|从|已|增|至|到)*$")
"""口岸12对: ports, each with the one that it faces."""

AMONG: Final = re.compile("[之当]?中")
_OF_MORE: Final = re.compile(f"占{PLACE}+的?$")  # 占全国140个边境县的23%: of the whole
_OF_WHICH: Final = re.compile(
    "(?:其中|(?<=[,;])(?=[对向]))(?P<how>[\u4e00-\u9fff]{2,9}?)的(?:就|已|共|约|仅)*(?:有|达|为)?$"
)
"""注册企业401家，其中投产的有29家."""

_WITH_NEIGHBOURS: Final = re.compile(r"[^,;。]{0,12}与[^,;。]{1,20}?(?:接壤|毗邻|相邻|交界)")
"""25个县与缅甸接壤: those that border."""

_REACHED: Final = re.compile(r"(?P<verb>通达|到达|覆盖|辐射|联通|连通|连接)[^,;]{0,16}$")
"""可通达欧洲13个国家: what a port or a road reaches, and no place has."""

_OF_THEM: Final = re.compile(r"(?P<noun>省区|省〔区〕|县市|市县|县|城市|口岸)中,?(?:已|共|现)?有?$")
"""沿边省区中有5个省区设有…: some of those told of, of which more is said."""

_CLAUSE: Final = re.compile(r"[获划都已被在为将是]|兴办|属于|经国|参展|毗邻|接壤")
_OF_A_WHOLE: Final = re.compile("[一-鿿]{1,6}?(?=[仅只]占)")
"""12个港口仅占全国水运口岸总数的9%: what is counted ends there."""
_BORDERING: Final = re.compile(
    r"(?:国家(?:和地区)?|邻国|国)?(?:陆地|陆上|相邻)?(?:接壤|毗邻|相邻|为邻|交界)(?!的)|(?:陆上)?邻国"
)
_ACROSS: Final = re.compile(r"(?P<noun>[\u4e00-\u9fff]{0,4}民族)(?:均|都|系)?跨[境界国](?:而居|居住|分布)")
"""16个民族跨境而居."""

_DIVIDED: Final = re.compile("分[为成][^。;]*$")
_KIND_OF_WHOLE: Final = re.compile("[\u4e00-\u9fff]{2,10}?(?:区|口岸|城市)(?=[,。;:]|$)")
"""划分为甲、乙和丙三大边境贸易区: into how many, where 三大问题 and 三大口岸 (the greatest) count nothing."""

_WIDENED: Final = "(?:已|现已)?(?:扩建?|扩容|扩展|扩大|拓宽|拓展|升级|改造|压减|整合|精简)[至到为成]"
_BECOMES: Final = re.compile(
    r"[^,;。]{0,4}?为(?P<kind>沿边开放城市|边境开放城市|边境县(?:〔[^〕]*〕)?|[\u4e00-\u9fff]{0,8}口岸)(?!、)"
)
_BEFORE: Final = re.compile(
    rf"(?P<noun>[\u4e00-\u9fff]{{0,14}}{any_of('counted-before')})"
    rf"(?:总数|数量|总量)?(?:[^,;。]*?有[^;。]*[,为]?)?(?:{_WIDENED}|已?增?(?:至|到)|[由从][\u4e00-\u9fff]{{2,8}}[初时期]?的|为|达到?|累计|总计|已|现|共有?|有|约|末|共计?|计|,|合计|超过?|不足|不到|将?近|接近|突破|逾|不下|仅有?|只有?|尚有|还有|大约|高达|{TIME}|由|从|的|增加到|发展到)*$"
)
_HELD: Final = re.compile(r"(?:^|,|现|共|另|还|设|建|拥)有(?P<noun>[\u4e00-\u9fff]{2,8}?)(?:共|约|各|近)?$")
"""有通外山口21处: whatever a place is said to have."""

_NEWLY: Final = re.compile(f"(?<=[,;。:中年{TIME}])(?:新增|净增|新设)$|^(?:新增|净增|新设)$")
"""外贸企业120家，新增15家: of what was counted before."""

_TOTAL: Final = re.compile(r"(?:总数|数量|总量|个数)(?:由|从|已|增|升|扩|大|至|到|为|达)*$")
_BORDER: Final = re.compile(r"沿边|边境|边疆|接壤")
_ENDS: Final = re.compile(
    r"[,、。;:()〔\[\]和及与]|$|其中|以及|(?:增|减|扩|升|降)[\u4e00-\u9fff]?[到至为]|位于|分布[在于]|地处|设在|(?:发展|增加|减少|扩大|提高|上升|下降)[到至为]"
)
"""Behind a number: the words before it name what it counts."""
_FILLER: Final = re.compile(
    r"^(?:其中|包括|包含|[\u4e00-\u9fff]{0,3}会期间|的|同期|同|以及|和|及|、|,|另有|还有|有|全[省区市州县]|共有?|开放|对外|境内|还|建有|设有|各[类种式]?)+"
)
_THING: Final = re.compile(f"{any_of('counted-before')}$")
_HEADS: Final = ("口岸", "合作区", "试验区", "保税区", "城市", "企业", "通道", "县")
_TAKING_PART: Final = re.compile(r"(?P<noun>企业|展商|参展商|客商|机构|高校|国家)(?P<how>参展|参会|与会)")
"""1900家企业参展: of the fair, and of no place."""
TAKING_PART: Final = re.compile("(?:参展|参会|与会)[\u4e00-\u9fff]{2,3}$")
_GOVERNED: Final = re.compile(f"{any_of('governed')}$")


@record
class Counted:
    """What is counted, and where the sentence names it (the place of the number where it does not)."""

    noun: str
    start: int
    end: int
    reached: bool = False

    @property
    def governed(self) -> bool:
        """Whether only a region or country can have them."""
        return not self.reached and bool(_GOVERNED.search(self.noun))


def counted(passage: Passage, figure: Span, clause: int, last: str) -> Counted | None:
    """What a number counts; `last` is what the number before it counted. Nothing for a mere number, or for a list of
    names that says how many they are."""
    quantity = figure.value
    if not isinstance(quantity, Quantity):
        return None
    following = passage.text[figure.end :]
    if taking := _OF_A_WHOLE.match(following):
        following = taking[0]
    if figure.found_by == divisions.FOUND_BY:
        return Counted(divisions.kind(figure, passage.text[: figure.start]), figure.start, figure.end)
    if quantity.unit == "大" and _DIVIDED.search(passage.text[: figure.start]):
        kind = _KIND_OF_WHOLE.match(following)
        return Counted(kind[0], figure.end, figure.end + kind.end()) if kind else None
    if (quantity.unit in _NO_UNIT and quantity.unit != "国") or _OF_MORE.search(passage.inner, 0, figure.start):
        return None
    before = passage.text[clause : figure.start]
    if (beside := neighbours.beside(before, following)) is not None:
        return Counted(neighbours.COUNTED, clause, figure.end + beside) if beside and quantity.unit == "个" else None
    if uncounted.elsewhere(before, following) or uncounted.of_no_number(figure, quantity, before):
        return None
    if (area := _SUCH_AREAS.match(following)) and quantity.unit == "个":
        return Counted(area["kind"], figure.end + area.start("kind"), figure.end + area.end())
    if quantity.unit == "对" and not (
        following.startswith("口岸") or last.endswith("口岸") or _PAIRS.search(passage.text, clause, figure.start)
    ):
        return None
    if uncounted.named_now(before, following):
        return None
    if named := _named_kind(passage, figure, clause, following):
        return named
    of_them = _OF_THEM.search(passage.text, clause, figure.start)
    if uncounted.taken_up(quantity, before, following):
        return None
    if last and (which := _OF_WHICH.search(passage.text, clause, figure.start)) and _ENDS.match(following):
        thing = _THING.search(last)
        head = thing[0] if thing else last
        return Counted(which["how"] + head, which.start("how"), which.end("how"))
    placed = passage.inner[figure.start - 1 : figure.start] == PLACE  # 为广西八个边境县中最长
    if (
        _NO_NOUN.match(following)
        or (not placed and _AMONG.match(following))
        or (of_them and following.startswith(of_them["noun"]))
    ):
        return None
    border = None if neighbours.lies_at(before) else _BORDERING.match(following)
    if border and quantity.unit in ("个", "国"):
        return Counted(neighbours.COUNTED, figure.end, figure.end + border.end())
    ahead = neighbours.ahead(before) if quantity.unit in ("个", "国") and _ENDS.match(following) else -1
    if ahead >= 0:
        return Counted(neighbours.COUNTED, clause + ahead, figure.start)
    if across := _ACROSS.match(following):
        return Counted("跨境" + across["noun"], figure.end, figure.end + across.end())
    only = figure.found_by == ONLY
    if quantity.unit == "国" or (not only and enumerated.is_list(passage, figure, clause, quantity)):
        return None
    if each := _each(passage, figure):
        return each
    found = _behind(passage, figure, clause, following) or _ahead(passage, figure, clause, last, following)
    graded = found and found.noun.startswith("级") and passage.text[: found.start].endswith(("4A", "5A"))
    graded = graded or (found and neighbours.others(passage.text, found.end))
    if found and (not found.noun or re.search(r"\d", found.noun) or graded):
        return None  # 5A级景区2个
    if found and _WITH_NEIGHBOURS.match(passage.text, found.end) and not _BORDER.search(found.noun):
        return Counted("边境" + found.noun, found.start, found.end)
    reached = _REACHED.search(passage.text, clause, figure.start)
    if found and reached and not (reached["verb"] == "覆盖" and _GOVERNED.search(found.noun)):
        return Counted(reached["verb"] + found.noun, found.start, found.end, reached=True)
    if found and quantity.unit in _AREAS and not _may_have(passage, clause, figure, quantity):
        return None
    return found


_KIND_HAS: Final = re.compile("(?:则|也|又|目前|现|共)*(?:[只仅就](?:有|是|为)?|有|是|为|包括)")


def _named_kind(passage: Passage, figure: Span, clause: int, following: str) -> Counted | None:
    """铁路口岸则有绥芬河一处, 航空口岸有甲、乙两个: how many of a kind there are, behind their names."""
    unit = figure.value.unit if isinstance(figure.value, Quantity) else ""
    if unit not in ("个", "处", "家", "座") or not re.match("[,;。]|$", following):
        return None
    named = [g for g in holders.groups(passage, clause, figure.start) if g[-1].end == figure.start]
    kind = next((s for s in passage.spans if s.label in _KINDS and clause <= s.start and s.end <= figure.start), None)
    if not named or kind is None or not isinstance(figure.value, Quantity) or len(named[-1]) != figure.value.number:
        return None
    has = kind.end <= named[-1][0].start and _KIND_HAS.fullmatch(passage.text, kind.end, named[-1][0].start)
    return Counted(kind.text, kind.start, kind.end) if has else None


_SUCH_AREAS: Final = re.compile(
    r"(?:县|旗|市|县级市)?(?:〔[县市区旗、]{1,7}〕|\([县市区旗、]{1,7}\))?(?:[是为系属]|均[是为系属])(?P<kind>(?:陆地)?边境(?:县市|县旗|旗市|县|旗|市)|(?:国家|陆路|公路|铁路|水运|航空|边境|一类|二类|[常全]年开放|季节性开放|国际性|双边性)+口岸)(?=[,。;]|$)"
)
"""甲、乙、丙3个县(市)为边境县."""

_IN_TURN: Final = re.compile(
    r"(?P<kinds>[\u4e00-\u9fff]{2,8}(?:[、和与及][\u4e00-\u9fff]{2,8}){1,6})分别(?:有|为|达到?|是|增至|共有)"
)


def _each(passage: Passage, figure: Span) -> Counted | None:
    """水运、陆运口岸分别有139个和83个: as many kinds as numbers, the first with the first."""
    words = passage.around(figure.start)
    told = None
    for match in _IN_TURN.finditer(passage.text, 0, figure.start):
        told = match
    if told is None or re.search("[。;]", words[told.end() : figure.start]):
        return None
    stop = re.compile("[。;]|$").search(words, figure.end)
    last = stop.start() if stop else len(words)
    numbers = [
        s.start
        for s in passage.spans
        if s.label == "Quantity" and told.end() <= s.start < last and passage.around(s.start) == words
    ]
    kinds = [(told.start("kinds") + k.start(), k[0]) for k in re.finditer("[^、和与及]+", told["kinds"])]
    if len(kinds) != len(numbers) or figure.start not in numbers:
        return None
    start, noun = kinds[numbers.index(figure.start)]
    head = next((h for h in _HEADS if kinds[-1][1].endswith(h)), "")
    if head and not noun.endswith(head):
        noun += head
    return Counted(noun, start, start + len(noun)) if head else None


def _may_have(passage: Passage, clause: int, figure: Span, quantity: Quantity) -> bool:
    """三县, 四市 take up names told before; 辖5县, 沿边9省区 count."""
    if quantity.unit in ("省区", "省(区)"):
        return bool(_BORDER.search(passage.text[max(clause, figure.start - 16) : figure.start]))
    return bool(enumerated.HAVING.search(passage.text[clause : figure.start]))


def _behind(passage: Passage, figure: Span, clause: int, following: str) -> Counted | None:
    becomes = _BECOMES.match(following)
    if becomes and not re.match(r"[\u4e00-\u9fff]*是", following):
        return Counted(becomes["kind"], figure.end, figure.end + becomes.end())
    for other in passage.spans:
        if other.start == figure.end and other.label in _KINDS:
            if other.label == "PlaceKind" and (longer := _NOUN.match(following)) and longer.end() > len(other.text):
                continue  # 30个苏木镇
            name = other.concept.label_zh if other.concept and other.label == "PlatformKind" else other.text
            more = _WAY.match(passage.text, other.end)
            end = more.end() if more else other.end
            return Counted(name + passage.text[other.end : end], other.start, end)
        if other.start == figure.end and collects(other):
            told = _OF_THE_STATE.search(passage.text[clause : figure.start]) or _LISTED.match(passage.text, other.end)
            return Counted(BORDER_PROVINCES, other.start, other.end) if told else None
    taking = _TAKING_PART.match(following)
    if taking:
        return Counted(taking["how"] + taking["noun"], figure.end, figure.end + taking.end())
    match = _NOUN.match(following)
    if match and not _CLAUSE.search(match["noun"]) and not following.startswith("的", match.end()):
        noun = match["noun"]
        if noun in ("省〔区〕", "省区"):
            noun = (
                BORDER_PROVINCES if _BORDER.search(passage.text[max(clause, figure.start - 16) : figure.start]) else ""
            )
        return Counted(noun, figure.end, figure.end + match.end())
    return None


_OF_THE_STATE: Final = re.compile("(?:全国|我国|中国)(?:共|现)?(?:拥?有)?$")
_IN_ALL: Final = re.compile("(?:数量|总数)?(?:一?共计?|总共|合计|现|计)*(?:有|为|达)?")
_LISTED: Final = re.compile("[,。;:、]|(?:包括|分别|即|是|为|有)|$")
_WAY: Final = re.compile("(?:陆路|陆地|水运|公路|铁路|航空|边境|沿边|常年开放|季节性开放|对外开放|开放)*口岸")
"""国家一类公路口岸: the kind is told by two words."""

_JOINED_KINDS: Final = re.compile("(?:(?:水运|陆运|空运|航空|铁路|公路)[、和与]?)+$")
"""铁路、公路口岸: counted together."""


def _ahead(passage: Passage, figure: Span, clause: int, last: str, following: str) -> Counted | None:
    """综合保税区3个, 水运15个, 黑龙江27个, 总数增至17个."""
    if not _ENDS.match(following):
        return None
    words = passage.around(figure.start)[clause : figure.start]
    for other in passage.spans:
        if collects(other) and clause <= other.start and _IN_ALL.fullmatch(passage.text, other.end, figure.start):
            return Counted(BORDER_PROVINCES, other.start, other.end)
        if (
            other.label in _KINDS
            and clause <= other.start
            and re.fullmatch(
                rf"(?:总数|数量)?(?:{measures.BETWEEN}|各|已?增至)*", passage.text[other.end : figure.start]
            )
            and other.end <= figure.start
        ):
            joined = _JOINED_KINDS.search(passage.text, clause, other.start)
            begin = joined.start() if joined and other.label == "PortKind" else other.start
            return Counted(passage.text[begin : other.end], begin, other.end)
    ports = [s for s in passage.spans if s.label == "Port" and clause <= s.start and s.end <= figure.start]
    if ports and _TOTAL.fullmatch(words, ports[-1].end - clause):
        return Counted("口岸", ports[-1].end - 2, ports[-1].end)
    if last not in ("", neighbours.COUNTED) and (
        _TOTAL.search(words)
        or (
            words not in ("共", "共计", "合计")
            and re.fullmatch(
                rf"(?:{PLACE}|{TIME}|[、和及与各]|其中|{_WIDENED}|为|有|达到?|至|到|由|从|增加?|升|扩大|减少?|发展|的|则|末|同期|目前|现|共|已|累计)*",
                words,
            )
        )
    ):
        return Counted(last, figure.start, figure.start)
    bare = re.search(rf"[^,;。{PLACE}{TIME}{NUMBER}]*$", words)
    part = _FILLER.sub("", bare[0]) if bare else ""
    offset = _sentence_of(passage, clause, part)
    before = _BEFORE.search(passage.around(figure.start)[offset : figure.start])
    newly = _NEWLY.search(words)
    if newly and last:
        return Counted(newly[0] + last, figure.start, figure.start)
    held = _HELD.search(words)
    if held and not _CLAUSE.search(held["noun"]):
        noun = re.sub("^各[类种式]", "", held["noun"])
        return Counted(noun, figure.start - len(noun), figure.start)
    if re.fullmatch(r"[\u4e00-\u9fff]{2}", part) and last and part not in _HEADS:
        head = next((h for h in _HEADS if last.endswith(h)), "")
        if head or not before or before["noun"] != part:
            return Counted(part + head, figure.start - len(part), figure.start) if head else None
    if before:
        noun = re.sub(_FILLER, "", before["noun"]).rpartition("的")[2]
        noun = _HAS_BEFORE.sub("", noun)
        if dealing := _DEALING.search(passage.text, clause, offset + before.end("noun")):
            noun = dealing[0]  # 对沿线国家有进出口实绩企业
        return Counted(printed(noun), offset + before.end("noun") - len(noun), offset + before.end("noun"))
    return None


_DEALING: Final = re.compile("对[^,;。省区市]{2,16}(?:国家|地区)有[\u4e00-\u9fff]{2,10}企业$")
_HAS_BEFORE: Final = re.compile(
    "^(?:[\u4e00-\u9fff]*?[将把]|口岸(?=新增|开通|开行|运行)|[\u4e00-\u9fff]{0,5}(?:口岸|境内|[边国][境界]线上|沿边线上|沿线|全[省区市州县])(?:目前|当前|现在?|已)?(?:共|现|设|建|开)?有"
    "|(?:目前|现共|现已|已有|现有|已|有|分别|各自?|建成|培育|引进|招引|打造|扶持|累计|均|都|共?吸引|近年来|近[几两三]年|先后|陆续|新建|建设|(?:签[订署]|达成|履行)了?|各?[类种式]))+"
)
"""年末口岸有查验通道6条: who has them is no part of what is counted."""


def _sentence_of(passage: Passage, clause: int, part: str) -> int:
    """沿边省区有辽宁、…，共9个: the noun stands in the clause before."""
    return passage.clause(clause - 1) if part.strip("共计合") == "" and clause else clause


def evidence(passage: Passage, figure: Span, found: Counted) -> Range:
    return passage.at(min(figure.start, found.start), max(figure.end, found.end))
