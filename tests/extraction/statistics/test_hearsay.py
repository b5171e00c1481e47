"""The day on which figures were told."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("2024年3月5日，记者从东宁海关获悉，东宁口岸货运量达9万吨。", ""),
        ("东宁海关2024年3月5日通报，东宁口岸货运量达9万吨。", ""),
        ("东宁海关2024年3月5日发布消息称，2023年，东宁口岸货运量达9万吨。", "2023"),
        ("2024年3月5日，记者从东宁海关获悉，2024年前2个月，东宁口岸货运量达9万吨。", "2024-01/2024-02"),
        ("2024年4月5日，统计局公布了2024年一季度经济运行报告，其中东宁口岸货运量达9万吨。", "2024-01/2024-03"),
        ("2024年3月5日，东宁口岸货运量达9万吨。", "2024-03-05"),
        ("截至2024年3月5日，公布的数据显示，东宁口岸货运量达9万吨。", "2024-03-05"),
        ("2023年12月5日某社消息，年内东宁口岸货运量达9万吨。", ""),
    ],
)
def test_the_day_on_which_a_figure_was_told_is_not_its_time(text: str, figure: str) -> None:
    assert observed(text) == {"东宁口岸 | 货运量 | 9 万吨" + (figure and f" | {figure}")}


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("年均进口货物9万吨、货值2亿元。", "货值 | 2 亿元"),
        ("近20年货运量达90万吨。", "货运量 | 90 万吨"),
        ("客流减少。此后，东宁口岸货运量达90万吨。", "货运量 | 90 万吨"),
        ("全年货运量达90万吨。", "货运量 | 90 万吨 | 2019"),
    ],
)
def test_what_is_of_no_single_year_has_none(words: str, figure: str) -> None:
    assert any(f.endswith(figure) for f in observed(f"2019年，东宁口岸出口8万吨。东宁口岸{words}"))


def test_openness_and_how_things_go_are_no_events() -> None:
    text = "2023年沿边开放步伐加快，东宁口岸运行平稳有序，货运量达9万吨。"
    assert observed(text) == {"东宁口岸 | 货运量 | 9 万吨 | 2023"}
    assert observed("2023年东宁口岸恢复开放，货运量9万吨。") == {"东宁口岸 | 货运量 | 9 万吨"}
