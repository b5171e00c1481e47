"""From spans to mentions: what a slot's span is read as in a claim."""

import re
from collections.abc import Sequence, Set
from typing import Final

from borderkg import schema
from borderkg.extraction.discourse.branches import BRANCH
from borderkg.extraction.discourse.governing import AROUND
from borderkg.extraction.marking import meetings, offices, titles
from borderkg.extraction.marking.bare_ports import BARE, own_names
from borderkg.extraction.marking.facing import FACING
from borderkg.extraction.marking.places import NESTED, PART_OF_REGION
from borderkg.extraction.marking.ranked_lists import RANKED
from borderkg.extraction.marking.shared_heads import ONE_OF_LIST, ZONE
from borderkg.extraction.relations.kinds import LEVELS, is_ranked
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention
from borderkg.records import replace
from borderkg.reference import Individual, Reference
from borderkg.schema import Concept
from borderkg.vocabulary import BKC

_PART: Final = re.compile(r"(?<=区)[\u4e00-\u9fff]{2,6}片区$")

_KINDS: Final = ("PlatformKind", "PortKind", "PlaceKind")

_OF_WORDS: Final = frozenset({"Period", "Corridor", "Region", "Meeting", "Policy", "Event", "Agreement"})
"""What the words of a text may name that no list of names holds."""

_JOINS: Final = re.compile("(?:中国|我国)?[加进]入(?P<body>[\u4e00-\u9fff]{4,})")

_NATURE: Final = re.compile("(?:国际|双边|季节)性口岸|双边口岸")
"""Behind the name of a port, whom it is open to; no part of the name."""


_HELD_OFTEN: Final = re.compile("过|(?:[一二两三四五六七八九十几多数]+|\\d+)次")
"""先后举行过三次领导人会议: one date is that of none of them."""


class Mentions:
    """Reads spans as mentions, with the labels of the known individuals at hand."""

    def __init__(self, known: Reference) -> None:
        self._known = known
        self._concepts = {c.iri: c for c in schema.load().concepts}
        self._kinds = [
            (label, c)
            for c in schema.load().concepts
            if c.scheme == "platform-type"
            for label in (c.label_zh, *c.other_labels)
        ]
        """The labels of the types of platforms."""

    def known(self, iri: str) -> Individual | None:
        return self._known.individuals.get(iri)

    def named(self, name: str, kind: str) -> tuple[Individual, ...]:
        """The known individuals of a type that are called so."""
        wide = name.replace("(", "（").replace(")", "）")  # as the reference data writes its names
        return self._known.named(name, kind) or self._known.named(wide, kind)

    def concept(self, name: str) -> Concept | None:
        """A concept by the end of its IRI, as `port-mode-rail`."""
        return self._concepts.get(BKC + name)

    def kind_in(self, name: str) -> Mention | None:
        """The platform type that a name ends with, by its longest label; a part of a free trade zone is of its kind."""
        name = _PART.sub("", name)
        fitting = [(label, c) for label, c in self._kinds if label in name and name.endswith(label)]
        if not fitting:
            return None
        label, found = max(fitting, key=lambda entry: (len(entry[0]), entry[1].iri))
        return Mention("Concept", found.label_zh, (label,), concept=found)

    def mode_in(self, nature: Mention) -> Mention | None:
        """The mode that the nature of a port names: 公路 in 双边性公路口岸."""
        for concept in self._concepts.values():
            if concept.scheme == "port-mode" and concept.label_zh in nature.text:
                return Mention("Concept", concept.label_zh, nature.surface, concept=concept)
        return None

    def within(self, span: Span, outer: Span) -> tuple[Individual, ...]:
        """The individuals of a name that lie within a larger place."""
        return self.inside(span.individuals, outer.individuals)

    def inside(self, places: Sequence[Individual], around: Sequence[Individual]) -> tuple[Individual, ...]:
        """Those places that lie within one of the larger ones."""
        larger = {i.iri for i in around}
        return tuple(i for i in places if larger & set(self._known.ancestors(i.iri)))

    def official(self, place: Mention) -> str:
        """The official name of a place, where it is known without doubt."""
        return place.individuals[0].label_zh if len(place.individuals) == 1 else place.text

    def government(self, place: Mention) -> Mention | None:
        """The people's government of a province, prefecture or county."""
        provinces = [i for i in place.individuals if i.value("gbCode")]
        if not provinces:
            return None
        first = min(provinces, key=lambda i: i.value("gbCode"))
        name = first.label_zh + "人民政府"
        return Mention("Organization", name, place.surface, self._known.named(name, "Organization"))

    def area(self, body: Mention) -> Mention | None:
        """The region that a people's government governs."""
        match = re.fullmatch(r"(.{2,14}?)(?:人民)?政府", body.text)
        found = self._known.named(match[1], "Region") if match else ()
        return Mention("Region", match[1], body.surface, found) if match and found else None

    def of(self, span: Span) -> list[Mention]:
        """The mentions in a span: several for countries run together, else one."""
        if span.label == "Countries":
            own = len(span.text) == len(span.individuals) and not span.text.endswith("国")
            return [
                Mention(i.type, i.label_zh, (span.text[k] if own else span.text,), (i,))
                for k, i in enumerate(span.individuals)
            ]
        if span.label == "Title":
            name = titles.inner(span)
            own = bool(titles.issuers(span))
            return [Mention(titles.type_of(name), name, (name,), self._known.named(name), self_issued=own)]
        if span.label in _KINDS:
            concept = span.concept
            return [Mention("Concept", concept.label_zh if concept else span.text, (span.text,), concept=concept)]
        if span.label == "Meeting" and not span.individuals:
            return [Mention("Meeting", meetings.official_name(span.text), (span.text,))]
        if span.found_by == BRANCH:
            place = re.sub(r"(?:铁路|公路|水运|航空|空运|陆路|机场|铁海联运)?口岸$", "", span.parts[0].text)
            return [
                Mention("Port", place + span.text, (place, span.text), self._known.named(place + span.text, "Port"))
            ]
        if span.found_by in (offices.FOUND_BY, offices.CONGRESS):
            return [self._office(span)]
        if span.antecedents:
            return [mention for antecedent in span.antecedents for mention in self.of(antecedent.span)]
        if span.found_by == ONE_OF_LIST:
            return [self._one_of_list(span)]
        classed = span.parts[-1].concept if span.label == "Port" and len(span.parts) > 1 else None
        of_nature = span.label == "Port" and len(span.parts) > 1 and _NATURE.fullmatch(span.parts[-1].text)
        if (of_nature or (classed and classed.scheme == "port-class")) and not span.individuals:
            # 猴桥国家一类口岸, 猴桥双边性口岸: both are 猴桥口岸
            return [self.port(span.parts[-2].text, span.parts[-2].individuals)]
        if span.label == "Organization" and not span.individuals and span.parts and span.parts[0].label == "Region":
            return [self._bureau(span)]
        if span.label == "Organization" and not span.individuals and span.parts and span.parts[0].individuals:
            return [self._secretariat(span)]
        kind = span.individuals[0].type if span.individuals else span.label
        if span.parts and span.found_by == NESTED:
            last = span.parts[-1]
            country = next((p.individuals[0] for p in span.parts if p.label == "Country" and p.individuals), None)
            return [Mention("Region", last.text, (last.text,), last.individuals, country=country)]
        ports = [self.port(name) for name in own_names(span)] if span.label == "Port" else []
        if ports and not any(port.individuals and not self.at_home(port) for port in ports):  # 清水河(滚弄)口岸 abroad
            return [next((port for port in ports if port.individuals), ports[0])]
        if span.found_by == BARE:
            return [self.port(span.text, span.individuals)]
        if span.found_by == FACING:
            port = self.port(span.text, span.individuals)
            across = tuple(i for i in port.individuals if not self._in_china(i))
            return [replace(port, individuals=across)]
        if span.found_by.startswith(RANKED) and not span.individuals:
            return [Mention("Region", span.text + span.found_by.removeprefix(RANKED), (span.text,))]
        if span.found_by == AROUND:
            return [Mention("Region", span.individuals[0].label_zh, (span.text,), span.individuals)]
        if span.found_by == PART_OF_REGION:
            base = self.of(span.parts[0])[-1]
            return [Mention("Region", span.text, (span.text,), span.individuals, base=base)]
        return [Mention(kind, span.text.replace("——", "—"), (span.text,), span.individuals, span.concept)]

    def _office(self, span: Span) -> Mention:
        """县人民政府 of the county spoken of: named in full."""
        region = self.of(span.parts[0])[-1]
        name = offices.official_name(self.official(region), span.text)
        return Mention("Organization", name, (region.surface[0], span.text), self._known.named(name, "Organization"))

    def _bureau(self, span: Span) -> Mention:
        """珲春市政府 by its official name, where the place stands in it by its own."""
        region = self.of(span.parts[0])[-1]
        office = span.text[span.parts[0].end - span.start :]
        named = self.official(region) if len(region.individuals) == 1 else ""
        if not named.endswith(span.parts[0].text[-1]):
            return Mention("Organization", span.text, (span.text,))
        name = offices.official_name(named, office)
        return Mention("Organization", name, (span.parts[0].text, office), self._known.named(name, "Organization"))

    def _secretariat(self, span: Span) -> Mention:
        """凭祥市政府办公室: the office of a people's government, by the official name of that."""
        body = span.parts[0]
        rest = span.text[body.end - span.start :]
        name = body.individuals[0].label_zh + rest if body.text.endswith("政府") else span.text
        return Mention("Organization", name, (body.text, rest), self._known.named(name, "Organization"))

    def _one_of_list(self, span: Span) -> Mention:
        """A name of a list as what the shared word says it is."""
        place, kind = span.parts[0], span.parts[-1]
        zone = next((part.text for part in span.parts if part.found_by == ZONE), "")
        if zone:
            name = zone + span.text + "片区"
            return Mention("Platform", name, (span.text, "片区"), self.named(name, "Platform"), span.concept)
        if span.label == "Port":
            bare = place.parts[-1].text if place.found_by == NESTED else span.text
            return self.port(bare, span.individuals)
        if span.label == "Period":
            return Mention("Period", span.text + kind.text, (span.text, kind.text))
        if span.label == "TradeZone":
            name = span.text + kind.text
            return Mention("TradeZone", name, (span.text, kind.text), self.named(name, "TradeZone"))
        named = self.of(place)[-1]
        outer = place.parts[0].text if place.parts and not named.text.startswith(place.parts[0].text) else ""
        return self.platform(named, Mention("Concept", kind.text, (kind.text,), concept=span.concept), outer)

    def country_of(self, place: Mention) -> Mention | None:
        """The foreign country that a place lies in: as written before it, else as the reference data knows."""
        found = place.country
        for individual in place.individuals:
            found = found or next((i for i in self._around(individual) if i.type == "Country"), None)
        if found is None or found.is_china:
            return None
        return Mention("Country", found.label_zh, place.surface, (found,))

    def at_home(self, place: Mention) -> bool:
        """Whether the reference data knows a port, or the town that it is called after, as one of China's."""
        if not place.individuals:
            return any(i.value("gbCode") for i in place.place)
        return any(map(self._in_china, place.individuals))

    def of_ours(self, port: Mention) -> bool:
        """Whether a port is known as one of China's, or called after a place that is: (上海—霍尔果斯口岸) are no facing ports."""
        after = port.place and not port.individuals
        return self.at_home(port) or (bool(after) and all(i.value("gbCode") for i in port.place))

    def _in_china(self, individual: Individual) -> bool:
        return any(i.value("gbCode") for i in self._around(individual))

    def _around(self, individual: Individual) -> list[Individual]:
        return [i for iri in self._known.ancestors(individual.iri) if (i := self._known.individuals.get(iri))]

    def may_lie_in(self, place: Mention, around: Mention) -> bool:
        """Whether the reference data lets a region lie in another; of what it does not know it says nothing."""
        inner = [i for i in place.individuals if i.value("gbCode")]
        outer = {i.iri for i in around.individuals if i.value("gbCode")}
        named = [i.iri for p in (place, around) for i in p.individuals]
        if place.base or (any("/area/" in iri for iri in named) and (inner or place.individuals)):
            return False  # 沿边九省区中的新疆 is one of them, 图们江地区 lies in more than one
        if (inner and self.country_of(around)) or (outer and self.country_of(place)):
            return False  # 毗邻老挝丰沙里省的江城县
        return not inner or not outer or any(outer & set(self._known.ancestors(i.iri)) for i in inner)

    def as_kind(self, place: Mention, kind: Concept) -> Mention:
        """A place as one of a kind: the border county 哈密市 is no prefecture, though one bears the name too."""
        return self.of_level(place, LEVELS.get(kind.iri.removeprefix(BKC), set()))

    def of_level(self, place: Mention, levels: Set[str]) -> Mention:
        """A place as one of some administrative levels: of several bearers of its name those, where there are any."""
        fitting = tuple(i for i in place.individuals if i.value("adminLevel").rpartition("-")[2] in levels)
        return replace(place, individuals=fitting) if fitting else place

    def as_type(self, mention: Mention, kind: str) -> Mention | None:
        """A mention read as another type: a place's name in a list of ports is a port. None where it cannot be."""
        if mention.type == kind:
            return mention
        same = tuple(i for i in mention.individuals if i.type == kind)
        if same:
            return Mention(kind, mention.text, mention.surface, same, mention.concept)
        if kind == "Organization" and mention.type == "Meeting":
            body = meetings.body(mention.text)
            return Mention(kind, body, mention.surface, self._known.named(body, kind)) if body else None
        if kind == "Organization" and mention.type == "Event":
            joined = _JOINS.fullmatch(mention.text)  # 加入世界贸易组织(WTO) calls the organization so
            known = self._known.named(joined["body"], kind) if joined else ()
            return Mention(kind, joined["body"], mention.surface, known) if joined and known else None
        if kind == "Port" and mention.type in ("Region", "Port", "Platform", "Text"):
            wide = any(is_ranked(i) or "/area/" in i.iri for i in mention.individuals)
            if wide or re.search("[县旗盟]$", mention.text):
                return None  # 龙州县的公路口岸, 东部地区的口岸: ports of a county or an area, none of its name
            return self.port(mention.text, mention.individuals)
        if kind == "Region" and mention.type == "Port" and not re.search("口岸|港$", mention.text):
            return Mention(kind, mention.text, mention.surface)  # a line to 下列宁斯阔耶 ends in the town
        if (kind, mention.type) in (("Agreement", "Policy"), ("Event", "Expo")):
            return Mention(kind, mention.text, mention.surface, same, mention.concept)
        if mention.type == "Text" and kind in _OF_WORDS:
            if kind == "Meeting" and _HELD_OFTEN.match(mention.text):
                return None
            if kind != "Agreement":
                return Mention(kind, mention.text, mention.surface)
            name = mention.text.removeprefix("的")  # 签订的新建大桥协议
            no_name = _SEVERAL.search(name) or _ANY_AGREEMENT.fullmatch(name)
            return None if no_name else Mention(kind, name, (name,))
        if kind == "Platform" and mention.type == "Region":
            opened = self.open_city(mention)
            return Mention(kind, mention.text, mention.surface, opened, None, mention.individuals)
        if kind == "Concept":
            return self._as_concept(mention)
        return None

    def open_city(self, place: Mention) -> tuple[Individual, ...]:
        """The known open city at a place."""
        names = dict.fromkeys((place.text, _bare(place.text), *(i.label_zh for i in place.individuals)))
        stems = [stem for name in names for stem in (name, _bare(name))]
        return next((found for s in stems if (found := self._known.named(s + "沿边开放城市", "Platform"))), ())

    def _as_concept(self, mention: Mention) -> Mention | None:
        """A named area that takes the members of a kind together (沿边九省区) read as that kind."""
        if mention.type == "Concept":
            return mention
        if mention.type == "Text":
            named = next((c for c in self._concepts.values() if mention.text in (c.label_zh, *c.other_labels)), None)
            return Mention("Concept", named.label_zh if named else mention.text, mention.surface, concept=named)
        for individual in mention.individuals:
            for iri in individual.values.get("collects", ()):
                found = self._concepts.get(iri)
                if found:
                    return Mention("Concept", found.label_zh, mention.surface, concept=found)
        return None

    def port(self, name: str, places: Sequence[Individual] = ()) -> Mention:
        """The port called by a bare name: 黑河 → 黑河口岸."""
        bare = re.sub(r"\(.*\)$", "", name).removesuffix("口岸")
        full = bare + "口岸"
        individuals = self._known.named(full, "Port") or self._known.named(bare, "Port")
        regions = tuple(i for i in places if i.type == "Region")
        if not individuals and regions:
            short = {label.removesuffix("口岸") for i in regions for label in (i.label_zh, *i.alternatives)}
            individuals = next((found for s in sorted(short) if (found := self._known.named(s + "口岸", "Port"))), ())
        town = re.sub("(?<=..)[镇乡]$", "", bare)
        if not individuals and town != bare and (individuals := self._known.named(town + "口岸", "Port")):
            return Mention("Port", town + "口岸", (town,), individuals, place=regions)  # of 片马镇: 1991年批准为口岸
        return Mention("Port", full, (bare,), individuals, place=regions)

    def branches(self, town: Mention, mode: Mention) -> list[Mention]:
        """The port of a town for one mode of transport, 珲春市 + 铁路 → 珲春铁路口岸; none of a province, which has many."""
        if any(is_ranked(i) for i in town.individuals):
            return []
        bare = re.sub("(?<=..)[市县旗镇]$", "", town.text)
        name = f"{bare}{mode.text}口岸"
        return [Mention("Port", name, (bare, mode.surface[0]), self._known.named(name, "Port"))]

    def station(self, place: Mention, kind: Mention) -> Mention:
        """The station of the state in a town: 满洲里市 + 海关; the body that a place sets up: 凭祥市 + 口岸工作领导小组."""
        own = kind.text.endswith(("小组", "委员会", "管理局", "办公室", "指挥部"))
        bare = place.text if own else re.sub("(?<=..)[市县旗镇]$|口岸$", "", place.text)
        name = kind.text if kind.text.startswith(place.surface[0]) else bare + kind.text
        return Mention("Organization", name, (place.surface[0], kind.text), self._known.named(name, "Organization"))

    def platform(self, place: Mention, kind: Mention, outer: str = "", extra: str = "") -> Mention:
        """The platform of a kind at a place: 广西东兴 + 重点开发开放试验区; with its official name where it is known.

        A free trade zone at a province takes the form of its official name, 中国(云南)自由贸易试验区.
        """
        concept = kind.concept
        said, whole = kind.surface[0].removeprefix("国家级"), kind.text.removeprefix("国家级")
        labels = [whole, said, *(concept.other_labels if concept else ())]
        bare = _bare(place.text)
        stems = dict.fromkeys(
            (outer + place.text + extra, place.text + extra, outer + place.text, place.text, outer + bare, bare)
        )
        individuals: tuple[Individual, ...] = ()
        for stem in stems:
            for label in labels:
                individuals = individuals or self.named(stem + label, "Platform")
        surface = (place.surface[0], kind.surface[0])
        points = concept and concept.iri.endswith(
            "residents-trade-point"
        )  # 叫隘互市点: many words, and none the official one
        word = whole if _shortens(said, whole) and not points else said
        pilot = concept and concept.iri.endswith("key-pilot-zone")
        lead = outer if pilot or any(i.label_zh == outer + bare + word for i in individuals) else ""
        name = lead + bare + extra + word
        if concept and concept.iri.endswith("free-trade-pilot-zone"):
            name = f"中国({bare}){kind.text}"
        if concept and concept.iri.endswith("border-open-city"):
            towns = tuple(i for i in place.individuals if i.label_zh.endswith("市")) or place.individuals
            return Mention("Platform", place.text, (place.surface[0],), individuals, concept, towns)
        return Mention("Platform", name, surface, individuals, concept, place.individuals)


_SEVERAL: Final = re.compile(r"\d|(?:协定|协议|备忘录|条约|议定书|文件|声明|合同|公报)[、和及与]|等")
"""51项合作协议和备忘录 are named by none."""
_ANY_AGREEMENT: Final = re.compile(
    "(?:了|相关|有关|上述|该|此|这一|正式|新的|原则|原则性|初步|口头|一致)?(?:两国|双边)?(?:政府间?)?(?:协定|协议|备忘录|条约|议定书|公约|协定书|换文)"
)
"""两国政府签署协定: a word for some agreement, no name."""


def _bare(name: str) -> str:
    """A place's name without the word for its rank, where enough is left: 珲春市 → 珲春."""
    short = re.sub(r"(?:壮族|维吾尔|回族)?自治区$|省$|市$|县$", "", name)
    return short if len(short) >= 2 else name


def _shortens(a: str, b: str) -> bool:
    """Whether one of two words is the other with characters left out: 综保区 of 综合保税区. 出口加工区 is no 保税区 by name."""
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    return all(character in rest for character in short)


def concept(text: str, found: Concept | None = None) -> Mention:
    return Mention("Concept", found.label_zh if found else text, (text,), concept=found)
