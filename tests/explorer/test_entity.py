"""The page of an entity: claims with their passages, what is in conflict, what follows and why, where it comes from, as data."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from borderkg import explorer
from borderkg.claims import confidence
from borderkg.graph import dataset
from tests.conftest import ROOT
from tests.explorer.conftest import Watched
from tests.facts import SOURCES, claim, published, quads
from tests.running import serving

pytestmark = pytest.mark.browser

PORT = "/entity?iri=https://w3id.org/borderkg/id/port/manzhouli"
ZONE = "/entity?iri=https://w3id.org/borderkg/id/platform/comprehensive-bonded-zone-manzhouli"
COUNCIL = "/entity?iri=https://w3id.org/borderkg/id/organization/state-council"
YUNNAN = "/entity?iri=https://w3id.org/borderkg/id/region/530000"
PLAN = "https://w3id.org/borderkg/id/policy/947720123061"
SAID = "对应口岸为俄罗斯后贝加尔斯克口岸"


def property_of(page: Page, name: str) -> Locator:
    """The claims of a property."""
    return page.locator("section.property", has=page.get_by_role("heading", name=name, exact=True))


def test_an_entity_shows_its_claims_and_the_marked_passage(watched: Watched) -> None:
    """The claim is closed until it is asked; then its passage opens with the very words marked, in their context."""
    page = watched.open(PORT)
    expect(page).to_have_title("满洲里口岸 · BorderKG")
    facing = property_of(page, "对应口岸").locator(".claim")
    expect(facing.locator("mark")).to_have_count(0)
    facing.get_by_role("button").press("Enter")
    expect(facing.locator("mark")).to_have_text(SAID)
    expect(facing.locator("mark")).to_be_visible()
    expect(facing.locator("blockquote p").first).to_contain_text(f"西邻蒙古国。{SAID}。1901年")
    expect(facing.locator("blockquote")).to_have_attribute("lang", "zh-Hans")
    expect(facing.locator("cite")).to_contain_text("沿边口岸条目（六则）")
    expect(facing.locator(".context")).to_have_text("满洲里口岸")
    facing.get_by_role("link", name="后贝加尔斯克口岸").click()
    expect(page.locator("h1")).to_contain_text("后贝加尔斯克口岸")


def test_what_no_words_say_is_shown_as_inferred(watched: Watched) -> None:
    """The passage names both plans; the row and what is behind it say that the relation is not in it."""
    page = watched.open("/entity?iri=" + PLAN)
    row = property_of(page, "承接").locator(".claim").first
    expect(row.locator(".modality")).to_have_text("推断")
    row.get_by_role("button").click()
    expect(row.locator(".unsaid")).to_contain_text("原文并无此语")


def test_a_demonstration_text_is_told_from_publications(watched: Watched) -> None:
    """In the row, and in the title that is cited."""
    page = watched.open(PORT)
    facing = property_of(page, "对应口岸").locator(".claim")
    expect(facing.locator(".source")).to_have_text("BorderKG 编写组 2026〔演示〕")
    facing.get_by_role("button").press("Enter")
    expect(facing.locator("cite")).to_contain_text("《沿边口岸条目（六则）〔演示文本〕》")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("断言", "普通", "编写组 2026", "规则", "置信度")),
        ("en", ("asserted", "normal", "编写组 2026", "rule", "confidence")),
    ],
)
def test_a_row_says_how_the_claim_stands(lang: str, words: tuple[str, ...], watched: Watched) -> None:
    """Value, time, modality, rank, author and year, confidence; opened, the rule with what it reads, what was measured of
    it, and the program's version."""
    page = watched.open(f"{PORT}&lang={lang}")
    modality, rank, author, rule, sure = words
    score = confidence.load()["statistics::level"]
    row = page.locator("#p-observation .claim", has_text="66.4").first
    expect(row.locator(".time")).to_have_text("2006")
    expect(row.locator(".modality")).to_have_text(modality)
    expect(row.locator(".rank")).to_have_text(rank)
    expect(row.locator(".source")).to_contain_text(author)
    expect(row.locator(".confidence")).to_contain_text(f"{min(score.confidence, 0.99):.2f}")
    expect(row.locator(".confidence")).to_have_attribute("title", re.compile(sure))
    row.get_by_role("button").click()
    expect(row.locator(".told")).to_contain_text(f"{rule} statistics/level")
    expect(row.locator(".told")).to_contain_text("BorderKG 0")
    expect(row.locator(".told")).to_contain_text(re.compile(rf"{sure} {score.confidence}.*\D{score.right}\D"))
    expect(page.locator(".entity-body")).to_contain_text(
        {"zh": "不说明原文所言是否属实", "en": "whether a text is right"}[lang]
    )


def test_a_rule_that_was_not_measured_has_no_confidence(browser: Browser, tmp_path: Path) -> None:
    """A dash, and the reason; no figure is made up."""
    published(tmp_path, dataset.quads([claim("Port:甲口岸", "locatedIn", "Region:乙县")], SOURCES))
    with serving(tmp_path) as where:
        watched = Watched(browser.new_page(locale="zh-CN"), where)
        page = watched.open("/?q=甲口岸")
        page.get_by_role("link", name="甲口岸").first.click()
        expect(page.locator(".claim .confidence")).to_have_text("置信度 —")
        page.locator(".disclose").click()
        expect(page.locator(".told")).to_contain_text("置信度 未测")
        assert watched.faults == []
        page.close()


def test_claims_of_several_texts_are_one_row(watched: Watched) -> None:
    """It says how many texts, and how many of them are independent; opened, each has its passage or says that it lacks it."""
    page = watched.open(PORT)
    row = page.locator("#p-borders .claim", has_text="俄罗斯")
    expect(row).to_have_count(1)
    expect(row.locator(".source")).to_have_text("2 个来源 · 1 个为演示文本")
    row.get_by_role("button").click()
    expect(row.locator("blockquote", has_text="原文未附")).to_have_count(1)
    expect(row.locator("mark").first).to_be_visible()


def test_an_opened_claim_stands_in_the_address(watched: Watched) -> None:
    """The address that is shared opens the same passage; closing takes it out again."""
    page = watched.open(PORT)
    row = page.locator("#p-counterpart .claim")
    row.get_by_role("button").click()
    expect(page).to_have_url(re.compile("claim=f3e8d8ef-"))
    page.reload()
    expect(row.locator("mark")).to_have_text(SAID)
    row.get_by_role("button").click()
    expect(page).not_to_have_url(re.compile("claim="))


def test_a_passage_leads_to_its_place_in_the_text(watched: Watched) -> None:
    """The offsets of a citation are a link to the reader."""
    page = watched.open(PORT)
    page.locator("#p-counterpart .disclose").click()
    link = page.locator("#p-counterpart cite").get_by_role("link")
    offsets = link.inner_text().strip("[]").replace("–", "-")
    assert (link.get_attribute("href") or "").endswith(f"&at={offsets}")


def test_all_passages_open_and_close_at_once(watched: Watched) -> None:
    """Every claim has a passage, or says that its text is not at hand."""
    page = watched.open(PORT)
    page.get_by_role("button", name="展开全部原文").click()
    closed = page.locator(".disclose[aria-expanded=false]")
    expect(closed).to_have_count(0)
    count = page.locator(".claim").count()
    assert count > 1
    expect(page.locator(".claim blockquote").nth(count - 1)).to_be_attached()
    assert page.locator(".claim mark").count() + page.get_by_text("原文未附").count() >= count
    page.get_by_role("button", name="收起").click()
    expect(closed).to_have_count(count)


def test_a_long_property_is_cut_until_it_is_asked(watched: Watched) -> None:
    """Fifteen rows are shown; the button tells how many there are and shows them."""
    page = watched.open(YUNNAN)
    rows = page.locator("#p-observation .claim")
    expect(rows).to_have_count(15)
    button = page.locator("#p-observation .whole")
    count = int(re.findall(r"\d+", button.inner_text())[0])
    assert count > 15
    button.click()
    expect(rows).to_have_count(count)
    expect(button).to_have_count(0)


def test_conflicts_stand_side_by_side(browser: Browser, disputed_store: Path) -> None:
    """The kind, what differs, the claims in columns each with its passage, the check, the preference and its reason."""
    with serving(disputed_store) as where:
        watched = Watched(browser.new_page(locale="zh-CN"), where)
        page = watched.open(YUNNAN)
        card = page.locator(".clash")
        expect(card.get_by_role("heading")).to_contain_text("同一指标同地同时两值")
        expect(card.locator(".side")).to_have_count(2)
        for side, value in enumerate(("100", "120")):
            expect(card.locator(".side").nth(side).locator("mark")).to_contain_text(f"{value}亿元")
        expect(card.locator(".side.prefers")).to_contain_text("120 亿元")
        expect(card).to_contain_text("检查 two-values")
        expect(card).to_contain_text("依规则")
        expect(page.locator(".claim .badge.conflict")).to_have_count(2)
        expect(page.locator(".claim .rank.preferred")).to_have_text("▲ 首选")
        page.locator(".claim.preferred .disclose").click()
        expect(page.locator(".claim.preferred .told")).to_contain_text("理由")
        assert watched.faults == []
        page.close()


def test_what_follows_has_a_proof_whose_leaves_are_passages(watched: Watched) -> None:
    """The drawer shows the rule at each step down to the text; Escape closes it and gives the focus back."""
    page = watched.open("/entity?iri=https://w3id.org/borderkg/id/port/houbeijiaersike")
    follows = page.locator(".follows")
    button = follows.get_by_role("button", name=re.compile("满洲里口岸"))
    button.click()
    drawer = page.get_by_role("complementary")
    expect(drawer.locator(".proof")).to_contain_text("prp-symp")
    expect(drawer.locator(".leaf > p").first).to_contain_text("满洲里口岸 — 对应口岸 — 后贝加尔斯克口岸")
    expect(drawer.locator(".leaf mark")).to_have_text(SAID)
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    expect(button).to_be_focused()


def test_where_a_thing_comes_from(watched: Watched) -> None:
    """A bar says when it was founded; the steps lead on, and to the whole lineage. A year stands beside what came about in
    it, not beside the body that was founded in it."""
    page = watched.open(ZONE)
    expect(page.locator(".validity figcaption")).to_have_text("设立 2016-12-20")
    expect(page.locator(".validity .bar.open")).to_have_count(1)
    page.goto(watched.address + COUNCIL)
    steps = page.locator(".hops li")
    expect(steps.first).to_be_visible()
    expect(page.get_by_role("link", name="沿革全图")).to_have_attribute("href", re.compile("^/lineage[?]name="))
    name = steps.first.get_by_role("link").inner_text()
    steps.first.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text(name)
    founder = steps.filter(has=page.get_by_role("link", name="国务院", exact=True)).first
    expect(founder).to_be_visible()
    expect(founder.locator(".when")).to_have_text("")


def test_a_document_was_issued(watched: Watched) -> None:
    """On a day, which is all that a date of issue says: nothing tells how long it was in force."""
    found = httpx.get(f"{watched.address}/api/search", params={"type": "Policy", "limit": 200}).json()["results"]
    dated = next(
        policy["iri"]
        for policy in found
        for node in httpx.get(f"{watched.address}/api/lineage", params={"name": policy["iri"], "depth": 1}).json()[
            "nodes"
        ]
        if node["id"] == policy["iri"] and node["date"] and not node["end"]
    )
    page = watched.open(f"/entity?iri={dated}")
    expect(page.locator(".validity figcaption")).to_contain_text("发布")
    expect(page.locator(".validity .bar.open")).to_have_count(0)
    page.get_by_role("button", name="English").click()
    expect(page.locator(".validity figcaption")).to_contain_text("Issued")


def test_the_page_as_data(watched: Watched, tmp_path: Path) -> None:
    """Turtle, JSON-LD, TriG with provenance; the query of the page runs; the shapes' judgment stands there."""
    page = watched.open(PORT)
    for name, holds in (("Turtle", "bkg:counterpart"), ("JSON-LD", '"@id"'), ("TriG", "graph/inferred")):
        with page.expect_download() as download:
            page.locator(".entity-foot").get_by_role("link", name=name).click()
        download.value.save_as(tmp_path / name)
        text = (tmp_path / name).read_text("utf-8")
        assert holds in text or holds.replace("graph/", "graph:") in text
    expect(page.locator("#shapes")).to_contain_text("合乎全部形状")
    page.get_by_role("link", name="本页的 SPARQL").click()
    expect(page.locator("#status")).to_contain_text("行")


def test_what_the_shapes_found_is_told(watched: Watched) -> None:
    """A document without an author has its warning."""
    page = watched.open("/entity?iri=https://w3id.org/borderkg/id/document/c5b2fc92987b6a7f")
    expect(page.locator(".faults")).to_contain_text("作者未知")


def test_the_page_can_be_cited(watched: Watched) -> None:
    """In two styles, with author, year, the names, the stable IRI, the version and the day of access; a button copies."""
    page = watched.open(PORT)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_text("引用此页").click()
    expect(page.locator(".cite")).to_contain_text("Manzhouli Port (满洲里口岸)")
    page.locator(".cite").get_by_role("button", name="GB/T 7714").click()
    expect(page.locator(".cite").get_by_role("button", name="GB/T 7714")).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.match(
        r"The BorderKG contributors\. 满洲里口岸\[DS/OL\]//BorderKG：.*\. 版本 .*，图谱 [0-9a-f]{16}\.", copied
    )
    assert re.search(r"\(20\d\d\)\[20\d\d-\d\d-\d\d\]\. https://w3id", copied)
    expect(page.locator(".cite")).to_contain_text(
        re.compile(r"contributors\. \(20\d\d\)\..*Retrieved \w+ \d+, 20\d\d, from")
    )
    assert "https://w3id.org/borderkg/id/port/manzhouli" in copied


def test_the_page_in_english(watched: Watched) -> None:
    """The switch changes words and `lang`, and is remembered; names stay in their own language and say so."""
    page = watched.open(PORT)
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1 .type")).to_have_text("port of entry")
    expect(page.locator("h1 span").first).to_have_attribute("lang", "zh-Hans")
    expect(page.locator(".second-name span")).to_have_attribute("lang", "en")
    page.reload()
    expect(page.get_by_role("heading", name="Claims and their passages")).to_be_visible()
    expect(page.get_by_role("button", name="中文")).to_be_visible()


def test_what_is_said_is_named_in_the_language_of_the_page(watched: Watched) -> None:
    """The other ends of claims, the quantities of figures, concepts, and where the reference data have a thing from."""
    page = watched.open(PORT)
    expect(page.locator(".described")).to_contain_text("人工编写，尚未核对；可据国家口岸管理办公室口岸名录")
    expect(page.locator(".entity")).not_to_contain_text("compiled by hand")
    page.get_by_role("button", name="English").click()
    expect(property_of(page, "borders").locator(".value", has_text="Russia")).not_to_have_count(0)
    expect(page.locator(".entity-body .value", has_text="俄罗斯")).to_have_count(0)
    expect(page.locator(".described")).to_contain_text("compiled by hand, not yet checked")
    watched.open(YUNNAN)
    expect(page.locator("#p-observation .detail", has_text=re.compile("^[a-z]"))).not_to_have_count(0)


def test_what_only_the_building_needs_is_not_shown(watched: Watched) -> None:
    """Whether a thing came with a text is bookkeeping."""
    rows = httpx.get(
        f"{watched.address}/sparql",
        params={"query": "SELECT ?x { ?x bkg:isNew true ; a bkg:Policy } ORDER BY ?x LIMIT 1", "format": "json"},
    ).json()["results"]["bindings"]
    page = watched.open(f"/entity?iri={rows[0]['x']['value']}")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".entity")).not_to_contain_text("True")


def test_all_that_the_reference_data_say_of_themselves_has_chinese() -> None:
    """The set phrases of `dcterms:source`; the page has no other words for them."""
    said = {
        phrase
        for path in (ROOT / "data" / "reference").glob("*.ttl")
        for phrase in re.findall(r'dcterms:source "([^"]*)"', path.read_text("utf-8"))
    }
    known = (explorer.STATIC / "parts" / "provenance.js").read_text("utf-8")
    assert said and not [phrase for phrase in said if f'"{phrase}":' not in known]


def test_an_entity_that_is_not_there(browser: Browser, address: str) -> None:
    """The page says what it does not know, and stands."""
    page = browser.new_page(locale="zh-CN")
    page.goto(f"{address}/entity?iri=https://w3id.org/borderkg/id/port/nobody")
    expect(page.get_by_role("alert")).to_contain_text("图谱中没有这个事物")
    expect(page.locator("#q")).to_be_visible()
    page.close()


MANY = 600
LINKS = """
@prefix sssom: <https://w3id.org/sssom/> . @prefix semapv: <https://w3id.org/semapv/vocab/> .
REGION skos:exactMatch <https://example.org/a> , <javascript:alert(3)> .
:link owl:annotatedSource REGION ; owl:annotatedProperty skos:exactMatch ; owl:annotatedTarget <https://example.org/a> ;
  sssom:object_label "<b>Jia</b>" ; sssom:mapping_justification semapv:LexicalMatching ; sssom:confidence 0.95 .
"""


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over a graph in which very much is said of one region, and links lead out."""
    root = tmp_path_factory.mktemp("crowded")
    claims = [claim("Region:甲省", "alias", f"别名{k}", (k, k + 2)) for k in range(MANY)]
    region = claims[0].subject_entity
    assert region is not None
    links = quads(LINKS.replace("REGION", f"<{region.iri}>"), "mappings")
    published(root, [*dataset.quads(claims, SOURCES), *links])
    with serving(root) as where:
        yield f"{where}/entity?iri={region.iri}"


def test_six_hundred_claims_are_listed_without_their_passages(crowded: str, browser: Browser) -> None:
    """Of what is not opened nothing is made, so that the page stays light; all can be shown."""
    page = browser.new_page(locale="zh-CN")
    page.goto(crowded)
    page.locator("#p-alias .whole").click()
    expect(page.locator(".claim")).to_have_count(MANY)
    assert page.locator("blockquote").count() == 0
    page.close()


def test_links_out_are_addresses_of_the_web_alone(crowded: str, browser: Browser) -> None:
    """What the mapping graph holds, with how the match was found; an address that would run is shown as text, as is markup."""
    page = browser.new_page(locale="zh-CN")
    page.goto(crowded)
    links = page.locator(".entity-side")
    expect(links.get_by_role("link", name="example.org/a")).to_have_attribute("href", "https://example.org/a")
    expect(links).to_contain_text("<b>Jia</b>")
    expect(links).to_contain_text("exactMatch · LexicalMatching · 0.95")
    expect(links.get_by_text("javascript:alert(3)")).to_be_visible()
    assert page.locator("a[href^=javascript]").count() == 0
    page.close()


def test_a_port_lies_on_a_small_map(watched: Watched) -> None:
    """What faces it and what is near beside it; the source of the base map is printed; it leads to the large one."""
    page = watched.open("/entity?iri=https://w3id.org/borderkg/id/port/manzhouli")
    there = page.locator(".whereabouts")
    expect(there.locator(".mark[aria-label='满洲里口岸']")).to_be_visible()
    expect(there).to_contain_text("Natural Earth")
    there.get_by_role("link", name="在大地图上").click()
    expect(page.locator("h1")).to_have_text("沿边地图")
    expect(page.locator("svg.map .mark[aria-label='满洲里口岸']")).to_be_visible()


def test_what_has_no_place_has_no_map(watched: Watched) -> None:
    """A body, and a document."""
    page = watched.open("/entity?iri=https://w3id.org/borderkg/id/organization/state-council")
    expect(page.locator("h1")).to_contain_text("国务院")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".whereabouts")).to_have_count(0)


def test_what_is_missing_is_left_out(watched: Watched) -> None:
    """No row shows the word for nothing, whatever its rule and evidence lack."""
    page = watched.open("/entity?iri=https://w3id.org/borderkg/id/port/manzhouli")
    page.get_by_role("button", name="展开全部原文").click()
    expect(page.locator(".claim .passage, .claim blockquote").first).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("null")
    expect(page.locator("main")).not_to_contain_text("undefined")
