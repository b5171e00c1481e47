"""Tables that a text holds as HTML, as recognisers of scanned pages leave them: brought to rows between bars, each
character in its place."""

import re
from typing import Final

_ROW: Final = re.compile(r"<tr\b[^>]*>.*?</tr\s*>", re.IGNORECASE | re.DOTALL)
_CELL: Final = re.compile(
    r"<t(?P<kind>[dh])\b(?P<said>[^>]*)>(?P<held>.*?)(?P<end></t(?P=kind)\s*>)", re.IGNORECASE | re.DOTALL
)
_COLUMNS: Final = re.compile(r"colspan\s*=\s*[\"']?(\d)", re.IGNORECASE)
_AROUND: Final = re.compile(r"</?(?:table|thead|tbody|tfoot|caption|colgroup|col)\b[^>]*>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_BREAK: Final = re.compile(r"[\n\r]")


def untagged(text: str) -> str:
    """A text whose HTML tables are rows between bars, a line each; as long as it was."""
    if "<tr" not in text and "<TR" not in text:
        return text
    return _AROUND.sub(_line, _ROW.sub(_row, text))


def _row(match: re.Match[str]) -> str:
    row = match[0]
    cells = list(_CELL.finditer(row))
    if not cells:
        return row
    drawn = ["\n" + " " * (cells[0].start() - 1)]
    for c in cells:
        drawn.append(" " * (c.start() - sum(map(len, drawn))))
        drawn.append("|" + " " * (c.start("held") - c.start() - 1))
        drawn.append(_TAG.sub(_blank, _BREAK.sub(" ", c["held"])))
        spanned = _COLUMNS.search(c["said"])
        more = min(int(spanned[1]) - 1 if spanned else 0, len(c["end"]) - 1) + (c is cells[-1])
        drawn.append("|" * more + " " * (len(c["end"]) - more))
    drawn.append("\n".rjust(len(row) - sum(map(len, drawn))))
    return "".join(drawn)


def _blank(tag: re.Match[str]) -> str:
    return " " * len(tag[0])


def _line(tag: re.Match[str]) -> str:
    return "\n" + " " * (len(tag[0]) - 1)
