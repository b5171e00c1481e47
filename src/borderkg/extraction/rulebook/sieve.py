"""Which of many patterns may match a sentence: one look for all of them, before any expression runs.

Each pattern names the marks and words of which a sentence must hold one (`Pattern.required`). One Aho–Corasick automaton
finds those that the sentence holds; a pattern is tried only where it finds something of each of its sets.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

import ahocorasick_rs

from borderkg.extraction.annotation import MARKS, is_mark
from borderkg.extraction.rulebook.needs import Need
from borderkg.extraction.rulebook.patterns import Pattern
from borderkg.extraction.rulebook.rules import Rule

_COMMON: Final = {
    ",": 1.0,
    MARKS["Topic"]: 1.0,
    "的": 0.65,
    MARKS["Region"]: 0.65,
    MARKS["Date"]: 0.45,
    "为": 0.35,
    "口岸": 0.25,
    "开放": 0.25,
}
"""How many sentences hold the commonest words and marks."""


def _chance(words: Need) -> float:
    """How likely, roughly, a sentence is to hold one of some words: a mark more than a character, two less than one."""
    return sum(_COMMON.get(word) or (0.25 if is_mark(word[0]) else 0.15 ** len(word)) for word in words)


class Sieve:
    def __init__(self, rules: Sequence[Rule]) -> None:
        entries = [(number, pattern) for number, rule in enumerate(rules) for pattern in rule.patterns]
        uses = Counter(words for _, pattern in entries for words in set(pattern.required))
        bits = {words: 1 << k for k, words in enumerate(uses)}
        holds: dict[str, int] = defaultdict(int)
        """The sets, as bits, that a word is of."""
        for words, bit in bits.items():
            for word in words:
                holds[word] |= bit
        self._automaton = ahocorasick_rs.AhoCorasick(list(holds))
        self._entries = entries
        self._always: list[int] = []
        """The entries that ask for nothing."""
        under: dict[str, list[tuple[int, int]]] = defaultdict(list)
        """The other entries with their sets, under the words of the one of these that a sentence is least likely to hold."""
        for k, (_, pattern) in enumerate(entries):
            if not pattern.required:
                self._always.append(k)
                continue
            required = sum({bits[words] for words in pattern.required})
            for word in min(pattern.required, key=lambda words: (_chance(words), uses[words], bits[words])):
                under[word].append((k, required))
        self._words = [(sets, under[word]) for word, sets in holds.items()]

    def passed(self, abstract: str) -> dict[int, list[Pattern]]:
        """The patterns that may match an abstract string, under the numbers of their rules, in the rules' order."""
        hits = self._automaton.find_matches_as_indexes(abstract, overlapping=True)
        held = 0
        under = []
        for word in {hit[0] for hit in hits}:
            sets, entries = self._words[word]
            held |= sets
            under += entries
        lacking = ~held
        fitting = {k for k, required in under if not required & lacking}
        passed: dict[int, list[Pattern]] = {}
        for k in sorted(fitting.union(self._always)):
            number, pattern = self._entries[k]
            if number in passed:
                passed[number].append(pattern)
            else:
                passed[number] = [pattern]
        return passed
