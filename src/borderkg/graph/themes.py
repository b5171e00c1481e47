"""Themes of problems and measures: which concept of our own scheme a phrase falls under.

The phrase stays in the user's text; the graph holds its place and its theme.
"""

from functools import cache

from borderkg import schema


@cache
def _words() -> tuple[tuple[str, str, int], ...]:
    entries = []
    for order, concept in enumerate(schema.load().concepts):
        if concept.scheme == "theme":
            entries += [(word, concept.iri, order) for word in (concept.label_zh, *concept.other_labels)]
    return tuple(entries)


def theme_of(phrase: str) -> str:
    """The IRI of the theme most of whose words stand in a phrase, the earliest word deciding a tie; empty for none."""
    scores: dict[str, tuple[int, int]] = {}
    for word, iri, _ in _words():
        at = phrase.find(word)
        if at >= 0:
            count, first = scores.get(iri, (0, at))
            scores[iri] = (count + len(word), min(first, at))
    return max(scores, key=lambda iri: (scores[iri][0], -scores[iri][1], iri)) if scores else ""
