"""The lists of words by which texts tell figures."""

from pathlib import Path

import pytest

from borderkg.errors import RuleError
from borderkg.extraction.statistics import wording


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("measure: [额, 额]", "measure: twice 额"),
        ("measure: [额, '(量']", r"measure: \(量: missing"),
        ("measure: 额", "measure: give a list of words"),
        ("measure: []", "measure: give a list of words"),
        ("- 额", "no lists"),
        ("measure: [额", "not readable"),
    ],
)
def test_a_wrong_list_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / wording.FILE).write_text(text, "utf-8")
    with pytest.raises(RuleError, match=complaint):
        wording.load(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"statistics\.yaml: not readable"):
        wording.load(tmp_path)


def test_a_missing_list_is_named() -> None:
    with pytest.raises(RuleError, match="no list weather"):
        wording.any_of("measure", "weather")


def test_lists_are_joined_in_their_order() -> None:
    lists = wording.load()
    assert wording.any_of("rise", "fall") == "(?:" + "|".join([*lists["rise"], *lists["fall"]]) + ")"
