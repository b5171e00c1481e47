"""Rows for the items of a lane: no two boxes overlap, and few stems run through labels.

A stem is the upright line by which a link comes to the left end of an item's bar. The items are placed from the latest to the
earliest: an item's own stem then stands left of all that is placed, and the stems that its box could cut are known.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

UNIT: Final = 4.0
"""Boxes stand at multiples of this, in pixels."""

_CUT: Final = 2.6
"""What a stem through a box costs."""

_TALLER: Final = 0.16
_DEEPER: Final = 0.012
"""What a pixel costs by which the lane grows, and a pixel further down."""


@dataclass(frozen=True, slots=True)
class Box:
    """What an item takes: from `left` (its stem's room included) to `right`, so high; how many stems come from above, from
    below."""

    left: float
    right: float
    height: float
    stem: float
    above: int = 0
    below: int = 0


def pack(boxes: Sequence[Box]) -> tuple[list[float], float]:
    """The top of each box, and the height of them all."""
    if sum(box.below for box in boxes) > sum(box.above for box in boxes):  # the same, upside down
        tops, total = _packed([replace(box, above=box.below, below=box.above) for box in boxes])
        return [total - top - box.height for top, box in zip(tops, boxes, strict=True)], total
    return _packed(boxes)


def _packed(boxes: Sequence[Box]) -> tuple[list[float], float]:
    """From above: what is placed first, the latest, comes to stand highest."""
    tops = [0.0] * len(boxes)
    placed: list[int] = []
    total = 0.0
    for index in sorted(range(len(boxes)), key=lambda i: (-boxes[i].left, -boxes[i].right, i)):
        one = boxes[index]
        beside = [i for i in placed if boxes[i].left < one.right and one.left < boxes[i].right]
        threading = [i for i in placed if one.left < boxes[i].stem < one.right]
        tried = {0.0, total, *(_up(tops[i] + boxes[i].height) for i in beside)}
        tried.update(_up(tops[i] + boxes[i].height) for i in threading)
        free = [top for top in sorted(tried) if not any(_touch(one, top, boxes[i], tops[i]) for i in beside)]
        tops[index] = min(free, key=lambda top: (_cost(one, top, total, [(boxes[i], tops[i]) for i in threading]), top))
        total = max(total, tops[index] + one.height)
        placed.append(index)
    return tops, total


def _touch(one: Box, top: float, other: Box, place: float) -> bool:
    return top < place + other.height and place < top + one.height


def _cost(one: Box, top: float, total: float, threading: list[tuple[Box, float]]) -> float:
    cuts = sum(box.above if place >= top else box.below for box, place in threading)
    return _CUT * cuts + _TALLER * max(0.0, top + one.height - total) + _DEEPER * top


def _up(value: float) -> float:
    """The next multiple of the unit."""
    return -(-value // UNIT) * UNIT
