"""How many names stand in the list beside a count, and where no list is whole."""

import pytest

from tests.extraction.qualified import figures, qualifier


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("沿边地区现有3个重点开发开放试验区：新疆塔城、云南瑞丽、广西百色。", 3),
        ("沿边省区共有9个重点开发开放试验区：新疆塔城，云南瑞丽、勐腊（磨憨），黑龙江绥芬河—东宁，广西东兴。", 5),
        ("广西有2个边境县（市、区），分别为宁明县、那坡县和大新县。", 3),
        ("崇左市下辖4个县：龙州县、天等县、宁明县。", 3),
        ("云南建成3条跨境公路，分别为磨憨公路、腾密公路、河口公路。", 3),
        ("新疆与蒙古、俄罗斯、哈萨克斯坦4个国家接壤。", 3),
        ("我国与朝鲜、俄罗斯、蒙古3个国家接壤。", 3),
        ("吉林有和龙、珲春和图们3个边境城市。", 3),
    ],
)
def test_lists_are_counted(text: str, number: int) -> None:
    assert list(qualifier(text, "listed").values()) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "沿边地区设立了17个边境经济合作区，包括珲春、黑河、瑞丽等。",
        "我国与俄罗斯、蒙古、越南等14个国家接壤。",
        "云南省有边境县25个：瑞丽市、腾冲市，芒市，另有一类口岸20个。",
        "广西有8个边境县，成立较早，发展较快。",
        "广西有8个边境县：地处西南，面向东盟。",
        "广西有8个边境县。",
    ],
)
def test_what_is_no_whole_list(text: str) -> None:
    """Open lists, and clauses that only follow."""
    assert qualifier(text, "listed") == {}


def test_a_list_that_may_name_some() -> None:
    assert list(qualifier("全国共设立9个沿边重点开发开放试验区，包括东兴、凭祥、瑞丽。", "listedSome").values()) == [
        True
    ]


def test_the_list_is_context() -> None:
    text = "沿边地区现有3个重点开发开放试验区：新疆塔城、云南瑞丽、广西百色。"
    (claim,) = figures(text)
    assert "新疆塔城、云南瑞丽、广西百色" in [text[start:end] for start, end in claim.context]
