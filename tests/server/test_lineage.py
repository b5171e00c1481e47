"""`/api/lineage` and `/api/diffusion` answer as the command line and Python do."""

import io
import json
from pathlib import Path

import httpx
import networkx as nx
import pytest

from borderkg.api import open_graph
from borderkg.figures import drawn
from borderkg.lineage import exports
from borderkg.questions.lineages import Question


def test_the_answer_is_that_of_python(client: httpx.Client, demo_store: Path) -> None:
    """With the same question, whichever way its lists are given; each edge says besides how it is drawn."""
    question = Question("国务院", relations=("establishes", "locatedIn"), levels=("county",), depth=2, direction="on")
    expected = json.loads(json.dumps(open_graph(demo_store).lineages.ask(question).as_dict()))
    for edge in expected["edges"]:
        edge |= {"family": {"establishes": "establishes", "locatedIn": "lies"}[edge["relation"]], "back": False}
    asked = {"name": "国务院", "relation": "establishes,locatedIn", "level": "county", "depth": "2", "direction": "on"}
    assert client.get("/api/lineage", params=asked).json() == expected
    again = {**asked, "relation": ["establishes", "locatedIn"]}
    assert client.get("/api/lineage", params=again).json() == expected


@pytest.mark.parametrize("form", sorted(exports.FORMATS))
def test_formats(client: httpx.Client, form: str) -> None:
    """Each with its media type; GraphML opens."""
    answer = client.get("/api/lineage", params={"name": "兴边富民行动", "format": form})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == exports.MEDIA_TYPES[form]
    if form == "graphml":
        assert nx.read_graphml(io.BytesIO(answer.content)).number_of_nodes() > 3


@pytest.mark.parametrize("form", drawn.FORMATS)
def test_figures(client: httpx.Client, demo_store: Path, form: str) -> None:
    """The figure that the command line writes, with its day, lanes and periods."""
    asked = {"lanes": "platform", "periods": "历史逻辑与推进方向", "language": "en", "width": "700"}
    graph = open_graph(demo_store)
    part = graph.lineages.ask(Question("国务院", depth=1)).graph
    title = "Policy lineage: 国务院"
    expected = drawn.lineage_figure(part, graph.store, form, title=title, as_of="2012-12-31", **asked)
    given = {"name": "国务院", "depth": "1", "as_of": "2012", "format": form, **asked}
    answer = client.get("/api/lineage", params=given)
    assert answer.content == expected
    assert answer.headers["content-type"].split(";")[0] == drawn.MEDIA_TYPES[form]


def test_a_drawing_says_what_it_was_drawn_from(client: httpx.Client) -> None:
    """Each node and link of the figure with the keys of its elements; the axis; what else can be asked."""
    made = client.get("/api/lineage", params={"name": "国务院", "depth": "1", "format": "drawing"}).json()
    groups = [attributes for name, attributes, _ in made["parts"] if name == "g"]
    drawn_nodes = {g["data-iri"] for g in groups if g["class"] == "node"}
    assert drawn_nodes == {node["iri"] for node in made["nodes"]}
    assert {g["data-key"] for g in groups if g["class"] == "edge"} == {link["key"] for link in made["links"]}
    assert made["knots"] == sorted(made["knots"])
    assert made["start"] in drawn_nodes
    assert made["main_path"][0] in drawn_nodes
    assert made["periods"] == made["divisions"][0][0]
    whole = client.get("/api/lineage", params={"format": "drawing"}).json()
    assert whole["starts"][0]["hops"] >= whole["starts"][-1]["hops"] > 0
    assert len(whole["nodes"]) <= 150 <= whole["size"][0]


def test_the_panels_of_a_diffusion(client: httpx.Client) -> None:
    """As SVG and PDF, and as a drawing beside the rows."""
    made = client.get("/api/diffusion", params={"of": "边境经济合作区", "format": "drawing"}).json()
    assert made["adopters"] and made["parts"]
    assert "边境经济合作区" in [zh for zh, _ in made["known"]]
    for form in ("svg", "pdf"):
        answer = client.get("/api/diffusion", params={"of": "边境经济合作区", "format": form})
        assert answer.headers["content-type"].split(";")[0] == drawn.MEDIA_TYPES[form]


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ({"name": "兴边富民计划"}, 404, "Nearest"),
        ({"name": "国务院", "relation": "leads"}, 400, "known are"),
        ({"name": "国务院", "depth": "0"}, 400, "1 to 100"),
        ({"name": "国务院", "depth": "²"}, 400, "1 to 100"),
        ({"name": "国务院", "format": "exe"}, 400, "no format"),
        ({"name": "国务院", "as_off": "2016"}, 400, "no parameter"),
        ({"name": "国务院", "as_of": "soon"}, 400, "no date"),
        ({"format": "svg", "lanes": "colour"}, 400, "no lanes"),
        ({"format": "svg", "width": "12"}, 400, "no width"),
        ({"format": "drawing", "periods": "nobody"}, 404, "name one of the sources"),
    ],
)
def test_what_cannot_be_asked(client: httpx.Client, asked: dict[str, str], status: int, said: str) -> None:
    """Problems after RFC 9457."""
    answer = client.get("/api/lineage", params=asked)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in answer.json()["detail"]


def test_diffusion(client: httpx.Client, demo_store: Path) -> None:
    """As Python gives it; without or with an unknown type a problem."""
    expected = json.loads(json.dumps(open_graph(demo_store).diffusion("边境经济合作区").as_dict()))
    assert client.get("/api/diffusion", params={"of": "边境经济合作区"}).json() == expected
    assert client.get("/api/diffusion").status_code == 400
    assert client.get("/api/diffusion", params={"of": "高铁"}).status_code == 404
