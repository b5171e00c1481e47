"""Where a time that was told ceases to hold."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        # so many years
        ("2015年水口口岸货运量8万吨。三年间水口口岸累计货运量30万吨。", "货运量 | 30 万吨"),
        ("水口口岸2012年开放，短短两年里货运量30万吨，货值2亿元。", "货值 | 2 亿元"),
        ("水口口岸2012年开放，停关前累计货运量30万吨。", "货运量 | 30 万吨"),
        ("水口口岸2012年开放，累计货运量30万吨。", "货运量 | 30 万吨"),
        # an event of another time
        ("2015年水口口岸货运量8万吨。2017年6月口岸关闭。水口口岸货运量30万吨。", "货运量 | 30 万吨"),
        ("2015年水口口岸货运量8万吨。2013年6月互市点关闭。水口口岸货运量30万吨。", "货运量 | 30 万吨 | 2015"),
        ("2021年12月3日，全长35公里的公路通车。水口口岸货运量30万吨。", "货运量 | 30 万吨"),
        # what no month of another sentence dates
        ("2023年上半年龙州县出口30亿元。龙州县常住人口22万人。", "常住人口 | 22 万人"),
    ],
)
def test_a_time_that_ceases_to_hold(text: str, figure: str) -> None:
    assert any(f.endswith(f"| {figure}") for f in observed(text))


def test_a_level_kept_over_years_is_of_none_of_them() -> None:
    text = "水口口岸货运量由2015年的8万吨增至2021年的9万吨，河口口岸则保持在30万吨以上。"
    assert any(f.endswith("30 万吨") for f in observed(text))


def test_this_year_is_none_before_one_that_was_seen() -> None:
    text = "2015年7月，水口口岸货运量8万吨。2022年4月托管以来客流增长，今年5月，水口口岸货运量9万吨。"
    assert "水口口岸 | 货运量 | 9 万吨" in observed(text)
    assert "水口口岸 | 货运量 | 9 万吨 | 2022-05" in observed(text.replace("2015年7月", "2022年1月"))


def test_what_sums_up_behind_a_change_is_of_all_its_years() -> None:
    text = "龙州县生产总值由2016年的90亿元增加到2021年的120亿元；出口额累计完成600亿元。"
    assert "龙州县 | 出口额 | 600 亿元 | 2016/2021" in observed(text)


def test_the_whole_year_of_a_month_that_its_own_clause_leaves_out() -> None:
    assert "水口口岸 | 旅客 | 9 万人次 | 2020" in observed("2020年3月水口口岸停运，旅客全年不足9万人次。")
    text = "2024年1—9月，水口口岸货运量80万吨，占全年任务的80%。"
    assert all(figure.endswith("2024-01/2024-09") for figure in observed(text))
