"""Figures of borders, shares and counts as papers tell them: 1 438公里, 占据了…, 是国务院批准的西藏4个口岸之一."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("吉林省边境线1 438 公里。", "吉林省 | 边境线 | 1438 公里"),
        ("由于云南省边境线长达4060公里，因此通道众多。", "云南省 | 边境线长 | 4060 公里"),
        ("甘肃省漫长的边境线长达65公里。", "甘肃省 | 边境线长 | 65 公里"),
        ("在西藏长达4000公里的边境线上，山口众多。", "西藏自治区 | 边境线 | 4000 公里"),
        ("二连浩特口岸占据了全国对蒙货运量的70%。", "二连浩特口岸 | 对蒙货运量占全国的比重 | 70 %"),
        ("吉隆口岸是国务院批准开放的西藏4个一类口岸之一。", "西藏自治区 | 一类口岸数量 | 4 个"),
        ("广西边境线上目前有互市点26个。", "广西壮族自治区 | 互市点数量 | 26 个"),
        ("老挝与中国云南接壤，两国之间有500公里边界线。", "中国 | 边界线 | 500 公里"),
        ("都拉塔口岸距离中哈边界约3公里。", "都拉塔口岸 | 距中哈边界距离 | 3 公里"),
        ("2016年，乌恰县人均收入1万元，同比2015年增长3%。", "乌恰县 | 人均收入同比增长率 | 3 % | 2016"),
        ("乌恰县土地面积2万平方公里，山地占九成。", "乌恰县 | 山地占土地面积的比重 | 90 %"),
        ("乌恰县辖11个乡（镇）、3个片区管委会。", "乌恰县 | 乡镇数量 | 11 个"),
        ("都拉塔口岸与科尔扎特口岸相接，而双方直线距离仅为2公里。", "都拉塔口岸 | 与科尔扎特口岸距离 | 2 公里"),
        ("勐海县距昆明500公里、景洪50公里，距老挝首都万象600公里。", "勐海县 | 距老挝首都万象距离 | 600 公里"),
        ("乌恰县海拔1700米-5000米之间。", "乌恰县 | 海拔 | 1700 米"),
        ("乌恰县县城海拔2100米。", "乌恰县 | 县城海拔 | 2100 米"),
        ("塔城地区东西长300公里，南北宽200公里。", "塔城地区 | 南北宽 | 200 公里"),
        ("塔城地区东西长300公里，南北宽200公里。", "塔城地区 | 东西长 | 300 公里"),
        ("云南省与邻国的边界线总长4000公里。", "云南省 | 与邻国的边界线总长 | 4000 公里"),
    ],
)
def test_what_papers_tell_of_borders(text: str, line: str) -> None:
    """Whose the figure is, and what it measures."""
    assert line in observed(text)


def test_the_second_end_of_a_range_is_no_figure_below_nought() -> None:
    """A dash behind a unit joins two ends of a range."""
    assert not {line for line in observed("乌恰县海拔1700米-5000米之间。") if "-5000" in line}


@pytest.mark.parametrize("text", ["这几处地方占据了我国边贸总额的85%。", "见表2 135 个边境县。"])
def test_of_what_is_not_named_nothing_is_told(text: str) -> None:
    """A share of what has no name is not the nation's, and a number behind that of a table is none with it."""
    assert not {line for line in observed(text) if "85" in line or "2135" in line}
