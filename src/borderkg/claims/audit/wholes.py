"""Shares that make a whole: those of the three industries, told by a ratio, one by one, or by a table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from borderkg.claims.audit.interval import exactly, shown
from borderkg.claims.audit.ledger import Figure, Ledger
from borderkg.claims.audit.names import PRODUCT, core
from borderkg.claims.audit.verdict import ordered, plus
from borderkg.claims.finding import Finding

NAME: Final = "whole"
_INDUSTRIES: Final = ("第一产业", "第二产业", "第三产业")
_TAILS: Final = ("比重", "增加值占比", "占比")


def check(ledger: Ledger) -> Iterator[Finding]:
    """Findings on shares of the three industries that do not make 100. Those of a table are added up among themselves, as
    are those of the running text."""
    told: dict[tuple[str, str, str], dict[str, Figure]] = defaultdict(dict)
    for figure in ledger.of_kind("level", "share"):
        industry = _industry(figure)
        if industry and figure.family == "%" and figure.exact:
            for place in _places(figure):
                told[figure.subject, figure.time, place].setdefault(industry, figure)
    seen = set()
    for (_, _, _), three in sorted(told.items()):
        figures = [three[name] for name in _INDUSTRIES if name in three]
        claims = tuple(id(figure.claim) for figure in figures)
        if len(figures) == len(_INDUSTRIES) and claims not in seen:
            seen.add(claims)
            yield from _judged(figures)


def _industry(figure: Figure) -> str:
    name = figure.claim.indicator
    if figure.kind == "share":
        whole = not figure.of or core(figure.of) == PRODUCT
        name = name.split("占")[0].removesuffix("增加值") if whole else ""
    else:
        name = next((name.removesuffix(tail) for tail in _TAILS if name.endswith(tail)), "")
    return name if name in _INDUSTRIES else ""


def _places(figure: Figure) -> list[str]:
    """Where a figure stands: in its table, in running text, or, said twice, in both."""
    table = str(figure.claim.qualifiers.get("table") or "a table")
    if figure.in_table:
        return [table]
    return ["text", table] if "table" in figure.claim.qualifiers else ["text"]


def _judged(figures: Sequence[Figure]) -> Iterator[Finding]:
    total = exactly(0)
    for figure in figures:
        total = total + figure.value
    if total.meets(exactly(100)):
        return
    slight = total.off(exactly(100)) <= Decimal("0.1")  # parts cut off instead of rounded
    of = f"{figures[0].claim.subject} {figures[0].time}".strip()
    yield Finding(
        NAME,
        "whole",
        "note" if slight else "contradiction",
        ordered(figure.claim for figure in figures),
        f"The shares of the three industries of {of} do not make 100 %",
        f"{of}三次产业比重之和不等于100%",
        f"{plus(figures)} = {shown(total.middle)} % ≠ 100 % (± {shown(total.half)})",
    )
