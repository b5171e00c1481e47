"""The page, what it asks the server for, entities in the format that is wanted, and what every answer says of safety."""

import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pyoxigraph as ox
import pytest
import rdflib

from borderkg.graph import dataset
from borderkg.vocabulary import BKG, GRAPH, OA
from tests.facts import SOURCES, claim, published
from tests.running import serving

PORT = "https://w3id.org/borderkg/id/port/manzhouli"
NOBODY = "https://w3id.org/borderkg/id/port/nobody"


def test_search_by_chinese_name(client: httpx.Client) -> None:
    """The port of that very name comes first, with its class in both languages; a traditional character finds it too."""
    for text in ("满洲里口岸", "滿洲里口岸", " 满洲里 口岸 "):
        first = client.get("/api/search", params={"q": text}).json()["results"][0]
        assert (first["iri"], first["label"]) == (PORT, "满洲里口岸")
        assert first["typeLabels"] == ["口岸", "port of entry"]
    assert client.get("/api/search", params={"q": "没有这样的名称"}).json()["results"] == []
    assert client.get("/api/search", params={"q": "·"}).json()["results"] == []


def test_a_search_without_a_text_lists_what_fits_the_facets(client: httpx.Client) -> None:
    """Everything, by pages, with counts; a facet narrows it to what belongs there: a country to its neighbours too."""
    whole = client.get("/api/search").json()
    assert whole["total"] == sum(value["count"] for value in whole["facets"]["type"])
    assert set(whole["facets"]) == {"type", "period", "province", "country", "source"}
    russia = next(value for value in whole["facets"]["country"] if value["labels"][0] == "俄罗斯")
    ports = client.get("/api/search", params={"type": "Port", "country": russia["value"]}).json()
    found = {result["label"] for result in ports["results"]}
    assert "满洲里口岸" in found
    assert "瑞丽口岸" not in found
    assert 0 < ports["total"] < whole["total"]


def test_the_page_of_an_entity_says_what_stands_behind_it(client: httpx.Client) -> None:
    """Ranks, the texts with their authors, the notes of the rules, what the reference data say, what follows, the query."""
    page = client.get("/api/entity", params={"iri": PORT}).json()
    assert page["labels"] == ["满洲里口岸", "Manzhouli Port"]
    assert {c["rank"] for c in page["claims"]} <= {"preferred", "normal", "deprecated"}
    assert {c["rule"] for c in page["claims"]} == set(page["rules"])
    assert {e["source"] for c in page["claims"] for e in c["evidence"]} == set(page["documents"])
    assert all(0 < rule["right"] / rule["checked"] <= 1 for rule in page["rules"].values() if rule["confidence"])
    assert any(rule["confidence"] for rule in page["rules"].values())
    assert any(document["authors"] for document in page["documents"].values())
    claimed = {(c["predicate"], c["object"]) for c in page["claims"]}
    assert not claimed & {(said["predicate"].rsplit("/", 1)[-1], said["object"]) for said in page["said"]}
    (within,) = [follows for follows in page["inferred"] if follows["predicate"] == "locatedIn"]
    assert within["total"] == len(within["values"]) > 1
    assert page["shapes"] == []
    rows = client.get("/sparql", params={"query": page["query"], "format": "json"}).json()["results"]["bindings"]
    assert {row["claim"]["value"] for row in rows} == {c["claim"] for c in page["claims"]}


def test_what_the_shapes_found_of_a_node(client: httpx.Client) -> None:
    """It stands on the node's own page, in both languages."""
    texts = client.get("/api/summary").json()["texts"]
    found = [
        entry for text in texts for entry in client.get("/api/entity", params={"iri": text["source"]}).json()["shapes"]
    ]
    assert [(entry["severity"], entry["message"], entry["message_zh"]) for entry in found] == [
        ("Warning", "no author is known: add one to sources.yaml", "作者未知：请在sources.yaml中补充")
    ]


def test_an_entity_with_its_provenance(client: httpx.Client) -> None:
    """As TriG, each triple stands in the graph that says it: the fact, the closure, the claim with its rule's note."""
    answer = client.get("/entity", params={"iri": PORT, "format": "trig"})
    assert answer.headers["Content-Type"] == "application/trig"
    quads = list(ox.parse(answer.content, format=ox.RdfFormat.TRIG))
    graphs = {quad.graph_name.value.removeprefix(GRAPH) for quad in quads if isinstance(quad.graph_name, ox.NamedNode)}
    assert {"inferred", "reference", "provenance"} <= graphs
    claimed = {quad.graph_name for quad in quads if quad.predicate.value == f"{BKG}claimSubject"}
    assert all(isinstance(graph, ox.NamedNode) and graph.value.startswith(f"{GRAPH}source/") for graph in claimed)
    assert {quad.graph_name for quad in quads if quad.predicate.value == f"{OA}start"} == claimed


def test_an_entity_with_its_claims_and_passages(client: httpx.Client) -> None:
    """Each claim has evidence, and the evidence of a text at hand opens with its words."""
    page = client.get("/api/entity", params={"iri": PORT}).json()
    assert page["label"] == "满洲里口岸"
    (facing,) = [c for c in page["claims"] if c["predicate"] == "counterpart"]
    primary = next(e for e in facing["evidence"] if e["primary"])
    assert primary["passage"]["words"] == "对应口岸为俄罗斯后贝加尔斯克口岸"
    assert page["predicateLabels"]["counterpart"][0]


def test_why_a_triple_holds(client: httpx.Client) -> None:
    """The proof with its passages; of a triple that is not there, or is none, a problem that says so."""
    triple = {"s": "后贝加尔斯克口岸", "p": "counterpart", "o": "满洲里口岸"}
    proof = client.get("/api/why", params=triple).json()
    assert (proof["rule"], proof["premises"][0]["rule"]) == ("prp-symp", "stated")
    assert proof["premises"][0]["evidence"][0]["passage"]["words"] == "对应口岸为俄罗斯后贝加尔斯克口岸"
    for wrong, status in (({}, 400), ({**triple, "o": "瑞丽口岸"}, 404), ({**triple, "s": "<script>"}, 404)):
        answer = client.get("/api/why", params=wrong)
        assert answer.status_code == status
        assert answer.headers["Content-Type"].startswith("application/problem+json")


@pytest.mark.parametrize(
    ("accept", "form"), [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/rdf+xml", "xml")]
)
def test_an_entity_as_rdf(accept: str, form: str, client: httpx.Client) -> None:
    """Its IRI leads to its page, which is RDF for who asks for RDF: the fact, and the claim with its evidence."""
    led = client.get("/id/port/manzhouli")
    assert led.status_code == 303
    answer = client.get(led.headers["Location"], headers={"Accept": accept})
    assert answer.headers["Content-Type"].partition(";")[0] == accept
    assert "Accept" in answer.headers["Vary"]
    graph = rdflib.Graph().parse(data=answer.content, format=form)
    bkg = rdflib.Namespace("https://w3id.org/borderkg/ontology/")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    facing = graph.value(rdflib.URIRef(PORT), bkg.counterpart)
    (said,) = [c for c in graph.subjects(bkg.claimPredicate, bkg.counterpart) if (c, bkg.claimObject, facing) in graph]
    place = graph.value(said, bkg.evidence)
    assert graph.value(graph.value(place, oa.hasSelector), oa.start) is not None


def test_an_entity_for_a_browser(client: httpx.Client) -> None:
    """A browser gets the page; `format=` in the address gives RDF to anyone."""
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    answer = client.get("/entity", params={"iri": PORT}, headers=browser)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/html")
    answer = client.get("/entity", params={"iri": PORT, "format": "jsonld"}, headers=browser)
    assert answer.headers["Content-Type"] == "application/ld+json"


def test_what_is_not_there(client: httpx.Client) -> None:
    """404 for an unknown entity in every form, for an unknown path, and for files outside the page's own."""
    assert client.get("/entity", params={"iri": NOBODY}).status_code == 404
    assert client.get("/entity", params={"iri": NOBODY}, headers={"Accept": "text/turtle"}).status_code == 404
    assert client.get("/entity", params={"iri": "not an IRI>"}, headers={"Accept": "text/turtle"}).status_code == 404
    assert "no such entity" in client.get("/api/entity", params={"iri": NOBODY}).json()["detail"]
    assert client.get("/api/entity", params={"iri": NOBODY}).status_code == 404
    assert client.get("/nothing").status_code == 404
    assert client.get("/static/..%2f..%2fapi.py").status_code == 404


def test_the_summary_and_the_questions(client: httpx.Client) -> None:
    """What the graph holds and can be asked."""
    summary = client.get("/api/summary").json()
    assert summary["documents"] == len(summary["texts"]) == 13
    assert isinstance(client.get("/api/questions").json()["questions"], list)


@pytest.mark.parametrize(
    "path", ["/", "/entity?iri=x", "/query", "/static/app.js", "/api/search?q=x", "/sparql?query=ASK{}", "/nothing"]
)
def test_every_answer_is_guarded(path: str, client: httpx.Client) -> None:
    """Only our own scripts run, no type is guessed, no frame is allowed, no address is told."""
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_another_host_name_is_refused(client: httpx.Client) -> None:
    """A name that someone else pointed at this machine reads nothing."""
    assert client.get("/api/summary", headers={"Host": "evil.example"}).status_code == 400


def test_the_server_listens_on_this_machine_alone(address: str) -> None:
    """On 127.0.0.1; another address of the machine has nobody on that port."""
    port = urlsplit(address).port
    assert port
    with socket.create_connection(("127.0.0.1", port), timeout=5):
        pass
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", port), timeout=5):
        pass


HOSTILE = "<script>alert(1)</script>办法"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server over a graph in which a policy is named with markup."""
    root = tmp_path_factory.mktemp("hostile")
    claims = [claim(f"Policy:{HOSTILE}", "issuedBy", "Organization:<img src=x onerror=alert(2)>局")]
    published(root, dataset.quads(claims, SOURCES))
    with serving(root) as address, httpx.Client(base_url=address) as client:
        yield client


def test_a_label_with_markup_stays_text(hostile: httpx.Client) -> None:
    """It is given as JSON, which no browser takes for a page, and stands in no HTML that the server writes."""
    found = hostile.get("/api/search", params={"q": "script"})
    assert found.json()["results"][0]["label"] == HOSTILE
    assert found.headers["Content-Type"] == "application/json"
    iri = found.json()["results"][0]["iri"]
    page = hostile.get("/entity", params={"iri": iri})
    assert page.status_code == 200
    assert "alert" not in page.text
    assert "alert" not in hostile.get("/", params={"q": HOSTILE}).text
    refused = hostile.get(f"/{HOSTILE}")
    assert refused.headers["Content-Type"] == "application/problem+json"
