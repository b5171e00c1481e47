"""HTML: the page's main part as paragraphs, Markdown headings, lists and tables; what only surrounds it is left out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Any, Final

from borderkg.corpus.formats import notes, pipes, plain
from borderkg.corpus.formats.loaded import Loaded, canonical
from borderkg.corpus.formats.pipes import Spanned
from borderkg.errors import CorpusError

_BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody"),
        *("td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
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
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_SUBSTANCE: Final = ("p", "table", "article", "main", *_HEADINGS)
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_CODECS: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
_PARTS: Final = re.compile(r"(\s*[_|｜]+\s*|\s*-{2,}\s*|\s[-–—]\s)")
_SITE: Final = re.compile(r"(?:网|网站|官网|门户|平台|频道|栏目|频道首页)$")
_LONGEST_TITLE: Final = 200
_MAX_ACROSS: Final = 1000


def load(data: bytes, path: Path) -> Loaded:
    """The text of a page. Raises CorpusError for what is no text in a known encoding, or nested or tabled beyond measure."""
    text, encoding = _decoded(data, path)
    root = _tree(text, path)
    if root is None:
        return canonical("", encoding, path)
    paragraphs = _Writer(path).paragraphs_of(_main(root)) or _Writer(path).paragraphs_of(root)
    return replace(canonical("\n\n".join(paragraphs) + "\n", encoding, path), title=_title(root))


def _title(root: Any) -> str:
    """What a page is called, without the name of the site behind it (广西口岸情况_某某网站)."""
    element = root.find("head/title")
    parts = _PARTS.split(" ".join("".join(element.itertext()).split())) if element is not None else [""]
    while len(parts) > 1 and _SITE.search(parts[-1]):
        del parts[-2:]
    return "".join(parts)[:_LONGEST_TITLE].strip()


def _tree(text: str, path: Path) -> Any:
    """The elements of a page, however untidy; None where it has none. Nothing is fetched, no entity of its own expanded."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(text.removeprefix("\ufeff").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        raise CorpusError(f"{path}: nested too deep, or a run of text too long, for a page. Save its text as .txt.")
    return root


def _decoded(data: bytes, path: Path) -> tuple[str, str]:
    """The page as characters: by its byte-order mark, as its `meta` says where that gives a usual text, else as plain text."""
    said = _CHARSET.search(data, 0, 4096)
    codec = _CODECS.get(said[1].decode("ascii", "replace").lower()) if said else None
    if codec and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            text = ""
        if text and "\x00" not in text and plain.looks_usual(text):
            return text, codec
    return plain.decode(data, path)


def _main(root: Any) -> Any:
    """The only `main`, else the only `article`, else the whole page."""
    for tag in ("main", "article"):
        found = [element for element in root.iter(tag) if not _hidden(element)]
        if len(found) == 1:
            return found[0]
    return root


def _hidden(element: Any) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden", "").lower() == "true"
        or bool(_HIDING.search(element.get("style", "")))
    )


def _left_out(element: Any, framed: bool) -> bool:
    """Whether an element is not of the text. A form that holds some is the whole page, as some servers write it."""
    tag = element.tag
    if tag == "form":
        return next(element.iter(*_SUBSTANCE), None) is None
    return tag in _LEFT_OUT or (tag == "header" and not framed) or _hidden(element)


class _Writer:
    """Writes an element as paragraphs. `inline` gathers the words of the paragraph that is open; a break is a newline."""

    def __init__(self, path: Path, *, running: bool = False) -> None:
        self.path = path
        self.running = running
        """Only the words matter: of a heading, a cell, a raised figure."""
        self.paragraphs: list[str] = []
        self.inline: list[str] = []
        self.prefix = ""
        self.framed = running
        """Inside `main` or `article`, whose own `header` belongs to the text."""
        self.as_set = False
        """Inside `pre`, whose blanks and line breaks stand."""

    def paragraphs_of(self, element: Any) -> list[str]:
        self._inside(element)
        self._flush()
        return self.paragraphs

    def _flush(self) -> None:
        """End the open paragraph."""
        lines = "".join(self.inline).split("\n")
        if not self.as_set:
            lines = [" ".join(line.split()) for line in lines]
        text = "\n".join(line.rstrip() for line in lines if line.strip())
        self.inline.clear()
        if text:
            self.paragraphs.append(self.prefix + text)
            self.prefix = ""

    def _inside(self, element: Any) -> None:
        framed, self.framed = self.framed, self.framed or element.tag in ("main", "article")
        self._say(element.text)
        for child in element:
            if not _left_out(child, self.framed):
                self._child(child)
            self._say(child.tail)
        self.framed = framed

    def _say(self, words: str | None) -> None:
        if words:
            self.inline.append(words if self.as_set else _BLANKS.sub(" ", words))

    def _child(self, child: Any) -> None:
        tag = child.tag
        if tag == "br":
            self.inline.append("\n")
        elif tag == "sup" and len(child) <= 1:
            self._raised(child)
        elif tag not in _BLOCKS:
            self._inside(child)
        else:
            self._flush()
            if tag in _HEADINGS and not self.running:
                words = self._words(child)
                self.paragraphs += ["#" * int(tag[1]) + " " + words] if words else []
            elif tag == "table" and not self.running and (rows := _rows(child)):
                self._table(child, rows)
            else:
                self._block(child)

    def _block(self, element: Any) -> None:
        item = element.tag == "li"
        as_set, self.as_set = self.as_set, self.as_set or element.tag == "pre"
        self.prefix = "- " if item else self.prefix
        self._inside(element)
        self._flush()
        self.prefix = "" if item else self.prefix
        self.as_set = as_set

    def _words(self, element: Any) -> str:
        """All that stands in an element, as running words."""
        return " ".join(" ".join(_Writer(self.path, running=True).paragraphs_of(element)).split())

    def _raised(self, element: Any) -> None:
        linked = any("#" in link.get("href", "") for link in element.iter("a"))
        before = "".join(self.inline[-3:]).rstrip()[-1:]
        self.inline.append(notes.raised(self._words(element), before, linked=linked))

    def _table(self, table: Any, rows: list[list[Any]]) -> None:
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
        self.paragraphs += filter(None, map(self._words, table.iter("caption")))
        headed = sum(1 for part in table.iter("thead") for _ in part.iter("tr"))
        named = list(takewhile(lambda cells: all(cell.tag == "th" for cell in cells), rows))
        table_parts = pipes.lines(pipes.spread(spanned, self.path), headed or len(named))
        self.paragraphs += [part.text for part in table_parts]


def _rows(table: Any) -> list[list[Any]]:
    """The cells of a table by rows; none where it only lays out the page, with one cell a row or tables in it."""
    if next(table.iterdescendants("table"), None) is not None:
        return []
    rows = [list(_cells(row)) for row in table.iter("tr") if not _hidden(row)]
    return rows if max(map(len, rows), default=0) > 1 else []


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in row.iterchildren("td", "th") if not _hidden(cell))


def _number(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    return int(value) if value.isdecimal() and len(value) <= 5 else 1
