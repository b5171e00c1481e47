"""A question of lineage as users put it, by names and dates, and its answer: the command line, Python and REST share both."""

import re
from dataclasses import asdict
from functools import cached_property
from typing import Any, Final

from borderkg import schema
from borderkg.errors import QueryError
from borderkg.graph.store import GraphStore
from borderkg.lineage import exports, lag, moments, reading
from borderkg.lineage.diffusion import Diffusion, diffusion, known
from borderkg.lineage.facts import Facts
from borderkg.lineage.graph import Lineage
from borderkg.lineage.hop import RELATIONS
from borderkg.lineage.moments import Moment
from borderkg.lineage.rules import LEVELS
from borderkg.lineage.selection import Selection
from borderkg.lineage.traversal import LARGE, Limits, Path
from borderkg.questions.names import Names
from borderkg.records import record

_YEARS: Final = re.compile(r"[\d/-]+")
"""What is meant for years, right or wrong; no period has such a name."""

DIRECTIONS: Final = ("both", "back", "on")


@record
class Question:
    """`name` and `to` are names or IRIs; an empty field asks for no limit. Without a name the whole lineage is asked for."""

    name: str = ""
    to: str = ""
    as_of: str = ""
    known_by: str = ""
    relations: tuple[str, ...] = ()
    """Properties, by local name or label."""
    levels: tuple[str, ...] = ()
    period: str = ""
    """A period's name, or years as 1992/2006."""
    region: str = ""
    source: str = ""
    """A document's name, or the beginning of its file name."""
    stated_only: bool = False
    direction: str = "both"
    depth: int | None = None


@record
class Answer:
    """`graph` is what was found. For two names `paths` run from the earlier to the later, and `complete` says whether they
    are all; `origins` are the last things that both came from."""

    graph: Lineage
    start: str = ""
    to: str = ""
    direction: str = "both"
    depth: int | None = None
    paths: tuple[Path, ...] = ()
    complete: bool = True
    origins: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The answer as JSON has it: nodes, edges, paths, the main path (of a graph that is not large), the depth of the
        start, lags from the centre."""
        return {
            "start": self.start,
            "to": self.to,
            **exports.as_dict(self.graph),
            "paths": self.paths,
            "complete": self.complete,
            "origins": self.origins,
            "main_path": self.graph.main_path() if self.graph.number_of_edges() <= LARGE else (),
            "depth": self.graph.depth(self.start) if self.start in self.graph else 0,
            "lags": [asdict(found) for found in lag.lags(self.graph)],
        }


class Lineages:
    """The lineage of a store, read once, and what is asked of it."""

    def __init__(self, store: GraphStore, names: Names) -> None:
        self._store = store
        self._names = names

    @cached_property
    def whole(self) -> Lineage:
        """All of it, frozen."""
        return reading.read(self._store.engine)

    def diffusion(self, name: str) -> Diffusion:
        """How a platform type or a subject of policy spread. Raises UnknownNameError."""
        return diffusion(self._store.engine, name)

    def spreads(self) -> list[tuple[str, str]]:
        """The platform types and subjects whose spread can be asked for, by their names in Chinese and English."""
        return known(Facts(self._store.engine))

    def ask(self, question: Question) -> Answer:
        """Answer a question. Raises UnknownNameError for a name that nothing or too much bears, QueryError for another
        word that is none of those known."""
        start = self._names.one(question.name).iri if question.name else ""
        other = self._names.one(question.to).iri if question.to else ""
        if question.direction not in DIRECTIONS:
            known = ", ".join(DIRECTIONS)
            raise QueryError(
                f"{question.direction!r} is no direction; known are {known}.",
                f"{question.direction}：不是方向；可用：{known}。",
            )
        selection = self._selection(question)
        ends = [end for end in (start, other) if end in self.whole]
        graph = self.whole if selection == Selection() else selection.of(self.whole, ends).freeze()
        back, on = question.direction != "on", question.direction != "back"
        if other:
            return self._between(graph, start, other, question.depth)
        if start:
            graph = graph.near(ends, question.depth, back=back, on=on)
        return Answer(graph, start, "", question.direction, question.depth)

    def _between(self, graph: Lineage, start: str, other: str, depth: int | None) -> Answer:
        if start not in graph or other not in graph:
            return Answer(graph.part([end for end in (start, other) if end in graph]), start, other)
        limits = Limits(length=depth) if depth else Limits()
        paths, complete = graph.paths(start, other, limits)
        if not paths:
            paths, complete = graph.paths(other, start, limits)
        origins = graph.common_origins(start, other)
        ways = [way for origin in origins for end in (start, other) if (way := graph.shortest_path(origin, end))]
        nodes = {node for path in (*paths, *(() if paths else ways)) for node in path} | {start, other}
        return Answer(graph.part(nodes), start, other, "both", depth, tuple(paths), complete, tuple(origins))

    def _selection(self, question: Question) -> Selection:
        period, period_iri = self._period(question.period)
        return Selection(
            relations=frozenset(_relation(name) for name in question.relations),
            levels=frozenset(_level(name) for name in question.levels),
            period=period,
            period_iri=period_iri,
            region=self._names.one(question.region, frozenset({"Region"})).iri if question.region else "",
            source=self._source(question.source) if question.source else "",
            stated_only=question.stated_only,
            as_of=moments.day(question.as_of) if question.as_of else Moment(),
            known_by=moments.day(question.known_by) if question.known_by else Moment(),
        )

    def _period(self, name: str) -> tuple[Moment, str]:
        """The bounds of a period, by name or as years; of one whose end no text gives there are none."""
        if not name:
            return Moment(), ""
        years = moments.moment(name)
        if years.known:
            return years, ""
        if _YEARS.fullmatch(name):
            raise QueryError(
                f"{name}: no period; give a name, or years from the earlier to the later as 1992/2006.",
                f"{name}：不是时期；请给出名称，或由先至后的年份，如1992/2006。",
            )
        iri = self._names.one(name, frozenset({"Period"})).iri
        data = reading.node(self._store.engine, iri)
        return Moment(data["begin"], data["end"]) if data["begin"] and data["end"] else Moment(), iri

    def _source(self, name: str) -> str:
        documents = sorted(self.whole.published)
        files = {d: reading.file_name(self._store.engine, d) for d in documents}
        found = [d for d in documents if name == d or files[d].startswith(name)]
        return found[0] if len(found) == 1 else self._names.one(name, frozenset({"Document"})).iri


def _relation(name: str) -> str:
    labels = {label: local for local in RELATIONS for label in (local, *schema.load().labels.get(local, ()))}
    if name not in labels:
        known = ", ".join(RELATIONS)
        raise QueryError(
            f"{name!r} is no relation of lineage; known are {known}.", f"{name}：不是沿革关系；可用：{known}。"
        )
    return labels[name]


def _level(name: str) -> str:
    if name not in LEVELS:
        known = ", ".join(LEVELS)
        raise QueryError(f"{name!r} is no level; known are {known}.", f"{name}：不是层级；可用：{known}。")
    return name
