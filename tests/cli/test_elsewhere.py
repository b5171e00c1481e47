"""The command line over a store on a server: the same output as over a folder, and one line where something is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import servers
from tests.running import borderkg, done, one_line_error
from tests.servers import SparqlServer


@pytest.fixture(scope="module")
def server(built: Path, corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparqlServer]:
    """An `oxigraph serve` with the graph of one short text in it."""
    with pytest.MonkeyPatch.context() as patched, servers.oxigraph() as running:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        said = done("publish", running.query, "--store", built)
        assert said.startswith(f"{running.query}: version ") and "triples in" in said
        done("attach", corpus, "--store", running.query)
        yield running


COMMANDS = {
    "query": ("query", "SELECT ?l { ?x a bkg:Port ; skos:prefLabel ?l } ORDER BY STR(?l)"),
    "query as CSV": ("query", "SELECT ?l { ?x a bkg:Port ; skos:prefLabel ?l } ORDER BY STR(?l)", "--format", "csv"),
    "ask": ("ask", "cq02"),
    "lineage": ("lineage", "国务院", "--depth", "1"),
    "a figure of lineage": ("lineage", "国务院", "--depth", "1", "--format", "svg"),
    "show": ("show", "瑞丽口岸"),
    "why": ("why", "瑞丽口岸", "locatedIn", "中国"),
    "export": ("export",),
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_the_same_output(command: tuple[str, ...], server: SparqlServer, built: Path) -> None:
    """Byte for byte, the passages of attached texts included."""
    assert done(*command, "--store", server.query) == done(*command, "--store", built) != ""


def test_publishing_again(server: SparqlServer, built: Path) -> None:
    """Says that there is nothing to do."""
    assert "has version" in done("publish", server.query, "--store", built)


def test_another_endpoint(server: SparqlServer) -> None:
    """Is asked over the dataset that it takes by itself, of whatever graph."""
    query = "SELECT (COUNT(*) AS ?n) FROM graph:facts { ?s a bkg:Port }"
    assert done("query", "--endpoint", server.query, query, "--format", "csv").split() == ["n", "2"]
    assert done("query", "--endpoint", server.query, "ASK { ?s ?p ?o }") == "no\n"


def test_what_a_server_does_not_have(server: SparqlServer, tmp_path: Path) -> None:
    """Files of the build; a BorderKG graph; anything at all. No traceback, and the way out."""
    assert "give the folder of the build" in one_line_error("export", "--format", "claims", "--store", server.query)
    elsewhere = server.graph_store
    assert one_line_error("ask", "cq02", "--store", elsewhere).startswith(f"borderkg: {elsewhere}: ")
    with servers.oxigraph() as empty:
        assert f"borderkg publish {empty.query}" in one_line_error("ask", "cq02", "--store", empty.query)
    nobody = "http://127.0.0.1:9/sparql"
    assert f"{nobody}: cannot be reached" in one_line_error("query", "ASK {}", "--store", nobody)
    assert "use https" in one_line_error("query", "ASK {}", "--store", "http://example.org/sparql")
    assert "no store there" in one_line_error("publish", server.query, "--store", tmp_path / "nowhere")


def test_no_credentials_in_what_is_said(server: SparqlServer) -> None:
    """Neither in errors nor in output."""
    secret = {"BORDERKG_STORE_USER": "ann", "BORDERKG_STORE_PASSWORD": "s3cret"}
    for arguments in (("ask", "cq02", "--store", server.query), ("ask", "cq02", "--store", "http://127.0.0.1:9/")):
        result = borderkg(*arguments, env=secret)
        assert "s3cret" not in result.stdout + result.stderr
