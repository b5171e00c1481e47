"""What other cells of a row say of its figures: the year, the indicator, the unit, each in a column of its own.

地区 | 年份 | 指标 | 单位 | 数值: the long form in which data are handed on.
"""

import re
from collections.abc import Callable
from typing import Final

from borderkg.corpus.grids.cells import Cell
from borderkg.corpus.tables import Table
from borderkg.extraction.marking.gazetteer import Gazetteer
from borderkg.extraction.marking.labels import Said, read_label, time_of
from borderkg.extraction.statement import Range
from borderkg.records import record

_WHEN: Final = re.compile(r"^(?:统计)?(?:年份|年度|年|年月|时间|时期|[Yy]ears?)$")
_WHAT: Final = re.compile(r"^(?:统计|主要|经济|主要经济)?(?:指标|项目)(?:名称)?$")
_UNIT: Final = re.compile(r"^(?:计量)?单位$")
_VALUE: Final = re.compile(r"^(?:数值|数据|指标值|统计值|值|数额)$")


@record
class Context:
    said: Said
    """Time, indicator and unit, as far as the row has cells of them."""
    spans: tuple[Range, ...]


class RowContexts:
    """The columns of one table that tell of the others; `key` is the column of what the rows are about."""

    def __init__(self, table: Table, key: int, names: Gazetteer) -> None:
        self._names = names
        heads = list(enumerate(label.text for label in table.header))
        others = [(k, head) for k, head in heads if k != key]
        self._when = time_column(table, key)
        self._what = next((k for k, h in others if _WHAT.match(h) and _mostly(table, k, _is_words)), None)
        self._unit = next((k for k, h in heads if _UNIT.match(h)), None)

    def names_value(self, header: str) -> bool:
        """Whether the words over a column only say that the figures stand there, and a cell of the row says of what."""
        return self._what is not None and _VALUE.match(header) is not None

    def of(self, row: tuple[Cell | None, ...]) -> Context:
        """What the cells of a row say of its figures."""
        when, what, unit = (row[k] if k is not None else None for k in (self._when, self._what, self._unit))
        told = read_label(what.text, self._names) if what else Said()
        said = Said(
            time=(time_of(when.text) if when else None) or told.time,
            unit=(unit.text if unit else "") or told.unit,
            indicator=told.indicator,
            share=told.share,
        )
        return Context(said, tuple(span for c in (when, what, unit) if c for span in c.spans))


def time_column(table: Table, key: int) -> int | None:
    """The column whose cells are the times of the figures beside them; nothing where no figure beside them has a time of
    its own: an area is that of a zone from the day on which it was set up."""
    heads = list(enumerate(label.text for label in table.header))
    when = next((k for k, h in heads if k != key and _WHEN.match(h) and _mostly(table, k, _is_time)), None)
    others = [k for k, h in heads if k not in (key, when) and not _LASTING.search(h)]
    return when if any(_mostly(table, k, _is_figure) or _VALUE.match(heads[k][1]) for k in others) else None


_LASTING: Final = re.compile("面积|长度|全长|里程|海拔|距离|序号|编号|代码|备注")


def _is_figure(c: Cell) -> bool:
    return c.figure


def _is_time(c: Cell) -> bool:
    return time_of(c.text) is not None


def _is_words(c: Cell) -> bool:
    return c.number is None and bool(c.text)


def _mostly(table: Table, k: int, fits: Callable[[Cell], bool]) -> bool:
    cells = [c for row in table.rows if (c := row[k])]
    return 2 * sum(map(fits, cells)) > len(cells)
