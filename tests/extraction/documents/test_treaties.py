"""Texts that are themselves agreements."""

import pytest

from tests.extraction.stated import stated

NAME = "中华人民共和国政府和尼泊尔政府关于边境旅游的协定"
PREAMBLE = "中华人民共和国政府和尼泊尔政府（以下简称“双方”），达成协议如下：\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME}\n（2003年4月5日签订于加德满都）\n{PREAMBLE}",
        f"中华人民共和国政府和尼泊尔政府\n关于边境旅游的协定*\n（注*：2003年4月5日签署，2004年1月1日生效。）\n{PREAMBLE}",
        f"{NAME}（尼泊尔2003.04.05）\n{PREAMBLE}",
        f"{NAME}\n（签订日期2003年4月5日 生效日期2004年1月1日）\n{PREAMBLE}",
        f"{NAME}\n{PREAMBLE}第一条\n双方开放口岸。\n本协定于二〇〇三年四月五日在加德满都签订，一式两份。\n",
    ],
)
def test_an_agreement_tells_when_it_was_signed(text: str) -> None:
    """In brackets below its name, or in its last clause."""
    assert (NAME, "dateIssued", "2003-04-05") in stated(text, "treaties")
    assert {(NAME, "party", "中华人民共和国"), (NAME, "party", "尼泊尔")} <= stated(text, "treaties")


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME}\n2003年4月5日 来源：某网\n{PREAMBLE}",
        f"{NAME}\n{PREAMBLE}根据2001年3月4日签订的《边境贸易协定》，双方开放口岸。\n",
        f"论《{NAME}》\n（2003年4月5日签订于加德满都）\n摘要　略。\n",
        f"{NAME}\n{PREAMBLE}本协定自2004年1月1日起生效。\n",
    ],
)
def test_the_day_of_a_page_or_of_another_agreement_is_not_its_own(text: str) -> None:
    assert stated(text, "treaties") == set()


def test_an_agreement_is_of_those_whom_its_title_begins_with() -> None:
    """The two countries of the sentence before did not sign it."""
    claims = stated("1960年，中缅两国签订《边界办法协定》。此前的1894年签订了《中英续议边界条款》。")
    assert {o for s, p, o in claims if s == "中英续议边界条款" and p == "party"} == {"中国", "英国"}
