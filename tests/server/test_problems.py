"""Errors as documents (https://www.rfc-editor.org/rfc/rfc9457)."""

import httpx
import pytest

NT = {"Accept": "application/n-triples"}


@pytest.mark.parametrize(
    ("method", "path", "status", "name"),
    [
        ("GET", "/sparql?query=ASK%20%7B", 400, "malformed-query"),
        ("GET", "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", 400, "request"),
        ("POST", "/sparql?update=CLEAR%20ALL", 415, "media-type"),
        ("GET", "/sparql?update=CLEAR%20ALL", 403, "no-updates"),
        ("GET", "/sparql?query=ASK%20%7BSERVICE%20%3Curn:a%3E%20%7B%7D%7D", 403, "federation"),
        ("GET", "/sparql?query=ASK%20%7B%7D&format=nt", 406, "not-acceptable"),
        ("DELETE", "/sparql", 405, "method"),
        ("GET", "/nothing", 404, "not-found"),
        ("GET", "/api/entity?iri=urn:a", 404, "not-found"),
        ("GET", "/rdf-graphs/service?graph=urn:a", 404, "not-found"),
        ("DELETE", "/api/query/unknown-query", 404, "not-found"),
    ],
)
def test_every_error_is_a_problem(method: str, path: str, status: int, name: str, client: httpx.Client) -> None:
    """Its type, title, status and detail, the two texts in Chinese too; whatever the client takes otherwise."""
    answer = client.request(method, path, headers=NT)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert body["type"] == f"https://w3id.org/borderkg/problem/{name}"
    assert body["status"] == status
    assert body["title"].isascii() and body["detail"]
    for chinese in ("title_zh", "detail_zh"):
        assert any("\u4e00" <= character <= "\u9fff" for character in body[chinese])


def test_the_place_and_what_was_meant(client: httpx.Client) -> None:
    """Line, column, the words around, the nearest known thing, as members."""
    body = client.get("/sparql", params={"query": "SELECT ?p {\n ?p a Prot\n}"}).json()
    assert (body["line"], body["suggestion"]) == (2, "bkg:Port")
    assert body["column"] >= 1 and "Prot" in body["near"]
    assert "bkg:Port" in body["detail"] and "bkg:Port" in body["detail_zh"]
    assert "suggestion" not in client.get("/sparql", params={"query": "ASK {"}).json()


def test_nothing_of_the_machine_is_told(client: httpx.Client) -> None:
    """No path, no traceback, whatever is sent."""
    for path in ("/sparql?query=%00", "/api/entity?iri=%00", "/graph/%0a", "/id/%ff", "/rdf-graphs/service?graph=%22"):
        answer = client.get(path)
        assert answer.status_code < 500
        assert "Traceback" not in answer.text and "/site-packages" not in answer.text
