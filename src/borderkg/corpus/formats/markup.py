"""HTML as a tree, however untidy: end tags that were left out are supplied, depth is bounded, nothing is fetched."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
BLOCKS: Final = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
        "caption",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
    }
)
_ROWS: Final = frozenset({"thead", "tbody", "tfoot"})
_CLOSED_BY: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "td": (frozenset({"td", "th", "caption"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th", "caption"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr", "caption"}), frozenset({"table"})),
    **{tag: (_ROWS | {"tr", "caption"}, frozenset({"table"})) for tag in _ROWS},
}
"""What a start tag closes where it is still open, and beyond which open element it closes nothing."""

_PARAGRAPH: Final = (frozenset({"p"}), frozenset({"td", "th", "table", "button", "body"}))
_MAX_DEPTH: Final = 120


@dataclass(eq=False)
class Element:
    """An element; a child is an element or text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    holds_table: bool = False

    def elements(self) -> Iterator["Element"]:
        """The elements below this one, in document order."""
        waiting = [child for child in reversed(self.children) if isinstance(child, Element)]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("html")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CLOSED_BY:
            self._close(*_CLOSED_BY[tag])
        if tag in BLOCKS:
            self._close(*_PARAGRAPH)
        if tag == "table":
            for around in self.open:
                around.holds_table = True
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID and len(self.open) < _MAX_DEPTH:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # `<div/>` opens in HTML

    def handle_endtag(self, tag: str) -> None:
        walls = frozenset() if tag in ("table", "body", "html") else frozenset({"table"})
        self._close(frozenset({tag}), walls)

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def _close(self, tags: frozenset[str], walls: frozenset[str]) -> None:
        """End the outermost open element of these tags that no wall keeps off, and all that is open in it."""
        found = None
        for depth in range(len(self.open) - 1, 0, -1):
            tag = self.open[depth].tag
            if tag in tags:
                found = depth
                if len(tags) == 1:
                    break
            elif tag in walls:
                break
        if found is not None:
            del self.open[found:]


def parse(text: str) -> Element:
    """The tree of a page. Any text has one."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root
