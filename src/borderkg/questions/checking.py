"""What may be wrong or slow in a query, each with its place and a better form: shown beside the query as it is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from borderkg import schema
from borderkg.graph.search import Index
from borderkg.questions.terms import Terms, written
from borderkg.sparql import functions
from borderkg.sparql.nearest import HINT, nearest
from borderkg.sparql.reader import read
from borderkg.sparql.rewriting import SEARCH
from borderkg.sparql.syntax import Element, Group, Query, Statement, Triple, UnreadableError, place
from borderkg.sparql.syntax import Term as Written
from borderkg.vocabulary import BKC, BKF, BKG, GEOF, ID, PREFIXES, RDF, RDFS, SKOS

_LABELS: Final = frozenset({SKOS + "prefLabel", SKOS + "altLabel", RDFS + "label"})


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at, from `start` to `end` of the query."""

    code: str
    """`unreadable`, `unknown-prefix`, `unknown-term`, `unused-term`, `path-and-label`, `product` or `unbounded-path`."""
    start: int
    end: int
    line: int
    column: int
    zh: str
    en: str
    better: str = ""
    """What could stand there instead; empty where that depends on what is meant."""


def check(text: str, terms: Terms, index: Index) -> list[Remark]:
    """The remarks on a query, in the order of their places. A text that we cannot read has one that says where it ends."""
    try:
        query = read(text)
    except UnreadableError as error:
        zh, en = "此处无法读懂。", f"This cannot be read: {error}."
        return [Remark("unreadable", error.offset, len(text), *place(text, error.offset), zh, en)]
    return _in_order([*_unknown(query, terms, index), *_unused(query, terms), *_slow(query)])


def of_terms(text: str, terms: Terms, index: Index | None, *, unused: bool) -> list[Remark]:
    """The remarks on what a query names alone, which tell why its answer lacks something: without an index none on
    entities. What no triple uses is told where `unused` asks for it: for that the whole graph is counted."""
    try:
        query = read(text)
    except UnreadableError:
        return []  # the engine has read it
    return _in_order([*_unknown(query, terms, index), *(_unused(query, terms) if unused else ())])


def _in_order(remarks: list[Remark]) -> list[Remark]:
    return sorted(remarks, key=lambda remark: (remark.start, remark.code))


def _remark(query: Query, code: str, start: int, end: int, zh: str, en: str, better: str = "") -> Remark:
    return Remark(code, start, end, *query.place(start), zh, en, better)


# Terms


def _unknown(query: Query, terms: Terms, index: Index | None) -> Iterator[Remark]:
    for term in query.names:
        prefix = term.name.partition(":")[0]
        if term.name and prefix not in query.prefixes:
            near = nearest(prefix, PREFIXES, HINT)
            zh, en = f"前缀 {prefix}: 没有声明。", f"The prefix {prefix}: is not declared."
            yield _remark(
                query, "unknown-prefix", term.start, term.end, zh, en, near and term.name.replace(prefix, near, 1)
            )
        elif (known := _known(term, terms)) is not None and term.value not in known:
            near = _nearest_iri(term.value, known)
            zh, en = f"没有 {query.shown(term)} 这个词。", f"There is no term {query.shown(term)}."
            yield _remark(query, "unknown-term", term.start, term.end, zh, en, near)
        elif index and term.value.startswith(ID) and not index.starting(term.value, 1):
            zh, en = f"图谱中没有 {query.shown(term)}。", f"The graph has no entity {query.shown(term)}."
            yield _remark(query, "unknown-term", term.start, term.end, zh, en)


def _unused(query: Query, terms: Terms) -> Iterator[Remark]:
    used = {term.iri for term in terms.properties if term.count}
    everything = used | {SEARCH, RDF + "type"}
    for triple in _triples(query):
        for predicate in triple.path.terms:
            known = _known(predicate, terms)
            if (
                predicate.kind == "iri"
                and predicate.value not in everything
                and (known is None or predicate.value in known)
            ):
                if _outside_default(query, triple) or not predicate.value:
                    continue
                zh, en = "默认图中没有此属性的三元组。", "No triple of the default graph has this property."
                yield _remark(query, "unused-term", predicate.start, predicate.end, zh, en)


def _known(term: Written, terms: Terms) -> "frozenset[str] | None":
    """The IRIs of the namespace that a term is of, where we know them all."""
    ontology = schema.load()
    if term.value.startswith(BKG):
        return frozenset(BKG + name for name in (*ontology.classes, *ontology.properties, "search"))
    if term.value.startswith(BKC):
        schemes = {BKC + concept.scheme for concept in ontology.concepts}
        return frozenset(concept.iri for concept in terms.concepts) | schemes
    if term.value.startswith((BKF, GEOF)):
        return frozenset(function.iri for function in functions.FUNCTIONS)
    return None


def _nearest_iri(iri: str, known: Iterable[str]) -> str:
    """The nearest term by its name or its label in either language, with its prefix."""
    local = iri.rsplit("/", 1)[-1]
    words: dict[str, str] = {}
    for one in sorted(known):
        name = one.rsplit("/", 1)[-1]
        words |= dict.fromkeys((name, *(label for label in schema.load().labels.get(name, ()) if label)), one)
    near = nearest(local, words, HINT)
    return written(words[near]) if near else ""


# Shapes


def _slow(query: Query) -> Iterator[Remark]:
    for group in query.groups():
        yield from _products(query, group)
        bound = _bound(group)
        for run in group.runs():
            triples = [triple for statement in run for triple in statement.triples]
            for triple in triples:
                if not triple.path.endless:
                    continue
                if _is_open(triple, bound):
                    yield _open(query, triple)
                yield from _labels(query, triple, triples)


def _open(query: Query, triple: Triple) -> Remark:
    zh = "两端皆未定的不限长路径会从每一事物走到每一事物。请先定下一端。"
    en = "An endless path between two open ends is walked from everything to everything. Fix one end first."
    better = f"VALUES {query.shown(triple.object)} {{ … }}"
    return _remark(query, "unbounded-path", triple.path.start, triple.path.end, zh, en, better)


def _is_open(triple: Triple, bound: frozenset[str]) -> bool:
    ends = (triple.subject, triple.object)
    return all(end.kind in ("variable", "blank") and end.value not in bound for end in ends)


def _labels(query: Query, path: Triple, triples: list[Triple]) -> Iterator[Remark]:
    for triple in triples:
        is_label = triple.path.term is not None and triple.path.term.value in _LABELS
        if is_label and triple.object.kind == "variable" and triple.variables & path.variables:
            said = f"{query.shown(triple.subject)} {query.shown(triple.path)} {query.shown(triple.object)}"
            zh = "与不限长路径同在一处的名称，有的引擎会先列出全部名称。放入 OPTIONAL 则路径先行。"
            en = "Joined with an endless path, a label makes some engines list all labels first; in OPTIONAL the path goes first."
            better = f"OPTIONAL {{ {said} }}"
            yield _remark(query, "path-and-label", triple.path.start, triple.object.end, zh, en, better)


def _bound(group: Group) -> frozenset[str]:
    """The variables of a group that something else than an endless path binds."""
    bound: set[str] = set()
    for part in group.parts:
        if isinstance(part, Statement):
            bound.update(*(t.variables for t in (*part.triples, *part.nested) if not t.path.endless))
        elif part.kind in ("VALUES", "BIND", "GROUP", "GRAPH"):
            bound.update(part.variables, *(_all_variables(inner) for inner in part.groups))
    return frozenset(bound)


def _all_variables(group: Group) -> frozenset[str]:
    found: set[str] = set()
    for inner in group.groups():
        for part in inner.parts:
            found.update(_variables(part))
    return frozenset(found)


def _variables(part: Statement | Element) -> frozenset[str]:
    if isinstance(part, Element):
        return part.variables.union(*(_all_variables(group) for group in part.groups))
    terms = [
        member for t in (*part.triples, *part.nested) for end in (t.subject, t.object) for member in (end, *end.parts)
    ]
    own = frozenset(term.value for term in terms if term.kind in ("variable", "blank"))
    return own.union(*(t.variables for t in (*part.triples, *part.nested)))


def _products(query: Query, group: Group) -> Iterator[Remark]:
    """Statements of one group that share no variable, over whatever else joins them."""
    islands: list[tuple[frozenset[str], Statement | None]] = []
    for part in group.parts:
        mine, first = _variables(part), part if isinstance(part, Statement) else None
        if not mine:
            continue
        touching = [island for island in islands if island[0] & mine]
        islands = [island for island in islands if island not in touching]
        starts = [start for _, start in touching if start] + ([first] if first else [])
        islands.append(
            (mine.union(*(names for names, _ in touching)), min(starts, key=lambda s: s.start, default=None))
        )
    apart = sorted((start for _, start in islands if start), key=lambda s: s.start)
    for statement in apart[1:]:
        yield _remark(
            query,
            "product",
            statement.start,
            statement.end,
            "此处与前面没有共同的变量，结果是两者的全部组合。请用共同的变量相连。",
            "This shares no variable with what stands before: each answer of the one is paired with each of the other. "
            "Join them by a variable.",
        )


def _triples(query: Query) -> Iterator[Triple]:
    for group in query.groups():
        for part in group.parts:
            if isinstance(part, Statement):
                yield from (*part.triples, *part.nested)


def _outside_default(query: Query, triple: Triple) -> bool:
    """Whether a triple stands in GRAPH, where other properties are."""
    for group in query.groups():
        for part in group.parts:
            inside = part.start <= triple.path.start < part.end
            if inside and isinstance(part, Element) and part.kind in ("GRAPH", "SERVICE"):
                return True
    return "FROM" in query.text.upper()
