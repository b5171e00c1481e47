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
        self._entries = [(sum({bits[words] for words in p.required}), number, p) for number, p in entries]
        self._always: list[int] = []
        """The entries that ask for nothing."""
        under: dict[str, list[int]] = defaultdict(list)
        """The other entries, under the words of the one of their sets that fewest patterns ask for."""
        for k, (_, pattern) in enumerate(entries):
            if not pattern.required:
                self._always.append(k)
                continue
            for word in min(pattern.required, key=lambda words: (uses[words], len(words), bits[words])):
                under[word].append(k)
        self._words = [(sets, under[word]) for word, sets in holds.items()]

    def passed(self, abstract: str) -> dict[int, list[Pattern]]:
        """The patterns that may match an abstract string, under the numbers of their rules, in the rules' order."""
        held = 0
        tried = set(self._always)
        for word in {hit[0] for hit in self._automaton.find_matches_as_indexes(abstract, overlapping=True)}:
            sets, entries = self._words[word]
            held |= sets
            tried.update(entries)
        passed: dict[int, list[Pattern]] = {}
        for k in sorted(tried):
            required, number, pattern = self._entries[k]
            if required & held == required:
                passed.setdefault(number, []).append(pattern)
        return passed
