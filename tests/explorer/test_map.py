"""The map: what lies where, what is shown and where one looks, all in the address; nothing is asked of another host."""

import csv
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.explorer.conftest import Watched, located
from tests.running import serving

pytestmark = pytest.mark.browser

HERE = re.compile(r"at=[\d.]+%2C[\d.]+%2C[\d.]+")


def place(page: Page, name: str) -> tuple[float, float]:
    """The middle of a mark, from the corner of the map."""
    box = page.locator(f"svg.map .mark[aria-label='{name}']").first.bounding_box()
    frame = page.locator("svg.map").bounding_box()
    assert box is not None and frame is not None
    return box["x"] + box["width"] / 2 - frame["x"], box["y"] + box["height"] / 2 - frame["y"]


def test_places_lie_where_they_are(watched: Watched) -> None:
    """Of three ports in the north east, west and south, each lies on its side; the neighbours are named."""
    page = watched.open("/map")
    expect(page.locator("svg.map .mark.port").first).to_be_visible()
    manzhouli, khorgos = place(page, "满洲里口岸"), place(page, "霍尔果斯口岸")
    assert khorgos[0] < manzhouli[0] - 100 and manzhouli[1] < khorgos[1]
    expect(page.locator("svg.map .country", has_text="蒙古国")).to_have_count(1)
    expect(page.locator("svg.map .source")).to_contain_text("Natural Earth")


def test_a_mark_opens_its_card(watched: Watched) -> None:
    """By mouse and by keyboard."""
    page = watched.open("/map?show=port")
    page.locator("svg.map .mark[aria-label='满洲里口岸']").press("Enter")
    expect(page.get_by_role("complementary").get_by_role("heading", level=2)).to_have_text("满洲里口岸")


def test_what_is_shown_is_chosen(watched: Watched) -> None:
    """Kinds by their boxes, names by words; the address holds it; Back returns."""
    page = watched.open("/map")
    ports = page.locator("svg.map .mark.port")
    expect(ports.first).to_be_visible()
    counties = page.locator("svg.map .mark.county")
    assert counties.count() > 0
    page.get_by_role("checkbox", name="县、旗、市").uncheck()
    expect(counties).to_have_count(0)
    assert f"show={quote('port,platform,town', safe='')}" in located(page)
    page.get_by_label("按名称筛选").fill("满洲里口岸")
    expect(ports).to_have_count(1)
    page.reload()
    expect(ports).to_have_count(1)
    page.get_by_label("按名称筛选").fill("")
    page.go_back()
    expect(counties).not_to_have_count(0)


def test_a_period_leaves_what_was_set_up_within_it(watched: Watched) -> None:
    """What has no date is pale and counted; the form clears it."""
    page = watched.open("/map?show=port,platform")
    expect(page.locator("svg.map .mark").first).to_be_visible()
    before = page.locator("svg.map .mark").count()
    page.get_by_label("设立于 from").fill("1900")
    page.get_by_label("设立于 from").press("Enter")
    page.get_by_label("设立于 to").fill("1901")
    page.get_by_label("设立于 to").press("Enter")
    expect(page).to_have_url(re.compile("from=1900&to=1901"))
    expect(page.locator("svg.map .mark.faint").first).to_be_visible()
    faint = page.locator("svg.map .mark.faint").count()
    assert page.locator("svg.map .mark").count() < before
    expect(page.get_by_role("status").first).to_contain_text(str(faint))
    page.get_by_role("button", name="取消时段").click()
    expect(page.locator("svg.map .mark")).to_have_count(before)


def test_it_is_moved_by_mouse_and_keys(watched: Watched) -> None:
    """Buttons, the plus key, arrows and dragging; the address follows, and opening it shows the same place."""
    page = watched.open("/map?show=port")
    expect(page.locator("svg.map .mark").first).to_be_visible()
    start = place(page, "满洲里口岸")
    page.locator("svg.map").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(HERE)
    moved = place(page, "满洲里口岸")
    assert abs(start[0] - 60 - moved[0]) < 2 and abs(moved[1] - start[1]) < 2
    page.keyboard.press("+")
    box = page.locator("svg.map").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.wait_for_timeout(400)
    held = place(page, "满洲里口岸")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 40, y + 30, steps=4)
    page.mouse.up()
    page.wait_for_timeout(400)
    now = place(page, "满洲里口岸")
    assert abs(held[0] - 40 - now[0]) < 3 and abs(held[1] + 30 - now[1]) < 3
    page.reload()
    expect(page.locator("svg.map .mark").first).to_be_attached()
    page.wait_for_timeout(200)
    again = place(page, "满洲里口岸")
    assert abs(again[0] - now[0]) < 4 and abs(again[1] - now[1]) < 4
    page.get_by_role("button", name="全图").click()
    whole = place(page, "满洲里口岸")
    assert abs(whole[0] - start[0]) < 2 and abs(whole[1] - start[1]) < 2


def test_the_same_as_a_table_and_as_csv(watched: Watched, tmp_path: Path) -> None:
    """Every mark is a row, with its coordinates, their radius and source."""
    page = watched.open("/map?show=port")
    marks = page.locator("svg.map .mark")
    expect(marks.first).to_be_visible()
    page.get_by_text("同样的内容列为表格").click()
    expect(page.locator("main tbody tr")).to_have_count(marks.count())
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    download.value.save_as(tmp_path / "map.csv")
    rows = list(csv.DictReader((tmp_path / "map.csv").read_text("utf-8").splitlines()))
    assert len(rows) == marks.count()
    port = next(row for row in rows if row["名称"] == "满洲里口岸")
    assert 117 < float(port["longitude"]) < 118 and 49 < float(port["latitude"]) < 50 and port["坐标来源"]


def test_the_things_of_an_answer_on_the_map(watched: Watched) -> None:
    """An answer of a query with ports in it; what has no coordinates is counted."""
    query = "SELECT ?p ?c { ?p a bkg:Port ; bkg:borders ?c }"
    page = watched.open(f"/query?query={quote(query)}&view=map")
    expect(page.locator("svg.map .mark.port").first).to_be_visible()
    expect(page.locator("#answer")).to_contain_text("没有坐标")


def test_the_operators_map_and_english(browser: Browser, demo_store: Path) -> None:
    """Without a base map the points stand alone, and no source is printed."""
    with serving(demo_store, "--basemap", "none") as where:
        watched = Watched(browser.new_page(locale="en-GB", viewport={"width": 390, "height": 800}), where)
        page = watched.open("/map?lang=en&show=port")
        expect(page.locator("h1")).to_have_text("The border on a map")
        expect(page.locator("svg.map .mark.port").first).to_be_visible()
        expect(page.locator("svg.map .land, svg.map .source text")).to_have_count(0)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert watched.faults == []
        page.close()
