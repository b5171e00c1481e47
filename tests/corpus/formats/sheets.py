"""PDFs written by hand: words and lines at their places, so that a test says exactly what is printed where."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end"""


@dataclass(frozen=True)
class Words:
    """Words whose first character stands at (x, y), counted from the lower left corner of the sheet."""

    text: str
    x: float
    y: float
    size: float = 10


@dataclass(frozen=True)
class Stroke:
    x: float
    y: float
    to_x: float
    to_y: float


Drawn = Words | Stroke


def content(drawn: Iterable[Drawn]) -> bytes:
    """What a page shows, in the language of PDF."""
    made = []
    for one in drawn:
        if isinstance(one, Words):
            made.append(f"BT /F {one.size} Tf {one.x} {one.y} Td <{one.text.encode('utf-16-be').hex()}> Tj ET")
        else:
            made.append(f"{one.x} {one.y} m {one.to_x} {one.to_y} l S")
    return "\n".join(made).encode()


def pdf(*pages: Iterable[Drawn], turned: int = 0) -> bytes:
    """A PDF of these pages. Every Han character is as wide as it is high, every other half of that."""
    return of_streams([content(page) for page in pages], turned=turned)


def of_streams(streams: Sequence[bytes], *, turned: int = 0, count: int | None = None) -> bytes:
    """A PDF whose pages show these streams; `count` is how many it says that it has."""
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(streams) if count is None else count}>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800"
        b"/Descent -200/CapHeight 700/StemV 80>>/DW 1000/W[0 255 500]>>",
        _stream(_TO_UNICODE),
    ]
    for i, stream in enumerate(streams):
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate {turned}/Resources<</Font<</F 3 0 R>>>>"
        objects += [f"{page}/Contents {7 + 2 * i} 0 R>>".encode(), _stream(stream)]
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + trailer


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)


def lines(texts: Sequence[str], x: float = 60, top: float = 740, drop: float = 16, size: float = 10) -> list[Drawn]:
    """Lines below each other."""
    return [Words(text, x, top - i * drop, size) for i, text in enumerate(texts)]


def grid(across: Sequence[float], upwards: Sequence[float]) -> list[Stroke]:
    """The frames of a table, every line drawn once over its whole length."""
    return [Stroke(across[0], y, across[-1], y) for y in upwards] + [
        Stroke(x, upwards[0], x, upwards[-1]) for x in across
    ]
