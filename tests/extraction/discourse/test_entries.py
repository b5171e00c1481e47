"""What entries of encyclopedias and guides go on to speak of."""

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
