"""Figures of several places or measures together: groups by their number, blocs, shares of a whole with its own measure."""

import pytest

from tests.extraction.observed import observed

_THREE = "2017年龙邦口岸货运量60万吨；水口、平孟口岸分别为50万吨和20万吨。"


def _of(text: str, indicator: str) -> set[str]:
    return {figure for figure in observed(text) if f" | {indicator} | " in figure}


def test_a_number_of_ports_are_those_that_were_told_of() -> None:
    text = _THREE + "2018年三口岸的客流大减，出入境旅客只有3万人次。2019年，三口岸共运货物150万吨。"
    together = "龙邦口岸、水口口岸、平孟口岸"
    assert _of(text, "出入境旅客") == {f"{together} | 出入境旅客 | 3 万人次 | 2018"}
    assert f"{together} | 货运量 | 150 万吨 | 2019" in observed(text)


def test_neighbours_by_their_number_have_no_border_of_ours() -> None:
    assert observed("云南省与缅甸、老挝、越南三国接壤，边境线长4060公里。") == {
        "云南省 | 边境线长 | 4060 公里",
    }


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "普兰口岸和里孜口岸2023年进出口额分别为3亿元和2亿元，两个口岸合计占全区的一成。",
            "普兰口岸、里孜口岸 | 进出口额占全区的比重 | 10 % | 2023",
        ),
        (
            "2020年磨憨口岸货运量300万吨，打洛口岸20万吨；两口岸共计货运量、货值为320万吨、80亿元。",
            "磨憨口岸、打洛口岸 | 货值 | 80 亿元 | 2020",
        ),
        (
            "2022年，龙邦、水口两口岸完成货运量110万吨，占广西、云南两省区公路口岸货运总量的两成。",
            "龙邦口岸、水口口岸 | 货运量占广西、云南两省区公路口岸货运总量的比重 | 20 % | 2022",
        ),
        (
            "2023年云南对老挝进出口40亿元；瑞丽市、芒市两个县级市共占全州边境贸易的七成。",
            "瑞丽市、芒市 | 边境贸易占全州的比重 | 70 % | 2023",
        ),
        (
            "2022年云南省对东盟进出口1300亿元，其中越南一国就有300亿元。",
            "云南省 | 对越南进出口 | 300 亿元 | 2022",
        ),
        ("2020年全区口岸货运量900万吨，其中策克口岸一家即达200万吨。", "策克口岸 | 货运量 | 200 万吨 | 2020"),
        ("2022年云南省对缅甸、欧盟进出口分别为400亿元和40亿元。", "云南省 | 对欧盟进出口 | 40 亿元 | 2022"),
        (
            "2022年云南省出口700亿元，进口500亿元，各增12%和6%。",
            "云南省 | 出口增长率 | 12 % | 2022",
        ),
        (
            "2021年巴克图口岸过货量90万吨，六成以上是农产品。",
            "巴克图口岸 | 农产品占过货量的比重 | 60 % | 2021",
        ),
        (
            "2018年黑龙江省自俄进口额300亿元，煤炭一项就占自俄进口额的七成。",
            "黑龙江省 | 煤炭占自俄进口额的比重 | 70 % | 2018",
        ),
        ("2020年广西互市贸易额60亿元，所占比重逐年提高，达41%。", "广西壮族自治区 | 互市贸易额占比 | 41 % | 2020"),
    ],
)
def test_of_what_and_of_whom(text: str, figure: str) -> None:
    assert figure in observed(text)


def test_a_partner_is_not_what_the_text_goes_on_about() -> None:
    assert observed("2022年，云南省对欧盟、东盟进出口分别为40亿元和900亿元。外资企业进出口120亿元。") >= {
        "云南省 | 外资企业进出口 | 120 亿元 | 2022"
    }
