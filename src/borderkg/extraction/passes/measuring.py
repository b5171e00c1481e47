"""The fourth pass: figures, under the headings and after the paragraphs that tell of what and when they are."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.corpus.headings import SectionKind
from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.passes.marked import Marked
from borderkg.extraction.statement import Statement
from borderkg.extraction.statistics import onward
from borderkg.extraction.statistics.captions import Captions
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.moments import STATIC
from borderkg.extraction.statistics.reader import Statistics

_IS_THERE: Final = re.compile("现有|现已|目前|当前|已有|已经|[拥共]有|地处|位于")
"""A sentence among proposals that tells how things are."""

_AIMS: Final = re.compile(
    "(?<![完成实现达到])(?:发展|主要|总体|预期|工作|具体|建设|阶段|规划|近期|远期|战略|分项)?目标(?:任务|要求)?$"
)
_AIMS_RUN_IN: Final = re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?[\u4e00-\u9fff]{0,4}目标(?:任务)?[。:]"
)
"""发展目标, at the head of a section or of a paragraph: its figures are aimed at."""

_BY_YEAR: Final = re.compile(r"到20\d\d年|今后|未来")
_IS_PLAN: Final = re.compile(
    r"(?:规划|纲要|行动计划|行动方案|实施方案|总体方案|工作要点|三年行动)(?:\([^()]*\)|的通知)?$"
)
"""How a text is called that lays down what is to be done: 到2025年 in it is no year that was."""


class Measuring:
    def __init__(self, statistics: Statistics, captions: Captions, reading: Reading) -> None:
        self._statistics, self._captions, self._reading = statistics, captions, reading
        self._entry = self._course = Course()
        """The course of the last entry that a heading runs into, and that of the last block."""
        self._last: Block | None = None
        title = next((p.block.text.text for p in reading.placed if p.block.text.text.strip()), "")
        self._plan = bool(_IS_PLAN.search(title.strip()))

    def read(self, run: Sequence[Marked]) -> Iterator[list[list[Statement]]]:
        """For each block the figures of its sentences, one list for each; a heading has none."""
        for marked in run:
            self._announce(marked)
            yield [] if marked.heading else list(self._paragraph(marked))

    def _announce(self, marked: Marked) -> None:
        """Tell the captions of a block before its figures are read."""
        opening = marked.opening()
        if opening and marked.heading:
            self._captions.heading(marked.placed.section, *opening)
        elif opening:
            plain = marked.block.kind is Kind.PARAGRAPH
            self._captions.block([s.annotation for s in marked.sentences], marked.first, plain, opening[1])

    def _paragraph(self, marked: Marked) -> Iterator[list[Statement]]:
        course = onward.course_of(self._captions, marked.placed, self._course, self._last)
        self._course, self._last = course, marked.block
        if marked.labelled and marked.label is None:
            course.go_on_from(self._entry)
        self._entry = course if marked.labelled else Course()
        proposed = marked.placed.section.kind is SectionKind.MEASURE
        aims = proposed or any(_AIMS.search(s.title) for s in marked.placed.section.ancestry())
        aims = aims or bool(_AIMS_RUN_IN.match(marked.block.text.text))
        headline = marked.first and onward.has_headline(self._reading)
        for sentence, annotation, locate in marked.each():
            self._captions.case(annotation, locate)
            told = [] if headline else list(self._figures(annotation, sentence.offset, marked.block, proposed or aims))
            yield [] if (aims or self._plan) and _BY_YEAR.search(annotation.text) else told

    def _figures(self, annotation: Annotation, offset: int, block: Block, proposed: bool) -> Iterator[Statement]:
        """The figures of a sentence; among proposals those alone that name their time, last, or are told to be there."""
        there = not proposed or _IS_THERE.search(annotation.text)
        for figure in self._statistics.read(annotation, offset, self._course):
            if not (there or figure.time or STATIC.search(figure.indicator)):
                continue
            yield Statement(
                subject=figure.subject,
                predicate="observation",
                object=figure.number,
                evidence=block.text.raw(*figure.evidence),
                rule=f"statistics::{figure.kind}",
                context=(*(block.text.raw(*where) for where in figure.context), *figure.raw_context),
                indicator=figure.indicator,
                time=figure.time,
                unit=figure.unit,
                qualifiers=figure.qualifiers,
            )
