"""Figures of roads, pipelines and fairs, and how far it is from place to place."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "中老铁路全长1035公里，其中中国段613公里、老挝段422公里，总投资374亿元。",
            {
                "中老铁路 | 全长 | 1035 公里",
                "中老铁路 | 中国段长度 | 613 公里",
                "中老铁路 | 老挝段长度 | 422 公里",
                "中老铁路 | 投资 | 374 亿元",
            },
        ),
        ("中俄东线天然气管道境内段全长5111公里。", {"中俄东线天然气管道 | 境内段长度 | 5111 公里"}),
        (
            "滇越铁路1910年通车，昆明至河口段长465公里，有桥梁107座、隧道155座。",
            {
                "滇越铁路 | 昆明至河口段长度 | 465 公里",
                "滇越铁路 | 桥梁数量 | 107 座",
                "滇越铁路 | 隧道数量 | 155 座",
            },
        ),
    ],
)
def test_lengths_and_costs_are_of_the_road(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_a_road_has_no_border_and_no_people() -> None:
    text = "河口县有滇越铁路，边境线长193公里，户籍人口9万人。"
    assert not {line for line in observed(text) if line.startswith("滇越铁路")}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "霍尔果斯口岸距乌鲁木齐670公里，距阿拉木图378公里。",
            {"霍尔果斯口岸 | 距乌鲁木齐距离 | 670 公里", "霍尔果斯口岸 | 距阿拉木图距离 | 378 公里"},
        ),
        (
            "磨憨口岸与磨丁口岸相对，距老挝首都万象680公里。",
            {"磨憨口岸 | 距老挝首都万象距离 | 680 公里"},
        ),
        ("红其拉甫口岸与苏斯特口岸相距125公里。", {"红其拉甫口岸 | 与苏斯特口岸距离 | 125 公里"}),
    ],
)
def test_a_distance_is_of_where_it_begins(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_deals_are_of_the_fair_that_they_were_made_at() -> None:
    assert observed("第七届中国—南亚博览会签约项目483个，签约金额4011亿元。") == {
        "中国—南亚博览会 | 签约项目数量 | 483 个",
        "中国—南亚博览会 | 签约金额 | 4011 亿元",
    }


def test_trains_are_counted_and_have_no_figures() -> None:
    assert observed("2022年，霍尔果斯口岸开行中欧班列7068列。") == {"霍尔果斯口岸 | 开行中欧班列 | 7068 列 | 2022"}


def test_a_sentence_that_names_nothing_goes_on_about_the_line_of_the_one_before() -> None:
    text = "中亚天然气管道D线由阿富汗入境，途经喀什地区、阿克苏地区等地，境内全长900公里。"
    text += "2021年输气130亿立方米，2022年145亿立方米；2023年输气量达150亿立方米，约占全国进口量的12%。"
    assert observed(text) == {
        "中亚天然气管道D线 | 境内长度 | 900 公里",
        "中亚天然气管道D线 | 输气 | 130 亿立方米 | 2021",
        "中亚天然气管道D线 | 输气 | 145 亿立方米 | 2022",
        "中亚天然气管道D线 | 输气量 | 150 亿立方米 | 2023",
        "中亚天然气管道D线 | 输气量占全国进口量的比重 | 12 % | 2023",
    }


def test_what_a_pipeline_supplies_is_its_own() -> None:
    text = "中缅天然气管道自云南省瑞丽市入境，途经保山市、大理州，终点在广西贵港市。2019年供气52亿立方米，2020年61亿立方米。"
    assert observed(text) == {
        "中缅天然气管道 | 供气 | 52 亿立方米 | 2019",
        "中缅天然气管道 | 供气 | 61 亿立方米 | 2020",
    }
