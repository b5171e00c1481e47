"""Tables as text: whatever a term holds, the readers of each format read it back."""

import csv
import io
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.server import rows
from borderkg.vocabulary import XSD

NAMES = ("a", "名")
_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))
_XML_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")).map(
    lambda text: f"甲\t\n{text}\r乙"  # the reader of these tests passes over blanks around a text
)


def literals(text: st.SearchStrategy[str]) -> st.SearchStrategy[ox.Literal]:
    datatypes = st.sampled_from([XSD + "integer", XSD + "double", XSD + "date", "urn:other"])
    return st.one_of(
        st.builds(ox.Literal, text),
        st.builds(lambda value: ox.Literal(value, language="zh"), text),
        st.builds(lambda value, name: ox.Literal(value, datatype=ox.NamedNode(name)), text, datatypes),
        st.builds(ox.Literal, st.integers() | st.floats(allow_nan=False)),
    )


def tables(text: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[Any, Any]]]:
    others = st.sampled_from(
        [ox.NamedNode("urn:甲#<&"[:6]), ox.NamedNode("https://e.org/a?b=c&d='e'"), ox.BlankNode("b1"), None]
    )
    term = literals(text) | others
    return st.lists(st.tuples(term, term), max_size=4)


def written(media: str, table: list[tuple[Any, Any]]) -> bytes:
    """A whole answer."""
    form = rows.BY_MEDIA[media]
    row = form.row(NAMES)
    return (form.open(NAMES) + form.between.join(map(row, table)) + form.close(NAMES, "complete")).encode()


def read(text: bytes, form: ox.QueryResultsFormat) -> list[tuple[Any, ...]]:
    answer = ox.parse_query_results(text, format=form)
    assert isinstance(answer, ox.QuerySolutions)
    assert [variable.value for variable in answer.variables] == list(NAMES)
    return [tuple(row) for row in answer]


@given(tables(_TEXT))
def test_json_is_read_back(table: list[tuple[Any, Any]]) -> None:
    assert read(written("application/json", table), ox.QueryResultsFormat.JSON) == table


@given(tables(_XML_TEXT))
def test_xml_is_read_back(table: list[tuple[Any, Any]]) -> None:
    assert read(written("application/xml", table), ox.QueryResultsFormat.XML) == table


@given(tables(_TEXT))
def test_tsv_is_read_back(table: list[tuple[Any, Any]]) -> None:
    assert read(written("text/tab-separated-values", table), ox.QueryResultsFormat.TSV) == table


@given(tables(_TEXT))
def test_csv_is_read_back(table: list[tuple[Any, Any]]) -> None:
    """As values: CSV has no types."""
    lines = list(csv.reader(io.StringIO(written("text/csv", table).decode(), newline="")))
    values = [["" if t is None else str(t) if isinstance(t, ox.BlankNode) else t.value for t in row] for row in table]
    assert lines == [list(NAMES), *values]


@pytest.mark.parametrize("truth", [True, False])
@pytest.mark.parametrize(
    ("media", "form"),
    [("application/json", ox.QueryResultsFormat.JSON), ("application/xml", ox.QueryResultsFormat.XML)],
)
def test_a_boolean_is_read_back(truth: bool, media: str, form: ox.QueryResultsFormat) -> None:
    writer = rows.BY_MEDIA[media]
    text = writer.boolean(truth) + writer.close(None, "complete")
    assert bool(ox.parse_query_results(text.encode(), format=form)) is truth


def test_characters_that_xml_lacks() -> None:
    """They are replaced, so that the document stays one; a carriage return is kept."""
    text = written("application/xml", [(ox.Literal("a\x00b\x1fc\rd"), None)])
    assert read(text, ox.QueryResultsFormat.XML) == [(ox.Literal("a\ufffdb\ufffdc\rd"), None)]


def test_a_triple_as_a_term() -> None:
    """RDF 1.2 has them; JSON and XML write them as their drafts do."""
    triple: Any = ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("甲"))
    for media, form in (
        ("application/json", ox.QueryResultsFormat.JSON),
        ("application/xml", ox.QueryResultsFormat.XML),
    ):
        assert read(written(media, [(triple, None)]), form) == [(triple, None)]
