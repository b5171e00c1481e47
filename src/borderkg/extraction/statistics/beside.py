"""What part a level is of the same of another place: 进出口总额1.6亿元，相当于麻栗坡县的12%."""

import re
from typing import Final

from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Said
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.passage import PLACE

_THAN_PLACE: Final = re.compile(
    rf"^(?:[仅只约]|大约)*(?:相当于|等于|不及|不到|不足)(?:同期)?(?P<of>{PLACE}+)(?:同期)?的(?:约|近|不足|不到)?$"
)


def read(lead: Lead, course: Course) -> Said | None:
    """The share or the ratio that a percentage tells so; None where its words say nothing so."""
    told = course.kind == "level" and len(course.names) == 1
    other = _THAN_PLACE.search(lead.words) if told else None
    if other is None:
        return None
    of = lead.text[slice(*other.span("of"))]
    whole = of in ("全国", "全球", "我国", "中国")
    name = f"{course.names[0]}占全国的比重" if whole else f"{course.names[0]}相当于{of}的比例"
    return Said(name, lead.quantity.number, "%", "share" if whole else "than")
