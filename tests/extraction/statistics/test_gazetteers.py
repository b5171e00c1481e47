"""Figures as gazetteers, surveys of counties and papers tell them."""

import pytest

from tests.extraction.observed import observed


def test_counts_of_zones_in_turn() -> None:
    assert observed("全国设有综合保税区9个，其中广西4个、云南2个，吉林、黑龙江各1个，甘肃1个。") == {
        "中国 | 综合保税区数量 | 9 个",
        "广西壮族自治区 | 综合保税区数量 | 4 个",
        "云南省 | 综合保税区数量 | 2 个",
        "吉林省 | 综合保税区数量 | 1 个",
        "黑龙江省 | 综合保税区数量 | 1 个",
        "甘肃省 | 综合保税区数量 | 1 个",
    }


def test_divisions_of_every_rank() -> None:
    assert observed("新疆维吾尔自治区辖4个地级市、5个地区、5个自治州。") == {
        "新疆维吾尔自治区 | 地级市数量 | 4 个",
        "新疆维吾尔自治区 | 地区数量 | 5 个",
        "新疆维吾尔自治区 | 自治州数量 | 5 个",
    }
    assert observed("2021年黑河市的外贸企业与60个地区通商。") == set()


def test_fractions_with_a_stroke() -> None:
    assert observed("怒江州国境线长449公里，约占云南省国境线的1/9。") >= {"怒江傈僳族自治州 | 国境线长 | 449 公里"}
    assert any("25 %" in line for line in observed("2019年东宁市对俄贸易额达60亿元，约占全省的1/4。"))
    assert observed("2019年1/2月号刊登了东宁市的1/3类目录。") == set()


def test_numbers_told_step_by_step() -> None:
    assert observed("2021年，富宁县农村居民人均可支配收入达1万2450元。") == {
        "富宁县 | 农村居民人均可支配收入 | 12450 元 | 2021"
    }
    assert observed("2003年，富宁县财政收入2亿3千万元。") == {"富宁县 | 财政收入 | 2.3 亿元 | 2003"}


def test_one_of_two_counts() -> None:
    assert observed("四子王旗是内蒙古自治区33个牧业旗、19个边境旗之一，面积2.4万平方公里。") == {
        "内蒙古自治区 | 牧业旗数量 | 33 个",
        "内蒙古自治区 | 边境旗数量 | 19 个",
        "四子王旗 | 面积 | 2.4 万平方公里",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("沧源县有佤、傣、彝等20个民族，其中佤族占八成。", "沧源佤族自治县 | 佤族占总人口的比重 | 80 %"),
        ("2020年勐海县人口33万，其中少数民族人口近九成。", "勐海县 | 少数民族人口占总人口的比重 | 90 % | 2020"),
    ],
)
def test_a_people_is_a_part_of_the_population(text: str, told: str) -> None:
    assert told in observed(text)


@pytest.mark.parametrize(
    "text",
    [
        "辽宁省有48条流域面积1000平方公里以上的河流。",
        "从拉萨出发，驾车两天才能抵达海拔近4000米的普兰县城。",
        "文山州、红河州、普洱市分别与越南、老挝、缅甸3个国家接壤。",
    ],
)
def test_of_no_place(text: str) -> None:
    assert observed(text) == set()


def test_a_part_that_only_words_behind_it_name() -> None:
    assert observed("内蒙古自治区边境线长4200公里，其中3100公里在草原上。") == {"内蒙古自治区 | 边境线长 | 4200 公里"}
    assert observed("全国共有边境县140个，其中民族自治地方县107个。") >= {"中国 | 边境县数量 | 140 个"}


def test_a_zone_set_up_of_a_rank() -> None:
    assert observed("国务院批准设立国家级萝北边境经济合作区，规划面积5平方公里。") == {
        "萝北边境经济合作区 | 规划面积 | 5 平方公里"
    }


def test_a_province_of_china_beside_other_countries() -> None:
    assert observed("中国云南与缅甸、老挝、越南相邻，国境线长达4060公里。") == {"云南省 | 国境线长 | 4060 公里"}


def test_the_allowance_of_border_residents() -> None:
    """It is the nation's; a wish is no allowance, and what residents earn a day is another thing."""
    text = "1996年，边民每人每日免税额度定为1000元；1998年，将其提高到3000元；2008年再提至8000元。"
    assert observed(text) == {
        "中国 | 边民每人每日免税额度 | 1000 元 | 1996",
        "中国 | 边民每人每日免税额度 | 3000 元 | 1998",
        "中国 | 边民每人每日免税额度 | 8000 元 | 2008",
    }
    assert observed("龙州县边民互市活跃，目前边民每人每日免税额度为8000元，此前为3000元。") == {
        "中国 | 边民每人每日免税额度 | 8000 元",
        "中国 | 边民每人每日免税额度 | 3000 元",
    }
    assert observed("代表建议将边民每人每日免税额度提高到1.5万元。") == set()
    assert not any("免税" in line for line in observed("龙州县边民每人每日收入达300元。"))


def test_a_bare_word_for_a_zone() -> None:
    told = observed(
        "2012年，国务院批准设立延吉边境经济合作区。国务院印发《关于支持云南瑞丽重点开发开放试验区建设的意见》。试验区面积1420平方公里。"
    )
    assert "云南瑞丽重点开发开放试验区 | 面积 | 1420 平方公里" in told
    assert not any("合作区 |" in line for line in observed("全国设有边境经济合作区。合作区面积共100平方公里。"))


def test_a_town_as_the_port_that_the_text_has_named() -> None:
    text = "磨憨口岸与磨丁口岸相对。\n\n从货运量看，磨憨由2015年的211万吨增至2021年的567万吨。"
    assert observed(text) == {"磨憨口岸 | 货运量 | 211 万吨 | 2015", "磨憨口岸 | 货运量 | 567 万吨 | 2021"}
    assert not any(
        line.startswith("磨憨口岸") for line in observed("磨憨口岸与磨丁口岸相对。\n\n2021年，磨憨镇人口3.2万人。")
    )


def test_counts_that_do_not_go_on() -> None:
    assert observed("我国毗邻14个国家，据查，共有99个。") == {"中国 | 接壤国家数量 | 14 个"}
    assert observed("2007年广西壮族自治区有12个民族自治县。") == {"广西壮族自治区 | 民族自治县数量 | 12 个 | 2007"}


def test_a_border_so_long() -> None:
    assert observed("靖西市拥有152公里长的边境线。") == {"靖西市 | 边境线 | 152 公里"}
    assert observed("从喀什出发，翻过海拔4733米的红其拉甫达坂。") == set()


def test_what_follows_a_line_that_names_the_year() -> None:
    text = (
        "据2012年1至12月监测，2012年黑河口岸进出口呈现以下特点\n\n（1）黑河口岸货运量达到160.3万吨，同比增长12.6%。\n\n"
        "（2）黑河口岸出入境人员达到80万人次。\n"
    )
    assert observed(text) == {
        "黑河口岸 | 货运量 | 160.3 万吨 | 2012",
        "黑河口岸 | 货运量同比增长率 | 12.6 % | 2012",
        "黑河口岸 | 出入境人员 | 80 万人次 | 2012",
    }


def test_peoples_beside_a_share_told_before() -> None:
    assert observed("怒江州少数民族人口比例占总人口的92%，其中傈僳族占52%，其他民族占10%。") == {
        "怒江傈僳族自治州 | 少数民族人口比例占总人口的比重 | 92 %",
        "怒江傈僳族自治州 | 傈僳族占总人口的比重 | 52 %",
        "怒江傈僳族自治州 | 其他民族占总人口的比重 | 10 %",
    }


def test_a_border_within_a_place_and_a_distance_that_has_no_parts() -> None:
    told = observed("福贡县境内国境线长142公里。县城距昆明600公里，山地占九成。")
    assert "福贡县 | 国境线长 | 142 公里" in told
    assert not any("占" in line for line in told)


def test_a_port_counted_by_its_name() -> None:
    assert observed("霍尔果斯市下辖1个霍尔果斯口岸、2个乡。") == {"霍尔果斯市 | 乡数量 | 2 个"}


def test_extents_without_a_time_and_of_islands_and_mountains() -> None:
    told = observed("2011年，长白县生产总值29亿元。长白县东西长82.9公里。")
    assert "长白朝鲜族自治县 | 东西长 | 82.9 公里" in told
    assert observed("抚远口岸1992年开放。黑瞎子岛面积约174平方公里，老爷岭主峰海拔1477米。") == set()
    assert not any("口岸 |" in line for line in observed("同江口岸年过货。赫哲族人口占全国赫哲族人口的1/3。"))


def test_an_allowance_asked_for_or_of_another_country() -> None:
    assert not observed("代表们建议把边民每人每日免税额度提高到1.5万元。")
    assert not observed("越南边民每人每日免税额度为500元。")


def test_waters_of_a_county_are_its_own_and_those_of_its_rivers_are_not() -> None:
    assert observed("瑞丽市多年平均径流量12亿立方米。") == {"瑞丽市 | 多年平均径流量 | 12 亿立方米"}
    assert not observed("勐腊县的南腊河年径流量21亿立方米。")


def test_what_residents_earn_where_an_allowance_was_told() -> None:
    text = "2008年，龙州县边民互市免税额度提高，边民踊跃参与，每人每日300元收入。"
    assert not any("免税" in line for line in observed(text))
