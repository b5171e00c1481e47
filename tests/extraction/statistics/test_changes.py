"""How figures changed, what part of a whole they are, and where they rank."""

import pytest

from tests.extraction.observed import observed
from tests.extraction.qualified import qualifier


def beside(level: str, text: str) -> set[str]:
    """What a text observes beside the level that it begins with."""
    figures = observed(text)
    assert level in figures
    return figures - {level}


INCOME = "瑞丽市 | 旅游收入 | 60 亿元 | 2019"


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("同比增长12.5%", "旅游收入同比增长率 | 12.5 % | 2019"),
        ("环比下降4%", "旅游收入环比增长率 | -4 % | 2019"),
        ("降幅达6%", "旅游收入增长率 | -6 % | 2019"),
        ("比2010年增长80%", "旅游收入增长率 | 80 % | 2010/2019"),
        ("比上年减少3亿元", "旅游收入变动 | -3 亿元 | 2019"),
        ("是2010年的3倍", "旅游收入为2010年的倍数 | 3 倍 | 2019"),
        ("比2010年翻了两番", "旅游收入为2010年的倍数 | 4 倍 | 2019"),
        ("增长了2倍", "旅游收入增长倍数 | 2 倍 | 2019"),
        ("居全省第三位", "旅游收入全省排名 | 3 位 | 2019"),
        ("居全国首位", "旅游收入全国排名 | 1 位 | 2019"),
        ("占全省的2.1%", "旅游收入占全省的比重 | 2.1 % | 2019"),
        ("约占全州生产总值的三成", "旅游收入占全州生产总值的比重 | 30 % | 2019"),
        ("接近全省财政收入的五分之一", "旅游收入占全省财政收入的比重 | 20 % | 2019"),
    ],
)
def test_a_change_or_share_is_of_the_level_before(words: str, figure: str) -> None:
    assert beside(INCOME, f"2019年，瑞丽市旅游收入60亿元，{words}。") == {f"瑞丽市 | {figure}"}


@pytest.mark.parametrize("words", ["全国占比下降一半", "税率为6%", "达到80%", "减少3万吨", "预计增长6%"])
def test_what_is_no_change_or_share_of_it(words: str) -> None:
    """Of another unit, not yet come, or a change that is not told."""
    assert beside(INCOME, f"2019年，瑞丽市旅游收入60亿元，{words}。") == set()


def test_a_rank_may_be_of_each_of_several() -> None:
    level = "抚远口岸 | 货运量 | 22 万吨 | 2018"
    assert beside(level, "2018年，抚远口岸货运量22万吨，出入境旅客30万人次，均居全省第二位。") == {
        "抚远口岸 | 出入境旅客 | 30 万人次 | 2018",
        "抚远口岸 | 货运量全省排名 | 2 位 | 2018",
        "抚远口岸 | 出入境旅客全省排名 | 2 位 | 2018",
    }


def test_a_rate_over_years_spans_the_levels_told() -> None:
    text = "伊宁市外贸总额由2015年的20亿元增加到2019年的35亿元，年均增长15%，占全州的比重由31%提高到42%。"
    assert observed(text) == {
        "伊宁市 | 外贸总额 | 20 亿元 | 2015",
        "伊宁市 | 外贸总额 | 35 亿元 | 2019",
        "伊宁市 | 外贸总额年均增长率 | 15 % | 2015/2019",
        "伊宁市 | 外贸总额占全州的比重 | 31 % | 2015",
        "伊宁市 | 外贸总额占全州的比重 | 42 % | 2019",
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2018年，德宏州出口额中机电产品占35%。", {"德宏傣族景颇族自治州 | 机电产品占出口额的比重 | 35 % | 2018"}),
        ("2018年，德宏州旅游收入占比超过四成。", {"德宏傣族景颇族自治州 | 旅游收入占比 | 40 % | 2018"}),
        ("2018年，德宏州城镇化率提高1.5个百分点。", {"德宏傣族景颇族自治州 | 城镇化率变动 | 1.5 个百分点 | 2018"}),
        (
            "2018年，德宏州外贸总额占全省的比重下降0.7个百分点。",
            {"德宏傣族景颇族自治州 | 外贸总额占全省的比重变动 | -0.7 个百分点 | 2018"},
        ),
        (
            "2018年，德宏州外贸总额占全省的10%，不足2014年的一半。",
            {"德宏傣族景颇族自治州 | 外贸总额占全省的比重 | 10 % | 2018"},
        ),
        (
            "2014年，辽宁省旅游收入占全国的6%。吉林省与之相邻。2019年，这一占比降至5%。",
            {"辽宁省 | 旅游收入占全国的比重 | 6 % | 2014", "辽宁省 | 旅游收入占全国的比重 | 5 % | 2019"},
        ),
        (
            "2018年，德宏州户籍人口120万人，傣族占三成。",
            {
                "德宏傣族景颇族自治州 | 户籍人口 | 120 万人 | 2018",
                "德宏傣族景颇族自治州 | 傣族占户籍人口的比重 | 30 % | 2018",
            },
        ),
        (
            "2018年，德宏州人均收入2万元，相当于全国平均水平的45%。",
            {
                "德宏傣族景颇族自治州 | 人均收入 | 2 万元 | 2018",
                "德宏傣族景颇族自治州 | 人均收入占全国平均水平的比重 | 45 % | 2018",
            },
        ),
    ],
)
def test_shares_are_named_by_part_and_whole(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("按可比价格计算，同比增长6%", "constant prices"),
        ("实际增长6%", "constant prices"),
        ("以美元计，同比下降4%", "美元"),
        ("同比增长6%", None),
    ],
)
def test_what_growth_is_reckoned_in(words: str, basis: str | None) -> None:
    """Prices or currency, where the words say so."""
    told = qualifier(f"2019年，瑞丽市旅游收入60亿元，{words}。", "basis")
    assert list(told.values()) == ([basis] if basis else [])


def test_the_sign_of_a_figure_in_brackets_tells_a_change() -> None:
    """With 同比, and without it behind one that had it."""
    assert observed("2021年，吉木乃口岸货运量65.4万吨（同比+18.2%），贸易额7.9亿元（-3.5%）。") == {
        "吉木乃口岸 | 货运量 | 65.4 万吨 | 2021",
        "吉木乃口岸 | 货运量同比增长率 | 18.2 % | 2021",
        "吉木乃口岸 | 贸易额 | 7.9 亿元 | 2021",
        "吉木乃口岸 | 贸易额同比增长率 | -3.5 % | 2021",
    }


def test_growth_goes_on_of_other_places() -> None:
    assert observed("2020年云南省GDP增长4%，广西为3.7%，而新疆和西藏分别达到3.4%和7.8%。") == {
        "云南省 | GDP增长率 | 4 % | 2020",
        "广西壮族自治区 | GDP增长率 | 3.7 % | 2020",
        "新疆维吾尔自治区 | GDP增长率 | 3.4 % | 2020",
        "西藏自治区 | GDP增长率 | 7.8 % | 2020",
    }


def test_two_totals_grow_and_not_the_part_of_one() -> None:
    told = observed("2023年，河口口岸出入境旅客82万人次，其中外国旅客6万人次；货运量96万吨，同比分别增长35%、12%。")
    assert "河口口岸 | 出入境旅客同比增长率 | 35 % | 2023" in told
    assert "河口口岸 | 货运量同比增长率 | 12 % | 2023" in told


def test_capacities_are_joined() -> None:
    assert observed("珲春口岸设计年过货能力60万吨、过客80万人次。") == {
        "珲春口岸 | 设计年过货能力 | 60 万吨",
        "珲春口岸 | 设计年过客能力 | 80 万人次",
    }
