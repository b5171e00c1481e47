"""With whom a place trades, as its figures tell, and whose place 全市 and a report's figures are."""

import pytest

from tests.extraction.stated import linked, stated


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "2021年，新疆外贸进出口1500亿元，其中对哈萨克斯坦700亿元、对吉尔吉斯斯坦300亿元。",
            {("新疆维吾尔自治区", "哈萨克斯坦"), ("新疆维吾尔自治区", "吉尔吉斯斯坦")},
        ),
        ("东宁市外贸额80亿元，对俄贸易占九成，对韩进出口增长一成。", {("东宁市", "俄罗斯"), ("东宁市", "韩国")}),
        ("数据由东宁市商务局提供：2015年，全市对俄进出口12亿美元。", {("东宁市", "俄罗斯")}),
        ("东宁市发展口岸经济。我省对俄贸易额增长一成。", {("黑龙江省", "俄罗斯")}),
        (
            "云南省2020年国民经济和社会发展统计公报\n六、对外经济\n全年对缅甸进出口400亿元，增长5%。",
            {("云南省", "缅甸")},
        ),
        ("我国对俄进出口增长一成，全国对蒙古国出口下降。", set()),
        ("力争东宁市对俄贸易额达到100亿元。", set()),
    ],
    ids=["a list", "by letters", "all of a bureau's town", "all around a town", "a report", "the country", "aimed at"],
)
def test_figures_tell_with_whom_a_place_trades(text: str, claims: set[tuple[str, str]]) -> None:
    assert linked(text, "tradesWith") == claims


def test_kinds_of_ports_that_are_counted_or_listed_are_no_ports() -> None:
    """铁路口岸2个 and 铁路口岸与公路口岸兼备 speak of no port of their own."""
    counted = linked("磨憨铁路口岸已经启用。全省有口岸27个，其中铁路口岸2个、公路口岸19个。", "locatedIn")
    assert counted == set()
    listed = linked("河口口岸，铁路口岸与公路口岸兼备，为国家一类口岸。", "portMode")
    assert listed == {("河口口岸", "铁路"), ("河口口岸", "公路")}


@pytest.mark.parametrize(
    ("text", "hosted"),
    [
        ("中国—南亚博览会由商务部和云南省人民政府主办，6月在昆明开幕。", {("中国—南亚博览会", "hostedBy", "云南省")}),
        ("中国—南亚博览会6月在昆明开幕。", {("中国—南亚博览会", "hostedBy", "昆明")}),
    ],
    ids=["hosted by another", "held there"],
)
def test_the_town_of_an_expo_with_another_host_is_its_seat(text: str, hosted: set[tuple[str, str, str]]) -> None:
    found = stated(text, "expos")
    assert {s for s in found if s[1] == "hostedBy"} == hosted
    assert (("中国—南亚博览会", "locatedIn", "昆明") in found) == (("昆明") not in {o for _, _, o in hosted})


def test_lines_called_by_two_letters_and_by_their_ends() -> None:
    assert linked("腾密公路（腾冲—密支那）已经通车。", "crosses") == {("腾密公路", "腾冲市"), ("腾密公路", "密支那市")}
    assert ("昆明至磨憨高速公路", "磨憨镇") in linked("昆明至磨憨高速公路全线通车。", "crosses")
    assert linked("等级公路（全长20公里）途经瑞丽。", "crosses") == set()
    both = linked("滇缅公路连接昆明与腊戍，途经瑞丽。", "crosses")
    assert {("滇缅公路", "昆明市"), ("滇缅公路", "瑞丽市")} <= both


def test_a_whole_that_a_share_is_told_of_trades_with_none() -> None:
    """占中蒙贸易总额的近七成 says nothing of China's trade; 中蒙贸易总额增长 does."""
    said = stated("二连浩特口岸进出口额占中蒙贸易总额的近七成，瑞丽市占全省对缅贸易的一半。")
    assert not [s for s in said if s[1] == "tradesWith" and s[0] in ("中国", "云南省")]
    assert ("中国", "tradesWith", "蒙古国") in stated("中蒙贸易总额逐年增长。")
