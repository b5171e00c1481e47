"""What rules compare of a policy: series, plan, subject, issuer, form of the title, places, platforms, scope."""

import re
from functools import cached_property
from typing import Any, Final

from borderkg.extraction.marking.plans import Plan, plan_of
from borderkg.lineage.facts import Facts
from borderkg.lineage.moments import Moment
from borderkg.lineage.nodes import level_of_place
from borderkg.lineage.rules import Rules
from borderkg.vocabulary import ID

_SHORTEST_NAME: Final = 5
"""Characters of a policy's name that may be found within another's title."""

_MARKS: Final = re.compile(r"[“”\"《》]")
_LINKS: Final = re.compile(r"进一步|加快|又好又快|经济社会|省|市|县|壮族自治区|维吾尔自治区|自治区")
"""Words that a form of title has or has not without being another form."""


class Policy:
    """A node as rules see it. `attributes` are those of the lineage (`borderkg.lineage.nodes`)."""

    def __init__(self, facts: Facts, rules: Rules, iri: str, attributes: dict[str, Any]) -> None:
        self.iri = iri
        self.title: str = _MARKS.sub("", attributes["label"])
        self.type: str = attributes["type"]
        self.level: str = attributes["level"]
        self.moment = Moment(attributes["begin"], attributes["begin_latest"])
        self._facts = facts
        self._rules = rules

    def facet(self, name: str) -> frozenset[str]:
        """The values of one of `rules.FACETS`."""
        return frozenset(getattr(self, name))

    @cached_property
    def plan(self) -> frozenset[str]:
        """The years of its plan."""
        return frozenset({f"{self._plan.start}/{self._plan.end}"} if self._plan else ())

    @cached_property
    def series(self) -> frozenset[str]:
        return frozenset({self._plan.stem} if self._plan and self._plan.stem else ())

    @cached_property
    def _plan(self) -> Plan | None:
        return plan_of(self.title)

    @cached_property
    def subject(self) -> frozenset[str]:
        return self._rules.subjects_of(self.title)

    @cached_property
    def issuer(self) -> frozenset[str]:
        """Who issued it or passed it on."""
        passed_on = (claim.subject for claim in self._facts.claims_on(self.iri, "transmits"))
        return frozenset({*self._facts.values(self.iri, "issuedBy"), *passed_on})

    @cached_property
    def forerunners(self) -> frozenset[str]:
        """Its issuers, and the bodies that they succeeded."""
        found: set[str] = set()
        waiting = list(self.issuer)
        while waiting:
            body = waiting.pop()
            if body not in found:
                found.add(body)
                waiting += self._facts.known(body, "succeeds")
        return frozenset(found)

    @cached_property
    def applied(self) -> list[str]:
        return self._facts.values(self.iri, "appliesTo")

    @cached_property
    def platform(self) -> frozenset[str]:
        """The platforms that it sets up or is about."""
        about = {*self.applied, *self._facts.values(self.iri, "establishes")}
        return frozenset(thing for thing in about if thing.startswith(ID + "platform/"))

    @cached_property
    def place(self) -> frozenset[str]:
        """The administrative places that it applies to, or its platforms lie in."""
        places = {p for zone in self.platform for p in self._facts.places(zone)} | set(self.applied)
        return frozenset(p for p in places if level_of_place(self._facts, p) not in ("", "national"))

    @cached_property
    def scope(self) -> str:
        """`platform`, `region` (of the administration), `area` (a wider one, or abroad) or `nationwide`."""
        if self.platform:
            return "platform"
        if self.place:
            return "region"
        return "area" if self.applied else "nationwide"

    @cached_property
    def form(self) -> frozenset[str]:
        """Its title without the places that it applies to, where it names one."""
        names = sorted({n for p in (*self.place, *self.platform) for n in self._facts.names(p)}, key=len, reverse=True)
        here = [name for name in names if name in self.title]
        if not here:
            return frozenset()
        bare = self.title
        for name in here:
            bare = bare.replace(name, "…")
        bare = re.sub(r"^(国务院|国务院办公厅)关于", "关于", _LINKS.sub("", bare))
        return frozenset({bare})

    @cached_property
    def names(self) -> frozenset[str]:
        """Its own names, long enough to be known within a title."""
        own = {_MARKS.sub("", name) for name in self._facts.names(self.iri)}
        return frozenset(name for name in own if len(name) >= _SHORTEST_NAME)

    def in_area(self, area: str) -> bool:
        """Whether a province in which it applies belongs to an area."""
        provinces = {code for place in self.place for p in self._facts.around(place) for code in [p.rsplit("/", 1)[-1]]}
        return not self._rules.areas[area].isdisjoint(provinces)
