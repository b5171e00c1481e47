"""Runs the relation rules over a sentence and turns their matches into statements."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from borderkg import schema
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.context import Modality, acting_body, governing_date
from borderkg.extraction.mentions import Mentions
from borderkg.extraction.patterns import Pattern
from borderkg.extraction.rules import ROLES, Role, Rule, Template
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.surroundings import Surroundings
from borderkg.extraction.values import Time


@dataclass(frozen=True, slots=True)
class Filled:
    """One filler of a role: a mention or a time, and the range of the sentence where it stands."""

    value: Mention | Time
    where: Range | None
    """None where it stands in another sentence."""
    far: bool = False
    """Outside the match: context, not evidence."""
    outer: "Filled | None" = None
    """The larger place written before it, or before the list that it stands in."""
    pieces: tuple[Range, ...] = ()
    """Where other words of a composed name stand: context of what it says."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a rule read in a sentence; ranges are positions in the sentence's text."""

    subject: Mention
    predicate: str
    object: Mention | Time
    evidence: Range
    context: tuple[Range, ...]
    rule: str
    modality: str
    year: int | None
    match: Range
    heading: bool = False
    """The heading of the section is part of the reading."""


_NEAR = 60
"""Characters. A governing date further off is context of its own rather than part of the evidence."""


class Relations:
    def __init__(self, rules: Sequence[Rule], mentions: Mentions, modality: Modality) -> None:
        self._rules = rules
        self._mentions = mentions
        self._modality = modality
        self._schema = schema.load()

    def read(self, annotation: Annotation, around: Surroundings) -> Iterator[Read]:
        """All that the rules read in a sentence, given what stands around it."""
        for rule in self._rules:
            for pattern in rule.patterns:
                if not pattern.may_match(annotation.abstract):
                    continue
                for match in _matches(rule, pattern, annotation.abstract):
                    yield from self._statements(annotation, rule, pattern, match, around)

    def _statements(
        self, annotation: Annotation, rule: Rule, pattern: Pattern, match: re.Match[str], around: Surroundings
    ) -> Iterator[Read]:
        modality = ""
        date = governing_date(annotation, match.start(), match.end())
        if rule.event:
            modality = self._modality.of(annotation, match.start(), match.end())
            if not modality and date is None:
                modality = around.modality
        year = int(date.value.start[:4]) if date and isinstance(date.value, Time) else None
        whole = annotation.text_range(match.start(), match.end())
        for template in rule.templates:
            if not all(self._has(role, match, pattern) for role in (template.subject, template.object)):
                continue
            scene = _Scene(annotation, pattern, match, date, around)
            subjects = self._fill(scene, template.subject, template.predicate)
            if template.object.end == "outer":
                pairs = [(s, s.outer) for s in subjects if s.outer]
            else:
                pairs = _pairs(subjects, self._fill(scene, template.object, template.predicate), template)
            for subject, obj in pairs:
                read = self._one(template, subject, obj, rule, modality, year, whole)
                if read:
                    yield read

    def _has(self, role: Role, match: re.Match[str], pattern: Pattern) -> bool:
        return role.slot in ROLES or (role.slot in pattern.slots and match.group(role.slot) is not None)

    def _one(
        self,
        template: Template,
        subject: Filled,
        obj: Filled,
        rule: Rule,
        modality: str,
        year: int | None,
        whole: Range,
    ) -> Read | None:
        if not isinstance(subject.value, Mention):
            return None
        object_type = obj.value.type if isinstance(obj.value, Mention) else "Date"
        if not self._schema.accepts(template.predicate, subject.value.type, object_type):
            return None
        if template.predicate == "issuedBy" and obj.far and subject.value.self_issued:
            return None  # 2010年印发的《国务院办公厅关于…》: the title tells the issuer
        if isinstance(obj.value, Mention) and not self._belongs(template.predicate, subject.value, obj.value):
            return None
        near = [f.where for f in (subject, obj) if not f.far and f.where]
        far = [f.where for f in (subject, obj) if f.far]
        start = min(where[0] for where in near) if near else whole[0]
        end = max(where[1] for where in near) if near else whole[1]
        if far:  # the verb of the match belongs to the evidence where one side stands elsewhere
            start, end = min(start, whole[0]), max(end, whole[1])
        context = []
        for where in far:
            if where is None:
                continue
            if where[1] <= start and start - where[0] <= _NEAR:
                start = where[0]
            else:
                context.append(where)
        pieces = [piece for f in (subject, obj) for piece in f.pieces if not (start <= piece[0] and piece[1] <= end)]
        context += sorted(set(pieces))
        heading = "period" in (template.subject.slot, template.object.slot)
        return Read(
            subject.value,
            template.predicate,
            obj.value,
            (start, end),
            tuple(context),
            rule.id,
            modality,
            year,
            whole,
            heading,
        )

    def _belongs(self, predicate: str, subject: Mention, obj: Mention) -> bool:
        """Whether a concept is of the scheme that the predicate takes, and whether a border has two sides."""
        scheme = self._schema.properties[predicate].scheme
        if scheme and obj.concept and obj.concept.scheme != scheme:
            return False
        if predicate in ("borders", "tradesWith"):
            home = any(i.value("isoCode") == "CN" for i in obj.individuals)
            return not home or subject.type == "Country"
        return True

    def _fill(self, scene: "_Scene", role: Role, predicate: str) -> list[Filled]:
        date = scene.date
        if role.slot == "when":
            if date is None or not isinstance(date.value, Time):
                return []
            filled = Filled(date.value, (date.start, date.end), True)
            year = _end_of(filled, role.end) if role.end else filled
            return [replace(year, far=True)] if year else []
        if role.slot == "who":
            bodies = acting_body(scene.annotation, scene.match.start())
            return [Filled(m, (s.start, s.end), True) for s in bodies for m in self._mentions.of(s)]
        if role.slot == "topic":
            return self._topic(scene, role, predicate)
        if role.slot == "period":
            return [Filled(scene.around.period, None, True)] if scene.around.period else []
        if role.slot == "document":
            return [Filled(scene.around.document, None, True)]
        fillers = self._slot(scene.annotation, role.slot, scene.pattern, scene.match)
        if role.end in ("first", "second"):
            halves = [_half(f, role.end) for f in fillers]
            return [
                replace(h, value=m)
                for h in halves
                if isinstance(h.value, Mention) and (m := self._mentions.as_type(h.value, role.type))
            ]
        if role.end:
            return [f for f in (_end_of(f, role.end) for f in fillers) if f]
        if role.type == "Government":
            governed = [(self._mentions.government(f.value), f) for f in fillers if isinstance(f.value, Mention)]
            return [replace(f, value=government) for government, f in governed if government]
        if role.type == "Revision":
            return [_revision(f, date) for f in fillers if isinstance(f.value, Mention) and date]
        if role.kind:
            kinds = self._slot(scene.annotation, role.kind, scene.pattern, scene.match)
            return self._composed(scene.annotation, role, scene.match, fillers, kinds)
        if role.type:
            cast = []
            for f in fillers:
                if isinstance(f.value, Mention) and (m := self._mentions.as_type(f.value, role.type)):
                    cast.append(Filled(m, f.where))
            return cast
        return fillers

    def _topic(self, scene: "_Scene", role: Role, predicate: str) -> list[Filled]:
        """What the sentence speaks of, of a type that the predicate takes."""
        before = scene.annotation.starts[scene.match.start()]
        domain = self._schema.properties[predicate].domain
        here = [(span, inside) for span, inside in scene.around.topics.values() if not inside or span.start <= before]
        for span, inside in sorted(here, key=lambda entry: not entry[1]):
            for mention in self._mentions.of(span):
                wanted = role.type or mention.type
                if mention.type == wanted and (not domain or mention.type in domain):
                    return [Filled(mention, (span.start, span.end) if inside else None, not inside)]
        return []

    def _composed(
        self, annotation: Annotation, role: Role, match: re.Match[str], places: list[Filled], kinds: list[Filled]
    ) -> list[Filled]:
        composed = []
        for place in _dashed(annotation, places):
            for kind in kinds:
                if not (isinstance(place.value, Mention) and isinstance(kind.value, Mention) and place.where):
                    continue
                start, end = place.where
                pieces = (kind.where,) if kind.where else ()
                if role.type == "Platform":
                    lead = place.outer.value.text if place.outer and isinstance(place.outer.value, Mention) else ""
                    tail = re.match(r"\([^()]{1,12}\)", annotation.text[end:])
                    mention = self._mentions.platform(place.value, kind.value, lead, tail[0] if tail else "")
                    composed.append(
                        replace(place, value=mention, where=(start, end + (len(tail[0]) if tail else 0)), pieces=pieces)
                    )
                elif role.type in ("Policy", "Corridor"):
                    name = self._mentions.official(place.value) + kind.value.text
                    surface = (place.value.surface[0], kind.value.surface[0])
                    composed.append(replace(place, value=Mention(role.type, name, surface), pieces=pieces))
        return composed

    def _slot(self, annotation: Annotation, slot: str, pattern: Pattern, match: re.Match[str]) -> list[Filled]:
        begin, stop = match.span(slot)
        labels = pattern.slots[slot]
        if labels == ("Pairs",):
            return _pair_fillers(annotation, begin, stop)
        spans = annotation.spans_in(begin, stop, labels)
        fillers: list[Filled] = []
        outer: Filled | None = None
        for k, span in enumerate(spans):
            where = (span.start, span.end)
            outer = self._outer(annotation, spans[k - 1] if k else None, span, outer)
            if span.label == "Date" and isinstance(span.value, Time):
                if span.value.is_date or span.value.end:
                    fillers.append(Filled(span.value, where))
            elif span.label != "Quantity":
                fillers += [Filled(m, where, outer=outer) for m in self._mentions.of(span)]
        if slot in pattern.lists and labels:
            fillers += self._unknown(annotation, begin, stop, labels)
        elif not labels:
            start, end = annotation.text_range(begin, stop)
            text = annotation.text[start:end]
            fillers.append(Filled(Mention("Text", text, (text,)), (start, end)))
        return sorted(fillers, key=lambda f: f.where or (0, 0))

    def _outer(self, annotation: Annotation, before: Span | None, span: Span, outer: Filled | None) -> Filled | None:
        """The larger place before a place: its own prefix, or that of the list it stands in; a province is its own."""
        if span.label != "Region":
            return None
        if span.found_by.startswith("recogniser:place within"):
            first = span.parts[0]
            return Filled(self._mentions.of(first)[0], (first.start, span.end))
        if any(i.value("adminLevel").endswith("province") for i in span.individuals):
            return Filled(self._mentions.of(span)[0], (span.start, span.end))
        joined = before and re.fullmatch(r"(?:\([^()]*\))?[、—和与及]", annotation.text[before.end : span.start])
        if not joined or outer is None or not isinstance(outer.value, Mention) or outer.where is None:
            return None
        fitting = self._mentions.inside(span.individuals, outer.value.individuals)
        return replace(outer, where=(outer.where[0], span.end)) if fitting else None

    def _unknown(self, annotation: Annotation, begin: int, stop: int, labels: Sequence[str]) -> Iterator[Filled]:
        """The unknown names of a loose list."""
        for piece in re.finditer(
            r"(?:^|(?<=[、,和与及]))[\u4e00-\u9fff—]{2,9}(?=[、,和与及等]|$)", annotation.abstract[begin:stop]
        ):
            start, end = annotation.text_range(begin + piece.start(), begin + piece.end())
            text = re.sub(r"等$", "", annotation.text[start:end])
            if len(text) >= 2:
                yield Filled(Mention(labels[0], text, (text,)), (start, start + len(text)))


def _pair_fillers(annotation: Annotation, begin: int, stop: int) -> list[Filled]:
    """The pairs of names under a range of the abstract string."""
    start, end = annotation.text_range(begin, stop)
    fillers = []
    for pair in re.finditer(r"[^、和与及]+—[^、和与及]+", annotation.text[start:end]):
        text = pair[0]
        fillers.append(Filled(Mention("Text", text, (text,)), (start + pair.start(), start + pair.end())))
    return fillers


def _half(filled: Filled, end: str) -> Filled:
    """The first or the second name of a pair."""
    if not isinstance(filled.value, Mention) or filled.where is None:
        raise TypeError("a pair is two names")
    first, _, second = filled.value.text.partition("—")
    begin, stop = filled.where
    if end == "first":
        return Filled(Mention("Text", first, (first,)), (begin, begin + len(first)))
    return Filled(Mention("Text", second, (second,)), (stop - len(second), stop))


def _dashed(annotation: Annotation, places: list[Filled]) -> list[Filled]:
    """Places of a list joined by a dash are one: 绥芬河—东宁."""
    joined: list[Filled] = []
    for place in places:
        before = joined[-1] if joined else None
        if (
            before
            and before.where
            and place.where
            and annotation.text[before.where[1] : place.where[0]] == "—"
            and isinstance(before.value, Mention)
            and isinstance(place.value, Mention)
        ):
            name = f"{before.value.text}—{place.value.text}"
            mention = Mention("Region", name, (before.value.surface[0] + "—" + place.value.surface[0],))
            joined[-1] = replace(before, value=mention, where=(before.where[0], place.where[1]))
        else:
            joined.append(place)
    return joined


def _matches(rule: Rule, pattern: Pattern, abstract: str) -> Iterator[re.Match[str]]:
    if not rule.overlapping:
        yield from pattern.regex.finditer(abstract)
        return
    position = 0
    while match := pattern.regex.search(abstract, position):
        yield match
        position = match.start() + 1


@dataclass(frozen=True, slots=True)
class _Scene:
    """One match of a pattern, and all that its roles may be filled from."""

    annotation: Annotation
    pattern: Pattern
    match: re.Match[str]
    date: Span | None
    around: Surroundings


def _end_of(filled: Filled, end: str) -> Filled | None:
    """The first or last year of a span of years; a date is its own beginning, and has no end."""
    time = filled.value
    if not isinstance(time, Time) or time.vague or (end == "end" and not time.end):
        return None
    return Filled(Time((time.end if end == "end" else time.start)[:4]), filled.where)


def _revision(filled: Filled, date: Span | None) -> Filled:
    """A law as revised in a year is another document than the law: 对外贸易法(2004年修订)."""
    mention, time = filled.value, date.value if date else None
    if not isinstance(mention, Mention) or not isinstance(time, Time):
        raise TypeError("a revision needs a title and a date")
    return Filled(replace(mention, text=f"{mention.text}({time.start[:4]}年修订)", individuals=()), filled.where)


def _pairs(subjects: list[Filled], objects: list[Filled], template: Template) -> list[tuple[Filled, Filled]]:
    if template.pairwise and (len(subjects) > 1 or len(objects) > 1):
        return list(zip(subjects, objects, strict=True)) if len(subjects) == len(objects) else []
    return [(s, o) for s in subjects for o in objects]
