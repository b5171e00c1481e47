"""Runs the relation rules over a sentence and turns their matches into readings."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg import schema
from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.discourse.appositions import apposed
from borderkg.extraction.discourse.clauses import in_subject_position
from borderkg.extraction.discourse.context import Modality, governing_dates
from borderkg.extraction.discourse.surroundings import Surroundings
from borderkg.extraction.relations import subjects
from borderkg.extraction.relations.conventions import Conventions
from borderkg.extraction.relations.couples import Couples
from borderkg.extraction.relations.filled import Filled
from borderkg.extraction.relations.fillers import Scene
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.relations.read import Read
from borderkg.extraction.relations.refused import couple
from borderkg.extraction.rulebook.patterns import Pattern
from borderkg.extraction.rulebook.rules import ROLES, Rule, Template
from borderkg.extraction.rulebook.sieve import Sieve
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.values import Time

_LEFT_OUT: Final = MARKS["Topic"]
_NEAR: Final = 60
"""Characters. A governing date further off is context of its own rather than part of the evidence."""

_PASSED_ON: Final = re.compile("转发|批转|转批")


class Relations:
    def __init__(self, rules: Sequence[Rule], mentions: Mentions, modality: Modality) -> None:
        self._rules = rules
        self._sieve = Sieve(rules)
        self._conventions = Conventions(mentions)
        self._couples = Couples(mentions)
        self._modality = modality
        self._schema = schema.load()

    def read(self, annotation: Annotation, around: Surroundings) -> Iterator[Read]:
        """All that the rules read in a sentence, given what stands around it."""
        yield from _as_ports(list(self._read(annotation, around)))

    def _read(self, annotation: Annotation, around: Surroundings) -> Iterator[Read]:
        spoken_of, abstract = _spoken_of(annotation), annotation.abstract
        for number, patterns in self._sieve.passed(abstract).items():
            rule = self._rules[number]
            for pattern in patterns:
                if pattern.about and pattern.about.isdisjoint(spoken_of):
                    continue
                if first := pattern.regex.search(abstract):
                    for match in _matches(rule, pattern, annotation, first):
                        yield from self._statements(annotation, rule, pattern, match, around)

    def _statements(
        self, annotation: Annotation, rule: Rule, pattern: Pattern, match: re.Match[str], around: Surroundings
    ) -> Iterator[Read]:
        dates = governing_dates(annotation, match.start(), match.end())
        date = dates[0] if len(dates) == 1 else None
        year = int(date.value.start[:4]) if date and isinstance(date.value, Time) else None
        said = self._said(annotation, rule, match, "" if dates else around.modality)
        whole = annotation.text_range(match.start(), _without_stop(annotation.abstract, match))
        passed_on = "转" in match[0] and bool(_PASSED_ON.search(match[0]))
        scene = Scene(annotation, pattern, match, tuple(dates), around)
        given = ROLES.union([slot for slot in pattern.slots if match.group(slot) is not None])
        stated = [t for t in rule.templates if t.subject.slot in given and t.object.slot in given]
        for template in stated:
            if _named_by_another(template, stated):
                continue
            modality = said or self._not_yet(annotation, rule, template, match)
            for subject, obj in self._couples.of(scene, template):
                read = self._one(template, subject, obj, rule, modality, year, whole, passed_on)
                if read:
                    yield read

    def _said(self, annotation: Annotation, rule: Rule, match: re.Match[str], around: str) -> str:
        """The modality that the words of a match and those before it give; of an event without a date that of what stands
        around it."""
        if rule.event:
            return self._modality.of(annotation, match.start(), match.end()) or around
        return self._modality.of_named(annotation, match.start(), match.end())

    def _not_yet(self, annotation: Annotation, rule: Rule, template: Template, match: re.Match[str]) -> str:
        """The modality that what a match names has by itself: a line that is not built, a document that is not issued."""
        if template.predicate == "crosses":
            return self._unbuilt(annotation, match)
        if template.predicate in _ISSUED and not rule.event:
            return self._unissued(annotation, match)
        return ""

    def _unissued(self, annotation: Annotation, match: re.Match[str]) -> str:
        """Whether the document, policy or agreement that a match names last has still to be issued: 6月，《…规划》将发布."""
        named = [i for i, s in annotation.at.items() if s.label in _INSTRUMENTS and match.start() <= i < match.end()]
        return self._modality.of_document(annotation, max(named)) if named else ""

    def _unbuilt(self, annotation: Annotation, match: re.Match[str]) -> str:
        """Whether the line that a clause goes on about was named as one that is only planned."""
        start, end = match.span()
        begun = annotation.abstract.rfind(";", 0, start) + 1
        own = any(span.label == "Corridor" and begun <= i < end for i, span in annotation.at.items())
        if _WILL_RUN.search(annotation.abstract, begun if own else 0, end):
            return "planned"
        named = [i for i, span in annotation.at.items() if span.label == "Corridor" and i <= start]
        if named:
            return self._modality.of_line(annotation, max(named))
        inside = [i for i, span in annotation.at.items() if span.label == "Corridor" and i < end]
        return self._modality.of_line(annotation, min(inside)) if inside else ""  # 倡议共建自甲国到乙国的某铁路

    def _one(
        self,
        template: Template,
        subject: Filled,
        obj: Filled,
        rule: Rule,
        modality: str,
        year: int | None,
        whole: Range,
        passed_on: bool,
    ) -> Read | None:
        said = couple(subject, template.predicate, obj, passed_on)
        if said is None:
            return None
        about, target = said.about, said.target
        object_type = target.type if isinstance(target, Mention) else "Date"
        if not self._schema.accepts(template.predicate, about.type, object_type):
            return None
        if subject.far and about.base:
            about = about.base  # 勐腊县东部与老挝接壤，是边境县: what goes on is said of the whole
        if isinstance(target, Mention):
            told = self._conventions.told(template.predicate, about, target, as_kind=bool(template.object.type))
            if told is None:
                return None
            about, target = told
        evidence, context = _places(subject, obj, whole)
        raw = tuple(dict.fromkeys(where for f in (subject, obj) for where in f.raw))
        heading = "period" in (template.subject.slot, template.object.slot)
        return Read(about, template.predicate, target, evidence, context, rule.id, modality, year, whole, heading, raw)


_ISSUED: Final = ("dateIssued", "issuedBy", "party")
_INSTRUMENTS: Final = ("Title", "Policy", "Agreement")
_WILL_RUN: Final = re.compile(
    "按照?(?:设计|规划|计划|方案|设想)(?=[,由从自])|将(?:会)?(?=[从由自起经途穿连贯延通抵北南东西])|(?:计划|拟)(?:通过)?(?:建设|修建|新建)"
)
"""这条铁路将从甲地出发，经乙地…: all of its course is still to be."""


def _spoken_of(annotation: Annotation) -> set[str]:
    """The labels of what a sentence names; of a subject left out, or 其, of all that may be meant."""
    left_out = {a.span.label for span in annotation.spans if span.label == "Topic" for a in span.antecedents}
    return left_out.union([span.label for span in annotation.spans if span.label != "Topic"])


def _without_stop(text: str, match: re.Match[str]) -> int:
    """Where a match ends, without the mark that only shows that its clause does, and what the next one leaves out."""
    end = match.end()
    while end - 1 > match.start() and text[end - 1] in ",;:。、" + _LEFT_OUT:
        end -= 1
    return end


def _named_by_another(template: Template, stated: Sequence[Template]) -> bool:
    """Whether the match names who acted, so that it is not the body that acted before: 经国务院批准，商务部发布…."""
    sides = template.subject, template.object
    if "who" not in (template.subject.slot, template.object.slot):
        return False
    rest = [role for role in sides if role.slot != "who"]
    others = [t for t in stated if t is not template and t.predicate == template.predicate]
    return any([r for r in (t.subject, t.object) if r.slot not in ROLES and r not in rest] for t in others)


def _as_ports(reads: list[Read]) -> Iterator[Read]:
    """Without what is said of a place where another rule says it of the port of that name: 口岸之中，瑞丽…归西南边境贸易区."""
    ports = {_key(read) for read in reads if read.subject.type == "Port"}
    yield from (read for read in reads if read.subject.type != "Region" or _key(read) not in ports)


def _key(read: Read) -> tuple[str, str, str]:
    return read.subject.surface[0], read.predicate, read.object.text if isinstance(read.object, Mention) else ""


def _places(subject: Filled, obj: Filled, whole: Range) -> tuple[Range, tuple[Range, ...]]:
    """The evidence of a reading and its context in the sentence, from where its two sides stand."""
    near = [f.where for f in (subject, obj) if not f.far and f.where]
    far = [f.where for f in (subject, obj) if f.far]
    start = min([where[0] for where in near]) if near else whole[0]
    end = max([where[1] for where in near]) if near else whole[1]
    if far:  # the verb of the match belongs to the evidence where one side stands elsewhere
        start, end = min(start, whole[0]), max(end, whole[1])
    context = []
    for where in far:
        if where is None:
            continue
        if where[1] <= start and start - where[0] <= _NEAR:
            start = where[0]
        elif not (start <= where[0] and where[1] <= end):
            context.append(where)
    pieces = [piece for f in (subject, obj) for piece in f.pieces if not (start <= piece[0] and piece[1] <= end)]
    return (start, end), (*context, *sorted(set(pieces))) if pieces else tuple(context)


def _matches(rule: Rule, pattern: Pattern, annotation: Annotation, first: re.Match[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern, from the first, whose subject, where it begins with one, stands as a subject."""
    text = annotation.abstract
    match: re.Match[str] | None = first
    while match:
        led = bool(pattern.leads) and match.start(pattern.leads) == match.start()
        fits = not led or (_stands(pattern, match, annotation) and _understood(pattern, match, annotation))
        fits = fits and not (led and subjects.attributive(annotation, match, pattern.slots[pattern.leads]))
        if fits:
            yield match
        if rule.overlapping or not fits:  # but no match begins inside the list that led another
            position = max(match.start() + 1, match.end(pattern.leads) if fits and pattern.leads else 0)
        else:  # a subject left out behind the last comma belongs to what follows
            ended = match.end() - (text[match.end() - 1] == _LEFT_OUT)
            position = max(ended, match.start() + 1)
        match = pattern.regex.search(text, position)


def _stands(pattern: Pattern, match: re.Match[str], annotation: Annotation) -> bool:
    """Whether what a pattern begins with stands as a subject; one that is left out does."""
    at = annotation.at.get(match.start())
    left_out = at is not None and at.start == at.end
    named = in_subject_position(annotation.abstract, match.start(), match.end(pattern.leads))
    return left_out or (named and not apposed(annotation, match.start()))


def _understood(pattern: Pattern, match: re.Match[str], annotation: Annotation) -> bool:
    """Whether a subject left out can be of a type that the pattern asks for, and is not named at once."""
    topic = annotation.at.get(match.start())
    if topic is None or topic.label != "Topic":
        return _goes_on(topic, annotation, match.end(pattern.leads))
    labels = pattern.slots[pattern.leads]
    named = annotation.at.get(match.start() + 1)
    fitting = [a for a in topic.antecedents if a.span.label in labels]
    if not fitting or (named and named.label in labels):
        return False
    return not subjects.of_another(annotation, match, topic, labels, fitting)


def _goes_on(named: Span | None, annotation: Annotation, after: int) -> bool:
    """Whether a clause that begins behind a name is of what was named: in 甲承接乙，由某局公布, it is not of 乙."""
    topic = annotation.at.get(after + 1) if annotation.abstract[after : after + 1] == "," else None
    if named is None or topic is None or topic.label != "Topic":
        return True
    alike = [a for a in topic.antecedents if a.span.label == named.label]
    return not alike or any(a.where == (named.start, named.end) for a in alike)
