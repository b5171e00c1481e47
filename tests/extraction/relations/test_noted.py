"""What stands in brackets behind the names of ports."""

import pytest

from tests.extraction.stated import stated

RULE = "noted::"


def test_class_mode_and_facing_port_of_each() -> None:
    """In any order, each fact parted from the next by a comma."""
    text = (
        "自治区现有水口口岸（一类，公路，对面为越南驮隆）、凭祥口岸（铁路、一类）和龙邦口岸（公路，对方茶岭）等口岸。"
    )
    assert stated(text, RULE) == {
        ("水口口岸", "portClass", "一类口岸"),
        ("水口口岸", "portMode", "公路"),
        ("水口口岸", "counterpart", "驮隆"),
        ("凭祥口岸", "portMode", "铁路"),
        ("凭祥口岸", "portClass", "一类口岸"),
        ("龙邦口岸", "portMode", "公路"),
        ("龙邦口岸", "counterpart", "茶岭"),
    }


def test_where_it_lies_and_when_it_is_open_may_stand_beside() -> None:
    assert ("老爷庙口岸", "portMode", "公路") in stated("老爷庙口岸（巴里坤县，公路，季节性开放）。", RULE)


def test_towns_whose_notes_say_that_they_are_ports() -> None:
    """Two facts are enough; one may be said of the town itself."""
    found = stated("对俄口岸有黑河（公路、水运）、同江（铁路，水运）。", RULE)
    assert {("黑河", "portMode", "水运"), ("同江", "portMode", "铁路")} <= found


@pytest.mark.parametrize(
    "text",
    [
        "全省有铁路口岸，蒙自（航空，筹建中）列入规划。",
        "云南省（公路、铁路里程合计3万公里）外贸增长。",
        "丹东市（公路、铁路发达）发展物流。",
        "黑河口岸（原二类，待升格）。",
        "昆明（铁路、公路枢纽，对外开放）发展快。",
    ],
)
def test_notes_of_other_things(text: str) -> None:
    """Of what is not built yet, of lengths, of a town's roads."""
    assert stated(text, RULE) == set()
