"""`/api/lineage` and `/api/diffusion` answer as the command line and Python do."""

import io
import json
from pathlib import Path

import httpx
import networkx as nx
import pytest

from borderkg.api import open_graph
from borderkg.lineage import exports
from borderkg.questions.lineages import Question


def test_the_answer_is_that_of_python(client: httpx.Client, demo_store: Path) -> None:
    """With the same question, whichever way its lists are given."""
    question = Question("国务院", relations=("establishes", "locatedIn"), levels=("county",), depth=2, direction="on")
    expected = json.loads(json.dumps(open_graph(demo_store).lineages.ask(question).as_dict()))
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
