"""Shares and quotients: a share of a whole against part and whole, what is counted a head, the dependence on trade, density.

The whole is looked for as the share names it: the nation, a place around or named, another indicator of the same place,
the total of the same table. Where the source gives several that may be meant, one that fits is enough.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from borderkg import reference
from borderkg.claims.audit.interval import Interval, exactly
from borderkg.claims.audit.ledger import Figure, Ledger, choices
from borderkg.claims.audit.names import AREA, PEOPLE, PRODUCT, TRADE, core
from borderkg.claims.audit.verdict import Said, Way, about, judged, number
from borderkg.claims.finding import Finding
from borderkg.vocabulary import ID

NAME: Final = "share"
HUNDRED: Final = exactly(100)
_NATION: Final = re.compile("^(?:全国|我国|中国)(?:同期|总体)?的?")
_AROUND: Final = re.compile("^全[省区市州县](?:同期)?的?")
_CHINA: Final = ID + "country/CN"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Findings on the shares of a source."""
    for figure in ledger.of_kind("share"):
        yield from judged(
            NAME,
            "share",
            figure,
            _ways(ledger, figure),
            Said(f"Part and whole do not give {about(figure)}", f"{about(figure)}与按分子、分母计算的结果不符"),
        )


def _ways(ledger: Ledger, figure: Figure) -> list[Way]:
    ways = []
    for time in [figure.time] if figure.time else _only_time(ledger, figure):
        for part, whole in _pairs(ledger, figure, time):
            value = part.amount / whole.amount * HUNDRED
            ways.append(Way(f"{_of(part, whole)} / {number(whole)}", value, (part, whole)))
    return ways


def _of(part: Figure, whole: Figure) -> str:
    """The part in the unit of the whole."""
    if part.scale == whole.scale:
        return number(part)
    return f"{number(part)} {part.claim.unit}"


def _only_time(ledger: Ledger, figure: Figure) -> list[str]:
    """The time of a share that tells none: that of its part, where the source tells only one."""
    times = {time for told in ledger.families(figure.subject, figure.name) for time in told}
    return sorted(times) if len(times) == 1 else []


def _pairs(ledger: Ledger, figure: Figure, time: str) -> Iterator[tuple[Figure, Figure]]:
    for told in ledger.families(figure.subject, figure.name):
        parts = [f for f in told.get(time, ()) if f.exact]
        for part in parts:
            wholes = [w for w in _wholes(ledger, figure, part, time) if w.exact and w.claim is not part.claim]
            for pair in choices([part], wholes):
                yield pair[0], pair[1]


def _wholes(ledger: Ledger, figure: Figure, part: Figure, time: str) -> list[Figure]:
    """What the share may be of, in the family of its part."""
    found = ledger.sums(part) if figure.in_table and (not figure.of or figure.of == "全国") else []
    for subject, name in _named(figure):
        found += ledger.levels(subject, name, part.family, time)
    return found


def _named(figure: Figure) -> Iterator[tuple[str, str]]:
    """Thing and indicator of the whole, as its name may be read."""
    of = figure.of
    if match := _NATION.match(of):
        yield _CHINA, core(of[match.end() :]) or figure.name
        yield _CHINA, figure.name
    elif match := _AROUND.match(of):
        for place in reference.load().ancestors(figure.subject):
            yield place, core(of[match.end() :]) or figure.name
            yield place, figure.name
        yield figure.subject, core(of[match.end() :])
    elif of:
        yield figure.subject, core(of)
        place, rest = place_of(of)
        if place:
            yield place, core(rest.removeprefix("的")) or figure.name
            yield place, figure.name


@cache
def place_of(words: str) -> tuple[str, str]:
    """The place that words begin with, as a thing, and what follows; nothing where they begin with none."""
    known = _places()
    for end in range(len(words), 1, -1):
        if iri := known.get(words[:end]):
            return iri, words[end:]
    return "", words


@cache
def _places() -> dict[str, str]:
    """Places by their labels, brackets folded; a label of several places is left out."""
    found: dict[str, set[str]] = {}
    loaded = reference.load()
    for label, individuals in loaded.by_label.items():
        folded = label.replace("（", "(").replace("）", ")")
        found.setdefault(folded, set()).update(
            loaded.collected(i.iri) for i in individuals if i.type in ("Country", "Region", "Port", "TradeZone")
        )
    return {label: iris.pop() for label, iris in found.items() if len(iris) == 1}


# Quotients

QUOTIENTS: Final = "quotient"
_DEPENDENCE: Final = re.compile("^(?:外贸|对外贸易|贸易)依存度$")
_MID_YEAR: Final = Interval(Decimal("0.975"), Decimal("1.025"))
"""Offices divide by the people of the year's middle, texts print those of its end."""


def quotients(ledger: Ledger) -> Iterator[Finding]:
    """Findings on what is counted a head, on the dependence on trade and on density."""
    for figure in ledger.of_kind("level"):
        ways: Sequence[Way] = ()
        if figure.name.startswith("人均"):
            ways = list(_a_head(ledger, figure))
        elif _DEPENDENCE.match(figure.claim.indicator):
            ways = list(_dependence(ledger, figure))
        elif figure.name == "人口密度":
            ways = list(_density(ledger, figure))
        said = Said(f"Its two figures do not give {about(figure)}", f"{about(figure)}与按两项数字计算的结果不符")
        yield from judged(QUOTIENTS, "quotient", figure, ways, said)


def _a_head(ledger: Ledger, figure: Figure) -> Iterator[Way]:
    for above in ledger.levels(figure.subject, figure.name.removeprefix("人均"), figure.family, figure.time):
        for people in _people(ledger, figure):
            value = above.amount / people.amount * exactly(Decimal(1) / figure.scale) * _MID_YEAR
            yield Way(_with_units(above, people), value, (above, people))


def _people(ledger: Ledger, figure: Figure) -> Iterator[Figure]:
    for name in PEOPLE:
        yield from ledger.levels(figure.subject, name, "人", figure.time)


def _dependence(ledger: Ledger, figure: Figure) -> Iterator[Way]:
    for product in ledger.levels(figure.subject, PRODUCT, "元", figure.time):
        for trade in ledger.levels(figure.subject, TRADE, "元", figure.time):
            value = trade.amount / product.amount * HUNDRED
            yield Way(f"{number(trade)} / {number(product)}", value, (trade, product))


def _density(ledger: Ledger, figure: Figure) -> Iterator[Way]:
    if not figure.claim.unit.endswith("人/平方公里"):
        return
    for people in _people(ledger, figure):
        for time in dict.fromkeys((figure.time, "")):
            for area in ledger.levels(figure.subject, AREA, "平方公里", time):
                yield Way(_with_units(people, area), people.amount / area.amount, (people, area))


def _with_units(above: Figure, below: Figure) -> str:
    return f"{number(above)} {above.claim.unit} / {number(below)} {below.claim.unit}"
