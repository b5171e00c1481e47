"""What a text says of all ports of a place: 西藏现有边境口岸均为公路口岸; 云南对缅公路口岸如下：.

It holds for each port that the text places there, or that it goes on to list; the sentence is the evidence, and where the
text places the port its context.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.discourse.governing import Locate
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.statement import Mention, Range, Statement

_PREDICATES: Final = {"port-mode": "portMode", "port-class": "portClass"}
_ALL: Final = re.compile(
    rf"(?P<place>{MARKS['Region']})(?:境内)?(?:现有|所有|全部|各)?(?:的)?(?:所有|全部|各)?(?:(?:边境|陆路|对外|开放)?口岸|{MARKS['PortKind']})(?:均|都|全部|全|皆)(?:是|为|属|系)"
    rf"(?P<kind>{MARKS['PortKind']})"
)
_AS_FOLLOWS: Final = re.compile(
    rf"(?P<place>{MARKS['Region']}).{{0,60}}?(?P<kind>{MARKS['PortKind']})[^。;]{{0,24}}?(?:如下|如次|列举于下|分列于下|分述于下)[,:。]?$"
)
_APART: Final = 150
"""How far the entries of an announced list may stand apart."""


@dataclass(frozen=True, slots=True)
class Universal:
    place: Mention
    kind: Mention
    where: Range
    listed: bool = False
    """Said of the ports that are listed behind it."""


def find(annotation: Annotation, mentions: Mentions, locate: Locate) -> list[Universal]:
    """What a sentence says of all ports of a place; `where` are ranges of the file."""
    found = []
    for match in _ALL.finditer(annotation.abstract) if MARKS["PortKind"] in annotation.abstract else ():
        place, kind = annotation.at[match.start("place")], annotation.at[match.start("kind")]
        whole = locate(*annotation.text_range(match.start(), match.end()))
        found.append(Universal(mentions.of(place)[0], mentions.of(kind)[0], whole))
    announced = _AS_FOLLOWS.search(annotation.abstract) if "如下" in annotation.abstract else None
    if announced:
        place, kind = annotation.at[announced.start("place")], annotation.at[announced.start("kind")]
        whole = locate(*annotation.text_range(announced.start("kind"), announced.end()))
        found.append(Universal(mentions.of(place)[0], mentions.of(kind)[0], whole, listed=True))
    return found


def statements(said: Sequence[Universal], others: Sequence[Statement]) -> list[Statement]:
    """What follows for the ports that other statements of the text place there."""
    found = []
    for universal in said:
        scheme = universal.kind.concept.scheme if universal.kind.concept else ""
        places = {i.iri for i in universal.place.individuals}
        ports: dict[str, Statement] = {}
        reached = universal.where[1]
        for other in sorted(others, key=lambda s: s.evidence[0]) if universal.listed else others:
            if other.predicate != "locatedIn" or other.subject.type != "Port" or other.modality:
                continue
            if universal.listed:
                if 0 <= other.evidence[0] - reached <= _APART:
                    ports.setdefault(other.subject.text, other)
                    reached = other.evidence[1]
            elif isinstance(other.object, Mention) and places & {i.iri for i in other.object.individuals}:
                ports.setdefault(other.subject.text, other)
        if scheme in _PREDICATES:
            found += [
                Statement(
                    placed.subject,
                    _PREDICATES[scheme],
                    universal.kind,
                    universal.where,
                    "universals::all ports of a place",
                    (placed.evidence, *placed.context),
                )
                for placed in ports.values()
            ]
    return found
