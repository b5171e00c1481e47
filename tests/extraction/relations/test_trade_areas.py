"""Trade areas named by directions: what they are, which ports they hold, with whom they trade."""

import pytest

from tests.extraction.stated import linked

NORTH, WEST, SOUTH = "东北边境贸易区", "西北边境贸易区", "西南边境贸易区"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "按方位，我国边贸分为东北、西北、西南三个边境贸易区。各区都有口岸，如东北部的绥芬河、黑河，西北部的巴克图，西南部的河口等。",
            {("绥芬河口岸", NORTH), ("黑河口岸", NORTH), ("巴克图口岸", WEST), ("河口口岸", SOUTH)},
        ),
        (
            "边境贸易分为东北和西南两大边境贸易区。主要口岸有东北部的图们、圈河和西南部的磨憨。",
            {("图们口岸", NORTH), ("圈河口岸", NORTH), ("磨憨口岸", SOUTH)},
        ),
        (
            "我国边贸分为西北、西南两个边境贸易区，西北部有霍尔果斯口岸、阿拉山口口岸。其口岸包括西南部的瑞丽、畹町。",
            {("霍尔果斯口岸", WEST), ("阿拉山口口岸", WEST), ("瑞丽口岸", SOUTH), ("畹町口岸", SOUTH)},
        ),
        ("云南西南部的瑞丽是重要口岸。", set()),
        ("我国划分为东北、西北和西南三大边境贸易区。云南省西南部的沧源县有佤族聚居。", set()),
        ("沿边各地口岸众多，如东北部的绥芬河、黑河，西南部的河口等。", set()),
        ("我国分为东北、西南两大边境贸易区，东北部的气候寒冷。", set()),
    ],
    ids=["three areas", "two areas", "one of two", "part of a province", "part of another", "no area", "no port"],
)
def test_ports_of_an_area_called_by_its_direction(text: str, claims: set[tuple[str, str]]) -> None:
    """东北部的甲 lies in the trade area of the north-east, where the text has told of one."""
    assert linked(text, "inTradeZone") == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "沿边省区分为东北、西北、西南三大边境贸易区，贸易对象分别为俄罗斯与朝鲜、哈萨克斯坦、越南与缅甸。",
            {(NORTH, "俄罗斯"), (NORTH, "朝鲜"), (WEST, "哈萨克斯坦"), (SOUTH, "越南"), (SOUTH, "缅甸")},
        ),
        (
            "边境口岸按区域划分为东北、西南两大边境贸易区，贸易伙伴分别为蒙古国、老挝。",
            {(NORTH, "蒙古国"), (SOUTH, "老挝")},
        ),
        (
            "云南、广西和新疆的主要贸易伙伴分别为缅甸与老挝、越南、哈萨克斯坦与吉尔吉斯斯坦。",
            {
                ("云南省", "缅甸"),
                ("云南省", "老挝"),
                ("广西壮族自治区", "越南"),
                ("新疆维吾尔自治区", "哈萨克斯坦"),
                ("新疆维吾尔自治区", "吉尔吉斯斯坦"),
            },
        ),
        ("云南、广西的主要贸易伙伴分别为缅甸、越南。", {("云南省", "缅甸"), ("广西壮族自治区", "越南")}),
        ("云南、广西的主要贸易伙伴分别为缅甸、越南与老挝。", set()),
        ("沿边九省区的贸易对象分别为俄罗斯、越南和缅甸。", set()),
        ("云南省前三大贸易伙伴分别为缅甸、越南和老挝。", {("云南省", c) for c in ("缅甸", "越南", "老挝")}),
    ],
    ids=["areas", "two areas", "groups", "in order", "unequal", "of the whole", "of one"],
)
def test_partners_in_turn(text: str, claims: set[tuple[str, str]]) -> None:
    """分别 gives each its own; where the numbers differ nobody says which is whose."""
    assert linked(text, "tradesWith") == claims


def test_areas_are_no_fenced_zones() -> None:
    """东北、西南两大边境贸易区 are trade areas; 姐告 is a zone of the kind."""
    said = linked("东北、西南两大边境贸易区贸易额较大，姐告边境贸易区设在瑞丽。", "platformType")
    assert {subject for subject, _ in said} == {"姐告边境贸易区"}
