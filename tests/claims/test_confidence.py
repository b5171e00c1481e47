"""How well a rule reads: the counts of the committed table, and the figure that they give."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.claims import confidence
from borderkg.claims.confidence import Checked
from borderkg.errors import RuleError
from borderkg.graph import iris, records
from borderkg.graph.terms import Node
from borderkg.vocabulary import BKG
from tests.facts import shown

HEAD = "rule\tchecked\tright\n"


@given(st.integers(1, 10**4), st.data())
def test_no_count_makes_certain(checked: int, data: st.DataObject) -> None:
    """The figure lies between 0 and 1, rises with what was right, and of two with none wrong that with more is the surer."""
    right = data.draw(st.integers(0, checked))
    assert 0 < confidence.succession(right, checked) < 1
    assert confidence.succession(right, checked) < confidence.succession(right + 1, checked + 1)
    assert confidence.succession(right, checked) > confidence.succession(right, checked + 1)


def test_the_figure_has_three_places() -> None:
    """As a decimal of the graph it is short, and still neither 0 nor 1 for all that the sets hold."""
    assert Checked(8, 7).confidence == 0.8
    assert Checked(1, 1).confidence == 0.667
    assert all(0 < checked.confidence < 1 for checked in confidence.load().values())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 0),
        ("a::b\t3\t2\n", 1),
        (f"{HEAD}a::b\t3\n", 2),
        (f"{HEAD}a::b\t3\t2\nc::d\t3\t4\n", 3),
        (f"{HEAD}a::b\t0\t0\n", 2),
        (f"{HEAD}a::b\tthree\t2\n", 2),
        (f"{HEAD}a::b\t3\t2\na::b\t3\t2\n", 3),
    ],
    ids=["empty", "no head", "a column short", "more right than checked", "none checked", "no number", "twice"],
)
def test_a_malformed_table(text: str, line: int, tmp_path: Path) -> None:
    """The error names file, line and the way out; an empty table has no rule."""
    path = tmp_path / "scores.tsv"
    path.write_text(text, "utf-8")
    if not line:
        assert confidence.load(path) == {}
        return
    with pytest.raises(RuleError, match=rf"scores\.tsv, line {line}: .*python -m tests\.scores"):
        confidence.load(path)


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    """Is an error like any other."""
    with pytest.raises(RuleError, match="none\\.tsv: cannot be read"):
        confidence.load(tmp_path / "none.tsv")


def test_the_graph_says_what_was_measured() -> None:
    """A rule of the table has its counts and its confidence; of another nothing is said."""
    rule, score = next(iter(confidence.load().items()))
    quads = list(records.rule_quads([(rule, ""), ("made::a rule", "")]))
    said = shown(quad.triple for quad in quads if quad.predicate.value.startswith(BKG))
    node = f":{iris.rule(rule).split('/id/')[1]}"
    assert said == {
        f"{node} bkg:claimsChecked {score.checked}",
        f"{node} bkg:claimsRight {score.right}",
        f"{node} bkg:confidence {score.confidence}",
    }
    assert {quad.predicate for quad in quads if quad.subject == Node(iris.rule("made::a rule"))}
