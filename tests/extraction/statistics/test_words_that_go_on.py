"""Words that a rule may cut or take for another: what stays whole, and what is said of something else."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2022年，沧源镇康两县人口30万人。", set()),
        ("2023年，勐腊乡镇企业产值10亿元。", {"勐腊县 | 乡镇企业产值 | 10 亿元 | 2023"}),
        ("瑞丽市依托物流园，2023年进出口额达到10亿元。", {"瑞丽市 | 进出口额 | 10 亿元 | 2023"}),
        (
            "2023年，广西完成港口货物吞吐量3亿吨。",
            {"广西壮族自治区 | 港口货物吞吐量 | 3 亿吨 | 2023"},
        ),
        (
            "瑞丽市城镇化率2010年为60%，2020年为70%高于全省平均水平。",
            {"瑞丽市 | 城镇化率 | 60 % | 2010", "瑞丽市 | 城镇化率 | 70 % | 2020"},
        ),
        (
            "2023年，瑞丽口岸进口50亿元保持稳定，出口30亿元。",
            {"瑞丽口岸 | 进口 | 50 亿元 | 2023", "瑞丽口岸 | 出口 | 30 亿元 | 2023"},
        ),
        (
            "2023年，瑞丽市出口水果9万吨、接待游客20万人次。",
            {"瑞丽市 | 出口水果 | 9 万吨 | 2023", "瑞丽市 | 接待游客 | 20 万人次 | 2023"},
        ),
        (
            "2023年，瑞丽口岸出口水果9万吨、木材20万吨。",
            {"瑞丽口岸 | 出口水果 | 9 万吨 | 2023", "瑞丽口岸 | 出口木材 | 20 万吨 | 2023"},
        ),
        ("新疆生产建设兵团参与会议，喀什地区有12个团场。", {"喀什地区 | 团场数量 | 12 个"}),
        ("2023年，瑞丽口岸提前完成货运量90万吨。", {"瑞丽口岸 | 货运量 | 90 万吨 | 2023"}),
        (
            "2023年，在云南省外贸总额中，边境贸易占12%，少数民族人口占40%。",
            {"云南省 | 边境贸易占云南省外贸总额的比重 | 12 % | 2023", "云南省 | 少数民族人口占比 | 40 % | 2023"},
        ),
    ],
)
def test_what_is_told(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_a_clause_that_rises_again_and_again_is_read_in_time() -> None:
    """What follows a share is looked at once: read in every way in which it can be cut, this would take hours."""
    assert not observed("边境贸易占全省外贸的比重" + "持续上升" * 30 + "。")
