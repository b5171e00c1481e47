"""Of a law and its revision, which of the two the words that name the revision are about.

经2015年修订的《某省条例》 names one document, the law as revised, and what the words tell of date, issuer and place is told of
that; 1990年通过、2004年修正的《某省条例》 tells of both.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.extraction.relations.read import Read
from borderkg.extraction.statement import Range
from borderkg.records import replace

_OF_BOTH: Final = "documents::a law is passed on one day and revised on another"
_IN_FORCE: Final = "documents::a law is revised on a day"
"""现行《某省条例》是2018年修订的版本 calls the law by its name."""


def of_names(inherent: Iterator[Read], reads: Sequence[Read]) -> Iterator[Read]:
    """What names say by themselves; the place of 经2015年修订的《某省条例》 is that of the law as revised."""
    apart = {r.subject.text for r in reads if r.rule == _OF_BOTH}
    revised = {
        (r.object.text, r.evidence[1]): r.subject
        for r in reads
        if r.predicate == "amends" and _as_revised(r) and r.rule != _IN_FORCE
    }
    for read in inherent:
        revision = revised.get((read.subject.text, read.evidence[1])) if read.predicate == "appliesTo" else None
        yield replace(read, subject=revision) if revision and read.subject.text not in apart else read


def without_bases(reads: list[Read]) -> list[Read]:
    """Readings, without those that say of a law what the same words say of its revision: 新修订的《…法》由…通过."""
    bases = {r.subject.text: r.object.text for r in reads if r.predicate == "amends" and _as_revised(r)}
    revised = [r for r in reads if r.subject.text in bases and r.predicate in ("dateIssued", "issuedBy")]
    said = {(bases[r.subject.text], r.predicate, r.object.text): r.match for r in revised}
    return _without_days_of_revisions(
        [
            r
            for r in reads
            if r.rule == _OF_BOTH or not _overlap(r.match, said.get((r.subject.text, r.predicate, r.object.text)))
        ]
    )


def _without_days_of_revisions(reads: list[Read]) -> list[Read]:
    """Readings, a law without the day of its revision, and without who revised it where nothing tells when it was issued:
    《…条例》由…第三次会议于2022年11月25日修订通过."""
    bases = {r.subject.text: r.object.text for r in reads if r.predicate == "amends"}
    days = {
        (bases[r.subject.text], r.object.text) for r in reads if r.subject.text in bases and r.predicate == "dateIssued"
    }
    dated = [r for r in reads if r.predicate == "dateIssued" and r.subject.text in bases.values()]
    of_revision = [r for r in dated if (r.subject.text, r.object.text) in days]
    undated = {r.subject.text for r in of_revision} - {r.subject.text for r in dated if r not in of_revision}
    return [
        r
        for r in reads
        if r not in of_revision
        and not (
            r.predicate == "issuedBy" and r.subject.text in undated and r.rule == "documents::a document is issued"
        )
    ]


def _as_revised(amends: Read) -> bool:
    """Whether the words name a law as it was revised, 经…修订的《L》; 《L》，2009年修订 tells of the law first."""
    return amends.match[0] < amends.evidence[0]


def _overlap(one: Range, other: Range | None) -> bool:
    return other is not None and one[0] < other[1] and other[0] < one[1]
