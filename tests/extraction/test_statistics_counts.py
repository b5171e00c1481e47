"""Counts: what a region has so many of, and what is a mere list with its number."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2017年末，日喀则市有边境县9个。", {"日喀则市 | 边境县数量 | 9 个 | 2017"}),
        ("密山市境内有当壁镇、密山两个国家一类口岸。", {"密山市 | 国家一类口岸数量 | 2 个"}),
        (
            "2017年末，广西共有一类口岸23个，云南18个。",
            {"广西壮族自治区 | 一类口岸数量 | 23 个 | 2017", "云南省 | 一类口岸数量 | 18 个 | 2017"},
        ),
        (
            "2017年末，广西共有一类口岸23个，其中公路9个、水运8个。",
            {
                "广西壮族自治区 | 一类口岸数量 | 23 个 | 2017",
                "广西壮族自治区 | 公路口岸数量 | 9 个 | 2017",
                "广西壮族自治区 | 水运口岸数量 | 8 个 | 2017",
            },
        ),
        (
            "崇左市辖7个县（市、区），其中宁明、龙州、大新、凭祥4个为边境县（市）。",
            {"崇左市 | 县(市、区)数量 | 7 个", "崇左市 | 边境县(市)数量 | 4 个"},
        ),
        ("辽宁省与1个国家接壤。", {"辽宁省 | 接壤国家数量 | 1 个"}),
        ("国务院1992年批准设立绥芬河、黑河等14个边境经济合作区。", {"中国 | 边境经济合作区数量 | 14 个 | 1992"}),
        ("中哈霍尔果斯国际边境合作中心入驻企业300家。", {"中哈霍尔果斯国际边境合作中心 | 入驻企业数量 | 300 家"}),
    ],
)
def test_a_count_is_of_the_region_that_has_them(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "国务院同意设立防城港、满洲里两个边境旅游试验区。",
        "昭苏、霍城、察布查尔三县都是边境县。",
        "两个口岸参加展会。",
        "云南省是全国唯一与三个国家毗邻的边境省。",
        "黑龙江省拟建5个边境经济合作区。",
        "黑龙江省有两个口岸已上报国务院。",
    ],
)
def test_a_list_with_its_number_and_a_plan_count_nothing(text: str) -> None:
    assert observed(text) == set()
