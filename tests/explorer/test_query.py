"""Asking in SPARQL on the page: the catalogue, the editor that knows the graph, the run, and the answer in its views."""

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from borderkg.questions import catalogue
from tests.explorer.conftest import Watched, located
from tests.running import serving

pytestmark = pytest.mark.browser

PORTS = "SELECT ?name WHERE { ?p a bkg:Port ; skos:prefLabel ?name FILTER(?name = '满洲里口岸'@zh) }"
THINGS = PORTS.replace("?name WHERE", "?p ?name WHERE")
DATED = (
    "SELECT ?p ?name ?date { ?p a bkg:Policy ; skos:prefLabel ?name ; bkg:dateIssued ?date FILTER(LANG(?name) = 'zh') }"
)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def field(page: Page) -> Locator:
    """The editor's text."""
    return page.get_by_role("textbox", name="SPARQL")


def write(page: Page, text: str) -> None:
    """Put a text in the place of what the editor holds, as a hand does."""
    field(page).click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def ask(page: Page, query: str) -> None:
    """Write a query and run it."""
    write(page, query)
    page.get_by_role("button", name="查询").click()


def test_a_query_with_a_table(watched: Watched) -> None:
    """SELECT gives a table with a count that says it is all; the address holds the query, and opening it asks again."""
    page = watched.open("/query")
    write(page, THINGS)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#status")).to_contain_text("1 行 · 完整")
    expect(page.locator("tbody")).to_contain_text("满洲里口岸")
    page.reload()
    expect(page.locator("tbody")).to_contain_text("满洲里口岸")


def test_a_cell_opens_the_card_of_its_thing(watched: Watched) -> None:
    """By its name, with what the texts say and their passages; Escape closes it, and the focus is where it was."""
    page = watched.open(f"/query?query={quote(THINGS)}")
    link = page.locator("tbody").get_by_role("link", name="满洲里口岸")
    link.press("Enter")
    card = page.get_by_role("complementary")
    expect(card.get_by_role("heading", level=2)).to_have_text("满洲里口岸")
    facing = card.locator("details.claim", has_text="后贝加尔斯克").first
    facing.locator("summary").click()
    expect(facing.locator("mark")).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(link).to_be_focused()
    link.click()
    card.get_by_role("link", name="打开其页面").click()
    expect(page.locator("h1")).to_contain_text("满洲里口岸")
    expect(card).to_have_count(0)


def test_a_figure_and_a_class_have_cards_too(watched: Watched) -> None:
    """A figure shows the claim that states it; a class what it means."""
    page = watched.open(f"/query?query={quote('SELECT ?o (bkg:Port AS ?c) { ?o a bkg:Observation } LIMIT 1')}")
    page.locator("tbody").get_by_role("link").first.click()
    expect(page.get_by_role("complementary").locator("details.claim")).to_have_count(1)
    page.locator("tbody").get_by_role("button").first.click()
    expect(page.get_by_role("complementary").locator(".term p")).not_to_have_count(0)


def test_completion_by_pinyin_and_by_name(watched: Watched) -> None:
    """`wy` gives 位于 with its IRI and count; a Chinese name gives the thing; what is chosen stands as the term."""
    page = watched.open("/query")
    write(page, "SELECT * { ?x a bkg:Port ; ")
    page.keyboard.type("wy")
    listed = page.get_by_role("listbox")

    def take() -> None:
        """The first of the list. It takes no key in its first moment, so that no word is chosen by who types on."""
        expect(page.locator(".cm-tooltip-autocomplete-disabled")).to_have_count(0)  # it knows all that was typed
        page.wait_for_timeout(200)
        page.keyboard.press("Enter")

    expect(listed.get_by_role("option").first).to_contain_text("位于")
    expect(listed).to_contain_text("bkg:locatedIn")
    take()
    expect(field(page)).to_contain_text("bkg:Port ; bkg:locatedIn")
    page.keyboard.type(" ")
    page.keyboard.insert_text("满洲里口岸")
    expect(listed.get_by_role("option").first).to_contain_text("满洲里口岸")
    take()
    expect(field(page)).to_contain_text("<https://w3id.org/borderkg/id/port/manzhouli>")


def test_an_unknown_term_is_underlined_with_the_better_form(watched: Watched) -> None:
    """Before the query runs; one press writes it."""
    page = watched.open("/query")
    write(page, "SELECT * { ?x a bkg:Port ; bkg:locatdIn ?y }")
    wrong = page.locator(".cm-lintRange-warning")
    expect(wrong).to_have_text("bkg:locatdIn")
    wrong.hover()
    page.get_by_role("button", name="改为 bkg:locatedIn").click()
    expect(field(page)).to_contain_text("bkg:locatedIn ?y")
    expect(wrong).to_have_count(0)


def test_what_a_term_means(watched: Watched) -> None:
    """Resting on it shows its name, its definition and a triple that has it."""
    page = watched.open("/query")
    write(page, "SELECT * { ?x bkg:locatedIn ?y }")
    page.get_by_text("bkg:locatedIn").hover()
    expect(page.locator(".term")).to_contain_text("位于")
    expect(page.locator(".term")).to_contain_text("例：")


def test_a_question_with_its_parameters(watched: Watched) -> None:
    """The catalogue is filtered by words; a question's parameters are fields, and the query follows them; Back returns."""
    page = watched.open("/query")
    questions = catalogue.load()
    expect(page.locator(".catalogue li")).to_have_count(len(questions))
    asked = questions["cq04-border-counties"]
    page.get_by_label("筛选问题").fill("边境县")
    expect(page.locator(".catalogue li:visible")).not_to_have_count(len(questions))
    page.get_by_role("link", name=asked.summary_zh).click()
    expect(page.locator("#status")).to_contain_text("完整")
    expect(field(page)).to_contain_text('"云南省"@zh')
    page.get_by_label("省（自治区）的名称").fill('吉林"省')
    expect(field(page)).to_contain_text(r'"吉林\"省"@zh')
    page.get_by_label("省（自治区）的名称").fill("吉林省")
    page.get_by_role("button", name="查询").click()
    expect(page).to_have_url(re.compile(f"question=cq04-border-counties&province={quote('吉林省')}"))
    page.reload()
    expect(page.get_by_label("省（自治区）的名称")).to_have_value("吉林省")
    expect(field(page)).to_contain_text('"吉林省"@zh')


def test_a_question_of_the_first_page(watched: Watched) -> None:
    """Each opens as a query with its parameters filled in, and is answered."""
    page = watched.open("/")
    name, asked = next((name, q) for name, q in catalogue.load().items() if q.parameters)
    page.get_by_role("link", name=asked.summary_zh, exact=True).click()
    expect(page.locator("#status")).to_contain_text("完整")
    expect(field(page)).not_to_contain_text(f"?_{asked.parameters[0].name}")
    expect(field(page)).to_contain_text(asked.parameters[0].default)
    assert name in located(page)


def test_the_answer_is_downloaded(watched: Watched, tmp_path: Path) -> None:
    """The table as CSV, complete with its header."""
    page = watched.open("/query")
    ask(page, PORTS)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    download.value.save_as(tmp_path / "answer.csv")
    assert (tmp_path / "answer.csv").read_text("utf-8").split() == ["name", "满洲里口岸"]


def test_the_answer_is_downloaded_for_excel(watched: Watched, tmp_path: Path) -> None:
    """The same behind a byte-order mark."""
    page = watched.open("/query")
    ask(page, PORTS)
    with page.expect_download() as download:
        page.get_by_role("link", name="供 Excel").click()
    download.value.save_as(tmp_path / "answer.csv")
    assert (tmp_path / "answer.csv").read_text("utf-8").split() == ["\ufeffname", "满洲里口岸"]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("ASK { ?p a bkg:Port }", "是"),
        ("CONSTRUCT { ?p bkg:counterpart ?o } WHERE { ?p bkg:counterpart ?o }", "对应口岸"),
        ("SELECT ?p WHERE { ?p a bkg:Port FILTER(false) }", "没有符合的结果"),
    ],
)
def test_other_answers(query: str, shown: str, watched: Watched) -> None:
    """A yes, a graph, and nothing at all are answers too."""
    page = watched.open("/query")
    ask(page, query)
    expect(page.locator("#answer")).to_contain_text(shown)


def test_rows_are_sorted_by_a_column(watched: Watched) -> None:
    """Up, then down; a screen reader is told."""
    page = watched.open(f"/query?query={quote(DATED)}")
    head = page.get_by_role("columnheader", name="date")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    first = page.locator("tbody tr").first.locator("td").last.inner_text()
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert first < page.locator("tbody tr").first.locator("td").last.inner_text()


def test_the_answer_as_a_timeline(watched: Watched) -> None:
    """A bar for each row with a date, which opens its card; the address says which view."""
    page = watched.open(f"/query?query={quote(DATED)}")
    count = page.locator("#status")
    expect(count).to_contain_text("完整")
    page.get_by_role("tab", name="时间线").click()
    rows = int(re.findall(r"\d+", count.inner_text())[0])
    expect(page.locator("svg.spans .span")).to_have_count(rows)
    assert "view=timeline" in located(page)
    page.locator("svg.spans .span.thing").first.press("Enter")
    expect(page.get_by_role("complementary")).to_be_visible()
    page.reload()
    expect(page.locator("svg.spans .span")).to_have_count(rows)


def test_the_answer_as_a_chart(watched: Watched) -> None:
    """What stands across, up and as lines can be chosen, and stands in the address."""
    page = watched.open("/query?question=cq05-foreign-trade&from=1990&to=2030&view=chart")
    expect(page.locator("svg.chart")).to_be_visible()
    page.get_by_label("图形").select_option("bar")
    expect(page.locator("svg.chart.bar")).to_be_visible()
    assert "kind=bar" in located(page)


def test_the_answer_as_a_graph(watched: Watched, tmp_path: Path) -> None:
    """Nodes and edges of the triples; the drawing is downloaded as it is seen, with its caption and colours."""
    page = watched.open("/query")
    ask(page, "CONSTRUCT { ?p bkg:counterpart ?o } WHERE { ?p bkg:counterpart ?o }")
    page.get_by_role("tab", name="关系图").click()
    expect(page.locator("svg.network .node.thing").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG").click()
    download.value.save_as(tmp_path / "answer.svg")
    drawing = (tmp_path / "answer.svg").read_text("utf-8")
    assert "subject → predicate → object" in drawing and "口岸" in drawing
    assert "class=" not in drawing and re.search(r'fill="rgb\(', drawing)


def test_the_query_as_a_program(watched: Watched) -> None:
    """For Python, R and curl; the query is quoted as each needs it. The citation names the version of the graph."""
    page = watched.open(f"/query?query={quote(PORTS)}")
    shown = page.get_by_label("复制为")
    page.get_by_role("button", name="Python").click()
    assert json.dumps(PORTS, ensure_ascii=False) in shown.input_value()
    page.get_by_role("button", name="curl").click()
    assert "'\\''满洲里口岸'\\''@zh" in shown.input_value()
    page.get_by_role("button", name="引用").click()
    expect(shown).to_have_value(re.compile("@misc"))
    cited = shown.input_value()
    assert re.search(r"note = \{Graph [0-9a-f]{16}\. Data set https://w3id.org/borderkg/", cited)
    assert "author = {{The BorderKG contributors}}" in cited and re.search(r"year = \{20\d\d\}", cited)
    assert re.search(r"urldate = \{20\d\d-\d\d-\d\d\}", cited)
    assert "127.0.0.1" not in cited and "url = {https://w3id.org/borderkg/.well-known/void#" in cited


def test_an_answer_is_cited_with_its_question_and_texts(watched: Watched) -> None:
    """By the name of the question; each text that the answer names is an entry with its authors and year."""
    page = watched.open("/query?question=cq10")
    shown = page.get_by_label("复制为")
    page.get_by_role("button", name="引用").click()
    expect(shown).to_have_value(re.compile(r"answer to cq10-open-cities"))
    page.get_by_role("button", name="所据文献 BibTeX").click()
    expect(shown).to_have_value(re.compile(r"^@misc\{text-"))
    assert "author = {{BorderKG 编写组}}" in shown.input_value() and "year = {2026}" in shown.input_value()
    titles = set(page.locator("tbody td:last-child").all_inner_texts())
    assert len(titles) == shown.input_value().count("@misc") > 1
    watched.open(f"/query?query={quote(PORTS)}")
    page.get_by_role("button", name="所据文献 BibTeX").click()
    expect(shown).to_have_value("% 结果未列文献。\n")


def test_a_malformed_query_says_where(browser: Browser, address: str) -> None:
    """Line and column stand on the page, as an alert, in the language of the page."""
    page = browser.new_page(locale="zh-CN")
    page.goto(f"{address}/query")
    ask(page, "SELECT ?p WHERE {\n ?p a bkg:Port")
    expect(page.get_by_role("alert")).to_contain_text("第 2 行")
    page.close()


def test_a_query_is_called_off(watched: Watched) -> None:
    """While it runs, a clock and a button are shown; called off, the page says that this is not the answer."""
    page = watched.open("/query")
    ask(page, ENDLESS)
    expect(page.locator("#status")).to_contain_text(re.compile(r"正在查询… \d"))
    page.get_by_role("button", name="取消").click()
    expect(page.locator("#answer")).to_contain_text("取消")
    expect(page.locator("#status")).not_to_contain_text("完整 ·")
    expect(page.get_by_role("button", name="取消")).to_be_hidden()


def test_an_answer_that_was_cut_says_so(browser: Browser, demo_store: Path) -> None:
    """Rows that are not all are not shown as if they were, neither of a table nor of a graph."""
    with serving(demo_store, "--rows", "300") as where:
        page = browser.new_page(locale="zh-CN")
        for query in ("SELECT ?s WHERE { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"):
            page.goto(f"{where}/query")
            ask(page, query)
            expect(page.locator("#status")).to_contain_text("结果已截断，不完整")
        page.close()


def test_the_page_takes_no_more_than_it_can_show(watched: Watched) -> None:
    """The rest is in the download, and the page says so; the first rows are shown, more on request."""
    page = watched.open("/query")
    ask(page, "SELECT ?s ?p WHERE { ?s ?p ?o }")
    expect(page.locator("#status")).to_contain_text("本页只取前 5,000 行，不完整")
    expect(page.locator("tbody tr")).to_have_count(200)
    page.get_by_role("button", name="再显示 200 行").click()
    expect(page.locator("tbody tr")).to_have_count(400)


def test_the_page_in_english(watched: Watched) -> None:
    """Words, titles of questions and errors are in the language of the page, which the address can name."""
    page = watched.open(f"/query?lang=en&query={quote(PORTS)}")
    expect(page.locator("#status")).to_contain_text("1 row · complete")
    expect(page.locator(".catalogue summary")).to_contain_text("Questions")
    expect(page.locator(".catalogue li").first).to_contain_text("Which policies fall into each round")


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", ("起始年份", "终止年份")), ("en", ("the first year", "the last year"))]
)
def test_parameters_are_told_in_the_language_of_the_page(lang: str, words: tuple[str, ...], watched: Watched) -> None:
    """Each field of a question says what it takes."""
    page = watched.open(f"/query?question=cq05-foreign-trade&lang={lang}")
    for word, year in zip(words, ("2017", "2021"), strict=True):
        expect(page.get_by_label(word, exact=True)).to_have_value(year)


def test_a_question_by_its_number_and_a_short_name(watched: Watched) -> None:
    """As the command line takes them; the field, the text and the address have the name that the graph writes."""
    page = watched.open("/query?question=cq19&place=黑龙江")
    expect(page.locator("#status")).to_contain_text("完整")
    expect(page.locator("fieldset input")).to_have_value("黑龙江省")
    expect(field(page)).to_contain_text('"黑龙江省"@zh')
    expect(page.locator("tbody tr")).not_to_have_count(0)
    assert "question=cq19-policies-for-a-place&place=%E9%BB%91%E9%BE%99%E6%B1%9F%E7%9C%81" in located(page)


def test_a_question_that_cannot_be_asked(watched: Watched) -> None:
    """A number that the catalogue lacks, and a name that the graph lacks, are told with what is near."""
    page = watched.open("/query?question=cq99")
    expect(page.get_by_role("alert")).to_contain_text("cq99")
    watched.open("/query?question=cq04&province=云南州")
    expect(page.get_by_role("alert")).to_contain_text("最接近的：云南省")
    expect(page.get_by_role("button", name="取消")).to_be_hidden()
    watched.faults = [fault for fault in watched.faults if "404" not in fault]  # the browser notes the refusal itself
