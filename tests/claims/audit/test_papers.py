"""What the audit finds in the five papers: each read against its text, and known to be so printed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from borderkg.claims import audit, exchange
from borderkg.claims.claim import Claim

KNOWN = {
    ("001", "share", "1657.00 / 2210.00 = 74.98 % ≠ 70 %"),
    ("001", "growth", "4.03 / 13.71 − 1 = −70.61 % ≠ −72.28 %"),
    ("001", "restated", "28.71 ≠ 28.73 亿美元"),
    ("002", "whole", "21.3 + 43.1 + 5.6 = 70 % ≠ 100 %"),
    ("002", "whole", "23.1 + 43.1 + 37 = 103.2 % ≠ 100 %"),
    ("002", "significance", "10% ≠ 1%"),
    (
        "002",
        "panel",
        "1992/2020: 252 / 9 = 28 = 29 − 1; 1992/2013: 198 / 9 = 22 = 22 − 0; 2014/2020: 54 / 9 = 6 = 7 − 1",
    ),
}


@pytest.fixture(scope="module")
def claims(papers_store: Path) -> list[Claim]:
    (version,) = (papers_store / "versions").iterdir()
    return [exchange.claim(entry) for entry in exchange.read_records(version / "claims.jsonl")]


def told(claims: Sequence[Claim]) -> set[tuple[str, str, str]]:
    found = audit.findings(claims)
    return {(f.claims[0].source[:3], f.check, f.computation.partition(" (±")[0]) for f in found}


@pytest.mark.shared
def test_what_the_papers_misprint(claims: list[Claim]) -> None:
    """All that is known, and no false alarm beside it. The claims come from a file, without their texts."""
    assert told(claims) == KNOWN


@pytest.mark.shared
def test_the_order_of_claims_does_not_matter(claims: list[Claim]) -> None:
    assert audit.findings(claims[::-1]) == audit.findings(claims)


@pytest.mark.shared
@pytest.mark.parametrize("by", [1, -1])
def test_a_total_that_is_changed_is_found(claims: list[Claim], by: int) -> None:
    """Every total of a table that sums cells is checked: one unit in twenty more or less, and it is told."""
    totals = [c for c in claims if c.qualifiers.get("sumOf") and isinstance(c.object, int | float) and c.object >= 10]
    assert len(totals) >= 20
    for total in totals:
        value = round(float(total.object) * (1 + by / 20), 2)
        changed = replace(total, object=value, qualifiers={**total.qualifiers, "printed": f"{value:.2f}"})
        found = audit.findings([changed if c is total else c for c in claims if c.source == total.source])
        assert any(f.check == "total" and changed in f.claims for f in found)


@pytest.mark.shared
def test_a_count_of_counties_that_is_changed_is_found(claims: list[Claim]) -> None:
    """The table that counts the border counties of each province names them as well."""
    counts = [c for c in claims if c.source.startswith("004") and c.indicator == "边境县数量" and c.object != 139]
    assert len(counts) == 9
    for counted in counts:
        changed = replace(counted, object=int(counted.object) + 1)
        found = audit.findings([changed if c is counted else c for c in claims if c.source == counted.source])
        assert {f.check for f in found if changed in f.claims} >= {"count"}
