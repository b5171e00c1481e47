"""Times that others are held against: they date nothing but the figures told of them."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("2024年前三季度，东宁口岸货运量81万吨，超过2023年全年。9月，货运量9万吨。", "货运量 | 9 万吨 | 2024-09"),
        (
            "2024年，东宁口岸货运量81万吨，首次超过2019年水平。上半年货运量40万吨。",
            "货运量 | 40 万吨 | 2024-01/2024-06",
        ),
        ("2024年，东宁口岸货运量81万吨，与2019年持平。10月，货运量9万吨。", "货运量 | 9 万吨 | 2024-10"),
        ("2024年，东宁口岸货运量81万吨，而2023年为70万吨。9月，货运量9万吨。", "货运量 | 9 万吨"),
        ("截止到2022年底，东宁口岸累计货运量810万吨。9月，货运量9万吨。", "货运量 | 9 万吨"),
        (
            "2022年，东宁口岸货运量81万吨，截至2022年底累计货运量800万吨。9月，货运量9万吨。",
            "货运量 | 9 万吨 | 2022-09",
        ),
        ("2023年9月，东宁口岸货运量9万吨。10月，货运量8万吨。", "货运量 | 8 万吨 | 2023-10"),
        ("2007年，两国定下到2015年贸易额翻番的目标。当年，东宁口岸货运量9万吨。", "货运量 | 9 万吨 | 2007"),
    ],
)
def test_months_are_of_no_year_that_is_only_compared_with(text: str, figure: str) -> None:
    assert f"东宁口岸 | {figure}" in observed(text)


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("去年同期为210亿元", "210 亿元 | 2022-01/2022-08"),
        ("去年同期仅210亿元", "210 亿元 | 2022-01/2022-08"),
        ("2019年同期为210亿元", "210 亿元 | 2019-01/2019-08"),
        ("比去年同期的210亿元增长43%", "210 亿元 | 2022-01/2022-08"),
        ("较2019年同期的210亿元增长43%", "210 亿元 | 2019-01/2019-08"),
        ("超过2022年全年的210亿元", "210 亿元 | 2022"),
        ("接近2022年全年310亿元的水平", "310 亿元 | 2022"),
    ],
)
def test_a_level_of_the_time_that_is_compared_with(words: str, figure: str) -> None:
    figures = observed(f"2023年1—8月，巴克图口岸进出口货值达300亿元，{words}。")
    assert figures >= {f"巴克图口岸 | 进出口货值 | {f}" for f in ("300 亿元 | 2023-01/2023-08", figure)}


@pytest.mark.parametrize("words", ["是去年同期的1.5倍", "为2019年同期的1.5倍", "较去年同期增长50%"])
def test_what_is_only_held_against_another_time_is_of_its_own(words: str) -> None:
    figures = observed(f"2023年1—8月，巴克图口岸进出口货值达300亿元，{words}，出口200亿元。")
    assert len(figures) == 3
    assert all(figure.endswith("2023-01/2023-08") for figure in figures)


@pytest.mark.parametrize(
    ("behind", "time"),
    [("出口40亿美元。", ""), ("其中出口40亿美元。", " | 2019"), ("2020年，出口40亿美元。", " | 2020")],
)
def test_behind_a_change_from_one_time_to_another_no_time_holds(behind: str, time: str) -> None:
    figures = observed(f"绥芬河市进出口额由2010年的30亿美元增加到2019年的90亿美元。{behind}")
    assert any(figure.endswith(f"40 亿美元{time}") for figure in figures)


def test_up_to_now_is_no_time_told_before() -> None:
    text = "2014年6月，阿拉山口综合保税区进出口3亿元。截至目前，阿拉山口综合保税区进出口90亿元。"
    assert "阿拉山口综合保税区 | 进出口 | 90 亿元" in observed(text)
