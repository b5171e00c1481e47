"""The first page and the search: what is offered while one types, filters as addresses, what the graph holds."""

import re

import pytest
from playwright.sync_api import expect

from borderkg.questions import catalogue
from tests.explorer.conftest import Watched, located

pytestmark = pytest.mark.browser


def test_the_first_page_says_what_the_graph_holds(watched: Watched) -> None:
    """Counts, and the texts with their citations, each leading to its page."""
    page = watched.open("/")
    expect(page.locator(".figures")).to_contain_text("文献")
    expect(page.locator(".figure").first).to_contain_text("13")
    page.locator(".texts").get_by_role("link", name=re.compile("^BorderKG.*沿边口岸条目")).click()
    expect(page.locator("h1")).to_contain_text("沿边口岸条目")


def test_a_name_that_nothing_bears_proposes_names_like_it(watched: Watched) -> None:
    """Apart from what is found, which is nothing; each leads to its thing."""
    page = watched.open("/?q=满州里口案")
    expect(page.get_by_role("status")).to_contain_text("0 项")
    expect(page.get_by_role("heading", name="是否指以下名称")).to_be_visible()
    page.locator(".nearest").get_by_role("link", name="满洲里口岸", exact=True).click()
    expect(page.locator("h1")).to_contain_text("满洲里口岸")


def test_the_first_page_leads_to_every_screen(watched: Watched) -> None:
    """Each way in is a link of the head too, in the same words; the classes lead to what is of them."""
    page = watched.open("/")
    ways = page.locator(".ways a")
    heads = {link.get_attribute("href") for link in page.locator("body > header nav a").all()}
    assert {link.get_attribute("href") for link in ways.all()} <= heads
    page.locator(".browse").get_by_role("link", name="口岸", exact=True).click()
    expect(page.locator("h1")).to_contain_text("口岸")
    expect(page.locator(".results .type").first).to_have_text("口岸")


def test_the_first_page_leads_to_the_ontology(watched: Watched) -> None:
    """Whose pages the server writes itself."""
    page = watched.open("/")
    page.locator("header").get_by_role("link", name="本体").click()
    expect(page).to_have_url(re.compile("/ontology$"))
    expect(page.locator("h1")).to_contain_text("本体")


def test_the_questions_stand_under_their_topics(watched: Watched) -> None:
    """All of them, each once, in the language of the page."""
    page = watched.open("/?lang=en")
    expect(page.locator(".topics section")).to_have_count(len(catalogue.topics()))
    expect(page.locator(".questions a")).to_have_count(len(catalogue.load()))
    expect(page.locator(".topics h3").first).to_have_text(catalogue.topics()[0].en)
    expect(page.locator(".questions a").first).to_have_text(catalogue.find(catalogue.topics()[0].questions[0]).summary)


def test_search_by_chinese_name(watched: Watched) -> None:
    """Typing a name and Enter lists what bears it; the address holds the search; back and forward work."""
    page = watched.open("/")
    page.keyboard.press("/")
    page.keyboard.type("满洲里口岸")
    page.keyboard.press("Enter")
    first = page.locator(".results li").first
    expect(first).to_contain_text("满洲里口岸")
    expect(first.locator(".type")).to_have_text("口岸")
    assert "q=%E6%BB%A1" in located(page)
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


@pytest.mark.parametrize("typed", ["满洲里口", "manzhoulikou", "mzlk", "Manzhouli P"])
def test_names_are_offered_while_one_types(typed: str, watched: Watched) -> None:
    """In Chinese, by pinyin or its initials, in English; the arrows choose, which the field tells, and Enter goes there."""
    page = watched.open("/")
    field = page.get_by_role("combobox")
    field.press_sequentially(typed)
    wanted = page.get_by_role("option").filter(has=page.get_by_text("满洲里口岸", exact=True)).first
    expect(wanted).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    for _ in range(8):
        field.press("ArrowDown")
        if wanted.get_attribute("aria-selected") == "true":
            break
    expect(field).to_have_attribute("aria-activedescendant", wanted.get_attribute("id") or "")
    field.press("Enter")
    expect(page.locator("h1")).to_contain_text("满洲里口岸")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#main")).to_be_focused()


def test_offers_can_be_left(watched: Watched) -> None:
    """Escape closes them and keeps what was typed; Up from the top chooses the last; the mouse chooses too."""
    page = watched.open("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("口岸")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_have_value("口岸")
    field.press("ArrowDown")
    name = options.first.locator(".name > span").first.inner_text()
    options.first.click()
    expect(page.locator("h1")).to_contain_text(name)


def test_filters_are_addresses(watched: Watched) -> None:
    """A value narrows the list to the number beside it; a second one narrows it further; Back and a second click widen it."""
    page = watched.open("/?q=试验区")
    facets = page.get_by_role("navigation", name="筛选")
    platforms = facets.get_by_role("link", name=re.compile("^开放平台"))
    count = platforms.locator(".count").inner_text()
    platforms.click()
    expect(page.locator("h1 .count")).to_have_text(f"{count} 项")
    expect(facets.locator("[aria-current]")).to_contain_text("开放平台")
    facets.get_by_role("link", name=re.compile("^云南省")).click()
    expect(facets.locator("[aria-current]")).to_have_count(2)
    assert "province=" in located(page)
    assert "type=Platform" in located(page)
    page.go_back()
    expect(page.locator("h1 .count")).to_have_text(f"{count} 项")
    facets.locator("[aria-current]").click()
    expect(facets.locator("[aria-current]")).to_have_count(0)
    assert "type=" not in located(page)


def test_filters_of_all_kinds_in_english(watched: Watched) -> None:
    """Class, period, province, country and text; names of the page's language where there are some."""
    page = watched.open("/?type=Policy&lang=en")
    facets = page.get_by_role("navigation", name="Filters")
    for name in ("Class", "Period", "Province", "Text"):
        expect(facets.get_by_role("heading", name=name)).to_be_visible()
    expect(facets.get_by_role("link", name=re.compile("^Yunnan Province"))).to_be_visible()
    expect(page.locator("h1")).to_contain_text("policy")
    page.goto(watched.address + "/?type=Port&lang=en")
    facets.get_by_role("link", name=re.compile("^Russia")).click()
    expect(page.locator("h1")).to_contain_text("Russia")


def test_a_long_list_has_pages(watched: Watched) -> None:
    """The next page goes on where the first ends, and Back returns."""
    page = watched.open("/?type=Port")
    first = page.locator(".results a").first.inner_text()
    page.get_by_role("link", name="下一页").click()
    expect(page.locator(".pager")).to_contain_text("31–60")
    assert page.locator(".results a").first.inner_text() != first
    page.go_back()
    expect(page.locator(".results a").first).to_have_text(first)
