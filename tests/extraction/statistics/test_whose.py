"""Whose a figure is where the words around it mislead: fairs, the corps, what lies elsewhere, travellers, titles."""

import pytest

from tests.extraction.observed import observed


def test_a_fair_has_the_year_in_which_it_was_held() -> None:
    text = "第六届中国—南亚博览会2023年8月在昆明举行。本届博览会展览面积15万平方米，参展企业3000家。"
    assert observed(text) == {
        "中国—南亚博览会 | 展览面积 | 15 万平方米 | 2023",
        "中国—南亚博览会 | 参展企业数量 | 3000 家 | 2023",
    }


def test_what_an_act_covers_is_of_no_time() -> None:
    text = "2015年12月，国务院印发《关于支持边境若干工作的意见》，覆盖90个陆地边境县和新疆生产建设兵团的21个边境团场。"
    assert observed(text) == {"中国 | 陆地边境县数量 | 90 个", "新疆生产建设兵团 | 边境团场数量 | 21 个"}


def test_what_is_counted_is_of_the_place_where_it_lies() -> None:
    text = "中蒙两国现有边境口岸13对，其中9对位于内蒙古自治区，4对位于新疆维吾尔自治区。"
    assert observed(text) == {
        "中国 | 中蒙边境口岸数量 | 13 对",
        "内蒙古自治区 | 边境口岸数量 | 9 对",
        "新疆维吾尔自治区 | 边境口岸数量 | 4 对",
    }


def test_the_former_of_two_ports_has_its_own_measure() -> None:
    text = "塔县设有红其拉甫、卡拉苏两个陆路口岸：前者海拔4733米，后者2004年开通，2019年进出口货物5.2万吨。"
    assert observed(text) >= {"红其拉甫口岸 | 海拔 | 4733 米", "卡拉苏口岸 | 进出口货运量 | 5.2 万吨 | 2019"}


def test_what_has_gone_on_since_a_year_is_of_no_year() -> None:
    text = "2020年，吉隆县常住人口1.8万人。2018年以来，累计投资16亿元。"
    assert "吉隆县 | 投资 | 16 亿元" in observed(text)


def test_the_trade_of_two_is_of_the_one_whose_partner_the_other_is() -> None:
    text = "2022年，老挝是云南省第三大贸易伙伴，双边贸易额达13.6亿美元。"
    assert observed(text) == {"云南省 | 双边贸易额 | 13.6 亿美元 | 2022"}


def test_travellers_are_of_the_place_that_receives_them() -> None:
    text = "2018年，抚远市接待俄罗斯游客6.8万人次，旅游外汇收入1260万美元。"
    assert "抚远市 | 旅游外汇收入 | 1260 万美元 | 2018" in observed(text)


def test_what_lies_in_a_county_is_not_the_county() -> None:
    assert observed("龙州县境内的水口互市区2023年进出口额41亿元。") == {"水口互市区 | 进出口额 | 41 亿元 | 2023"}


def test_a_line_is_of_what_its_label_names() -> None:
    text = (
        "表1 两个边境县的收入\n县名：靖西市；2015年人均可支配收入：6800元\n县名：和龙市；2015年人均可支配收入：7400元"
    )
    assert observed(text) == {
        "靖西市 | 人均可支配收入 | 6800 元 | 2015",
        "和龙市 | 人均可支配收入 | 7400 元 | 2015",
    }


def test_a_label_names_what_carries_no_measure() -> None:
    text = "策克口岸简介\n所在地：内蒙古自治区额济纳旗\n口岸类别：一类公路口岸\n"
    text += "2023年过货量：2600万吨\n2023年出入境人员：30万人次\n2023年出入境车辆：约40万辆次"
    assert observed(text) == {
        "策克口岸 | 过货量 | 2600 万吨 | 2023",
        "策克口岸 | 出入境人员 | 30 万人次 | 2023",
        "策克口岸 | 出入境车辆 | 40 万辆次 | 2023",
    }


def test_an_official_answers_for_the_place_of_the_interview() -> None:
    text = "访龙州县县长\n县长：水口口岸过货量40万吨。\n县长：坚果加工企业21家，年加工能力15万吨。"
    assert "龙州县 | 坚果加工企业数量 | 21 家" in observed(text)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "呼玛县辖2个镇、6个乡。境内有呼玛口岸1个，为二类水运口岸，距县城3公里，年过货能力20万吨。",
            {
                "呼玛县 | 镇数量 | 2 个",
                "呼玛县 | 乡数量 | 6 个",
                "呼玛口岸 | 距县城距离 | 3 公里",
                "呼玛口岸 | 过货能力 | 20 万吨",
            },
        ),
        (
            "布尔津县辖区设有吉克普林口岸1处，距县城160公里，总人口7万人。",
            {"吉克普林口岸 | 距县城距离 | 160 公里", "布尔津县 | 人口 | 7 万人"},
        ),
        (
            "呼玛县常住人口3.4万人。境内有呼玛口岸，2021年全县生产总值30亿元。",
            {"呼玛县 | 常住人口 | 3.4 万人", "呼玛县 | 生产总值 | 30 亿元 | 2021"},
        ),
    ],
)
def test_what_is_told_behind_the_port_that_a_place_has_is_of_the_port(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_what_a_scenic_spot_receives_is_not_the_citys() -> None:
    text = "2019年，集安市接待游客300万人次。国门景区“五一”假期日均客流量接近1.2万人次，同比增加1.2倍。"
    assert observed(text) == {"集安市 | 接待游客 | 300 万人次 | 2019"}


def test_the_city_of_a_port_that_was_reopened() -> None:
    text = "1992年，国务院批准恢复珲春口岸。2021年，全市对俄贸易额6.2亿元。"
    assert observed(text) == {"珲春市 | 对俄贸易额 | 6.2 亿元 | 2021"}


def test_the_part_that_passes_through_a_port_is_the_ports() -> None:
    text = "2020年，阿勒泰地区边贸进出口额31亿元，其中经塔克什肯口岸12亿元，吉木乃口岸仅9亿元。"
    assert observed(text) == {
        "阿勒泰地区 | 边贸进出口额 | 31 亿元 | 2020",
        "塔克什肯口岸 | 边贸进出口额 | 12 亿元 | 2020",
        "吉木乃口岸 | 边贸进出口额 | 9 亿元 | 2020",
    }


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("绥芬河市户籍人口密度为每平方公里132人。", "绥芬河市 | 户籍人口密度 | 132 人/平方公里"),
        ("2022年，黑河市人口自然增长率为-5.6‰。", "黑河市 | 人口自然增长率 | -5.6 ‰ | 2022"),
        ("2021年，绥芬河市工业税收占七成半。", "绥芬河市 | 工业税收占比 | 75 % | 2021"),
        ("第七次全国人口普查时，图们市常住人口9.7万人。", "图们市 | 常住人口 | 9.7 万人 | 2020"),
        ("2022年，吉木乃县外贸企业从11家增加到36家。", "吉木乃县 | 外贸企业数量 | 36 家 | 2022"),
        ("2022年，吉木乃县有外贸企业48家，新增15家。", "吉木乃县 | 新增外贸企业数量 | 15 家 | 2022"),
        ("所辖东宁市2020年常住人口19万人。", "东宁市 | 常住人口 | 19 万人 | 2020"),
        ("2016年，勐腊县茶叶种植面积21.3万亩。", "勐腊县 | 茶叶种植面积 | 21.3 万亩 | 2016"),
    ],
)
def test_numbers_by_their_units(text: str, figure: str) -> None:
    assert figure in observed(text)


def test_a_port_within_the_county_spoken_of_has_its_figures() -> None:
    """旗境 says where the port lies; 旗府 before the town from which it lies so far is no part of its name."""
    text = (
        "新巴尔虎右旗属呼伦贝尔市。旗境阿日哈沙特口岸，1989年开放，距旗府阿拉坦额莫勒镇八十二公里，2016年过货量九万吨。"
    )
    assert observed(text) == {
        "阿日哈沙特口岸 | 距阿拉坦额莫勒镇距离 | 82 公里",
        "阿日哈沙特口岸 | 过货量 | 9 万吨 | 2016",
    }


def test_a_name_behind_a_figure_of_extent() -> None:
    """海拔4733米的红其拉甫口岸: told of what stands behind it."""
    assert "红其拉甫口岸 | 海拔 | 4733 米" in observed("4月1日，海拔4733米的红其拉甫口岸重新开通。")
    assert "凭祥综合保税区 | 占地面积 | 8.5 平方公里" in observed("占地8.5平方公里的凭祥综合保税区已经封关。")


def test_the_trade_with_a_partner_is_of_the_place_spoken_of() -> None:
    text = "2021年，云南省进出口总值3143.8亿元。从市场看，东盟仍是第一大贸易伙伴，双边贸易额1272.8亿元。"
    assert {figure.split(" | ")[0] for figure in observed(text)} == {"云南省"}
