"""What writers of tables do besides: a column of units, one of growth, a number for each row, a forecast."""

import pytest

from tests.extraction.observed import observed


def lines(*rows: str) -> str:
    """A captioned table between a sentence and its source."""
    return "\n".join(["近年来口岸发展很快。", "", *rows, "", "数据来源：统计年鉴。", ""])


def test_a_column_of_units() -> None:
    """Each row's unit stands in a column of its own."""
    table = lines(
        "表1 云南省对外开放主要指标",
        "| 指标 | 单位 | 2019年 |",
        "|---|---|---|",
        "| 进出口总额 | 亿美元 | 336.9 |",
        "| 入境游客 | 万人次 | 739.1 |",
    )
    assert observed(table) == {"云南省 | 进出口总额 | 336.9 亿美元 | 2019", "云南省 | 入境游客 | 739.1 万人次 | 2019"}


def test_growth_is_of_the_column_before() -> None:
    """同比增速 behind an indicator is that indicator's."""
    table = lines(
        "表2 2010年对外贸易",
        "| 省区 | 进出口总额（亿美元） | 同比增速（％） |",
        "|---|---|---|",
        "| 广西 | 177.1 | 24.3 |",
    )
    assert observed(table) == {
        "广西壮族自治区 | 进出口总额 | 177.1 亿美元 | 2010",
        "广西壮族自治区 | 进出口总额同比增长率 | 24.3 % | 2010",
    }


def test_rows_may_be_numbered() -> None:
    """The number before a row is no figure, and the name behind it is what the row is about."""
    table = lines(
        "表3 边境经济合作区",
        "序号 名称 所在地 面积（平方公里）",
        "1 丹东边境经济合作区 辽宁省丹东市 6.30",
        "2 瑞丽边境经济合作区 云南省瑞丽市 7.11",
        "3 河口边境经济合作区 云南省河口县 4.02",
    )
    assert observed(table) == {
        "丹东边境经济合作区 | 面积 | 6.3 平方公里",
        "瑞丽边境经济合作区 | 面积 | 7.11 平方公里",
        "河口边境经济合作区 | 面积 | 4.02 平方公里",
    }


PORTS = {"瑞丽口岸 | 货运量 | 11.2 万吨 | 2019", "磨憨口岸 | 货运量 | 21.2 万吨 | 2019"}


@pytest.mark.parametrize(
    "rows",
    [
        (
            "+------+-------+------+",
            "| 口岸 | 2019年 | 备注 |",
            "+------+-------+------+",
            "| 瑞丽 | 11.2 | |",
            "| 磨憨 | 21.2 | |",
        ),
        ("| 口岸 | 2019年 |", "|---|---|", "| **瑞丽口岸** | 11.2 |", "| 磨憨口岸 | **21.2** |"),
        ("口 岸 2019年 备注", "瑞 丽 11.2 —", "磨 憨 21.2 —"),
    ],
    ids=["drawn", "bold", "set apart"],
)
def test_marks_and_blanks_that_only_adorn(rows: tuple[str, ...]) -> None:
    """Borders drawn with characters, bold print, words whose characters are set apart."""
    assert observed(lines("表4 货运量（万吨）", *rows)) == PORTS


@pytest.mark.parametrize(
    ("caption", "header"),
    [("货运量预测（万吨）", "2030年"), ("货运量（万吨）", "2030年目标"), ("货运量（万吨）", "2030年预计")],
)
def test_figures_of_what_is_to_come_are_no_facts(caption: str, header: str) -> None:
    """A forecast or a goal is kept as planned."""
    assert (
        observed(
            lines(f"表5 {caption}", f"| 口岸 | {header} |", "|---|---|", "| 瑞丽口岸 | 11.2 |", "| 磨憨口岸 | 12.3 |")
        )
        == set()
    )


def test_a_header_of_figures_is_none() -> None:
    """A Markdown table whose header was lost is not read."""
    assert observed(lines("表6 货运量（万吨）", "| 瑞丽口岸 | 11.2 | 12.3 |", "| 磨憨口岸 | 21.2 | 22.3 |")) == set()
