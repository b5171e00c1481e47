"""Findings written out: a table, CSV, JSON, and a page that keeps what texts say from being more than text."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import borderkg
from borderkg import standalone
from borderkg.findings import page, writing
from borderkg.findings.reading import Disagreement


@pytest.fixture(scope="module")
def found(disputed_store: Path) -> list[Disagreement]:
    return borderkg.open(disputed_store).conflicts()


class Read(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.marked: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.tags and self.tags[-1] == "mark" and self.get_starttag_text() == "<mark>":
            self.marked.append(data)


def test_a_table_has_a_row_for_each_finding(found: list[Disagreement]) -> None:
    """What is spoken of, the values beside each other, and the preferred one with its rule."""
    header, _, *rows = writing.conflicts_table(found).splitlines()
    assert header.split() == ["severity", "kind", "subject", "stated", "time", "values", "preferred"]
    assert len(rows) == len(found)
    assert "100 亿元 | 120 亿元" in rows[1] and rows[1].endswith("120 亿元 (primary-over-secondary)")


def test_the_table_of_the_audit_shows_what_was_computed(found: list[Disagreement]) -> None:
    """In place of what is preferred, since arithmetic prefers nothing."""
    header, _, *rows = writing.audit_table(found).splitlines()
    assert header.split()[-1] == "computation"
    assert rows[1].endswith(found[1].computation)


def test_csv_has_a_row_for_each_claim(found: list[Disagreement]) -> None:
    """All columns, and the words of each passage."""
    rows = list(csv.DictReader(io.StringIO(writing.to_csv(found))))
    assert len(rows) == sum(len(f.sides) for f in found)
    assert set(rows[0]) == set(writing.COLUMNS)
    assert {row["words"] for row in rows if row["kind"] == "value"} == {
        side.passage.words for f in found if f.kind == "value" for side in f.sides if side.passage
    }


def test_json_holds_everything(found: list[Disagreement]) -> None:
    """Read back, it is what was found."""
    assert json.loads(writing.to_json(found)) == json.loads(json.dumps([f.as_dict() for f in found]))


def test_the_page_shows_both_passages(found: list[Disagreement]) -> None:
    """Side by side, the words marked, with what surrounds them; in both languages."""
    read = Read(page.page(found, "Conflicts", "分歧"))
    assert read.tags.count("section") == len(found)
    assert read.tags.count("mark") == sum(len(f.sides) for f in found)
    for finding in found:
        assert finding.reason in read.text and finding.reason_zh in read.text
        for side in finding.sides:
            assert side.passage is not None
            assert side.passage.words in read.marked
            assert side.citation in read.text


def test_the_page_asks_for_nothing(found: list[Disagreement]) -> None:
    """No script, no address, no picture; its head is that of a page that stands alone."""
    html = page.page(found, "Conflicts", "分歧")
    read = Read(html)
    assert not {"script", "img", "link", "iframe", "form", "a", "object"} & set(read.tags)
    assert not {name for name, _ in read.attributes} & {"src", "href", "style", "onerror", "onload"}
    (style,) = re.findall("<style>(.*)</style>", html, re.DOTALL)
    assert html.startswith(standalone.head("分歧 · Conflicts", "zh-Hans", style))


def test_markup_in_a_title_or_a_text_stays_text(found: list[Disagreement]) -> None:
    """The page shows it and runs none of it."""
    html = page.page(found, "<b>", "\"'&")
    assert "<script>" not in html and "<img" not in html and "<b>" not in html
    text = Read(html).text
    assert "<script>alert(1)</script>&丙文" in text and "<img src=x onerror=alert(2)>" in text


def test_nothing_found_is_a_page_too() -> None:
    """It says so in both languages; a table of nothing has its header, CSV its columns, JSON an empty list."""
    assert "没有发现" in page.page([], "Conflicts", "分歧") and "Nothing was found" in page.page(
        [], "Conflicts", "分歧"
    )
    assert writing.to_csv([]).splitlines() == [",".join(writing.COLUMNS)]
    assert json.loads(writing.to_json([])) == []
