"""Figures that are aimed at, proposed or asked for are no figures; those told beside them as done are."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    "text",
    [
        "今年，抚远市计划新增外贸企业30家；培育边贸市场4个，建设加工园区2个。",
        "下一步，抚远市将引进企业50家，进出口总额突破60亿元。",
        "未来三年，西藏自治区建成边境小康村120个。",
        "今后五年，丹东市口岸过货量年均增长8%以上，外贸企业达到500家。",
        "抚远市全年进出口总额要达到80亿元以上。",
        "吉林省将以延吉为中心，以珲春、图们、龙井3条通道为依托，布局6个边境合作区。",
        "云南省《规划》提出，建设12个边境口岸，打造3个跨境经济合作区。",
        "会议要求，云南省建设15个边境加工园区。",
        "建议在勐腊县增设3个边民互市点，引进20家企业。",
        "支持东兴市建设2个边民互市贸易区，口岸通关能力达到每日5万人次。",
    ],
)
def test_what_is_to_be_done_is_no_figure(text: str) -> None:
    assert observed(text) == set()


def test_what_was_done_is_told_in_the_same_words() -> None:
    text = "2023年，抚远市新增外贸企业30家；培育边贸市场4个，进出口总额达到60亿元。"
    assert {line.split(" | ")[2] for line in observed(text)} == {"30 家", "4 个", "60 亿元"}
    assert observed("抚远市支持企业出海，全市累计建成海外仓8个。") == {"抚远市 | 海外仓数量 | 8 个"}


def test_the_aims_of_a_plan() -> None:
    """到2025年 in a plan is a year to come; what its review tells of the years before is so."""
    plan = (
        "黑河市“十四五”口岸发展规划\n\n一、发展基础\n\n2020年，全市口岸进出口额达到210亿元。\n\n"
        "二、发展目标\n\n到2025年，全市口岸进出口额达到300亿元。建成边民互市贸易点6个。\n\n"
        "三、重点任务\n\n到2023年，全市引进企业30家。\n"
    )
    assert {line.split(" | ")[2] for line in observed(plan)} == {"210 亿元"}


def test_a_verb_is_no_name_of_a_zone() -> None:
    assert observed("2023年，丹东市新建边民互市点2个。") == {"丹东市 | 边民互市点数量 | 2 个 | 2023"}


def test_absolute_values_are_those_of_what_was_told() -> None:
    assert observed("2019年，丹东市对朝贸易实现22亿元，绝对值居全省第一位，增长4.5%。") == {
        "丹东市 | 对朝贸易 | 22 亿元 | 2019",
        "丹东市 | 对朝贸易全省排名 | 1 位 | 2019",
        "丹东市 | 对朝贸易增长率 | 4.5 % | 2019",
    }


def test_a_border_behind_its_length() -> None:
    assert observed("吉林省拥有约1400公里的陆上国界。") == {"吉林省 | 陆上国界 | 1400 公里"}
    assert observed("某村位于30公里的边界地带内。") == set()


def test_what_the_state_council_approved_is_counted_of_the_whole_region() -> None:
    assert observed("全疆经国务院同意的航空口岸共有3个。") == {"新疆维吾尔自治区 | 航空口岸数量 | 3 个"}


def test_a_kind_of_trade_is_the_part_of_a_share() -> None:
    text = "2017年，防城港市外贸进出口总额120亿美元；边境小额贸易占广西比重近三成。"
    assert "防城港市 | 边境小额贸易占广西的比重 | 30 % | 2017" in observed(text)
    assert observed("2017年，防城港边境小额贸易占广西的比重达28%。") == {
        "防城港市 | 边境小额贸易占广西的比重 | 28 % | 2017"
    }


def test_the_year_in_which_a_place_came_to_be_dates_no_figure() -> None:
    text = "甘南县成立于1933年，总人口38万人，有边境乡镇4个。"
    assert all(not line.endswith("1933") for line in observed(text))
    assert "瑞丽市 | 常住人口 | 26 万人" in observed("瑞丽市设立于1992年，常住人口26万人。")
    assert observed("东兴口岸成立于1958年，2019年出入境旅客1200万人次。") == {
        "东兴口岸 | 出入境旅客 | 1200 万人次 | 2019"
    }
