"""Places that no list has, with which a sentence begins: what is told goes to them, and not to what was spoken of before."""

import pytest

from tests.extraction.stated import stated

BEFORE = "黑河市位于黑龙江省。"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("德坎镇位于黑河市西北部，与俄罗斯隔江相望，面积20平方公里。", "德坎镇"),
        ("桦皮沟村，地处黑河市北郊，与俄罗斯隔江相望，面积20平方公里。", "桦皮沟村"),
        ("孟洛县位于缅甸掸邦东北部，面积20平方公里。", "孟洛县"),
        ("洛布扎（Lobuza）坐落于西藏山南市，面积20平方公里。", "洛布扎"),
    ],
)
def test_what_a_sentence_begins_with_is_spoken_of(text: str, place: str) -> None:
    said = stated(BEFORE + text)
    assert (place, "observation", "20") in said
    assert not [claim for claim in said if claim[0] == "黑河市" and claim[1] != "locatedIn"]


@pytest.mark.parametrize(
    "text",
    [
        "大黑山位于黑河市北郊。",
        "联检大楼位于黑河市。",
        "该镇位于黑河市北部。",
        "县城位于黑河市附近。",
        "撤县设市后，隶属黑龙江省。",
    ],
)
def test_mountains_and_buildings_are_no_such_places(text: str) -> None:
    assert not [claim for claim in stated(BEFORE + text) if claim[0] not in ("黑河市",)]


def test_the_mark_of_an_item_is_no_part_of_a_name() -> None:
    said = stated("广西有多个边境县市。\n• 广西东兴市：与越南相邻，边境贸易兴旺。\n• 广西龙州县：拥有水口口岸。")
    assert ("东兴市", "borders", "越南") in said
    assert ("水口口岸", "locatedIn", "龙州县") in said


def test_the_largest_of_a_place_is_spoken_of() -> None:
    said = stated("内蒙古面积最大的旗县是阿拉善右旗，总面积7万平方公里。北与蒙古国接壤。")
    assert {("阿拉善右旗", "observation", "7"), ("阿拉善右旗", "borders", "蒙古国")} <= said
    assert not [claim for claim in said if claim[0] == "内蒙古"]


def test_what_lies_there_and_a_net_of_roads_are_not_the_place() -> None:
    assert not [c for c in stated("巴克图口岸很大。哈萨克斯坦的乌尔加机场距这里110公里。") if c[1] == "observation"]
    assert not [c for c in stated("瑞丽市与缅甸的公路网相连。") if c[1] == "borders"]
    assert ("瑞丽市", "borders", "缅甸") in stated("瑞丽市与缅甸相连，公路便利。")


def test_two_towns_told_of_before_are_not_counted() -> None:
    said = stated("丹东市与朝鲜新义州相望。两座城市由鸭绿江大桥连接。")
    assert not [claim for claim in said if claim[1] == "observation"]
    assert [claim for claim in stated("云南省有两座城市与缅甸相邻。") if claim[1] == "observation"]


def test_a_gate_is_built_and_no_port_opened() -> None:
    assert not [c for c in stated("满洲里口岸国门高30米，宽20米，建于2008年。") if c[1] == "dateEstablished"]
    assert ("满洲里口岸", "dateEstablished", "1901") in stated("满洲里口岸较大，始建于1901年。")


def test_a_county_lies_in_no_province_abroad() -> None:
    assert not [c for c in stated("毗邻老挝丰沙里省的江城县山多。") if c[1] == "locatedIn"]
    assert ("江城县", "locatedIn", "普洱市") in stated("普洱市的江城县山多。")


def test_names_of_towns_that_hold_the_word_for_a_rank() -> None:
    said = stated("口岸位于丹东市宽甸县长甸镇。镇康新县城很大。")
    assert ("长甸镇", "locatedIn", "宽甸县") in said
    assert not [c for c in said if c[0] in ("新县", "宽甸县长甸镇")]


def test_a_valley_that_is_no_known_name_is_not_the_town_told_of_before() -> None:
    said = stated("帕里镇在亚东县。亚东沟，东与不丹接壤，素有“小江南”之美誉。白塔寺位于亚东县，南与印度交界。")
    assert not [c for c in said if c[0] == "帕里镇" and c[1] != "locatedIn"]


def test_stretches_of_a_line() -> None:
    said = stated(
        "中老铁路由三段组成，其中昆玉段由昆明南站至玉溪站，全长79千米。西双版纳至磨憨段为单线，总投资20亿元。"
    )
    assert ("中老铁路", "observation", "79") in said
    assert not [c for c in said if c[0] == "西双版纳"]
