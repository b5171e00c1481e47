"""Bare names behind words that say what faces a port."""

import pytest

from tests.extraction.stated import stated

FACES = "ports::a port faces another"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("天保口岸，公路口岸，对方口岸清水；", {("天保口岸", "清水口岸")}),
        ("河口、天保两口岸客流很大，对面依次为老街、清水。", {("河口口岸", "老街口岸"), ("天保口岸", "清水口岸")}),
        ("天保口岸繁忙，对方口岸尚未开放。", set()),
        ("天保口岸繁忙，对应口岸的设施较差。", set()),
    ],
)
def test_a_name_across_the_border_is_a_port(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(s, o) for s, p, o in stated(text, FACES) if p == "counterpart"} == expected
