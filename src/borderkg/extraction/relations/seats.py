"""Towns where an expo is held, or has its seat, that a text says others host: 由商务部和云南省人民政府主办 and 在昆明举行.
The town is where it lies; where no host is named, or it is held now in one town and now in another, who holds it is the
town."""

from collections import Counter
from typing import Final

from borderkg.extraction.statement import Mention, Statement
from borderkg.records import replace

_HELD: Final = ("expos::an expo is held in a region", "expos::an expo has its seat in a region")


def settled(statements: list[Statement]) -> list[Statement]:
    """The statements; of an expo whose host is told apart, the town that holds it is the place that it lies in."""
    hosts = {
        (_which(s.subject), s.object.text)
        for s in statements
        if s.predicate == "hostedBy" and s.rule not in _HELD and isinstance(s.object, Mention) and not s.modality
    }
    held = {
        (_which(s.subject), s.object.text)
        for s in statements
        if s.rule in _HELD and isinstance(s.object, Mention) and not s.modality
    }
    moving = {expo for expo, n in Counter(expo for expo, _ in held - hosts).items() if n > 1}
    hosted = {expo for expo, _ in hosts} - moving
    return [
        replace(s, predicate="locatedIn")
        if s.rule in _HELD
        and isinstance(s.object, Mention)
        and _which(s.subject) in hosted
        and (_which(s.subject), s.object.text) not in hosts
        else s
        for s in statements
    ]


def _which(expo: Mention) -> str:
    """An expo by whatever name: 南博会 is 中国—南亚博览会."""
    return expo.individuals[0].iri if expo.individuals else expo.text
