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
