"""From lines to blocks: what belongs together, and what only interrupts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.corpus import reader
from borderkg.corpus.layout import blocks
from borderkg.corpus.lines import split_lines
from borderkg.corpus.normaliser import fold
from borderkg.corpus.page import Kind
from tests.corpus.factory import PROSE, SENTENCES, blocks_of, document, of_kind, page, paragraph, squeezed, typeset
from tests.strategies import steady, texts

BEFORE, SPLIT, AFTER = paragraph(4), paragraph(0), paragraph(8)
"""Three paragraphs; something is put into the second, after a line that ends in the middle of a sentence."""


def interrupted(*lines: str, gap: str = "\n") -> str:
    """Three paragraphs set in lines, the second with the given lines in the middle of a sentence."""
    set_in_lines = typeset(SPLIT)
    assert not set_in_lines[1].endswith("。")
    whole = [*typeset(BEFORE), *set_in_lines[:2], *lines, *set_in_lines[2:], *typeset(AFTER)]
    return gap.join(whole) + "\n"


@steady
@given(
    order=st.permutations(SENTENCES),
    columns=st.integers(36, 80),
    gap=st.sampled_from(["\n", "\n\n", "\r\n", "\n \n"]),
)
def test_broken_paragraphs_are_put_together(order: list[str], columns: int, gap: str) -> None:
    """However wide the lines and whatever lies between them, each indented paragraph comes back whole."""
    paragraphs = ["".join(order[:4]), "".join(order[4:8]), "".join(order[8:])]
    found = blocks_of(page(paragraphs, columns, gap))
    assert [block.kind for block in found] == [Kind.PARAGRAPH] * 3
    assert [block.text.text for block in found] == [fold(text) for text in paragraphs]


@steady
@given(st.permutations(SENTENCES))
def test_unbroken_paragraphs_are_left_apart(order: list[str]) -> None:
    """Where a line is a paragraph, it stays one, with or without blank lines between."""
    paragraphs = ["".join(order[i : i + 2]) for i in range(0, len(order), 2)]
    for gap in ("\n", "\n\n"):
        assert [block.text.text for block in blocks_of(gap.join(paragraphs))] == [fold(text) for text in paragraphs]


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["12"], [Kind.ASIDE]),
        (["— 12 —"], [Kind.ASIDE]),
        (["第 12 页"], [Kind.ASIDE]),
        (["12", "边境口岸发展研究"], [Kind.ASIDE, Kind.ASIDE]),
        (["边境口岸发展研究", "·12·"], [Kind.ASIDE, Kind.ASIDE]),
        (["① 参见王某：《口岸史》，边境出版社，2010年。"], [Kind.FOOTNOTE]),
        (["① 参见王某：《边境口岸的历史与现状的考察", "研究》，边境出版社，2010年。"], [Kind.FOOTNOTE]),
        (["<sup>①</sup> 口岸的官方名称另有规定。"], [Kind.FOOTNOTE]),
        (["[1] 王某：《口岸史》，边境出版社，2010年。"], [Kind.FOOTNOTE]),
        (["图1　口岸货运量", "资料来源：海关统计。"], [Kind.CAPTION, Kind.NOTE]),
        (["图1　2010—2019年各地区口岸货", "运量及增长", "数据来源：海关统计。"], [Kind.CAPTION, Kind.NOTE]),
        (
            ["图2　口岸", "　　注：由于口径不同，各地的数字不能直接", "相加。", "资料来源：海关。"],
            [Kind.CAPTION, Kind.NOTE, Kind.NOTE],
        ),
        (["| 省区 | 数量 |", "| --- | --- |", "| 广西 | 20 |", "| 云南 | 18 |"], [Kind.TABLE]),
        (
            ["表1　口岸货运量", *["省区", "广西", "云南", "2018年", "11.1", "12.2", "2019年", "13.3", "14.4"]],
            [Kind.CAPTION, Kind.TABLE],
        ),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_sentence_goes_on_after_what_interrupts_it(lines: list[str], kinds: list[Kind], gap: str) -> None:
    """Page numbers, running heads, notes, figures and tables stand apart, and the paragraph around them is whole."""
    text = "边境口岸发展研究\n\n" + interrupted(*lines, gap=gap)
    assert of_kind(text, Kind.PARAGRAPH) == [fold(BEFORE), fold(SPLIT), fold(AFTER)]
    assert [b.kind for b in blocks_of(text) if b.kind not in (Kind.PARAGRAPH, Kind.HEADING)] == kinds


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("表1 口岸货运量", Kind.CAPTION),
        ("表 1-2　边境县分布", Kind.CAPTION),
        ("续表1 口岸货运量", Kind.CAPTION),
        ("图3：口岸数量", Kind.CAPTION),
        ("单位：亿美元", Kind.CAPTION),
        ("（计量单位：万吨）", Kind.CAPTION),
        ("数据来源：海关总署。", Kind.NOTE),
        ("资 料 来 源：海关总署。", Kind.NOTE),
        ("注：数字为全年累计。", Kind.NOTE),
        ("摘　要：本文研究口岸。", Kind.ABSTRACT),
        ("[内容提要] 本文研究口岸。", Kind.ABSTRACT),
        ("关键词：口岸；贸易", Kind.ABSTRACT),
        ("中图分类号：F752", Kind.ABSTRACT),
        ("Abstract: This paper studies ports.", Kind.ABSTRACT),
        ("The border ports have grown quickly in recent years and", Kind.ASIDE),
        ("ｔｈｅ ｄｅｖｅｌｏｐｍｅｎｔ ｏｆ ｂｏｒｄｅｒ ｐｏｒｔｓ", Kind.ASIDE),
        ("第一章 口岸格局.....1", Kind.ASIDE),
        ("网址：https://www.example.cn/a.html。", Kind.FOOTNOTE),
    ],
)
def test_a_line_tells_its_kind_by_its_first_words(line: str, kind: Kind) -> None:
    """Captions, notes, abstracts and what is not read are known by how they begin."""
    before, found, after = blocks_of(f"{SENTENCES[0]}\n\n{line}\n\n{SENTENCES[1]}\n")
    assert (before.kind, found.kind, after.kind) == (Kind.PARAGRAPH, kind, Kind.PARAGRAPH)


@pytest.mark.parametrize(
    "sentence",
    [
        "表1所示的口岸数量逐年增加。",
        "如表1所示，口岸数量逐年增加。",
        "图2显示，口岸的货运量上升。",
        "表1中的数字来自海关。",
        "注册企业的数量逐年增加。",
        "说明口岸的货运量上升。",
        "①互市贸易由边民从事；②小额贸易由企业从事。",
    ],
)
def test_a_sentence_about_a_table_is_no_caption(sentence: str) -> None:
    """What only mentions a table, a note or an item stays in its paragraph."""
    text = f"{SENTENCES[0]}\n\n{sentence}\n\n{SENTENCES[1]}\n"
    assert [block.kind for block in blocks_of(text)] == [Kind.PARAGRAPH] * 3


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["一、口岸的发展现状"], "口岸的发展现状"),
        (["（二）口岸的发展现状"], "口岸的发展现状"),
        (["３．口岸的发展现状"], "口岸的发展现状"),
        (["１ 口岸的发展现状"], "口岸的发展现状"),
        (["# 第一章 口岸格局"], "口岸格局"),
        (["口岸的发展现状"], "口岸的发展现状"),
        (["1.", "创新通关模式"], "创新通关模式"),
        (["一、改革以来口岸开放的", "历程与特征"], "改革以来口岸开放的历程与特征"),
        (
            ["（一）第一阶段：试点与起步时期的口岸，", "以小规模开放为主"],
            "第一阶段:试点与起步时期的口岸,以小规模开放为主",
        ),
        (["1. 检验检疫能力有所提高，通关便利化", "程度加深"], "检验检疫能力有所提高,通关便利化程度加深"),
    ],
)
def test_headings_between_broken_paragraphs(lines: list[str], title: str) -> None:
    """A heading may be numbered or not, alone with its number or broken into two lines; the text after it is whole."""
    text = "\n".join([*typeset(BEFORE), *lines, *typeset(SPLIT), *typeset(AFTER)])
    assert of_kind(text, Kind.HEADING) == [title]
    assert of_kind(text, Kind.PARAGRAPH) == [fold(BEFORE), fold(SPLIT), fold(AFTER)]


def test_headings_between_unbroken_paragraphs() -> None:
    """In a text that is not broken, a short line without a stop is a heading and an item that ends with one is not."""
    parts = [
        "# 口岸研究",
        "一、现状",
        SENTENCES[0],
        "（一）规模",
        SENTENCES[1],
        "小结",
        SENTENCES[2],
        "1. " + SENTENCES[3],
    ]
    text = "\n\n".join(parts)
    assert of_kind(text, Kind.HEADING) == ["口岸研究", "现状", "规模", "小结"]
    assert len(of_kind(text, Kind.PARAGRAPH)) == 4


@pytest.mark.parametrize(
    "start", ["（1）完善设施。", "1. 2019年设立的口岸共有两个。", "一是完善设施。", "第一，完善设施。"]
)
def test_an_item_that_goes_on_as_a_sentence_is_no_heading(start: str) -> None:
    """An enumerated sentence begins a paragraph of its own."""
    text = page([BEFORE, start + SPLIT, AFTER])
    assert of_kind(text, Kind.HEADING) == []
    assert of_kind(text, Kind.PARAGRAPH) == [fold(BEFORE), squeezed(start + SPLIT), fold(AFTER)]


def test_a_line_that_begins_with_a_year_or_a_count_is_no_heading() -> None:
    """A date or a count that happens to stand first on its line belongs to the sentence."""
    for number in ("2019年", "14个国家", "30 多年", "1992 年", "9 省区", "66.5%"):
        first = ["　　自第一条铁路通车以来，经过多年的建设，", "口岸的货运量连年上升，如今这些地方加起来"]
        lines = [*typeset(BEFORE), *first, f"{number}一共吸引了许多仓储与加工企业，", "并带动就业。", *typeset(AFTER)]
        assert of_kind("\n".join(lines), Kind.HEADING) == [], number


def test_the_abstract_ends_where_the_text_begins() -> None:
    """A broken abstract is one block, keywords another, and the first paragraph after them is read."""
    abstract = typeset("摘要：" + SPLIT, indent="")
    text = "\n".join(["口岸研究", "", *abstract, "关键词：口岸；贸易", "", *typeset(BEFORE), *typeset(AFTER)])
    assert of_kind(text, Kind.ABSTRACT) == [fold("摘要：" + SPLIT), fold("关键词：口岸；贸易")]
    assert of_kind(text, Kind.PARAGRAPH) == [fold(BEFORE), fold(AFTER)]


@pytest.mark.parametrize("heading", ["参考文献", "# 参考文献", "[参考文献]", "主要参考文献：", "注　释", "References"])
def test_the_list_of_references_is_cited_works(heading: str) -> None:
    """Every entry below 参考文献 is a note of its own, up to the next heading of the converter."""
    entries = "[1] 王某. 口岸史[M]. 边境出版社, 2010.\n[2] 李某. 互市考. 2011."
    text = f"{PROSE}\n{heading}\n\n{entries}\n\n# 后记\n\n{SENTENCES[11]}\n"
    assert len(of_kind(text, Kind.FOOTNOTE)) == 2
    assert of_kind(text, Kind.HEADING) == ["后记"]


def test_the_title_is_no_running_head_where_it_stands_first() -> None:
    """The same words are the title at the top and a running head on every later page."""
    text = "边境口岸发展研究\n\n" + interrupted("12", "边境口岸发展研究")
    assert of_kind(text, Kind.HEADING) == ["边境口岸发展研究"]
    assert of_kind(text, Kind.ASIDE) == ["12", "边境口岸发展研究"]


@pytest.mark.parametrize("text", ["", "\n\n", " \u3000\n", "\ufeff"])
def test_a_text_without_words_has_no_blocks(text: str) -> None:
    """Nothing but blanks gives nothing."""
    assert [block for block in blocks_of(text) if block.text.text] == []


@steady
@given(texts)
def test_every_line_is_in_exactly_one_block(text: str) -> None:
    """Blocks share out the lines between them, in the order of their first lines, whatever the text."""
    found = blocks_of(text)
    spans = sorted((line.start, line.end) for block in found for line in block.lines)
    assert spans == [(line.start, line.end) for line in split_lines(fold(text))]
    assert [block.start for block in found] == sorted(block.start for block in found)


@steady
@given(texts)
def test_a_blocks_text_lies_in_its_lines(text: str) -> None:
    """No block reads a character outside its own lines."""
    for block in blocks_of(text):
        inside = {i for line in block.lines for i in range(line.start, line.end)}
        assert set(block.text.origin) <= inside


@pytest.mark.shared
def test_blocks_of_the_papers_say_where_they_stand(papers: Path) -> None:
    """In each of the five papers, every character of every block is printed where the block says."""
    for read in reader.documents(reader.find(papers)):
        folded = fold(read.text)
        for block in blocks(document(read.text)):
            for character, offset in zip(block.text.text, block.text.origin, strict=True):
                assert character in (folded[offset], " ")
        assert sum(len(block.lines) for block in blocks(read)) == len(split_lines(folded))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("000", {"han": 3, "han-paren": 11, "digit": 8}),
        ("001", {"han": 3, "digit": 12}),
        ("002", {"han": 5, "han-paren": 9, "digit": 4}),
        ("003", {"han": 3, "han-paren": 12, "digit": 19}),
        ("004", {"section": 1, "han": 3, "han-paren": 5}),
    ],
)
def test_headings_of_the_papers(papers: Path, name: str, counts: dict[str, int]) -> None:
    """Each paper has as many numbered headings of each style as were counted by eye."""
    (path,) = papers.glob(f"{name}_*.txt")
    found = blocks(document(path.read_text("utf-8")))
    styles = [block.enumerator.style for block in found if block.kind is Kind.HEADING and block.enumerator]
    assert {style: styles.count(style) for style in counts} == counts


@pytest.mark.parametrize(
    "title", ["南宁海关：前五个月边贸增长近三成", "东兴口岸恢复通关 首日出境八百人", "口岸开通了，生意好了"]
)
def test_a_headline_with_marks_stands_apart(title: str) -> None:
    """The first line without a stop is the title, though marks stand in it."""
    body = "南宁海关6月18日发布数据，前五个月广西对越南进出口增长。"
    assert [b.text.text for b in blocks_of(f"{title}\n{body}\n{body}\n")][1:] == [fold(body), fold(body)]


def test_the_lines_over_an_official_document_are_read_together() -> None:
    found = blocks_of("关于同意设立综合保税区，扩大开放的批复\n广西壮族自治区人民政府：\n同意设立凭祥综合保税区。\n")
    assert found[0].text.text.endswith("人民政府:")


def test_a_day_over_an_event_joins_it() -> None:
    """The day of a letter, below who signed it, does not."""
    events = "1991年5月\n某县设立口岸办公室。\n\n1993年7月12日\n某口岸开始过货。\n"
    assert [block.kind for block in blocks_of(events)] == [Kind.PARAGRAPH] * 2
    assert [block.text.text[:7] for block in blocks_of(events)] == ["1991年5月", "1993年7月"]
    letter = "所需资金自行解决。\n某省人民政府\n1993年7月12日\n请遵照执行。\n"
    assert all(block.text.text != "1993年7月12日请遵照执行。" for block in blocks_of(letter))


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("（一）铁路口岸：甲地、乙地", "（二）公路口岸：丙地、丁地"), Kind.PARAGRAPH),
        (("1. 甲边境经济合作区（某省，1992年）", "2. 乙边境经济合作区（某省，1993年）"), Kind.PARAGRAPH),
        (("（一）口岸建设", "（二）通道建设"), Kind.HEADING),
    ],
)
def test_items_of_a_list_are_no_headings(lines: tuple[str, str], kind: Kind) -> None:
    """They hold a list or facts in brackets, one below the other."""
    found = blocks_of("\n".join(("口岸名单如下。", *lines)) + "\n")
    assert [block.kind for block in found][1:] == [kind] * 2


def read_as(text: str) -> list[tuple[str, str]]:
    return [(block.kind.name, block.text.text) for block in blocks_of(text)]


def test_paragraphs_told_by_their_first_lines() -> None:
    """A short text with indented paragraphs, a line of which begins with the rest of a figure."""
    found = read_as(
        "某省唯一陆路口岸的出路\n"
        "　　某口岸位于某县，对面为某国某口岸，１９９２年由国务院批准开放，进出口额\n"
        "24.1亿元，同比增长８．７％，其中出口额为１２亿元，进口额为１２．１亿元，均为\n"
        "历年之最。\n"
        "　　三、本意见自印发之日起施行，此前印发的《某省人民政府关于沿边产业开发\n"
        "的若干意见》同时废止。\n"
    )
    assert [kind for kind, _ in found] == ["HEADING", "PARAGRAPH", "PARAGRAPH"]
    assert found[0][1] == "某省唯一陆路口岸的出路"
    assert "进出口额24.1亿元" in found[1][1]
    assert "开发的若干意见" in found[2][1]


def test_the_head_of_a_journal_page_interrupts() -> None:
    found = read_as(
        "　　某口岸位于某县，对面为某国某口岸，１９９２年由国务院批准开放，是该省第一\n"
        "个陆路口岸，一年后即告关闭。其后十余年间，两国多次就恢复通关交换意见，均未取\n"
        "得进展，口岸所在的\n— 12 —\n第3期 张某：沿边开放研究\n"
        "镇因此衰落，人口不足千人，商铺大多关张，居民陆续迁往县城和临近的市。\n"
    )
    assert "口岸所在的镇因此衰落" in "".join(text for kind, text in found if kind == "PARAGRAPH")
