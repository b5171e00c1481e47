"""The picture of a PDF page, as PNG."""

import io
import math
from pathlib import Path
from typing import Final

from borderkg.errors import CorpusError

MOST_PIXELS: Final = 16_000_000
"""Of a picture; a page that is much longer than wide is drawn smaller."""


def picture(data: bytes, path: Path, number: int, width: int) -> bytes:
    """The page of a number, counted from 1, drawn this many pixels wide, without forms and notes that lie upon it.

    Raises CorpusError where the PDF or the page cannot be drawn, or there is no such page.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        if not 1 <= number <= len(document):
            raise CorpusError(f"{path}: {len(document)} pages; there is no page {number}.")
        page = document[number - 1]
        across, high = page.get_size()
        scale = min(width / across, math.sqrt(MOST_PIXELS / (across * high)))
        drawn = page.render(scale=scale, may_draw_forms=False, draw_annots=False)
        written = io.BytesIO()
        drawn.to_pil().save(written, "PNG")
    except (pypdfium2.PdfiumError, ZeroDivisionError, ValueError) as error:
        raise CorpusError(f"{path}: page {number} cannot be drawn.") from error
    return written.getvalue()
