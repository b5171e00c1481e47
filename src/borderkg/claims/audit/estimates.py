"""Regressions: stars against standard errors and t values, words against stars, observations against units and years.

The critical values are those of the normal distribution, below which no t distribution goes: what they do not reach is not
significant with any sample. Stars that are too few are told only where t passes the value of twenty degrees of freedom.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from borderkg.claims.audit.interval import Interval, rounded, shown
from borderkg.claims.audit.ledger import Ledger
from borderkg.claims.audit.verdict import ordered
from borderkg.claims.claim import Claim
from borderkg.claims.finding import Finding

SIGNIFICANCE: Final = "significance"
PANEL: Final = "panel"
_NORMAL: Final = {"10%": Decimal("1.645"), "5%": Decimal("1.960"), "1%": Decimal("2.576"), "0.1%": Decimal("3.291")}
_TWENTY: Final = {"10%": Decimal("1.725"), "5%": Decimal("2.086"), "1%": Decimal("2.845")}
"""Two-sided critical values of the normal distribution, and of t with twenty degrees of freedom."""
_ORDER: Final = ("10%", "5%", "1%", "0.1%")


def significance(ledger: Ledger) -> Iterator[Finding]:
    """Findings on the significance of estimates."""
    starred = {c.qualifiers.get("table") for c in ledger.claims if c.predicate == "estimate" and _level(c)}
    for claim in ledger.claims:
        if claim.predicate != "estimate":
            continue
        t = _t(claim)
        if t is not None:
            yield from _by_t(claim, t, starred=claim.qualifiers.get("table") in starred)
        yield from _by_words(claim)


def _level(claim: Claim) -> str:
    return str(claim.qualifiers.get("significance") or "")


def _t(claim: Claim) -> tuple[str, Interval] | None:
    """The size of a t value, and how it is computed."""
    q = claim.qualifiers
    if q.get("tValue") is not None:
        size = str(q.get("printedError") or abs(q["tValue"])).lstrip("-")
        return f"|t| = {size}", rounded(size)
    error = q.get("stdError")
    if not error or not isinstance(claim.object, int | float):
        return None
    size = str(q.get("printed") or f"{Decimal(str(claim.object)):f}").lstrip("-")
    error = str(q.get("printedError") or error)
    value = rounded(size) / rounded(error)
    return (f"{size} / {error} = {shown(value.middle)}", value) if value.low >= 0 else None


def _by_t(claim: Claim, t: tuple[str, Interval], *, starred: bool) -> Iterator[Finding]:
    written, value = t
    level = _level(claim)
    if level in _NORMAL and value.high < _NORMAL[level]:
        yield _finding(
            claim,
            "contradiction",
            f"{written} < {_NORMAL[level]} ({level})",
            f"is marked significant at {level}; its t value does not reach that",
            f"标为在{level}水平上显著，而t值达不到",
        )
    reached = [name for name in _ORDER if name in _TWENTY and value.low > _TWENTY[name]]
    missed = [name for name in reached if not level or _ORDER.index(name) > _ORDER.index(level)] if starred else []
    if (not level or level in _ORDER) and missed:
        yield _finding(
            claim,
            "doubt",
            f"{written} > {_TWENTY[missed[-1]]} ({missed[-1]})",
            f"is marked {f'significant at {level}' if level else 'not significant'}; its t value reaches {missed[-1]}",
            f"{f'标为在{level}水平上显著' if level else '未标显著'}，而t值已达{missed[-1]}水平",
        )


def _by_words(claim: Claim) -> Iterator[Finding]:
    """What the running text says of an estimate against its stars: `said` is a level, or `none`."""
    said, level = str(claim.qualifiers.get("said") or ""), _level(claim)
    if not said or said == (level or "none"):
        return
    weaker = said in _ORDER and level in _ORDER and _ORDER.index(said) < _ORDER.index(level)
    yield _finding(
        claim,
        "doubt" if weaker else "contradiction",
        f"{said if said != 'none' else 'p ≥ 10%'} ≠ {level or 'p ≥ 10%'}",
        f"is {_en(said)} by the text, {_en(level or 'none')} by the table",
        f"文中称{_zh(said)}，表中{_zh(level or 'none')}",
    )


def _en(level: str) -> str:
    return "not significant" if level == "none" else f"significant at {level}"


def _zh(level: str) -> str:
    return "不显著" if level == "none" else f"在{level}水平上显著"


def _finding(claim: Claim, severity: str, computation: str, en: str, zh: str) -> Finding:
    of = " ".join(filter(None, (str(claim.qualifiers.get(k) or "") for k in ("table", "term", "sample"))))
    return Finding(SIGNIFICANCE, "significance", severity, ordered([claim]), f"{of} {en}", f"{of}{zh}", computation)


# Observations


def panel(ledger: Ledger) -> Iterator[Finding]:
    """Findings on the numbers of observations: against units and years, against the text, against the parts of a sample."""
    columns: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        if claim.predicate == "estimate" and isinstance(claim.qualifiers.get("observations"), int):
            columns[str(claim.qualifiers.get("table")), str(claim.qualifiers.get("sample"))].append(claim)
    lost: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for (table, sample), claims in columns.items():
        claim, number = claims[0], int(claims[0].qualifiers["observations"])
        units, years = claim.qualifiers.get("panelUnits"), _years(sample)
        if not isinstance(units, int) or years is None:
            continue
        if number > units * years:
            yield _counted(claim, "contradiction", f"{units} × {years} = {units * years} < {number}")
        elif number % units:
            yield _counted(claim, "doubt", f"{units} × {years} = {units * years} ≠ {number}")
        else:
            lost[table].append((years - number // units, claim))
    for each in lost.values():
        if len({years_lost for years_lost, _ in each}) > 1:
            yield _unlike(each)
    yield from _of_the_text(ledger)
    yield from _parts(columns)


def _years(sample: str) -> int | None:
    first, _, last = sample.partition("/")
    return int(last) - int(first) + 1 if first.isdigit() and last.isdigit() else None


def _counted(claim: Claim, severity: str, computation: str) -> Finding:
    of = f"{claim.qualifiers.get('table') or ''} {claim.qualifiers.get('sample') or ''}".strip()
    return Finding(
        PANEL,
        "panel",
        severity,
        ordered([claim]),
        f"The observations of {of} are not units by years",
        f"{of}的观测值数与个体数乘年数不符",
        computation,
    )


def _unlike(lost: list[tuple[int, Claim]]) -> Finding:
    """Columns of one table that lose different numbers of years: their samples are not the years that they name."""
    written = []
    for years_lost, claim in lost:
        q = claim.qualifiers
        left = int(q["observations"]) // int(q["panelUnits"])
        written.append(
            f"{q['sample']}: {q['observations']} / {q['panelUnits']} = {left} = {left + years_lost} − {years_lost}"
        )
    table = str(lost[0][1].qualifiers.get("table") or "")
    return Finding(
        PANEL,
        "panel",
        "doubt",
        ordered(claim for _, claim in lost),
        f"The columns of {table} lose different numbers of years against those that they name",
        f"{table}各列相对其所标年份损失的年数不一",
        "; ".join(written),
    )


def _of_the_text(ledger: Ledger) -> Iterator[Finding]:
    """The number of observations that the text tells, against units and years."""
    for claim in ledger.claims:
        q = claim.qualifiers
        told, units, years = q.get("panelObservations"), q.get("panelUnits"), q.get("panelYears")
        if claim.predicate == "estimate" and told and units and years and told > units * years:
            yield _counted(claim, "contradiction", f"{units} × {years} = {units * years} < {told}")
            return
        if claim.predicate == "estimate" and told and units and years and told % units:
            yield _counted(claim, "doubt", f"{units} × {years} = {units * years} ≠ {told}")
            return


def _parts(columns: dict[tuple[str, str], list[Claim]]) -> Iterator[Finding]:
    """全样本 against the samples that it is parted into, where no column is of years."""
    tables: dict[str, dict[str, Claim]] = defaultdict(dict)
    for (table, sample), claims in columns.items():
        tables[table][sample] = claims[0]
    for table, samples in sorted(tables.items()):
        whole = next((c for name, c in samples.items() if name.startswith(("全样本", "总体", "全部"))), None)
        parts = [c for c in samples.values() if c is not whole]
        if whole is None or len(parts) < 2 or any("样本" not in str(c.qualifiers.get("sample")) for c in parts):
            continue
        numbers = [int(c.qualifiers["observations"]) for c in parts]
        number = int(whole.qualifiers["observations"])
        if sum(numbers) != number:
            severity = "contradiction" if sum(numbers) > number or len(numbers) == 2 else "doubt"
            yield Finding(
                PANEL,
                "panel",
                severity,
                ordered([whole, *parts]),
                f"The samples of {table} do not add up to the whole",
                f"{table}各分样本观测值之和与全样本不符",
                f"{' + '.join(map(str, numbers))} = {sum(numbers)} ≠ {number}",
            )
