"""Bare names that the sentence tells to be ports: 新疆的阿拉山口、霍尔果斯均为铁路口岸 places two ports, and no towns."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.relations.read import Read
from borderkg.records import replace

_OF_PORTS: Final = ("portClass", "portMode")
_RANKED: Final = re.compile("[省市县旗盟州区镇乡]$")


def settled(reads: Sequence[Read]) -> list[Read]:
    """The readings of a sentence; where a name lies is told of its port, if the name alone stands for it in another."""
    ports = {r.subject.surface[0]: r.subject for r in reads if r.predicate in _OF_PORTS and r.subject.type == "Port"}
    return [
        replace(read, subject=ports[name])
        if read.predicate == "locatedIn"
        and read.subject.type == "Region"
        and (name := read.subject.surface[0]) in ports
        and not _RANKED.search(name)
        else read
        for read in reads
    ]
