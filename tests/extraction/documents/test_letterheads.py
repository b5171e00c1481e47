"""Bodies above the title of an official document."""

import pytest

from borderkg.extraction import extractor
from borderkg.extraction.documents import letterheads
from borderkg.extraction.statement import Mention
from tests.corpus.factory import document

READ = extractor.default()

NOTICE = """云南省商务厅 财政厅 昆明海关
关于支持边民互市发展的通知
云商边〔2021〕16号

各边境州（市）商务局：
    为贯彻落实《边境贸易创新意见》，现就有关事项通知如下：
    一、扩大互市进口。
2021年6月18日
"""


def said(text: str, predicate: str) -> set[tuple[str, str]]:
    found = [s for s in READ.extract(document(text)) if s.predicate == predicate and not s.modality]
    return {(s.subject.text, s.object.text) for s in found if isinstance(s.object, Mention)}


def test_bodies_above_the_title_issue_the_document() -> None:
    title = "关于支持边民互市发展的通知"
    assert said(NOTICE, "issuedBy") == {(title, "云南省商务厅"), (title, "云南省财政厅"), (title, "昆明海关")}


def test_what_stands_under_a_letterhead_is_an_official_document() -> None:
    assert said(NOTICE, "implements") == {("关于支持边民互市发展的通知", "边境贸易创新意见")}


@pytest.mark.parametrize(
    ("line", "bodies"),
    [
        ("商务部 财政部 海关总署", ["商务部", "财政部", "海关总署"]),
        ("西藏自治区党委办公厅 自治区人民政府办公厅", ["西藏自治区党委办公厅", "西藏自治区人民政府办公厅"]),
        ("吉林省财政厅、省税务局", ["吉林省财政厅", "吉林省税务局"]),
        ("本报记者 财政部", []),
        ("云南省口岸发展情况", []),
    ],
)
def test_a_line_of_bodies(line: str, bodies: list[str]) -> None:
    found = letterheads.bodies_of(line, READ._recogniser, READ._mentions)
    assert [body.text for body in found] == bodies


def test_a_heading_that_names_a_body_is_no_letterhead() -> None:
    text = "商务部的边贸政策\n关于边贸的意见\n商务部2019年印发了有关意见。\n"
    assert not said(text, "issuedBy")
