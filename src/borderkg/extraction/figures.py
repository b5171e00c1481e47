"""Tables of figures to observations: every cell is a claim, its evidence the cell's own characters.

Time, place, unit and indicator come from the row's label, the column's header and the caption, whichever speaks of it.
"""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.corpus.cells import Cell, Label
from borderkg.corpus.tables import Table
from borderkg.extraction.gazetteer import Gazetteer
from borderkg.extraction.labels import Said, counted_kind, indicator_of_caption, read_label
from borderkg.extraction.statement import Mention, Range, Statement
from borderkg.extraction.values import Time
from borderkg.reference import Individual, Reference
from borderkg.vocabulary import ID

_SECTORS: Final = {
    "一": "第一产业",
    "二": "第二产业",
    "三": "第三产业",
    "一产": "第一产业",
    "二产": "第二产业",
    "三产": "第三产业",
}
_BORDER_PROVINCES: Final = ID + "area/nine-border-provinces"
_DATES: Final = re.compile(r"(?:年份|年度|时间|日期)$")
"""A column of dates holds no figures."""

_COUNT_WORDS: Final = re.compile(r"^(?:个数|数量|数目|数|总数|合计)$")


class Figures:
    def __init__(self, names: Gazetteer, known: Reference) -> None:
        self._names = names
        self._known = known

    def read(self, table: Table) -> Iterator[Statement]:
        """The observations of a table of figures; nothing where its rows or columns do not tell what the figures are."""
        if table.regression or not table.rows:
            return
        caption = indicator_of_caption(table.title.text, self._names)
        headers = [read_label(h.text, self._names) for h in table.header]
        stubs = [read_label(row[0].text, self._names) if row[0] else Said() for row in table.rows]
        provinces = sum(any(i.value("adminLevel").endswith("province") for i in s.place) for s in stubs)
        for row, stub in zip(table.rows, stubs, strict=True):
            label = row[0]
            for k, c in enumerate(row[1:], 1):
                if c is None or c.number is None or label is None:
                    continue
                read = self._cell(table, c, label, stub, table.header[k], headers[k], caption, provinces)
                if read:
                    yield read

    def _cell(
        self, table: Table, c: Cell, label: Cell, stub: Said, over: Label, header: Said, caption: Said, provinces: int
    ) -> Statement | None:
        subject = self._subject(stub, header, caption, label, over, provinces)
        if subject is None:
            return None
        time = stub.time or header.time or (caption.time if caption.time and not caption.time.end else None)
        indicator, unit = self._indicator(table, c, stub, header, caption)
        if not indicator:
            return None
        number = c.number
        if number is None:
            return None
        context: list[Range] = [(label.start, label.end), *over.spans, *table.title.spans]
        return Statement(
            subject=subject,
            predicate="observation",
            object=number,
            evidence=(c.start, c.end),
            rule="figures::a cell of a table",
            context=tuple(dict.fromkeys(span for span in context if span[1] > span[0])),
            indicator=indicator,
            time=time.text if isinstance(time, Time) else "",
            unit=unit,
            qualifiers={"table": f"表{table.number}"} if table.number else {},
        )

    def _subject(
        self, stub: Said, header: Said, caption: Said, label: Cell, over: Label, provinces: int
    ) -> Mention | None:
        for said, printed in ((stub, label.text), (header, over.text), (caption, "")):
            if said.total and (not said.place or _is_area(said.place)) and provinces >= 3:
                area = self._known.individuals.get(_BORDER_PROVINCES)
                return Mention("Region", area.label_zh, (said.place_text,), (area,)) if area else None
            if said.place:
                kind = said.place[0].type
                text = said.place_text
                if any(i.value("isoCode") == "CN" for i in said.place):
                    text = said.place[0].label_zh
                fitting = tuple(i for i in said.place if i.type == kind)
                del printed
                return Mention(kind, text, (said.place_text,), fitting)
        return None

    def _indicator(self, table: Table, c: Cell, stub: Said, header: Said, caption: Said) -> tuple[str, str]:
        """The indicator's name and unit: from the header or the row where they name one, else from the caption."""
        base = stub.indicator if not stub.place and not stub.total else ""
        own = " ".join(filter(None, (base, header.indicator)))
        if own in _SECTORS or own.removesuffix("产业") in _SECTORS:
            own = _SECTORS[own.removesuffix("产业")]
        share = stub.share or header.share
        unit = header.unit or stub.unit or ("%" if c.percent else "")
        indicator = own or caption.indicator
        if _COUNT_WORDS.match(indicator) or _DATES.search(indicator):
            return "", ""
        if not share and not unit:
            unit = table.unit or caption.unit
        if share:
            return indicator + share, "%"
        if indicator.startswith("第") and indicator.endswith("产业") and unit == "%":
            return indicator + "比重", unit
        whole = c.number is not None and c.number == c.number.to_integral_value()
        if not unit and whole and counted_kind(indicator):
            return indicator + "数量", "个"
        if unit == "个" and not indicator.endswith("数量"):
            return indicator + "数量", unit
        return indicator, unit


def _is_area(place: tuple[Individual, ...]) -> bool:
    return any("/area/" in i.iri for i in place)
