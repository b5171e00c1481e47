"""An agreement is of the day on which it was signed, whenever it was ratified."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize(
    "text",
    [
        "《中老界河条约》1993年12月签署，1994年8月经全国人大常委会批准。",
        "《中老界河条约》由外交部部长于1993年12月在万象签署，于1994年8月29日由全国人大常委会批准。",
    ],
)
def test_what_is_ratified_was_made_before(text: str) -> None:
    assert {o for s, p, o in stated(text) if (s, p) == ("中老界河条约", "dateIssued")} == {"1993-12"}


def test_a_plan_is_of_the_day_of_its_approval() -> None:
    assert ("界河治理规划", "dateIssued", "2012") in stated("2012年，国务院批准了《界河治理规划》。")
