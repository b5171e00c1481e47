"""The one door to a file's text: which loader reads which extension.

A text file is its own text. A file of another kind has a canonical text, which its loader makes from the bytes alone, so
that offsets into it mean the same for whoever has the file.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from borderkg.corpus.formats import html, parquet, pdf, plain, separated, word
from borderkg.corpus.formats.loaded import Loaded

LOADERS: Final[dict[str, Callable[[bytes, Path], Loaded]]] = {
    ".txt": plain.load,
    ".md": plain.load,
    ".html": html.load,
    ".htm": html.load,
    ".docx": word.load,
    ".pdf": pdf.load,
    ".csv": separated.load,
    ".tsv": separated.load,
    ".parquet": parquet.load,
}


def load(data: bytes, path: Path) -> Loaded:
    """The text of a file, read as its extension says.

    A file of an unknown kind is read as plain text. Raises CorpusError, naming the file, what is wrong and the way out.
    """
    return LOADERS.get(path.suffix.lower(), plain.load)(data, path)
