"""Entries of encyclopedias and gazetteers: below 行政区划, 人口 and the like, what goes without a subject is told of what the
entry's first sentence defines, though such a heading ends what was spoken of before it."""

import re
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.discourse.groups import Group, left_behind

_DEFINES: Final = re.compile(
    rf"[{MARKS['Region']}{MARKS['Port']}{MARKS['Platform']}](?:\([^()]*\))?"
    r"(?:,(?!与|和|以及)|[地位]处|地属|隶属|位于|坐落|是|为|系|属|因|由.{0,12}管)"
)
"""甲县，乙市辖县, 甲口岸位于…, 甲镇隶属…: what a sentence begins with that says what its subject is."""

_SECTION: Final = re.compile(
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、.．\s]*)?"
    r"(?:建置|建制|历史|歷史|名称|地名|地理|自然|行政|政区|区划|人口|民族|经济|社会|交通|运输|气候|地形|地貌|水文|土壤|资源|矿产|旅游|风景|文化|教育|科技|卫生|医疗|体育"
    r"|环境|位置|境域|疆域|面积|概况|概述|简介|基本|综合|工业|农业|畜牧业|商贸|贸易|外贸|口岸|边贸|边境|对外|开放|基础|设施|建设|产业|发展|荣誉|沿革|由来|区位|优势|特产|物产|现状|情况|条件|状况|信息"
    r"|[、和与及])+(?:编辑|\[编辑\])?"
)
"""How sections of an entry are called: 行政区划, 人口民族, 位置境域."""


class Entries:
    """What the entry that is read defines."""

    def __init__(self) -> None:
        self._defined: list[Group] = []
        self._opens = True

    def heading(self, annotation: Annotation, named: list[Group]) -> list[Group]:
        """What is spoken of below a heading: that of the entry where the heading is one of its sections; `named` is what
        the heading itself names, with which another entry may begin."""
        if named:
            self._defined = []
        section = _SECTION.fullmatch(annotation.abstract.replace(" ", ""))
        self._opens = section is None or not self._defined
        return list(self._defined) if section else []

    def hear(self, annotation: Annotation, topics: list[Group]) -> None:
        """A sentence as it was resolved, with what it speaks of, the last in the end: the first below a heading or of the
        text may define its subject."""
        opens, self._opens = self._opens, False
        if not opens or not _DEFINES.match(annotation.abstract):
            return
        first = annotation.spans[0]
        own = [
            g for g in topics if len(g.members) == 1 and g.members[0].span.text == first.text and not first.antecedents
        ]
        if own:
            self._defined = [left_behind(own[-1])]
