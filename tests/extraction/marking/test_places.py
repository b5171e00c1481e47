"""What texts say of places, beside what the rules' own examples show: subjects left out, lists, lines, denials."""

import pytest

from tests.extraction.stated import linked, stated

ZONE = "东北边境贸易区"
BORDERS = "borders::a place shares a border with countries"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("虎林市与密山市相邻，两市均与俄罗斯接壤。", {("虎林市", "俄罗斯"), ("密山市", "俄罗斯")}),
        ("和龙市西邻安图县，州境南隔图们江与朝鲜相望。", {("和龙市", "朝鲜")}),
        ("普洱市辖孟连、西盟两县，均与缅甸接壤。", {("孟连", "缅甸"), ("西盟", "缅甸")}),
        ("百色市的靖西市、那坡县与越南接壤。", {("靖西市", "越南"), ("那坡县", "越南")}),
        ("普兰县与印度、尼泊尔两国毗邻。", {("普兰县", "印度"), ("普兰县", "尼泊尔")}),
        ("抚远市隔黑龙江与俄罗斯相望。", {("抚远市", "俄罗斯")}),
        ("东北边境贸易区毗邻俄、蒙、朝三国。", {(ZONE, "俄"), (ZONE, "蒙"), (ZONE, "朝")}),
        ("伊犁哈萨克自治州（面积广大）与哈萨克斯坦接壤。", {("伊犁哈萨克自治州", "哈萨克斯坦")}),
        ("勐腊县是云南唯一与两国毗邻的边境县。", set()),
        ("吉林省与蒙古国并不接壤。", set()),
        ("萝北县与绥滨县相邻。", set()),
    ],
)
def test_who_borders_whom(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(s, o) for s, p, o in stated(text, BORDERS) if p == "borders"} == expected


def test_two_countries_named_one_by_one_are_the_two() -> None:
    found = stated("老挝是中国的近邻，两国边界线长508公里。", "borders::two countries share a border")
    assert found == {("中国", "borders", "老挝")}


def test_a_county_is_called_by_its_short_name_and_its_rank() -> None:
    """The segmenter sees 县均 in it."""
    assert ("贡山县", "isA", "边境县") in stated("福贡县、贡山县均为怒江州的边境县。")


@pytest.mark.parametrize(
    ("text", "line", "places"),
    [
        ("湘桂铁路始于衡阳，终到凭祥。", "湘桂铁路", {"湖南省", "广西壮族自治区", "衡阳", "凭祥"}),
        ("集二铁路南起集宁，北至二连浩特。", "集二铁路", {"集宁", "二连浩特"}),
        ("昆曼公路始于昆明，经磨憨，过老挝。", "昆曼公路", {"昆明", "磨憨", "老挝"}),
        ("中缅原油管道止于安宁。", "中缅原油管道", {"中国", "缅甸", "安宁"}),
        ("连接昆明与万象的中老铁路通车，全长1035公里。", "中老铁路", {"中国", "老挝", "昆明", "万象"}),
        ("玉磨铁路经普洱，至中老边境磨憨。", "玉磨铁路", {"普洱", "磨憨"}),
    ],
)
def test_where_a_line_runs(text: str, line: str, places: set[str]) -> None:
    assert {o for s, p, o in stated(text) if p == "crosses" and s == line} == places


@pytest.mark.parametrize(
    "text",
    [
        "规划中的中尼铁路将通往加德满都。",
        "中尼铁路仍处于可行性研究阶段。",
        "若中吉乌铁路建成，喀什将成为枢纽。",
        "中吉乌铁路尚未动工，拟经吉尔吉斯斯坦。",
        "双方商定共建“中蒙俄经济走廊”。",
    ],
)
def test_a_line_that_is_only_planned_crosses_nothing(text: str) -> None:
    assert not {s for s in stated(text) if s[1] == "crosses"}


@pytest.mark.parametrize("text", ["两国铁路部门会谈。", "修建国际铁路。", "中亚铁路、公路通道建设加快。"])
def test_what_is_no_railway_of_its_own(text: str) -> None:
    assert not {s for s in stated(text) if s[1] == "crosses"}


def test_both_of_two_lines_are_the_corridor() -> None:
    found = stated("中蒙俄经济走廊分两条线路：前者由北京至二连浩特；后者由大连至满洲里。", "corridors")
    assert {o for _, _, o in found} == {"北京", "二连浩特", "大连", "满洲里"}


def test_what_stands_in_brackets_is_said_of_the_name_before() -> None:
    text = "东北亚各国倡议，亚洲基础设施投资银行（简称“亚投行”）成立。"
    assert {s for s in stated(text) if s[1] == "alias"} == {("亚洲基础设施投资银行", "alias", "亚投行")}


def test_a_town_is_read_with_the_word_for_its_rank() -> None:
    assert ("兴安镇", "locatedIn", "漠河市") in stated("管道在黑龙江省漠河市兴安镇入境。")


def test_a_port_among_what_is_gone_through_trades_not() -> None:
    found = stated("瑞丽市通过姐告口岸同缅甸木姐市开展边境贸易。")
    assert {s for s in found if s[1] == "tradesWith"} == {("瑞丽市", "tradesWith", "缅甸")}


def test_what_is_left_out_is_neither_who_governs_nor_another_name_nor_both_sides() -> None:
    """延边州代管, 甲口岸(乙山口) and 两口岸相距1公里 bring up nothing that the text goes on about."""
    city = "和龙市，吉林省县级市，延边朝鲜族自治州代管，与朝鲜接壤。"
    assert {s for s, p, _ in stated(city) if p == "borders"} == {"和龙市"}
    port = "红山嘴口岸（大洪山隘口）位于福海县，1992年开放。"
    assert {s for s, p, _ in stated(port) if p == "dateEstablished"} == {"红山嘴口岸"}
    pair = "瑞丽口岸与缅甸木姐口岸相对，两口岸相距2公里。1978年升为国家一类口岸。"
    assert {s for s, p, _ in stated(pair) if p == "portClass"} == {"瑞丽口岸"}
    named = "孟定口岸开放较早，1992年更名为孟定口岸。"
    assert not {s for s, p, _ in stated(named) if p == "alias"}


@pytest.mark.parametrize(
    ("title", "places"),
    [
        ("东北地区与俄罗斯远东地区合作规划", {"东北地区", "俄罗斯远东地区"}),
        ("云南省与缅甸边境地区经济合作规划", {"云南省", "缅甸"}),
        ("广西北部湾经济区发展规划——以东兴、凭祥为门户", {"广西北部湾经济区"}),
        ("沿边开放规划——以东兴、凭祥为门户", {"东兴", "凭祥"}),
        ("吉林省边境管理和对外合作条例", {"吉林省"}),
    ],
)
def test_each_side_of_a_title_says_what_it_is_about(title: str, places: set[str]) -> None:
    """甲与乙合作规划 is about both, a subtitle is heard where the title names no place; 以东兴 is read where the segmenter
    sees 以东."""
    assert {o for _, p, o in stated(f"《{title}》已印发。") if p == "appliesTo"} == places


def test_a_port_that_moves() -> None:
    found = {o for _, p, o in stated("2005年，都拉塔口岸从旧址迁到了察布查尔县。") if p == "locatedIn"}
    assert found == {"察布查尔县"}
    assert not [p for _, p, _ in stated("金水河口岸拟由那发迁至金平县。") if p == "locatedIn"]


def test_countries_as_they_are_called_elsewhere() -> None:
    """哈薩克 in a list of countries or behind 與 is the country; before a people's herdsmen it is none."""
    said = stated("新疆與蒙古、哈薩克、塔吉克三國接壤。")
    assert {o for _, p, o in said if p == "borders"} >= {"哈萨克"}
    assert not {s for s in stated("新疆哈萨克牧民与阿富汗、巴基斯坦接壤。") if "哈萨克" in s}


def test_a_town_in_a_part_of_its_county() -> None:
    found = stated("爱店口岸位于宁明县南部的爱店镇。")
    assert {("爱店口岸", "locatedIn", "爱店镇"), ("爱店镇", "locatedIn", "宁明县")} <= found


def test_the_government_of_a_town_is_no_place() -> None:
    assert not [s for s, p, _ in stated("记者从新疆霍尔果斯市政府获悉，通关顺畅。") if p == "locatedIn" and "政府" in s]


def test_numbers_of_towns_are_no_towns() -> None:
    assert not [s for s, p, _ in stated("百色市下辖二区八县、代管两市。") if p == "locatedIn"]


def test_a_pass_whose_old_names_are_told_is_not_the_port_called_after_it() -> None:
    said = stated("友谊关，古称鸡陵关，位于凭祥市。友谊关口岸是公路口岸。")
    assert ("友谊关", "alias", "鸡陵关") in said
    assert ("友谊关口岸", "portMode", "公路") in said


def test_provinces_may_be_listed_by_one_letter_each() -> None:
    said = stated("沿边省区共有九个，即辽、吉、黑、内蒙古、甘、新、藏、滇、桂。")
    assert {subject for subject, predicate, _ in said if predicate == "isA"} == {*"辽吉黑甘新藏滇桂", "内蒙古"}


def test_the_end_of_a_rivers_name_is_no_town() -> None:
    said = stated("塔克什肯口岸隔布尔根河与蒙古国雅兰特口岸相望。")
    assert not {claim for claim in said if "根河" in claim[0]}


def test_what_is_called_after_a_town_is_not_the_town() -> None:
    """The segmenter sees the town in 珲春河 and in 亚东沟."""
    said = stated(
        "一座老桥架在汪清县东面的珲春河上，乃堆拉山口位于西藏南部的亚东沟。云南河口县与越南接壤，距越南河内较远。"
    )
    assert not {claim for claim in said if claim[0] == "珲春" or claim[2] == "亚东"}
    assert ("河口县", "borders", "越南") in said


def test_what_lies_far_from_a_town_does_not_lie_in_it() -> None:
    said = stated("赤塔是位于莫斯科东部4700公里处的俄罗斯外贝加尔边疆区首府。")
    assert not {claim for claim in said if claim[2] == "莫斯科"}
    assert ("赤塔", "locatedIn", "外贝加尔边疆区") in said


def test_autonomous_places_by_their_short_names_and_rank() -> None:
    said = stated("西双版纳自治州与老挝接壤，沧源自治县与缅甸接壤。")
    assert {s for s, p, _ in said if p == "borders"} == {"西双版纳自治州", "沧源自治县"}


def test_towns_are_listed_behind_their_number() -> None:
    said = stated("绿春县辖2个镇、1个乡：大水沟镇、平河镇、半坡乡。")
    assert {s for s, p, o in said if p == "locatedIn" and o == "绿春县"} == {"大水沟镇", "平河镇", "半坡乡"}


def test_the_former_name_of_a_town_lies_not_in_it() -> None:
    said = stated("爱店镇原名那党乡，与越南接壤。")
    assert ("爱店镇", "alias", "那党乡") in said
    assert not {claim for claim in said if claim[1] == "locatedIn"}


def test_a_direction_shares_no_word_with_a_port() -> None:
    assert not {c for c in stated("这个县在南戈壁省，西北与策克口岸相隔30公里。") if c[1] == "counterpart"}


def test_a_railway_bureau_is_no_place_and_words_before_a_line_are_none_of_it() -> None:
    said = stated("除中泰铁路外，另有一条由沈阳铁路局修建的滨洲铁路。")
    assert not {claim for claim in said if claim[0].startswith("除") or claim[2] == "沈阳"}


def test_the_town_that_bears_the_name_of_its_county_is_another_place() -> None:
    assert ("孙吴镇", "locatedIn", "孙吴县") in stated("孙吴县人民政府驻孙吴镇。")
    assert not [claim for claim in stated("孙吴乡镇企业较多。") if claim[0] == "孙吴乡"]


def test_towns_and_townships_are_listed_in_brackets_behind_their_numbers() -> None:
    said = stated("饶河县辖2镇（西丰镇、五林洞镇）、2乡（西林子乡、山里乡）76个行政村。")
    towns = {s for s, p, o in said if p == "locatedIn" and o == "饶河县"}
    assert towns == {"西丰镇", "五林洞镇", "西林子乡", "山里乡"}
    assert {o for s, p, o in said if p == "observation"} == {"2", "76"}


def test_a_division_of_the_corps_is_not_the_province_that_it_lies_in() -> None:
    text = "新疆生产建设兵团第五师位于新疆博乐市一带，师部驻双河市。辖区总面积8000平方公里，辖11个团场。"
    assert not [claim for claim in stated(text) if claim[1] == "observation"]


def test_a_side_that_a_range_bounds_is_no_area() -> None:
    said = linked("西藏自治区西北以昆仑山与新疆接壤，南与尼泊尔相邻。", "borders")
    assert said == {("西藏自治区", "尼泊尔")}


def test_a_seat_that_was_moved() -> None:
    assert not {side for said in stated("林西县政府搬迁至新华镇。") for side in said if "搬" in side}
