"""Growth and levels: rates from year to year and over a span of years, rates a year on average, differences, multiples.

Rates in constant prices say nothing of nominal levels; those of product, value added and income are in constant prices by
the custom of the statistical offices, whether a text says so or not: neither is compared.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from borderkg.claims.audit.interval import Interval, exactly, shown
from borderkg.claims.audit.ledger import Figure, Ledger, choices
from borderkg.claims.audit.names import core, narrows
from borderkg.claims.audit.shares import place_of
from borderkg.claims.audit.verdict import Said, Way, about, judged, number
from borderkg.claims.finding import Finding
from borderkg.extraction.marking.dates import plan_years

GROWTH: Final = "growth"
MULTIPLES: Final = "multiple"
HUNDRED: Final = exactly(100)
_CONSTANT: Final = re.compile("生产总值|GDP|增加值|产值|收入|消费")
_YEAR: Final = re.compile(r"^(\d{4})(?=$|[-/])")
_NEAR: Final = 160
"""Code points between a difference and the two levels that it is told with."""


def check(ledger: Ledger) -> Iterator[Finding]:
    """Findings on rates of growth, on rates a year on average and on differences."""
    for figure in ledger.of_kind("growth"):
        if not (_CONSTANT.search(figure.name) or figure.claim.qualifiers.get("basis")):
            yield from _judged(figure, _of_growth(ledger, figure))
    for figure in ledger.of_kind("average"):
        if not (_CONSTANT.search(figure.name) or figure.claim.qualifiers.get("basis")):
            yield from _judged(figure, _on_average(ledger, figure))
    for figure in ledger.of_kind("change"):
        said = Said(f"The two levels do not differ by {about(figure)}", f"{about(figure)}与两期之差不符")
        yield from judged(GROWTH, "growth", figure, _differences(ledger, figure), said)


def _judged(figure: Figure, ways: Iterator[Way]) -> list[Finding]:
    tried = list(ways)
    doubtful = bool(tried) and any(f.name != figure.name for f in tried[0].figures)
    said = Said(f"The levels do not give {about(figure)}", f"{about(figure)}与按两期水平计算的结果不符")
    return judged(GROWTH, "growth", figure, tried, said, doubtful=doubtful)


def before(time: str) -> str:
    """The same time of the year before: 2019 of 2020, 2019-05 of 2020-05, 2019-01/2019-06 of 2020-01/2020-06."""
    return "/".join(_YEAR.sub(lambda m: str(int(m[1]) - 1), part) for part in time.split("/"))


def _of_growth(ledger: Ledger, figure: Figure) -> Iterator[Way]:
    for first, last in _ends(ledger, figure):
        for low, high in _both(ledger, figure, first, last):
            value = (high.amount / low.amount - exactly(1)) * HUNDRED
            yield Way(f"{number(high)} / {_like(low, high)} − 1", value, (low, high))


def _ends(ledger: Ledger, figure: Figure) -> Iterator[tuple[str, str]]:
    """From when to when something grew. A table may leave it to its columns, where it has two."""
    if figure.years and figure.of != "同比":
        yield str(figure.years[0]), str(figure.years[1])
    elif figure.time:
        yield before(figure.time), figure.time
    elif figure.in_table:
        table = figure.claim.qualifiers.get("table")
        for told in ledger.families(figure.subject, figure.name):
            times = sorted(t for t, fs in told.items() if any(f.claim.qualifiers.get("table") == table for f in fs))
            if len(times) == 2 and before(times[1]) == times[0]:
                yield times[0], times[1]


def _both(ledger: Ledger, figure: Figure, first: str, last: str) -> Iterator[tuple[Figure, Figure]]:
    """The two levels, of one family: by the very name, else by the only one that says more of the same thing."""
    for name in (figure.name, _narrower(ledger, figure, first, last)):
        pairs = [
            pair
            for told in ledger.families(figure.subject, name)
            for pair in choices([f for f in told.get(first, ()) if f.exact], [f for f in told.get(last, ()) if f.exact])
        ]
        yield from ((low, high) for low, high in pairs if low.amount.low > 0)  # from less than nothing nothing grows
        if pairs:
            return


def _narrower(ledger: Ledger, figure: Figure, first: str, last: str) -> str:
    names = {
        name
        for name in ledger.names(figure.subject)
        if narrows(figure.name, name)
        and any(time in told for told in ledger.families(figure.subject, name) for time in (first, last))
    }
    return names.pop() if len(names) == 1 else ""


def _on_average(ledger: Ledger, figure: Figure) -> Iterator[Way]:
    """Over the years of a span, from its first year or from the one before it (a plan's growth is told from there)."""
    if not figure.years:
        return
    first, last = figure.years
    for base in (first, first - 1):
        for low, high in _both(ledger, figure, str(base), str(last)):
            ratio = high.amount / low.amount
            if ratio.low > 0 and last > base:
                value = (ratio.root(last - base) - exactly(1)) * HUNDRED
                written = f"({number(high)} / {_like(low, high)})^(1/{last - base}) − 1"
                yield Way(written, value, (low, high))


def _differences(ledger: Ledger, figure: Figure) -> Iterator[Way]:
    """The level less that of the year before, or less one that the same passage tells."""
    points = figure.claim.unit.endswith("百分点")
    for told in _told(ledger, figure):
        for high in (f for f in told.get(figure.time, ()) if f.exact):
            lows = [
                f
                for time, fs in told.items()
                for f in fs
                if f.exact and "" < time < figure.time and (time == before(figure.time) or _near(figure, f, high))
            ]
            for low in lows:
                scale = exactly(1 if points else Decimal(1) / figure.scale)
                value = (high.amount - low.amount) * scale
                if not points or high.family == "%":
                    yield Way(f"{number(high)} − {_like(low, high)}", value, (low, high))


def _told(ledger: Ledger, figure: Figure) -> Iterator[dict[str, list[Figure]]]:
    share = re.fullmatch("(.+)占(.*)的比重", figure.claim.indicator.removesuffix("变动"))
    if share:
        figure_name = f"{core(share[1])}占{share[2]}"
        yield from ledger.families(figure.subject, figure_name)
    else:
        yield from ledger.families(figure.subject, figure.name)


def _near(figure: Figure, *others: Figure) -> bool:
    return all(abs(figure.claim.start - other.claim.start) <= _NEAR for other in others)


def _like(low: Figure, high: Figure) -> str:
    """A figure in the unit of another, where both differ."""
    if low.scale == high.scale:
        return number(low)
    return shown((low.amount * exactly(Decimal(1) / high.scale)).middle)


# Multiples

_PLAN: Final = re.compile(r"[“\"]?(十[一二三四五]?|[一二三四六七八九])五[”\"]?(?:时期|期间)?")


def multiples(ledger: Ledger) -> Iterator[Finding]:
    """Findings on 是…的N倍, 增长N倍 and doublings."""
    for figure in ledger.of_kind("multiple"):
        said = Said(f"The two figures do not give {about(figure)}", f"{about(figure)}与两数之比不符")
        yield from _multiple(figure, list(_times_of(ledger, figure)), said)
    for figure in ledger.of_kind("times"):
        if figure.years:
            first, last = str(figure.years[0]), str(figure.years[1])
            ways = []
            for low, high in _both(ledger, figure, first, last):
                value = high.amount / low.amount - exactly(1)
                ways.append(Way(f"{number(high)} / {_like(low, high)} − 1", value, (low, high)))
            taken = any((way.value + exactly(1)).meets(figure.value) for way in ways)
            more = "; it is that many times as much, which is one time less of growth" if taken else ""
            more_zh = "；实为“是…的若干倍”，增长倍数应减一" if taken else ""
            said = Said(f"The two figures do not give {about(figure)}{more}", f"{about(figure)}与两数之比不符{more_zh}")
            yield from _multiple(figure, ways, said)


def _multiple(figure: Figure, ways: list[Way], said: Said) -> Iterator[Finding]:
    """A doubling is at least nearly one, and not yet the next."""
    if str(figure.claim.qualifiers.get("verbal", "")).startswith("翻"):
        number = Decimal(str(figure.claim.object))
        whole = Interval(number * Decimal("0.95"), number * 2)
        if any(way.value.meets(whole) for way in ways):
            return
    yield from judged(MULTIPLES, "multiple", figure, ways, said)


def _times_of(ledger: Ledger, figure: Figure) -> Iterator[Way]:
    subject, base = figure.subject, ""
    if match := re.match(r"(\d{4})年", figure.of):
        base = match[1]
    elif match := _PLAN.fullmatch(figure.of):
        first, last = plan_years(match[1])
        base = f"{first}/{last}"
    else:
        subject, rest = place_of(figure.of)
        base = figure.time if not rest else ""
    if not (subject and base):
        return
    for told in ledger.families(figure.subject, figure.name):
        for high in told.get(figure.time, ()):
            for low in ledger.levels(subject, figure.name, high.family, base):
                if high.exact and low.exact and low.claim is not high.claim:
                    value = high.amount / low.amount
                    yield Way(f"{number(high)} / {_like(low, high)}", value, (low, high))
