"""Who passes at a port, and what a checkpoint counts at several ports, which is the figure of none of them."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2024年一季度，共有来自50个国家的12.6万余人次从中越边境河口口岸出入境，同比增长31%。",
            {
                "河口口岸 | 出入境人员 | 12.6 万人次 | 2024-01/2024-03",
                "河口口岸 | 出入境人员同比增长率 | 31 % | 2024-01/2024-03",
            },
        ),
        ("2023年5月，8.4万人次旅客经瑞丽口岸入境。", {"瑞丽口岸 | 入境旅客 | 8.4 万人次 | 2023-05"}),
    ],
)
def test_they_stand_before_the_port_at_which_they_pass(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_who_passes_on_is_not_counted_there() -> None:
    assert not observed("2023年，有8.4万人次旅客经瑞丽口岸前往芒市旅游的计划。")


@pytest.mark.parametrize(
    "words",
    [
        "该站所辖中缅边境各口岸及通道出入境客流量超55万人次",
        "该站在中缅边境多个口岸、通道验放出入境人员55万人次",
        "该站在所辖3个口岸验放出入境人员55万人次，验放车辆6万辆次，同比增长8%",
    ],
)
def test_what_a_checkpoint_counts_at_several_ports_is_of_none(words: str) -> None:
    assert not observed(f"据瑞丽边检站统计，2024年上半年，{words}。")


def test_what_it_counts_at_its_port_is_of_the_port() -> None:
    text = "据瑞丽边检站统计，2024年上半年，该站验放出入境人员55万人次。"
    assert observed(text) == {"瑞丽口岸 | 出入境人员 | 55 万人次 | 2024-01/2024-06"}


def test_a_checkpoint_of_several_ports_stays_one() -> None:
    text = "瑞丽边检站承担2个边境口岸的边防检查任务。2024年，该站日均验放出入境人员5000人次。"
    assert not observed(text)


@pytest.mark.parametrize("whose", ["老挝、泰国、越南三国旅客", "湄公河五国旅客"])
def test_nationals_hold_no_figure(whose: str) -> None:
    assert not {f for f in observed(f"2024年，磨憨口岸验放旅客9万人次，其中{whose}占比90%。") if "磨憨" not in f}
