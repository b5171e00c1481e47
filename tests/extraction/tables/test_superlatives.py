"""What texts say of the figures of their tables: the highest, the lowest."""

import pytest

from tests.extraction.qualified import qualifier

TABLE = (
    "表1 2019—2020年沿边省区进出口总额（单位：亿美元）\n\n| 省区 | 2019年 | 2020年 |\n|---|---|---|\n"
    "| 辽宁 | 1053.20 | 948.28 |\n| 广西 | 682.22 | 704.14 |\n| 西藏 | 7.03 | 3.11 |\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("2020年辽宁进出口总额最高。", {"辽宁省 进出口总额 2020": "highest"}),
        ("2020年各省区进出口总额差异较大，辽宁最高，为948.28亿美元。", {"辽宁省 进出口总额 2020": "highest"}),
        ("2019年进出口总额最少的是西藏。", {"西藏自治区 进出口总额 2019": "lowest"}),
    ],
)
def test_superlatives_are_noted_with_the_cell(sentence: str, said: dict[str, str]) -> None:
    assert qualifier(TABLE + sentence, "saidToBe") == said


@pytest.mark.parametrize(
    "sentence",
    [
        "辽宁进出口总额最高。",
        "2018年辽宁进出口总额最高。",
        "2020年辽宁进出口总额增幅最高。",
        "2020年广西是进出口总额最高的省区之一。",
        "2020年辽宁、广西进出口总额最高。",
        "2020年辽宁实际利用外资最高。",
        "2020年云南进出口总额最高。",
    ],
    ids=["which year", "another year", "growth", "one of them", "two of them", "another indicator", "not in the table"],
)
def test_what_is_said_of_something_else(sentence: str) -> None:
    assert qualifier(TABLE + sentence, "saidToBe") == {}
