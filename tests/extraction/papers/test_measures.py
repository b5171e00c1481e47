"""The parts of a total bear names of their own."""

import pytest

from borderkg.extraction.statistics import measures


@pytest.mark.parametrize(
    ("total", "part", "name"),
    [
        ("进出口货运量", "进口", "进口货运量"),
        ("货运量", "铁路", "铁路货运量"),
        ("口岸进出境货运量", "公路口岸", "公路口岸进出境货运量"),
        ("对东盟进出口", "对越南", "对越南进出口"),
        ("地区生产总值", "一产", "第一产业增加值"),
        ("GDP", "第三产业", "第三产业增加值"),
        ("货运量", "出口煤炭", "煤炭出口量"),
    ],
)
def test_a_part_is_named_after_its_total_once(total: str, part: str, name: str) -> None:
    assert measures.part_of(total, part) == name
