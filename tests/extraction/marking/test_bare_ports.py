"""Ports that a text goes on to call by the name of their town."""

import pytest

from tests.extraction.stated import linked, stated


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("平孟、龙邦两口岸扩大开放。龙邦在靖西市。", ("龙邦口岸", "locatedIn", "靖西市")),
        ("河口口岸、金水河口岸均在红河州；田蓬、都龙属文山州。", ("都龙口岸", "locatedIn", "文山州")),
        ("田蓬口岸1956年设立。田蓬属文山州。", ("田蓬口岸", "locatedIn", "文山州")),
        ("樟木、普兰等口岸均为公路口岸。普兰1954年开设，1992年恢复。", ("普兰口岸", "dateEstablished", "1954")),
        ("吉隆口岸通尼泊尔。1978年，吉隆被国务院批准为国家一类口岸。", ("吉隆口岸", "portClass", "一类口岸")),
        ("西藏有樟木、吉隆、普兰、日屋—陈塘、里孜等口岸，均为公路口岸。", ("日屋—陈塘口岸", "portMode", "公路")),
    ],
)
def test_the_port_is_meant(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "田蓬口岸1956年设立。田蓬镇属文山州。",
        "吉隆口岸2014年扩大开放。吉隆与尼泊尔接壤。",
        "瑞丽口岸1978年开放。瑞丽1992年对外开放，列为沿边开放城市。",
    ],
)
def test_the_place_is_meant(text: str) -> None:
    """With its rank, where the clause says what a place does, and a city."""
    behind = text.split("。")[1]
    assert not {s for s in stated(text) if s[0].endswith("口岸") and s[1] != "dateEstablished"}
    assert {s for s in stated(text) if (not s[0].endswith("口岸") and s[2][:2] in behind) or s[1] == "platformType"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("图们江公路大桥（当地习称圈河大桥）长535米。", ("图们江公路大桥", "alias", "圈河大桥")),
        ("负责人表示，中越北仑河三桥2019年开通。", ("中越北仑河三桥", "crosses", "越南")),
        ("中俄黑龙江大桥2022年通车。", ("中俄黑龙江大桥", "crosses", "俄罗斯")),
    ],
)
def test_bridges(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize("text", ["两座跨江大桥又称国门。", "新建大桥又称友谊桥，跨境大桥又称国门桥。"])
def test_no_bridges(text: str) -> None:
    assert not stated(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("验收了岳圩、爱店两个口岸。岳圩在靖西市，爱店在宁明县。", {("岳圩口岸", "靖西市"), ("爱店口岸", "宁明县")}),
        (
            "全省一类口岸较多；打洛、磨憨属西双版纳州。",
            {("打洛口岸", "西双版纳傣族自治州"), ("磨憨口岸", "西双版纳傣族自治州")},
        ),
        ("龙邦位于靖西市南部。", {("龙邦镇", "靖西市")}),
    ],
)
def test_a_bare_name_is_that_of_the_port_where_ports_are_spoken_of(text: str, expected: set[tuple[str, str]]) -> None:
    assert linked(text, "locatedIn") == expected


def test_a_county_is_its_port_only_where_the_port_was_just_spoken_of() -> None:
    text = "西藏有樟木、吉隆等口岸。吉隆1961年开设，2014年恢复开放。吉隆县人口较少。"
    assert linked(text, "dateEstablished") == {("吉隆口岸", "1961"), ("吉隆口岸", "2014")}
    assert not linked("吉隆口岸较小。边民往来不断。集市热闹。吉隆1961年开通公路。", "dateEstablished")
