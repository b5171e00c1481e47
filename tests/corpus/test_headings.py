"""Enumerators, and what a heading says of its section."""

import pytest
from hypothesis import given

from borderkg.corpus.headings import SectionKind, enumerator, section_kind
from borderkg.corpus.normaliser import fold
from tests.strategies import phrases, steady


@pytest.mark.parametrize(
    ("text", "style", "rest"),
    [
        ("# 口岸", "hash1", "口岸"),
        ("### 口岸", "hash3", "口岸"),
        ("第一章 口岸", "chapter", "口岸"),
        ("第 12 章 口岸", "chapter", "口岸"),
        ("第二编 口岸", "chapter", "口岸"),
        ("第一节 口岸", "section", "口岸"),
        ("一、口岸", "han", "口岸"),
        ("十二、 口岸", "han", "口岸"),
        ("三．口岸", "han", "口岸"),
        ("二 口岸", "han", "口岸"),
        ("（一）口岸", "han-paren", "口岸"),
        ("（ 三 ） 口岸", "han-paren", "口岸"),
        ("(十一)、口岸", "han-paren", "口岸"),
        ("1.1 口岸", "dotted", "口岸"),
        ("２．３．１ 口岸", "dotted3", "口岸"),
        ("（1）口岸", "digit-paren", "口岸"),
        ("2）口岸", "digit-paren", "口岸"),
        ("1. 口岸", "digit", "口岸"),
        ("１ 口岸名称", "digit", "口岸名称"),
        ("3、口岸", "digit", "口岸"),
        ("4. “一带一路”建设", "digit", "“一带一路”建设"),
        ("2. GDP增长", "digit", "GDP增长"),
        ("1. 2020年的口岸", "digit", "2020年的口岸"),
        ("①口岸", "circled", "口岸"),
        ("一 国际关系的影响", "han", "国际关系的影响"),
        ("2 市场准入", "digit", "市场准入"),
        ("3 人口现状", "digit", "人口现状"),
        ("**（二）口岸**", "han-paren", "口岸**"),
        ("## **1.2 口岸**", "dotted", "口岸**"),
    ],
)
def test_enumerators_of_every_style(text: str, style: str, rest: str) -> None:
    """An enumerator tells its style, and how much of the line it takes."""
    folded = fold(text)
    found = enumerator(folded)
    assert found is not None
    assert (found.style, folded[found.length :]) == (style, fold(rest))


@pytest.mark.parametrize(
    ("text", "style"), [("## 一、现状", "han"), ("### 1.2 口岸", "dotted"), ("# 第一章 口岸", "chapter")]
)
def test_the_authors_number_counts_more_than_the_converters_hashes(text: str, style: str) -> None:
    """Behind Markdown's marks the text's own numbering sets the style."""
    found = enumerator(text)
    assert found is not None
    assert found.style == style


@pytest.mark.parametrize(
    "text",
    [
        "口岸",
        "2017年5月",
        "2020 年口岸货运量",
        "9 个沿边省区",
        "30 年来",
        "14个国家",
        "15 公里以内",
        "5 月",
        "8 家企业",
        "9 国代表",
        "6 市报送",
        "**口岸**",
        "66. 56%",
        "3.5%",
        "1 / 3",
        "5G 技术",
        "一带一路",
        "一是完善设施",
        "三年以来",
        "十九大报告",
        "十 个口岸",
        "二〇一二年",
        "一 二 三",
        "第三轮沿边开放",
        "第三方物流",
        "第一,规模扩大",
        "(12)",
        "(2019年)",
        "#口岸",
        "",
    ],
)
def test_numbers_that_number_nothing(text: str) -> None:
    """A number that counts, dates or belongs to a name begins no heading."""
    assert enumerator(fold(text)) is None


@steady
@given(phrases)
def test_an_enumerator_lies_within_its_line(text: str) -> None:
    """Whatever the line, an enumerator takes at least one of its characters and no more than all."""
    found = enumerator(fold(text))
    assert found is None or 0 < found.length <= len(text)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("口岸建设存在的问题", SectionKind.PROBLEM),
        ("边境贸易面临的主要障碍", SectionKind.PROBLEM),
        ("基础设施的短板", SectionKind.PROBLEM),
        ("对策建议", SectionKind.MEASURE),
        ("加强口岸建设的若干措施", SectionKind.MEASURE),
        ("启示", SectionKind.MEASURE),
        ("口岸发展展望", SectionKind.MEASURE),
        ("口岸发展现状", SectionKind.OTHER),
        ("沿边开放的成就", SectionKind.OTHER),
        ("理论基础", SectionKind.OTHER),
        ("稳健性检验", SectionKind.OTHER),
        ("口岸开放的现状与问题", SectionKind.OTHER),
        ("主要障碍及对策研究", SectionKind.OTHER),
        ("发展历程与对策", SectionKind.OTHER),
    ],
)
def test_a_heading_tells_what_its_section_is_about(title: str, kind: SectionKind) -> None:
    """Problems and measures are told from the rest; a heading of both leaves it to its subsections."""
    assert section_kind(title) is kind


@pytest.mark.parametrize("title", ["", "满洲里口岸", "东北边境贸易区", "一、概念"])
def test_a_heading_that_does_not_tell(title: str) -> None:
    """A name says nothing of whether the section is about problems or measures."""
    assert section_kind(title) is None
