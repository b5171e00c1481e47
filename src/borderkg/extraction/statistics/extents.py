"""Areas before which no indicator stands: 辖区1204平方公里, 含某综合保税区1.8平方公里, 中蒙各9平方公里."""

import re
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


_LAND: Final = re.compile("[山林耕草湿平坡盆]地|山林|森林|山区|水[域面]|草[原场]|丘陵|平原|沙漠|戈壁|坝区|高原|园地")


def of_land(part: str, whole: str) -> bool:
    """Whether words name a kind of land, and a whole in which it is told: 山地占总面积的85%."""
    return whole.endswith("面积") and bool(_LAND.fullmatch(part))
