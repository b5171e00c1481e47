"""Clauses that only say what was named before is open the entries of encyclopedias; what follows is told of the head."""

import pytest

from tests.extraction.stated import linked, stated


@pytest.mark.parametrize(
    "text",
    [
        "图们市，中国较小的边境城市，吉林省县级市，东南与朝鲜隔江相望。",
        "图们市，吉林省东部，图们江北岸，与朝鲜隔江相望。",
        "图们市，地处延边州，吉林省东部，与朝鲜隔江相望。",
        "图们市，我国通往朝鲜的重要门户，与朝鲜隔江相望。",
        "图们市，吉林省辖县级市，吉林省重要的口岸城市。该市与朝鲜隔江相望。",
    ],
)
def test_the_head_of_an_entry_is_spoken_of_behind_appositions(text: str) -> None:
    assert linked(text, "borders") == {("图们市", "朝鲜")}


def test_an_apposition_says_where_and_what_a_place_is() -> None:
    told = stated("勐海县，云南省重要的边境县，与缅甸接壤；河口县，红河州辖县，地处边陲，云南省东南部。")
    assert ("勐海县", "locatedIn", "云南省") in told
    assert ("勐海县", "isA", "边境县") in told
    assert ("河口县", "locatedIn", "云南省") in told


def test_a_clause_with_a_verb_is_no_apposition() -> None:
    assert linked("那里山高林密，云南的边境县大多在那里，云南省与缅甸接壤。", "borders") == {("云南省", "缅甸")}
    assert not linked("八月降水较多，云南省辖市，广西壮族自治区。", "locatedIn")


def test_figures_behind_an_apposition_are_of_the_head() -> None:
    told = stated("磨憨，中国面向邻国的大门，地处山谷，距老挝首都万象600多公里，人口2万人。", "statistics")
    assert ("磨憨", "observation", "600") in told
    assert ("磨憨", "observation", "2") in told
