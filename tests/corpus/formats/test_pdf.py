"""PDF: which lines make the text, in which order, and what cannot be read."""

from pathlib import Path

import pytest

from borderkg.corpus.formats import pdf as reader
from borderkg.errors import CorpusError
from tests.corpus.factory import paragraph as prose
from tests.corpus.factory import typeset
from tests.corpus.formats.sheets import Drawn, Stroke, Words, content, grid, lines, of_streams, pdf

HERE = Path("a.pdf")


def text(*pages: list[Drawn], turned: int = 0) -> str:
    return reader.load(pdf(*pages, turned=turned), HERE).text


def column(number: int, x: float = 60, top: float = 740) -> list[Drawn]:
    """A paragraph in lines of twenty characters."""
    return lines(typeset(prose(number), 40, ""), x, top)


def written(number: int) -> str:
    return "\n".join(typeset(prose(number), 40, ""))


def test_pages_are_parted_by_form_feeds() -> None:
    """So that an offset says on which page it is."""
    assert text(column(0), column(4)) == f"{written(0)}\n\f{written(4)}\n"


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_columns_are_read_one_after_the_other(turned: int) -> None:
    """Left before right, what crosses both before them, whichever way the viewer turns the sheet."""
    page = [*lines(["沿边口岸发展研究"], 240, 780, size=14), *column(0), *column(4, 330, 743)]
    assert text(page, turned=turned) == f"沿边口岸发展研究\n\n{written(0)}\n\n{written(4)}\n"


@pytest.mark.parametrize("turned", [0, 90])
@pytest.mark.parametrize("number", [2, 3, 5])
@pytest.mark.parametrize("apart", [0, 5, 8])
def test_columns_of_a_few_lines_are_read_one_after_the_other(number: int, apart: float, turned: int) -> None:
    """Whether their lines are of one height or not: sentences that run on from line to line make the columns."""
    left, right = (typeset(prose(n), 40, "")[:number] for n in (0, 4))
    page = [*lines(left, 60, 740), *lines(right, 330, 740 + apart)]
    assert text(page, turned=turned).split() == [*left, *right]


@pytest.mark.parametrize(
    "rows",
    [
        [("边境贸易管理办法（一九八四年）", "国务院批准，对外经济贸易部发布")] * 3,
        [
            ("云南省边境口岸管理条例", "云南省人民代表大会常务委员会"),
            ("广西边境口岸条例", "广西人民代表大会常务委员会"),
        ],
    ],
    ids=["the same cells", "names"],
)
def test_a_few_rows_of_cells_are_no_columns(rows: list[tuple[str, str]]) -> None:
    """What stands in a row is read in a row where no sentence goes on below."""
    page: list[Drawn] = [
        words
        for i, row in enumerate(rows)
        for words in (Words(row[0], 60, 700 - 20 * i), Words(row[1], 330, 700 - 20 * i))
    ]
    found = text(page)
    assert all(found.index(row[0]) < found.index(row[1]) for row in rows)
    assert found.index(rows[0][1]) < found.index(rows[1][0], 20)


def test_running_heads_are_left_out_and_page_numbers_kept() -> None:
    """A head that repeats is no text; a number at the foot stands on its own line."""
    pages = [[*lines(["口岸研究 2021年第3期"], 200, 790), *column(n), Words(str(n + 17), 300, 30)] for n in range(4)]
    found = text(*pages)
    assert "口岸研究" not in found
    assert [sheet.strip().split("\n")[-1] for sheet in found.split("\f")] == ["17", "18", "19", "20"]


def test_raised_figures_are_notes_or_powers() -> None:
    page: list[Drawn] = [Words("瑞丽口岸位于云南省", 60, 700), Words("[3]", 150, 704, 6), Words("的货运量", 160, 700)]
    assert text(page) == "瑞丽口岸位于云南省③的货运量\n"


CELLS = [["省区", "2019年", "2020年"], ["云南省", "1.5", "2.5"], ["广西", "3.5", "4.5"]]
ROWS = "| 省区 | 2019年 | 2020年 |\n| --- | --- | --- |\n| 云南省 | 1.5 | 2.5 |\n| 广西 | 3.5 | 4.5 |"
ACROSS, UPWARDS = [60, 180, 260, 340], [600, 620, 640, 660]


def cells(size: float = 10) -> list[Drawn]:
    return [
        Words(cell, ACROSS[c] + 5, UPWARDS[2 - r] + 6, size)
        for r, row in enumerate(CELLS)
        for c, cell in enumerate(row)
    ]


@pytest.mark.parametrize("drawn", [[], grid(ACROSS, UPWARDS), grid(ACROSS, UPWARDS)[:4]], ids=["none", "all", "level"])
@pytest.mark.parametrize("turned", [0, 90])
def test_a_table_between_paragraphs(drawn: list[Drawn], turned: int) -> None:
    """With its frames, with level lines only, or with none."""
    page = [*column(0), *cells(), *drawn, *column(4, top=560)]
    assert text(page, turned=turned) == f"{written(0)}\n\n{ROWS}\n\n{written(4)}\n"


def test_a_frame_keeps_the_lines_of_a_cell_together() -> None:
    """Labels and headers broken into lines, a header over two columns, a label down two rows."""
    level = [(60, 540, 340, 540), (180, 600, 340, 600), (180, 640, 340, 640), (60, 620, 340, 620), (60, 660, 340, 660)]
    upright = [(60, 540, 60, 660), (180, 540, 180, 660), (260, 540, 260, 640), (340, 540, 340, 660)]
    printed = [
        *(("新疆维吾尔", 70, 592), ("自治区", 70, 580), ("省区", 70, 636), ("进出口额", 220, 646)),
        *(("2019年", 190, 626), ("2020年", 270, 626), ("1.5", 190, 606), ("2.5", 270, 606)),
        *(("3.5", 190, 570), ("4.5", 270, 570)),
    ]
    page: list[Drawn] = [Words(*words) for words in printed]
    page += [Stroke(*ends) for ends in (*level, *upright)]
    assert text(page) == (
        "| 省区 | 进出口额 2019年 | 进出口额 2020年 |\n| --- | --- | --- |\n"
        "| 新疆维吾尔自治区 | 1.5 | 2.5 |\n| 新疆维吾尔自治区 | 3.5 | 4.5 |\n"
    )


def test_a_chart_in_a_grid_is_no_table() -> None:
    """Lines behind a curve, with few words between them."""
    frame = grid([60, 120, 180, 240, 300], [400, 450, 500, 550, 600])
    assert "|" not in text([*frame, Words("货运量", 70, 410), Words("年份", 250, 410), *column(0)])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a PDF"),
        (b"PK\x03\x04", "not a PDF"),
        (pdf(column(0))[:300], "a damaged PDF"),
        (b"%PDF-1.7\n%%EOF", "a damaged PDF"),
        (pdf([Stroke(1, 1, 2, 2)]), "without a text layer"),
        (pdf([Words("\ue000\ue001\ue002\ue003" * 9, 60, 700)]), "do not say which characters they show"),
        (of_streams([b" " * 100_000_000]), "without a text layer"),
        (of_streams([b"0 0 m 9 9 l S "] * 2), "without a text layer"),
    ],
    ids=["empty", "zip", "cut", "hollow", "scanned", "unreadable", "bomb", "drawn"],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    """One line that names the file, what is wrong and the way out."""
    with pytest.raises(CorpusError, match=message) as raised:
        reader.load(data, HERE)
    assert str(raised.value).startswith("a.pdf: ")
    assert "\n" not in str(raised.value)


def test_limits_are_of_pages_and_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    with pytest.raises(CorpusError, match="3 pages; up to 2 are read"):
        text(column(0), column(1), column(2))
    monkeypatch.setattr(reader, "MAX_CANONICAL_TEXT", 100)
    with pytest.raises(CorpusError, match="more than 0 million characters"):
        text(column(0), column(1))


def test_a_count_of_pages_that_lies_is_not_believed() -> None:
    assert reader.load(of_streams([content(column(0))], count=10_000_000), HERE).text == written(0) + "\n"


def test_a_pdf_in_which_bytes_were_changed_is_read_or_refused() -> None:
    """Whatever byte is changed, no other error comes out than of the corpus."""
    whole = pdf([*column(0), *cells(), *grid(ACROSS, UPWARDS)])
    for place in range(0, len(whole), len(whole) // 300):
        data = bytearray(whole)
        data[place] ^= 0x55
        try:
            assert reader.load(bytes(data), HERE).encoding == "pdf"
        except CorpusError as error:
            assert str(error).startswith("a.pdf: ")
