"""What the parts of a composed name say of the zone: that it is a large trade area, or that no one zone is so called."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.span import Span
from borderkg.schema import Concept

_GENERAL: Final = re.compile("(?:沿边|边境|边疆|沿海|内陆|[东西南北中]+部)(?:地区|地带|省区)?")
_OF_BONDED: Final = ("bonded-zone", "export-processing-zone")


def is_trade_area(concept: Concept, parts: Sequence[Span]) -> bool:
    """Whether a 边境贸易区 is a large trade area, named after a province or more, or a fenced zone of a town."""
    if not concept.iri.endswith("border-trade-zone"):
        return False
    named = [i for part in parts[:1] for i in part.individuals]
    return any("/area/" in i.iri or i.is_province for i in named)


def of_bonded(concept: Concept | None) -> bool:
    """Whether zones of a kind are called after a city and a part of it: 综合保税区, 保税港区, 出口加工区."""
    return bool(concept and concept.iri.endswith(_OF_BONDED))


def names_no_zone(concept: Concept, parts: Sequence[Span]) -> bool:
    """Whether what is composed of parts is the name of no one zone: 中越跨境经济合作区 may be any of several, 中国—巴基斯坦
    自由贸易区 and 东盟自贸区 are trade areas of states, 西部地区综合保税区 are all of them."""
    labels = [part.label for part in parts]
    if labels == ["Countries", "PlatformKind"] and not concept.iri.endswith("border-residents-trade-zone"):
        return True
    areas = [part for part in parts if any("/area/" in i.iri for i in part.individuals)]
    if concept.iri.endswith("free-trade-pilot-zone"):
        return bool(areas) or (len(parts) > 1 and all(label in ("Country", "Organization") for label in labels[:2]))
    return any(_GENERAL.fullmatch(part.text) for part in areas)
