"""A document: one text as it lies on disk, whose offsets never move."""

from dataclasses import dataclass, field
from typing import Final

from borderkg.corpus.sheets import Sheet

DEMONSTRATION: Final = "demonstration"
"""The `type` of a text that was written to try the program: nobody published it, and every title that is shown says so."""

_MARKS: Final = {"zh": "〔演示文本〕", "en": " [demonstration text]"}


@dataclass(frozen=True, slots=True)
class Bibliography:
    """How a text is cited. Empty fields are unknown."""

    title: str = ""
    title_en: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    container: str = ""
    issue: str = ""
    pages: str = ""
    kind: str = ""
    licence: str = ""
    data_sources: tuple[str, ...] = ()
    read_from: str = ""
    """`sources.yaml`, `text`, or empty where nothing is known."""

    @property
    def is_demonstration(self) -> bool:
        return self.kind == DEMONSTRATION

    def shown_title(self, language: str = "zh") -> str:
        """The title as it is shown, in Chinese or English, with a mark where the text is no publication; empty if unknown."""
        title = self.title if language == "zh" else self.title_en
        return title + (_MARKS[language] if title and self.is_demonstration else "")

    def citation(self) -> str:
        """One line: authors (year). title. container, issue, pages."""
        who = "、".join(self.authors)
        when = f"（{self.year}）" if self.year else ""
        where = "，".join(part for part in (self.container, self.issue, self.pages) if part)
        title = f"《{self.shown_title()}》" if self.title else ""
        return "".join(part for part in (who, when, title, where and f"，{where}"))


@dataclass(frozen=True, slots=True)
class Document:
    """One text of the corpus.

    `text` is the decoded file with its newlines as they are, or what the loader of its format makes of it; every offset
    in BorderKG counts Unicode code points into it. `sha256` is of the bytes on disk where they are the text, else of the
    text that was made of them, so that a text is found again wherever it lies.
    """

    name: str
    text: str
    sha256: str
    encoding: str
    bibliography: Bibliography = field(default_factory=Bibliography)
    sheets: tuple[Sheet, ...] = field(default=(), repr=False)
    """Of a PDF: what stands where. Nothing is read from them."""
    title: str = ""
    """What a page is called outside its text (the `title` of HTML)."""

    @property
    def stem(self) -> str:
        """The file name without its extension."""
        return self.name.rsplit(".", 1)[0] if "." in self.name else self.name
