"""Which of several things a word of number means: 前者, 后者 of a pair, 二者, 两口岸, 四者 of what was named together.

The groups that fit come from the reader of the discourse, the nearest first; here is only told which of their members are
meant, so that the reader need not know how pairs and numbers are counted.
"""

import re
from collections.abc import Sequence
from typing import Final

from borderkg import reference as reference_data
from borderkg.extraction.annotation import MARKS
from borderkg.extraction.discourse.groups import Group, within
from borderkg.extraction.discourse.nouns import Reference
from borderkg.extraction.marking.plans import plan_of
from borderkg.extraction.span import Antecedent

_OF_ONE: Final = re.compile(
    rf"这?(?:也|还|又|便|就)*(?:是|成为)[^,。;]{{0,14}}?(?:第(?:[一二三四五六七八九十\d]+|{MARKS['Quantity']})个|首[个家]|又一个|唯一)"
)


def of_one(text: str, start: int, meant: Sequence[Antecedent]) -> tuple[Antecedent, ...]:
    """What a clause without a subject may be told of: where it says 这也是广西的第三个试验区, none of several zones named
    together before it."""
    labels = [member.span.label for member in meant]
    one = len(labels) > len(set(labels)) and _OF_ONE.match(text, start)
    return tuple(m for m in meant if not one or labels.count(m.span.label) == 1)


def of_pair(reference: Reference, fitting: Sequence[Group], sentence: int) -> Sequence[Antecedent]:
    """前者, 后者: of two things named together, or of the two that were named last; 后者 behind one is that one."""
    recent = [g for g in fitting if g.sentence >= sentence - 1]
    recent = [g for g in recent if not any(within(g, other) for other in recent)] if reference.place else recent
    pair = next((list(g.members) for g in recent if len(g.members) > 1), [])
    if len(pair) > 2:  # 甲、乙、丙三个口岸，前者…，后两者…
        return pair[-1:] if reference.place else pair[:1]
    if not pair:
        single = {g.members[0].raw: g.members[0] for g in recent if len(g.members) == 1}
        pair = sorted(single.values(), key=lambda m: m.raw)[-2:]
    if len(pair) < 2 and reference.place:
        return pair
    if reference.kind == "one of a pair":  # of plans the former is the one for the years before
        plans = [plan_of(member.span.text) for member in pair]
        pair = [m for _, m in sorted(zip(plans, pair, strict=True), key=lambda p: p[0].start if p[0] else 0)]
    return [pair[reference.place or 0]] if len(pair) == 2 else []


def together(
    reference: Reference, fitting: Sequence[Group], sentence: int, known: reference_data.Reference
) -> Sequence[Antecedent]:
    """二者, 两口岸: as many things named together, or the last that were named one by one."""
    for group in fitting:
        if group.sentence < sentence and any(within(group, other) for other in fitting):
            continue  # 前两个 of three, some sentences ago
        members = [m for m in group.members if reference.fits(m.span)]
        if len(members) == reference.number:
            return members
    single: dict[str, Antecedent] = {}
    alike = [group for group in fitting if group.label == fitting[0].label]
    for group in alike if len({g.members[0].span.text for g in alike}) >= reference.number else fitting:
        for member in group.members:
            if reference.fits(member.span) and group.sentence >= sentence - max(2, reference.number):
                single.setdefault(member.span.text, member)
    ours = [member for member in single.values() if known.at_home(member.span.individuals) is not False]
    enough = len(ours) >= reference.number  # 四者 are the four of ours, whatever faces them
    chosen = (ours if enough else list(single.values()))[: reference.number]
    return sorted(chosen, key=lambda m: m.raw) if len(chosen) == reference.number else []
