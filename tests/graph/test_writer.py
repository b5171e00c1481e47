"""What a claim becomes in the graph: a node with its evidence, and a fact where its modality warrants one."""

from collections.abc import Iterable
from dataclasses import replace

import pyoxigraph as ox
import pytest

from borderkg.claims.claim import Claim, Entity
from borderkg.corpus.document import Bibliography
from borderkg.graph import iris, writer
from borderkg.graph.terms import DEFAULT, bkg
from borderkg.graph.writer import Source
from borderkg.vocabulary import BKC, FACTUAL_MODALITIES
from tests.facts import DOCUMENT, HASH, claim, entity, figure, shown, source

SOURCE = source()
ISSUED = claim("Policy:甲规划", "issuedBy", "Organization:乙局", (10, 20))
POLICY, BODY = (":" + entity(name).iri.rsplit("/id/", 1)[-1] for name in ("Policy:甲规划", "Organization:乙局"))


def written(said: Claim) -> list[ox.Quad]:
    return list(writer.claim_quads(said, SOURCE))


def facts(quads: Iterable[ox.Quad]) -> set[str]:
    """What stands in the default graph."""
    return shown(quad.triple for quad in quads if quad.graph_name == DEFAULT)


def said(quads: Iterable[ox.Quad]) -> set[str]:
    """What stands in the source's own graph."""
    return shown(quad.triple for quad in quads if quad.graph_name == SOURCE.graph)


def node(claimed: Claim) -> str:
    return ":" + writer.claim_iri(claimed, SOURCE).rsplit("/id/", 1)[-1]


def test_a_claim_is_a_node_in_the_graph_of_its_source() -> None:
    """The node has subject, predicate, object, source, rule, modality and rank, and nothing of it is a fact."""
    quads = written(ISSUED)
    document = ":" + DOCUMENT.rsplit("/id/", 1)[-1]
    about = {line.split(" ", 1)[1] for line in said(quads) if line.startswith(node(ISSUED) + " ")}
    assert about == {
        "rdf:type bkg:Claim",
        f"bkg:claimSubject {POLICY}",
        "bkg:claimPredicate bkg:issuedBy",
        f"bkg:claimObject {BODY}",
        f"bkg:statedIn {document}",
        "bkg:readBy :rule/made/a-rule",
        "bkg:modality bkc:modality-asserted",
        "bkg:rank bkc:rank-normal",
        "bkg:evidence :evidence/abababababababab-10-20",
    }
    assert not {line for line in facts(quads) if "claim" in line or "evidence" in line}


def test_the_graph_of_a_source_is_named_after_its_text() -> None:
    """Everything that is no fact stands in the one graph of the source."""
    assert {quad.graph_name for quad in written(ISSUED)} == {DEFAULT, ox.NamedNode(iris.source_graph(HASH))}


def test_evidence_is_a_range_of_the_source() -> None:
    """Evidence, context and further evidence are resources with a text position selector each."""
    quads = written(claim("Policy:甲", "issuedBy", "Organization:乙", (10, 20), context=((1, 4),), also_at=((30, 40),)))
    lines = said(quads)
    for kind, (start, end) in (("evidence", (10, 20)), ("context", (1, 4)), ("furtherEvidence", (30, 40))):
        place = f":evidence/abababababababab-{start}-{end}"
        assert any(line.endswith(f" bkg:{kind} {place}") for line in lines)
        assert {f"{place}-range oa:start {start}", f"{place}-range oa:end {end}"} <= lines
        assert f"{place} oa:hasSelector {place}-range" in lines
        assert f"{place}-range rdf:type oa:TextPositionSelector" in lines


@pytest.mark.parametrize("modality", sorted(FACTUAL_MODALITIES))
def test_a_factual_claim_is_a_fact(modality: str) -> None:
    """What is asserted, approved or operating stands in the default graph, its entities with type and label."""
    quads = written(claim("Policy:甲规划", "issuedBy", "Organization:乙局", modality=modality))
    assert facts(quads) == {
        f"{POLICY} bkg:issuedBy {BODY}",
        f"{POLICY} rdf:type bkg:Policy",
        f"{POLICY} skos:prefLabel 甲规划",
        f"{POLICY} bkg:policyKind bkc:policy-kind-plan",
        f"{POLICY} bkg:isNew true",
        f"{BODY} rdf:type bkg:Organization",
        f"{BODY} skos:prefLabel 乙局",
        f"{BODY} bkg:isNew true",
    }


@pytest.mark.parametrize("modality", ["planned", "proposed", "denied"])
def test_what_is_not_factual_is_no_fact(modality: str) -> None:
    """What is only planned, proposed or denied puts nothing into the default graph; its entities are described beside it."""
    quads = written(claim("Policy:甲规划", "issuedBy", "Organization:乙局", modality=modality))
    assert facts(quads) == set()
    assert f"{POLICY} skos:prefLabel 甲规划" in said(quads)
    assert f"bkg:modality bkc:modality-{modality}" in " ".join(said(quads))


def test_what_is_inferred_is_no_fact_of_things_that_are_there() -> None:
    """The text names both plans, so that they are described among the facts; that one follows the other is none."""
    quads = written(claim("Policy:甲规划", "follows", "Policy:乙规划", modality="inferred"))
    assert f"{POLICY} skos:prefLabel 甲规划" in facts(quads)
    assert not any("bkg:follows" in fact for fact in facts(quads))
    assert "bkg:modality bkc:modality-inferred" in " ".join(said(quads))


def test_known_entities_are_described_by_the_reference_data() -> None:
    """A known individual gets no label from a claim, and is not new."""
    known = replace(ISSUED, object_entity=entity("Organization:乙局", known=True))
    lines = facts(written(known))
    assert f"{BODY} rdf:type bkg:Organization" in lines
    assert not {f"{BODY} skos:prefLabel 乙局", f"{BODY} bkg:isNew true"} & lines


def test_a_period_belongs_to_its_source() -> None:
    """A period that a text makes is the period of that text."""
    lines = facts(written(claim("Period:起步阶段", "startYear", "1992")))
    period = ":" + entity("Period:起步阶段").iri.rsplit("/id/", 1)[-1]
    assert {f"{period} bkg:startYear 1992", f"{period} bkg:periodOf :document/abababababababab"} <= lines


def test_an_observation() -> None:
    """A figure is a node of the data set with area, indicator, value, unit, time and bounds."""
    quads = written(figure("云南省", "卸货额", 5.10, "亿元", "2020", qualifiers={"low": 5, "high": 6, "table": "表1"}))
    lines = facts(quads)
    (observed,) = {line.split()[0] for line in lines if line.endswith("rdf:type bkg:Observation")}
    (indicator,) = {line.split()[0] for line in lines if line.endswith("rdf:type bkg:Indicator")}
    area = ":" + entity("Region:云南省").iri.rsplit("/id/", 1)[-1]
    assert {
        f"{area} bkg:observation {observed}",
        f"{observed} bkg:area {area}",
        f"{observed} bkg:indicator {indicator}",
        f"{observed} bkg:value 5.1",
        f"{observed} bkg:unit 亿元",
        f"{observed} bkg:refTime 2020",
        f"{observed} bkg:low 5.0",
        f"{observed} bkg:high 6.0",
        f"{observed} bkg:tableNumber 表1",
        f"{observed} qb:dataSet :dataset/figures",
        f"{indicator} skos:prefLabel 卸货额",
        f"{indicator} bkg:indicatorUnit 亿元",
        f"{indicator} bkg:inUnit bkc:unit-hundred-million-cny",
    } <= lines
    assert not any("bkg:measures" in line for line in lines)
    assert any(line.endswith("bkg:namedAs 卸货额") for line in said(quads))


def indicators(*figures: Claim) -> set[str]:
    return {q.object.value for f in figures for q in written(f) if q.predicate == bkg("indicator")}  # type: ignore[union-attr]


def test_names_of_one_quantity_are_one_indicator() -> None:
    """外贸总额, 进出口总额 and 对外贸易额 are one series, under the quantity's label; trade with services is another."""
    names = ("外贸总额", "进出口总额", "对外贸易额")
    assert len(indicators(*(figure("云南省", name, 5) for name in names))) == 1
    lines = facts(written(figure("云南省", "外贸总额", 5)))
    assert any(line.endswith("skos:prefLabel 进出口总额") for line in lines)
    assert any(line.endswith("bkg:measures bkc:quantity-foreign-trade") for line in lines)
    assert len(indicators(figure("云南省", "外贸总额", 5), figure("云南省", "货物和服务进出口总额", 5))) == 2


def test_unlike_series_never_mix() -> None:
    """Another unit or another named source of data is another indicator."""
    named = figure("云南省", "外贸总额", 5, qualifiers={"dataSource": "海关总署"})
    assert len(indicators(figure("云南省", "外贸总额", 5), figure("云南省", "外贸总额", 5, "亿美元"), named)) == 3
    assert any(line.endswith("bkg:namedSource 海关总署") for line in facts(written(named)))


@pytest.mark.parametrize(
    ("kind", "amount", "told"),
    [
        ("tax-relief", {"value": "8000", "unit": "元", "comparator": "<"}, "threshold"),
        ("duty-free-threshold", {"value": "8000", "unit": "元"}, "threshold"),
        ("subsidy", {"value": "8000", "unit": "元"}, "amount"),
    ],
)
def test_a_provision(kind: str, amount: dict[str, str], told: str) -> None:
    """What a policy lays down is a node with its instrument and its number: a limit, or what is granted."""
    concept = Entity(f"{BKC}instrument-{kind}", "Concept", kind, True)
    given = replace(
        claim("Policy:甲", "provides", "Concept:x", qualifiers={"amounts": [amount]}), object_entity=concept
    )
    lines = facts(written(given))
    (node_,) = {line.split()[0] for line in lines if line.endswith("rdf:type bkg:Provision")}
    assert {
        f"{node_} bkg:instrument bkc:instrument-{kind}",
        f"{node_} bkg:{told} 8000.0",
        f"{node_} bkg:amountUnit 元",
    } <= lines
    assert any(line.endswith(f"bkg:laysDown {node_}") for line in lines)


def test_equal_figures_of_two_texts_are_one_node() -> None:
    """A figure that two texts state is one observation with two claims; another value, unit or time is another."""
    one = figure("云南省", "出口额", 5)
    other = source("b.txt", "cd" * 32)
    assert writer.object_iri(one, SOURCE) == writer.object_iri(figure("云南省", "出口额", 5.0), other)
    assert writer.claim_iri(one, SOURCE) != writer.claim_iri(one, other)
    for changed in (
        figure("云南省", "出口额", 6),
        figure("云南省", "出口额", 5, "万元"),
        figure("云南省", "出口额", 5, time="2021"),
    ):
        assert writer.object_iri(changed, SOURCE) != writer.object_iri(one, SOURCE)


@pytest.mark.parametrize(("predicate", "kind"), [("identifiesProblem", "Problem"), ("proposesMeasure", "Measure")])
def test_an_argument_is_a_place_with_a_theme(predicate: str, kind: str) -> None:
    """A problem or measure is a node named by its place; its theme is a concept, and its wording is nowhere."""
    wording = "口岸基础设施落后制约通关"
    quads = written(claim("Document:a.txt", predicate, wording, (10, 22)))
    lines = facts(quads)
    assert f":argument/abababababababab-10-22 rdf:type bkg:{kind}" in lines
    assert any(line.startswith(":argument/abababababababab-10-22 bkg:theme bkc:theme-") for line in lines)
    assert wording not in "".join(map(str, quads))
    assert all(wording[i : i + 5] not in "".join(map(str, quads)) for i in range(len(wording) - 5))


def test_an_estimate() -> None:
    """An estimate is a node of its text with coefficient, term, standard error and significance, in the model of one
    dependent variable, sample and table."""
    about = {
        "term": "开放度",
        "sample": "全国",
        "stdError": 0.1,
        "significance": "1%",
        "dependent": "增长",
        "table": "表2",
    }
    lines = facts(written(claim("Document:a.txt", "estimate", -0.5, qualifiers=about)))
    (estimated,) = {line.split()[0] for line in lines if line.endswith("rdf:type bkg:Estimate")}
    (model,) = {line.split()[0] for line in lines if line.endswith("rdf:type bkg:Model")}
    own = {"term": "开放度", "stdError": 0.1, "significance": "1%", "coefficient": -0.5}
    assert {f"{estimated} bkg:{name} {value}" for name, value in own.items()} <= lines
    assert {
        f"{estimated} bkg:inModel {model}",
        f"{model} bkg:modelOf :document/abababababababab",
        f"{model} bkg:dependent 增长",
        f"{model} bkg:sample 全国",
        f"{model} bkg:tableNumber 表2",
    } <= lines


def test_a_cited_work() -> None:
    """A cited work is a node with its title, the same for two texts that cite it."""
    cited = claim("Document:a.txt", "cites", "沿边开放论")
    assert any(line.endswith("skos:prefLabel 沿边开放论") for line in facts(written(cited)))
    assert writer.object_iri(cited, SOURCE) == writer.object_iri(cited, source("b.txt", "cd" * 32))


@pytest.mark.parametrize(
    ("predicate", "name", "kind"),
    [("dataSource", "口岸年鉴", "Work"), ("author", "钱穆之", "Author"), ("variable", "开放程度", "Variable")],
)
def test_what_only_its_name_tells(predicate: str, name: str, kind: str) -> None:
    """Sources of data, authors and variables are nodes of their class with their name."""
    given = f"Work:{name}" if predicate == "dataSource" else name  # a body that gives data is an entity, a title is not
    lines = facts(written(replace(claim("Document:a.txt", predicate, given), object_entity=None)))
    (target,) = {line.split()[0] for line in lines if line.endswith(f"rdf:type bkg:{kind}")}
    assert f"{target} skos:prefLabel {name}" in lines


def test_the_role_and_the_symbol_of_a_variable() -> None:
    """What it is in the model, and the letters for it, are told of the variable; two papers have two variables."""
    said_ = claim("Document:a.txt", "variable", "开放程度", qualifiers={"role": "控制变量", "symbol": "BO"})
    lines = facts(written(said_))
    assert {line.split(" ", 1)[1] for line in lines if "variableRole" in line or "symbol" in line} == {
        "bkg:variableRole 控制变量",
        "bkg:symbol BO",
    }
    assert writer.object_iri(said_, SOURCE) != writer.object_iri(said_, source("b.txt", "cd" * 32))


@pytest.mark.parametrize(
    "changes",
    [{"time": "2021"}, {"unit": "万元"}, {"indicator": "进口额"}, {"modality": "planned"}, {"qualifiers": {"low": 4}}],
)
def test_claims_that_differ_have_iris_that_differ(changes: dict[str, object]) -> None:
    """Time, unit, indicator, modality and bounds tell two claims apart; place in the text and rule do not."""
    base = {"indicator": "出口额", "unit": "亿元", "time": "2020"}
    one = claim("Region:云南省", "observation", 5, **base)  # type: ignore[arg-type]
    assert node(claim("Region:云南省", "observation", 5, **{**base, **changes})) != node(one)  # type: ignore[arg-type]
    assert node(claim("Region:云南省", "observation", 5, (50, 60), rule="made::another", **base)) == node(one)


def test_two_problems_at_two_places_are_two_claims() -> None:
    """Arguments are told apart by their place."""
    one, other = (claim("Document:a.txt", "identifiesProblem", "口岸落后", (at, at + 4)) for at in (0, 10))
    assert node(one) != node(other)


def test_no_blank_nodes() -> None:
    """No quad of a claim or a document has a blank node."""
    quads = [*written(ISSUED), *written(figure("云南省", "出口额", 5)), *writer.document_quads(SOURCE)]
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))


def test_a_document_describes_itself() -> None:
    """A source has its title, author, year, citation, file name, length and hash; the file name stands in for a title."""
    lines = shown(quad.triple for quad in writer.document_quads(SOURCE))
    document = ":document/abababababababab"
    assert {
        f"{document} dcterms:title 沿边开放",
        f"{document} bkg:published 2020",
        f"{document} bkg:citation 某人（2020）《沿边开放》",
        f"{document} bkg:fileName a.txt",
        f"{document} bkg:textLength 1000",
        f"{document} bkg:textHash {HASH}",
    } <= lines
    bare = writer.Source("b.txt", HASH, 1, type(SOURCE.bibliography)())
    assert f"{document} bkg:citation b.txt" in shown(quad.triple for quad in writer.document_quads(bare))


def test_an_unlinked_claim_is_refused() -> None:
    """A claim whose subject was linked to nothing is an error of the program."""
    with pytest.raises(ValueError, match="subject of issuedBy is not linked"):
        written(replace(ISSUED, subject_entity=None))


@pytest.mark.parametrize("value", ["5", True, None])
def test_a_figure_is_a_number(value: object) -> None:
    """A text, a truth value or nothing is no figure."""
    with pytest.raises(TypeError, match="is no number"):
        written(figure("云南省", "出口额", value))  # type: ignore[arg-type]


def test_a_demonstration_text_is_marked_wherever_it_is_named() -> None:
    """In its titles, hence in answers, in its citation, and as a property to filter by; a publication is not."""
    about = Bibliography(title="甲志", title_en="A gazetteer", kind="demonstration")
    lines = shown(quad.triple for quad in writer.document_quads(Source("a.txt", "ab" * 32, 9, about)))
    told = {line.split(" ", 1)[1] for line in lines}
    assert {"dcterms:title 甲志〔演示文本〕", "dcterms:title A gazetteer [demonstration text]"} <= told
    assert {"skos:prefLabel 甲志〔演示文本〕", "bkg:citation 《甲志〔演示文本〕》", "bkg:isDemonstration true"} <= told
    plain = shown(quad.triple for quad in writer.document_quads(SOURCE))
    assert not any("isDemonstration" in line or "演示" in line for line in plain)
