"""The section tree, and sentences."""

from pathlib import Path

import pytest
from hypothesis import given

from borderkg.corpus import reader
from borderkg.corpus.headings import SectionKind
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Section, read, sentences
from borderkg.settings import MAX_SENTENCE
from tests.corpus.factory import SENTENCES, reading
from tests.strategies import phrases, steady, texts


def outline(*titles: str) -> list[tuple[int, str]]:
    """The depth and title of every section, from headings with a sentence under each."""
    text = "\n\n".join(f"{title}\n\n{SENTENCES[i % len(SENTENCES)]}" for i, title in enumerate(titles))
    placed = [item for item in reading(text).placed if item.block.kind is Kind.HEADING]
    return [(len(list(item.section.ancestry())) - 1, item.section.title) for item in placed]


def innermost(*headings: str) -> Section:
    """The section of a sentence that stands below these headings."""
    return reading("\n\n".join([*headings, SENTENCES[0]])).placed[-1].section


def test_levels_are_those_of_first_appearance() -> None:
    """Papers nest their styles in different orders; each style keeps the level at which it first stood."""
    assert outline(
        "一、甲类口岸", "（一）乙类口岸", "1. 丙类口岸", "2. 丁类口岸", "（二）戊类口岸", "二、己类口岸"
    ) == [
        (1, "甲类口岸"),
        (2, "乙类口岸"),
        (3, "丙类口岸"),
        (3, "丁类口岸"),
        (2, "戊类口岸"),
        (1, "己类口岸"),
    ]
    assert outline("1. 甲类口岸", "（1）乙类口岸", "一、丙类口岸", "（2）丁类口岸", "2. 戊类口岸") == [
        (1, "甲类口岸"),
        (2, "乙类口岸"),
        (3, "丙类口岸"),
        (2, "丁类口岸"),
        (1, "戊类口岸"),
    ]


def test_a_style_new_in_a_later_section_goes_below_that_section() -> None:
    """（一） may be the second level of one chapter and 1. that of the next."""
    assert outline("一、甲类口岸", "（一）乙类口岸", "二、丙类口岸", "1. 丁类口岸") == [
        (1, "甲类口岸"),
        (2, "乙类口岸"),
        (1, "丙类口岸"),
        (2, "丁类口岸"),
    ]


def test_markdown_levels_are_kept() -> None:
    """The number of hashes nests where the text has no numbering of its own."""
    assert outline("# 甲类口岸", "## 乙类口岸", "### 丙类口岸", "## 丁类口岸") == [
        (1, "甲类口岸"),
        (2, "乙类口岸"),
        (3, "丙类口岸"),
        (2, "丁类口岸"),
    ]


def test_an_unnumbered_title_stands_at_the_top() -> None:
    """The title of the paper encloses nothing: the first numbered heading stands beside it."""
    assert outline("边境口岸研究", "一、甲类口岸", "（一）乙类口岸", "结束语") == [
        (1, "边境口岸研究"),
        (1, "甲类口岸"),
        (2, "乙类口岸"),
        (1, "结束语"),
    ]


def test_every_block_stands_in_the_section_of_the_heading_before_it() -> None:
    """A heading stands in the section it opens; what precedes the first stands in the root."""
    placed = reading(f"{SENTENCES[0]}\n\n一、口岸现状\n\n{SENTENCES[1]}\n\n二、口岸对策\n\n{SENTENCES[2]}").placed
    assert [item.section.title for item in placed] == ["", "口岸现状", "口岸现状", "口岸对策", "口岸对策"]
    assert placed[0].section.heading is None


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (["一、存在的问题", "（一）通道不畅"], SectionKind.PROBLEM),
        (["一、对策建议", "（一）通道建设"], SectionKind.MEASURE),
        (["一、对策建议", "（一）存在的问题"], SectionKind.PROBLEM),
        (["一、存在的问题", "（一）发展现状"], SectionKind.OTHER),
        (["一、主要障碍及对策研究", "（一）通道不畅"], SectionKind.OTHER),
        (["一、满洲里口岸"], SectionKind.OTHER),
        ([], SectionKind.OTHER),
    ],
)
def test_a_section_inherits_what_it_is_about(headings: list[str], kind: SectionKind) -> None:
    """Its own heading tells first, then the nearest around it; where none does, the section is about anything."""
    assert innermost(*headings).kind is kind


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一。二！三?", ["一。", "二！", "三?"]),
        ("一。二", ["一。", "二"]),
        ("他说:“一。二。”三。", ["他说:“一。", "二。”", "三。"]),
        ("(见表1。)后文。", ["(见表1。)", "后文。"]),
        ("为12.5亿;增长6.3%。", ["为12.5亿;增长6.3%。"]),
        ("真的?!是。", ["真的?!", "是。"]),
        ("", []),
    ],
)
def test_sentences_end_at_stops_and_keep_their_closing_marks(text: str, parts: list[str]) -> None:
    """A stop takes the quotation mark or bracket behind it; a decimal point or semicolon ends nothing."""
    folded = text.replace("！", "!")
    assert [folded[s.start : s.end] for s in sentences(folded)] == [part.replace("！", "!") for part in parts]


def test_a_run_without_a_stop_is_cut_at_a_comma() -> None:
    """Every sentence stays within the limit, cut behind a comma where there is one and anywhere where not."""
    with_comma = "口" * (MAX_SENTENCE - 10) + "," + "岸" * 20
    assert [s.end - s.start for s in sentences(with_comma)] == [MAX_SENTENCE - 9, 20]
    assert [s.end - s.start for s in sentences("口" * (2 * MAX_SENTENCE + 1))] == [MAX_SENTENCE, MAX_SENTENCE, 1]


@steady
@given(phrases.map(lambda text: text * 40))
def test_sentences_share_out_the_whole_text(text: str) -> None:
    """Sentences lie end to end behind the mark of an item, none is empty, and none is longer than the limit."""
    found = sentences(text)
    said = "".join(text[s.start : s.end] for s in found)
    assert text.endswith(said)
    assert not text.removesuffix(said).strip("-•·●○▪◦‣►▶➢* ")
    assert all(0 < s.end - s.start <= MAX_SENTENCE for s in found)


@steady
@given(texts)
def test_reading_never_fails_and_loses_no_block(text: str) -> None:
    """Any text can be laid out, every block has a section, and every section leads up to the root."""
    for item in reading(text).placed:
        assert list(item.section.ancestry())[-1].heading is None


@pytest.mark.shared
def test_sections_of_a_paper_nest_as_printed(papers: Path) -> None:
    """In the third paper the problems and the advice are told apart, three levels deep."""
    (path,) = papers.glob("003_*.txt")
    placed = read(reader.document(path, path.name, {})).placed
    section = {item.section.title: item.section for item in placed}
    assert section["加工制造业"].kind is SectionKind.MEASURE
    assert section["生产要素配套能力不足"].kind is SectionKind.PROBLEM
    assert section["跨境物流业"].kind is SectionKind.OTHER
    assert [around.style for around in section["跨境物流业"].ancestry()] == ["digit", "han-paren", "han", ""]
