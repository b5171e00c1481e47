"""Which of many patterns may match a sentence: one look for all of them, before any expression runs.

Each pattern names sets of marks and words, of each of which a sentence must hold one, one behind the other
(`Pattern.required`). One Aho–Corasick automaton finds what the sentence holds. A pattern stands under the words of its rarest
set, and is tried where one of these stands with something of each set that comes before it to its left, and something of each
that comes behind it to its right: half of the patterns whose words all stand in a sentence have them in another order.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

import ahocorasick_rs

from borderkg.extraction.annotation import MARKS
from borderkg.extraction.rulebook.needs import Need
from borderkg.extraction.rulebook.patterns import Pattern
from borderkg.extraction.rulebook.rules import Rule

_MARKED: Final = {
    "Topic": 0.8,
    "Region": 0.5,
    "Date": 0.4,
    "Quantity": 0.3,
    "Country": 0.25,
    "Port": 0.25,
    "Organization": 0.2,
    **dict.fromkeys(("PortKind", "Platform", "PlatformKind", "Title", "Corridor"), 0.1),
}
_COMMON: Final = {
    **{mark: _MARKED.get(label, 0.02) for label, mark in MARKS.items()},
    "。": 0.95,
    ",": 0.85,
    "的": 0.5,
    "、": 0.4,
    **dict.fromkeys((*"为开对在与设发境经国通和是展有", "开放"), 0.2),
    **dict.fromkeys((*"同于建区方外;中地年成长要等立货", "发展", "贸易", "口岸"), 0.12),
}
"""How many of the sentences of papers, official texts and reports hold the marks and the commonest words."""


def _chance(words: Need) -> float:
    """How likely, roughly, a sentence is to hold one of some words: one character more than two."""
    return sum(_COMMON.get(word) or 0.05 * 0.1 ** (len(word) - 1) for word in words)


class Sieve:
    def __init__(self, rules: Sequence[Rule]) -> None:
        self._entries = [(number, pattern) for number, rule in enumerate(rules) for pattern in rule.patterns]
        self._always = frozenset(k for k, (_, pattern) in enumerate(self._entries) if not pattern.required)
        """The entries that ask for nothing."""
        rarest = {k: _rarest(pattern.required) for k, (_, pattern) in enumerate(self._entries) if pattern.required}
        uses = Counter(
            words for k, i in rarest.items() for j, words in enumerate(self._entries[k][1].required) if j != i
        )
        bits = {words: 1 << 2 * n for n, (words, _) in enumerate(uses.most_common())}
        """Two bits for a set, one for where it stands before a word and one for behind it. What most patterns ask for has
        the lowest, so that most numbers are short."""
        holds: dict[str, int] = defaultdict(int)
        """The sets, as bits, that a word is of."""
        for words, bit in bits.items():
            for word in words:
                holds[word] |= bit
        under: dict[str, list[tuple[int, int]]] = defaultdict(list)
        """The entries under the words of their rarest set, with those that must stand before it and behind it."""
        for k, i in rarest.items():
            required = self._entries[k][1].required
            asked = 0
            for j, words in enumerate(required):
                asked |= bits[words] << (j > i) if j != i else 0
            for word in required[i]:
                under[word].append((asked, k))
        sought = list(dict.fromkeys([*holds, *under]))
        self._automaton = ahocorasick_rs.AhoCorasick(sought)
        self._before = [holds.get(word, 0) for word in sought]
        self._behind = [held << 1 for held in self._before]
        self._under = [tuple(under.get(word, ())) for word in sought]

    def passed(self, abstract: str) -> dict[int, list[Pattern]]:
        """The patterns that may match an abstract string, under the numbers of their rules, in the rules' order."""
        hits = [hit[0] for hit in self._automaton.find_matches_as_indexes(abstract, overlapping=True)]
        known, under = self._before, self._under
        held = 0
        before: dict[int, int] = {}
        """The sets that stand before the last place of a word."""
        for word in hits:  # in the order of their ends
            if under[word]:
                before[word] = held
            if sets := known[word]:
                held |= sets
        known = self._behind
        held = 0
        behind: dict[int, int] = {}
        """The sets that stand behind the first place of a word."""
        for word in reversed(hits):
            if under[word]:
                behind[word] = held
            if sets := known[word]:
                held |= sets
        fitting = list(self._always)
        for word, sets in before.items():
            held = sets | behind[word]
            for asked, k in under[word]:
                if asked & held == asked:
                    fitting.append(k)
        passed: dict[int, list[Pattern]] = {}
        for k in sorted(set(fitting)):
            number, pattern = self._entries[k]
            if number in passed:
                passed[number].append(pattern)
            else:
                passed[number] = [pattern]
        return passed


def _rarest(required: Sequence[Need]) -> int:
    """Which of the sets that a pattern asks for a sentence is least likely to hold."""
    return min((_chance(words), min(words), i) for i, words in enumerate(required))[-1]
