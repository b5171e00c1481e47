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
