"""What an indicator measures, and what is wrong with a malformed file of families."""

from pathlib import Path

import pytest

from borderkg.claims.conflicts import indicators
from borderkg.errors import ReferenceDataError


@pytest.mark.parametrize(
    ("one", "other", "same", "near"),
    [
        ("外贸总额", "进出口总额", True, True),
        ("外贸总额占全国的比重", "进出口总额占全国进出口的比重", True, True),
        ("实际利用外资", "利用外资", False, True),
        ("对外非金融类直接投资额", "对外投资总额", False, True),
        ("外贸总额", "外贸总额占全国的比重", False, False),
        ("外贸总额同比增长率", "外贸总额年均增长率", False, False),
        ("铁路口岸数量", "公路口岸数量", False, False),
        ("第一产业比重", "第三产业比重", False, False),
    ],
)
def test_names_of_one_thing(one: str, other: str, same: bool, near: bool) -> None:
    """Names that mean the same, that mean nearly the same, and others; a share or a growth rate is another measure."""
    a, b = (indicators.load().measure(name) for name in (one, other))
    assert (a.name == b.name, a.family == b.family) == (same, near)


def test_members_of_a_family_say_how_they_differ() -> None:
    """In both languages, of a share too."""
    english, chinese = indicators.load().difference(indicators.load().measure("利用外资占全国的比重").family)
    assert "contracted" in english and "合同" in chinese
    assert indicators.load().difference("unheard") == ("", "")


FAMILY = "families: [{name: a, en: b, zh: c, names: [[x, y]]}"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("families: [", "not readable as YAML"),
        ("- a", "expected `families:`"),
        ("kin: []", "expected `families:`"),
        ("families: [{name: a}]", "a family has en, name, names, zh"),
        ("families: [{name: a, en: b, zh: c, names: [x]}]", "names are lists"),
        (FAMILY + ", {name: d, en: b, zh: c, names: [[y]]}]", "y stands twice"),
    ],
)
def test_a_malformed_file(text: str, says: str, tmp_path: Path) -> None:
    """One error, which names the file and what is wrong."""
    path = tmp_path / "indicators.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ReferenceDataError, match=r"indicators\.yaml") as error:
        indicators.load(path)
    assert says in str(error.value)


def test_an_empty_file_declares_nothing(tmp_path: Path) -> None:
    """Every name is then of its own."""
    path = tmp_path / "indicators.yaml"
    path.write_text("families: []\n", "utf-8")
    loaded = indicators.load(path)
    assert loaded.measure("外贸总额").name == "外贸总额" != loaded.measure("进出口总额").name
