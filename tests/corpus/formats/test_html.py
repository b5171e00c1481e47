"""HTML: what of a page is its text, and in which encoding it is."""

from pathlib import Path

import pytest

from borderkg.corpus.formats import html
from borderkg.errors import CorpusError

HERE = Path("a.html")
WORDS = "瑞丽口岸位于云南省瑞丽市，对应缅甸木姐口岸。"


def text(page: str) -> str:
    return html.load(page.encode(), HERE).text


@pytest.mark.parametrize(
    "around",
    [
        "<script>var a = '甲';</script>",
        "<style>p:before{content:'甲'}</style>",
        "<nav><a href=/>甲</a></nav>",
        "<header><p>甲</p></header>",
        "<footer>甲</footer>",
        "<aside><p>甲</p></aside>",
        "<noscript>甲</noscript><template><p>甲</p></template>",
        "<p hidden>甲</p>",
        '<div style="color:red; DISPLAY : none"><p>甲</p></div>',
        '<span aria-hidden="true">甲</span>',
        "<!-- 甲 --><?php 甲 ?>",
        "<form><input value=甲><button>甲</button><select><option>甲</select></form>",
        '<iframe src="甲.html">甲</iframe><object data="甲.pdf">甲</object><svg><text>甲</text></svg>',
        "<img src='甲.png' alt='甲'>",
    ],
)
def test_what_only_surrounds_a_text_is_left_out(around: str) -> None:
    assert (
        text(f"<html><head><title>甲</title></head><body>{around}<p>{WORDS}</p>{around}</body></html>") == WORDS + "\n"
    )


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("广西口岸情况", "广西口岸情况"),
        (" 广西口岸情况 - 口岸 _ 某某新闻网 ", "广西口岸情况 - 口岸"),
        ("广西口岸情况_要闻频道|某某网站", "广西口岸情况"),
        ("中国—东盟口岸合作", "中国—东盟口岸合作"),
        ("某某网", "某某网"),
        ("", ""),
    ],
)
def test_what_a_page_is_called(title: str, called: str) -> None:
    """The `title` without the sites behind it; it is no part of the text."""
    page = f"<html><head><title>{title}</title></head><body><p>{WORDS}</p></body></html>"
    loaded = html.load(page.encode(), HERE)
    assert (loaded.title, loaded.text) == (called, WORDS + "\n")


def test_a_form_around_the_whole_page_is_the_page() -> None:
    """Some servers wrap a page in one form."""
    assert text(f"<form id=aspnetForm><p>{WORDS}</p></form>") == WORDS + "\n"


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """Neither what a page links to nor what its entities name."""
    secret = tmp_path / "secret.txt"
    secret.write_text("秘密", "utf-8")
    page = f'<!DOCTYPE html [<!ENTITY a SYSTEM "{secret.as_uri()}">]><p>口岸&a;<iframe src="{secret.as_uri()}"></iframe></p>'
    assert "秘密" not in text(page)


def test_paragraphs_headings_lists_and_breaks() -> None:
    """A block is a paragraph, a break is a line, blanks and line breaks of the source are one blank."""
    page = "<h2>一、<b>概 况</b></h2><div>第一段\n  续。<p>第二段<br>第二行</div><ul><li>甲<li>乙</ul><pre>丙  丁\n戊</pre>"
    assert (
        text(page + WORDS)
        == f"## 一、概 况\n\n第一段 续。\n\n第二段\n第二行\n\n- 甲\n\n- 乙\n\n丙  丁\n戊\n\n{WORDS}\n"
    )


@pytest.mark.parametrize(
    ("raised", "read"),
    [
        ("口岸<sup>3</sup>的", "口岸③的"),
        ("口岸<sup><a href='#n'>[12]</a></sup>的", "口岸⑫的"),
        ("10<sup>4</sup>吨", "10^4吨"),
        ("km<sup>2</sup>", "km2"),
        ("第1<sup>st</sup>", "第1st"),
    ],
)
def test_raised_figures(raised: str, read: str) -> None:
    """A note's mark is no digit of the number before it, a power no digit either."""
    assert text(f"<p>{raised}</p>") == read + "\n"


def test_cells_that_are_merged_are_repeated() -> None:
    """Over columns and down rows; several header rows become one."""
    page = (
        "<table><caption>表1</caption><tr><th rowspan=2>省区<th colspan=2>2019年<tr><th>进口<th>出口"
        "<tr><td rowspan=2>云南<td>1.5<td>2.5<tr><td>3.5<td>a|b<tr><td colspan=3>注：略。</table>"
    )
    rows = [
        "| 省区 | 2019年 进口 | 2019年 出口 |",
        "| --- | --- | --- |",
        "| 云南 | 1.5 | 2.5 |",
        "| 云南 | 3.5 | a¦b |",
    ]
    assert text(page) == "表1\n\n" + "\n".join(rows) + "\n\n注：略。\n"


def test_a_table_that_only_lays_out_the_page_is_none() -> None:
    """One cell a row, or tables within cells."""
    inner = "<table><tr><td>省区<td>2019年<tr><td>云南<td>1.5</table>"
    page = f"<table><tr><td><p>{WORDS}</p></td><td>{inner}</td></tr></table><table><tr><td>甲<tr><td>乙</table>"
    assert text(page) == f"{WORDS}\n\n| 省区 | 2019年 |\n| --- | --- |\n| 云南 | 1.5 |\n\n甲\n\n乙\n"


@pytest.mark.parametrize(
    ("charset", "codec", "said"),
    [
        ("gb2312", "gbk", "gb18030"),
        ("GBK", "gb18030", "gb18030"),
        ("big5", "big5", "big5hkscs"),
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("gb2312", "utf-8-sig", "utf-8"),
        ("gb2312", "utf-16", "utf-16"),
        ("unknown", "utf-8", "utf-8"),
    ],
)
def test_the_encoding_of_a_page(charset: str, codec: str, said: str) -> None:
    """The byte-order mark, then what the page says if that makes a usual text, then what a text file would be read as."""
    words = "邊境口岸是貨物往來的通道。" if codec == "big5" else WORDS * 3
    loaded = html.load(f'<meta charset="{charset}"><p>{words}'.encode(codec), HERE)
    assert (loaded.text, loaded.encoding) == (words + "\n", said)


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "span"])
@pytest.mark.parametrize("depth", [50, 200, 250, 300, 100_000])
def test_depth_is_read_or_refused(tag: str, depth: int) -> None:
    """However deep the elements of a page are nested: its words, or one line."""
    try:
        found = text(f"<{tag}>" * depth + WORDS)
    except CorpusError as error:
        assert "nested too deep" in str(error)
        assert depth > 50
    else:
        assert found.removeprefix("- ") == WORDS + "\n"
        assert depth < 300


@pytest.mark.parametrize(
    "cells",
    [
        "<tr><td rowspan=65000 colspan=1000>甲<td>1" * 3000,
        "<tr>" + "<td>甲" * 10_000 + "<tr><td>甲<td>1" * 100,
    ],
)
def test_a_table_beyond_all_measure(cells: str) -> None:
    """Spans and rows of very different lengths cannot blow a table up."""
    with pytest.raises(CorpusError, match=r"a\.html: a table of more than 500,000 cells"):
        text(f"<table>{cells}</table>")
