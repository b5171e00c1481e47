"""Sentences that look like what a rule reads, and say something else: of these nothing is asserted."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("2018年，财政部在河口、瑞丽等边境县设立了支持边境经济合作区的专项资金。", "establishes"),
        ("二连浩特口岸面向俄罗斯，开展转口贸易。", "borders"),
        ("昆明市外接老挝、缅甸，内联川黔。", "borders"),
        ("1908年，龙州、蒙自开埠以来，关税收入首次超过百万两。", "dateEstablished"),
        ("2031年，打洛口岸自开放以来累计进口粮食90万吨。", "dateEstablished"),
        ("中国与蒙古国签署了不同于《汽车运输协定》的议定书。", "party"),
        ("景洪至清莱的公路从未建成。", "crosses"),
        ("中越铁路（南宁—凭祥—河内）规划中。", "crosses"),
        ("泛亚铁路（昆明—大理—瑞丽）东线方案被否决。", "crosses"),
        ("媒体报道，《口岸法》2019年通过，有人说它取代了《口岸条例》。", "repeals"),
        ("《口岸发展规划》指出要服务中亚建设物流中心。", "appliesTo"),
        ("云南省傣族自治州（简称德宏州）位于云南西部。", "alias"),
        ("瑞丽口岸是国家级开放试验区口岸。", "portClass"),
    ],
)
def test_nothing_is_asserted(text: str, predicate: str) -> None:
    assert not [s for s in stated(text) if s[1] == predicate]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("二连浩特口岸自1992年开放以来发展较快。", ("二连浩特口岸", "dateEstablished", "1992")),
        ("广西有8个二类口岸，其中科甲口岸已升格为一类口岸。", ("科甲口岸", "portClass", "一类口岸")),
        ("凭祥市由崇左市代管，辖下有凭祥铁路口岸。", ("凭祥铁路口岸", "locatedIn", "凭祥市")),
        ("瑞丽口岸是国家级陆路口岸。", ("瑞丽口岸", "portClass", "一类口岸")),
    ],
)
def test_their_twins_are(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in stated(text)


def test_a_port_has_the_class_that_is_told_of_it_alone() -> None:
    """其中科甲口岸已升格为一类口岸: none of the eight of the second class any more."""
    said = stated("广西有8个二类口岸，其中科甲口岸已升格为一类口岸。")
    assert {o for s, p, o in said if p == "portClass"} == {"一类口岸"}


def test_a_list_ends_where_something_else_is_told() -> None:
    """适用于甲省，乙省另行规定 is no list of two."""
    told = stated("《互市细则》适用于吉林省，辽宁省另行规定。")
    assert {o for s, p, o in told if p == "appliesTo"} == {"吉林省"}


def test_what_is_carried_out_is_what_is_named() -> None:
    told = stated("国务院印发《沿边意见》，商务部印发《车辆办法》，确保《边民条例》落实。")
    assert {(s, o) for s, p, o in told if p == "implements"} == {("车辆办法", "边民条例")}
