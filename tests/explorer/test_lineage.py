"""The lineage over time: its interactions, by mouse, finger and keyboard, in both languages."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import borderkg
from borderkg.explorer import __file__ as explorer
from borderkg.figures import style
from borderkg.graph import dataset
from tests.explorer.conftest import Watched, located
from tests.facts import SOURCES, claim, published
from tests.running import serving

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"
STATE = "/lineage?name=国务院&depth=1&periods=none"
STYLES = Path(explorer).parent / "static" / "style"


def opened(watched: Watched, path: str = STATE) -> Page:
    """The page with its drawing."""
    page = watched.open(path)
    page.locator(".scene .node").first.wait_for()
    return page


def state(page: Page) -> dict[str, str]:
    """What the address holds."""
    return {name: values[0] for name, values in parse_qs(urlsplit(located(page)).query).items()}


def counted(page: Page) -> list[int]:
    """The numbers of the line that tells what is shown, its dates left out."""
    text = re.sub(r"\d{4}(-\d\d)*", "", page.get_by_role("status").inner_text())
    return [int(number) for number in re.findall(r"\d+", text)]


def middle(place: Locator) -> tuple[float, float]:
    box = place.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_line_of_a_day_is_dragged(watched: Watched) -> None:
    """What is not in force dims, the counts follow, and the address holds the day; Back takes it away again."""
    page = opened(watched)
    nodes, hops = counted(page)[:2]
    expect(page.locator(".scene .void")).to_have_count(0)
    x, y = middle(page.locator(".handle rect"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 300, y, steps=5)
    assert "as_of" not in state(page)
    during = page.locator(".scene .void").count()
    page.mouse.up()
    expect(page).to_have_url(re.compile("as_of=[0-9]{4}-"))
    assert during == page.locator(".scene .void").count() > 0
    left = counted(page)
    assert 0 < left[2] < nodes
    assert 0 < left[3] < hops
    assert left[3] == hops - page.locator(".scene .edge.void").count()
    page.go_back()
    expect(page.locator(".scene .void")).to_have_count(0)


def test_the_line_of_a_day_by_keyboard(watched: Watched) -> None:
    """A slider: a year and a month at a time, the first day, and no day at all."""
    page = opened(watched)
    line = page.get_by_role("slider")
    expect(line).to_have_attribute("aria-valuetext", "不限日期")
    line.focus()
    page.keyboard.press("Home")
    expect(line).to_have_attribute("aria-valuetext", re.compile("-01-01$"))
    first = state(page)["as_of"]
    page.keyboard.press("PageUp")
    expect(line).to_have_attribute("aria-valuetext", re.compile(f"^{int(first[:4]) + 1}-01-01"))
    page.keyboard.press("End")
    expect(line).to_have_attribute("aria-valuetext", "不限日期")
    assert "as_of" not in state(page)


def test_the_line_of_a_day_by_finger(browser: Browser, address: str) -> None:
    """A touch drags it, and does not scroll the page."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 900, "height": 800}, has_touch=True)
    watched = Watched(context.new_page(), address)
    page = opened(watched)
    x, y = middle(page.locator(".handle rect"))
    client = context.new_cdp_session(page)
    for kind, points in (
        ("touchStart", [(x, y)]),
        ("touchMove", [(x - 60, y)]),
        ("touchMove", [(x - 200, y)]),
        ("touchEnd", []),
    ):
        touches = [{"x": px, "y": py} for px, py in points]
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
    expect(page).to_have_url(re.compile("as_of="))
    assert page.locator(".scene .void").count() > 0
    context.close()
    assert watched.faults == []


def test_a_stated_hop_opens_its_passages(watched: Watched) -> None:
    """By click and by Enter: the words marked, with paper and place; closing it gives the focus back."""
    page = opened(watched, f"{STATE}&stated_only=true")
    hop = page.locator(".scene .edge").first
    hop.focus()
    page.keyboard.press("Enter")
    drawer = page.locator(".drawer")
    expect(drawer.locator("mark").first).to_be_visible()
    expect(drawer.locator("cite").first).to_contain_text(re.compile(r"\[\d+–\d+\]"))
    expect(drawer).to_contain_text("文献明言")
    assert "hop" in state(page)
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    expect(hop).to_be_focused()
    assert "hop" not in state(page)


def test_an_inferred_hop_shows_its_rule_and_premises(watched: Watched) -> None:
    """And its confidence; the address of an open hop opens it again."""
    page = opened(watched, "/lineage?name=国务院&periods=none")
    key = page.locator(".scene .edge[data-key$='|implements|inferred']").first
    key.dispatch_event("click")
    drawer = page.locator(".drawer")
    expect(drawer).to_contain_text("规则推断")
    expect(drawer).to_contain_text(re.compile(r"置信度 0\.\d\d"))
    expect(drawer.get_by_role("heading", name="规则", exact=True)).to_be_visible()
    expect(drawer.locator(".claim-behind").first).to_be_visible()
    assert page.locator(".drawer").inner_text().find("[object") == -1
    page.reload()
    expect(page.locator(".drawer")).to_contain_text("规则推断")


def test_two_nodes_show_all_paths_between_them(watched: Watched, demo_store: Path) -> None:
    """With the sources of each hop; what is on a path stands out; a hop of a path opens."""
    page = opened(watched, "/lineage?name=国务院&periods=none")
    graph = borderkg.open(demo_store)
    part = graph.lineage("国务院", depth=2)
    root = graph.find("国务院").iri
    start = page.locator(f".node[data-iri='{root}']")
    end = next(iri for iri, far in sorted(part.descendants(root).items()) if far == 2)
    expected, _ = graph.lineages.whole.paths(root, end)
    start.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(1)
    page.locator(f".node[data-iri='{end}']").dispatch_event("click")
    expect(page.locator(".drawer h2")).to_have_text(f"两点之间的路径 ({len(expected)})")
    expect(page.locator(".drawer .ways-list > li")).to_have_count(min(len(expected), 40))
    expect(page.locator(".drawer .hop-button").first).to_contain_text(re.compile("文献明言|规则推断"))
    assert page.locator(".scene .edge.way").count() > 0
    page.locator(".drawer .hop-button").first.click()
    expect(page.locator(".drawer .sentence")).to_be_visible()


def test_the_main_path(watched: Watched, demo_store: Path) -> None:
    """It stands out where it is asked for."""
    page = opened(watched)
    button = page.get_by_role("button", name="主路径")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    main = borderkg.open(demo_store).lineage("国务院", depth=1).main_path()
    expect(page.locator(".scene .node.way")).to_have_count(len(main))
    page.reload()
    expect(page.locator(".scene .node.way")).to_have_count(len(main))


def test_a_brushed_period_filters_the_table(watched: Watched) -> None:
    """Years in the address, for the map too; in the table only what began in them; a click is a day, not a period."""
    page = opened(watched)
    strip = page.locator(".timeline .track").bounding_box()
    assert strip is not None
    y = strip["y"] + strip["height"] / 2
    page.mouse.move(strip["x"] + strip["width"] * 0.55, y)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * 0.8, y, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile("from=[0-9]{4}.*to=[0-9]{4}"))
    first, last = state(page)["from"], state(page)["to"]
    expect(page.get_by_role("link", name="此时期的地图")).to_have_attribute("href", f"/map?from={first}&to={last}")
    page.keyboard.press("t")
    hops = page.locator(".lineage-tables table").first
    years = [cell[:4] for cell in hops.locator("tbody td:nth-child(5)").all_inner_texts()]
    assert years
    assert all(first <= year <= last for year in years)
    assert len(years) == counted(page)[-1]
    page.get_by_role("button", name="清除", exact=True).click()
    expect(hops.locator("tbody tr")).to_have_count(counted(page)[1])
    page.keyboard.press("t")
    page.mouse.click(strip["x"] + strip["width"] * 0.55, y)
    expect(page).to_have_url(re.compile("as_of="))
    assert "from" not in state(page)


def test_a_period_is_written_by_keyboard(watched: Watched) -> None:
    """In two fields of years, either of which may stay empty."""
    page = opened(watched)
    page.get_by_label("时期自").fill("2000")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("from=2000"))
    expect(page.get_by_role("status")).to_contain_text("2000—…")
    expect(page.locator(".timeline .brush")).to_be_visible()
    assert page.locator(".scene .node.apart").count() > 0


def test_the_arrows_step_through_events(watched: Watched) -> None:
    """The event is told; Back and Forward undo and redo."""
    page = opened(watched)
    page.locator("h1").click()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("status")).to_contain_text("开始")
    first = state(page)["as_of"]
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("slider")).not_to_have_attribute("aria-valuetext", first)
    second = state(page)["as_of"]
    assert first < second
    page.go_back()
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", first)
    page.go_forward()
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", second)
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", first)


def test_the_same_rows_as_a_table(watched: Watched) -> None:
    """One key away and back; a row opens what the drawing opens; a key in a field is only a letter."""
    page = opened(watched)
    nodes, hops = counted(page)[:2]
    page.keyboard.press("t")
    expect(page.locator(".drawing")).to_be_hidden()
    tables = page.locator(".lineage-tables table")
    expect(tables.first.locator("tbody tr")).to_have_count(hops)
    expect(tables.nth(1).locator("tbody tr")).to_have_count(nodes)
    tables.first.get_by_role("button").first.click()
    expect(page.locator(".drawer .sentence")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    expect(page.locator(".drawing")).to_be_visible()
    page.get_by_role("combobox", name="从何处看起").press("t")
    expect(page.locator(".drawing")).to_be_visible()


def test_nodes_are_reached_by_the_arrows(watched: Watched) -> None:
    """Tab stops at one; up and down go on, and light what is near."""
    page = opened(watched)
    expect(page.locator(".scene .node[tabindex='0']")).to_have_count(1)
    page.locator(".scene .node[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    second = page.locator(".scene .node:focus")
    expect(second).to_have_attribute("tabindex", "0")
    assert page.locator(".scene .near").count() > 1


def test_it_is_asked_for_by_its_controls(watched: Watched) -> None:
    """A completed name, stated hops alone, relations, lanes, periods, depth; each in the address."""
    page = opened(watched, "/lineage")
    field = page.get_by_role("combobox", name="从何处看起")
    field.fill("兴边富民")
    offered = page.get_by_role("option").filter(has=page.get_by_text("兴边富民行动", exact=True))
    expect(offered).to_have_count(1)
    offered.click()
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("h1")).to_have_text("沿革 · 兴边富民行动")
    expect(page).to_have_title("沿革 · 兴边富民行动 · BorderKG")
    before = page.locator(".scene .edge").count()
    page.get_by_label("只看文献明言").check()
    expect(page.locator(".scene .edge[data-key$='inferred']")).to_have_count(0)
    page.get_by_label("只看文献明言").uncheck()
    expect(page.locator(".scene .edge")).to_have_count(before)
    page.get_by_text("关系与层级").click()
    page.get_by_label("发布机关").check()
    expect(page).to_have_url(re.compile("relation=issuedBy"))
    page.get_by_label("发布机关").uncheck()
    page.get_by_label("泳道").select_option("platform")
    expect(page.locator(".scene")).to_contain_text("政策文件")
    page.get_by_label("步数").select_option("1")
    expect(page).to_have_url(re.compile("depth=1"))
    page.locator("select[name=periods]").select_option(index=1)
    expect(page.locator(".scene .period").first).to_be_attached()


def test_a_large_lineage_is_drawn_in_groups(watched: Watched) -> None:
    """The whole graph: at most 150 nodes, with counts, said so; and good places to begin."""
    page = opened(watched, "/lineage")
    assert page.locator(".scene .node").count() <= 150 < counted(page)[0]
    expect(page.get_by_role("status")).to_contain_text("合并")
    expect(page.locator(".scene")).to_contain_text(re.compile(r"×\d+"))
    page.locator(".scene .node[data-iri^='group:']").first.dispatch_event("click")
    expect(page.locator(".drawer")).to_contain_text("成员")
    page.keyboard.press("Escape")
    page.locator(".lineage-starts a").first.click()
    expect(page.locator(".lineage-starts")).to_be_hidden()
    expect(page.locator("h1")).to_contain_text("·")


@pytest.mark.parametrize(("lang", "said"), [("en", "no such name in the graph"), ("zh", "图谱中没有这个名称")])
def test_a_name_that_nothing_bears(lang: str, said: str, browser: Browser, address: str) -> None:
    """It is said in the language of the page, with the nearest; the controls stand."""
    page = browser.new_page(locale="zh-CN")
    page.goto(f"{address}/lineage?name=兴边富民计划&lang={lang}")
    expect(page.get_by_role("alert")).to_contain_text("兴边富民行动")
    expect(page.get_by_role("alert")).to_contain_text(said)
    page.get_by_role("combobox", name={"zh": "从何处看起", "en": "Around"}[lang]).fill("兴边富民行动")
    page.keyboard.press("Enter")
    expect(page.locator(".scene .node").first).to_be_visible()
    page.close()


def test_what_a_reader_takes_away(watched: Watched, demo_store: Path) -> None:
    """SVG in the state that is shown, CSV of the rows, PDF, and a query that gives the hops."""
    page = opened(watched, f"{STATE}&as_of=2005")
    with page.expect_download() as drawing:
        page.get_by_role("button", name="矢量图").click()
    svg = drawing.value.path().read_text("utf-8")
    assert "来源：" in svg
    assert "2005-12-31：有效" in svg
    assert 'opacity="0.22"' in svg
    with page.expect_download() as table:
        page.get_by_role("button", name="CSV").click()
    rows = list(csv.reader(io.StringIO(table.value.path().read_text("utf-8"))))
    assert len(rows) - 1 == counted(page)[3]
    with page.expect_download() as printed:
        page.get_by_role("link", name="PDF").click()
    assert printed.value.path().read_bytes().startswith(b"%PDF-")
    ends = {
        tuple(edge.split("|")[:2])
        for edge in page.locator(".edge").evaluate_all("all => all.map((e) => e.dataset.key)")
    }
    query = parse_qs(urlsplit(str(page.get_by_role("link", name="SPARQL").last.get_attribute("href"))).query)["query"][
        0
    ]
    found = borderkg.open(demo_store).query(query)
    pairs = {(row["one"], row["other"]) for row in found}
    assert all((one, other) in pairs or (other, one) in pairs for one, other in ends)


def made(root: Path, number: int) -> Path:
    """A store in which a body with markup in its name sets up so many platforms."""
    body = f"Organization:{HOSTILE}局"
    claims = [claim(body, "establishes", f"Platform:{HOSTILE}区{k}", (k, k + 5)) for k in range(number)]
    claims += [claim(f"Platform:{HOSTILE}区{k}", "dateEstablished", str(1980 + k % 40)) for k in range(number)]
    published(root, dataset.quads(claims, SOURCES))
    return root


def test_markup_in_a_name_is_inert(browser: Browser, tmp_path: Path) -> None:
    """In the drawing, its titles, the drawer and the table it is text; nothing runs."""
    with serving(made(tmp_path, 2)) as where:
        watched = Watched(browser.new_page(locale="zh-CN"), where)
        page = opened(watched, "/lineage")
        expect(page.locator(".scene")).to_contain_text("onerror")
        page.locator(".scene .edge").first.dispatch_event("click")
        expect(page.locator(".drawer .sentence")).to_contain_text(HOSTILE)
        page.keyboard.press("Escape")
        page.keyboard.press("t")
        expect(page.locator(".lineage-tables")).to_contain_text(HOSTILE)
        assert page.locator("main img, main script, .drawer img").count() == 0
        assert watched.faults == []
        page.close()


def test_in_english(watched: Watched) -> None:
    """Words and labels of the drawing; names stay in their own language where there is no other."""
    page = opened(watched, f"{STATE}&lang=en&as_of=2012")
    expect(page.locator("h1")).to_contain_text("Lineage")
    expect(page.get_by_role("status")).to_contain_text("in force")
    expect(page.locator(".scene")).to_contain_text("stated")
    page.keyboard.press("t")
    expect(page.locator("th[scope='col']").first).to_have_text("From")


def test_print_and_page_have_the_same_colours() -> None:
    """Each colour of a figure has one of the page, so that none stays behind in the dark."""
    sheet = (STYLES / "scene.css").read_text("utf-8")
    families = [family.colour for family in (*style.FAMILIES, style.OTHER)]
    inks = [style.INK, style.GREY, style.CONFLICT, *families, *(colour for colour, _, _ in style.KINDS.values())]
    for colour in inks:
        assert f'[fill="{colour}"]' in sheet and f'[stroke="{colour}"]' in sheet
    for colour in (style.RULE, style.LIFELINE, style.LASTED):
        assert f'[stroke="{colour}"]' in sheet
    assert all(f'[fill="{colour}"]' in sheet for colour in style.BANDS)


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_no_screen_is_wider_than_the_window(width: int, browser: Browser, address: str) -> None:
    """In both languages; what is wide scrolls in its own place."""
    for language in ("zh", "en"):
        page = browser.new_page(locale="zh-CN", viewport={"width": width, "height": 900})
        for path in (f"{STATE}&as_of=2012", f"{STATE}&table=1"):
            page.goto(f"{address}{path}&lang={language}")
            page.locator(".scene .node").first.wait_for(state="attached")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()
