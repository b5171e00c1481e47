"""Tables that tell what happened when, a row an event: read as running text, each row a paragraph that begins with its time."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.corpus.grids import delimited
from borderkg.corpus.grids.cells import Cell
from borderkg.corpus.lines import Line

_WHEN: Final = re.compile(r"(?:时间|日期|年份|年月|年代)$")
_WHAT: Final = re.compile(
    r"(?:事件|大事|大事记|事项|事记|沿革|历程|经过|进程|进展)(?:内容|描述|摘要)?$|^(?:主要)?内容$"
)
_BESIDE: Final = re.compile(r"^(?:序号|编号|备注|来源|资料来源|出处|地点|类别)?$")
_DATE: Final = re.compile(r"(?:19|20)\d\d(?:年|[./-]\d|$)")
_ROWS: Final = 2


def events(lines: Sequence[Line]) -> Iterator[tuple[Line, Cell, Cell]]:
    """The line, the time and the event of each row; nothing where a table is no chronicle."""
    rows = [delimited.cells(line) for line in lines]
    heads = [c.text for c in rows[0]]
    when = next((k for k, text in enumerate(heads) if _WHEN.search(text)), None)
    what = next((k for k, text in enumerate(heads) if _WHAT.search(text)), None)
    others = [text for k, text in enumerate(heads) if k not in (when, what)]
    if when is None or what is None or len(lines) <= _ROWS or not all(map(_BESIDE.match, others)):
        return
    for line, row in zip(lines[1:], rows[1:], strict=True):
        if len(row) == len(heads) and _DATE.match(row[when].text) and row[what].text:
            yield line, row[when], row[what]
