"""Lines of a text, and what each looks like on its own."""

import pytest
from hypothesis import given

from borderkg.corpus.lines import Line, Look, cells_of, is_cell, is_wrapped, local_widths, look, split_lines
from borderkg.corpus.normaliser import fold
from tests.corpus.factory import PROSE, paragraph
from tests.strategies import steady, texts


def line(text: str) -> Line:
    folded = fold(text)
    (only,) = split_lines(folded)
    return only


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_newline_ends_a_line(newline: str) -> None:
    """Whatever separates lines, their offsets count the characters of the file."""
    text = f"口岸{newline}{newline}  货运量{newline}"
    first, second = split_lines(text)
    assert (text[first.start : first.end], text[second.start : second.end]) == ("口岸", "货运量")
    assert (first.blanks, second.blanks) == (0, 1)
    assert (first.indented, second.indented) == (False, True)


def test_lines_of_blanks_are_counted_and_dropped() -> None:
    """A line of nothing but blanks is an empty line."""
    (only,) = split_lines("\n \u3000\n口岸\n\t\n")
    assert (only.text, only.blanks) == ("口岸", 2)


@steady
@given(texts)
def test_lines_hold_all_that_is_printed(text: str) -> None:
    """Lines stand in order, do not overlap, say where their text is, and leave only blanks between them."""
    position = 0
    for each in split_lines(text):
        assert not text[position : each.start].strip()
        assert text[each.start : each.end] == each.text == each.text.strip() != ""
        position = each.end
    assert not text[position:].strip()


def test_width_counts_han_twice_and_blanks_not_at_all() -> None:
    """Justified text spreads its blanks at will; what fills a line is its characters."""
    assert line("口 岸 GDP 12").width == 2 + 2 + 3 + 2
    assert line("口 岸").squeezed == "口岸"


@pytest.mark.parametrize(
    ("text", "sentence", "stop"),
    [
        ("货运量上升。", True, True),
        ("“货运量上升。”", True, True),
        ("是否上升？）", True, True),
        ("主要有：", False, True),
        ("上升；", False, True),
        ("上升，", False, False),
        ("货运量", False, False),
    ],
)
def test_ends_of_sentences_are_told_from_ends_of_clauses(text: str, sentence: bool, stop: bool) -> None:
    """A full stop ends a sentence; a colon or semicolon ends a clause; a comma ends neither."""
    assert (line(text).ends_sentence, line(text).terminated) == (sentence, stop)


NUMBERS = ["12", "12.5", "1,234.56", "-3.2", "+3", "12%", "3‰", "5.23***", "(0.56)", "[0.56]", "(0.56)**"]
DASHES_AND_YEARS = ["—", "——", "-", "/", "...", "2017", "2017年", "1992—2020", "2017-2021年"]


@pytest.mark.parametrize("token", NUMBERS + DASHES_AND_YEARS)
def test_numbers_dashes_and_years_are_cells(token: str) -> None:
    """What a table prints in its body is a cell."""
    assert is_cell(token)


@pytest.mark.parametrize("token", ["口岸", "12亿", "G12", "12.5.6", "1,23", "20年", "2017年5月", "(亿元)", "第3"])
def test_words_and_quantities_are_no_cells(token: str) -> None:
    """A number with a unit or a word stands in a sentence or a label."""
    assert not is_cell(token)


def test_a_year_span_parted_by_a_blank_is_one_cell() -> None:
    """Some texts print `1992— 2020`; the blank does not part it."""
    assert cells_of("1992— 2020 1992 —2013 12") == ["1992—2020", "1992—2013", "12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1053.20", Look.CELLS),
        ("１３ ２ １ ０", Look.CELLS),
        ("—", Look.CELLS),
        ("2017年", Look.CELLS),
        ("辽宁 １３ ２ １", Look.ROW),
        ("沿 边 累 计 137 34", Look.ROW),
        ("ΔlnFAI 5.2329***", Look.ROW),
        ("西藏 — 0.30", Look.ROW),
        ("| 口岸 | 数量 |", Look.PIPES),
        ("口岸\t数量", Look.PIPES),
        ("第一节 边境口岸 .....16", Look.CONTENTS),
        ("第二章 边境贸易……32", Look.CONTENTS),
        ("后记 ······ 263", Look.CONTENTS),
        ("口岸名称", Look.SHORT),
        ("一、发展现状", Look.SHORT),
        ("The Reality and Prospects of Border Ports", Look.FOREIGN),
        ("ｔｈｅ ｄｅｖｅｌｏｐｍｅｎｔ ｏｆ ｂｏｒｄｅｒ ｔｒａｄｅ", Look.FOREIGN),
        ("口岸的货运量连年上升。", Look.PROSE),
        ("其中，铁路口岸", Look.PROSE),
        ("到2019年，全市有企业 37 家", Look.PROSE),
        (paragraph(0, 1), Look.PROSE),
    ],
)
def test_a_line_is_judged_by_its_look(text: str, expected: Look) -> None:
    """Cells, rows, contents, foreign words and prose are told apart line by line."""
    assert look(line(text)) is expected


def test_broken_paragraphs_are_noticed() -> None:
    """Where most longer lines end in the middle of a sentence, paragraphs are broken into lines."""
    lines = split_lines(fold(PROSE))
    assert is_wrapped(lines, [look(each) for each in lines])


def test_whole_paragraphs_are_noticed() -> None:
    """Where every line is a paragraph, a line's end means something."""
    lines = split_lines(fold("\n".join(paragraph(i, 2) for i in range(10))))
    assert not is_wrapped(lines, [look(each) for each in lines])


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        ("2031年，章凤口岸进出口货值达到12.5亿元，占全市的三成，其中出\n口7.1亿元。", True),
        ("章凤口岸\n章凤口岸设立于1991年，与缅甸雷基隔河相望，是当地边民互市\n的主要场所。", True),
        ("2031年，章凤口岸进出口货值达到12.5亿元，占全市的三成，其中出\n\n口7.1亿元。", False),
        ("商务部、海关总署联合部署下一阶段边民互市贸易落地加工试点工作\n试点从5月开始。", False),
        ("章凤口岸设立于1991年，与缅甸雷基隔河相望。\n2031年货值12.5亿元。", False),
        ("章凤口岸客流回升，边贸\n2031年，章凤口岸进出口货值达到12.5亿元，占全市的三成，其中出口7.1亿元。", False),
        ("一、口岸\n二、通道\n三、平台", False),
    ],
)
def test_a_few_lines_may_be_one_broken_paragraph(text: str, wrapped: bool) -> None:
    """Every line without a stop reaches the margin, and is none that could be a title."""
    lines = split_lines(fold(text))
    assert is_wrapped(lines, [look(each) for each in lines]) is wrapped


def test_full_width_is_that_of_the_lines_around() -> None:
    """A two-column page and a wide one in the same file each have their own full line."""
    narrow, wide = ["货" * 15] * 30, ["物" * 40] * 30
    lines = split_lines("\n".join(narrow + wide))
    widths = local_widths(lines, [Look.PROSE] * len(lines))
    assert (widths[5], widths[55]) == (30, 80)
    assert len(widths) == len(lines)
