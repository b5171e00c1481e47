"""Tables: a known table comes back whole from every layout that is read, and is refused where it cannot be told."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.corpus.normaliser import fold
from borderkg.corpus.page import Kind
from borderkg.corpus.tables import Table, tables
from tests.corpus import layouts
from tests.corpus.factory import SENTENCES, of_kind, paragraph, reading, typeset
from tests.corpus.layouts import BY_YEAR, GAPS, PORTS, TWO_LEVELS, YEARS, Grid, Layout
from tests.strategies import steady

BEFORE, SPLIT, AFTER = paragraph(4), paragraph(0), paragraph(8)
CAPTION = "表1　口岸贸易情况\n单位：万吨\n"
SOURCE = "\n数据来源：各地统计年鉴。"


def around(table: str) -> str:
    """A table in the middle of a sentence of a text that is broken into lines."""
    first, second, *rest = typeset(SPLIT)
    return "\n".join([*typeset(BEFORE), first, second, table, *rest, *typeset(AFTER)]) + "\n"


def only(text: str) -> Table:
    (table,) = tables(reading(text))
    return table


def facts(table: Table) -> dict[frozenset[str], Decimal | None]:
    """Every value by the labels of its row and column, whichever of them is which."""
    found = {}
    for label, *cells in table.rows:
        assert label is not None
        for header, cell in zip(table.header[1:], cells, strict=True):
            found[frozenset((label.text, header.text))] = cell.number if cell else None
    return found


def known(grid: Grid) -> dict[frozenset[str], Decimal | None]:
    return {frozenset(key): value for key, value in grid.facts.items()}


def printed(table: Table, text: str) -> list[str]:
    """What the file has at the places that the cells with a number claim."""
    return [fold(text[c.start : c.end]) for row in table.rows for c in row[1:] if c and c.number is not None]


DELIMITED = [
    layouts.markdown,
    layouts.markdown_tight,
    layouts.markdown_padded,
    layouts.markdown_indented,
    layouts.markdown_cut,
    layouts.tabbed,
    layouts.tabbed_without_stub,
]
SPACED = [
    layouts.spaced,
    layouts.spaced_wide,
    layouts.spaced_apart,
    layouts.spaced_full_width,
    layouts.spaced_cut,
    layouts.without_stub,
]
FLATTENED = [
    layouts.headers_apart,
    layouts.columns_flattened,
    layouts.columns_flattened_apart,
    layouts.rows_flattened,
    layouts.rows_flattened_apart,
]


def cases() -> Iterator[tuple[Grid, Layout]]:
    for grid in (YEARS, PORTS, BY_YEAR):
        for layout in (*DELIMITED, *SPACED, *FLATTENED):
            yield grid, layout
    for grid in (YEARS, PORTS):
        yield grid, layouts.spread_labels
    yield PORTS, layouts.headers_broken
    yield PORTS, layouts.columns_broken
    for layout in (*DELIMITED, *FLATTENED, layouts.two_header_lines, layouts.headers_broken, layouts.columns_grouped):
        yield TWO_LEVELS, layout
    for layout in (layouts.markdown, layouts.markdown_tight, layouts.tabbed):
        yield GAPS, layout


NAMES = {id(grid): name for name, grid in vars(layouts).items() if isinstance(grid, Grid)}
CASES = list(cases())
IDS = [f"{NAMES[id(grid)]}-{layout.__name__}" for grid, layout in CASES]


@pytest.mark.parametrize(("grid", "layout"), CASES, ids=IDS)
def test_a_known_table_comes_back(grid: Grid, layout: Layout) -> None:
    """Every cell is found under its labels, at the place where it is printed, and the sentence around stays whole."""
    text = around(CAPTION + layout(grid) + SOURCE)
    table = only(text)
    assert table.warning == ""
    assert facts(table) == known(grid)
    assert sorted(printed(table, text)) == sorted(grid.printed())
    assert (table.number, table.title.text, table.unit, len(table.notes)) == ("1", "口岸贸易情况", "万吨", 1)
    assert of_kind(text, Kind.PARAGRAPH) == [fold(BEFORE), fold(SPLIT), fold(AFTER)]


def test_the_cases_are_many() -> None:
    """The reader is held to at least sixty layouts of known tables."""
    assert len(CASES) >= 60


def test_layouts_that_parted_header_and_rows_have_their_labels_in_place() -> None:
    """Labels over columns and before rows say where each of their pieces is printed."""
    text = around(CAPTION + layouts.columns_broken(PORTS) + SOURCE)
    table = only(text)
    for label in table.header[1:]:
        assert "".join(text[start:end] for start, end in label.spans) == label.text
        assert len(label.spans) == 2
    labels = [row[0] for row in table.rows]
    assert [label and text[label.start : label.end].replace("\n", "") for label in labels] == list(PORTS.labels)


PLACES = ["辽宁", "吉林", "黑龙江", "内蒙古", "甘肃", "新疆", "西藏", "云南", "广西", "合计"]


@st.composite
def random_grids(draw: st.DrawFn) -> Grid:
    """Areas by years, with numbers that all differ and are no years."""
    labels = tuple(draw(st.permutations(PLACES))[: draw(st.integers(3, 10))])
    first = draw(st.integers(1990, 2010))
    columns = tuple(f"{first + i}年" for i in range(draw(st.integers(2, 6))))
    decimals = draw(st.integers(1, 3))
    values = st.integers(1, 10**6).map(lambda n: f"{n / 10**decimals:.{decimals}f}")
    size = len(labels) * len(columns)
    flat = draw(st.lists(values, min_size=size, max_size=size, unique=True))
    rows = tuple(tuple(flat[i : i + len(columns)]) for i in range(0, size, len(columns)))
    return Grid("省区", columns, labels, rows)


@pytest.mark.parametrize("layout", [*DELIMITED, *SPACED, *FLATTENED], ids=lambda layout: layout.__name__)
@steady
@given(grid=random_grids())
def test_tables_of_any_size_come_back(layout: Layout, grid: Grid) -> None:
    """Three to ten rows, two to six columns, one to three decimals: no size is read into other columns."""
    text = around(CAPTION + layout(grid) + SOURCE)
    table = only(text)
    assert facts(table) == known(grid)
    assert sorted(printed(table, text)) == sorted(grid.printed())


def test_a_dash_and_a_lost_cell_are_no_numbers() -> None:
    """Where a column printed one cell less and left a gap, the gap tells which."""
    gap = "\n\n".join(
        ["省区", "广西", "云南", "西藏", "2018年\n1.5\n2.5\n3.5", "2019年\n—\n5.5\n6.5", "2020年\n7.5", "9.5"]
    )
    table = only(around(CAPTION + gap + SOURCE))
    rows = [[c.number if c else None for c in row[1:]] for row in table.rows]
    assert rows == [
        [Decimal("1.5"), None, Decimal("7.5")],
        [Decimal("2.5"), Decimal("5.5"), None],
        [Decimal("3.5"), Decimal("6.5"), Decimal("9.5")],
    ]


def test_a_label_merged_downwards_carries_on() -> None:
    """A cell merged over several rows is printed once; the label holds for all of them, a number only for its own."""
    rows = ["| 区域 | 个数 | 口岸 |", "|---|---|---|", "| 西南 | 2 | 瑞丽 |", "| | | 凭祥 |", "| 西北 | 1 | 塔城 |"]
    table = only(around("\n".join(rows)))
    assert [[c and c.text for c in row] for row in table.rows] == [
        ["西南", "2", "瑞丽"],
        ["西南", None, "凭祥"],
        ["西北", "1", "塔城"],
    ]


@pytest.mark.parametrize(
    ("before", "after", "number", "title", "unit"),
    [
        ("表1　口岸情况\n", "", "1", "口岸情况", ""),
        ("表 2-1　口岸情况\n", "", "2-1", "口岸情况", ""),
        ("表3：口岸情况（单位：亿元）\n", "", "3", "口岸情况", "亿元"),
        ("表4　口岸情况　单位：亿元\n", "", "4", "口岸情况", "亿元"),
        ("表5　口岸情况\n（计量单位：万人次）\n", "", "5", "口岸情况", "万人次"),
        ("表６　２０１９年口岸情况\n", "", "6", "2019年口岸情况", ""),
        ("", "\n表7　口岸情况", "7", "口岸情况", ""),
        ("", "\n表8　口岸情况　单位：亿元", "8", "口岸情况", "亿元"),
        ("图1　货运量\n表9　口岸情况\n", "\n图2　客运量", "9", "口岸情况", ""),
        ("", "", "", "", ""),
    ],
)
@pytest.mark.parametrize(
    "layout", [layouts.markdown, layouts.spaced, layouts.columns_flattened], ids=lambda f: f.__name__
)
def test_captions(layout: Layout, before: str, after: str, number: str, title: str, unit: str) -> None:
    """Number, title and unit are read from the caption above or, where there is none, below; never from a figure's."""
    table = only(around(before + layout(YEARS) + after))
    assert (table.number, table.title.text, table.unit) == (number, title, unit)
    assert facts(table) == known(YEARS)


@pytest.mark.parametrize(
    ("above", "title", "unit"),
    [
        ("2019年沿边省区进出口额（单位：亿元）", "2019年沿边省区进出口额", "亿元"),
        ("沿边省区贸易额", "沿边省区贸易额", ""),
        ("各省区的贸易额如下：", "各省区的贸易额", ""),
        ("2019年，各省区的贸易额情况具体如下（单位：亿元）：", "2019年各省区的贸易额情况", "亿元"),
        ("各省区的贸易额各不相同：", "", ""),
        ("各省区的贸易额。", "", ""),
    ],
)
def test_a_title_without_a_number_right_above_bars(above: str, title: str, unit: str) -> None:
    """Files of tables and pages have such titles; a sentence that leads to a table is none."""
    (table,) = tables(reading(f"{above}\n\n{layouts.markdown(YEARS)}\n"))
    assert (table.title.text, table.unit) == (title, unit)
    assert facts(table) == known(YEARS)


@pytest.mark.parametrize(
    ("above", "number", "title", "unit"),
    [
        ("1.分口岸看。表3给出了各省区的贸易额（单位：亿元）：", "3", "各省区的贸易额", "亿元"),
        ("边境贸易持续增长。下表列出各省区的贸易额：", "", "各省区的贸易额", ""),
        ("边境贸易持续增长。各省区的贸易额各不相同：", "", "", ""),
    ],
)
def test_the_sentence_that_announces_a_table_is_its_caption(above: str, number: str, title: str, unit: str) -> None:
    """Right above a table and with a colon at its end; what stands before it in its paragraph is no part of it."""
    (table,) = tables(reading(f"{above}\n{layouts.markdown(YEARS)}\n"))
    assert (table.number, table.title.text, table.unit) == (number, title, unit)
    assert facts(table) == known(YEARS)


def test_rows_parted_by_bars_need_none_at_their_edges() -> None:
    rows = [line.strip("|") for line in layouts.markdown(YEARS).splitlines()]
    (table,) = tables(reading("各省区的贸易额不同。\n" + "\n".join(rows) + "\n"))
    assert facts(table) == known(YEARS)


@pytest.mark.parametrize("below", [False, True], ids=["captions above", "captions below"])
def test_each_table_keeps_its_own_caption_and_notes(below: bool) -> None:
    """With several tables in a row, captions and notes go to theirs, above or below."""
    parts = []
    for i, grid in enumerate((YEARS, PORTS, TWO_LEVELS), 1):
        caption, body, note = f"表{i}　第{i}类情况", layouts.columns_flattened(grid), f"注：第{i}表。"
        parts += [body, caption, note] if below else [caption, body, note]
    found = tables(reading(around("\n\n".join(parts))))
    assert [(t.number, t.title.text) for t in found] == [(str(i), f"第{i}类情况") for i in (1, 2, 3)]
    assert [[note.text.text for note in t.notes] for t in found] == [[f"注:第{i}表。"] for i in (1, 2, 3)]
    assert [facts(t) for t in found] == [known(grid) for grid in (YEARS, PORTS, TWO_LEVELS)]


def test_a_table_stands_in_its_section() -> None:
    """The section of a table is that of the text around it."""
    text = f"一、贸易规模\n\n{SENTENCES[0]}\n\n{layouts.markdown(YEARS)}\n\n二、口岸建设\n\n{layouts.markdown(PORTS)}\n"
    assert [table.section.title for table in tables(reading(text))] == ["贸易规模", "口岸建设"]
