"""Zones and corridors that a sentence names while it only plans, proposes or denies them: 拟设立甲综合保税区, 规划中的乙铁路.

What such a name says by itself (its type, the countries it joins) has the modality of the sentence.
"""

import re
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.context import Modality

_SET_UP: Final = re.compile(
    r"(?:设立|设置|建立|新设|增设|筹建|申报|申建|创建|成立|单列|建设|修建|建成|打通|共建|推进|推动|修筑)(?!之?中|的)[^,。;]{0,24}$"
)
_UNBUILT: Final = re.compile(
    r"(?:(?:规划|拟议|筹建|筹划|设想|构想|计划|酝酿|拟建|待建|提议)(?:之?中|建设|修建|建)?的?|(?:若|如果|假如|一旦|倘若|待)[^,。;]{0,4})“?$"
)
_STILL: Final = re.compile(
    r"^”?(?:项目|建设|工程)?[^。;]{0,12}?(?:(?:尚|仍|还)(?:在|处于|未|停留)|若能|如能|有待|未能|只是设想)[^。;]{0,10}?(?:规划|论证|磋商|谈判|酝酿|筹|研究|动工|开工|建成|实现|纸面|设想|启动)"
)
_BUILT: Final = re.compile(r"(?:建成|通车|投产|投入|运营|竣工|贯通|开行|通油|通气|封关|运行)(?!后|以后|之后|,将)")


def modality(told: Modality, annotation: Annotation, i: int) -> str:
    """The modality of the thing that is named at an abstract position; empty where it is spoken of as being there. A zone
    that is only called planned (筹建中的丙合作区位于…) is spoken of as a zone."""
    text = annotation.abstract
    clause = max(text.rfind(mark, 0, i) for mark in ",;:。") + 1
    before, after = text[clause:i], text[i + 1 :]
    line = annotation.at[i].label == "Corridor"
    if line and _UNBUILT.search(before):
        return "planned"
    if line and _STILL.match(after) and not _BUILT.search(before):
        return "planned"
    return told.of(annotation, i, i + 1) if _SET_UP.search(before) else told.of_name(annotation, i + 1)
