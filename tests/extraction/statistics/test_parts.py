"""Parts of what was told: branches of a port, counties of a prefecture, shares of several, what brackets hold."""

import pytest

from tests.extraction.observed import observed


def test_the_branch_of_a_port_has_its_own_figure() -> None:
    text = "2023年，满洲里铁路口岸进出境货运量1834万吨；公路口岸156万吨，增长2.3倍。通行中欧班列5000列。"
    assert observed(text) == {
        "满洲里铁路口岸 | 进出境货运量 | 1834 万吨 | 2023",
        "满洲里公路口岸 | 进出境货运量 | 156 万吨 | 2023",
        "满洲里公路口岸 | 进出境货运量增长倍数 | 2.3 倍 | 2023",
        "满洲里铁路口岸 | 通行中欧班列 | 5000 列 | 2023",
    }


def test_behind_several_parts_the_text_goes_on_about_the_whole() -> None:
    text = "临沧市2021年边境贸易额46.7亿元，其中镇康县15.2亿元，沧源县10.2亿元。边民互市贸易额12.4亿元。"
    assert observed(text) == {
        "临沧市 | 边境贸易额 | 46.7 亿元 | 2021",
        "镇康县 | 边境贸易额 | 15.2 亿元 | 2021",
        "沧源佤族自治县 | 边境贸易额 | 10.2 亿元 | 2021",
        "临沧市 | 边民互市贸易额 | 12.4 亿元 | 2021",
    }


def test_what_a_bracket_holds_does_not_go_on_behind_it() -> None:
    text = "2018年，满洲里市接待游客800万人次（其中入境60万人次），增长4%。"
    assert "满洲里市 | 接待游客增长率 | 4 % | 2018" in observed(text)


def test_parts_have_their_shares_in_turn() -> None:
    text = "2023年，阿拉山口口岸进出境中欧班列6635列，其中出境3521列，进境3114列，分别占53.1%和46.9%。"
    assert observed(text) >= {
        "阿拉山口口岸 | 进境中欧班列 | 3114 列 | 2023",
        "阿拉山口口岸 | 出境中欧班列占比 | 53.1 % | 2023",
        "阿拉山口口岸 | 进境中欧班列占比 | 46.9 % | 2023",
    }


def test_partners_together_have_one_share() -> None:
    text = "2023年云南省对缅甸、老挝进出口分别为400亿元和100亿元，两国合计占全省外贸总值的20%。"
    assert observed(text) == {
        "云南省 | 对缅甸进出口 | 400 亿元 | 2023",
        "云南省 | 对老挝进出口 | 100 亿元 | 2023",
        "云南省 | 对缅甸、老挝进出口占全省外贸总值的比重 | 20 % | 2023",
    }


def test_the_whole_of_a_share_holds_for_another_part() -> None:
    text = "2021年，德宏州农产品占全州出口总额的42%，机电产品占比18%。"
    assert "德宏傣族景颇族自治州 | 机电产品占全州出口总额的比重 | 18 % | 2021" in observed(text)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2020年末，东兴市城乡居民人均可支配收入分别为43210元和19876元。",
            {
                "东兴市 | 城镇居民人均可支配收入 | 43210 元 | 2020",
                "东兴市 | 农村居民人均可支配收入 | 19876 元 | 2020",
            },
        ),
        (
            "2018年、2019年凭祥市外贸进出口额分别为612.3亿和698.4亿元。",
            {"凭祥市 | 外贸进出口额 | 612.3 亿元 | 2018", "凭祥市 | 外贸进出口额 | 698.4 亿元 | 2019"},
        ),
    ],
)
def test_two_values_share_their_words(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_short_names_are_those_told_before() -> None:
    text = "2019年，畹町口岸出入境人员38万人次。2020年人员骤减九成，只剩3.8万人次。"
    assert observed(text) == {
        "畹町口岸 | 出入境人员 | 38 万人次 | 2019",
        "畹町口岸 | 出入境人员增长率 | -90 % | 2020",
        "畹町口岸 | 出入境人员 | 3.8 万人次 | 2020",
    }


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("富宁县总人口41万人，其中76.5%为少数民族。", "富宁县 | 少数民族占人口的比重 | 76.5 %"),
        ("2021年，龙州县边民5.2万人，其中近三成是外出务工人员。", "龙州县 | 外出务工人员占边民的比重 | 30 % | 2021"),
    ],
)
def test_what_a_part_is_of_what_was_told_before(text: str, share: str) -> None:
    assert share in observed(text)


def test_a_part_told_by_a_verb_is_no_share() -> None:
    assert len(observed("2021年，龙州县边民5.2万人，其中三成是通过互市参与贸易。")) == 1
