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


@pytest.mark.parametrize("path", ["/", "/ontology", "/ontology/port", "/api", "/nosuchpage"])
def test_every_page_has_the_same_head(path: str, watched: Watched) -> None:
    """Search, the way to every view, the language: on the pages too that the server writes whole."""
    page = watched.open(path)
    head = page.locator("body > header")
    for name in ("沿革", "地图", "图表", "核查", "SPARQL", "本体", "API"):
        expect(head.get_by_role("link", name=name)).to_be_visible()
    head.get_by_role("button", name="English").click()
    expect(head.get_by_role("link", name="Lineage")).to_be_visible()
    head.get_by_role("combobox").fill("满洲里口岸")
    expect(head.get_by_role("option").first).to_contain_text("满洲里口岸")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("满洲里口岸")
    watched.faults = [
        fault for fault in watched.faults if "404" not in fault
    ]  # the browser notes the missing page itself


@pytest.mark.parametrize("path", ["/", "/api", "/ontology"])
def test_all_ways_are_seen_on_a_narrow_window(path: str, watched: Watched) -> None:
    """None is cut off at the edge of a phone."""
    page = watched.open(path)
    page.set_viewport_size({"width": 400, "height": 800})
    for link in page.locator("body > header nav a, #language").all():
        box = link.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 400


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
