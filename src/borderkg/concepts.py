"""Concepts of our own schemes by their labels: what an indicator measures, its unit, the kind of a policy."""

from functools import cache
from typing import Final

from borderkg import schema
from borderkg.schema import Concept


@cache
def _labelled(scheme: str) -> dict[str, Concept]:
    return {
        label: concept
        for concept in schema.load().concepts
        if concept.scheme == scheme
        for label in (concept.label_zh, *concept.other_labels)
    }


def quantity(name: str) -> Concept | None:
    """The quantity that a text calls by this name: 外贸总额 and 进出口总额 are one. None where no label is the name."""
    return _labelled("quantity").get(name)


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(label[:2] for label in _labelled("quantity"))


def begins_quantity(words: str) -> bool:
    """Whether words begin as some quantity does: 出口木材额 as 出口额."""
    return words[:2] in _beginnings()


def near(one: Concept, other: Concept) -> bool:
    """Whether one concept is related to the other (skos:related), or stands above it at any height (skos:broader)."""
    related = other.iri in one.related or one.iri in other.related
    return related or one.iri in above(other.iri) or other.iri in above(one.iri)


@cache
def above(iri: str) -> frozenset[str]:
    """The IRIs of the concepts above one, at any height."""
    broader = _by_iri()[iri].broader
    return broader.union(*map(above, broader))


@cache
def _by_iri() -> dict[str, Concept]:
    return {concept.iri: concept for concept in schema.load().concepts}


def unit(printed: str) -> Concept | None:
    """The unit that is printed so, with its factor and base. None for one that the scheme lacks."""
    return _labelled("unit").get(printed)


_QUOTES: Final = "》”’"


def policy_kind(title: str) -> Concept | None:
    """The kind of policy that the end of a title tells, the longest label deciding: …若干意见, …暂行规定.

    A bracket at the end (2004年修订, 2012~2020年) and a second part behind a dash are no part of the end.
    """
    end = title.split("——", maxsplit=1)[0].rstrip(_QUOTES)
    if end.endswith((")", "）")):
        end = end[: max(end.rfind("("), end.rfind("（"))]
    end = end.rstrip(_QUOTES)
    labels = _labelled("policy-kind")
    fitting = [label for label in labels if end.endswith(label)]
    return labels[max(fitting, key=len)] if fitting else None
