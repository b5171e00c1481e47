"""The abstract of a paper: it is read as the text is, for what the text itself does not state.

By the conventions of the exchange format an abstract adds no second claim: 对俄贸易额达41亿美元 in the abstract and in the
third section is one figure, whatever either calls it.
"""

from collections.abc import Sequence
from decimal import Decimal

from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading
from borderkg.extraction.statement import Mention, Statement
from borderkg.extraction.values import Time


def settled(statements: Sequence[Statement], reading: Reading) -> list[Statement]:
    """The statements without those of an abstract that the text states again."""
    abstracts = [(p.block.start, p.block.end) for p in reading.placed if p.block.kind is Kind.ABSTRACT]
    if not abstracts:
        return list(statements)

    def in_abstract(s: Statement) -> bool:
        return any(start <= s.evidence[0] < end for start, end in abstracts)

    told = {_key(s) for s in statements if not in_abstract(s)}
    return [s for s in statements if not (in_abstract(s) and _key(s) in told)]


def _key(s: Statement) -> tuple[str, str, str]:
    """By what one knows a statement again: a figure by its number and unit, a date by what it is of."""
    if isinstance(s.object, Decimal):
        return s.predicate, str(abs(s.object).normalize()), s.unit
    if isinstance(s.object, Time):
        return s.predicate, s.subject.text, ""
    return s.predicate, s.subject.text, s.object.text if isinstance(s.object, Mention) else s.object
