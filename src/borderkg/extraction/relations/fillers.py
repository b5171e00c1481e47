"""What fills the roles of a rule: the names of its slots, what they are composed to, and what the context supplies."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from borderkg import schema
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse.branches import BRANCH
from borderkg.extraction.discourse.context import acting_body, agrees
from borderkg.extraction.discourse.surroundings import Act, Surroundings
from borderkg.extraction.marking.offices import FOUND_BY as OFFICE
from borderkg.extraction.marking.places import NESTED
from borderkg.extraction.relations import filled, set_up, spoken
from borderkg.extraction.relations.filled import Filled
from borderkg.extraction.relations.kinds import may_hold
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.rulebook.modes import MODES
from borderkg.extraction.rulebook.patterns import Pattern
from borderkg.extraction.rulebook.rules import COMPOSED, ROLES, Role
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.values import Time
from borderkg.records import record, replace


@record
class Scene:
    """One match of a pattern, and all that its roles may be filled from."""

    annotation: Annotation
    pattern: Pattern
    match: re.Match[str]
    dates: tuple[Span, ...]
    """The date that governs the match, or several joined ones, each of which governs one of several things."""
    around: Surroundings

    @property
    def date(self) -> Span | None:
        return self.dates[0] if len(self.dates) == 1 else None


def _dated(scene: Scene) -> list[Span]:
    """The date that the match itself names: in brackets behind a law it governs nothing else."""
    if "d" not in scene.pattern.slots or scene.match.group("d") is None:
        return []
    return scene.annotation.spans_in(*scene.match.span("d"), ("Date",))


_AMENDING: Final = re.compile("关于(?:修改|修订|修正)")
"""根据…《关于修改〈…法〉的决定》修正: it is the law that is revised, not what decides it."""

_UNKNOWN: Final = re.compile(
    r"(?:^|(?<=[、,和与及]))(?!(?:在|拟|待|新|续|筹)?建设?(?:[、,和与及等]|$))[\u4e00-\u9fff—]{2,9}(?=[、,和与及等]|$)"
)
"""In a list, between its marks: a name that is not known; 甲口岸和建设中的乙口岸 has none."""


class Fillers:
    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._schema = schema.load()

    def fill(self, scene: Scene, role: Role, allowed: frozenset[str]) -> list[Filled]:
        """The fillers of a role; `allowed` are the types that its side of the predicate takes (none: any)."""
        supplied = self._supplied(scene, role, allowed)
        if supplied is not None:
            return supplied
        if role.kind:
            places = self._slot(scene, role.slot, frozenset(), "")
            return self._composed(scene.annotation, role, places, self._slot(scene, role.kind, frozenset(), ""))
        fillers = self._slot(scene, role.slot, allowed, role.type)
        if role.end in ("first", "second"):
            return self._halves(fillers, role)
        if role.end == "base":
            return [replace(f, value=f.value.base) for f in fillers if isinstance(f.value, Mention) and f.value.base]
        if role.end:
            return [f for f in (filled.end_of(f, role.end) for f in fillers) if f]
        if role.type == "Government":
            governed = [(self._mentions.government(f.value), f) for f in fillers if isinstance(f.value, Mention)]
            return [replace(f, value=government) for government, f in governed if government]
        if role.type == "Area":
            areas = [(self._mentions.area(f.value), f) for f in fillers if isinstance(f.value, Mention)]
            return [replace(f, value=area) for area, f in areas if area]
        if role.type == "Revision":
            laws = [f for f in fillers if isinstance(f.value, Mention) and not _AMENDING.search(f.value.text)]
            return [filled.revision(f, d) for f in laws for d in scene.dates or _dated(scene)]
        if role.type == "Period":
            fillers = [self._plan_period(scene, f) for f in fillers]
        if role.type:
            return self._cast(fillers, role.type)
        return fillers

    def _plan_period(self, scene: Scene, one: Filled) -> Filled:
        """“十三五”时期 as a period of its own; elsewhere it is a span of years."""
        if not isinstance(one.value, Time) or not one.value.plan or one.where is None:
            return one
        name = one.value.plan + "时期"
        words = scene.annotation.text[slice(*one.where)]
        return replace(one, value=Mention("Period", name, (words,), self._mentions.named(name, "Period")))

    def _supplied(self, scene: Scene, role: Role, allowed: frozenset[str]) -> list[Filled] | None:
        """What the context supplies for a role, or None where it is a slot of the pattern."""
        if role.slot not in ROLES:
            return None
        act = scene.around.act
        if act and not agrees(scene.annotation, scene.match.start(), scene.match.end()):
            act = None
        if role.slot == "when" and not scene.dates and act and act.dated:
            return [Filled(act.dated[0], None, True, raw=(act.dated[1],))]
        if role.slot == "when":
            times = [Filled(d.value, (d.start, d.end), True) for d in scene.dates if isinstance(d.value, Time)]
            years = [filled.end_of(time, role.end) if role.end else time for time in times]
            return [replace(year, far=True) for year in years if year]
        if role.slot == "who":
            bodies = acting_body(scene.annotation, scene.match.start(), issues="Policy" not in allowed)
            if act and (not bodies or self._by_act(scene, bodies, act)):
                return [Filled(act.title, None, True, raw=(act.title_at,))]
            by_document = _its_document(scene, bodies) if bodies and "Policy" in allowed else []
            bodies = by_document or bodies
            found = [
                Filled(m, (s.start, s.end), True, raw=spoken.owner(s)) for s in bodies for m in self._mentions.of(s)
            ]
            return found if by_document or "Meeting" in allowed else self._cast(found, "Organization")
        if role.slot == "period":
            return [Filled(scene.around.period, None, True)] if scene.around.period else []
        itself = scene.around.act
        if role.slot == "act":
            return [Filled(itself.title, None, True, raw=(itself.title_at,))] if itself else []
        if role.slot == "plan":
            return [Filled(itself.plan or itself.title, None, True, raw=(itself.title_at,))] if itself else []
        if role.slot == "issued":
            return [Filled(itself.dated[0], None, True, raw=(itself.dated[1],))] if itself and itself.dated else []
        if role.slot == "issuer":
            return [Filled(body, None, True, raw=(itself.title_at,)) for body in itself.issuers] if itself else []
        if role.slot == "document":
            return [Filled(scene.around.document, None, True)]
        if role.slot == "held":
            held = scene.around.held if not scene.dates else None
            return [Filled(held[0], None, True, raw=(held[1],))] if held else []
        return None

    def _by_act(self, scene: Scene, bodies: Sequence[Span], act: Act) -> bool:
        """国务院决定对外开放…, in a notice of 国务院: what it decides, it does by the notice."""
        decides = scene.annotation.text.startswith(("决定", "同意", "现决定"), bodies[-1].end) and not scene.dates
        issuers = {issuer.text for issuer in act.issuers}
        return decides and all(m.text in issuers for s in bodies for m in self._mentions.of(s))

    def _halves(self, fillers: Sequence[Filled], role: Role) -> list[Filled]:
        halves = [filled.half(f, role.end) for f in fillers]
        cast = [
            (h, self._mentions.as_type(h.value, role.type) if role.type else h.value)
            for h in halves
            if isinstance(h.value, Mention)
            and not (role.type == "Port" and self._mentions.named(h.value.text, "Country"))
        ]  # 中国—蒙古国口岸工作组 names no ports
        return [replace(h, value=mention) for h, mention in cast if mention]

    def _cast(self, fillers: Sequence[Filled], kind: str) -> list[Filled]:
        cast = []
        for one in fillers:
            if isinstance(one.value, Mention) and (mention := self._mentions.as_type(one.value, kind)):
                cast.append(replace(one, value=mention))
        return cast

    # Slots

    def _slot(self, scene: Scene, slot: str, allowed: frozenset[str], kind: str) -> list[Filled]:
        annotation, pattern = scene.annotation, scene.pattern
        begin, stop = scene.match.span(slot)
        labels = pattern.slots[slot]
        if labels == ("Pairs",):
            return filled.pairs(annotation, begin, stop)
        if labels == ("Modes",):
            return self._modes(annotation, begin, stop)
        if not labels:  # words, whatever names stand among them
            start, end = annotation.text_range(begin, stop)
            text = annotation.text[start:end]
            return [Filled(Mention("Text", text, (text,)), (start, end))]
        spans = annotation.spans_in(begin, stop, labels)
        if slot not in pattern.lists:
            spans = spans[:1]  # what else stands there is a note in brackets
        if slot in pattern.lists and "的" in annotation.abstract[begin:stop]:
            spans = _without_owners(annotation.text, spans)
        if "Port" in labels:
            spans = _without_where(scene, slot, spans)
        fillers: list[Filled] = []
        outer: Filled | None = None
        before: Span | None = None
        for span in spans:
            if span.label == "Topic" and before is not None:
                continue  # what a bracket behind a name of the list speaks of
            if span.label == "Topic":
                return self._understood(span, frozenset(labels), allowed, kind)
            if before and slot in pattern.lists and _in_note(annotation.text[before.end : span.start]):
                continue  # 勐腊（磨憨）, 《…意见》（以下简称《意见》）: a note on the one before
            outer = self._outer(annotation, before, span, outer)
            before = span
            fillers += self._of(span, outer)
        if slot in pattern.lists:
            fillers += self._unknown(annotation, begin, stop, labels)
        return sorted(fillers, key=lambda f: f.where or (0, 0)) if len(fillers) > 1 else fillers

    def _of(self, span: Span, outer: Filled | None) -> Iterator[Filled]:
        """The fillers in one span: several where it refers to several things."""
        where = (span.start, span.end)
        if span.label == "Date" and isinstance(span.value, Time):
            if span.value.is_date or span.value.end:
                yield Filled(span.value, where)
        elif span.found_by in (BRANCH, OFFICE):
            for mention in self._mentions.of(span):
                yield Filled(mention, where, raw=span.antecedents[0].raws)
        elif span.antecedents:
            for antecedent in span.antecedents:
                for mention in self._mentions.of(antecedent.span):
                    yield Filled(mention, where, raw=spoken.raws(antecedent))
        elif span.label != "Quantity":
            for mention in self._mentions.of(span):
                yield Filled(mention, where, outer=outer, around=self._around(span), pieces=spoken.pieces(span))

    def _around(self, span: Span) -> tuple[Mention, ...]:
        if span.found_by != NESTED:
            return ()
        return tuple(self._mentions.of(part)[0] for part in span.parts[:-1] if part.label in ("Region", "Country"))

    def _modes(self, annotation: Annotation, begin: int, stop: int) -> list[Filled]:
        """The modes of transport under a range of the abstract string."""
        start, end = annotation.text_range(begin, stop)
        found = []
        for word in re.finditer("|".join(MODES), annotation.text[start:end]):
            where = (start + word.start(), start + word.end())
            for name in MODES[word[0]]:
                concept = self._mentions.concept("port-mode-" + name)
                if concept:
                    found.append(Filled(Mention("Concept", concept.label_zh, (word[0],), concept=concept), where))
        return found

    def _understood(self, topic: Span, labels: frozenset[str], allowed: frozenset[str], kind: str) -> list[Filled]:
        """What is spoken of without being named: of the topics that fit, those that stand nearest."""
        wanted = (COMPOSED.get(kind, kind), *(("Policy",) if kind == "Agreement" else ())) if kind else ()

        def fits(mention: Mention) -> Mention | None:
            fitting = mention.type in wanted if kind else self._schema.within(mention.type, allowed)
            return mention if fitting else None

        def as_known(mention: Mention) -> Mention | None:  # a town as its port: 1987年改为一类口岸
            other = self._mentions.as_type(mention, kind)
            return other if other and other.individuals else None

        here = {a.span.label for a in topic.antecedents if a.where}
        if kind == "Platform" and "Port" in here and not here & {"Region", "Platform"}:
            return []  # 甲市是边境城市。甲口岸…，1994年获准开放: the port, and not the town as an open city
        found = self._nearest(topic, labels, fits) or (self._nearest(topic, labels, as_known) if kind else [])
        if here & labels and all(filler.where is None for filler in found):
            return []  # 甲口岸…，也是中缅通道的节点: the port of this sentence, and not the region that one before spoke of
        return found

    def _nearest(self, topic: Span, labels: frozenset[str], read: Callable[[Mention], Mention | None]) -> list[Filled]:
        """The topics that can be read so, of the kind that stands nearest."""
        chosen = ""
        fillers = []
        for antecedent in topic.antecedents:
            label = antecedent.span.label
            if label not in labels or (chosen and label != chosen):
                continue
            for mention in self._mentions.of(antecedent.span):
                taken = read(mention)
                if taken:
                    chosen = label
                    fillers.append(Filled(taken, antecedent.where, True, raw=spoken.raws(antecedent)))
        return fillers

    def _outer(self, annotation: Annotation, before: Span | None, span: Span, outer: Filled | None) -> Filled | None:
        """The larger place before a place: its own prefix, or that of the list it stands in; a province is its own."""
        if span.label != "Region" or span.antecedents:
            return None
        if span.found_by == NESTED:
            first = span.parts[0]
            return Filled(self._mentions.of(first)[0], (first.start, span.end))
        if any(i.is_province for i in span.individuals):
            return Filled(self._mentions.of(span)[0], (span.start, span.end))
        joined = before and re.fullmatch(r"(?:\([^()]*\))?[、—和与及]", annotation.text[before.end : span.start])
        if not joined or outer is None or not isinstance(outer.value, Mention) or outer.where is None:
            return None
        fitting = self._mentions.inside(span.individuals, outer.value.individuals)
        return replace(outer, where=(outer.where[0], span.end)) if fitting else None

    def _unknown(self, annotation: Annotation, begin: int, stop: int, labels: Sequence[str]) -> Iterator[Filled]:
        """The unknown names of a loose list."""
        if stop - begin < 3:
            return  # no room for a name that is known and one that is not
        for piece in _UNKNOWN.finditer(annotation.abstract[begin:stop]):
            start, end = annotation.text_range(begin + piece.start(), begin + piece.end())
            text = re.sub(r"等$", "", annotation.text[start:end])
            if len(text) >= 2:
                yield Filled(Mention(labels[0], text, (text,)), (start, start + len(text)))

    def _composed(self, annotation: Annotation, role: Role, places: list[Filled], kinds: list[Filled]) -> list[Filled]:
        composed = []
        if role.type in ("Event", "Agreement"):
            places = filled.run_together(annotation, places, joined=role.type == "Agreement")
        for place in filled.dashed(annotation, places):
            for kind in kinds:
                if not (isinstance(place.value, Mention) and isinstance(kind.value, Mention)):
                    continue
                pieces = (kind.where,) if kind.where else ()
                if role.type == "Platform":
                    if not may_hold(place.value, kind.value):
                        continue
                    if len(places) == 1 and set_up.several(annotation, place, kind):
                        continue  # 在该州设立了两个试验区: none is called after where they are
                    if len(places) == 1 and (zone := set_up.told_of(annotation, place)):
                        composed.append(Filled(self._mentions.of(zone)[0], (zone.start, zone.end)))
                        continue
                    composed.append(self._platform(annotation, place, place.value, kind.value, pieces))
                elif role.type == "Port":
                    for port in self._mentions.branches(place.value, kind.value):
                        composed.append(replace(place, value=port, pieces=pieces))
                elif role.type == "Organization":
                    composed.append(
                        replace(place, value=self._mentions.station(place.value, kind.value), pieces=pieces)
                    )
                elif role.type in ("Policy", "Corridor", "Event", "Agreement"):
                    known = (
                        place.value.text
                        if role.type in ("Event", "Agreement")
                        else self._mentions.official(place.value)
                    )
                    name = known + kind.value.text  # an event is called as the text calls what it befell
                    surface = (place.value.surface[0], kind.value.surface[0])
                    raw = (*place.raw, *kind.raw)  # 2018年的第五届: the expo stands elsewhere
                    composed.append(replace(place, value=Mention(role.type, name, surface), pieces=pieces, raw=raw))
        return composed

    def _platform(
        self, annotation: Annotation, place: Filled, named: Mention, kind: Mention, pieces: tuple[Range, ...]
    ) -> Filled:
        if place.where is None or place.raw:
            return replace(place, value=self._mentions.platform(named, kind), pieces=(*place.pieces, *pieces))
        start, end = place.where
        lead = place.outer.value.text if place.outer and isinstance(place.outer.value, Mention) else ""
        tail = re.match(r"\([^()]{1,12}\)", annotation.text[end:])
        mention = self._mentions.platform(named, kind, lead, tail[0] if tail else "")
        return replace(place, value=mention, where=(start, end + (len(tail[0]) if tail else 0)), pieces=pieces)


def _without_where(scene: Scene, slot: str, spans: Sequence[Span]) -> list[Span]:
    """The members of a list of ports: without the region that says where the next lies (甲口岸和北疆乙口岸), and behind a
    region that another slot has (丙县的甲口岸、丁县乙口岸) without the ports that lie in one of their own."""
    ports = {s.start for s in spans if s.label == "Port"}
    kept = [s for s in spans if not (s.label == "Region" and s.end in ports)]
    begin = scene.match.start(slot)
    led = any(
        scene.match.end(other) in (begin - 1, begin)
        for other, labels in scene.pattern.slots.items()
        if other != slot and "Region" in labels
    )
    if led and len(kept) > 1:
        at = {s.end for s in scene.annotation.spans if s.label == "Region"}
        first, text = kept[0], scene.annotation.text
        kept = [s for s in kept if s is first or s.start - (text[s.start - 1] == "的") not in at]
    return kept


def _its_document(scene: Scene, bodies: Sequence[Span]) -> list[Span]:
    """国务院发出《…通知》，决定…: what a body does by a document, the document does."""
    before = scene.annotation.starts[scene.match.start()]
    titles = [s for s in scene.annotation.spans if s.label == "Title" and bodies[-1].end <= s.start and s.end <= before]
    between = scene.annotation.text[titles[-1].end : before] if titles else ""
    return titles[-1:] if titles and re.fullmatch(r",?(?:决定|同意|批准|正式|进一步|明确|提出)*", between) else []


def _without_owners(text: str, spans: Sequence[Span]) -> list[Span]:
    """The members of a list without the places that some lie in: 怒江州的贡山、福贡和德宏州的芒市."""
    nexts = [*spans[1:], None]
    return [s for s, after in zip(spans, nexts, strict=True) if after is None or text[s.end : after.start] != "的"]


def _in_note(between: str) -> bool:
    """Whether a bracket opens between two names and does not close."""
    return between.startswith("(") and ")" not in between
