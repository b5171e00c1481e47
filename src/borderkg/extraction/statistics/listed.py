"""Indicators named in a list that shares words: 进口、出口总值, 第一、二、三产业增加值, 城镇和农村居民收入."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from borderkg.extraction.statistics.measures import MEASURE

_BETWEEN: Final = re.compile(r"以及|[、和与及]")
_DIRECTION: Final = re.compile(r"进出口|出入境|进出境|进口|出口|入境|出境|进境")
_INDUSTRY: Final = re.compile(r"第?(?P<n>[一二三])(?:次?产业?)?")
_RESIDENTS: Final = re.compile("城乡(?:常住)?居民")
_INDUSTRIES: Final = re.compile("三次产业")


_TOWARD: Final = re.compile("(?P<prep>[对与同从向])(?P<partner>[\u4e00-\u9fff]{1,6})")
_TRADE: Final = re.compile("的?(?:进出口|进口|出口|外贸|贸易|经贸|投资|货运)[\u4e00-\u9fff]*$")
"""对俄罗斯、蒙古国贸易额, of two values: the trade with each."""


def split(name: str, number: int) -> tuple[str, ...]:
    """The indicators of a list, each by its whole name; nothing where they are not as many as asked for.

    What the last says behind its own word holds of all (进口、出口总值), and what the first says before its direction of
    trade (外贸进口额、出口额).
    """
    residents = _RESIDENTS.match(name)
    if residents and number == 2:
        return tuple(f"{where}居民{name[residents.end() :]}" for where in ("城镇", "农村"))
    industries = _INDUSTRIES.match(name)
    if industries and number == 3:
        return tuple(f"第{n}产业{name[industries.end() :]}" for n in "一二三")
    parts = _BETWEEN.split(name)
    toward, noun = _TOWARD.fullmatch(parts[0]), _TRADE.search(parts[-1])
    if len(parts) == number > 1 and toward and noun:
        partners = (toward["partner"], *parts[1:-1], parts[-1][: noun.start()])
        return tuple(toward["prep"] + partner + noun[0] for partner in partners)
    if len(parts) != number or number < 2:
        return ()
    return _industries(parts) or _directions(parts) or _alike(parts)


def joined(names: tuple[str, ...]) -> str:
    """Several indicators as one: 对越南进出口 and 对老挝进出口 are 对越南、老挝进出口."""
    lead = _alike_at_head(names)
    rest = _alike_at_head([name[lead:][::-1] for name in names])
    return (
        names[0][:lead] + "、".join(name[lead : len(name) - rest] for name in names) + names[0][len(names[0]) - rest :]
    )


def _alike_at_head(words: Sequence[str]) -> int:
    """With how many characters all begin alike."""
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False)))


def _industries(parts: list[str]) -> tuple[str, ...]:
    """第一、二、三产业增加值, and 第二产业增加值、第三产业增加值."""
    found = [_INDUSTRY.match(part) for part in parts]
    numbers = [match["n"] for match in found if match]
    last = re.match(r"第?[一二三]产业", parts[-1])
    if last is None or len(numbers) != len(parts):
        return ()
    rest = parts[-1][last.end() :]
    own = [re.sub(r"^第?[一二三](?:产业?)?", "", part) for part in parts]
    return tuple(f"第{n}产业{words or rest}" for n, words in zip(numbers, own, strict=True))


def _directions(parts: list[str]) -> tuple[str, ...]:
    """外贸进出口、进口、出口总值: the directions of trade or of travel."""
    found = [_DIRECTION.search(part) for part in parts]
    first, last = found[0], found[-1]
    if first is None or last is None or any(m is None or (m.start() and m is not first) for m in found):
        return ()
    lead, rest = parts[0][: first.start()], parts[-1][last.end() :]
    return tuple(f"{lead}{m[0]}{part[m.end() :] or rest}" for part, m in zip(parts, found, strict=True) if m)


def _alike(parts: list[str]) -> tuple[str, ...]:
    """货运量和客运量 say all themselves; 城镇和农村居民收入 share what stands behind words of two characters."""
    *others, last = parts
    if all(MEASURE.search(part) or len(part) >= 3 for part in others):
        return tuple(parts)
    if any(len(part) != 2 or MEASURE.search(part) for part in others) or len(last) < 4:
        return ()
    return (*(part + last[2:] for part in others), last)
