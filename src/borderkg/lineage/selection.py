"""Parts of a lineage: by relation, level, period, region and source, stated hops alone, and as of a date."""

from collections.abc import Iterable
from typing import Any, Final

from borderkg.lineage.graph import Lineage
from borderkg.lineage.moments import Moment, moment
from borderkg.records import record

_DATED: Final = ("Policy", "Agreement", "Meeting", "Event", "Platform")
"""Things that begin on a day; bodies and places are there before and after."""


@record
class Selection:
    """What to keep of a lineage; an empty field keeps all."""

    relations: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    period: Moment = Moment()
    """Its first and last day."""
    period_iri: str = ""
    """A period of a source: what that source puts into it is kept whatever its date. Without bounds, nothing else with a
    date is."""
    region: str = ""
    """A region's IRI: what lies or applies elsewhere goes; what has no place of the administration stays."""
    source: str = ""
    """A document's IRI."""
    stated_only: bool = False
    as_of: Moment = Moment()
    known_by: Moment = Moment()

    def of(self, lineage: Lineage, keep: Iterable[str] = ()) -> Lineage:
        """A copy with what is selected; the nodes to `keep` stay whatever they are, others go where no hop is left.

        With `as_of` each node has its `standing` on the last day of that date: `certain` or `possible` where it had begun
        or may have, `ended` where it was over, `unknown` where it has no date; what had not yet begun is left out. With
        `known_by` a hop stays where a document that states it (or all that an inferred one rests on) may have been
        published by then.
        """
        kept = set(keep)
        nodes = [iri for iri, data in lineage.described() if iri in kept or self._takes(iri, data)]
        part = lineage.part(nodes)
        for one, other, key, data in list(part.edges(keys=True, data=True)):
            if not self._takes_hop(data, lineage.published):
                part.remove_edge(one, other, key)
        part.remove_nodes_from([iri for iri in list(part) if iri not in kept and not part.degree(iri)])
        if self.as_of.known:
            for _, data in part.described():
                data["standing"] = standing(data, self.as_of)
        return part

    def _takes(self, iri: str, data: dict[str, Any]) -> bool:
        return (
            (not self.levels or data["level"] in self.levels)
            and self._in_period(data)
            and (not self.region or not data["places"] or iri == self.region or self.region in data["places"])
            and not (self.as_of.known and standing(data, self.as_of) == "not yet")
        )

    def _in_period(self, data: dict[str, Any]) -> bool:
        if not (self.period.known or self.period_iri) or self.period_iri in data["periods"]:
            return True
        if not self.period.known or not data["begin"] or data["type"] not in _DATED:
            return data["type"] not in _DATED
        return bool(data["begin"] <= self.period.last and data["begin_latest"] >= self.period.first)

    def _takes_hop(self, data: dict[str, Any], published: dict[str, str]) -> bool:
        sources = data["sources"]
        return (
            (not self.relations or data["relation"] in self.relations)
            and not (self.stated_only and data["inferred"])
            and (not self.source or self.source in sources)
            and (not self.known_by.known or self._known(data, [moment(published.get(s, "")) for s in sources]))
        )

    def _known(self, data: dict[str, Any], published: list[Moment]) -> bool:
        early = [not date.known or date.first <= self.known_by.last for date in published]
        return all(early) if data["inferred"] else any(early)


def standing(data: dict[str, Any], as_of: Moment) -> str:
    """How a node stood on the last day of a date: `certain`, `possible`, `ended`, `unknown` or `not yet`."""
    day = as_of.last
    if not data["begin"]:
        return "unknown" if data["type"] in _DATED else "certain"
    if data["begin"] > day:
        return "not yet"
    if data["end"] and data["end"] < day:
        return "ended"
    possibly_over = data["end_earliest"] and data["end_earliest"] < day
    return "possible" if data["begin_latest"] > day or possibly_over else "certain"
