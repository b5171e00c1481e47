"""reconcile, against a service of our own."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from borderkg.graph.store import GraphStore
from tests.running import done, one_line_error, serving


@pytest.fixture(scope="module")
def service(demo_store: Path) -> Iterator[str]:
    with serving(demo_store) as address:
        yield f"{address}/reconcile"


def test_a_table_is_linked(service: str, tmp_path: Path) -> None:
    """A researcher's names of ports, with the province beside them; to a file, and the same to standard output."""
    path = tmp_path / "ports.csv"
    path.write_text("省,口岸\n内蒙古,滿洲里\n云南,瑞丽\n云南,某某\n", "utf-8")
    options = ("--service", service, "--column", "口岸", "--type", "Port", "--property", "locatedIn=省")
    printed = done("reconcile", path, *options)
    assert done("reconcile", path, *options, "-o", tmp_path / "linked.csv") == ""
    assert (tmp_path / "linked.csv").read_text("utf-8") == printed
    rows = list(csv.DictReader(printed.splitlines()))
    assert [(row["口岸"], row["id"], row["match"]) for row in rows] == [
        ("滿洲里", "port/manzhouli", "true"),
        ("瑞丽", "port/ruili", "true"),
        ("某某", "", ""),
    ]
    assert rows[0]["iri"] == "https://w3id.org/borderkg/id/port/manzhouli"


def test_our_entities_find_themselves(service: str, demo_store: Path, tmp_path: Path) -> None:
    """Each organization is the first candidate for its own name, and a match; near to one where another bore that name."""
    text = done("reconcile", "--entities", "Organization", "--store", demo_store, "--service", service)
    rows = list(csv.DictReader([line for line in text.splitlines() if not line.startswith("#")], delimiter="\t"))
    assert len(rows) > 10
    assert all(row["subject_id"] == row["object_id"] for row in rows)
    graph = GraphStore.open(demo_store)
    taken = graph.query(
        "SELECT ?a WHERE { ?a skos:prefLabel ?name . ?b bkg:alias ?said FILTER(?a != ?b && STR(?name) = STR(?said)) }"
    )
    assert isinstance(taken, ox.QuerySolutions)
    renamed = {row["a"].value for row in taken if isinstance(row["a"], ox.NamedNode)}
    close = {row["subject_id"] for row in rows if row["predicate_id"] == "skos:closeMatch"}
    assert close <= renamed
    assert {row["predicate_id"] for row in rows if row["subject_id"] not in close} == {"skos:exactMatch"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Give either a FILE or --entities"),
        (("a.csv", "--entities", "Port"), "Give either a FILE or --entities"),
        (("a.csv", "--property", "locatedIn"), "--property: give the property and the column"),
        (("no.csv",), "no.csv: cannot be read: No such file"),
        (("--entities", "Harbour"), "Harbour: the graph has no entities of this class"),
    ],
)
def test_a_fault_is_one_line(arguments: tuple[str, ...], said: str, service: str, demo_store: Path) -> None:
    assert said in one_line_error("reconcile", *arguments, "--store", demo_store, "--service", service)


def test_a_wrong_address_is_one_line(service: str, tmp_path: Path) -> None:
    """A page of the server that is no service, and none at all."""
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", "utf-8")
    said = one_line_error("reconcile", tmp_path / "a.csv", "--service", service.removesuffix("/reconcile"))
    assert "its answer is not JSON. Is this the address of a service?" in said
    assert "not an http(s) address" in one_line_error("reconcile", tmp_path / "a.csv", "--service", "reconcile")
