"""Colours and marks: seen on white and on the bands, and told apart without colour."""

from itertools import combinations

import pytest

from borderkg.figures import marks, style
from borderkg.lineage.hop import RELATIONS

_ALL = (*style.FAMILIES, style.OTHER)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definition)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    "colour", [*(f.colour for f in _ALL), *(kind[0] for kind in style.KINDS.values()), style.CONFLICT]
)
@pytest.mark.parametrize("ground", style.BANDS)
def test_lines_and_bars_stand_out(colour: str, ground: str) -> None:
    """Contrast of at least 3 to 1, as WCAG 2.2 asks of graphics (1.4.11)."""
    assert (luminance(ground) + 0.05) / (luminance(colour) + 0.05) >= 3


def test_each_kind_of_relation_has_its_own_mark() -> None:
    """No two are drawn alike, so that a figure printed in grey can be read."""
    shapes = {family.key: marks.mark(family.mark, (0.0, 0.0), (1.0, 0.0), "#000000") for family in _ALL}
    assert not [(a, b) for a, b in combinations(shapes, 2) if shapes[a] == shapes[b]]


def test_every_relation_of_lineage_has_a_family() -> None:
    """None that the engine knows falls under the others."""
    assert not [relation for relation in RELATIONS if style.family(relation) is style.OTHER]
