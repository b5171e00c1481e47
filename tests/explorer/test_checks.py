"""Conflicts and audit: filters with counts, findings with their passages, files to take away."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from borderkg import pipeline
from tests.explorer.conftest import Watched, located
from tests.running import serving
from tests.tabular.tables import disputing

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def where(disputed_store: Path) -> Iterator[str]:
    with serving(disputed_store) as address:
        yield address


@pytest.fixture
def checks(where: str, browser: Browser) -> Iterator[Watched]:
    """A page over the texts that disagree; whatever went wrong on it fails the test."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    page = Watched(context.new_page(), where)
    yield page
    context.close()
    assert page.faults == []


def test_the_findings_with_both_passages(checks: Watched) -> None:
    """The worst first; each with its kind, reason, check, and its sides with their words marked."""
    page = checks.open("/checks")
    cards = page.locator(".clash")
    expect(cards.first).to_be_visible()
    expect(page.locator("h1 .count")).to_have_text(f"{cards.count()} 项")
    expect(cards.first).to_have_class(re.compile("contradiction"))
    values = cards.filter(has_text="同一指标同地同时两值")
    expect(values.locator("mark")).to_have_count(2)
    expect(values).to_contain_text("two-values")
    values.locator(".side").first.get_by_role("link", name="云南省").click()
    expect(page.locator("h1")).to_contain_text("云南省")


def test_the_first_page_counts_what_it_leads_to(watched: Watched) -> None:
    """Disagreements of both severities; a note is none. Each of the two filters can be taken off."""
    page = watched.open("/")
    figure = page.locator(".figure", has_text="分歧")
    number = figure.locator("b").inner_text()
    figure.get_by_role("link").click()
    expect(page.locator("h1 .count")).to_have_text(f"{number} 项")
    expect(page.locator(".facets [aria-current=true]")).to_have_count(2)
    page.locator(".facets [aria-current=true]", has_text="存疑").click()
    expect(page.locator(".facets [aria-current=true]")).to_have_count(1)
    expect(page.locator(".clash.contradiction")).not_to_have_count(0)
    assert located(page).endswith("/checks?severity=contradiction")


def test_filters_narrow_the_list_and_stand_in_the_address(checks: Watched) -> None:
    """By kind, severity, text and indicator, with the number of each; Back returns."""
    page = checks.open("/checks")
    facets = page.get_by_role("navigation", name="筛选")
    for heading in ("程度", "类型", "文献", "指标"):
        expect(facets.get_by_role("heading", name=heading)).to_be_visible()
    whole = page.locator("h1 .count").inner_text()
    facets.get_by_role("link", name=re.compile("同一文件或事物两日期")).click()
    expect(page.locator(".clash")).to_have_count(1)
    expect(page.locator("h1 .count")).to_have_text("1 项")
    assert "kind=date" in located(page)
    page.reload()
    expect(page.locator(".clash")).to_have_count(1)
    page.go_back()
    expect(page.locator("h1 .count")).to_have_text(whole)


def test_what_is_listed_can_be_taken_away(checks: Watched, tmp_path: Path) -> None:
    """As CSV, JSON and HTML, filtered as the list is."""
    page = checks.open("/checks?kind=date")
    for name, holds in (("CSV", "iri,severity"), ("JSON", "sides"), ("HTML", "<!DOCTYPE html>")):
        with page.expect_download() as download:
            page.locator(".exports").get_by_role("link", name=name).click()
        download.value.save_as(tmp_path / name)
        assert holds in (tmp_path / name).read_text("utf-8")
    assert [finding["kind"] for finding in json.loads((tmp_path / "JSON").read_text("utf-8"))] == ["date"]


def test_nothing_found_and_english(checks: Watched) -> None:
    """An empty list says so; all words are English, the passages stay Chinese and say so."""
    page = checks.open("/checks?kind=date&severity=note&lang=en")
    expect(page.locator("main")).to_contain_text("Nothing was found that fits these filters.")
    checks.open("/checks?lang=en")
    expect(page.locator("h1")).to_contain_text("Conflicts and audit")
    expect(page.locator(".clash.contradiction .severity").first).to_have_text("contradiction")
    expect(page.locator(".clash blockquote").first).to_have_attribute("lang", "zh-Hans")


def test_markup_in_a_text_is_inert(checks: Watched) -> None:
    """In a title, and in what stands around a passage."""
    page = checks.open("/checks")
    expect(page.locator("main")).to_contain_text("<script>alert(1)</script>")
    assert page.locator("main img, main script").count() == 0


def test_a_kind_that_is_not_there(where: str, browser: Browser) -> None:
    """The page says which there are."""
    page = browser.new_page(locale="zh-CN")
    page.goto(f"{where}/checks?kind=nothing")
    expect(page.get_by_role("alert")).to_contain_text("没有这一项")
    page.close()


def test_a_cell_of_a_table_is_told_by_row_and_column(browser: Browser, tmp_path: Path) -> None:
    """In the language of the page, where a text is told by its characters; it opens the table there."""
    texts, data = disputing(tmp_path)
    pipeline.build(texts, tmp_path / "graph", data_files=data)
    with serving(tmp_path / "graph") as address:
        context = browser.new_context(locale="zh-CN")
        watched = Watched(context.new_page(), address)
        page = watched.open("/checks")
        cites = page.locator(".clash cite a")
        expect(cites).to_have_text([re.compile(r"\[\d+–\d+\]"), "trade.csv第3行第3列“产值”"])
        watched.open("/checks?lang=en")
        expect(cites.last).to_have_text("trade.csv, row 3, column 3 “产值”")
        cites.last.click()
        expect(page.locator("h1")).to_contain_text("trade.csv")
        assert watched.faults == []
        context.close()
