"""Names of the ontology's terms and of the graphs, once.

A test holds `TYPES` and `PREDICATES` against `ontology/core`; domains and ranges are read from there (`schema`).
"""

from typing import Final

BASE: Final = "https://w3id.org/borderkg/"
BKG: Final = BASE + "ontology/"
"""Namespace of the ontology's terms."""

BKC: Final = BASE + "concept/"
ID: Final = BASE + "id/"
GRAPH: Final = BASE + "graph/"
SHAPES: Final = BASE + "shapes/"
BKF: Final = BASE + "function/"
"""Namespace of the functions that queries may call."""

GEO: Final = "http://www.opengis.net/ont/geosparql#"
GEOF: Final = "http://www.opengis.net/def/function/geosparql/"
UOM: Final = "http://www.opengis.net/def/uom/OGC/1.0/"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
QB: Final = "http://purl.org/linked-data/cube#"
SH: Final = "http://www.w3.org/ns/shacl#"
VOID: Final = "http://rdfs.org/ns/void#"
DCAT: Final = "http://www.w3.org/ns/dcat#"
SD: Final = "http://www.w3.org/ns/sparql-service-description#"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
SSSOM: Final = "https://w3id.org/sssom/"
SEMAPV: Final = "https://w3id.org/semapv/vocab/"

PREFIXES: Final = {
    "bkg": BKG,
    "bkc": BKC,
    "id": ID,
    "graph": GRAPH,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "oa": OA,
    "qb": QB,
    "void": VOID,
    "dcat": DCAT,
    "sd": SD,
    "sssom": SSSOM,
    "semapv": SEMAPV,
    "bkf": BKF,
    "geo": GEO,
    "geof": GEOF,
    "uom": UOM,
}


def shortened(iri: str) -> str:
    """An IRI with its prefix, as `bkg:Port`; whole where no prefix fits."""
    for prefix, space in PREFIXES.items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri


def expanded(name: str) -> str:
    """A name with one of our prefixes as an IRI; anything else as it is."""
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else name


ENTITY_TYPES: Final = (
    "Policy",
    "Agreement",
    "Meeting",
    "Event",
    "Period",
    "Organization",
    "Country",
    "Region",
    "Platform",
    "Port",
    "TradeZone",
    "Expo",
    "Corridor",
    "Document",
    "Concept",
)
"""Types of the exchange format (gold README, "Types"). `Concept` is skos:Concept; the others are classes of BKG."""

LITERAL_TYPES: Final = ("Date", "Number", "Text")

PREDICATES: Final = (
    "issuedBy",
    "dateIssued",
    "appliesTo",
    "establishes",
    "transmits",
    "amends",
    "follows",
    "implements",
    "inPeriod",
    "startYear",
    "endYear",
    "markedBy",
    "platformType",
    "locatedIn",
    "dateEstablished",
    "portMode",
    "portClass",
    "counterpart",
    "borders",
    "tradesWith",
    "inTradeZone",
    "isA",
    "alias",
    "party",
    "crosses",
    "hostedBy",
    "observation",
    "estimate",
    "identifiesProblem",
    "proposesMeasure",
    "cites",
)
"""Predicates of the exchange format that the gold holds and `score` compares."""

UNSCORED_PREDICATES: Final = (
    "repeals",
    "basedOn",
    "consolidates",
    "succeeds",
    "provides",
    "defines",
    "dataSource",
    "author",
    "usesMethod",
    "variable",
)

LITERAL_PREDICATES: Final = {
    "dateIssued": "Date",
    "dateEstablished": "Date",
    "startYear": "Date",
    "endYear": "Date",
    "alias": "Text",
    "observation": "Number",
    "estimate": "Number",
    "identifiesProblem": "Text",
    "proposesMeasure": "Text",
    "cites": "Text",
    "author": "Text",
    "variable": "Text",
}
"""Predicates whose object is a literal in the exchange format, and which."""

FACTUAL_MODALITIES: Final = frozenset({"", "asserted", "approved", "operating"})
"""A claim of any other modality (planned, proposed, denied, inferred) is shown as such and states no fact."""

INFERRED: Final = "inferred"
"""The modality of what no words of the passage say and the names in it tell."""
