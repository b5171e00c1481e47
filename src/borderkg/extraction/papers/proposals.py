"""What a text proposes to do is not told as done: 下一步：一是甲口岸升格为一类口岸；二是国务院批准设立乙综合保税区.

In a section of measures the sentences are read so from the first; a list within a paragraph is known for one of measures only
when the whole text was read.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence

from borderkg.extraction.statement import Statement
from borderkg.records import replace


def settled(statements: Sequence[Statement], events: Collection[str]) -> list[Statement]:
    """The statements; of those that a rule of `events` read within what the text proposes, each without a date is proposed."""
    ranges = sorted({s.evidence for s in statements if s.predicate == "proposesMeasure"})
    if not ranges:
        return list(statements)
    starts = [start for start, _ in ranges]

    def proposed(s: Statement) -> bool:
        if s.modality or s.year or s.rule not in events:
            return False
        i = bisect_right(starts, s.evidence[0]) - 1
        return i >= 0 and s.evidence[1] <= ranges[i][1]

    return [replace(s, modality="proposed") if proposed(s) else s for s in statements]
