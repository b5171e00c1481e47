"""A lineage of 5,000 things in the browser: it is drawn in groups, and whatever the reader does is answered."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from borderkg.figures.collapse import MOST
from borderkg.graph import dataset
from tests.explorer.conftest import Watched
from tests.facts import SOURCES, claim, published
from tests.running import serving

pytestmark = [pytest.mark.browser, pytest.mark.soak]

BODIES, POLICIES, PLATFORMS = 20, 1000, 3980
ELEMENTS = 6000
"""A page of so many elements is laid out anew within a frame or two; one by one the things alone would be more."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over bodies whose policies follow one another for seventy years and set up platforms."""
    claims = []
    for number in range(POLICIES):
        policy, year = f"Policy:政策{number}号", 1950 + 70 * number // POLICIES
        claims.append(claim(policy, "issuedBy", f"Organization:第{number % BODIES}局"))
        claims.append(claim(policy, "dateIssued", f"{year}-{1 + number % 12:02}"))
        if number:
            claims.append(claim(policy, "follows", f"Policy:政策{number * 2 // 3}号"))
    for number in range(PLATFORMS):
        platform, of = f"Platform:第{number}开放区", number % POLICIES
        claims.append(claim(f"Policy:政策{of}号", "establishes", platform))
        claims.append(claim(platform, "dateEstablished", f"{1951 + 70 * of // POLICIES}"))
    root = tmp_path_factory.mktemp("large")
    published(root, dataset.quads(claims, SOURCES))
    with serving(root) as where:
        yield where


@pytest.fixture
def page(browser: Browser, large: str) -> Iterator[Page]:
    """A page with the drawing; whatever went wrong on it fails the test."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    watched = Watched(context.new_page(), large)
    watched.open("/lineage").locator(".scene .node").first.wait_for(timeout=120_000)
    yield watched.page
    context.close()
    assert watched.faults == []


def day(page: Page) -> str:
    """The day of the line."""
    return page.get_by_role("slider").get_attribute("aria-valuetext") or ""


def until(page: Page, condition: str) -> None:
    """Wait until a condition of the page holds; its policy (CSP) forbids the way of `wait_for_function`."""
    look = f"const look = () => ({condition}) ? done() : requestAnimationFrame(look); look();"
    page.evaluate(f"() => new Promise((done) => {{ {look} }})")


def test_few_elements_stand_for_all(page: Page) -> None:
    """At most as many as a figure holds legibly are drawn, and the groups tell how many they stand for: none is lost."""
    status = page.get_by_role("status")
    expect(status).to_contain_text(f"{BODIES + POLICIES + PLATFORMS} 个节点")
    expect(status).to_contain_text("合并")
    assert 20 < page.locator(".scene .node").count() <= MOST
    assert page.locator("main *").count() < ELEMENTS
    single = page.locator(".scene .node:not([data-iri^='group:'])").count()
    labels = page.locator(".scene .node[data-iri^='group:']").evaluate_all("all => all.map((e) => e.ariaLabel)")
    counts = [re.findall(r"×(\d+)", label) for label in labels]
    assert single + sum(int(count[-1]) for count in counts) == BODIES + POLICIES + PLATFORMS


def test_every_key_is_answered_before_the_next(page: Page) -> None:
    """Five events on and three back, each shown before the next is asked for; the counts follow; Back takes one away."""
    page.locator("h1").click()
    seen = []
    for key in ["ArrowRight"] * 5 + ["ArrowLeft"] * 3:
        before = day(page)
        page.keyboard.press(key)
        expect(page.get_by_role("slider")).not_to_have_attribute("aria-valuetext", before)
        expect(page.get_by_role("status")).to_contain_text(day(page))
        seen.append(day(page))
    assert seen[:5] == sorted(set(seen[:5]))
    assert seen[5:] == [seen[3], seen[2], seen[1]]
    page.go_back()
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", seen[2])


def test_the_line_follows_the_pointer_all_the_way(page: Page) -> None:
    """At every move of a drag the day is another and what is not in force dims: no move waits for the end."""
    box = page.locator(".handle rect").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    days, dim = [], []
    for step in range(1, 13):
        page.mouse.move(x - 60 * step, y)
        days.append(day(page))
        dim.append(page.locator(".scene .void").count())
    page.mouse.up()
    assert days == sorted(set(days), reverse=True)
    assert dim == sorted(dim) and dim[0] < dim[-1]
    expect(page).to_have_url(re.compile(f"as_of={days[-1]}"))


def test_it_is_moved_about_and_made_larger(page: Page) -> None:
    """In a narrow window it scrolls, the strip with it; twice as large it stays within the page, and the keys walk on."""
    page.set_viewport_size({"width": 600, "height": 700})
    until(page, "document.querySelector('.drawing').scrollWidth > document.querySelector('.drawing').clientWidth")
    page.locator(".drawing").evaluate("node => node.scrollTo(40, 0)")
    until(page, "document.querySelector('.timeline-place').scrollLeft === 40")
    page.evaluate("document.documentElement.style.zoom = 2")
    first = page.locator(".scene .node[tabindex='0']").get_attribute("data-iri")
    page.locator(".scene .node[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".scene .node:focus")).not_to_have_attribute("data-iri", str(first))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_group_opens_and_leads_to_its_members(page: Page) -> None:
    """Its drawer lists no more than one can read, with their number; a member is the centre of a lineage of its own."""
    page.locator(".scene .node[data-iri^='group:']").first.dispatch_event("click")
    drawer = page.locator(".drawer")
    expect(drawer).to_contain_text(re.compile(r"成员 \(\d+\)"))
    assert 0 < drawer.locator("li").count() <= 200
    drawer.locator("a").first.click()
    expect(page.locator(".scene .node").first).to_be_visible()
    expect(page).to_have_url(re.compile("name="))


def test_while_it_is_laid_out_the_page_is_the_readers(browser: Browser, large: str) -> None:
    """With the answer still to come one types, changes the language and goes on to another page; nothing comes after."""
    context = browser.new_context(locale="zh-CN")
    watched = Watched(context.new_page(), large)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    watched.page.route(re.compile("/api/lineage"), hold)
    page = watched.open("/lineage")
    expect(page.locator(".lineage-place")).to_have_attribute("aria-busy", "true")
    page.get_by_role("combobox", name="从何处看起").fill("政策99")
    expect(page.get_by_role("option").first).to_be_visible()
    page.locator("#language").click()
    expect(page.locator("h1")).to_contain_text("Lineage")
    page.get_by_role("link", name="Checks").click()
    expect(page.locator("main")).to_have_attribute("data-view", "checks")
    assert held
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    expect(page.locator("main .scene")).to_have_count(0)
    context.close()
    assert watched.faults == []
