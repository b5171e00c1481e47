"""The number in the name of the border provinces is a count where a list beside the name bears it out."""

import pytest

from tests.extraction.observed import observed

NINE = "西藏、吉林、云南、甘肃、辽宁、新疆、广西、内蒙古、黑龙江"
COUNT = "中国 | 沿边省区数量 | 9 个"


@pytest.mark.parametrize(
    "text",
    [
        f"本文选取{NINE}等边疆9省区的面板数据。",
        f"样本为{NINE}等沿边九省区的统计资料。",
        f"沿边九省区（{NINE}）的开放程度不一。",
        f"沿边9省区包括{NINE}，面积广大。",
        f"边境九省区即{NINE}。",
        f"边疆9省区分别为{NINE.replace('、黑龙江', '和黑龙江')}。",
    ],
)
def test_a_list_bears_the_number_out(text: str) -> None:
    """Behind the name or before it, in digits or characters."""
    assert COUNT in observed(text)


@pytest.mark.parametrize(
    "text",
    [
        "沿边9省区的进出口总额持续增长。",
        "沿边九省区、长三角地区的开放程度不一。",
        "云南、广西等边疆9省区的面板数据较为完整。",
        "本文考察云南、广西和沿边9省区的差异。",
        "辽宁、吉林、黑龙江等沿边省区的口岸较多。",
        f"{NINE}等省区的口岸较多。",
        "西南边境贸易区涵盖云南、广西、西藏三个沿边省区。",
        "沿边9省区（不含西藏）的人均收入上升。",
        "沿边九省区（云南、广西除外）的人均收入上升。",
    ],
)
def test_a_name_alone_counts_nothing(text: str) -> None:
    """Nor does a list of some, or one of others."""
    assert not {said for said in observed(text) if "数量" in said}
