"""Abstracts are read for what the text does not state itself."""

import pytest

from tests.extraction.stated import stated

_BODY = "\n一、引言\n本文研究口岸的作用。2018年策克口岸过货量为1203万吨。\n"


def figures(text: str) -> list[tuple[str, str]]:
    """Whose figures a text tells, with their numbers."""
    return sorted((s, o) for s, p, o in stated(text) if p == "observation")


@pytest.mark.parametrize(
    "abstract",
    [
        "摘　要：2018年，满都拉口岸过货量达到47万吨。",
        "[摘要] 2018年，满都拉口岸过货量达到47万吨。",
        "【内容提要】2018年，满都拉口岸过货量达到47万吨。",
        "摘要\n2018年，满都拉口岸过货量达到47万吨。",
    ],
)
def test_an_abstract_is_read(abstract: str) -> None:
    """However it is marked; the keywords below it are not read."""
    text = f"{abstract}\n关键词：口岸；2018年甘其毛都口岸过货量9万吨\n{_BODY}"
    assert figures(text) == [("满都拉口岸", "47"), ("策克口岸", "1203")]


def test_what_the_text_states_too_is_told_once() -> None:
    """The same number and unit, whatever the abstract calls it; a date that the text tells closer."""
    told = "2018年，策克口岸货运规模达1203万吨，珲春边境经济合作区1992年设立。"
    text = f"摘要：{told}\n{_BODY}珲春边境经济合作区于1992年9月设立。\n"
    assert figures(text) == [("策克口岸", "1203")]
    assert {o for _, p, o in stated(text) if p == "dateEstablished"} == {"1992-09"}


def test_a_paragraph_that_makes_demands_is_no_abstract() -> None:
    """提要求 is what leaders do."""
    assert figures("提要求是会议的重点。2018年策克口岸过货量为1203万吨。\n") == [("策克口岸", "1203")]
