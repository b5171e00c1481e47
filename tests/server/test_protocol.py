"""The SPARQL 1.1 Protocol for queries, statement by statement (https://www.w3.org/TR/sparql11-protocol/, section 2).

The names follow those of the W3C's own list of protocol tests, which is prose.
"""

import gzip
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import httpx
import pyoxigraph as ox
import pytest

from borderkg.vocabulary import GRAPH, PREFIXES
from tests.facts import published, quads
from tests.running import serving

JSON = "application/sparql-results+json"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
ALL = "SELECT ?o { ?s bkg:locatedIn ?o }"
NAMED = "SELECT ?o { GRAPH ?g { ?s bkg:locatedIn ?o } }"
ONE, TWO = GRAPH + "source/1", GRAPH + "source/2"


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server over one fact, one that follows, and one in each of two sources."""
    root = tmp_path_factory.mktemp("small")
    inside = [
        *quads(":a bkg:locatedIn :stated ."),
        *quads(":a bkg:locatedIn :inferred .", "inferred"),
        *quads(":a bkg:locatedIn :one .", "source/1"),
        *quads(":a bkg:locatedIn :two .", "source/2"),
    ]
    published(root, inside)
    with serving(root, "--request-kilobytes", "48") as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client


def objects(answer: httpx.Response) -> list[str]:
    """The last words of the IRIs in the column `o`, in order of the alphabet."""
    assert answer.status_code == 200, answer.text
    return sorted(row["o"]["value"].rsplit("/", 1)[-1] for row in answer.json()["results"]["bindings"])


# Ways to ask (2.1.1 to 2.1.3)


def test_query_get(door: httpx.Client) -> None:
    assert objects(door.get("/sparql", params={"query": ALL})) == ["inferred", "stated"]


def test_query_post_form(door: httpx.Client) -> None:
    """The charset may be named, and what is not encoded is read as UTF-8 all the same."""
    form = {"Content-Type": FORM["Content-Type"] + "; charset=UTF-8"}
    assert objects(door.post("/sparql", content=urlencode({"query": ALL}), headers=form)) == ["inferred", "stated"]
    raw = door.post("/sparql", content="query=ASK{FILTER('满'='满')}".encode(), headers=FORM)
    assert raw.json()["boolean"] is True


def test_query_post_direct(door: httpx.Client) -> None:
    """The dataset then stands in the address."""
    assert objects(door.post("/sparql", content=ALL, headers=DIRECT)) == ["inferred", "stated"]
    named = door.post(f"/sparql?default-graph-uri={quote(ONE)}", content=ALL, headers=DIRECT)
    assert objects(named) == ["one"]


# The dataset (2.1.4)


def test_query_dataset_default_graph(door: httpx.Client) -> None:
    """What a query sees is the graph that the protocol names."""
    assert objects(door.get("/sparql", params={"query": ALL, "default-graph-uri": ONE})) == ["one"]


def test_query_dataset_default_graphs(door: httpx.Client) -> None:
    """Of several default graphs it sees the merge; no graph has then a name."""
    both = {"default-graph-uri": [ONE, TWO]}
    for asked in (
        door.get("/sparql", params={"query": ALL, **both}),
        door.post("/sparql", data={"query": ALL, **both}),
    ):
        assert objects(asked) == ["one", "two"]
    assert objects(door.get("/sparql", params={"query": NAMED, **both})) == []


def test_query_dataset_named_graphs(door: httpx.Client) -> None:
    """Of named graphs alone, GRAPH sees these and the default graph is empty."""
    one, both = {"named-graph-uri": ONE}, {"named-graph-uri": [ONE, TWO]}
    assert objects(door.get("/sparql", params={"query": NAMED, **one})) == ["one"]
    assert objects(door.get("/sparql", params={"query": NAMED, **both})) == ["one", "two"]
    assert objects(door.get("/sparql", params={"query": ALL, **both})) == []


def test_query_dataset_full(door: httpx.Client) -> None:
    """Default and named graphs at once."""
    graphs = {"default-graph-uri": ONE, "named-graph-uri": TWO}
    assert objects(door.get("/sparql", params={"query": ALL, **graphs})) == ["one"]
    assert objects(door.get("/sparql", params={"query": NAMED, **graphs})) == ["two"]


def test_query_multiple_dataset(door: httpx.Client) -> None:
    """The dataset of the protocol goes before that of the query."""
    query = ALL.replace("{", f"FROM <{TWO}> {{", 1)
    assert objects(door.get("/sparql", params={"query": query})) == ["two"]
    assert objects(door.get("/sparql", params={"query": query, "default-graph-uri": ONE})) == ["one"]


def test_a_graph_that_is_not_there_is_empty(door: httpx.Client) -> None:
    """Nothing is fetched, and other graphs are seen beside it."""
    assert objects(door.get("/sparql", params={"query": ALL, "default-graph-uri": "urn:none"})) == []
    assert objects(door.get("/sparql", params={"query": ALL, "default-graph-uri": ["urn:none", ONE]})) == ["one"]


# What is no query (2.1.6)

UPDATE = "CLEAR NAMED"


@pytest.mark.parametrize(
    ("form", "status", "name"),
    [
        ({"query": ["ASK {}", "SELECT * {}"]}, 400, "request"),  # bad_multiple_queries
        ({"query": "ASK {"}, 400, "malformed-query"),  # bad_query_syntax
        ({"query": UPDATE}, 400, "malformed-query"),
        ({"update": UPDATE}, 403, "no-updates"),
        ({"query": "ASK {}", "update": UPDATE}, 403, "no-updates"),
        ({"default-graph-uri": ONE}, 400, "request"),
        ({"query": "ASK {}", "default-graph-uri": "relative"}, 400, "request"),
        ({"query": "ASK {}", "named-graph-uri": "urn:a b"}, 400, "request"),
    ],
)
def test_bad_queries(form: dict[str, str | list[str]], status: int, name: str, door: httpx.Client) -> None:
    """The same problem by GET and by POST."""
    for answer in (door.get("/sparql", params=form), door.post("/sparql", data=form)):
        assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[-1]) == (status, name)


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"", FORM, 400),  # no query at all
        (b"ASK {}", {}, 415),  # bad_query_missing_direct_type
        (b"query=ASK%20%7B%7D", {}, 415),  # bad_query_missing_form_type
        (b"ASK {}", {"Content-Type": "text/plain"}, 415),  # bad_query_wrong_media_type
        ("ASK {}".encode("utf-16"), {"Content-Type": "application/sparql-query; charset=UTF-16"}, 415),
        (b"ASK { FILTER('\xff' = '') }", DIRECT, 400),  # bad_query_non_utf8
        (b"query=%FF", FORM, 400),
        (b"ASK {}", {**DIRECT, "Content-Encoding": "gzip"}, 415),
        (b"#" * 50_000, DIRECT, 413),
        (UPDATE.encode(), {"Content-Type": "application/sparql-update"}, 403),
    ],
)
def test_bad_bodies(content: bytes, headers: dict[str, str], status: int, door: httpx.Client) -> None:
    assert door.post("/sparql", content=content, headers=headers).status_code == status


def test_a_long_address(door: httpx.Client) -> None:
    """A query of some kilobytes comes through in an address; a longer one than a request may be is refused."""
    assert door.get("/sparql", params={"query": "ASK {}" + " " * 40_000}).status_code == 200
    assert door.get("/sparql", params={"query": "ASK {}" + " " * 50_000}).status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_bad_query_method(method: str, door: httpx.Client) -> None:
    """405, with the methods that there are."""
    answer = door.request(method, "/sparql", params={"query": "ASK {}"})
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "POST", "OPTIONS"}
    assert answer.headers["Content-Type"] == "application/problem+json"


# What comes back (2.1.5)


@pytest.mark.parametrize(
    ("query", "media"),
    [
        ("SELECT * { ?s ?p ?o }", JSON),  # query_content_type_select
        ("ASK {}", JSON),  # query_content_type_ask
        ("DESCRIBE id:a", "text/turtle; charset=utf-8"),  # query_content_type_describe
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle; charset=utf-8"),  # query_content_type_construct
    ],
)
def test_query_content_types(query: str, media: str, door: httpx.Client) -> None:
    """Each kind of query has its kind of format."""
    for answer in (door.get("/sparql", params={"query": query}), door.post("/sparql", data={"query": query})):
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, media)


def test_head(door: httpx.Client) -> None:
    """The headers of GET, and nothing else; the status too."""
    get, head = (door.request(method, "/sparql", params={"query": ALL}) for method in ("GET", "HEAD"))
    assert head.content == b""
    kept = ("Content-Type", "Content-Length", "ETag", "Vary")
    assert [head.headers[name] for name in kept] == [get.headers[name] for name in kept]
    assert door.head("/sparql", params={"query": "ASK {"}).status_code == 400


def test_options_and_preflight(door: httpx.Client) -> None:
    """OPTIONS names the methods; a page of another site may ask, by GET, by POST, and with an Accept of its own."""
    plain = door.options("/sparql")
    assert (plain.status_code, plain.headers["Allow"]) == (204, "GET, HEAD, POST, OPTIONS")
    site = {"Origin": "https://example.org"}
    asked = {**site, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type, accept"}
    before = door.options("/sparql", headers=asked)
    assert before.status_code == 200
    assert before.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in before.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in before.headers["Access-Control-Allow-Headers"]
    for query, status in (("ASK {}", 200), ("ASK {", 400)):
        answer = door.get("/sparql", params={"query": query}, headers=site)
        assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (status, "*")


def test_other_addresses_are_for_our_own_page(door: httpx.Client) -> None:
    """No other site's page may read the rest, or call off a query."""
    site = {"Origin": "https://example.org"}
    assert "Access-Control-Allow-Origin" not in door.get("/api/summary", headers=site).headers
    preflight = {**site, "Access-Control-Request-Method": "DELETE"}
    assert "Access-Control-Allow-Origin" not in door.options("/api/query/12345678", headers=preflight).headers


def test_gzip(door: httpx.Client) -> None:
    """A long answer is packed for who takes it so, and is the same."""
    asked = {"query": "SELECT * { VALUES ?x { " + "1 " * 2000 + "} }"}
    plain = door.get("/sparql", params=asked, headers={"Accept-Encoding": "identity"})
    with door.stream("GET", "/sparql", params=asked, headers={"Accept-Encoding": "gzip"}) as packed:
        raw = b"".join(packed.iter_raw())
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"] and "Accept-Encoding" in plain.headers["Vary"]
    assert len(raw) < len(plain.content) / 10
    assert gzip.decompress(raw) == plain.content


def test_an_answer_is_not_sent_twice(door: httpx.Client) -> None:
    """304 for who has it, in that format; the ETag is of the version and the format."""
    first = door.get("/sparql", params={"query": ALL})
    have = {"If-None-Match": f'"other", {first.headers["ETag"]}'}
    again = door.get("/sparql", params={"query": ALL}, headers=have)
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert door.head("/sparql", params={"query": ALL}, headers={"If-None-Match": "*"}).status_code == 304
    other = door.get("/sparql", params={"query": ALL}, headers={**have, "Accept": "text/csv"})
    assert other.status_code == 200 and other.headers["ETag"] != first.headers["ETag"]
    assert door.post("/sparql", data={"query": ALL}, headers=have).status_code == 200


@pytest.mark.parametrize("function", ["NOW()", "rand()", "UUID()", "StrUUID()"])
def test_an_answer_that_changes_has_no_etag(function: str, door: httpx.Client) -> None:
    """What the clock or chance decides may be another thing next time; a string that speaks of it is no such thing."""
    assert "ETag" not in door.get("/sparql", params={"query": f"SELECT ({function} AS ?x) {{}}"}).headers
    assert "ETag" in door.get("/sparql", params={"query": f"SELECT ('{function}' AS ?x) {{}}"}).headers


# The description of the service


@pytest.mark.parametrize(
    ("accept", "form"), [("*/*", ox.RdfFormat.TURTLE), ("application/rdf+xml", ox.RdfFormat.RDF_XML)]
)
def test_the_service_describes_itself(accept: str, form: ox.RdfFormat, door: httpx.Client) -> None:
    """Who asks nothing is told what can be asked: the language, the formats, the graphs; in any RDF format."""
    answer = door.get("/sparql", headers={"Accept": accept})
    assert answer.headers["Content-Type"].startswith(form.media_type)
    said = {
        (quad.predicate.value.rsplit("#", 1)[-1], str(quad.object)) for quad in ox.parse(answer.content, format=form)
    }
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert ("supportedLanguage", f"<{sd}SPARQL11Query>") in said
    assert ("endpoint", f"<{answer.url}>") in said
    assert ("name", f"<{ONE}>") in said
    assert door.get("/sparql", headers={"Accept": "text/csv"}).status_code == 406


def test_prefixes_and_base_need_no_declaration(door: httpx.Client) -> None:
    """BorderKG's prefixes are known, the query's own go first, and a relative IRI is below BorderKG's base."""
    assert "bkg" in PREFIXES
    assert objects(door.get("/sparql", params={"query": "SELECT ?o { <id/a> bkg:locatedIn ?o }"})) == [
        "inferred",
        "stated",
    ]
    assert objects(door.get("/sparql", params={"query": f"PREFIX bkg: <urn:x:> {ALL}"})) == []
