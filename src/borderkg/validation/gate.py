"""The gate: claims are held against the shapes before anything is written; what violates one is held back with its reason."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from borderkg import resources
from borderkg.claims.claim import Claim
from borderkg.claims.unclaimed import Held
from borderkg.graph import dataset, iris, writer
from borderkg.graph.writer import Source
from borderkg.validation import shapes
from borderkg.validation.report import Report, Violation
from borderkg.vocabulary import BKG, ID, PREDICATES, UNSCORED_PREDICATES

_STATED = frozenset(BKG + predicate for predicate in (*PREDICATES, *UNSCORED_PREDICATES))

_STATED_BY_A_CLAIM = (ID + "evidence/", ID + "observation/")


def passed(claims: Sequence[Claim], sources: Mapping[str, Source]) -> tuple[list[Claim], list[Held], Report]:
    """The claims that the shapes let through, those that they hold back, and all that was found.

    Taking a claim out may leave another without what it needs, so the rest is checked again until nothing is to be held
    back. What still violates then is no claim's doing (`Report.standing`).
    """
    report = Report()
    held: list[Held] = []
    kept = list(claims)
    while True:
        triples = (quad.triple for quad in dataset.quads(kept, sources) if dataset.is_data(quad))
        violations = shapes.validate(triples, resources.ontology() / "shapes")
        errors: dict[str, list[Violation]] = defaultdict(list)
        for violation in violations:
            if violation.severity == "Violation":
                errors[_at_fault(violation)].append(violation)
        rest = []
        for claim in kept:
            fault = _fault(claim, sources[claim.source], errors)
            if fault is None:
                rest.append(claim)
            else:
                held.append(_held(claim, sources[claim.source], fault))
        if len(rest) == len(kept):
            report.add(violations)
            report.standing = sum(map(len, errors.values()))
            return kept, held, report
        report.add([v for v in violations if v.severity == "Violation"])
        kept = rest


def _at_fault(violation: Violation) -> str:
    """The thing that is wrong: where a text's evidence or an indicator's figures are looked at together, the one found."""
    together = violation.check == "SPARQLConstraintComponent" and violation.value.startswith(_STATED_BY_A_CLAIM)
    return violation.value if together else violation.focus


def _fault(claim: Claim, source: Source, errors: Mapping[str, Sequence[Violation]]) -> Violation | None:
    """What a claim does to violate a shape: by itself, by what it alone describes, or by what it says of its subject."""
    own = [writer.claim_iri(claim, source)]
    if claim.predicate in ("observation", "estimate"):
        own.append(writer.object_iri(claim, source))
    own += [iris.evidence(source.sha256, *at) for at in ((claim.start, claim.end), *claim.context, *claim.also_at)]
    subject = claim.subject_entity.iri if claim.subject_entity else ""
    found = [violation for iri in own for violation in errors.get(iri, ())]
    found += [violation for violation in errors.get(subject, ()) if _says(claim, source, violation)]
    return found[0] if found else None


def _says(claim: Claim, source: Source, violation: Violation) -> bool:
    """Whether a fault of a claim's subject may be of its making: one of its property and value, or of no claim's property."""
    if violation.path not in _STATED:
        return True
    said = writer.object_iri(claim, source)
    return violation.path == BKG + claim.predicate and (not said or violation.value in ("", said))


def _held(claim: Claim, source: Source, fault: Violation) -> Held:
    return Held(
        source=claim.source,
        start=claim.start,
        end=claim.end,
        predicate=claim.predicate,
        subject=claim.subject,
        object=str(claim.object),
        rule=claim.rule,
        reason=f"{fault.message} ({' on '.join(filter(None, (fault.check, fault.path)))})",
        reason_zh=fault.message_zh,
        claim=writer.claim_iri(claim, source),
    )
