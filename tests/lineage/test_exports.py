"""Each format opens in what reads it, and holds the whole lineage."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from borderkg.graph.store import GraphStore
from borderkg.lineage import exports, reading
from borderkg.lineage.graph import Lineage
from tests.lineage.graphs import lineage


@pytest.fixture(scope="module")
def whole(demo_store: Path) -> Lineage:
    return reading.read(GraphStore.open(demo_store).engine)


def shape(graph: Any) -> list[tuple[str, str, str, bool]]:
    """The hops with their relation and whether they are inferred, as a reader of a format finds them."""
    edges = graph.edges(data=True)
    return sorted((one, other, data["relation"], data["inferred"] in (True, "true")) for one, other, data in edges)


def test_graphml_opens(whole: Lineage) -> None:
    """networkx reads the same nodes, labels and hops back."""
    read = nx.read_graphml(io.BytesIO(exports.written(whole, "graphml")), force_multigraph=True)
    assert shape(read) == shape(whole)
    assert nx.get_node_attributes(read, "label") == {
        iri: data["label"] for iri, data in whole.described() if data["label"]
    }


def test_gexf_opens(whole: Lineage) -> None:
    """networkx reads the same hops back, and no day of writing stands in it."""
    data = exports.written(whole, "gexf")
    assert shape(nx.read_gexf(io.BytesIO(data))) == shape(whole)
    assert b"lastmodified" not in data


def test_json_and_cytoscape_hold_all(whole: Lineage) -> None:
    """Every node and every hop with its attributes; ids are unique, ends are nodes."""
    plain = json.loads(exports.written(whole, "json"))
    elements = json.loads(exports.written(whole, "cytoscape"))["elements"]
    assert [n["id"] for n in plain["nodes"]] == [n["data"]["id"] for n in elements["nodes"]] == sorted(whole)
    ids = [e["data"]["id"] for e in elements["edges"]]
    assert len(ids) == len(set(ids)) == len(plain["edges"]) == whole.number_of_edges()
    assert all(e["data"]["source"] in whole and e["data"]["target"] in whole for e in elements["edges"])


def test_csv_has_a_row_a_hop(whole: Lineage) -> None:
    """With both ends and all attributes."""
    rows = list(csv.DictReader(io.StringIO(exports.written(whole, "csv").decode())))
    assert sorted((r["earlier_id"], r["later_id"], r["relation"], r["inferred"] == "True") for r in rows) == shape(
        whole
    )


@pytest.fixture
def awkward() -> Lineage:
    """Labels with all that ends or opens something in a format."""
    names = {"a": {"label": '《“甲”\\"乙"》<b>'}, "b": {"label": "a]|x`#;\n丙"}}
    return lineage("a>b", names, rule="made::rule", confidence=0.5)


def test_mermaid_labels_are_escaped(awkward: Lineage) -> None:
    """Each label stands between quotes and holds nothing that Mermaid reads."""
    lines = exports.written(awkward, "mermaid").decode().splitlines()
    assert lines[0] == "flowchart LR" and len(lines) == 4
    labels = [re.fullmatch(r'  n\d\["([^"<>`]*)"\]', line) for line in lines[1:3]]
    assert all(labels)
    assert lines[3] == '  n0 -.->|"follows"| n1'


def test_dot_labels_are_escaped(awkward: Lineage) -> None:
    """Each label is one quoted string, from which the label can be had back."""
    text = exports.written(awkward, "dot").decode()
    found = re.findall(r'label="((?:[^"\\]|\\.)*)", URL', text)
    plain = [re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], label) for label in found]
    assert plain == [data["label"] for _, data in awkward.described()]
    assert "style=dashed" in text


@pytest.mark.parametrize("form", sorted(exports.FORMATS))
def test_the_same_graph_gives_the_same_bytes(awkward: Lineage, form: str) -> None:
    """Whatever the order in which nodes and hops were added."""
    again = Lineage()
    again.add_nodes_from(reversed(awkward.described()))
    again.add_edges_from((one, other, data) for one, other, data in awkward.hops())
    assert exports.written(again, form) == exports.written(awkward, form)
