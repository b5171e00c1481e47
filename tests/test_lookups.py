"""Exceptions, each with its reason."""

from pathlib import Path

import pytest

from borderkg import lookups
from borderkg.errors import RuleError


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "lookups.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_the_project_s_own_lookups_have_reasons() -> None:
    """data/lookups.yaml is read, and every word in it has its reason."""
    loaded = lookups.load()
    assert loaded["letters_not_read"]
    assert all(reason for words in loaded.values() for reason in words.values())


def test_words_with_reasons(tmp_path: Path) -> None:
    """A section is read as words with reasons."""
    path = written(tmp_path, "letters_not_read:\n  不: the commonest negation\n")
    assert lookups.load(path) == {"letters_not_read": {"不": "the commonest negation"}, "hygiene_allowed": {}}


def test_an_empty_file_has_no_exceptions(tmp_path: Path) -> None:
    """An empty file holds every section, empty."""
    assert lookups.load(written(tmp_path, "")) == {"letters_not_read": {}, "hygiene_allowed": {}}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("letters_not_read: [", "not readable as YAML"),
        ("elsewhere: {不: a reason}", "sections are hygiene_allowed, letters_not_read"),
        ("- 不", "sections are hygiene_allowed, letters_not_read"),
        ("letters_not_read: {不: }", "no reason given for 不"),
        (b"\xff\xfe\xff", "not readable as YAML"),
    ],
)
def test_faults_name_the_file(tmp_path: Path, text: str | bytes, message: str) -> None:
    """Each fault is a RuleError that names the file and what is wrong."""
    path = written(tmp_path, text)
    with pytest.raises(RuleError, match=message) as raised:
        lookups.load(path)
    assert str(path) in str(raised.value)


@pytest.mark.parametrize("text", ["letters_not_read: [不]", "letters_not_read: 不"])
def test_a_section_is_a_mapping(tmp_path: Path, text: str) -> None:
    """A section that holds words without reasons, as a list, is a fault of the file."""
    with pytest.raises(RuleError, match="letters_not_read: expected a mapping of words to reasons"):
        lookups.load(written(tmp_path, text))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A missing file is a RuleError too."""
    with pytest.raises(RuleError, match=r"lookups\.yaml"):
        lookups.load(tmp_path / "lookups.yaml")
