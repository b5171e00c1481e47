"""Areas before which no indicator stands: 辖区1204平方公里, 含某综合保税区1.8平方公里, 中蒙各9平方公里."""

import re
from decimal import Decimal
from typing import Final

from borderkg.extraction.rulebook.neighbours import NEIGHBOURS
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.passage import PLACE

_WHOLE_EXTENT: Final = re.compile(
    f"(?:^|[,;、{PLACE}])(?:辖区|全境|幅员|[全市县州]域|境域|全[市县州旗区盟]|辖域)(?:土地|国土|总|共|有|约|为|达|近)*$"
)

_ALL_OF_IT: Final = re.compile("[,;]?全[省市县州旗区盟镇乡]域?(?:土地|国土|总|共|有|约|为|达|近)*")


def of_whole(lead: Lead) -> bool:
    """Whether the words before an area name nothing but what it is the area of."""
    zone = any(s.end == lead.end and s.start < s.end for s in lead.passage.between(lead.start, lead.end, "Platform"))
    return zone or bool(_WHOLE_EXTENT.search(lead.words) or _ALL_OF_IT.fullmatch(lead.text))


_EACH_SIDE: Final = re.compile(
    rf"(?P<a>[中{NEIGHBOURS}])方?[、和与]?(?P<b>[中{NEIGHBOURS}])(?:两国|两侧|双方|两方|两边|方)?各(?:占|为|有|约)*$"
)
"""总面积18平方公里，中蒙各9平方公里."""


def of_each_side(words: str) -> tuple[str, ...]:
    """The extents that words tell as one, of the side of each country; empty where they tell none."""
    sides = _EACH_SIDE.search(words)
    return tuple(f"{side}方面积" for side in sides.group("a", "b")) if sides else ()


_OF_NATION: Final = re.compile("(?:国土|土地|区域|行政区域|陆地)*(?P<land>面积)|(?:总|常住)?人口")
_OF_ITS_OWN: Final = re.compile("(?:国土|土地|区域|陆地)*面积占(?:国土|全国).*|(?:总|常住)?人口占(?:总人口|全国).*")
_TIMES: Final = {"亿": 10**8, "万": 10**4}
_LEAST_LAND: Final = 9_000_000
_LEAST_PEOPLE: Final = 400_000_000
"""What the nation has at least, in square kilometres and heads."""


def of_a_part(indicator: str, number: Decimal, unit: str) -> bool:
    """Whether an extent or a population is too small for the nation: it is of its border, which words before it speak of."""
    named = _OF_NATION.fullmatch(indicator)
    if named is None:
        return bool(_OF_ITS_OWN.fullmatch(indicator))
    value = number * _TIMES.get(unit[:1], 1)
    if named["land"]:
        return unit.endswith(("平方公里", "平方千米")) and value < _LEAST_LAND
    return unit.endswith("人") and value < _LEAST_PEOPLE


_LAND: Final = re.compile("[山林耕草湿平坡盆]地|山林|森林|山区|水[域面]|草[原场]|丘陵|平原|沙漠|戈壁|坝区|高原|园地")


def of_land(part: str, whole: str) -> bool:
    """Whether words name a kind of land, and a whole in which it is told: 山地占总面积的85%."""
    return whole.endswith("面积") and bool(_LAND.fullmatch(part))
