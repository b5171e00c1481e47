"""Regression tables to estimates: coefficient, term, sample, standard error, significance by the stars."""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.corpus.cells import Cell
from borderkg.corpus.tables import Table
from borderkg.extraction.labels import time_of
from borderkg.extraction.statement import Mention, Range, Statement

_STATISTICS: Final = re.compile(
    r"观测|样本|检验|Hansen|Sargan|AR\(|^m\d|R2|R²|R-sq|拟合|F值|F统计|Wald|LR|Log|^N$|Obs|个体|地区数|常数项?\(|固定效应|控制变量|p值|\(p|P值",
    re.IGNORECASE,
)
_LEVELS: Final = {1: "10%", 2: "5%", 3: "1%"}
_BETWEEN: Final = r"[、,\s和及]*[、,\s和及]"
_STATED: Final = re.compile(
    rf"(\*{{1,3}}){_BETWEEN}(\*{{1,3}}){_BETWEEN}(\*{{1,3}})\s*分别(?:表示|代表|为)?[^\d]{{0,14}}(\d+)%?[^\d]{{1,5}}(\d+)%?[^\d]{{1,5}}(\d+)%?"
)
_SAMPLE: Final = re.compile(
    r"样本(?:期|区间|时期|年份)?(?:间)?(?:为|是|:)?\s*((?:19|20)\d\d)\s*年?\s*[—~–至-]\s*((?:19|20)\d\d)"
)
_DEPENDENT: Final = re.compile(r"(?:被解释|因)变量(?:为|是|:)?([^(),;。]{1,20})")


def read(table: Table, document: Mention) -> Iterator[Statement]:
    """The estimates of a regression table."""
    if not table.regression:
        return
    levels = _levels(table)
    said = _DEPENDENT.search(table.title.text)
    dependent = said[1] if said else table.header[0].text
    sample = _sample(table)
    for row in table.rows:
        term = row[0]
        if term is None or _STATISTICS.search(term.text):
            continue
        for k, c in enumerate(row[1:], 1):
            if c is None or c.number is None or (c.error is None and not c.stars):
                continue
            yield _statement(table, document, term, c, table.header[k].text, dependent, sample, levels)


def _sample(table: Table) -> str:
    """The years of the sample, where a note under the table tells them."""
    for text in (*(line.text for note in table.notes for line in note.lines), table.title.text):
        if match := _SAMPLE.search(text):
            return f"{match[1]}/{match[2]}"
    return ""


def _statement(
    table: Table,
    document: Mention,
    term: Cell,
    c: Cell,
    column: str,
    dependent: str,
    stated: str,
    levels: dict[int, str],
) -> Statement:
    if c.number is None:
        raise ValueError("an estimate needs a number")
    sample = time_of(column)
    spans: list[Range] = [(term.start, term.end), *table.title.spans]
    if c.error:
        spans.append((c.error.start, c.error.end))
    qualifiers: dict[str, object] = {
        "table": f"表{table.number}" if table.number else "",
        "dependent": dependent,
        "term": term.text,
        "sample": sample.text if sample else stated or column,
        "significance": levels.get(c.stars),
    }
    if c.error and c.error.number is not None:
        qualifiers["stdError"] = float(c.error.number)
    return Statement(
        subject=document,
        predicate="estimate",
        object=c.number,
        evidence=(c.start, c.end),
        rule="estimates::a coefficient of a table",
        context=tuple(dict.fromkeys(spans)),
        qualifiers=qualifiers,
    )


def _levels(table: Table) -> dict[int, str]:
    """What the stars stand for: as the note under the table says, else as papers agree."""
    for note in table.notes:
        line = " ".join(part.text for part in note.lines)
        if match := _STATED.search(line):
            return {len(match[i]): f"{match[i + 3]}%" for i in (1, 2, 3)}
    return _LEVELS
