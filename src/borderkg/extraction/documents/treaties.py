"""Agreements as texts: the name alone above, and the day of the signing in brackets below it or in the last clause.

中华人民共和国政府和某国政府关于某事的协定
（1992年8月10日签订于北京）
…
本协定于一九九二年八月十日在北京签订，一式两份。
"""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading
from borderkg.extraction.marking.dates import dates
from borderkg.extraction.marking.memory import Memory
from borderkg.extraction.marking.recogniser import Recogniser
from borderkg.extraction.relations.inherent import Inherent
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.statement import Range, Statement
from borderkg.extraction.values import Time

_KINDS: Final = "协定|条约|议定书|协议|备忘录|换文|公约|专约|协定书"
_NEIGHBOURS: Final = "国俄苏蒙朝越老缅印尼巴阿塔吉哈不"
_LINE: Final = re.compile(
    rf"(?P<title>(?:中华人民共和国|中[{_NEIGHBOURS}])[\u4e00-\u9fff()、,—-]{{6,90}}?(?:{_KINDS}))\s*\*?(?=$|\s|\()"
)
_SIGNED: Final = "(?:正式)?(?:签订|签署|签字|缔结|订立|换文)"
_DAY: Final = r"[\d〇零一二三四五六七八九十O○]{4}年[^()年]{2,6}日|(?:19|20)\d\d[.]\d\d?[.]\d\d?"
_NOTED: Final = re.compile(
    rf"^[^,。;《》()]{{0,100}}\((?:[注*: ]{{0,4}}(?P<day>{_DAY})[^()]{{0,44}}?{_SIGNED}"
    rf"|(?:签订|签署|签字)(?:日期|时间):?\s*(?P<field>{_DAY})|[\u4e00-\u9fff]{{2,6}}(?P<printed>{_DAY})\))"
)
"""Behind the name, or on the line below it: (1992年8月10日签订于北京), (签订日期1966年6月1日 …), (蒙古1991.08.26)."""
_CLOSING: Final = re.compile(
    rf"(?:^|[。;\s])本(?:{_KINDS})(?:已)?(?:于|在)?(?P<day>[^,。;()于在]{{6,16}}?日)(?:\([^()]{{0,12}}\))?(?:(?:在|于)[^,。;]{{1,12}}?)?(?:由[^,。;]{{1,12}})?(?:{_SIGNED}|订于)"
)
"""本协定于一九九二年八月十日在北京签订; 订于北京. Another agreement that the text cites is not 本."""
_READ: Final = (Kind.HEADING, Kind.PARAGRAPH, Kind.ASIDE)
_HEAD: Final = 4
_TITLE_LINES: Final = 3


def statements(reading: Reading, recogniser: Recogniser, mentions: Mentions, inherent: Inherent) -> Iterator[Statement]:
    """The parties of the agreement that a text is, and when it was signed; nothing for a text that tells of one."""
    blocks = [p.block for p in reading.placed if p.block.kind in _READ and p.block.text.text.strip()]
    printed, title_at = _title(blocks[:_HEAD])
    day = _day(blocks) if printed else None
    if day is None:
        return
    title = recogniser.sentences(f"《{printed}》", Memory())[0].annotation
    agreement = mentions.of(title.spans[0])[0] if title.spans else None
    if agreement is None or agreement.type != "Agreement":
        return
    for read in inherent.read(title):
        yield Statement(
            read.subject, read.predicate, read.object, title_at, "treaties::" + read.rule.partition("::")[2]
        )
    yield Statement(agreement, "dateIssued", day[0], day[1], "treaties::day of the signing", (title_at,))


def _title(blocks: list[Block]) -> tuple[str, Range]:
    """The name that the first lines print, and where; a long one is set on two or three."""
    lines = [line for block in blocks for line in block.lines if line.text.strip()][: _HEAD + _TITLE_LINES]
    for first in range(min(_HEAD, len(lines))):
        for last in range(first, min(first + _TITLE_LINES, len(lines))):
            joined = "".join(line.text.strip() for line in lines[first : last + 1])
            named = _LINE.match(joined)
            if named:
                return named["title"], (lines[first].start, lines[last].end)
    return "", (0, 0)


def _day(blocks: list[Block]) -> tuple[Time, Range] | None:
    """When it was signed, by the brackets below the name or by its last clause."""
    for i, block in enumerate(blocks):
        text = block.text.text
        for match in (*(_NOTED.finditer(text) if i < _HEAD else ()), *_CLOSING.finditer(text)):
            day = next(name for name, words in match.groupdict().items() if words)
            told = [d.value for d in dates(match[day]) if isinstance(d.value, Time) and d.value.is_date]
            if told:
                return told[0], block.text.raw(match.start(day), match.end())
    return None
