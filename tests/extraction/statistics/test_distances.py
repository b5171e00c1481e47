"""Distances and lengths of borders, as entries of encyclopedias and guides tell them."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("勐腊县风光秀丽。县城距省城昆明约800公里，距州府景洪170公里。", "勐腊县 | 距景洪距离 | 170 公里"),
        ("天保口岸位于麻栗坡县，距州府所在地文山120公里，距省城昆明420公里。", "天保口岸 | 距昆明距离 | 420 公里"),
        ("抚远市与俄罗斯远东的中心城市哈巴罗夫斯克航道距离仅60公里。", "抚远市 | 与哈巴罗夫斯克距离 | 60 公里"),
        ("亚东县与尼泊尔的直线距离均不足100公里。", "亚东县 | 与尼泊尔距离 | 100 公里"),
        ("东兴口岸很热闹。口岸距市中心1公里。", "东兴口岸 | 距市中心距离 | 1 公里"),
        ("我国陆上边境线绵延2.2万公里。", "中国 | 陆上边境线 | 2.2 万公里"),
        ("黑河市是中俄4300公里边境线上最大的城市。", "中国 | 边境线 | 4300 公里"),
        ("内蒙古自治区境内的中蒙边界长3200公里。", "内蒙古自治区 | 中蒙边界长 | 3200 公里"),
        ("2003年红其拉甫口岸共出入境人员1.2万人次。", "红其拉甫口岸 | 出入境人员 | 1.2 万人次 | 2003"),
    ],
)
def test_distances_and_lengths(text: str, told: str) -> None:
    assert told in observed(text)


def test_a_place_does_not_have_what_it_lies_beside() -> None:
    assert not observed("二连浩特市地处草原，毗邻2个旗。")


def test_a_count_of_an_area_is_of_the_area() -> None:
    told = observed("布尔津县是中国西部两个与俄罗斯交界的县之一；畹町是云南的三个边境开放城市之一。")
    assert "云南省 | 沿边开放城市数量 | 3 个" in told
    assert not [line for line in told if line.startswith(("布尔津县", "畹町"))]


@pytest.mark.parametrize("far", ["海拉尔", "锡林浩特", "达来呼布"])
def test_how_far_a_place_is_that_is_not_known_by_all_its_name(far: str) -> None:
    assert observed(f"策克口岸距{far}约77公里。") == {f"策克口岸 | 距{far}距离 | 77 公里"}
    assert observed(f"策克口岸距{far}直线距离77公里。") == {f"策克口岸 | 距{far}距离 | 77 公里"}
