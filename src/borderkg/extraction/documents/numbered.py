"""The year in the number under which a document was issued: 《…意见》（国发〔2015〕72号）; 以黑政发〔2016〕35号文印发《…》.

The number is of the year in which the document was issued. A date that the text tells of it is more exact and stands.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.relations.read import Read
from borderkg.extraction.statement import Statement
from borderkg.extraction.values import Time

_NUMBER: Final = r"[\u4e00-\u9fff]{1,6}[〔\[(【](?P<year>(?:19|20)\d\d)[〕\])】]第?\d{1,4}号"
_BEHIND: Final = re.compile(
    rf"[(,](?:文号(?:为|是|:)?|以下简称[^,;()]{{2,12}}[,;])?{_NUMBER}(?![^()]{{0,6}}(?:废止|收悉|修[订改]))"
)
_BEFORE: Final = re.compile(
    rf"{_NUMBER}(?:文件?|令)?(?:的?形式)?(?:正式|联合|共同)?"
    "(?:印发|发布|下发|发出|颁布|公布|出台|批复|批准|批转|转发|下达|通知)?(?:(?<=[批转][转发])了?[^,。;《》〔]{2,20})?[了的]?$"
)
_MAYBE: Final = re.compile(r"\d{4}[〕\])】]第?\d{1,4}号")
_ALONE: Final = re.compile(_NUMBER)
_REACH: Final = 48


RULE: Final = "numbered::year of its number"


def settled(statements: Sequence[Statement]) -> list[Statement]:
    """Statements, without the years of numbers for documents of which the text tells a date, and without what a document
    does that goes by its number alone (印发国函〔2020〕33号文，同意设立…): the body that issued it does that."""
    told = {s.subject.text for s in statements if s.predicate == "dateIssued" and not s.modality and s.rule != RULE}
    kept = [s for s in statements if s.rule != RULE or s.subject.text not in told]
    return [s for s in kept if s.predicate not in ("establishes", "appliesTo") or not _ALONE.fullmatch(s.subject.text)]


def read(annotation: Annotation, reads: Sequence[Read], mentions: Mentions, *, cites: bool = False) -> Iterator[Read]:
    """The year of each document of a sentence that is named with its number and of which no date is told. What an official
    document `cites` it names with its number so that it may be found, and tells nothing of when it was issued."""
    text = annotation.text
    if "号" not in text or not _MAYBE.search(text):
        return
    dated = {r.subject.text for r in reads if r.predicate == "dateIssued" and not r.modality}
    for span in annotation.spans:
        if span.label != "Title" or span.antecedents:
            continue
        behind = None if cites else _BEHIND.match(text, span.end)
        found = behind or _BEFORE.search(text, max(0, span.start - _REACH), span.start)
        mention = mentions.of(span)[0] if found else None
        if found is None or mention is None or mention.type != "Policy" or mention.text in dated:
            continue
        where = (min(span.start, found.start()), max(span.end, found.end()))
        year = Time(found["year"])
        yield Read(mention, "dateIssued", year, where, (), RULE, "", int(year.start), where)
