"""What a reader does with the page: search, read an entity with its passages, ask a query, by mouse and by keyboard."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from borderkg import pipeline
from borderkg.graph import dataset
from tests.explorer.conftest import Watched
from tests.facts import SOURCES, claim, corpus, published
from tests.running import serving

pytestmark = pytest.mark.browser

PORT = "/entity?iri=https://w3id.org/borderkg/id/port/manzhouli"
SAID = "对应口岸为俄罗斯后贝加尔斯克口岸"


def test_the_first_page_says_what_the_graph_holds(watched: Watched) -> None:
    """Counts, and the texts with their citations, each leading to its page."""
    page = watched.open("/")
    expect(page.locator(".figures")).to_contain_text("文献")
    expect(page.locator(".figure").first).to_contain_text("13")
    page.get_by_role("link", name=re.compile("沿边口岸条目")).click()
    expect(page.locator("h1")).to_contain_text("沿边口岸条目")


def test_the_first_page_leads_to_the_ontology(watched: Watched) -> None:
    """Whose pages the server writes itself."""
    page = watched.open("/")
    page.get_by_role("link", name="本体").click()
    expect(page).to_have_url(re.compile("/ontology$"))
    expect(page.locator("h1")).to_contain_text("本体")


def test_search_by_chinese_name(watched: Watched) -> None:
    """Typing a name and Enter lists what bears it; the address holds the search; back and forward work."""
    page = watched.open("/")
    page.keyboard.press("/")
    page.keyboard.type("满洲里口岸")
    page.keyboard.press("Enter")
    first = page.locator(".results li").first
    expect(first).to_contain_text("满洲里口岸")
    expect(first.locator(".type")).to_have_text("口岸")
    assert "q=%E6%BB%A1" in page.url
    first.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("满洲里口岸")
    page.go_back()
    expect(page.locator("#q")).to_have_value("满洲里口岸")
    expect(page.locator(".results li").first).to_contain_text("满洲里口岸")


def test_a_search_that_finds_nothing(watched: Watched) -> None:
    """The page says so and what to try."""
    page = watched.open("/?q=没有这样的名称")
    expect(page.locator("main")).to_contain_text("没有名称包含这些字")
    expect(page.locator(".results")).to_have_count(0)


def test_an_entity_shows_its_claims_and_the_marked_passage(watched: Watched) -> None:
    """The claim is closed until it is asked; then its passage opens with the very words marked, in their context."""
    page = watched.open(PORT)
    expect(page).to_have_title("满洲里口岸 · BorderKG")
    facing = page.locator("section.property", has=page.get_by_role("heading", name="对应口岸")).locator("details")
    expect(facing.locator("mark")).to_be_hidden()
    facing.locator("summary").press("Enter")
    expect(facing.locator("mark")).to_have_text(SAID)
    expect(facing.locator("mark")).to_be_visible()
    expect(facing.locator("blockquote p").first).to_contain_text(f"西邻蒙古国。{SAID}。1901年")
    expect(facing.locator("blockquote")).to_have_attribute("lang", "zh-Hans")
    expect(facing.locator("cite")).to_contain_text("沿边口岸条目（六则）")
    expect(facing.locator(".context")).to_have_text("满洲里口岸")
    facing.get_by_role("link", name="后贝加尔斯克口岸").click()
    expect(page.locator("h1")).to_contain_text("后贝加尔斯克口岸")


def test_all_passages_open_and_close_at_once(watched: Watched) -> None:
    """Every claim has a passage, or says that its text is not at hand."""
    page = watched.open(PORT)
    page.get_by_role("button", name="展开全部原文").click()
    closed = page.locator("details.claim:not([open])")
    expect(closed).to_have_count(0)
    count = page.locator("details.claim").count()
    assert count > 1
    assert page.locator("details.claim mark").count() + page.get_by_text("原文未附").count() >= count
    page.get_by_role("button", name="收起").click()
    expect(closed).to_have_count(count)


def test_conflicts_stand_side_by_side(browser: Browser, tmp_path: Path) -> None:
    """The kind of a conflict, what differs, and its claims in columns, each with its passage."""
    texts = corpus(
        tmp_path / "texts",
        one="2020年，云南省外贸进出口总额为100亿元。",
        two="2020年，云南省外贸进出口总额为120亿元。",
    )
    pipeline.build(texts, tmp_path / "graph")
    with serving(tmp_path / "graph") as where:
        watched = Watched(browser.new_page(locale="zh-CN"), where)
        page = watched.open("/entity?iri=https://w3id.org/borderkg/id/region/530000")
        expect(page.locator(".clash").get_by_role("heading")).to_have_text("同一指标同地同时两值")
        expect(page.locator(".clash .side")).to_have_count(2)
        for side, value in enumerate(("100", "120")):
            expect(page.locator(".clash .side").nth(side).locator("mark")).to_contain_text(f"{value}亿元")
        expect(page.locator("details.claim .badge.conflict")).to_have_count(2)
        assert watched.faults == []
        page.close()


def test_an_entity_that_is_not_there(browser: Browser, address: str) -> None:
    """The page says what it does not know, and stands."""
    page = browser.new_page(locale="zh-CN")
    page.goto(f"{address}/entity?iri=https://w3id.org/borderkg/id/port/nobody")
    expect(page.get_by_role("alert")).to_contain_text("no such entity")
    expect(page.locator("#q")).to_be_visible()
    page.close()


def test_the_page_in_english(watched: Watched) -> None:
    """The switch changes words and `lang`, and is remembered; names stay in their own language and say so."""
    page = watched.open(PORT)
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1 .type")).to_have_text("port of entry")
    expect(page.locator("h1 span").first).to_have_attribute("lang", "zh-Hans")
    page.reload()
    expect(page.get_by_role("heading", name="Claims and their passages")).to_be_visible()
    expect(page.get_by_role("button", name="中文")).to_be_visible()


def test_the_keyboard_reaches_the_content(watched: Watched) -> None:
    """The first Tab offers to skip to the content; following a link moves the focus there."""
    page = watched.open("/?q=满洲里")
    expect(page.locator(".results li").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_class("skip")
    page.locator(".results a").first.press("Enter")
    expect(page.locator("#main")).to_be_focused()


HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>办法"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over a graph in which everything that a page shows is named with markup."""
    root = tmp_path_factory.mktemp("hostile")
    claims = [claim(f"Policy:{HOSTILE}", "issuedBy", f"Organization:{HOSTILE}局")]
    published(root, dataset.quads(claims, SOURCES))
    with serving(root) as where:
        yield where


def test_markup_in_a_name_is_inert(hostile: str, browser: Browser) -> None:
    """It stands as text in the search, on the entity's page, in the query's table and in the title; nothing runs."""
    watched = Watched(browser.new_page(locale="zh-CN"), hostile)
    page = watched.open(f"/?q={HOSTILE}")
    expect(page.locator("h1")).to_contain_text(HOSTILE)
    page.get_by_role("link", name=HOSTILE, exact=True).click()
    expect(page.locator("h1")).to_contain_text(HOSTILE)
    expect(page.locator("details.claim summary")).to_contain_text(f"{HOSTILE}局")
    watched.open("/query?query=SELECT ?name { ?p a bkg:Policy ; skos:prefLabel ?name ; bkg:issuedBy ?o }")
    expect(page.locator("tbody")).to_contain_text(HOSTILE)
    assert page.locator("main img, main script").count() == 0
    assert watched.faults == []
    page.close()
