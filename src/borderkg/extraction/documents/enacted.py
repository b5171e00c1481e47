"""Laws and regulations as texts: the name alone above, and in brackets below it who passed it when, and who revised it.

某某管理条例
（1994年5月12日第八届全国人民代表大会常务委员会第七次会议通过 2004年4月6日…第八次会议修订）
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading
from borderkg.extraction.marking.dates import dates
from borderkg.extraction.marking.memory import Memory
from borderkg.extraction.marking.recogniser import Recogniser
from borderkg.extraction.relations.inherent import Inherent
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.relations.read import Read
from borderkg.extraction.statement import Mention, Range, Statement
from borderkg.extraction.values import Time

_NAME: Final = re.compile(r"[\u4e00-\u9fff]{4,40}(?:法|条例|办法|规定|规则|细则)(?=\s?\(|$)")
_BRACKET: Final = re.compile(
    r"\((?P<acts>(?:[^()]|\([^()]{1,12}\)){0,600}?(?:通过|公布|发布|批准|修订|修正)(?:[^()]|\([^()]{1,12}\)){0,600}?)\)"
)
_ACT: Final = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,40}?)(?:令第?\d*号?|第\d+号令)?(?:《(?:[^《》]|《[^《》]{2,40}》){2,80}》)?(?:第[一二三四五六]次)?(?P<verb>通过|公布|发布|批准|修订|修正)"
)
_SESSION: Final = re.compile(r"第[一二三四五六七八九十\d]+(?:届|次(?:常务|全体)?会议|号)|中华人民共和国(?=国务院)|令$")
_KINDS: Final = (Kind.HEADING, Kind.PARAGRAPH, Kind.ASIDE)


def statements(reading: Reading, recogniser: Recogniser, mentions: Mentions, inherent: Inherent) -> Iterator[Statement]:
    """When the law that a text is was passed and revised, and by whom; nothing for other texts."""
    blocks = [p.block for p in reading.placed if p.block.kind in _KINDS and p.block.text.text.strip()][:3]
    named = _NAME.match(blocks[0].text.text) if blocks else None
    if named is None:
        return
    acts = next(((b, m) for b in blocks if (m := _BRACKET.search(b.text.text))), None)
    if acts is None:
        return
    title = recogniser.sentences(f"《{named[0]}》", Memory())[0].annotation
    law = mentions.of(title.spans[0])[0]
    title_at = blocks[0].text.raw(0, named.end())
    for read in inherent.read(title):
        yield Statement(read.subject, read.predicate, read.object, title_at, "enacted::" + read.rule.partition("::")[2])
    block, bracket = acts
    told = bracket["acts"]
    for date in dates(told):
        act = _ACT.match(told, date.end)
        if act is None or not isinstance(date.value, Time) or not date.value.is_date:
            continue
        at = block.text.raw(bracket.start("acts") + date.start, bracket.start("acts") + act.end())
        yield from _act(law, title_at, date.value, act, at, mentions)


def _act(
    law: Mention, title_at: Range, date: Time, act: "re.Match[str]", at: Range, mentions: Mentions
) -> Iterator[Statement]:
    document = law
    if act["verb"] in ("修订", "修正"):
        document = replace(law, text=f"{law.text}({date.start[:4]}年修订)", individuals=())
        yield Statement(document, "amends", law, at, "enacted::revision of a law", (title_at,))
    yield Statement(document, "dateIssued", date, at, "enacted::date of a law", (title_at,))
    name = _SESSION.sub("", act["body"])
    known = mentions.named(name, "Organization")
    if known:
        body = Mention("Organization", name, (act["body"],), known)
        yield Statement(document, "issuedBy", body, at, "enacted::body that passed a law", (title_at,))


_SITTING: Final = re.compile("常务委员会第.{1,4}次会议$")
_PASSES: Final = re.compile("次会议[^,;。:]{0,24}(?:通过|批准)")


def without_sittings(reads: Sequence[Read], text: str) -> list[Read]:
    """What a sentence says, without the days of the sittings that only pass a law: 第七次会议通过《…法》 dates the law."""
    if not _PASSES.search(text) or not any(r.subject.type == "Policy" and r.predicate == "dateIssued" for r in reads):
        return list(reads)
    return [r for r in reads if not (r.subject.type == "Meeting" and _SITTING.search(r.subject.text))]
