"""What stands in brackets behind the names of ports in a list, fact by fact: its class, its modes, the port that faces it.

某口岸（一类，公路，对面为某地）、某口岸（铁路、公路）、某口岸（水运，对俄罗斯某口岸）.
"""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.marking.facing import SIDE
from borderkg.extraction.relations.mentions import Mentions, concept
from borderkg.extraction.relations.read import Read
from borderkg.extraction.rulebook.modes import MODES
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention, Range

_MAYBE: Final = re.compile(r"\([^()]*(?:公路|铁路|公铁|铁公|水运|航空|[一二]类)")
_NOTE: Final = re.compile(r"\((?P<held>[^()]{2,48})\)")
_PIECE: Final = re.compile(r"[^,;、/和及]+")
_MODE: Final = re.compile(
    rf"(?:国家|国际性?|常年|季节性|[一二]类)*(?P<mode>{'|'.join(MODES)})(?:客货|客运|货运)?(?:运输)?(?:口岸)?$"
)
_BOTH: Final = re.compile("(?:公铁|铁公)(?:两用|并用|联运|双通道)?(?:口岸)?$")
_CLASS: Final = re.compile(
    r"(?:国家|国际性?|常年|季节性)*(?P<class>[一二]类)(?:公路|铁路|水运|航空|陆路|边境)?(?:口岸)?$"
)
_OTHER: Final = re.compile(
    rf"(?:其|隔[\u4e00-\u9fff]{{1,6}})?(?:与|同|和)?(?:{SIDE}|对着|境外|面对|面向|(?P<toward>对))(?:的?口岸)?(?:为|是|系|称|叫|即|:)?(?P<name>[\u4e00-\u9fff·]{{2,}})$"
)
_TAIL: Final = re.compile(r"(?:口岸)?(?:相对|相望|对应|对接)?$")
_CLASSES: Final = {"一类": "first", "二类": "second"}
_RULE: Final = "noted::what stands behind the name of a port"


def read(annotation: Annotation, mentions: Mentions) -> Iterator[Read]:
    """What the notes behind the ports of a sentence say; a town is one where its note tells a mode or a class and more."""
    text = annotation.text
    if "(" not in text or not _MAYBE.search(text):
        return
    for span in annotation.spans:
        note = _NOTE.match(text, span.end) if span.label in ("Port", "Region") and span.start < span.end else None
        if note is None or _NOT_YET.search(note["held"]):
            continue
        port = mentions.as_type(mentions.of(span)[0], "Port")
        facts = list(_facts(annotation, mentions, note.span("held")))
        kinds = [fact for fact in facts if fact[0] != "counterpart"]
        if port is None or not kinds or (span.label == "Region" and len(facts) < _SURE):
            continue
        for predicate, value, (_, end) in facts:
            where = (span.start, end)
            yield Read(port, predicate, value, where, (), _RULE, "", None, where)


_SURE: Final = 2
_NOT_YET: Final = re.compile("筹建|在建|拟|规划|计划|待|未|尚|停|关闭|原|曾|至|条|里程")
"""Of a port that is none yet, or none any more; and of other things than ports."""


def _facts(annotation: Annotation, mentions: Mentions, held: Range) -> Iterator[tuple[str, Mention, Range]]:
    for piece in _PIECE.finditer(annotation.text, *held):
        words = piece[0].strip()
        for name in ("road", "rail") if _BOTH.match(words) else ():
            if found := mentions.concept(f"port-mode-{name}"):
                yield "portMode", concept(words, found), piece.span()
        mode = _MODE.match(words)
        for name in MODES[mode["mode"]] if mode else ():
            if found := mentions.concept(f"port-mode-{name}"):
                yield "portMode", concept(words, found), piece.span()
        if (kind := _CLASS.match(words)) and (found := mentions.concept(f"port-class-{_CLASSES[kind['class']]}")):
            yield "portClass", concept(kind["class"], found), piece.span()
        if (other := _OTHER.match(words)) and (port := _port(annotation, mentions, piece.span(), other)):
            yield "counterpart", port, piece.span()


def _port(annotation: Annotation, mentions: Mentions, piece: Range, told: re.Match[str]) -> Mention | None:
    """The foreign port that a piece names: the last name in it, or the words behind the country's. A bare 对 leads to a name
    only where one is known to stand: not in 对外开放."""
    inside = [s for s in annotation.spans if piece[0] <= s.start < s.end <= piece[1]]
    named = [s for s in inside if s.label in ("Port", "Region")]
    if named:
        return mentions.as_type(mentions.of(named[-1])[0], "Port")
    countries = [s for s in inside if s.label == "Country"]
    if told["toward"] and not countries:
        return None
    bare = _TAIL.sub("", told["name"][_behind(told["name"], countries) :].removeprefix("的"))
    return mentions.port(bare) if len(bare) > 1 else None


def _behind(name: str, countries: list[Span]) -> int:
    return max((name.find(c.text) + len(c.text) for c in countries if c.text in name), default=0)
