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
        ("GET", "/api/source?iri=", 400, "parameter"),
        ("GET", "/api/search?limit=0", 400, "parameter"),
        ("GET", "/api/search?colour=red", 400, "parameter"),
        ("GET", "/api/search?q=a&q=b", 400, "parameter"),
        ("GET", "/api/source", 400, "parameter"),
        ("GET", "/api/source/page?iri=urn:a&page=one", 400, "parameter"),
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


@pytest.mark.parametrize(
    "path",
    [
        "/api/lineage?name=兴边富民计划",
        "/api/lineage?name=国务院&depth=0",
        "/api/lineage?name=国务院&relation=leadsTo",
        "/api/lineage?name=国务院&level=village",
        "/api/lineage?name=国务院&direction=up",
        "/api/lineage?name=国务院&as_of=92",
        "/api/lineage?name=国务院&colour=red",
        "/api/lineage?name=国务院&format=gif",
        "/api/lineage?name=国务院&format=svg&width=1",
        "/api/lineage?name=国务院&format=svg&lanes=colour",
        "/api/lineage?name=国务院&format=svg&periods=没有这篇文献",
        "/api/diffusion",
        "/api/diffusion?of=没有这种平台",
        "/api/diffusion?of=边境经济合作区&format=gif",
        "/api/diffusion?of=边境经济合作区&format=drawing&language=fr",
        "/api/entity?iri=https://w3id.org/borderkg/id/port/nobody",
        "/api/claims",
        "/api/why?s=满洲里口岸",
        "/api/why?s=满洲里口岸&p=locatedIn&o=俄罗斯",
        "/api/why?s=满洲里口岸&p=nowhere&o=俄罗斯",
        "/api/findings?format=gif",
        "/api/findings?kind=colour",
        "/api/findings?limit=many",
    ],
)
def test_what_the_pages_ask_for_is_refused_in_both_languages(path: str, client: httpx.Client) -> None:
    """The Chinese says what is wrong, not only that something is: it names what was given, or what there is."""
    body = client.get(path).json()
    assert body["status"] in (400, 404)
    assert any("\u4e00" <= character <= "\u9fff" for character in body["detail_zh"])
    assert body["detail_zh"] != body["title_zh"]


BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize(
    "path", ["/nosuchpage", "/nosuchpage/<b>", "/id/port/nosuch", "/data/nosuch.html", "/static/x"]
)
def test_a_person_gets_a_page(path: str, client: httpx.Client) -> None:
    """404 in both languages with the way home, the address as text; the same address gives a program a problem."""
    answer = client.get(path, headers=BROWSER)
    assert (answer.status_code, answer.headers["Vary"].split(",")[0]) == (404, "Accept")
    assert answer.headers["Content-Type"].startswith("text/html")
    assert 'href="/"' in answer.text and "未找到 Not found" in answer.text
    assert "<b>" not in answer.text
    for accept in ("*/*", "application/json"):
        assert client.get(path, headers={"Accept": accept}).headers["Content-Type"] == "application/problem+json"


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
