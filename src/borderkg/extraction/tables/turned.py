"""Listings set on their side: what a row tells stands before it, and the things that it is told of stand over the columns.

项目 | 瑞丽口岸 | 磨憨口岸; 所在地 | 瑞丽市 | 勐腊县; 对应口岸 | 木姐 | 磨丁. So is the box of an encyclopedia,
with the name of the one thing over its labels (瑞丽口岸 | ; 类型 | 一类口岸) or above it.
"""

import re
from typing import Final

from borderkg.corpus.grids.cells import YEAR, Cell, Label, labelled
from borderkg.corpus.tables import Table
from borderkg.extraction.tables.listing_columns import columns
from borderkg.records import replace

_GENERAL: Final = re.compile(r"^(?:项目|指标|内容|要素|属性|类别|栏目|信息|事项|比较项目?|对比项目?|)$")
_KINDS: Final = (
    (re.compile("口岸$"), "口岸"),
    (re.compile("(?:试验区|合作区|综合保税区|综保区|合作中心|示范区)$"), "名称"),
    (re.compile("(?:铁路|公路|通道|管道|走廊)$"), "线路"),
    (re.compile("[县市旗]$"), "县市"),
)
_FEWEST: Final = 2


def upright(table: Table) -> Table:
    """The table with the things over its columns before its rows, where its rows tell of them as columns of a listing do; else
    as it is."""
    table = _boxed(table)
    labels = [row[0] for row in table.rows]
    over = table.header[1:]
    if table.regression or not over or len(table.rows) < _FEWEST or None in labels:
        return table
    told = [label for label in labels if label and _tells(label.text)]
    worded = sum(_is_worded(row[1:]) for row in table.rows)
    named = all(label.text and label.spans and not YEAR.match(label.text) for label in over)
    if len(told) < _FEWEST or worded < _FEWEST or not named or any(_is_column(label.text) for label in over):
        return table
    stub = table.header[0]
    if _GENERAL.match(stub.text):
        kind = next((kind for pattern, kind in _KINDS if all(pattern.search(label.text) for label in over)), "")
        stub = Label(kind or "口岸", stub.spans)
    header = (stub, *(Label(c.text, c.spans) for c in labels if c))
    rows = tuple((labelled(label), *(row[k] for row in table.rows)) for k, label in enumerate(over, 1))
    return replace(table, header=header, rows=rows)


def _boxed(table: Table) -> Table:
    """The table of two columns that is a box about one thing with its name over the second; else the table as it is."""
    if len(table.header) != _PAIR:
        return table
    stub, other = table.header
    if not other.text and _is_thing(stub.text):
        return replace(table, header=(Label("", ()), stub))
    if other.text and _tells(stub.text) and not _is_thing(other.text) and _is_thing(table.title.text):
        rows = ((labelled(stub), labelled(other)), *table.rows)
        return replace(table, header=(Label("", ()), table.title), rows=rows)
    return table


_PAIR: Final = 2
_LONGEST: Final = 24


_NO_NAME: Final = re.compile(
    "(?:对应|对方|对面|对岸|对口|邻近|毗邻|主要|各|所属|所在|(?<=^)(?:边境|陆路|公路|铁路|水运|航空|沿边|开放)).{0,2}口岸$|情况|名单|一览|概况"
)
"""对应口岸, 主要口岸: what ports are called, and no name of one."""


def _is_thing(text: str) -> bool:
    named = any(pattern.search(text) and not pattern.fullmatch(text) for pattern, _ in _KINDS)
    return named and len(text) <= _LONGEST and not _NO_NAME.search(text)


def _is_column(label: str) -> bool:
    return _tells(label) and not any(pattern.search(label) for pattern, _ in _KINDS)


def _tells(label: str) -> bool:
    return any(c.header.search(label) for c in columns().others)


def _is_worded(cells: tuple[Cell | None, ...]) -> bool:
    return all(c is None or c.number is None for c in cells) and any(c and c.text for c in cells)
