"""What the name of an indicator says: a level, a share, a growth, and of what; and which names mean one thing.

The names of one quantity are one (ontology/concepts/quantity.ttl). Of names that no quantity has, only words that add
nothing in any Chinese statistical text are left out (总额, 金额); scope and definition (边境小额贸易, 非金融类, 实际利用) always
tell indicators apart.
"""

import re
from typing import Final

from borderkg import concepts

_SHARE: Final = re.compile(r"^(?P<name>.*?)占(?P<of>.*)的比重$|^(?P<bare>.+)占比$")
_GROWTH: Final = re.compile(r"^(?P<name>.*?)(?P<kind>同比|环比|年均)?增长率$")
_MULTIPLE: Final = re.compile(r"^(?P<name>.*)为(?P<of>.*)的倍数$")
_RANK: Final = re.compile(
    r"^(?P<name>.+?)(?P<of>全[国省区市州球]|世界|西部|沿边省区|[\u4e00-\u9fff]{2,5}地区|[\u4e00-\u9fff]{2,3}(?:省|自治区)|云南|广西|吉林|辽宁|黑龙江|内蒙古|甘肃|新疆|西藏)?"
    r"(?P<among>(?:各?(?:同类)?(?:陆路|陆地|公路|铁路|水运|航空|边境|沿边|沿海|内陆)*(?:口岸|城市|省区市|省份|省区|市县|县市|州市|园区))?)排名$"
)
_SUFFIX: Final = re.compile(
    r"(?:总额|总量|(?<!生产)总值|总计|金额|数额|总规模|规模|额|(?<!质)(?<!含)量|(?<!增加)(?<!产)(?<!生产总)值|人次|总数)$"
)
_TRADE: Final = re.compile(r"^(?:全年|货物)?(?:对外贸易|外贸|对外)(?=进出口|进口|出口)")
_TURNED: Final = re.compile(r"^(?P<what>.+?)量(?P<way>进口|出口)量$")

PRODUCT: Final = "国内生产总值"
PEOPLE: Final = ("常住人口", "人口", "户籍人口")
AREA: Final = "面积"
TRADE: Final = "进出口"
"""Quantities that are computed with, by the names that `core` gives them."""


def parted(indicator: str, unit: str) -> tuple[str, str, str]:
    """The kind of an indicator, what it measures, and what a share, a multiple or a rank is of."""
    if indicator.endswith("变动"):
        return "change", indicator.removesuffix("变动"), ""
    if indicator.endswith("增长倍数"):
        return "times", indicator.removesuffix("增长倍数"), ""
    if unit == "位" and (match := _RANK.fullmatch(indicator)):
        return "rank", match["name"], (match["of"] or "") + match["among"]
    if match := _MULTIPLE.fullmatch(indicator):
        return "multiple", match["name"], match["of"]
    if match := _GROWTH.fullmatch(indicator):
        kind = {"年均": "average", "环比": "other"}.get(match["kind"] or "", "growth")
        return kind, match["name"], match["kind"] or ""
    if unit in ("%", "‰") and (match := _SHARE.fullmatch(indicator)):
        return "share", match["name"] or match["bare"] or "", match["of"] or ""
    if indicator.endswith("数量"):
        return "count", indicator, ""
    return "level", indicator, ""


def core(name: str) -> str:
    """The name that an indicator is compared by: that of its quantity, which a share may tell without 额 (占全国外贸的比重)."""
    if turned := _TURNED.fullmatch(name):
        name = turned["way"] + turned["what"]
    if name.startswith("人均"):
        return "人均" + core(name.removeprefix("人均"))
    quantity = concepts.quantity(name) or concepts.quantity(name + "额")
    name = quantity.label_zh if quantity else _TRADE.sub("", name)
    bare = _SUFFIX.sub("", name)
    return bare if len(bare) >= 2 else name


def narrows(general: str, special: str) -> bool:
    """Whether one name says what the other says and how it is defined: 对外投资 and 对外非金融类直接投资. A name that says of
    whom or with whom (入境旅游, 对越南进出口) is of something else."""
    return general != special and _DEFINING.sub("", special) == general


_DEFINING: Final = re.compile("非金融类|直接|实际|货物|外商|全口径|全社会")
