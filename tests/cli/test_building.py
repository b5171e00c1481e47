"""build, claims, score, attach, export, release: what goes into a graph and what comes out of it."""

import csv
import gzip
import io
import json
from collections import Counter
from pathlib import Path

import pytest
import rdflib

from tests.cli.conftest import CLAIMS, TEXT
from tests.running import borderkg, done

COUNTS = Counter(predicate for _, predicate, _ in CLAIMS)


def test_a_build_ends_with_a_summary(corpus: Path, tmp_path: Path) -> None:
    """Documents, claims by predicate, triples, violations and quarantined are counted, and the graph is named."""
    said = done("build", corpus, "--store", tmp_path / "graph")
    assert said.startswith(f"1 documents, {len(CLAIMS)} claims, ")
    counted = dict(line.split() for line in said.splitlines() if line.startswith("  "))
    assert counted == {predicate: str(number) for predicate, number in COUNTS.items()}
    assert "0 violations · 0 warnings · 0 quarantined" in said
    assert "graph sha256 " in said


def test_the_summary_as_json(corpus: Path, tmp_path: Path) -> None:
    """`build --json` says the same as data."""
    summary = json.loads(done("build", corpus, "--store", tmp_path / "graph", "--json"))
    assert summary["documents"] == 1
    assert summary["claims"] == COUNTS
    assert summary["quarantined"] == 0
    assert not summary["unchanged"]


def test_a_second_build_does_nothing_and_says_so(corpus: Path, built: Path) -> None:
    """Unchanged input leaves every file of the store as it was."""
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*") if "versions" in path.parts}
    assert "nothing to do" in done("build", corpus, "--store", built)
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*") if "versions" in path.parts} == before


def test_a_text_without_bibliography_is_noted(tmp_path: Path) -> None:
    """The build says which text is cited by its file name, on standard error."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "bare.txt").write_text(TEXT, "utf-8")
    result = borderkg("build", tmp_path / "texts", "--store", tmp_path / "graph")
    assert result.returncode == 0
    assert "bare.txt: no bibliography" in result.stderr


def test_a_text_that_is_empty_is_noted(tmp_path: Path) -> None:
    """It is no fault of the others in its folder, and not passed over in silence."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "bare.txt").write_text(TEXT, "utf-8")
    (tmp_path / "texts" / "blank.txt").write_text(" \n\n", "utf-8")
    result = borderkg("build", tmp_path / "texts", "--store", tmp_path / "graph")
    assert result.returncode == 0
    assert [line for line in result.stderr.splitlines() if "holds no text" in line] == [
        "note: blank.txt: holds no text, so nothing is read of it"
    ]


def test_what_several_texts_lack_is_one_line_that_names_them(tmp_path: Path) -> None:
    """In plain words: the files, no IRI of theirs and no term of SHACL; the note on the bibliography likewise."""
    (tmp_path / "texts").mkdir()
    for number in range(12):
        (tmp_path / "texts" / f"{number:02}.txt").write_text(f"{2000 + number}年，" + TEXT, "utf-8")
    result = borderkg("build", tmp_path / "texts", "--store", tmp_path / "graph")
    names = ", ".join(f"{number:02}.txt" for number in range(8)) + " and 4 more"
    (warning,) = [line for line in result.stdout.splitlines() if line.startswith("Warning: ")]
    assert warning.startswith(f"Warning: {names}: no author is known: ") and "作者未知" in warning
    (note,) = [line for line in result.stderr.splitlines() if "no bibliography" in line]
    assert note.startswith(f"note: {names}: ")
    assert warning in done("check", "--store", tmp_path / "graph")
    assert warning in done("quarantine", "--store", tmp_path / "graph")


def test_a_violation_that_no_claim_makes_has_an_exit_code_of_its_own(corpus: Path, built: Path, tmp_path: Path) -> None:
    """A release that calls something a hash which is none: the graph is written, the violation is told, the exit code is 4."""
    released, others = tmp_path / "release", tmp_path / "others"
    done("release", released, "--store", built, "--sources", corpus / "sources.yaml")
    texts = json.loads((released / "texts.json").read_text("utf-8"))
    texts["zone.txt"]["sha256"] = "z" * 64
    (released / "texts.json").write_text(json.dumps(texts), "utf-8")
    others.mkdir()
    (others / "other.txt").write_text("满洲里口岸位于内蒙古自治区满洲里市。\n", "utf-8")
    (others / "sources.yaml").write_text("other.txt: {title: 口岸, author: [某乙], year: 2012}\n", "utf-8")
    result = borderkg("build", others, "--store", tmp_path / "graph", "--release", released)
    assert result.returncode == 4
    assert "0 quarantined" in result.stdout and "a document has the SHA-256 of its file" in result.stdout
    assert borderkg("check", "--store", tmp_path / "graph").returncode == 1


def test_claims_as_json_lines(corpus: Path) -> None:
    """One claim a line, its offsets pointing into the file as it lies on disk."""
    records = [json.loads(line) for line in done("claims", corpus).splitlines()]
    assert {(r["subject"], r["predicate"], r["object"]) for r in records} == CLAIMS
    spans = {TEXT[r["start"] : r["end"]] for r in records if r["predicate"] == "counterpart"}
    assert all("对应缅甸木姐口岸" in words for words in spans)
    assert len(spans) == 1


def test_claims_that_a_scorer_compares(tmp_path: Path) -> None:
    """Predicates that gold does not hold are left out on request."""
    (tmp_path / "a.txt").write_text("数据来源：海关总署。\n\n2020年，云南省进出口总额为389.5亿美元。\n", "utf-8")
    said = [
        {json.loads(line)["predicate"] for line in done("claims", tmp_path, *o).splitlines()}
        for o in ([], ["--scored"])
    ]
    assert said == [{"dataSource", "observation"}, {"observation"}]


def test_claims_as_csv(corpus: Path, tmp_path: Path) -> None:
    """The same claims as a table, to a file where one is given."""
    assert not done("claims", corpus, "--format", "csv", "-o", tmp_path / "claims.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "claims.csv").read_text("utf-8"))))
    assert {(r["subject"], r["predicate"], r["object"]) for r in rows} == CLAIMS
    assert {r["source"] for r in rows} == {"zone.txt"}


def test_score_counts_right_missed_and_wrong(corpus: Path, tmp_path: Path) -> None:
    """Against a gold of which one claim is another and one is missing, precision, recall and misses are as by hand."""
    lines = [json.loads(line) for line in done("claims", corpus).splitlines()]
    gold = [line for line in lines if line["predicate"] != "dateEstablished"]
    gold[0] = {**gold[0], "object": "昆明市", "objectType": "Region", "subject": "磨憨口岸", "predicate": "locatedIn"}
    (tmp_path / "gold.jsonl").write_text("".join(json.dumps(g, ensure_ascii=False) + "\n" for g in gold), "utf-8")
    all_, right = len(CLAIMS), len(CLAIMS) - 2
    overall = json.loads(done("score", tmp_path / "gold.jsonl", "--corpus", corpus, "--json"))["ALL"]
    assert (overall["right"], overall["predicted"], overall["gold"]) == (right, all_, right + 1)
    assert overall["precision"] == pytest.approx(right / all_)
    assert overall["recall"] == pytest.approx(right / (right + 1))
    said = done("score", tmp_path / "gold.jsonl", "--corpus", corpus, "--misses")
    assert f"right {right:4} of {all_:4} said, {right + 1:4} gold" in said
    assert any(line.startswith("missed") and "磨憨口岸" in line for line in said.splitlines())


def test_score_of_a_claims_file(corpus: Path, tmp_path: Path) -> None:
    """A claims file scored against itself is all right."""
    done("claims", corpus, "-o", tmp_path / "claims.jsonl")
    scored = done("score", tmp_path / "claims.jsonl", "--claims", tmp_path / "claims.jsonl", "--json")
    assert json.loads(scored)["ALL"]["f1"] == 1.0


def test_export_as_quads_is_sorted_and_the_same_each_time(built: Path, tmp_path: Path) -> None:
    """Two exports give the same bytes, in the order of their lines."""
    done("export", "--store", built, "--format", "nq", "-o", tmp_path / "one.nq")
    lines = (tmp_path / "one.nq").read_bytes().splitlines()
    assert lines == sorted(lines)
    assert done("export", "--store", built).encode() == (tmp_path / "one.nq").read_bytes()


@pytest.mark.filterwarnings(
    "ignore:.*(default_context|ConjunctiveGraph):DeprecationWarning"
)  # rdflib's own reader of TriG
@pytest.mark.parametrize("form", ["ttl", "trig"])
def test_export_as_turtle_and_trig_is_read_by_others(form: str, built: Path, tmp_path: Path) -> None:
    """rdflib finds the stated fact in what was written."""
    done("export", "--store", built, "--format", form, "-o", tmp_path / "graph")
    graph = rdflib.Dataset().parse(tmp_path / "graph", format={"ttl": "turtle", "trig": "trig"}[form])
    port, facing = (rdflib.URIRef(f"https://w3id.org/borderkg/id/port/{name}") for name in ("ruili", "mujie"))
    predicate = rdflib.URIRef("https://w3id.org/borderkg/ontology/counterpart")
    assert (port, predicate, facing) in graph


def test_export_of_claims_and_of_the_lineage(corpus: Path, built: Path, tmp_path: Path) -> None:
    """The claims are those that `claims` reads; the lineage opens in networkx with its labels."""
    assert done("export", "--store", built, "--format", "claims") == done("claims", corpus)
    done("export", "--store", built, "--format", "graphml", "-o", tmp_path / "lineage.graphml")
    import networkx

    with (tmp_path / "lineage.graphml").open("rb") as file:
        lineage = networkx.read_graphml(file)
    labels = networkx.get_node_attributes(lineage, "label")
    edges = {(labels[a], data["relation"], labels[b]) for a, b, data in lineage.edges(data=True)}
    assert ("国务院", "establishes", "云南瑞丽重点开发开放试验区") in edges


@pytest.fixture
def released(corpus: Path, built: Path, tmp_path: Path) -> Path:
    """A store of another text joined with the release of the first: the first text is not at hand."""
    done("release", tmp_path / "release", "--store", built, "--sources", corpus / "sources.yaml")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "other.txt").write_text("瑞丽口岸为公路口岸。\n", "utf-8")
    done("build", tmp_path / "other", "--store", tmp_path / "joined", "--release", tmp_path / "release")
    return tmp_path / "joined"


def test_a_release_is_the_same_bytes_and_holds_no_sentence(corpus: Path, built: Path, tmp_path: Path) -> None:
    """Two releases of one store agree byte for byte; no run of the text's words stands in them."""
    for name in ("one", "two"):
        done("release", tmp_path / name, "--store", built, "--sources", corpus / "sources.yaml")
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == ["claims.jsonl", "graph.nq.gz", "manifest.json", "sources.yaml", "texts.json"]
    for name in files:
        data = (tmp_path / "one" / name).read_bytes()
        assert data == (tmp_path / "two" / name).read_bytes()
        plain = (gzip.decompress(data) if name.endswith(".gz") else data).decode()
        assert "国务院设立瑞丽" not in plain
        assert "位于云南省" not in plain


def test_passages_open_once_the_texts_are_attached(corpus: Path, released: Path, tmp_path: Path) -> None:
    """A released text is found by its hash under any name; before that its claims stand without their passage."""
    before = done("show", "木姐口岸", "--store", released)
    assert "counterpart" in before
    assert "the text is not at hand" in before
    elsewhere = tmp_path / "mine" / "deep"
    elsewhere.mkdir(parents=True)
    (elsewhere / "renamed.dat").write_bytes((corpus / "zone.txt").read_bytes())
    said = borderkg("attach", tmp_path / "mine", "--store", released)
    assert (said.returncode, said.stdout, said.stderr) == (0, "1 of 2 texts found.\n", "")
    assert "对应缅甸木姐口岸】" in done("show", "木姐口岸", "--store", released)


def test_attach_names_the_texts_that_are_not_at_hand(released: Path, tmp_path: Path) -> None:
    """A folder with other texts attaches nothing and says what is missing."""
    (tmp_path / "strange").mkdir()
    (tmp_path / "strange" / "zone.txt").write_text(TEXT + "又及。\n", "utf-8")
    said = borderkg("attach", tmp_path / "strange", "--store", released)
    assert said.stdout == "0 of 2 texts found.\n"
    assert said.stderr == "Not at hand: zone.txt\n"
