"""A figure as a PDF page of its own size: vectors, selectable text, the characters used embedded, no date or path inside.

A Chinese font is needed: the one given, or the first of the usual ones that the system has.
"""

import os
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path as File
from typing import Final

from fpdf import FPDF
from fpdf.enums import TextMode
from fpdf.fonts import TTFFont

from borderkg.errors import FigureError
from borderkg.figures.scene import Disc, Group, Path, Scene, Words

_POINTS: Final = 0.75
"""Points in a pixel."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""The library writes a date of creation always; the clock's would make each file another."""

_FOLDERS: Final = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/Library/Fonts")
_MORE_FOLDERS: Final = ("~/Library/Fonts", "/System/Library/Fonts", "C:/Windows/Fonts")
_FONTS: Final = (
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKsc-Regular.otf",
    "SourceHanSansSC-Regular.otf",
    "SourceHanSans-Regular.ttc",
    "NotoSansSC-Regular.otf",
    "NotoSansSC-Regular.ttf",
    "wqy-microhei.ttc",
    "PingFang.ttc",
    "Hiragino Sans GB.ttc",
    "msyh.ttc",
    "simhei.ttf",
    "NotoSerifCJK-Regular.ttc",
)


class _Page(FPDF):
    def file_id(self) -> None:
        """None is written: one from the clock would make each file another."""


def write(scene: Scene, font: str = "") -> bytes:
    """The figure as a PDF. Raises FigureError where there is no font that has its characters."""
    face, number = _face(find(font))
    page = _Page(unit="pt", format=(scene.width * _POINTS, scene.height * _POINTS))
    page.set_auto_page_break(False)
    page.set_margin(0)
    page.set_title(scene.title)
    page.set_subject(scene.description)
    page.set_lang("zh-Hans" if scene.language == "zh" else "en")
    page.set_creator("BorderKG")
    page.set_creation_date(_EPOCH)
    with _embedded(page, face, number) as known:
        missing = sorted({c for c in _characters(scene.parts) if ord(c) not in known and not c.isspace()})
        if missing:
            lacking = "、".join(missing[:5])
            raise FigureError(f"{face}: the font lacks {lacking}. Give one that has it: BORDERKG_FONT=FILE")
        page.add_page()
        _paint(page, scene.parts)
        return bytes(page.output())


@contextmanager
def _embedded(page: FPDF, face: File, number: int) -> Iterator[Container[int]]:
    """The font in the page, by the name `figure`; gives the code points that it has. Its file is closed at the end, which
    the library leaves open."""
    try:
        page.add_font("figure", fname=face, collection_font_number=number)
    except Exception as error:  # whatever a font file holds that the library cannot read
        raise FigureError(f"{face}: no font that can be read ({error}). Give another: BORDERKG_FONT=FILE") from error
    font = page.fonts["figure"]
    if not isinstance(font, TTFFont):
        raise FigureError(f"{face}: no font that can be embedded. Give another: BORDERKG_FONT=FILE")
    try:
        yield font.cmap
    finally:
        font.ttfont.close()


def find(font: str = "") -> File:
    """The font file to use: the one given, that of BORDERKG_FONT, or one that the system has. Raises FigureError."""
    given = font or os.environ.get("BORDERKG_FONT", "")
    if given:
        if not File(given).is_file():
            raise FigureError(f"{given}: no such font file.")
        return File(given)
    for name in _FONTS:
        for folder in (*_FOLDERS, *_MORE_FOLDERS):
            found = min(File(folder).expanduser().rglob(name), default=None)
            if found is not None:
                return found
    raise FigureError(
        "A PDF needs a font with Chinese characters, and the system has none of the usual ones. "
        "Install one (Debian: apt install fonts-noto-cjk), or name a file: BORDERKG_FONT=FILE"
    )


def _face(font: File) -> tuple[File, int]:
    """The font, and which face of a collection: the one for simplified Chinese where there are several."""
    if font.suffix.lower() not in (".ttc", ".otc"):
        return font, 0
    from fontTools.ttLib import TTCollection, TTLibError

    try:
        with font.open("rb") as file:
            names = [str(face["name"].getDebugName(4)) for face in TTCollection(file, lazy=True)]
    except (TTLibError, OSError) as error:
        raise FigureError(f"{font}: no font that can be read ({error}). Give another: BORDERKG_FONT=FILE") from error
    chinese = [i for i, name in enumerate(names) if "SC" in name.split() and "Mono" not in name]
    return font, min(chinese, default=0)


def _characters(parts: "Iterable[Path | Disc | Words | Group]") -> Iterable[str]:
    for part in parts:
        if isinstance(part, Group):
            yield from _characters(part.parts)
        elif isinstance(part, Words):
            yield from part.text


def _paint(page: FPDF, parts: "Iterable[Path | Disc | Words | Group]") -> None:
    for part in parts:
        if isinstance(part, Group):
            _paint(page, part.parts)
        elif isinstance(part, Words):
            _words(page, part)
        else:
            style = _pen(page, part.stroke, part.fill, part.width)
            if isinstance(part, Disc):
                page.circle(part.at[0] * _POINTS, part.at[1] * _POINTS, part.radius * _POINTS, style=style)
                continue
            dash = part.dash or (0.0, 0.0)
            page.set_dash_pattern(dash[0] * _POINTS, dash[1] * _POINTS)
            closed = part.points[0] == part.points[-1] and len(part.points) > 2
            page.polyline([(x * _POINTS, y * _POINTS) for x, y in part.points], polygon=closed, style=style)
            page.set_dash_pattern()


def _pen(page: FPDF, stroke: str, fill: str, width: float) -> str:
    """Set the colours of a shape; returns what is to be done with it: draw, fill, or both."""
    if stroke:
        page.set_draw_color(stroke)
        page.set_line_width(width * _POINTS)
    if fill:
        page.set_fill_color(fill)
    return ("D" if stroke else "") + ("F" if fill else "") or "D"


def _words(page: FPDF, words: Words) -> None:
    page.set_font("figure", size=words.size * _POINTS)
    page.set_text_color(words.fill)
    text = words.text.rstrip()
    wide = page.get_string_width(text)
    x = words.at[0] * _POINTS - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    if words.bold:  # the outline of the letters drawn as well: no second font is embedded for a few words
        page.set_draw_color(words.fill)
        page.set_line_width(words.size * _POINTS / 40)
    page.text_mode = TextMode.FILL_STROKE if words.bold else TextMode.FILL
    page.text(x, words.at[1] * _POINTS, text)
