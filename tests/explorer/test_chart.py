"""The charts that views draw of rows, in the browser."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.explorer.conftest import Watched

pytestmark = pytest.mark.browser

_DRAW = """async ([rows, options]) => {
  const { chart } = await import("/static/parts/chart.js");
  const { figure } = await import("/static/parts/figure.js");
  window.picked = [];
  const onpick = options.pick ? (row) => window.picked.push(row.a + row.x) : undefined;
  const drawing = chart({ rows, x: "x", y: "y", series: "a", title: "t", ...options, onpick });
  document.getElementById("main").replaceChildren(figure({ drawing, caption: "一段说明", name: "c", rows: [["a"]] }));
}"""


def drawn(watched: Watched, rows: Sequence[Mapping[str, Any]], **options: Any) -> Page:
    """A page with the chart of some rows."""
    page = watched.open("/query")
    page.locator("h1").wait_for()
    page.evaluate(_DRAW, [rows, options])
    return page


def rows(**series: Mapping[str, float]) -> list[dict[str, Any]]:
    """Rows of series by x: `rows(甲={"1992": 1})`."""
    return [{"a": name, "x": x, "y": y} for name, values in series.items() for x, y in values.items()]


TWO = rows(甲={"1992": 1, "1995": 2, "1998": 3}, 乙={"1992": 2, "1995": 1})


def test_a_year_is_as_long_as_any_other(watched: Watched) -> None:
    """Three years and six years apart are so on the axis too."""
    page = drawn(watched, rows(甲={"1992": 1, "1995": 2, "2001": 2}))
    boxes = [mark.bounding_box() for mark in page.locator(".chart .point[tabindex]").all()]
    xs = [box["x"] for box in boxes if box]
    assert (xs[2] - xs[1]) / (xs[1] - xs[0]) == pytest.approx(2, abs=0.05)


@pytest.mark.parametrize("kind", ["line", "bar", "dot"])
def test_values_in_conflict_are_both_drawn_and_marked(kind: str, watched: Watched) -> None:
    """Hollow, with the mark of a conflict, and said in words."""
    page = drawn(watched, [*TWO, {"a": "甲", "x": "1995", "y": 4}], kind=kind)
    clash = page.locator(".chart .point.clash")
    expect(clash).to_have_count(2)
    expect(clash.first).to_have_attribute("aria-label", "甲 · 1995: 2 (来源相互冲突)")
    expect(clash.nth(1)).to_have_attribute("aria-label", "甲 · 1995: 4 (来源相互冲突)")
    assert page.locator(".chart .series .clash-mark").count() == 1


def test_values_that_nearly_agree_do_not_hide_one_another(watched: Watched) -> None:
    """They stand side by side, so that each can be picked."""
    page = drawn(watched, [*TWO, {"a": "甲", "x": "1995", "y": 2.001}], pick=True)
    for clash in page.locator(".chart .point.clash").all():
        clash.click()
    assert page.evaluate("window.picked") == ["甲1995", "甲1995"]


def test_the_arrows_go_from_point_to_point(watched: Watched) -> None:
    """Tab stops once; left and right along a series, up and down between them; Enter picks."""
    page = drawn(watched, TWO, pick=True)
    expect(page.locator(".chart .point[tabindex='0']")).to_have_count(1)
    page.locator(".chart .point[tabindex='0']").focus()
    for key in ("ArrowRight", "Enter", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert page.evaluate("window.picked") == ["甲1995", "乙1995"]


def test_small_panels_share_one_scale(watched: Watched) -> None:
    """The same value stands at the same height in each."""
    page = drawn(watched, rows(甲={"1992": 5, "1995": 9}, 乙={"1992": 5, "1995": 1}), each=True)
    expect(page.locator(".chart .panel .head")).to_have_text(["甲", "乙"])
    firsts = [panel.locator(".point").first.bounding_box() for panel in page.locator(".chart .panel").all()]
    heights = [box["y"] + box["height"] / 2 for box in firsts if box]
    assert heights[0] == pytest.approx(heights[1], abs=1.5)  # the marks differ by a fraction of a pixel


def test_bars_of_names_and_nothing_else(watched: Watched) -> None:
    """What is no date and no number is a name; rows without a value are left out."""
    named: list[dict[str, Any]] = [
        {"a": "", "x": "满洲里口岸", "y": 3},
        {"a": "", "x": "瑞丽口岸", "y": -1},
        {"a": "", "x": "东兴口岸", "y": None},
    ]
    page = drawn(watched, named, kind="bar")
    expect(page.locator(".chart .point")).to_have_count(2)
    expect(page.locator(".chart")).to_contain_text("满洲里口岸")
    expect(page.locator(".chart")).not_to_contain_text("东兴口岸")


def test_long_names_are_all_shown(watched: Watched) -> None:
    """Each in two lines within its own room, and cut where that is not enough."""
    places = ("内蒙古自治区满洲里市", "新疆维吾尔自治区伊宁市", "广西壮族自治区东兴市口岸经济区管理委员会办公室")
    page = drawn(watched, rows(甲=dict.fromkeys(places, 1.0)), kind="bar", width=360)
    marks = page.locator(".chart .axis")
    words = [text for text in marks.all_text_contents() if len(text) > 3]
    assert all(any(text in place for text in words) for place in places)
    expect(page.locator(".chart .panel")).to_contain_text("…")
    boxes = [box for box in (mark.bounding_box() for mark in marks.all()) if box]
    ends = sorted((round(box["y"] / 8), box["x"], box["x"] + box["width"]) for box in boxes)
    assert all(one[2] <= after[1] + 1 for one, after in pairwise(ends) if one[0] == after[0])


def test_a_chart_is_saved_whole(watched: Watched) -> None:
    """As SVG that needs no page: its colours written in, without a style."""
    page = drawn(watched, TWO)
    with page.expect_download() as download:
        page.get_by_role("button", name="矢量图").click()
    text = download.value.path().read_text("utf-8")
    assert "一段说明" in text
    assert "rgb(0, 114, 178)" in text
    assert "style=" not in text
    assert "currentColor" not in text


def test_a_hostile_name_stays_text(watched: Watched) -> None:
    """In the legend, in the title of a point, at the axis."""
    hostile = "<img src=x onerror=alert(1)>"
    page = drawn(watched, rows(**{hostile: {"a<b>": 1}, "乙": {"1995": 1}}))
    expect(page.locator(".chart .legend")).to_contain_text(hostile[:20])
    assert hostile in str(page.locator(".chart .point[tabindex]").first.get_attribute("aria-label"))
    assert page.locator("main img").count() == 0
