"""Listings: tables whose rows are ports, zones, places, periods or documents, and whose cells are names and dates.

`data/rules/listings.yaml` says which column names what a row is about, and what each other column states of it. Every
claim's evidence is the cell that states it; the row's name and the header over the column are its context.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from borderkg.corpus.entries import ENTRY
from borderkg.corpus.grids.cells import Cell, Label
from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.tables import Table
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse.context import Modality
from borderkg.extraction.marking import labels, offices
from borderkg.extraction.marking.memory import Memory
from borderkg.extraction.marking.recogniser import Recogniser
from borderkg.extraction.relations.inherent import Inherent
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention, Range, Statement
from borderkg.extraction.tables import listing_captions
from borderkg.extraction.tables.concept_words import concepts
from borderkg.extraction.tables.leads import counted
from borderkg.extraction.tables.listing_columns import YEARS, Column, columns
from borderkg.extraction.tables.listing_days import days, time_of
from borderkg.extraction.tables.row_contexts import time_column
from borderkg.extraction.values import Time
from borderkg.records import replace
from borderkg.vocabulary import ENTITY_TYPES


@dataclass(frozen=True, slots=True)
class _Named:
    """A thing that a row is about, and where its name stands. `one` of several in its cell is evidence itself."""

    mention: Mention
    where: Range
    one: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """What the rows of a table are about: the column that names it, its type, and the things that each row names."""

    key: int
    kind: str
    named: tuple[tuple[Mention, ...], ...]


class Listings:
    def __init__(self, recogniser: Recogniser, mentions: Mentions, inherent: Inherent, modality: Modality) -> None:
        self._recogniser = recogniser
        self._mentions = mentions
        self._inherent = inherent
        self._modality = modality
        self._columns = columns()

    def read(self, table: Table, published: int | None) -> Iterator[Statement]:
        """What the rows of a listing state; nothing where no column names what its rows are about."""
        found = None if table.regression else self._rows(table)
        if found is None:
            return
        key, kind = found
        memory = Memory(published)
        when = time_column(table, key)
        stating = [
            (k, column)
            for k, header in enumerate(table.header)
            for column in self._columns.others
            if k != key and kind in column.of and column.header.search(header.text) and k != when
        ]
        places = sorted(
            (k for k, c in stating if c.claim == "locatedIn" and c.object == "Region"), key=lambda k: (abs(k - key), k)
        )
        if kind == "Port":
            yield from self._counted(table, key, memory)
        for row in table.rows:
            cell = row[key]
            if cell is None or not cell.text:
                continue
            named = [self._listed(n, table, key) for n in self._items(cell, kind, memory)]
            yield from self._itself(cell, memory)
            yield from self._caption(table, named, kind, bool(places), memory)
            for k, column in stating:
                stated = row[k]
                if stated is None or not stated.text or stated.dash:
                    continue
                about = named
                if k in places[1:]:  # the larger place is said of the smaller one, which stands nearer
                    inner = row[places[places.index(k) - 1]]
                    about = self._items(inner, "Region", memory) if inner else []
                elif column.claim == "inTradeZone":
                    about = [*named, *(n for j in places if (c := row[j]) for n in self._items(c, "Region", memory))]
                yield from self._cell(about, column, stated, table.header[k], memory)

    def dates(self, block: Block) -> bool:
        """Whether a line of a profile tells days, which are read from its value alone."""
        match = ENTRY.match(block.text.text) if block.kind is Kind.ENTRY else None
        return match is not None and any(
            c.object == "Date" and c.header.search(match["label"]) for c in self._columns.others
        )

    def about(self, table: Table, published: int | None) -> Rows | None:
        """What the rows of a table are about; None where no column names it."""
        found = None if table.regression else self._rows(table)
        if found is None:
            return None
        key, kind = found
        memory = Memory(published)
        cells = [row[key] for row in table.rows]
        named = [
            tuple(self._listed(n, table, key).mention for n in self._items(c, kind, memory)) if c and c.text else ()
            for c in cells
        ]
        return Rows(key, kind, tuple(named))

    def _rows(self, table: Table) -> tuple[int, str] | None:
        """The column that names the rows, and the type of what it names. Of several that may, the one with the most
        different names: a larger place stands in many rows."""
        headers = [re.sub(r"\s", "", h.text) for h in table.header]
        for kind, header, known in self._columns.rows:
            fitting = [k for k, text in enumerate(headers) if header.search(text) and not _NUMBERS.search(text)]
            for k in sorted(fitting, key=lambda k: -len({c.text for row in table.rows if (c := row[k])})):
                cells = [c for row in table.rows if (c := row[k]) is not None]
                names = [c for c in cells if c.number is None]
                memory = Memory()
                fits = self._is_known if known else self._items
                if not names or 2 * sum(bool(fits(c, kind, memory)) for c in names) <= len(cells):
                    continue
                if kind == "Port" and any("、" in c.text for c in names) and self._counties_before(table, k):
                    continue  # the ports of each county are listed behind its name
                return k, kind
        return None

    def _is_known(self, cell: Cell, kind: str, memory: Memory) -> bool:
        annotation = self._annotation(cell, memory)
        return annotation is not None and any(span.label == kind for span in annotation.spans)

    def _counties_before(self, table: Table, k: int) -> bool:
        """Whether a column before column `k` names a region of its own in each row."""
        header = next(header for kind, header, _ in self._columns.rows if kind == "Region")
        for j in range(k):
            names = [c.text for row in table.rows if (c := row[j])]
            over = table.header[j].text
            if header.search(over) and re.search("[县市旗]", over) and len(set(names)) == len(table.rows) > 1:
                return True
        return False

    def _listed(self, named: _Named, table: Table, key: int) -> _Named:
        """What a row names as the words over it or the caption take it: a zone that is called by its town alone (东兴) is of
        their kind, and in a column of counties 哈密市 is the county, not the prefecture of that name."""
        mention = named.mention
        if mention.type == "Region" and _OF_COUNTIES.search(table.header[key].text):
            return replace(named, mention=self._mentions.of_level(mention, {"county"}))
        if mention.type != "Platform" or mention.concept or not mention.place:
            return named
        said = (table.header[key].text, listing_captions.without_words(table.title.text))
        kind = next((c for text in said for c in concepts(text, "platform-type")), None)
        if kind is None:
            return named
        zone = self._mentions.platform(Mention("Region", mention.text, mention.surface, mention.place), kind)
        return replace(named, mention=replace(zone, surface=mention.surface))

    # One cell

    def _annotation(self, cell: Cell, memory: Memory) -> Annotation | None:
        sentences = self._recogniser.sentences(cell.text, memory)
        return sentences[0].annotation if len(sentences) == 1 else None

    def _items(self, cell: Cell, kind: str, memory: Memory) -> list[_Named]:
        """The things that a cell names one by one, each with its place in the file."""
        pieces = list(re.finditer(r"[^、,;]+(?:\([^()]*\))?", cell.text))
        if len(pieces) < 2 or len(cell.text) != cell.end - cell.start:
            return [_Named(m, (cell.start, cell.end)) for m in self._named(cell, kind, memory)]
        found = []
        for piece in pieces:
            one = Cell(piece[0], cell.start + piece.start(), cell.start + piece.end())
            found += [_Named(m, (one.start, one.end), True) for m in self._named(one, kind, memory)[:1]]
        return found

    def _named(self, cell: Cell, kind: str, memory: Memory) -> list[Mention]:
        """The things of a type that a cell names; an unknown name is one where its column says so."""
        annotation = self._annotation(cell, memory)
        if annotation is None:
            return []
        own = any(span.label == kind for span in annotation.spans)
        wanted: tuple[str, ...] = (kind, "Title", "Region")
        if kind in ("Area", "Country"):
            wanted = ("Country", "Countries", "Region")
        if own and kind == "Port":  # 滨海边疆区格罗杰科沃口岸: the place before it names none
            wanted = (kind,)
        found = [
            cast
            for span in annotation.spans
            if span.label in wanted
            for mention in self._mentions.of(span)
            if (cast := self._cast(mention, kind))
        ]
        whole = annotation.spans[0] if len(annotation.spans) == 1 else None
        covered = whole is not None and whole.end - whole.start >= len(_bare(cell.text))
        if kind == "Policy" and not covered and (titled := self._unknown(cell, kind, None)):
            return titled
        if kind in _NAMEABLE and not (found and (covered or own)):
            return self._unknown(cell, kind, whole if covered else None)
        return found

    def _offices(self, cell: Cell, memory: Memory) -> list[Mention]:
        """The offices that a list names without their place, which stands before the first: 某省商务厅、财政厅."""
        found = []
        pieces = (_MARK.split(text) for text in (cell.text, offices.in_full(cell.text)))
        for printed, office in zip(*pieces, strict=True):
            if printed != office:
                named = self._named(Cell(office, cell.start, cell.end), "Organization", memory)
                found += [replace(m, surface=(printed,)) for m in named]
        return found

    def _cast(self, mention: Mention, kind: str) -> Mention | None:
        if kind == "Area":
            return mention if mention.type in ("Country", "Region") else None
        return self._mentions.as_type(mention, kind) if kind != "Country" or mention.type == "Country" else None

    def _unknown(self, cell: Cell, kind: str, place: Span | None) -> list[Mention]:
        name = cell.text
        if kind == "Region":
            individuals = self._mentions.named(name, "Region")
            return [Mention(kind, name, (name,), individuals)] if individuals else []
        if kind == "Platform":
            typed = self._mentions.kind_in(name)
            return [Mention(kind, name, (name,), concept=typed.concept)] if typed else []
        if kind == "Policy":
            return [Mention(kind, name, (name,))] if _TITLED.search(name) else []
        if (
            labels.of_total(name)
            or labels.WHOLE.fullmatch(name)
            or not re.fullmatch(r"[\u4e00-\u9fff·“”()—-]{2,16}", name)
        ):
            return []
        if kind == "Expo" and not _FAIR.search(name):
            return []
        if kind == "Port":
            return [self._mentions.port(name, place.individuals if place else ())]
        return [Mention(kind, name, (name,))]

    def _itself(self, cell: Cell, memory: Memory) -> Iterator[Statement]:
        """What the name of a row says by itself."""
        annotation = self._annotation(cell, memory)
        if annotation is None or len(annotation.text) != cell.end - cell.start:
            return
        for read in self._inherent.read(annotation):
            yield Statement(
                subject=read.subject,
                predicate=read.predicate,
                object=read.object,
                evidence=(cell.start + read.evidence[0], cell.start + read.evidence[1]),
                rule=read.rule,
            )

    def _caption(
        self, table: Table, named: list[_Named], kind: str, placed: bool, memory: Memory
    ) -> Iterator[Statement]:
        """What the caption says of all rows: the place they lie in, where no column does; the kind that they are."""
        if not any(listing_captions.schemes(kind)) or not table.title.text or not table.title.spans:
            return
        said: list[tuple[str, Mention]] = []
        measuring = kind == "Region" and _only_figures(table) and not listing_captions.of_list(table.title.text)
        for sentence in self._recogniser.sentences(table.title.text, memory):
            spans = sentence.annotation.spans
            dated = next((s.end for s in spans if s.label == "Date" and s.start == 0), 0)
            for span in spans:
                alone = sentence.annotation.text[span.end : span.end + 1] not in ("、", "和", "与", "及")
                first = span.label == "Region" and span.start == dated and alone and not (placed or measuring)
                if first and span.individuals and "/area/" not in span.individuals[0].iri:
                    said.append(("locatedIn", self._mentions.of(span)[0]))
        said += listing_captions.kinds(table.title.text, kind)
        for thing, (predicate, mention) in itertools.product(named, said):
            rule = f"listings::the caption of a listing ({predicate})"
            about = self._mentions.as_kind(thing.mention, mention.concept) if mention.concept else thing.mention
            yield Statement(about, predicate, mention, thing.where, rule, tuple(table.title.spans))

    def _counted(self, table: Table, key: int, memory: Memory) -> Iterator[Statement]:
        """What the lead says of as many ports as the table has: 表1列出了五个公路口岸的货运量."""
        told = counted(table.lead)
        named = [n for row in table.rows if (c := row[key]) for n in self._items(c, "Port", memory)] if told else []
        if told is None or len({n.mention.text for n in named}) != told[0]:
            return
        for predicate, scheme in listing_captions.schemes("Port"):
            for told_kind in concepts(told[1], scheme):
                rule = f"listings::the lead of a listing ({predicate})"
                yield from (Statement(n.mention, predicate, told_kind, told[2], rule, (n.where,)) for n in named)

    def _cell(
        self, named: list[_Named], column: Column, stated: Cell, header: Label, memory: Memory
    ) -> Iterator[Statement]:
        annotation = self._annotation(stated, memory)
        end = len(annotation.abstract) if annotation else 0
        modality = self._modality.of(annotation, end, end) if annotation else ""
        cell = (stated.start, stated.end)
        for predicate, value in self._values(column, stated, memory):
            for thing in named:
                subject, target = thing.mention, value
                turned = {("inTradeZone", "TradeZone"), ("locatedIn", "Region")}
                of_value = predicate == "establishes" or (predicate, subject.type) in turned
                if of_value and isinstance(value, Mention) and (subject.type, value.type) != ("Region", "Region"):
                    subject, target = value, thing.mention
                evidence, other = (thing.where, cell) if thing.one else (cell, thing.where)
                yield Statement(
                    subject=subject,
                    predicate=predicate,
                    object=target,
                    evidence=evidence,
                    rule=f"listings::{column.name}",
                    context=tuple(dict.fromkeys((other, *header.spans))),
                    modality=modality,
                )

    def _values(self, column: Column, stated: Cell, memory: Memory) -> Iterator[tuple[str, Mention | Time]]:
        """What a cell states, each with its predicate."""
        if column.object == "Date" and column.claim == YEARS:
            time = time_of(stated.text)
            if time is not None:
                yield "startYear", Time(time.start[:4])
                if time.end:
                    yield "endYear", Time(time.end[:4])
        elif column.object == "Date":
            yield from ((column.claim, day) for day in days(stated.text))
        elif column.object == "Mark":
            for kind in ("Policy", "Event", "Meeting", "Agreement"):
                for mention in self._named(stated, kind, memory):
                    if mention.type == kind:
                        yield column.claim, mention
        elif column.object == "Text":
            for name in re.findall(r"[^、,;/“”\s()]{2,16}", stated.text):
                yield column.claim, Mention("Text", name, (name,))
        elif column.object == "TradeZone":
            zones = self._mentions.named(stated.text.removesuffix("边贸区") + "边境贸易区", "TradeZone")
            named = zones or self._mentions.named(stated.text, "TradeZone")
            if named:
                yield column.claim, Mention("TradeZone", named[0].label_zh, (stated.text,), named)
        elif column.object in ENTITY_TYPES or column.object == "Area":
            found = self._named(stated, column.object, memory)
            found += self._offices(stated, memory) if column.object == "Organization" else []
            yield from ((column.claim, mention) for mention in found)
        else:
            yield from ((column.claim, mention) for mention in concepts(stated.text, column.object))


_NAMEABLE: Final = ("Region", "Platform", "Port", "Period", "Corridor", "Expo", "Policy")
"""Types whose column may hold names that are not known, or that are too common to be read in running text."""

_OF_COUNTIES: Final = re.compile("[县旗]")
"""Over a column of counties, in which a 市 is one at county level: 县（旗）、市（市辖区）."""

_TITLED: Final = re.compile(
    r"[\u4e00-\u9fff].{3,}(?:通知|意见|办法|规划|批复|复函|方案|决定|条例|规定|措施|纲要|决议|细则|计划|公告|法)(?:\([^()]*\))?$"
)
"""The title of a document where a table leaves out its 《》."""
_MARK: Final = re.compile("[、,;/]")
_FAIR: Final = re.compile("(?:会|节|展|论坛|活动周)$")
_NUMBERS: Final = re.compile(r"数量|个数|面积|人口|额|量|产值|[（(](?:个|亿|万|平方)")


def _only_figures(table: Table) -> bool:
    return all(c is None or c.dash or c.number is not None for row in table.rows for c in row[1:])


def _bare(text: str) -> str:
    return re.sub(r"[《》]", "", text)
