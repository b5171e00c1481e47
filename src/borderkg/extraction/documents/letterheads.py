"""Letterheads: the bodies that stand above the title of an official document, on lines of their own.

    某自治区党委办公厅  自治区人民政府办公厅
    关于推动口岸发展的实施意见

The second body is called by its rank alone; its place is that of the first.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.corpus.lines import Line
from borderkg.extraction.marking import offices
from borderkg.extraction.marking.memory import Memory
from borderkg.extraction.marking.recogniser import Recogniser
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.statement import Mention, Range
from borderkg.records import replace

_LINES: Final = 12
_NUMBER: Final = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[(]\d{4}[〕\])]第?\d{1,4}号")
_LETTERHEAD: Final = re.compile("(?:文件|公文)$")
_TITLE: Final = re.compile(
    r"(?P<title>关于[^。;!?]{4,100}?(?:通知|意见|决定|公告|通告|规定|办法|批复|复函|函|答复|方案|措施|细则|规划|请示|报告)(?:\((?!节|摘|全文)[^()]{1,16}\))?)"
    r"(?:\((?:节录|节选|摘录|摘要|摘编|全文)\))?$"
)


def above(
    blocks: Sequence[Block], recogniser: Recogniser, mentions: Mentions
) -> tuple[str, Range, tuple[tuple[Mention, Range], ...]] | None:
    """The title below a letterhead, where it stands, and the bodies of the letterhead, each with its place in the file."""
    bodies: list[tuple[Mention, Range]] = []
    for block, line, first, last in _lines(blocks):
        text = block.text.text[first:last].strip()
        if not text or (bodies and _NUMBER.fullmatch(text)):
            continue
        title = _TITLE.match(text) if bodies else None
        if title:
            return title["title"], block.text.raw(first, first + len(title["title"])), tuple(bodies)
        found = bodies_of(_LETTERHEAD.sub("", line.text.strip()), recogniser, mentions)
        if not found:
            return None
        bodies += [(body, block.text.raw(first, last)) for body in found]
    return None


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[Block, Line, int, int]]:
    """The first lines of a text, each with its range of its block's text, which has no blanks."""
    lines = [(block, line) for block in blocks[:_LINES] for line in block.lines]
    for block, line in lines[:_LINES]:
        origin = block.text.origin
        yield block, line, bisect_left(origin, line.start), bisect_left(origin, line.end)


def bodies_of(line: str, recogniser: Recogniser, mentions: Mentions) -> list[Mention]:
    """The bodies on a line that names bodies and nothing else, else none."""
    sentences = recogniser.sentences(offices.in_full(line), Memory())
    annotation = sentences[0].annotation if len(sentences) == 1 else None
    named = [span for span in annotation.spans if span.label == "Organization"] if annotation else []
    if annotation is None or _squeezed(annotation.text) != _squeezed("".join(span.text for span in named)):
        return []
    return [_as_written(mentions.of(span)[0], line) for span in named]


def _as_written(body: Mention, line: str) -> Mention:
    """A body with the words of the line that name it: its place stands before the first, its office where it stands."""
    place = offices.PLACE_BEFORE.match(line)
    if place is None or body.text in line or not body.text.startswith(place["name"]):
        return body
    return replace(body, surface=(place["name"], body.text.removeprefix(place["name"])))


def _squeezed(text: str) -> str:
    return re.sub(r"[、\s]", "", text)
