"""The boxes of a PDF's text: each lies where the characters are printed that it is the box of."""

from pathlib import Path

import pypdfium2
import pytest

from borderkg.corpus import sheets
from borderkg.corpus.formats import pdf as reader
from borderkg.corpus.formats.loaded import Loaded
from tests.corpus.factory import paragraph as prose
from tests.corpus.factory import typeset
from tests.corpus.formats.sheets import Drawn, Stroke, Words, grid, lines, of_streams, pdf

HERE = Path("a.pdf")
ACROSS, UPWARDS = [60, 180, 260, 340], [600, 620, 640, 660]
CELLS = [["省区", "2019年", "2020年"], ["云南省", "1.5", "2.5"], ["广西", "1.5", "4.5"]]
MARKUP = set("|-\n\f \u3000")


def column(number: int, x: float, top: float) -> list[Drawn]:
    return lines(typeset(prose(number), 40, ""), x, top)


def cells() -> list[Drawn]:
    return [Words(cell, ACROSS[c] + 5, UPWARDS[2 - r] + 6) for r, row in enumerate(CELLS) for c, cell in enumerate(row)]


def article() -> list[list[Drawn]]:
    """Two pages: columns and a table with gaps that line up, then a table with frames, under a running head."""
    head = Words("口岸研究 2021年第3期", 200, 790)
    return [
        [head, *column(0, 60, 740), *column(4, 330, 743), *lines(["表1　进出口额"], 240, 440)],
        [
            head,
            *cells(),
            *grid(ACROSS, UPWARDS),
            *column(2, 60, 560),
            Words("磨憨口岸", 60, 300),
            Words("3", 100, 303, 6),
        ],
        [head, *cells(), *column(3, 60, 560)],
    ]


def printed(data: bytes, sheet: int, box: sheets.Box, height: int) -> str:
    """What PDFium finds in a box, with half a point to spare."""
    page = pypdfium2.PdfDocument(data)[sheet - 1]
    found = page.get_textpage().get_text_bounded(
        left=box.left / 10 - 0.5,
        right=box.right / 10 + 0.5,
        bottom=(height - box.bottom) / 10,
        top=(height - box.top) / 10,
    )
    return "".join(str(found).split())


@pytest.fixture(scope="module")
def data() -> bytes:
    return pdf(*article())


@pytest.fixture(scope="module")
def loaded(data: bytes) -> Loaded:
    return reader.load(data, HERE)


def test_in_every_box_its_characters_are_printed(data: bytes, loaded: Loaded) -> None:
    """Of running text, of the cells of both kinds of table, of raised marks."""
    assert [(sheet.width, sheet.height) for sheet in loaded.sheets] == [(6000, 8000)] * 3
    for number, sheet in enumerate(loaded.sheets, 1):
        assert sheet.boxes
        for box in sheet.boxes:
            words = "".join(loaded.text[box.start : box.end].split()).replace("③", "3")
            assert printed(data, number, box, sheet.height) == words


def test_every_printed_character_has_a_box(loaded: Loaded) -> None:
    """But for the bars of tables and blanks, all of the text is in boxes, each on the sheet of its page."""
    covered = {at for sheet in loaded.sheets for box in sheet.boxes for at in range(box.start, box.end)}
    assert {c for at, c in enumerate(loaded.text) if at not in covered} <= MARKUP
    pages = [loaded.text.count("\f", 0, box.start) for sheet in loaded.sheets for box in sheet.boxes]
    assert pages == [number for number, sheet in enumerate(loaded.sheets) for _ in sheet.boxes]


@pytest.mark.parametrize("table", ["framed", "aligned"])
def test_equal_cells_have_each_its_own_box(loaded: Loaded, table: str) -> None:
    """The row and column decide which one is meant, not the words."""
    start = 0 if table == "framed" else loaded.text.rindex("\f")
    first = loaded.text.index("1.5", start)
    second = loaded.text.index("1.5", first + 1)
    tops = [box.top for at in (first, second) for _, box in sheets.found(loaded.sheets, loaded.text, at, at + 3)]
    assert tops == [1650, 1850]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_boxes_are_of_the_sheet_as_it_is_shown(turned: int) -> None:
    """A sheet that the viewer turns has other sides, and the words are elsewhere on it."""
    found = reader.load(pdf([Words("瑞丽口岸位于云南省瑞丽市", 60, 700)], turned=turned), HERE)
    (sheet,) = found.sheets
    (box,) = sheet.boxes
    places = {
        0: (6000, 8000, 600, 910, 1800, 1020),
        90: (8000, 6000, 6980, 600, 7090, 1800),
        180: (6000, 8000, 4200, 6980, 5400, 7090),
        270: (8000, 6000, 910, 4200, 1020, 5400),
    }
    assert (sheet.width, sheet.height, box.left, box.top, box.right, box.bottom) == places[turned]


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_words_that_are_printed_sideways_have_the_boxes_that_they_fill(quarter: int) -> None:
    """The text matrix turns the words on the sheet, which stays upright."""
    matrix = [(1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0)][quarter]
    words = "Ruili瑞丽口岸位于云南省"  # PDFium passes over sideways words without a glyph in the fonts of the system
    stream = f"BT /F 10 Tf {' '.join(map(str, matrix))} 300 400 Tm <{words.encode('utf-16-be').hex()}> Tj ET"
    found = reader.load(of_streams([stream.encode()]), HERE)
    ((box,),) = (sheet.boxes for sheet in found.sheets)
    places = [(3000, 3910, 4150, 4020), (2910, 2850, 3020, 4000), (1850, 3980, 3000, 4090), (2980, 4000, 3090, 5150)]
    assert found.text == words + "\n"
    assert (box.left, box.top, box.right, box.bottom) == places[quarter]


def test_a_merged_cell_is_at_one_place_wherever_it_is_repeated() -> None:
    """A header over two columns stands in both of the text, and is printed once."""
    level = [(60, y, 340, y) for y in (600, 620, 660)] + [(180, 640, 340, 640)]
    upright = [(60, 600, 60, 660), (180, 600, 180, 660), (260, 600, 260, 640), (340, 600, 340, 660)]
    words = [("省区", 70, 636), ("进出口额", 220, 646), ("2019年", 190, 626), ("2020年", 270, 626)]
    words += [("云南省", 70, 606), ("1.5", 190, 606), ("2.5", 270, 606)]
    page: list[Drawn] = [*(Words(*one) for one in words), *(Stroke(*ends) for ends in (*level, *upright))]
    found = reader.load(pdf(page), HERE)
    first, second = found.text.index("进出口额"), found.text.rindex("进出口额")
    boxes = [box for at in (first, second) for _, box in sheets.found(found.sheets, found.text, at, at + 4)]
    assert first < second
    assert [(box.left, box.top) for box in boxes] == [(2200, 1450)] * 2
