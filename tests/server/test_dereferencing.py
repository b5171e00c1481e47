"""An IRI of ours leads to its page or to a document about it, in the format that is wanted."""

import re

import httpx
import pytest
import rdflib
from rdflib import RDF, URIRef

from borderkg.graph import iris
from borderkg.vocabulary import BKG, GRAPH, ID, OA

PORT = ID + "port/manzhouli"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
FORMS = {
    "ttl": ("text/turtle", "turtle"),
    "nt": ("application/n-triples", "nt"),
    "jsonld": ("application/ld+json", "json-ld"),
    "rdf": ("application/rdf+xml", "xml"),
    "trig": ("application/trig", "trig"),
}
pytestmark = [
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated"),  # rdflib's parsers use what it deprecates
    pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated"),
]
bkg, oa = rdflib.Namespace(BKG), rdflib.Namespace(OA)


def links(answer: httpx.Response) -> set[tuple[str, str, str]]:
    """Target, relation and media type of each link."""
    found = re.findall(r'<([^>]*)>; rel="([^"]*)"(?:; type="([^"]*)")?', answer.headers["Link"])
    return {(target, relation, media) for target, relation, media in found}


def parsed(answer: httpx.Response, form: str) -> rdflib.Graph:
    assert answer.status_code == 200
    if form == "trig":
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(data=answer.content, format=form)
        return dataset
    return rdflib.Graph().parse(data=answer.content, format=form)


@pytest.fixture(scope="module")
def a_claim(address: str) -> str:
    """The IRI of a claim about the port."""
    query = "SELECT ?c { GRAPH ?g { ?c bkg:claimSubject id:port\\/manzhouli } } ORDER BY ?c LIMIT 1"
    answer = httpx.get(f"{address}/sparql", params={"query": query}, headers={"Accept": "text/csv"}, timeout=60)
    return answer.text.splitlines()[1]


@pytest.mark.parametrize(
    ("accept", "leads"),
    [
        (BROWSER, "/entity?iri=https%3A%2F%2Fw3id.org%2Fborderkg%2Fid%2Fport%2Fmanzhouli"),
        ("*/*", "/entity?iri=https%3A%2F%2Fw3id.org%2Fborderkg%2Fid%2Fport%2Fmanzhouli"),
        ("text/html;q=0.5, text/turtle", "/data/port/manzhouli.ttl"),
        *((media, f"/data/port/manzhouli.{ending}") for ending, (media, _) in FORMS.items()),
    ],
)
def test_a_thing_leads_to_what_is_known_of_it(accept: str, leads: str, client: httpx.Client) -> None:
    """303, since a port cannot be sent; with the other forms beside."""
    for method in ("GET", "HEAD"):
        answer = client.request(method, "/id/port/manzhouli", headers={"Accept": accept})
        assert (answer.status_code, answer.headers["Location"]) == (303, leads)
        assert "Accept" in answer.headers["Vary"]
        assert (PORT, "cite-as", "") in links(answer)


def test_the_address_may_name_the_format(client: httpx.Client) -> None:
    """For who cannot set a header."""
    answer = client.get("/id/port/manzhouli?format=trig", headers={"Accept": BROWSER})
    assert answer.headers["Location"] == "/data/port/manzhouli.trig"


@pytest.mark.parametrize("ending", FORMS)
def test_a_document(ending: str, client: httpx.Client) -> None:
    """The fact, the claim that says so, its evidence with offsets, its source and its rule, in every format."""
    media, form = FORMS[ending]
    answer = client.get(f"/data/port/manzhouli.{ending}", headers={"Accept": BROWSER})
    assert answer.headers["Content-Type"].partition(";")[0] == media
    graph = parsed(answer, form)
    port = URIRef(PORT)
    facing = graph.value(port, bkg.counterpart)
    (said,) = [c for c in graph.subjects(bkg.claimPredicate, bkg.counterpart) if (c, bkg.claimObject, facing) in graph]
    place = graph.value(graph.value(said, bkg.evidence), oa.hasSelector)
    assert int(str(graph.value(place, oa.start))) < int(str(graph.value(place, oa.end)))
    assert graph.value(graph.value(said, bkg.statedIn), bkg.citation)
    assert (graph.value(said, bkg.readBy), RDF.type, bkg.Rule) in graph


def test_every_format_says_the_same(client: httpx.Client) -> None:
    """The same triples, and in TriG each in the graph that has it at the endpoint."""
    found = {ending: parsed(client.get(f"/data/port/manzhouli.{ending}"), form) for ending, (_, form) in FORMS.items()}
    triples = {ending: set(graph.triples((None, None, None))) for ending, graph in found.items()}
    assert len(set(map(frozenset, triples.values()))) == 1
    dataset = found["trig"]
    assert isinstance(dataset, rdflib.Dataset)
    names = {str(graph.identifier) for graph in dataset.graphs() if len(graph)}
    assert iris.INFERRED in names and any(name.startswith(GRAPH + "source/") for name in names)
    assert iris.QUARANTINE not in names
    claim = next(dataset.subjects(bkg.claimSubject, URIRef(PORT)))
    source = next(str(g.identifier) for g in dataset.graphs() if (claim, RDF.type, bkg.Claim) in g)
    asked = client.get("/sparql", params={"query": f"ASK {{ GRAPH <{source}> {{ <{claim}> a bkg:Claim }} }}"}).json()
    assert asked["boolean"] is True


def test_a_document_names_the_others(client: httpx.Client) -> None:
    """Alternates with their types, the licence, the IRI to cite, and where the dataset is described; all of them answer."""
    for path in ("/data/port/manzhouli.ttl", f"/entity?iri={PORT}"):
        answer = client.get(path, headers={"Accept": BROWSER})
        found = links(answer)
        assert {(f"/data/port/manzhouli.{e}", "alternate", media) for e, (media, _) in FORMS.items()} <= found
        assert (PORT, "cite-as", "") in found
        assert ("https://creativecommons.org/licenses/by/4.0/", "license", "") in found
        assert {target for target, relation, _ in found if relation == "describedby"} == {
            "/data/port/manzhouli.ttl",
            "/.well-known/void",
            "/.well-known/dcat",
        }
        for target, _, _ in found:
            if target.startswith("/"):
                assert client.head(target).status_code == 200


@pytest.mark.parametrize("ending", [*FORMS, "html"])
def test_a_document_that_is_known_is_not_sent_again(ending: str, a_claim: str, client: httpx.Client) -> None:
    """By its ETag; each format has its own. HEAD gives the same headers and no body."""
    path = f"/data/{a_claim.removeprefix(ID)}.{ending}"
    answer = client.get(path)
    tag = answer.headers["ETag"]
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304
    other = path.rsplit(".", 1)[0] + (".nt" if ending != "nt" else ".ttl")
    assert client.get(other, headers={"If-None-Match": tag}).status_code == 200
    head = client.head(path)
    assert head.content == b"" and head.headers["ETag"] == tag
    assert head.headers["Content-Type"] == answer.headers["Content-Type"]


def test_what_has_no_name_has_a_page_all_the_same(a_claim: str, client: httpx.Client) -> None:
    """A claim is read in a browser too; what it is made of leads on, under a head like every page's."""
    led = client.get(f"/{a_claim.removeprefix('https://w3id.org/borderkg/')}", headers={"Accept": BROWSER})
    assert led.status_code == 303
    page = client.get(led.headers["Location"])
    assert page.headers["Content-Type"].startswith("text/html")
    assert re.findall("<script[^>]*>", page.text) == ['<script type="module" src="/static/alone.js">']
    assert "style=" not in page.text
    leads = re.findall(r'href="(/(?:id|ontology|concept)/[^"]+)"', page.text)
    assert any(href.startswith("/id/evidence/") for href in leads)
    for href in leads:  # and what stands in the head
        assert client.get(href, headers={"Accept": BROWSER}).status_code in (200, 303)


@pytest.mark.parametrize(
    ("path", "accept", "status", "name"),
    [
        ("/id/port/nobody", "text/turtle", 404, "not-found"),
        ("/id/", "*/*", 404, "not-found"),
        ("/id/a%20b%3Cscript%3E", "*/*", 404, "not-found"),
        ("/id/port/manzhouli", "image/png", 406, "not-acceptable"),
        ("/id/port/manzhouli", "text/html;q=0, text/turtle;q=0", 406, "not-acceptable"),
        ("/data/port/nobody.ttl", "*/*", 404, "not-found"),
        ("/data/port/nobody.html", "*/*", 404, "not-found"),
        ("/data/port/manzhouli", "*/*", 404, "not-found"),
        ("/data/port/manzhouli.exe", "*/*", 404, "not-found"),
    ],
)
def test_what_is_not_there(path: str, accept: str, status: int, name: str, client: httpx.Client) -> None:
    """A problem document, but for a browser, whatever is taken otherwise."""
    answer = client.get(path, headers={"Accept": accept})
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["type"].endswith(f"/{name}")


@pytest.mark.parametrize("path", ["/id/port/nobody", "/id/", "/id/a%20b%3Cscript%3E", "/data/port/nobody.html"])
def test_a_person_is_shown_the_way_on(path: str, client: httpx.Client) -> None:
    """In a browser, what is not there is a page, in which the address is text."""
    answer = client.get(path, headers={"Accept": BROWSER})
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert "<script>" not in answer.text and 'href="/"' in answer.text


def test_pages_of_other_sites_may_read_it(client: httpx.Client) -> None:
    """The graph is public (CORS)."""
    for path in ("/id/port/manzhouli", "/data/port/manzhouli.ttl"):
        answer = client.get(path, headers={"Origin": "https://example.org"})
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert client.options(path).status_code == 204
