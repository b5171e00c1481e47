"""What the notes around a table say of all its figures: their unit, their year.

注：货运量单位为万吨，客运量单位为万人次，数据均为2022年。
"""

import re
from collections.abc import Iterable
from typing import Final

from borderkg.extraction.marking.quantities import UNIT
from borderkg.records import record

_UNIT: Final = re.compile(
    rf"(?P<what>[\u4e00-\u9fff]{{2,8}}?)?的?(?:计量)?单位(?:均|都|统一)?[为是]?:?(?P<unit>{UNIT})(?![\u4e00-\u9fff])"
)
_YEAR: Final = re.compile(
    r"(?:数据|数字|数值|指标|统计期|统计时间|时间)[\u4e00-\u9fff]{0,4}?(?:均|都|皆)?(?:为|是|截至)(?P<year>(?:19|20)\d\d)年(?!至|[—~-])(?:底|末|度|全年)?(?:的?数据?|统计)?(?=[,;。:)]|$)"
)
_ALL: Final = frozenset(("表中", "本表", "以上", "上表", "数据", "金额", "表内"))


@record
class Remarks:
    units: tuple[tuple[str, str], ...] = ()
    """A measure and its unit; the measure is empty where the unit is that of all figures."""
    year: str = ""

    def unit_of(self, indicator: str) -> str:
        """The unit that the notes give for an indicator; empty for none."""
        return next((unit for what, unit in self.units if what in indicator), "")


def read(notes: Iterable[str]) -> Remarks:
    """The units and the year that notes give; each note is folded text."""
    units: list[tuple[str, str]] = []
    year = ""
    for note in notes:
        units += [("" if (m["what"] or "") in _ALL else m["what"] or "", m["unit"]) for m in _UNIT.finditer(note)]
        said = _YEAR.search(note)
        year = year or (said["year"] if said else "")
    return Remarks(tuple(sorted(units, key=lambda pair: not pair[0])), year)
