"""The page in Chromium, from a file: it asks for nothing, and what is pointed at, chosen and dragged shows itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from borderkg.figures.lineage import lineage_html
from tests.figures.conftest import Real

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, real: Real, tmp_path: Path) -> Iterator[Page]:
    """The page of the demonstration graph with a hostile label; a request or an error on it fails the test."""
    graph = real.graph.copy()
    graph.add_node("https://example.org/x", label="<img src=x onerror=alert(1)>", type="Policy", begin="2001-01-01")
    file = tmp_path / "figure.html"
    file.write_text(lineage_html(graph, title="谱系", sources=real.citations, width=1280), "utf-8")
    faults: list[str] = []

    def refuse(route: Route) -> None:
        faults.append(f"a request to {route.request.url}")
        route.abort()

    context = browser.new_context(viewport={"width": 1400, "height": 900})
    opened = context.new_page()
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("dialog", lambda dialog: faults.append("a dialog"))
    opened.route("http://**/*", refuse)
    opened.route("https://**/*", refuse)
    opened.goto(file.as_uri())
    yield opened
    context.close()
    assert faults == []


def test_the_tables_say_what_the_figure_shows(page: Page) -> None:
    """As many rows as nodes and hops are drawn; the label of a node is text."""
    assert page.locator("tr[data-iri]").count() == page.locator("svg .node").count() > 20
    assert page.locator("tr[data-key]").count() == page.locator("svg .edge").count() > 20
    assert page.locator("img").count() == 0


def test_pointing_at_a_node_lights_its_neighbours(page: Page) -> None:
    """What is not next to it is pale, by pointer and by keyboard."""
    node = page.locator(".node[data-iri$='state-council']")
    node.focus()
    hops = page.locator(".edge[data-tail$='/state-council'], .edge[data-head$='/state-council']")
    assert page.locator(".edge.near").count() == hops.count() > 10
    node.blur()
    assert page.locator(".near").count() <= 1 or page.locator("svg.lit").count() == 0


def test_a_hop_shows_its_sources(page: Page) -> None:
    """A click on a line opens what is known of it: the relation, its standing, the citation."""
    edge = page.locator(".edge[data-tail$='/state-council'][data-head*='/policy/']").first
    edge.dispatch_event("click")
    panel = page.locator("#hop")
    assert panel.is_visible()
    assert "文献明言" in panel.inner_text() and "《" in panel.inner_text()
    assert page.locator("tr.chosen").count() == 1
    page.keyboard.press("Escape")
    assert panel.is_hidden()


def test_the_line_of_a_day_dims_what_is_not_in_force(page: Page) -> None:
    """By keyboard or by dragging; the counts follow, and all comes back."""
    slider = page.locator("#day")
    slider.focus()
    page.keyboard.press("Home")
    early = page.locator(".node.void").count()
    page.keyboard.press("End")
    late = page.locator(".node.void").count()
    assert early > late
    assert page.locator("#day-line").get_attribute("visibility") == "visible"
    box = page.locator("svg").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 700, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 500, box["y"] + 60)
    page.mouse.up()
    held = page.locator(".node:not(.void)").count()
    assert f"{held} 个节点" in page.locator("output").inner_text()
    page.locator("#all").click()
    assert page.locator(".void").count() == 0


def test_the_page_forbids_all_but_itself(page: Page) -> None:
    """Its policy allows no request and no script but its own; one put in later does not run."""
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
