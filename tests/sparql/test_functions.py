"""The functions of the field, called from queries: what they give, and that both ways to ask give the same."""

from datetime import date, timedelta
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.plugins.sparql import prepareQuery

from borderkg.graph import view
from borderkg.graph.store import GraphStore
from borderkg.questions.results import read
from borderkg.sparql import functions, intervals
from borderkg.sparql.intervals import Interval
from borderkg.vocabulary import PREFIXES
from tests.facts import opened, quads

RUILI = '"POINT(97.85 24.01)"^^geo:wktLiteral'
MUSE = '"<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(23.98 97.90)"^^geo:wktLiteral'
FLINDERS_PEAK = '"POINT(144.424867888889 -37.951033416667)"^^geo:wktLiteral'
BUNINYONG = '"POINT(143.926495527778 -37.652821138889)"^^geo:wktLiteral'
"""The worked example of the Geocentric Datum of Australia: 54,972.271 m."""

CASES = [
    (f"geof:distance({RUILI}, {MUSE}, uom:metre)", "6076.69"),
    (f"geof:distance({RUILI}, {MUSE}, uom:kilometre)", "6.07669"),
    (f"geof:distance({FLINDERS_PEAK}, {BUNINYONG}, uom:metre)", "54972.27"),
    (f"geof:distance({RUILI}, {RUILI}, uom:metre)", "0"),
    (f"geof:distance({RUILI}, {MUSE}, <urn:league>)", ""),
    (f'geof:distance({RUILI}, "POINT(1 2)", uom:metre)', ""),
    (f'geof:distance({RUILI}, "POINT(NaN 2)"^^geo:wktLiteral, uom:metre)', ""),
    (f'geof:distance({RUILI}, "POINT(97 91)"^^geo:wktLiteral, uom:metre)', ""),
    (f'geof:distance({RUILI}, "<urn:other> POINT(1 2)"^^geo:wktLiteral, uom:metre)', ""),
    ('bkf:earliest("2013")', "2013-01-01"),
    ('bkf:latest("2013-02"^^xsd:gYearMonth)', "2013-02-28"),
    ('bkf:latest("2012-02")', "2012-02-29"),
    ('bkf:earliest("十二五")', "2011-01-01"),
    ('bkf:latest("“十二五”时期"@zh)', "2015-12-31"),
    ('bkf:earliest("一五")', "1953-01-01"),
    ('bkf:latest("2011/2013-06")', "2013-06-30"),
    ('bkf:earliest("2013年11月")', "2013-11-01"),
    ('bkf:earliest("２０１３-11")', "2013-11-01"),
    ('bkf:earliest("2013-13")', ""),
    ('bkf:earliest("2015/2011")', ""),
    ('bkf:earliest("同年")', ""),
    ("bkf:earliest(2013)", ""),
    ('bkf:intervalIn("2013-11", "十二五")', "true"),
    ('bkf:intervalIn("2011", "十二五")', "true"),
    ('bkf:intervalDuring("2011", "十二五")', "false"),
    ('bkf:intervalStarts("2011", "十二五")', "true"),
    ('bkf:intervalBefore("1992", "2013")', "true"),
    ('bkf:intervalMeets("十一五", "十二五")', "true"),
    ('bkf:intervalOverlaps("2008/2012", "十二五")', "true"),
    ('bkf:intervalEquals("2011/2015", "十二五")', "true"),
    ('bkf:intervalBefore("1992", "x")', ""),
    ('bkf:inForce("2010-05-12", "2013-02-20", "2012")', "true"),
    ('bkf:inForce("2010-05-12", "2013-02-20", "2014")', "false"),
    ('bkf:inForce("2010", "", "2024-01-01")', "true"),
    ('bkf:inForce("2010", "", "2009-12-31")', "false"),
    ('bkf:inForce("2010", "", "2010-06")', ""),
    ('bkf:inForce("2010", "nonsense", "2012")', ""),
    ('bkf:convert(12.5, "亿美元", "万美元")', "125000"),
    ('bkf:convert(3, "万公里", "千米")', "30000"),
    ('bkf:convert(1, "万亿元", "亿元人民币")', "10000"),
    ('bkf:convert(44, "万人次", "人次")', "440000"),
    ('bkf:convert(1, "千克", "吨")', "0.001"),
    ('bkf:convert(15, "亩", "公顷")', "1"),
    ('bkf:convert(12, "%", "‰")', "120"),
    ('bkf:convert(1, "亿美元", "亿元")', ""),
    ('bkf:convert("1", "万元", "元")', ""),
    ('bkf:convert("NaN"^^xsd:double, "万元", "元")', ""),
    ('bkf:convert("x"^^xsd:integer, "万元", "元")', ""),
    ('bkf:convert(1, "万元")', ""),
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return opened(tmp_path_factory.mktemp("functions") / "graph", quads(":a a bkg:Port ."))


@pytest.mark.parametrize(("call", "expected"), CASES)
def test_a_function_gives(call: str, expected: str, graph: GraphStore) -> None:
    """A value that begins as expected, or none; the rdflib view gives the very same, in words and prepared."""
    query = f"SELECT ?v WHERE {{ BIND({call} AS ?v) }}"
    ((value,),) = read(graph.query(query)).rows
    assert (value.value if isinstance(value, ox.Literal) else "").startswith(expected)
    assert (value is None) == (expected == "")
    for row in (
        *view.dataset(graph).default_graph.query(query, initNs=PREFIXES),
        *rdflib.Graph().query(prepareQuery(query, initNs=PREFIXES)),
    ):
        assert isinstance(row, rdflib.query.ResultRow)
        assert (row.v is None) == (value is None)
        if isinstance(value, ox.Literal) and isinstance(row.v, rdflib.Literal):
            assert row.v.eq(rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype.value)))


def test_functions_filter_rows(tmp_path: Path) -> None:
    """They stand in FILTER like any other; what cannot be told is left out."""
    graph = opened(
        tmp_path / "graph",
        quads(
            ':a bkg:dateIssued "2013-11"^^xsd:gYearMonth . :b bkg:dateIssued "1992"^^xsd:gYear . :c bkg:dateIssued "？" .'
        ),
    )
    rows = read(graph.query('SELECT ?x { ?x bkg:dateIssued ?d FILTER(bkf:intervalIn(?d, "十二五")) }')).rows
    assert [x.value.rsplit("/", 1)[-1] for (x,) in rows] == ["a"]


_days = st.integers(0, 12).map(lambda n: date(2013, 1, 1) + timedelta(n))
_intervals = st.tuples(_days, _days).map(lambda pair: Interval(min(pair), max(pair)))
_ALLEN = [name for name in intervals.RELATIONS if name not in ("intervalIn", "intervalDisjoint")]


@given(_intervals, _intervals)
def test_exactly_one_of_allens_relations_holds(a: Interval, b: Interval) -> None:
    """Of the thirteen; a relation and its inverse change places with the intervals."""
    if a.first == a.last and b.first == b.last and abs((a.first - b.first).days) > 0:
        return
    holding = [name for name in _ALLEN if intervals.RELATIONS[name](a, b)]
    assert len(holding) == 1
    inverse = {
        "intervalBefore": "intervalAfter",
        "intervalMeets": "intervalMetBy",
        "intervalDuring": "intervalContains",
    }
    for name, other in inverse.items():
        assert intervals.RELATIONS[name](a, b) == intervals.RELATIONS[other](b, a)


def test_every_function_is_documented() -> None:
    """docs/functions.md names each as a query calls it."""
    text = (Path(__file__).parents[2] / "docs" / "functions.md").read_text("utf-8")
    names = {function.iri.rsplit("/", 1)[-1] for function in functions.FUNCTIONS}
    assert not {name for name in names if f":{name}`" not in text}
