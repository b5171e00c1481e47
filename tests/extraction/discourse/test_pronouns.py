"""它, 这里 and the thing that a sentence brings up last: what they stand for."""

import pytest

from tests.extraction.observed import observed
from tests.extraction.stated import linked, stated


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("樟木口岸海拔2300米。它位于聂拉木县。", ("樟木口岸", "locatedIn", "聂拉木县")),
        ("吉木乃口岸地处边陲。1992年它被列为一类口岸。", ("吉木乃口岸", "dateEstablished", "1992")),
        ("岳圩口岸在靖西市，1999年国务院把它列为二类口岸。", ("岳圩口岸", "portClass", "二类口岸")),
        ("中老铁路全长1035公里，它北起昆明。", ("中老铁路", "crosses", "昆明")),
        ("黑河口岸货运繁忙。绥芬河历史悠久，它与俄罗斯接壤。", ("绥芬河", "borders", "俄罗斯")),
        ("东兴与芒街隔河相望。这里1992年被列为沿边开放城市。", ("东兴", "platformType", "沿边开放城市")),
        ("除了瑞丽口岸，德宏州还有一个章凤口岸，1991年开放。", ("章凤口岸", "dateEstablished", "1991")),
        ("普洱市下辖的江城县，与老挝接壤。", ("江城县", "borders", "老挝")),
        ("靖西市西南20公里处的龙邦口岸，与茶岭口岸相对。", ("龙邦口岸", "counterpart", "茶岭口岸")),
        ("瑞丽市三面与缅甸相邻。当地举办中缅边交会。", ("中缅边交会", "hostedBy", "瑞丽市")),
        ("保山市有猴桥口岸、滇滩口岸。两个口岸均与缅甸毗连。", ("滇滩口岸", "borders", "缅甸")),
        (
            "绥芬河口岸繁忙。铁路口岸1900年开通，公路口岸1992年开放。该口岸与格罗杰科沃相对。",
            ("绥芬河口岸", "counterpart", "格罗杰科沃"),
        ),
        ("百色市地处桂西，下辖的靖西市、那坡县与越南接壤，拥有龙邦口岸。", ("龙邦口岸", "locatedIn", "百色市")),
        ("片马口岸在泸水市。1991年8月，省人民政府批准开放为二类口岸。", ("片马口岸", "portClass", "二类口岸")),
        ("都拉塔口岸在霍城。1994年中哈两国政府商定开放。", ("都拉塔口岸", "dateEstablished", "1994")),
        ("【章凤】旧名掌凤街。与缅甸雷基相对。1991年批准为二类口岸。", ("章凤", "portClass", "二类口岸")),
        ("龙邦口岸在靖西市。\n这里是东宁，位于黑龙江省东南部，与俄罗斯滨海边疆区接壤。", ("东宁", "borders", "俄罗斯")),
        ("二连浩特市有口岸。铁路口岸随联运列车于1956年开通。", ("二连浩特铁路口岸", "portMode", "铁路")),
    ],
)
def test_what_is_spoken_of(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("樟木口岸在聂拉木县。1966年国务院把它列为开放口岸，1978年它成为一类口岸。", "国务院"),
        ("瑞丽口岸与木姐口岸相对，其它口岸位于临沧市。", "瑞丽口岸"),
        ("普洱市下辖的江城县，与老挝接壤。", "普洱市"),
        ("都拉塔口岸\n这里是东宁，位于黑龙江省东南部，与俄罗斯滨海边疆区接壤。", "都拉塔口岸"),
    ],
)
def test_what_is_not_meant(text: str, subject: str) -> None:
    assert not {s for s in stated(text) if s[0] == subject and s[1] not in ("counterpart", "portMode")}


def test_the_one_port_that_a_place_has_is_gone_on_about() -> None:
    text = "伊犁州与哈萨克斯坦接壤。州内最大的口岸是都拉塔口岸，对面为哈萨克斯坦的科尔扎特口岸。该口岸1994年开放。"
    said = stated(text)
    assert ("都拉塔口岸", "counterpart", "科尔扎特口岸") in said
    assert ("都拉塔口岸", "dateEstablished", "1994") in said
    assert not {s for s in said if s[0] == "科尔扎特口岸"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "走近绥芬河，车流不息。这座因铁路而兴的城市1992年被列为沿边开放城市。",
            ("绥芬河", "platformType", "沿边开放城市"),
        ),
        (
            "二连浩特市与蒙古国相邻。这座边境城市1992年被列为沿边开放城市。",
            ("二连浩特市", "platformType", "沿边开放城市"),
        ),
        ("磨憨镇位于勐腊县。这个边陲小镇与老挝接壤。", ("磨憨镇", "borders", "老挝")),
        ("中老铁路全线通车。这条铁路北起昆明，南至万象。", ("中老铁路", "crosses", "万象")),
        ("作为云南最大的公路口岸，瑞丽口岸1978年恢复开放。", ("瑞丽口岸", "dateEstablished", "1978")),
        ("临沧市有孟定清水河、南伞、永和三个口岸，前者为一类口岸。", ("孟定清水河", "portClass", "一类口岸")),
        ("临沧市有孟定清水河、南伞、永和三个口岸，后两者为二类口岸。", ("永和口岸", "portClass", "二类口岸")),
    ],
)
def test_what_is_told_by_its_kind_or_place(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in stated(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("临沧市有孟定清水河、南伞、永和三个口岸，后两者为二类口岸。", ("孟定清水河", "portClass", "二类口岸")),
        ("满洲里位于呼伦贝尔大草原的西北部。", ("满洲里", "locatedIn", "呼伦贝尔")),
        ("马鬃山口岸关闭多年。与之形成对照的是航空口岸。", ("马鬃山口岸", "portMode", "航空")),
        (
            "凭祥铁路口岸繁忙。凭祥重点开发开放试验区，2016年由国务院同意设立。",
            ("凭祥铁路口岸", "dateEstablished", "2016"),
        ),
    ],
)
def test_what_is_not_told(text: str, claim: tuple[str, str, str]) -> None:
    assert claim not in stated(text)


def test_a_name_that_others_give_it() -> None:
    assert ("樟木口岸", "alias", "山城口岸") in stated("樟木口岸在聂拉木县，当地人称其为“山城口岸”。")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("樟木、吉隆、普兰三口岸，前两个位于日喀则市，末一个位于普兰县。", ("吉隆口岸", "locatedIn", "日喀则市")),
        ("樟木、吉隆、普兰三口岸，前两个位于日喀则市，末一个位于普兰县。", ("普兰口岸", "locatedIn", "普兰县")),
        ("河口、天保、都龙三个口岸，前两者为一类口岸，后者对应箐门。", ("都龙口岸", "counterpart", "箐门")),
        ("爱店口岸在宁明县，硕龙口岸在大新县。两地分别与峙马、里板口岸相望。", ("硕龙口岸", "counterpart", "里板口岸")),
        ("2018年，东宁、珲春获批，同年两市均与俄罗斯接壤。", ("珲春", "borders", "俄罗斯")),
        ("满都拉口岸1992年临时开放、2002年常年开放。", ("满都拉口岸", "dateEstablished", "2002")),
        ("中老铁路客流如织。这条北起昆明、南抵万象的铁路是干线。", ("中老铁路", "crosses", "昆明")),
        ("东兴口岸人流如织。口岸所在的东兴市是边境城市。", ("东兴市", "isA", "边境城市")),
    ],
)
def test_parts_of_a_list_and_what_a_clause_says_of_itself(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in stated(text)


def test_months_are_no_part_of_a_list() -> None:
    """前两个月; and what 前两个 were is forgotten where others are named since."""
    text = "樟木、吉隆、普兰三口岸，前两个在日喀则市。2023年前两个月，东兴口岸、峒中口岸开放。两口岸均与越南接壤。"
    assert {s for s, p, _ in stated(text) if p == "borders"} == {"东兴口岸", "峒中口岸"}


def test_an_area_is_no_autonomous_region() -> None:
    """我区 in a notice is the one whose notice it is, though a title names an area between."""
    text = (
        "内蒙古自治区人民政府关于口岸工作的意见\n各盟市：\n"
        "为落实《国务院关于支持沿边重点地区开发开放的意见》，提出如下意见。\n我区与蒙古国接壤。\n"
    )
    assert {s for s, p, _ in stated(text) if p == "borders"} == {"内蒙古自治区"}


def test_the_parts_of_a_report_are_of_its_place() -> None:
    """旅游。全年接待…: a part begins with its title; a zone that the part before named is not gone on about."""
    text = (
        "2019年塔城地区国民经济和社会发展统计公报摘要\n"
        "平台建设。塔城边境经济合作区建设提速。\n旅游。全年接待游客812.4万人次。\n"
    )
    assert {figure.split(" | ")[0] for figure in observed(text)} == {"塔城地区"}


@pytest.mark.parametrize(
    "first, second", [("一是", "二是"), ("第一，", "第二，"), ("其一，", "其二，"), ("首先，", "其次，")]
)
def test_an_item_begins_with_its_number_and_goes_on(first: str, second: str) -> None:
    text = (
        f"对外开放有两个特点：{first}龙邦口岸位于靖西市，2003年升格；{second}国务院于1992年批准设立东兴边境经济合作区，"
        "与越南接壤的还有那坡县。\n平孟口岸变化较大。"
        f"{first}位于那坡县，交通改善；{second}与越南接壤。\n"
    )
    assert {(s, p, o) for s, p, o in stated(text) if p in ("locatedIn", "establishes", "borders")} >= {
        ("龙邦口岸", "locatedIn", "靖西市"),
        ("国务院", "establishes", "东兴边境经济合作区"),
        ("平孟口岸", "locatedIn", "那坡县"),
        ("平孟口岸", "borders", "越南"),
    }


def test_four_that_several_sentences_named() -> None:
    """四者 are our ports, and not the one across the border that a sentence named beside them."""
    text = (
        "爱店口岸在宁明县。硕龙口岸同在崇左市。百色市则有两个：一是龙邦口岸，对方为越南那洛口岸；二是平孟口岸。"
        "四者均系公路口岸。"
    )
    assert {s for s, p, _ in stated(text) if p == "portMode"} == {"爱店口岸", "硕龙口岸", "龙邦口岸", "平孟口岸"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("黑河市日前公布，2021年全市对俄进出口总额16.8亿元。", ("黑河市", "tradesWith", "俄")),
        (
            "广西与越南广宁、高平两省接壤，防城区、凭祥市为边境县。2022年全区对越贸易额15亿元。",
            ("广西", "tradesWith", "越"),
        ),
    ],
)
def test_the_whole_place_behind_a_year(text: str, claim: tuple[str, str, str]) -> None:
    assert claim[1:] in {said[1:] for said in stated(text) if said[0].startswith(claim[0])}


def test_what_one_line_will_do_is_said_of_no_other() -> None:
    text = "中吉乌铁路若如期建成，将经吐尔尕特出境；中巴经济走廊以喀什为起点，终于瓜达尔港。"
    said = stated(text)
    assert ("中巴经济走廊", "crosses", "瓜达尔港") in said
    assert not {s for s in said if s[0] == "中吉乌铁路"}


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("新商函〔2020〕58号", "新疆维吾尔自治区"),
        ("内政办发〔2021〕9号", "内蒙古自治区"),
        ("桂政发〔2021〕9号", "广西壮族自治区"),
    ],
)
def test_whose_region_it_is_by_the_number_of_the_document(number: str, place: str) -> None:
    text = f"关于口岸建设的答复\n（{number}）\n　　我区与蒙古国、越南接壤。\n"
    assert {s for s, p, _ in stated(text) if p == "borders"} == {place}


def test_the_whole_of_a_chronicle_is_its_place() -> None:
    """全市 in the chronicle of a town is that town, whatever town an entry named before."""
    text = "瑞丽市志·大事记选\n1999年1月　畹町市撤销。\n2015年　全市口岸进出境人员1597万人次。\n"
    assert {figure.split(" | ")[0] for figure in observed(text)} == {"瑞丽市"}


def test_a_whole_is_meant_behind_a_date_too() -> None:
    assert ("东宁市", "俄罗斯") in linked("东宁市外贸活跃。2019年全市对俄进出口总额增长一成。", "tradesWith")


def test_the_whole_of_a_region_is_no_district_of_it() -> None:
    text = "广西与越南接壤，凭祥市、防城区、龙州县为边境县。2020年全区对越南出口增长一成。"
    assert ("广西壮族自治区", "越南") in linked(text, "tradesWith")


def test_the_whole_is_that_of_the_body_that_a_heading_names() -> None:
    text = "广西壮族自治区商务厅关于边境贸易的意见\n\n一、基本形势\n\n我区与越南接壤，边境线长1020公里。"
    assert linked(text, "borders") == {("广西壮族自治区", "越南")}


def test_four_named_one_by_one_are_those_of_ours() -> None:
    text = (
        "南伞口岸位于镇康县。打洛口岸位于勐海县。磨憨口岸位于勐腊县，对方为老挝磨丁口岸。"
        "田蓬口岸位于富宁县。四者均为公路口岸。"
    )
    assert {port for port, _ in linked(text, "portMode")} == {"南伞口岸", "打洛口岸", "磨憨口岸", "田蓬口岸"}


def test_two_places_may_be_ports() -> None:
    text = "爱店口岸在宁明县，水口口岸在龙州县，两地分别与越南峙马口岸、驮隆口岸相望。"
    assert linked(text, "counterpart") == {("爱店口岸", "峙马口岸"), ("水口口岸", "驮隆口岸")}


def test_behind_two_branches_of_a_port_the_port_itself_is_meant() -> None:
    text = "二连浩特口岸货运增长。其中铁路口岸完成900万吨，公路口岸完成300万吨。该口岸与蒙古国扎门乌德口岸对应。"
    assert {s for s, p, _ in stated(text) if p == "counterpart"} == {"二连浩特口岸"}


def test_this_side_of_the_border_is_no_place() -> None:
    text = "瑞丽市与缅甸接壤。合作区由境内猴桥口岸的甲片区和境外的乙园区组成。"
    assert ("猴桥口岸", "locatedIn", "瑞丽市") not in stated(text)
