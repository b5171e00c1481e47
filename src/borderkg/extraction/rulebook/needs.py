"""What a sentence must hold for a pattern to match it: sets of marks and words, of each of which one must stand there."""

from collections.abc import Iterable
from itertools import chain

Need = frozenset[str]
"""Words of which a sentence must hold one."""


class Needs:
    """Takes the pieces of a pattern from left to right, and gathers what they ask for."""

    def __init__(self) -> None:
        self._open: list[list[list[Need]]] = [[[]]]
        """The groups that are open, the innermost last: for each of its alternatives what that asks for."""
        self._run = ""
        """Plain characters, one after the other."""

    @property
    def depth(self) -> int:
        """How many groups are open."""
        return len(self._open) - 1

    def character(self, text: str) -> None:
        self._run += text

    def one_of(self, words: Iterable[str] = ()) -> None:
        """A piece that holds one of some words; without any, one that may hold anything."""
        self._end_run()
        if need := frozenset(words):
            self._open[-1][-1].append(need)

    def begin(self) -> None:
        self._end_run()
        self._open.append([[]])

    def alternative(self) -> None:
        self._end_run()
        self._open[-1].append([])

    def end(self, *, optional: bool) -> None:
        """The end of a group; an optional one asks for nothing."""
        self._end_run()
        asked = _asked(self._open.pop())
        if not optional:
            self._open[-1][-1] += asked

    def found(self) -> tuple[Need, ...]:
        """All that the pattern asks for, when its last piece is taken, in the order in which a match holds it: each behind
        the one before, which pieces that stand one after the other cannot share."""
        self._end_run()
        return tuple(_asked(self._open[-1]))

    def _end_run(self) -> None:
        if self._run:
            self._open[-1][-1].append(frozenset({self._run}))
            self._run = ""


def _asked(alternatives: list[list[Need]]) -> list[Need]:
    """What a group asks for: of several alternatives the most telling need of each, where every one has some."""
    if len(alternatives) == 1:
        return alternatives[0]
    if not all(alternatives):
        return []
    telling = [max(needs, key=lambda words: (-len(words), min(map(len, words)))) for needs in alternatives]
    return [frozenset(chain.from_iterable(telling))]
