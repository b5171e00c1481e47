"""Ports that a text goes on to call by their bare names: 有岳圩、爱店两个口岸，… 岳圩在靖西市; 吉隆1961年开设.

A bare name is that of the village or the county too. Where the text has called it a port before, and a clause begins with it
and says what is said of ports, it is the port again.
"""

import re
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.marking.memory import Memory
from borderkg.extraction.marking.shared_heads import ONE_OF_LIST
from borderkg.extraction.span import Span
from borderkg.records import replace
from borderkg.reference import Reference

BARE: Final = "bare ports:called a port before"
_WORD: Final = re.compile("(?:国际|公路|铁路|水运|航空|陆路|边境)*口岸$")
_OF_PORTS: Final = re.compile(f"[{MARKS['Port']}{MARKS['PortKind']}]|口岸")
_NAMES: Final = MARKS["Region"] + MARKS["Port"]
_DATE: Final = MARKS["Date"]
_RUN: Final = re.compile(rf"(?:(?<=[,;:。!?(])|^)[{_DATE}]?[{_NAMES}](?:(?:、|和|与|及)[{_NAMES}])*")
_NOTED: Final = re.compile(r"(?P<town>[^()]+)\((?P<village>[^()]+)\)(?:公路|铁路|陆路|边境)?口岸")
_BY: Final = f"[{_DATE}{MARKS['Organization']}]"
_ADVERBS: Final = (
    rf"(?:均|都|皆|也|亦|则|现|今|原|同|分别|就|又|再次|先后|首次|{_BY}|于|在(?=[{_DATE}])|经|由|获){{0,5}}"
)
_OPENED: Final = (
    "(?:批准)?(?:对外|恢复|正式|常年|季节性|重新|临时)*"
    f"(?:(?:被[{MARKS['Organization']}]?)?(?:批准|核准|列|定|确定)为[^,。;]{{0,8}}(?:{MARKS['PortKind']}|口岸)"
    "|开放(?!城市|以来|试验|水平|型)|开通|开设|开关|关闭|通关|停关|闭关|重开|复通|过货|升格|恢复(?=[,。;、]|$))"
)
_OF_PORT: Final = re.compile(_ADVERBS + _OPENED)
_OF_VILLAGE: Final = re.compile(
    f"{_ADVERBS}(?:{_OPENED}|在(?=[{MARKS['Region']}])|位于|地处|坐落|设在|属于?(?=[{MARKS['Region']}])|隶属|对面|对岸|对应|对着|相?距|隔|"
    f"与[^,。;]{{1,12}}(?:相[望对邻]|对接|对应)|[是为系][^,。;]{{0,12}}(?:口岸|[{MARKS['PortKind']}]))"
)
_NEAR: Final = 1
"""A county is called by the bare name of its port only where the port was just spoken of."""


def with_bare(annotation: Annotation, memory: Memory, known: Reference) -> Annotation:
    """The sentence with such names as spans of the ports, which `memory` then has for the next."""
    memory.sentence += 1
    found = [port for run in _RUN.finditer(annotation.abstract) for port in _ports(annotation, run, memory, known)]
    _remember(annotation, memory)
    return annotation.replaced(found) if found else annotation


def own_names(span: Span) -> tuple[str, ...]:
    """What a port may be called by itself: 越南河江省清水口岸 by its name without the place before it, where nobody knows it;
    盈江（那邦）口岸 by the county or the village. Empty for what has no other name in it."""
    if span.label != "Port" or span.individuals or not span.parts or not span.text.endswith("口岸"):
        return ()
    if noted := _NOTED.fullmatch(span.text):
        return noted["town"] + "口岸", noted["village"] + "口岸"
    outer = span.parts[0]
    larger = outer.parts[0] if outer.parts else outer
    bare = span.text[outer.end - outer.start :].removeprefix("的")
    if larger.label != "Country":
        return ()
    if len(bare) > len("口岸"):
        return (bare,)
    return (outer.parts[-1].text + bare,) if len(outer.parts) > 1 else ()  # 泰国清莱府清孔口岸: the town is known


def _ports(annotation: Annotation, run: "re.Match[str]", memory: Memory, known: Reference) -> list[Span]:
    """The names of a run that begins a clause as ports, where what follows is said of ports."""
    text = annotation.abstract
    towns = annotation.spans_in(*run.span(), ("Region", "Port"))
    small = not any(map(_ranked, towns))
    fits = (_OF_VILLAGE if small else _OF_PORT).match(text, run.end())
    if not fits or any(span.label != "Region" or span.parts or _is_city(span) for span in towns):
        return []
    earlier = _named(annotation, run.start())
    called = [memory.sentence if span.text in earlier else memory.ports.get(span.text) for span in towns]
    latest = [said for said in called if said is not None]
    near = len(latest) == len(towns) and min(latest) >= memory.sentence - _NEAR
    spoken_of = bool(latest or _OF_PORTS.search(text, 0, run.start()) or _OF_PORTS.search(fits[0]))
    if not (spoken_of if small else near):
        return []
    ports = [known.named(span.text, "Port") or known.named(span.text + "口岸", "Port") for span in towns]
    if not all(individuals or said is not None for individuals, said in zip(ports, called, strict=True)):
        return []
    return [
        replace(span, label="Port", individuals=individuals, found_by=BARE)
        for span, individuals in zip(towns, ports, strict=True)
    ]


def _ranked(span: Span) -> bool:
    """Whether a county or more bears the name."""
    levels = (i.value("adminLevel") for i in span.individuals)
    return any(level and not level.endswith("township") for level in levels)


def _is_city(span: Span) -> bool:
    """瑞丽1992年对外开放: a city is opened too."""
    return any(i.label_zh.endswith("市") for i in span.individuals)


def _named(annotation: Annotation, before: int) -> set[str]:
    """The bare names of what a sentence has called ports up to an abstract position."""
    ports = annotation.spans_in(0, before, ("Port",))
    return {_WORD.sub("", s.text) for s in ports if s.text.endswith("口岸") or s.found_by == ONE_OF_LIST}


def _remember(annotation: Annotation, memory: Memory) -> None:
    for name in _named(annotation, len(annotation.abstract)):
        memory.ports[name] = memory.sentence
