"""Parquet: the rows of a table as text, read by fastparquet, which is asked for only where there is such a file."""

import contextlib
import io
from datetime import datetime
from pathlib import Path
from typing import Any

from borderkg.corpus.formats import pipes
from borderkg.corpus.formats.loaded import Loaded, canonical
from borderkg.corpus.formats.pipes import Spanned
from borderkg.errors import CorpusError
from borderkg.settings import MAX_TABLE_CELLS


def load(data: bytes, path: Path) -> Loaded:
    """The table as rows between bars. Raises CorpusError for what is no Parquet, and where fastparquet is not installed."""
    found, encoding = rows(data, path)
    grid = pipes.spread([[Spanned(text) for text in row] for row in found], path)
    return canonical("\n\n".join(part.text for part in pipes.lines(grid, heads=1)) + "\n", encoding, path)


def rows(data: bytes, path: Path) -> tuple[list[list[str]], str]:
    """The head and the rows, and `parquet`. Raises CorpusError as `load` does."""
    try:
        from fastparquet import ParquetFile
    except ImportError as error:
        raise CorpusError(
            f"{path}: Parquet is read with fastparquet, which is not installed: pip install 'borderkg[parquet]', "
            "or save the table as CSV."
        ) from error
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # where it prints of damage
            file = ParquetFile(io.BytesIO(data))
            if file.count() * len(file.columns) > MAX_TABLE_CELLS:
                raise CorpusError(f"{path}: a table of more than {MAX_TABLE_CELLS:,} cells. Split it.")
            frame = file.to_pandas(index=False)
    except CorpusError:
        raise
    except Exception as error:  # what it raises of damaged files has no class in common
        raise CorpusError(f"{path}: no Parquet file, or a damaged one. Save the table anew, or as CSV.") from error
    values = frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None)
    return [[str(name) for name in frame.columns], *([_text(value) for value in row] for row in values)], "parquet"


def _text(value: Any) -> str:
    """A value as a table prints it: no exponent, no point behind a whole number, no midnight behind a day."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.15g}" if 1e-4 <= abs(value) < 1e15 or value == 0 else f"{value:f}"
    if isinstance(value, datetime):
        return value.isoformat().removesuffix("T00:00:00")
    return " ".join(str(value).split())
