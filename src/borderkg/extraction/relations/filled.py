"""What a slot of a rule was filled with, and the parts and forms of it: one of a pair, an end of a span of years, a revision."""

import re
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.values import Time
from borderkg.records import record, replace


@record
class Filled:
    """One filler of a role: a mention or a time, and the range of the sentence where it stands."""

    value: Mention | Time
    where: Range | None
    """None where it stands in another sentence."""
    far: bool = False
    """Outside the match: context, not evidence."""
    outer: "Filled | None" = None
    """The larger place written before it, or before the list that it stands in."""
    around: tuple[Mention, ...] = ()
    """The larger places that are written before it."""
    pieces: tuple[Range, ...] = ()
    """Where other words of a composed name stand: context of what it says."""
    raw: tuple[Range, ...] = ()
    """Where the thing stands in the file that a word in the sentence only refers to."""


def pairs(annotation: Annotation, begin: int, stop: int) -> list[Filled]:
    """The pairs of names under a range of the abstract string."""
    start, end = annotation.text_range(begin, stop)
    fillers = []
    for pair in re.finditer(r"[^、和与及]+—[^、和与及]+", annotation.text[start:end]):
        text = pair[0]
        fillers.append(Filled(Mention("Text", text, (text,)), (start + pair.start(), start + pair.end())))
    return fillers


def half(filled: Filled, end: str) -> Filled:
    """The first or the second name of a pair."""
    if not isinstance(filled.value, Mention) or filled.where is None:
        raise TypeError("a pair is two names")
    first, _, second = filled.value.text.partition("—")
    begin, stop = filled.where
    if end == "first":
        return Filled(Mention("Text", first, (first,)), (begin, begin + len(first)))
    return Filled(Mention("Text", second, (second,)), (stop - len(second), stop))


def dashed(annotation: Annotation, places: list[Filled]) -> list[Filled]:
    """Places of a list joined by a dash are one: 绥芬河—东宁."""
    joined: list[Filled] = []
    for place in places:
        before = joined[-1] if joined else None
        if (
            before
            and before.where
            and place.where
            and annotation.text[before.where[1] : place.where[0]] == "—"
            and isinstance(before.value, Mention)
            and isinstance(place.value, Mention)
        ):
            name = f"{before.value.text}—{place.value.text}"
            mention = Mention("Region", name, (before.value.surface[0] + "—" + place.value.surface[0],))
            joined[-1] = replace(before, value=mention, where=(before.where[0], place.where[1]))
        else:
            joined.append(place)
    return joined


def run_together(annotation: Annotation, places: list[Filled], *, joined: bool = False) -> list[Filled]:
    """Countries run together are one in the name of an event: 中哈建交; in that of an agreement those `joined` by words
    too: 中国和巴基斯坦联合声明."""
    where = places[0].where if len(places) > 1 and {place.where for place in places} == {places[0].where} else None
    if joined and len(places) > 1 and places[0].where and places[-1].where:
        where = (places[0].where[0], places[-1].where[1])
    if where is None:
        return places
    text = annotation.text[slice(*where)]
    return [replace(places[0], value=Mention("Text", text, (text,)), where=where)]


def end_of(filled: Filled, end: str) -> Filled | None:
    """The first or last year of a span of years; a date is its own beginning, and has no end."""
    time = filled.value
    if not isinstance(time, Time) or time.vague or (end == "end" and not time.end):
        return None
    return Filled(Time((time.end if end == "end" else time.start)[:4]), filled.where)


def revision(filled: Filled, date: Span) -> Filled:
    """A law as revised in a year is another document than the law: 对外贸易法(2004年修订)."""
    mention, time = filled.value, date.value
    if not isinstance(mention, Mention) or not isinstance(time, Time):
        raise TypeError("a revision needs a title and a date")
    return replace(filled, value=replace(mention, text=f"{mention.text}({time.start[:4]}年修订)", individuals=()))


def under_their_kind(subjects: list[Filled], objects: list[Filled], annotation: Annotation) -> list[Filled]:
    """The ports of a list without those that a kind of their own stands behind: in 甲、乙2个一类口岸和丙、丁2个二类口岸 the last
    word is of 丙 and 丁."""
    if len(subjects) < 2:
        return subjects
    last = max((s.where[0] for s in subjects if s.where), default=0)
    first = min((s.where[0] for s in subjects if s.where), default=0)
    ends = [k.end for k in annotation.spans if k.label == "PortKind" and first < k.start and k.end <= last]
    told = {o.where for o in objects}
    own = [end for end in ends if not any(where and where[1] == end for where in told)]
    return [s for s in subjects if not own or s.where is None or s.where[0] >= max(own)]


def ours(filled: Filled, annotation: Annotation) -> bool:
    """Whether a filler only says whose a town is: 南接我国东兴市."""
    after = filled.where[1] if filled.where else -1
    ours = isinstance(filled.value, Mention) and filled.value.text == "我国"
    return ours and any(span.start == after and span.label == "Region" for span in annotation.spans)


_COMPANY: Final = re.compile("[\u4e00-\u9fff]{2,12}?(?:集团|公司|总厂|设计院)")


def of_company(filled: Filled, annotation: Annotation) -> bool:
    """Whether a place is where the name of a company begins: 由辽宁某某集团承建."""
    after = filled.where[1] if filled.where else -1
    return after >= 0 and bool(_COMPANY.match(annotation.text, after))


_RATIFIED: Final = re.compile("^[^签订]*(?:批准|核准)[^签订]*$")


def without_ratified(subjects: list[Filled], predicate: str, words: str) -> list[Filled]:
    """《…条约》1999年签署，2000年由全国人大常委会批准: without the agreements, which were made when they were signed."""
    if predicate != "dateIssued" or not _RATIFIED.search(words):
        return subjects
    return [s for s in subjects if not (isinstance(s.value, Mention) and s.value.type == "Agreement")]
