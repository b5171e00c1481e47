"""What a figure shows, taken from its scene: the boxes of all words, the strokes of all links."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from borderkg.figures import wording
from borderkg.figures.layout import Rect
from borderkg.figures.scene import Disc, Group, Path, Scene, Words


def words(parts: Iterable[Path | Disc | Words | Group]) -> Iterator[Words]:
    """All lines of text, those in groups included."""
    for part in parts:
        if isinstance(part, Group):
            yield from words(part.parts)
        elif isinstance(part, Words):
            yield part


def groups(scene: Scene, kind: str) -> list[Group]:
    """The nodes, edges, periods or panels of a figure."""
    return [part for part in scene.parts if isinstance(part, Group) and part.kind == kind]


def box(line: Words) -> Rect:
    """Where a line of text stands, by the widths that bound those of the fonts in use."""
    wide = wording.width(line.text, line.size)
    left = line.at[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[line.anchor]
    return (left, line.at[1] - 0.85 * line.size, left + wide, line.at[1] + 0.2 * line.size)


def meet(a: Rect, b: Rect) -> bool:
    """Whether two boxes have an inside in common."""
    return a[0] < b[2] - 0.01 and b[0] < a[2] - 0.01 and a[1] < b[3] - 0.01 and b[1] < a[3] - 0.01


def overlaps(scene: Scene) -> list[tuple[str, str]]:
    """The texts of a figure that run into each other, two by two."""
    boxes = [(line.text, box(line)) for line in words(scene.parts) if line.text]
    return [(a[0], b[0]) for a, b in combinations(boxes, 2) if meet(a[1], b[1])]


def outside(scene: Scene) -> list[str]:
    """The texts that leave the page."""
    page = (0.0, 0.0, scene.width, scene.height)
    boxes = [(line.text, box(line)) for line in words(scene.parts)]
    return [t for t, b in boxes if b[0] < page[0] or b[1] < page[1] or b[2] > page[2] or b[3] > page[3]]
