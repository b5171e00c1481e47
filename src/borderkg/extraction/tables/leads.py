"""What the paragraph above a table says of all its figures: their units, their year, and that what it names are ports.

2023年两大铁路口岸的主要指标如下（货运量单位为万吨）：, 表1对比了三个口岸2022年的数字。
"""

import re
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.statement import Range
from borderkg.extraction.tables.remarks import Remarks
from borderkg.extraction.tables.remarks import read as read_remarks
from borderkg.records import record

_SENTENCE: Final = re.compile(r"[^。!?]+[。!?:]*")
_OF_TABLE: Final = re.compile(r"[上下附本]表|表中|表\s*\d|如下|以下|所示|列示|列表|数据|数字|指标")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_SPAN: Final = re.compile(r"(?:19|20)\d\d年?\s*[—~至到-]\s*(?:19|20)?\d\d年|以来|近[两三四五十几\d]年|历年|逐年")
_PORTS: Final = re.compile(
    r"(?:[两二三四五六七八九十几各\d]+个?大?|主要|部分|重点|等)(?:边境|沿边|陆路|陆地|开放|对外|对[俄蒙朝越老缅哈尼印巴])*(?:铁路|公路|水运|航空)?口岸(?!城市|[县市]|办|委|经济|管理|名录|规划)"
)
"""Of several things at once that these are ports."""


_COUNTED: Final = re.compile(
    r"(?P<n>\d+|[两二三四五六七八九十]+)个?大?(?:主要|重点|边境|沿边|陆路|国家)*(?P<kind>公路|铁路|水运|航空|[一二]类)口岸(?!城市)"
)


def counted(block: Block | None) -> tuple[int, str, Range] | None:
    """How many ports of which mode or class a lead says that its table lists: 下表列出了五个公路口岸的…."""
    if block is None:
        return None
    for match in _SENTENCE.finditer(block.text.text):
        said = _COUNTED.search(match[0]) if _OF_TABLE.search(match[0]) else None
        if said:
            at = match.start()
            return whole(said["n"]) or 0, said["kind"], block.text.raw(at + said.start(), at + said.end())
    return None


@record
class Lead:
    remarks: Remarks = Remarks()
    year: str = ""
    ports: bool = False
    spans: tuple[Range, ...] = ()
    """Where it stands, if it says any of this."""


def read(block: Block | None) -> Lead:
    """What a lead says; its year is that of the sentence that speaks of the table, where it names one only."""
    if block is None:
        return Lead()
    sentences = _SENTENCE.findall(block.text.text)
    of_table = [s for s in sentences if _OF_TABLE.search(s)] or sentences[-1:]
    remarks = read_remarks(of_table)
    years = {year for s in of_table for year in _YEAR.findall(s)}
    spanned = any(_SPAN.search(s) for s in of_table)
    speaks = any(_OF_TABLE.search(s) for s in of_table)
    year = remarks.year or (next(iter(years)) if speaks and len(years) == 1 and not spanned else "")
    ports = any(_PORTS.search(s) for s in sentences[-2:])
    spans = ((block.start, block.end),) if remarks.units or year or ports else ()
    return Lead(remarks, year, ports, spans)
