from tests.extraction.stated import linked


def test_what_lies_across_the_border_has_its_own_country_for_no_neighbour() -> None:
    assert linked("中缅边境的木姐市与瑞丽市一墙之隔。", "borders") == {("瑞丽市", "缅甸")}
    text = "与阿拉山口口岸对应的哈萨克斯坦口岸为多斯特克口岸。"
    assert linked(text, "borders") == set()
    assert linked(text, "counterpart") == {("阿拉山口口岸", "多斯特克口岸")}


def test_an_unknown_port_goes_by_its_own_name() -> None:
    text = "田蓬口岸与越南河江省上蓬口岸相对。"
    assert {port for _, port in linked(text, "counterpart")} == {"上蓬口岸"}


def test_a_port_with_its_village_in_brackets_is_the_one_that_is_known() -> None:
    assert linked("盈江（那邦）口岸是二类口岸。", "portClass") == {("盈江口岸", "二类口岸")}
    assert linked("勐腊（磨憨）口岸是公路口岸。", "portMode") == {("磨憨口岸", "公路")}
    assert not linked("盈江（那邦）口岸较小。", "locatedIn")


def test_the_ends_of_a_road_do_not_face_each_other() -> None:
    assert not linked("瑞丽口岸在国道320线（上海—瑞丽口岸）西端。", "counterpart")


def test_a_country_that_only_lies_near_is_no_neighbour() -> None:
    """毗邻 is also said of what lies behind the neighbour."""
    assert linked("勐腊县与老挝接壤，毗邻泰国。", "borders") == {("勐腊县", "老挝")}
    assert linked("勐腊县与缅甸接壤，毗邻老挝。", "borders") == {("勐腊县", "缅甸"), ("勐腊县", "老挝")}


def test_a_port_of_this_sentence_and_no_region_of_another() -> None:
    """也是…的节点: whoever is the node, it is what the sentence speaks of."""
    text = "【东盟专线】天保口岸客流增加。\n天保口岸是陆路口岸，也是中越国际通道的重要节点。"
    assert ("中越国际通道", "东盟") not in linked(text, "crosses")


def test_a_river_that_no_list_has_is_not_the_town_spoken_of() -> None:
    assert not linked("绥芬河是口岸城市。图们江是界河，图们江又称豆满江。", "alias")


def test_airports_among_the_ports_of_a_place() -> None:
    text = "德宏州拥有瑞丽、章凤和芒市机场3个国家一类口岸。"
    assert linked(text, "portClass") == {(port, "一类口岸") for port in ("瑞丽口岸", "章凤口岸", "芒市机场口岸")}
