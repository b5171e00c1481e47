"""A link: that a reference individual and a record of an authority are the same thing, near it, or one within the other."""

from dataclasses import dataclass
from typing import Final

from borderkg.vocabulary import BASE

EXACT: Final = "exactMatch"
CLOSE: Final = "closeMatch"
BROAD: Final = "broadMatch"
"""The record is of something wider, in which ours lies: the town at which a port stands."""

NARROW: Final = "narrowMatch"
"""The record is of something narrower, which lies in ours: the town that is the seat of a county."""

LEXICAL: Final = "LexicalMatching"
CHAINED: Final = "MappingChaining"
"""By a code that both sides share with a third."""

BACKGROUND: Final = "BackgroundKnowledgeBasedMatching"
"""By a name that is told by hand (`data/authorities/by-hand.yaml`), not by the individual's own labels."""

GEONAMES: Final = "https://sws.geonames.org/"
WIKIDATA: Final = "http://www.wikidata.org/entity/"
ISO_COUNTRY: Final = "https://www.omg.org/spec/LCC/Countries/ISO3166-1-CountryCodes-Adjunct/"
ISO_DIVISION: Final = "https://www.omg.org/spec/LCC/Countries/ISO3166-2-SubdivisionCodes-Adjunct/"
"""ISO publishes no IRIs for its codes; those of OMG's Languages, Countries and Codes are made of the codes themselves."""

UNLOCODE: Final = "https://vocabulary.uncefact.org/unlocode#"
GBT2260: Final = BASE + "gbt2260/"
"""The standard publishes no IRIs: these are ours, made of the code."""

# How it was checked on which side of the border a record lies, by the names of concepts (`side-check-…`).
COUNTRY_CODE: Final = "country-code"
DIVISION_CODE: Final = "division-code"
OUTLINE: Final = "outline"
SEAT: Final = "distance-to-seat"


@dataclass(frozen=True, slots=True, order=True)
class Link:
    subject: str
    """IRI of the individual."""

    object: str
    predicate: str
    """Local name of a SKOS mapping property."""

    subject_label: str
    object_label: str
    justification: str
    """Local name of a SEMAPV mapping activity."""

    confidence: float
    """From 0 to 1; docs/linking.md says what each value stands for."""

    side: str = ""
    """ISO 3166-1 code of the country which the record is or lies in."""

    checks: tuple[str, ...] = ()
    comment: str = ""
    """In English: what was compared, what became of a former code, how far the record is from where it should be."""

    until: str = ""
    """The year in which a former code ceased to be in force."""
