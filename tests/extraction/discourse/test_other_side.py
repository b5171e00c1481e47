"""The thing across the border that a clause names beside what it is about is not what the text goes on to speak of."""

import pytest

from tests.extraction.observed import observed
from tests.extraction.stated import stated


@pytest.mark.parametrize(
    "words",
    [
        "与老挝南塔省的磨丁口岸隔界相望",
        "与老挝的磨丁口岸相对",
        "对应老挝南塔省的磨丁口岸",
        "面对老挝的磨丁口岸",
        "对方口岸为老挝的磨丁口岸",
        "对面是磨丁口岸",
    ],
)
def test_the_text_goes_on_about_our_port(words: str) -> None:
    said = stated(f"磨憨口岸位于勐腊县，{words}。1992年，国务院批准其为一类口岸。")
    assert ("磨憨口岸", "counterpart", "磨丁口岸") in said
    assert ("磨憨口岸", "portClass", "一类口岸") in said
    assert ("磨憨口岸", "dateEstablished", "1992") in said
    assert not {s for s in said if s[0] == "磨丁口岸" and s[1] != "locatedIn"}


def test_figures_behind_it_are_of_our_port() -> None:
    text = "磨憨口岸位于勐腊县，与老挝的磨丁口岸相对，2017年过货量130多万吨。"
    assert {figure.split(" | ")[0] for figure in observed(text)} == {"磨憨口岸"}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("与老挝接壤的勐腊县是边境县。", "勐腊县"),
        ("对应后贝加尔斯克口岸的满洲里口岸1992年被批准为一类口岸。", "满洲里口岸"),
    ],
)
def test_what_stands_before_a_subject_is_no_other_side(text: str, subject: str) -> None:
    assert {said for said, predicate, _ in stated(text) if predicate in ("isA", "portClass")} == {subject}


def test_of_two_facing_ports_ours_is_told_of() -> None:
    assert ("磨憨口岸", "counterpart", "磨丁口岸") in stated("磨丁口岸对面是磨憨口岸。")


def test_whom_a_reply_goes_to_sets_nothing_up() -> None:
    text = "2024年3月，国务院答复云南省人民政府和商务部，批准设立勐腊（磨憨）重点开发开放试验区。"
    assert not {s for s in stated(text) if s[0] in ("商务部", "云南省人民政府") and s[1] == "establishes"}


def test_the_nation_that_compiles_is_no_body_named_before() -> None:
    text = "2000年，国家民委启动兴边富民行动。此后国家接连编制了《兴边富民行动“十一五”规划》。"
    assert not {s for s in stated(text) if s[0].startswith("兴边富民行动“") and s[1] == "issuedBy"}


def test_what_a_sentence_takes_for_something_is_spoken_of() -> None:
    text = "学界常把满洲里综合保税区视为口岸型综保区的代表。它2015年3月获国务院批准设立。"
    assert ("国务院", "establishes", "满洲里综合保税区") in stated(text)


@pytest.mark.parametrize("words", ["对面为磨丁口岸，属", "与磨丁口岸相对，后者位于", "老方一侧为磨丁口岸，隶属于"])
def test_what_lies_in_a_place_abroad_is_abroad(words: str) -> None:
    said = stated(f"磨憨口岸在勐腊县，{words}老挝南塔省。")
    assert ("磨丁口岸", "locatedIn", "南塔省") in said
    assert ("磨憨口岸", "locatedIn", "南塔省") not in said


def test_what_lies_in_a_place_of_ours_is_ours() -> None:
    said = stated("策克口岸与蒙古国西伯库伦口岸相望，位于额济纳旗。")
    assert ("策克口岸", "locatedIn", "额济纳旗") in said
