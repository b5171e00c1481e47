"""explain and why: how a claim came about, from the characters of the text to the entity."""

import json
from pathlib import Path

from tests.cli.conftest import TEXT
from tests.running import borderkg, done


def test_a_claim_is_explained_with_its_text_spans_rule_and_links(built: Path) -> None:
    """The words that it stands in, what each was recognised as, the rule with its note, and why these entities."""
    said = done("explain", "瑞丽口岸", "counterpart", "--store", built)
    begin, end = TEXT.index("瑞丽口岸"), TEXT.index("。", TEXT.index("木姐"))
    assert "瑞丽口岸 — counterpart — 木姐口岸" in said
    assert "text    zone.txt [" in said and TEXT[begin:end].replace("，", ",") in said
    assert "span    缅甸木姐口岸  Port" in said or "span    木姐口岸  Port" in said
    assert "rule    ports::" in said and "matches " in said
    assert "object  木姐口岸 <https://w3id.org/borderkg/id/port/" in said


def test_what_was_left_out_leads_back_to_what_it_stands_for(built: Path) -> None:
    """The subject that the last clause leaves out is shown with the place where it was named."""
    entry = json.loads(done("explain", "瑞丽口岸", "counterpart", "--store", built, "--json"))[0]
    left_out = [span for span in entry["spans"] if span["label"] == "Topic"]
    begin = TEXT.index("瑞丽口岸")
    assert ["瑞丽口岸", [begin, begin + 4]] in [back for span in left_out for back in span["refers_to"]]
    assert entry["evidence"][0] <= TEXT.index("木姐口岸") < entry["evidence"][1]
    assert entry["matched"]["id"] == entry["rule"]


def test_a_predicate_that_the_entity_has_not(built: Path) -> None:
    """One line that names the way on, and a non-zero exit."""
    failed = borderkg("explain", "瑞丽口岸", "party", "--store", built)
    assert (failed.returncode, failed.stdout) == (1, "")
    assert failed.stderr == "borderkg: 瑞丽口岸: no claim of party. Try: borderkg show 瑞丽口岸\n"


def test_a_text_that_has_changed_explains_nothing(tmp_path: Path) -> None:
    """Offsets mean nothing in another text: the command says so."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "zone.txt").write_text(TEXT, "utf-8")
    done("build", folder, "--store", tmp_path / "graph")
    (folder / "zone.txt").write_text("另一篇。\n", "utf-8")
    failed = borderkg("explain", "瑞丽口岸", "--store", tmp_path / "graph")
    assert failed.returncode == 1
    assert "not at hand, or have changed" in failed.stderr


def test_why_a_triple_holds(built: Path) -> None:
    """The axiom and what the triple follows from, down to the passage; as JSON the same with the evidence."""
    said = done("why", "木姐口岸", "counterpart", "瑞丽口岸", "--store", built)
    assert said.startswith("木姐口岸 — counterpart — 瑞丽口岸\n  follows by prp-symp: counterpart is symmetric\n")
    assert "  瑞丽口岸 — counterpart — 木姐口岸\n    stated by 1 of the claims\n" in said
    assert "对应缅甸木姐口岸】" in said
    proof = json.loads(done("why", "木姐口岸", "counterpart", "瑞丽口岸", "--store", built, "--json"))
    (premise,) = proof["premises"]
    assert (proof["rule"], premise["rule"], premise["label"]) == (
        "prp-symp",
        "stated",
        "瑞丽口岸 — counterpart — 木姐口岸",
    )
    assert "木姐口岸" in premise["evidence"][0]["passage"]["words"]


def test_why_what_nobody_says(built: Path) -> None:
    """One line that says what there is instead."""
    failed = borderkg("why", "瑞丽口岸", "counterpart", "满洲里口岸", "--store", built)
    assert (failed.returncode, failed.stdout) == (1, "")
    assert "the graph does not hold this triple. It holds: 木姐口岸." in failed.stderr
