"""What a name says by itself: a title its issuer and its place, a corridor its countries, a zone its type.

By the conventions of the exchange format a name alone never locates anything; a province or prefecture written before a
place does, a country does not.
"""

import itertools
import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.discourse.branches import BRANCH
from borderkg.extraction.discourse.context import Modality
from borderkg.extraction.marking import titles
from borderkg.extraction.marking.places import NESTED, PART_OF_REGION
from borderkg.extraction.marking.ranked_lists import AND
from borderkg.extraction.marking.shared_heads import ONE_OF_LIST, PAIR, ZONE
from borderkg.extraction.relations import corridors
from borderkg.extraction.relations.mentions import Mentions, concept
from borderkg.extraction.relations.read import Read, by_name
from borderkg.extraction.relations.whereabouts import lies_in
from borderkg.extraction.rulebook.modes import MODES
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention, Range
from borderkg.records import replace

_PORT_MODES: Final = {word: modes[0] for word, modes in MODES.items() if len(modes) == 1} | {"机场": "air"}
_NAMED_BY_MODE: Final = re.compile(f"(?P<mode>{'|'.join(_PORT_MODES)})(?:运输)?口岸$")

_MARKET: Final = "市场"
"""仁青岗边贸市场 is a platform, and of no type by its name."""

_NEXT: Final = re.compile(rf"(?:\([^()]{{1,14}}\))?(?:[、与及]|{AND})[{MARKS['Port']}]")
_FOUNDING_PLAN: Final = re.compile("总体方案》")
"""《中国（某地）自由贸易试验区总体方案》: by such a plan a free trade zone is set up."""
_SETS_UP: Final = re.compile("关于(?:同意|批准)?(?:设立|建立)$|(?:同意|批准)(?:设立|建立)$")
_SET_UP: Final = re.compile(
    "关于(?:同意|批准)?(?:设立|建立)(?P<zone>[\u4e00-\u9fff()—-]{4,24}区)(?=的(?:批复|通知|决定|复函|公告|意见)》?$)"
)
_NO_ONE_ZONE: Final = re.compile(f"[、及与等个]|{AND}|一批|首批|若干|部分|一些")
"""关于设立三个边境经济合作区的批复 names none."""
_OPENS: Final = re.compile("关于(?:同意|批准)?(?:进一步)?(?:对外)?开放(?:[^,。;]{1,8}[、及和与])*$")
_PORTS: Final = re.compile("[^,。;]{0,14}口岸")
"""关于同意开放甲、乙两个口岸的批复 opens ports, no cities."""
_ASKS: Final = re.compile("(?:请示|(?<!复)函|申请|建议|意见稿|报告)》?$")
_AMENDS: Final = re.compile("关于(?:修改|修订|修正)(?:公布)?(?:后的)?$")
_CARRIES_OUT: Final = re.compile("(?:贯彻|落实|执行|实施)(?:好)?(?:[国党中全省自][^,。;的]{0,10})?$")
"""关于贯彻落实《…意见》的实施方案."""
_NAMES_WHAT_IT_CARRIES_OUT: Final = re.compile(
    "关于(?:贯彻落实|贯彻|落实|执行)(?:好)?(?P<plan>[^,。;《》]{6,40}?(?:意见|规划|纲要|方案|通知|决定|批复|办法))的(?:若干|具体|重点)?"
    "(?:实施意见|意见|通知|工作安排|安排|实施方案|工作方案|方案|措施|办法|实施细则|决定)》"
)
"""关于落实某省沿边开放若干意见的工作安排: the document that is carried out, without marks of its own."""
_TRANSMITS: Final = re.compile("(?:批转|转发)[^,。;]{0,30}?$")
_PORT_SCHEMES: Final = {"port-mode": "portMode", "port-class": "portClass"}


_STILL_TO_SIGN: Final = re.compile(
    "(?:商签|商谈|谈判|洽谈|磋商|(?:拟|将|推动|争取|尽快|尽早|早日|有望|准备|未|待|建议)(?:签署|签订|达成|缔结|商签)|纳入)了?$"
)
"""应加快商签中蒙自由贸易协定: an agreement that nobody has signed has no parties."""


_GOES_ON: Final = re.compile(r"[、—和与及]|\)[、—和与及]?|\([^()]*\)[、—和与及]")
"""Between the places of a list."""

_IN_HISTORY: Final = ("伟大卫国战争", "卫国战争")
"""《纪念苏联伟大卫国战争胜利…的联合声明》: a country that a title only remembers."""


class Inherent:
    def __init__(self, mentions: Mentions, modality: Modality) -> None:
        self._mentions = mentions
        self._modality = modality

    def read(self, annotation: Annotation) -> Iterator[Read]:
        """All that the names of a sentence say by themselves."""
        for i, span in sorted(annotation.at.items()):
            if span.antecedents and span.found_by != BRANCH:
                continue  # a word that refers to a name is none
            if span.label == "Title":
                planned = self._modality.of_document(annotation, i)
                yield from (replace(read, modality=planned) for read in self._title(span))
                for zone in (part for part in span.parts if part.label == "Platform"):
                    told = planned if planned == "proposed" else ""
                    yield from (replace(read, modality=told) for read in self._platform(zone))
            elif span.label == "Organization":
                for zone in (part for part in span.parts if part.label == "Platform"):
                    yield from self._platform(zone)
            elif span.label == "Policy":
                yield from self._policy(span)
            elif span.label == "Agreement":
                if not _STILL_TO_SIGN.search(annotation.abstract, 0, i) and not corridors.OF_TWO.match(span.text):
                    yield from self._parties(span, self._mentions.of(span)[0])
            elif span.label == "Platform":
                told = self._modality.of_zone(annotation, i)
                for read in self._platform(span, annotation.at.get(i - 1)):
                    yield (
                        replace(read, modality=told) if read.predicate == "platformType" or told == "proposed" else read
                    )
            elif span.label == "Port":
                raw = tuple(where for antecedent in span.antecedents for where in antecedent.raws)
                planned = self._modality.of_line(annotation, i)
                yield from (replace(read, raw_context=raw, modality=planned) for read in self._port(span))
                yield from self._noted(annotation, i, span)
                yield from self._behind(annotation.at.get(i - 1), span)
                yield from self._listed_behind(annotation, i, span)
            elif span.label in ("Corridor", "Countries"):
                modality = self._modality.of_line(annotation, i)
                yield from (replace(r, modality=modality) for r in corridors.read(annotation, i, span, self._mentions))
            named = span.parts[0] if span.found_by == PART_OF_REGION else span
            if named.found_by == NESTED:
                yield from self._nested(named.parts)
        yield from self._listed(annotation)

    def _title(self, span: Span) -> Iterator[Read]:
        mention = self._mentions.of(span)[0]
        where = (span.start, span.end)
        if mention.type == "Work":
            return
        issuers = titles.issuers(span)
        if mention.type == "Agreement":
            yield from self._parties(span, mention)
            yield from corridors.in_title(span, self._mentions)
            return
        for issuer in issuers:
            yield by_name(mention, "issuedBy", self._mentions.of(issuer)[0], where, "title names its issuer")
        inner = [p for p in span.parts if p.label == "Title" and _AMENDS.search(span.text[: p.start - span.start])]
        carried = _NAMES_WHAT_IT_CARRIES_OUT.search(span.text)
        plan = range(*carried.span("plan")) if carried else range(0)
        own = [place for place in titles.places(span, issuers) if place.start - span.start not in plan]
        for place in own or [place for law in inner for place in titles.places(law, ())]:
            yield by_name(mention, "appliesTo", self._mentions.of(place)[0], where, "title names its place")
        for strategy in (part for part in span.parts if part.label == "Policy"):
            for area in self._areas(strategy):
                yield by_name(mention, "appliesTo", area, where, "title names a strategy for an area")
        yield from self._acts(span, mention)
        if carried:
            other = Mention("Policy", carried["plan"], (carried["plan"],))
            yield by_name(mention, "implements", other, where, "title names what it carries out")
        for outer, within in itertools.pairwise(span.parts):
            if within.label == "Port":
                yield from self._behind(outer, within)
        yield from corridors.in_title(span, self._mentions)

    def _parties(self, span: Span, agreement: Mention) -> Iterator[Read]:
        """The countries that the name of an agreement says, where it says two."""
        where = (span.start, span.end)
        inner = [p for part in span.parts if part.label == "Platform" for p in part.parts]  # 中哈…合作中心管理协定
        first = span.start + span.text.startswith("《")
        heads = [part for part in span.parts if part.label == "Countries" and part.start == first]
        for part in heads or (*span.parts, *inner):  # 中法会订越南条约: what it is about is no party
            if span.text.startswith(_IN_HISTORY, part.end - span.start):
                continue
            if part.label in ("Countries", "Country") and (part.label == "Countries" or len(_countries(span)) > 1):
                for country in self._mentions.of(part):
                    if country.type == "Country":
                        yield by_name(agreement, "party", country, where, "title names its parties")

    def _acts(self, span: Span, mention: Mention) -> Iterator[Read]:
        """What a title says that its document does: 关于同意设立…的批复, 关于对外开放…的通知, 关于修改〈…〉的决定."""
        where = (span.start, span.end)
        made = None if any(part.label == "Platform" for part in span.parts) else _SET_UP.search(span.text)
        if made and self._mentions.kind_in(made["zone"]) and not _NO_ONE_ZONE.search(made["zone"]):
            zone = Mention("Platform", made["zone"], (made["zone"],), self._mentions.named(made["zone"], "Platform"))
            yield by_name(mention, "establishes", zone, where, "title names what it sets up")
        for part in () if _ASKS.search(span.text) else span.parts:
            before = span.text[: part.start - span.start]
            free_trade = part.concept is not None and part.concept.iri.endswith("free-trade-pilot-zone")
            founded = free_trade and _FOUNDING_PLAN.match(span.text[part.end - span.start :])
            if part.label == "Platform" and (founded or _SETS_UP.search(before)):
                yield by_name(mention, "establishes", self._mentions.of(part)[0], where, "title names what it sets up")
            after = span.text[part.end - span.start :]
            if part.label == "Region" and _OPENS.search(before) and not _PORTS.match(after):
                place = self._mentions.as_type(self._mentions.of(part)[0], "Platform")
                if place:
                    yield by_name(mention, "establishes", place, where, "title names what it opens")
            if part.label == "Title" and _AMENDS.search(before):
                yield by_name(mention, "amends", self._mentions.of(part)[0], where, "title names what it amends")
            if part.label == "Title" and _CARRIES_OUT.search(before):
                yield by_name(
                    mention, "implements", self._mentions.of(part)[0], where, "title names what it carries out"
                )
            if part.label == "Title" and not span.text.startswith("《") and not _TRANSMITS.search(before):
                yield from self._title(part)
            if part.label == "Title" and _TRANSMITS.search(before):
                yield from self._transmitted(span, part)

    def _transmitted(self, span: Span, inner: Span) -> Iterator[Read]:
        """国务院办公厅转发商务部《…意见》的通知: who transmits, and who wrote what is transmitted."""
        where = (span.start, span.end)
        document = self._mentions.of(inner)[0]
        issuers = titles.issuers(span)
        yield from self._title(inner)
        for issuer in issuers:
            body = self._mentions.of(issuer)[0]
            yield by_name(body, "transmits", document, where, "title names what it transmits")
        for author in titles.authors(span, inner, issuers):
            yield by_name(document, "issuedBy", self._mentions.of(author)[0], where, "title names whom it transmits")

    def _policy(self, span: Span) -> Iterator[Read]:
        """西部大开发战略 is about 西部地区: a strategy named after an area, as the reference data has it. 新一轮西部大开发 is
        no name of it."""
        if not span.text.endswith("战略"):
            return
        mention = self._mentions.of(span)[0]
        for area in self._areas(span):
            yield by_name(mention, "appliesTo", area, (span.start, span.end), "strategy named after its area")

    def _areas(self, span: Span) -> Iterator[Mention]:
        """The areas that a strategy is for and whose name its own name holds; 兴边富民行动 does not say for which."""
        for individual in span.individuals:
            for iri in individual.values.get("appliesTo", ()):
                place = self._mentions.known(iri)
                words = (place.label_zh, *place.alternatives, *place.hidden) if place else ()
                surface = next((word for word in words if word in span.text), "")
                if place and surface:
                    yield Mention(place.type, place.label_zh, (surface,), (place,))

    def _platform(self, span: Span, before: Span | None = None) -> Iterator[Read]:
        """What a zone is by its name; of a part that stands right behind its whole (某自贸试验区某片区) what the whole is."""
        mention = self._mentions.of(span)[0]
        where = (span.start, span.end)
        head = _head(span)
        shared = span.found_by == ONE_OF_LIST and span.concept
        kind = (
            concept(span.concept.label_zh, span.concept)
            if shared and span.concept
            else self._mentions.kind_in(span.text)
        )
        only_part = any(part.found_by == ZONE for part in span.parts)  # 昆明片区 does not say of what kind it is
        if before and only_part and before.label == "Platform" and before.end == span.start:
            kind, only_part = self._mentions.kind_in(before.text), False
        if kind and not only_part and not span.text.endswith(_MARKET):
            word = next((p.text for p in span.parts if shared and p.label == "PlatformKind"), "")
            yield by_name(mention, "platformType", kind, where, "zone named by its type", word, head)
        places = [p for part in span.parts if part.label == "Region" for p in (part.parts or (part,))]
        if len(places) > 1 and places[0].end == places[1].start and places[0].text != "东盟":  # 中国—东盟南宁产业园区
            outer = self._mentions.of(places[0])[0]
            yield by_name(mention, "locatedIn", outer, where, "province before a zone", context=head)
            yield from self._nested(tuple(places[:2]))

    def _port(self, span: Span) -> Iterator[Read]:
        mention = self._mentions.of(span)[0]
        where = (span.start, span.end)
        head = _head(span)
        for part in () if span.found_by == BRANCH else span.parts:  # 公路口岸 beside the port of the air
            predicate = _PORT_SCHEMES.get(part.concept.scheme) if part.concept else None
            if predicate and part.concept:
                told = concept(part.concept.label_zh, part.concept)
                yield by_name(mention, predicate, told, where, "port named by its mode", part.text, head)
        if span.found_by == BRANCH or not any(part.concept for part in span.parts):
            named = _NAMED_BY_MODE.search(mention.text if span.found_by == ONE_OF_LIST else span.text)
            found = self._mentions.concept("port-mode-" + _PORT_MODES[named["mode"]]) if named else None
            if named and found:
                told = concept(found.label_zh, found)
                yield by_name(mention, "portMode", told, where, "port named by its mode", named["mode"])
        one = [part for part in span.parts if part.label == "Region" and part.found_by != PAIR]  # 日屋—陈塘口岸
        regions = [p for part in one for p in (part.parts or (part,)) if p.label == "Region"]
        if len(regions) > 1 and ")" not in span.text:
            outer = self._mentions.of(regions[-2])[0]
            yield by_name(mention, "locatedIn", outer, where, "province before a port", context=head)

    def _behind(self, place: Span | None, port: Span) -> Iterator[Read]:
        """内蒙古阿日哈沙特口岸: a known port right behind the province or county that it lies in."""
        if place and place.label == "Region" and place.end == port.start and port.text.endswith("口岸"):
            outer, located = self._mentions.of(place)[-1], self._mentions.of(port)[0]
            yield by_name(located, "locatedIn", outer, (place.start, port.end), "province before a port")

    def _listed_behind(self, annotation: Annotation, i: int, port: Span) -> Iterator[Read]:
        """百色市龙邦口岸、平孟口岸: the ports listed after such a one, as far as they can lie there."""
        place = annotation.at.get(i - 1)
        if place is None or place.label != "Region" or place.end != port.start:
            return
        outer = self._mentions.of(place)[-1]
        while more := _NEXT.match(annotation.abstract, i + 1):
            i = more.end() - 1
            located, where = self._mentions.of(annotation.at[i])[0], (place.start, annotation.at[i].end)
            if lies_in(self._mentions, located, outer):
                yield by_name(located, "locatedIn", outer, where, "province before a list of ports")

    def _noted(self, annotation: Annotation, i: int, span: Span) -> Iterator[Read]:
        """磨憨口岸（云南勐腊）: the place in brackets behind a port, where a larger one is written before it."""
        place = annotation.at.get(i + 2)
        if place is None or place.found_by != NESTED or not re.match(r"\(.\)", annotation.abstract[i + 1 :]):
            return
        located = self._mentions.of(place.parts[-1])[0]
        where = (span.start, place.end)
        yield by_name(self._mentions.of(span)[0], "locatedIn", located, where, "place in brackets behind a port")

    def _nested(self, parts: tuple[Span, ...]) -> Iterator[Read]:
        for outer, within in itertools.pairwise(parts):
            if outer.label == "Country":
                continue
            yield by_name(
                self._mentions.of(within)[0],
                "locatedIn",
                self._mentions.of(outer)[0],
                (outer.start, within.end),
                "province before a place",
            )

    def _listed(self, annotation: Annotation) -> Iterator[Read]:
        """云南勐腊、瑞丽: the province before the first place of a list holds for the next, where that is so."""
        outer: Span | None = None
        last: Span | None = None
        noted = False
        for i, span in sorted(annotation.at.items()):
            zoned = span.found_by == ONE_OF_LIST and span.label in ("Platform", "Port") and bool(span.parts)
            port = span.label == "Port" and (zoned or outer is not None)
            if span.label != "Region" and not zoned and not port:
                last = outer = None
                continue
            between = _between(annotation, last, i) if last else ""
            if between == "(":  # 勐腊（磨憨）: a note on the place before
                last, noted = span, True
                continue
            goes_on = _GOES_ON.fullmatch(between)
            if last and (not goes_on or (between.startswith(")") and not noted)):
                outer = None  # 甲口岸（内蒙古乙市）、丙口岸: the place in brackets is that of the first alone
            noted = False
            place = span.parts[0] if zoned else span
            if place.found_by == NESTED:
                outer = place.parts[0] if place.parts[0].label == "Region" else None
            elif port and outer is not None and between != "—":  # 内蒙古甲—乙公路口岸: what faces it lies abroad
                located, larger = self._mentions.of(span)[0], self._mentions.of(outer)[0]
                if lies_in(self._mentions, located, larger):
                    where = (outer.start, span.end)
                    yield by_name(
                        located, "locatedIn", larger, where, "province before a list of ports", context=_head(span)
                    )
            elif zoned and outer is not None and self._mentions.within(place, outer):
                zone = self._mentions.of(span)[0]
                larger = self._mentions.of(outer)[0]
                where = (outer.start, span.end)
                yield by_name(zone, "locatedIn", larger, where, "province before a list of zones", context=_head(span))
            elif outer is not None:
                fitting = self._mentions.within(span, outer)
                if fitting:
                    inner = Mention("Region", span.text, (span.text,), fitting)
                    where = (outer.start, span.end)
                    yield by_name(
                        inner, "locatedIn", self._mentions.of(outer)[0], where, "province before a list of places"
                    )
            last = span


def _head(span: Span) -> tuple[Range, ...]:
    """Where the word stands that a name in a list shares with the others."""
    return tuple((part.start, part.end) for part in span.parts if not span.start <= part.start < span.end)


def _between(annotation: Annotation, last: Span, i: int) -> str:
    return annotation.text[last.end : annotation.starts[i]]


def _countries(span: Span) -> set[str]:
    return {i.iri for part in span.parts if part.label in ("Countries", "Country") for i in part.individuals}


_CALLS_PARTIES: Final = re.compile("中(?![华国央])")


def without_other_parties(reads: list[Read]) -> list[Read]:
    """Readings, an agreement whose title begins with its parties without another: 中缅两国…。1886年签订《中英会议缅甸条款》."""
    named = {
        (r.subject.text, r.object.text)
        for r in reads
        if r.predicate == "party" and r.rule.startswith("inherent::") and _CALLS_PARTIES.match(r.subject.text)
    }
    told = {title for title, _ in named}
    return [
        r
        for r in reads
        if r.predicate != "party" or r.subject.text not in told or (r.subject.text, r.object.text) in named
    ]
