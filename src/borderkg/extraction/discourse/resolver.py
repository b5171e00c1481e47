"""What a text goes on to speak of: subjects that are left out, 该口岸, 前者, 两区, 全省, 其.

Chinese names a thing once and then speaks of it without naming it. A sentence is read clause by clause: each clause either
begins with its subject, which becomes the topic, or has none, and then takes one of the topics before it. Words that refer
back become spans of the thing that they refer to; a subject left out becomes a span without characters.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.discourse import branches, clauses, counted, references, reports
from borderkg.extraction.discourse.appositions import apposed
from borderkg.extraction.discourse.branches import BRANCH
from borderkg.extraction.discourse.entries import Entries
from borderkg.extraction.discourse.governing import Governing, Locate, office
from borderkg.extraction.discourse.groups import Group, as_cited, bare_county, left_behind, nearest, refers_back, within
from borderkg.extraction.discourse.nouns import Reference as WordBack
from borderkg.extraction.discourse.sides import Sides
from borderkg.extraction.marking.offices import FOUND_BY as OFFICE
from borderkg.extraction.span import Antecedent, Span
from borderkg.records import replace
from borderkg.reference import Reference

_ADVERBS: Final = re.compile(
    r"(?:其中|目前|当前|现在|同时|此外|另外|另有|例如|比如|而|但是|但|则|又|并且|并|即|因此|随后|此后|之后|后来|当时|先后|相继|"
    rf"{clauses.ITEM}|第[一二三四五六七八九十]+|\d+[.、]|[一二三四五六七八九十]+、|答:?|问:?|首先|其次|再次|最后|不过|再|还|也)*"
    r"(?<![又也](?=[称名叫译]))"
)
"""Before the place where a subject is left out."""

_EXAMPLE: Final = re.compile("例如|比如|其中")
_ONLY: Final = re.compile("(?:全国|我国|中国|全[省区市州]|世界)[^,。;()]{0,6}(?:唯一|仅有|最|首|第)")
"""(全省唯一的边境县): what a bracket says a place to be is not spoken of behind it."""

_OF_SEVERAL: Final = re.compile("(?:均|都|皆|分别|依次|各|同为|同属|同处|一律|全部|总|合计|多|[^,;。]{1,8}分别[为是])")
"""What a clause begins with that goes on of several things."""

_PRESENTED: Final = re.compile(
    rf"(?:有着?|设|恢复|建有|辖|包括|[划区]分为|分[为成]|划为|设立|建立|成立|批准|批复|同意|准予|开放|开通|新增|还有|印发|发布|发出|颁布|颁行|签署|签订|通过|出台|下发|下达|制定|编制|形成|公布|"
    rf"转发|批转|实施|举办|召开|提出|辟|兴办|即|把|：|(?:分别|依次)[是为]|(?:口岸|{MARKS['PortKind']})(?:[是为]|当属|要数|首推))(?:了|过|的)?(?:[{MARKS['Quantity']}]|一[个处座条])?(?:第[一二三四五六七八九十]+届|首届|历届)?(?:首个|新的|一批)?$"
)
"""Before a name: the sentence brings up something new, to speak of it."""

_PARK: Final = re.compile(r"(?:核心|产业|工业|物流|加工|综合)?(?:园区|片区|组团|功能区|产业园|工业园|物流园)")
"""Behind a place: 下设孟定园区、南伞园区 brings up parts of a zone, and not the places."""

_JOINED: Final = re.compile(rf"[{''.join(MARKS.values())}](?:[、和与及][{''.join(MARKS.values())}])+")
_GOVERNING: Final = ("Organization", "Title", "Region")
"""What a heading may name a place by, of which 全省 then speaks."""
_AT: Final = attrgetter("start", "end")
_KEPT: Final = 16
_HEAD: Final = 5
"""Sentences and headings among which the number of a document stands."""


class Discourse:
    """Reads the sentences of a document in order; `resolve` gives each back with its references resolved."""

    def __init__(self, known: Reference) -> None:
        self._topics: list[Group] = []
        """Oldest first."""
        self._mentioned: list[Group] = []
        self._known = known
        self._governing = Governing(known)
        self._sides = Sides(known)
        self._sentence = 0
        self._reported: list[Group] = []
        """The place on which the text is a report, as its title says: what goes without a subject is told of it."""
        self._entry: list[Group] = []
        """What an entry is about whose paragraphs begin with headings that run in."""
        self._about: list[Group] = []  # what an entry is about by its title
        self._enumerated: list[Group] = []  # what was spoken of where 一是 stands
        self._entries, self._labels = Entries(), 0

    def title(self, annotation: Annotation, locate: Locate) -> None:
        """The first line of a text that is nothing but a name: what its 口岸 or 试验区 is, whatever was named since."""
        named = [span for span in annotation.spans if span.label in ("Port", "Platform")]
        if len(named) == 1 and len(annotation.abstract) == 1:
            self._about = [self._group(named, locate)]

    def labelled(self) -> None:
        """A paragraph begins with a heading that runs in: what it leaves out is what the first such paragraph is about,
        and no port that another names."""
        self._labels += 1
        if self._labels > 1:
            self._topics = [left_behind(group) for group in self._entry]

    def heading(self, annotation: Annotation, locate: Locate) -> None:
        """A heading that is nothing but names sets the topic of its section; any other ends the topics before it."""
        self._topics, self._mentioned = list(self._reported), []
        self._entry, self._labels, self._enumerated = [], 0, []
        self._sentence += 1
        self._number(annotation, locate)
        bare = re.sub(r"[【】\[\]]", "", annotation.abstract)
        labels = {span.label for span in annotation.spans}
        between = 3 if len(annotation.spans) == 1 else 2 * len(annotation.spans) - 1
        named = len(labels) == 1 and labels <= set(clauses.TOPICAL)
        if named and len(bare) <= between and (len(annotation.spans) == 1 or _JOINED.fullmatch(bare)):
            self._topics.append(self._group(annotation.spans, locate))
        self._governing.remember([s for s in annotation.spans if s.label in _GOVERNING], locate)
        self._report(annotation, locate)
        defined = self._entries.heading(annotation, self._topics if named else [])
        self._topics = self._topics or list(self._reported or self._about or defined)

    def _number(self, annotation: Annotation, locate: Locate) -> None:
        if self._sentence <= _HEAD:
            self._governing.number(annotation.text, locate)

    def _report(self, annotation: Annotation, locate: Locate) -> None:
        place = None if self._reported else reports.place(annotation)
        if place:
            self._reported = [left_behind(self._group([place], locate))]

    def resolve(self, annotation: Annotation, locate: Locate) -> Annotation:
        """The sentence with a span for each word that refers back and for each subject left out."""
        self._sentence += 1
        self._number(annotation, locate)
        if self._sentence == 1:  # a title that stands as a paragraph
            self._report(annotation, locate)
        if self._reported and reports.begins_part(annotation):
            self._topics = list(self._reported)
            return annotation
        before = self._sentence - 1  # what older groups say was seen to then
        self._topics = [
            left_behind(group) if group.sentence == before else group
            for group in self._topics
            if group.sentence < before or not self._sides.both(group)
        ]
        self._mentioned = [left_behind(group) if group.sentence == before else group for group in self._mentioned]
        kinds, another = references.kinds_in(annotation.abstract), False
        for begin, stop, goes_on in list(clauses.clauses(annotation)):
            starts = annotation.starts  # of characters that a position of the text shares, the first is meant
            start, end = bisect_left(starts, begin), bisect_left(starts, stop)
            found = list(self._references(annotation, start, end, kinds, locate))
            if found:
                rest = [s for s in annotation.spans if not any(f.start < s.end and s.start < f.end for f in found)]
                annotation = Annotation(annotation.text, sorted([*rest, *found], key=_AT))
                start, end = bisect_left(annotation.starts, begin), bisect_left(annotation.starts, stop)
            if bodies := annotation.spans_in(start, end, ("Organization", "Title")):
                self._governing.remember(bodies, locate)
            groups = list(clauses.groups(annotation, start, end))
            led = clauses.lead(annotation.abstract, start)
            aside = clauses.notes_country(annotation, start, led)
            head = (
                None if goes_on or aside or apposed(annotation, led) else clauses.head(annotation.abstract, led, groups)
            )
            if clauses.renames(annotation, start, end):
                continue
            if head and annotation.at[head[0]].label == "Countries" and clauses.state_acts(annotation, led) is not None:
                head = None  # 中哈两国政府商定开放: what is opened was spoken of before
            another = head is None and (another or clauses.of_another_line(annotation.abstract, led))
            acting = head is not None and bool(self._topics) and clauses.acts_on(annotation, head[1])
            place = head is not None and annotation.at[head[1] - 1].label == "Region"
            apart = (
                (acting and place)
                or (place and bool(self._topics) and clauses.governed(annotation.abstract, led))
                or (annotation.abstract[start - 1 : start] == "(" and _ONLY.match(annotation.text, begin))
            )
            self._remember(annotation, groups, None if apart else head, start, locate)
            acted = clauses.state_acts(annotation, led) if head is None and self._topics else None
            if acted is not None:
                annotation = clauses.with_left_out(
                    annotation,
                    annotation.starts[acted],
                    tuple(nearest(self._topics, self._sentence, begin, together=False)),
                )
            elif not (head or goes_on or another) and self._topics and not clauses.named_otherwise(annotation, led):
                adverbs = _ADVERBS.match(annotation.abstract, start)
                if adverbs and adverbs.end() == end > start and _EXAMPLE.fullmatch(annotation.abstract, start, end):
                    continue  # 例如，甲与乙…: what it is told of is named behind the comma
                begun = adverbs.end() if adverbs else start
                at, together = annotation.starts[begun], bool(_OF_SEVERAL.match(annotation.abstract, begun))
                meant = (
                    self._before_bracket(annotation, start - 2, locate)
                    if annotation.abstract[start - 1 : start] == "("
                    else nearest(self._topics, self._sentence, begin, together)
                )
                meant = counted.of_one(annotation.abstract, begun, meant)
                meant = self._sides.of_place(annotation, bisect_left(annotation.starts, at), meant, self._mentioned)
                annotation = clauses.with_left_out(annotation, at, tuple(meant))
            elif head is not None and acting:
                meant = nearest(self._topics, self._sentence, begin, together=False)
                annotation = clauses.with_left_out(annotation, annotation.starts[head[1]], tuple(meant))
        self._keep_entry(annotation)
        return annotation

    def _keep_entry(self, annotation: Annotation) -> None:
        self._entries.hear(annotation, self._topics)
        if self._labels == 1 and not self._entry:
            self._entry = self._topics[:1]

    # What refers back

    def _references(
        self, annotation: Annotation, start: int, end: int, kinds: references.Kinds, locate: Locate
    ) -> Iterator[Span]:
        offices: list[Span] = []
        for reference in references.find(annotation, start, end, kinds):
            if reference.kind == "office":
                region = self._governed(annotation, reference, offices, locate)
                if region:
                    offices.append(office(reference, region))
                    yield offices[-1]
                continue
            members = self._antecedents(reference)
            if not members and reference.kind == "branch":
                members = branches.of_town(self._topics, self._known)
            whole = reference.kind == "whole" and (reference.text[0] in "全本我" or reference.text == "自治区")
            whole = whole or (reference.kind == "definite" and reference.labels == ("Region",))
            if not members and whole:
                members = [place for place in [self._whole_of(reference)] if place]
            if reference.kind == "definite" and len(members) == 1 and members[0].span.found_by == BRANCH:
                members = [branches.whole(members[0], (*self._topics, *self._mentioned))]
            if members and reference.kind == "branch":
                yield branches.named_after(members[0], reference)
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

    def _whole_of(self, reference: WordBack) -> Antecedent | None:
        """全市 behind 市商务局 of a town, or in a text on its port."""
        latest = (member for group in reversed(self._mentioned) for member in group.members)
        governing = self._governing
        return governing.named(reference) or governing.around(reference, latest) or governing.numbered(reference)

    def _governed(
        self, annotation: Annotation, reference: WordBack, offices: Sequence[Span], locate: Locate
    ) -> Antecedent | None:
        """The place whose office is meant."""
        near = self._governing.near(annotation, reference, offices, locate)
        if near or not reference.noun:
            return near
        members = self._antecedents(reference)
        if members:
            return members[-1]
        return self._whole_of(reference) or self._governing.ahead(annotation, reference, locate)

    def _antecedents(self, reference: WordBack) -> Sequence[Antecedent]:
        if reference.text == "它":  # what was spoken of last, of whatever kind
            things = [group for group in self._topics if group.label != "Organization"]
            latest = {group.label: group for group in things if group.sentence == things[-1].sentence}
            return [member for group in latest.values() for member in group.members]
        if reference.labels == ("Topic",):
            return nearest(self._topics, self._sentence)
        candidates = [g for g in (*reversed(self._topics), *reversed(self._mentioned)) if g.label in reference.labels]
        if reference.kind == "thereby":  # 据此: the document that was named last, be it in passing
            candidates = [g for g in reversed(self._mentioned) if g.label in reference.labels]
        if reference.kind == "definite" and reference.text[0] == "本":
            candidates = [g for g in candidates if not g.cited]
        if reference.noun == "区":  # of a zone and a district, 该区 is the zone
            candidates.sort(key=lambda g: reference.labels.index(g.label))
        if reference.labels == ("Corridor",):  # of a pipeline and a railway, 该管道 is the pipeline
            candidates.sort(key=lambda g: reference.noun not in g.members[0].span.text)
        if reference.labels == ("Port",):  # 唯一的口岸在甲，对面是乙口岸。该口岸… is ours
            candidates[len(self._topics) :] = sorted(candidates[len(self._topics) :], key=self._sides.recent_and_home)
        fitting = [g for g in candidates if any(reference.fits(m.span) for m in g.members)]
        fitting = self._sides.within(fitting) if reference.text == "境内" else fitting
        if reference.text in ("全县", "全市") and (bare := bare_county(self._topics, fitting)):
            return bare
        if reference.kind == "whole":  # 广西…有防城区、凭祥市…，全区: the whole is none of those listed in it
            reported = [
                m.raw for g in self._reported for m in g.members
            ]  # 瑞丽市志: 全市 is 瑞丽, whatever was named since
            fitting.sort(
                key=lambda g: (
                    g.members[0].raw not in reported,
                    (len(g.members) > 1) + (not reference.fits(g.members[0].span)),
                )
            )
        if reference.kind == "first or last":
            fitting = [g for g in fitting if not any(within(g, other) for other in fitting)]
            several = next((g.members for g in fitting if len(g.members) > reference.number), ())
            return several[-reference.number :] if reference.place else several[: reference.number]
        if reference.place is not None:
            return counted.of_pair(reference, fitting, self._sentence)
        if reference.number > 1:
            return counted.together(reference, fitting, self._sentence, self._known)
        one = reference.kind in ("definite", "described", "here") and not reference.plural
        if one and (port := branches.of_several(fitting)):
            return port
        if one:  # 甲市辖乙市、丙县。该市… is 甲市
            fitting.sort(key=lambda group: group.presented)
        if reference.kind == "bare noun":
            own = [g for g in self._about if g.label in reference.labels and reference.fits(g.members[0].span)]
            fitting = [*own, *fitting]
        for group in fitting:
            members = [m for m in group.members if reference.fits(m.span)]
            return members if reference.plural else members[-1:]
        return []

    def _before_bracket(self, annotation: Annotation, i: int, locate: Locate) -> Sequence[Antecedent]:
        """What stands in brackets behind a name is said of it: 亚洲开发银行(简称“亚行”)."""
        span = annotation.at.get(i)
        return self._group([span], locate).members if span and span.label in clauses.TOPICAL else ()

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
        text, subjects = annotation.abstract, list[Group]()
        if clauses.FIRST_ITEM.match(text, start):
            self._enumerated = list(self._topics)
        elif head is None and clauses.NEXT_ITEM.match(text, start):
            self._topics = list(self._enumerated)
        for begin, end in groups:
            named = annotation.spans_in(begin, end, clauses.TOPICAL)
            self._mentioned += [
                self._group([part], locate)
                for span in named
                for part in span.parts
                if span.label in ("Title", "Organization") and part.label == "Platform"
            ]
            group = as_cited(self._group(named, locate), text, begin)
            self._mentioned.append(group)
            phrase = clauses.phrase_start(text, begin)
            if [span for span in named if span.antecedents and references.within(span.text)]:
                continue
            if (
                (begin, end) == head
                and len(group.members) > 1
                and clauses.ANNOUNCED.search(text, max(0, begin - 4), begin)
            ):
                self._topics.append(replace(group, presented=True))
                continue
            if (begin, end) == head or refers_back(group, text, begin):
                subjects.append(group)
                continue
            parts = group.label == "Region" and _PARK.match(annotation.text, group.members[-1].span.end)
            if parts or group.label == "Country" or not _PRESENTED.search(text[max(start, phrase - 8) : phrase]):
                continue
            if not self._abroad(annotation, phrase, begin, group):
                self._topics.append(replace(group, presented=len(group.members) > 1))
        self._topics = [*self._topics, *subjects][-_KEPT:]
        self._mentioned = self._mentioned[-_KEPT:]

    def _abroad(self, annotation: Annotation, phrase: int, begin: int, group: Group) -> bool:
        """Whether a thing that is brought up lies across the border, as is known of it or of the place before it, and
        something of its kind is spoken of: 对方口岸为老挝的磨丁口岸，1992年… goes on about ours."""
        if not any(topic.label == group.label for topic in self._topics):
            return False
        before = annotation.spans_in(phrase, begin, ("Region", "Country"))
        foreign = any(i.type == "Country" and not i.is_china for s in before for i in s.individuals)
        around = [*before, *(member.span for member in group.members)]
        return foreign or any(self._known.at_home(span.individuals) is False for span in around)

    def _group(self, spans: Sequence[Span], locate: Locate) -> Group:
        members: list[Antecedent] = []
        for span in spans:
            if span.antecedents and span.found_by not in (BRANCH, OFFICE):
                members += [replace(a, where=(span.start, span.end)) for a in span.antecedents]
            else:
                own = () if span.antecedents else span.parts  # those of an office stand elsewhere
                heads = tuple(locate(part.start, part.end) for part in own if not span.start <= part.start < span.end)
                members.append(Antecedent(span, locate(span.start, span.end), (span.start, span.end), heads))
        return Group(members[-1].span.label, tuple(members), self._sentence)
