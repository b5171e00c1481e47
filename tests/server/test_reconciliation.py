"""The Reconciliation Service API 0.2 at a real server, its answers held against the schemas of its group."""

import json
from collections.abc import Mapping
from typing import Any

import httpx
import jsonschema_rs
import pytest

from borderkg.errors import ReconciliationError
from borderkg.reconciliation import requests
from borderkg.reconciliation.requests import MOST_QUERIES
from tests.conftest import SHARED

FOLDER = SHARED / "standards" / "reconciliation-0.2"
PRESENT = FOLDER.is_dir()
EXAMPLES = sorted(FOLDER.glob("examples/reconciliation-query-batch/*/*.json"))
NEEDS_THE_STANDARD = pytest.mark.skipif(not PRESENT, reason=f"the schemas are not at {FOLDER}")
QUERIES = {
    "q0": {"query": "满洲里", "type": "Port", "properties": [{"pid": "locatedIn", "v": "内蒙古"}], "limit": 3},
    "q1": {"query": "潞西市"},
    "q2": {"query": "不存在的名字"},
}
EXTEND: dict[str, list[Any]] = {
    "ids": ["port/manzhouli", "region/150781", "nothing"],
    "properties": [
        {"id": "locatedIn"},
        {"id": "locatedIn", "settings": {"inferred": False}},
        *({"id": name} for name in ("gbCode", "skos:altLabel", "portMode")),
        {"id": "observation", "settings": {"limit": 2}},
    ],
}


def retrieved(uri: str) -> Any:
    """A schema that another one refers to."""
    name = "openapi.json" if "swagger" in uri else uri.rsplit("/", 1)[-1]
    return json.loads((FOLDER / "schemas" / name).read_text("utf-8"))


def holds(schema: str, answer: Any) -> bool:
    """Whether an answer is as a schema of the API has it."""
    written = {**retrieved(f"{schema}.json"), "$schema": "http://json-schema.org/draft-07/schema#"}
    return jsonschema_rs.Draft7Validator(written, retriever=retrieved).is_valid(answer)


def posted(client: httpx.Client, **fields: object) -> httpx.Response:
    return client.post("/reconcile", data={name: json.dumps(value) for name, value in fields.items()})


@pytest.mark.shared
@NEEDS_THE_STANDARD
@pytest.mark.parametrize(
    ("schema", "path", "form"),
    [
        ("manifest", "/reconcile", None),
        ("reconciliation-result-batch", "/reconcile", {"queries": QUERIES}),
        ("data-extension-response", "/reconcile", {"extend": EXTEND}),
        ("data-extension-property-proposal", "/reconcile/properties?type=Port&limit=5", None),
        ("suggest-entities-response", "/reconcile/suggest/entity?prefix=mzl", None),
        ("suggest-types-response", "/reconcile/suggest/type?prefix=", None),
        ("suggest-properties-response", "/reconcile/suggest/property?prefix=位于", None),
    ],
)
def test_answers_are_as_the_schemas_have_them(
    client: httpx.Client, schema: str, path: str, form: Mapping[str, Any] | None
) -> None:
    """Each kind of answer validates, and holds something."""
    answer = posted(client, **form) if form else client.get(path)
    assert answer.status_code == 200
    assert holds(schema, answer.json())
    assert len(answer.content) > 40
    assert not holds(schema, {"result": 5, "rows": 5, "q0": 5, "properties": 5})


@pytest.mark.shared
@NEEDS_THE_STANDARD
@pytest.mark.parametrize("path", EXAMPLES, ids=[f"{path.parent.name}/{path.stem}" for path in EXAMPLES])
def test_the_examples_of_the_standard_are_judged(path: Any) -> None:
    """The valid batches are read; the invalid ones refused."""
    text = path.read_text("utf-8")
    if path.parent.name == "valid":
        assert requests.batch(text)
        return
    with pytest.raises(ReconciliationError):
        requests.batch(text)


def test_a_batch_is_answered_by_get_as_by_post(client: httpx.Client) -> None:
    """With a result for every query, by its name."""
    answers = [posted(client, queries=QUERIES), client.get("/reconcile", params={"queries": json.dumps(QUERIES)})]
    for answer in answers:
        found = answer.json()
        assert list(found) == list(QUERIES)
        assert [entry["id"] for entry in found["q0"]["result"] if entry["match"]] == ["port/manzhouli"]
        assert found["q2"] == {"result": []}


def test_values_extend_a_table(client: httpx.Client) -> None:
    """Entities with identifier and name, codes as texts, figures in words; of what is unknown, nothing."""
    answer = posted(client, extend=EXTEND).json()
    assert [column["id"] for column in answer["meta"]] == [p["id"] for p in EXTEND["properties"]]
    rows = answer["rows"]
    assert rows["region/150781"]["gbCode"] == [{"str": "150781"}]
    assert {"id": "region/150781", "name": "满洲里市", "description": "地区 region · 呼伦贝尔市"} in rows[
        "port/manzhouli"
    ]["locatedIn"]
    assert len(rows["port/manzhouli"]["observation"]) <= 2
    assert rows["nothing"]["gbCode"] == []


def test_what_follows_can_be_left_out(client: httpx.Client) -> None:
    """China is where a port lies only by inference."""
    with_, without = (
        posted(
            client, extend={"ids": ["port/manzhouli"], "properties": [{"id": "locatedIn", "settings": {"inferred": i}}]}
        )
        for i in (True, False)
    )
    found = [{value["id"] for value in a.json()["rows"]["port/manzhouli"]["locatedIn"]} for a in (with_, without)]
    assert found[0] - found[1] >= {"country/CN"}


def test_suggestions_go_on_behind_the_cursor(client: httpx.Client) -> None:
    """The second page has none of the first."""
    pages = [
        {
            e["id"]
            for e in client.get("/reconcile/suggest/entity", params={"prefix": "口岸", "cursor": c}).json()["result"]
        }
        for c in (0, 20)
    ]
    assert all(pages)
    assert not pages[0] & pages[1]


@pytest.mark.parametrize("prefix", ["满洲里口", "manzhoulikou", "port/manzhouli"])
def test_an_entity_is_suggested(client: httpx.Client, prefix: str) -> None:
    """By the beginning of its name or pinyin, or by its identifier."""
    found = client.get("/reconcile/suggest/entity", params={"prefix": prefix}).json()["result"]
    assert found[0]["id"] == "port/manzhouli"
    assert found[0]["notable"][0]["id"] == "Port"


def test_a_card_is_for_a_frame_and_runs_nothing(client: httpx.Client) -> None:
    """Any page may frame it; it has no script and loads nothing. No other page of ours may be framed."""
    manifest = client.get("/reconcile").json()
    answer = client.get(manifest["preview"]["url"].replace("{{id}}", "port%2Fmanzhouli"))
    policy = answer.headers["content-security-policy"]
    assert "满洲里口岸" in answer.text
    assert "default-src 'none'" in policy
    assert "frame-ancestors *" in policy
    assert "sandbox" in policy
    assert "frame-ancestors 'none'" in client.get("/").headers["content-security-policy"]
    assert client.get("/reconcile/preview?id=nothing").status_code == 404


def test_addresses_of_the_manifest_answer(client: httpx.Client) -> None:
    """View, flyouts, suggestions, proposals: all of them, with an identifier that has a slash."""
    manifest = client.get("/reconcile").json()
    suggest = manifest["suggest"]
    addresses = [manifest["view"]["url"].replace("{{id}}", "port%2Fmanzhouli")]
    for kind, identifier in (("entity", "port%2Fmanzhouli"), ("type", "Port"), ("property", "locatedIn")):
        addresses.append(suggest[kind]["service_url"] + suggest[kind]["service_path"] + "?prefix=p")
        flyout = suggest[kind]["flyout_service_url"] + suggest[kind]["flyout_service_path"]
        addresses.append(flyout.replace("${id}", identifier))
    proposed = manifest["extend"]["propose_properties"]
    addresses.append(proposed["service_url"] + proposed["service_path"] + "?type=Port")
    for address in addresses:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(
    "path", ["", "/suggest/entity?prefix=a", "/preview?id=port/manzhouli", "/properties?type=Port"]
)
def test_pages_of_any_site_may_read_it(client: httpx.Client, path: str) -> None:
    """CORS, which the API asks for at every address."""
    answer = client.get(f"/reconcile{path}", headers={"Origin": "http://127.0.0.1:3333"})
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("?callback=f", 400, "reconciliation"),
        ("/suggest/entity?prefix=a&callback=f", 400, "reconciliation"),
        ("?queries=%7B&extend=%7B", 400, "reconciliation"),
        ("?queries=%7B", 400, "reconciliation"),
        ("/suggest/entity", 400, "reconciliation"),
        ("/suggest/entity?prefix=a&cursor=-1", 400, "reconciliation"),
        ("/suggest/entity?prefix=" + "a" * 201, 400, "reconciliation"),
        ("/suggest/people?prefix=a", 404, "not-found"),
        ("/flyout/entity?id=nothing", 404, "not-found"),
        ('?extend={"ids":["a"],"properties":[{"id":"P17"}]}', 400, "reconciliation"),
    ],
)
def test_a_fault_is_a_problem_in_both_languages(client: httpx.Client, path: str, status: int, kind: str) -> None:
    answer = client.get(f"/reconcile{path}")
    problem = answer.json()
    assert (answer.status_code, problem["type"].rsplit("/", 1)[-1]) == (status, kind)
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["detail"]
    assert problem["detail_zh"]


def test_a_large_batch_is_refused(client: httpx.Client) -> None:
    """With 413, as the API has it; the manifest says how many there may be."""
    most = client.get("/reconcile").json()["batchSize"]
    assert most == MOST_QUERIES
    full = {f"q{n}": {"query": f"满洲里{n}"} for n in range(most)}
    assert len(posted(client, queries=full).json()) == most
    assert posted(client, queries={**full, "more": {"query": "瑞丽"}}).status_code == 413
    assert posted(client, queries={"q": {"query": "x" * 2_000_000}}).status_code == 413
