"""The known tables come back from files of every kind."""

import io
from pathlib import Path

import pypdfium2
import pytest

from borderkg.corpus.formats.loader import load
from tests.corpus.formats.article import printed
from tests.tables import fields, files, reading
from tests.tables.known import Known

TABLES = (*fields.TABLES, *fields.TURNED, *fields.WITH_GAPS)


@pytest.mark.parametrize("kind", files.MAKINGS)
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_cell_comes_back_from_a_file(table: Known, kind: str) -> None:
    """Merged cells, empty ones and any encoding: the same claims as of any other layout, and no warning."""
    make, extension = files.MAKINGS[kind]
    text = load(make(table), Path(f"a{extension}")).text
    assert reading.read(text) == (table.facts(), [])


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pypdfium2.PdfDocument]:
    """Every table on a page of its own, printed in each style. Do not write to it."""
    return {
        style: pypdfium2.PdfDocument(printed(files.sheets(TABLES, style), tmp_path_factory.mktemp("printed")))
        for style in files.STYLES
    }


CRAMPED = {("to the left", "two levels 102")}
"""Numbers that all but touch the labels, no line between them."""


@pytest.mark.browser
@pytest.mark.parametrize("number", range(len(TABLES)), ids=[table.name for table in TABLES])
def test_every_cell_comes_back_from_a_pdf(number: int, sheets: dict[str, pypdfium2.PdfDocument]) -> None:
    """With frames, with some lines, or with none. What cannot be told apart gives no claim, and one warning."""
    table = TABLES[number]
    for style in [style for i, style in enumerate(files.STYLES) if (i + number) % 4 == 1]:
        found, warnings = reading.read(load(_page(sheets[style], number), Path("a.pdf")).text)
        if (style, table.name) in CRAMPED and not found:
            assert len(warnings) == 1
        else:
            assert (style, found, warnings) == (style, table.facts(), [])


def _page(whole: pypdfium2.PdfDocument, number: int) -> bytes:
    """One page of a PDF as a file."""
    alone = pypdfium2.PdfDocument.new()
    alone.import_pages(whole, [number])
    file = io.BytesIO()
    alone.save(file)
    return file.getvalue()
