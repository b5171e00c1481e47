"""On which side of the border things lie, where that tells what a text goes on to speak of."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.discourse.groups import Group
from borderkg.extraction.span import Antecedent
from borderkg.records import replace
from borderkg.reference import Reference

_LIES_IN: Final = re.compile(
    rf"(?:[均都也亦则现])?(?:隶?属于?|隶属于?|位于|地处|坐落[于在]|归属?|在)(?:[{MARKS['Country']}]的?)?[{MARKS['Region']}]"
)


class Sides:
    """Tells the sides apart by what the reference data knows."""

    def __init__(self, known: Reference) -> None:
        self._known = known

    def recent_and_home(self, group: Group) -> tuple[int, bool]:
        """Sorts the groups of later sentences first, and within a sentence those at home."""
        known = any(member.span.individuals for member in group.members)
        abroad = known and not any(self._known.at_home(member.span.individuals) for member in group.members)
        return -group.sentence, abroad

    def both(self, group: Group) -> bool:
        """Whether things named together lie on both sides of the border: 两口岸相距1公里. What the next sentence leaves out
        is not both."""
        sides = [self._known.at_home(member.span.individuals) for member in group.members]
        return True in sides and False in sides

    def within(self, groups: Sequence[Group]) -> list[Group]:
        """Of groups and their members those that lie at home, if any: 甲县与某国乙州隔江相望。境内有两个口岸, in the county."""
        ours = [[m for m in g.members if self._known.at_home(m.span.individuals) is not False] for g in groups]
        left = [replace(g, members=tuple(own)) for g, own in zip(groups, ours, strict=True) if own]
        return left or list(groups)

    def of_place(
        self, annotation: Annotation, at: int, meant: Sequence[Antecedent], mentioned: Sequence[Group]
    ) -> Sequence[Antecedent]:
        """What lies in a place abroad is what was named last abroad: 对面为磨丁口岸，属南塔省 goes on about that port, though
        ours is spoken of."""
        located = _LIES_IN.match(annotation.abstract, at)
        place = annotation.at.get(located.end() - 1) if located else None
        if place is None or not meant or self._known.at_home(place.individuals) is not False:
            return meant
        ports = [m.span for m in meant if m.span.label == "Port"]
        if not all(self._known.at_home(port.individuals) for port in ports if port.individuals):
            return meant
        sentence = mentioned[-1].sentence if mentioned else 0
        latest = [g for g in mentioned if g.sentence == sentence and g.label == "Port"]
        abroad = latest[-1].members[-1:] if latest else ()
        return abroad if abroad and self._known.at_home(abroad[0].span.individuals) is not True else meant
