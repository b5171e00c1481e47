"""Which of many patterns may match a sentence: one look for all of them, before any expression runs.

Each pattern names the marks and words of which a sentence must hold one (`Pattern.required`). One Aho–Corasick automaton
finds those that the sentence holds; a pattern is tried only where it finds something of each of its sets.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

import ahocorasick_rs

from borderkg.extraction.patterns import Pattern
from borderkg.extraction.rules import Rule


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
        self._sets = list(holds.values())
        self._entries = [(sum({bits[words] for words in p.required}), number, p) for number, p in entries]
        self._always: list[int] = []
        """The entries that ask for nothing."""
        self._under: dict[int, list[int]] = defaultdict(list)
        """The other entries, each under the one of its sets that fewest patterns ask for."""
        for k, (_, pattern) in enumerate(entries):
            rarest = min(pattern.required, key=lambda words: (uses[words], bits[words]), default=None)
            (self._always if rarest is None else self._under[bits[rarest]]).append(k)

    def passed(self, abstract: str) -> dict[int, list[Pattern]]:
        """The patterns that may match an abstract string, under the numbers of their rules, in the rules' order."""
        words = {hit[0] for hit in self._automaton.find_matches_as_indexes(abstract, overlapping=True)}
        held = 0
        for word in words:
            held |= self._sets[word]
        tried = list(self._always)
        for bit, entries in self._under.items():
            if held & bit:
                tried += entries
        passed: dict[int, list[Pattern]] = {}
        for k in sorted(tried):
            required, number, pattern = self._entries[k]
            if required & held == required:
                passed.setdefault(number, []).append(pattern)
        return passed
