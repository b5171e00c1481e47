"""The gazetteer: the labels of the reference individuals and of the ontology's concepts, found in one pass.

One Aho–Corasick automaton finds all labels; a short name counts only where it begins and ends with a word (集安 is not
in 聚集安全), which the segmenter tells. Hidden labels count only where the neighbours confirm them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final

import ahocorasick_rs
import rjieba

from borderkg import reference, schema
from borderkg.corpus.normaliser import fold
from borderkg.extraction.span import Span
from borderkg.reference import Individual
from borderkg.schema import Concept

_KIND_LABELS: Final = {
    "platform-type": "PlatformKind",
    "port-mode": "PortKind",
    "port-class": "PortKind",
    "port-kind": "PortKind",
    "place-kind": "PlaceKind",
}
_PRIORITY: Final = (
    "Country",
    "Region",
    "Platform",
    "TradeZone",
    "Port",
    "Organization",
    "Policy",
    "Event",
    "Meeting",
    "Expo",
    "Corridor",
    "Agreement",
)
_SPOKEN: Final = {
    **dict.fromkeys(("我国", "全国", "中国", "清政府", "清朝政府", "清廷", "清王朝"), "CN"),
    **dict.fromkeys(("沙俄", "沙皇俄国", "帝俄"), "RU"),
}
"""Words for a country that are no names of it, with its code: the state of a time, which signed its treaties."""
_BARE_MODES: Final = {"铁路", "公路", "水运", "航空", "水路", "空运", "海运"}
"""Modes of transport are ordinary words; they are concepts only in front of 口岸, which the rules say."""


def squeeze(label: str) -> str:
    """A label as it looks in normalised text."""
    return re.sub(r"\s+", "", fold(label))


@dataclass(frozen=True, slots=True)
class Entry:
    form: str
    individuals: tuple[Individual, ...]
    concept: Concept | None
    label: str
    hidden: bool


class Gazetteer:
    """All names and kinds that are known beforehand."""

    def __init__(self, known: reference.Reference, concepts: tuple[Concept, ...]) -> None:
        found: dict[str, list[Individual]] = defaultdict(list)
        open_labels: set[str] = set()
        for individual in known.individuals.values():
            if individual.type not in _PRIORITY:
                continue  # plan periods are read as times
            for label in (individual.label_zh, *individual.alternatives, *individual.hidden, *_ranked(individual)):
                for form in _forms(squeeze(label)):
                    if individual not in found[form]:
                        found[form].append(individual)
                    if label not in individual.hidden and not _bare_and_far(individual, label):
                        open_labels.add(form)
        countries = {i.value("isoCode"): i for i in known.individuals.values() if i.type == "Country"}
        for word, code in _SPOKEN.items():
            found[word] = [countries[code]] if code in countries else []
            open_labels.add(word)
        self.entries: dict[str, Entry] = {}
        kinds = {concept.iri: concept for concept in concepts if concept.scheme == "platform-type"}
        for form, individuals in found.items():
            ordered = tuple(sorted(individuals, key=lambda i: (_rank(i), i.iri)))
            zoned = kinds.get(ordered[0].value("platformType")) if ordered[0].type == "Platform" else None
            self.entries[form] = Entry(form, ordered, zoned, ordered[0].type, form not in open_labels)
        for concept in concepts:
            kind = _KIND_LABELS.get(concept.scheme)
            if kind is None:
                continue
            for label in (concept.label_zh, *concept.other_labels):
                form = squeeze(label)
                if form not in self.entries and form not in _BARE_MODES:
                    self.entries[form] = Entry(form, (), concept, kind, False)
        self.words = tuple(sorted(self.entries))
        self._automaton = ahocorasick_rs.AhoCorasick(self.words)
        self._found = [self.entries[word] for word in self.words]
        """The entries by the numbers that the automaton gives them."""
        self._places = {n for n, entry in enumerate(self._found) if entry.label in ("Region", "Country", "Port")}
        self._jieba = rjieba.Jieba()
        self._cut: tuple[str, frozenset[int]] = "", frozenset({0})

    def boundaries(self, text: str) -> frozenset[int]:
        """Where words begin and end: of the text asked for last it is kept, which is asked for again."""
        if text != self._cut[0]:
            self._cut = text, frozenset((0, *accumulate(map(len, self._jieba.cut(text)))))
        return self._cut[1]

    def tags(self, text: str) -> list[tuple[str, str]]:
        """Words with their parts of speech (the segmenter's tag set)."""
        return list(self._jieba.tag(text))

    def known_words(self, text: str) -> list[str]:
        """The words of a text that the segmenter's dictionary has; what it does not have falls apart into characters."""
        return list(self._jieba.cut(text, False))

    def find(self, text: str) -> list[Span]:
        """The names in a text, not overlapping, the longest first where they would be."""
        hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
        if not hits:
            return []
        edges = {*self.boundaries(text)}
        edges |= self._inner_edges(hits, edges)
        taken = bytearray(len(text))
        spans: list[Span] = []
        doubtful: dict[tuple[int, int], Span] = {}
        left = [hit for _, _, hit in sorted([(hit[1] - hit[2], hit[1], hit) for hit in hits])]
        for _ in range(2):
            # The second time round, the edges of the names found first are edges of words too: 中共中央国务院.
            later = []
            for hit in left:
                word, start, end = hit
                if taken.find(1, start, end) >= 0 or (start, end) in doubtful:
                    continue
                entry = self._found[word]
                if start > 1 and text[start - 2] in _COMPASS and _PART_OF_AREA.match(text, start - 2):
                    continue  # 东北东部边境地区: no 东部地区
                if not _is_word(text, start, end, edges, _WIDE - (entry.label == "PlatformKind")):
                    later.append(hit)
                    continue
                span = Span(start, end, entry.label, text[start:end], "gazetteer", entry.individuals, entry.concept)
                if entry.hidden:
                    doubtful[start, end] = span
                    continue
                taken[start:end] = b"\x01" * (end - start)
                spans.append(span)
            edges |= {edge for span in spans for edge in (span.start, span.end)}
            if not later:
                break
            edges |= self._inner_edges(hits, edges)
            left = later
        spans += list(_confirmed(text, doubtful.values(), spans, taken))
        return sorted(spans, key=lambda s: s.start)

    def _inner_edges(self, hits: Sequence[tuple[int, int, int]], edges: set[int]) -> set[int]:
        """Edges inside words that are two places run together: 广西南宁, 中国香港."""
        places = [(start, end) for word, start, end in hits if word in self._places]
        ends = {end for start, end in places if start in edges and end not in edges}
        return {start for start, end in places if start in ends and end in edges}


_RANK_WORD: Final = re.compile(r"[省市县旗盟州区镇乡]$|地区$")


def _bare_and_far(individual: Individual, label: str) -> bool:
    """The bare name of a county that lies on no border (清水河 of 清水河县): border texts mean another place by it."""
    county = individual.type == "Region" and individual.value("adminLevel").endswith("county")
    return county and individual.value("borderCounty") != "true" and not _RANK_WORD.search(label)


def _rank(individual: Individual) -> int:
    return _PRIORITY.index(individual.type) if individual.type in _PRIORITY else len(_PRIORITY)


def _forms(label: str) -> Iterator[str]:
    """A label, and without its quotation marks where it has some."""
    yield label
    bare = re.sub(r"[“”‘’]", "", label)
    if bare != label:
        yield bare


_AUTONOMOUS: Final = re.compile(r".族自治([县州旗])$")


def _ranked(individual: Individual) -> Iterator[str]:
    """江城县 and 江城自治县 for 江城哈尼族彝族自治县: what all call it by is no label of its own."""
    rank = _AUTONOMOUS.search(individual.label_zh)
    for label in (*individual.alternatives, *individual.hidden) if rank else ():
        if rank and not label.endswith(rank[1]):
            yield label + rank[1]
            yield label + "自治" + rank[1]


_PART_OF_AREA: Final = re.compile("(?:东北|西北|华北|西南|华南|华东)[东西南北中]部|[东西南北中]部(?:边境|沿边)地区")
"""Where an area is named whose part a compass point is."""
_COMPASS: Final = "东西南北中华"
"""What such names begin with."""

_WIDE: Final = 4


def _is_word(text: str, start: int, end: int, edges: set[int], wide: int = _WIDE) -> bool:
    """Whether a name stands as a word: its edges are edges of words (one of them, for a name of `wide` characters)."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start].isascii() and ((before.isascii() and before.isalnum()) or (after.isascii() and after.isalnum())):
        return False
    if before == "以" and (after == "为" or (after == "、" and text[start - 2 : start - 1] in (*_PAUSES, "—"))):
        return True  # 以东兴为门户, where the segmenter sees 以东
    if before and before in "有为是即含括" and after == "、":
        return True  # 口岸有策克、满都拉, where the segmenter sees 有策
    sure = (start in edges, end in edges)
    district = (
        wide == _WIDE and end - start > 2 and text[end - 1] == "区" and after in tuple("为是与和、,。;均属位地辖")
    )
    if district or (end - start > 2 and text[end - 1] in "县旗州市" and after not in _OF_RANK):
        return sure[0]  # 贡山县均…, where the segmenter sees 县均
    if before in _PAUSES and (after in _PAUSES or after in "为是系均都皆" or (before == "、" and after == "等")):
        return True  # 和龙、安图; 普兰、里孜为
    if text.startswith("港", end) and sure[0] and text[end - 1] in "河江":
        return True  # 黑河港, where the segmenter sees 河港
    if text.startswith(("政府", "地区生产总值", "高速公路", "公路", "铁路"), end):
        return (
            sure[0] or before in "至到"
        )  # 中国政府, 西藏地区 are words to the segmenter, and so is 至磨 in 至磨憨公路
    if after and after in "至到自" and sure[0] and not text.startswith(_ITSELF, end):
        return True  # 大理至瑞丽, 内蒙古自俄罗斯进口
    if before in "设辟建" and text[start - 2 : start - 1] in tuple("年月日新增") and _SET_UP_THERE.match(text, end):
        return True  # 2000年设磨憨边境贸易区
    alone = before == "辖" or (before in "经至抵由从自" and text[start - 2 : start - 1] in ",;。、路道线")
    if alone and (after in ",;。、到至抵引经" or text.startswith(("出境", "入境"), end)):
        return True  # 经磨憨, 过老挝: all that stands between the verb and the comma
    return any(sure) if end - start >= wide else all(sure)


_AN_ACT: Final = re.compile("(?:边境|合作|振兴|开发|开放|建设|发展)$")
"""图们江区域合作, 东北地区振兴, 缅甸边境: words for what is done at the place before, or for its edge."""

_SET_UP_THERE: Final = re.compile("边境|边民|边贸|互市|综合保税|跨境|重点开发|海关|口岸|国际")

_ITSELF: Final = ("自治", "自贸", "自由", "自然", "自身", "自主", "自我", "自己", "自来")
_PAUSES: Final = ("", *",;:。、()“”")
_OF_RANK: Final = tuple("级长委城域府治志官场区政民郊值价面容")
_CONFIRMING: Final = re.compile(
    r"(?:口岸|海关(?!总署)|市|县|边境|对岸|试验区|合作区|[、(—]|(?:等?(?:\d+|[两二三四五六七八九十]+)个?)(?:地级|县级)?(?:市|县|旗|州|盟|地区|口岸))"
)
_LEADS_TO_PLACE: Final = re.compile(
    r"(?:[起止始终]于|[起终]点[在为是]|途经|终到|抵达|直达|位于|地处|坐落于|隶属|属于|设在|设于|下辖)$"
)


def _confirmed(text: str, doubtful: Iterable[Span], sure: list[Span], taken: bytearray) -> Iterator[Span]:
    """Hidden names beside a known place: in a list with one, right after one, or before what only a place has."""
    places = [s for s in sure if s.label in ("Region", "Port", "Country", "Platform")]
    ends = {s.end for s in places}
    starts = {s.start for s in places}
    waiting = sorted(doubtful, key=lambda s: s.start)
    progress = True
    while progress:
        progress = False
        for span in list(waiting):
            if any(taken[span.start : span.end]):
                waiting.remove(span)
                continue
            before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
            if span.label == "Organization":
                # 中央 as a body acts at the head of a clause; elsewhere it is an adjective.
                if before in ",;:。" and not re.match(
                    r"[和与、的]|财政|企业|银行|政府|领导|层面|预算|国家", text[span.end :]
                ):
                    yield span
                waiting.remove(span)
                continue
            if span.text == "内陆" and not (before == "、" or after == "、"):
                waiting.remove(span)
                continue  # 内陆边境线: of what kind, and no place
            listed = (before in "、和与及至到—" and span.start - 1 in ends) or (
                after in "、和与及至到—" and span.end + 1 in starts
            )
            if (
                listed
                or (span.label == "Country" and before and before in "与同跟对和" and after not in _PAUSES)
                or (span.label != "Country" and span.start in ends and not _AN_ACT.match(span.text))
                or (_CONFIRMING.match(text, span.end) and after not in "、(—")
                or _LEADS_TO_PLACE.search(text, max(0, span.start - 3), span.start)
            ):
                taken[span.start : span.end] = b"\x01" * (span.end - span.start)
                ends.add(span.end)
                starts.add(span.start)
                waiting.remove(span)
                progress = True
                yield span


@cache
def default() -> Gazetteer:
    """The gazetteer of the data that ships with BorderKG."""
    return Gazetteer(reference.load(), schema.load().concepts)
