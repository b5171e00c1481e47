"""conflicts, audit: what they print, filter and write, and how they exit."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.running import borderkg, done, one_line_error


def test_a_table_of_conflicts(disputed_store: Path) -> None:
    """Contradictions and doubts, a line each; notes only where they are asked for."""
    _, _, *rows = done("conflicts", "--store", disputed_store).splitlines()
    assert [row.split()[:2] for row in rows] == [["contradiction", "date"], ["contradiction", "value"]]
    _, _, row = done("conflicts", "--store", disputed_store, "--severity", "note").splitlines()
    assert row.split()[:2] == ["note", "definition"]


def test_filters(disputed_store: Path) -> None:
    """By source, kind and indicator."""
    told = json.loads(
        done("conflicts", "--store", disputed_store, "--source", "one", "--kind", "value", "--format", "json")
    )
    assert [finding["kind"] for finding in told] == ["value"]
    told = json.loads(done("conflicts", "--store", disputed_store, "--indicator", "外资", "--format", "json"))
    assert told == []


def test_files(disputed_store: Path, tmp_path: Path) -> None:
    """CSV to standard output, HTML to a file that stands alone."""
    rows = list(csv.DictReader(io.StringIO(done("conflicts", "--store", disputed_store, "--format", "csv"))))
    assert {row["value"] for row in rows} == {"2013", "2014", "100", "120"}
    target = tmp_path / "found.html"
    assert done("conflicts", "--store", disputed_store, "--format", "html", "-o", target) == ""
    assert "Content-Security-Policy" in target.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["conflicts", "--fail-on", "contradiction"], 3),
        (["conflicts", "--fail-on", "note", "--severity", "note"], 3),
        (["conflicts", "--fail-on", "contradiction", "--severity", "note"], 0),
        (["conflicts", "--fail-on", "doubt", "--indicator", "无"], 0),
        (["conflicts"], 0),
        (["audit", "--fail-on", "note"], 0),
    ],
)
def test_the_exit_code(arguments: list[str], code: int, disputed_store: Path) -> None:
    """3 where --fail-on asks and something so severe, or worse, is shown; the findings are printed all the same."""
    result = borderkg(*arguments, "--store", disputed_store)
    assert result.returncode == code
    assert result.stderr == f"({max(0, len(result.stdout.splitlines()) - 2)} findings)\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["conflicts", "--kind", "dates"], "no such kind"),
        (["audit", "--source", "five.txt"], "no text of this name"),
        (["conflicts", "--format", "xml"], "xml"),
    ],
)
def test_what_is_wrong_is_one_line(arguments: list[str], says: str, disputed_store: Path) -> None:
    """An unknown kind, source or format."""
    assert says in one_line_error(*arguments, "--store", disputed_store)


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    """One line, and the way out."""
    assert "Build one" in one_line_error("audit", "--store", tmp_path / "none")
