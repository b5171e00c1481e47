"""The figures of a text: charts and maps of which only the caption is left.

A text layer keeps no picture. What a chart shows is not guessed from its caption; the caption is listed, so that a reader
knows which figures the graph cannot hold.
"""

import re
from typing import Final

from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading
from borderkg.corpus.tables import Table

_CAPTION: Final = re.compile(r"\s*(?:附\s*)?图\s*\d")


def without_data(reading: Reading, tables: list[Table]) -> list[str]:
    """The captions of figures, in order, but for those that a table of the text took for its own."""
    taken = {start for table in tables for start, _ in table.title.spans}
    return [
        " ".join(placed.block.text.text.split())
        for placed in reading.placed
        if placed.block.kind is Kind.CAPTION
        and _CAPTION.match(placed.block.text.text)
        and placed.block.start not in taken
    ]


def warning(captions: list[str]) -> list[str]:
    """One line that lists them; none where there is none."""
    if not captions:
        return []
    some = "1 figure" if len(captions) == 1 else f"{len(captions)} figures"
    return [f"{some} without data, as the text keeps no picture: {'; '.join(captions)}"]
