"""A table and our entities with the candidates of a service: nothing of the table is lost, nothing runs in a spreadsheet."""

import csv
from pathlib import Path

import pytest

from borderkg.errors import CorpusError, ReconciliationError
from borderkg.graph.store import GraphStore
from borderkg.reconciliation import linked
from borderkg.reconciliation.client import Service
from tests.facts import opened, quads
from tests.reconciliation.services import candidates, send, served

TABLE = "口岸,省\n满洲里,内蒙古\n,云南\n瑞丽,\n满洲里,内蒙古\n"


def _silent(stage: str, done: int, total: int) -> None:
    assert stage
    assert 0 < done <= total


def written(folder: Path, text: str, name: str = "own.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode("gb18030"))
    return path


def test_a_table_keeps_its_rows(tmp_path: Path) -> None:
    """In their order, without candidates where there is no name; a name that stands twice is asked once."""
    with served() as server:
        service = Service(server.address)
        path = written(tmp_path, TABLE)
        text = linked.table(path, service, column="口岸", given={"p": "省"}, limit=1, progress=_silent)
    head, *rows = csv.reader(text.splitlines())
    assert head == ["口岸", "省", *linked.CANDIDATE]
    assert rows[0] == ["满洲里", "内蒙古", "满洲里", "满洲里", service.iri("满洲里"), "100", "true"]
    assert rows[1] == ["", "云南", "", "", "", "", ""]
    assert [row[:2] for row in rows] == [["满洲里", "内蒙古"], ["", "云南"], ["瑞丽", ""], ["满洲里", "内蒙古"]]
    assert [query["query"] for query in server.batches[0].values()] == ["满洲里", "瑞丽"]
    assert ["properties" in query for query in server.batches[0].values()] == [True, False]


def test_more_candidates_are_more_rows(tmp_path: Path) -> None:
    """The best first, each with the row of the table before it."""
    entries = [{"id": str(n), "name": "x", "score": n} for n in (1, 3, 2)]
    with served(answer=lambda handler, queries: send(handler, {q: {"result": entries} for q in queries})) as server:
        path = written(tmp_path, "a\tb\n甲\t1\n", "own.tsv")
        text = linked.table(path, Service(server.address), given={}, limit=2, progress=_silent)
    assert text.splitlines()[1:] == [
        "甲,1,x,3,http://example.org/id/3,3,false",
        "甲,1,x,2,http://example.org/id/2,2,false",
    ]


def test_a_formula_of_a_service_is_a_text(tmp_path: Path) -> None:
    """What it calls a thing may begin with an equals sign."""
    entry = {"id": "@a", "name": "=cmd()", "score": 1}
    with served(answer=lambda handler, queries: send(handler, {q: {"result": [entry]} for q in queries})) as server:
        text = linked.table(
            written(tmp_path, "a,b\n甲,1\n"), Service(server.address), given={}, limit=1, progress=_silent
        )
    assert text.splitlines()[1].startswith("甲,1,'=cmd(),'@a,")


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("a,b\n1,2\n", "c", "no column is called 'c'; there are: a, b"),
        ("a,a\n1,2\n", "a", "several columns are called 'a'"),
        ("a,b\n", "a", "no table"),
        ("", "", "no table"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(text: str, column: str, said: str, tmp_path: Path) -> None:
    """Before a name is asked."""
    with served() as server:
        with pytest.raises((ReconciliationError, CorpusError), match=said):
            linked.table(
                written(tmp_path, text), Service(server.address), column=column, given={}, limit=1, progress=_silent
            )
        assert server.batches == []


def test_entities_become_mappings(tmp_path: Path) -> None:
    """As SSSOM: a match is exact, another candidate close, with the score as confidence; classes below count too."""
    content = quads(
        """:m a bkg:Port ; skos:prefLabel "满洲里口岸"@zh , "Manzhouli Port"@en .
           :r a bkg:Port ; skos:prefLabel "瑞丽口岸"@zh . :o a bkg:Organization ; skos:prefLabel "商务部"@zh ."""
    )
    graph = opened(tmp_path / "graph", content)

    def answer(handler: object, queries: dict[str, dict[str, str]]) -> None:
        found = {
            q: {"result": [{"id": "1", "name": "x", "score": 80 + n, "match": n == 0}]} for n, q in enumerate(queries)
        }
        send(handler, found)  # type: ignore[arg-type]

    with served(answer=answer) as server:
        text = linked.entities(graph, "Place", Service(server.address), limit=1, progress=_silent)
        again = linked.entities(graph, "Place", Service(server.address), limit=1, progress=_silent)
    head = [line for line in text.splitlines() if line.startswith("#")]
    assert "#  skos: http://www.w3.org/2004/02/skos/core#" in head
    assert f"#object_source: {server.address}" in head
    rows = list(csv.DictReader([line for line in text.splitlines() if not line.startswith("#")], delimiter="\t"))
    assert [(row["subject_label"], row["predicate_id"], row["confidence"]) for row in rows] == [
        ("满洲里口岸", "skos:exactMatch", "0.8"),
        ("瑞丽口岸", "skos:closeMatch", "0.81"),
    ]
    assert {row["object_id"] for row in rows} == {"http://example.org/id/1"}
    assert text == again


def test_a_class_without_entities_is_told(tmp_path: Path) -> None:
    graph: GraphStore = opened(tmp_path / "graph", quads(':m a bkg:Port ; skos:prefLabel "满洲里口岸"@zh .'))
    with served(answer=candidates) as server, pytest.raises(ReconciliationError, match=r"Harbour: .* it has Port\."):
        linked.entities(graph, "Harbour", Service(server.address), limit=1, progress=_silent)
