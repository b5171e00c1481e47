"""Tables of figures to observations: every cell is a claim, its evidence the cell's own characters.

Each axis of a table has a role: its labels are times, subjects, partners or indicators. What neither axis tells is told by
the caption, or by the heading that the table stands under.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from borderkg.corpus.grids.cells import Cell, Label
from borderkg.corpus.tables import Table
from borderkg.extraction.marking.gazetteer import Gazetteer
from borderkg.extraction.marking.labels import (
    Said,
    counted_kind,
    indicator_of_caption,
    only_year,
    part_of_year,
    place_of,
    read_label,
)
from borderkg.extraction.marking.quantities import UNIT
from borderkg.extraction.papers.research import named_sources
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.statement import Mention, Range, Statement
from borderkg.extraction.tables import measured
from borderkg.extraction.tables.leads import Lead
from borderkg.extraction.tables.leads import read as read_lead
from borderkg.extraction.tables.listings import Rows
from borderkg.extraction.tables.remarks import read as read_remarks
from borderkg.extraction.tables.row_contexts import Context, RowContexts
from borderkg.extraction.tables.sums import sums_of
from borderkg.extraction.tables.table_units import carried, unit_of
from borderkg.extraction.tables.wholes import of_total
from borderkg.extraction.values import Time
from borderkg.records import replace
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
_PROVINCES: Final = 9
_BORDER: Final = re.compile(r"沿边|边疆|(?:九|9)个?省")
_PART: Final = re.compile(r"部分|主要|重点")
_NO_FIGURES: Final = re.compile(
    r"(?:年份|年度|(?<!通关)(?<!等待)(?<!运行)(?<!查验)时间|日期|年月)$|^(?:[Yy]ears?|序号|编号|代码|排名|位次|名次|排序|届数|届次|备注|变动|变化量|增减量|增减额)$"
)
"""Columns of dates, of numbers that only count the rows, of ranks."""
_PORTS: Final = re.compile("^(?!.*(?:口岸城市|[县市])).*口岸")
"""Of a caption, or over the rows: what these name are ports."""
_OF_PORT: Final = re.compile(r"口岸(?:进出|过货|货运|客运|出入|货物|旅客|通关|进口|出口|过客|吞吐)")
"""A measure that is taken at ports."""
_OF_NATION: Final = re.compile("国")
"""In a label of a share: 占全国比重, 全国占比. In a table of one province a bare 占比 is no share of the nation."""
_OF_REGIONS: Final = re.compile(r"地区|省|[市县州盟旗国](?:名称?|别)?$|城市")
_UNIT: Final = re.compile(UNIT)
_AHEAD: Final = re.compile(r"预测|预计|目标(?:值|数)?(?:\(|$)|计划(?:数|值)|展望|测算")
"""Figures of what is to come are no facts."""
_COUNT_COLUMN: Final = re.compile(r"^(?:个数|数量|数目|总数)$")
_COUNT_WORDS: Final = re.compile(r"^(?:个数|数量|数目|数|总数|合计)$")
_COUNTED: Final = re.compile(
    r"边境县|口岸(?!城市)|(?:重点开发开放|自由贸易|边境旅游)试验区|(?:边境|跨境)经济合作区|综合保税区"
)
"""What a caption says is counted: 陆地边境县分布."""
_TRADE: Final = re.compile(r"进出口|进口|出口|贸易|投资|来华|入境")
_PARTNERS: Final = re.compile(
    r"^(?:对|与|同|向|从)[\u4e00-\u9fff、]+?的?(?=(?:双边|边境)?(?:小额)?(?:进出口|进口|出口|贸易(?!伙伴|对象|国)|直接投资|投资))"
)
"""对主要贸易伙伴进出口额: whoever the table names stands in their place."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """What the labels of rows or columns say; `about` are the subjects, where the labels name them."""

    said: Sequence[Said]
    subjects: Sequence[Mention | None]
    about: bool
    partners: bool


class Figures:
    def __init__(self, names: Gazetteer, known: Reference, mentions: Mentions) -> None:
        self._names = names
        self._known = known
        self._mentions = mentions

    def read(self, table: Table, rows: Rows | None, spoken_of: Mention | None = None) -> Iterator[Statement]:
        """The observations of a table of figures, `rows` being what a listing's rows are about, and `spoken_of` what the
        sentence above it speaks of; nothing where rows and columns do not tell what the figures are."""
        if table.regression or not table.rows:
            return
        caption = indicator_of_caption(table.title.text, self._names)
        if spoken_of and spoken_of.individuals and not caption.place and _announces(table):
            caption = replace(caption, place=spoken_of.individuals, place_text=spoken_of.surface[0])
        lead = read_lead(table.lead)
        remarks = read_remarks(note.text.text for note in table.notes)
        if not caption.time and (year := remarks.year or only_year(caption.text) or lead.year):
            caption = replace(caption, time=Time(year))
        key = rows.key if rows else 0
        if not caption.unit and not table.unit:  # 口岸（万吨）over the rows
            over = table.header[key].text
            caption = replace(caption, unit=over if _UNIT.fullmatch(over) else read_label(over, self._names).unit)
        columns = [k for k in range(len(table.header)) if k != key and self._has_figures(table, k)]
        heads = [read_label(table.header[k].text, self._names) for k in columns]
        kind = "Port" if self._of_ports(table, key, lead) else ""
        partners = bool(_TRADE.search(caption.indicator)) and self._whole(caption, table) is not None
        across = self._axis(heads, (), kind, caption, partners=partners)
        contexts = RowContexts(table, key, self._names)
        across = replace(
            across, said=[replace(s, indicator="") if contexts.names_value(s.text) else s for s in across.said]
        )
        for n, k in enumerate(columns):
            counted = _COUNT_COLUMN.match(table.header[k].text) is not None and k > 0
            before = k - 1 if counted else key  # a count stands behind what it is of
            stubs = list(
                measured.of_which(
                    [read_label(c.text, self._names) if (c := row[before]) else Said() for row in table.rows]
                )
            )
            named = rows.named if rows and before == key else ()
            down = self._axis(stubs, named, "" if rows else kind, caption, partners=partners)
            for i, row in enumerate(table.rows):
                c, label = row[k], row[before]
                if c is None or c.number is None or label is None:
                    continue
                summed = sums_of(table, (i, k), down.said, across.said, columns)
                beside = contexts.of(row)
                for statement in self._cell(
                    table, c, (label, table.header[k]), (down, i), (across, n), caption, beside
                ):
                    told = (said.unit_of(statement.indicator) for said in (remarks, lead.remarks))
                    unit = statement.unit or next(filter(None, told), "")
                    qualifiers = {**statement.qualifiers, "sumOf": summed} if summed else statement.qualifiers
                    context = tuple(dict.fromkeys((*statement.context, *lead.spans)))
                    yield replace(statement, unit=unit, qualifiers=qualifiers, context=context)

    def _of_ports(self, table: Table, key: int, lead: Lead) -> bool:
        """Whether the caption, the words over the rows, the lead or what is measured say that bare names are ports'."""
        over = table.header[key].text
        if _PORTS.search(table.title.text) or _PORTS.search(over):
            return True
        if lead.ports and not _OF_REGIONS.search(over + table.title.text):
            return True
        return any(_OF_PORT.match(c.text) for row in table.rows if (c := row[key]))

    def _has_figures(self, table: Table, k: int) -> bool:
        cells = [c for row in table.rows if (c := row[k]) and c.text and not c.dash]
        return not _NO_FIGURES.search(table.header[k].text) and 2 * sum(c.number is not None for c in cells) > len(
            cells
        )

    # Axes

    def _axis(
        self, said: Sequence[Said], named: Sequence[Sequence[Mention]], kind: str, caption: Said, *, partners: bool
    ) -> _Axis:
        provinces = {i.iri for s in said for i in s.place if i.is_province}
        subjects: list[Mention | None] = []
        said = list(said)
        for i, s in enumerate(said):
            mention = self._subject(s, kind, caption, len(provinces))
            listed = named[i] if i < len(named) else ()
            if len(listed) == 1 and not s.total and not (s.place and _is_area(s.place)) and not s.share:
                mention = listed[0]
                said[i] = replace(s, indicator="" if s.indicator == s.text else s.indicator)
            subjects.append(mention)
        naming = [s for s, mention in zip(said, subjects, strict=True) if mention and not s.total]
        about = 2 * len(naming) >= len([s for s in said if not s.total]) > 0 and bool(naming)
        foreign = all(s.place and _is_foreign(s.place) for s in said if not s.total and not s.time)
        return _Axis(said, subjects, about, about and partners and foreign)

    def _subject(self, said: Said, kind: str, caption: Said, provinces: int) -> Mention | None:
        """What a label names: a place, or the sum of the border provinces where these are the rows."""
        bare = said.total and not said.place
        if provinces >= 3 and (bare or (said.place and _is_area(said.place) and _BORDER.search(said.place_text))):
            whole = provinces >= _PROVINCES or (_BORDER.search(caption.text) and not _PART.search(caption.text))
            area = self._known.individuals.get(_BORDER_PROVINCES)
            return (
                Mention("Region", area.label_zh, (said.place_text,), (area,)) if area and (whole or not bare) else None
            )
        if not said.place:
            return None
        mention = _mention(said)
        ported = kind == "Port" and mention.type in ("Region", "Platform") and not _RANKED.search(said.place_text)
        return (self._mentions.as_type(mention, "Port") if ported else None) or mention

    def _whole(self, caption: Said, table: Table) -> Mention | None:
        """What the whole table is about: the caption says, or the nearest heading that begins with a place."""
        if caption.place:
            return _mention(caption)
        headed = self._headed(table)
        return headed[0] if headed else None

    def _headed(self, table: Table) -> tuple[Mention | None, tuple[Range, ...]] | None:
        """The place that the nearest heading begins with, and where that heading stands; None where none does."""
        for section in table.section.ancestry():
            place, text, _ = place_of(section.title, self._names)
            if place:
                heading = section.heading
                return _mention(Said(place=place, place_text=text)), (
                    ((heading.start, heading.end),) if heading else ()
                )
        return None

    # Cells

    def _cell(
        self,
        table: Table,
        c: Cell,
        printed: tuple[Cell, Label],
        down: tuple[_Axis, int],
        across: tuple[_Axis, int],
        caption: Said,
        beside: Context,
    ) -> Iterator[Statement]:
        (rows, i), (columns, n) = down, across
        stub, header = rows.said[i], columns.said[n]
        subject, partner = self._about(table, rows, i, columns, n, caption)
        indicator, unit = self._indicator(table, c, down, across, caption, beside.said)
        if partner and indicator:
            indicator = f"对{partner}{_PARTNERS.sub('', indicator)}"
        over_times = stub.total and not stub.time and 2 * sum(s.time is not None for s in rows.said) >= len(rows.said)
        if subject is None or not indicator or c.number is None or over_times:
            return  # 平均 below years is of no year
        time = _time_of(stub, (columns, n), beside.said, caption)
        if time is _UNKNOWN:
            return
        label, over = printed
        context: list[Range] = [*label.spans, *over.spans, *beside.spans, *table.title.spans]
        headed = None if caption.place else self._headed(table)
        context += headed[1] if headed and headed[0] == subject else ()
        qualifiers: dict[str, object] = {"table": f"表{table.number}"} if table.number else {}
        if sources := "、".join(filter(None, (named_sources(note.text.text, self._mentions) for note in table.notes))):
            qualifiers["dataSource"] = sources
        if c.bound:
            qualifiers["comparator"] = c.bound
        if c.doubtful:
            qualifiers["doubtful"] = "decimal point read from a blank"
        yield Statement(
            subject=subject,
            predicate="observation",
            object=c.number,
            evidence=(c.start, c.end),
            rule="figures::a cell of a table",
            context=tuple(dict.fromkeys(span for span in context if span[1] > span[0])),
            indicator=indicator,
            time=time.text if isinstance(time, Time) else "",
            unit=unit,
            modality="planned" if any(_AHEAD.search(text) for text in (caption.text, stub.text, header.text)) else "",
            qualifiers=qualifiers,
        )

    def _about(
        self, table: Table, rows: _Axis, i: int, columns: _Axis, n: int, caption: Said
    ) -> tuple[Mention | None, str]:
        """The subject of a cell, and the partner of its trade. Where an axis names subjects, a label of it that names
        none leaves its cells without."""
        for axis, k, other, m in ((rows, i, columns, n), (columns, n, rows, i)):
            if axis.partners:
                named = axis.subjects[k]
                whole = other.subjects[m] if other.about else self._whole(caption, table)
                return (whole, named.text) if named and not axis.said[k].total else (None, "")
        for axis, k in ((rows, i), (columns, n)):
            if axis.about:
                return axis.subjects[k] or self._sum(axis.said[k], caption), ""
        return rows.subjects[i] or columns.subjects[n] or self._whole(caption, table), ""

    def _sum(self, said: Said, caption: Said) -> Mention | None:
        """A total of all that a place has is the place's."""
        return of_total(said, caption, _mention(caption) if caption.place else None)

    def _indicator(
        self, table: Table, c: Cell, beyond: tuple[_Axis, int], across: tuple[_Axis, int], caption: Said, beside: Said
    ) -> tuple[str, str]:
        """The indicator's name and unit: from the header or the row where they name one, else from the caption."""
        columns, n = across
        header, stub = columns.said[n], beyond[0].said[beyond[1]]
        over = "" if part_of_year(header.text, "") else header.indicator
        base = stub.indicator if not stub.place and not stub.total and not part_of_year(stub.text, "") else ""
        own = measured.named(base, beside.indicator, over)
        if own in _SECTORS or own.removesuffix("产业") in _SECTORS:
            own = _SECTORS[own.removesuffix("产业")]
        share = stub.share or beside.share or header.share
        unit = c.unit or beside.unit or header.unit or stub.unit or ("%" if c.percent else "")
        before, above = (
            [measured.of_caption(s.indicator, caption.indicator) for s in axis.said[:k] if measured.is_level(s)]
            for axis, k in (across, beyond)
        )
        if n and columns.said[n - 1].total and not columns.said[n - 1].indicator and caption.indicator:
            before = [caption.indicator]  # 进境 | 出境 | 合计 | 同比增长
        growing = measured.growth(own, before, above if not header.indicator else (), caption.indicator)
        if growing is not None:
            return (growing if unit in ("", "%", "‰", "百分点", "个百分点") else ""), "%"
        own = measured.of_caption(own, caption.indicator)
        indicator = own or caption.indicator
        if _COUNT_WORDS.match(indicator):
            kind = _COUNTED.search(caption.text)
            return (f"{kind[0]}数量", "个") if kind else ("", "")
        if _NO_FIGURES.search(indicator):
            return "", ""
        if not share and not unit:
            unit = unit_of(indicator, table.unit or caption.unit) or carried(
                indicator, (s.unit for s in reversed(columns.said[:n]) if s.unit)
            )
        if share:
            own_place = caption.place and not any(i.is_china for i in caption.place)
            if own_place and not _OF_NATION.search(stub.text + header.text):
                share = share.replace("占全国的比重", "占比")
            return measured.share(own, share, before, indicator), "%"
        if indicator.startswith("第") and indicator.endswith("产业") and unit == "%":
            return indicator + "比重", unit
        whole = c.number is not None and c.number == c.number.to_integral_value()
        if not unit and whole and counted_kind(indicator.removesuffix("数")):
            return indicator.removesuffix("数") + "数量", "个"
        if unit == "个" and not indicator.endswith("数量"):
            return indicator + "数量", unit
        return indicator, unit


_UNKNOWN: Final = Time("")
"""Of a month of no known year."""


def _time_of(stub: Said, over: tuple[_Axis, int], beside: Said, caption: Said) -> Time | None:
    """The time of a cell: its row's or its column's, else that of the caption. A month is one of the year told elsewhere; a
    rate of growth without a year behind the figures of one is of that year."""
    columns, n = over
    header = columns.said[n]
    whole = (
        caption.time
        if caption.time and caption.time.start[:4] == (caption.time.end or caption.time.start)[:4]
        else None
    )
    year = header.time or beside.time or caption.time
    within = part_of_year(stub.text, year.start[:4] if year else "")
    if within is None and not header.time:
        year = stub.time or beside.time or caption.time
        within = part_of_year(header.text, year.start[:4] if year else "")
    if within:
        return within if year and year.start[:4] == (year.end or year.start)[:4] else _UNKNOWN
    growing = not header.time and measured.is_growth(header.indicator) and n
    return stub.time or header.time or beside.time or (columns.said[n - 1].time if growing else None) or whole


def _announces(table: Table) -> bool:
    """Whether the sentence above a table is its caption: 该区2022年主要指标如下."""
    lead = table.lead
    return lead is not None and any(lead.start <= start < lead.end for start, _ in table.title.spans)


_RANKED: Final = re.compile(r"[省市县旗州盟区]$")


def _mention(said: Said) -> Mention:
    kind = said.place[0].type
    text = said.place_text
    if any(i.is_china for i in said.place):
        text = said.place[0].label_zh
    return Mention(kind, text, (said.place_text,), tuple(i for i in said.place if i.type == kind))


def _is_area(place: tuple[Individual, ...]) -> bool:
    return any("/area/" in i.iri for i in place)


def _is_foreign(place: tuple[Individual, ...]) -> bool:
    return place[0].type == "Country" and not any(i.is_china for i in place)
