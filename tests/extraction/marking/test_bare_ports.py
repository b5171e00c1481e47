import pytest

from tests.extraction.stated import linked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("验收了岳圩、爱店两个口岸。岳圩在靖西市，爱店在宁明县。", {("岳圩口岸", "靖西市"), ("爱店口岸", "宁明县")}),
        (
            "全省一类口岸较多；打洛、磨憨属西双版纳州。",
            {("打洛口岸", "西双版纳傣族自治州"), ("磨憨口岸", "西双版纳傣族自治州")},
        ),
        ("龙邦位于靖西市南部。", {("龙邦镇", "靖西市")}),
    ],
)
def test_a_bare_name_is_that_of_the_port_where_ports_are_spoken_of(text: str, expected: set[tuple[str, str]]) -> None:
    assert linked(text, "locatedIn") == expected


def test_a_county_is_its_port_only_where_the_port_was_just_spoken_of() -> None:
    text = "西藏有樟木、吉隆等口岸。吉隆1961年开设，2014年恢复开放。吉隆县人口较少。"
    assert linked(text, "dateEstablished") == {("吉隆口岸", "1961"), ("吉隆口岸", "2014")}
    assert not linked("吉隆口岸较小。边民往来不断。集市热闹。吉隆1961年开通公路。", "dateEstablished")
