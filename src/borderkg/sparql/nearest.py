"""The known word that a wrong one was meant for."""

from collections.abc import Iterable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

SURE: Final = 0.7
"""Of 1: what is less alike is no suggestion by itself."""

HINT: Final = 0.4
"""Enough where a word is known to be wrong, and one of few was meant."""


def nearest(word: str, known: Iterable[str], sure: float = SURE) -> str:
    """The known word that is nearest, by letters missing, added, changed or swapped; empty where none is near."""
    found = process.extractOne(word, list(known), scorer=OSA.normalized_similarity, score_cutoff=sure)
    return str(found[0]) if found else ""
