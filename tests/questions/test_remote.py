"""Queries to endpoints elsewhere: what they answer is read, and what goes wrong is said in a sentence."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pytest

from borderkg.errors import RemoteError
from borderkg.questions.remote import ask_endpoint

ROW = b"""{"head": {"vars": ["a", "b", "c"]}, "results": {"bindings": [
 {"a": {"type": "uri", "value": "http://example.org/a"}, "b": {"type": "literal", "value": "\xe7\x94\xb2", "xml:lang": "zh"}},
 {"a": {"type": "bnode", "value": "x"},
  "c": {"type": "literal", "value": "7", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}}]}}"""


class Endpoint:
    """A server that gives one answer and keeps what it was asked."""

    def __init__(self) -> None:
        self.status, self.media, self.body = 200, "application/sparql-results+json", ROW
        self.asked: list[str] = []
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                form = self.rfile.read(int(self.headers["Content-Length"])).decode()
                endpoint.asked += parse_qs(form)["query"]
                self.send_response(endpoint.status)
                self.send_header("Content-Type", endpoint.media)
                self.end_headers()
                self.wfile.write(endpoint.body)

            def log_message(self, format: str, *args: object) -> None:
                del format, args

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/sparql"


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """An endpoint on this machine."""
    running = Endpoint()
    thread = Thread(target=running.server.serve_forever)
    thread.start()
    yield running
    running.server.shutdown()
    thread.join()
    running.server.server_close()


def test_rows_are_read(endpoint: Endpoint) -> None:
    """IRIs, languages, datatypes, blank nodes and gaps come as they are."""
    result = ask_endpoint(endpoint.url, "SELECT ?a ?b ?c WHERE { ?a ?b ?c }")
    assert list(result) == [
        {"a": "http://example.org/a", "b": "甲", "c": None},
        {"a": "x", "b": None, "c": 7},
    ]
    assert b'"type":"bnode"' in result.serialize("json")


def test_our_prefixes_are_declared(endpoint: Endpoint) -> None:
    """Those that the query uses, and only those; a query that declares its own is sent as it is."""
    ask_endpoint(endpoint.url, "SELECT ?a WHERE { ?a a bkg:Port }")
    own = "PREFIX bkg: <http://example.org/> SELECT ?a WHERE { ?a a bkg:Port }"
    ask_endpoint(endpoint.url, own)
    assert endpoint.asked[0].startswith("PREFIX bkg: <https://w3id.org/borderkg/ontology/>\nSELECT")
    assert endpoint.asked[1] == own


def test_yes_no_and_graphs(endpoint: Endpoint) -> None:
    """ASK gives a truth value, CONSTRUCT triples."""
    endpoint.body = b'{"head": {}, "boolean": true}'
    assert ask_endpoint(endpoint.url, "ASK { ?s ?p ?o }").boolean is True
    endpoint.media, endpoint.body = "text/turtle", b"<http://a> <http://b> <http://c> ."
    assert len(ask_endpoint(endpoint.url, "CONSTRUCT WHERE { ?s ?p ?o }")) == 1


@pytest.mark.parametrize(
    ("status", "body", "query", "words"),
    [
        (400, b"bad query", "SELECT * WHERE { ?s ?p ?o }", "refused the query"),
        (500, b"", "SELECT * WHERE { ?s ?p ?o }", "refused the query"),
        (503, b"", "SELECT * WHERE { ?s ?p ?o }", "HTTP 503"),
        (200, b"<html>", "SELECT * WHERE { ?s ?p ?o }", "its answer is not what it says it is"),
        (200, b"{}", "SELECT * WHERE { ?s ?p ?o }", "its answer is not what it says it is"),
        (200, b"<html>", "CONSTRUCT WHERE { ?s ?p ?o }", "its answer is not what it says it is"),
    ],
)
def test_what_goes_wrong(status: int, body: bytes, query: str, words: str, endpoint: Endpoint) -> None:
    """The address is named, and whether it refused, failed, or answered with something else."""
    endpoint.status, endpoint.body = status, body
    with pytest.raises(RemoteError) as error:
        ask_endpoint(endpoint.url, query)
    assert str(error.value).startswith(f"{endpoint.url}: ")
    assert words in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("url", ["example.org/sparql", "file:///etc/passwd", "http:///sparql"])
def test_no_address(url: str) -> None:
    """Only http and https with a host."""
    with pytest.raises(RemoteError, match=r"not an http\(s\) address"):
        ask_endpoint(url, "ASK {}")
