"""Values of entities as the API has them, and cards on which a name is never markup."""

from typing import Any

import pytest

from borderkg.errors import ReconciliationError, UnknownNameError
from borderkg.graph.store import GraphStore
from borderkg.reconciliation import extending
from borderkg.reconciliation.requests import Column, Extension
from tests.facts import opened, quads

GRAPH = """
:port a bkg:Port ; skos:prefLabel "<script>alert(1)</script>口岸"@zh , "Port & Co"@en ; skos:altLabel "\\"甲\\" <b>"@zh ;
    bkg:locatedIn :yunnan ; bkg:portMode bkc:port-mode-road ; bkg:dateEstablished "1992"^^xsd:gYear ;
    skos:exactMatch <http://example.org/Q1> ; bkg:observation :figure .
:yunnan a bkg:Region ; skos:prefLabel "云南省"@zh ; bkg:gbCode "530000" .
:figure bkg:indicator :trade ; bkg:refTime "2020" ; bkg:value 12.0 ; bkg:unit "亿元" .
:trade a bkg:Indicator ; skos:prefLabel "进出口总额"@zh .
:code a bkg:Concept ; skos:prefLabel "码"@zh ; bkg:factor 0.5 .
"""
INFERRED = ":port bkg:locatedIn :china . :china a bkg:Country ; skos:prefLabel '中国'@zh ."


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    content = [*quads(GRAPH), *quads(INFERRED, "inferred"), *quads(":china a bkg:Country .")]
    return opened(tmp_path_factory.mktemp("extending") / "graph", content)


def values(graph: GraphStore, prop: str, identifier: str = "port", **settings: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = extending.extended(graph, Extension((identifier,), (Column(prop, **settings),)))[
        "rows"
    ][identifier][prop]
    return found


def test_values_are_as_the_api_has_them(graph: GraphStore) -> None:
    """Entities and concepts by identifier and name, figures in words, numbers as numbers, the rest as texts."""
    assert values(graph, "locatedIn", inferred=False) == [
        {"id": "yunnan", "name": "云南省", "description": "地区 region"}
    ]
    assert [value["id"] for value in values(graph, "locatedIn")] == ["china", "yunnan"]
    assert len(values(graph, "locatedIn", limit=1)) == 1
    assert values(graph, "portMode") == [{"id": "https://w3id.org/borderkg/concept/port-mode-road", "name": "公路"}]
    assert values(graph, "observation") == [{"str": "进出口总额 2020 12 亿元"}]
    assert values(graph, "skos:exactMatch") == [{"str": "http://example.org/Q1"}]
    assert values(graph, "dateEstablished") == [{"str": "1992"}]
    assert values(graph, "gbCode", "yunnan") == [{"str": "530000"}]
    assert values(graph, "factor", "code") == [{"float": 0.5}]
    assert values(graph, "value", "figure") == [{"int": 12}]


def test_a_property_that_there_is_not_is_told(graph: GraphStore) -> None:
    """In both languages."""
    for name in ("P17", "rdf:type", "skos:broader", ""):
        with pytest.raises(ReconciliationError, match="is no property of the ontology") as caught:
            values(graph, name)
        assert "没有属性" in caught.value.zh


def test_a_type_proposes_its_properties(graph: GraphStore) -> None:
    """What its members have, and nothing for what is no type."""
    proposed = extending.properties(graph, "Port", 0)
    assert {entry["id"] for entry in proposed["properties"]} >= {"locatedIn", "portMode", "skos:altLabel"}
    assert len(extending.properties(graph, "Port", 2)["properties"]) == 2
    for kind in ("Harbour", "Port> { ?x ?y ?z } #", ""):
        assert extending.properties(graph, kind, 0)["properties"] == []


def test_a_name_is_never_markup(graph: GraphStore) -> None:
    """On a card and in a flyout, in the title as in the values."""
    for html in (extending.card(graph, "port"), extending.flyout(graph, "port")["html"]):
        assert "<script" not in html
        assert "<b>甲" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;口岸" in html
        assert "&quot;甲&quot; &lt;b&gt;" in html
        assert "云南省" in html


def test_a_card_of_nothing_is_told(graph: GraphStore) -> None:
    with pytest.raises(UnknownNameError, match="nothing: no such entity"):
        extending.card(graph, "nothing")


def test_an_odd_identifier_is_merely_unknown(graph: GraphStore) -> None:
    """Whatever stands in it, it is no pattern and no fault."""
    for odd in ("", "<", "a b", "port> ?p", "https://", "port#", "\u0000"):
        assert values(graph, "gbCode", odd) == []
