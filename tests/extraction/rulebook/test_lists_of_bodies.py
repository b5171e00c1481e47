"""What may stand in and behind a list of bodies: 原, 等部门, 两部门."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize(
    "text",
    [
        "畹町边境经济合作区1992年由原国家计委等部门批准设立。",
        "畹町边境经济合作区1992年由国家计委、财政部两部门批准设立。",
        "畹町边境经济合作区1992年由财政部、原国家计委等5部门批准设立。",
    ],
)
def test_words_around_a_list_of_bodies_belong_to_it(text: str) -> None:
    assert ("国家计委", "establishes", "畹町边境经济合作区") in stated(text)
