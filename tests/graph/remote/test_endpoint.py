"""An endpoint elsewhere that answers wrongly, late, in part or not at all: one line says so, and no part is taken for whole."""

import time
from collections.abc import Iterator

import pytest

from borderkg import settings
from borderkg.errors import QueryError, RemoteError
from borderkg.graph.remote.address import Credentials
from borderkg.graph.remote.endpoint import Endpoint
from borderkg.graph.remote.exchange import Exchange
from borderkg.questions.remote import Connection
from borderkg.questions.results import read
from tests import servers
from tests.graph.remote.misbehaving import YES, Misbehaving, Said, misbehaving
from tests.servers import SparqlServer

SELECT = "SELECT * WHERE { ?s ?p ?o }"
CONSTRUCT = "CONSTRUCT WHERE { ?s ?p ?o }"
ROW = b"""{"head": {"vars": ["a", "b", "c"]}, "results": {"bindings": [
 {"a": {"type": "uri", "value": "http://example.org/a"}, "b": {"type": "literal", "value": "\xe7\x94\xb2", "xml:lang": "zh"}},
 {"a": {"type": "bnode", "value": "x"},
  "c": {"type": "literal", "value": "7", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}}]}}"""
TRIPLE = b"<http://a> <http://b> <http://c> .\n"


def endpoint(server: Misbehaving, **options: float) -> Endpoint:
    """A client of the server that does not wait before it tries again."""
    return Endpoint(Exchange(server.url, pauses=(0.0, 0.0), **options))  # type: ignore[arg-type]


def fault(server: Misbehaving, query: str, **options: float) -> str:
    """What is said where a query fails: one line that begins with the address."""
    with pytest.raises(RemoteError) as error:
        read(endpoint(server, **options).ask(query))
    said = str(error.value)
    assert said.startswith(f"{server.url}: ") and said.isprintable(), said
    return said


def test_rows_are_read(server: Misbehaving) -> None:
    """IRIs, languages, datatypes, blank nodes and gaps come as they are."""
    server.says(Said(), Said(ROW))
    result = Connection(server.url).query("SELECT ?a ?b ?c WHERE { ?a ?b ?c }")
    assert list(result) == [{"a": "http://example.org/a", "b": "甲", "c": None}, {"a": "x", "b": None, "c": 7}]
    assert b'"type":"bnode"' in result.serialize("json")


def test_our_prefixes_are_declared(server: Misbehaving) -> None:
    """Those that the query uses and does not declare, on its own first line, so that the server's places stay true."""
    server.says(Said())
    Connection(server.url).query("ASK { ?a a bkg:Port ; skos:prefLabel ?l }")
    own = "PREFIX bkg: <http://example.org/> ASK { ?a a bkg:Port }"
    Connection(server.url).query(own)
    assert server.queries[-2:] == [
        "PREFIX bkg: <https://w3id.org/borderkg/ontology/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
        "ASK { ?a a bkg:Port ; skos:prefLabel ?l }",
        own,
    ]


def test_yes_no_and_graphs(server: Misbehaving) -> None:
    """ASK gives a truth value, CONSTRUCT triples; what is none of the forms is not sent."""
    assert Connection(server.url).query("ASK { ?s ?p ?o }").boolean is True
    server.says(Said(), Said(TRIPLE, media="text/turtle"))
    assert len(Connection(server.url).query(CONSTRUCT)) == 1
    sent = len(server.forms)
    with pytest.raises(QueryError, match="SELECT, ASK, CONSTRUCT or DESCRIBE"):
        Connection(server.url).query("INSERT DATA { <http://a> <http://b> <http://c> }")
    assert len(server.forms) == sent


@pytest.mark.parametrize("query", ["ASK { ?x bkg:search '口岸' }", "SELECT (bkf:earliest('2013') AS ?d) {}"])
def test_what_only_borderkg_has(query: str, server: Misbehaving) -> None:
    """Elsewhere it would find nothing in silence: an error names it. Another BorderKG is asked."""
    with pytest.raises(QueryError, match=r"is no BorderKG and has no bk[gf]:"):
        Connection(server.url).query(query)
    assert server.queries == ["ASK {}"]
    server.says(Said(b'{"boolean": true, "head": {"link": ["https://w3id.org/borderkg/answer#complete"]}}'))
    assert Connection(server.url).query("ASK { ?x bkg:search '口岸' }").boolean


LIES = {
    "refused": (Said(b"bad query", 400, "text/plain"), SELECT, "refused (400): bad query"),
    "broken": (Said(b"a\n\x1b[2Jb", 500, "text/plain"), SELECT, "refused (500): a [2Jb"),
    "no endpoint": (Said(b"", 404), SELECT, "nothing there (404)"),
    "a secret": (Said(b"", 401), SELECT, "wants credentials"),
    "a page": (Said(b"<html>", media="text/html"), SELECT, "answers with text/html, which is no SPARQL answer"),
    "no type": (Said(b"{}", media=""), SELECT, "answers with no type at all"),
    "a page as JSON": (Said(b"<html>"), SELECT, "not what it says it is"),
    "other JSON": (Said(b"{}"), SELECT, "not what it says it is"),
    "yes for a table": (Said(YES), SELECT, "not what it says it is"),
    "a page as Turtle": (Said(b"<html>", media="text/turtle"), CONSTRUCT, "not what it says it is"),
    "a table for a graph": (Said(ROW), CONSTRUCT, "no SPARQL answer"),
    "a part of JSON": (Said(ROW[:-5]), SELECT, "not what it says it is"),
    "a broken-off table": (Said(ROW, length=len(ROW) + 9), SELECT, "broken off"),
    "a broken-off graph": (Said(TRIPLE, media="text/turtle", length=99), CONSTRUCT, "broken off"),
    "a graph of no length": (Said(TRIPLE, media="text/turtle", length=None), CONSTRUCT, "without their length"),
    "partial content": (Said(ROW, 206), SELECT, "ran out of its time"),
    "what it had in time": (Said(ROW, headers={"X-SQL-State": "S1TAT"}), SELECT, "ran out of its time"),
}


@pytest.mark.parametrize(("said", "query", "words"), LIES.values(), ids=LIES)
def test_what_goes_wrong(said: Said, query: str, words: str, server: Misbehaving) -> None:
    """The address is named, and whether it refused, failed, was cut, or answered with something else."""
    server.says(Said(), said)
    assert words in fault(server, query)


def test_another_borderkg_that_cut_its_answer(server: Misbehaving) -> None:
    """What the end of its answer says is heard: cut rows are fetched page by page, a query that was ended is an error."""
    mark = b'"link": ["https://w3id.org/borderkg/answer#%s"]'
    late = ROW.replace(b'"head": {', b'"head": {' + mark % b"timed-out-after-30-seconds, ".strip(b", ") + b", ")
    server.says(Said(), Said(late))
    assert "timed-out-after-30-seconds" in fault(server, SELECT)
    cut = late.replace(b"timed-out-after-30-seconds", b"cut-at-2-rows").replace(b'"bnode"', b'"literal"')
    rest = cut.replace(b"cut-at-2-rows", b"complete").split(b",\n {")[0] + b"]}}"
    server.says(Said(), Said(cut), Said(cut), Said(rest))
    assert len(read(endpoint(server).ask(SELECT)).rows) == 3
    assert [query.rsplit("LIMIT", 1)[1] for query in server.queries[-2:]] == [" 2 OFFSET 0", " 2 OFFSET 2"]


def test_a_redirect_is_not_followed(server: Misbehaving) -> None:
    """Neither to another machine nor to another place: the other server hears nothing."""
    with misbehaving() as other:
        for status in (301, 302, 303, 307, 308):
            server.says(Said(b"", status, headers={"Location": other.url}))
            assert f"redirects ({status}) to {other.url}" in fault(server, SELECT)
        assert other.forms == []


def test_trying_again(server: Misbehaving) -> None:
    """What passes is tried again, in all three times; what does not is not."""
    busy = Said(b"", 503)
    server.says(Said(), busy, busy, Said(ROW))
    assert len(read(endpoint(server).ask(SELECT)).rows) == 2
    server.says(Said(), busy)
    sent = len(server.forms)
    assert "HTTP 503" in fault(server, SELECT)
    assert len(server.forms) - sent == 4
    server.says(Said(), Said(b"", 500))
    sent = len(server.forms)
    fault(server, SELECT)
    assert len(server.forms) - sent == 2


def test_a_server_that_asks_for_patience_gets_no_more_than_there_is(server: Misbehaving) -> None:
    """Retry-After is heeded within the time of the request; beyond it nothing is waited for."""
    server.says(Said(b"", 429, headers={"Retry-After": "3600"}))
    began = time.monotonic()
    assert "HTTP 429" in fault(server, SELECT)
    assert time.monotonic() - began < settings.REMOTE_SECONDS


@pytest.mark.parametrize("drip", [0.05, 30.0], ids=["drop by drop", "not at all"])
def test_a_slow_answer_ends_at_its_time(drip: float, server: Misbehaving) -> None:
    """However the bytes come, the request ends at its time."""
    server.says(Said(), Said(ROW * 100, drip=drip))
    assert "did not answer within 1 seconds" in fault(server, SELECT, seconds=1)


def test_an_answer_without_end(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is read to its limit and no further."""
    monkeypatch.setattr(settings, "REMOTE_BYTES", 1000)
    server.says(Said(), Said(ROW * 100))
    assert "larger than 1,000 bytes" in fault(server, SELECT)


def test_nobody_there(server: Misbehaving) -> None:
    """A port at which nothing listens."""
    free = server.url.replace(server.url.split(":")[2].split("/")[0], "9")
    with pytest.raises(RemoteError, match="cannot be reached"):
        Connection(free, seconds=1).query("ASK {}")


def test_credentials_go_where_they_are_asked_for(server: Misbehaving) -> None:
    """Only in answer to a challenge, and no error shows the password."""
    given = Credentials("ann", "s3cret!")
    asked = Said(b"", 401, headers={"WWW-Authenticate": 'Basic realm="there"'})
    server.says(asked, Said())
    assert Endpoint(Exchange(server.url, given=given)).ask("ASK {}")
    first, second = server.headers
    assert "Authorization" not in first and second["Authorization"].startswith("Basic ")
    server.says(asked)
    with pytest.raises(RemoteError, match="wants other credentials") as error:
        Endpoint(Exchange(server.url, given=given)).ask("ASK {}")
    assert "s3cret" not in f"{error.value!r} {error.value} {given}"


@pytest.fixture(scope="module")
def capped() -> Iterator[SparqlServer]:
    """A Virtuoso that gives a hundred rows at most, and holds two hundred and fifty."""
    with servers.virtuoso(most_rows=100) as server:
        lines = "".join(f'<http://a/{n:03}> <http://b> "{n} 号"@zh .\n' for n in range(250))
        servers.load(server, {"http://g": lines.encode()})
        yield server


PAGED = {
    "in no order": ("SELECT ?s ?o { ?s <http://b> ?o }", 250),
    "in an order": ("SELECT ?o { ?s <http://b> ?o } ORDER BY DESC(STR(?o)) # the last first", 250),
    "with a limit": ("SELECT ?s { ?s <http://b> ?o } ORDER BY ?s LIMIT 180 OFFSET 30", 180),
    "with fewer rows": ("SELECT ?s { ?s <http://b> ?o } LIMIT 40", 40),
    "of a graph": ("SELECT * FROM <http://g> { ?s <http://b> ?o }", 250),
    "grouped": ("SELECT ?o (COUNT(*) AS ?n) { ?s <http://b> ?o } GROUP BY ?o HAVING(COUNT(*) = 1)", 250),
    "equal rows": ("SELECT (LANG(?o) AS ?l) { ?s <http://b> ?o }", 250),
    "triples": ("CONSTRUCT { ?s <http://c> ?o } WHERE { ?s <http://b> ?o }", 250),
    "triples as they stand": ("CONSTRUCT WHERE { ?s <http://b> ?o }", 250),
}


@pytest.mark.parametrize(("query", "number"), PAGED.values(), ids=PAGED)
def test_an_answer_that_the_server_cuts_is_completed(query: str, number: int, capped: SparqlServer) -> None:
    """Page by page, each row once, in the order that was asked for."""
    result = Connection(capped.query).query(query)
    assert len(result) == number
    if "LANG" not in query:
        assert len(set(result.rows or result.triples)) == number
    if "ORDER BY" in query:
        values = [row[0].value for row in result.rows]
        assert values == sorted(values, reverse="DESC" in query)


def test_blank_nodes_cannot_be_paged(capped: SparqlServer) -> None:
    """They are other ones in each answer, so that no order holds: an error, and no mixture of pages."""
    lines = b"".join(b'_:n%d <http://bb> "%d" .\n' % (n, n) for n in range(150))
    servers.load(capped, {"http://blank": lines})
    with pytest.raises(RemoteError, match="blank nodes have no order"):
        Connection(capped.query).query("SELECT * { ?s <http://bb> ?o }")
