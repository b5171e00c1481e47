"""Totals and their parts: the total rows and columns of tables, imports and exports, the three industries, ports by kind.

Parts are added up only where the text says that they are all: a table by its total, the others by what they are. Rates,
averages and what is counted a head have no sum.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from borderkg import reference
from borderkg.claims.audit.interval import Interval, exactly
from borderkg.claims.audit.ledger import Figure, Ledger, choices
from borderkg.claims.audit.names import PRODUCT, TRADE, core
from borderkg.claims.audit.verdict import Said, Way, about, judged, plus
from borderkg.claims.finding import Finding

NAME: Final = "total"
_NO_SUM: Final = re.compile(r"人均|平均|均值|率|密度|指数|系数|比例|依存度|强度")
_PORTS: Final = (
    ("水运口岸", "陆运口岸", "空运口岸"),
    ("水运口岸", "陆路口岸", "航空口岸"),
    ("水运口岸", "公路口岸", "铁路口岸", "航空口岸"),
    ("沿海口岸", "沿边口岸", "内陆口岸"),
    ("一类口岸", "二类口岸"),
)
"""Kinds of ports, one of which each port is."""
_ALL_PORTS: Final = re.compile("(?:对外|开放|对外开放|国家级|边境)?口岸总?数量")
_JOINED: Final = re.compile("(?P<kinds>[\u4e00-\u9fff]{2}(?:[、和与][\u4e00-\u9fff]{2})+)口岸数量")


def check(ledger: Ledger) -> Iterator[Finding]:
    """Findings on the totals of a source."""
    for figure in ledger.of_kind("level", "count", "share"):
        yield from _of_a_table(ledger, figure)
    for figure in ledger.of_kind("level"):
        yield from _of_trade(ledger, figure)
        yield from _of_industries(ledger, figure)
    for figure in ledger.of_kind("count"):
        yield from _of_ports(ledger, figure)


def _of_a_table(ledger: Ledger, figure: Figure) -> Iterator[Finding]:
    """A total row or column against the cells that it sums; nothing where one of these is no claim, or one lies in another."""
    places = figure.claim.qualifiers.get("sumOf") or ()
    if not places or _NO_SUM.search(figure.claim.indicator):
        return
    parts = [next((f for f in ledger.at(place) if f.family == figure.family), None) for place in places]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts) or _nested(known):
        return
    said = Said(f"The parts of {about(figure)} do not add up to it", f"{about(figure)}与各分项之和不符")
    yield from judged(NAME, "total", figure, [_sum(figure, known)], said)


def _nested(parts: Sequence[Figure]) -> bool:
    """Whether one part lies in another: rows of provinces with rows of their cities below."""
    subjects = {part.subject for part in parts}
    return any(subjects.intersection(reference.load().ancestors(subject)) for subject in subjects)


def _sum(figure: Figure, parts: Sequence[Figure], signs: Sequence[int] = ()) -> Way:
    value = exactly(0)
    for part, sign in zip(parts, signs or [1] * len(parts), strict=True):
        amount = _in_unit(part, figure)
        value = value + amount if sign > 0 else value - amount
    written = plus(parts) if not signs else f"{plus(parts[:1])} − {plus(parts[1:])}"
    return Way(written, value, tuple(parts))


def _in_unit(part: Figure, figure: Figure) -> Interval:
    """A part in the unit of the figure that it is a part of."""
    return part.amount * exactly(Decimal(1) / figure.scale)


def _of_trade(ledger: Ledger, figure: Figure) -> Iterator[Finding]:
    """Imports and exports make the trade; exports less imports the surplus."""
    told = next((name for name in (figure.name, figure.claim.indicator) if TRADE in name), "")
    if told and figure.exact:
        names = [told.replace(TRADE, way) for way in ("出口", "进口")]
        ways = [_sum(figure, pair) for pair in _parts(ledger, figure, names)]
        said = Said(f"Exports and imports do not add up to {about(figure)}", f"{about(figure)}与进口、出口之和不符")
        yield from judged(NAME, "total", figure, ways, said)
    balance = re.fullmatch(r"(?P<of>.*?)(?:对外|外贸|进出口)?(?:贸易)?(?P<side>[顺逆])差", figure.name)
    if balance and figure.exact:
        order = ("出口", "进口") if balance["side"] == "顺" else ("进口", "出口")
        pairs = _parts(ledger, figure, [balance["of"] + way for way in order])
        said = Said(f"{about(figure)} is not the difference of exports and imports", f"{about(figure)}与进出口差额不符")
        yield from judged(NAME, "total", figure, [_sum(figure, pair, (1, -1)) for pair in pairs], said)


def _of_industries(ledger: Ledger, figure: Figure) -> Iterator[Finding]:
    """The value added of the three industries makes the product."""
    if figure.name != PRODUCT or not figure.exact:
        return
    threes = list(_parts(ledger, figure, [f"第{n}产业增加值" for n in "一二三"]))
    if table := figure.claim.qualifiers.get("table"):  # a bare 第一产业 is of the product only beside it
        bare = _parts(ledger, figure, [f"第{n}产业" for n in "一二三"])
        threes += [three for three in bare if all(f.claim.qualifiers.get("table") == table for f in three)]
    ways = [_sum(figure, three) for three in threes]
    said = Said(f"The three industries do not add up to {about(figure)}", f"{about(figure)}与三次产业之和不符")
    yield from judged(NAME, "total", figure, ways, said)


def _of_ports(ledger: Ledger, figure: Figure) -> Iterator[Finding]:
    """Ports by kind against all ports; 铁路、公路口岸 against each of the two."""
    joined = _JOINED.fullmatch(figure.claim.indicator)
    kinds_of_all = _ALL_PORTS.fullmatch(figure.claim.indicator)
    if not figure.exact or not (joined or kinds_of_all):
        return
    for kinds in [[f"{kind}口岸" for kind in re.split("[、和与]", joined["kinds"])]] if joined else _PORTS:
        ways = [_sum(figure, parts) for parts in _parts(ledger, figure, [f"{kind}数量" for kind in kinds])]
        said = Said(f"The kinds of ports do not add up to {about(figure)}", f"{about(figure)}与各类口岸之和不符")
        yield from judged(NAME, "total", figure, ways, said)


def _parts(ledger: Ledger, figure: Figure, names: Sequence[str]) -> Iterator[tuple[Figure, ...]]:
    """The parts by name, of the same thing and time, in all ways; those of the figure's own table first, alone where all
    stand in it."""
    found = [ledger.levels(figure.subject, core(name), figure.family, figure.time) for name in names]
    table = figure.claim.qualifiers.get("table")
    own = [[f for f in each if f.claim.qualifiers.get("table") == table] for each in found] if table else []
    yield from choices(*(own if own and all(own) else found))
