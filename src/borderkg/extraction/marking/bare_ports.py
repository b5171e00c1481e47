"""Ports that a text goes on to call by the name of their town: 龙邦、平孟两口岸…。龙邦在靖西市，1996年….

The bare name is that of a town too, which is hardly ever meant where the text has told of the port: of a township the name
that leads a clause is the port, of a county's seat where the clause says what only a port does.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.span import Span

BARE: Final = "bare ports:called by its town"
_OWN_WORD: Final = re.compile("(?:国际|边境)?(?:公路|铁路|水运|航空|陆路)?口岸$")
_RANKED: Final = re.compile("[省市县旗州盟镇乡]$|地区$|苏木$")
_REGION: Final = MARKS["Region"]
_LIST: Final = re.compile(rf"(?:^|(?<=[,;:。]))(?:其中|而|至于|但)?(?P<list>[{_REGION}](?:[、和与及][{_REGION}])*)")
_DOES: Final = re.compile(
    rf"(?:{MARKS['Date']}|[^,。;、{_REGION}]){{0,8}}?(?:对外开放|[开复]放(?!城)|开设|开通|复[通关]|通关|过货|货运|升[格为级]|(?:批准|列|定|确定)为[^,。;]{{0,10}}(?:{MARKS['PortKind']}|口岸)|关闭|闭关)"
    rf"|(?:也|均|都)?是?[^,。;]{{0,8}}口岸之一"
)


def bare(span: Span) -> str:
    """The name of a port without the word for what it is."""
    return _OWN_WORD.sub("", span.text) if span.label == "Port" else ""


def with_bare(annotation: Annotation, ports: set[str], known: Collection[str]) -> Annotation:
    """The sentence with such names as spans of ports; `ports` are the bare names of those that the text has told of. Where
    a sentence lists ports, townships that are `known` to have one are told of as ports too."""
    if sum(span.label == "Port" for span in annotation.spans) > 1:
        towns = (span for span in annotation.spans if span.label == "Region" and span.individuals and _is_town(span))
        ports = ports | {town.text for town in towns if town.text + "口岸" in known}
    if not ports or _REGION not in annotation.abstract or not any(s.text in ports for s in annotation.spans):
        return annotation
    found = list(_found(annotation, ports))
    return annotation.replaced(found) if found else annotation


def _found(annotation: Annotation, ports: set[str]) -> Iterator[Span]:
    text = annotation.abstract
    for match in _LIST.finditer(text):
        spans = annotation.spans_in(*match.span("list"), ("Region",))
        if not all(span.text in ports and not _RANKED.search(span.text) for span in spans):
            continue
        if any(individual.label_zh.endswith("市") for span in spans for individual in span.individuals):
            continue  # 瑞丽1992年对外开放: the city
        if all(_is_town(span) for span in spans) or _DOES.match(text, match.end()):
            yield from (replace(span, label="Port", found_by=BARE) for span in spans)


def _is_town(span: Span) -> bool:
    levels = [individual.value("adminLevel") for individual in span.individuals]
    return all(level.endswith("township") or not level for level in levels)
