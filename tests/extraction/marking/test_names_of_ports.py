"""Names of ports that no list has: where they begin, and which words before 口岸 are none."""

import pytest

from tests.extraction.stated import linked, stated


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("黑河公路口岸与俄方卡尼库尔干口岸相对。", ("黑河公路口岸", "counterpart", "卡尼库尔干口岸")),
        ("勐满口岸与老挝南塔省班海口岸相对。", ("勐满口岸", "counterpart", "班海口岸")),
        ("勐腊县勐满口岸与老挝南塔省班海口岸相对。", ("勐满口岸", "locatedIn", "勐腊县")),
        ("勐满公路口岸、畹町公路口岸都在云南省。", ("勐满公路口岸", "locatedIn", "云南省")),
        ("2020年，国务院批准勐满口岸开放。", ("勐满口岸", "dateEstablished", "2020")),
        ("大黑河岛水运口岸位于黑河市。", ("大黑河岛水运口岸", "portMode", "水运")),
        ("由原二类口岸升格而来的都龙口岸，位于马关县。", ("都龙口岸", "locatedIn", "马关县")),
        ("石崖头口岸于1985年3月正式开放。", ("石崖头口岸", "dateEstablished", "1985-03")),
        ("三岔河口岸位于那坡县。", ("三岔河口岸", "locatedIn", "那坡县")),
        ("丹东管道口岸2015年开放。", ("丹东管道口岸", "dateEstablished", "2015")),
    ],
)
def test_a_name(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "2015年批准开放、由原二类口岸升格。",
        "另一口岸位于东宁市。各大口岸均为公路口岸。新老口岸都在瑞丽市。",
        "智慧口岸位于东宁市，绿色口岸、平安口岸为公路口岸。",
        "我国最大的公路口岸1992年开放，唯一铁路口岸1956年开通。",
        "俄方公路口岸1992年开放。",
        "界河口岸位于黑河市，海关口岸、山林口岸位于那坡县，水运码头口岸1985年开放。",
    ],
)
def test_words_are_no_names(text: str) -> None:
    assert not stated(text)


def test_a_zone_named_after_a_small_place() -> None:
    """国门岛 is no word that the segmenter knows; what such names end in is."""
    said = stated("国门岛中俄互市贸易区1997年设立。")
    assert ("国门岛中俄互市贸易区", "dateEstablished", "1997") in said


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("孟定清水河口岸对面是缅甸的清水河口岸。", ("孟定清水河口岸", "清水河口岸")),
        ("霍尔果斯口岸与哈萨克斯坦霍尔果斯口岸相对。", ("霍尔果斯口岸", "哈萨克斯坦霍尔果斯口岸")),
    ],
)
def test_two_ports_of_one_name(text: str, claim: tuple[str, str]) -> None:
    """The port of a country named before it is not ours, though it bears the name of ours."""
    assert claim in linked(text, "counterpart")
