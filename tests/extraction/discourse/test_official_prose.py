"""What notices, replies and news say of approvals, and what they only ask for, plan or call by a word."""

import pytest

from tests.extraction.stated import stated


def _said(predicate: str, text: str) -> set[tuple[str, str]]:
    return {(subject, obj) for subject, told, obj in stated(text) if told == predicate}


def test_a_request_sets_up_nothing() -> None:
    text = (
        "省政府《关于设立甲县边境经济合作区的请示》收悉。现批复如下：\n一、同意设立图们边境经济合作区，面积6平方公里。"
    )
    assert _said("establishes", text) == set()


def test_a_year_that_something_has_lasted_since_is_not_that_of_the_next_day() -> None:
    text = (
        "这是自1995年国务院批准设立黑河、满洲里2个边境经济合作区以来的又一个。国务院9月20日批准设立图们边境经济合作区。"
    )
    dates = dict(_said("dateEstablished", text))
    assert dates == {"黑河边境经济合作区": "1995", "满洲里边境经济合作区": "1995"}


def test_one_name_is_none_of_several_zones() -> None:
    text = "1995年，国务院批准设立黑河、满洲里边境经济合作区。同年在图们设立边境经济合作区，定名为图们边境经济合作区。"
    assert _said("alias", text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "园区靠近规划中的中吉乌、中哈国际铁路。",
        "双方商定加快两国铁路、公路互联互通。",
        "会议认可中蒙铁路合作机制的作用。",
    ],
)
def test_lines_that_are_planned_or_only_spoken_of_cross_nothing(text: str) -> None:
    assert _said("crosses", text) == set()


def test_a_line_does_not_cross_where_the_company_is_from_that_builds_it() -> None:
    text = "中朝鸭绿江界河公路大桥由吉林某某集团和某某公司共同出资修建。"
    assert _said("crosses", text) == {("中朝鸭绿江界河公路大桥", "中国"), ("中朝鸭绿江界河公路大桥", "朝鲜")}


def test_today_is_not_japan() -> None:
    assert _said("borders", "今日中蒙策克口岸恢复通关。") == {("策克口岸", "蒙古国")}


def test_a_chain_of_towns_pairs_no_ports() -> None:
    assert _said("counterpart", "布局昆明—保山—瑞丽—木姐边境经济带。") == set()
    assert ("瑞丽口岸", "木姐口岸") in _said("counterpart", "中缅瑞丽—木姐铁路临时口岸开放。")


def test_the_border_of_a_province_is_the_province() -> None:
    assert _said("borders", "云南边境与缅甸相接。") == {("云南", "缅甸")}


def test_a_town_that_does_not_border_a_country() -> None:
    assert _said("borders", "不与越南接壤的南宁市是首府。") == set()


def test_what_was_issued_the_other_day_is_issued() -> None:
    text = "国务院日前印发《关于支持沿边重点地区开放的意见》。"
    assert _said("appliesTo", text) == {("关于支持沿边重点地区开放的意见", "沿边重点地区")}


def test_the_furniture_of_a_page_is_no_part_of_its_first_sentence() -> None:
    text = "边境旅游试验区获批\n日期:[2018-03-14]  版次:[B2]   版名:[要闻]   字体:【\n\n国务院近日批准设立瑞丽边境旅游试验区。"
    assert _said("establishes", text) == {("国务院", "瑞丽边境旅游试验区")}
    assert _said("dateEstablished", text) == set()


def test_an_office_of_a_government_is_another_body() -> None:
    text = "黑龙江省人民政府外事办公室印发《边境通道管理办法》。"
    assert _said("issuedBy", text) == {("边境通道管理办法", "黑龙江省人民政府外事办公室")}


def test_a_road_port_beside_the_airport_is_named_after_the_town() -> None:
    text = "芒市空运口岸2010年设立，公路口岸1992年开放。"
    assert _said("portMode", text) == {("芒市空运口岸", "航空"), ("芒市公路口岸", "公路")}
    assert _said("locatedIn", "该州有空运口岸2个，公路口岸有7个，都在云南省。") == set()


def test_zones_that_are_counted_are_not_called_after_where_they_are() -> None:
    assert _said("platformType", "2013年，国家已经在凭祥市设立了2个综合保税区。") == set()
    assert _said("platformType", "2013年，国务院批准在凭祥市设立一个综合保税区。") == {("凭祥综合保税区", "综合保税区")}


def test_ports_of_a_place_that_stands_before_them() -> None:
    text = "新疆有两个陆路口岸，分别是塔城的巴克图口岸，阿勒泰的吉木乃口岸。"
    assert _said("locatedIn", text) == {("巴克图口岸", "塔城"), ("吉木乃口岸", "阿勒泰")}


def test_what_a_town_borders_is_not_itself_told_of() -> None:
    text = "阿勒泰地区与俄罗斯和蒙古国接壤。"
    assert _said("borders", text) == {("阿勒泰地区", "俄罗斯"), ("阿勒泰地区", "蒙古国")}


def test_what_comes_once_something_is_approved_is_not_so_yet() -> None:
    assert _said("platformType", "一旦瑞丽获批为重点开发开放试验区，州里将加大支持。") == set()


def test_the_province_before_the_first_port_of_a_list_is_that_of_the_others() -> None:
    text = "新疆巴克图、吉木乃、都拉塔、满洲里等口岸十分繁忙。"
    assert _said("locatedIn", text) == {("巴克图", "新疆"), ("吉木乃口岸", "新疆"), ("都拉塔", "新疆")}


def test_what_is_short_for_several_is_no_name_of_the_last() -> None:
    assert _said("alias", "这一带有凭祥市、龙州县和大新县（简称边三）。") == set()
    assert _said("alias", "哈尔滨国际经济贸易洽谈会（简称哈洽会）开幕。") == {("哈尔滨国际经济贸易洽谈会", "哈洽会")}
