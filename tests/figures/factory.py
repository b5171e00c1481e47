"""Lineage graphs to draw: of a store, as the engine gives them, and made ones of any size."""

import random
from datetime import date

import networkx as nx

from borderkg.graph.store import GraphStore
from borderkg.lineage import reading


def of_store(store: GraphStore) -> "nx.MultiDiGraph[str]":
    """The lineage of a store, stated and inferred."""
    return reading.read(store.engine)


def days(printed: str) -> dict[str, str]:
    """The bounds of a printed date: a year begins on some day of it."""
    if len(printed) == 4:
        return {"begin": f"{printed}-01-01", "begin_latest": f"{printed}-12-31"}
    if len(printed) == 7:
        return {"begin": f"{printed}-01", "begin_latest": f"{printed}-28"}
    return {"begin": printed, "begin_latest": printed}


def next_to(graph: "nx.MultiDiGraph[str]", label: str) -> "nx.MultiDiGraph[str]":
    """What a hop leads to or from the node of this label, and the hops between all these."""
    middle = next(iri for iri in graph if graph.nodes[iri]["label"] == label)
    return graph.subgraph({middle, *graph.predecessors(middle), *graph.successors(middle)}).copy()


_NAMES = (
    "关于促进边境贸易发展有关财税政策的通知",
    "沿边开发开放规划",
    "重点开发开放试验区建设总体方案的批复",
    "口岸发展“十三五”规划",
)
_PLACES = ("黑龙江", "内蒙古", "新疆", "西藏", "云南", "广西", "辽宁", "吉林", "甘肃")
_LEVELS_OF = {"Organization": ("national", "provincial"), "Region": ("provincial", "prefecture", "county")}
_ENDINGS = {"Organization": "省商务厅", "Region": "边境县", "Platform": "边境经济合作区", "Meeting": "开放会议"}


def made(size: int, seed: int = 1) -> "nx.MultiDiGraph[str]":
    """A graph of so many nodes over 1978 to 2022, shaped like a real one: bodies issue policies, these follow and carry out
    each other, set up platforms and are about places; some are planned, some hops inferred, some in conflict."""
    dice = random.Random(seed)  # noqa: S311 - a made example, no secret
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    of: dict[str, list[str]] = {"Organization": [], "Region": [], "Policy": [], "Platform": [], "Meeting": []}
    for n in range(size):
        kind = (
            dice.choices(list(of), (1, 2, 12, 4, 1))[0] if n > 3 else ("Organization", "Region", "Policy", "Policy")[n]
        )
        dated = kind not in _LEVELS_OF
        begin = date.fromordinal(dice.randrange(date(1978, 1, 1).toordinal(), date(2022, 1, 1).toordinal()))
        shown = dice.choice((f"{begin.year}", begin.isoformat()[:7], begin.isoformat()))
        name = f"{dice.choice(_PLACES)}{_ENDINGS.get(kind) or dice.choice(_NAMES)}"
        iri = f"https://example.org/{kind}/{n}"
        of[kind].append(iri)
        graph.add_node(
            iri,
            label=name if dated else f"{name}{n}",
            label_en=f"{kind} no. {n} on the opening of the border",
            type=kind,
            level=dice.choice(_LEVELS_OF.get(kind, ("national", "provincial", "provincial", "prefecture"))),
            lane_type=dice.choice(("边境经济合作区", "综合保税区")) if kind == "Platform" else "",
            date=shown if dated else "",
            end=f"{begin.year + dice.randrange(3, 9)}-12-31" if dated and dice.random() < 0.25 else "",
            planned=dated and dice.random() < 0.1,
            **days(shown if dated else ""),
        )
    for iri in (*of["Policy"], *of["Platform"], *of["Meeting"]):
        begin = graph.nodes[iri]["begin"]
        before = sorted(
            (p for p in of["Policy"] if graph.nodes[p]["begin"] < begin), key=lambda p: graph.nodes[p]["begin"]
        )[-12:]
        if iri in of["Policy"]:
            _hop(graph, dice, dice.choice(of["Organization"]), iri, "issuedBy", 0.7)
            _hop(graph, dice, iri, dice.choice(of["Region"]), "appliesTo", 0.3)
            _hop(
                graph,
                dice,
                dice.choice(before or of["Organization"]),
                iri,
                dice.choice(("follows", "implements", "amends")),
                0.5,
            )
        else:
            _hop(graph, dice, dice.choice(before or of["Organization"]), iri, "establishes", 0.7)
            _hop(graph, dice, iri, dice.choice(of["Region"]), "locatedIn", 0.7)
    return graph


def _hop(graph: "nx.MultiDiGraph[str]", dice: random.Random, tail: str, head: str, relation: str, odds: float) -> None:
    if dice.random() < odds:
        graph.add_edge(
            tail,
            head,
            relation=relation,
            inferred=dice.random() < 0.3,
            conflict=dice.random() < 0.05,
            claims=(f"https://example.org/claim/{head.rsplit('/', 1)[-1]}",),
            sources=(f"https://example.org/document/{dice.randrange(5)}",),
            reason_zh="同一主题",
            reason_en="the same subject",
            confidence=0.9,
        )
