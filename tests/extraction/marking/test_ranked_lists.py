"""Lists of places whose rank stands once, behind the last."""

import pytest

from tests.extraction.stated import stated

HOLDS = "places::a region holds places"


@pytest.mark.parametrize(
    ("text", "outer", "expected"),
    [
        (
            "通化市辖东昌、二道江2区和通化县，代管集安、梅河口两个县级市。",
            "通化市",
            {"东昌", "二道江", "通化县", "集安", "梅河口"},
        ),
        (
            "龙州县与越南高平省的下琅、复和、石安三县和高平市相邻。",
            "高平省",
            {"下琅", "复和", "石安", "高平市"},
        ),
        ("朝鲜两江道的三水、甲山两郡与长白县隔江相望。", "两江道", {"三水郡", "甲山郡"}),
        ("园区设有生产、生活、办公三区，龙州县的车流、人流、物流三区各有专人。", "龙州县", set()),
    ],
)
def test_names_of_a_list_share_their_rank(text: str, outer: str, expected: set[str]) -> None:
    assert {s for s, p, o in stated(text, HOLDS) if p == "locatedIn" and o == outer} == expected


def test_neighbours_of_one_country_leave_no_doubt() -> None:
    found = stated(
        "百色的靖西、那坡两县市与越南高平、河江两省为邻。", "borders::a place shares a border with countries"
    )
    assert {(s, o) for s, p, o in found if p == "borders"} == {("靖西", "越南"), ("那坡", "越南")}
