"""What a store adds to a lineage: the citations of its documents, and the periods into which one of them divides time."""

from datetime import date

import pyoxigraph as ox

from borderkg.errors import FigureError
from borderkg.figures.items import Period
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import DEFAULT, PREF_LABEL, bkg


def citations(store: GraphStore) -> dict[str, str]:
    """The citation of each document, by IRI."""
    return dict(_values(store, None, "citation"))


def divisions(store: GraphStore) -> list[tuple[str, str]]:
    """The documents that divide time into periods: IRI and citation, in order of the citations."""
    cited = citations(store)
    found = {(document, cited.get(document, document)) for _, document in _values(store, None, "periodOf")}
    return sorted(found, key=lambda entry: (entry[1], entry[0]))


def periods(store: GraphStore, source: str) -> tuple[str, list[Period]]:
    """The citation of the one document that a word of its citation or its IRI names, and its periods.

    Raises FigureError where no document with periods, or more than one, is meant; it lists them."""
    cited = citations(store)
    of = _values(store, None, "periodOf")
    meant = sorted({d for _, d in of if source == d or source in cited.get(d, "")})
    if len(meant) != 1:
        known = sorted({cited.get(d, d) for _, d in of})
        raise FigureError(
            f"{source}: name one of the sources that divide time into periods: {'; '.join(known) or 'none'}.",
            f"{source}：请指明一篇划分时期的文献：{'；'.join(known) or '无'}。",
        )
    found = [_period(store, period) for period, document in of if document == meant[0]]
    return cited.get(meant[0], meant[0]), sorted((p for p in found if p), key=lambda p: (p.begin, p.iri))


def _period(store: GraphStore, iri: str) -> Period | None:
    """A period with its bounds; None where its source does not say when it begins."""
    begins, ends = ([int(year[:4]) for _, year in _values(store, iri, name)] for name in ("startYear", "endYear"))
    if not begins:
        return None
    quads = store.quads(ox.NamedNode(iri), PREF_LABEL, None, DEFAULT)
    labels = {q.object.language: q.object.value for q in quads if isinstance(q.object, ox.Literal)}
    end = date(max(ends), 12, 31).toordinal() if ends else None
    name = labels.get("zh") or min(labels.values(), default=iri)
    return Period(iri, name, labels.get("en", ""), date(min(begins), 1, 1).toordinal(), end)


def _values(store: GraphStore, iri: str | None, name: str) -> list[tuple[str, str]]:
    """What has a property, or one thing, and its values, as text."""
    subject = ox.NamedNode(iri) if iri else None
    return [
        (q.subject.value, q.object.value)
        for q in store.quads(subject, bkg(name), None, DEFAULT)
        if isinstance(q.subject, ox.NamedNode) and isinstance(q.object, ox.NamedNode | ox.Literal)
    ]
