"""The concepts that the words of a cell or a caption name: modes and classes of ports, types of zones, kinds of places."""

from collections.abc import Iterator
from functools import cache

from borderkg import schema
from borderkg.extraction.statement import Mention


def concepts(text: str, scheme: str) -> Iterator[Mention]:
    """The concepts of a scheme that a cell names: 公路、铁路; 一类; 边境县."""
    taken: set[str] = set()
    rest = text
    for label, concept in _labels(scheme):
        if label in rest and concept.iri not in taken:
            taken.add(concept.iri)
            rest = rest.replace(label, "、")
            yield Mention("Concept", concept.label_zh, (label,), concept=concept)


@cache
def _labels(scheme: str) -> list[tuple[str, schema.Concept]]:
    """The labels of a scheme, the longest first; ports' modes and classes with and without 口岸."""
    found = {}
    for concept in schema.load().concepts:
        if concept.scheme == scheme:
            for label in (concept.label_zh, *concept.other_labels):
                found[label] = concept
                found[label.removesuffix("口岸")] = concept
    return sorted(((k, v) for k, v in found.items() if len(k) >= 2), key=lambda e: (-len(e[0]), e[0]))
