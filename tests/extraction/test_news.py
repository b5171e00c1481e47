"""What news tell of the border: hours, openings that are still to come, names with what is said before them."""

import pytest

from tests.extraction.stated import linked, stated


def of(text: str, predicate: str) -> set[tuple[str, str]]:
    return {(s, o) for s, p, o in stated(text) if p == predicate}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("水口口岸于2024年3月8日上午9时起恢复人员通关。", "2024-03-08"),
        ("2024年3月8日零时,水口口岸恢复双向过货。", "2024-03-08"),
        ("2024年3月8日10:30左右,水口口岸恢复客运功能。", "2024-03-08"),
    ],
)
def test_the_hour_stands_with_the_day(text: str, day: str) -> None:
    assert ("水口口岸", day) in of(text, "dateEstablished")


@pytest.mark.parametrize(
    "text",
    [
        "2031年建成投入运营后,水口口岸通关能力将翻番。",
        "水口口岸2031年开通后,将带动两地贸易。",
        "两省区于2019年3月22日签署关于将水口口岸升级为国际口岸的会谈纪要。",
    ],
)
def test_what_is_to_come_has_not_opened_a_port(text: str) -> None:
    assert not of(text, "dateEstablished")


def test_what_was_moved_behind_an_opening_leaves_it_a_fact() -> None:
    assert of("水口口岸2000年开通后,将货运转到新区。", "dateEstablished") == {("水口口岸", "2000")}


@pytest.mark.parametrize(
    "text",
    [
        "中蒙某某铁路的建设开工仪式昨日举行。",
        "中吉乌铁路起自喀什,进入吉尔吉斯斯坦境内,建成后将促进往来。",
        "这处口岸历史上是中蒙贸易通道。",
    ],
)
def test_a_line_that_is_not_there_crosses_nothing(text: str) -> None:
    assert not of(text, "crosses")


def test_what_a_name_stands_behind_is_told_of_it() -> None:
    text = "镇康县毗邻果敢。西邻蒙古国、北接俄罗斯,“东亚之窗”——满洲里大力发展口岸经济。"
    assert {("满洲里", "蒙古国"), ("满洲里", "俄罗斯")} == of(text, "borders")


def test_the_other_end_of_a_pair_does_not_lie_in_the_province_of_the_first() -> None:
    text = "内蒙古满洲里—后贝加尔斯克公路口岸恢复通关。"
    assert not any(port.startswith("后贝加尔斯克") for port, _ in of(text, "locatedIn"))


def test_a_river_is_no_province() -> None:
    assert not stated("横跨两市的黑龙江(俄称阿穆尔河)每年封冻，中俄边境的黑龙江上架起桥梁。")


@pytest.mark.parametrize(
    "text",
    [
        "要把这里建成重要的平台和睦邻安邻富邻示范区。",
        "缅方出入境口岸为二类口岸。",
        "参观了水果交易中心、凭祥铁路口岸。",
        "满洲里大力发展口岸经济。",
    ],
)
def test_words_are_no_names(text: str) -> None:
    names = {name for s, _, o in stated(text) for name in (s, o)}
    assert not {n for n in names if n.startswith(("睦邻", "出入境", "水果", "大力"))}


def test_a_bridge_is_named_up_to_its_own_word() -> None:
    text = "中越北仑河二桥位于北仑河大桥下游。口岸通过中越北仑河大桥和芒街口岸相连。"
    assert {s for s, _ in of(text, "crosses")} == {"中越北仑河二桥", "中越北仑河大桥"}


def test_an_expo_whose_name_has_a_long_dash_is_the_same_expo() -> None:
    text = "首届中国——蒙古国博览会落户呼和浩特市。"
    assert ("中国—蒙古国博览会", "呼和浩特市") in linked(text, "locatedIn")


@pytest.mark.parametrize("name", ["吉隆双边性口岸", "吉隆国际性口岸"])
def test_whom_a_port_is_open_to_is_no_part_of_its_name(name: str) -> None:
    found = of(f"2014年12月1日，{name}正式恢复通关。", "dateEstablished")
    assert {(s.removesuffix("口岸"), day) for s, day in found} == {("吉隆", "2014-12-01")}


def test_a_county_across_the_border_is_no_port() -> None:
    assert not of("塔克什肯口岸东部与蒙古国的布尔干县接壤。", "counterpart")


def test_a_station_master_who_points_defines_nothing() -> None:
    assert not of("站长李某指着来往的货车和繁忙的货场说起往事。", "defines")
