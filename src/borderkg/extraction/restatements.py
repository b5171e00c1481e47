"""What a text states again: figures of a table in its running text, figures and dates loosely that it states exactly.

By the conventions of the exchange format a fact stated several times is one claim, and a looser restatement of an exact
one gives none: 超过100万人次 beside 111.00, 1992年设立 beside 1992年9月设立.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from borderkg.extraction.rulebook.neighbours import NEIGHBOURS
from borderkg.extraction.statement import Mention, Statement
from borderkg.extraction.values import Time

_PARTNERS: Final = frozenset(NEIGHBOURS)
"""中俄边界 and 中蒙边界 are of two neighbours, however like their names."""

_COUNT: Final = "数量"
_LIES_IN: Final = "places::a place lies in a region"

Key = tuple[str, str, str]


def settled(statements: list[Statement]) -> list[Statement]:
    """The statements; figures that restate others are given their indicator or left out, dates that do are left out."""
    figures = [s for s in statements if s.predicate == "observation" and isinstance(s.object, Decimal)]
    exact: dict[Key, list[Statement]] = defaultdict(list)
    for statement in sorted(figures, key=lambda s: not s.rule.startswith("figures")):
        if not statement.qualifiers.get("comparator"):
            exact[_key(statement)].append(statement)
    loose = _loose_dates(statements) | _acts_of_issuers(statements) | _indirect(statements) | _rounded(figures)
    return [settled for s in statements if id(s) not in loose and (settled := _settle(s, exact)) is not None]


def _rounded(figures: Sequence[Statement]) -> set[int]:
    """The figures, by identity, that the next words tell closer, if not exactly: 突破400万人次，达406.1万余人次."""
    told = sorted(figures, key=lambda s: s.evidence[0])
    return {
        id(s)
        for s, o in pairwise(told)
        if isinstance(s.object, Decimal)
        and isinstance(o.object, Decimal)
        and s.qualifiers.get("comparator") == o.qualifiers.get("comparator") == ">"
        and _key(s) == _key(o)
        and s.indicator == o.indicator
        and o.evidence[0] - s.evidence[0] <= _NEXT_WORDS
        and s.object < o.object < s.object * Decimal("1.1")
        and len(s.object.normalize().as_tuple().digits) < len(o.object.normalize().as_tuple().digits)
    }


_NEXT_WORDS: Final = 60


def _loose_dates(statements: Sequence[Statement]) -> set[int]:
    """The statements of years of which the text states the month as well, and of months with a day, by identity."""
    told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in statements:
        if s.predicate in ("dateEstablished", "dateIssued") and isinstance(s.object, Time) and not s.modality:
            told[s.subject.text, s.object.start[:4]].append(s)
    return {
        id(s)
        for alike in told.values()
        for s in alike
        if isinstance(s.object, Time)
        and any(isinstance(o.object, Time) and o.object.start.startswith(s.object.start + "-") for o in alike)
    }


def _acts_of_issuers(statements: Sequence[Statement]) -> set[int]:
    """The statements, by identity, that a body sets up what a document sets up that it issued: 国务院下发《…批复》，同意设立….
    Where the text names the document, that is the one that does."""
    issued: dict[str, set[str]] = defaultdict(set)
    by_document: dict[str, set[str]] = defaultdict(set)
    for s in statements:
        if isinstance(s.object, Mention) and s.subject.type == "Policy" and not s.modality:
            if s.predicate == "issuedBy":
                issued[s.subject.text].add(s.object.text)
            elif s.predicate == "establishes":
                for name in _names(s.object):
                    by_document[name].add(s.subject.text)
    return {
        id(s)
        for s in statements
        if s.predicate == "establishes"
        and s.subject.type == "Organization"
        and isinstance(s.object, Mention)
        and any(
            s.subject.text in issued[document] for name in _names(s.object) for document in by_document.get(name, ())
        )
    }


def _indirect(statements: Sequence[Statement]) -> set[int]:
    """The statements, by identity, that a region or port lies in a larger one than the text names elsewhere: 甲县隶属乙省丙市，
    …，是乙省的边境县. A zone may be told by either, and so may a port that a list goes by."""
    within = [
        (s, s.subject.individuals[0].iri, s.object.individuals[0].iri)
        for s in statements
        if s.predicate == "locatedIn"
        and not s.modality
        and isinstance(s.object, Mention)
        and len(s.subject.individuals) == 1
        and len(s.object.individuals) == 1
    ]
    around: dict[str, set[str]] = defaultdict(set)
    for _, place, outer in within:
        around[place].add(outer)
    return {
        id(s)
        for s, place, outer in within
        if (s.subject.type == "Region" or (s.subject.type == "Port" and s.rule == _LIES_IN))
        and any(outer in around[middle] for middle in around[place] if middle not in (place, outer))
    }


def _names(thing: Mention) -> set[str]:
    """What a thing is told by: its name in the text, and what it is known as."""
    return {thing.text, *(individual.iri for individual in thing.individuals if individual.type == thing.type)}


def _key(statement: Statement) -> Key:
    """Who, when, in which unit; 沿边地区 and 沿边九省区 are the same border provinces."""
    individuals = statement.subject.individuals
    name = individuals[0].value("collects") or individuals[0].iri if len(individuals) == 1 else statement.subject.text
    return name, statement.time, statement.unit


def _settle(statement: Statement, exact: Mapping[Key, Sequence[Statement]]) -> Statement | None:
    if statement.predicate != "observation" or not isinstance(statement.object, Decimal):
        return statement
    for other in exact.get(_key(statement), ()):
        if other is statement or not isinstance(other.object, Decimal):
            continue
        comparator = statement.qualifiers.get("comparator")
        if comparator:
            more = abs(other.object) >= abs(statement.object)
            holds = more if comparator == ">" else abs(other.object) <= abs(statement.object)
            reach = Decimal("0.9" if statement.unit == "%" else "0.6")
            near = abs(other.object - statement.object) <= abs(other.object) * reach
            if holds and near and _alike(statement.indicator, other.indicator):
                return None
        elif other.object == statement.object and statement.rule.startswith("statistics") and _same(statement, other):
            return replace(
                statement, subject=_named_as(other, statement), indicator=other.indicator, qualifiers=other.qualifiers
            )
        elif statement.rule.startswith("statistics") and _otherwise(statement, other):
            return replace(statement, subject=_named_as(other, statement))
    return statement


def _named_as(other: Statement, statement: Statement) -> Mention:
    """The subject of a figure by the name that the table gives it, as this place of the text prints it."""
    return replace(other.subject, surface=statement.subject.surface)


def _same(statement: Statement, other: Statement) -> bool:
    """The same number of the same thing at the same time: of one indicator, unless growth stands against level."""
    growth = [s.indicator.endswith(("增长率", "增速", "增幅")) for s in (statement, other)]
    return other.rule.startswith("figures") and growth[0] == growth[1]


def _otherwise(statement: Statement, other: Statement) -> bool:
    """Another number of one indicator than a table has: the two disagree about one thing, whatever each calls it."""
    return other.rule.startswith("figures") and statement.indicator == other.indicator


_WAYS: Final = re.compile("进出口|进出境|出入境|进口|出口|进境|出境|入境|转口|过境")
_WITH: Final = re.compile("[对与同自从向](?!外|比|期)")


_PEOPLE_OF: Final = re.compile("(?:族|城镇|农村|乡村|农业|边境|流动|女性|男性)人口")
_WHOLE: Final = re.compile("占(?P<whole>[^占]+)的比重$")
_OF_ALL: Final = frozenset("全总的同期额量值")


def _alike(a: str, b: str) -> bool:
    """Whether two indicators share most of their characters and are both shares, growth or neither."""
    kinds = [(name.endswith(("比重", "占比")), name.endswith("增长率")) for name in (a, b)]
    if a.endswith(_COUNT) and b.endswith(_COUNT):
        one, two = set(a.removesuffix(_COUNT)), set(b.removesuffix(_COUNT))
        return len(one & two) > 0.5 * min(len(one), len(two))  # 跨境民族 are not 少数民族
    common = len(set(a) & set(b))
    ways = [set(_WAYS.findall(name)) for name in (a, b)]
    if (all(ways) and ways[0] != ways[1]) or bool(_WITH.search(a)) != bool(_WITH.search(b)):
        return False  # 对中亚进出口190多亿美元 beside 出口223亿美元
    if all(_PARTNERS.intersection(set(one) - set(other)) for one, other in ((a, b), (b, a))):
        return False
    if len({bool(_PEOPLE_OF.search(name)) for name in (a, b)}) > 1:
        return False  # 朝鲜族人口16余万 beside 人口24.6万
    wholes = [set(told["whole"]) - _OF_ALL for name in (a, b) if (told := _WHOLE.search(name))]
    if len(wholes) == len((a, b)) and not wholes[0] & wholes[1]:
        return False  # 占全国佤族人口四成以上 beside 占总人口的85%
    return kinds[0] == kinds[1] and common >= 0.5 * min(len(set(a)), len(set(b)))
