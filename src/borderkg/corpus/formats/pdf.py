"""PDF: the text layer, line by line as it is printed, column after column, page after page.

Running heads are left out; the number of a page stands on a line of its own. Nothing but the text layer is read: a scanned
page has none.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from threading import Lock
from typing import Any, Final

from borderkg.corpus.formats import aligned, columns, glyphs, ruled
from borderkg.corpus.formats.columns import Line
from borderkg.corpus.formats.glyphs import Glyph, Run
from borderkg.corpus.formats.heads import without_running_heads
from borderkg.corpus.formats.loaded import Loaded, canonical
from borderkg.corpus.formats.printed import Printed, joined, located
from borderkg.corpus.formats.shown import Shown, turned_back
from borderkg.corpus.formats.strokes import Strokes, strokes
from borderkg.corpus.sheets import Sheet
from borderkg.errors import CorpusError
from borderkg.records import record
from borderkg.settings import MAX_CANONICAL_TEXT, MAX_PAGES

_PDFIUM: Final = Lock()
"""PDFium serves one thread at a time."""

_FEWEST: Final = 5
"""Characters a page, on average; a scan may bear a stamp."""

_UNREADABLE: Final = 0.3
_FOOT_MARK: Final = re.compile(r"([①-⑳])\s*(?=\S)")


def load(data: bytes, path: Path) -> Loaded:
    """The text of a PDF. Raises CorpusError where it is damaged, encrypted, or without a text layer."""
    if b"%PDF-" not in data[:1024]:
        raise CorpusError(f"{path}: not a PDF, whatever its name says.")
    with _PDFIUM:
        pages = _pages(data, path)
    found = [glyph for page in pages for _, group in page.groups for glyph in group]
    if len(found) < _FEWEST * len(pages):
        raise CorpusError(
            f"{path}: a PDF without a text layer, as scanners make them. Have its text recognised (OCR) first."
        )
    unknown = sum(
        unicodedata.category(glyph.character) in ("Co", "Cn") or glyph.character == "\ufffd" for glyph in found
    )
    if unknown > _UNREADABLE * len(found):
        raise CorpusError(
            f"{path}: its fonts do not say which characters they show. Print it anew from its source, or have its text "
            "recognised (OCR)."
        )
    runs = without_running_heads([_runs(page, path) for page in pages])
    printed = [_sheet(groups, page, path) for groups, page in zip(runs, pages, strict=True)]
    made = canonical("\n\f".join(sheet.text for sheet in printed) + "\n", "pdf", path)
    return replace(made, sheets=tuple(_sheets(printed, pages)))


def _sheets(printed: Sequence[Printed], pages: Sequence["_Page"]) -> Iterator[Sheet]:
    """The sheets of the whole text, whose pages are parted by a line's end and a form feed."""
    ahead = 0
    for page, sheet in zip(pages, printed, strict=True):
        boxes = (page.shown.box(start + ahead, end + ahead, rectangle) for start, end, rectangle in sheet.spots)
        yield Sheet(page.shown.width, page.shown.height, tuple(boxes))
        ahead += len(sheet.text) + 2


@record
class _Page:
    """What is printed on a page: characters, by the turn of the page for which they are upright, and lines."""

    groups: list[tuple[int, list[Glyph]]]
    drawn: Strokes
    shown: Shown


def _runs(page: _Page, path: Path) -> list[list[Run]]:
    """The runs of a page, by the direction in which they are read."""
    return [glyphs.runs(*ruled.taken(group, page.drawn.turned(turn), path)) for turn, group in page.groups]


def _pages(data: bytes, path: Path) -> list[_Page]:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise CorpusError(f"{path}: encrypted. Remove the password.") from error
        raise CorpusError(f"{path}: a damaged PDF. Make it anew, or repair it.") from error
    try:
        if len(document) > MAX_PAGES:
            raise CorpusError(f"{path}: {len(document)} pages; up to {MAX_PAGES} are read. Split it.")
        return _characters(document, path)
    finally:
        document.close()


def _characters(document: Any, path: Path) -> list[_Page]:
    import pypdfium2

    pages = []
    total = 0
    for number in range(len(document)):
        try:
            page = document[number]
            pages.append(_Page(glyphs.glyphs(page), strokes(page), Shown.of(page)))
            page.close()
        except pypdfium2.PdfiumError as error:
            raise CorpusError(f"{path}: page {number + 1} is damaged. Make the PDF anew, or repair it.") from error
        total += sum(len(group) for _, group in pages[-1].groups)
        if total > MAX_CANONICAL_TEXT:
            raise CorpusError(f"{path}: more than {MAX_CANONICAL_TEXT / 1e6:.0f} million characters. Split it.")
    if not pages:
        raise CorpusError(f"{path}: a PDF without pages.")
    return pages


def _sheet(groups: Sequence[Sequence[Run]], page: _Page, path: Path) -> Printed:
    """The text of one page, and where it stands there."""
    sizes = Counter[float]()
    for group in groups:
        for run in group:
            sizes[round(run.size, 1)] += len(run.text)
    body = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    paragraphs = [
        turned_back(paragraph, turn)
        for (turn, _), group in zip(page.groups, groups, strict=True)
        for region in columns.regions(group)
        for paragraph in _region(region, body, path)
    ]
    return joined(paragraphs, "\n\n")


def _region(lines: Sequence[Line], body: float, path: Path) -> list[Printed]:
    """The lines of one column: tables as rows between bars, the others as they stand."""
    made: list[Printed] = []
    waiting: list[Line] = []
    i = 0
    while i < len(lines):
        framed = [paragraph for run in lines[i] for paragraph in run.table or ()]
        last = i if framed else aligned.end(lines, i)
        table = framed or (aligned.table(lines[i : last + 1], path) if last > i else [])
        if table:
            made += [*_prose(waiting, body), *table]
            waiting = []
        else:
            waiting += lines[i : last + 1]
        i = last + 1
    return [*(part for part in made if part.text), *_prose(waiting, body)]


def _prose(lines: Sequence[Line], body: float) -> list[Printed]:
    """Lines of text: indented where the print is, a blank line where it leaves more room than usual; nothing of none."""
    if not lines:
        return []
    lefts = [line[0].left for line in lines]
    margin = min(left for left in lefts if left > median(lefts) - 4 * body)
    drops = [above[0].base - line[0].base for above, line in pairwise(lines)]
    usual = median(drops) if drops else 0.0
    out: list[Printed] = []
    for i, line in enumerate(lines):
        text = " ".join(run.text for run in line)
        mark = _FOOT_MARK.match(text)
        if mark and max(run.size for run in line) < 0.95 * body:
            text = f"<sup>{mark[1]}</sup> {text[mark.end() :]}"
        if i and drops[i - 1] > 1.5 * usual:
            out.append(Printed(""))
        indented = 1.2 < (line[0].left - margin) / line[0].size < 3.5
        out.append(located("\u3000\u3000" + text if indented else text, (run.piece for run in line)))
    return [joined(out, "\n")]
