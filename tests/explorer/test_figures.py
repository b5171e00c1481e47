"""The figures: charts of what texts measure, with their tables and passages, and how platforms spread."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from borderkg import pipeline
from borderkg.graph import dataset
from tests.explorer.conftest import Watched
from tests.facts import SOURCES, corpus, figure, published
from tests.running import serving

pytestmark = pytest.mark.browser

ONE = "2018年，云南省外贸进出口总额为80亿元。2019年，云南省外贸进出口总额为90亿元。2020年，云南省外贸进出口总额为100亿元。"
SPAN = "2016年至2020年，云南省外贸进出口总额为400亿元。"
OTHER = "2020年，云南省外贸进出口总额为120亿元。"
SECOND = "2019年，广西壮族自治区外贸进出口总额为1500000万元。2020年，广西壮族自治区外贸进出口总额为160亿元。"


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over two texts that disagree, in two units."""
    root = tmp_path_factory.mktemp("figures")
    pipeline.build(corpus(root / "texts", one=ONE + SPAN, two=OTHER + SECOND), root / "graph")
    with serving(root / "graph") as where:
        yield where


@pytest.fixture
def page(browser: Browser, figures: str) -> Iterator[Watched]:
    """A page in Chinese; whatever went wrong on it fails the test."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    watched = Watched(context.new_page(), figures)
    yield watched
    context.close()
    assert watched.faults == []


def opened(watched: Watched, path: str = "/figures") -> Page:
    """The page with its chart."""
    shown = watched.open(path)
    shown.locator(".chart .point[tabindex]").first.wait_for()
    return shown


def test_values_in_conflict_are_both_drawn(page: Watched) -> None:
    """Hollow in the chart, marked in the table, counted in the caption; all others are not."""
    shown = opened(page)
    expect(shown.locator(".chart .point.clash")).to_have_count(2)
    expect(shown.locator(".figures-table tr.clashing")).to_have_count(2)
    expect(shown.locator("figcaption")).to_contain_text("2 个数值与其他论断冲突")
    expect(shown.locator(".figures-table")).to_contain_text("120")


def test_a_point_opens_its_passages(page: Watched) -> None:
    """By Enter; of one in conflict also the other's, with the reason; its address opens it again."""
    shown = opened(page)
    point = shown.locator(".chart .point[aria-label*='2018']")
    point.focus()
    shown.keyboard.press("Enter")
    expect(shown.locator(".drawer mark")).to_have_count(1)
    expect(shown.locator(".drawer mark")).to_contain_text("80亿元")
    shown.keyboard.press("Escape")
    assert "point=" not in shown.url
    shown.locator(".chart .point.clash").first.click()
    expect(shown.locator(".drawer mark")).to_have_count(2)
    expect(shown.locator(".drawer")).to_contain_text("同一指标同地同时两值")
    shown.reload()
    expect(shown.locator(".drawer mark")).to_have_count(2)


def test_units_are_converted_and_it_is_said(page: Watched) -> None:
    """To the unit of most; the printed value stands beside."""
    shown = opened(page)
    expect(shown.locator("figcaption")).to_contain_text("1 万元 = 0.0001 亿元")
    row = shown.locator(".figures-table tr", has_text="广西").filter(has_text="2019")
    expect(row).to_contain_text("150")
    expect(row).to_contain_text("1,500,000 万元")
    expect(shown.locator(".chart .point[aria-label*='广西壮族自治区, 2019']")).to_have_attribute(
        "aria-label", "广西壮族自治区, 2019: 150 亿元"
    )


def test_what_has_no_single_year_is_not_drawn_in_one(page: Watched) -> None:
    """It stands in the table, and the caption says so."""
    shown = opened(page)
    expect(shown.locator("figcaption")).to_contain_text("1 个数值没有单一年份")
    expect(shown.locator(".figures-table")).to_contain_text("2016/2020")
    expect(shown.locator(".chart .point[tabindex]")).to_have_count(6)


def test_areas_years_and_form_are_chosen(page: Watched) -> None:
    """Each in the address; Back goes back; the focus stays where it was."""
    shown = opened(page)
    shown.locator("summary").click()
    shown.get_by_role("checkbox", name="广西壮族自治区").uncheck()
    expect(shown.locator(".chart .point[tabindex]")).to_have_count(4)
    expect(shown.get_by_role("checkbox", name="广西壮族自治区")).to_be_focused()
    shown.locator("select[name=from]").select_option("2019")
    expect(shown.locator(".chart .point[tabindex]")).to_have_count(3)
    shown.locator("select[name=kind]").select_option("bar")
    expect(shown.locator(".chart.bar")).to_be_visible()
    assert re.search("area=.*from=2019.*kind=bar", shown.url)
    shown.go_back()
    expect(shown.locator(".chart.line")).to_be_visible()
    shown.locator("select[name=x]").select_option("area")
    shown.locator("select[name=year]").select_option("2020")
    expect(shown.locator(".chart.bar .point[tabindex]")).to_have_count(2)


def test_small_panels(page: Watched) -> None:
    """One an area, on one scale or on its own, which is said."""
    shown = opened(page)
    shown.locator("select[name=panels]").select_option("apart")
    expect(shown.locator(".chart .panel")).to_have_count(2)
    expect(shown.locator("figcaption")).not_to_contain_text("尺度不同")
    shown.locator("select[name=panels]").select_option("own")
    expect(shown.locator("figcaption")).to_contain_text("尺度不同")


def test_the_figure_is_taken_away(page: Watched) -> None:
    """CSV of the rows with both units and the claims, SVG with its caption, and the query."""
    shown = opened(page)
    with shown.expect_download() as table:
        shown.get_by_role("button", name="CSV").click()
    rows = list(csv.reader(io.StringIO(table.value.path().read_text("utf-8"))))
    assert len(rows) == 1 + 7
    assert rows[0] == ["地区", "年份", "数值", "单位", "文献所印", "文献所印单位", "来源", "冲突", "论断"]
    assert ["广西壮族自治区", "2019", "150", "亿元", "1500000", "万元"] in [row[:6] for row in rows]
    with shown.expect_download() as marked:
        shown.get_by_role("button", name="供 Excel").click()
    assert marked.value.path().read_bytes() == b"\xef\xbb\xbf" + table.value.path().read_bytes()
    with shown.expect_download() as drawing:
        shown.get_by_role("button", name="SVG").click()
    assert "来源：" in drawing.value.path().read_text("utf-8")
    shown.get_by_role("link", name="SPARQL").last.click()
    expect(shown.locator("#status")).to_contain_text("7 行")


def test_in_english(page: Watched) -> None:
    """Words, caption and labels."""
    shown = opened(page, "/figures?lang=en")
    expect(shown.locator("h1")).to_have_text("Figures")
    expect(shown.locator("figcaption")).to_contain_text("Converted: 1 万元 = 0.0001 亿元")
    expect(shown.locator(".chart")).to_contain_text("Yunnan")


def test_how_platforms_spread(watched: Watched) -> None:
    """A panel a province, the rows beside; a panel picks its province; PDF and CSV."""
    page = watched.open("/figures")
    page.get_by_role("link", name="平台的扩散").click()
    page.locator("select[name=of]").select_option("边境经济合作区")
    expect(page).to_have_url(re.compile("of="))
    rows = page.locator(".figures-table tbody tr")
    expect(rows.first).to_contain_text("边境经济合作区")
    whole = rows.count()
    panel = page.locator(".scene .panel").first
    province = str(panel.get_attribute("data-province"))
    panel.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".scene .panel[aria-pressed='true']")).to_have_count(1)
    assert 0 < rows.count() < whole
    expect(rows.first).to_contain_text(province)
    with page.expect_download() as printed:
        page.get_by_role("link", name="PDF").click()
    assert printed.value.path().read_bytes().startswith(b"%PDF-")


def test_markup_in_a_name_is_inert(browser: Browser, tmp_path: Path) -> None:
    """In the choices, the chart, the table and the drawer."""
    hostile = "<img src=x onerror=alert(1)>"
    claims = [figure(f"{hostile}省", f"{hostile}总额", value, time=time) for value, time in ((1, "2019"), (2, "2020"))]
    published(tmp_path, dataset.quads(claims, SOURCES))
    with serving(tmp_path) as where:
        watched = Watched(browser.new_page(locale="zh-CN"), where)
        page = opened(watched)
        expect(page.locator("select[name=indicator]")).to_contain_text(hostile)
        expect(page.locator(".figures-table")).to_contain_text(hostile)
        page.locator(".figures-table button").first.click()
        expect(page.locator(".drawer h2")).to_contain_text(hostile)
        assert page.locator("main img, .drawer img").count() == 0
        assert watched.faults == []
        page.close()


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_no_screen_is_wider_than_the_window(width: int, browser: Browser, figures: str) -> None:
    """In both languages; what is wide scrolls in its own place."""
    for language in ("zh", "en"):
        page = browser.new_page(locale="zh-CN", viewport={"width": width, "height": 900})
        page.goto(f"{figures}/figures?lang={language}")
        page.locator(".chart .point[tabindex]").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


@pytest.mark.parametrize(("lang", "said"), [("zh", "没有此名的平台类型"), ("en", "no platform type or subject")])
def test_what_is_wrong_is_said_in_the_language_of_the_page(
    lang: str, said: str, browser: Browser, address: str
) -> None:
    """With what there is."""
    page = browser.new_page(locale="zh-CN")
    page.goto(f"{address}/figures?of=没有这种平台&lang={lang}")
    expect(page.get_by_role("alert")).to_contain_text(said)
    expect(page.get_by_role("alert")).to_contain_text("边境经济合作区")
    page.close()
