"""SERVICE becomes rows: the answers are those of the standard, whatever stands around the clause."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderkg.errors import FederationError, RemoteError
from borderkg.sparql.federation import FUNCTIONS, Answered, Table, federated

THERE = "urn:there"
HERE_DATA = "a:a p:p a:b . a:b p:p a:c . a:b p:q a:a . a:c p:q a:c . a:d p:r 'x'"
THERE_DATA = "a:a p:p a:a . a:b p:q a:c . a:b p:r 'x' . a:c p:p a:b . a:c p:r a:d . a:e p:p a:e"
PREFIXES = "PREFIX a: <urn:a:> PREFIX p: <urn:p:> "


def quads(text: str, graph: ox.NamedNode | ox.DefaultGraph) -> Iterable[ox.Quad]:
    head = "@prefix a: <urn:a:> . @prefix p: <urn:p:> . "
    for triple in ox.parse(f"{head}{text} .", format=ox.RdfFormat.TURTLE):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


HERE = ox.Store()
HERE.extend(quads(HERE_DATA, ox.DefaultGraph()))
ELSEWHERE = ox.Store()
ELSEWHERE.extend(quads(THERE_DATA, ox.DefaultGraph()))
BOTH = ox.Store()
BOTH.extend([*quads(HERE_DATA, ox.DefaultGraph()), *quads(THERE_DATA, ox.NamedNode(THERE))])


def rows(store: ox.Store, query: str | Answered) -> Table:
    text, held = (query.text, query.rows) if isinstance(query, Answered) else (query, {})
    for place, lines in held.items():
        text = text.replace(place, lines)
    found = store.query(text, custom_functions=FUNCTIONS)
    assert isinstance(found, ox.QuerySolutions)
    return Table(tuple(v.value for v in found.variables), [tuple(row) for row in found])


def counted(store: ox.Store, query: str | Answered) -> Counter[Any]:
    """The answers, how often each, whatever the order of the columns."""
    table = rows(store, query)
    pairs = [zip(table.names, row, strict=True) for row in table.rows]
    return Counter(frozenset((name, str(term)) for name, term in row if term is not None) for row in pairs)


class Elsewhere:
    """An endpoint, and what it was asked."""

    def __init__(self, store: ox.Store = ELSEWHERE) -> None:
        self.store = store
        self.asked: list[str] = []

    def __call__(self, iri: str, queries: Iterable[str]) -> Table:
        assert iri == THERE
        found = []
        for query in queries:
            self.asked.append(query)
            found.append(rows(self.store, query))
        return Table(found[0].names if found else (), [row for table in found for row in table.rows])


def nobody(iri: str, queries: Iterable[str]) -> Table:
    raise RemoteError(f"{iri}: nobody there, {len(list(queries))} times.")


def answered(query: str, there: Callable[[str, Iterable[str]], Table]) -> Counter[Any]:
    def here(asked: Answered) -> Table:
        return rows(HERE, asked)

    return counted(HERE, federated(PREFIXES + query, here, there, str))


TERMS = st.sampled_from(["?a", "?b", "?c", "a:a", "a:b", "a:c"])
TRIPLES = st.tuples(TERMS, st.sampled_from(["p:p", "p:q", "p:p/p:q", "?c"]), TERMS).map(" ".join)


def groups(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(parts, min_size=1, max_size=3).map(lambda found: f"{{ {' . '.join(found)} }}")


FILTERS = st.sampled_from(["FILTER(?a = a:b)", "FILTER(BOUND(?b))", "FILTER(!BOUND(?c))", "FILTER(?a != ?b)"])
PLAIN = groups(TRIPLES | FILTERS | groups(TRIPLES).map("OPTIONAL {}".format))
CLAUSES = (PLAIN | PLAIN.map("{{ SELECT DISTINCT ?a ?b {} }}".format)).map("SERVICE <urn:there> {}".format)


def around(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inner = groups(parts)
    return st.one_of(
        inner,
        inner.map("OPTIONAL {}".format),
        inner.map("MINUS {}".format),
        inner.map("FILTER EXISTS {}".format),
        inner.map("FILTER NOT EXISTS {}".format),
        inner.map("{{ SELECT ?a (COUNT(?b) AS ?c) {} GROUP BY ?a }}".format),
        st.tuples(inner, inner).map(" UNION ".join),
    )


QUERIES = groups(st.recursive(TRIPLES | CLAUSES | FILTERS, around, max_leaves=6)).filter(lambda q: "SERVICE" in q)


@settings(max_examples=400, deadline=None)
@given(QUERIES)
def test_the_answers_are_those_of_the_standard(pattern: str) -> None:
    """The same as where the other's data is a graph of the same store, and the engine reads it there by itself; else it is
    refused, as a clause in EXISTS may be."""
    query = f"SELECT * {pattern}"
    wanted = counted(BOTH, PREFIXES + query.replace("SERVICE", "GRAPH"))
    try:
        assert answered(query, Elsewhere()) == wanted
    except FederationError as error:
        assert "within EXISTS" in str(error) and "EXISTS" in pattern


@pytest.mark.parametrize(
    "pattern",
    [
        "?a p:p ?b OPTIONAL { SERVICE <urn:there> { ?b p:r ?c } } a:d p:r ?c",
        "?a p:p ?b MINUS { SERVICE <urn:there> { ?b p:r ?c } } a:d p:r ?c",
        "a:d p:r ?c { ?a p:p ?b OPTIONAL { SERVICE <urn:there> { ?b p:r ?c } } }",
        "?a p:p ?b OPTIONAL { ?b p:q ?c { SERVICE <urn:there> { ?c p:p ?d } } } a:b p:p ?d",
    ],
)
def test_what_comes_later_makes_nothing_optional_absent(pattern: str) -> None:
    """A row that fits what stands before counts, though what stands behind or outside takes its answers away."""
    wanted = counted(BOTH, f"{PREFIXES}SELECT * {{ {pattern.replace('SERVICE', 'GRAPH')} }}")
    assert answered(f"SELECT * {{ {pattern} }}", Elsewhere()) == wanted


@pytest.mark.parametrize(
    "pattern",
    [
        "?a p:p ?b SERVICE <urn:there> { ?b p:r ?c }",
        "SERVICE <urn:there> { ?b p:r ?c } ?a p:p ?b",
        "?a p:p ?b OPTIONAL { SERVICE <urn:there> { ?b p:r ?c } }",
        "?a p:p ?b { SERVICE <urn:there> { ?b p:r ?c } } UNION { ?b p:none ?c }",
        "{ SELECT * { ?a p:p ?b SERVICE <urn:there> { ?b p:r ?c } } }",
        "?a p:p ?b SERVICE <urn:there> { { ?b p:r ?c } UNION { ?b p:none ?c } }",
    ],
)
def test_only_what_can_be_joined_is_asked_for(pattern: str) -> None:
    """The values of ?b around the clause, a:b and a:c, are sent with it."""
    there = Elsewhere()
    answered(f"SELECT * {{ {pattern} }}", there)
    (asked,) = there.asked
    assert "VALUES (?b)" in asked and asked.count("<urn:a:") == 2 + asked.count("PREFIX a:")


def test_a_clause_in_exists() -> None:
    """It is answered where its variables are those of its triple patterns; else a value from outside could change it."""
    query = "SELECT * { ?a p:p ?b FILTER EXISTS { SERVICE <urn:there> { CLAUSE } } }"
    wanted = counted(HERE, f"{PREFIXES}SELECT * {{ ?a p:p ?b FILTER(?b = a:b) }}")
    assert answered(query.replace("CLAUSE", "?b p:r 'x' FILTER(?b != a:c)"), Elsewhere()) == wanted
    with pytest.raises(FederationError, match=r"\?b must stand in its triple patterns"):
        answered(query.replace("CLAUSE", "?x p:r 'x' FILTER(?b = a:b)"), Elsewhere())


def test_where_nothing_can_be_joined_nobody_is_asked() -> None:
    there = Elsewhere()
    assert not answered("SELECT * { ?a p:none ?b SERVICE <urn:there> { ?b p:r ?c } }", there)
    assert there.asked == []


def test_what_may_be_unbound_is_not_sent() -> None:
    """Where a side may leave a variable unbound, it joins with anything."""
    there = Elsewhere()
    answered("SELECT * { ?a p:p ?b OPTIONAL { ?b p:none ?c } SERVICE <urn:there> { ?c p:r ?d } }", there)
    answered("SELECT * { ?a p:p ?b SERVICE <urn:there> { ?d p:r ?e OPTIONAL { ?d p:q ?b } } }", there)
    assert not any("VALUES" in asked for asked in there.asked)


def test_a_clause_within_a_clause() -> None:
    """Both are asked from here, and the outer endpoint gets the rows of the inner."""
    there = Elsewhere()
    inner = "OPTIONAL { SERVICE <urn:there> { ?b p:r ?c } }"
    found = answered(f"SELECT * {{ SERVICE <urn:there> {{ ?a p:p ?b {inner} }} }}", there)
    wanted = counted(ELSEWHERE, f"{PREFIXES}SELECT * {{ ?a p:p ?b OPTIONAL {{ ?b p:r ?c }} }}")
    assert found == wanted
    assert not any("SERVICE" in asked for asked in there.asked)


def test_prefixes_and_base_go_with_the_clause() -> None:
    """What stands alone elsewhere means what it meant here."""
    there = Elsewhere()
    query = "BASE <urn:b> PREFIX x: <urn:p:> SELECT * { SERVICE <urn:there> { ?a x:p <urn:a:b> ; x:none <c> } }"
    answered(query, there)
    assert there.asked[0].startswith("BASE <urn:b> PREFIX x: <urn:p:> SELECT")
    assert "PREFIX a:" not in there.asked[0]


def test_blank_nodes_stay_blank_nodes() -> None:
    """The same one in a row is the same, and two are two."""
    store = ox.Store()
    store.extend(quads("[] p:p 1 ; p:q 2 . [] p:p 3 ; p:q 4", ox.DefaultGraph()))
    query = "{ SERVICE <urn:there> { ?a p:p ?b ; p:q ?c } FILTER(isBlank(?a)) }"
    assert len(answered(f"SELECT * {query}", Elsewhere(store))) == 2
    assert answered(f"SELECT DISTINCT ?a {query}", Elsewhere(store)).total() == 2


def test_what_an_endpoint_says_besides_is_left() -> None:
    """It binds no variable that its pattern does not have."""

    def liar(iri: str, queries: Iterable[str]) -> Table:
        del iri, queries
        return Table(("b", "a"), [(ox.Literal(1), ox.NamedNode("urn:evil"))])

    (row,) = answered("SELECT * { a:d p:r ?a SERVICE <urn:there> { a:a p:p ?b } }", liar)
    assert ("a", '"x"') in row


def test_silent() -> None:
    """An endpoint that fails is one answer without a value (section 3.2); without SILENT it is an error."""
    clause = "SERVICE SILENT <urn:there> { ?a p:p ?c }"
    query = "SELECT * { ?a p:p ?b . CLAUSE }"
    assert answered(query.replace("CLAUSE", clause), nobody) == counted(HERE, f"{PREFIXES}SELECT * {{ ?a p:p ?b }}")
    with pytest.raises(RemoteError, match="nobody there"):
        answered(query.replace("CLAUSE", clause.replace("SILENT", "")), nobody)


def test_a_silent_clause_hides_what_fails_within() -> None:
    """The outer one is silent, the inner one fails: the outer has one answer without a value."""
    query = "SELECT * { ?a p:p ?b SERVICE SILENT <urn:there> { ?b p:r ?c SERVICE <urn:there> { ?c p:p ?d } } }"
    assert answered(query, nobody) == counted(HERE, f"{PREFIXES}SELECT * {{ ?a p:p ?b }}")


@pytest.mark.parametrize("silent", ["", "SILENT"])
def test_an_endpoint_must_be_written_out(silent: str) -> None:
    """A variable may lead anywhere, whatever it is bound to; nobody is asked before that is known."""
    there = Elsewhere()
    query = f"SELECT * {{ SERVICE <urn:there> {{ ?a p:p ?b }} BIND(<urn:there> AS ?x) SERVICE {silent} ?x {{ ?a p:q ?c }} }}"
    with pytest.raises(FederationError, match="variable"):
        answered(query, there)
    assert there.asked == []
