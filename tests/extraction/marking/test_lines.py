"""Railways called by a letter of each end, and words before 铁路 that name none."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize("text", ["二连浩特口岸1956年开通铁路，为国家一类口岸。", "1903年建成铁路后，满洲里口岸设立。"])
def test_what_is_done_to_a_railway_names_none(text: str) -> None:
    assert not {said for said in stated(text) if "铁路" in said[0]}


def test_a_railway_is_called_by_its_ends() -> None:
    assert ("湘桂铁路", "crosses", "凭祥") in stated("湘桂铁路终点凭祥。")
