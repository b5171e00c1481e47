"""Search, the questions and the help with queries, asked of a real server as programs ask them."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from typing import Any

import httpx
import pyoxigraph as ox
import pytest

from borderkg.questions import catalogue

PORT = "https://w3id.org/borderkg/id/port/manzhouli"
ANSWERED = "/api/questions/cq15-claims-about"


def get(client: httpx.Client, path: str, **parameters: object) -> Any:
    """The JSON of an answer that must succeed."""
    answer = client.get(path, params={name: str(value) for name, value in parameters.items()} or None)
    assert answer.status_code == 200, answer.text
    return answer.json()


# Search


@pytest.mark.parametrize("text", ["试验区", "試驗區", "syq", "shiyanqu"])
def test_search_finds_what_has_the_words_in_it(text: str, client: httpx.Client) -> None:
    """In either script and by pinyin, with the class, a score, and the facets of all."""
    found = get(client, "/api/search", q=text, limit=200)
    assert "云南瑞丽重点开发开放试验区" in {result["label"] for result in found["results"]}
    assert found["total"] == len(found["results"]) > 5
    kinds = {facet["value"]: facet["count"] for facet in found["facets"]["type"]}
    platforms = get(client, "/api/search", q=text, type="Platform")
    assert platforms["total"] == kinds["Platform"]
    province = found["facets"]["province"][0]
    assert get(client, "/api/search", q=text, province=province["value"])["total"] == province["count"]
    assert province["label"].endswith(("省", "自治区"))


def test_a_search_that_finds_nothing_proposes_names_like_it(client: httpx.Client) -> None:
    """Only then: where something bears the name, and the facets leave none of it, nothing else was meant."""
    found = get(client, "/api/search", q="满州里口案")
    assert (found["total"], found["results"]) == (0, [])
    assert found["nearest"][0]["label"] == "满洲里口岸"
    assert get(client, "/api/search", q="满洲里口岸")["nearest"] == []
    assert get(client, "/api/search", q="满洲里口岸", type="Policy")["nearest"] == []
    assert get(client, "/api/search", q="?!")["nearest"] == []


def test_the_pages_of_a_search_make_the_whole(client: httpx.Client) -> None:
    """Each leads to the next; together they are the list, once."""
    whole = [result["iri"] for result in get(client, "/api/search", q="口岸", limit=200)["results"]]
    pages, following = [], "/api/search?q=口岸&limit=7"
    while following:
        page = get(client, following)
        pages += [result["iri"] for result in page["results"]]
        following = page["next"]
    assert len(whole) > 14
    assert pages[: len(whole)] == whole
    assert len(pages) == len(set(pages)) == page["total"]


def test_search_from_sparql(client: httpx.Client) -> None:
    """`bkg:search` gives at the endpoint what the search gives, in its order by the score."""
    query = 'SELECT ?x { (?x ?score) bkg:search ("满洲里" 5) . ?x a ?type } ORDER BY DESC(?score) LIMIT 1'
    rows = get(client, "/sparql", query=query, format="json")["results"]["bindings"]
    assert rows[0]["x"]["value"] == get(client, "/api/search", q="满洲里")["results"][0]["iri"]
    wrong = client.get("/sparql", params={"query": "SELECT ?x { ?x bkg:search ?y }"})
    assert wrong.status_code == 400
    assert "bkg:search" in wrong.json()["detail"]


# Questions


@pytest.mark.parametrize("name", sorted(catalogue.load()))
def test_every_question_is_an_address(name: str, client: httpx.Client) -> None:
    """With its defaults it gives the rows of the query with its defaults, in each format."""
    question = catalogue.load()[name]
    assert not {p.name for p in question.parameters} & {"limit", "offset", "format"}
    found = get(client, f"/api/questions/{name}", limit=10_000)
    assert found["complete"] and found["next"] is None
    read = list(csv.reader(io.StringIO(client.get(f"/api/questions/{name}?format=csv&limit=10000").text)))
    assert read[0] == found["variables"]
    assert len(read) - 1 == len(found["rows"])
    linked = client.get(f"/api/questions/{name}", headers={"Accept": "application/ld+json"}, params={"limit": 2})
    assert linked.headers["Content-Type"] == "application/ld+json"
    assert len(linked.json()["@graph"]) == min(2, len(found["rows"]))


def test_the_pages_of_a_question_make_the_whole(client: httpx.Client) -> None:
    """Each leads to the next, in the body and in the Link header, until one says that it is complete."""
    whole = get(client, ANSWERED, name="满洲里口岸")["rows"]
    rows, following = [], f"{ANSWERED}?name=满洲里口岸&limit=2"
    while following:
        answer = client.get(following)
        page = answer.json()
        rows += page["rows"]
        assert (f'<{page["next"]}>; rel="next"' in answer.headers["Link"]) == (not page["complete"])
        following = page["next"]
    assert len(whole) > 2
    assert rows == whole


def test_rows_as_linked_data(client: httpx.Client) -> None:
    """The JSON-LD is read as as many values as the rows have, with their languages and types."""
    rows = get(client, ANSWERED, name="满洲里口岸")["rows"]
    linked = client.get(f"{ANSWERED}?name=满洲里口岸&format=jsonld").content
    read = [quad.object for quad in ox.parse(linked, format=ox.RdfFormat.JSON_LD)]
    assert len(read) == sum(value is not None for row in rows for value in row.values())
    assert {term.language for term in read if isinstance(term, ox.Literal)} == {"zh", None}


def test_a_browser_is_led_to_the_page(client: httpx.Client) -> None:
    """With the same parameters; the page is our own and runs under the policy of all pages."""
    led = client.get(f"{ANSWERED}?name=瑞丽口岸", headers={"Accept": "text/html,*/*;q=0.8"})
    assert led.status_code == 303
    page = client.get(led.headers["Location"])
    assert "question=cq15-claims-about&name=%E7%91%9E" in led.headers["Location"]
    assert page.headers["Content-Type"].startswith("text/html")
    assert not re.findall(r"(?:src|href)=\"(?!/|data:|#)", page.text)
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "value",
    [
        '" } SELECT * { ?s ?p ?o',
        "x'@zh . ?a ?b ?c #",
        "\\u0022@zh }",
        "\\",
        '"',
        "\n\r\t\x00",
        "}{",
        "?_name",
        "😀" * 200,
    ],
)
def test_no_value_becomes_part_of_the_query(value: str, client: httpx.Client) -> None:
    """It is a name that nothing bears."""
    answer = client.get(ANSWERED, params={"name": value})
    assert (answer.status_code, answer.json()["title"]) == (404, "Not found")
    assert "no such name in the graph" in answer.json()["detail"]


def test_a_short_name_is_read_as_the_graph_writes_it(client: httpx.Client) -> None:
    """By an alias, in another script or language, in each format; the answer says how it was read."""
    asked = "/api/questions/cq19-policies-for-a-place"
    whole = get(client, asked, place="黑龙江省")
    assert whole["rows"]
    for name in ("黑龙江", "黑龍江省", "Heilongjiang Province"):
        found = get(client, asked, place=name)
        assert (found["rows"], found["parameters"]) == (whole["rows"], {"place": "黑龙江省"})
    assert client.get(asked, params={"place": "黑龙江", "format": "csv"}).text.count("\r\n") == len(whole["rows"]) + 1
    values = get(client, "/api/questions/cq19/values", place="黑龙江")
    assert values == {"question": "cq19-policies-for-a-place", "values": {"place": "黑龙江省"}}


def test_a_name_that_nothing_bears_is_no_empty_answer(client: httpx.Client) -> None:
    """It is refused with the nearest, in both languages, by the question and by what the page asks before it."""
    for address in ("/api/questions/cq04", "/api/questions/cq04/values"):
        answer = client.get(address, params={"province": "云南州"})
        assert answer.status_code == 404
        assert "Nearest: 云南省" in answer.json()["detail"]
        assert "最接近的：云南省" in answer.json()["detail_zh"]


@pytest.mark.parametrize(
    ("path", "parameter"),
    [
        (f"{ANSWERED}?nmae=x", "nmae"),
        (f"{ANSWERED}?name=", "name"),
        (f"{ANSWERED}?name={'长' * 201}", "name"),
        (f"{ANSWERED}?name=a&name=b", "name"),
        ("/api/questions/cq05-foreign-trade?from=MMXX", "from"),
        ("/api/questions/cq05-foreign-trade?from=２０２０", "from"),
        ("/api/questions/cq05-foreign-trade?from=1e3", "from"),
        (f"{ANSWERED}?limit=0", "limit"),
        (f"{ANSWERED}?limit=10001", "limit"),
        (f"{ANSWERED}?offset=-1", "offset"),
        (f"{ANSWERED}?format=xlsx", "format"),
        ("/api/search?q=a&class=Port", "class"),
        ("/api/search?limit=x", "limit"),
        ("/api/complete?cursor=-1", "cursor"),
        (f"/api/check?query={'x' * 4001}", "query"),
    ],
)
def test_a_wrong_parameter_is_named(path: str, parameter: str, client: httpx.Client) -> None:
    """As a problem (RFC 9457); nothing is asked in place of what was meant."""
    answer = client.get(path)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert (answer.json()["status"], answer.json()["parameter"]) == (400, parameter)


def test_an_unknown_question(client: httpx.Client) -> None:
    """Is not found; the problem lists those that there are."""
    answer = client.get("/api/questions/cq99")
    assert answer.status_code == 404
    assert "cq01-policies-by-round" in answer.json()["detail"]


# Help


def test_completion_knows_the_class(client: httpx.Client) -> None:
    """What ports have comes first, with how often; a Chinese name or its pinyin finds a property."""
    text = "SELECT * { ?x a bkg:Port ; "
    found = get(client, "/api/complete", query=text)["completions"]
    assert [c["text"] for c in found][:2] == ["rdf:type", "bkg:locatedIn"]
    assert all(c["count"] and (c["start"], c["end"]) == (len(text), len(text)) for c in found[:5])
    for typed in ("位于", "weiyu", "wy", "bkg:loc"):
        assert get(client, "/api/complete", query=text + typed)["completions"][0]["text"] == "bkg:locatedIn"
    inside = get(client, "/api/complete", query=text + "bkg:loc ?y }", cursor=len(text) + 7)["completions"][0]
    assert (inside["start"], inside["end"]) == (len(text), len(text) + 7)


def test_a_check_names_the_place_and_the_better_form(client: httpx.Client) -> None:
    """In both languages."""
    (remark,) = get(client, "/api/check", query="SELECT * {\n ?x a bkg:Prot }")["remarks"]
    assert (remark["code"], remark["line"], remark["column"], remark["better"]) == ("unknown-term", 2, 7, "bkg:Port")
    assert "bkg:Prot" in remark["zh"] and "bkg:Prot" in remark["en"]
    assert get(client, "/api/check", query="SELECT * { ?x a bkg:Port }")["remarks"] == []


# The description


def test_the_description_is_true(address: str) -> None:
    """Schemathesis finds nothing: every answer to what it makes up is one that the description allows."""
    operations = "/api/(search|complete|check|source|source/(boxes|page)|questions|questions/(cq01|cq05|cq15).*)$"
    arguments = ["--include-path-regex", operations, "--max-examples", "12", "--phases", "examples,coverage,fuzzing"]
    code = "import sys; from schemathesis.cli import schemathesis; schemathesis(sys.argv[1:])"
    result = subprocess.run(
        [sys.executable, "-c", code, "run", f"{address}/openapi.json", *arguments, "--seed", "7", "--no-color"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr[-2000:]
    tested = re.search(r"Tested: (\d+)", result.stdout)
    assert tested and int(tested[1]) == 10


def test_every_question_has_an_example(client: httpx.Client) -> None:
    """The example of an answer has the columns of the question, and the parameters their defaults."""
    paths = get(client, "/openapi.json")["paths"]
    for question in catalogue.load().values():
        operation = paths[f"/api/questions/{question.name}"]["get"]
        example = operation["responses"]["200"]["content"]["application/json"]["example"]
        assert all(list(row) == example["variables"] for row in example["rows"]) and example["rows"]
        given = {p["name"]: str(p["example"]) for p in operation["parameters"] if "example" in p}
        assert given == {p.name: p.default for p in question.parameters}
    assert json.dumps(paths, ensure_ascii=False).count("沿边") > 3
