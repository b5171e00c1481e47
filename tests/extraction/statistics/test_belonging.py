"""What is counted, and whose it is."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2023年东宁市新登记企业120家，同比多30家，总数达到900家。",
            {
                "东宁市 | 新登记企业数量 | 120 家 | 2023",
                "东宁市 | 新登记企业数量变动 | 30 家 | 2023",
                "东宁市 | 新登记企业数量 | 900 家 | 2023",
            },
        ),
        ("2014年，临沧边境经济合作区获批设立，是全国第16个边合区。", set()),
        (
            "吉隆口岸是西藏五个陆路口岸之一，其余四个为樟木口岸、普兰口岸、里孜口岸和日屋口岸。",
            {"西藏自治区 | 陆路口岸数量 | 5 个"},
        ),
        ("靖西市设有龙邦公路、岳圩、孟麻、新兴四个口岸。", {"靖西市 | 口岸数量 | 4 个"}),
        ("省商务厅先后走访了云南省8个边境县的干部。", {"云南省 | 边境县数量 | 8 个"}),
        ("两个片区之间靠一条专线相连。", set()),
        (
            "2020年东兴市常住人口21万人，下辖东兴、江平、马路三镇。",
            {"东兴市 | 常住人口 | 21 万人 | 2020", "东兴市 | 镇数量 | 3 个"},
        ),
    ],
)
def test_what_is_counted(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


@pytest.mark.parametrize(
    "title", ["内蒙古自治区人民政府办公厅\n关于推动口岸发展的意见", "内蒙古自治区商务厅关于口岸工作的报告"]
)
def test_our_region_is_that_of_the_body_over_the_document(title: str) -> None:
    body = "为落实《国务院关于支持沿边重点地区开发开放若干政策措施的意见》，现报告如下。\n\n我区与蒙古国接壤，现有口岸19个。"
    assert observed(f"{title}\n\n{body}") == {"内蒙古自治区 | 口岸数量 | 19 个"}


def test_what_the_state_opens_in_a_text_that_names_no_place_is_its_own() -> None:
    text = "国务院1993年发出《关于进一步扩大开放的通知》，各地随之行动。当年又开放5个沿边城市，设立6个边境经济合作区。"
    assert observed(text) == {"中国 | 沿边城市数量 | 5 个 | 1993", "中国 | 边境经济合作区数量 | 6 个 | 1993"}
    assert observed("某市开发多年。当年又开放5个沿边城市。") == set()


def test_a_greatest_number_is_of_no_time_that_is_told() -> None:
    assert "霍尔果斯口岸 | 商户数量 | 900 家" in observed("霍尔果斯口岸2014年扩建，商户最多时有900家。")
