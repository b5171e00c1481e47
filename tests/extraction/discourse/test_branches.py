"""Kinds of ports that go on in a sentence: branches of the port that is spoken of, or kinds with ports of their own."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize(
    "text",
    [
        "内蒙古的铁路口岸有满洲里、二连浩特，公路口岸则有策克、满都拉等。",
        "云南的公路口岸有瑞丽、天保，铁路口岸仅河口一处。",
        "黑龙江的水运口岸有黑河、同江，公路口岸是东宁、密山。",
    ],
)
def test_a_kind_with_ports_of_its_own_is_no_branch(text: str) -> None:
    names = {subject for subject, predicate, _ in stated(text) if predicate == "portMode"}
    assert len(names) > 2 and not {n for n in names if n.endswith(("铁路口岸", "公路口岸"))}


def test_a_kind_that_something_is_told_of_is_one() -> None:
    said = stated("阿拉山口铁路口岸1990年设立，公路口岸1995年开放。")
    assert ("阿拉山口公路口岸", "dateEstablished", "1995") in said


def test_the_ports_of_a_mode_are_counted_and_no_branch() -> None:
    said = stated("该地区有喀什航空口岸1个，公路口岸则有4个，都在新疆。")
    assert "喀什公路口岸" not in {subject for subject, _, _ in said}
