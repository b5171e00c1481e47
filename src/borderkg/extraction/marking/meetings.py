"""Meetings of party and state, by the grammar of their short names: 十七大, 十八届三中全会, 十三届全国人大四次会议."""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.span import Span

_N: Final = "[一二三四五六七八九十]+"
_LEAD: Final = r"(?:中国共产党|中共|党的)?"
_CONGRESS: Final = re.compile(
    rf"{_LEAD}第?(?P<n>{_N})(?:大(?=报告|部署|把|将|首次|要求|决定|宣布|通过|开幕|闭幕|胜利|期间|提出|明确|以来|召开|强调|指出|确定|作出|精神|会议|之后|以后|[,。、)]|$)|次全国代表大会)"
)
_PLENARY: Final = re.compile(rf"{_LEAD}第?(?P<n>{_N})届(?:中央委员会)?(?:第)?(?P<p>{_N})(?:中全会|次全体会议)")
_ASSEMBLY: Final = re.compile(
    rf"第?(?P<n>{_N})届全国人(?:民代表)?大(?:会)?(?P<c>常务委员会|常委会)?第?(?P<s>{_N})次会议"
)
_MIGHT: Final = re.compile(r"[一二三四五六七八九十](?:大|次全国代表大会|届)")


def meetings(text: str) -> Iterator[Span]:
    """The meetings named in a text; `names` gives their official names."""
    if not _MIGHT.search(text):
        return
    for pattern in (_PLENARY, _ASSEMBLY, _CONGRESS):
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), "Meeting", match[0], "meetings:short name")


def official_name(name: str) -> str:
    """The official name behind a short one, or the name itself."""
    if m := _PLENARY.fullmatch(name):
        return f"中国共产党第{m['n']}届中央委员会第{m['p']}次全体会议"
    if m := _ASSEMBLY.fullmatch(name):
        committee = "常务委员会" if m["c"] else ""
        return f"第{m['n']}届全国人民代表大会{committee}第{m['s']}次会议"
    if m := _CONGRESS.match(name + "。"):
        return f"中国共产党第{m['n']}次全国代表大会"
    return name


def body(name: str) -> str:
    """The body that makes laws in a meeting: the people's congress or its standing committee. Empty for other meetings."""
    match = re.match(rf"第{_N}届(?P<body>全国人民代表大会(?:常务委员会)?)第", name)
    return match["body"] if match else ""


_VISITED: Final = re.compile("(?:访问|出访|到访)了?$")
_VISITS: Final = re.compile("[^,。;:]{0,16}?(?:访华|来华访问|对(?:中国|我国|华)[^,。;:]{0,8}访问|访问(?:中国|我国))")


def of_visit(text: str, start: int, end: int) -> bool:
    """Whether the country named there was visited, or its head visited China: 两国 are China and it then."""
    return bool(_VISITED.search(text, max(0, start - 4), start) or _VISITS.match(text, end))
