"""The second pass: whom 该, 其 and clauses without a subject speak of."""

from collections.abc import Sequence

from borderkg.extraction.discourse.resolver import Discourse
from borderkg.extraction.passes.marked import Marked, locator


def resolve(run: Sequence[Marked], discourse: Discourse) -> None:
    """Put into each paragraph its sentences with their references resolved; headings and labels tell what is spoken of."""
    for marked in run:
        opening = marked.opening()
        if opening and marked.heading:
            discourse.heading(*opening)
        if opening and marked.first:
            discourse.title(*opening)
        if marked.heading:
            continue
        if marked.label:
            discourse.heading(marked.label, locator(marked.block, 1))
        elif marked.labelled:
            discourse.labelled()
        marked.resolved = [discourse.resolve(s.annotation, locator(marked.block, s.offset)) for s in marked.sentences]
