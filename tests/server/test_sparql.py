"""The SPARQL 1.1 Protocol, as its clients speak it (https://www.w3.org/TR/sparql11-protocol/)."""

import csv
import io
import re

import httpx
import pyoxigraph as ox
import pytest
import rdflib

PORTS = "SELECT ?port ?name WHERE { ?port a bkg:Port ; skos:prefLabel ?name FILTER(LANG(?name) = 'zh') }"
MANZHOULI = ("https://w3id.org/borderkg/id/port/manzhouli", "满洲里口岸")
FACTS = "CONSTRUCT { ?port bkg:counterpart ?other } WHERE { ?port bkg:counterpart ?other }"
QUERY = {"Content-Type": "application/sparql-query"}


def test_a_query_by_get_by_form_and_by_itself(client: httpx.Client) -> None:
    """The three ways to send a query give one answer."""
    answers = [
        client.get("/sparql", params={"query": PORTS}),
        client.post("/sparql", data={"query": PORTS}),
        client.post("/sparql", content=PORTS.encode(), headers=QUERY),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    tables = [sorted(row["name"]["value"] for row in a.json()["results"]["bindings"]) for a in answers]
    assert "满洲里口岸" in tables[0]
    assert tables[0] == tables[1] == tables[2]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/html, text/csv;q=0.5, application/sparql-results+json;q=0.9", "application/sparql-results+json"),
        ("application/sparql-results+json;q=0, text/csv;q=0.1", "text/csv"),
    ],
)
def test_rows_in_the_format_that_is_asked_for(accept: str, media: str, client: httpx.Client) -> None:
    """The best of what the client takes is what comes, and it holds the rows."""
    answer = client.get("/sparql", params={"query": PORTS}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].partition(";")[0] == media
    assert "Accept" in answer.headers["Vary"]
    assert all(word in answer.text for word in MANZHOULI)


def test_csv_tsv_and_json_are_read_by_their_readers(client: httpx.Client) -> None:
    """Each format parses, with a header, and holds the same number of rows."""
    texts = {
        form: client.get("/sparql", params={"query": PORTS, "format": form}).text for form in ("csv", "tsv", "json")
    }
    rows = list(csv.reader(io.StringIO(texts["csv"])))
    assert rows[0] == ["port", "name"]
    assert list(MANZHOULI) in rows
    lines = texts["tsv"].splitlines()
    assert lines[0] == "?port\t?name"
    assert f'<{MANZHOULI[0]}>\t"{MANZHOULI[1]}"@zh' in lines
    parsed = ox.parse_query_results(texts["json"].encode(), format=ox.QueryResultsFormat.JSON)
    assert isinstance(parsed, ox.QuerySolutions)
    assert len(list(parsed)) == len(rows) - 1 == len(lines) - 1


@pytest.mark.parametrize(
    ("accept", "media", "form"),
    [
        ("text/turtle", "text/turtle", "turtle"),
        ("*/*", "text/turtle", "turtle"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
    ],
)
def test_a_graph_in_the_format_that_is_asked_for(accept: str, media: str, form: str, client: httpx.Client) -> None:
    """CONSTRUCT gives triples, which rdflib reads."""
    answer = client.get("/sparql", params={"query": FACTS}, headers={"Accept": accept})
    assert answer.headers["Content-Type"].partition(";")[0] == media
    graph = rdflib.Graph().parse(data=answer.content, format=form)
    assert rdflib.URIRef(MANZHOULI[0]) in set(graph.subjects())


def test_yes_and_no(client: httpx.Client) -> None:
    """ASK answers as the results format has it."""
    for query, truth in (("ASK { ?p a bkg:Port }", True), ("ASK { ?p a bkg:NoSuchClass }", False)):
        assert client.get("/sparql", params={"query": query}).json()["boolean"] is truth


def test_a_named_graph_is_asked_by_the_protocol(client: httpx.Client) -> None:
    """`default-graph-uri` says what the query sees; facts are not seen through it."""
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?claim bkg:claimSubject ?subject }"

    def count(**more: str) -> int:
        return int(
            client.get("/sparql", params={"query": query, **more}).json()["results"]["bindings"][0]["n"]["value"]
        )

    graphs = client.get("/sparql", params={"query": "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?c bkg:claimSubject ?s } }"})
    some = graphs.json()["results"]["bindings"][0]["g"]["value"]
    assert count() == 0
    assert count(**{"default-graph-uri": some}) > 0


@pytest.mark.parametrize(
    "path",
    [
        "/sparql?query=SELECT ?x { VALUES ?x { '口岸' } }",
        "/sparql?query=ASK {}",
        "/api/questions/cq02",
        "/api/findings",
    ],
)
def test_csv_for_excel_begins_with_a_mark(path: str, client: httpx.Client) -> None:
    """Where it is asked for, before the same bytes; no other format has one, and what is neither yes nor no is refused."""
    address = path.replace("cq02", "cq02-pilot-zones") + ("&" if "?" in path else "?")
    plain = client.get(address + "format=csv").content
    assert client.get(address + "format=csv&bom=true").content == b"\xef\xbb\xbf" + plain
    assert client.get(address + "format=csv&bom=false").content == plain
    assert not client.get(address + "format=json&bom=true").content.startswith(b"\xef")
    refused = client.get(address + "format=csv&bom=perhaps")
    assert refused.status_code == 400 and "bom must be one of true, false" in refused.json()["detail"]


def test_no_format_that_fits(client: httpx.Client) -> None:
    """Rows are not written as Turtle, nor a graph as CSV: 406, and the formats are named."""
    for query, accept, offered in ((PORTS, "text/turtle", "text/csv"), (FACTS, "text/csv", "text/turtle")):
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
        assert answer.status_code == 406
        assert offered in answer.json()["detail"]


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        ({"params": {"query": "SELECT ?p WHERE {\n ?p a bkg:Port"}}, "line 2"),
        ({"params": {"query": "SELECT * WHERE { ?s nowhere:p ?o }"}}, "prefix"),
        ({"params": {"query": ""}}, "line 1"),
        ({"params": {"default-graph-uri": "urn:a"}}, "0 queries"),
        ({"params": {"query": ["ASK {}", "ASK { ?s ?p ?o }"]}}, "2 queries"),
    ],
)
def test_a_malformed_request(request_: dict[str, dict[str, str]], words: str, client: httpx.Client) -> None:
    """400, with the cause as RFC 9457 has it."""
    answer = client.get("/sparql", **request_)  # type: ignore[arg-type]
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 400
    assert words in answer.json()["detail"]


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"ASK {}", "text/plain", 415),
        (b"ASK {}", None, 415),
        (b"ASK {}", "application/sparql-query; charset=utf-16", 415),
        (b"\xff\xfe", QUERY["Content-Type"], 400),
        (b"query=%FF%FE", "application/x-www-form-urlencoded", 400),
        (b"x" * 1_100_000, QUERY["Content-Type"], 413),
    ],
)
def test_a_body_that_is_no_query(content: bytes, kind: str | None, status: int, client: httpx.Client) -> None:
    """A content type that is unknown or missing, bytes that are no UTF-8, and more than a megabyte are refused."""
    answer = client.post("/sparql", content=content, headers={"Content-Type": kind} if kind else {})
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"


UPDATE = "INSERT DATA { <http://example.org/a> <http://example.org/b> <http://example.org/c> }"


def test_updates_are_refused(client: httpx.Client) -> None:
    """In every way that a client may send one; the graph stays as it is."""
    assert client.post("/sparql", data={"update": UPDATE}).status_code == 403
    sent = client.post("/sparql", content=UPDATE, headers={"Content-Type": "application/sparql-update"})
    assert sent.status_code == 403
    assert client.get("/sparql", params={"query": UPDATE}).status_code == 400
    left = client.get("/sparql", params={"query": "ASK { GRAPH ?g { <http://example.org/a> ?p ?o } }"})
    assert left.json()["boolean"] is False


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/sparql", "/", "/entity", "/api/search", "/static/app.js"])
def test_only_reading_methods(method: str, path: str, client: httpx.Client) -> None:
    """Nothing is put, patched or deleted."""
    assert client.request(method, path).status_code == 405


def test_turtle_is_written_with_the_prefixes(client: httpx.Client) -> None:
    """Turtle from the endpoint is written with BorderKG's prefixes."""
    text = client.get("/sparql", params={"query": FACTS}).text
    assert re.search(r"^@prefix bkg: <https://w3id.org/borderkg/ontology/> \.$", text, re.MULTILINE)
    assert "bkg:counterpart" in text


def test_a_query_that_fails_while_it_runs(client: httpx.Client) -> None:
    """A graph whose name is no IRI: 400 in words, and the next query is answered."""
    answer = client.get("/sparql", params={"query": "ASK {}", "default-graph-uri": "no iri"})
    assert answer.status_code == 400
    assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200
