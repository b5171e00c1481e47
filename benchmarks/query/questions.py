"""The twelve questions: seven of the catalogue with its own parameters, and five that are of no paper, in SPARQL 1.1."""

from collections.abc import Mapping
from typing import Final

from benchmarks.graphs import Author

from borderkg.graph.query_text import bound
from borderkg.questions import catalogue
from borderkg.vocabulary import PREFIXES

_OF_CATALOGUE: Final = ("cq01", "cq06", "cq09", "cq15", "cq17", "cq19", "cq37")
_OWN: Final = {
    "a thing by its name": 'SELECT ?thing ?class { ?thing skos:prefLabel "ZONE"@zh ; a ?class }',
    "what came of a policy": "SELECT ?later ?title { ?later (bkg:follows|bkg:implements|bkg:basedOn|bkg:amends)+ <POLICY> "
    "OPTIONAL { ?later skos:prefLabel ?title } }",
    "figures by quantity and year": "SELECT ?quantity ?year (COUNT(?figure) AS ?n) (SUM(?value) AS ?sum) { "
    "?figure bkg:indicator/bkg:measures ?quantity ; bkg:refTime ?year ; bkg:value ?value } GROUP BY ?quantity ?year",
    "the twenty largest figures": "SELECT ?figure ?place ?value { ?figure bkg:area ?area ; bkg:value ?value . "
    '?area skos:prefLabel ?place FILTER(LANG(?place) = "zh") } ORDER BY DESC(?value) ?figure ?place LIMIT 20',
    "names that hold 磨憨": 'SELECT ?thing ?name { ?thing skos:prefLabel ?name FILTER(CONTAINS(?name, "磨憨")) }',
}
_PROLOGUE: Final = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


def questions() -> Mapping[str, str]:
    """The queries by name, those that are light at any size first. What they ask of is in every made graph."""
    _, claims = Author(1).document(0)
    zone, policy = (
        next(claim.subject_entity for claim in claims if claim.predicate == predicate and claim.subject_entity)
        for predicate in ("platformType", "dateIssued")
    )
    asked = {
        name: _PROLOGUE + text.replace("ZONE", zone.name).replace("POLICY", policy.iri) for name, text in _OWN.items()
    }
    for short in _OF_CATALOGUE:
        question = catalogue.find(short)
        asked[f"{short}: {question.summary}"] = bound(question.query, question.bindings({}))
    return asked
