"""Zones: what goes with what where a sentence sets up several, and what a text says of them again."""

from tests.extraction.observed import observed
from tests.extraction.stated import stated


def test_joined_dates_go_with_joined_zones() -> None:
    """As many dates as zones: the first with the first. As many as do not fit give none."""
    found = stated("2011年9月、2013年9月和2015年3月，国务院先后批准设立吉木乃、临沧、和龙边境经济合作区。")
    assert found >= {
        ("吉木乃边境经济合作区", "dateEstablished", "2011-09"),
        ("临沧边境经济合作区", "dateEstablished", "2013-09"),
        ("和龙边境经济合作区", "dateEstablished", "2015-03"),
        ("国务院", "establishes", "临沧边境经济合作区"),
    }
    found = stated("2011年和2015年，国务院先后批准设立吉木乃、临沧、和龙边境经济合作区。")
    assert not any(predicate == "dateEstablished" for _, predicate, _ in found)


def test_the_body_of_the_part_before_carries_on() -> None:
    """8月，又批准设立…: by the body that the part of the sentence before names, unless another acts."""
    text = "2016年4月，国务院批准设立绥芬河综合保税区；8月，又批准设立凭祥综合保税区。"
    assert ("国务院", "establishes", "凭祥综合保税区") in stated(text)
    text = "2016年4月，国务院批准设立绥芬河综合保税区；8月，各地设立凭祥综合保税区。"
    assert ("国务院", "establishes", "凭祥综合保税区") not in stated(text)


def test_parts_are_of_the_zone_named_last() -> None:
    """辖昆明片区，红河片区: parts of the zone that the sentence names before them, with a comma between them. Their kind is
    told by the name of the zone, and not by 片区."""
    text = "中国（云南）自由贸易试验区辖昆明片区（76平方公里），红河片区（14平方公里）；"
    text += "中国（广西）自由贸易试验区有崇左片区（15平方公里）。"
    assert {figure.split(" | ")[0] for figure in observed(text)} == {
        "中国（云南）自由贸易试验区昆明片区",
        "中国（云南）自由贸易试验区红河片区",
        "中国（广西）自由贸易试验区崇左片区",
    }
    assert not {s for s, predicate, _ in stated(text) if predicate == "platformType" and s.endswith("片区")}
    named = stated("中国（云南）自由贸易试验区红河片区在河口揭牌。")
    assert ("中国(云南)自由贸易试验区红河片区", "platformType", "自由贸易试验区") in named


def test_a_note_in_brackets_belongs_to_the_zone() -> None:
    """瑞丽、勐腊（磨憨）两个…试验区: the smaller place is part of the name, in a list as alone."""
    found = stated("国务院批准设立瑞丽、勐腊（磨憨）两个重点开发开放试验区。")
    assert ("国务院", "establishes", "勐腊(磨憨)重点开发开放试验区") in found
    assert ("国务院", "establishes", "瑞丽重点开发开放试验区") in found


def test_a_kind_refers_back_to_its_zone() -> None:
    """该综合保税区 is the last zone of that kind, not the last zone."""
    text = "凭祥综合保税区靠近凭祥边境经济合作区。该综合保税区2011年9月封关运营。"
    found = stated(text)
    assert ("凭祥综合保税区", "dateEstablished", "2011-09") in found
    assert ("凭祥边境经济合作区", "dateEstablished", "2011-09") not in found


def test_a_year_beside_its_month_states_nothing_new() -> None:
    """1992年 beside 1992年9月 is one fact; another year is another."""
    found = stated(
        "珲春边境经济合作区1992年获批。1992年9月，国务院批准设立珲春边境经济合作区。2014年，珲春边境经济合作区挂牌。"
    )
    dates = {obj for subject, predicate, obj in found if predicate == "dateEstablished"}
    assert dates == {"1992-09", "2014"}


def test_zones_of_two_countries() -> None:
    """中俄互市贸易区 is a zone by name; 中越跨境经济合作区 may be any of several."""
    assert ("中俄互市贸易区", "platformType", "边民互市贸易区") in stated("1992年，中俄互市贸易区成立。")
    assert stated("中越跨境经济合作区是两国的合作平台。") == set()


def test_zones_listed_by_province() -> None:
    """A kind that is said once, before provinces with their places: in brackets or behind colons."""
    found = stated(
        "边境经济合作区共5个，其中黑龙江2个（黑河、绥芬河）、吉林2个（珲春、和龙）、辽宁1个（丹东）。", "grouped"
    )
    assert found >= {
        ("黑河边境经济合作区", "locatedIn", "黑龙江"),
        ("和龙边境经济合作区", "locatedIn", "吉林"),
        ("丹东边境经济合作区", "platformType", "边境经济合作区"),
    }
    found = stated("综合保税区名单：云南：昆明、红河；广西：凭祥。", "grouped")
    assert ("凭祥综合保税区", "locatedIn", "广西") in found
    assert stated("边境经济合作区促进贸易；云南：昆明进出口增长。", "grouped") == set()


def test_what_was_done_to_all_of_a_list_is_said_of_each() -> None:
    found = stated("1992年，国务院发出通知，开放了4个沿边城市：黑龙江省的黑河、绥芬河，吉林省的珲春。")
    for city in ("黑河", "绥芬河", "珲春"):
        assert {("国务院", "establishes", city), (city, "dateEstablished", "1992")} <= found
    assert not [claim for claim in found if claim[1] == "isA"]  # the province before them is no city


def test_what_is_only_proposed_for_a_list_is_said_of_none() -> None:
    assert stated("建议国务院再批准2个沿边开放城市，黑龙江有同江，吉林有图们。", "grouped") == set()


def test_up_to_a_day_dates_nothing() -> None:
    """截至2023年底已批准设立…: what had happened by then."""
    found = stated("截至2023年底，国务院已批准设立临沧边境经济合作区、瑞丽边境经济合作区。")
    assert ("国务院", "establishes", "临沧边境经济合作区") in found
    assert not any(predicate == "dateEstablished" for _, predicate, _ in found)


def test_a_title_that_sets_up_a_zone_dates_and_places_it() -> None:
    """The day of the reply is that of the zone; a province written before the town holds in a title too."""
    found = stated(
        "参见《国务院关于同意设立云南勐腊（磨憨）重点开发开放试验区的批复》，国函〔2015〕112号，2015年7月16日。"
    )
    zone = "云南勐腊(磨憨)重点开发开放试验区"
    assert {(zone, "dateEstablished", "2015-07-16"), (zone, "locatedIn", "云南")} <= found
    asked = stated("2015年7月，云南省上报《关于设立云南勐腊（磨憨）重点开发开放试验区的请示》。")
    assert not any(predicate == "dateEstablished" for _, predicate, _ in asked)


def test_parts_are_of_the_zone_that_a_plan_sets_up() -> None:
    """《中国（新疆）自由贸易试验区总体方案》 sets its zone up and is nearer than a zone of another sentence; what has been
    told to be a part of one zone is of no other."""
    plan = "中国(新疆)自由贸易试验区总体方案"
    text = "云南自贸试验区增长较快。2023年10月，国务院印发《中国（新疆）自由贸易试验区总体方案》，"
    found = stated(
        text + "涵盖乌鲁木齐、喀什、霍尔果斯三个片区。与云南自贸试验区相比，喀什片区2023年11月揭牌，起步较晚。"
    )
    assert found >= {
        (plan, "establishes", "中国(新疆)自由贸易试验区"),
        ("中国(新疆)自由贸易试验区", "dateEstablished", "2023-10"),
        ("中国(新疆)自由贸易试验区喀什片区", "dateEstablished", "2023-11"),
    }
    assert not [s for s, p, _ in found if p == "platformType" and "乌鲁木齐" in s]  # what the zone is made up of
    assert not [subject for subject, _, _ in found if subject.startswith("云南自贸试验区") and "片区" in subject]


def test_what_is_only_permitted_or_hoped_for_sets_up_nothing() -> None:
    """符合条件的，经批准可…; 争取将…纳入规划."""
    for text in (
        "具备条件的，经批准可在珲春市设立边境经济合作区。",
        "符合条件的市县，经批准可在瑞丽市兴办边境经济合作区。",
        "争取将东兴—芒街跨境经济合作区列入国家规划。",
    ):
        assert not [claim for claim in stated(text) if claim[1] in ("establishes", "platformType", "dateEstablished")]


def test_bonded_zones_of_parts_of_cities() -> None:
    """福州江阴港综合保税区 is called after a city and a part of it; 首个, 口岸 and 沿边 name no part."""
    for zone in ("福州江阴港综合保税区", "西安高新综合保税区", "武汉东湖综合保税区"):
        assert (zone, "dateEstablished", "2013") in stated(f"2013年，国务院批准设立{zone}。")
    for words in ("首个", "口岸", "沿边", "两个空港", "申报"):
        found = stated(f"2013年，国务院批准设立广西{words}综合保税区。")
        assert not any(predicate == "dateEstablished" and words in zone for zone, predicate, _ in found)


def test_kinds_of_zones_are_no_names() -> None:
    """西部地区综合保税区 are all of them, 中国—东盟自贸区 is a trade area of states."""
    for words in ("西部地区综合保税区", "沿边地区边境经济合作区", "中国—东盟自贸区"):
        assert not any(predicate == "platformType" for _, predicate, _ in stated(f"{words}的进出口增长较快。"))


def test_a_place_that_develops_a_zone_is_none() -> None:
    """凭祥为发展…提供: 为 is no verb of being."""
    assert not stated("凭祥为发展边境经济合作区提供了条件。", "platforms")
    assert ("凭祥边境经济合作区", "platformType", "边境经济合作区") in stated("凭祥为国家级边境经济合作区。")


def test_the_third_of_a_kind_is_one_zone() -> None:
    """这也是广西的第三个…: none of several named before; one that was named alone is meant."""
    text = "2012年以来，中国设立了云南瑞丽、内蒙古满洲里等7个重点开发开放试验区。这也是广西的第三个重点开发开放试验区。"
    assert not any(where == "广西" for _, predicate, where in stated(text) if predicate == "locatedIn")
    text = "2015年3月，国务院批准设立和龙边境经济合作区。这是吉林的第二个边境经济合作区。"
    assert ("和龙边境经济合作区", "locatedIn", "吉林") in stated(text)


def test_zones_that_bodies_grant() -> None:
    """近日获得国务院批复设立, 获国务院准许设立."""
    assert ("国务院", "establishes", "和龙边境经济合作区") in stated("和龙边境经济合作区近日获得国务院批复设立。")
    found = stated("2015年3月，和龙边境经济合作区获国务院准许设立。")
    assert ("和龙边境经济合作区", "dateEstablished", "2015-03") in found
    assert not stated("和龙边境经济合作区近日有望获得国务院批复设立。", "platforms")


def test_parts_of_which_a_zone_is_made() -> None:
    """由甲片区3平方公里和乙片区5平方公里组成: each is of its part; 六个自贸区总共19个片区 are of none that was named."""
    text = "新疆自贸试验区由乌鲁木齐片区134.6平方公里、喀什片区28.5平方公里组成。"
    assert {figure.split(" | ")[0] for figure in observed(text)} == {
        "中国（新疆）自由贸易试验区乌鲁木齐片区",
        "中国（新疆）自由贸易试验区喀什片区",
    }
    assert not observed("最大的是中国（黑龙江）自由贸易试验区。六个自贸区总共19个片区。")
    assert not any(f.startswith("珠海") for f in observed("广东自贸区包含广州南沙、深圳前海、珠海横琴三个片区。"))


def test_zones_abroad() -> None:
    """泰中罗勇工业园 is spoken of, and no zone that was named before; 中俄 belongs to the name."""
    text = "2007年，西哈努克港经济特区开工；泰中罗勇工业园位于泰国罗勇府，2005年设立。"
    assert ("泰中罗勇工业园", "dateEstablished", "2005") in stated(text)
    assert not any(zone.startswith("西哈努克") for zone, predicate, _ in stated(text) if predicate == "dateEstablished")
    assert ("中俄托木斯克木材工贸合作区", "dateEstablished", "2008") in stated("中俄托木斯克木材工贸合作区2008年获批。")


def test_figures_of_zones() -> None:
    """总体规划面积, 核心区面积, 封关区域面积; what a zone takes in does not have its land; what 该区内 holds."""
    assert observed("和龙边境经济合作区总体规划面积5.6平方公里，一期封关区域面积1.2平方公里。") == {
        "和龙边境经济合作区 | 总体规划面积 | 5.6 平方公里",
        "和龙边境经济合作区 | 一期封关区域面积 | 1.2 平方公里",
    }
    assert observed("和龙边境经济合作区核心区面积2平方公里。") == {"和龙边境经济合作区 | 核心区面积 | 2 平方公里"}
    text = "广西凭祥重点开发开放试验区包括崇左市下辖的凭祥市、宁明县和龙州县，国土面积1279平方公里。"
    assert observed(text) == {"广西凭祥重点开发开放试验区 | 国土面积 | 1279 平方公里"}
    assert observed("牡丹江市下辖的东宁市，常住人口19万人。") == {"东宁市 | 常住人口 | 19 万人"}
    assert observed("芒市，德宏州政治、经济、文化中心。总面积2900平方公里。") == {"芒市 | 面积 | 2900 平方公里"}


def test_bodies_without_a_name_set_up_zones() -> None:
    """由某部门批复成立, though no list has the body; not where it only applied for it."""
    text = "昆玉经济技术开发区位于墨玉县，2011年1月由兵团发展和改革委员会批复成立。"
    assert ("昆玉经济技术开发区", "dateEstablished", "2011-01") in stated(text)
    text = "昆玉经济技术开发区2011年1月由兵团发展和改革委员会申请设立，未获批准。"
    assert not any(predicate == "dateEstablished" for _, predicate, _ in stated(text))


def test_a_zone_is_what_was_set_up_in_a_place() -> None:
    """甲开发区是1984年国务院在乙县设立的首个…开发区: the zone itself, and no other that is called after the county."""
    found = stated("大连经济技术开发区是1984年经国务院批准在大连市金县成立的第一个国家级经济技术开发区。")
    assert ("大连经济技术开发区", "dateEstablished", "1984") in found
    assert ("国务院", "establishes", "大连经济技术开发区") in found
    assert {zone for zone, predicate, _ in found if predicate == "platformType"} == {"大连经济技术开发区"}
    assert ("金县经济技术开发区", "dateEstablished", "1984") in stated("1984年，国务院批准在金县成立经济技术开发区。")


def test_renamed_with_a_higher_rank() -> None:
    """更名升级为: the new name, without the verb; 启动全岛封关."""
    found = stated("2013年，南亚国家商品展正式更名升级为中国—南亚博览会。")
    assert ("南亚国家商品展", "alias", "中国—南亚博览会") in found
    assert len([1 for _, predicate, _ in found if predicate == "alias"]) == 1
    found = stated("2025年12月18日，海南自由贸易港正式启动全岛封关运作。")
    assert ("海南自由贸易港", "dateEstablished", "2025-12-18") in found
