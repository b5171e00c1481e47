"""Whose figures are that their own clause does not say: of zones just set up, of fairs, of studies, speeches and entries."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "1992年6月，国务院批准在凭祥设立凭祥边境经济合作区，面积约7.2平方公里。",
            {"凭祥边境经济合作区 | 面积 | 7.2 平方公里"},
        ),
        (
            "今天，中老铁路全线开行旅客列车。铁路南抵万象，由磨憨铁路口岸出境，全长1000公里。",
            {"中老铁路 | 全长 | 1000 公里"},
        ),
        (
            "2019年，西藏自治区外贸总额40亿元。尼泊尔仍是西藏第一大贸易伙伴，全年对尼贸易30亿元。",
            {"西藏自治区 | 外贸总额 | 40 亿元 | 2019", "西藏自治区 | 对尼贸易 | 30 亿元 | 2019"},
        ),
        ("2022年辽宁省对朝鲜进出口30亿元，占同期全国对朝进出口总值的58%。", None),
        ("2011年全州边境贸易额为13亿元。", set()),
        (
            "广西有东兴市、凭祥市、防城区3个边境县（市、区）。2019年，全区边境小额贸易进出口1000亿元。",
            {
                "广西壮族自治区 | 边境县(市、区)数量 | 3 个",
                "广西壮族自治区 | 边境小额贸易进出口 | 1000 亿元 | 2019",
            },
        ),
        (
            "2021年，瑞丽、临沧两个边境经济合作区分别实现工业总产值28亿元和15亿元。",
            {
                "瑞丽边境经济合作区 | 工业总产值 | 28 亿元 | 2021",
                "临沧边境经济合作区 | 工业总产值 | 15 亿元 | 2021",
            },
        ),
        (
            "百色市下辖12个县（市、区），其中那坡、靖西2个边境县（市）与越南接壤，边境线长360公里。",
            {"百色市 | 县(市、区)数量 | 12 个", "百色市 | 边境线长 | 360 公里"},
        ),
        (
            "2019年，中国—俄罗斯博览会在哈尔滨开幕，20个国家的800家企业参展。展会期间签约项目100个，总金额900亿元。",
            {
                "中国—俄罗斯博览会 | 参展企业数量 | 800 家 | 2019",
                "中国—俄罗斯博览会 | 签约项目数量 | 100 个 | 2019",
                "中国—俄罗斯博览会 | 金额 | 900 亿元 | 2019",
            },
        ),
        ("2019年，延吉市举行活动，来自韩国的300家企业参展。", set()),
        (
            "2015年11月，中国—东盟博览会在南宁举办，成交额28亿元，较上届增长9%。",
            {
                "中国—东盟博览会 | 成交额 | 28 亿元 | 2015",
                "中国—东盟博览会 | 成交额增长率 | 9 % | 2015",
            },
        ),
    ],
)
def test_a_figure_is_of_what_was_just_brought_up(text: str, figures: set[str] | None) -> None:
    found = observed(text)
    if figures is None:
        assert not [line for line in found if line.startswith("中国")]
    else:
        assert found == figures


def test_a_study_is_of_the_place_that_it_takes_as_its_case() -> None:
    text = "本文以吉林省延边朝鲜族自治州为例，分析沿边开放的困境。\n首先，通道不畅。受疫情影响，对俄进出口额2020年为3亿美元。\n"
    assert observed(text) == {"延边朝鲜族自治州 | 对俄进出口额 | 3 亿美元 | 2020"}


def test_a_speech_is_of_the_place_that_its_last_line_names() -> None:
    text = "同志们：\n今天的会议很重要。\n我省有边境县18个，2900公里边境线。\n——在黑龙江省口岸工作会议上的讲话\n"
    assert observed(text) == {"黑龙江省 | 边境县数量 | 18 个", "黑龙江省 | 边境线 | 2900 公里"}


def test_a_labelled_paragraph_of_an_entry_is_of_the_entry() -> None:
    text = (
        "满洲里口岸是中国最大的沿边陆路口岸。\n口岸构成：满洲里航空口岸2009年开放，现有三条航线。\n"
        "运量：口岸承担着中俄陆路贸易六成以上的运输。2019年进出口货运量3200万吨。\n"
    )
    assert "满洲里口岸 | 进出口货运量 | 3200 万吨 | 2019" in observed(text)
    assert not [line for line in observed(text) if "航空口岸 | 进出口" in line]


def test_a_figure_may_stand_before_its_measure_and_place() -> None:
    text = "2022年，1.9亿美元的出口额来自萝北县，2.1亿美元来自虎林市。投资额3亿元，其中1亿元来自上海市。"
    assert observed(text) >= {
        "萝北县 | 出口额 | 1.9 亿美元 | 2022",
        "虎林市 | 出口额 | 2.1 亿美元 | 2022",
    }
    assert not any(figure.startswith("上海市") for figure in observed(text))
