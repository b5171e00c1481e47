"""The documentation tells every term, scheme and shape, in both languages, and leads from each to what it names."""

import re
from pathlib import Path

import pytest

from borderkg import schema
from borderkg.errors import BorderKGError
from borderkg.ontology_docs import html, markdown, pages, terms
from borderkg.questions import catalogue
from tests.conftest import ROOT
from tests.running import done, one_line_error

WRITTEN = ROOT / "docs" / "ontology"


def words(name: str) -> str:
    """A page as Markdown."""
    return markdown.files()["README.md" if name == pages.INDEX else f"{name}.md"]


def section(topic: str, term: str) -> str:
    """What the page of a topic tells of one term."""
    _, _, after = words(topic).partition(f'<a id="{term}"></a>')
    return after.partition("<a id=")[0]


def test_the_written_pages_are_current() -> None:
    """docs/ontology is what the ontology of today gives: `borderkg ontology docs` writes it anew."""
    made = markdown.files()
    assert {path.name for path in WRITTEN.iterdir()} == set(made)
    assert not [name for name, text in made.items() if (WRITTEN / name).read_text("utf-8") != text]


def test_every_term_is_told_once() -> None:
    """Each class and property of the core under the page of its file, with its labels and definitions in both languages."""
    known = schema.load()
    told = terms.load().terms
    assert set(told) >= {*known.classes, *known.properties}
    for term in told.values():
        text = section(term.topic, term.name)
        assert text.startswith(f"\n\n### {term.zh} {term.en}\n"), term.name
        assert term.definition_zh in text and term.definition_en in text
        homes = [name for name, text in markdown.files().items() if f'<a id="{term.name}"></a>' in text]
        assert [name for name in homes if name != "concepts.md"] == [f"{term.topic}.md"]


def test_what_is_told_of_a_class() -> None:
    """What it is a kind of, what it has, what its shape asks, and the questions that use it."""
    text = section("port", "Port")
    assert "上位 is a kind of: [Place](place.md#Place)" in text
    assert re.search(r"属性 has: .*\[portMode\]\(port\.md#portMode\)", text)
    assert "形状 shape: [counterpart](port.md#counterpart): 对应口岸为口岸; a facing port is a port" in text
    assert "(../../queries/competency/cq03-ports-and-neighbours.rq)" in text


def test_what_is_told_of_a_property() -> None:
    """Where it leads from and to, what it is, its inverse, its chain, its scheme."""
    assert "值域 leads to: [Port](port.md#Port)" in section("port", "counterpart")
    assert "特征 is: irreflexive, symmetric" in section("port", "counterpart")
    assert "逆属性 inverse: [issues](policy.md#issues)" in section("policy", "issuedBy")
    chain = "属性链 follows from: [counterpart](port.md#counterpart) → [locatedIn](entity.md#locatedIn)"
    assert chain in section("port", "facesTerritory")
    assert "概念表 scheme: [port-mode](concepts.md#port-mode)" in section("port", "portMode")


def test_every_question_is_named_by_a_term() -> None:
    """Each question of the catalogue uses some term of ours, and so is named on some page."""
    everything = "".join(markdown.files().values())
    assert not [name for name in catalogue.load() if f"/{name}.rq)" not in everything]


def test_every_concept_is_told() -> None:
    """With its labels in both languages, below its scheme."""
    text = words(pages.SCHEMES)
    for concept in schema.load().concepts:
        assert f"| {concept.label_zh} | {concept.label_en} | `bkc:{concept.iri.rsplit('/', 1)[-1]}` |" in text


def test_markdown_and_html_tell_the_same() -> None:
    """The same pages with the same headings; HTML has neither scripts nor styles of its own, but for the head's."""
    for page in pages.all_pages().values():
        shown = html.page(page)
        told = [block.text for block in page.blocks if isinstance(block, pages.Heading)]
        assert re.findall(r"<h\d(?: id=\"[\w-]+\")?>([^<]*)</h\d>", shown) == told
        assert re.findall("<script[^>]*>", shown) == ['<script type="module" src="/static/alone.js">']
        assert "style=" not in shown
        assert shown.count("<svg") == sum(isinstance(block, pages.Picture) for block in page.blocks)


def test_links_of_html_lead_somewhere() -> None:
    """A link to a page or a place in one: the page is there and has that place."""
    made = {page.name: html.page(page) for page in pages.all_pages().values()}
    for text in made.values():
        for name, anchor in re.findall(r'href="/ontology/([\w-]+)(?:#([\w-]+))?"', text):
            assert not anchor or f'id="{anchor}"' in made[name], (name, anchor)


def test_the_command_writes_them(tmp_path: Path) -> None:
    """Into a folder of their own; what is gone is taken away, what is another's is left alone."""
    done("ontology", "docs", tmp_path / "pages")
    assert {path.name for path in (tmp_path / "pages").iterdir()} == set(markdown.files())
    (tmp_path / "pages" / "gone.md").write_text(words("port"), "utf-8")
    (tmp_path / "pages" / "mine.md").write_text("mine", "utf-8")
    done("ontology", "docs", tmp_path / "pages")
    assert {path.name for path in (tmp_path / "pages").iterdir()} == {*markdown.files(), "mine.md"}


def test_the_command_overwrites_nothing_of_others(tmp_path: Path) -> None:
    """A README that it did not write stays, and the error says what to do."""
    (tmp_path / "README.md").write_text("mine", "utf-8")
    assert "README.md: not of this command's making" in one_line_error("ontology", "docs", tmp_path)
    with pytest.raises(BorderKGError):
        markdown.write(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
