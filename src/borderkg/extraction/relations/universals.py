"""What a text says of all ports of a place: 西藏现有边境口岸均为公路口岸.

It holds for each port that the text places there; the sentence is the evidence, and where the text places the port its
context.
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


@dataclass(frozen=True, slots=True)
class Universal:
    place: Mention
    kind: Mention
    where: Range


def find(annotation: Annotation, mentions: Mentions, locate: Locate) -> list[Universal]:
    """What a sentence says of all ports of a place; `where` are ranges of the file."""
    found = []
    for match in _ALL.finditer(annotation.abstract):
        place, kind = annotation.at[match.start("place")], annotation.at[match.start("kind")]
        whole = locate(*annotation.text_range(match.start(), match.end()))
        found.append(Universal(mentions.of(place)[0], mentions.of(kind)[0], whole))
    return found


def statements(said: Sequence[Universal], others: Sequence[Statement]) -> list[Statement]:
    """What follows for the ports that other statements of the text place there."""
    found = []
    for universal in said:
        scheme = universal.kind.concept.scheme if universal.kind.concept else ""
        places = {i.iri for i in universal.place.individuals}
        ports: dict[str, Statement] = {}
        for other in others:
            if other.predicate != "locatedIn" or other.subject.type != "Port" or other.modality:
                continue
            if isinstance(other.object, Mention) and places & {i.iri for i in other.object.individuals}:
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
