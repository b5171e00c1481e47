"""How wide words are, and where their lines break.

Widths are those of no one font but bounds for the fonts in use (Noto, Source Han, Microsoft YaHei, PingFang, and Noto, DejaVu,
Arial for Latin letters): what fits by them fits with any. A Han character is one em (Unicode Standard Annex 11: wide, full-width
and ambiguous, which these fonts draw wide).
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_NARROW: Final = {"iljtfI|!.,:;'()[]/ ": 0.42, "mwMW@%": 0.99, "ABCDEFGHJKLNOPQRSTUVXYZ&": 0.78}
_ADVANCE: Final = {letter: width for letters, width in _NARROW.items() for letter in letters}
_OTHER: Final = 0.64

_NOT_FIRST: Final = frozenset("，。、；：？！）》”’」』】〉…—·,.;:?!)]}%～~-–")
_NOT_LAST: Final = frozenset("（《“‘「『【〈([{")


@lru_cache(maxsize=4096)
def _advance(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WFA":
        return 1.0
    if unicodedata.combining(letter):
        return 0.0
    return _ADVANCE.get(letter, _OTHER)


def width(text: str, size: float) -> float:
    """An upper bound of a line's width at a font size, in the unit of that."""
    return sum(map(_advance, text)) * size


def clean(text: str) -> str:
    """A label as one line: no line breaks, controls or marks that turn the direction of writing."""
    spaced = "".join(" " if c.isspace() else c for c in text)
    return " ".join("".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn")).split())


def wrap(text: str, size: float, room: float, lines: int) -> tuple[str, ...]:
    """A text in at most so many lines, about equally long, none wider than `room`; what does not fit ends in `…`."""
    whole = width(text, size)
    if whole <= room:
        return (text,)
    longest = min(room, max(width(piece, size) for piece in _pieces(text)))
    for count in range(2, lines + 1):
        for share in (1.0, 1.08, 1.2, 1.4):
            broken = fill(text, size, min(room, max(whole / count * share, longest)))
            if len(broken) <= count:
                return broken
    broken = fill(text, size, room)
    return (
        broken
        if len(broken) <= lines
        else (*broken[: lines - 1], cut("".join(spaced(broken, text)[lines - 1 :]), size, room))
    )


def spaced(lines: Sequence[str], text: str) -> tuple[str, ...]:
    """The lines of a text (as `clean` gives it), each with the blank at which it was broken: read on, they are the text."""
    found, at = [], 0
    for line in lines:
        at += len(line)
        blank = text[at : at + 1].isspace()
        found.append(line + " " * blank)
        at += blank
    return (*found[:-1], *lines[-1:])


def cut(text: str, size: float, room: float) -> str:
    """A text cut to a width, with `…` at its end where something is gone."""
    if width(text, size) <= room:
        return text
    while text and width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def fill(text: str, size: float, room: float) -> tuple[str, ...]:
    """A text in lines as long as the room allows."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        for part in [piece] if width(piece, size) <= room else piece:  # a word longer than a line breaks anywhere
            if line and width((line + part).rstrip(), size) > room:
                lines.append(line.rstrip())
                line = part.lstrip()
            else:
                line += part
    return tuple(filter(None, (*lines, line.rstrip())))


def _pieces(text: str) -> list[str]:
    """The pieces between which a line may break: Han characters one by one, words whole, punctuation with its neighbour."""
    pieces: list[str] = []
    for letter in text:
        before = pieces[-1][-1] if pieces else ""
        together = before and (
            (letter in _NOT_FIRST and before != " ")
            or before in _NOT_LAST
            or letter == " "
            or (_advance(letter) < 1 and _advance(before) < 1 and before != " ")
        )
        if together:
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces
