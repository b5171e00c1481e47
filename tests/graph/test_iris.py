"""IRIs from stable keys."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.extraction.rulebook import rules
from borderkg.graph import iris
from borderkg.vocabulary import BASE
from tests.facts import HASH

OTHER = "cd" * 32


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (iris.document(HASH), "id/document/abababababababab"),
        (iris.source_graph(HASH), "graph/source/abababababababab"),
        (iris.evidence(HASH, 3, 7), "id/evidence/abababababababab-3-7"),
        (iris.argument(HASH, 3, 7), "id/argument/abababababababab-3-7"),
        (iris.rule("issue::an organization issues a document"), "id/rule/issue/an-organization-issues-a-document"),
        (iris.rule("ports::A (or B)!"), "id/rule/ports/a-or-b"),
        (iris.build("12" * 32), "id/build/1212121212121212"),
    ],
)
def test_keys_that_are_read(iri: str, expected: str) -> None:
    """Documents, places in them, rules and builds are named by what they are."""
    assert iri == BASE + expected


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (iris.claim(HASH, "a", "b"), "id/claim/abababab-f04cdced9736a69d"),
        (iris.estimate(HASH, "a", "b"), "id/estimate/abababab-f04cdced9736a69d"),
        (iris.observation("a", "b"), "id/observation/f04cdced9736a69d"),
        (iris.conflict("a", "b"), "id/conflict/f04cdced9736a69d"),
        (iris.indicator("出口额", "亿元"), "id/indicator/46c40191f1b3"),
        (iris.concept("索道"), "concept/text-aa05f2fad7c0"),
    ],
)
def test_keys_that_are_hashed(iri: str, expected: str) -> None:
    """What has no name of its own keeps the hash of its key from version to version: a change renames all that was published."""
    assert iri == BASE + expected


@given(
    st.lists(st.text(alphabet="ab ", max_size=3), max_size=4), st.lists(st.text(alphabet="ab ", max_size=3), max_size=4)
)
def test_different_keys_get_different_digests(one: list[str], other: list[str]) -> None:
    """Two keys share a digest only where their parts are the same, in the same order and number (no part being empty)."""
    if all(one) and all(other):
        assert (iris.digest(*one) == iris.digest(*other)) == (one == other)


def test_two_sources_share_no_claim_and_no_estimate() -> None:
    """The same words in two texts are two claims and two estimates; one figure of two texts is one observation."""
    assert iris.claim(HASH, "a") != iris.claim(OTHER, "a")
    assert iris.estimate(HASH, "a") != iris.estimate(OTHER, "a")
    assert iris.indicator("出口额", "亿元") != iris.indicator("出口额", "万元")


def test_every_rule_has_an_iri_of_its_own() -> None:
    """The IRIs of the project's rules are valid and distinct, though they drop what IRIs cannot hold."""
    ids = [rule.id for rule in rules.load().all]
    assert len({iris.rule(rule_id) for rule_id in ids}) == len(ids)
    assert all(ox.NamedNode(iris.rule(rule_id)).value.startswith(BASE) for rule_id in ids)


@pytest.mark.parametrize(
    ("iri", "own"), [(iris.INFERRED, True), (BASE + "id/x", True), ("https://w3id.org/other/x", False), ("", False)]
)
def test_what_is_our_own(iri: str, own: bool) -> None:
    """An IRI is ours where it lies below the base."""
    assert iris.is_own(iri) is own
