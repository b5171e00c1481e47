"""The characters of a PDF page with their places, and the runs of words that stand on one line without a wide gap."""

import ctypes
import math
import re
import unicodedata
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, Final

from borderkg.corpus.formats import notes
from borderkg.corpus.formats.printed import Piece, Printed
from borderkg.corpus.sheets import is_wide
from borderkg.records import record

_WIDE_GAP: Final = 1.0
"""Of a character's height: words further apart are cells, columns, or a title spread out."""

_NARROW_GAP: Final = 0.35
_CELLS: Final = 3
"""Gaps of a row that make cells of its words, though they are narrow."""

_SMALL: Final = 0.85
"""Of the size of the glyphs beside it: a raised or lowered one is no larger."""


NUMBER: Final = re.compile(r"[-−+]?[\d,，.．]+\s?[%％]?\*{0,3}$")


@record
class Glyph:
    character: str
    left: float
    right: float
    base: float
    """Height of the line that it stands on; upwards is more."""
    size: float
    raised: bool = False


@record
class Run:
    """Glyphs of one line without a wide gap between them."""

    text: str
    left: float
    right: float
    base: float
    size: float
    row: int
    """Runs of the same height have the same row, counted from the top of the page."""
    table: tuple[Printed, ...] = ()
    """The paragraphs of a framed table, which stands here as one run."""

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def piece(self) -> Piece:
        """The words, and the rectangle that they fill: a little of it lies below the line that they stand on."""
        return self.text, (self.left, self.base - 0.2 * self.size, self.right, self.base + 0.9 * self.size)


@record
class Block:
    """A framed table: its paragraphs, and where it stands."""

    table: tuple[Printed, ...]
    left: float
    right: float
    base: float
    """Of its first line."""
    size: float


def glyphs(page: Any) -> list[tuple[int, list[Glyph]]]:
    """The characters of a page by the quarters that it is turned by to read them, the most first; slanting stamps are none."""
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    turned: dict[int, list[Glyph]] = defaultdict(list)
    for i in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, i))
        if (
            character.isspace()
            or unicodedata.category(character) in ("Cc", "Cs")
            or pdfium.FPDFText_IsGenerated(text, i) == 1
        ):
            continue
        if character in "\ufffe\uffff\xad":
            character = "-"
        pdfium.FPDFText_GetMatrix(text, i, matrix)
        pdfium.FPDFText_GetCharOrigin(text, i, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, i, box)
        quarter = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
        turn = round(quarter) % 4
        if abs(quarter - round(quarter)) > 0.06:
            continue
        size = pdfium.FPDFText_GetFontSize(text, i) * math.hypot(matrix.c, matrix.d)
        left, base, right = (
            (x.value, y.value, box.right),
            (y.value, -x.value, box.top),
            (-x.value, -y.value, -box.left),
            (-y.value, x.value, -box.bottom),
        )[turn]
        if not 0 < size < 1000 or not math.isfinite(left + base + right):
            continue
        right = max(left + size if is_wide(character) else left, min(right, left + 2 * size))
        turned[turn].append(Glyph(character, left, right, base, size))
    text.close()
    return sorted(turned.items(), key=lambda item: len(item[1]), reverse=True)


def runs(found: Sequence[Glyph], blocks: Sequence[Block] = ()) -> list[Run]:
    """The runs of a page from top to bottom, each row from left to right, framed tables among them."""
    made: list[Run] = []
    rows: list[list[Glyph] | Block] = [*_rows(found), *blocks]
    rows.sort(key=lambda row: -(row.base if isinstance(row, Block) else row[0].base))
    for number, row in enumerate(rows):
        if isinstance(row, Block):
            text = " ".join(part.text for part in row.table)
            made.append(Run(text, row.left, row.right, row.base, row.size, number, row.table))
            continue
        made += [_run(row[start:end], number) for start, end in pairwise((0, *_breaks(row), len(row)))]
    return made


def _breaks(row: Sequence[Glyph]) -> list[int]:
    """Where a row is parted: at wide gaps; at narrower ones too where it is made of words that stand apart, not of text."""
    gaps = [(other.left - one.right) / max(one.size, other.size) for one, other in pairwise(row)]
    narrow = [i for i, gap in enumerate(gaps, 1) if gap > _NARROW_GAP]
    apart = all(end - start > 1 for start, end in pairwise((0, *narrow, len(row))))
    if len(narrow) >= _CELLS and apart and not any(g.character.isascii() and g.character.isalpha() for g in row):
        return narrow
    return [i for i in narrow if gaps[i - 1] > _WIDE_GAP]


def words(broken: Iterable[Run]) -> str:
    """Runs below or beside each other as one; where a line ends within Chinese words, no blank parts them."""
    text = ""
    for run in broken:
        wide = text and (is_wide(text[-1]) or is_wide(run.text[0]))
        text += run.text if wide or not text else " " + run.text
    return text


def _rows(found: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs by the height that they stand on, raised and lowered ones with those beside them."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(found, key=lambda g: -g.base):
        if rows and rows[-1][0].base - glyph.base <= 0.2 * glyph.size:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    edges = [_Edges.of(row) for row in rows]
    whole: list[list[Glyph]] = [[] for _ in rows]
    for i, row in enumerate(rows):
        for cluster in _clusters(sorted(row, key=lambda g: g.left)):
            beside = (near for near in (i + 1, i - 1, i + 2, i - 2) if 0 <= near < len(rows))
            home = next((near for near in beside if edges[near].touch(cluster)), i)
            whole[home] += cluster if home == i else [_moved(glyph, rows[home][0].base) for glyph in cluster]
    return [_without_shadows(sorted(row, key=lambda g: g.left)) for row in whole if row]


def _clusters(row: Sequence[Glyph]) -> list[list[Glyph]]:
    clusters = [[row[0]]]
    for one, other in pairwise(row):
        if other.left - one.right > 0.5 * one.size:
            clusters.append([])
        clusters[-1].append(other)
    return clusters


@record
class _Edges:
    """Where the glyphs of a row begin and end, each with its size."""

    base: float
    size: float
    lefts: list[tuple[float, float]]
    rights: list[tuple[float, float]]

    @classmethod
    def of(cls, row: Sequence[Glyph]) -> "_Edges":
        lefts = sorted((glyph.left, glyph.size) for glyph in row)
        rights = sorted((glyph.right, glyph.size) for glyph in row)
        return cls(row[0].base, max(glyph.size for glyph in row), lefts, rights)

    def touch(self, cluster: Sequence[Glyph]) -> bool:
        """Whether a few small glyphs stand a little above or below a larger one of this row, and right beside it."""
        first, last, small = cluster[0], cluster[-1], _SMALL * self.size
        if first.size > small or not -0.35 * self.size < first.base - self.base < 0.65 * self.size:
            return False
        before = bisect(self.rights, (first.left + 0.4 * self.size, math.inf)) - 1
        behind = bisect(self.lefts, (last.right - 0.4 * self.size, 0.0))
        near = [(first.left - place, size) for place, size in self.rights[max(0, before) : before + 1]]
        near += [(place - last.right, size) for place, size in self.lefts[behind : behind + 1]]
        return any(gap < 0.6 * self.size and first.size <= _SMALL * size for gap, size in near)


def _moved(glyph: Glyph, base: float) -> Glyph:
    return Glyph(glyph.character, glyph.left, glyph.right, base, glyph.size, glyph.base > base)


def _without_shadows(row: Sequence[Glyph]) -> list[Glyph]:
    """A character printed twice at one place, to look bold, stands there once."""
    kept: list[Glyph] = []
    for glyph in row:
        if not any(g.character == glyph.character and glyph.left - g.left < 0.15 * glyph.size for g in kept[-2:]):
            kept.append(glyph)
    return kept


def _run(row: Sequence[Glyph], number: int) -> Run:
    pieces: list[str] = []
    i = 0
    while i < len(row):
        last = i + 1
        while row[i].raised and last < len(row) and row[last].raised:
            last += 1
        words = "".join(glyph.character for glyph in row[i:last])
        if i and _parted(row[i - 1], row[i]):
            pieces.append(" ")
        pieces.append(notes.raised(words, pieces[-1][-1:] if pieces else "") if row[i].raised else words)
        i = last
    size = max(glyph.size for glyph in row)
    return Run("".join(pieces), row[0].left, max(g.right for g in row), row[0].base, size, number)


def _parted(one: Glyph, other: Glyph) -> bool:
    """Whether a blank stood between two glyphs; between Han characters justified lines leave some room."""
    wide = is_wide(one.character) or is_wide(other.character)
    return other.left - one.right > (0.5 if wide else 0.15) * max(one.size, other.size)
