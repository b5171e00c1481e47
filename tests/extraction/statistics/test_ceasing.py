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
