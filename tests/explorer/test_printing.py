"""What comes out of a printer: the content of a page, whole, without what one presses."""

import re

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.explorer.conftest import Watched

pytestmark = pytest.mark.browser

PORT = "/entity?iri=https://w3id.org/borderkg/id/port/manzhouli"
PAGES = {
    "/": ("h1", "文献来源"),
    "/?q=口岸": (".results li", "满洲里口岸"),
    PORT: (".claim .row", "后贝加尔斯克口岸"),
    "/lineage?name=国务院&depth=1": ("svg.scene", "国务院"),
    "/map": ("svg.map .mark", "口岸与平台"),
    "/figures": (".figures-table tbody tr", "来源"),
    "/checks": (".clash", "检查"),
    "/query?question=cq10": ("tbody tr", "沿边开放城市的开放年份与批准者"),
    "/ontology/port": ("h1", "Ports of entry"),
    "/api?question=cq10": ("tbody tr", "city"),
}


def printed(page: Page) -> str:
    """The words of the page's PDF, without blanks: a word may be broken anywhere."""
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    return "".join("".join(sheet.get_textpage().get_text_range().split()) for sheet in document)


@pytest.mark.parametrize("path", PAGES)
def test_the_content_is_printed_without_controls(path: str, watched: Watched) -> None:
    """Neither the head nor a button nor a field of a form; nothing stands beyond the edge of the sheet."""
    content, words = PAGES[path]
    page = watched.open(path)
    expect(page.locator(content).first).to_be_visible()
    assert "".join(words.split()) in printed(page)
    page.set_viewport_size({"width": 720, "height": 1000})  # as wide as the sheet
    page.emulate_media(media="print")
    for control in ("body > header", "main nav", ".exports", "main select", "main input[type=search]", ".catalogue"):
        for one in page.locator(control).all():
            expect(one).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 720
    for drawing in page.locator("figure svg, .drawing svg").all():
        box = drawing.bounding_box()
        assert box is None or box["x"] + box["width"] <= 720


def test_a_lineage_is_printed_to_its_last_year(watched: Watched) -> None:
    """It is as wide as the sheet; what was cut before is the end of the axis of time."""
    page = watched.open("/lineage?name=国务院&depth=1")
    expect(page.locator("svg.scene")).to_be_visible()
    years = [
        int(text) for text in page.locator("svg.scene text").all_text_contents() if re.fullmatch(r"(19|20)\d\d", text)
    ]
    assert max(years) > 2010
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    words = "".join(sheet.get_textpage().get_text_bounded() for sheet in document)  # inside the sheet
    assert str(max(years)) in words


def test_an_answer_is_printed_with_its_question(watched: Watched) -> None:
    """First the question in words, then how many rows, then all of them; no other question."""
    page = watched.open("/query?question=cq10")
    expect(page.locator("#status")).to_contain_text("完整")
    words = printed(page)
    assert words.index("沿边开放城市的开放年份与批准者") < words.index("完整") < words.index("绥芬河")
    assert "问题目录" not in words and "各轮开放中有哪些政策" not in words
    watched.open("/query?query=ASK { ?x a bkg:Port }")
    expect(page.locator(".boolean")).to_be_visible()
    assert "ASK{?xabkg:Port}" in printed(page)
