import pytest

from tests.extraction.stated import linked


@pytest.mark.parametrize(
    ("text", "port", "place"),
    [
        ("崇左市水口口岸（含科甲通道）、硕龙口岸恢复通关。", "硕龙口岸", "崇左市"),
        ("广西友谊关口岸和东兴口岸恢复通关。", "东兴口岸", "广西壮族自治区"),
        ("对面是俄罗斯滨海边疆区波尔塔夫卡口岸、图里罗格口岸。", "图里罗格口岸", "滨海边疆区"),
    ],
)
def test_ports_listed_behind_a_place_lie_in_it(text: str, port: str, place: str) -> None:
    assert (port, place) in linked(text, "locatedIn")


def test_a_list_may_go_on_beyond_the_county_that_it_begins_with() -> None:
    assert ("友谊关口岸", "东兴市") not in linked("东兴市东兴口岸、友谊关口岸客流增加。", "locatedIn")


def test_no_port_of_ours_lies_abroad() -> None:
    text = "塔克什肯口岸位于青河县，对面是布尔干口岸，属科布多省。"
    assert linked(text, "locatedIn") == {("塔克什肯口岸", "青河县"), ("布尔干口岸", "科布多省")}
    assert linked("塔克什肯口岸位于青河县以东。塔克什肯口岸位于富蕴县。", "locatedIn") == {("塔克什肯口岸", "富蕴县")}
