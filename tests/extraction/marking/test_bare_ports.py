"""Ports that a text goes on to call by the name of their town."""

import pytest

from tests.extraction.stated import stated


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
