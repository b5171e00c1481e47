"""Entries of reference lists and notes: where the title of a cited work stands in them.

[1] 作者. 题名[J]. 刊名, 2015(3): 1-9.        作者：《题名》，《刊名》2015年第3期。
作者：题名，《刊名》2015年第3期               Author A. Title. Journal, 2015, 3(2): 1-9.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Title:
    """The range of a title in a text, and by which form it was found."""

    start: int
    end: int
    form: str


_MARK: Final = re.compile(r"[\[〔【](?:[JMCDNRSPZGA]|DB|CP|EB)(?:/(?:OL|CD|DK|MT))?[\]〕】]")
"""The kind of document by GB/T 7714: [J], [EB/OL]."""

_TITLED: Final = re.compile(r"《([^《》]{2,120})》")
_CONTAINER: Final = re.compile(r"^[,.。;]?(?:原?载于?|刊载?于|见于?|收[入录]于?|//)?:?$")
"""Between a title and the periodical or collection that holds it."""

_NUMBER: Final = re.compile(r"^(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.、]?(?!\d)|[①-⑳]|注?\d*:)")
_STOP: Final = re.compile(
    r"[.。](?=[\u4e00-\u9fff“《\"\d]|[A-Z][a-z]|[A-Z] |[A-Z]{2,}(?!\.))|//|\](?=[^.,]{4})|:(?=[^:]{4})"
    r"|(?<=[。;])\*(?=[\u4e00-\u9fff“《])"
)
_AUTHOR: Final = r"[\u4e00-\u9fff·]{2,4}"
_AUTHORS: Final = re.compile(
    rf"(?:参见|详见|见|转引自|引自)?(?:\[[\u4e00-\u9fff]\])?{_AUTHOR}(?:[,、和]{_AUTHOR}){{0,5}}(?:等|课题组)?(?:主?编|著|译)?(?:\((?:19|20)\d\d\))?[.:。]"
)
_UNMARKED: Final = re.compile(
    r"(?P<title>[^.。,《》\[\]]{4,60}(?::[^.。,《》\[\]]{2,40})?)(?=[.。,](?:[\u4e00-\u9fff]{2,20}(?:\([^()]{1,12}\))?[,.]\s?(?:19|20)\d\d|(?:载|见)?《|[\u4e00-\u9fff]{2,4}:[\u4e00-\u9fff]{2,14}(?:出版社|书局|书店)|[\u4e00-\u9fff]{2,14}(?:出版社|书局|书店)))"
)
_NAMES: Final = r"[A-Z][A-Za-z'’,& -]{1,90}"
_ENGLISH: Final = (
    re.compile(r"[“\"](?P<title>[A-Z][^“”\"]{12,200})[”\"]"),
    re.compile(
        r"^[A-Z][A-Za-z'’.,& -]{1,120}\((?:19|20)\d\d[a-z]?\)[.,:] ?"
        r"(?P<title>[A-Z](?:[^.]|\.(?=[A-Z]\.|[:,a-z])){11,180})[.,]"
    ),
    re.compile(
        rf"^{_NAMES}\.(?: ?[A-Z]\.)?, ?(?P<title>[A-Z][a-z][^.,]{{8,120}}), ?[A-Z][^.]{{2,60}}?"
        r"(?:Press|Publish\w+|Books),? ?(?:19|20)\d\d"
    ),
    re.compile(rf"^{_NAMES}\. ?(?P<title>[A-Z][a-z][^.]{{10,180}})\. ?[A-Z][^.]{{2,80}}?[,:. ]{{1,2}}(?:19|20)\d\d"),
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d|^[A-Z][A-Za-z'’.,& -]{1,90}, ?“")
"""What an entry has; one that the page cuts begins at least as one."""


def marked(text: str) -> Iterator[Title]:
    """The titles before the marks of GB/T 7714; a text may hold several entries."""
    last = 0
    for match in _MARK.finditer(text):
        start = last
        number = _NUMBER.match(text[start : match.start()])
        start += number.end() if number else 0
        entry = start
        for stop in _STOP.finditer(text, start, match.start()):
            if stop[0] != ":" or (start == entry and _AUTHORS.fullmatch(text[start : stop.end()])):
                start = stop.end()
        yield from _trimmed(text, start, match.start(), "title before its GB/T 7714 mark")
        last = match.end()


def titled(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """The titles in 《》, each with whether it is the periodical or collection that holds the one before."""
    end = None
    for match in _TITLED.finditer(text):
        held = end is not None and bool(_CONTAINER.match(text[end : match.start()]))
        yield match, held
        end = match.end()


def unmarked(text: str) -> Iterator[Title]:
    """The title of an entry that prints it bare: after the authors, before the periodical or publisher."""
    number = _NUMBER.match(text)
    start = number.end() if number else 0
    authors = _AUTHORS.match(text, start)
    found = _UNMARKED.match(text, authors.end()) if authors else None
    if found:
        yield from _trimmed(text, *found.span("title"), "title after its authors")


def english(text: str) -> Iterator[Title]:
    """The title of an English entry: in quotation marks, after the year, or after the authors."""
    number = _NUMBER.match(text)
    body = text[number.end() :] if number else text
    offset = len(text) - len(body)
    if not _YEAR.search(body):
        return
    for pattern in _ENGLISH:
        found = pattern.search(body)
        if found:
            yield from _trimmed(text, offset + found.start("title"), offset + found.end("title"), "English title")
            return


def _trimmed(text: str, start: int, end: int, form: str) -> Iterator[Title]:
    """A title without the quotation marks, brackets and stops around it; nothing where too little is left."""
    while start < end and text[start] in '《“" .,:。' and not _quoted_within(text, start, end):
        start += 1
    while end > start and text[end - 1] in '》" .,:。' + ("”" if "“" not in text[start:end] else ""):
        end -= 1
    if end - start >= 3:
        yield Title(start, end, form)


def _quoted_within(text: str, start: int, end: int) -> bool:
    """Whether a quotation mark opens words at the head of a title and not the title: “一带一路”与…."""
    return text[start] == "“" and "”" in text[start:end].rstrip(" .,:。").removesuffix("”")
