"""Who acts on what a clause leaves out: a body or a province that agrees, and not the thing that becomes something."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("硕龙口岸\n1992年广西壮族自治区批准设立，是二类口岸。", ("硕龙口岸", "dateEstablished", "1992")),
        ("1962年，樟木辟为通商口岸；亚东口岸封闭。", ("樟木", "dateEstablished", "1962")),
        ("中越边境上的友谊关，1953年改名睦南关。", ("友谊关", "alias", "睦南关")),
    ],
)
def test_what_is_acted_on(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in stated(text)


def test_a_list_of_what_a_city_governs_gives_no_one_thing() -> None:
    text = "防城港市下辖东兴市、上思县和港口、防城两区。该市又名南珠湾。"
    assert ("防城港市", "alias", "南珠湾") in stated(text)
    assert ("东兴市", "alias", "南珠湾") not in stated(text)
