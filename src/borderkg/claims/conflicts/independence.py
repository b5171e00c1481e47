"""Which sources are not independent: they share authors or data, or one cites the other.

Two that agree are then no two witnesses, and where they disagree one of them has copied wrongly or taken a later edition.
"""

import re
from collections.abc import Iterable, Mapping, Set
from decimal import Decimal
from itertools import combinations
from typing import Final

from borderkg.claims.conflicts.material import Figure, Material
from borderkg.corpus.document import Bibliography
from borderkg.records import record

_SAME_FIGURES: Final = 5
"""So many figures alike to the last digit are no chance, where each has at least so many digits:"""
_DIGITS: Final = 3
_MARKS: Final = re.compile(r"[\W_]+")


@record
class Dependence:
    """Two sources, in order of their names, and why they are not independent, in English and Chinese."""

    one: str
    other: str
    reason: str
    reason_zh: str
    by_data: bool
    """Whether data alone tie them: that concerns their figures, and nothing else that they say."""


def dependences(found: Material, about: Mapping[str, Bibliography]) -> list[Dependence]:
    """The pairs of sources that are not independent, in order."""
    names = {claim.source for claim in found.claims} | set(about)
    authors = {name: _authors(name, found, about) for name in names}
    cited = {name: _cited(name, found) for name in names}
    printed = {name: _printed(f for f in found.figures if f.claim.source == name) for name in names}
    made = []
    for one, other in combinations(sorted(names), 2):
        reasons: list[tuple[str, str]] = []
        by_data: list[tuple[str, str]] = []
        if people := sorted(authors[one] & authors[other]):
            reasons.append((f"they share authors: {', '.join(people)}", f"作者相同：{'、'.join(people)}"))
        if data := sorted(_named(found, one) & _named(found, other)):
            by_data.append(
                (f"they take data from the same source: {', '.join(data)}", f"数据来源相同：{'、'.join(data)}")
            )
        for citing, work in ((one, other), (other, one)):
            title = _title(work, about)
            if title and title in cited[citing]:
                reasons.append((f"{citing} cites {work}", f"{citing}引用{work}"))
        if len(alike := printed[one] & printed[other]) >= _SAME_FIGURES:
            by_data.append((f"{len(alike)} of their figures are alike", f"{len(alike)}个数据逐位相同"))
        if reasons or by_data:
            english, chinese = zip(*reasons, *by_data, strict=True)
            made.append(Dependence(one, other, "; ".join(english), "；".join(chinese), not reasons))
    return made


def _named(found: Material, source: str) -> frozenset[str]:
    return found.data_sources.get(source, frozenset())


def _authors(source: str, found: Material, about: Mapping[str, Bibliography]) -> set[str]:
    marked = {str(claim.object) for claim in found.of("author") if claim.source == source}
    return marked | set(about[source].authors if source in about else ())


def _cited(source: str, found: Material) -> set[str]:
    return {_MARKS.sub("", str(claim.object)) for claim in found.of("cites") if claim.source == source}


def _title(source: str, about: Mapping[str, Bibliography]) -> str:
    return _MARKS.sub("", about[source].title) if source in about else ""


def _printed(figures: Iterable[Figure]) -> set[tuple[str, str, str, str]]:
    """The figures of a source that chance would hardly repeat: dated, and of several digits."""
    return {
        (f.area, f.measure.name, f.claim.time, str(f.admitted))
        for f in figures
        if f.claim.time and len(Decimal(str(f.claim.object)).normalize().as_tuple().digits) >= _DIGITS
    }


def between(sources: Set[str], known: Iterable[Dependence]) -> list[Dependence]:
    """The dependences among some sources."""
    return [d for d in known if d.one in sources and d.other in sources]
