"""Every term of the ontology serves a question of the catalogue, or is exempt for a reason that is told here."""

import re
from collections.abc import Iterable

import pyoxigraph as ox

from borderkg import resources, schema
from borderkg.questions import catalogue
from borderkg.vocabulary import BKG, OWL, RDFS

EXEMPT = {
    "how a claim stands to its text, for whoever checks it": (
        ["attribution", "context", "furtherEvidence", "namedAs", "rank", "rankReason", "readBy", "Rule", "states"]
    ),
    "how well a rule reads: the page of a thing tells it with each claim": ["claimsChecked", "claimsRight"],
    "what was held back, and what disagrees: the gate's report and the conflicts are read there": (
        ["Quarantined", "conflictKind", "reason"]
    ),
    "by what a text is found again and cited": (
        ["citation", "container", "fileName", "isDemonstration", "pages", "published", "textHash", "textLength"]
    ),
    "what rules infer, and on which claims: asked as the relation of a hop": (
        ["adoptedAt", "continues", "elaborates", "restsOn"]
    ),
    "authority data, by which names are linked": (
        ["abbreviation", "borderCounty", "collects", "formerGbCode", "gbCode", "isNew", "isoCode", "isoCode3"]
    ),
}
"""Terms of provenance and administration, by the reason for which no question asks them."""

EXEMPT_SCHEMES = {"conflict-kind": "kinds of conflicts are administration", "rank": "ranks are administration"}

SCHEMA = schema.load()
ASKED = frozenset(re.findall(r"\bbkg:(\w+)", " ".join(q.query for q in catalogue.load().values())))
"""The terms that a query names."""


def related(predicate: str) -> set[tuple[str, str]]:
    """The pairs of terms that core joins by a property of RDFS or OWL."""
    found = set()
    for path in (resources.ontology() / "core").glob("*.ttl"):
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            ends = (quad.subject, quad.object)
            if quad.predicate.value == predicate and all(isinstance(end, ox.NamedNode) for end in ends):
                found.add((ends[0].value.removeprefix(BKG), ends[1].value.removeprefix(BKG)))
    return found


def served() -> set[str]:
    """The terms that serve a question: those asked; the inverse of a property asked and those above it; the classes that
    a served property joins, and those above a served class."""
    found = set(ASKED)
    inverse = related(OWL + "inverseOf")
    above = related(RDFS + "subPropertyOf") | related(RDFS + "subClassOf")
    while True:
        more = {b for a, b in inverse if a in found} | {a for a, b in inverse if b in found}
        more |= {b for a, b in above if a in found}
        for name in found & SCHEMA.properties.keys():
            more |= SCHEMA.properties[name].domain | SCHEMA.properties[name].range
        if more <= found:
            return found
        found |= more


def unserved(terms: Iterable[str]) -> list[str]:
    exempt = {name for names in EXEMPT.values() for name in names}
    return sorted(set(terms) - served() - exempt)


def test_every_term_serves_a_question() -> None:
    """A class or property that no question needs is to be asked, or to go."""
    assert unserved([*SCHEMA.classes, *SCHEMA.properties]) == []


def test_a_term_that_nobody_asks_is_found() -> None:
    """One that is made up is told."""
    assert unserved(["Port", "colourOfTheGate"]) == ["colourOfTheGate"]


def test_questions_ask_terms_that_exist() -> None:
    """No query names a term that the ontology lacks."""
    assert ASKED - SCHEMA.classes - SCHEMA.properties.keys() == set()


def test_exempt_terms_exist() -> None:
    """The list of exempt terms holds no term twice and none that is gone."""
    exempt = [name for names in EXEMPT.values() for name in names]
    assert len(set(exempt)) == len(exempt)
    assert set(exempt) <= SCHEMA.classes | SCHEMA.properties.keys()


def test_every_scheme_serves_a_question() -> None:
    """The concepts of a scheme are objects of a property that is asked: of its own, or of `isA`, which takes any kind."""
    own = {p.scheme: p.name for p in SCHEMA.properties.values() if p.scheme}
    for scheme in {concept.scheme for concept in SCHEMA.concepts} - EXEMPT_SCHEMES.keys():
        assert own.get(scheme, "isA") in ASKED, scheme
