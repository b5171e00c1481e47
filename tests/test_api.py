"""The Python door: open a store, ask it, and read what an entity's page shows."""

from pathlib import Path

import pandas
import pytest
import rdflib

import borderkg
from borderkg.api import KnowledgeGraph
from borderkg.errors import QueryError, QuestionError, StoreError, UnknownNameError
from borderkg.vocabulary import BKG, ID


@pytest.fixture(scope="module")
def graph(demo_store: Path) -> KnowledgeGraph:
    """The demonstration graph, opened."""
    return borderkg.open(demo_store)


def test_a_query_as_a_data_frame(graph: KnowledgeGraph) -> None:
    """One column a variable; figures are numbers."""
    query = "SELECT ?port (COUNT(?name) AS ?n) WHERE { ?port a bkg:Port ; skos:prefLabel ?name } GROUP BY ?port"
    frame = graph.query(query).to_pandas()
    assert list(frame.columns) == ["port", "n"]
    assert pandas.api.types.is_integer_dtype(frame["n"])
    assert f"{ID}port/manzhouli" in set(frame["port"])


def test_a_row_limit_is_said(graph: KnowledgeGraph) -> None:
    """A cut answer is not complete; an answer of just that many rows is."""
    query = "SELECT ?port WHERE { ?port a bkg:Port } LIMIT 3"
    assert not graph.query(query, limit=2).complete
    assert graph.query(query, limit=3).complete
    assert len(graph.query(query, limit=2)) == 2


def test_an_entity_with_its_statements(graph: KnowledgeGraph) -> None:
    """Each has evidence; the primary comes first, and its passage is the text's own words."""
    port = graph.find("满洲里口岸")
    statements = graph.statements(port.iri)
    assert all(statement.evidence and statement.evidence[0].primary for statement in statements)
    (facing,) = [statement for statement in statements if statement.predicate == "counterpart"]
    passage = facing.evidence[0].passage
    assert passage is not None
    assert passage.words == "对应口岸为俄罗斯后贝加尔斯克口岸"
    assert passage.before.endswith("西邻蒙古国。")
    text = graph.texts.text(facing.evidence[0].sha256)
    assert text is not None
    assert text[facing.evidence[0].start : facing.evidence[0].end] == passage.words


def test_a_released_text_has_no_passage(graph: KnowledgeGraph) -> None:
    """Its claims stand with their offsets; the passage is not at hand."""
    released = [e for s in graph.statements(f"{ID}organization/state-council") for e in s.evidence if not e.passage]
    assert released
    assert all(evidence.end > evidence.start for evidence in released)


def test_labels_to_show(graph: KnowledgeGraph) -> None:
    """The Chinese one, whatever else there is; an IRI without a label is shortened."""
    assert graph.label(f"{ID}port/manzhouli") == "满洲里口岸"
    assert graph.label(BKG + "NoSuchThing") == "bkg:NoSuchThing"


def test_lineage_as_a_networkx_graph(graph: KnowledgeGraph) -> None:
    """Around a name it holds what leads there and what comes of it; without one, everything."""
    around = graph.lineage("国务院")
    assert f"{ID}organization/state-council" in around
    assert 0 < len(around) <= len(graph.lineage())
    assert len(graph.lineage("满洲里口岸")) == 0


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own, inside Dataset
def test_the_graph_in_rdflib(graph: KnowledgeGraph) -> None:
    """The same engine, seen through rdflib."""
    dataset = graph.rdflib()
    port = rdflib.URIRef(f"{ID}port/manzhouli")
    labels = {str(label) for label in dataset.objects(port, rdflib.SKOS.prefLabel)}
    assert "满洲里口岸" in labels


def test_what_goes_wrong(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Each error is of its own kind."""
    with pytest.raises(QueryError):
        graph.query("SELECT")
    with pytest.raises(QuestionError):
        graph.ask("cq99")
    with pytest.raises(UnknownNameError):
        graph.find("没有这样的名称")
    with pytest.raises(StoreError):
        borderkg.open(tmp_path)
    with pytest.raises(QueryError, match="SELECT"):
        graph.query("ASK {}").to_pandas()
