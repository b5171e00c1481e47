"""Lists of words, as rule files write them and as expressions look for them.

A word may be written with groups and options, as patterns are: (正式|恢复)?(开放|通关) stands for six words. What a language
builds by rule is so written by rule, and holds the combinations that nobody thought of.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import Final, TypeAlias

from borderkg.corpus.normaliser import fold
from borderkg.errors import RuleError

_LIMIT: Final = 20_000
"""More words than this are not a list but a slip."""

_Trie: TypeAlias = dict[str, "_Trie"]
_END: Final = ""

_PIECE: Final = re.compile(r"[()|?]|[^()|?](?=\?)|(?:[^()|?](?!\?))+")


def expanded(written: Iterable[str], where: str) -> tuple[str, ...]:
    """All words that some written ones stand for, folded, each once, in their order. Raises RuleError naming the place for
    brackets that do not close and for lists beyond all measure."""
    words: dict[str, None] = {}
    for one in written:
        pieces = _PIECE.findall(one)
        words |= dict.fromkeys(map(fold, _alternatives(pieces, where, one)))
        if pieces:
            raise RuleError(f"{where}: unbalanced brackets in {one!r}")
        if "" in words:
            raise RuleError(f"{where}: {one!r} may stand for nothing at all")
        if len(words) > _LIMIT:
            raise RuleError(f"{where}: more than {_LIMIT} words by {one!r}")
    return tuple(words)


@cache
def any_of(words: tuple[str, ...]) -> str:
    """An expression for any of some words, a longer one before those that it begins with. Words that begin alike share that
    beginning, so that it is looked at once."""
    trie: _Trie = {}
    for word in words:
        node = trie
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = {}
    return f"(?:{_expression(trie)})"


@cache
def shortest(words: tuple[str, ...]) -> frozenset[str]:
    """Of some words those in which none of the others stands: a text that holds one of all holds one of these."""
    kept: list[str] = []
    for word in sorted(set(words), key=len):
        if not any(short in word for short in kept):
            kept.append(word)
    return frozenset(kept)


def _alternatives(pieces: list[str], where: str, source: str) -> list[str]:
    """What the pieces up to the end of their group stand for; takes them from the list."""
    found: list[str] = []
    run = [""]
    while pieces and pieces[0] != ")":
        piece = pieces.pop(0)
        if piece == "|":
            found += run
            run = [""]
            continue
        options = [piece]
        if piece == "(":
            options = _alternatives(pieces, where, source)
            if not pieces:
                raise RuleError(f"{where}: unbalanced brackets in {source!r}")
            pieces.pop(0)
        elif piece == "?":
            raise RuleError(f"{where}: ? belongs behind a character or a group in {source!r}")
        if pieces and pieces[0] == "?":
            pieces.pop(0)
            options = [*options, ""]
        if len(run) * len(options) > _LIMIT:
            raise RuleError(f"{where}: more than {_LIMIT} words by {source!r}")
        run = [before + behind for before, behind in product(run, options)]
    return found + run


def _expression(node: _Trie) -> str:
    """What may follow from a node of the trie: its longer words first, nothing where a word ends there."""
    leaves = "".join(re.escape(character) for character, child in node.items() if child == {_END: {}})
    branches = [re.escape(c) + _expression(child) for c, child in node.items() if c != _END and child != {_END: {}}]
    if leaves:
        branches.append(f"[{leaves}]" if len(leaves) > 1 else leaves)
    whole = "|".join(branches)
    if _END in node:
        return f"(?:{whole})?" if whole else ""
    return f"(?:{whole})" if len(branches) > 1 else whole
