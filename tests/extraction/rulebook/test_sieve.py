"""The sieve lets every pattern through that matches, and keeps back what cannot."""

from dataclasses import replace

import pytest

from borderkg.extraction import extractor
from borderkg.extraction.annotation import MARKS
from borderkg.extraction.marking.memory import Memory
from borderkg.extraction.rulebook import rules
from borderkg.extraction.rulebook.patterns import compile_pattern
from borderkg.extraction.rulebook.rules import Rule
from borderkg.extraction.rulebook.sieve import Sieve

PORT, DATE = MARKS["Port"], MARKS["Date"]
LEXICON = {"opened": ("开放", "开通")}


def required(source: str) -> set[frozenset[str]]:
    return set(compile_pattern(source, LEXICON, "here").required)


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("{p:Port}于{d:Date}<opened>", [{PORT}, {"于"}, {DATE}, {"开放", "开通"}]),
        ("{p:Port}({d:Date})?(正式)?<opened>?", [{PORT}]),
        ("{p:Port}(已经|于{d:Date})开放", [{PORT}, {"已经", "于"}, {"开放"}]),
        ("{p:Port}(已经|…)", [{PORT}]),
        ("{p:Port}(开放|$)", [{PORT}]),
        ("(正式(开放|开通)|建成)了", [{"正式", "建成"}, {"了"}]),
        ("{p:Port*}，开放", [{PORT}, {","}, {"开放"}]),
        ("开?放", [{"放"}]),
        ("{p:Phrase~期|阶段}", [{"期", "阶段"}]),
        ("{p:Phrase~>为标志|>为开端}为", [{"为"}]),
        ("{n:Name}—", [{"—"}]),
        ("开放|{p:Port}开通", [{"开放", "开通"}]),
    ],
)
def test_a_pattern_asks_for_what_all_its_matches_hold(source: str, asked: list[set[str]]) -> None:
    assert required(source) == {frozenset(words) for words in asked}


def abstracts() -> list[str]:
    """The abstract strings of the rules' examples and counterexamples."""
    recogniser = extractor.default()._recogniser
    texts = {text for r in rules.load().all for text in (*(e.text for e in r.examples), *r.counterexamples)}
    return [s.annotation.abstract for text in sorted(texts) for s in recogniser.sentences(text, Memory())]


def test_every_pattern_that_matches_is_let_through() -> None:
    book = rules.load().relations
    sieve = Sieve(book)
    matched = 0
    for abstract in abstracts():
        passed = {(n, p.source) for n, patterns in sieve.passed(abstract).items() for p in patterns}
        matching = {(n, p.source) for n, r in enumerate(book) for p in r.patterns if p.regex.search(abstract)}
        assert matching <= passed, abstract
        matched += len(matching)
    assert matched > len(book)


def rule(name: str, *sources: str) -> Rule:
    patterns = tuple(compile_pattern(source, LEXICON, name) for source in sources)
    return replace(rules.load().relations[0], id=name, patterns=patterns)


def test_patterns_stand_under_their_rules_in_order() -> None:
    sieve = Sieve([rule("a", "开放了", "{p:Port}开放"), rule("b", "……"), rule("c", "建成"), rule("d", "开放")])
    found = sieve.passed(PORT + "开放")
    assert list(found) == [0, 1, 3]
    assert [pattern.source for pattern in found[0]] == ["{p:Port}开放"]


def test_words_must_stand_in_the_order_of_the_pattern() -> None:
    sieve = Sieve([rule("a", "{p:Port}于{d:Date}<opened>"), rule("b", "{p:Port}(和|与){q:Port}")])
    assert list(sieve.passed(f"{PORT}于{DATE}开放")) == [0]
    assert list(sieve.passed(f"{DATE}于{PORT}开放")) == []
    assert list(sieve.passed(f"开放的{PORT}于{DATE}")) == []
    assert list(sieve.passed(f"{PORT}和{PORT}")) == [1]
    assert list(sieve.passed(f"和{PORT}")) == []


def test_without_rules_nothing_is_let_through() -> None:
    assert Sieve([]).passed("开放") == {}


@pytest.mark.parametrize(
    ("source", "about"),
    [
        ("{p:@Port+}开放", {"Port", "Topic"}),
        ("{p:@Port}?于{d:Date}<opened>", set()),
        ("{p:@Port}开放|{r:Region}开通", set()),
        ("{p:Port}开放", set()),
    ],
)
def test_a_pattern_tells_what_a_sentence_must_be_about(source: str, about: set[str]) -> None:
    """Only where every match begins with its subject."""
    assert compile_pattern(source, LEXICON, "here").about == about
