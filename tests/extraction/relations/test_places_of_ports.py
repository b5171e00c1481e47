"""Where ports and counties lie that a text lists: of which place, and whether the name means the town or the port."""

import pytest

from tests.extraction.stated import linked, stated


def places(text: str) -> set[tuple[str, str]]:
    return linked(text, "locatedIn")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "百色市地处桂西，所辖靖西、那坡两县市与越南接壤。",
            {("靖西市", "百色市"), ("那坡县", "百色市")},
        ),
        (
            "崇左市辖7县（市、区），凭祥、宁明、龙州、大新四县市为边境县市。",
            {("宁明县", "崇左市"), ("大新县", "崇左市")},
        ),
        ("东兴市由防城港市代管，辖下有东兴口岸。", {("东兴口岸", "东兴市")}),
    ],
)
def test_what_a_place_has_under_it(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= places(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("内蒙古的满洲里、二连浩特均为铁路口岸。", {("满洲里口岸", "内蒙古自治区"), ("二连浩特口岸", "内蒙古自治区")}),
        ("内蒙古的满洲里、二连浩特均为边境城市。", {("满洲里市", "内蒙古自治区"), ("二连浩特市", "内蒙古自治区")}),
    ],
)
def test_a_bare_name_is_of_what_the_sentence_tells(text: str, expected: set[tuple[str, str]]) -> None:
    assert places(text) == expected


def test_of_ports_that_two_places_have_the_text_does_not_say_which_lies_where() -> None:
    assert not places("喀什地区、克州共有四座口岸：红其拉甫、卡拉苏、伊尔克什坦、吐尔尕特。")


def test_the_share_of_a_border_is_no_place_of_its_counties() -> None:
    said = stated("德宏州边境线占中缅边界云南段的四分之一，除梁河县外，所辖瑞丽、盈江均与缅甸接壤。")
    assert not [s for s in said if s[1] == "locatedIn" and s[2] == "云南"]
