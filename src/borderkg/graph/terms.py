"""Terms and quads, shortly: what the writer builds its graphs from."""

from decimal import Decimal
from functools import cache

import pyoxigraph as ox

from borderkg.vocabulary import BKG, DCTERMS, OA, PROV, QB, RDF, RDFS, SKOS, XSD

Node = ox.NamedNode
DEFAULT = ox.DefaultGraph()
Graph = ox.NamedNode | ox.DefaultGraph
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@cache
def bkg(name: str) -> Node:
    """A term of the ontology."""
    return Node(BKG + name)


TYPE = Node(RDF + "type")
LABEL = Node(RDFS + "label")
PREF_LABEL = Node(SKOS + "prefLabel")
ALT_LABEL = Node(SKOS + "altLabel")
CONCEPT = Node(SKOS + "Concept")
TITLE = Node(DCTERMS + "title")
SOURCE = Node(DCTERMS + "source")
LICENCE = Node(DCTERMS + "license")
OBSERVATION = Node(QB + "Observation")
DATA_SET = Node(QB + "dataSet")
DATA_SET_CLASS = Node(QB + "DataSet")
GENERATED_BY = Node(PROV + "wasGeneratedBy")
ACTIVITY = Node(PROV + "Activity")
USED = Node(PROV + "used")
RESOURCE = Node(OA + "SpecificResource")
HAS_SOURCE = Node(OA + "hasSource")
HAS_SELECTOR = Node(OA + "hasSelector")
POSITION = Node(OA + "TextPositionSelector")
FRAGMENT = Node(OA + "FragmentSelector")
CONFORMS_TO = Node(DCTERMS + "conformsTo")
CSV_FRAGMENTS = Node("http://tools.ietf.org/rfc/rfc7111")
VALUE = Node(RDF + "value")
START = Node(OA + "start")
END = Node(OA + "end")


def text(value: str, language: str | None = None) -> ox.Literal:
    return ox.Literal(value, language=language) if language else ox.Literal(value)


def integer(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=Node(XSD + "integer"))


def decimal(value: Decimal | float | int) -> ox.Literal:
    """A decimal in its canonical form, so that equal numbers are equal terms."""
    exact = Decimal(str(value)).normalize()
    plain = f"{exact:f}"
    return ox.Literal(plain if "." in plain else plain + ".0", datatype=Node(XSD + "decimal"))


def boolean(value: bool) -> ox.Literal:
    return ox.Literal("true" if value else "false", datatype=Node(XSD + "boolean"))


def date(value: str) -> ox.Literal:
    """`2017`, `2017-05` and `2017-05-12` with the datatype that fits."""
    kind = {4: "gYear", 7: "gYearMonth", 10: "date"}.get(len(value))
    return ox.Literal(value, datatype=Node(XSD + kind)) if kind else ox.Literal(value)


def language_of(value: str) -> str:
    """`zh` for a label with Han characters, else `en`."""
    return "zh" if any("\u3400" <= c <= "\u9fff" for c in value) else "en"
