"""Questions of lineage by names and dates."""

from pathlib import Path

import pytest

from borderkg.api import KnowledgeGraph, open_graph
from borderkg.errors import QueryError, UnknownNameError
from borderkg.graph import dataset
from borderkg.questions.lineages import Question
from tests.facts import SOURCES, claim, published


@pytest.fixture(scope="module")
def graph(demo_store: Path) -> KnowledgeGraph:
    return open_graph(demo_store)


def labels(graph: KnowledgeGraph, question: Question) -> set[str]:
    return {data["label"] for _, data in graph.lineages.ask(question).graph.described()}


def test_what_came_of_a_policy_and_what_it_came_from(graph: KnowledgeGraph) -> None:
    """Both ways by default, one on request, as far as asked."""
    name = "兴边富民行动“十一五”规划"
    both = labels(graph, Question(name))
    assert {"兴边富民行动", "国家民族事务委员会", "兴边富民行动“十二五”规划"} < both
    back, on = (labels(graph, Question(name, direction=way)) for way in ("back", "on"))
    assert back | on == both and back & on == {name}
    assert "国家民族事务委员会" not in labels(graph, Question(name, depth=1))


def test_paths_between_two_names(graph: KnowledgeGraph) -> None:
    """From the earlier to the later in whatever order they are named; where none leads, what both came from."""
    one, other = "西部大开发战略", "内蒙古自治区"
    answer = graph.lineages.ask(Question(one, other))
    assert answer.complete and answer.paths
    assert answer.paths == graph.lineages.ask(Question(other, one)).paths
    assert {(path[0], path[-1]) for path in answer.paths} == {(answer.start, answer.to)}
    sisters = graph.lineages.ask(Question("内蒙古满洲里重点开发开放试验区", "云南瑞丽重点开发开放试验区"))
    assert not sisters.paths
    assert [graph.label(iri) for iri in sisters.origins] == ["国务院"]


def test_as_of_a_date(graph: KnowledgeGraph) -> None:
    """What had not begun by then is not there."""
    later = "关于深入实施西部大开发战略的若干意见"
    assert later in labels(graph, Question("西部大开发战略"))
    assert later not in labels(graph, Question("西部大开发战略", as_of="2005"))


def test_filters_by_name(graph: KnowledgeGraph) -> None:
    """Relations by name or label, levels, a region, a source by its file, a period of one source."""
    assert labels(graph, Question("兴边富民行动", relations=("落实",))) == labels(
        graph, Question("兴边富民行动", relations=("implements",))
    )
    yunnan = labels(graph, Question("国务院", region="云南省", direction="on"))
    assert "云南瑞丽重点开发开放试验区" in yunnan and "广西东兴重点开发开放试验区" not in yunnan
    assert labels(graph, Question("国务院", levels=("provincial",))) >= {"云南省"}
    assert "中国老挝磨憨—磨丁经济合作区" not in labels(graph, Question("国务院", source="04-reply", depth=1))
    first = labels(graph, Question("国务院", period="第一轮沿边开放", direction="on", depth=1))
    assert "国务院关于口岸开放管理工作有关问题的批复" not in first
    years = labels(graph, Question("国务院", period="1990/1992", direction="on", depth=1))
    assert "国务院关于进一步对外开放黑河等四个边境城市的通知" in years and "云南瑞丽重点开发开放试验区" not in years
    assert "国务院关于进一步对外开放黑河等四个边境城市的通知" in first


def test_without_a_name_all_of_it(graph: KnowledgeGraph) -> None:
    """The whole lineage, or the stated part."""
    assert set(graph.lineage()) == set(graph.lineages.whole)
    assert not any(data["inferred"] for *_, data in graph.lineage(stated_only=True).hops())


def test_a_thing_without_lineage(graph: KnowledgeGraph) -> None:
    """A known name that nothing leads to gives an empty graph."""
    assert not labels(graph, Question("满洲里口岸"))


@pytest.mark.parametrize(
    ("question", "error", "said"),
    [
        (Question("兴边富民计划"), UnknownNameError, "Nearest: .*兴边富民行动"),
        (Question("国务院", relations=("leads",)), QueryError, "known are .*implements"),
        (Question("国务院", levels=("village",)), QueryError, "known are national"),
        (Question("国务院", as_of="去年"), QueryError, "give 2016"),
        (Question("国务院", period="云南省"), UnknownNameError, "云南省"),
        (Question("国务院", period="2015/2006"), QueryError, "from the earlier to the later as 1992/2006"),
        (Question("国务院", period="2006-13"), QueryError, "2006-13: no period"),
        (Question("国务院", direction="up"), QueryError, "known are both"),
    ],
)
def test_what_cannot_be_asked(graph: KnowledgeGraph, question: Question, error: type[Exception], said: str) -> None:
    """An unknown word lists what is known, an ambiguous name what it may mean."""
    with pytest.raises(error, match=said):
        graph.lineages.ask(question)


def test_a_name_that_two_things_bear(tmp_path: Path) -> None:
    """A plan that one text calls a policy and another an agreement is asked for by neither's name alone."""
    claims = [
        claim("Policy:某规划纲要", "follows", "Policy:某规划"),
        claim("Agreement:某规划纲要", "party", "Country:某国", (6, 9)),
    ]
    published(tmp_path / "graph", dataset.quads(claims, SOURCES, "made"))
    with pytest.raises(UnknownNameError, match=r"several things bear this name: .*Agreement.*Policy"):
        open_graph(tmp_path / "graph").lineages.ask(Question("某规划纲要"))
