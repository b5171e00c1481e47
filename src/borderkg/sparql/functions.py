"""The functions of the field that a query may call, each by its IRI; the same for the engine and for rdflib.

A function gives None for arguments that are not of its types; in SPARQL that is an error, and the variable stays unbound.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

import pyoxigraph as ox

from borderkg.sparql import intervals, points, units
from borderkg.sparql.intervals import Interval
from borderkg.vocabulary import BKF, GEO, GEOF, XSD

_WKT: Final = ox.NamedNode(GEO + "wktLiteral")
_NUMBERS: Final = frozenset(XSD + name for name in ("integer", "decimal", "double", "float", "int", "long"))
_TIMES: Final = frozenset(XSD + name for name in ("string", "gYear", "gYearMonth", "date"))

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Call = Callable[..., Term | None]


@dataclass(frozen=True, slots=True)
class Function:
    """A function with what it is called and does, in both languages."""

    iri: str
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str
    call: Call


def _boolean(value: bool | None) -> ox.Literal | None:
    return None if value is None else ox.Literal(value)


def _date(bound: Callable[[Interval], Any]) -> Call:
    def call(*given: Term) -> ox.Literal | None:
        found = _interval(*given)
        return ox.Literal(bound(found).isoformat(), datatype=ox.NamedNode(XSD + "date")) if found else None

    return call


def _interval(*given: Term) -> Interval | None:
    if len(given) != 1 or not isinstance(given[0], ox.Literal):
        return None
    literal = given[0]
    return intervals.interval(literal.value) if literal.language or literal.datatype.value in _TIMES else None


def _relation(holds: Callable[[Interval, Interval], bool]) -> Call:
    def call(*given: Term) -> ox.Literal | None:
        found = [_interval(term) for term in given]
        if len(found) != 2 or found[0] is None or found[1] is None:
            return None
        return ox.Literal(holds(found[0], found[1]))

    return call


def _in_force(*given: Term) -> ox.Literal | None:
    if len(given) != 3:
        return None
    start, at = _interval(given[0]), _interval(given[2])
    going_on = isinstance(given[1], ox.Literal) and given[1].value == ""
    end = None if going_on else _interval(given[1])
    if start is None or at is None or (end is None and not going_on):
        return None
    return _boolean(intervals.in_force(start, end, at))


def _convert(*given: Term) -> ox.Literal | None:
    if len(given) != 3 or not all(isinstance(term, ox.Literal) for term in given):
        return None
    number, printed, wanted = (term for term in given if isinstance(term, ox.Literal))
    if number.datatype.value not in _NUMBERS:
        return None
    try:
        value = units.convert(Decimal(number.value), printed.value, wanted.value)
    except InvalidOperation:
        return None
    return None if value is None else ox.Literal(f"{value:f}", datatype=ox.NamedNode(XSD + "decimal"))


def _distance(*given: Term) -> ox.Literal | None:
    if len(given) != 3 or not isinstance(given[2], ox.NamedNode):
        return None
    one, other = (term.value if isinstance(term, ox.Literal) and term.datatype == _WKT else "" for term in given[:2])
    metres = points.distance(one, other)
    length = points.METRES.get(given[2].value)
    return ox.Literal(metres / length) if metres is not None and length is not None else None


_RELATIONS: Final = {
    "intervalBefore": (
        "早于",
        "before",
        "前者结束之后至少隔一日，后者才开始",
        "the first ends and a day passes before the second begins",
    ),
    "intervalAfter": (
        "晚于",
        "after",
        "后者结束之后至少隔一日，前者才开始",
        "the second ends and a day passes before the first begins",
    ),
    "intervalMeets": ("相接", "meets", "前者结束的次日后者开始", "the second begins on the day after the first ends"),
    "intervalMetBy": ("被接", "met by", "后者结束的次日前者开始", "the first begins on the day after the second ends"),
    "intervalOverlaps": (
        "交叠",
        "overlaps",
        "前者先开始，并在后者期间结束",
        "the first begins earlier and ends within the second",
    ),
    "intervalOverlappedBy": (
        "被交叠",
        "overlapped by",
        "后者先开始，并在前者期间结束",
        "the second begins earlier and ends within the first",
    ),
    "intervalStarts": ("同始", "starts", "同日开始，前者先结束", "both begin together and the first ends earlier"),
    "intervalStartedBy": (
        "被同始",
        "started by",
        "同日开始，后者先结束",
        "both begin together and the second ends earlier",
    ),
    "intervalDuring": (
        "其间",
        "during",
        "前者在后者期间开始并结束，首尾皆不同日",
        "the first lies within the second and shares no end with it",
    ),
    "intervalContains": (
        "包含",
        "contains",
        "后者在前者期间开始并结束，首尾皆不同日",
        "the second lies within the first and shares no end with it",
    ),
    "intervalFinishes": ("同终", "finishes", "同日结束，前者后开始", "both end together and the first begins later"),
    "intervalFinishedBy": (
        "被同终",
        "finished by",
        "同日结束，后者后开始",
        "both end together and the second begins later",
    ),
    "intervalEquals": ("相等", "equals", "首尾皆同日", "both begin and end together"),
    "intervalIn": ("在内", "in", "前者全在后者之内，且不相等", "the first lies within the second and is not the same"),
    "intervalDisjoint": ("相离", "disjoint", "没有共同的一日", "they have no day in common"),
}

FUNCTIONS: Final = (
    Function(
        GEOF + "distance",
        "距离",
        "distance",
        "两个 WGS84 点（WKT）之间的大地线长度，单位由第三个参数给出（米或千米）",
        "The length of the geodesic between two WGS84 points (WKT), in the unit of the third argument (metre, kilometre)",
        _distance,
    ),
    Function(
        BKF + "earliest",
        "最早日",
        "earliest day",
        "所印日期可指的第一日：2013 为 2013-01-01，十二五为 2011-01-01",
        "The first day that a printed date may mean: 2013-01-01 for 2013, 2011-01-01 for 十二五",
        _date(lambda found: found.first),
    ),
    Function(
        BKF + "latest",
        "最晚日",
        "latest day",
        "所印日期可指的最后一日",
        "The last day that a printed date may mean",
        _date(lambda found: found.last),
    ),
    *(Function(BKF + name, *_RELATIONS[name], _relation(holds)) for name, holds in intervals.RELATIONS.items()),
    Function(
        BKF + "inForce",
        "有效",
        "in force",
        "自首参数所印之日至次参数所印之日（空串：至今）者，在末参数所印之时是否始终有效；所印日期不足以判定者无值",
        "Whether what began at the first printed date and ended at the second (an empty string: goes on) was in force "
        "throughout the third; unbound where the printed dates do not tell",
        _in_force,
    ),
    Function(
        BKF + "convert",
        "换算",
        "convert",
        "把数值由一个单位换算为同类的另一个单位：亿美元换算为万美元；币种之间不换算",
        "A number in another unit of the same kind: 亿美元 to 万美元; money is never changed into other money",
        _convert,
    ),
)
"""All of them. A pair of printed dates is taken by each of the relations; the definitions speak of the first and second."""

CUSTOM: Final[Mapping[ox.NamedNode, Call]] = {ox.NamedNode(function.iri): function.call for function in FUNCTIONS}
"""As the engine takes them."""
