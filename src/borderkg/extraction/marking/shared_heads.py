"""Names in a list that share the word for what they are: 南坪、古城里两个口岸; 吉木乃、临沧、和龙边境经济合作区;
边境口岸3个：樟木、吉隆、普兰; 5个试验区是：….

The word stands once, after the last, or before the first with their number. Each name of the list becomes a span of the
thing that it names, with the shared word among its parts; so every rule that takes a list of ports or zones takes these.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.marking.memory import Memory
from borderkg.extraction.marking.places import NESTED
from borderkg.extraction.marking.unknown_names import EPITHETS
from borderkg.extraction.span import Span
from borderkg.schema import Concept

_PLACE: Final = MARKS["Region"] + MARKS["Port"]
_KIND: Final = MARKS["PlatformKind"] + MARKS["PortKind"]
_MODIFIERS: Final = (
    r"(?:国家级?|国家重点|沿边|边境|对外开放的?|对外|国际性?|重要|主要|陆路|陆地|公路|铁路|水运|航空|对[俄朝蒙越缅老哈吉塔巴尼印苏]|常年开放|季节性|国家一类|一类|二类|新|智慧|水、?陆、?空|陆、?水、?空|公、?铁、?空|海、?陆、?空|"
    r"个|大|处|座|[两三四五六七八九](?=[个大处座]|口岸)){0,3}"
)
_WORD: Final = re.compile(rf"[{_KIND}]|口岸(?!城市|经济|办|县|管理|联检|建设)|片区|试验区|合作区|综保区")
_HEAD: Final = re.compile(rf"(?P<rest>等)?(?P<n>{MARKS['Quantity']})?{_MODIFIERS}(?P<head>{_WORD.pattern})")
_PART: Final = "片区"
"""A part of a free trade zone; one alone shares its name with nothing but the zone."""

_FREE_TRADE: Final = re.compile(r"(?P<zone>.+?(?:自由贸易试验区|自贸试验区|自贸区))(?:[\u4e00-\u9fff]{2,6}片区)?$")

_LISTED: Final = re.compile("[、和与及等]")
_COUNTRY: Final = MARKS["Country"]
_COMPOSED: Final = MARKS["Port"] + MARKS["Platform"]
_JOINER: Final = re.compile(r"(?:、(?:以及|和|与|及)?|以及|和|与|及)$")
_UNKNOWN: Final = re.compile(r"[\u4e00-\u9fff]{2,8}$")
_NOTE: Final = re.compile(r"\([^()]{1,14}\)$")
_OF_PLACE: Final = re.compile("[省市县旗州盟区镇乡]\\)$")
"""Behind the bare name of a port the place where it lies: 打洛(勐海县)、磨憨(勐腊县)两口岸."""

_MODE: Final = re.compile(f"(?<=[{_PLACE}])(?:铁路|公路|水运|航空|管道|港口|国际机场|机场)$")
"""珲春铁路、珲春公路、圈河三个口岸: the mode stands with the name, and the word for a port behind them all; 芒市机场."""

_DIRECTION: Final = re.compile("[东西华]?[东西南北](?:部|边|方|地区)?")
"""东北、西北和西南三大边境贸易区: large areas, no fenced zones."""

_RANKED: Final = re.compile(r"(?:[省市县旗州盟镇乡]|地区|自治区|苏木)$")
_NOT_NAMES: Final = re.compile(
    rf"设立|建立|批准|开放城市|^[东西南北]{{1,2}}[隔临邻接靠依抵毗]|^[由经从自被把将]|升格|^(?:开通|关闭|启用|通车|通关|地区|城市|省份|省区|等|其中|包括|以及|主要|重要|国家|边境|沿边|口岸|铁路|公路|水运|航空|水路|空运|海运|管道|陆路|陆地|内河|中国|我国|开放|恢复|扩大|建设|新增|新建|在建|原|{EPITHETS})$|^原(?!平)|(?:中心|市场|大厅)$"
)

_PRESENTS: Final = re.compile(
    r".{0,4}(?:设有|建有|辖有|拥有|现有|共有|还有|另有|分别有|设立了?|开放了?|批准|开辟了?|包括|有|辖|即|(?<!建)设)(?=[\u4e00-\u9fff]{2})"
)
"""县内设有水口、科甲两个口岸: what stands before the first name of a list."""

_ANNOUNCED: Final = re.compile(
    rf"(?P<before>{MARKS['Quantity']})?(?P<head>{_WORD.pattern})(?:共|现有|共有)?(?P<n>{MARKS['Quantity']})?"
    r"(?:(?P<is>,?(?:分别|依次)?[为是]:?)|(?:,?(?:即|包括|有)):?|:|\(|——)"
)
_ITEM: Final = re.compile(rf"[{_PLACE}](?:\([^()]{{1,14}}\))?(?!—)|[\u4e00-\u9fff]{{2,7}}?(?=[、和与及等,。;)]|$)")
_AND: Final = re.compile("、(?:以及|和|与|及)?|以及|和|与|及")
_CLOSED: Final = re.compile("[等,。;:)]|$")

_OF_UNKNOWN: Final = ("names-platforms::zone named after a place that is not known",)
"""Found by this, a zone is named after a place of which the gazetteer knows nothing: its words stand in no part."""

ONE_OF_LIST: Final = "shared heads:one of a list"
PAIR: Final = "shared heads:pair of names"
ZONE: Final = "shared heads:the zone of the parts"
"""The part of a span that names the free trade zone whose 片区 it is."""

_BESIDE: Final = 3
"""In a list of so many names one pair is the name of a port."""

NounStart = Callable[[str], int | None]
"""Where the proper name at the end of a run of characters begins; None where it has none."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The shared word: where the list before it ends, the word itself as a span, whether a number stands before it."""

    end: int
    span: Span
    open: bool
    """等 stands before it: one name is enough."""
    last: int | None
    """Where the last name stands that already has the word in its own span."""
    zone: str = ""
    """The free trade zone whose 片区 are named."""


def share(annotation: Annotation, memory: Memory, noun_start: NounStart, kinds: Mapping[str, Concept]) -> Annotation:
    """The sentence with the names of such lists as spans of what they name; `kinds` are the words for kinds of ports and
    zones."""
    text = annotation.abstract
    if not _LISTED.search(text) and _PART not in text:
        return annotation
    found: list[Span] = []
    for head in _heads(annotation, memory, kinds):
        items = _items(annotation, head, noun_start)
        alone = head.open or head.span.text == _PART
        if len(items) + (head.last is not None) >= 2 or (items and alone):
            shared = [_shared(item, _of_its_zone(item, head, memory)) for item in items]
            found += shared
            if head.last is not None and any(new is not item for new, item in zip(shared, items, strict=True)):
                found.append(_last(annotation.at[head.last], head))
    found += _announced(annotation, memory, kinds)
    once = {(span.start, span.end): span for span in found}
    return annotation.replaced(list(once.values()))


def _of_its_zone(item: Span, head: _Head, memory: Memory) -> _Head:
    """The word with the free trade zone of which the text has called a name a part, whatever zone stands nearer."""
    if not head.zone:
        return head
    return replace(head, zone=memory.parts.setdefault(item.text, head.zone))


def _announced(annotation: Annotation, memory: Memory, kinds: Mapping[str, Concept]) -> Iterator[Span]:
    """边境口岸3个：樟木、吉隆、普兰: the names behind their number, each as what the word before it says."""
    text = annotation.abstract
    for match in _ANNOUNCED.finditer(text) if MARKS["Quantity"] in text else ():
        if not (match["n"] or (match["before"] and match["is"])):
            continue
        word = _head_span(annotation, match, memory, kinds.get("自由贸易试验区") if memory.zone else None)
        items: list[Span] = []
        position = match.end()
        while word and (item := _ITEM.match(text, position)):
            start, end = annotation.text_range(item.start(), item.end())
            known = annotation.at.get(item.start())
            if known and item[0].endswith(")"):
                known = _with_note(annotation, known, item.start(), item.end())
            items.append(known or Span(start, end, "Region", item[0], "shared heads:unknown name"))
            joined = _AND.match(text, item.end())
            position = joined.end() if joined else item.end()
            if not joined:
                break
        named = any(item.individuals for item in items)
        if not (word and named and len(items) > 1 and _CLOSED.match(text, position)):
            continue
        if all(_may_be_named(item, word) and not _NOT_NAMES.search(item.text) for item in items):
            yield from (_shared(item, _Head(match.start(), word, False, None)) for item in items)


def _heads(annotation: Annotation, memory: Memory, kinds: Mapping[str, Concept]) -> "list[_Head]":
    text = annotation.abstract
    heads: list[_Head] = []
    for match in _HEAD.finditer(text) if _WORD.search(text) else ():
        before = text[match.start() - 1 : match.start()]
        counted = bool(match["n"] or match["rest"])
        if not before or before in "、,;:。(" or (before in _COMPOSED and not counted and before not in _PLACE):
            continue
        zone = _zone_before(annotation, match.start(), memory) if match["head"] == _PART else ""
        span = _head_span(annotation, match, memory, kinds.get("自由贸易试验区") if zone else None)
        if span:
            heads.append(_Head(match.start(), span, bool(match["rest"]), None, zone))
    for i, span in sorted(annotation.at.items()):
        kind = next((part for part in span.parts if part.label in ("PlatformKind", "PortKind")), None)
        own = span.label in ("Port", "Platform") and span.parts and span.parts[0].label in ("Region", "Country")
        own = own or (span.found_by in _OF_UNKNOWN and kind is not None)
        named = span.label == "Port" and not span.parts and span.text.endswith("口岸")
        known = span.label == "Platform" and bool(span.concept) and bool(span.individuals)
        if (own or named or known) and not span.antecedents and _JOINER.search(text[:i]):
            tail = kind or (_zone_tail(span, kinds) if known else _tail(span, kinds))
            if tail and (named or known or len(span.parts[0].parts) == 0 or kind):
                heads.append(_Head(i, tail, False, i))
    return heads


def _tail(span: Span, kinds: Mapping[str, Concept]) -> Span:
    """The word for the kind at the end of a port's name: 口岸, 公路口岸."""
    word = next((w for w, c in kinds.items() if c.scheme == "port-mode" and span.text.endswith(w)), "口岸")
    return Span(span.end - len(word), span.end, "PortKind", word, "shared heads:口岸", concept=kinds.get(word))


def _zone_before(annotation: Annotation, position: int, memory: Memory) -> str:
    """The free trade zone that a part belongs to: the last that the sentence names before it, itself or one of its parts,
    else the one spoken of."""
    for i in range(position - 1, -1, -1):
        span = annotation.at.get(i)
        for named in (span, *span.parts) if span and span.label == "Title" else (span,):
            zone = _FREE_TRADE.match(named.text) if named and named.label == "Platform" else None
            if zone:
                return zone["zone"]
    return memory.zone


def _zone_tail(span: Span, kinds: Mapping[str, Concept]) -> Span | None:
    """The word for the kind at the end of a known zone's name: 边境经济合作区."""
    labels = [word for word, c in kinds.items() if c.scheme == "platform-type" and span.text.endswith(word)]
    word = max(labels, key=len, default="")
    if not word or len(span.text) < len(word) + 2:
        return None
    return Span(span.end - len(word), span.end, "PlatformKind", word, "shared heads:a zone's kind", concept=kinds[word])


def _head_span(
    annotation: Annotation, match: "re.Match[str]", memory: Memory, free_trade: Concept | None
) -> Span | None:
    at = match.start("head")
    if at in annotation.at:
        span = annotation.at[at]
        open_city = span.concept and "open-city" in span.concept.iri
        return None if open_city else span
    start, end = annotation.text_range(at, match.end("head"))
    word = match["head"]
    if word == "口岸":
        return Span(start, end, "PortKind", word, "shared heads:口岸")
    if word == _PART:
        return Span(start, end, "PlatformKind", word, "shared heads:片区", concept=free_trade) if free_trade else None
    concept = memory.kinds.get(word)
    return Span(start, end, "PlatformKind", word, "shared heads:kind said before", concept=concept) if concept else None


def _items(annotation: Annotation, head: _Head, noun_start: NounStart) -> list[Span]:
    """The names of the list before a shared word, from right to left."""
    text = annotation.abstract
    position = head.end
    if head.last is not None:
        joined = _JOINER.search(text[:position])
        position = joined.start() if joined else position
    items: list[Span] = []
    while position > 0:
        note = _NOTE.search(text[:position])
        name_end = note.start() if note else position
        at = name_end - 1
        if note and text[at] == _COUNTRY and len(note[0]) == 3 and note[0][1] in _PLACE:  # 中国（广西）
            items.append(replace(annotation.at[at + 2], start=annotation.starts[at], end=annotation.starts[position]))
            start = at
        elif head.span.label == "PortKind" and (mode := _MODE.search(text, 0, name_end)):
            town = annotation.at[mode.start() - 1]
            stop = annotation.starts[name_end - 1] + 1
            items.append(Span(town.start, stop, "Port", annotation.text[town.start : stop], ONE_OF_LIST, parts=(town,)))
            start = mode.start() - 1
        elif at in annotation.at and text[at] in _PLACE:
            known, start = _dashed(annotation, at)
            if items and known.label == "Port" and known.text.endswith("口岸") and head.span.label != "PortKind":
                break  # 甲口岸和乙、丙两个互市点: the list stands beside what has a word of its own
            named = known.label == "Port" and known.text.endswith(
                "口岸"
            )  # what stands behind 天保口岸 says where it is
            named = named or (head.span.label == "PortKind" and bool(note and _of_place(annotation, position)))
            items.append(_with_note(annotation, known, at, position) if note and not named else known)
        elif at in annotation.at:
            break
        else:
            item, start = _unknown(annotation, name_end, noun_start)
            if item is None:
                break
            items.append(item)
        joined = _JOINER.search(text[:start])
        if joined is None:
            break
        position = joined.start()
    if any(not _may_be_named(item, head.span) for item in items):
        return []
    pairs = [item for item in items if item.found_by == PAIR]
    if head.span.label == "PortKind" and pairs and (len(pairs) > 1 or len(items) < _BESIDE):
        return []  # 友谊关—友谊、东兴—芒街等口岸: ports that face one another; 樟木、日屋—陈塘、里孜等口岸: one of two villages
    return list(reversed(items))


def _of_place(annotation: Annotation, end: int) -> bool:
    """Whether a note that ends at a position says where the port before it lies."""
    return bool(_OF_PLACE.search(annotation.text[: annotation.starts[end - 1] + 1]))


def _with_note(annotation: Annotation, place: Span, at: int, end: int) -> Span:
    """勐腊（磨憨）: the smaller place in brackets belongs to the name."""
    if end - at != 4 or annotation.abstract[at + 2] not in _PLACE:
        return place
    note = annotation.text[place.end : annotation.starts[end]]
    parts = (*place.parts[:-1], _longer(place.parts[-1], note)) if place.parts else ()
    return replace(_longer(place, note), parts=parts)


def _longer(span: Span, note: str) -> Span:
    return replace(span, end=span.end + len(note), text=span.text + note)


def _dashed(annotation: Annotation, at: int) -> tuple[Span, int]:
    """The name at a position, or the pair of names that a dash joins: 绥芬河—东宁."""
    last = annotation.at[at]
    text = annotation.abstract
    if text[at - 1 : at] != "—":
        return last, at
    first = annotation.at.get(at - 2)
    if first is not None and text[at - 2] in _PLACE:
        start, begin, parts = at - 2, first.start, (*(first.parts or (first,)), last)
    else:
        match = re.search(r"(?:^|(?<=[、和与及,:]))[\u4e00-\u9fff]{2,6}$", text[: at - 1])
        if match is None:
            return last, at
        start, begin, parts = match.start(), annotation.starts[match.start()], ()
    joined = annotation.text[begin : last.end]
    return Span(begin, last.end, "Region", joined, PAIR, parts=parts), start


def _unknown(annotation: Annotation, end: int, noun_start: NounStart) -> tuple[Span | None, int]:
    """An unknown name that ends at a position: between two joiners, or after the last word that is none."""
    match = _UNKNOWN.search(annotation.abstract[:end])
    if match is None:
        return None, end
    run = match[0]
    parts = re.split(r"[和与及]|以及", run)
    cut = len(run) - len(parts[-1]) if len(parts[-1]) > 1 else 0  # 永和 is a name
    verb = _PRESENTS.match(run)
    cut = max(cut, verb.end() if verb else 0)
    inside = cut > 0 or annotation.abstract[match.start() - 1 : match.start()] == "、"
    if not inside:
        start = noun_start(run)
        if start is None:
            return None, end
        cut = start
    name = run[cut:]
    if (
        not 2 <= len(name) <= 7
        or _NOT_NAMES.search(name)
        or name[-1] in "为是系属均都皆"
        or (len(name) > 4 and noun_start(name) != 0)
    ):
        return None, end
    begin, stop = annotation.text_range(match.start() + cut, end)
    return Span(begin, stop, "Region", name, "shared heads:unknown name"), match.start() + cut


def _may_be_named(item: Span, head: Span) -> bool:
    """Whether a place can give its name: no province names a port (北京 and 上海 do), nothing with its rank."""
    ported = head.label == "PortKind"
    if ported and _DIRECTION.fullmatch(item.text):
        return False  # 西北与某口岸相隔30公里
    if item.label == "Port":
        return ported or head.text == _PART
    if item.found_by == NESTED:
        return not _RANKED.search(item.parts[-1].text)
    free_trade = bool(head.concept and head.concept.iri.endswith("free-trade-pilot-zone"))
    province = any(i.is_province and not i.label_zh.endswith("市") for i in item.individuals)
    if province:
        return free_trade and not ported
    if any(i.iri.find("/area/") >= 0 for i in item.individuals):
        return False
    return not (_RANKED.search(item.text) and len(item.text) > 2)


def _shared(item: Span, head: _Head) -> Span:
    if item.label == "Port" and item.text.endswith(("口岸", "港")) and not head.zone:
        return item  # it has a word of its own
    label = "Port" if head.span.label == "PortKind" else "Platform"
    if head.span.concept and head.span.concept.iri.endswith("border-trade-zone") and _DIRECTION.fullmatch(item.text):
        label = "TradeZone"
    if item.label == label:
        return replace(item, parts=(*item.parts, head.span))
    if item.found_by == PAIR and label == "Port":
        item = replace(item, parts=())  # 日屋—陈塘口岸 lies in neither
    parts: tuple[Span, ...] = (item, head.span)
    if head.zone:
        parts = (*parts, Span(item.start, item.start, "Platform", head.zone, ZONE))
    return Span(
        item.start,
        head.span.end if head.zone and item.end == head.span.start else item.end,
        label,
        item.text,
        ONE_OF_LIST,
        item.individuals,
        head.span.concept,
        parts=parts,
    )


def _last(span: Span, head: _Head) -> Span:
    """The last name of a list, which has the shared word: it is one of the list like the others."""
    if span.label == "Platform" and not span.parts:
        return span  # a known zone is named in full
    place: Sequence[Span] = [part for part in span.parts if part.label == "Region"]
    if not span.parts and head.span.concept:
        bare = span.text[: -len(head.span.text)]
        return replace(span, text=bare, found_by=ONE_OF_LIST, parts=(replace(span, text=bare), head.span))
    if not place or head.span.label != "PortKind":
        return span
    return Span(
        span.start,
        span.end,
        "Port",
        place[0].text,
        ONE_OF_LIST,
        place[0].individuals,
        head.span.concept,
        parts=(place[0], head.span),
    )
