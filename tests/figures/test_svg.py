"""The SVG: well-formed whatever labels hold, self-contained, the same bytes for the same graph."""

import random
import re
import subprocess
import sys
from xml.etree import ElementTree

import networkx as nx
from hypothesis import given

from borderkg.figures.lineage import lineage_svg
from tests.figures import factory, strategies
from tests.figures.conftest import Real
from tests.figures.strategies import few

SVG = "{http://www.w3.org/2000/svg}"


@few
@given(strategies.graphs())
def test_labels_cannot_break_out(graph: "nx.MultiDiGraph[str]") -> None:
    """Any label gives well-formed XML of the elements that the writer knows, without script, style or address."""
    root = ElementTree.fromstring(lineage_svg(graph))  # noqa: S314 - our own text, and no entity is declared in it
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "title", "desc", "rect", "g", "path", "circle", "text"}
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in attributes if name.startswith("on") or "href" in name or name == "style"]


def test_nodes_and_hops_say_what_they_are(real: Real) -> None:
    """Each bar and each line has a title for people and its IRIs for programs; the figure has title and description."""
    root = ElementTree.fromstring(lineage_svg(real.graph, title="谱系", sources=real.citations))  # noqa: S314 - as above
    found = {kind: root.findall(f".//{SVG}g[@class='{kind}']") for kind in ("node", "edge")}
    assert {g.attrib["data-iri"] for g in found["node"]} == set(real.graph)
    assert {(g.attrib["data-tail"], g.attrib["data-head"]) for g in found["edge"]} == set(real.graph.edges())
    assert all(g.findtext(f"{SVG}title") == g.attrib["aria-label"] for groups in found.values() for g in groups)
    assert root.findtext(f"{SVG}title") == "谱系"
    assert all(cited in (root.findtext(f"{SVG}desc") or "") for cited in _cited(real))


def test_the_name_of_a_node_holds_the_words_that_are_seen() -> None:
    """Label in name (WCAG 2.2, 2.5.3): as they are drawn over several lines, and where they are cut; English words stay apart."""
    graph = factory.made(60)
    for number, iri in enumerate(sorted(graph)):
        graph.nodes[iri]["label_en"] = f"Notice {number} of measures for the border economic cooperation zones " * (
            1 + number % 3
        )
    for language in ("zh", "en"):
        root = ElementTree.fromstring(lineage_svg(graph, language=language))  # noqa: S314 - as above
        nodes = root.findall(f".//{SVG}g[@class='node']")
        seen = ["".join(words.text or "" for words in node.findall(f"{SVG}text")) for node in nodes]
        assert any(len(node.findall(f"{SVG}text")) > 1 for node in nodes)
        assert any("…" in words for words in seen) or language == "zh"
        assert [words for words, node in zip(seen, nodes, strict=True) if words not in node.attrib["aria-label"]] == []


def _cited(real: Real) -> set[str]:
    return {real.citations[source] for *_, data in real.graph.edges(data=True) for source in data["sources"]}


def test_inferred_hops_are_dashed_and_stated_ones_are_not() -> None:
    """The standing of a hop is seen without colour, and its title says it."""
    text = lineage_svg(factory.made(60))
    edges = re.findall(r'<g class="edge".*?</g>', text, re.DOTALL)
    assert edges
    for edge in edges:
        assert ("推断" in edge) == ('data-key="' in edge and "|inferred" in edge)
        assert ("stroke-dasharray" in edge) <= ("|inferred" in edge)


def test_the_order_of_the_graph_does_not_matter(real: Real) -> None:
    """The same nodes and edges in another order give the same bytes."""
    dice = random.Random(7)  # noqa: S311 - a shuffle, no secret
    nodes, edges = list(real.graph.nodes(data=True)), list(real.graph.edges(data=True))
    dice.shuffle(nodes)
    dice.shuffle(edges)
    shuffled: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    shuffled.add_nodes_from(nodes)
    shuffled.add_edges_from(edges)
    assert lineage_svg(shuffled) == lineage_svg(real.graph)


def test_another_process_writes_the_same_bytes() -> None:
    """Nothing of the clock, of memory addresses or of the order of sets is in the file."""
    code = "from tests.figures import factory; from borderkg.figures.lineage import *; import hashlib\n"
    code += "g = factory.made(170); print(hashlib.sha256(lineage_svg(g).encode() + lineage_pdf(g)).hexdigest())"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environment(seed)
        ).stdout
        for seed in "12"
    }
    assert len(runs) == 1


def _environment(seed: str) -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
