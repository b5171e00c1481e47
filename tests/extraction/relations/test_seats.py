"""The towns where an expo is held: its seat where another place hosts it, its hosts where it moves from town to town."""

from tests.extraction.stated import stated


def _told(text: str) -> set[tuple[str, str]]:
    return {(p, o) for _, p, o in stated(text) if p in ("hostedBy", "locatedIn")}


def test_the_town_is_the_seat_of_an_expo_that_others_host() -> None:
    told = _told("中国—南亚博览会由云南省人民政府主办，第五届在昆明市举行。")
    assert ("locatedIn", "昆明市") in told and ("hostedBy", "昆明市") not in told


def test_an_expo_that_moves_has_hosts() -> None:
    told = _told("中国—俄罗斯博览会由黑龙江省与俄方轮流主办，双数年在哈尔滨市举行，单数年移师叶卡捷琳堡。")
    assert {("hostedBy", "黑龙江省"), ("hostedBy", "哈尔滨市"), ("hostedBy", "叶卡捷琳堡")} <= told


def test_as_many_towns_as_expos() -> None:
    told = stated("长春市、哈尔滨市先后举办中国—东北亚博览会和中国—俄罗斯博览会。")
    assert {(s, o) for s, p, o in told if p in ("hostedBy", "locatedIn")} == {
        ("中国—东北亚博览会", "长春市"),
        ("中国—俄罗斯博览会", "哈尔滨市"),
    }
