"""The gate: claims are held against the shapes before anything is written; what violates one is held back with its reason."""

from collections.abc import Iterator, Mapping, Sequence

from borderkg import resources
from borderkg.claims.claim import Claim
from borderkg.graph import dataset, writer
from borderkg.graph.records import Held
from borderkg.graph.writer import Source
from borderkg.validation import shapes
from borderkg.validation.report import Report

_ROUNDS = 3
"""Taking a claim out may leave another without what it needs; the rest is checked again."""


def passed(claims: Sequence[Claim], sources: Mapping[str, Source]) -> tuple[list[Claim], list[Held], Report]:
    """The claims that the shapes let through, those that they hold back, and all that was found."""
    report = Report()
    held: list[Held] = []
    kept = list(claims)
    for _ in range(_ROUNDS):
        triples = (quad.triple for quad in dataset.quads(kept, sources) if dataset.is_data(quad))
        violations = shapes.validate(triples, resources.ontology() / "shapes")
        errors = {v.focus: v for v in violations if v.severity == "Violation"}
        if not errors:
            report.add(violations)
            break
        report.add([v for v in violations if v.severity == "Violation"])
        rest = []
        for claim in kept:
            fault = next((errors[iri] for iri in _concerned(claim, sources) if iri in errors), None)
            if fault is None:
                rest.append(claim)
            else:
                held.append(_held(claim, f"{fault.message} ({fault.check} on {fault.path})"))
        if len(rest) == len(kept):
            break
        kept = rest
    return kept, held, report


def _concerned(claim: Claim, sources: Mapping[str, Source]) -> Iterator[str]:
    """The nodes through which a claim may violate a shape: itself, and what it alone describes."""
    source = sources[claim.source]
    yield writer.claim_iri(claim, source)
    if claim.predicate in ("observation", "estimate"):
        yield writer.object_iri(claim, source)
    if claim.subject_entity:
        yield claim.subject_entity.iri


def _held(claim: Claim, reason: str) -> Held:
    return Held(
        claim.source, claim.start, claim.end, claim.predicate, claim.subject, str(claim.object), claim.rule, reason
    )
