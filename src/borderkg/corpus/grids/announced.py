"""The sentence right above a table that tells what stands in it, where the table has no caption of its own.

表1给出了某省四个公路口岸的过货量:, 2022年三个口岸的货运量如下（单位：万吨）：, 下表是2023年两个口岸的情况。
"""

import re
from typing import Final

from borderkg.corpus.grids.said_units import unit_of
from borderkg.records import record

_LAST: Final = re.compile(r"(?:^|(?<=[。;!?]))(?P<said>[^。;!?]{4,80})(?P<stop>[:。]|(?<=如下),)$")
_TABLE: Final = re.compile(
    r"^(?:\d{1,2}[.、])?(?:从|由|据|如)?(?:下表|下面|以下|(?P<number>表\s*\d+))(?:所示,?)?"
    r"(?P<gives>(?:分别)?(?:给出|列出|列示|报告|显示|展示|汇总|反映|整理|是|为|即)了?)?"
)
_UNIT: Final = re.compile(r"\([^()]*\)$")
_FOLLOWS: Final = re.compile(
    r"(?:具体|详细|分别|详)?(?:情况)?(?:如下表?|如下表所示|所示|(?:可?参?见|列于|列入|示于|如)(?:下表|表\s*\d+(?:-\d+)?)(?:所示)?)+$"
)
_TIME: Final = re.compile(r"(?:19|20)\d\d[^,]*?年?(?:间|以来)?$")
_MEASURES: Final = re.compile(
    r"(?:[量额值数]|比重|占比|份额|增速|增长率|面积|里程|长度|人口|收入|投资|外资|贸易|外贸|进出口|进口|出口|情况|数据|指标|统计)$"
)
MEASURED: Final = re.compile(
    rf"(?:19|20)\d\d年|\(单位|\([^()]{{0,8}}[元吨人次里列辆箱%][^()]{{0,12}}\)$|{_MEASURES.pattern}"
)
"""What a heading right above a table holds where it says what the table's figures are."""

_CLAUSES: Final = 3
NAMED: Final = r"[\u4e00-\u9fff·]{2,14}(?:口岸|[省市县区州盟旗]|试验区|合作区)"
"""The name of a port, a place or a zone, by how it ends."""

_NAME: Final = re.compile(rf"((?:(?:19|20)\d\d年)?{NAMED}(?:\(?(?:19|20)\d\d年\)?)?):$")
"""A name and a colon above its figures."""
_PLACED: Final = re.compile(r"[省区市州盟县旗国边口](?![\u4e00-\u9fff]?$)")


def titles(line: str) -> bool:
    """Whether a line could be the title of a table: a year or a measure, and words for a place before it."""
    said = len(line) <= _LONGEST_TITLE and MEASURED.search(line) is not None and _PLACED.search(line) is not None
    return said and not re.search("[,。;!?|]", _UNIT.sub("", line))


_LONGEST_TITLE: Final = 40


@record
class Announced:
    words: str
    """As a caption would say it."""
    start: int
    end: int
    """In the text of the paragraph."""


def caption(paragraph: str) -> Announced | None:
    """What the last sentence of a paragraph tells of the table below it; None where it does not speak of one.

    It speaks of one where it names it, or ends in a colon behind the words for a measure. Of several clauses the one that
    tells the time and the one that tells the measure count.
    """
    if named := _NAME.match(paragraph):
        return Announced(named[1], *named.span(1))
    match = _LAST.search(paragraph)
    if match is None:
        return None
    cut = match["said"].count(")") > match["said"].count("(")  # (货运量单位:万吨;客运量单位:万人次) is of each its own
    measured, said = ("", match["said"]) if cut else unit_of(match["said"])
    table = _TABLE.match(said)
    ends = match["stop"] != "。" or _FOLLOWS.search(said)
    if not ends and (table is None or not table["gives"] or "," in said):
        return None
    told = _FOLLOWS.sub("", said[table.end() if table else 0 :])
    unit = _UNIT.search(told)
    told = told[: unit.start()] if unit else told
    clauses = [clause for clause in told.split(",") if clause]
    measure = next((clause for clause in reversed(clauses) if _MEASURES.search(clause)), "")
    if len(clauses) > _CLAUSES or not (measure or table):
        return None
    time = next((clause for clause in clauses if _TIME.match(clause) and clause is not measure), "")
    number = f"{table['number']} " if table and table["number"] else ""
    words = (
        number
        + time
        + (measure or "".join(clauses[-1:]))
        + (unit[0] if unit else f"(单位:{measured})" if measured else "")
    )
    return Announced(words, match.start("said"), match.end("said"))
