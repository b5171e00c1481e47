"""What a caption says of the figures of its table, and what the running text says of them again."""

from tests.extraction.observed import observed

TABLE = """{caption}

| 地区 | 2005 | 2015 |
|---|---|---|
| 吉林 | 60.1 | 180.5 |
| 云南 | 40.2 | 240.8 |

"""


def test_a_caption_may_name_the_unit() -> None:
    assert observed(TABLE.format(caption="表1 进出口总额（亿美元）")) == {
        "吉林省 | 进出口总额 | 60.1 亿美元 | 2005",
        "吉林省 | 进出口总额 | 180.5 亿美元 | 2015",
        "云南省 | 进出口总额 | 40.2 亿美元 | 2005",
        "云南省 | 进出口总额 | 240.8 亿美元 | 2015",
    }


def test_a_caption_may_end_with_its_year() -> None:
    text = """表2 边境县情况（2020年）

| 县 | 面积（平方公里） | 批准年份 |
|---|---|---|
| 宁明县 | 3000 | 1992 |
| 龙州县 | 2000 | 1993 |
"""
    assert observed(text) == {"宁明县 | 面积 | 3000 平方公里 | 2020", "龙州县 | 面积 | 2000 平方公里 | 2020"}


def test_a_loose_fall_beside_the_exact_one_is_no_figure_of_its_own() -> None:
    assert observed("2020年，瑞丽市旅游收入同比降幅超六成。瑞丽市旅游收入同比下降62.5%。") == {
        "瑞丽市 | 旅游收入同比增长率 | -62.5 % | 2020"
    }


def test_another_number_than_the_table_has_is_of_the_same_subject() -> None:
    """Both stand, for the conflict to be seen; 边疆地区 and 边疆9省区 are the same provinces."""
    text = """2005年，边疆地区进出口总额为700亿美元。

表3 进出口总额（亿美元）

| 年份 | 全国 | 边疆9省区 |
|---|---|---|
| 2005 | 9000 | 800 |
"""
    assert {
        "沿边九省区 | 进出口总额 | 700 亿美元 | 2005",
        "沿边九省区 | 进出口总额 | 800 亿美元 | 2005",
    } <= observed(text)


def test_rows_with_words_among_their_numbers_flattened_cell_by_cell() -> None:
    text = """表3 2021年部分口岸运行情况
口岸
货运量（万吨）
同比（%）
类型
河口
300.5
12.5
公路、铁路
天保
40.2
-3.5
公路
磨憨
450.1
8
公路、铁路
打洛
60
1.5
公路
"""
    assert observed(text) == {
        f"{port} | {indicator} | {value} | 2021"
        for port, amount, growth in (
            ("河口口岸", "300.5", "12.5"),
            ("天保口岸", "40.2", "-3.5"),
            ("磨憨口岸", "450.1", "8"),
            ("打洛口岸", "60", "1.5"),
        )
        for indicator, value in (("货运量", f"{amount} 万吨"), ("货运量同比增长率", f"{growth} %"))
    }


def test_a_caption_may_be_told_by_its_unit_alone() -> None:
    text = """边境小额贸易额及占比（单位：亿元，%）
地区        2005年    2010年
吉林        32.6      52.1
云南        6.1       39.4
"""
    assert observed(text) == {
        "吉林省 | 边境小额贸易额 | 32.6 亿元 | 2005",
        "吉林省 | 边境小额贸易额 | 52.1 亿元 | 2010",
        "云南省 | 边境小额贸易额 | 6.1 亿元 | 2005",
        "云南省 | 边境小额贸易额 | 39.4 亿元 | 2010",
    }


def test_the_line_over_comma_separated_rows_is_their_caption() -> None:
    text = """2021年沿边省区对外贸易情况
省区,进出口总额（亿元）,同比增长（%）,占全国比重（%）
广西,5930,21.8,1.5
云南,3143,17.1,0.8
西藏,40,88.3,0.1
"""
    assert {line for line in observed(text) if line.startswith("广西")} == {
        "广西壮族自治区 | 进出口总额 | 5930 亿元 | 2021",
        "广西壮族自治区 | 进出口总额同比增长率 | 21.8 % | 2021",
        "广西壮族自治区 | 进出口总额占全国的比重 | 1.5 % | 2021",
    }


def test_cells_may_have_their_own_units() -> None:
    text = """| 口岸 | 2021年 | 2022年 |
|---|---|---|
| 阿拉山口 | 2100万吨 | 2200万吨 |
| 霍尔果斯 | 3600万吨 | 3900万吨 |

表1 新疆主要口岸进出口货运量
"""
    assert "霍尔果斯口岸 | 进出口货运量 | 3900 万吨 | 2022" in observed(text)


def test_a_caption_of_two_years_and_a_column_of_differences() -> None:
    text = """表5 2010年、2020年沿边县域人口（万人）

| 县（市） | 2010年 | 2020年 | 变动 |
|---|---|---|---|
| 图们市 | 13.4 | 8.7 | -4.7 |
| 和龙市 | 18.9 | 12.6 | -6.3 |
"""
    assert observed(text) == {
        "图们市 | 人口 | 13.4 万人 | 2010",
        "图们市 | 人口 | 8.7 万人 | 2020",
        "和龙市 | 人口 | 18.9 万人 | 2010",
        "和龙市 | 人口 | 12.6 万人 | 2020",
    }


def test_items_of_a_list_are_of_the_port_before_their_colon_and_the_year_announced() -> None:
    text = "主要口岸2021年运行数据：\n- 友谊关口岸：进出口货值3200亿元，增长30%。\n- 东兴口岸：出入境人员20万人次。\n"
    assert observed(text) == {
        "友谊关口岸 | 进出口货值 | 3200 亿元 | 2021",
        "友谊关口岸 | 进出口货值增长率 | 30 % | 2021",
        "东兴口岸 | 出入境人员 | 20 万人次 | 2021",
    }


def test_counts_side_by_side_are_of_different_things() -> None:
    assert observed("云南：边境县25个，口岸20个。") == {
        "云南省 | 边境县数量 | 25 个",
        "云南省 | 口岸数量 | 20 个",
    }


def test_a_unit_said_over_the_first_column_holds_for_the_next_of_its_kind() -> None:
    """Not for what is measured in another unit, whose cells have none."""
    text = "表1 云南省对外贸易\n年份\t进出口总额（亿美元）\t出口额\t货运量\n2010\t133.7\t76.1\t300.5\n2013\t258.3\t159.6\t410.5\n"
    assert {f for f in observed(text) if "2010" in f} == {
        "云南省 | 进出口总额 | 133.7 亿美元 | 2010",
        "云南省 | 出口额 | 76.1 亿美元 | 2010",
        "云南省 | 货运量 | 300.5  | 2010",
    }
