"""A table of one's own in a build: its own source graph, through the same gate, beside what the texts say."""

import shutil
from pathlib import Path

import pytest

from borderkg import pipeline
from borderkg.api import KnowledgeGraph
from borderkg.errors import MappingError
from borderkg.pipeline import Summary
from tests.conftest import ROOT
from tests.facts import corpus
from tests.running import done, one_line_error
from tests.tabular.tables import FIGURES, mapped

EXAMPLE = ROOT / "data" / "examples" / "gdp.yaml"
TEXT = "标题：云南的外贸\n\n2020年，云南省外贸进出口总额为391.28亿美元。\n"
TABLE = '省份,年份,产值\n云南,2020年,"24,521.9"\n'
CELLS = """
SELECT ?cell ?start ?hash { GRAPH ?g { ?claim bkg:claimObject ?figure ; bkg:evidence ?place ; bkg:statedIn ?source .
  ?place oa:hasSelector ?range , ?fragment . ?range oa:start ?start .
  ?fragment a oa:FragmentSelector ; dcterms:conformsTo <http://tools.ietf.org/rfc/rfc7111> ; rdf:value ?cell }
  ?source bkg:textHash ?hash BIND(STRAFTER(STR(?g), "source/") AS ?id) FILTER(STRSTARTS(?hash, ?id)) }
"""


def built(folder: Path, *data: Path) -> Summary:
    return pipeline.build(corpus(folder / "texts", a=TEXT), folder / "graph", data_files=data)


def test_a_column_stands_beside_what_a_text_says(tmp_path: Path) -> None:
    """The product of one's own table beside the trade of a text, each with its source."""
    summary = built(tmp_path, EXAMPLE)
    assert (summary.documents, summary.quarantined, summary.standing) == (2, 0, 0)
    (row,) = KnowledgeGraph(tmp_path / "graph").ask("cq61", {"other": "地区生产总值"})
    assert (row["place"], row["value"], row["besideIt"]) == ("云南省", 391.28, 24521.9)
    assert row["sourceBeside"] == "各省区地区生产总值（2020年）"


def test_a_cell_is_evidence(tmp_path: Path) -> None:
    """In the graph of its file, by offsets and by row and column, and it opens."""
    built(tmp_path, mapped(tmp_path, TABLE, figures=[FIGURES]))
    graph = KnowledgeGraph(tmp_path / "graph")
    (found,) = graph.query(CELLS)
    assert found["cell"] == "cell=2,3"
    own = [s for s in graph.statements("https://w3id.org/borderkg/id/region/530000") if "own-table" in s.rule]
    passages = [e.passage.words for s in own for e in s.evidence if e.passage]
    assert passages[0] == "24,521.9"
    assert set(passages[1:]) == {"云南", "2020年", "产值"}


def test_the_same_table_gives_the_same_graph(tmp_path: Path) -> None:
    """Wherever it lies; another mapping gives another graph."""

    def hashed(name: str, unit: str = "亿元") -> str:
        folder = tmp_path / name
        folder.mkdir()
        return built(folder, mapped(folder, TABLE, figures=[{**FIGURES, "unit": unit}])).graph_hash

    assert hashed("a") == hashed("b") != hashed("c", unit="万元")


def test_an_unchanged_table_is_not_built_again(tmp_path: Path) -> None:
    """Without it, the graph is another one."""
    path = mapped(tmp_path, TABLE, figures=[FIGURES])
    assert not built(tmp_path, path).unchanged
    assert built(tmp_path, path).unchanged
    assert not built(tmp_path).unchanged


def test_the_gate_holds_back_what_violates_a_shape(tmp_path: Path) -> None:
    """A period that ends before it begins; the rest of the table stands."""
    table = "时期,起,止\n甲时期,2020年,1992年\n乙时期,1992年,2020年\n"
    properties = {"startYear": {"column": "起"}, "endYear": {"column": "止"}}
    periods = {"class": "Period", "name": {"column": "时期"}, "properties": properties}
    summary = built(tmp_path, mapped(tmp_path, table, entities=[periods]))
    assert summary.quarantined > 0
    assert summary.standing == 0
    ends = KnowledgeGraph(tmp_path / "graph").query(
        "SELECT ?l ?e { ?p a bkg:Period ; bkg:endYear ?e ; skos:prefLabel ?l }"
    )
    assert [row["l"] for row in ends] == ["乙时期"]


def test_two_sources_of_one_name_are_refused(tmp_path: Path) -> None:
    """A table called as a text, or as another table."""
    path = mapped(tmp_path, TABLE, figures=[FIGURES])
    other = mapped(tmp_path / "other", TABLE, figures=[FIGURES])
    with pytest.raises(MappingError, match=r"another source is called own\.csv; rename yours"):
        built(tmp_path, path, other)


def test_a_faulty_table_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    """One line on the command line, with row and column, before a store is begun."""
    path = mapped(tmp_path, TABLE.replace("2020年", "某年"), figures=[FIGURES])
    line = one_line_error("build", corpus(tmp_path / "texts", a=TEXT), "--store", tmp_path / "graph", "--data", path)
    assert "own.csv: row 2, column 年份: '某年' is not a year" in line
    assert not (tmp_path / "graph").exists()


def test_a_moved_table_is_attached_again(tmp_path: Path) -> None:
    """By its hash, as texts are."""
    path = mapped(tmp_path, TABLE, figures=[FIGURES])
    texts = corpus(tmp_path / "texts", a=TEXT)
    done("build", texts, "--store", tmp_path / "graph", "--data", path)
    (tmp_path / "moved").mkdir()
    shutil.move(tmp_path / "own.csv", tmp_path / "moved" / "own.csv")
    assert "24,521.9" not in done("show", "云南省", "--store", tmp_path / "graph")
    done("attach", tmp_path / "moved", "--store", tmp_path / "graph")
    assert "24,521.9" in done("show", "云南省", "--store", tmp_path / "graph")


def test_a_release_keeps_the_cells(tmp_path: Path) -> None:
    """Whoever builds from it has the claims of the table with row and column, and not the table."""
    built(tmp_path, mapped(tmp_path, TABLE, figures=[FIGURES]))
    sources = tmp_path / "sources.yaml"
    sources.write_text("own.csv: {title: 产值, author: [某某]}\n", "utf-8")
    done("release", tmp_path / "release", "--store", tmp_path / "graph", "--sources", sources)
    pipeline.build(corpus(tmp_path / "other", b=TEXT), tmp_path / "again", release_folder=tmp_path / "release")
    (found,) = KnowledgeGraph(tmp_path / "again").query(CELLS)
    assert found["cell"] == "cell=2,3"
    assert "24,521.9" not in (tmp_path / "release" / "claims.jsonl").read_text("utf-8")
