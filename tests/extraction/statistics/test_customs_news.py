"""News of customs and checkpoints: whose a figure is, and what is told more closely in the next words."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "自2014年5月水口口岸复关以来,截至2015年3月,出入境旅客共计41573人次。",
            {"水口口岸 | 出入境旅客 | 41573 人次 | 2015-03"},
        ),
        ("2031年,经水口口岸,对越南进出口46亿元。", {"水口口岸 | 对越南进出口 | 46 亿元 | 2031"}),
        ("2031年5月,水口口岸（龙州县水口镇）同期过货8万吨。", {"水口口岸 | 过货 | 8 万吨 | 2031-05"}),
        ("2031年,龙州县外贸进出口突破了200亿元,达到219亿元。", {"龙州县 | 外贸进出口 | 219 亿元 | 2031"}),
        ("2031年,水口口岸货运量首破100万吨,实际完成103万吨。", {"水口口岸 | 货运量 | 103 万吨 | 2031"}),
        (
            "2031年,广西有进出口实绩的民营企业达4252家;进出口值48亿元。",
            {"广西壮族自治区 | 民营企业数量 | 4252 家 | 2031", "广西壮族自治区 | 民营企业进出口值 | 48 亿元 | 2031"},
        ),
        (
            "2031年,广西对越南边境贸易保持平稳,实现进出口贸易值14亿元。",
            {"广西壮族自治区 | 对越南进出口贸易值 | 14 亿元 | 2031"},
        ),
        (
            "2031年,水口口岸单日入境货车突破900辆次,货运量超2万吨。",
            {"水口口岸 | 单日入境货车 | 900 辆次 | 2031", "水口口岸 | 单日货运量 | 2 万吨 | 2031"},
        ),
        (
            "2031年,广西外贸进出口90亿元;进口仅实现贸易额2亿元。",
            {"广西壮族自治区 | 外贸进出口 | 90 亿元 | 2031", "广西壮族自治区 | 进口贸易额 | 2 亿元 | 2031"},
        ),
        (
            "经二连浩特口岸的中欧班列线路24条,通达欧洲11个国家。",
            {"二连浩特口岸 | 中欧班列线路数量 | 24 条", "二连浩特口岸 | 中欧班列通达欧洲国家数量 | 11 个"},
        ),
    ],
)
def test_whose_and_of_what(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "2031年,满洲里海关监管中欧班列200列。",
        "2031年,这是经二连浩特口岸出境的第5000列中欧班列。",
        "2031年,霍尔果斯某公司负责人说:公司全年开行中欧中亚班列620余列,过货量近80万吨。",
        "2031年,上述两种贸易方式进出口额合计31亿元,占云南省外贸的九成。",
        "绥芬河口岸班列通达欧洲70多个枢纽站点。",
        "绥芬河市通达欧洲13个国家。",
    ],
)
def test_of_no_place(text: str) -> None:
    assert not observed(text)


_BEFORE = "2031年1至2月,内蒙古外贸进出口90亿元。\n"


@pytest.mark.parametrize(
    "text",
    [
        "据统计,内蒙古对“一带一路”国家贸易中,蒙古国和俄罗斯是主要贸易国别。其中对蒙古国贸易34亿元,增长8%。",
        "数据显示,俄罗斯和蒙古国仍为主要贸易伙伴,其中对蒙古国贸易34亿元,增长8%。",
    ],
)
def test_trade_with_a_partner_is_of_the_place_that_the_text_is_about(text: str) -> None:
    told = {
        "内蒙古自治区 | 对蒙古国贸易 | 34 亿元 | 2031-01/2031-02",
        "内蒙古自治区 | 对蒙古国贸易增长率 | 8 % | 2031-01/2031-02",
    }
    assert observed(_BEFORE + text) - observed(_BEFORE) == told


def test_a_holiday_with_its_days() -> None:
    text = "2031年国庆中秋假期(10月1日至8日),瑞丽口岸出入境旅客达11万人次。"
    assert observed(text) == {"瑞丽口岸 | 出入境旅客 | 11 万人次 | 2031-10-01/2031-10-08"}


@pytest.mark.parametrize(
    "text",
    [
        "瑞丽边检站主要担负中缅边境瑞丽市、陇川县两个片区12个口岸(通道)的出入境边防检查。",
        "2031年,磨憨铁路口岸服务全国超6000家企业。",
    ],
)
def test_what_a_body_is_charged_with_counts_nothing(text: str) -> None:
    assert not observed(text)


def test_what_a_place_has_is_counted() -> None:
    assert observed("瑞丽市承担对缅贸易的口岸有2个。") == {"瑞丽市 | 口岸数量 | 2 个"}


def test_of_one_day_is_only_what_reached_as_much_on_it() -> None:
    told = observed("2031年,水口口岸单日入境货车突破900辆次,累计货运量超300万吨。")
    assert "水口口岸 | 货运量 | 300 万吨 | 2031" in told
    told = observed("2031年,水口口岸单日入境货车突破900辆次,进出口货值达到70亿元。")
    assert "水口口岸 | 进出口货值 | 70 亿元 | 2031" in told
    told = observed("2031年,水口口岸单日最高客流突破2万人次,货运量超300万吨。")
    assert "水口口岸 | 货运量 | 300 万吨 | 2031" in told


def test_which_one_is_no_amount() -> None:
    assert not observed("2031年,霍尔果斯口岸验放第10万辆商品车,迎来第300万人次旅客。")


def test_cities_that_trains_are_to_reach() -> None:
    assert not observed("满洲里口岸开行班列,计划通达欧洲20个国家。")
