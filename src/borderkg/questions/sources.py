"""The texts that a graph has claims of."""

from dataclasses import dataclass
from typing import Final

from borderkg.errors import UnknownNameError
from borderkg.graph.kept import Print
from borderkg.graph.store import GraphStore
from borderkg.graph.texts import Texts
from borderkg.questions.results import read

_SOURCES: Final = """
SELECT ?source ?name ?citation ?hash ?length WHERE {
  ?source bkg:fileName ?name ; bkg:citation ?citation ; bkg:textHash ?hash ; bkg:textLength ?length
}"""


@dataclass(frozen=True, slots=True)
class Source:
    """A text that the graph has claims of."""

    iri: str
    name: str
    """Of its file."""
    citation: str
    sha256: str
    length: int
    """In characters (Unicode code points)."""
    text: str | None
    """None where the text is not at hand."""
    printed: Print | None
    """The sheets of a PDF whose text is kept."""


def find(store: GraphStore, texts: Texts, iri: str) -> Source:
    """A source by its IRI. Raises UnknownNameError where the graph has none of that IRI."""
    row = next((row for row in read(store.query(_SOURCES)) if row["source"] == iri), None)
    if row is None:
        raise UnknownNameError(f"{iri[:200]}: no such source in the graph.", f"{iri[:200]}：图谱中没有这一文献。")
    sha256 = str(row["hash"])
    text, printed = texts.text(sha256), texts.kept.print_of(sha256)
    return Source(iri, str(row["name"]), str(row["citation"]), sha256, int(str(row["length"])), text, printed)
