"""Marks of notes and raised figures, as a text writes them."""

import re
from typing import Final

_NUMBER: Final = re.compile(r"[\[〔(（]?\s*(\d{1,3})\s*[\]〕)）]?$")


def mark(number: int) -> str:
    """The mark of a note: ① to ⑳, then from ① again, as papers that number by the page."""
    return chr(0x2460 + (number - 1) % 20)


def note(number: int, words: str) -> str:
    """A note, as it stands at the foot of a text."""
    return f"<sup>{mark(number)}</sup> {words}"


def raised(words: str, before: str, *, linked: bool = False) -> str:
    """Raised words as running text, `before` being the character in front of them.

    A number that is linked, in brackets or behind a Han character or a stop is the mark of a note; behind a digit it is a
    power, behind a letter the square or cube of a unit.
    """
    match = _NUMBER.match(words)
    if match is None:
        return words
    bare = words.isdigit()
    if not linked and bare and (before.isascii() and before.isalnum()):
        return f"^{words}" if before.isdigit() else words
    return mark(int(match[1])) if int(match[1]) else words
