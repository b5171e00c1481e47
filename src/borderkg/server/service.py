"""What the endpoint is, in the terms of the SPARQL 1.1 Service Description."""

import pyoxigraph as ox

from borderkg.graph.store import GraphStore
from borderkg.vocabulary import RDF

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_RDF_FORMATS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG")


def service_description(store: GraphStore, endpoint_iri: str) -> list[ox.Triple]:
    """The service at an absolute IRI: its language, its formats, and the graphs of its dataset."""
    service, dataset = ox.NamedNode(endpoint_iri), ox.NamedNode(endpoint_iri + "#dataset")

    def said(subject: ox.NamedNode, name: str, value: str) -> ox.Triple:
        return ox.Triple(subject, ox.NamedNode(_SD + name), ox.NamedNode(value))

    triples = [
        ox.Triple(service, ox.NamedNode(RDF + "type"), ox.NamedNode(_SD + "Service")),
        said(service, "endpoint", endpoint_iri),
        said(service, "supportedLanguage", _SD + "SPARQL11Query"),
        said(service, "defaultDataset", dataset.value),
        ox.Triple(dataset, ox.NamedNode(RDF + "type"), ox.NamedNode(_SD + "Dataset")),
    ]
    triples += [said(service, "resultFormat", _FORMATS + name) for name in (*_RESULTS, *_RDF_FORMATS)]
    for number, graph in enumerate(sorted(g.value for g in store.engine.named_graphs() if isinstance(g, ox.NamedNode))):
        node = ox.NamedNode(f"{dataset.value}-{number}")
        triples += [said(dataset, "namedGraph", node.value), said(node, "name", graph)]
    return triples
