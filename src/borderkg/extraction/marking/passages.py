"""Border passages (通道), which are ports by another word: 胆扎通道位于猴桥镇, 瑞丽口岸姐告通道.

Most words before 通道 say what kind of way it is (绿色通道, 国际大通道). A name is read only where the text speaks of it as of
a port: right behind a town or a port, or as the subject of a clause that places it, opens it or counts what crosses it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.extraction.span import Span

FOUND_BY: Final = "passages:a border passage"

_KIND: Final = re.compile(
    "[报申诉国际绿黄金海空运物战快大主要级类水航货客车旅农关全融资对外开合作经济贸易民便向华欧亚两三四五六七八九十多各条等的该此本这其为是有与和及在从由过单同唯重高直跨入出进互联交干支走廊路生命新桥省市县乡镇口岸专用输送]"
    "|陆上|陆路|陆海|边境|边贸|[东西南北中]部|[东西南北]线|上升|晋升|战略|另一|内部|^[东西南北中华]+$"
)
"""What is in a word for a kind of way, and in few names of places."""

_SPOKEN_OF: Final = re.compile(
    r"(?:、[\u4e00-\u9fff]{2,4}通道)*(?:等)?(?:是|为|系|位于|地处|坐落|设在|距|与|同|被|由|于|经|自|出入境|进出|过货|过客|过人|货运|客运|开放|恢复|关闭|封闭|升格|升级|列为|对面|对应|年|正式|先后"
    r"|19\d\d|20\d\d|\()"
)
"""What is said of a passage by its name."""

_WORD_BEFORE: Final = re.compile("边境|边贸|边民|公路")
_LETTERS: Final = re.compile("[中越缅老俄蒙哈吉乌塔阿巴尼印朝滇桂新藏黑辽孟泰]{2,}")
"""中越通道: a way between countries."""

_BEHIND: Final = re.compile(r"(?:[\u4e00-\u9fff](?:镇|乡|县|苏木|口岸))$")
_EDGE: Final = tuple(",;。:、(年月日")
_HAN: Final = re.compile("[\u4e00-\u9fff]+")


def passages(text: str, named: Sequence[Span]) -> Iterator[Span]:
    """The passages of a text; a name that was found once is known where it stands again."""
    if "通道" not in text:
        return
    ends = {span.end for span in named if span.label in ("Region", "Port")}
    larger = {(s.start, s.end) for s in named if s.label in ("Region", "Port") and "/town-" not in _iri(s)}
    found: set[str] = set()
    for passage in [m.start() for m in re.finditer("通道", text)]:
        stop = passage - 2 if _WORD_BEFORE.match(text, passage - 2) else passage
        for begin in range(stop - 2, max(stop - 5, -1), -1):
            name = text[begin:stop]
            if not _HAN.fullmatch(name) or _KIND.search(name) or _LETTERS.fullmatch(name):
                break
            behind = begin in ends and bool(_BEHIND.search(text, 0, begin))
            edge = begin == 0 or text[begin - 1] in _EDGE
            spoken_of = edge and (begin, stop) not in larger and _SPOKEN_OF.match(text, passage + 2)
            if behind or name in found or spoken_of:
                found.add(name)
                yield Span(begin, passage + 2, "Port", text[begin : passage + 2], FOUND_BY)
                break


def _iri(span: Span) -> str:
    return span.individuals[0].iri if span.individuals else ""
