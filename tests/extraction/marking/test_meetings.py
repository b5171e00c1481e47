"""Meetings of leaders by their number and who meets."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("2004年11月，第八次中国—东盟领导人会议在老挝举行。", "第八次中国—东盟领导人会议"),
        ("2018年1月，第二次澜湄合作领导人会议召开。", "第二次澜湄合作领导人会议"),
    ],
)
def test_a_meeting_of_leaders(text: str, meeting: str) -> None:
    assert meeting in {s for s, p, _ in stated(text) if p == "dateIssued"}


@pytest.mark.parametrize("text", ["该机制始于1994年，先后举行过四次部长级会议。", "1994年以来举行过多次经贸座谈会。"])
def test_several_meetings_have_no_day(text: str) -> None:
    assert not {s for s, p, _ in stated(text) if p == "dateIssued"}


def test_what_meetings_before_passed_has_not_the_day_of_the_last_sentence() -> None:
    said = stated("2004年5月，三国总理在昆明举行会谈。在前两次会谈上，通过了《运输协定》。")
    assert not {claim for claim in said if claim[0] == "运输协定" and claim[1] == "dateIssued"}
