"""What the checkpoint at a port counts is the port's."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    "text",
    [
        "2023年，磨憨出入境边防检查站查验出入境人员216万人次。",
        "磨憨边检站介绍，2023年，该站共查验出入境人员216万人次。",
        "2023年，磨憨边检站验放出入境人员216万人次。",
    ],
)
def test_those_who_pass_a_checkpoint_pass_the_port(text: str) -> None:
    assert observed(text) == {"磨憨口岸 | 出入境人员 | 216 万人次 | 2023"}


def test_a_checkpoint_of_no_known_port_is_none() -> None:
    """Nobody knows of whom it counts the passages."""
    assert not observed("2023年，三里屯边检站查验出入境人员216万人次。")
