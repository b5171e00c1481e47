"""A figure as SVG 1.1: one file, no reference outward, the same bytes for the same figure.

Text stays text, in the fonts for Chinese of whatever system shows it; attributes carry all style, so that a page may forbid
styles of its own. Each node and link is a group with a title and its data (WAI-ARIA Graphics Module: `graphics-document`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from borderkg.figures.scene import Disc, Group, Path, Scene, Words

FONTS: Final = (
    "'Noto Sans CJK SC','Source Han Sans SC','Noto Sans SC','PingFang SC','Microsoft YaHei','Hiragino Sans GB',"
    "'WenQuanYi Micro Hei',SimHei,sans-serif"
)


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the drawing, with its attributes and either text or children."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    children: tuple["Element", ...] = ()

    def as_json(self) -> list[Any]:
        """`[name, attributes, text or children]`, for a page that makes the elements itself."""
        return [self.name, self.attributes, [child.as_json() for child in self.children] or self.text]


def write(scene: Scene) -> str:
    """The figure as an SVG document, ending in a line feed."""
    language = "zh-Hans" if scene.language == "zh" else "en"
    width, height = _n(scene.width), _n(scene.height)
    root = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": width,
        "height": height,
        "viewBox": f"0 0 {width} {height}",
        "role": "graphics-document",
        "aria-labelledby": "figure-title figure-desc",
        "xml:lang": language,
        "lang": language,
        "font-family": FONTS,
        **_data(scene.about),
    }
    lines = [
        f"<svg{_attributes(root)}>",
        _written(Element("title", {"id": "figure-title"}, scene.title)),
        _written(Element("desc", {"id": "figure-desc"}, scene.description)),
        _written(Element("rect", {"width": width, "height": height, "fill": "#ffffff"})),
        *map(_written, elements(scene.parts)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def elements(parts: "Iterable[Path | Disc | Words | Group]") -> Iterable[Element]:
    """The parts of a scene as elements, in the order in which they are painted."""
    for part in parts:
        if isinstance(part, Group):
            about = {"class": part.kind, "role": "graphics-symbol", "aria-label": part.title, **_data(part.about)}
            yield Element("g", about, "", (Element("title", {}, part.title), *elements(part.parts)))
        elif isinstance(part, Path):
            yield _path(part)
        elif isinstance(part, Disc):
            place = {"cx": _n(part.at[0]), "cy": _n(part.at[1]), "r": _n(part.radius)}
            yield Element("circle", {**place, **_paint(part.fill, part.stroke, part.width)})
        else:
            yield _words(part)


def _words(words: Words) -> Element:
    place = {"x": _n(words.at[0]), "y": _n(words.at[1]), "font-size": _n(words.size), "fill": words.fill}
    anchor = {"text-anchor": words.anchor} if words.anchor != "start" else {}
    return Element("text", {**place, **anchor, **({"font-weight": "bold"} if words.bold else {})}, words.text)


def _path(path: Path) -> Element:
    closed = path.points[0] == path.points[-1] and len(path.points) > 2
    points = path.points[:-1] if closed else path.points
    d = "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points) + ("Z" if closed else "")
    dash = {"stroke-dasharray": f"{_n(path.dash[0])} {_n(path.dash[1])}"} if path.dash else {}
    return Element("path", {"d": d, **_paint(path.fill, path.stroke, path.width), **dash})


def _paint(fill: str, stroke: str, width: float) -> dict[str, str]:
    line = {"stroke": stroke, "stroke-width": _n(width)} if stroke else {}
    return {"fill": fill or "none", **line}


def _n(value: float) -> str:
    """A length with at most two places, without a needless point."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _data(about: dict[str, str]) -> dict[str, str]:
    return {f"data-{name}": value for name, value in about.items() if value}


def _written(element: Element) -> str:
    """An element as text; those within a group stand on lines of their own, its title on the first."""
    tag = f"<{element.name}{_attributes(element.attributes)}"
    if element.children:
        title, *rest = map(_written, element.children)
        return "\n".join((f"{tag}>{title}", *rest, f"</{element.name}>"))
    if element.name in ("path", "circle", "rect"):
        return f"{tag}/>"
    return f"{tag}>{escape(_legal(element.text))}</{element.name}>"


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(_legal(value))}" for name, value in attributes.items())


def _legal(text: str) -> str:
    """Text without the characters that XML 1.0 (section 2.2) forbids."""
    return "".join(
        c for c in text if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
