"""A count and the list that goes with it: 9个试验区：甲、乙…, 甲、乙、丙3个国家.

A list is read only where it can be told that it is whole: its names are joined by 、 to the end of the clause, or each of
its pieces names what is known. A list that ends with 等 is open, and tells nothing.
"""

import re
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statistics import holders
from borderkg.extraction.statistics.passage import Passage
from borderkg.extraction.statistics.wording import any_of
from borderkg.records import record

_LED: Final = re.compile(
    r"(?:〔[^〕]*〕)?(?:数量)?(?:铺设|建设)?[,]?(?:,?(?:其中)?(?:包括|即|即为|分别(?:是|为|位于)?|依次(?:是|为)|它们是|具体(?:是|为|包括)|名单为)[:]?|:)"
)
_STOP: Final = re.compile("[。;!?]|$")
_JOIN: Final = re.compile("[、,]|和|以及|及")
_ASIDE: Final = re.compile(r"\([^()]*\)|〔[^〕]*〕")
_NAME: Final = re.compile(r"[\u4e00-\u9fff〔〕A-Za-z—·-]{2,16}$")
_NO_NAME: Final = re.compile(r"[的了是为在将已另还]|等$|成立|批准|面积|贸易额")
_OPEN: Final = re.compile("等|其他|其余|…")


@record
class Tally:
    """How many names a list has, and where it stands in the sentence."""

    number: int
    start: int
    end: int
    may_be_some: bool = False
    """Whether it may name some only: 包括甲、乙."""


def beside(passage: Passage, figure: Span, end: int) -> Tally | None:
    """The list behind what is counted, whose noun ends at `end`, or right before the number; nothing where there is none,
    or where it is open."""
    return _behind(passage, max(end, figure.end)) or _before(passage, figure)


def _behind(passage: Passage, end: int) -> Tally | None:
    led = _LED.match(passage.text, end)
    stop = _STOP.search(passage.text, led.end()) if led else None
    if led is None or stop is None:
        return None
    words = passage.text[led.end() : stop.start()]
    if any(not _inside(passage, led.end() + m.start()) for m in _OPEN.finditer(words)):
        return None
    masked = _ASIDE.sub(lambda m: "—" * len(m[0]), words)
    pieces, at = [], 0
    for mark in [*_JOIN.finditer(masked), None]:
        last = mark.start() if mark else len(masked)
        if mark and mark[0] in ("和", "及") and _inside(passage, led.end() + mark.start()):
            continue
        pieces.append((at, last))
        at = mark.end() if mark else last
    pieces = [(a, b) for a, b in pieces if masked[a:b].strip()]
    names = [masked[a:b].strip() for a, b in pieces]
    if len(names) < 2 or not all(_NAME.match(name) and not _NO_NAME.search(name) for name in names):
        return None
    if "," in masked and not all(_known(passage, masked[a:b], led.end() + a, led.end() + b) for a, b in pieces):
        return None
    return Tally(len(names), led.end(), stop.start(), "包括" in led[0])


def _inside(passage: Passage, position: int) -> bool:
    """Whether a position lies in a name: the 和 of 和龙."""
    return any(span.start <= position < span.end for span in passage.spans)


def _known(passage: Passage, masked: str, start: int, end: int) -> bool:
    """Whether a piece of a list is made of known names; what stands in brackets is masked and does not count."""
    names = [s for s in passage.spans if s.label not in ("Quantity", "Date") and start <= s.start and s.end <= end]
    covered = {i for span in names for i in range(span.start, span.end)}
    return all(
        i in covered for i in range(start, end) if masked[i - start] not in "—-" and not masked[i - start].isspace()
    )


def _before(passage: Passage, figure: Span) -> Tally | None:
    """The names right before a number. With 等 between them they may be some of those that are counted."""
    groups = [g for g in holders.groups(passage, 0, figure.start) if g[-1].end == figure.start]
    names = groups[-1] if groups else []
    if len(names) > 2 and passage.text[names[0].end : names[1].start] in ("与", "同", "和"):
        names = names[1:]  # 我国与朝鲜、俄罗斯、蒙古3个国家
    return Tally(len(names), names[0].start, names[-1].end) if len(names) > 1 else None


_BY_NUMBER: Final = re.compile(
    rf"(?:从|按)(?P<noun>[\u4e00-\u9fff]{{0,6}}?{any_of('counted')})(?:的?(?:数量|个数|总数))(?:来|上)?看$"
)


def brought_up(clause: str) -> str:
    """What the numbers behind a clause count that only speaks of it: 从口岸数量看."""
    match = _BY_NUMBER.search(clause)
    return match["noun"] if match else ""
