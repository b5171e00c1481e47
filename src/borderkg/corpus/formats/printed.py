"""Words that keep the places where they are printed, while a loader makes a text of them."""

from collections.abc import Iterable, Sequence

from borderkg.records import record

Rectangle = tuple[float, float, float, float]
"""Left, lower, right and upper edge, in points; upwards is more."""

Piece = tuple[str, Rectangle]
"""A run of characters as it is printed."""

Spot = tuple[int, int, Rectangle]
"""The first character, the one behind the last, and where they are printed."""


@record
class Printed:
    """Words, and where some of them are printed; of a text that is no print, nothing but the words."""

    text: str
    spots: tuple[Spot, ...] = ()


def located(text: str, pieces: Iterable[Piece]) -> Printed:
    """The words that a loader made of printed pieces, in the order in which they stand there.

    A piece that does not stand in them as it is printed is somewhere among all of them.
    """
    spots: list[Spot] = []
    behind = 0
    for words, rectangle in pieces:
        start = text.find(words, behind)
        if start < 0:
            spots.append((0, len(text), rectangle))
        else:
            behind = start + len(words)
            spots.append((start, behind, rectangle))
    return Printed(text, tuple(spots))


def joined(parts: Sequence[Printed], between: str) -> Printed:
    """Words behind each other, with something between them."""
    spots: list[Spot] = []
    ahead = 0
    for part in parts:
        spots += [(start + ahead, end + ahead, rectangle) for start, end, rectangle in part.spots]
        ahead += len(part.text) + len(between)
    return Printed(between.join(part.text for part in parts), tuple(spots))
