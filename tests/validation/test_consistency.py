"""The core ontology is consistent in OWL 2 DL, every class can have members; HermiT sees where that is not so."""

from pathlib import Path

import pytest

from borderkg import resources
from borderkg.errors import ReferenceDataError
from borderkg.schema import load
from borderkg.validation import consistency
from tests.facts import TURTLE_PREFIXES

CORE = sorted((resources.ontology() / "core").glob("*.ttl"))


def written(folder: Path, turtle: str) -> Path:
    path = folder / "more.ttl"
    path.write_text(TURTLE_PREFIXES + turtle, "utf-8")
    return path


def test_the_core_is_consistent() -> None:
    """No inconsistency and no class without possible members, over all the classes that we have."""
    assert len(load().classes) > 20
    assert consistency.check(CORE) == []


def test_an_inconsistency_is_found(tmp_path: Path) -> None:
    """A thing that is an argument and an entity, which are disjoint."""
    (violation,) = consistency.check([*CORE, written(tmp_path, "id:thing a bkg:Argument , bkg:Port .")])
    assert violation.severity == "Violation"
    assert violation.message == "the ontology is inconsistent"


def test_a_class_that_can_have_no_members_is_found(tmp_path: Path) -> None:
    """Below two disjoint classes: the class is named, the ontology itself stands."""
    turtle = "bkg:Chimera a owl:Class ; rdfs:subClassOf bkg:Argument , bkg:Port ."
    (violation,) = consistency.check([*CORE, written(tmp_path, turtle)])
    assert violation.focus.endswith("/Chimera")
    assert violation.message == "this class can have no members"


def test_a_membership_that_only_reasoning_sees(tmp_path: Path) -> None:
    """A domain makes the subject an entity: the reasoner is asked, no list of types."""
    turtle = 'id:thing a bkg:Argument ; bkg:alias "某物" .'
    assert [v.message for v in consistency.check([*CORE, written(tmp_path, turtle)])] == [
        "the ontology is inconsistent"
    ]


def test_without_java_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ReferenceDataError, match="apt-get install default-jre-headless"):
        consistency.check(CORE)
