"""Statements to claims: checked against the file, linked to entities, each said once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from operator import itemgetter

from borderkg import schema
from borderkg.claims.claim import Claim, Entity, Literal
from borderkg.claims.evidence import fault
from borderkg.claims.linker import Linker
from borderkg.claims.unclaimed import Held, Merged
from borderkg.corpus.document import Document
from borderkg.corpus.normaliser import is_traditional
from borderkg.extraction.statement import Mention, Statement
from borderkg.extraction.values import Time
from borderkg.records import record, replace
from borderkg.vocabulary import LITERAL_PREDICATES


@record
class Unlinked:
    """A name that may mean several known individuals, and where it stands; none was chosen."""

    source: str
    start: int
    end: int
    name: str
    type: str
    may_be: tuple[str, ...]
    """IRIs."""


@dataclass
class Assembled:
    """What became of the statements of a text: each is a claim, held back, or merged."""

    read: int = 0
    """Statements."""
    claims: list[Claim] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)

    @property
    def unlinked(self) -> list[Unlinked]:
        """The names left unlinked because they may mean several things: of each the first place."""
        first: dict[str, Unlinked] = {}
        for claim in self.claims:
            for entity in (claim.subject_entity, claim.object_entity):
                if entity and entity.may_be:
                    found = Unlinked(claim.source, claim.start, claim.end, entity.name, entity.type, entity.may_be)
                    first.setdefault(entity.iri, found)
        return list(first.values())


class Assembler:
    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._schema = schema.load()

    def assemble(self, document: Document, statements: Iterable[Statement]) -> Assembled:
        """The claims of one document, in the order of their evidence; a claim said twice keeps its first place and
        lists the others."""
        result = Assembled()
        traditional = is_traditional(document.text)
        merged: dict[tuple[str, ...], Claim] = {}
        said: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
        for statement in statements:
            result.read += 1
            reason = fault(statement, document.text, traditional=traditional)
            if reason:
                result.held.append(Held(*_told(document, statement), reason))
                continue
            claim = self._claim(document, statement)
            if claim is None:
                result.merged.append(Merged(*_told(document, statement), "says a thing of itself"))
                continue
            key = claim.key
            before = merged.get(key)
            merged[key] = _both(before, claim) if before else claim
            said[key].append(statement)
        result.merged += [merge for one in said.values() for merge in _said_again(document, one)]
        placed = [((c.start, c.end, c.predicate, c.subject, str(c.object), key), c) for key, c in merged.items()]
        result.claims = [claim for _, claim in sorted(placed, key=itemgetter(0))]
        return result

    def _claim(self, document: Document, statement: Statement) -> Claim | None:
        source_key = document.sha256[:16]
        published = document.bibliography.year
        subject = self._linker.link(statement.subject, source_key, statement.year, published)
        target: Entity | None = None
        value: Literal
        if isinstance(statement.object, Mention):
            if statement.predicate in LITERAL_PREDICATES:
                value, object_type = statement.object.text, LITERAL_PREDICATES[statement.predicate]
            else:
                target = self._linker.link(statement.object, source_key, statement.year, published)
                value, object_type = target.name, target.type
        elif isinstance(statement.object, Time):
            value, object_type = statement.object.text, "Date"
        elif isinstance(statement.object, Decimal):
            value, object_type = number(statement.object), "Number"
        else:
            value, object_type = statement.object, "Text"
        if isinstance(statement.object, Mention) and target and value == subject.name and target.iri != subject.iri:
            value = statement.object.text  # 霍尔果斯口岸 faces 哈萨克斯坦霍尔果斯口岸
        if value == subject.name or (target and target.iri == subject.iri):
            return None
        start, end = statement.evidence
        return Claim(
            source=document.name,
            start=start,
            end=end,
            subject=subject.name,
            subject_type=subject.type,
            predicate=statement.predicate,
            object=value,
            object_type=object_type,
            rule=statement.rule,
            subject_entity=subject,
            object_entity=target,
            indicator=statement.indicator,
            time=statement.time,
            unit=statement.unit,
            modality=statement.modality,
            attribution=statement.attribution,
            context=statement.context,
            qualifiers={**statement.qualifiers, **_printed(statement.object)},
        )


def _printed(value: object) -> dict[str, str]:
    """The number as the text prints it, where a JSON number would lose its last digits: 5.10."""
    printed = f"{value:f}" if isinstance(value, Decimal) else ""
    return {"printed": printed} if "." in printed and printed.endswith("0") else {}


def number(value: Decimal) -> int | float:
    """A JSON number: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def _both(first: Claim, second: Claim) -> Claim:
    """One claim for two places that say the same: the first in the text, the other listed. What the one tells of a figure
    and the other does not (its table, its source) is told of it."""
    if (second.start, second.end) < (first.start, first.end):
        first, second = second, first
    places = [*first.also_at, (second.start, second.end), *second.also_at]
    others = tuple(sorted({place for place in places if place != (first.start, first.end)}))
    said_by = first.attribution if second.attribution else ""  # what the author says too is the author's own
    qualifiers = {**second.qualifiers, **first.qualifiers} if first.predicate == "observation" else first.qualifiers
    return replace(first, also_at=others, attribution=said_by, qualifiers=qualifiers)


def _said_again(document: Document, same: list[Statement]) -> Iterator[Merged]:
    """Of statements that are one claim, all but that which gives it its place: the first in the text."""
    kept = min(same, key=lambda statement: statement.evidence)
    for statement in same:
        if statement is not kept:
            here = statement.evidence == kept.evidence
            reason = "another rule says the same of this place" if here else "another place says the same"
            yield Merged(*_told(document, statement), reason, kept.evidence)


def _told(document: Document, statement: Statement) -> tuple[str, int, int, str, str, str, str]:
    """What a list says of a statement: source, range, predicate, subject, object, rule."""
    obj = statement.object
    shown = obj.text if isinstance(obj, (Mention, Time)) else str(obj)
    return (document.name, *statement.evidence, statement.predicate, statement.subject.text, shown, statement.rule)
