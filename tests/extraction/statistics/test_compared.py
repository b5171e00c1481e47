"""Figures that are compared: with another time, with another place, with the whole country."""

import pytest

from tests.extraction.observed import observed

GREW = {"东宁口岸 | 过货量 | 86.5 万吨 | 2022", "东宁口岸 | 过货量增长率 | 38.8 % | 2022"}


def test_what_is_compared_with_is_of_its_own_time() -> None:
    assert observed("东宁口岸2022年过货量达86.5万吨，较2021年的62.3万吨增长38.8%。") == GREW | {
        "东宁口岸 | 过货量 | 62.3 万吨 | 2021"
    }


def test_a_part_of_what_was_at_another_time() -> None:
    """仅及 and 恢复到 before a time tell what part of it is left."""
    text = "2021年，珲春公路口岸进出境货车2.4万辆次，仅及2019年的三成；出入境人员3万人次。"
    assert observed(text) == {
        "珲春公路口岸 | 进出境货车 | 2.4 万辆次 | 2021",
        "珲春公路口岸 | 进出境货车占2019年的比重 | 30 % | 2021",
        "珲春公路口岸 | 出入境人员 | 3 万人次 | 2021",
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2023年巴克图口岸过货量分别是吉木乃口岸、都拉塔口岸的1.8倍和2.6倍。",
            {
                "巴克图口岸 | 过货量为吉木乃口岸的倍数 | 1.8 倍 | 2023",
                "巴克图口岸 | 过货量为都拉塔口岸的倍数 | 2.6 倍 | 2023",
            },
        ),
        (
            "2022年霍尔果斯口岸出入境车辆23.4万辆次，是巴克图口岸的3.1倍。",
            {
                "霍尔果斯口岸 | 出入境车辆 | 23.4 万辆次 | 2022",
                "霍尔果斯口岸 | 出入境车辆为巴克图口岸的倍数 | 3.1 倍 | 2022",
            },
        ),
    ],
)
def test_a_multiple_of_another_place_is_of_the_first(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "2023年，伊犁州城镇化率58%，高出全区2.1个百分点。",
            "伊犁哈萨克自治州 | 城镇化率高出全区幅度 | 2.1 个百分点 | 2023",
        ),
        (
            "2022年，那坡县人均财政支出14800元，高于全区平均水平9.7%。",
            "那坡县 | 人均财政支出高于全区平均水平幅度 | 9.7 % | 2022",
        ),
        (
            "2022年，那坡县城镇化率35%，比全国低30个百分点。",
            "那坡县 | 城镇化率低于全国幅度 | 30 个百分点 | 2022",
        ),
    ],
)
def test_how_much_is_above_another(text: str, figure: str) -> None:
    assert figure in observed(text)


def test_the_change_of_a_share_by_name() -> None:
    text = "和田地区2020年第三产业比重比上年提高1.4个百分点。"
    assert observed(text) == {"和田地区 | 第三产业比重变动 | 1.4 个百分点 | 2020"}


def test_a_part_of_the_population() -> None:
    text = "“十三五”期间，怒江州累计搬迁8.4万人，相当于总人口的五分之一。"
    assert observed(text) == {
        "怒江傈僳族自治州 | 搬迁 | 8.4 万人 | 2016/2020",
        "怒江傈僳族自治州 | 搬迁占总人口的比重 | 20 % | 2016/2020",
    }


def test_where_most_of_a_whole_comes_from() -> None:
    text = "2023年，内蒙古口岸货运量的八成来自矿石。"
    assert observed(text) == {"内蒙古自治区 | 矿石占货运量的比重 | 80 % | 2023"}


@pytest.mark.parametrize(
    "text",
    [
        "网传二连浩特口岸2023年过货量突破3000万吨。",
        "本报曾称二连浩特口岸2023年过货量突破3000万吨，与事实不符。",
        "有人说瑞丽口岸日均出入境5万人次。",
        "若《协定》如期实施，2025年中蒙贸易额可达50亿美元。",
    ],
)
def test_hearsay_is_no_figure(text: str) -> None:
    assert observed(text) == set()


def test_points_behind_a_rate_are_of_the_growth_told_before() -> None:
    text = "2024年一季度，广西外贸进出口1700亿元，同比增长13%，增速高出全国8.1个百分点。"
    text += "2023年，临沧市外贸进出口总额42亿元，同比下降41%，降幅比前三季度收窄6.1个百分点。"
    assert observed(text) >= {
        "广西壮族自治区 | 外贸进出口增速高出全国幅度 | 8.1 个百分点 | 2024-01/2024-03",
        "临沧市 | 外贸进出口总额降幅收窄幅度 | 6.1 个百分点 | 2023",
    }


def test_what_a_place_has_more_than_another_is_no_change() -> None:
    text = "2023年，珲春市进出口额90亿元，比第二位的图们市多出30亿元。"
    assert observed(text) == {
        "珲春市 | 进出口额 | 90 亿元 | 2023",
        "珲春市 | 进出口额比图们市多出 | 30 亿元 | 2023",
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2019年，西藏第二产业比全国低1.5个百分点，第一产业高1个百分点。",
            {
                "西藏自治区 | 第二产业比重低于全国幅度 | 1.5 个百分点 | 2019",
                "西藏自治区 | 第一产业比重高于全国幅度 | 1 个百分点 | 2019",
            },
        ),
        (
            "2022年，黑龙江城镇化率比内蒙古低3.2个百分点。",
            {"黑龙江省 | 城镇化率低于内蒙古幅度 | 3.2 个百分点 | 2022"},
        ),
        (
            "2021年，延边州人均GDP增速较全省平均水平高2.4个百分点，较上年提高1.1个百分点。",
            {
                "延边朝鲜族自治州 | 人均GDP增速高于全省平均水平幅度 | 2.4 个百分点 | 2021",
                "延边朝鲜族自治州 | 人均GDP增速变动 | 1.1 个百分点 | 2021",
            },
        ),
        ("2021年外贸依存度同比高2个百分点。", set()),
        ("2020年，广西比全国高5个百分点。", set()),
    ],
)
def test_gaps_in_points(text: str, figures: set[str]) -> None:
    """A bare industry is its share; 低 alone goes on with what was compared with."""
    assert observed(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2022年，全省边境贸易额最大的是瑞丽市和勐腊县，二者合计占比达58%。",
            {"瑞丽市、勐腊县 | 边境贸易额占比 | 58 % | 2022"},
        ),
        ("2019年，人口最多的是东港市，占全市的25%。", {"东港市 | 人口占全市的比重 | 25 % | 2019"}),
        (
            "近年发展较快的有防城港与凭祥，尤其是瑞丽，2021年GDP较2012年增长3.2倍，2021年外贸额达60亿元。",
            {"瑞丽市 | GDP增长倍数 | 3.2 倍 | 2012/2021", "瑞丽市 | 外贸额 | 60 亿元 | 2021"},
        ),
    ],
)
def test_what_stands_out_is_spoken_of(text: str, figures: set[str]) -> None:
    assert observed(text) == figures
