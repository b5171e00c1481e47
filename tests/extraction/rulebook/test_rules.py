"""Every rule is run on its own examples and counterexamples, each under its own id."""

from pathlib import Path

import pytest

from borderkg.errors import RuleError
from borderkg.extraction import extractor
from borderkg.extraction.rulebook import rules
from borderkg.extraction.rulebook.patterns import compile_pattern
from borderkg.extraction.statement import Mention, Statement
from borderkg.extraction.values import Time
from borderkg.reference import Individual
from tests.corpus.factory import document

EXAMPLES = [
    pytest.param(rule.id, example, id=f"{rule.id}[{k}]")
    for rule in rules.load().all
    for k, example in enumerate(rule.examples)
]
COUNTEREXAMPLES = [
    pytest.param(rule.id, text, id=f"{rule.id}[{k}]")
    for rule in rules.load().all
    for k, text in enumerate(rule.counterexamples)
]


def stated(text: str, rule: str) -> list[Statement]:
    """What one rule states of a text."""
    return [s for s in extractor.default().extract(document(text)) if s.rule == rule]


def names(value: object) -> set[str]:
    """The names that a subject or an object may be called by."""
    if isinstance(value, Time):
        return {value.text}
    if not isinstance(value, Mention):
        return {str(value)}
    known: tuple[Individual, ...] = value.individuals
    return {
        value.text,
        *(i.label_zh for i in (*known, *value.place)),
        *([value.concept.label_zh] if value.concept else ()),
    }


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_reads_its_example(rule: str, example: rules.Example) -> None:
    """A rule states what its example says, and nothing else of it, as asserted."""
    found = [s for s in stated(example.text, rule) if not s.modality]
    for subject, predicate, obj in example.claims:
        fitting = [
            s for s in found if s.predicate == predicate and subject in names(s.subject) and obj in names(s.object)
        ]
        assert fitting, (
            f"{subject} {predicate} {obj} is not among {[(s.subject, s.predicate, s.object) for s in found]}"
        )
    assert len({(str(names(s.subject)), s.predicate, str(names(s.object))) for s in found}) == len(example.claims)


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES)
def test_a_rule_passes_over_its_counterexample(rule: str, text: str) -> None:
    """What is planned, proposed, denied or of another construction is not stated as a fact."""
    assert [s for s in stated(text, rule) if not s.modality] == []


def test_every_pattern_is_an_expression() -> None:
    """Patterns are compiled when a sentence asks for them; all of them can be."""
    assert all(pattern.regex.groups >= len(pattern.lists) for rule in rules.load().all for pattern in rule.patterns)


def test_a_pattern_that_is_none_names_its_rule() -> None:
    pattern = compile_pattern("{p:Port}(?开放)", {}, "ports::a port is opened")
    with pytest.raises(RuleError, match=r"^ports::a port is opened: .* in '\{p:Port\}"):
        _ = pattern.regex


def test_a_word_given_twice(tmp_path: Path) -> None:
    """A list of the lexicon is a set: its second mention of a word is a slip."""
    (tmp_path / "phases.yaml").write_text("names: []\nrelations: []\n", "utf-8")
    (tmp_path / "lexicon.yaml").write_text("meet: [会见, 会晤, 会见]\n", "utf-8")
    with pytest.raises(RuleError, match=r"lexicon\.yaml: meet: more than once: 会见"):
        rules.load(tmp_path)
