"""What a document does by what its title says it does: it opens the cities that the text says it lists, on its day.

1992年3月，《…关于进一步对外开放甲等城市的通知》把甲、乙列入     the notice opens 乙 as well
1992年3月，国务院发出《关于同意设立某试验区的批复》               the zone is set up on that day
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.relations.read import Read
from borderkg.extraction.statement import Mention
from borderkg.records import replace

_OPENS: Final = re.compile("开放[^》]{0,24}(?:城市|市县|县市|城镇|市镇|[市县镇])的?(?:通知|批复|决定|公告)$")
_COVERS: Final = "documents::a document covers places"
_BY_TITLE: Final = ("inherent::title names what it sets up", "inherent::title names what it opens")


def listed(reads: Sequence[Read], mentions: Mentions) -> Iterator[Read]:
    """The cities that a document which opens cities is said to list."""
    for read in reads:
        covers = read.rule == _COVERS and read.predicate == "appliesTo"
        if covers and isinstance(read.object, Mention) and _OPENS.search(read.subject.text):
            city = mentions.as_type(read.object, "Platform")
            if city:
                yield replace(read, predicate="establishes", object=city, rule=_BY_TITLE[1])


def dated(reads: Sequence[Read]) -> Iterator[Read]:
    """What a title says that its document sets up or opens is so from its day."""
    issued = {r.subject.text: r for r in reads if r.predicate == "dateIssued" and not r.modality}
    told = {r.subject.text for r in reads if r.rule == _COVERS}  # of what the title alone names the day may not be told
    for read in reads:
        by_title = read.rule == _BY_TITLE[0] or (read.rule == _BY_TITLE[1] and read.subject.text in told)
        day = issued.get(read.subject.text) if by_title else None
        if day and read.predicate == "establishes" and isinstance(read.object, Mention) and not read.modality:
            where = (min(read.evidence[0], day.evidence[0]), max(read.evidence[1], day.evidence[1]))
            yield replace(day, subject=read.object, predicate="dateEstablished", evidence=where)
