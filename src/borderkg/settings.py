"""Limits and defaults, in one place, with their units."""

from typing import Final

VERSION: Final = "0.1.0"

HOST: Final = "127.0.0.1"
"""Servers bind here and nowhere else."""

PORT: Final = 8000

MAX_TEXT_BYTES: Final = 64 * 1024 * 1024
"""A text larger than this is refused: a book of a million characters is 3 MB."""

MAX_CANONICAL_TEXT: Final = 16_000_000
"""Characters of the text that comes out of a file of another kind."""

MAX_UNPACKED_BYTES: Final = 256 * 1024 * 1024
"""Of the parts of a Word document, pictures included."""

MAX_PAGES: Final = 5000
MAX_TABLE_CELLS: Final = 500_000
"""Of one table, merged cells counted in each place that they cover."""

MAX_SENTENCE: Final = 1200
"""Characters. A longer run without a full stop is cut at a comma, so that every rule stays bounded in time."""

QUERY_SECONDS: Final = 30.0
"""That a query may work; what its reader takes to receive the answer is not counted."""

QUERY_ROWS: Final = 1_000_000
"""Rows or triples of an answer; a larger one is cut."""

QUERY_BYTES: Final = 256 * 1024 * 1024
"""Of an answer; a larger one is cut."""

QUERY_MEMORY: Final = 2 * 1024**3
"""Bytes that a query may take for its working (sorting a cross join takes 250 MB a second)."""

QUERIES_AT_ONCE: Final = 4
"""One place of these is kept for short queries."""

LONG_QUERY: Final = 1.0
"""Seconds of processor time after which a query is a long one, and gives way to short ones; ..."""

LONG_WAIT: Final = 5.0
"""... or seconds of the clock, whichever comes first."""

MAX_REQUEST_BYTES: Final = 1024 * 1024

REMOTE_SECONDS: Final = 60
"""Of a request to a server elsewhere, with all its tries."""

REMOTE_BYTES: Final = 256 * 1024 * 1024
"""Of one answer of a server elsewhere."""

REMOTE_QUADS: Final = 2_000_000
"""That are fetched from a server elsewhere to be walked or evaluated here."""

PICTURE_SECONDS: Final = 10.0
"""That the picture of a page may take to draw."""

PICTURE_MEMORY: Final = 1024**3
"""Bytes of address space of the process that draws it."""
SERVICE_SECONDS: Final = 20.0
"""That an endpoint has to answer one SERVICE clause, from the first look-up of its host to the last byte."""

SERVICE_ROWS: Final = 50_000
SERVICE_BYTES: Final = 32 * 1024 * 1024
"""Of its answer; a larger one is refused, not cut: a join over a part would be wrong."""

LINEAGE_SECONDS: Final = 5.0
"""Of a search for all paths of a lineage; what was found until then is given, and said to be part."""
