"""Seeded texts: templates that draw their figures, with one place that is printed right or wrong."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

PROVINCES = ("广西", "云南", "内蒙古", "黑龙江", "吉林", "辽宁", "新疆", "西藏", "甘肃")
CITIES = ("崇左市", "防城港市", "百色市", "普洱市", "呼伦贝尔市", "黑河市", "牡丹江市", "丹东市", "临沧市", "保山市")
PORTS = (
    "满洲里口岸",
    "瑞丽口岸",
    "友谊关口岸",
    "霍尔果斯口岸",
    "绥芬河口岸",
    "磨憨口岸",
    "二连浩特口岸",
    "阿拉山口口岸",
)

_PLACE = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")


@dataclass(frozen=True, slots=True)
class Seed:
    """One text of a template; `text` has one place ⟦right|wrong⟧."""

    kind: str
    name: str
    text: str

    @property
    def sound(self) -> str:
        return _PLACE.sub(r"\1", self.text)

    @property
    def faulty(self) -> str:
        return _PLACE.sub(r"\2", self.text)


class Draw:
    """Figures and places by chance, rounded as texts print them."""

    def __init__(self, seed: str) -> None:
        self._by = random.Random(seed)  # noqa: S311 - the texts are to be the same in every run

    def amount(self, low: float, high: float, places: int = 2) -> Decimal:
        return rounded(Decimal(repr(self._by.uniform(low, high))), places)

    def whole(self, low: int, high: int) -> int:
        return self._by.randint(low, high)

    def some(self, of: Sequence[str], number: int) -> list[str]:
        return self._by.sample(of, number)

    def one(self, of: Sequence[str]) -> str:
        return self._by.choice(of)

    def off(self, right: Decimal, least: float = 0.06, most: float = 0.3) -> Decimal:
        """Another number with as many places, off by a part that no rounding explains."""
        part = Decimal(repr(self._by.uniform(least, most))) * self._by.choice((-1, 1))
        exponent = right.as_tuple().exponent
        places = -exponent if isinstance(exponent, int) else 0
        wrong = rounded(right * (1 + part), places)
        return wrong if wrong != right else right + Decimal(1).scaleb(-places) * 3

    def typed(self, right: Decimal) -> Decimal:
        """The same number with two figures that changed places, or another first figure: a slip of the pen."""
        text = str(right)
        at = [i for i in range(len(text) - 1) if text[i : i + 2].isdigit() and text[i] != text[i + 1] and i + 1 > 0]
        at = [i for i in at if not (i == 0 and text[1] == "0")] or at
        i = at[0] if len(at) < 3 else at[self._by.randrange(2)]
        return Decimal(text[:i] + text[i + 1] + text[i] + text[i + 2 :]) if at else right + 9


def rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def either(right: object, wrong: object) -> str:
    assert str(right) != str(wrong), right
    return f"⟦{right}|{wrong}⟧"


Template = Callable[[Draw], str]


class Author:
    """The templates of one hand."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.templates: list[tuple[str, Template]] = []

    def writes(self, kind: str) -> Callable[[Template], Template]:
        def add(template: Template) -> Template:
            self.templates.append((kind, template))
            return template

        return add

    def seeds(self, times: int) -> list[Seed]:
        """Each template, drawn several times."""
        found = []
        for kind, template in self.templates:
            for turn in range(times):
                name = f"{self.name}-{template.__name__}-{turn + 1}"
                found.append(Seed(kind, name, template(Draw(name))))
        return found


# Layouts of tables

Rows = list[Sequence[object]]
"""A header and what stands below it."""


def pipes(rows: Rows) -> str:
    head, *body = [[str(c) for c in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *body))


def tabs(rows: Rows) -> str:
    return "\n".join("\t".join(str(c) for c in row) for row in rows)


def aligned(rows: Rows) -> str:
    """Columns under each other, parted by blanks."""
    printed = [[_both(str(c)) for c in row] for row in rows]
    widths = [max(_width(row[k][0]) for row in printed) for k in range(len(printed[0]))]
    return "\n".join(
        "   ".join(cell[1] + " " * (w - _width(cell[0])) for cell, w in zip(row, widths, strict=True)).rstrip()
        for row in printed
    )


def _both(cell: str) -> tuple[str, str]:
    return _PLACE.sub(r"\1", cell), cell


def _width(text: str) -> int:
    return sum(2 if ord(c) > 0x2E80 else 1 for c in text)


LAYOUTS = (pipes, tabs, aligned)


def table(d: Draw, rows: Rows) -> str:
    """The rows in one of the layouts."""
    return LAYOUTS[d.whole(0, len(LAYOUTS) - 1)](rows)
