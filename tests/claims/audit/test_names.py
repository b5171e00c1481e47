"""Names of indicators: what they say, and which mean one thing."""

import pytest

from borderkg import concepts
from borderkg.claims.audit.names import AREA, PEOPLE, PRODUCT, TRADE, core, narrows, parted


@pytest.mark.parametrize(
    ("indicator", "unit", "parts"),
    [
        ("进出口总额", "亿元", ("level", "进出口总额", "")),
        ("进出口总额占全国的比重", "%", ("share", "进出口总额", "全国")),
        ("进出口总额占比", "%", ("share", "进出口总额", "")),
        ("进出口总额同比增长率", "%", ("growth", "进出口总额", "同比")),
        ("进出口总额增长率", "%", ("growth", "进出口总额", "")),
        ("进出口总额年均增长率", "%", ("average", "进出口总额", "年均")),
        ("进出口总额环比增长率", "%", ("other", "进出口总额", "环比")),
        ("进出口总额为2010年的倍数", "倍", ("multiple", "进出口总额", "2010年")),
        ("进出口总额增长倍数", "倍", ("times", "进出口总额", "")),
        ("边境小额贸易额沿边省区排名", "位", ("rank", "边境小额贸易额", "沿边省区")),
        ("进出口货运量全国公路口岸排名", "位", ("rank", "进出口货运量", "全国公路口岸")),
        ("进出口总额占全国的比重变动", "个百分点", ("change", "进出口总额占全国的比重", "")),
        ("边境县数量", "个", ("count", "边境县数量", "")),
        ("第一产业比重", "%", ("level", "第一产业比重", "")),
    ],
)
def test_what_a_name_says(indicator: str, unit: str, parts: tuple[str, str, str]) -> None:
    assert parted(indicator, unit) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("外贸进出口总额", "进出口额"),
        ("对外贸易总额", "进出口总额"),
        ("地区生产总值", "GDP"),
        ("人均地区生产总值", "人均GDP"),
        ("货运量进口量", "进口货运量"),
        ("入境游人次", "入境游"),
        ("GRP", "地区生产总值"),
        ("人均GRP", "人均国内生产总值"),
        ("外贸", "货物进出口总额"),
        ("出口贸易额", "外贸出口总值"),
        ("边贸额", "边境贸易总额"),
        ("土地面积", "面积"),
        ("全年外贸进出口额", "进出口总额"),
    ],
)
def test_names_that_mean_one_thing(one: str, other: str) -> None:
    assert core(one) == core(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("进口额", "进出口额"),
        ("边境小额贸易额", "进出口额"),
        ("贸易额", "进出口额"),
        ("工业增加值", "工业总产值"),
        ("对越南进出口额", "进出口额"),
        ("实际利用外资", "利用外资"),
        ("常住人口", "户籍人口"),
        ("总人口", "常住人口"),
        ("对外投资总额", "对外直接投资总额"),
        ("货运量", "货物吞吐量"),
    ],
)
def test_names_that_do_not(one: str, other: str) -> None:
    assert core(one) != core(other)


def test_what_is_computed_with_bears_the_names_of_its_quantities() -> None:
    """The names by which checks look for product, trade, people and area are those that `core` gives."""
    assert all(core(name) == name for name in (PRODUCT, TRADE, *PEOPLE, AREA))
    assert all(concepts.quantity(name) for name in (PRODUCT, TRADE + "额", *PEOPLE, AREA))


def test_a_definition_narrows_and_a_scope_does_not() -> None:
    assert narrows("对外投资", "对外非金融类直接投资")
    assert narrows("利用外资", "实际利用外资")
    assert not narrows("旅游收入", "入境旅游收入")
    assert not narrows("进口", "进出口")
    assert not narrows("利用外资", "利用外资")
