"""Bare names that a prefecture and its seat share."""

import pytest

from tests.extraction.stated import linked


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("阿勒泰是与蒙古国毗邻的地区。", "阿勒泰地区"),
        ("塔城下辖5个县。塔城与哈萨克斯坦接壤。", "塔城地区"),
        ("塔城是边境城市，与哈萨克斯坦接壤。", "塔城市"),
        ("塔城市与哈萨克斯坦接壤。", "塔城市"),
    ],
)
def test_which_is_meant(text: str, place: str) -> None:
    assert {subject for subject, _ in linked(text, "borders")} == {place}
