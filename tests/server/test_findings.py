"""Conflicts and the audit over HTTP: filters, pages, errors."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.running import serving


@pytest.fixture(scope="module")
def disputed(disputed_store: Path) -> Iterator[httpx.Client]:
    with serving(disputed_store) as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client


def test_all_conflicts(disputed: httpx.Client) -> None:
    """Notes included, the worst first, each with its sides and passages."""
    answer = disputed.get("/api/conflicts").json()
    assert (answer["total"], answer["offset"]) == (3, 0)
    assert [finding["severity"] for finding in answer["findings"]] == ["contradiction", "contradiction", "note"]
    assert all(side["passage"]["words"] for finding in answer["findings"] for side in finding["sides"])


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("source=one", 2),
        ("kind=date", 1),
        ("indicator=外资", 1),
        ("severity=note", 1),
        ("severity=note&severity=contradiction", 3),
        ("severity=note&kind=date", 0),
    ],
)
def test_filters(query: str, total: int, disputed: httpx.Client) -> None:
    """The same as on the command line; a severity may be given more than once."""
    answer = disputed.get(f"/api/conflicts?{query}").json()
    assert answer["total"] == total == len(answer["findings"])


def test_pages(disputed: httpx.Client) -> None:
    """Pages put together are the whole; one behind the end is empty."""
    whole = disputed.get("/api/conflicts").json()["findings"]
    pages = [disputed.get(f"/api/conflicts?limit=2&offset={offset}").json() for offset in (0, 2, 4)]
    assert [finding for part in pages for finding in part["findings"]] == whole
    assert [len(part["findings"]) for part in pages] == [2, 1, 0]
    assert {part["total"] for part in pages} == {3}


def test_the_audit_has_the_same_form(disputed: httpx.Client) -> None:
    """Total, offset, limit and findings, none of which is a conflict."""
    answer = disputed.get("/api/audit").json()
    assert set(answer) == {"total", "offset", "limit", "findings"}
    conflicts = {finding["iri"] for finding in disputed.get("/api/conflicts").json()["findings"]}
    assert not conflicts & {finding["iri"] for finding in answer["findings"]}


SEVERE = ["矛盾：不能同时成立", "contradiction: the claims cannot all be right"]


def test_conflicts_and_audit_together(disputed: httpx.Client) -> None:
    """Both, with counts of what fits the other filters, by which another value can be chosen."""
    answer = disputed.get("/api/findings").json()
    assert answer["total"] == sum(disputed.get(f"/api/{part}").json()["total"] for part in ("conflicts", "audit"))
    assert sum(value["count"] for value in answer["facets"]["kind"]) == answer["total"]
    chosen = disputed.get("/api/findings?kind=date").json()
    assert chosen["total"] == 1
    assert chosen["facets"]["kind"] == answer["facets"]["kind"]
    assert chosen["facets"]["severity"] == [{"value": "contradiction", "count": 1, "labels": SEVERE}]


@pytest.mark.parametrize(
    ("form", "media", "begins"),
    [
        ("csv", "text/csv", "iri,severity,kind"),
        ("json", "application/json", "["),
        ("html", "text/html", "<!DOCTYPE html>"),
    ],
)
def test_findings_as_files(form: str, media: str, begins: str, disputed: httpx.Client) -> None:
    """What the filters leave, all of it, to be saved."""
    answer = disputed.get(f"/api/findings?kind=date&format={form}")
    assert answer.headers["Content-Type"].startswith(media)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="findings.{form}"'
    assert answer.text.startswith(begins)
    assert "甲乙办法" in answer.text
    assert "外资" not in answer.text


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("kind=dates", 400, "no such kind"),
        ("severity=bad", 400, "no such severity"),
        ("limit=-1", 400, "whole number"),
        ("offset=x", 400, "whole number"),
        ("limit=²", 400, "whole number"),
        ("source=nobody", 404, "no text of this name"),
    ],
)
def test_errors(query: str, status: int, says: str, disputed: httpx.Client) -> None:
    """JSON after RFC 9457 that says what is wrong."""
    answer = disputed.get(f"/api/conflicts?{query}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert says in answer.json()["detail"]
