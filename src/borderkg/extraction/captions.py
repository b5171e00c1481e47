"""What the title of a text, or a heading, says of the figures below it: whose they are and of which year."""

import re
from dataclasses import replace
from typing import Final

from borderkg.corpus.sections import Section
from borderkg.extraction import moments
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.course import Caption
from borderkg.extraction.governing import Locate
from borderkg.extraction.holders import Holder, Holders
from borderkg.extraction.moments import Moment
from borderkg.extraction.passage import Passage, holds

_STATISTICAL: Final = re.compile(r"公报|统计|年鉴|年报|快报|(?:主要|基本)?(?:数据|指标|概况|情况)|工作报告")
"""Of a text with such a title all figures are of its place and year, where they say nothing else."""

_REPORT: Final = re.compile(r"工作报告")
"""The report that a government gives in a year tells of the year before."""

_LONGEST: Final = 40


class Captions:
    """What the headings of a text say, each by its section."""

    def __init__(self, known: Holders) -> None:
        self._known = known
        self._title = Caption()
        self._of: dict[int, Caption] = {}

    def of(self, section: Section) -> Caption:
        """What the nearest heading around says; where there is none, what the title of the text says."""
        return next((self._of[id(s)] for s in section.ancestry() if id(s) in self._of), self._title)

    def over(self, section: Section, profile: bool) -> Caption:
        """What stands over a block of a section; `profile`: it is a label and value line."""
        return replace(self.of(section), profile=True) if profile else self.of(section)

    def heading(self, section: Section, annotation: Annotation, locate: Locate) -> None:
        """Take up the heading of a section."""
        self._of[id(section)] = self._read(annotation, locate, self.of(section))

    def first(self, annotation: Annotation, locate: Locate) -> None:
        """Take up the first paragraph of a text where it can be its title: short, and no sentence."""
        bare = re.sub(r"\([^()]*\)", "", annotation.text)
        if len(bare) <= _LONGEST and not re.search("[。;,]", bare):
            self._title = self._read(annotation, locate, self._title)

    def _read(self, annotation: Annotation, locate: Locate, around: Caption) -> Caption:
        passage = Passage(annotation, 0)
        times = [moments.of(passage, span).text for span in moments.dated(passage, 0, len(annotation.text))]
        year = times[0][:4] if len(times) == 1 and "/" not in times[0] else ""
        if year.isdigit() and _REPORT.search(annotation.text):
            year = str(int(year) - 1)
        named = [s for s in passage.spans if holds(s) and s.start < s.end and not s.antecedents]
        regions = [s for s in named if s.label == "Region"] or named
        if named and named[0].start == 0 and named[0].label != "Region":
            regions = named[:1]  # a profile: the port, and then where it lies
        holders = [
            Holder(holder.mention, None, locate(span.start, span.end))
            for span in regions
            if len(regions) == 1
            for holder in self._known.of(span, passage)
        ] or [
            Holder(area, None, locate(span.start, span.end))
            for span in passage.spans
            if span.label == "Organization" and (area := self._known.area(span))
        ][:1]
        statistical = bool(_STATISTICAL.search(annotation.text))
        return Caption(
            Moment(year) if year else around.moment,
            holders or around.holders,
            statistical or (around.statistical and not (year or holders)),
        )
