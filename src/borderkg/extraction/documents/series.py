"""Series of documents: 兴边富民行动“十二五”规划 follows 兴边富民行动“十一五”规划, where one passage names both.

No words of the passage say so; the two names tell it. Hence the modality `inferred`: no fact, and a hop of lineage that a rule
infers (`data/lineage.yaml` has it by the same name)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.extraction.marking.plans import Plan, plan_of
from borderkg.extraction.statement import Mention, Range, Statement
from borderkg.records import replace
from borderkg.vocabulary import INFERRED

_BARE: Final = re.compile("“.{1,2}五”.{0,6}(?:规划|计划|纲要|方案)")
_FULL: Final = re.compile(f"(?P<stem>[^“”《》]{{2,20}}){_BARE.pattern}")
_JOINED: Final = 2
_NEAR: Final = 400
"""Code points between two names that one passage tells of as a series."""


def statements(named: Sequence[tuple[Mention, Range]]) -> Iterator[Statement]:
    """Which of the documents that a text names follows which: of one name but for the plan, the next after the last.

    `named` are policies with their places in the file.
    """
    members = [(mention, plan, where) for mention, where in _in_full(named) if (plan := _five_years(mention.text))]
    said: set[tuple[str, str]] = set()
    for later, after, there in members:
        for earlier, before, here in members:
            near = abs(there[0] - here[0]) <= _NEAR
            key = later.text, earlier.text
            if after.stem == before.stem and after.start == before.end + 1 and near and key not in said:
                said.add(key)
                both = min(here[0], there[0]), max(here[1], there[1])
                yield Statement(later, "follows", earlier, both, "series::the next plan", modality=INFERRED)


def _in_full(named: Sequence[tuple[Mention, Range]]) -> Iterator[tuple[Mention, Range]]:
    """The documents, those of a list that leave out what the first says with it: 兴边富民行动“十一五”规划、“十二五”规划."""
    stem, begin, end = "", 0, -1
    for mention, (start, stop) in named:
        bare = _BARE.fullmatch(mention.text)
        full = _FULL.fullmatch(mention.text)
        listed = bare and stem and 0 <= start - end <= _JOINED
        if listed:
            yield (
                replace(mention, text=stem + mention.text, surface=(stem, mention.text), individuals=()),
                (begin, stop),
            )
        else:
            stem, begin = (full["stem"] if full else mention.text), start
            yield mention, (start, stop)
        if bare and not listed:
            stem = ""
        end = stop


def _five_years(title: str) -> Plan | None:
    plan = plan_of(title)
    return plan if plan and plan.end == plan.start + 4 else None
