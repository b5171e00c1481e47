"""What a port can let pass: 设计年过货能力60万吨、过客60万人次."""

import re
from typing import Final

_CAPACITY: Final = re.compile(
    "(?P<design>[\u4e00-\u9fff]{0,3}年?)(?:[过通][货客车]|货运|客运|通[关行]|吞吐|验放)(?:通过)?能力"
)
_JOINED: Final = re.compile(
    "[、和及与](?P<what>过[货客车]|货运|客运|通[关行]|(?P<who>旅客|人员|货物|车辆|货车|客车))(?:能力)?(?:约|各|近|达|为)*"
)
_ABLE_TO: Final = re.compile(
    "(?P<design>(?:设计|核定)?年?)(?:(?:旅客|人员|货物|车辆|货车|客车)(?P<way>通[关过行]|吞吐|查验|验放)能力"
    "|(?P<told>通[关过行]|吞吐|查验|验放)能力为?(?P<of>旅客|人员|货物|车辆|货车|客车))"
)
"""设计年通关能力为旅客600万人次、货物550万吨."""


def joined(words: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """设计年过货能力60万吨、过客60万人次: the capacity that words join to the one `before`; empty where they join none."""
    able, more = _CAPACITY.fullmatch(before[0]) if before else None, _JOINED.fullmatch(words)
    if more and more["who"]:
        told = _ABLE_TO.fullmatch(before[0]) if before else None
        return (f"{told['design']}{more['who']}{told['way']}能力",) if told and told["way"] else ()
    return (f"{able['design']}{more['what']}能力",) if able and more else ()


def named(name: str) -> str:
    """通关能力旅客 as 旅客通关能力: whose capacity an indicator is, before it."""
    able = _ABLE_TO.fullmatch(name) if "能力" in name else None
    return f"{able['design']}{able['of']}{able['told']}能力" if able and able["of"] else name
