"""Who goes with whom where both sides of a claim are lists: all with all, or one after another."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.relations.filled import Filled
from borderkg.extraction.statement import Mention

_AND: Final = re.compile("[和与及]")


def pairs(
    subjects: list[Filled], objects: list[Filled], pairwise: bool, belonging: list[list[Filled]], as_one: bool
) -> list[tuple[Filled, Filled]]:
    """Who goes with whom: all with all; in order where the rule or a 分别 says so, which gives the objects as they belong
    together (`belonging`). Of several things that border several countries `as_one`, the text does not say which borders
    which."""
    if pairwise and len(objects) > 1:
        return list(zip(subjects, objects, strict=True)) if len(subjects) == len(objects) else []
    if belonging and len(subjects) > 1:  # 省区分为三大贸易区，贸易对象分别为…: of these, not of the whole
        subjects = [s for s in subjects if not _collects(s)] or subjects
    for groups in ([[o] for o in objects], belonging) if belonging else ():
        if len(subjects) == len(groups) > 1:
            return [(s, o) for s, group in zip(subjects, groups, strict=True) for o in group]
    if (belonging or as_one) and len(subjects) > 1 and len(objects) > 1:
        return []
    if len(belonging) > 1 and any(map(_collects, subjects)):
        return []  # 沿边省区的贸易对象分别为甲、乙: nobody says which is whose
    return [(s, o) for s in subjects for o in objects]


def _collects(side: Filled) -> bool:
    """Whether a name takes several places together: 沿边九省区."""
    return isinstance(side.value, Mention) and any(i.values.get("collects") for i in side.value.individuals)


def together(objects: Sequence[Filled], text: str) -> list[list[Filled]]:
    """The things of a list by those that belong together: 甲、乙与丙、丁与戊 are three. Where the list does not show it each
    stands alone: the 与 of 甲、乙与丙 only ends it."""
    groups: list[list[Filled]] = []
    paired = shown = False
    for one, other in itertools.pairwise([None, *objects]):
        between = text[one.where[1] : other.where[0]] if one and one.where and other and other.where else ""
        shown = shown or (paired and not _AND.fullmatch(between))
        paired = bool(_AND.fullmatch(between))
        if other and paired:
            groups[-1].append(other)
        elif other:
            groups.append([other])
    return groups if shown else [[o] for o in objects]
