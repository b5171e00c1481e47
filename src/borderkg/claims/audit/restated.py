"""A figure of the running text against the cell of a table that it restates under another name.

What bears one name is a conflict of two values, found as such (conflicts). Here the names differ, one saying more than the
other (对外投资总额 of what the table calls 对外非金融类直接投资额): told as a doubt, and only where the values are near.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from borderkg.claims.audit.interval import shown
from borderkg.claims.audit.ledger import Figure, Ledger
from borderkg.claims.audit.names import narrows
from borderkg.claims.audit.verdict import about, number, ordered
from borderkg.claims.finding import Finding

NAME: Final = "restated"
_NEAR: Final = Decimal("0.02")
"""Part of a value within which two figures are taken for one that was misprinted."""


def check(ledger: Ledger) -> Iterator[Finding]:
    """Findings on figures that a text prints otherwise than its table."""
    for figure in ledger.of_kind("level"):
        if figure.in_table or not figure.exact or "table" in figure.claim.qualifiers:
            continue
        alike = list(_alike(ledger, figure))
        if len(alike) == 1 and alike[0].claim.indicator != figure.claim.indicator:
            yield from _judged(figure, alike[0])


def _alike(ledger: Ledger, figure: Figure) -> Iterator[Figure]:
    """The cells that may be what a figure restates: of its thing and time, under its name or one that says more."""
    for name in sorted(ledger.names(figure.subject)):
        if name == figure.name or narrows(figure.name, name):
            cells = ledger.levels(figure.subject, name, figure.family, figure.time)
            yield from (cell for cell in cells if cell.kind == "level" and cell.in_table and cell.exact)


def _judged(figure: Figure, cell: Figure) -> Iterator[Finding]:
    apart = abs(figure.amount.middle - cell.amount.middle)
    if figure.amount.meets(cell.amount) or apart > _NEAR * abs(cell.amount.middle):
        return
    yield Finding(
        NAME,
        "table-text",
        "contradiction" if figure.name == cell.name else "doubt",
        ordered([figure.claim, cell.claim]),
        f"{about(figure)} stands otherwise in {cell.claim.qualifiers.get('table') or 'the table'}",
        f"{about(figure)}与{cell.claim.qualifiers.get('table') or '表中'}所列不同",
        f"{number(figure)} ≠ {number(cell)} {cell.claim.unit} (± {shown((figure.amount.half + cell.amount.half) / cell.scale)})",
    )
