"""A figure as SVG 1.1: one file, no reference outward, the same bytes for the same figure.

Text stays text, in the fonts for Chinese of whatever system shows it; attributes carry all style, so that a page may forbid
styles of its own. Each node and link is a group with a title and its data (WAI-ARIA Graphics Module: `graphics-document`).
"""

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from borderkg.figures.scene import Disc, Group, Path, Scene, Words

FONTS: Final = (
    "'Noto Sans CJK SC','Source Han Sans SC','Noto Sans SC','PingFang SC','Microsoft YaHei','Hiragino Sans GB',"
    "'WenQuanYi Micro Hei',SimHei,sans-serif"
)


def write(scene: Scene) -> str:
    """The figure as an SVG document, ending in a line feed."""
    language = "zh-Hans" if scene.language == "zh" else "en"
    size = f'width="{_n(scene.width)}" height="{_n(scene.height)}" viewBox="0 0 {_n(scene.width)} {_n(scene.height)}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="graphics-document" aria-labelledby="figure-title figure-desc" '
        f'xml:lang="{language}" lang="{language}" font-family="{FONTS}"{_data(scene.about)}>',
        f'<title id="figure-title">{_text(scene.title)}</title>',
        f'<desc id="figure-desc">{_text(scene.description)}</desc>',
        f'<rect width="{_n(scene.width)}" height="{_n(scene.height)}" fill="#ffffff"/>',
        *_parts(scene.parts),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _parts(parts: "Iterable[Path | Disc | Words | Group]") -> Iterable[str]:
    for part in parts:
        if isinstance(part, Group):
            label = f'role="graphics-symbol" aria-label={quoteattr(_legal(part.title))}'
            yield f'<g class="{part.kind}" {label}{_data(part.about)}><title>{_text(part.title)}</title>'
            yield from _parts(part.parts)
            yield "</g>"
        elif isinstance(part, Path):
            yield _path(part)
        elif isinstance(part, Disc):
            yield (
                f'<circle cx="{_n(part.at[0])}" cy="{_n(part.at[1])}" r="{_n(part.radius)}"'
                f"{_paint(part.fill, part.stroke, part.width)}/>"
            )
        else:
            anchor = f' text-anchor="{part.anchor}"' if part.anchor != "start" else ""
            bold = ' font-weight="bold"' if part.bold else ""
            yield (
                f'<text x="{_n(part.at[0])}" y="{_n(part.at[1])}" font-size="{_n(part.size)}" fill="{part.fill}"'
                f"{anchor}{bold}>{_text(part.text)}</text>"
            )


def _path(path: Path) -> str:
    closed = path.points[0] == path.points[-1] and len(path.points) > 2
    points = path.points[:-1] if closed else path.points
    d = "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points) + ("Z" if closed else "")
    dash = f' stroke-dasharray="{_n(path.dash[0])} {_n(path.dash[1])}"' if path.dash else ""
    return f'<path d="{d}"{_paint(path.fill, path.stroke, path.width)}{dash}/>'


def _paint(fill: str, stroke: str, width: float) -> str:
    line = f' stroke="{stroke}" stroke-width="{_n(width)}"' if stroke else ""
    return f' fill="{fill or "none"}"{line}'


def _n(value: float) -> str:
    """A length with at most two places, without a needless point."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _data(about: dict[str, str]) -> str:
    return "".join(f" data-{name}={quoteattr(_legal(value))}" for name, value in about.items() if value)


def _text(text: str) -> str:
    return escape(_legal(text))


def _legal(text: str) -> str:
    """Text without the characters that XML 1.0 (section 2.2) forbids."""
    return "".join(
        c for c in text if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
