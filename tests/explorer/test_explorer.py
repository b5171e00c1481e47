"""What holds for every page: the keyboard reaches it, and markup in a name is text."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from borderkg.graph import dataset
from tests.explorer.conftest import Watched
from tests.facts import SOURCES, claim, published
from tests.running import serving

pytestmark = pytest.mark.browser


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
    page.get_by_role("combobox").fill("办法")
    expect(page.get_by_role("option").first).to_contain_text(HOSTILE)
    page.get_by_role("combobox").press("Escape")
    page.get_by_role("link", name=HOSTILE, exact=True).click()
    expect(page.locator("h1")).to_contain_text(HOSTILE)
    expect(page.locator(".claim .row")).to_contain_text(f"{HOSTILE}局")
    watched.open("/query?query=SELECT ?name { ?p a bkg:Policy ; skos:prefLabel ?name ; bkg:issuedBy ?o }")
    expect(page.locator("tbody")).to_contain_text(HOSTILE)
    assert page.locator("main img, main script").count() == 0
    assert watched.faults == []
    page.close()
