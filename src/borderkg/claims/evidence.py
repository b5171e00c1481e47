"""Checks a statement against the characters of its file: every name and number in it must stand in its evidence.

What fails is quarantined with its reason and never written as a claim.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from borderkg.corpus import formulas
from borderkg.corpus.normaliser import PINYIN, fold
from borderkg.extraction.marking.dates import dates
from borderkg.extraction.marking.numerals import PATTERN as HAN_NUMBER
from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.statement import Mention, Statement
from borderkg.extraction.values import Time

_UNREAD: Final = re.compile(r"</?\w+>|[①-⑳*]|\s+")


def squeeze(text: str, *, traditional: bool) -> str:
    """Text as names are looked for in it: folded, without blanks, note marks, mark-up and the sounds of characters."""
    folded = fold(text, traditional=traditional)
    return _UNREAD.sub("", PINYIN.sub("", folded) if "(" in folded else folded)


@lru_cache(maxsize=1024)
def _lines(words: str, traditional: bool) -> tuple[str, ...]:
    """The lines of a range, each squeezed; blank ones left out. Kept, because many statements share a range."""
    return tuple(line for part in words.splitlines() if (line := squeeze(part, traditional=traditional)))


def fault(statement: Statement, text: str, *, traditional: bool) -> str:
    """What is wrong with a statement's evidence, or nothing. Offsets are checked first, then names, then numbers."""
    ranges, length = [statement.evidence, *statement.context], len(text)
    for start, end in ranges:
        if not 0 <= start < end <= length:
            return f"offsets {start}-{end} lie outside the text of {length} characters"
    if _plainly_stands(statement, text) or _plainly_counts(statement, ranges, text):
        return ""
    lines = [_lines(text[start:end], traditional) for start, end in ranges]
    words = ["".join(part) for part in lines]
    if not words[0]:
        return "the evidence is blank"
    for mention in (statement.subject, statement.object):
        if isinstance(mention, Mention):
            lost = [p for p in mention.surface if not (_stands_in(p, words) or _broken_by_page(p, lines))]
            if lost:
                return f"{lost[0]!r} does not stand in the evidence"
    if isinstance(statement.object, Time):
        return _date_fault(statement.object, words)
    if isinstance(statement.object, Decimal):
        return _number_fault(statement, [formulas.printed(fold(text[start:end])) for start, end in ranges], words)
    if isinstance(statement.object, str) and not _stands_in(statement.object, words):
        return f"{statement.object[:20]!r} does not stand in the evidence"
    return ""


def _plainly_stands(statement: Statement, text: str) -> bool:
    """Whether the names and the year of a statement stand in its evidence as they are written, as most do."""
    evidence = text[statement.evidence[0] : statement.evidence[1]]
    for side in (statement.subject, statement.object):
        if isinstance(side, Mention):
            pieces: tuple[str, ...] = side.surface
        elif isinstance(side, Time):
            pieces = (side.start[:4],)
        else:
            return False
        if not pieces:
            return False
        for piece in pieces:
            if not piece or piece not in evidence:
                return False
    return True


def _plainly_counts(statement: Statement, ranges: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether the number of a statement stands in its evidence as it is written, and its subject there or beside it."""
    if not isinstance(statement.object, Decimal) or not all(statement.subject.surface):
        return False
    size, evidence = abs(statement.object), fold(text[slice(*statement.evidence)])
    if not any(Decimal(found.replace(",", "")) == size for found in _NUMBER.findall(evidence)):
        return False
    return all(any(text.find(piece, *at) >= 0 for at in ranges) for piece in statement.subject.surface)


_UNSEEN: Final = re.compile(r"[\s*]+")


@lru_cache(maxsize=1024)
def _sought(piece: str) -> str:
    """A piece of a name as it is looked for."""
    return _UNSEEN.sub("", fold(piece))


def _stands_in(piece: str, words: list[str]) -> bool:
    """Whether a piece of a name stands in one range, or across two that follow each other: a label that a table broke."""
    wanted = _sought(piece)
    return not wanted or any(wanted in text for text in words) or any(wanted in a + b for a, b in pairwise(words))


def _broken_by_page(piece: str, ranges: list[tuple[str, ...]]) -> bool:
    """Whether a name ends one line and goes on in a later one, with a page number, a note or a table between."""
    wanted = _sought(piece)
    for lines in ranges:
        for i, line in enumerate(lines):
            for cut in range(1, len(wanted)):
                if line.endswith(wanted[:cut]) and any(later.startswith(wanted[cut:]) for later in lines[i + 1 :]):
                    return True
    return False


def _date_fault(time: Time, words: list[str]) -> str:
    year = time.start[:4]
    joined = " ".join(words)
    if year in joined or any(str(whole(n)) == year for n in re.findall(r"[〇○零一二三四五六七八九]{4}", joined)):
        return ""
    if re.search(
        r"同一?年|当年|次年|翌年|转年|第二年|[这那]一?年|年之?以?后|今年|去年|本年|上年|月|年[底末初]|\d日|[次翌]日",
        joined,
    ):
        return ""  # completed from what stands before; the rule is named in the claim
    if any(isinstance(s.value, Time) and s.value.start[:4] == year for s in dates(joined)):
        return ""  # the year of a reign: 光绪三十一年
    return f"the year {year} does not stand in the evidence"


_NUMBER: Final = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_BREAK: Final = re.compile(r"\s*\n\s*|(?<=\d\.)\s+(?=\d)|(?<=\d) (?=\d{3}(?!\d))")
"""Between the pieces of a number: the end of a line, blanks behind its point, or one between thousands."""
_LOST_POINT: Final = re.compile(r"(?<![\d.])(\d+)\s+(\d+)(?![\d.])")


def _number_fault(statement: Statement, printed: list[str], words: list[str]) -> str:
    """`printed` keeps the blanks of the ranges: they part two numbers, or stand for a point that was lost."""
    number = statement.object
    if not isinstance(number, Decimal) or statement.qualifiers.get("verbal"):
        return ""
    size = abs(number)
    whole_again = [_BREAK.sub("", text) for text in printed]
    for text in (*printed, *whole_again):
        if any(Decimal(found.replace(",", "")) == size for found in _NUMBER.findall(text)):
            return ""
    if any(Decimal(f"{a}.{b}") == size for text in printed for a, b in _LOST_POINT.findall(text)):
        return ""
    for text in words:
        if any(whole(found) == number for found in re.findall(HAN_NUMBER, text)):
            return ""
        if number == 50 and re.search(r"一半|半数", text):
            return ""
    return f"the number {number} does not stand in the evidence"
