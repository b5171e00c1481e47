"""What the graph says of itself: what it holds and how much (VoID), licence, citation and distributions (DCAT), and what
an endpoint over it can do (SPARQL 1.1 Service Description).

The description is made at build, from the graph alone, and stands in a graph of its own. It counts what a query sees
(facts and closure) and, apart, the claims of the sources; what was held back is no part of the dataset.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import pyoxigraph as ox

from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.store import GraphStore, ask
from borderkg.graph.terms import DEFAULT, Node, Term
from borderkg.settings import VERSION
from borderkg.sparql import functions
from borderkg.vocabulary import BASE, DCAT, DCTERMS, FOAF, GRAPH, ID, PREFIXES, PROV, RDFS, SD, VOID

LICENCE: Final = Node("https://creativecommons.org/licenses/by/4.0/")
ENDPOINT: Final = BASE + "sparql"
"""The endpoint by its lasting name; a server describes itself by its own address."""

CONTENT: Final = "http://www.w3.org/2011/content#"
_AUTHOR: Final = "The BorderKG contributors"
"""As in CITATION.cff."""
_HEADER: Final = Node(BASE + "ontology")
_CREATED: Final = Node(DCTERMS + "created")
_PUBLISHER: Final = Node(ID + "organization/borderkg-contributors")
_ABOUT: Final = {
    "title": {
        "en": "BorderKG: a sourced knowledge graph of China's border opening",
        "zh": "BorderKG：可溯源的中国沿边开放知识图谱",
    },
    "description": {
        "en": "What texts on the opening of China's land borders say: facts, the claims behind them with their evidence "
        "as offsets into the texts, and where the texts disagree.",
        "zh": "有关中国沿边开放的文献所述：事实、事实所依据的论断（附原文位置）以及文献之间的分歧。",
    },
}
_KEYWORDS: Final = {"zh": ("沿边开放", "边境口岸", "边境贸易", "知识图谱"), "en": ("border opening", "knowledge graph")}
_FORMS: Final = {
    "nq": ("application/n-quads", "N_Quads"),
    "trig": ("application/trig", "TriG"),
    "ttl": ("text/turtle", "Turtle"),
}
"""The formats that `borderkg export` writes RDF in: media type, and name among the W3C's unique IRIs for file formats."""

_RESULT_FORMATS: Final = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip
_SEEN: Final = "?s ?p ?o"
_CLAIMED: Final = f'GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{GRAPH}source/"))'
_DATED: Final = "dateIssued", "dateEstablished", "startYear", "endYear"


def quads(graph: ox.Store, identity: str) -> Iterator[ox.Quad]:
    """The description of a graph that is complete but for it. `identity` names what the graph was built from."""
    home = Node(iris.DESCRIPTION)
    for triple in (*_dataset(graph, identity), *_distributions(identity), *_partitions(graph, identity)):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, home)


def described(store: GraphStore) -> list[ox.Triple]:
    """The description that a built graph holds of itself (VoID, DCAT); nothing where it was built without one."""
    return [quad.triple for quad in store.quads(None, None, None, Node(iris.DESCRIPTION))]


def cited(store: GraphStore) -> dict[str, Any]:
    """What a citation of a graph needs: author, title in Chinese and English, year, the names of both versions, and the IRI
    of the dataset, by which it is known wherever it is served (that of the project for a graph that does not describe itself)."""
    kind = Node(DCAT + "Dataset")
    subjects = (one.subject for one in described(store) if one.object == kind)
    dataset = next((subject.value for subject in subjects if isinstance(subject, Node)), BASE)
    return {
        "author": _AUTHOR,
        "title": [_ABOUT["title"]["zh"], _ABOUT["title"]["en"]],
        "year": _year(store.quads(_HEADER, _CREATED)),
        "version": VERSION,
        "graph": store.version.name,
        "identifier": dataset,
    }


def catalogue(store: GraphStore) -> list[ox.Triple]:
    """A catalogue (DCAT 3, section 6.3) of the dataset with its distributions and of the endpoint: the description without
    the sizes of its parts."""
    known = described(store)

    def of(kind: str) -> list[ox.NamedNode]:
        typed = (one.subject for one in known if one.predicate == t.TYPE and one.object == Node(kind))
        return [subject for subject in typed if isinstance(subject, ox.NamedNode)]

    datasets, parts = of(DCAT + "Dataset"), {*of(VOID + "Dataset"), *of(VOID + "DatasetDescription")}
    parts.difference_update(datasets)
    about: list[tuple[str, Term]] = [
        *((DCTERMS + "title", t.text(said, lang)) for lang, said in _ABOUT["title"].items()),
        (DCTERMS + "publisher", _PUBLISHER),
        (DCTERMS + "license", LICENCE),
        *((DCAT + "dataset", dataset) for dataset in datasets),
        *((DCAT + "service", service) for service in of(DCAT + "DataService")),
    ]
    listed = (triple for triple in known if triple.subject not in parts and triple.object not in parts)
    return [*_said(Node(iris.CATALOGUE), DCAT + "Catalog", about), *listed]


def service_description(store: GraphStore, endpoint_iri: str, *, federates: bool = False) -> list[ox.Triple]:
    """What the endpoint at an absolute IRI can do, and its graphs with their sizes in triples, after the SPARQL 1.1 Service
    Description, section 3. The default graph is the union of facts and closure (docs/model.md). `federates`: SERVICE may
    ask some endpoint."""
    endpoint = Node(endpoint_iri)
    served, facts = Node(endpoint_iri + "#dataset"), Node(endpoint_iri + "#default-graph")
    about: list[tuple[str, Term]] = [
        (SD + "endpoint", endpoint),
        (SD + "supportedLanguage", Node(SD + "SPARQL11Query")),
        (SD + "defaultDataset", served),
        *((SD + "resultFormat", Node(f"http://www.w3.org/ns/formats/{name}")) for name in _RESULT_FORMATS),
        *((SD + "extensionFunction", Node(function.iri)) for function in functions.FUNCTIONS),
        (DCTERMS + "license", LICENCE),
    ]
    if federates:
        about.append((SD + "feature", Node(SD + "BasicFederatedQuery")))
    found = [*_said(endpoint, SD + "Service", about)]
    for function in functions.FUNCTIONS:
        labels: list[tuple[str, Term]] = [
            (RDFS + "label", t.text(function.label_zh, "zh")),
            (RDFS + "label", t.text(function.label_en, "en")),
        ]
        found += _said(Node(function.iri), SD + "Function", labels)
    seen = [(VOID + "triples", t.integer(_count(store.engine, _SEEN)))]
    found += _said(facts, SD + "Graph", seen)
    inside: list[tuple[str, Term]] = [(SD + "defaultGraph", facts)]
    for name, size in _grouped(store.engine, "GRAPH ?g { ?s ?p ?o }", "?g", "*"):
        short = name.removeprefix(GRAPH).replace("/", "-")
        listed, graph = Node(f"{endpoint_iri}#named-{short}"), Node(f"{endpoint_iri}#graph-{short}")
        inside.append((SD + "namedGraph", listed))
        found += _said(listed, SD + "NamedGraph", [(SD + "name", Node(name)), (SD + "graph", graph)])
        found += _said(graph, SD + "Graph", [(VOID + "triples", t.integer(size))])
    return [*found, *_said(served, SD + "Dataset", inside)]


def _said(subject: Node, kind: str, facts: Iterable[tuple[str, Term]]) -> Iterator[ox.Triple]:
    yield ox.Triple(subject, t.TYPE, Node(kind))
    for predicate, value in facts:
        yield ox.Triple(subject, Node(predicate), value)


def _dataset(graph: ox.Store, identity: str) -> Iterator[ox.Triple]:
    """Title, licence, citation, sources, extent in time and space."""
    dataset = Node(iris.dataset(identity))
    period, bibtex = Node(dataset.value + "-period"), Node(dataset.value + "-bibtex")
    sources = sorted(
        quad.subject.value
        for quad in graph.quads_for_pattern(None, t.TYPE, t.bkg("Document"), DEFAULT)
        if isinstance(quad.subject, Node)
    )
    citation, entry = _citation(graph, identity, len(sources))
    years = _years(graph)
    facts: list[tuple[str, Term]] = [
        (t.TYPE.value, Node(DCAT + "Dataset")),
        *((DCTERMS + name, t.text(said, lang)) for name, texts in _ABOUT.items() for lang, said in texts.items()),
        *((DCAT + "keyword", t.text(word, lang)) for lang, words in _KEYWORDS.items() for word in words),
        *((DCTERMS + "language", t.text(language)) for language in ("zh", "en")),
        (DCTERMS + "license", LICENCE),
        (DCTERMS + "publisher", _PUBLISHER),
        (DCTERMS + "identifier", t.text(identity)),
        (DCAT + "version", t.text(VERSION)),
        (DCTERMS + "bibliographicCitation", t.text(citation, "en")),
        (DCTERMS + "isReferencedBy", bibtex),
        (DCTERMS + "spatial", Node(ID + "country/CN")),
        *((DCTERMS + "source", Node(source)) for source in sources),
        (DCTERMS + "conformsTo", Node(BASE + "ontology")),
        (PROV + "wasGeneratedBy", Node(iris.build(identity))),
        (VOID + "sparqlEndpoint", Node(ENDPOINT)),
        (VOID + "uriSpace", t.text(ID)),
        *((VOID + "vocabulary", Node(space)) for space in _vocabularies(graph)),
    ]
    if years:
        facts.append((DCTERMS + "temporal", period))
        bounds = [(DCAT + "startDate", t.date(years[0])), (DCAT + "endDate", t.date(years[-1]))]
        yield from _said(period, DCTERMS + "PeriodOfTime", bounds)
    yield from _said(dataset, VOID + "Dataset", facts)
    yield from _said(bibtex, CONTENT + "ContentAsText", [
        (DCTERMS + "format", t.text("application/x-bibtex")),
        (CONTENT + "chars", t.text(entry)),
    ])  # fmt: skip
    yield from _said(_PUBLISHER, FOAF + "Agent", [(FOAF + "name", t.text(_AUTHOR, "en"))])
    document = [(FOAF + "primaryTopic", dataset), (DCTERMS + "license", LICENCE)]
    yield from _said(Node(iris.VOID_DOCUMENT), VOID + "DatasetDescription", document)


def _citation(graph: ox.Store, identity: str, sources: int) -> tuple[str, str]:
    """As a sentence, and as an entry of BibTeX. The year is that of the ontology's version: no clock is read."""
    year = _year(graph.quads_for_pattern(_HEADER, _CREATED, None, None))
    title, build = _ABOUT["title"]["en"], identity[:16]
    note = f"Graph {build} of {sources} texts. CC BY 4.0"
    sentence = f"{_AUTHOR} ({year}). {title}. Version {VERSION}. {note}."
    fields = {
        "author": f"{{{_AUTHOR}}}",
        "title": title.replace("China", "{China}").replace("BorderKG", "{BorderKG}"),
        "year": year,
        "version": VERSION,
        "note": note,
        "url": BASE,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return sentence, f"@misc{{borderkg-{build},\n{lines}}}\n"


def _year(created: Iterable[ox.Quad]) -> str:
    """The year of what is said of when the ontology was made."""
    return next((quad.object.value[:4] for quad in created if isinstance(quad.object, ox.Literal)), "")


def _years(graph: ox.Store) -> list[str]:
    """The years that facts are dated by, in order."""
    found = {
        quad.object.value[:4]
        for name in _DATED
        for quad in graph.quads_for_pattern(None, t.bkg(name), None, DEFAULT)
        if isinstance(quad.object, ox.Literal)
    }
    return sorted(year for year in found if year.isdigit())


def _vocabularies(graph: ox.Store) -> list[str]:
    """The namespaces of the properties and classes that are used, of those that have a prefix."""
    patterns = (_SEEN, "?x a ?p", _CLAIMED)
    used = {iri for pattern in patterns for iri, *_ in _grouped(graph, pattern, "?p")}
    return sorted({space for space in PREFIXES.values() for iri in used if iri.startswith(space)})


def _distributions(identity: str) -> Iterator[ox.Triple]:
    """The endpoint, and the files that `borderkg export` writes."""
    dataset, service = Node(iris.dataset(identity)), Node(ENDPOINT)
    yield from _said(service, DCAT + "DataService", [
        (DCTERMS + "title", t.text("SPARQL 1.1 endpoint", "en")),
        (DCTERMS + "title", t.text("SPARQL 1.1 查询端点", "zh")),
        (DCAT + "endpointURL", service),
        (DCAT + "endpointDescription", service),
        (DCAT + "servesDataset", dataset),
        (DCTERMS + "conformsTo", Node("http://www.w3.org/TR/sparql11-protocol/")),
        (DCTERMS + "license", LICENCE),
    ])  # fmt: skip
    for form, (media, name) in _FORMS.items():
        node = Node(f"{dataset.value}-{form}")
        yield ox.Triple(dataset, Node(DCAT + "distribution"), node)
        yield from _said(node, DCAT + "Distribution", [
            (DCTERMS + "title", t.text(f"borderkg export --format {form}", "en")),
            (DCAT + "mediaType", Node(f"https://www.iana.org/assignments/media-types/{media}")),
            (DCTERMS + "format", Node(f"http://www.w3.org/ns/formats/{name}")),
            (DCAT + "accessURL", Node(BASE)),
            (DCAT + "accessService", service),
            (DCTERMS + "license", LICENCE),
        ])  # fmt: skip


def _partitions(graph: ox.Store, identity: str) -> Iterator[ox.Triple]:
    """Sizes: of what a query sees, of the claims of all sources and of each, by class and by property."""
    dataset = Node(iris.dataset(identity))
    claims = Node(dataset.value + "-claims")
    yield ox.Triple(dataset, Node(VOID + "subset"), claims)
    yield from _said(
        claims,
        VOID + "Dataset",
        [(DCTERMS + "title", t.text("claims", "en")), (DCTERMS + "title", t.text("论断", "zh"))],
    )
    for node, pattern in ((dataset, _SEEN), (claims, _CLAIMED)):
        yield from _sizes(graph, node, pattern)
    for name in sorted(
        str(g.value) for g in graph.named_graphs() if isinstance(g, Node) and g.value.startswith(GRAPH + "source/")
    ):
        yield ox.Triple(claims, Node(VOID + "subset"), Node(name))
        size = t.integer(_count(graph, f"GRAPH <{name}> {{ ?s ?p ?o }}"))
        yield from _said(Node(name), VOID + "Dataset", [(VOID + "triples", size)])


def _sizes(graph: ox.Store, node: Node, pattern: str) -> Iterator[ox.Triple]:
    classes = _grouped(graph, pattern.replace("?p ?o", "a ?c"), "?c", "DISTINCT ?s")
    properties = _grouped(graph, pattern, "?p", "*", "DISTINCT ?s", "DISTINCT ?o")
    subjects = _count(graph, pattern, "DISTINCT ?s")
    for name, number in (
        ("triples", _count(graph, pattern)),
        ("entities", subjects),
        ("distinctSubjects", subjects),
        ("distinctObjects", _count(graph, pattern, "DISTINCT ?o")),
        ("classes", len(classes)),
        ("properties", len(properties)),
    ):
        yield ox.Triple(node, Node(VOID + name), t.integer(number))
    for kind, counted, names in (("class", classes, ("entities",)), ("property", properties, _OF_A_PROPERTY)):
        for iri, *numbers in counted:
            part = Node(f"{node.value}-{kind}-{_short(iri)}")
            yield ox.Triple(node, Node(f"{VOID}{kind}Partition"), part)
            sizes = ((VOID + name, t.integer(number)) for name, number in zip(names, numbers, strict=True))
            yield from _said(part, VOID + "Dataset", [(VOID + kind, Node(iri)), *sizes])


_OF_A_PROPERTY: Final = ("triples", "distinctSubjects", "distinctObjects")


def _grouped(graph: ox.Store, pattern: str, key: str, *what: str) -> list[tuple[Any, ...]]:
    """For each IRI that a pattern binds to `key`, in order, how many of `what` there are."""
    counts = " ".join(f"(COUNT({one}) AS ?n{number})" for number, one in enumerate(what))
    rows = _rows(graph, f"SELECT {key} {counts} WHERE {{ {pattern} }} GROUP BY {key} ORDER BY {key}")
    return [(iri.value, *(int(n.value) for n in numbers)) for iri, *numbers in rows if isinstance(iri, Node)]


def _count(graph: ox.Store, pattern: str, what: str = "*") -> int:
    ((number,),) = _rows(graph, f"SELECT (COUNT({what}) AS ?n) WHERE {{ {pattern} }}")
    return int(number.value)


def _rows(graph: ox.Store, query: str) -> list[tuple[Any, ...]]:
    answer = ask(graph, query)
    return [tuple(row) for row in answer] if isinstance(answer, ox.QuerySolutions) else []


def _short(iri: str) -> str:
    """A name for an IRI, fit for a fragment: `bkg-Port`."""
    for prefix, space in PREFIXES.items():
        if iri.startswith(space):
            return f"{prefix}-{iri.removeprefix(space)}"
    return iris.digest(iri, length=8)
