"""Expected numbers of claims: a fallen minimum is an error, an exceeded maximum and a text without any are warnings."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest
import yaml

from borderkg import checks, resources
from borderkg.errors import ReferenceDataError
from borderkg.validation import expectations
from borderkg.validation.report import Violation
from tests.conftest import ROOT
from tests.facts import HASH

LIMITS = {HASH: {"all": {"min": 3, "max": 5}, "borders": {"min": 1}, "party": {"max": 0}}}


def found(**counts: int) -> list[tuple[str, str]]:
    """Severity and message of what is found in a text with these claims."""
    violations = expectations.check({HASH: Counter(counts)}, {HASH: "a.txt"}, LIMITS)
    assert all((v.check, v.focus) == ("expectations", "a.txt") for v in violations)
    return [(v.severity, v.message) for v in violations]


@pytest.mark.parametrize("number", [2, 4])
def test_numbers_within_their_limits(number: int) -> None:
    """Exactly the minimum and exactly the maximum are well."""
    assert found(borders=1, cites=number) == []


def test_a_fallen_minimum_is_an_error() -> None:
    """Too few claims of all, or none of a predicate, is an error that gives both numbers."""
    assert found(cites=2) == [
        ("Violation", "2 claims of all, fewer than 3"),
        ("Violation", "0 claims of borders, fewer than 1"),
    ]


def test_an_exceeded_maximum_is_a_warning() -> None:
    """Too many claims are a warning that gives both numbers."""
    assert found(borders=5, party=1) == [
        ("Warning", "6 claims of all, more than 5"),
        ("Warning", "1 claims of party, more than 0"),
    ]


def test_a_text_without_expectations_is_itself_a_fault() -> None:
    """A text that nothing is expected of is a warning, by its name or, without one, by its hash."""
    for names, shown in (({HASH: "a.txt"}, "a.txt"), ({}, HASH[:16])):
        violations = expectations.check({HASH: Counter(cites=1)}, names, {})
        assert violations == [Violation("expectations", "Warning", shown, "this text has no expectations")]


def test_a_text_that_is_not_in_the_graph_is_not_missed() -> None:
    """Expectations of other texts say nothing of this graph."""
    assert expectations.check({}, {}, LIMITS) == []


def test_limits_are_read_by_hash(tmp_path: Path) -> None:
    """The name in the file is for people; the hash counts. An empty file expects nothing."""
    path = tmp_path / "expectations.yaml"
    path.write_text(f"sources:\n  some.txt:\n    sha256: {HASH}\n    claims: {{all: {{min: 3}}}}\n", "utf-8")
    assert expectations.load(path) == {HASH: {"all": {"min": 3}}}
    path.write_text("# nothing yet\n", "utf-8")
    assert expectations.load(path) == {}


def test_a_file_that_is_no_yaml(tmp_path: Path) -> None:
    """It is one error that names the file."""
    path = tmp_path / "expectations.yaml"
    path.write_text("sources: [", "utf-8")
    with pytest.raises(ReferenceDataError, match=r"expectations\.yaml: not readable as YAML"):
        expectations.load(path)


@pytest.mark.parametrize("text", ["- sources", "sources: [a]", "sources: {a.txt: {claims: {}}}", "sources: {a.txt: 3}"])
def test_a_file_of_another_form(tmp_path: Path, text: str) -> None:
    """So is one that holds no sources with their hash and claims."""
    path = tmp_path / "expectations.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ReferenceDataError, match=r"expectations\.yaml"):
        expectations.load(path)


def hashes(folder: Path) -> dict[str, str]:
    texts = [path for path in folder.iterdir() if path.suffix in (".txt", ".md")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in texts}


def expected() -> dict[str, dict[str, dict[str, int]]]:
    return expectations.load(resources.expectations())


def entries() -> dict[str, str]:
    sources = yaml.safe_load(resources.expectations().read_text("utf-8"))["sources"]
    return {name: entry["sha256"] for name, entry in sources.items()}


def test_every_text_of_ours_has_expectations() -> None:
    """Each text of data/corpus is expected by its name and its hash, with a minimum and a maximum of all its claims."""
    own = hashes(ROOT / "data" / "corpus")
    assert own.items() <= entries().items()
    assert all(0 < limits["all"]["min"] < limits["all"]["max"] for limits in expected().values())


@pytest.mark.shared
def test_the_papers_have_expectations(papers: Path) -> None:
    """The five papers are expected too, and nothing else is but our own texts."""
    assert entries() == hashes(papers) | hashes(ROOT / "data" / "corpus")


def faults(store: Path) -> list[Violation]:
    return [violation for violation in checks.check(store).violations if violation.check == "expectations"]


def test_the_demonstration_store_is_as_expected(demo_store: Path) -> None:
    """Our own texts and the release give what is expected of them."""
    assert faults(demo_store) == []


@pytest.mark.shared
def test_the_papers_are_as_expected(papers_store: Path) -> None:
    """So do the five papers."""
    assert faults(papers_store) == []


def test_a_check_finds_a_fallen_minimum(demo_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one text gives fewer claims than expected, the check of a graph says so, and of which."""
    content = yaml.safe_load(resources.expectations().read_text("utf-8"))
    content["sources"]["02-news.txt"]["claims"]["borders"] = {"min": 900}
    path = tmp_path / "expectations.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    monkeypatch.setattr(resources, "expectations", lambda: path)
    (fault,) = faults(demo_store)
    assert (fault.severity, fault.focus) == ("Violation", "02-news.txt")
    assert "claims of borders, fewer than 900" in fault.message
