"""Which format an answer comes in (RFC 9110, section 12.5.1)."""

import httpx
import pytest

from borderkg.server.negotiation import choose

OFFERED = ("application/sparql-results+json", "application/json", "text/csv", "text/tab-separated-values")
JSON, PLAIN_JSON, CSV, TSV = OFFERED


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("text/*", CSV),
        ("TEXT/CSV", CSV),
        ("text/csv; charset=utf-8", CSV),
        ("text/csv, application/json", CSV),  # among equals the first that is named
        ("text/csv;q=0.5, application/json;q=0.9", PLAIN_JSON),
        ("text/csv;q=0.50, application/json ; Q=0.501", PLAIN_JSON),
        ("*/*;q=0.1, text/csv", CSV),
        ("text/*;q=0.9, text/csv;q=0.1", TSV),  # the narrowest range gives the quality
        ("*/*, application/sparql-results+json;q=0", PLAIN_JSON),
        ("text/html, application/xhtml+xml, */*;q=0.8", JSON),
        ("text/html", None),
        ("text/csv;q=0", None),
        ("text/*;q=0, text/html", None),
        ("nonsense", None),
        ("text/csv;q=2, application/json;q=abc", None),
        (",,text/csv", CSV),
    ],
)
def test_the_best_that_is_taken(header: str, chosen: str | None) -> None:
    """By quality, by narrowness, by order; malformed ranges count for nothing."""
    assert choose(header, OFFERED) == chosen


TABLE = "SELECT ?p { ?p a bkg:Port } LIMIT 1"
TRIPLES = "CONSTRUCT WHERE { ?p a bkg:Port } LIMIT 1"


@pytest.mark.parametrize(
    ("query", "name", "media"),
    [
        (TABLE, "json", "application/sparql-results+json"),
        (TABLE, "xml", "application/sparql-results+xml"),
        (TABLE, "CSV", "text/csv; charset=utf-8"),
        (TABLE, "tsv", "text/tab-separated-values; charset=utf-8"),
        (TABLE, "application/json", "application/json"),
        (TRIPLES, "json", "application/ld+json"),
        (TRIPLES, "xml", "application/rdf+xml"),
        (TRIPLES, "turtle", "text/turtle; charset=utf-8"),
        (TRIPLES, "nt", "application/n-triples"),
        (TRIPLES, "jsonld", "application/ld+json"),
        (TRIPLES, "rdfxml", "application/rdf+xml"),
        (TRIPLES, "trig", "application/trig"),
        (TABLE, "unknown", "text/csv; charset=utf-8"),
    ],
)
def test_a_format_by_its_name(query: str, name: str, media: str, client: httpx.Client) -> None:
    """`format=` in the address or in the form goes before the header; a name that is not known is passed over."""
    header = {"Accept": "text/csv"}
    answers = [
        client.get("/sparql", params={"query": query, "format": name}, headers=header),
        client.post("/sparql", data={"query": query, "format": name}, headers=header),
    ]
    assert [(answer.status_code, answer.headers["Content-Type"]) for answer in answers] == [(200, media)] * 2


@pytest.mark.parametrize(("query", "name"), [(TABLE, "turtle"), (TRIPLES, "csv")])
def test_a_format_of_another_kind(query: str, name: str, client: httpx.Client) -> None:
    """406, and the formats that there are."""
    answer = client.get("/sparql", params={"query": query, "format": name})
    assert answer.status_code == 406
    assert answer.json()["type"].endswith("/not-acceptable")
    assert "application/" in answer.json()["detail"]
