"""query, ask, show, check: what a graph answers."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
import rdflib

from borderkg.claims import confidence
from borderkg.graph import iris
from tests.running import borderkg, done, one_line_error, serving

FACING = (
    "SELECT ?port ?name WHERE { ?port bkg:counterpart ?other . ?other skos:prefLabel ?name FILTER(LANG(?name) = 'zh') }"
)
PORT = "https://w3id.org/borderkg/id/port/ruili"


def test_a_table_shows_short_names(built: Path) -> None:
    """The default is a table: a header, a rule, a row a line, prefixes in place of long IRIs."""
    header, rule, *rows = done("query", FACING, "--store", built).splitlines()
    assert header.split() == ["port", "name"]
    assert set(rule) == {"-", " "}
    assert ["id:port/ruili", "木姐口岸"] in [row.split() for row in rows]


@pytest.mark.parametrize(("form", "separator"), [("csv", ","), ("tsv", "\t")])
def test_rows_as_csv_and_tsv(form: str, separator: str, built: Path) -> None:
    """CSV holds values, TSV holds terms, as SPARQL 1.1 has them."""
    rows = list(csv.reader(io.StringIO(done("query", FACING, "--store", built, "--format", form)), delimiter=separator))
    if form == "csv":
        assert rows[0] == ["port", "name"]
        assert [PORT, "木姐口岸"] in rows
    else:
        assert rows[0] == ["?port", "?name"]
        assert f'<{PORT}>\t"木姐口岸"@zh' in done("query", FACING, "--store", built, "--format", form)


@pytest.mark.parametrize("asked", [("query", FACING), ("ask", "cq03"), ("conflicts",)], ids=lambda asked: asked[0])
def test_csv_for_excel_begins_with_a_mark(asked: tuple[str, ...], built: Path) -> None:
    """Where it is asked for, before the same bytes; nowhere else, and not before another format."""
    plain = done(*asked, "--store", built, "--format", "csv")
    assert done(*asked, "--store", built, "--format", "csv", "--bom") == "\ufeff" + plain
    refused = borderkg(*asked, "--store", built, "--bom")
    assert refused.returncode == 2 and "--bom is for CSV alone" in refused.stderr


@pytest.mark.parametrize("option", [["--json"], ["--format", "json"]])
def test_rows_as_json(option: list[str], built: Path) -> None:
    """SPARQL's own JSON of results, with types and languages."""
    result = json.loads(done("query", FACING, "--store", built, *option))
    assert result["head"]["vars"] == ["port", "name"]
    names = [row["name"] for row in result["results"]["bindings"]]
    assert {"type": "literal", "xml:lang": "zh", "value": "木姐口岸"} in names


def test_blank_nodes_and_unbound_variables_are_written(built: Path) -> None:
    """A row with a blank node and a gap is an answer like another."""
    query = "SELECT ?node ?none ?n WHERE { VALUES ?n { 2 1 } BIND(BNODE() AS ?node) } ORDER BY ?n"
    rows = json.loads(done("query", query, "--store", built, "--json"))["results"]["bindings"]
    assert [(row["node"]["type"], "none" in row, row["n"]["value"]) for row in rows] == [
        ("bnode", False, "1"),
        ("bnode", False, "2"),
    ]


def test_a_graph_as_turtle_and_as_json_ld(built: Path) -> None:
    """CONSTRUCT gives Turtle, or JSON-LD where JSON is asked for; both hold the triple."""
    query = "CONSTRUCT { ?p bkg:counterpart ?o } WHERE { ?p bkg:counterpart ?o }"
    for arguments in ([], ["--format", "turtle"]):
        graph = rdflib.Graph().parse(data=done("query", query, "--store", built, *arguments), format="turtle")
        assert rdflib.URIRef(PORT) in set(graph.subjects())
    assert PORT in {node["@id"] for node in json.loads(done("query", query, "--store", built, "--json"))}


def test_yes_and_no(built: Path) -> None:
    """ASK answers in a word, or as data."""
    assert done("query", "ASK { ?p bkg:counterpart ?o }", "--store", built) == "yes\n"
    assert done("query", "ASK { ?p bkg:counterpart ?p }", "--store", built) == "no\n"
    assert json.loads(done("query", "ASK { ?p bkg:counterpart ?o }", "--store", built, "--json"))["boolean"] is True


def test_a_query_from_a_file(built: Path, tmp_path: Path) -> None:
    """`--file` asks what the file says."""
    (tmp_path / "facing.rq").write_text(FACING, "utf-8")
    assert "木姐口岸" in done("query", "--file", tmp_path / "facing.rq", "--store", built)


def test_a_table_is_cut_and_says_so_and_a_file_is_whole(built: Path) -> None:
    """A thousand rows stand in a terminal, with a word that there are more; CSV has them all."""
    query = "SELECT ?s WHERE { ?s a ?c } LIMIT 1200"
    shown = borderkg("query", query, "--store", built)
    assert len(shown.stdout.splitlines()) == 1002
    assert "cut at 1000" in shown.stderr
    whole = borderkg("query", query, "--store", built, "--format", "csv")
    assert len(whole.stdout.splitlines()) == 1201
    assert not whole.stderr
    assert "cut at 5" in borderkg("query", query, "--store", built, "--format", "csv", "--limit", "5").stderr


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?x { ?x a bkg:Prot }", "(line 1, column 18: bkg:Prot: There is no term bkg:Prot. Is bkg:Port meant?)"),
        ("ASK { ?x bkg:repeals ?y }", "bkg:repeals: No triple of the default graph has this property."),
        ("SELECT ?x { ?x a bkg:Port OPTIONAL { ?x bkg:conterpart ?y } }", "Is bkg:counterpart meant?"),
        ("SELECT ?x { ?x bkg:counterpart id:nothing }", "The graph has no entity id:nothing."),
    ],
    ids=["no such class", "no such triple", "with rows", "no such entity"],
)
def test_what_a_query_names_and_nobody_knows_is_told(query: str, said: str, built: Path) -> None:
    """On standard error, with the better form; the answer is the same."""
    result = borderkg("query", query, "--store", built)
    assert result.returncode == 0
    assert said in result.stderr


def test_a_remark_is_in_the_language_of_the_user(built: Path) -> None:
    """Chinese where the environment asks for it; nothing is said of what is known."""
    chinese = borderkg("query", "SELECT ?x { ?x a bkg:Prot }", "--store", built, env={"LC_ALL": "zh_CN.UTF-8"})
    assert "没有 bkg:Prot 这个词。是否指 bkg:Port？" in chinese.stderr
    assert borderkg("query", FACING, "--store", built, "--format", "csv").stderr == ""


def test_a_query_to_an_endpoint(built: Path) -> None:
    """`--endpoint` asks over the protocol and prints the same rows as the store itself."""
    with serving(built) as address:
        there = done("query", FACING, "--endpoint", f"{address}/sparql", "--format", "csv")
    assert sorted(there.splitlines()) == sorted(done("query", FACING, "--store", built, "--format", "csv").splitlines())


QUESTION = """#+ summary: Which places lie in a province
#+ summary_zh: 某省有哪些地方
#+ parameters:
#+   _province: {type: label, default: 云南省, description: a province by its name}
SELECT ?name WHERE {
  ?province skos:prefLabel ?_province . ?place a bkg:Port ; bkg:locatedIn ?province ; skos:prefLabel ?name
  FILTER(LANG(?name) = "zh")
} ORDER BY ?name
"""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The program in a tree of its own, whose catalogue holds one question of ours."""
    root = Path(__file__).parents[2]
    tree = tmp_path_factory.mktemp("tree")
    (tree / "src").mkdir()
    (tree / "src" / "borderkg").symlink_to(root / "src" / "borderkg")
    (tree / "ontology").symlink_to(root / "ontology")
    (tree / "queries" / "competency").mkdir(parents=True)
    (tree / "queries" / "competency" / "cq01-places.rq").write_text(QUESTION, "utf-8")
    return {"PYTHONPATH": str(tree / "src")}


def test_ask_lists_the_catalogue(elsewhere: dict[str, str]) -> None:
    """Without a name, `ask` lists the questions with their parameters, in both languages; with `--json`, as data."""
    assert done("ask", env=elsewhere).splitlines() == [
        "cq01-places  [province=云南省]",
        "    某省有哪些地方",
        "    Which places lie in a province",
    ]
    (entry,) = json.loads(done("ask", "--json", env=elsewhere))
    assert entry["name"] == "cq01-places"
    assert entry["parameters"][0]["default"] == "云南省"


def test_ask_with_and_without_a_parameter(elsewhere: dict[str, str], built: Path) -> None:
    """The default parameter answers; another value gives another answer; the number alone names the question."""
    assert done("ask", "cq01-places", "--store", built, "--format", "csv", env=elsewhere).split() == [
        "name",
        "瑞丽口岸",
    ]
    other = done("ask", "cq01", "--param", "province=吉林省", "--store", built, "--format", "csv", env=elsewhere)
    assert other.split() == ["name"]


def test_ask_says_what_it_does_not_know(elsewhere: dict[str, str], built: Path) -> None:
    """An unknown question or parameter is answered with the known ones; a parameter needs its value."""
    for arguments, word in (
        (["cq99"], "cq01-places"),
        (["cq01", "--param", "county=瑞丽市"], "province"),
        (["cq01", "--param", "云南省"], "NAME=VALUE"),
    ):
        result = borderkg("ask", *arguments, "--store", built, env=elsewhere)
        assert result.returncode in (1, 2)
        assert word in result.stderr
        assert len(result.stderr.splitlines()) == 1


def test_show_prints_claims_with_their_passages(built: Path) -> None:
    """An entity by its name or its IRI: its claims, who says so and where, the words marked."""
    said = done("show", "瑞丽口岸", "--store", built)
    assert said.startswith(f"瑞丽口岸  (Port)  <{PORT}>")
    assert re.search(r"^瑞丽口岸 — counterpart — 木姐口岸  0\.\d\d$", said, re.MULTILINE)
    assert "某甲（2011）《瑞丽》" in said
    assert "对应缅甸木姐口岸】" in said
    assert done("show", PORT, "--store", built) == said
    cut = borderkg("show", "瑞丽口岸", "--store", built, "--limit", "1")
    assert cut.stdout.count("»") == 1
    assert "1 more claims" in cut.stderr


def test_show_as_json(built: Path) -> None:
    """The same as data: each claim with its evidence, offsets, hash and passage."""
    shown = json.loads(done("show", "瑞丽口岸", "--store", built, "--json"))
    facing = next(claim for claim in shown["claims"] if claim["predicate"] == "counterpart")
    assert facing["object_label"] == "木姐口岸"
    assert facing["modality"] == "asserted"
    measured = {iris.rule(name): checked.confidence for name, checked in confidence.load().items()}
    assert facing["confidence"] == measured[facing["rule"]]
    (primary,) = [evidence for evidence in facing["evidence"] if evidence["primary"]]
    assert primary["passage"]["words"].endswith("对应缅甸木姐口岸")
    assert primary["end"] - primary["start"] == len(primary["passage"]["words"])


def test_check_passes_a_sound_graph(built: Path) -> None:
    """A warning is reported and is no violation."""
    said = done("check", "--store", built)
    assert "Warning: expectations: zone.txt" in said
    assert "0 violations, 1 warnings, " in said.splitlines()[-1]
    report = json.loads(done("check", "--store", built, "--json"))
    assert report["errors"] == 0
    found = [violation["severity"] for violation in report["violations"]]
    assert [severity for severity in found if severity != "Info"] == ["Warning"]


def test_a_name_is_read_as_the_graph_writes_it(built: Path) -> None:
    """云南 is read as 云南省, which standard error tells; a name that nothing bears ends with the nearest."""
    whole = done("ask", "cq15", "--param", "name=瑞丽口岸", "--format", "csv", "--store", built)
    result = borderkg("ask", "cq15", "--param", "name=瑞麗口岸", "--format", "csv", "--store", built)
    assert (result.returncode, result.stdout) == (0, whole)
    assert "name: 瑞麗口岸 is read as 瑞丽口岸" in result.stderr
    assert "is read as 云南省" in borderkg("ask", "cq04", "--param", "province=云南", "--store", built).stderr
    assert "Nearest: 云南省" in one_line_error("ask", "cq04", "--param", "province=云南州", "--store", built)
