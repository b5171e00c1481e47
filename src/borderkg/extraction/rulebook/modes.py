"""The words for modes of transport, each with the modes that it stands for: 公路, 港口, 公铁, 铁、水."""

from itertools import permutations
from typing import Final

_LETTERS: Final = {"公": "road", "铁": "rail", "水": "water"}

MODES: Final[dict[str, tuple[str, ...]]] = {
    **{
        mark.join(letters): tuple(_LETTERS[letter] for letter in letters)
        for many in (3, 2)
        for letters in permutations(_LETTERS, many)
        for mark in ("", "、")
    },
    "公路": ("road",),
    "铁路": ("rail",),
    "水运": ("water",),
    "水路": ("water",),
    "海运": ("water",),
    "港口": ("water",),
    "海港": ("water",),
    "河港": ("water",),
    "航空": ("air",),
    "空运": ("air",),
    "空港": ("air",),
}
"""The longer words first, so that alternatives in this order match the longest."""
