"""Places named in lists, behind their number, by one letter, in headings, in brackets: what the recogniser makes of them."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "西藏自治区有边境口岸3个：樟木、吉隆、里孜，均为公路口岸。",
            {("樟木口岸", "公路"), ("吉隆口岸", "公路"), ("里孜", "公路")},
        ),
        ("全省有铁路口岸2个（河口、磨憨），其余为公路口岸。", {("河口口岸", "铁路"), ("磨憨口岸", "铁路")}),
        ("丹东港口岸1988年经国务院批准为水运一类口岸。", {("丹东港口岸", "水运")}),
        ("全区有铁路口岸2个：主要口岸、重要口岸。", set()),
    ],
)
def test_ports_behind_their_number(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(s, o) for s, p, o in stated(text) if p == "portMode"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全国设有2个边境旅游试验区。两个试验区是：广西防城港、内蒙古满洲里。",
            {("防城港试验区", "边境旅游试验区"), ("满洲里试验区", "边境旅游试验区")},
        ),
        (
            "当时有2个边境经济合作区，两个合作区分别为云南畹町（姐告）、广西凭祥。",
            {("畹町(姐告)合作区", "边境经济合作区"), ("凭祥合作区", "边境经济合作区")},
        ),
        ("这些口岸是云南瑞丽、广西凭祥。", set()),
    ],
)
def test_zones_behind_the_number_of_what_was_said(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(s, o) for s, p, o in stated(text) if p == "platformType"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("嘉荫县与俄犹太自治州相邻。", {("嘉荫县", "俄罗斯")}),
        ("图们江下游为俄朝界河。", {("俄罗斯", "朝鲜")}),
        ("呼伦贝尔市边境线长1733公里，其中中俄边界1051公里。", {("呼伦贝尔市", "俄罗斯")}),
        ("珲春市隔海与日本、韩国相望。", set()),
        ("中巴红其拉甫口岸冬季闭关。", {("红其拉甫口岸", "巴基斯坦")}),
    ],
)
def test_countries_of_one_letter(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(s, o) for s, p, o in stated(text) if p == "borders"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("吉木乃县辖托普铁热克镇、吉木乃镇等3镇。", {("托普铁热克镇", "吉木乃县"), ("吉木乃镇", "吉木乃县")}),
        ("磨憨口岸（云南勐腊）货运繁忙。", {("磨憨口岸", "勐腊"), ("勐腊", "云南")}),
        ("根据《国务院关于同意广西水口公路口岸扩大开放的批复》办理。", {("水口公路口岸", "广西")}),
        ("河口口岸、瑞丽口岸均在红河州和德宏州境内。", set()),
        ("云南代表团在广西考察互市贸易。", set()),
        (
            "塔城地区的裕民县、额敏县和阿勒泰地区的吉木乃县边境线较长。",
            {("裕民县", "塔城地区"), ("额敏县", "塔城地区"), ("吉木乃县", "阿勒泰地区")},
        ),
    ],
)
def test_where_things_lie(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(s, o) for s, p, o in stated(text) if p == "locatedIn"} == expected


def test_a_list_of_places_says_of_each_where_it_lies() -> None:
    text = "塔城地区的裕民县、额敏县和阿勒泰地区的吉木乃县与哈萨克斯坦接壤。"
    bordering = {s for s, p, _ in stated(text) if p == "borders"}
    assert bordering == {"裕民县", "额敏县", "吉木乃县"}


def test_a_name_that_is_also_a_word_may_begin_a_text() -> None:
    assert ("水口口岸", "崇左市") in {
        (s, o) for s, p, o in stated("水口、爱店等口岸都位于崇左市。") if p == "locatedIn"
    }


def test_a_heading_of_two_names_is_the_topic_of_its_section() -> None:
    text = "一、都拉塔口岸与木扎尔特口岸\n\n两口岸同处伊犁哈萨克自治州。"
    found = {(s, o) for s, p, o in stated(text) if p == "locatedIn"}
    assert found == {("都拉塔口岸", "伊犁哈萨克自治州"), ("木扎尔特口岸", "伊犁哈萨克自治州")}


def test_of_china_and_another_country_the_trade_is_of_china() -> None:
    assert ("中国", "tradesWith", "蒙古国") in stated("中国连续多年是蒙古国最大贸易伙伴。")


def test_trains_cross_nothing() -> None:
    assert not {o for s, p, o in stated("中欧班列经霍尔果斯出境。") if p == "crosses" and s == "中欧班列"}
