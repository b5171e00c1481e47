"""A figure that stands before its measure and its place: 3亿美元的出口额来自乙市，2亿美元来自丙市."""

import re
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statistics import measures
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.passage import PLACE, Passage, holds
from borderkg.records import record

_COMES: Final = re.compile(
    rf"(?:的(?P<noun>[\u4e00-\u9fff]{{0,6}}(?:额|量|值|收入)))?来自于?(?P<of>{PLACE}+)(?=[,;。]|$)"
)
_MADE_THERE: Final = re.compile("(?:进出口|出口|进口|贸易|产|货运|过货|税收|收入)[^,;]{0,3}$")
"""What is of the place that it comes from; investment and travellers are not."""

_PASS: Final = re.compile(
    rf"(?P<who>(?:中外|外籍|外国|境外)?(?:旅客|游客|人员|人士|边民)?)(?:分别|先后|累计|都|均)?(?:从|经由?|由|自|通过)(?:{PLACE}+[^,;。{PLACE}]{{1,6}}|[^,;。{PLACE}]{{0,6}})(?P<of>{PLACE}+)(?P<way>出入境|进出境|入境|出境)(?!的)"
)
_PERSONS: Final = ("人", "人次")


@record
class Origin:
    """The place that a figure is of, and its measure where it is named."""

    span: Span
    noun: str


def read(lead: Lead, told: tuple[str, ...]) -> Origin | None:
    """Where words behind a figure say that it comes from, of a measure named there or the one `told` before; None where
    they do not."""
    if at_port := _passing(lead):
        return at_port
    match = _COMES.match(lead.passage.inner, lead.figure.end) if measures.elided(lead.words) else None
    if match is None or lead.quantity.unit == "%":
        return None
    named = [s for s in lead.passage.between(*match.span("of"), "Region", "Port") if holds(s)]
    noun = match["noun"] or "".join(told[-1:])
    return Origin(named[0], noun) if len(named) == 1 and _MADE_THERE.search(noun) else None


def passed(passage: Passage, position: int) -> bool:
    """Whether words behind a figure only say at which port those pass that it counts."""
    return bool(_PASS.match(passage.inner, position))


def _passing(lead: Lead) -> Origin | None:
    """90万人次从某口岸出入境: who passes at the port that stands behind."""
    match = _PASS.match(lead.passage.inner, lead.figure.end) if lead.quantity.unit.endswith(_PERSONS) else None
    named = [s for s in lead.passage.between(*match.span("of"), "Port") if holds(s)] if match else []
    return Origin(named[0], match["way"] + (match["who"] or "人员")) if match and len(named) == 1 else None
