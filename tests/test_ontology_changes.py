"""What changed between two ontologies, term by term, and what each change touches."""

import json
import shutil
from pathlib import Path

import pytest

from borderkg import ontology_changes, resources
from borderkg.errors import ReferenceDataError
from borderkg.ontology_changes import Change
from tests.running import borderkg, done


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The ontology of today, to be changed."""
    return Path(shutil.copytree(resources.ontology(), tmp_path / "ontology"))


def changes(old: Path, new: Path) -> dict[str, Change]:
    return {change.term: change for change in ontology_changes.between(old, new)}


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), "utf-8")


def test_nothing_changed(copy: Path) -> None:
    """An ontology is no change of itself, nor is it when its prefixes and blank lines are."""
    path = copy / "core" / "port.ttl"
    path.write_text("@prefix unused: <https://example.org/> .\n\n" + path.read_text("utf-8"), "utf-8")
    assert changes(resources.ontology(), copy) == {}


def test_a_chain_that_changed(copy: Path) -> None:
    """Of a term that changed, only the lines that differ are told; anonymous nodes are compared by what they say."""
    edit(copy / "core" / "policy.ttl", "( bkg:establishes bkg:locatedIn )", "( bkg:establishes bkg:partOf )")
    (change,) = changes(resources.ontology(), copy).values()
    assert (change.term, change.kind) == ("bkg:concerns", "changed")
    assert [line.count("bkg:locatedIn") for line in (*change.before, *change.after)] == [1, 0]
    assert change.after[0].startswith("owl:propertyChainAxiom [ rdf:first bkg:establishes")


def test_terms_that_come_and_go(copy: Path) -> None:
    """With the questions, shapes and rules that name them."""
    with (copy / "core" / "port.ttl").open("a", encoding="utf-8") as file:
        file.write("\nbkg:tide a owl:Class ; bkg:tideOf bkg:Port .\n")
    found = changes(resources.ontology(), copy)
    assert {term: change.kind for term, change in found.items()} == {"bkg:tide": "added"}
    assert set(found["bkg:tide"].after) == {"rdf:type owl:Class", "bkg:tideOf bkg:Port"}
    assert not found["bkg:tide"].questions
    (copy / "core" / "port.ttl").unlink()
    gone = changes(resources.ontology(), copy)["bkg:counterpart"]
    assert (gone.kind, gone.after) == ("removed", ())
    assert gone.shapes == ("port::PortShape",) and any(name.startswith("ports::") for name in gone.rules)
    assert any(name.startswith("cq") for name in gone.questions)


def test_on_the_command_line(copy: Path) -> None:
    """What changed, with its lines, and a count; the same as JSON."""
    edit(copy / "core" / "port.ttl", "a owl:SymmetricProperty .", "a owl:ObjectProperty .")
    said = done("ontology", "diff", resources.ontology(), copy).splitlines()
    assert said[:2] == ["~ bkg:counterpart", "    - rdf:type owl:SymmetricProperty"]
    assert said[-1] == "0 added, 0 removed, 1 changed."
    (change,) = json.loads(done("ontology", "diff", resources.ontology(), copy, "--json"))
    assert change["before"] == ["rdf:type owl:SymmetricProperty"]


def test_a_folder_without_an_ontology(tmp_path: Path) -> None:
    """One line that says what to give."""
    with pytest.raises(ReferenceDataError, match="no ontology; give the folder"):
        ontology_changes.between(tmp_path, resources.ontology())
    failed = borderkg("ontology", "diff", tmp_path, tmp_path)
    assert (failed.returncode, failed.stdout) == (1, "") and failed.stderr.count("\n") == 1
