"""How many claims a source should give: too few is an error, too many a warning, and saying nothing a warning."""

from collections import Counter
from pathlib import Path

import pytest

from borderkg.errors import ReferenceDataError
from borderkg.validation import expectations
from borderkg.validation.report import Report, Violation
from tests.facts import HASH


def judged(count: int, **limits: int) -> list[tuple[str, str]]:
    counts = {HASH: Counter({"locatedIn": count, "borders": 1})}
    found = expectations.check(counts, {HASH: "a.txt"}, {HASH: {"locatedIn": limits}})
    return [(violation.severity, violation.message) for violation in found]


@pytest.mark.parametrize("count", [3, 4, 5])
def test_within_the_limits(count: int) -> None:
    """Both ends belong to it."""
    assert judged(count, min=3, max=5) == []


def test_beyond_the_limits() -> None:
    """A fallen minimum is a violation, an exceeded maximum a warning; both say the numbers."""
    assert judged(2, min=3, max=5) == [("Violation", "2 claims of locatedIn, fewer than 3")]
    assert judged(6, min=3, max=5) == [("Warning", "6 claims of locatedIn, more than 5")]
    assert judged(0, min=1) == [("Violation", "0 claims of locatedIn, fewer than 1")]


def test_all_predicates_together() -> None:
    """`all` counts every claim of the text."""
    counts = {HASH: Counter({"locatedIn": 2, "borders": 1})}
    (found,) = expectations.check(counts, {HASH: "a.txt"}, {HASH: {"all": {"min": 4}}})
    assert (found.focus, found.message) == ("a.txt", "3 claims of all, fewer than 4")


def test_a_text_of_which_nothing_is_expected() -> None:
    """Is itself a fault, if a small one."""
    (found,) = expectations.check({HASH: Counter()}, {HASH: "a.txt"}, {})
    assert (found.severity, found.focus) == ("Warning", "a.txt")


def test_a_file_of_expectations(tmp_path: Path) -> None:
    """Entries are found by the hash of the text; an empty file expects nothing."""
    path = tmp_path / "expectations.yaml"
    path.write_text(f"sources:\n  a.txt:\n    sha256: {HASH}\n    claims:\n      all: {{min: 2}}\n", "utf-8")
    assert expectations.load(path) == {HASH: {"all": {"min": 2}}}
    path.write_text("", "utf-8")
    assert expectations.load(path) == {}


@pytest.mark.parametrize(
    "text",
    [
        "sources: [open",
        "- a list",
        "sources: {a.txt: {claims: {}}}",
        "sources: {a.txt: no mapping}",
        "sources: [a.txt]",
    ],
)
def test_a_malformed_file(text: str, tmp_path: Path) -> None:
    """Is named, with what is wrong."""
    path = tmp_path / "expectations.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ReferenceDataError, match=r"expectations\.yaml: "):
        expectations.load(path)


def test_a_report_tells_errors_from_warnings() -> None:
    """Only a Violation is an error."""
    report = Report()
    report.add([Violation("a", severity, "focus", "message") for severity in ("Violation", "Warning", "Info")])
    assert [v.severity for v in report.errors] == ["Violation"]
    assert [v.severity for v in report.warnings] == ["Warning", "Info"]
