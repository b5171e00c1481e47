"""What an indicator measures: which names mean the same, and which only nearly (ontology/concepts/quantity.ttl).

An indicator's identity includes its definition and scope (非金融类, 实际利用), so that unlike series never meet.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from borderkg import concepts, reference
from borderkg.records import record
from borderkg.schema import Concept

_DERIVED: Final = re.compile(r"(?P<base>.+?)(?P<derived>占.+比重|占比|(?:同比|年均)?(?:增长率|增速)|为.+的倍数)")
_WITH: Final = re.compile(r"[对与同]")
_OF_CHINA: Final = re.compile(r"占(?:全国|中国).*比重")


@record
class Measure:
    """`name` is shared by all names that mean the same."""

    name: str
    quantity: Concept | None
    """What is measured, or what a share or a rate is of; None where the scheme lacks it."""
    derived: str
    """What share or rate of the quantity; empty where it is the quantity itself."""

    def near(self, other: "Measure") -> bool:
        """Whether both are the same, or one is often taken for the other: of quantities that are near, in one way."""
        if self.name == other.name or not (self.quantity and other.quantity):
            return self.name == other.name
        return self.derived == other.derived and concepts.near(self.quantity, other.quantity)


@cache
def measure(indicator: str) -> Measure:
    """What an indicator measures; 占比, 增长率 and the like are measures of their own."""
    name = _label(_folded(indicator))
    match = _DERIVED.fullmatch(name)
    base, derived = (match["base"], match["derived"]) if match else (name, "")
    if _OF_CHINA.fullmatch(derived):
        derived = "占全国的比重"  # of imports and exports, where those are what is spoken of
    return Measure(_label(_label(base) + derived), concepts.quantity(base), derived)


def _folded(indicator: str) -> str:
    """An indicator with the country that trade is with by its name: 对俄进出口总额 is 对俄罗斯进出口总额.

    A letter is a country only where a quantity follows it, and no longer name begins with it: 对哈尔滨出口额, 对老区的投资.
    """
    for behind in _WITH.finditer(indicator):
        rest = indicator[behind.end() :]
        called = max(filter(rest.startswith, _countries()), key=len, default="")
        longer = any(rest.startswith(name) for name in _longer().get(called, ()))
        if called and not longer and concepts.begins_quantity(rest[len(called) :]):
            return indicator[: behind.end()] + _countries()[called] + rest[len(called) :]
    return indicator


@cache
def _countries() -> dict[str, str]:
    """What a country is called, its letter (俄) included, to its preferred name."""
    known = [i for i in reference.load().individuals.values() if i.type == "Country"]
    return {
        name: country.label_zh
        for country in known
        for name in (country.label_zh, *country.alternatives, *country.values.get("abbreviation", ()))
    }


@cache
def _longer() -> dict[str, tuple[str, ...]]:
    """The letter of a country to the names of all kinds that begin with it."""
    letters = [name for name in _countries() if len(name) == 1]
    return {
        letter: tuple(name for name in reference.load().by_label if len(name) > 1 and name.startswith(letter))
        for letter in letters
    }


def _label(name: str) -> str:
    quantity = concepts.quantity(name)
    return quantity.label_zh if quantity else name


def scopes(measures: Iterable[Measure]) -> tuple[str, str]:
    """In what the quantities of measures differ: each with its scope, English and Chinese."""
    quantities = sorted({m.quantity.iri: m.quantity for m in measures if m.quantity}.items())
    return (
        "; ".join(f"{quantity.label_en}: {quantity.scope_en.rstrip('.')}" for _, quantity in quantities),
        "；".join(f"{quantity.label_zh}：{quantity.scope_zh.rstrip('。')}" for _, quantity in quantities),
    )
