"""Which of several units a table's figures are in: 单位：万吨、万人次 over 货运量 and 客运量."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

_MARK: Final = re.compile(r"[,、;/]|[和及]")
_KINDS: Final = tuple(
    (re.compile(unit), re.compile(measured))
    for unit, measured in (
        (r"[%‰]", r"比重|比例|份额|占|率|增速|增长|增幅|同比|涨幅"),
        (
            r"人",
            r"客|旅游人|游人|人[员数次口]|人$|[出入过]境(?![\u4e00-\u9fff]{0,4}(?:货|车|额|班列|列车))|就业|从业|劳动力",
        ),
        (r"吨|箱", r"货|(?<!客)运量|吞吐量|产量|木材|煤炭|矿石|集装箱"),
        (r"辆|架|艘|列", r"车|航班|飞机|船|列|交通工具"),
        (r"平方|公顷|亩", r"面积"),
        (r"(?<!平方)公里|(?<!平方)千米|(?<!平方)米", r"里程|长度|全长|距离|边境线|国境线"),
        (r"元", r"[额值]|收入|支出|投资|外资|GDP|贸易|[进出]口(?!岸)|资金|税|财政|存款|贷款|资产|成本|价|工资"),
        (r"[个家户处座项种]", r"[数个]|企业|口岸|项目|园区|户"),
    )
)
"""A unit, and the words for what is measured in it; the first that fits a word decides."""


def unit_of(indicator: str, said: str) -> str:
    """The unit of an indicator, of those that a caption says: the only one, or the first of its kind.

    Empty where none of several is of its kind. Of a word whose kind is not known it is the first, if the others are ratios.
    """
    units = [unit.strip() for unit in _MARK.split(said) if unit.strip()] if not _PER.search(said) else [said]
    if len(units) < 2:
        return units[0] if units else ""
    for unit, measured in _KINDS:
        if measured.search(indicator):
            return next((u for u in units if unit.search(u)), "")
    return units[0] if _are_ratios(units[1:]) else ""


def carried(indicator: str, before: Iterable[str]) -> str:
    """The unit of a column whose head says none, of the units of the columns `before` it, the nearest first:
    进出口总额（亿美元）, 出口额, 进口额. It has to fit what the column measures; a ratio is never carried."""
    for unit, measured in _KINDS[1:-1]:
        if measured.search(indicator):
            return next((said for said in before if unit.search(said)), "")
    return ""


_PER: Final = re.compile(r"^[^,、;]*/[^,、;]*$")
"""元/吨 is one unit."""


def _are_ratios(units: Sequence[str]) -> bool:
    return all(re.search("[%‰]", unit) for unit in units)
