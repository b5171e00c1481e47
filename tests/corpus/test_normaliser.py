"""Folding and the map from normalised text back to the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.corpus.lines import split_lines
from borderkg.corpus.normaliser import fold, is_traditional, normalise
from tests.corpus.factory import normalised
from tests.strategies import steady, texts


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("２０１７年", "2017年"),
        ("ＧＤＰ", "GDP"),
        ("５０％", "50%"),
        ("６６．５", "66.5"),
        ("（云南）", "(云南)"),
        ("，；：！？", ",;:!?"),
        ("甲\u3000乙\u00a0丙", "甲 乙 丙"),
        ("1992–2006", "1992—2006"),
        ("1992―2006", "1992—2006"),
        ("6～7", "6~7"),
        ("6〜7", "6~7"),
        ("「一带一路」", "“一带一路”"),
        ("〈对外贸易法〉", "《对外贸易法》"),
        ("«对外贸易法»", "《对外贸易法》"),
        ("23∶43", "23:43"),
        ("−3", "-3"),
        ("∆y", "Δy"),
        ("10⁵", "105"),
        ("\ufeff口岸", " 口岸"),
        ('俗称"小香港"的镇', "俗称“小香港”的镇"),
        ('"云南省",2019,东兴,"广西"', '"云南省",2019,东兴,"广西"'),
        ('<a title="口岸">', '<a title="口岸">'),
        ('"AEO" "RCEP"', '"AEO" "RCEP"'),
        ("《关于修改<口岸条例>的决定》", "《关于修改《口岸条例》的决定》"),
        ("出口<进口,《口岸》", "出口<进口,《口岸》"),
    ],
)
def test_widths_dashes_and_quotation_marks_fold(printed: str, folded: str) -> None:
    """Each printed variant folds to the one form in which rules are written."""
    assert fold(printed) == folded


@pytest.mark.parametrize("kept", ["①", "⑳", "℃", "㎡", "№", "…", "。", "、", "《》", "“”", "%", "‰", "口岸"])
def test_marks_that_tell_something_are_kept(kept: str) -> None:
    """A circled number is no number, a degree sign no letter: they survive folding."""
    assert fold(kept) == kept


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("中国-东盟博览会", "中国—东盟博览会"),
        ("绥芬河-东宁", "绥芬河—东宁"),
        ("(跨)-(边)", "(跨)—(边)"),
        ("国家一类口岸--爱店口岸", "国家一类口岸——爱店口岸"),
        ("a--b", "a--b"),
        ("2017-2019", "2017-2019"),
        ("-3.2", "-3.2"),
        ("Brest-Litovsk", "Brest-Litovsk"),
    ],
)
def test_hyphen_between_han_characters_is_a_dash(printed: str, folded: str) -> None:
    """Only between Han characters (or their brackets) does a hyphen join two names."""
    assert fold(printed) == folded


def test_traditional_forms_fold_only_on_request() -> None:
    """A simplified text may quote a traditional form; only a traditional text is converted."""
    assert fold("邊境貿易與國際鐵路") == "邊境貿易與國際鐵路"
    assert fold("邊境貿易與國際鐵路", traditional=True) == "边境贸易与国际铁路"


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("邊境口岸的貿易額連年增長。", True),
        ("边境口岸的贸易额连年增长。", False),
        ("边境口岸" * 30 + "邊", False),
        ("", False),
        ("GDP 2017", False),
    ],
)
def test_traditional_text_is_told_by_its_share(text: str, traditional: bool) -> None:
    """One traditional character in a long simplified text does not make it traditional; no text is neither."""
    assert is_traditional(text) is traditional


@steady
@given(texts, st.booleans())
def test_folding_keeps_every_position(text: str, traditional: bool) -> None:
    """Folding is one character for one character, so that offsets into the folded text are offsets into the file."""
    assert len(fold(text, traditional=traditional)) == len(text)


@pytest.mark.parametrize(
    ("printed", "running"),
    [
        ("沿 边 口 岸", "沿边口岸"),
        ("沿边\n口岸", "沿边口岸"),
        ("沿边\r\n\r\n　　口岸", "沿边口岸"),
        ("增长６６． ５６％", "增长66.56%"),
        ("增长 66. 5 %", "增长66.5%"),
        ("为 １６９ ３９ 亿美元", "为169 39亿美元"),
        ("2017 年 5 月", "2017年5月"),
        ("Border Trade", "Border Trade"),
        ("Border\nTrade", "Border Trade"),
        ("人均 GDP 增长", "人均GDP增长"),
        ("1992— 2020", "1992—2020"),
        ("《兴边富\n民行动规划》", "《兴边富民行动规划》"),
        ("“ 十四五 ” 时期", "“十四五”时期"),
        ("9 个沿边省区①的开放", "9个沿边省区的开放"),
        ("9 个省区<sup>①</sup>的", "9个省区的"),
        ("<b>第一章 口岸</b>", "第一章口岸"),
        ("**口岸**建设", "口岸建设"),
        ("简称边市[10][11]，居民较少[注 2]。[3-5]", "简称边市,居民较少。"),
        ("[3]某人：《口岸》", "[3]某人:《口岸》"),
        ("甲\u200b乙", "甲乙"),
    ],
)
def test_blanks_go_except_where_they_stand_for_something(printed: str, running: str) -> None:
    """A blank stays between Latin words and where a decimal point may be lost; marks and mark-up go."""
    assert normalised(printed).text == running


def test_note_marks_stay_on_request() -> None:
    """What counts items by ①② can ask for the marks."""
    assert normalise("①互市②小额", [(0, 6)], drop_marks=False).text == "①互市②小额"


def test_raw_leads_to_the_printed_characters() -> None:
    """The range of a normalised name in the file begins and ends with its printed characters."""
    printed = "　　边 境\n经济１合作区"
    text = normalised(printed)
    start = text.text.index("境经济1")
    low, high = text.raw(start, start + 4)
    assert printed[low:high] == "境\n经济１"


def test_ranges_select_what_is_joined() -> None:
    """Only the given ranges are read; what stands between them (a footnote) is left out."""
    folded = "口岸的|脚注|货运量"
    assert normalise(folded, [(0, 3), (7, 10)]).text == "口岸的货运量"


def test_nothing_gives_nothing() -> None:
    """Neither no range nor a range of blanks gives a character."""
    assert len(normalise("  \n ", [])) == len(normalise("  \n ", [(0, 4)])) == 0


@steady
@given(texts)
def test_every_character_comes_from_the_file(text: str) -> None:
    """Each normalised character is the folded character at its offset; an inserted blank has that of its neighbour."""
    folded, result = fold(text), normalised(text)
    assert len(result.text) == len(result.origin)
    for character, offset in zip(result.text, result.origin, strict=True):
        assert 0 <= offset < len(text)
        assert character in (folded[offset], " ")


@steady
@given(texts)
def test_offsets_never_run_back(text: str) -> None:
    """Offsets grow with positions, but for an inserted blank, which shares that of the character before."""
    result = normalised(text)
    for i in range(1, len(result)):
        assert result.origin[i] > result.origin[i - 1] or result.text[i] == " "


@steady
@given(texts, st.data())
def test_raw_of_any_range_round_trips(text: str, data: st.DataObject) -> None:
    """Reading the file's range of a normalised stretch again gives that stretch."""
    result = normalised(text)
    if not len(result):
        return
    start = data.draw(st.integers(0, len(result) - 1))
    end = data.draw(st.integers(start + 1, len(result)))
    low, high = result.raw(start, end)
    assert 0 <= low < high <= len(text)
    characters = [c for c in result.text[start:end] if c != " "]
    printed = iter(fold(text)[low:high])
    assert all(c in printed for c in characters), "the stretch is not a subsequence of what is printed there"


@steady
@given(texts)
def test_nothing_but_blanks_marks_and_markup_is_lost(text: str) -> None:
    """Without dropping marks, a text free of mark-up loses its blanks and nothing else."""
    plain = text.replace("<", "").replace("*", "")
    folded = fold(plain)
    lines = [(line.start, line.end) for line in split_lines(folded)]
    kept = normalise(folded, lines, drop_marks=False).text
    assert kept.replace(" ", "") == "".join(folded.split())


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("邊境貿(mào)易發(fā)展(zhǎn)", "邊境貿易發展"),
        ("昭苏县(维吾尔语:موڭغۇلكۈرە,拉丁维文:Mongghulküre)是县。", "昭苏县是县。"),
        ("珲春（hún chūn）", "珲春(hún chūn)"),
        ("边境线长3千米(km)，变量(y)", "边境线长3千米(km),变量(y)"),
    ],
)
def test_the_sound_of_a_character_is_no_part_of_the_text(printed: str, read: str) -> None:
    """What a site puts behind a character it converts is dropped; units, variables and names in letters stay."""
    folded = fold(printed)
    assert normalise(folded, [(0, len(folded))]).text == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("瑞丽市（见表1），与缅甸接壤", "瑞丽市,与缅甸接壤"),
        ("开放口岸（见图 2-1、图2-3）共9个", "开放口岸共9个"),
        ("（如图三所示）两国（参见附表）设关（见下文）", "两国设关"),
        ("《边贸统计图》（图1、表2）", "《边贸统计图》"),
        ("（见习）口岸（表扬3人）（如表现突出）", "(见习)口岸(表扬3人)(如表现突出)"),
        ("《办法》（附表略）", "《办法》(附表略)"),
    ],
)
def test_references_to_tables_and_figures_are_no_part_of_the_sentence(printed: str, read: str) -> None:
    """What an author puts in brackets to show where his table stands goes; other brackets stay."""
    assert normalised(printed).text == read


def test_the_particle_is_told_from_what_is_famous() -> None:
    read = fold("標誌著鐵路開通,隨著顯著的增長,著名的原著", traditional=True)
    assert read == "标志着铁路开通,随着显著的增长,著名的原著"
