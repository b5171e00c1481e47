"""What entries of encyclopedias and guides go on to speak of."""

import pytest

from tests.extraction.stated import linked, stated


def test_a_town_that_a_sentence_identifies_is_spoken_of() -> None:
    text = "黑龙江最北端的县级市是漠河市，与俄罗斯隔江相望，东邻塔河县。全市辖6个镇。"
    assert linked(text, "borders") == {("漠河市", "俄罗斯")}
    assert ("漠河市", "observation", "6") in stated(text)


def test_one_of_several_counties_is_spoken_of_and_not_their_province() -> None:
    text = "西藏自治区边境县之一的普兰，西面与印度接壤，边境线长400多公里。"
    assert linked(text, "borders") == {("普兰县", "印度")}
    assert ("普兰", "observation", "400") in stated(text)


def test_a_place_alone_in_brackets_is_only_named() -> None:
    told = stated("靖西地处边陲，有一个二类口岸（岳圩），北部与德保县相连。总面积3300平方公里。", "statistics")
    assert ("靖西", "observation", "3300") in told


def test_a_note_on_a_country_in_brackets_is_said_of_what_stands_before() -> None:
    text = "霍尔果斯口岸位于伊犁州（全国少有的副省级州）西部，与哈萨克斯坦隔河相望。"
    assert linked(text, "borders") == {("霍尔果斯口岸", "哈萨克斯坦")}


def test_a_port_to_which_a_distance_is_told_is_not_spoken_of() -> None:
    text = "阿拉山口市位于新疆西部。距相邻的哈萨克斯坦多斯特克口岸12公里。该市2012年设立，是新疆人口较少的市。"
    assert not [c for c in stated(text) if c[0] == "多斯特克口岸" and c[1] != "locatedIn"]


def test_what_a_port_is_told_of_is_not_said_of_the_town() -> None:
    told = stated("东兴市是边境城市。东兴口岸是国家一类口岸，1994年经国务院批准重新开放。")
    assert ("国务院", "establishes", "东兴市") not in told
    assert ("东兴口岸", "dateEstablished", "1994") in told


def test_a_river_s_side_borders_nothing() -> None:
    assert linked("图们市的铁路通往对岸，口岸在图们江的东岸，这里与朝鲜相连。", "borders") <= {("图们市", "朝鲜")}


def test_the_mark_up_of_a_wiki_is_no_text() -> None:
    text = "'''室韦口岸'''位于[[呼伦贝尔市]][[额尔古纳市|额尔古纳]]，與俄羅斯接壤。[[File:a.jpg|图]]務(wù)必注意。"
    assert ("室韦口岸", "呼伦贝尔市") not in linked(text, "locatedIn")
    assert ("额尔古纳市", "呼伦贝尔市") in linked(text, "locatedIn")
    assert ("室韦口岸", "俄罗斯") in linked(text, "borders")


def test_the_seat_of_a_port_goes_on_as_the_county() -> None:
    text = "天保口岸所在地麻栗坡县，与越南河江省接壤，国境线长277公里。"
    assert linked(text, "borders") == {("麻栗坡县", "越南")}


def test_the_whole_county_is_the_one_spoken_of_by_its_bare_name() -> None:
    told = stated("东宁位于牡丹江市东南部，西南与汪清县相邻。全县面积7100平方公里。")
    assert ("东宁", "observation", "7100") in told


def test_a_great_passage_is_no_region() -> None:
    assert not linked("该市是东北亚国际大通道上的枢纽。", "locatedIn")


def test_a_list_behind_a_colon_is_brought_up_and_no_subject() -> None:
    text = "阿勒泰地区位于新疆。下辖县市有：布尔津县、福海县。\n地处北疆，西与哈萨克斯坦接壤。"
    assert linked(text, "borders") == {("阿勒泰地区", "哈萨克斯坦")}


def test_an_item_goes_on_about_none_that_another_brings_up() -> None:
    text = "交通规划有两条线路：一是腾冲—密支那公路；二是连接木姐，经由腊戍的铁路。"
    assert not {claim for claim in stated(text) if claim[2] in ("木姐", "腊戍")}


def test_sections_of_an_entry_go_on_about_its_title() -> None:
    text = "水口口岸\n\n基本概况\n\n地理位置：位于广西龙州县，与越南接壤。\n\n历史沿革\n\n1954年正式开放。\n"
    said = stated(text)
    assert {
        ("水口口岸", "locatedIn", "龙州县"),
        ("水口口岸", "borders", "越南"),
        ("水口口岸", "dateEstablished", "1954"),
    } <= said


def test_what_has_a_name_of_its_own_is_not_what_was_spoken_of() -> None:
    """An island, a street, a river at the end of the clause before."""
    text = (
        "抚远市与俄罗斯相望。珍宝岛又称达曼岛。打洛镇边贸活跃，边贸街原名“勐景来”。呼玛县旁有一条大江，俄称“阿穆尔”。"
    )
    assert not {claim for claim in stated(text) if claim[1] == "alias"}


def test_what_lies_within_a_place_it_is_in() -> None:
    text = "乌拉特后旗位于内蒙古西部，巴彦淖尔市境内，北与蒙古国接壤。"
    assert linked(text, "borders") == {("乌拉特后旗", "蒙古国")}


def test_inside_and_outside_the_border_is_inside_no_town() -> None:
    text = "临沧合作区含有孟定园区、永和园区。新园区包括境内畹町口岸一带，境外另有木姐的园区。"
    assert not {claim for claim in stated(text) if claim[2] in ("永和", "孟定")}


def test_who_issued_a_document_did_not_do_what_came_after() -> None:
    text = "2011年国务院出台《关于扩大开放的意见》后，次年启动建设云南临沧边境经济合作区。"
    assert not {claim for claim in stated(text) if claim[1] == "establishes"}


def test_the_first_of_two_old_names_and_no_river_under_a_bridge() -> None:
    said = stated("腾冲古称越赕或腾越。中越红河公路大桥已经通车。")
    assert ("腾冲", "alias", "越赕") in said
    assert not {claim for claim in said if claim[2] == "红河"}


def test_a_port_opened_after_an_agreement_came_into_force_has_no_day_of_its_signing() -> None:
    text = (
        "1992年7月5日，中蒙双方签署《口岸协定》，该协定已于1993年2月1日生效，策克口岸由季节性开放提升为常年开放口岸。"
    )
    assert not {claim for claim in stated(text) if claim[1] == "dateEstablished"}


def test_where_an_entry_lies_is_told_of_it_though_both_sides_are_spoken_of_behind() -> None:
    text = "瑞丽口岸\n　　位于瑞丽市，对应口岸为木姐口岸，两地相距1公里。"
    assert ("瑞丽口岸", "瑞丽市") in linked(text, "locatedIn")


def test_sections_of_an_entry_are_told_of_what_it_defines() -> None:
    text = "饶河县位于黑龙江省东部，与虎林市接壤。\n行政区划\n下辖4个镇、5个乡。\n人口\n2019年，总人口14万人。"
    said = stated(text, "statistics")
    assert ("饶河县", "observation", "4") in said
    assert ("饶河县", "observation", "14") in said


def test_a_heading_that_is_no_section_ends_an_entry() -> None:
    text = "饶河县位于黑龙江省东部，与虎林市接壤。\n本册编者的话\n下辖4个镇、5个乡。"
    assert not [claim for claim in stated(text) if claim[1] == "observation"]


def test_another_entry_has_sections_of_its_own() -> None:
    text = "饶河县位于黑龙江省东部。\n虎林市\n这里山多。\n行政区划\n下辖7个镇、4个乡。"
    assert not [claim for claim in stated(text) if claim[0] == "饶河县" and claim[1] == "observation"]


def test_within_a_place_is_none_abroad() -> None:
    said = stated("嘉荫县与俄罗斯犹太自治州隔江相望。2013年境内常住人口7万人。", "statistics")
    assert {claim[0] for claim in said} == {"嘉荫县"}


def test_the_seat_named_behind_its_region_is_spoken_of() -> None:
    said = stated("云南省省会昆明市，距首都北京3200公里。")
    assert {claim[0] for claim in said if claim[1] == "observation"} == {"昆明市"}


def test_one_of_several_regions_is_not_all_of_them() -> None:
    text = "中国五个自治区之一，简称桂。西南与越南交界，边境线长600公里。"
    assert not [claim for claim in stated(text) if claim[0] == "五个自治区"]


def test_the_seat_of_a_county_lies_in_it() -> None:
    assert ("托林镇", "locatedIn", "札达县") in stated("札达县位于阿里地区。县府驻托林镇。")


def test_a_state_that_is_no_more_was_a_neighbour() -> None:
    assert linked("西藏自治区南与尼泊尔、锡金、不丹等国相邻。", "borders") == {
        ("西藏自治区", "尼泊尔"),
        ("西藏自治区", "锡金"),
        ("西藏自治区", "不丹"),
    }


def test_a_place_that_only_describes_is_not_spoken_of() -> None:
    text = "吉林省东部对外开放与边境贸易城市，延边朝鲜族自治州辖市。面积5000平方公里。"
    assert not [claim for claim in stated(text) if claim[0].startswith("吉林")]


def test_the_height_of_a_mountain_is_not_its_county_s() -> None:
    said = stated("乌恰县境内有托云峰，海拔4811米。乌恰县城海拔2100米。", "statistics")
    assert {o for _, p, o in said if p == "observation"} == {"2100"}


def test_parts_of_places_within_each_other_are_named_by_the_places() -> None:
    assert ("打洛镇", "locatedIn", "勐海县") in stated("打洛镇地处云南省南部西双版纳州勐海县西部。")


def test_the_rank_alone_names_no_place() -> None:
    assert not [c for c in stated("延边朝鲜族自治州，吉林省 自治州 首府 延吉市。") if c[0] == "自治州"]


@pytest.mark.parametrize(
    "text",
    [
        "富蕴县位于准噶尔盆地北缘，阿勒泰山南麓，东面同蒙古国接壤，边境线长200公里。",
        "昭苏县是伊犁州辖县。位于新疆西部，伊犁州中西部。西与哈萨克斯坦接壤。边境线长200公里。",
        "新疆维吾尔自治区地处大陆腹地，我国的西北边陲。边境线长200公里。",
    ],
)
def test_where_an_entry_lies_is_no_new_subject(text: str) -> None:
    subjects = {claim[0] for claim in stated(text) if claim[1] in ("observation", "borders")}
    assert subjects and subjects <= {"富蕴县", "昭苏县", "新疆维吾尔自治区"}


def test_what_a_county_left_out_governs_lies_in_it() -> None:
    said = stated("定日县位于西藏自治区。截至2021年，全县辖协格尔镇、岗嘎镇、加措乡（边境乡）3个乡（镇）。")
    assert {s for s, p, o in said if p == "locatedIn" and o == "定日县"} == {"协格尔镇", "岗嘎镇", "加措乡"}


def test_leave_that_was_got_is_an_opening() -> None:
    assert ("密山口岸", "dateEstablished", "1988") in stated("密山口岸于1988年获国务院允许开放。")
