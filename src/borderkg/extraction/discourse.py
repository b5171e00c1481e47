"""What a text goes on to speak of: subjects that are left out, 该口岸, 前者, 两区, 全省, 其.

Chinese names a thing once and then speaks of it without naming it. A sentence is read clause by clause: each clause either
begins with its subject, which becomes the topic, or has none, and then takes one of the topics before it. Words that refer
back become spans of the thing that they refer to; a subject left out becomes a span without characters.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from borderkg.extraction import references
from borderkg.extraction.annotation import MARKS, Annotation, is_mark
from borderkg.extraction.references import Reference
from borderkg.extraction.span import Antecedent, Span
from borderkg.records import record

TOPICAL: Final = (
    "Port",
    "Platform",
    "TradeZone",
    "Region",
    "Country",
    "Countries",
    "Corridor",
    "Expo",
    "Organization",
    "Agreement",
    "Meeting",
    "Event",
    "Title",
    "Policy",
    "Period",
)
_MARKS: Final = "".join(MARKS[label] for label in TOPICAL)
_DATE: Final = MARKS["Date"]
_QUANTITY: Final = MARKS["Quantity"]
_LEAD: Final = re.compile(
    rf"(?:[{_DATE}“”‘’\"·▲△●■◆★◇○※]|其中|目前|当前|现有|现在|现|同时|此外|另外|另有|另|例如|如|比如|而|但是|但|则|又|并|即|因此|作为|早在|随后|此后|之后|后来|"
    r"当时|先后|相继|年末|年底|年初|末|底|初|间|期间|以来|起初|起|最初|[一二三四五六七八九十]是|第[一二三四五六七八九十]+届?|第{_QUANTITY}|[首历本上]届|\d+[.、]|[一二三四五六七八九十]+、|"
    r"\([一二三四五六七八九十\d]{1,2}\)|[①-⑳]|答:?|问:?|首先|其次|再次|最后|不过|只有|仅|除了|上|前|再|还|也|的|就|才|仍|(?:截至|到|至)(?=[{_DATE}])|省内|【)*"
)
_ADVERBS: Final = re.compile(
    r"(?:其中|目前|当前|现在|同时|此外|另外|另有|例如|比如|而|但是|但|则|又|并且|并|即|因此|随后|此后|之后|后来|当时|先后|相继|[一二三四五六七八九十]是|"
    r"第[一二三四五六七八九十]+|\d+[.、]|[一二三四五六七八九十]+、|答:?|问:?|首先|其次|再次|最后|不过|再|还|也)*"
    r"(?<![又也](?=[称名叫]))"
)
"""Before the place where a subject is left out."""

_MODIFIED: Final = re.compile(
    rf"(?:有|素有|号称|被誉为|被称为)“[^”,。]{{1,16}}”(?:之称|美誉|之美誉)?的|[^,。;:是为有与同对在由经于自从属以{_MARKS}]{{2,10}}的(?=[{_MARKS}])|(?:连接|沟通|贯通|横跨|位于|地处|[起始]于|通往|毗邻|紧邻|隶属|设在|[与同])[^,。;:]{{1,24}}?的(?=[{_MARKS}])"
)
"""距此不远的凭祥铁路口岸, 连接昆明与万象的中老铁路: what stands before the name of a subject."""

_OF_SEVERAL: Final = re.compile("(?:均|都|皆|分别|依次|各|同为|同属|同处|一律|全部|总|合计|多)")
"""What a clause begins with that goes on of several things."""

_ACT: Final = re.compile(
    r"(?:正式|再次|又|先后)?(?:批准|批复同意|批复|同意|核准|列|确定|定|辟)(?:为|(?:对外|恢复|扩大|正式|重新)*(?:开放|设立|建立|开通)?(?=[,。;)]|$))"
)
"""国务院批准为一类口岸: a body acts on what the clause does not name."""

_JOIN: Final = rf"(?:\([^()]{{1,14}}\))?{_QUANTITY}?(?:、(?:以及|和|与|及)?|以及|和|与|及|暨)"
_GROUP: Final = re.compile(rf"[{_MARKS}](?:{_JOIN}[{_MARKS}]|—[{_MARKS}])*")
_LAST_OF_TWO: Final = re.compile(rf"(?:和|与|同|及)[{_MARKS}]$")
_PRESENTED: Final = re.compile(
    rf"(?:有|设|建有|辖|包括|设立|建立|成立|批准|批复|同意|准予|开放|开通|新增|还有|印发|发布|发出|颁布|颁行|签署|签订|通过|出台|下发|下达|制定|编制|形成|公布|"
    rf"转发|批转|实施|举办|召开|提出|辟|兴办|即|：)(?:了|过|的)?[{_QUANTITY}]?(?:第[一二三四五六七八九十]+届|首届|历届)?(?:首个|新的|一批)?$"
)
"""Before a name: the sentence brings up something new, to speak of it."""

_NOT_SUBJECT: Final = re.compile(
    r"(?:[在于从自向对与同由经被据至往距比除是为属系归称以隔接邻靠把将给跟居处]|(?<![另还现仅只])有|位于|地处|隶属|根据|按照|作为|通过|借助|依托|利用|凭借|对应|毗邻|通往|连接)$"
)
_OBJECT_OF: Final = re.compile("(?:对应|对接|毗邻|通往|连接|面对|隔江|隔河|包括|包含|涵盖|囊括)[^,。;]{0,2}$")
"""对应哈方纳林果勒口岸，属…; 该区包括甘肃、新疆，毗邻…: what goes on behind the comma is not of the last name."""

_TOGETHER: Final = re.compile(
    r"[^,。;]{0,12}?(?:相对|相望|接壤|对应|毗邻|隔|签|开展|贸易|之间|相连|相接|对接|交界|相距|为邻|相邻|通关|对开|往来|互通)"
)
_SIDE: Final = r"正?[东西南北]{1,2}[部面边侧端]?(?:与|和|同|隔|邻|临|接|靠|连|毗)"
_CLAUSE: Final = re.compile(f"(?:[^,;:。!?()】、]+|、(?!{_SIDE}))+")
"""东与俄罗斯、南与朝鲜接壤 are two."""
_NUMBERED: Final = re.compile(r"\([一二三四五六七八九十\d]+\)")
"""（三）: the number of a paragraph, behind which it begins."""

_SUBORDINATE: Final = re.compile(
    r"(?:(?:所|下)?辖(?:边境)?(?:县级市|县|市|旗|区|镇)|(?:人民政府|政府|州府|首府|府|行署)?(?:所在地|驻地))(?=[,。;])"
)
"""西双版纳州辖县, said of the place before it."""
_HEADED: Final = re.compile(rf"(?:境内|境|内)?的[^,。;:{_MARKS}]{{0,6}}[{_MARKS}]")
BRANCH: Final = "discourse:branch of a port"
OFFICE: Final = "discourse:office of a region"
_KEPT: Final = 16


@record
class Group:
    """Things named together, with where they stand."""

    label: str
    members: tuple[Antecedent, ...]
    sentence: int
    presented: bool = False
    """Several things that a sentence brings up: 主要口岸有甲、乙. What goes on of one thing is not of them."""


Locate = Callable[[int, int], tuple[int, int]]
"""From a range of the sentence to a range of the file."""


class Discourse:
    """Reads the sentences of a document in order; `resolve` gives each back with its references resolved."""

    def __init__(self) -> None:
        self._topics: list[Group] = []
        """Oldest first."""
        self._mentioned: list[Group] = []
        self._sentence = 0

    def heading(self, annotation: Annotation, locate: Locate) -> None:
        """A heading that is nothing but a name sets the topic of its section; any other ends the topics before it."""
        self._topics, self._mentioned = [], []
        self._sentence += 1
        bare = re.sub(r"[【】\[\]]", "", annotation.abstract)
        if len(annotation.spans) == 1 and len(bare) <= 3 and annotation.spans[0].label in TOPICAL:
            span = annotation.spans[0]
            self._topics.append(self._group([span], locate))

    def resolve(self, annotation: Annotation, locate: Locate) -> Annotation:
        """The sentence with a span for each word that refers back and for each subject left out."""
        self._sentence += 1
        self._topics = [_left_behind(group) for group in self._topics]
        self._mentioned = [_left_behind(group) for group in self._mentioned]
        for begin, stop, goes_on in list(_clauses(annotation)):
            start, end = _abstract(annotation, begin), _abstract(annotation, stop)
            found = list(self._references(annotation, start, end))
            if found:
                rest = [s for s in annotation.spans if not any(f.start < s.end and s.start < f.end for f in found)]
                annotation = Annotation(annotation.text, _sorted([*rest, *found]))
                start, end = _abstract(annotation, begin), _abstract(annotation, stop)
            groups = list(_groups(annotation, start, end))
            head = None if goes_on else _head(annotation.abstract, start, groups)
            self._remember(annotation, groups, head, start, locate)
            if head is None and not goes_on and self._topics and not _pronoun_at_head(annotation, start):
                adverbs = _ADVERBS.match(annotation.abstract, start)
                at = annotation.starts[adverbs.end() if adverbs else start]
                together = bool(_OF_SEVERAL.match(annotation.abstract, adverbs.end() if adverbs else start))
                bracket = annotation.abstract[start - 1 : start] == "("
                meant = (
                    self._before_bracket(annotation, start - 2, locate) if bracket else self._nearest(begin, together)
                )
                annotation = _with_left_out(annotation, at, tuple(meant))
            elif head is not None and _acts_on(annotation, head[1]):
                meant = self._nearest(begin, together=False)
                annotation = _with_left_out(annotation, annotation.starts[head[1]], tuple(meant))
        return annotation

    # What refers back

    def _references(self, annotation: Annotation, start: int, end: int) -> Iterator[Span]:
        for reference in references.find(annotation, start, end):
            members = self._antecedents(reference)
            if members and reference.kind == "branch":
                yield self._branch(reference, members[0])
            elif members and reference.kind == "office":
                region = members[-1]
                at = reference.start, reference.end
                yield Span(*at, "Organization", reference.text, OFFICE, parts=(region.span,), antecedents=(region,))
            elif members:
                label = "Topic" if reference.labels == ("Topic",) else members[0].span.label
                individuals = tuple(i for m in members for i in m.span.individuals) if len(members) == 1 else ()
                yield Span(
                    reference.start,
                    reference.end,
                    label,
                    reference.text,
                    "discourse:" + reference.kind,
                    individuals,
                    antecedents=tuple(members),
                )

    def _branch(self, reference: Reference, port: Antecedent) -> Span:
        """…铁路口岸1956年设立，公路口岸1992年开放: the second is named after the place of the first."""
        at = reference.start, reference.end
        if port.span.found_by == BRANCH:
            port = port.span.antecedents[0]
        return Span(*at, "Port", reference.text, BRANCH, parts=(port.span,), antecedents=(port,))

    def _antecedents(self, reference: Reference) -> Sequence[Antecedent]:
        if reference.labels == ("Topic",):
            return list(self._nearest())
        candidates = [g for g in (*reversed(self._topics), *reversed(self._mentioned)) if g.label in reference.labels]
        if reference.noun == "区":  # of a zone and a district, 该区 is the zone
            candidates.sort(key=lambda g: reference.labels.index(g.label))
        if reference.labels == ("Corridor",):  # of a pipeline and a railway, 该管道 is the pipeline
            candidates.sort(key=lambda g: reference.noun not in g.members[0].span.text)
        fitting = [g for g in candidates if any(reference.fits(m.span) for m in g.members)]
        if reference.place is not None:
            return self._of_pair(reference, fitting)
        if reference.number > 1:
            return self._several(reference, fitting)
        for group in fitting:
            members = [m for m in group.members if reference.fits(m.span)]
            return members if reference.plural else members[-1:]
        return []

    def _of_pair(self, reference: Reference, fitting: Sequence[Group]) -> Sequence[Antecedent]:
        """前者, 后者: of two things named together, or of the two that were named last."""
        recent = [g for g in fitting if g.sentence >= self._sentence - 1]
        pair = next((list(g.members) for g in recent if len(g.members) == 2), [])
        if not pair:
            single = {g.members[0].raw: g.members[0] for g in recent if len(g.members) == 1}
            pair = sorted(list(single.values())[:2], key=lambda m: m.raw)
        return [pair[reference.place or 0]] if len(pair) == 2 else []

    def _several(self, reference: Reference, fitting: Sequence[Group]) -> Sequence[Antecedent]:
        """二者, 两口岸: as many things named together, or the last that were named one by one."""
        for group in fitting:
            members = [m for m in group.members if reference.fits(m.span)]
            if len(members) == reference.number:
                return members
        single: dict[str, Antecedent] = {}
        for group in fitting:
            for member in group.members:
                if reference.fits(member.span) and group.sentence >= self._sentence - 2:
                    single.setdefault(member.span.text, member)
        chosen = list(single.values())[: reference.number]
        return sorted(chosen, key=lambda m: m.raw) if len(chosen) == reference.number else []

    def _nearest(self, before: int | None = None, together: bool | None = None) -> Iterator[Antecedent]:
        """All that a subject left out may be: of each kind the group that stands nearest, before a place of the sentence.
        `together` tells whether the clause says of several (均, 都), where that is known."""
        seen: set[str] = set()
        nearest = self._topics[::-1]
        if together:  # several are spoken of, first those of this sentence: 市辖甲、乙两县，均与越南接壤
            nearest.sort(key=lambda g: (len(g.members) < 2, g.sentence != self._sentence))
        elif together is not None:
            nearest.sort(key=lambda group: group.presented)
        if together and (named := self._one_by_one(before)):
            seen.add(named[0].span.label)
            yield from named
        for group in nearest:
            first = group.members[0]
            later = before is not None and group.sentence == self._sentence and first.where and first.where[0] >= before
            if group.label not in seen and not later:
                seen.add(group.label)
                yield from group.members

    def _before_bracket(self, annotation: Annotation, i: int, locate: Locate) -> Sequence[Antecedent]:
        """What stands in brackets behind a name is said of it: 亚洲开发银行(简称“亚行”)."""
        span = annotation.at.get(i)
        return self._group([span], locate).members if span and span.label in TOPICAL else ()

    def _one_by_one(self, before: int | None) -> Sequence[Antecedent]:
        """甲建于1941年，乙建于1933年，均…: the subjects of the clauses before, where no group of them was named."""
        named = [m for g in self._topics if g.sentence == self._sentence and len(g.members) == 1 for m in g.members]
        ports = [m for m in named if m.span.label == "Port" and m.where and (before is None or m.where[0] < before)]
        grouped = any(g.sentence == self._sentence and len(g.members) > 1 for g in self._topics)
        several = {m.raw for m in ports}
        return [] if grouped or len(several) < 2 else list({m.raw: m for m in ports}.values())

    # What is remembered

    def _remember(
        self,
        annotation: Annotation,
        groups: Sequence[tuple[int, int]],
        head: tuple[int, int] | None,
        start: int,
        locate: Locate,
    ) -> None:
        """Take up the names of a clause: its subject last, so that it stands nearest."""
        text = annotation.abstract
        subjects: list[Group] = []
        for begin, end in groups:
            group = self._group(annotation.spans_in(begin, end, TOPICAL), locate)
            self._mentioned.append(group)
            phrase = _phrase_start(text, begin)
            if (begin, end) == head or any(m.span.antecedents for m in group.members):
                subjects.append(group)
            elif group.label != "Country" and _PRESENTED.search(text[max(start, phrase - 8) : phrase]):
                self._topics.append(replace(group, presented=len(group.members) > 1))
        self._topics = [*self._topics, *subjects][-_KEPT:]
        self._mentioned = self._mentioned[-_KEPT:]

    def _group(self, spans: Sequence[Span], locate: Locate) -> Group:
        members: list[Antecedent] = []
        for span in spans:
            if span.antecedents and span.found_by not in (BRANCH, OFFICE):
                members += [replace(a, where=(span.start, span.end)) for a in span.antecedents]
            else:
                heads = tuple(locate(part.start, part.end) for part in span.parts if part.start >= span.end)
                members.append(Antecedent(span, locate(span.start, span.end), (span.start, span.end), heads))
        return Group(members[-1].span.label, tuple(members), self._sentence)


def _with_left_out(annotation: Annotation, at: int, meant: tuple[Antecedent, ...]) -> Annotation:
    """With a span for what is left out at a position of the text, where it is known what that is."""
    if not meant:
        return annotation
    topic = Span(at, at, "Topic", "", "discourse:left out", antecedents=meant)
    return Annotation(annotation.text, _sorted([*annotation.spans, topic]))


def _left_behind(group: Group) -> Group:
    """A group of an earlier sentence: ranges of a sentence mean nothing in another."""
    if all(member.where is None for member in group.members):
        return group
    return replace(group, members=tuple(Antecedent(m.span, m.raw, None, m.heads) for m in group.members))


def _sorted(spans: Sequence[Span]) -> list[Span]:
    return sorted(spans, key=lambda s: (s.start, s.end))


def _abstract(annotation: Annotation, position: int) -> int:
    """The abstract position of a position of the text; of those that a left-out subject shares, the first."""
    return bisect_left(annotation.starts, position)


def _pronoun_at_head(annotation: Annotation, start: int) -> bool:
    """Whether a clause begins with 其."""
    lead = _LEAD.match(annotation.abstract, start)
    at = lead.end() if lead else start
    return at in annotation.at and annotation.at[at].label == "Topic"


def _phrase_start(text: str, at: int) -> int:
    """Where the phrase begins that a name ends: 俄罗斯 before 后贝加尔斯克口岸, 甘肃省的 before 马鬃山口岸."""
    while at > 0 and (is_mark(text[at - 1]) or (text[at - 1] in "的—" and at > 1 and is_mark(text[at - 2]))):
        at -= 1
    return at


def in_subject_position(text: str, at: int, end: int) -> bool:
    """Whether a name at a position of an abstract sentence can be what its clause speaks of: no preposition, copula or
    verb of place stands before it, or before the list that it stands in. Where a comma follows, at `end`, nothing may."""
    whole = end < len(text) and text[end] == ","
    at = _phrase_start(text, at)
    while at > 1 and text[at - 1] in "、和与及" and (is_mark(text[at - 2]) or text[at - 2] == ")"):
        at -= 1
        if text[at - 1] == ")":
            at = text.rfind("(", 0, at)
        at = _phrase_start(text, at)
    if whole and _OBJECT_OF.search(text[max(0, at - 4) : at]):
        return False
    return not _NOT_SUBJECT.search(text[max(0, at - 2) : at])


def _clauses(annotation: Annotation) -> Iterator[tuple[int, int, bool]]:
    """The clauses of a sentence as ranges of its text, and whether one goes on after a bracket; what stands in brackets
    is a clause too. Marks inside a name end none."""
    text = annotation.abstract
    for match in _CLAUSE.finditer(text):
        start, end = match.span()
        goes_on = text[start - 1 : start] == ")" and not _NUMBERED.fullmatch(text, 0, start)
        yield annotation.starts[start], annotation.starts[end], goes_on


def _groups(annotation: Annotation, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a clause, those joined by 、 and 和 together."""
    text = annotation.abstract
    position = start
    while match := _GROUP.search(text, position, end):
        begin, stop = match.span()
        joined = _LAST_OF_TWO.search(match[0])
        if joined and _TOGETHER.match(text, stop) and not re.search("、", match[0]):
            stop = begin + joined.start()  # 满洲里口岸与后贝加尔斯克口岸相对: two sides, not one group
        marks = [i for i in range(begin, stop) if i in annotation.at and annotation.at[i].label in TOPICAL]
        other = next((k for k, i in enumerate(marks) if text[i] != text[begin]), 0)
        if other:
            stop = marks[other - 1] + 1  # 靖西市、那坡县与越南: places and a country are not of one list
        yield begin, stop
        position = stop


def _acts_on(annotation: Annotation, at: int) -> bool:
    """Whether the body that ends at an abstract position acts on something left out."""
    return annotation.at[at - 1].label == "Organization" and bool(_ACT.match(annotation.abstract, at))


def _head(text: str, start: int, groups: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The group that a clause begins with, after dates and adverbs: its subject."""
    lead = _LEAD.match(text, start)
    position = lead.end() if lead else start
    modified = _MODIFIED.match(text, position)
    position = modified.end() if modified else position
    for i, (begin, end) in enumerate(groups):
        if modified and end <= position:
            continue  # within what modifies the subject
        if begin != position:
            return None
        following = groups[i + 1] if i + 1 < len(groups) else None
        if following and (following[0] == end or (_HEADED.match(text, end) and following[0] < end + 8)):
            position = following[0]  # 甘肃省的马鬃山口岸, 谅山省友谊口岸: the last is what is spoken of
            continue
        return None if _SUBORDINATE.match(text, end) else (begin, end)
    return None
