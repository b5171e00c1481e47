"""Whether a place is China, and whether a port can lie in it, as far as the reference data knows."""

from borderkg.extraction.relations.kinds import is_ranked
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.statement import Mention
from borderkg.records import replace


def is_china(place: Mention) -> bool:
    return any(i.is_china for i in place.individuals)


def around_which(mentions: Mentions, place: Mention, around: Mention) -> Mention:
    """Of several bearers of a larger place's name those around the place: 阿勒泰的青河县 lies in the prefecture."""
    if len(around.individuals) < 2 or not place.individuals:
        return around
    fitting = tuple(i for i in around.individuals if mentions.inside(place.individuals, (i,)))
    return replace(around, individuals=fitting) if fitting else around


def may_stand_in(mentions: Mentions, port: Mention, around: Mention) -> bool:
    """Whether a port can lie in a region as far as the border goes: none of ours lies abroad."""
    abroad = [mentions.country_of(replace(around, individuals=(i,))) for i in around.individuals]
    return not (abroad and all(abroad) and mentions.at_home(port))


def lies_in(mentions: Mentions, port: Mention, around: Mention) -> bool:
    """Whether a port lies in a region as the reference data knows; of a port that it does not know, whether the region is
    one abroad, or large enough to have several."""
    abroad = mentions.country_of(around)
    if abroad:  # of places across the border the reference data knows little more than the country
        own = mentions.country_of(port)
        return not port.individuals or (own is not None and own.individuals == abroad.individuals)
    if port.individuals:
        return bool(mentions.inside(port.individuals, around.individuals))
    return any(is_ranked(i, ("province", "prefecture")) for i in around.individuals)
