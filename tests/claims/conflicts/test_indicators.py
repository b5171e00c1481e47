"""What an indicator measures, and in what indicators differ that are nearly the same."""

import pytest

from borderkg import schema
from borderkg.claims.conflicts import indicators


@pytest.mark.parametrize(
    ("one", "other", "same", "near"),
    [
        ("外贸总额", "进出口总额", True, True),
        ("外贸总额", "货物进出口总额", True, True),
        ("外贸总额", "贸易总额", False, True),
        ("外贸总额", "货物和服务进出口总额", False, True),
        ("外贸总额", "出口额", False, False),
        ("外贸总额占全国的比重", "进出口总额占全国进出口的比重", True, True),
        ("外贸总额占全国的比重", "贸易额占全国进出口的比重", True, True),
        ("第一产业比重", "第一产业增加值占比", True, True),
        ("实际利用外资", "利用外资", False, True),
        ("实际利用外资占全国的比重", "利用外资占全国的比重", False, True),
        ("对外非金融类直接投资额", "对外投资总额", False, True),
        ("对外直接投资额", "对外投资总额", False, True),
        ("对俄进出口总额", "对俄罗斯进出口总额", True, True),
        ("对俄贸易额占全省的比重", "对俄罗斯贸易额占全省的比重", True, True),
        ("与蒙边境小额贸易额", "与蒙古国边境小额贸易额", True, True),
        ("对哈出口额", "对哈萨克斯坦出口额", True, True),
        ("对哈出口额", "对哈尔滨出口额", False, False),
        ("对印出口额", "对印尼出口额", False, False),
        ("对朝出口额", "对韩出口额", False, False),
        ("对俄进出口总额", "中俄贸易额", False, False),
        ("边境小额贸易额", "边民互市贸易额", False, False),
        ("常住人口", "人口", False, True),
        ("进出口货运量", "货运量", False, True),
        ("一类口岸数量", "口岸数量", False, True),
        ("外贸总额", "外贸总额占全国的比重", False, False),
        ("外贸总额同比增长率", "外贸总额年均增长率", False, False),
        ("铁路口岸数量", "公路口岸数量", False, False),
        ("第一产业比重", "第三产业比重", False, False),
    ],
)
def test_names_of_one_thing(one: str, other: str, same: bool, near: bool) -> None:
    """Names that mean the same, that mean nearly the same, and others; a share or a growth rate is another measure."""
    a, b = indicators.measure(one), indicators.measure(other)
    assert (a.name == b.name, a.near(b), b.near(a)) == (same, near, near)


@pytest.mark.parametrize("letter", "俄蒙朝越老缅哈印尼吉塔巴")
def test_a_neighbour_by_its_letter_and_by_its_name(letter: str) -> None:
    """Each neighbour that trade is told with by one character is the country of the reference data."""
    found = indicators.measure(f"对{letter}出口额").name
    assert found != f"对{letter}出口额" and indicators.measure(found).name == found


def test_what_is_no_country_stays() -> None:
    """A letter before anything but a quantity, or at the head of a longer name, is a word like another."""
    for name in ("对老区的投资额", "对塔城地区投资额", "同比增速", "对新建口岸的投资额"):
        assert indicators.measure(name).name == name


def test_scopes_tell_how_measures_differ() -> None:
    """In both languages, of shares too; a quantity is told once."""
    shares = [
        indicators.measure(f"{name}占全国的比重") for name in ("利用外资", "利用外资额", "实际利用外资", "没听说过的量")
    ]
    english, chinese = indicators.scopes(shares)
    assert "contracted" in english and "合同" in chinese
    assert english.count(";") == chinese.count("；") == 1


def test_quantities_that_are_near_say_their_scope() -> None:
    """A note between them has something to tell, in both languages."""
    quantities = [concept for concept in schema.load().concepts if concept.scheme == "quantity"]
    named = {iri for concept in quantities for iri in concept.broader | concept.related}
    near = [concept for concept in quantities if concept.broader or concept.related or concept.iri in named]
    assert len(near) > 20
    assert [concept.iri for concept in near if not (concept.scope_en and concept.scope_zh)] == []
    assert named <= {concept.iri for concept in near}
