"""Whose a figure is: the place, port or zone that its clause names or refers back to; where it leaves it out, that of the
figure before in the sentence, or what the text goes on to speak of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from borderkg.extraction.discourse.branches import BRANCH
from borderkg.extraction.marking import offices
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.rulebook.neighbours import NEIGHBOURS
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.statistics import fitness
from borderkg.extraction.statistics.passage import (
    ABROAD,
    ASIDE,
    ATTRIBUTES,
    BLOCS,
    HOLDING,
    NUMBER,
    PLACE,
    TIME,
    Passage,
    holds,
)
from borderkg.records import record
from borderkg.reference import Reference

GOVERNED: Final = ("Region", "Country", "TradeZone")
"""What ports and zones are counted in."""


@record
class Holder:
    """What a figure is of; `where` it stands in the block, or `raw` in the file, if anywhere."""

    mention: Mention
    where: Range | None = None
    raw: Range | None = None


_BUREAU: Final = "names-organizations::government or bureau of a region"
_JOIN: Final = re.compile(r"[、和与及]|以及|、?(?:和|以及)|\([^()]*\)[、和与及]?")
_OBJECT: Final = re.compile(
    rf"(?:[对与同从向自]{NUMBER}+|占(?:{TIME}+|当时)的?|[于从自向对与同由被据至往到距比较除是为属系归称以隔接邻靠把将给跟占向赴离近约过]|不足|不到|相当于|高于|低于|超过|接待|验放|查验|吸引|引进|招引|邀请|惠及|运往|发往|销往|销至|投向|流向|占(?:同期|整个|[据到]?了|据)|[和与同及]整个|位于|地处|隶属|根据|按照|参照|依据|公布的|毗邻|来自|面向|成为|[进出]口|经过|通达|到达|覆盖|涵盖|包含|囊括|辐射|联通|连接|连通|涉及|[与同和对][\u4e00-\u9fff]方|"
    rf"(?:包括|涵盖|覆盖|涉及)了?{PLACE}+的|"
    r"(?:有|设|建|辖|立|括|含|准|放|通|增|入|及)(?:了|过|的)?)$"
)
_OTHER_SIDE: Final = re.compile(
    rf"(?:[与同和跟]|对应|对接|面对){PLACE}+的$|(?:对[方面应岸侧]|相对)[^,;]{{0,8}}[是为](?:{PLACE}+的)?$"
)
"""与老挝的磨丁口岸相对, 对方口岸为磨丁口岸, 过货量…: not told of the other side."""

_PREDICATE: Final = re.compile(rf"{PLACE}[^,;{PLACE}]{{0,8}}(?<![的总])(?:是|系|为)[^,;]*的$")
"""黑龙江是我国最北的沿边省区: the first is spoken of."""

_RULED: Final = re.compile(
    rf"(?:^|[,;。:])其?所辖的?$|(?<!{PLACE})(?<!包[括含])(?<!涵盖)(?<!覆盖){PLACE}+(?:所|下|直|管|代)*(?:[辖管]|属|管辖|托管|代管)的$"
)
"""所辖东宁市常住人口19万人, 牡丹江市下辖的东宁市: told of itself, and not where a zone takes it in."""

_SOME_IN: Final = re.compile(f"{PLACE}(?:企业|公司)?在$")
_OPENED: Final = re.compile(
    rf"{TIME}[^,;{PLACE}]{{0,8}}(?:开通|开放|设立|建立|建成|批准|获批|成立|启用|通车|投产|恢复|挂牌|封关)(?:运营|运行)?的$"
)
"""2016年3月开通的某口岸进出有序: told of the port."""

_INCLUDING: Final = re.compile("(?:含|包括|包含)$")
"""含某综合保税区1.8平方公里: of the part."""

_RENAMED: Final = re.compile("(?:更名|改名|改称|改设|升格|撤[县市]设[市区]|撤地设市|易名)(?:为|成)?$")
"""潞西市更名为芒市，系州府，边境线长…: the text goes on about it by its new name."""

_ACTS: Final = re.compile(
    rf"(?:先后|陆续|相继|已|正式|首次|又|再次|还|{TIME})*(?:批准|批复|决定|同意|提出|出台|发布|颁布|制定|印发|签署|启动实施|确定|公布|授予|宣布)"
)
"""我国批准《…规划纲要》, 面积…: who acts is not what the text tells of."""

_ABOVE_ALL: Final = re.compile("(?:^|[,;])(?:尤其|特别)是$")
MOST: Final = re.compile(
    "(?:最[\u4e00-\u9fff]{1,2}|首位|第一位?)的(?:[旗县]?[县市旗]|城市|口岸|[镇州盟省])?(?:依次|分别|就)?[是为有]|(?:首府|省会|州府|首都)就?[是为]"
)
"""GDP最高的是某市, 合计占比…; 面积最大的旗县是某旗: they are told of."""

_PARTNER: Final = re.compile(rf"{PLACE}[与同和]$")
_HEADS_WITHIN: Final = re.compile(r"(?:共|设|建|有|实|分布|累计)")
_LONG: Final = re.compile(
    f"[长达近约总超过]{{1,4}}|的?(?:对{PLACE}+)?[\u4e00-\u9fff]{{2,10}}(?:[额量值]|贸易|[进出]口)之?中"
)
"""在某省长达4000公里的边境线上, 在某省进出口总额中."""
_THROUGH: Final = re.compile(r"(?:[经由从自]|[通经]过|途经)$")
_PASSING: Final = re.compile(
    rf"的(?:{PLACE}|[\u4e00-\u9fff]{{0,4}}(?:班列|列车|货物|车辆|旅客))|[^,;。]{{0,4}}?(?:[输运发销]往|[进出]口(?:[到至往]|{PLACE}+的)|出口的|进口的|[进出]口[\u4e00-\u9fff]{{2,6}}$|进境|报关|验放|输入|输出|交付|接运|发运|转运|通行|运行|开行|过境|出入境|进出|入境|出境|通关|运输|运送|货运|过货|口岸)"
    rf"|[与同和对]{PLACE}+的?(?:边境|小额|双边)*(?:贸易|进出口|边贸)"
)
_SPREAD: Final = re.compile("(?:等地?|[两三四]地)?(?:先后|陆续|共|还|又|也|已)*[设建]")  # 某省在甲、乙设有两个合作区
_PART_THROUGH: Final = re.compile(r"其中[经由]\|(?:约|达|仅|为|的)*$")
"""其中经吉隆口岸8亿元: the part that passed through a port is the port's."""

_SINCE: Final = re.compile(rf"自{TIME}*(?:[^,;。{PLACE}]{{0,12}}[经从])?\|[^,;。{PLACE}]{{0,16}}以来")
"""自2014年某口岸开关以来，出入境旅客…."""

_VIA: Final = re.compile(rf"(?:{TIME}|,)*[经从]\|")
"""经某口岸，对越南进出口…."""

_NOT_SUBJECT: Final = re.compile(
    rf"的?{NUMBER}+[^,;。]{{0,14}}之一|[\u4e00-\u9fff]{{2,4}}[—-]+{PLACE}|"
    rf"(?:和|及|以及){PLACE}+的{PLACE}|[A-Z]{{2,}}(?:集团|公司)|"
    r"等|各(?!(?:陆路|边境|沿边|铁路|公路|开放|对外)*口岸|级(?:边检|移民管理|海关))|、(?![东西南北]{1,2}部)|(?:分|主)?(?:分?设)?[主分]会场|市场[对需]|范围|平均(?!海拔|气温|候)|转移支付|境内的|人大|第[一二三](?![、和与及]第?[二三]|产业)|首(?![期次批破超])|省会|[州盟]府|唯一|性(?!别)|占比|排名|前列"
    r"|(?:代管|直管|代辖|(?:代管|直管|代辖|直辖|辖)?的?(?:县级市|地级市|边境县))(?:[,。;]|$)"
)
_OF_A_NATION: Final = re.compile(
    f"等?(?:{NUMBER}+|[两三四五六]国|国|籍)?(?:出入境|入境|出境)?(?:公民|国民|籍|游客|旅客|商人|客商|边民(?!互市|贸易)|居民(?!人均|收入|消费)|商户|司机|留学生|劳工|工人|人员|车辆|货车|船舶|"
    "(?:木材|原木|煤炭|原油|粮食|大豆|水果|海产品|水产品|矿石|铁矿石|锯材|天然气|化肥|农产品|[\u4e00-\u9fff]{2}矿)(?:进口|入境|进境))"
)
"""接待俄罗斯游客, 老挝边民入境, 俄罗斯木材进口: whose they are, and not whose the figure is."""

_ROUTE: Final = re.compile(rf"[东西南北]?站?[至到]{PLACE}")
"""凭祥至河内: from where to where a way goes, and of neither."""

_ITS_TRAINS: Final = re.compile("(?:国际|跨境|货运|旅客|客运|冷链)*(?:列车|班列|专列)")

_STRETCH_TO: Final = re.compile("[至到—][^,;]{1,8}?段")
"""甲市至乙镇段为单线: a part of a line, and not the town."""
_STRETCH: Final = re.compile(r"境内段|境内(?![边国][境界])(?=[^,;]{0,4}长)|段(?=干线|全长|线路|总长)")
"""Behind a country: the part of a road in it."""

_ANOTHER: Final = re.compile(
    r"(?:下|所|直)?(?:辖|属|管辖|代管)(?:县级)?[县市区旗](?!总?面积|内|总?人口)|片区|园区|核心区|组团|功能区|作业区|港区"
)
"""After a name: it only says where the thing that is spoken of lies."""
_LEAD: Final = re.compile(
    rf"(?:中[{NEIGHBOURS}]$|[{TIME}“”‘’【】•·●■▪◆*-]|其中|目前|当前|现有|现在|同时|此外|另外|另有|例如|如|比如|而|但是?|则|又|又如|并且?|因此|由于|因为|随后|此后|年?末|年?底|年?初|期间|以来|仅|只有|单是?|以|"
    r"尤其是?|特别是|截至|截止|到|至|在|从[^,]{1,6}看|受[^,]{1,10}?影响|据[^,]{1,12}?(?:显示|统计|调查)|近年来?|全年|同期|当月|(?:我国|中国)的?|累计|首先|其次|[一二三四五六七八九]是)*"
)
_NEIGHBOURS: Final = re.compile(r"[^,;:。]{0,8}?(?:接壤|毗邻|相邻|为邻|交界|相对|相望|相连|相接|对应)")
_BECAUSE: Final = re.compile("(?:由于|因为|鉴于)$")
_BILATERAL: Final = re.compile(r"(?:双边|边境|经贸)?(?:贸易|进出口)|(?:陆地|陆上|共同)?(?:边界|边境|国境|国界)")
_PORTS: Final = re.compile(
    r"[两三四五六七八九十\d]个?(?:大|国家|一类|二类|公路|铁路|水运|航空|边境|陆路|陆地|沿边)*口岸"
)
_RANKED: Final = re.compile(r"[省市县旗州盟]$|地区$")
"""防城港市口岸: all the ports of a place, by its full name, are the place's."""
_ONE_OF_MODE: Final = re.compile("[市县旗](?:国际)?(?:公路|铁路|水运|航空|陆路|空运)口岸$")
"""抚远市水运口岸 is the one port of its mode."""
_MODE: Final = re.compile("(?:铁路|公路|航空|水运|陆路)口岸$")
_HERE: Final = "此"
_EACH: Final = re.compile(r"均|都|各|分别|依次|双双")
TOGETHER: Final = re.compile(r"合占|共占|[两二三]者占|合计|共计|总计|加起来|之和|累计|总共")


class Holders:
    def __init__(self, mentions: Mentions, known: Reference) -> None:
        self._mentions = mentions
        self._known = known
        china = next(i for i in known.individuals.values() if i.is_china)
        self.nation = Holder(Mention("Country", china.label_zh, (), (china,)))

    def of(self, span: Span, passage: Passage) -> list[Holder]:
        """What a span names or refers to; for a subject left out, the single thing that was spoken of last."""
        if span.label == "Topic":
            return self._topic(span)
        if span.text == _HERE:
            return []  # 管道在此入境，迄今输油800万吨: of the line
        if span.found_by == BRANCH:  # 公路口岸156万吨, of the port spoken of
            where, port = passage.at(span.start, span.end), span.antecedents[0].raw
            return [Holder(m, where, port) for m in self._mentions.of(span)]
        if span.antecedents:
            return [
                Holder(mention, None, antecedent.raw)
                for antecedent in span.antecedents
                if antecedent.span.text not in ATTRIBUTES
                for mention in self._mentions.of(_place_of_ports(antecedent.span))
            ]
        span = _place_of_ports(span)
        return [Holder(mention, passage.at(span.start, span.end)) for mention in self._mentions.of(span)]

    def mentions(self, span: Span) -> Sequence[Mention]:
        """What a span names, wherever it stands."""
        return self._mentions.of(span)

    def seen(self, named: Iterable[tuple[int, Span]]) -> list[Holder]:
        """The regions that earlier sentences named, the last first; of the ports of a place (牡丹江市口岸) the place."""
        told = [(offset, s) for offset, s in named if not s.antecedents]
        return [
            Holder(mention, (offset + s.start, offset + s.end))
            for offset, s in reversed(told)
            for mention in self._mentions.of(_place_of_ports(s))
        ]

    def at_home(self, several: list[Holder], values: int) -> list[Holder]:
        """Of places on both sides of the border those on ours, where what they have together is told (凭祥市与越南谅山省的
        贸易往来…，进出口额达…): the text's figures are of these. All, where there are as many `values`."""
        if values == len(several) or len(several) < len(("one", "other")):
            return several
        abroad = [h for h in several if self._known.at_home(h.mention.individuals) is False]
        return [h for h in several if h not in abroad] if 0 < len(abroad) < len(several) else several

    def whole_port(self, holder: Holder) -> Holder:
        """The port that a branch of it is of."""
        name = _MODE.sub("口岸", holder.mention.text)
        known = self._known.named(name, "Port") if name != holder.mention.text else ()
        return replace(holder, mention=Mention("Port", name, (), known)) if known else holder

    def _topic(self, span: Span) -> list[Holder]:
        by_label: dict[str, list[Holder]] = {}
        several = len(span.antecedents) > 1
        for antecedent in span.antecedents:
            if antecedent.span.text == "全国" and several:
                continue  # 西藏的外贸在全国都很小，其占全国的比重…
            if antecedent.span.label in HOLDING:
                about = _place_of_ports(antecedent.span)
                found = [Holder(m, None, antecedent.raw) for m in self._mentions.of(about)]
                by_label.setdefault(antecedent.span.label, []).extend(found)
        return next((found for found in by_label.values() if len(found) == 1), [])

    def named(self, passage: Passage, start: int, end: int, *, at_head: bool = False) -> list[Holder]:
        """What a clause names as its subject before a position, or only at its head; nothing where it names none."""
        for several in reversed(list(groups(passage, start, end))):
            group = _before_neighbours(passage, several)
            if self._is_subject(passage, group, start, end, at_head):
                found = self.in_group(passage, group)
                through = group[-1].label == "Region" and _THROUGH.search(passage.inner, start, group[0].start)
                if not through:
                    return found
                if ports := self.as_ports(found):
                    return ports  # 经瑞丽进境的天然气
        return []

    def in_group(self, passage: Passage, group: Sequence[Span]) -> list[Holder]:
        """What places named together are: ports, where 两口岸 follows."""
        found = [holder for span in group for holder in self.of(span, passage)]
        return self.as_ports(found) if len(group) > 1 and _PORTS.match(passage.text, group[-1].end) else found

    def as_ports(self, several: Sequence[Holder]) -> list[Holder]:
        """龙邦、水口两口岸: the names are those of ports."""
        ports = [self._mentions.as_type(holder.mention, "Port") for holder in several]
        return [replace(h, mention=port) for h, port in zip(several, ports, strict=True) if port]

    def area(self, body: Span) -> Mention | None:
        """The region that a government, an office or a congress is of; nothing for other bodies."""
        if body.label != "Organization":
            return None
        place = next((p for p in body.parts if p.label == "Region"), None)
        if place and place.individuals and body.found_by in (offices.FOUND_BY, offices.CONGRESS, _BUREAU):
            return self._mentions.of(place)[0]
        if told := self._mentions.area(self._mentions.of(body)[0]):
            return told
        named = offices.PLACE_BEFORE.match(body.text)  # 某区人民政府办公厅, as a name of its own
        known = self._known.named(named["name"], "Region") if named else ()
        return Mention("Region", known[0].label_zh, (), (known[0],)) if len(known) == 1 else None

    def left_out(self, passage: Passage, start: int, end: int, kinds: Sequence[str] = HOLDING) -> list[Holder]:
        """What the clause that begins at `start` is understood to speak of."""
        for span in passage.between(start, end, "Topic"):
            if span.start == span.end:
                by_kind = [(a, part) for a in span.antecedents if (part := _of_kind(a.span, kinds))]
                for label in dict.fromkeys(part.label for _, part in by_kind):
                    found = [(a, part) for a, part in by_kind if part.label == label]
                    if len(found) == 1:
                        antecedent, part = found[0]
                        return [Holder(m, None, antecedent.raw) for m in self._mentions.of(part)]
        return []

    def _is_subject(self, passage: Passage, group: Sequence[Span], start: int, end: int, at_head: bool) -> bool:
        words = passage.around(end)
        if (
            words[group[0].start] == ASIDE
            or passage.text[group[0].start - 1 : group[0].start] == "〔"
            or [s for s in passage.spans if s.end == group[0].start - 1 and s.text in BLOCS]  # 对欧盟、东盟进出口
            or _PREDICATE.search(words[start : group[0].start])
            or (at_head and fitness.lies_there(words, start, group[-1].end, end))
            or _OTHER_SIDE.search(words, start, group[0].start)
        ):
            return False
        before, after = _BECAUSE.sub("", words[start : group[0].start].rstrip(PLACE)), words[group[-1].end : end]
        abroad = group[-1].label == "Country" or ABROAD.search(group[-1].text)
        nationals = _OF_A_NATION.match(passage.inner, group[-1].end) or after.startswith("段")
        if abroad and nationals and group[-1].text != "全国":
            return False
        numbered = passage.inner[group[0].start - 1 : group[0].start] == NUMBER
        if numbered and (group[0].label == "Country" or re.match(r"\d+个", passage.text[end : end + len("1000个")])):
            return False  # 9个中国一类口岸, 9个沿边省区共有边境县
        if group[-1].label != "Corridor" and (_STRETCH.match(after) or _STRETCH_TO.match(after)):
            return False
        apart = ("—", "-", "站") if group[-1].label == "Region" else ("—", "-")
        another = _ANOTHER.match(after) and not (group[-1].label == "Platform" and after.startswith("核心区"))
        if another or after.startswith(apart) or _ROUTE.match(after) or _NOT_SUBJECT.match(after):
            return False
        if at_head and len(group) > 1 and after.startswith(NUMBER) and before.endswith("其中"):
            return False  # 其中甲、乙2个为边境县: they are what is counted
        if at_head and start and not re.search("(?![和与及等])[\u4e00-\u9fff]", before + after):
            return False  # a list of names
        if group[-1].label == "Corridor" and PLACE in words[start : group[0].start] and _ITS_TRAINS.match(after):
            return False  # 云南开行中老铁路货运列车60列: of who runs them
        if "距" in before and re.search("距(?!离)[^,;]{2,16}$", before):
            return False  # 距俄罗斯大城市某市航道距离65公里: told of where it begins
        if (
            at_head
            and group[-1].label == "Port"
            and (_SINCE.fullmatch(before + "|" + after) or _VIA.fullmatch(before + "|" + after))
        ):
            return True
        if _THROUGH.search(before):
            return group[-1].label in ("Port", "Region", "Corridor") and bool(
                _PASSING.match(after) or _PART_THROUGH.search(before + "|" + after)
            )
        if before.endswith("在"):
            if abroad and (group[-1].text not in ("中国", "我国") or _SOME_IN.search(words, start, group[0].start)):
                return False  # 云南企业在缅甸设立企业, 东盟在中国投资: where they do it
            if len(group) > 1 and _SPREAD.match(after):
                return False
            passing = group[-1].label == "Port" and _PASSING.match(after)  # 该站在某口岸验放旅客
            return bool(passing or _HEADS_WITHIN.search(after) or _LONG.fullmatch(after)) and "占" not in after
        if _RENAMED.search(before) or (at_head and any(m.end() == len(before) for m in MOST.finditer(before))):
            return True
        if _INCLUDING.search(before) and re.fullmatch("[约共为达近]*", after) and group[-1].label == "Platform":
            return True
        if _PARTNER.search(before) or (
            _OBJECT.search(before)
            and not (_ABOVE_ALL.search(before) or _RULED.search(before) or _OPENED.search(before))
        ):
            return False
        if at_head and group[-1].label == "Country" and _ACTS.match(after):
            return False
        if ((lead := _LEAD.match(before)) and lead.end() == len(before)) or before.endswith(("的", "——", "--")):
            return True  # 作为最大的公路口岸——某口岸，货运量…
        return not at_head and not re.search(r"[\u4e00-\u9fff]{9}", before)


def _place_of_ports(span: Span) -> Span:
    """The place where all its ports are named by it (防城港市口岸), else what is named."""
    unknown = span.label == "Port" and not span.individuals and span.parts and not _ONE_OF_MODE.search(span.text)
    return span.parts[0] if unknown and _has_ports(span.parts[0]) else span


def _has_ports(place: Span) -> bool:
    """Whether the ports of a place are meant, and no port of its name."""
    provinces = (i for i in place.individuals if i.is_province)
    return bool(_RANKED.search(place.text)) or any(provinces)


def _of_kind(span: Span, kinds: Sequence[str]) -> Span | None:
    """A span of one of the kinds, or the first in its name (云南 of 云南口岸); no notice and no customs house is the place."""
    parts = () if span.label in ("Title", "Policy") or span.text.endswith(("海关", "公司", "检疫局")) else span.parts
    return next((s for s in (span, *parts) if s.label in kinds and holds(s)), None)


def groups(passage: Passage, start: int, end: int) -> Iterator[list[Span]]:
    """The places named together in a range: those joined by 、 and 和."""
    group: list[Span] = []
    for span in passage.between(start, end, *HOLDING):
        if span.start == span.end or passage.inner[span.start] != PLACE:
            continue
        between = passage.text[group[-1].end : span.start] if group else ""
        joined = group and group[-1].label == span.label and _JOIN.fullmatch(between)
        if between in ("与", "和", "同") and ABROAD.search(span.text) and not ABROAD.search(group[-1].text):
            joined = None  # 云南与东盟各国的贸易额
        if group and not joined:
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _before_neighbours(passage: Passage, group: list[Span]) -> list[Span]:
    """我国与朝鲜、俄罗斯等国接壤 speaks of the first: those behind 与 are its neighbours."""
    between_states = group[0].text in ("中国", "我国") and _BILATERAL.match(passage.text, group[-1].end)
    if between_states or _NEIGHBOURS.match(passage.text, group[-1].end):
        for k in range(1, len(group)):
            if passage.text[group[k - 1].end : group[k].start] in ("与", "同", "和"):
                return group[:k]
    return group


def each(words: str) -> bool:
    """Whether what is said of several is said of each."""
    return bool(_EACH.search(words))


def governed(several: Sequence[Holder]) -> bool:
    """Whether all are regions or countries."""
    return all(holder.mention.type in GOVERNED for holder in several)


def named_after(several: Sequence[Holder], position: int) -> bool:
    """Whether one of several is named behind a position in the text."""
    return any(holder.where and holder.where[0] > position for holder in several)
