"""The reader: a text with its claims marked in it, both ways; the list by property, find, pages of a PDF, and no text at all."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser, expect

from borderkg import pipeline
from tests.corpus.formats.sheets import lines, pdf
from tests.explorer.conftest import Watched, located
from tests.running import serving

pytestmark = pytest.mark.browser

GAZETTEER = "/source?iri=https://w3id.org/borderkg/id/document/f3e8d8ef9cc2f9e1"
RELEASED = "/source?iri=https://w3id.org/borderkg/id/document/7a981006714c015d"
SAID = "对应口岸为俄罗斯后贝加尔斯克口岸"


def test_a_mark_shows_its_claims(watched: Watched) -> None:
    """A click on marked words opens the claims that they state, which lead to the things; the place is in the address."""
    page = watched.open(GAZETTEER)
    page.locator("mark.said").filter(has_text=re.compile(f"^{SAID}$")).click()
    drawer = page.get_by_role("complementary")
    expect(drawer.get_by_role("heading")).to_contain_text("此处的论断")
    expect(drawer.locator("li")).to_have_count(1)
    expect(drawer.locator("li")).to_contain_text("满洲里口岸 对应口岸 后贝加尔斯克口岸")
    expect(page.locator("mark.at")).to_have_text(SAID)
    expect(page).to_have_url(re.compile(r"at=\d+-\d+"))
    drawer.get_by_role("link", name="在事物页中查看").click()
    expect(page.locator("#p-counterpart .behind mark")).to_have_text(SAID)


def test_a_claim_leads_to_its_place(watched: Watched) -> None:
    """From the page of a thing to the text at the passage, and from the list to the text; Back returns."""
    page = watched.open("/entity?iri=https://w3id.org/borderkg/id/port/manzhouli")
    page.locator("#p-counterpart .disclose").click()
    page.locator("#p-counterpart cite").get_by_role("link").click()
    expect(page.locator("mark.at")).to_have_text(SAID)
    expect(page.locator("mark.at")).to_be_in_viewport()
    row = page.locator(".stated-here li", has_text="对应口岸").last
    row.get_by_role("button").click()
    expect(page.locator("mark.at").first).not_to_have_text(SAID)
    expect(page.locator("mark.at").first).to_be_in_viewport()
    page.go_back()
    expect(page.locator("mark.at")).to_have_text(SAID)


def test_the_list_by_property(watched: Watched) -> None:
    """A property leaves its claims in the list and their marks in the text; the address holds it."""
    page = watched.open(GAZETTEER)
    marks = page.locator("mark.said")
    expect(marks.first).to_be_attached()
    every = marks.count()
    choice = page.get_by_role("combobox", name="按属性筛选论断")
    option = choice.locator("option", has_text="对应口岸").inner_text()
    choice.select_option(label=option)
    count = int(re.findall(r"\d+", option)[0])
    expect(page.locator(".claims-panel li")).to_have_count(count)
    assert 0 < marks.count() < every
    page.reload()
    expect(page.locator(".claims-panel li")).to_have_count(count)
    assert "predicate=counterpart" in located(page)


def test_find_in_the_text(watched: Watched) -> None:
    """Words are found across line ends, counted, gone through; the address holds them."""
    page = watched.open(GAZETTEER)
    field = page.get_by_role("searchbox", name="在文中查找")
    field.fill("后贝加尔 斯克口岸")
    expect(page.get_by_role("status")).to_have_text(["1 处"])
    expect(page.locator("mark.hit")).to_have_text("后贝加尔斯克口岸")
    field.fill("口岸")
    hits = page.locator("mark.hit")
    expect(hits.nth(5)).to_be_attached()
    field.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 / ")
    page.get_by_role("button", name="上一处").click()
    expect(hits.last).to_be_in_viewport()
    assert "find=" in located(page)


def test_the_keyboard_goes_from_mark_to_mark(watched: Watched) -> None:
    """The text is one stop; the arrows go on and back, which is told, and Enter shows the claims."""
    page = watched.open(f"{GAZETTEER}&lang=en")
    page.get_by_role("region", name="The text").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("mark.current").inner_text()
    expect(page.get_by_role("status")).to_have_text(first)
    page.keyboard.press("ArrowRight")
    expect(page.locator("mark.current")).not_to_have_text(first)
    page.keyboard.press("ArrowLeft")
    expect(page.locator("mark.current")).to_have_text(first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary").get_by_role("heading")).to_contain_text("Claims made here")
    page.keyboard.press("Escape")
    expect(page.get_by_role("region", name="The text")).to_be_focused()


def test_a_text_that_is_not_at_hand(watched: Watched) -> None:
    """Its claims are listed with their offsets, in parts, and the page says how to attach it."""
    page = watched.open(RELEASED)
    expect(page.locator("main")).to_contain_text("borderkg attach")
    rows = page.locator(".claims-panel li")
    expect(rows).to_have_count(101)
    expect(rows.first.locator(".place")).to_have_text(re.compile(r"^\d+–\d+$"))
    page.get_by_role("button", name="显示更多").click()
    expect(rows).to_have_count(201)


HOSTILE = "<script>alert(1)</script>😀瑞丽口岸位于云南省瑞丽市，对应缅甸木姐口岸。"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over a PDF of two pages, and a text with markup and a character of two code units before what it says."""
    folder = tmp_path_factory.mktemp("printed")
    first, second = "瑞丽口岸位于云南省瑞丽市，对应缅甸木姐口岸。", "磨憨口岸位于云南省勐腊县，对应老挝磨丁口岸。"
    (folder / "print.pdf").write_bytes(pdf(lines([first]), lines([second])))
    (folder / "hostile.txt").write_text(HOSTILE, "utf-8")
    pipeline.build(folder, folder / "graph")
    with serving(folder / "graph") as where:
        yield where


def reader(where: str, name: str) -> str:
    """The address of the reader of a text."""
    texts = httpx.get(f"{where}/api/summary").json()["texts"]
    return next(f"/source?iri={quote(text['source'])}" for text in texts if text["name"] == name)


def test_the_pages_of_a_pdf(printed: str, browser: Browser) -> None:
    """Pages have their numbers; each opens as it is printed, with the place that is looked at marked on it."""
    watched = Watched(browser.new_page(locale="zh-CN"), printed)
    page = watched.open(reader(printed, "print.pdf"))
    expect(page.locator(".page-number")).to_have_text([re.compile("第 1 页"), re.compile("第 2 页")])
    page.locator("mark.said", has_text="磨丁口岸").first.click()
    page.get_by_role("button", name="页面图像: 第 2 页").click()
    picture = page.get_by_role("img", name="第 2 页")
    expect(picture).to_be_visible()
    expect(page.locator(".printed .box").first).to_be_visible()
    page.wait_for_function("document.querySelector('.printed img').naturalWidth === 1000")
    box, whole = page.locator(".printed .box").first.bounding_box(), picture.bounding_box()
    assert box is not None
    assert whole is not None
    assert whole["x"] <= box["x"] < box["x"] + box["width"] <= whole["x"] + whole["width"]
    assert whole["y"] <= box["y"] < box["y"] + box["height"] <= whole["y"] + whole["height"]
    assert watched.faults == []
    page.close()


def test_offsets_count_characters_and_markup_is_inert(printed: str, browser: Browser) -> None:
    """A mark stands on its very words although a character before them takes two units; nothing in the text runs."""
    watched = Watched(browser.new_page(locale="zh-CN"), printed)
    page = watched.open(reader(printed, "hostile.txt"))
    expect(page.locator(".reading")).to_have_text(HOSTILE)
    page.locator(".claims-panel li", has_text="位于").first.get_by_role("button").click()
    expect(page.locator("mark.at").first).to_be_visible()
    assert "".join(page.locator("mark.at").all_inner_texts()) == "瑞丽口岸位于云南省瑞丽市"
    assert page.locator("main script").count() == 0
    assert watched.faults == []
    page.close()
