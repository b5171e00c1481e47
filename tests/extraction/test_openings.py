"""What opens a clause before its subject changes nothing of what is said of it, with a comma behind it or without."""

import pytest

from borderkg.extraction import explanation, extractor
from tests.corpus.factory import document
from tests.extraction.observed import observed
from tests.extraction.stated import stated

SENTENCE = "龙邦口岸位于靖西市，与越南茶岭口岸相对，2003年1月升格为国家一类口岸，2018年货运量为42万吨。"
OPENINGS = (
    *(
        "一是",
        "二是",
        "虽然",
        "尽管",
        "由于",
        "不仅",
        "因为",
        "然而",
        "而且",
        "所以",
        "至此",
        "据了解",
        "可以看出",
        "值得一提的是",
    ),
    *(
        "近年来",
        "多年来",
        "长期以来",
        "改革开放以来",
        "经过多年建设",
        "随着通道建设的推进",
        "统计数据显示",
        "据南宁海关统计",
    ),
    *("从区位看", "就口岸建设而言", "在各方共同努力下", "在对外贸易方面"),
)


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_is_said_of_a_port_does_not_hang_on_what_opens_the_clause(opening: str) -> None:
    plain = {s for s in stated(SENTENCE + "\n") if s[1] in ("locatedIn", "counterpart", "portClass", "dateEstablished")}
    assert len(plain) == 4
    for comma in ("", "，"):
        assert plain <= set(stated(f"{opening}{comma}{SENTENCE}\n"))
        assert observed(f"{opening}{comma}{SENTENCE}\n") == observed(SENTENCE + "\n")


@pytest.mark.parametrize("opening", ["如果", "倘若", "假如", "一旦"])
def test_what_is_supposed_is_no_opening(opening: str) -> None:
    assert not [s for s in stated(f"{opening}龙邦口岸升格为国家一类口岸，货运量将增加。\n") if s[1] == "portClass"]


def test_what_is_told_apart_by_name_has_a_subject_of_its_own() -> None:
    """尤其是 singles out: what stands before it is still gone on about."""
    figures = observed("凭祥市与龙州县增长较快，尤其是凭祥市，2020年进出口额较2012年增长30.5%。\n")
    assert {figure.split(" | ")[0] for figure in figures} == {"凭祥市"}


@pytest.mark.parametrize("lead", ["下一步，将重点做好以下工作：", "为此提出如下建议："])
def test_what_the_items_of_a_list_propose_is_not_done(lead: str) -> None:
    """Nor is what they say of the past only proposed."""
    text = f"{lead}一是国务院批准设立勐腊综合保税区；二是磨憨口岸升格为一类口岸；三是2015年设立的凭祥综合保税区扩区。\n"
    said = stated(text)
    assert not [s for s in said if s[1] in ("establishes", "portClass")]
    assert ("凭祥综合保税区", "dateEstablished", "2015") in said
    done = stated(text.replace(lead, "取得了以下成绩："))
    assert {s[1] for s in done} >= {"establishes", "portClass"}


@pytest.mark.parametrize(
    "before",
    ["我国", "中国的", "边境重镇", "边城", "作为边境门户的", "在1992年", "早在1992年"],
)
def test_what_stands_before_a_subject_leaves_it_one(before: str) -> None:
    town = f"{before}瑞丽市被列为沿边开放城市，与缅甸接壤。\n"
    assert {("瑞丽市", "borders", "缅甸"), ("瑞丽市", "platformType", "沿边开放城市")} <= stated(town)


def test_a_meeting_in_a_town_is_no_subject() -> None:
    text = "在1992年昆明举行的会议上，国务院批准设立瑞丽边境经济合作区，面积6平方公里。\n"
    assert not [s for s in stated(text) if s[0].startswith("昆明")]
    assert not [f for f in observed(text) if f.startswith("昆明")]


@pytest.mark.parametrize("about", ["", "约", "大约", "近"])
def test_a_rise_by_about_so_much(about: str) -> None:
    assert len(observed(f"2013年至2018年，延边州进出口总额由13.2亿美元增至20.5亿美元，年均增长{about}9.2%。\n")) == 3


def test_what_a_place_has_lies_there_though_the_place_is_left_out() -> None:
    said = stated("西藏自治区发展很快。与尼泊尔接壤，边境线长约4000公里，现有樟木、吉隆等口岸。\n")
    assert {("樟木口岸", "locatedIn", "西藏自治区"), ("吉隆口岸", "locatedIn", "西藏自治区")} <= said


def test_a_bonded_zone_is_spoken_of_by_the_end_of_its_name() -> None:
    said = stated("上海外高桥保税区设立较早。满洲里综合保税区发展很快。该保税区于2015年3月获国务院批复设立。\n")
    assert ("满洲里综合保税区", "dateEstablished", "2015-03") in said
    assert not [s for s in said if s[0].startswith("上海") and s[1] == "dateEstablished"]


def test_an_explanation_shows_the_words_of_the_text() -> None:
    text = document(f"一是{SENTENCE}近年来建设加快，由于云南与老挝接壤，贸易活跃。\n")
    said = "".join(sentence.text for sentence in explanation.sentences(extractor.default(), text))
    assert said.startswith("一是龙邦口岸位于靖西市,")
    assert "加快,由于云南与老挝接壤,贸易" in said
