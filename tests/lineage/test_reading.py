"""The lineage of the demonstration store: its answers are those of SPARQL property paths, and nothing mixes unmarked."""

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from borderkg.graph.iris import INFERRED, LINEAGE
from borderkg.graph.store import GraphStore, ask
from borderkg.graph.terms import DEFAULT, bkg
from borderkg.lineage import reading, records, rules
from borderkg.lineage.graph import Lineage
from borderkg.lineage.hop import BACKWARD, FORWARD
from borderkg.lineage.selection import Selection
from borderkg.vocabulary import ID
from tests.facts import claim
from tests.lineage.stores import hops, store

ATTRIBUTES = {"label", "label_en", "type", "level", "lane_type", "date", "begin", "begin_latest", "end", "planned"}
ON_EDGES = {
    *("relation", "inferred", "rule", "reason_zh", "reason_en", "claims", "sources", "confidence"),
    *("valid_from", "valid_to", "conflict"),
}
POLICIES = frozenset(
    {"follows", "amends", "repeals", "implements", "basedOn", "consolidates", "elaborates", "continues"}
)


@pytest.fixture(scope="module")
def opened(demo_store: Path) -> GraphStore:
    return GraphStore.open(demo_store)


@pytest.fixture(scope="module")
def whole(opened: GraphStore) -> Lineage:
    return reading.read(opened.engine)


def answered(opened: GraphStore, path: str, graphs: list[ox.NamedNode | ox.DefaultGraph], start: str) -> set[str]:
    """What a property path leads to from a node, over some graphs as one; the node itself is left out."""
    found = ask(opened.engine, f"SELECT DISTINCT ?x {{ <{start}> ({path})+ ?x }}", default_graphs=graphs)
    assert isinstance(found, ox.QuerySolutions)
    values = {row["x"].value for row in found if isinstance(row["x"], ox.NamedNode)}
    return values - {start}


@pytest.mark.parametrize("stated", [True, False], ids=["stated", "with inferred"])
@pytest.mark.parametrize(
    "relations",
    [POLICIES, frozenset({"issuedBy"}), frozenset({"establishes", "transmits"}), POLICIES | {"issuedBy", "transmits"}],
    ids=["policies", "issuers", "acts", "all of them"],
)
def test_reach_is_that_of_property_paths(
    opened: GraphStore, whole: Lineage, relations: frozenset[str], stated: bool
) -> None:
    """Ancestors and descendants of every node equal those of a SPARQL path over facts, or facts and inferred hops."""
    part = Selection(relations=relations, stated_only=stated).of(whole)
    graphs: list[ox.NamedNode | ox.DefaultGraph] = [DEFAULT, *([] if stated else [ox.NamedNode(LINEAGE)])]
    onward = "|".join(f"bkg:{r}" if r in FORWARD else f"^bkg:{r}" for r in sorted(relations))
    back = "|".join(f"^bkg:{r}" if r in FORWARD else f"bkg:{r}" for r in sorted(relations))
    assert len(part) > 3
    for node in part:
        assert set(part.descendants(node)) == answered(opened, onward, graphs, node), node
        assert set(part.ancestors(node)) == answered(opened, back, graphs, node), node


def test_every_node_and_hop_says_what_it_is(whole: Lineage) -> None:
    """Each has the attributes of the contract; a level is one of those known, a hop points from earlier to later."""
    for _, node in whole.described():
        assert set(node) >= ATTRIBUTES
        assert node["level"] in ("", *rules.LEVELS)
        assert node["begin"] <= node["begin_latest"]
    for _, _, hop in whole.hops():
        assert set(hop) >= ON_EDGES
        assert hop["relation"] in (*FORWARD, *BACKWARD)


def test_stated_and_inferred_never_mix(whole: Lineage) -> None:
    """A stated hop has claims and no rule; an inferred one a rule, a reason and a confidence below one."""
    for one, other, hop in whole.hops():
        if hop["inferred"]:
            assert hop["rule"] and hop["reason_zh"] and hop["reason_en"] and 0 < hop["confidence"] < 1
        else:
            assert hop["claims"] and hop["sources"] and not hop["rule"] and hop["confidence"] is None, (one, other)


def test_no_inferred_hop_is_a_fact(opened: GraphStore, whole: Lineage) -> None:
    """Its triple stands in the graph of lineage and in no other that a query sees by itself."""
    kinds = Counter(hop["inferred"] for *_, hop in whole.hops())
    assert kinds[True] > 50 and kinds[False] > 100
    for hop in records.hops(opened.engine):
        subject, relation, obj = hop.triple
        pattern = (ox.NamedNode(subject), bkg(relation), ox.NamedNode(obj))
        found = {q.graph_name for q in opened.quads(*pattern)}
        assert ox.NamedNode(LINEAGE) in found and found.isdisjoint({DEFAULT, ox.NamedNode(INFERRED)})


def test_the_build_wrote_what_the_rules_infer(opened: GraphStore) -> None:
    """Hops survive the way into the store and back; between two things that a text joins there is none."""
    written = records.hops(opened.engine)
    assert written == sorted(reading.inferred(opened.engine), key=lambda h: (h.earlier, h.later, h.relation))


def test_the_chain_from_a_policy_to_the_neighbour(whole: Lineage) -> None:
    """From the notice that opened four towns to the town, its place and the neighbour."""
    notice = next(iri for iri, data in whole.described() if "黑河等四个边境城市" in data["label"])
    path = whole.shortest_path(notice, f"{ID}country/RU")
    assert path is not None
    paths, _ = whole.paths(notice, f"{ID}country/RU")
    types = {tuple(whole.nodes[node]["type"] for node in way) for way in paths}
    assert ("Policy", "Platform", "Region", "Country") in types


def test_what_a_text_plans_is_marked_and_what_it_proposes_is_none() -> None:
    """A planned relation is a hop to a planned thing; a proposed or denied one is no hop."""
    made = [
        claim("Organization:国务院", "establishes", f"Platform:{name}试验区", modality=modality)
        for name, modality in (("甲", "planned"), ("乙", "proposed"), ("丙", "denied"), ("丁", ""))
    ]
    found = reading.read(store(*made))
    assert hops(found) == {("国务院", "establishes", "甲试验区"), ("国务院", "establishes", "丁试验区")}
    planned = {data["label"]: data["planned"] for _, data in found.described()}
    assert planned == {"国务院": False, "甲试验区": True, "丁试验区": False}


def test_what_was_inferred_in_reading_is_an_inferred_hop() -> None:
    """It rests on the claim that leads to the passage and is no fact; where a text says it in words, the hop is stated."""
    plans = ("Policy:边贸“十二五”规划", "follows", "Policy:边贸“十一五”规划")
    told = claim(*plans, rule="series::the next plan", modality="inferred")
    (hop,) = [data for *_, data in reading.read(store(told)).hops()]
    assert hop["inferred"] and hop["rule"] == "series::the next plan" and not hop["planned"]
    assert len(hop["claims"]) == 1 and len(hop["sources"]) == 1
    assert not list(store(told).quads_for_pattern(None, bkg("follows"), None, DEFAULT))
    (hop,) = [data for *_, data in reading.read(store(told, claim(*plans, at=(7, 9)))).hops()]
    assert not hop["inferred"] and hop["confidence"] is None


def test_levels_of_the_demonstration(whole: Lineage) -> None:
    """By issuer, by several provinces, by title, by place."""
    level = {data["label"]: data["level"] for _, data in whole.described()}
    assert level["云南省沿边开发开放规划"] == "provincial"
    assert level["黑龙江和内蒙古东北部地区沿边开发开放规划"] == "national"
    assert level["国务院关于边境贸易有关问题的通知"] == "national"
    assert level["广西百色重点开发开放试验区"] == "prefecture"
    assert level["满洲里市"] == "county"
