"""HTML: the page's main part as paragraphs, Markdown headings, lists and tables; what only surrounds it is left out."""

import re
from itertools import takewhile
from pathlib import Path
from typing import Final

from borderkg.corpus.formats import notes, pipes, plain
from borderkg.corpus.formats.loaded import Loaded, canonical
from borderkg.corpus.formats.markup import BLOCKS, Element, parse
from borderkg.corpus.formats.pipes import Spanned

_LEFT_OUT: Final = frozenset(
    {
        "head",
        "title",
        "script",
        "style",
        "template",
        "noscript",
        "nav",
        "aside",
        "footer",
        "iframe",
        "object",
        "svg",
        "canvas",
        "audio",
        "video",
        "map",
        "button",
        "select",
        "textarea",
        "input",
        "datalist",
        "dialog",
        "rp",
        "rt",
    }
)
_HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_HEADING: Final = re.compile(r"h[1-6]$")
_SUBSTANCE: Final = frozenset({"p", "table", "article", "main"})
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_CODECS: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
_MAX_ACROSS: Final = 1000


def load(data: bytes, path: Path) -> Loaded:
    """The text of a page. Raises CorpusError for what is no text in a known encoding, or too large a table."""
    raw = _decoded(data, path)
    root = parse(raw.text)
    writer = _Writer(path)
    writer.inside(_main(root))
    if not writer.paragraphs and not writer.flush():
        writer.inside(root)
    return canonical("\n\n".join(writer.done()) + "\n", raw.encoding, path)


def _decoded(data: bytes, path: Path) -> Loaded:
    """The page as characters: by its byte-order mark, as its `meta` says where that gives a usual text, else as plain text."""
    said = _CHARSET.search(data, 0, 4096)
    codec = _CODECS.get(said[1].decode("ascii", "replace").lower()) if said else None
    if codec and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            text = ""
        if text and "\x00" not in text and plain.looks_usual(text):
            return Loaded(text, codec)
    return plain.load(data, path)


def _main(root: Element) -> Element:
    """The only `main`, else the only `article`, else the whole page."""
    for tag in ("main", "article"):
        found = [element for element in root.elements() if element.tag == tag and not _hidden(element)]
        if len(found) == 1:
            return found[0]
    return root


def _hidden(element: Element) -> bool:
    attributes = element.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(_HIDING.search(attributes.get("style", "")))
    )


class _Writer:
    """Writes an element as paragraphs. `inline` gathers the words of the paragraph that is open; a break is a newline."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.paragraphs: list[str] = []
        self.inline: list[str] = []
        self.prefix = ""
        self.framed = False
        """Inside `main` or `article`, whose own `header` belongs to the text."""
        self.as_set = False
        """Inside `pre`, whose blanks and line breaks stand."""

    def done(self) -> list[str]:
        self.flush()
        return self.paragraphs

    def flush(self) -> bool:
        """End the open paragraph; whether it held a word."""
        lines = "".join(self.inline).split("\n")
        if not self.as_set:
            lines = [" ".join(line.split()) for line in lines]
        text = "\n".join(line.rstrip() for line in lines if line.strip())
        self.inline.clear()
        if text:
            self.paragraphs.append(self.prefix + text)
            self.prefix = ""
        return bool(text)

    def inside(self, element: Element) -> None:
        framed, self.framed = self.framed, self.framed or element.tag in ("main", "article")
        for child in element.children:
            if isinstance(child, str):
                self.inline.append(child if self.as_set else _BLANKS.sub(" ", child))
            elif not self._left_out(child):
                self._child(child)
        self.framed = framed

    def _left_out(self, element: Element) -> bool:
        tag = element.tag
        if tag == "form":
            return not any(below.tag in _SUBSTANCE or _HEADING.match(below.tag) for below in element.elements())
        return tag in _LEFT_OUT or (tag == "header" and not self.framed) or _hidden(element)

    def _child(self, child: Element) -> None:
        tag = child.tag
        if tag == "br":
            self.inline.append("\n")
        elif tag == "sup":
            self._raised(child)
        elif tag not in BLOCKS:
            self.inside(child)
        else:
            self.flush()
            if _HEADING.match(tag):
                words = self._words(child)
                self.paragraphs += ["#" * int(tag[1]) + " " + words] if words else []
            elif tag == "table":
                self._table(child)
            elif tag == "pre":
                self.as_set = True
                self.inside(child)
                self.flush()
                self.as_set = False
            else:
                self.prefix = "- " if tag == "li" else self.prefix
                self.inside(child)
                self.flush()
                self.prefix = "" if tag == "li" else self.prefix

    def _words(self, element: Element) -> str:
        """All that stands in an element, as running words."""
        writer = _Writer(self.path)
        writer.framed = True
        writer.inside(element)
        return " ".join(" ".join(writer.done()).split())

    def _raised(self, element: Element) -> None:
        words = self._words(element)
        linked = any(below.tag == "a" and "#" in below.attributes.get("href", "") for below in element.elements())
        before = "".join(self.inline[-3:]).rstrip()[-1:]
        self.inline.append(notes.raised(words, before, linked=linked))

    def _table(self, table: Element) -> None:
        """A table; one that only lays out the page, with one cell a row or tables in it, is written as paragraphs."""
        rows = [
            [
                cell
                for cell in row.children
                if isinstance(cell, Element) and cell.tag in ("td", "th") and not _hidden(cell)
            ]
            for row in table.elements()
            if row.tag == "tr" and not _hidden(row)
        ]
        if table.holds_table or max(map(len, rows), default=0) < 2:
            self.inside(table)
            self.flush()
            return
        for caption in table.elements():
            if caption.tag == "caption":
                self.paragraphs += filter(None, [self._words(caption)])
        spanned = [
            [
                Spanned(
                    self._words(cell),
                    min(_number(cell, "colspan"), _MAX_ACROSS),
                    _number(cell, "rowspan") or len(rows) - i,
                )
                for cell in cells
            ]
            for i, cells in enumerate(rows)
        ]
        headed = sum(
            element.tag == "tr" for part in table.elements() if part.tag == "thead" for element in part.elements()
        )
        named = list(takewhile(lambda cells: all(cell.tag == "th" for cell in cells), rows))
        self.paragraphs += pipes.lines(pipes.spread(spanned, self.path), headed or len(named))


def _number(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, "1").strip()
    return int(value) if value.isdecimal() and len(value) <= 5 else 1
