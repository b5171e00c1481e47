"""Ranks and superlatives against the figures of a table: 居沿边省区第二位, 进出口总额最高.

A table that lists some of those ranked can only show that a place is too high: no one may stand before it. Only a table
of all border provinces shows the place itself.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg import reference
from borderkg.claims.audit.ledger import Figure, Ledger
from borderkg.claims.audit.shares import place_of
from borderkg.claims.audit.verdict import about, number, ordered
from borderkg.claims.finding import Finding

NAME: Final = "rank"
_PROVINCES: Final = 9
_OF_BORDER: Final = re.compile("沿边|边境|边疆")


def check(ledger: Ledger) -> Iterator[Finding]:
    """Findings on the ranks of a source."""
    for figure in ledger.of_kind("rank"):
        for cell in _cells(ledger, figure):
            rivals = [rival for rival in _rivals(ledger, cell) if _within(rival, figure)]
            yield from _ranked(figure, cell, rivals)
    for figure in ledger.figures:
        said = figure.claim.qualifiers.get("saidToBe")
        if said in ("highest", "lowest"):
            yield from _extreme(figure, str(said), _rivals(ledger, figure))


def _cells(ledger: Ledger, rank: Figure) -> list[Figure]:
    """The cells of tables that a rank is by."""
    return [
        f
        for times in ledger.families(rank.subject, rank.name)
        for f in times.get(rank.time, ())
        if f.in_table or "table" in f.claim.qualifiers
    ][:1]


def _rivals(ledger: Ledger, cell: Figure) -> list[Figure]:
    """The others of a cell's column or row: of one indicator, time, unit and table, of one type; no total of others."""
    table = cell.claim.qualifiers.get("table")
    totals = {f.subject for f in ledger.figures if f.claim.qualifiers.get("sumOf")}
    found = {
        f.subject: f
        for f in ledger.of_kind("level", "count", "share")
        if (f.name, f.of, f.time, f.family) == (cell.name, cell.of, cell.time, cell.family)
        and f.claim.qualifiers.get("table") == table
        and (table or f.in_table)
        and f.claim.subject_type == cell.claim.subject_type
        and f.subject not in totals
        and "/area/" not in f.subject
    }
    return [f for subject, f in sorted(found.items()) if subject != cell.subject]


def _within(rival: Figure, rank: Figure) -> bool:
    """Whether a rival is surely among those that a rank is told of: 全国 and the border provinces take in all of a table,
    全省 and a place by its name those that lie there; of 西部 or 公路口岸 a table tells nothing."""
    around = reference.load().ancestors(rival.subject)
    if rank.of in ("全国", "世界", "全球", "沿边省区", "全国口岸", "全国沿边口岸"):
        return True
    if re.fullmatch("全[省区市州县盟]", rank.of):
        own = {place for place in reference.load().ancestors(rank.subject) if "/region/" in place}
        return bool(own.intersection(around))
    place, rest = place_of(rank.of)
    return bool(place) and not rest and place in around


def _ranked(rank: Figure, cell: Figure, rivals: Sequence[Figure]) -> Iterator[Finding]:
    place = int(rank.claim.object) if isinstance(rank.claim.object, int | float) else 0
    above = [f for f in rivals if f.amount.low > cell.amount.high]
    not_below = [f for f in rivals if f.amount.high >= cell.amount.low]
    whole = len(rivals) + 1 == _PROVINCES and bool(_OF_BORDER.search(rank.of))
    if place < 1 or not rivals:
        return
    if len(above) >= place:
        best = sorted(above, key=lambda f: -f.amount.middle)[: place + 1]
        yield _finding(rank, cell, best, f"{len(above)} > {place - 1}", len(above) + 1)
    elif whole and len(not_below) + 1 < place:
        yield _finding(rank, cell, not_below, f"{len(not_below)} < {place - 1}", len(not_below) + 1)


def _finding(rank: Figure, cell: Figure, others: Sequence[Figure], compared: str, right: int) -> Finding:
    shown = ", ".join(number(f) for f in others)
    computation = f"{number(cell)} < {shown}: {compared}" if others else f"{number(cell)}: {compared}"
    return Finding(
        NAME,
        "rank",
        "contradiction",
        ordered([rank.claim, cell.claim, *(f.claim for f in others)]),
        f"{about(rank)}: by the table the place is {right}, not {rank.claim.object}",
        f"{about(rank)}：按表中数字应为第{right}位，而非第{rank.claim.object}位",
        computation,
    )


def _extreme(cell: Figure, said: str, rivals: Sequence[Figure]) -> Iterator[Finding]:
    if said == "highest":
        beyond = sorted((f for f in rivals if f.amount.low > cell.amount.high), key=lambda f: -f.amount.middle)
        sign, en, zh = "<", "highest", "最高"
    else:
        beyond = sorted((f for f in rivals if f.amount.high < cell.amount.low), key=lambda f: f.amount.middle)
        sign, en, zh = ">", "lowest", "最低"
    if not beyond:
        return
    other = beyond[0]
    yield Finding(
        NAME,
        "rank",
        "contradiction",
        ordered([cell.claim, other.claim]),
        f"{about(cell)} is said to be the {en}; {other.claim.subject} has a figure beyond it in the table",
        f"{about(cell)}被称为{zh}，而表中{other.claim.subject}更甚",
        f"{number(cell)} {sign} {number(other)} {cell.claim.unit}",
    )
