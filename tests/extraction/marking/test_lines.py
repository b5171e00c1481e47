"""Railways called by a letter of each end, and words before 铁路 that name none."""

import pytest

from tests.extraction.stated import linked, stated


@pytest.mark.parametrize("text", ["二连浩特口岸1956年开通铁路，为国家一类口岸。", "1903年建成铁路后，满洲里口岸设立。"])
def test_what_is_done_to_a_railway_names_none(text: str) -> None:
    assert not {said for said in stated(text) if "铁路" in said[0]}


def test_a_railway_is_called_by_its_ends() -> None:
    assert ("湘桂铁路", "crosses", "凭祥") in stated("湘桂铁路终点凭祥。")


def test_a_bridge_between_two_countries_is_known_by_its_name() -> None:
    for name in ("中越北仑河二桥", "中朝圈河大桥", "中俄黑河公路大桥", "中缅瑞丽江界河大桥"):
        assert {place for _, place in linked(f"{name}已经通车。", "crosses")} >= {"中国"}, name
    assert not linked("两国合建大桥，中越两国间的第二座大桥开工。", "crosses")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("国道318线横贯西藏，终点为聂拉木县。", ("国道318线", "crosses", "聂拉木县")),
        ("G219国道途经叶城县、普兰县。", ("G219国道", "crosses", "普兰县")),
        ("331国道经过集安市。", ("331国道", "crosses", "集安市")),
        ("省道S201线连接东宁市、绥芬河市。", ("省道S201线", "crosses", "东宁市")),
    ],
)
def test_a_road_is_called_by_its_number(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in stated(text)


def test_not_every_number_is_a_road() -> None:
    assert not linked("2016年G20峰会在杭州市举行，219号车经过龙州县。", "crosses")


def test_a_line_told_with_its_course_is_known_by_that() -> None:
    said = linked("东北东部铁路贯通吉林、黑龙江两省，串起通化、图们等城市。", "crosses")
    assert {line for line, _ in said} == {"东北东部铁路"}
    assert {place for _, place in said} >= {"吉林省", "通化市"}


@pytest.mark.parametrize(
    "text",
    [
        "滨绥铁路早已通车。改造后的沿边公路连接东宁市和绥芬河市。",
        "滨绥铁路早已通车。向阳川至哈鱼岛铁路与大桥相接，途经同江市。",
    ],
)
def test_a_clause_on_another_line_goes_on_about_none_before(text: str) -> None:
    assert not linked(text, "crosses")


def test_a_railway_is_called_by_its_short_name_where_its_course_is_told() -> None:
    """滨绥线自哈尔滨起; neither 边境线 nor 航线 is one, nor goes on about the line before."""
    said = linked("滨绥线自哈尔滨起向东至绥芬河。边境线自东向西延伸到图们江。航线从昆明到曼谷。", "crosses")
    assert {place for _, place in said} == {"哈尔滨市"}


@pytest.mark.parametrize(
    "text",
    [
        "高等级公路连接景洪市与瑞丽市。",
        "现代化铁路连接哈尔滨市和绥芬河市。",
        "乡村柏油公路途经勐腊县。",
        "交通线自昆明市起，经瑞丽市。",
        "边防线自东兴市起，向西至凭祥市。",
    ],
)
def test_roads_of_a_kind_and_lines_that_are_no_railways_have_no_name(text: str) -> None:
    assert not linked(text, "crosses")
