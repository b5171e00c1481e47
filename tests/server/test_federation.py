"""SERVICE leads to the endpoints that the operator allowed, and to no other, whatever a query names."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.running import serving
from tests.server.hostile import Hostile, hostile
from tests.servers import load, virtuoso

LABELS = "SELECT ?p ?l { ?p a bkg:Port ; skos:prefLabel ?l } ORDER BY ?p ?l"
CSV = {"Accept": "text/csv"}


@pytest.fixture
def elsewhere() -> Iterator[Hostile]:
    """Another server on this machine."""
    with hostile() as server:
        yield server


@pytest.mark.parametrize("silent", ["", "SILENT "])
def test_without_leave_the_server_calls_nobody(silent: str, elsewhere: Hostile, client: httpx.Client) -> None:
    """403, and the other server hears nothing."""
    query = f"SELECT * {{ SERVICE {silent}<{elsewhere.address}/well> {{ ?s ?p ?o }} }}"
    answer = client.get("/sparql", params={"query": query})
    assert answer.status_code == 403
    assert "SERVICE" in answer.json()["detail"]
    assert elsewhere.heard == []


def test_graphs_are_not_fetched(elsewhere: Hostile, client: httpx.Client) -> None:
    """FROM and the protocol name graphs of the store; their addresses are never called."""
    query = "SELECT ?s FROM <HERE> WHERE { ?s ?p ?o } LIMIT 1".replace("HERE", elsewhere.address)
    client.get("/sparql", params={"query": query})
    client.get(
        "/sparql", params={"query": "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1", "default-graph-uri": elsewhere.address}
    )
    assert elsewhere.heard == []


@pytest.fixture(scope="module")
def joined(address: str, demo_store: Path) -> Iterator[httpx.Client]:
    """A server that may ask a second one over the same store, one by a name that leads inside, and one where nobody is."""
    endpoints = {
        "other": f"{address}/sparql",
        "inside": f"{address.replace('127.0.0.1', 'localhost')}/sparql",
        "nobody": "http://127.0.0.1:1/sparql",
    }
    options = [f"--allow-service={name}={url}" for name, url in endpoints.items()]
    with serving(demo_store, *options) as where, httpx.Client(base_url=where, timeout=60) as client:
        yield client


def ask(client: httpx.Client, query: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers=CSV)


@pytest.mark.parametrize(
    "pattern",
    [
        "?p a bkg:Port SERVICE <service/other> { ?p skos:prefLabel ?l }",
        "SERVICE <ADDRESS/sparql> { ?p skos:prefLabel ?l } ?p a bkg:Port",
        "SERVICE <service/other> { ?p a bkg:Port } ?p skos:prefLabel ?l",
        "SERVICE <service/other> { ?p a bkg:Port SERVICE <service/other> { ?p skos:prefLabel ?l } }",
    ],
)
def test_a_second_server_answers_a_part(pattern: str, joined: httpx.Client, address: str) -> None:
    """By the name that the operator gave it, or by its address; the answer is that of one server with all of it."""
    query = f"SELECT ?p ?l {{ {pattern.replace('ADDRESS', address)} }} ORDER BY ?p ?l"
    answer = ask(joined, query)
    assert answer.status_code == 200
    assert answer.text == ask(joined, LABELS).text
    assert answer.text.count("\n") > 5
    assert "ETag" not in answer.headers


def test_every_door_federates(joined: httpx.Client) -> None:
    """The address that programs ask too, and triples as well as rows."""
    clause = "SERVICE <service/other> { ?p a bkg:Port }"
    told = joined.get("/api/query", params={"query": f"SELECT * {{ {clause} }}"}).json()
    assert told["answer"]["state"] == "complete" and told["answer"]["rows"] > 5
    triples = joined.get("/sparql", params={"query": f"CONSTRUCT {{ ?p a bkg:Port }} {{ {clause} }}", "format": "nt"})
    assert triples.text.count("\n") == told["answer"]["rows"]


@pytest.mark.parametrize("silent", ["", "SILENT"])
@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("SERVICE {} <ELSEWHERE/well> {{ ?s ?p ?o }}", "asks no endpoint but <service/other>"),
        ("SERVICE {} <service/unknown> {{ ?s ?p ?o }}", "asks no endpoint but <service/other>"),
        ("SERVICE {} <service/inside> {{ ?s ?p ?o }}", "no public address; nothing was sent"),
        ("BIND(<service/other> AS ?x) SERVICE {} ?x {{ ?s ?p ?o }}", "write the endpoint's IRI"),
        ("FILTER(?x < 1 && EXISTS {{ SERVICE {} <ELSEWHERE/well> {{ ?s ?p ?o }} }})", "asks no endpoint but"),
    ],
)
def test_no_other_endpoint_is_asked(
    clause: str, said: str, silent: str, joined: httpx.Client, elsewhere: Hostile
) -> None:
    """403, with SILENT too: what the operator forbids is no failure of an endpoint."""
    answer = ask(joined, f"SELECT * {{ {clause.format(silent).replace('ELSEWHERE', elsewhere.address)} }}")
    assert answer.status_code == 403
    assert answer.json()["type"].endswith("/federation") and said in answer.json()["detail"]
    assert elsewhere.heard == []


@pytest.mark.parametrize(
    "place", ["SELECT (EXISTS { CLAUSE } AS ?x) { }", "SELECT ?s { ?s ?p ?o } HAVING(EXISTS { CLAUSE })"]
)
def test_where_a_clause_cannot_be_answered_first(place: str, joined: httpx.Client) -> None:
    """It is refused, and not asked by the engine."""
    answer = ask(joined, place.replace("CLAUSE", "SERVICE <service/other> { ?s a bkg:Port }"))
    assert answer.status_code == 403 and "answered in patterns" in answer.json()["detail"]


def test_an_endpoint_that_fails(joined: httpx.Client) -> None:
    """502, that names it; with SILENT one answer without values."""
    clause = "SERVICE {} <service/nobody> {{ ?s a bkg:Port }}"
    answer = ask(joined, f"SELECT * {{ {clause.format('')} }}")
    assert answer.status_code == 502
    assert answer.json()["type"].endswith("/endpoint") and "SERVICE nobody" in answer.json()["detail"]
    assert ask(joined, f"SELECT ?s {{ {clause.format('SILENT')} }}").text == "s\r\n\r\n"


def test_what_is_malformed_is_told_first(joined: httpx.Client) -> None:
    answer = ask(joined, "SELECT * { SERVICE <service/nobody> { ?s a bkg:Port }")
    assert answer.status_code == 400 and answer.json()["type"].endswith("/malformed-query")


def test_virtuoso_answers_a_part(demo_store: Path) -> None:
    """Names that another kind of server holds, joined with our ports."""
    with virtuoso() as far:
        named = '<https://w3id.org/borderkg/id/port/manzhouli> <urn:code> "CNMLX" .\n<urn:other> <urn:code> "XX" .'
        load(far, {"urn:codes": named.encode()})
        with serving(demo_store, "--allow-service", f"codes={far.query}") as where:
            query = "SELECT ?c { ?p a bkg:Port OPTIONAL { SERVICE <service/codes> { ?p <urn:code> ?c } } FILTER(BOUND(?c)) }"
            answer = httpx.get(f"{where}/sparql", params={"query": query}, headers=CSV, timeout=60)
    assert answer.text == "c\r\nCNMLX\r\n"


def test_the_description_says_so(joined: httpx.Client, client: httpx.Client) -> None:
    """A server that federates says it (SPARQL 1.1 Service Description, section 3.2.6), and none else."""
    feature = "BasicFederatedQuery"
    assert feature in joined.get("/sparql").text
    assert feature not in client.get("/sparql").text
