"""What a text says of the figures of its tables: 进出口总额最高, 最少的是甘肃.

The words are noted with the cell that they are about, as `saidToBe`; the sentence is context of the cell. They are noted
only where one place, one indicator and one time of a table fit.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse.governing import Locate
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Statement

Heard = tuple[Annotation, Locate]
"""A sentence, and where its ranges lie in the file."""

MAYBE: Final = re.compile("最[高大多低少小]")
_SAID: Final = re.compile(
    r"(?P<between>[^,;。:最]{0,16})最(?P<which>[高大多低少小])(?P<among>的[^,;。]{0,6}(?:之一|地区之一)|(?:的)?[一两二三四五六])?"
)
_WHO_BEHIND: Final = re.compile(r"最(?P<which>[高大多低少小])的(?:省区|省份|口岸|城市|市县|地区|县市)?(?:是|为)$")
_OTHER: Final = re.compile("增|降|速|占|比重|差|变|人均|之一|潜力|影响|作用|贡献")
"""Words that make it a superlative of something else than the level."""

_HIGHEST: Final = "高大多"


def noted(statements: Sequence[Statement], heard: Iterable[Heard]) -> list[Statement]:
    """The statements, cells of tables with what the sentences say of them."""
    cells = [s for s in statements if s.predicate == "observation" and "table" in s.rule]
    found: dict[int, Statement] = {}
    for annotation, locate in heard if cells else ():
        for span, which, where in _said(annotation):
            fits = [cell for cell in cells if _is_of(cell, span) and _is_meant(cell, annotation, cells)]
            if len(fits) == 1:
                cell = fits[0]
                said = {**cell.qualifiers, "saidToBe": which}
                context = tuple(dict.fromkeys((*cell.context, locate(*where))))
                found[id(cell)] = replace(cell, qualifiers=said, context=context)
    return [found.get(id(s), s) for s in statements] if found else list(statements)


def _said(annotation: Annotation) -> Iterable[tuple[Span, str, tuple[int, int]]]:
    """Which place a sentence says to be first or last, and where it says so."""
    text = annotation.text
    places = [s for s in annotation.spans if s.label in ("Region", "Port", "Platform", "Country")]
    for k, span in enumerate(places):
        joined = any(re.fullmatch("[、和与及]", text[a:b]) for a, b in _gaps(places, k))
        behind = _SAID.match(text, span.end)
        if behind and not joined and not behind["among"] and not _OTHER.search(behind[0]):
            yield span, _which(behind["which"]), (span.start, behind.end())
        ahead = _WHO_BEHIND.search(text, 0, span.start)
        if ahead and not joined and not _OTHER.search(text[max(0, ahead.start() - 12) : span.start]):
            yield span, _which(ahead["which"]), (ahead.start(), span.end)


def _gaps(places: Sequence[Span], k: int) -> Iterable[tuple[int, int]]:
    if k:
        yield places[k - 1].end, places[k].start
    if k + 1 < len(places):
        yield places[k].end, places[k + 1].start


def _which(word: str) -> str:
    return "highest" if word in _HIGHEST else "lowest"


def _is_of(cell: Statement, span: Span) -> bool:
    own = {i.iri for i in cell.subject.individuals}
    return bool(own & {i.iri for i in span.individuals}) or cell.subject.text == span.text


def _is_meant(cell: Statement, annotation: Annotation, cells: Sequence[Statement]) -> bool:
    """Whether a sentence speaks of a cell's indicator and time; the one time of a table may be left out."""
    named = _core(cell.indicator) in annotation.text
    years = set(re.findall(r"(?<!\d)((?:19|20)\d\d)年", annotation.text))
    table = cell.qualifiers.get("table")
    times = {c.time for c in cells if c.qualifiers.get("table") == table and c.indicator == cell.indicator}
    return named and (cell.time in years if years else len(times) == 1)


def _core(indicator: str) -> str:
    return re.sub("(?:总额|总量|总值|金额|额|值|量)$", "", indicator)
