"""Items of a list that leave out what trade they are of: by goods, firms and partners."""

import pytest

from tests.extraction.observed import observed

_BEFORE = "2031年前三季度,临沧市外贸进出口90亿元,增长6%。"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "从主要出口商品(前三位)看,服装6.1亿元,增长1.2倍;机电产品2.3亿元。",
            {"服装出口 | 6.1 亿元", "机电产品出口 | 2.3 亿元", "服装出口增长倍数 | 1.2 倍"},
        ),
        (
            "进口方面,天然橡胶4亿元,增长9%;坚果1.1亿元。",
            {"天然橡胶进口 | 4 亿元", "天然橡胶进口增长率 | 9 %", "坚果进口 | 1.1 亿元"},
        ),
        (
            "进口煤炭12亿元,增长3%;原木5亿元,下降6%。",
            {"进口煤炭 | 12 亿元", "进口煤炭增长率 | 3 %", "进口原木 | 5 亿元", "进口原木增长率 | -6 %"},
        ),
        ("出口鲜花3万吨、2.2亿元;蔬菜7万吨。", {"出口鲜花 | 3 万吨", "出口鲜花 | 2.2 亿元", "出口蔬菜 | 7 万吨"}),
        ("主要进口商品为锡矿3亿元、蔗糖2亿元。", {"锡矿进口 | 3 亿元", "蔗糖进口 | 2 亿元"}),
        (
            "从企业性质看,民营企业70亿元,增长4%;外资企业5亿元。",
            {"民营企业进出口 | 70 亿元", "民营企业进出口增长率 | 4 %", "外资企业进出口 | 5 亿元"},
        ),
        (
            "从国别看,缅甸60亿元,增长4%;老挝9亿元。",
            {"对缅甸进出口 | 60 亿元", "对缅甸进出口增长率 | 4 %", "对老挝进出口 | 9 亿元"},
        ),
        ("从主要贸易伙伴看,东盟70亿元。", {"对东盟进出口 | 70 亿元"}),
        (
            "从主要贸易伙伴看,东盟70亿元,其中老挝50亿元;欧盟3亿元。",
            {"对东盟进出口 | 70 亿元", "对老挝进出口 | 50 亿元", "对欧盟进出口 | 3 亿元"},
        ),
    ],
)
def test_an_item_is_of_the_trade_that_the_list_is_of(text: str, told: set[str]) -> None:
    whole = {f"临沧市 | {each} | 2031-01/2031-09" for each in told}
    assert observed(_BEFORE + text) - observed(_BEFORE) == whole


@pytest.mark.parametrize(
    "text",
    [
        "进口煤炭12亿元;接待游客3亿元。",
        "进口煤炭12亿元;税收4亿元。",
        "进口煤炭12亿元;口岸建设项目4亿元。",
        "从出口商品看,总计5亿元。",
        "进口煤炭12亿元,财政7亿元。",
        "进口煤炭12亿元,第三产业7亿元。",
        "进口煤炭12万吨,转运7万吨、库存3万吨。",
        "进口煤炭12万吨,换装7万吨。",
        "进口煤炭12亿元,农业银行贷款7亿元。",
        "进口煤炭12亿元,电费7亿元,市本级3亿元。",
    ],
)
def test_what_is_no_goods_is_no_such_item(text: str) -> None:
    assert not [told for told in observed(_BEFORE + text) if "进口" in told.split(" | ")[1] and "煤炭" not in told]
    assert not [told for told in observed(_BEFORE + text) if told.split(" | ")[1].endswith(("游客出口", "总计出口"))]


@pytest.mark.parametrize(
    "text",
    [
        "2031年,临沧市完成投资90亿元。从企业性质看,民营企业70亿元。",
        "2031年,临沧市接待入境游客9万人次。从国别看,缅甸6万人次,老挝1万人次。",
        "2031年,临沧市实际利用外资9亿元。从国别看,泰国6亿元。",
        "2031年,临沧市外贸进出口90亿元。从投资国别看,泰国6亿元。",
    ],
)
def test_what_is_broken_down_is_trade(text: str) -> None:
    assert len(observed(text)) == 1
