"""Things that a text names together, and which of them a clause may leave out."""

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from borderkg.extraction.span import Antecedent
from borderkg.records import record

_RIVALS: Final = {
    **dict.fromkeys(("Port", "Platform", "TradeZone", "Expo", "Corridor"), "thing"),
    **dict.fromkeys(("Country", "Region"), "place"),
}
"""Where a sentence speaks of one of these, what it leaves out is none of another kind that an older sentence spoke of."""

_PRESENTED: Final = attrgetter("presented")


@record
class Group:
    """Things named together, with where they stand."""

    label: str
    members: tuple[Antecedent, ...]
    sentence: int
    presented: bool = False
    """Several things that a sentence brings up: 主要口岸有甲、乙. What goes on of one thing is not of them."""
    cited: bool = False
    """A document that another is based on: 根据《…规划》，编制本规划. What the text calls 本规划 is another."""


def left_behind(group: Group) -> Group:
    """A group of an earlier sentence: ranges of a sentence mean nothing in another."""
    here = [member for member in group.members if member.where]
    if not here:
        return group
    members = tuple(Antecedent(m.span, m.raw, None, m.heads) for m in group.members)
    return Group(group.label, members, group.sentence, group.presented, group.cited)


_OBEYED: Final = re.compile("(?:落实|贯彻|执行|实施|按照|依照|遵照|根据|依据)$")


def refers_back(group: Group, text: str, begin: int) -> bool:
    """Whether words that refer back tell of a thing that what follows may be of: 该口岸; not 为落实省政府《…意见》, 制定…."""
    return any(m.span.antecedents for m in group.members) and not _OBEYED.search(text, max(0, begin - 2), begin)


_CITES: Final = re.compile("(?:根据|依据|依照|按照|遵照|落实|贯彻|执行|衔接|对接|[与同])[^,;。:]{0,14}$")
_DOCUMENTS: Final = ("Title", "Policy", "Agreement")


def as_cited(group: Group, text: str, begin: int) -> Group:
    """The group, noted as cited where the words before it say that a document follows it."""
    cited = group.label in _DOCUMENTS and bool(_CITES.search(text, max(0, begin - 18), begin))
    return Group(group.label, group.members, group.sentence, group.presented, True) if cited else group


def within(group: Group, larger: Group) -> bool:
    """Whether a group is the first of a larger one: 前两者 of three."""
    names = [member.span.text for member in group.members]
    return 1 < len(names) < len(larger.members) and names == [m.span.text for m in larger.members[: len(names)]]


def nearest(
    topics: Sequence[Group], sentence: int, before: int | None = None, together: bool | None = None
) -> list[Antecedent]:
    """All that a subject left out in a sentence may be: of each kind the group that stands nearest, before a place of the
    sentence; `topics` are oldest first. `together` tells whether the clause says of several (均, 都), where that is known."""
    seen: set[str] = set()
    nearest = topics[::-1]
    if together:  # several are spoken of, first those of this sentence: 市辖甲、乙两县，均与越南接壤
        nearest = sorted(nearest, key=lambda g: (len(g.members) < 2, g.sentence != sentence))
    elif together is not None:
        nearest = sorted(nearest, key=_PRESENTED)
    found: list[Antecedent] = []
    if together and (named := _one_by_one(topics, sentence, before)):
        seen.add(named[0].span.label)
        found += named
    spoken_of: set[str] = set()
    for group in nearest:
        first = group.members[0]
        later = before is not None and group.sentence == sentence and first.where and first.where[0] >= before
        rivals = _RIVALS.get(group.label, "")
        if rivals and not later:
            if rivals in spoken_of and group.sentence < sentence:
                continue
            if group.sentence == sentence:
                spoken_of.add(rivals)
        if group.label not in seen and not later:
            seen.add(group.label)
            found += group.members if group.sentence == sentence else _singled_out(group, topics, sentence)
    return found


def _singled_out(group: Group, topics: Sequence[Group], sentence: int) -> Sequence[Antecedent]:
    """口岸有甲、乙、丙。其中甲是…口岸，也是…: the one of a list before that the sentence speaks of by its town."""
    if group.label != "Port" or len(group.members) < 2:
        return group.members
    named = {m.span.text for g in topics if g.sentence == sentence for m in g.members}
    return [m for m in group.members if m.span.text.removesuffix("口岸") in named] or group.members


def _one_by_one(topics: Sequence[Group], sentence: int, before: int | None) -> Sequence[Antecedent]:
    """甲建于1941年，乙建于1933年，均…: the subjects of the clauses before, where no group of them was named."""
    named = [m for g in topics if g.sentence == sentence and len(g.members) == 1 for m in g.members]
    ports = [m for m in named if m.span.label == "Port" and m.where and (before is None or m.where[0] < before)]
    grouped = any(g.sentence == sentence and len(g.members) > 1 for g in topics)
    several = {m.raw for m in ports}
    return [] if grouped or len(several) < 2 else list({m.raw: m for m in ports}.values())


_RANKED: Final = re.compile("[县市旗区]$")


def bare_county(topics: Sequence[Group], fitting: Sequence[Group]) -> Sequence[Antecedent]:
    """The county that is spoken of by its bare name, where only others are named with the word for their rank: 东宁…，
    西南与汪清县相邻。全县…."""
    spoken_of = next((g for g in reversed(topics) if g.label == "Region"), None)
    if spoken_of is None or len(spoken_of.members) != 1 or any(g in topics for g in fitting):
        return ()
    span = spoken_of.members[0].span
    county = any(i.value("adminLevel").endswith("county") for i in span.individuals)
    return spoken_of.members if county and not _RANKED.search(span.text) else ()
