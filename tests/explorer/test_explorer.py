"""What a reader does with every page: ask a query, go by keyboard, meet markup in a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from borderkg.graph import dataset
from borderkg.questions import catalogue
from tests.explorer.conftest import Watched
from tests.facts import SOURCES, claim, published
from tests.running import serving

pytestmark = pytest.mark.browser

PORTS = "SELECT ?name WHERE { ?p a bkg:Port ; skos:prefLabel ?name FILTER(?name = '满洲里口岸'@zh) }"


def test_a_query_with_a_table(watched: Watched) -> None:
    """SELECT gives a table with a count; the address holds the query; an entity leads to its page."""
    page = watched.open("/query")
    page.get_by_role("textbox", name="SPARQL").fill(PORTS.replace("?name WHERE", "?p ?name WHERE"))
    page.keyboard.press("Control+Enter")
    expect(page.locator("#status")).to_contain_text("1 行")
    expect(page.locator("tbody")).to_contain_text("满洲里口岸")
    page.reload()
    expect(page.locator("tbody")).to_contain_text("满洲里口岸")
    page.locator("tbody").get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("满洲里口岸")


def test_the_answer_is_downloaded(watched: Watched, tmp_path: Path) -> None:
    """The table as CSV, complete with its header."""
    page = watched.open("/query")
    page.get_by_role("textbox", name="SPARQL").fill(PORTS)
    page.get_by_role("button", name="查询").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    download.value.save_as(tmp_path / "answer.csv")
    assert (tmp_path / "answer.csv").read_text("utf-8").split() == ["name", "满洲里口岸"]


def test_a_question_of_the_catalogue(watched: Watched) -> None:
    """The first page offers the questions; each opens as a query with its parameters filled in, and is answered."""
    page = watched.open("/")
    questions = catalogue.load()
    expect(page.locator(".questions a")).to_have_count(len(questions))
    name, asked = next((name, q) for name, q in questions.items() if q.parameters)
    page.get_by_role("link", name=asked.summary_zh, exact=True).click()
    expect(page.locator("#status")).to_be_visible()
    written = page.get_by_role("textbox", name="SPARQL").input_value()
    assert f"?_{asked.parameters[0].name}" not in written
    assert asked.parameters[0].default in written
    assert name in page.url


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("ASK { ?p a bkg:Port }", "是"),
        ("CONSTRUCT { ?p bkg:counterpart ?o } WHERE { ?p bkg:counterpart ?o }", "bkg:counterpart"),
        ("SELECT ?p WHERE { ?p a bkg:Port FILTER(false) }", "没有符合的结果"),
    ],
)
def test_other_answers(query: str, shown: str, watched: Watched) -> None:
    """A yes, a graph, and nothing at all are answers too."""
    page = watched.open("/query")
    page.get_by_role("textbox", name="SPARQL").fill(query)
    page.get_by_role("button", name="查询").click()
    expect(page.locator("#answer")).to_contain_text(shown)


def test_a_malformed_query_says_where(browser: Browser, address: str) -> None:
    """Line and column stand on the page, as an alert, in the language of the page."""
    page = browser.new_page(locale="zh-CN")
    page.goto(f"{address}/query")
    page.get_by_role("textbox", name="SPARQL").fill("SELECT ?p WHERE {\n ?p a bkg:Port")
    page.get_by_role("button", name="查询").click()
    expect(page.get_by_role("alert")).to_contain_text("第 2 行")
    page.close()


def test_an_answer_that_was_cut_says_so(browser: Browser, demo_store: Path) -> None:
    """Rows that are not all are not shown as if they were; a graph that is not whole is not shown at all."""
    with serving(demo_store, "--rows", "300") as where:
        page = browser.new_page(locale="zh-CN")
        for query, words in (
            ("SELECT ?s WHERE { ?s ?p ?o }", "结果已截断"),
            ("CONSTRUCT WHERE { ?s ?p ?o }", "在此截断"),
        ):
            page.goto(f"{where}/query")
            page.get_by_role("textbox", name="SPARQL").fill(query)
            page.get_by_role("button", name="查询").click()
            expect(page.locator("#answer")).to_contain_text(words)
        page.close()


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
