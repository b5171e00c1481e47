"""Which place a title says that its document is about: a zone that its words make up, and none that it only deals with."""

import pytest

from tests.extraction.stated import stated


def about(title: str) -> set[str]:
    return {
        place for said, predicate, place in stated(f"执行《{title}》。") if predicate == "appliesTo" and said == title
    }


@pytest.mark.parametrize(
    ("title", "places"),
    [
        ("关于支持喀什霍尔果斯经济开发区发展的办法", {"喀什经济开发区", "霍尔果斯经济开发区"}),
        ("龙江边境经济合作区发展规划", {"龙江边境经济合作区"}),
        ("广西东兴、凭祥重点开发开放试验区条例", {"广西东兴重点开发开放试验区", "凭祥重点开发开放试验区"}),
        ("云南省广西壮族自治区边民互市办法", {"云南省", "广西壮族自治区"}),
        ("吉林省边境经济合作区条例", {"吉林省"}),
        ("沿边产业园区管理办法", set()),
        ("怒江州口岸发展规划", {"怒江州"}),
        ("内蒙古自治区对蒙古国边境贸易管理办法", {"内蒙古自治区"}),
        ("黑龙江省与俄罗斯、蒙古国合作规划", {"黑龙江省"}),
        ("关于发展与原苏联各国贸易的意见", set()),
        ("东北地区与俄罗斯远东合作规划", {"东北地区", "俄罗斯远东"}),
        ("面向南亚东南亚开放规划", set()),
        ("钦州港—凭祥通道建设计划", set()),
        ("吉林省人民政府关于加快边境旅游发展的实施意见", {"吉林省"}),
        ("吉林省人民政府关于同意撤销甲机构的批复", set()),
        ("国务院关于加快边境旅游发展的意见", set()),
        ("丹东市人民政府关于落实辽宁省沿边开放若干意见的工作方案", set()),
    ],
)
def test_what_a_title_says_that_it_is_about(title: str, places: set[str]) -> None:
    assert about(title) == places


def test_the_law_in_force_is_called_by_its_name() -> None:
    said = stated("现行《吉林省口岸办法》是2016年修订的版本。")
    assert ("吉林省口岸办法", "appliesTo", "吉林省") in said
    revised = stated("经2016年修订的《吉林省口岸办法》作了规定。")
    assert ("吉林省口岸办法(2016年修订)", "appliesTo", "吉林省") in revised


def test_whose_example_a_title_follows() -> None:
    told = stated("《关于学习借鉴浙江省经验的通知》《关于赴泰国考察的报告》先后印发。")
    assert not {o for _, p, o in told if p == "appliesTo"}
