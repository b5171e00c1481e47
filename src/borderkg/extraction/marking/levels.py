"""Bare names that a prefecture and its seat share (阿勒泰, 喀什, 塔城): which of them a text means, where it says so.

阿勒泰是…的地区, 塔城下辖三县: what is a 地区 or governs counties is the prefecture, and goes on to be meant.
"""

import re
from dataclasses import replace
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.span import Span
from borderkg.reference import Individual

_RANKED: Final = re.compile("[省市县旗州盟区镇乡]$")
_PREFECTURE: Final = re.compile(
    r"(?:市|地区)?(?:,?(?:是|为|系|作为)[^。;]{0,44}?(?:的|[^,。;]{0,4})(?:地区|地级市|专区|地州)(?=[,。;]|$)"
    rf"|,?(?:下|管|所|共|现)?辖(?:有)?(?:{MARKS['Quantity']}|[一二三四五六七八九十两]个?)?[^,。;]{{0,3}}[县旗])"
)


def with_levels(annotation: Annotation, meant: dict[str, tuple[Individual, ...]]) -> Annotation:
    """The sentence with the prefecture for each such name; `meant` keeps what the text has said of a name."""
    found: list[Span] = []
    for i, span in annotation.at.items():
        if span.label != "Region" or len(span.individuals) < 2 or _RANKED.search(span.text):
            continue
        prefectures = tuple(p for p in span.individuals if p.value("adminLevel").endswith("prefecture"))
        if not prefectures or len(prefectures) == len(span.individuals):
            continue
        if _PREFECTURE.match(annotation.abstract, i + 1):
            meant[span.text] = prefectures
        if span.text in meant:
            found.append(replace(span, individuals=meant[span.text]))
    return annotation.replaced(found) if found else annotation
