"""Answers as tables, files and data frames."""

import json

import pyoxigraph as ox
import pytest

from borderkg.errors import QueryError
from borderkg.graph.store import ask
from borderkg.questions.results import Result, python, read, shorten, table
from borderkg.vocabulary import BKG, ID, XSD

ROWS = """SELECT ?n ?x ?d ?y ?t WHERE { VALUES (?n ?x ?d ?y ?t) {
  (5 bkg:Port 7.0 '1992'^^xsd:gYear 'a,"b"\\nc'@zh) (UNDEF <http://example.org/> 0.5 true 'é')
} }"""


def answer(text: str, limit: int | None = None) -> Result:
    return read(ask(ox.Store(), text), limit)


def test_a_row_is_a_dictionary_of_values() -> None:
    """Numbers and truth values are Python's; dates, labels and IRIs are strings; nothing is None."""
    one, other = answer(ROWS)
    assert one == {"n": 5, "x": BKG + "Port", "d": 7.0, "y": "1992", "t": 'a,"b"\nc'}
    assert other == {"n": None, "x": "http://example.org/", "d": 0.5, "y": True, "t": "é"}
    assert python(ox.Literal("NaN", datatype=ox.NamedNode(XSD + "double"))) != 0


def test_csv_has_a_header_and_quotes() -> None:
    """CSV by SPARQL 1.1: values without their types, quoted where they need it, an empty cell for nothing."""
    assert answer(ROWS).csv() == f'n,x,d,y,t\n5,{BKG}Port,7,1992,"a,""b""\nc"\n,http://example.org/,0.5,true,é\n'
    assert answer("SELECT ?a WHERE { VALUES ?a {} }").csv() == "a\n"


def test_a_table_is_for_people() -> None:
    """IRIs are shortened, whole numbers lose their point, columns stand below each other by the width of characters."""
    result = answer("SELECT ?口岸 ?n WHERE { VALUES (?口岸 ?n) { ('满洲里' 7.0) (id:a 285) } }")
    assert table(result.variables, result.shown()) == "口岸    n\n------  ---\n满洲里  7\nid:a    285"


def test_a_data_frame_has_columns_of_numbers() -> None:
    """A column a variable, numbers as numbers."""
    frame = answer("SELECT ?port ?n WHERE { VALUES (?port ?n) { ('a' 1) ('b' 2.5) } }").to_pandas()
    assert list(frame.columns) == ["port", "n"]
    assert frame["n"].sum() == 3.5
    assert answer("SELECT ?a ?b WHERE { VALUES (?a ?b) {} }").to_pandas().shape == (0, 2)


def test_a_limit_cuts_and_says_so() -> None:
    """An answer cut at its limit is not complete; one that just fills it is."""
    two = "SELECT ?a WHERE { VALUES ?a { 1 2 } }"
    assert (len(answer(two, 1)), answer(two, 1).complete) == (1, False)
    assert (len(answer(two, 2)), answer(two, 2).complete) == (2, True)
    graph = answer("CONSTRUCT { ?a rdf:value ?a } WHERE { VALUES ?a { id:a id:b } }", 1)
    assert (len(graph), graph.complete) == (1, False)


@pytest.mark.parametrize("form", ["tsv", "json", "xml"])
def test_a_table_reads_back_from_its_formats(form: str) -> None:
    """What is written in a standard format of SPARQL results reads back as the same rows."""
    formats = {"tsv": "TSV", "json": "JSON", "xml": "XML"}
    back = ox.parse_query_results(answer(ROWS).serialize(form), format=getattr(ox.QueryResultsFormat, formats[form]))
    assert isinstance(back, ox.QuerySolutions)
    assert read(back).rows == answer(ROWS).rows


@pytest.mark.parametrize("yes", [True, False])
def test_a_boolean_has_formats_of_its_own(yes: bool) -> None:
    """Yes or no as JSON and as text; it is no table."""
    result = answer(f"ASK {{ FILTER({str(yes).lower()}) }}")
    assert (result.kind, result.boolean) == ("boolean", yes)
    assert json.loads(result.serialize("json"))["boolean"] is yes
    assert result.serialize("csv") == str(yes).lower().encode()
    with pytest.raises(QueryError, match="is a table"):
        result.csv()


def test_a_graph_is_written_as_one() -> None:
    """Triples as Turtle with BorderKG's prefixes and as N-Triples; they are no table."""
    graph = answer("CONSTRUCT { id:a a bkg:Port } WHERE {}")
    assert "id:a a bkg:Port" in graph.serialize("turtle").decode()
    assert (
        graph.serialize("nt").decode() == f"<{ID}a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{BKG}Port> .\n"
    )
    with pytest.raises(QueryError, match="is a table"):
        graph.to_pandas()


@pytest.mark.parametrize(("query", "form"), [("ASK {}", "turtle"), ("CONSTRUCT {} WHERE {}", "csv")])
def test_a_format_for_something_else(query: str, form: str) -> None:
    """A graph is not written as CSV, nor a table as Turtle: the error lists what is."""
    with pytest.raises(QueryError, match=f"is written as .*; not as {form}"):
        answer(query).serialize(form)


def test_an_iri_is_shortened_by_its_longest_prefix() -> None:
    """Ours and the common ones; another's stays."""
    assert shorten(ID + "port/1") == "id:port/1"
    assert shorten(XSD + "date") == "xsd:date"
    assert shorten("http://example.org/x") == "http://example.org/x"
