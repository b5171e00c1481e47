"""Places in a list that share the word for their rank: 辖振兴、元宝、振安三区; 越南高平省的河广、保乐两县和高平市.

The word stands once, behind the last name and their number. A name that is also an ordinary word (振兴) is a place there,
and one that nobody knows is a place where a larger one governs the list or is written before it.
"""

import re
from collections.abc import Mapping
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.marking.gazetteer import Entry
from borderkg.extraction.span import Span

AND: Final = "(?<!呼)和(?![布田平静龙硕林])"
"""和 between the members of a list, and in no name: 呼和浩特, 和田, 和龙, 和平."""

RANKED: Final = "ranked lists:one of a list of "
"""Behind it the rank, which makes the name of an unknown place whole."""

_HEAD: Final = re.compile(
    r"(?:等|这|共)?(?:\d{1,2}|[二两三四五六七八九]|[二三]?十[一二三四五六七八九]?)个?(?:边境|沿边|沿江|主城|中心城)?"
    "(?P<rank>县级市|市辖区|区(?![域间块市县])|县(?![市区、(])|市(?![县场区、(])|旗(?!县)|镇(?!乡)|乡(?![镇村])|苏木|街道|州(?!市)|府|郡|省(?![区市、(]))"
)
_MAYBE: Final = re.compile(
    r"[\d二两三四五六七八九十一]个?(?:边境|沿边|沿江|主城|中心城)?(?:[市区县旗镇乡州府郡省]|苏木|街道)"
)
"""What stands in every head, and begins with a character that is looked for fast."""

_RUN: Final = re.compile("(?:[\u4e00-\u9fff]+、){0,24}[\u4e00-\u9fff]+$")
_LONGEST: Final = 8
_LEAD: Final = re.compile(
    ".*(?:辖着|[的辖领管有括为是即含及系设]|设立|其中|与|和|同|跟|至|到|从|在)(?=[\u4e00-\u9fff]{2,8}$)"
)
"""What stands before the first name of a list."""
_GOVERNS: Final = re.compile(
    "(?:[的辖领]|代管|境内的?|所属|辖[有着]|辖[^,。;]{2,24}[,:](?:即|包括|分别[为是]|依次[为是])?:?)$"
)
_TOWNSHIPS: Final = ("镇", "乡", "苏木", "街道")
_JOINED: Final = re.compile("(?:办(?:事处)?)?(?:[和、及与,]|以及)")
"""3个街道办，新和、左州2个镇: what joins one such list to the next."""

_NO_NAME: Final = re.compile(
    r"[的是为有在从对及等其各该此辖设第]|代管|托管|代辖|[一二两三四五六七八九十\d]+个?(?:[市区县旗镇乡州盟]|苏木)|生产|生活|生态|办公|边境|沿边|国家|省级|主要|部分|其他|东部|西部|南部|北部|中部"
)
_MORE: Final = re.compile(
    "(?:和|与|及|以及|、)(?P<name>[\u4e00-\u9fff]{2,7}?[市县省区郡府镇乡])(?=[、，,。;)和与相接毗为交一]|$)"
)


def with_ranked(annotation: Annotation, entries: Mapping[str, Entry]) -> Annotation:
    """With a span for each name of such a list that is not marked, or marked as another than of that rank."""
    text = annotation.text
    if not _MAYBE.search(text):
        return annotation
    found: list[Span] = []
    reached = -1
    for head in _HEAD.finditer(text):
        run = _RUN.search(text, max(0, head.start() - 160), head.start())
        pieces = _pieces(text, *run.span()) if run else []
        if len(pieces) > 1:
            names = _names(annotation, pieces, head, entries, reached)
            found += names
            reached = head.end() if names else -1
    return annotation.replaced(found)


def _names(
    annotation: Annotation,
    pieces: list[tuple[int, int]],
    head: "re.Match[str]",
    entries: Mapping[str, Entry],
    reached: int,
) -> list[Span]:
    """The spans of a list's names; `reached` is where a list ended that was one of places, on which this may go on."""
    text = annotation.text
    rank = {"县级市": "市", "市辖区": "区"}.get(head["rank"], head["rank"])
    first = _first(annotation, *pieces[0], rank, entries)
    pieces = [(first, pieces[0][1]), *pieces[1:]]
    governed = _governed(annotation, first, rank) or bool(_JOINED.fullmatch(text, max(reached, 0), first))
    spans: list[Span] = []
    unknown = 0
    for start, stop in pieces:
        name = text[start:stop]
        inside = [s for s in annotation.spans if start < s.end and s.start < stop]
        entry = entries.get(name + rank)
        if entry and entry.label == "Region" and all(s.start >= start and s.end <= stop for s in inside):
            spans.append(Span(start, stop, "Region", name, RANKED + rank, entry.individuals))
        elif any(s.start == start and s.end == stop for s in inside):
            if governed and rank in _TOWNSHIPS and not any(map(_is_township, inside)) and not name.endswith(rank):
                spans.append(Span(start, stop, "Region", name, RANKED + rank))  # 图们市辖图们、石岘2个镇
        elif inside or not 2 <= len(name) <= 7 or _NO_NAME.search(name):
            return []
        else:
            unknown += 1
            spans.append(Span(start, stop, "Region", name, RANKED + rank))
    if unknown and not governed:
        return []
    more = _MORE.match(text, head.end()) if governed else None
    if more and not any(s.start < more.end() and more.start() < s.end for s in annotation.spans):
        spans.append(Span(*more.span("name"), "Region", more["name"], RANKED))
    return spans


def _is_township(span: Span) -> bool:
    return any(i.value("adminLevel").endswith("township") for i in span.individuals)


def _pieces(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The names of a list: 、 parts them, 和 only the last two, since it may stand before the list as well. A long one is
    the first, with what stands before it."""
    marks = [(begin + m.start(), begin + m.end()) for m in re.finditer(f"、(?:以及|与|及|{AND})?", text[begin:end])]
    last = marks[-1][1] if marks else begin
    joined = list(re.finditer("以及|[和与及](?=.{2})", text[last:end]))
    if joined and (marks or joined[-1].start()):
        marks.append((last + joined[-1].start(), last + joined[-1].end()))
    starts = [begin, *(b for _, b in marks)]
    stops = [*(a for a, _ in marks), end]
    pieces = [(a, b) for a, b in zip(starts, stops, strict=True) if b > a]
    long = max((k for k, (a, b) in enumerate(pieces) if b - a > _LONGEST), default=0)
    return pieces[long:]


def _first(annotation: Annotation, start: int, stop: int, rank: str, entries: Mapping[str, Entry]) -> int:
    """Where the first name of the list begins: behind a place that is written before it, or behind a verb."""
    text = annotation.text
    start = max([start, *(s.end for s in annotation.spans if start < s.end < stop)])
    for k in range(start, stop):
        entry = entries.get(text[k:stop] + rank)
        if entry and entry.label == "Region" and stop - k >= 2:
            return k
    lead = _LEAD.match(text, start, stop)
    return lead.end() if lead else start


def _governed(annotation: Annotation, start: int, rank: str) -> bool:
    """Whether a larger place governs what begins at a position: it is written before it, or 辖 is. Of a place's 生产、加工
    两区 it is not enough that the place is named."""
    verb = _GOVERNS.search(annotation.text[:start])
    if verb and verb[0] != "的":
        return True
    at = verb.start() if verb else start
    return rank != "区" and any(s.end == at and s.label in ("Region", "Country") for s in annotation.spans)
