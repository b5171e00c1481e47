"""From statements to claims: linked, checked, each said once."""

from decimal import Decimal

import pytest

from borderkg import reference
from borderkg.claims.assembler import Assembled, Assembler, number
from borderkg.claims.linker import Linker
from borderkg.extraction.statement import Statement
from borderkg.extraction.values import Time
from tests.facts import document, mention, statement

TEXT = "满洲里口岸1992年开放，位于内蒙古。1992年，满洲里口岸开放，共5个，合5个。"
PORT = mention("Port:满洲里口岸")
FIRST, SECOND = (0, 12), (18, 32)


def assembled(*statements: Statement, text: str = TEXT) -> Assembled:
    return Assembler(Linker(reference.load())).assemble(document(text), statements)


def opened(at: tuple[int, int], **fields: object) -> Statement:
    return statement(PORT, "dateEstablished", Time("1992"), at, **fields)


@pytest.mark.parametrize("order", [(FIRST, SECOND), (SECOND, FIRST)])
def test_a_claim_said_twice_keeps_its_first_place(order: tuple[tuple[int, int], ...]) -> None:
    """One claim stands for two places that say the same: evidence is the first in the text, the other is listed."""
    (claim,) = assembled(*(opened(at) for at in order)).claims
    assert ((claim.start, claim.end), claim.also_at) == (FIRST, (SECOND,))


def test_the_same_place_twice_is_one_place() -> None:
    """Two rules that read the same range give one claim without further places."""
    (claim,) = assembled(opened(FIRST), opened(FIRST)).claims
    assert claim.also_at == ()


@pytest.mark.parametrize(
    ("name", "value"), [("modality", "planned"), ("time", "1993"), ("indicator", "开放数"), ("unit", "个")]
)
def test_what_differs_is_said_apart(name: str, value: str) -> None:
    """Claims that differ in modality, time, indicator or unit stay two."""
    assert len(assembled(opened(FIRST), opened(SECOND, **{name: value})).claims) == 2


def estimated(at: tuple[int, int], **qualifiers: object) -> Statement:
    return statement(mention("Document:a.txt", surface=()), "estimate", Decimal(5), at, qualifiers=qualifiers)


@pytest.mark.parametrize("name", ["table", "term", "sample", "dependent"])
def test_estimates_of_two_models_stay_apart(name: str) -> None:
    """Two estimates that differ in table, term, sample or dependent variable are two claims."""
    assert len(assembled(estimated((34, 36), **{name: "1"}), estimated((38, 40), **{name: "2"})).claims) == 2


def test_an_estimate_said_twice_is_one() -> None:
    """The standard error is no part of what an estimate is of."""
    (claim,) = assembled(estimated((34, 36), table="1"), estimated((38, 40), table="1", stdError=1)).claims
    assert claim.also_at == ((38, 40),)


def test_claims_come_in_the_order_of_their_evidence() -> None:
    """Claims stand in the order of the text, whatever the order in which rules found them."""
    located = statement(PORT, "locatedIn", mention("Region:内蒙古"), (0, 17))
    figure = statement(PORT, "observation", Decimal(5), (26, 38), indicator="数量")
    claims = assembled(figure, located, opened(SECOND)).claims
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)
    assert claims == assembled(opened(SECOND), located, figure).claims


def test_what_is_merged_is_listed() -> None:
    """Every statement is a claim, held back, or listed as merged with the place that says the same."""
    result = assembled(opened(SECOND), opened(FIRST), opened(FIRST), statement(PORT, "locatedIn", PORT, FIRST))
    assert result.read == len(result.claims) + len(result.held) + len(result.merged) == 4
    assert [(m.start, m.end, m.into, m.reason) for m in result.merged] == [
        (*FIRST, None, "says a thing of itself"),
        (*SECOND, FIRST, "another place says the same"),
        (*FIRST, FIRST, "another rule says the same of this place"),
    ]


def test_what_fails_the_gate_is_held_back_with_its_reason() -> None:
    """A statement whose evidence fails gives no claim; it is held back with place, rule and reason."""
    result = assembled(opened(FIRST), statement(PORT, "locatedIn", mention("Region:云南省"), FIRST))
    assert len(result.claims) == 1
    (held,) = result.held
    assert (held.start, held.end, held.rule) == (*FIRST, "made::a rule")
    assert (held.subject, held.object) == ("满洲里口岸", "云南省")
    assert held.reason == "'云南省' does not stand in the evidence"


@pytest.mark.parametrize(
    ("obj", "predicate", "value", "kind"),
    [
        (Time("1992", "1999"), "startYear", "1992/1999", "Date"),
        (Decimal("5"), "observation", 5, "Number"),
        ("5个", "identifiesProblem", "5个", "Text"),
        (mention("Region:内蒙古"), "alias", "内蒙古", "Text"),
    ],
)
def test_literal_objects(obj: Time | Decimal | str, predicate: str, value: object, kind: str) -> None:
    """Dates, numbers, words, and names under a predicate that takes a literal, become literals of their type."""
    (claim,) = assembled(statement(PORT, predicate, obj, (0, len(TEXT)))).claims
    assert (claim.object, claim.object_type, claim.object_entity) == (value, kind, None)


def test_nothing_is_said_of_itself() -> None:
    """A claim whose subject and object are one entity, or one name, is left out, listed, and not counted as held back."""
    same = statement(PORT, "counterpart", PORT, FIRST)
    named = statement(PORT, "alias", "满洲里口岸", FIRST)
    result = assembled(same, named)
    assert (result.claims, result.held) == ([], [])
    assert {merged.reason for merged in result.merged} == {"says a thing of itself"}


@pytest.mark.parametrize(
    ("value", "expected"), [("5", 5), ("5.0", 5), ("5.10", 5.1), ("-0.5", -0.5), ("1E+3", 1000), ("0", 0)]
)
def test_numbers_are_whole_where_they_are(value: str, expected: float) -> None:
    """A JSON number is an integer where the decimal is whole, else a float of the same value."""
    found = number(Decimal(value))
    assert found == expected and type(found) is type(expected)


@pytest.mark.parametrize(("printed", "kept"), [("5.10", "5.10"), ("1310.00", "1310.00"), ("5.1", None), ("1310", None)])
def test_the_zeros_that_a_number_is_printed_with(printed: str, kept: str | None) -> None:
    """A JSON number would lose them, and with them how exact it is."""
    text = f"某县货运量{printed}万吨。"
    made = statement("Region:某县", "observation", Decimal(printed), (0, len(text)), indicator="货运量", unit="万吨")
    (claim,) = assembled(made, text=text).claims
    assert claim.qualifiers.get("printed") == kept
