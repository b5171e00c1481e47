"""The examples of the rules are tests, as docs/rules.md says: each under the id file::rule::example n."""

from functools import cache

import pytest

from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.claim import Claim
from borderkg.claims.linker import Linker
from borderkg.extraction import extractor, rules
from tests.facts import defect, document

_FAILING = {
    "documents::a title is followed by its date in brackets::example 1": "the date in the brackets is not read",
    "documents::several dates, several documents in order::example 1": "the dates in order are not read",
    "platforms::a place gains a kind of platform::example 1": "the linker gives the zone its official name, the example another",
    "ports::ports of a mode or class::example 1": "nothing is read from the list",
    "ports::places and the kind of port that they are::example 1": "the linker names the ports, the example their branches",
    "ports::pairs of facing ports::example 1": "the pairs are not read",
    "ports::a port of a country or region::example 1": "the kind is not read",
    "periods::a round of opening since a year::example 1": "the round is not read",
    "periods::the opening mark of a period::example 1": "the round is not read",
    "corridors::a corridor crosses places::example 2": "万象市 is not read",
    "expos::an expo lies in a region::example 1": "the linker gives the expos their official names, the example others",
}
"""Examples that their rule does not read as they say, until the rule or the example is mended."""


@cache
def read(text: str) -> tuple[Claim, ...]:
    """The asserted claims of a text that is this sentence."""
    made = document(text)
    assembled = Assembler(Linker(reference.load())).assemble(made, extractor.default().extract(made))
    return tuple(claim for claim in assembled.claims if not claim.modality)


def examples() -> list[object]:
    """Each example with its claims, and a mark where it is known to fail."""
    return [
        pytest.param(e.text, e.claims, id=name, marks=[defect(_FAILING[name])] if name in _FAILING else [])
        for rule in rules.load().all
        for n, e in enumerate(rule.examples, 1)
        for name in [f"{rule.id}::example {n}"]
    ]


def counterexamples() -> list[object]:
    return [
        pytest.param(rule.id, text, id=f"{rule.id}::counterexample {n}")
        for rule in rules.load().all
        for n, text in enumerate(rule.counterexamples, 1)
    ]


@pytest.mark.parametrize(("text", "expected"), examples())
def test_an_example_gives_its_claims(text: str, expected: tuple[tuple[str, str, str], ...]) -> None:
    """Whatever else the sentence says, it gives the claims that the example states."""
    said = {(claim.subject, claim.predicate, str(claim.object)) for claim in read(text)}
    assert set(expected) <= said


@pytest.mark.parametrize(("rule", "text"), counterexamples())
def test_a_counterexample_gives_none(rule: str, text: str) -> None:
    """The rule asserts nothing of its counterexample."""
    assert not [claim for claim in read(text) if claim.rule == rule]
