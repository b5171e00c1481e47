"""Corridors in a list that share the word for what they are: 中蒙俄、中巴和孟中印缅经济走廊."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize(
    "text",
    [
        "中蒙俄、中巴和孟中印缅经济走廊进展较快。",
        "中蒙俄、新亚欧大陆桥、中国—中南半岛、中巴三大经济走廊进展较快。",
        "中巴、中蒙俄、中国—中亚—西亚经济走廊进展较快。",
    ],
)
def test_each_crosses_its_countries(text: str) -> None:
    said = {(s, o) for s, p, o in stated(text) if p == "crosses"}
    assert {("中蒙俄经济走廊", "蒙古国"), ("中蒙俄经济走廊", "俄罗斯"), ("中巴经济走廊", "巴基斯坦")} <= said
    assert not {s for s, _ in said if s.startswith("中蒙俄—")}


def test_countries_named_together_before_something_else_name_no_corridor() -> None:
    said = stated("中越、中老和中缅边境地区毗邻孟中印缅经济走廊。中、俄、中国各地均有参与。")
    assert {s for s, p, _ in said if p == "crosses"} == {"孟中印缅经济走廊"}
