"""Mastheads: the fields that a site prints above an official document, each with its label.

    索引号：…    发文机关：国务院    成文日期：2015年12月24日
    标题：国务院关于…的意见        发文字号：国发〔2015〕72号    发布日期：2016年1月7日

They say what the document is called, who issued it and of which day it is; 发布日期 is the day on which the site printed it.
"""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.extraction.marking.dates import dates
from borderkg.extraction.statement import Range
from borderkg.extraction.values import Time
from borderkg.records import record

_LINES: Final = 16
_OTHERS: Final = (
    r"索\s?引\s?号|(?:主题|体裁|组配|信息|公文)?分类|主\s?题\s?词|发布(?:日期|时间|机构)|公开(?:日期|时间|方式|形式|目录|责任部门)|信息来源|来\s*源|"
    r"(?:发文字|文)\s?号|文件编号|有\s?效\s?性|关\s?键\s?词|生效日期|废止日期|失效日期"
)
_TITLE: Final = r"标\s*题|(?:文件|信息|公文)?名\s*称|发文标题"
_DAY: Final = r"成文(?:日期|时间)|发文(?:日期|时间)|印发(?:日期|时间)|签发日期"
_BODY: Final = r"发文机关|制发机关|发文单位|制发单位|发布机关"
_FIELD: Final = re.compile(
    rf"(?:(?P<title>{_TITLE})|(?P<day>{_DAY})|(?P<body>{_BODY})|{_OTHERS})[:\s|]{{1,4}}"
    rf"(?P<value>[^|:]{{2,120}}?)(?=\s*(?:\||$|(?:{_TITLE}|{_DAY}|{_BODY}|{_OTHERS})[:\s|]))"
)
_ENOUGH: Final = 3
"""So many fields make a masthead; a sentence may hold the word for one."""


@record
class Masthead:
    """What the fields say, each with its place in the file; empty where they do not."""

    title: str = ""
    title_at: Range = (0, 0)
    body: str = ""
    body_at: Range = (0, 0)
    dated: tuple[Time, Range] | None = None


def read(blocks: Sequence[Block]) -> Masthead:
    """The masthead among the first lines of a text; an empty one where there is none."""
    lines = [line for block in blocks[:_LINES] for line in block.lines][:_LINES]
    found = [(match, (line.start, line.end)) for line in lines for match in _FIELD.finditer(line.text.strip(" |"))]
    if len(found) < _ENOUGH:
        return Masthead()
    title, title_at = next(((m["value"], at) for m, at in found if m["title"]), ("", (0, 0)))
    body, body_at = next(((m["value"], at) for m, at in found if m["body"]), ("", (0, 0)))
    days = [(date.value, at) for m, at in found if m["day"] for date in dates(m["value"])]
    day = next(((value, at) for value, at in days if isinstance(value, Time) and value.is_date), None)
    return Masthead(title.strip(), title_at, body.strip(), body_at, day)
