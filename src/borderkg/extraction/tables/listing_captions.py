"""What the caption of a listing says that its rows are: 云南省国家一类口岸一览表."""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.statement import Mention
from borderkg.extraction.tables.concept_words import concepts
from borderkg.records import replace

_ENDS: Final = re.compile(r"^[县旗市区辖省州盟自治]*$")
"""A caption whose last words are a kind (部分边境县、市基本情况) says it of its rows; one of their figures does not."""
_OF_PORTS: Final = re.compile(r"^(?:口岸)?(?!城市|经济|办|数量|个数|[一二三铁公水航、和与及])")
_KINDS: Final = {
    "Region": (("isA", "place-kind", _ENDS),),
    "Port": (("portClass", "port-class", _OF_PORTS), ("portMode", "port-mode", _OF_PORTS)),
    "Platform": (("platformType", "platform-type", _ENDS),),
}
"""What a caption that names a kind says of its rows: 云南省国家一类口岸一览表."""

_WORDS_OF_LISTS: Final = re.compile(r"(?:的|基本|分布|情况|概况|一览|名录|名单|表|统计|\([^()]*\d[^()]*\)?)+$")
_OF_LISTS: Final = re.compile("基本情况|概况|简况|简介|简表|一览|名[单录]|分布")
"""In a caption that tells what its rows are, not how much they have."""


def kinds(title: str, rows: str) -> Iterator[tuple[str, Mention]]:
    """The kinds that a caption names of rows of a type, each with its predicate."""
    bare = re.sub(r"[()、]", "", without_words(title))
    for predicate, scheme, behind in _KINDS.get(rows, ()):
        named = (m for m in concepts(bare, scheme) if behind.search(bare.split(m.surface[0])[-1]))
        if kind := next(named, None):
            yield predicate, replace(kind, surface=(_printed(kind.surface[0], title),))


def schemes(rows: str) -> Iterator[tuple[str, str]]:
    """What may be said of all rows of a type: the predicates, each with the scheme of its concepts."""
    return ((predicate, scheme) for predicate, scheme, _ in _KINDS.get(rows, ()))


def without_words(title: str) -> str:
    """A caption without the words for a list at its end: 一览表, 基本情况."""
    return _WORDS_OF_LISTS.sub("", title)


def of_list(title: str) -> bool:
    """Whether a caption tells what its rows are, not how much they have."""
    return _OF_LISTS.search(title) is not None


def _printed(label: str, title: str) -> str:
    """A label as a caption prints it: 边境县市 of 部分边境县（市）."""
    found = re.search("[()、]?".join(map(re.escape, label)), title)
    return found[0] if found else label
