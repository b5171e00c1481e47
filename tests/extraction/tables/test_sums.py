"""Which cells the totals of tables sum."""

import pytest

from tests.extraction.qualified import figures

NINE = ("广西", "云南", "内蒙古", "黑龙江", "吉林", "辽宁", "新疆", "西藏", "甘肃")


def table(*rows: tuple[str, ...], caption: str = "表1 2020年广西进出口总额（单位：亿元）") -> str:
    head = ("地区", *(f"{2019 + k}年" for k in range(len(rows[0]) - 1)))
    lines = [f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)]
    return caption + "\n\n" + "\n".join(lines) + "\n"


def sums(text: str) -> list[list[str]]:
    """The cells that each total sums, as printed."""
    return [[text[a:b] for a, b in claim.qualifiers["sumOf"]] for claim in figures(text) if "sumOf" in claim.qualifiers]


def test_the_rows_above_a_total() -> None:
    assert sums(table(("崇左市", "1.5", "2.5"), ("百色市", "3.5", "4.5"), ("合计", "5.0", "7.0"))) == [
        ["1.5", "3.5"],
        ["2.5", "4.5"],
    ]


def test_a_total_that_stands_first() -> None:
    assert sums(table(("合计", "5.0"), ("崇左市", "1.5"), ("百色市", "3.5"))) == [["1.5", "3.5"]]


def test_a_dash_is_nothing() -> None:
    assert sums(table(("崇左市", "1.5"), ("百色市", "—"), ("东兴市", "2.0"), ("合计", "3.5"))) == [["1.5", "2.0"]]


def test_a_row_that_goes_on_with_the_one_above() -> None:
    rows = [f"| {place} | {k} | 某市 |\n|  |  | 另一市 |" for k, place in enumerate(NINE, 1)]
    text = "\n".join(
        ["表1 沿边省区边境县分布", "", "| 省区 | 边境县数量 | 地市 |", "|---|---|---|", *rows, "| 合计 | 45 | — |\n"]
    )
    assert sums(text) == [[str(k) for k in range(1, 10)]]


def test_cumulated_over_places_is_a_sum_and_over_times_is_none() -> None:
    assert sums(table(("崇左市", "1.5"), ("百色市", "3.5"), ("累计", "5.0"))) == [["1.5", "3.5"]]
    text = (
        "表1 2019—2020年广西进出口总额（单位：亿元）\n\n| 年份 | 进出口总额 |\n|---|---|\n"
        "| 2019年 | 1.5 |\n| 2020年 | 2.5 |\n| 累计 | 9.0 |\n"
    )
    assert sums(text) == []


def test_a_total_column() -> None:
    text = (
        "表1 2019—2020年广西进出口总额（单位：亿元）\n\n| 年份 | 崇左市 | 百色市 | 合计 |\n|---|---|---|---|\n"
        "| 2019年 | 1.5 | 2.5 | 4.0 |\n| 2020年 | 3.5 | 4.5 | 8.0 |\n"
    )
    assert sums(text) == [["1.5", "2.5"], ["3.5", "4.5"]]


@pytest.mark.parametrize(
    "rows",
    [
        (("崇左市", "1.5"), ("其中：凭祥市", "1.0"), ("百色市", "3.5"), ("合计", "5.0")),
        (("崇左市", "1.5"), ("百色市", "…"), ("东兴市", "2.0"), ("合计", "5.0")),
        (("崇左市", "1.5"), ("百色市", "3.5"), ("平均", "2.5")),
        (("吉林", "1.5"), ("西藏", "3.5"), ("沿边9省区合计", "25.0")),
        (("吉林", "1.5"), ("西藏", "3.5"), ("沿边合计", "25.0")),
        (("崇左市", "1.5"), ("百色市", "3.5"), ("广西", "25.0")),
    ],
    ids=["a part of a part", "a missing part", "a mean", "some of nine", "some of the border", "no total"],
)
def test_what_is_no_sum_of_its_rows(rows: tuple[tuple[str, ...], ...]) -> None:
    assert sums(table(*rows)) == []


def test_a_total_of_all_that_it_names() -> None:
    rows = [(place, f"{k}.5") for k, place in enumerate(NINE, 1)]
    text = table(
        *rows, ("沿边9省区合计", "49.5"), ("全国", "900.0"), caption="表1 2020年沿边省区进出口总额（单位：亿元）"
    )
    assert sums(text) == [[value for _, value in rows]]
