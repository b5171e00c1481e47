"""Parts and wholes that are told in people."""

import re
from typing import Final

_HEADS: Final = re.compile("(?:人数|人口|人次|职工|劳动力|从业人员|户数)$")
_NO_HEADS: Final = re.compile("(?:[金总]额|收入|产值|总值|货值|面积|长度|里程|货运量)$")


def unlike(bases: tuple[str, ...], whole: str) -> bool:
    """Whether a whole is told in people and what was told before is not: 产值90万元…，占职工人数的三成."""
    return bool(_HEADS.search(whole)) and any(map(_NO_HEADS.search, bases))


_PEOPLE: Final = re.compile(
    "(?:其中,?)?(?P<who>[\u4e00-\u9fff]{1,6}族(?:人口)?)(?:又|则|约|就|也)?占(?:到|了)?(?:约|近)?"
)
_ALONE: Final = re.compile("[\u4e00-\u9fff]{1,6}族(?:人口)?占比")
_IN_POPULATION: Final = re.compile("占(?P<whole>[^占]*人口)的比重$")


def of_same(words: str, told: tuple[str, ...]) -> str:
    """The share of another people in the population of which a share was told last: 少数民族占总人口的76%，其中拉祜族占43%;
    empty where words tell no such thing."""
    match = _PEOPLE.fullmatch(words)
    if match and told and _ALONE.fullmatch(told[0]):
        return f"{match['who']}占比"
    whole = _IN_POPULATION.search(told[0]) if match and told else None
    return f"{match['who']}占{whole['whole']}的比重" if match and whole else ""


_SUBJECT: Final = re.compile("(?:其中,?)?(?P<who>[\u4e00-\u9fff]{1,6}族)(?:是|为|系)[^,;。]{0,8}民族")


def brought_up(clause: str) -> str:
    """The people that a clause without a figure brings up, as what the next figure counts: 傣族是主体民族，有32万人."""
    match = _SUBJECT.fullmatch(clause.strip(","))
    return f"{match['who']}人口" if match else ""
