import pytest

from tests.extraction.stated import linked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("验收了龙邦、平孟两个口岸。龙邦在靖西市，平孟在那坡县。", {("龙邦口岸", "靖西市"), ("平孟口岸", "那坡县")}),
        ("全州口岸3个；田蓬、都龙属文山州。", {("田蓬口岸", "文山壮族苗族自治州"), ("都龙口岸", "文山壮族苗族自治州")}),
        ("龙邦位于靖西市南部。", {("龙邦镇", "靖西市")}),
    ],
)
def test_a_bare_name_is_that_of_the_port_where_ports_are_spoken_of(text: str, expected: set[tuple[str, str]]) -> None:
    assert linked(text, "locatedIn") == expected


def test_a_county_is_its_port_only_where_the_port_was_just_spoken_of() -> None:
    text = "西藏现有樟木、普兰等口岸。普兰1954年开设，1992年恢复开放。普兰县人口较少。"
    assert linked(text, "dateEstablished") == {("普兰口岸", "1954"), ("普兰口岸", "1992")}
    assert not linked("普兰口岸较小。边民往来不断。集市热闹。普兰1954年开通公路。", "dateEstablished")
