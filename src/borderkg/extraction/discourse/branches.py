"""Branches of a port, which a text calls by their mode alone: 铁路口岸1956年设立，公路口岸1992年开放."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from borderkg.extraction.discourse.groups import Group
from borderkg.extraction.discourse.nouns import Reference as WordBack
from borderkg.extraction.span import Antecedent, Span
from borderkg.records import replace
from borderkg.reference import Reference

BRANCH: Final = "discourse:branch of a port"
_RANK: Final = re.compile("[市县旗镇]$")


def of_town(topics: Sequence[Group], known: Reference) -> Sequence[Antecedent]:
    """The port of the town that is spoken of, where it is known to have one: 二连浩特市…，铁路口岸1956年启用."""
    for group in reversed(topics):
        for member in group.members if group.label == "Region" else ():
            name = _RANK.sub("", member.span.text) + "口岸"
            ports = known.named(name, "Port")
            if ports:
                port = replace(member.span, label="Port", text=name, individuals=ports, parts=())
                return [replace(member, span=port)]
    return []


def whole(branch: Antecedent, spoken_of: Iterable[Group]) -> Antecedent:
    """铁路口岸完成…，公路口岸完成…。该口岸…: behind two of its branches the port itself is meant."""
    named = {m.span.text for g in spoken_of for m in g.members if m.span.found_by == BRANCH}
    return branch.span.antecedents[0] if len(named) > 1 else branch


def of_several(groups: Sequence[Group]) -> Sequence[Antecedent]:
    """The port whose branches were named each for itself; nothing where no two were."""
    last = [g.members[-1].span for g in groups if g.members[-1].span.found_by == BRANCH]
    return last[0].antecedents[:1] if len({span.text for span in last}) > 1 else ()


def named_after(port: Antecedent, reference: WordBack) -> Span:
    """…铁路口岸1956年设立，公路口岸1992年开放: the second is named after the place of the first."""
    if port.span.found_by == BRANCH:
        port = port.span.antecedents[0]
    at = reference.start, reference.end
    return Span(*at, "Port", reference.text, BRANCH, parts=(port.span,), antecedents=(port,))
