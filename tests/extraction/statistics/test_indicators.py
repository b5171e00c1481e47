"""What a figure measures that its clause leaves out, or names by 前者, by a comment before it, or by its kind."""

import pytest

from tests.extraction.observed import observed


def test_former_and_latter_of_two_places_have_what_was_told_of_both() -> None:
    assert observed("2016年，水口、平孟口岸货运量分别为50万吨和20万吨，前者增长12%，后者下降3%。") == {
        "水口口岸 | 货运量 | 50 万吨 | 2016",
        "平孟口岸 | 货运量 | 20 万吨 | 2016",
        "水口口岸 | 货运量增长率 | 12 % | 2016",
        "平孟口岸 | 货运量增长率 | -3 % | 2016",
    }
    assert observed("2021年河口县进出口额30亿元，马关县、富宁县次之，前者21亿元，后者为12亿元。") == {
        "河口瑶族自治县 | 进出口额 | 30 亿元 | 2021",
        "马关县 | 进出口额 | 21 亿元 | 2021",
        "富宁县 | 进出口额 | 12 亿元 | 2021",
    }


def test_former_and_latter_of_two_measures_are_of_one_place() -> None:
    assert observed("2021年瑞丽市进口额为30亿元，出口额为20亿元，前者增长5%，后者下降9%。") >= {
        "瑞丽市 | 进口额增长率 | 5 % | 2021",
        "瑞丽市 | 出口额增长率 | -9 % | 2021",
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("东宁市陆地边界线不长，约140公里。", {"东宁市 | 陆地边界线 | 140 公里"}),
        (
            "2021年爱店口岸货运却表现不凡：全年达到40万吨，2022年逆势增至60万吨。",
            {"爱店口岸 | 货运 | 40 万吨 | 2021", "爱店口岸 | 货运 | 60 万吨 | 2022"},
        ),
        (
            "友谊关口岸每车平均候检时间由2019年的3小时压缩到2023年的1小时。",
            {"友谊关口岸 | 每车平均候检时间 | 3 小时 | 2019", "友谊关口岸 | 每车平均候检时间 | 1 小时 | 2023"},
        ),
        (
            "2017年龙邦口岸货运量60万吨，其中进境20万吨，转口5万吨；水口口岸50万吨。",
            {
                "龙邦口岸 | 货运量 | 60 万吨 | 2017",
                "龙邦口岸 | 进境货运量 | 20 万吨 | 2017",
                "龙邦口岸 | 转口货运量 | 5 万吨 | 2017",
                "水口口岸 | 货运量 | 50 万吨 | 2017",
            },
        ),
    ],
)
def test_what_stands_between_a_measure_and_its_figure(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_no_measure_is_told_in_a_unit_of_another() -> None:
    assert observed("2020年，瑞丽口岸货运量400万吨。2021年为20万人次。") == {"瑞丽口岸 | 货运量 | 400 万吨 | 2020"}
    assert observed("2020年，瑞丽口岸货运量400万吨。每车装载30吨。") == {"瑞丽口岸 | 货运量 | 400 万吨 | 2020"}


def test_a_town_is_the_port_that_the_paragraph_told_of() -> None:
    told = "2019年满都拉口岸货运量200万吨，甘其毛都口岸900万吨。"
    assert observed(told + "2020年满都拉逆势增至260万吨，甘其毛都回落至700万吨。") >= {
        "满都拉口岸 | 货运量 | 260 万吨 | 2020",
        "甘其毛都口岸 | 货运量 | 700 万吨 | 2020",
    }
    assert "东兴市 | GDP | 90 亿元 | 2020" in observed("2019年东兴口岸货运量60万吨。2020年东兴市GDP达90亿元。")


def test_growth_as_hong_kong_and_taiwan_tell_it() -> None:
    assert observed("2021年丹东市外贸总值为120亿元，年增3.5%；出口值80亿元，按年跌2%。") == {
        "丹东市 | 外贸总值 | 120 亿元 | 2021",
        "丹东市 | 外贸总值同比增长率 | 3.5 % | 2021",
        "丹东市 | 出口值 | 80 亿元 | 2021",
        "丹东市 | 出口值同比增长率 | -2 % | 2021",
    }
    assert "丹东市 | 外贸总值增长率 | 30 % | 2021" in observed("2021年丹东市外贸总值为120亿元，一年增长30%。")


@pytest.mark.parametrize(
    "text",
    [
        "2025年，瑞丽口岸力争货运量突破百万吨，进出口额超千亿元。",
        "磨憨口岸是一个百万吨级的口岸，过万人的集市每周两次。",
        "2021年，东兴口岸有起色，一家企业投资超亿元。",
        "前者重在开放，后者重在管理，三口岸分工明确，三地联动。",
    ],
)
def test_what_tells_no_figure_of_a_place(text: str) -> None:
    assert observed(text) == set()
