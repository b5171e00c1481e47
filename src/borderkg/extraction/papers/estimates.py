"""Regression tables to estimates: coefficient, term, sample, standard error, significance by the stars."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from borderkg.corpus.grids.cells import Cell
from borderkg.corpus.tables import Table
from borderkg.extraction.marking.labels import time_of
from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.statement import Mention, Range, Statement

_STATISTICS: Final = re.compile(
    r"观测|样本|检验|Hansen|Sargan|AR\(|^m\d|R2|R²|R-sq|拟合|F值|F统计|Wald|^LR|^Log|^N$|^Obs|个体|地区数|常数项?\(|固定效应|控制变量|p值|\(p|P值",
    re.IGNORECASE,
)
LEVELS: Final = {1: "10%", 2: "5%", 3: "1%"}
"""What one, two and three stars stand for, as papers agree."""
_STARS: Final = r"\*{1,3}(?!\*)"
_LEVEL: Final = r"(?:\d+(?:\.\d+)?%?)"
_AND: Final = r"(?:[、,和与及]|以及)+"
_STATED: Final = re.compile(rf"({_STARS}(?:{_AND}{_STARS}){{1,2}})[^\d*]{{0,24}}({_LEVEL}(?:{_AND}{_LEVEL}){{1,2}})")
_BY_VALUE: Final = re.compile(rf"({_STARS})[pP]?<(0?\.\d+)")
_DEPENDENT: Final = re.compile(r"(?:被解释|因)变量(?:均|分别)?(?:为|是|:)?([^()。;,*]{1,24})")
_SAMPLE: Final = re.compile(r"样本(?:期|区间|时期|时间|期间|年份)(?:间)?(?:均?为|是|:)?([^。;,()]{4,20})")
_DATA: Final = re.compile(
    r"((?:19|20)\d\d)年?\s?[—~至到-]+\s?((?:19|20)\d\d)年[^。;]{0,24}?(?:面板|数据|样本)|"
    r"样本(?:期|区间|时间)?[^。;,]{0,4}?((?:19|20)\d\d)年?\s?[—~至到-]+\s?((?:19|20)\d\d)"
)
"""本文以2000—2020年县域面板数据…."""

_T_VALUES: Final = re.compile(r"(?:括号|\(\))[^。;]{0,8}(?:[tzTZ]值|[tzTZ]统计|[tzTZ]检验|[tz]-)")
_UNNAMED: Final = re.compile(r"^(?:变量|解释变量|自变量|变量名称?|项目|模型)?$")
"""What stands over the column of terms and names no dependent variable."""


def sample_of(text: str) -> str:
    """The years of the data that a text says it uses; empty where it names none, or several."""
    found = {f"{m[1] or m[3]}/{m[2] or m[4]}" for m in _DATA.finditer(text)}
    return found.pop() if len(found) == 1 else ""


_UNITS: Final = re.compile(
    r"(?P<n>\d+|[一二三四五六七八九十]+)个?(?:沿边|边疆|边境|陆地边境)?(?:省区|省\(区\)|省份|县\(市\)|县市|县域|县|市|州市|城市|口岸|国家|企业)"
)
_OBSERVED: Final = re.compile(r"(?:共|得到|获得|共计|合计|样本量为|样本容量为)+(?P<n>\d+)(?:个|条|组)(?:样本)?观测")
_OBSERVATIONS: Final = re.compile(r"观测|样本[量数]|样本容量|^N$|^Obs", re.IGNORECASE)


def panel_of(text: str) -> dict[str, int]:
    """Units, years and observations of the panel that a text says it uses, as `panelUnits`, `panelYears` and
    `panelObservations`; what it does not tell, or tells twice, is left out."""
    units: set[int] = set()
    years: set[int] = set()
    observed = {int(m["n"]) for m in _OBSERVED.finditer(text)}
    for sentence in re.split("[。;]", text):
        if re.search("面板|样本", sentence) and (span := re.search(_SPAN, sentence)):
            years.add(int(span[2]) - int(span[1]) + 1)
            units |= {n for m in _UNITS.finditer(sentence) if (n := whole(m["n"]))}
    told = {"panelUnits": units, "panelYears": years, "panelObservations": observed}
    return {name: value for name, found in told.items() if len(found) == 1 and (value := found.pop())}


_SPAN: Final = r"((?:19|20)\d\d)年?\s?[—–~至到-]+\s?((?:19|20)\d\d)"


def read(table: Table, document: Mention, sample: str, panel: dict[str, int]) -> Iterator[Statement]:
    """The estimates of a regression table; `sample` are the years of the text's data, where it says nothing else, and
    `panel` what it says of its panel."""
    if not table.regression:
        return
    observed = next((row for row in table.rows if row[0] and _OBSERVATIONS.search(row[0].text)), ())
    said = _said(table)
    about = _About(said, table.header[0].text)
    for row in table.rows:
        term = row[0]
        if term is None or _STATISTICS.search(term.text):
            continue
        for k, c in enumerate(row[1:], 1):
            if c is None or c.number is None or (c.error is None and not c.stars):
                continue
            counted = observed[k] if k < len(observed) else None
            of_panel: dict[str, object] = {**panel}
            if counted and counted.number is not None and counted.number == counted.number.to_integral_value():
                of_panel["observations"] = int(counted.number)
            statement = _statement(table, document, term, c, table.header[k].text, about, sample)
            yield replace(statement, qualifiers={**statement.qualifiers, **of_panel})


class _About:
    """What caption and notes say of all coefficients of a table."""

    def __init__(self, said: str, corner: str) -> None:
        dependent, sample = _DEPENDENT.search(said), _SAMPLE.search(said)
        self.dependent = dependent[1] if dependent else "" if _UNNAMED.match(corner) else corner
        self.sample = time_of(sample[1]) if sample else None
        self.levels = _levels(said)
        self.error = "tValue" if _T_VALUES.search(said) else "stdError"
        """What stands in brackets."""


def _statement(
    table: Table, document: Mention, term: Cell, c: Cell, column: str, about: _About, of_text: str
) -> Statement:
    if c.number is None:
        raise ValueError("an estimate needs a number")
    sample = time_of(column) or about.sample
    spans: list[Range] = [(term.start, term.end), *table.title.spans]
    if c.error:
        spans.append((c.error.start, c.error.end))
    qualifiers: dict[str, object] = {
        "table": f"表{table.number}" if table.number else "",
        "dependent": about.dependent,
        "term": term.text,
        "sample": sample.text if sample else of_text or column,
        "significance": about.levels.get(c.stars),
    }
    if c.error and c.error.number is not None:
        qualifiers[about.error] = float(c.error.number)
        if (printed := f"{c.error.number:f}").endswith("0"):
            qualifiers["printedError"] = printed
    return Statement(
        subject=document,
        predicate="estimate",
        object=c.number,
        evidence=(c.start, c.end),
        rule="estimates::a coefficient of a table",
        context=tuple(dict.fromkeys(spans)),
        qualifiers=qualifiers,
    )


def _said(table: Table) -> str:
    """Caption and notes, without blanks."""
    parts = [table.title.text, *(line.text for note in table.notes for line in note.lines)]
    return "。".join(re.sub(r"\s", "", part) for part in parts)


def _levels(said: str) -> dict[int, str]:
    """What the stars stand for: as the note under the table says, else as papers agree."""
    if match := _STATED.search(said):
        stars, levels = re.findall(r"\*+", match[1]), re.findall(r"\d+(?:\.\d+)?", match[2])
        return {len(mark): f"{level}%" for mark, level in zip(stars, levels, strict=False)}
    by_value = {len(m[1]): f"{float(m[2]) * 100:g}%" for m in _BY_VALUE.finditer(said)}
    return by_value or LEVELS
