"""How much of a population a people is: 有13个民族，其中蒙古族占77%, of the people that live there and not of the number of
peoples; 少数民族人口近九成, which is a share though no 占 says so."""

import re
from typing import Final

from borderkg.extraction.statistics.course import Course

_PEOPLES: Final = re.compile("民族数量$")
_A_PEOPLE: Final = re.compile("(?:族|民族|农牧?业|农牧民|城镇|农村|边境|女性|男性)人口$|[\u4e00-\u9fff]族$")
_TOLD_AS_SHARE: Final = re.compile("(?:族|民族)(?:人口)?(?:的)?(?:比例|比重)$")
"""少数民族人口比例占总人口的92%，其中傈僳族占52%: of the whole as well."""

_POPULATION: Final = re.compile("人口(?!密度|[^占]*占)")
WHOLE: Final = "总人口"


def whole(bases: tuple[str, ...], course: Course) -> tuple[str, ...]:
    """What a share is of: the population, where peoples were only counted."""
    if len(bases) == 1 and _TOLD_AS_SHARE.search(bases[0]):
        return (WHOLE,)
    if len(bases) != 1 or not _PEOPLES.search(bases[0]):
        return bases
    told = [v.indicator for v in course.levels if _POPULATION.search(v.indicator) and "占" not in v.indicator]
    return (told[-1] if told and told[-1] != "人口" else WHOLE,)


def in_full(named: tuple[str, ...]) -> tuple[str, ...]:
    """The shares of peoples in a population, which is the whole: 佤族占总人口的比重."""
    return tuple(name.replace("占人口的", f"占{WHOLE}的") for name in named)


def share(names: tuple[str, ...]) -> tuple[str, ...]:
    """What names measure that are told in percent, as the share of a population that they are; nothing where they are none."""
    if len(names) != 1 or not _A_PEOPLE.search(names[0]):
        return ()
    return (f"{names[0]}占{WHOLE}的比重",)
