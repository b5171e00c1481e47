"""What a cell names: a known thing by name or code, a concept, or a new thing where the mapping allows one.

A name that means nothing known, or several things, is no guess but a fault, told with the nearest names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from rapidfuzz import process

from borderkg import reference, schema
from borderkg.claims.linker import Linker
from borderkg.corpus.normaliser import fold
from borderkg.errors import MappingError
from borderkg.extraction.marking.gazetteer import squeeze
from borderkg.extraction.statement import Mention
from borderkg.reference import Individual
from borderkg.tabular.mapping import Binding

_NEAREST: Final = 3


@cache
def mention(binding: Binding, text: str, surface: tuple[str, ...], scheme: str = "") -> Mention:
    """What a text names. `surface` is the text where it stands in the table; `scheme` that of a concept.

    Raises MappingError, without the place, where it names nothing known, or several things.
    """
    if binding.kind == "Concept":
        return _concept(text, surface, scheme)
    if binding.by:
        return _by_code(binding, text, surface)
    individuals = tuple(i for i in _named().get(_key(text), ()) if i.type == binding.kind)
    found = Mention(binding.kind, text, surface, individuals)
    entity = _linker().link(found, "")
    if entity.may_be:
        which = "; ".join(f"{i.label_zh} <{i.iri}>" for i in individuals[:5])
        raise MappingError(f"{text!r} may mean {which}. Say which: give the IRI, with by: iri.")
    if not individuals and not binding.new:
        raise MappingError(
            f"{text!r} is no known {binding.kind}. Nearest: {_nearest(text, binding.kind)}. "
            "Mend it, or allow new ones with new: true."
        )
    return found


@cache
def _linker() -> Linker:
    return Linker(reference.load())


def _concept(text: str, surface: tuple[str, ...], scheme: str) -> Mention:
    among = [c for c in schema.load().concepts if c.scheme == scheme]
    for concept in among:
        if _key(text) in map(_key, (concept.label_zh, concept.label_en, *concept.other_labels)):
            return Mention("Concept", text, surface, concept=concept)
    listed = ", ".join(concept.label_zh for concept in among[:12])
    raise MappingError(f"{text!r} is no concept of {scheme or 'a scheme'}; there are: {listed}.")


def _by_code(binding: Binding, text: str, surface: tuple[str, ...]) -> Mention:
    known = reference.load().individuals.values()
    fitting = [i for i in known if i.type == binding.kind and fold(text) in _codes(i, binding.by)]
    if len(fitting) != 1:
        wrong = "several things have" if fitting else f"no known {binding.kind} has"
        raise MappingError(f"{wrong} {text!r} as {binding.by}.")
    return Mention(binding.kind, fitting[0].label_zh, surface, (fitting[0],))


def _codes(individual: Individual, name: str) -> Sequence[str]:
    return (individual.iri,) if name == "iri" else individual.values.get(name, ())


def _key(text: str) -> str:
    return squeeze(fold(text, traditional=True)).casefold()


@cache
def _named() -> dict[str, list[Individual]]:
    found: defaultdict[str, list[Individual]] = defaultdict(list)
    for individual in reference.load().individuals.values():
        for label in dict.fromkeys(map(_key, _labels(individual))):
            found[label].append(individual)
    return dict(found)


def _labels(individual: Individual) -> Iterator[str]:
    yield individual.label_zh
    yield from filter(None, [individual.label_en])
    yield from individual.alternatives
    yield from individual.hidden


def _nearest(text: str, kind: str) -> str:
    names: Iterable[str] = sorted({i.label_zh for i in reference.load().individuals.values() if i.type == kind})
    return ", ".join(name for name, _, _ in process.extract(text, names, limit=_NEAREST)) or "none"
