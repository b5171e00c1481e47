"""Where in the file the words stand that a name leaves to what stands before it, or shares with others of its list."""

from borderkg.extraction.discourse.branches import BRANCH
from borderkg.extraction.marking.offices import FOUND_BY as OFFICE
from borderkg.extraction.marking.shared_heads import ONE_OF_LIST
from borderkg.extraction.span import Antecedent, Span
from borderkg.extraction.statement import Range


def raws(antecedent: Antecedent) -> tuple[Range, ...]:
    """Where the words stand in the file that a thing is named by."""
    return (*antecedent.raws, *owner(antecedent.span))


def owner(span: Span) -> tuple[Range, ...]:
    """Where the place is named whose branch or office a span is: 公路口岸, 省商务厅."""
    return span.antecedents[0].raws if span.found_by in (BRANCH, OFFICE) and span.antecedents else ()


def pieces(span: Span) -> tuple[Range, ...]:
    """Where the word for the kind stands that a name in a list shares with the others: 黑山头、室韦公路口岸."""
    if span.found_by != ONE_OF_LIST:
        return ()
    return tuple((part.start, part.end) for part in span.parts if not span.start <= part.start < span.end)
