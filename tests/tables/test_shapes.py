"""Tables of shapes beyond one header over one block of figures: halves side by side, rows with their year and indicator,
several units, thousands, ranks, the whole place among its parts, terms of a regression over the columns."""

import pytest

from tests.extraction.observed import observed
from tests.extraction.stated import linked


def lines(text: str) -> set[str]:
    return {line.strip() for line in text.strip().split("\n")}


SIDE_BY_SIDE = """
阿拉山口口岸 | 过货量 | 2300.5 万吨 | 2019
霍尔果斯口岸 | 过货量 | 3450.6 万吨 | 2019
巴克图口岸 | 过货量 | 60.7 万吨 | 2019
都拉塔口岸 | 过货量 | 33.9 万吨 | 2019
吉木乃口岸 | 过货量 | 5.5 万吨 | 2019
木扎尔特口岸 | 过货量 | 1.2 万吨 | 2019
"""


@pytest.mark.parametrize(
    "rows",
    [
        "口岸 过货量 口岸 过货量\n阿拉山口 2300.5 霍尔果斯 3450.6\n巴克图 60.7 都拉塔 33.9\n吉木乃 5.5 木扎尔特 1.2",
        "| 口岸 | 过货量 | 口岸 | 过货量 |\n|---|---|---|---|\n| 阿拉山口 | 2300.5 | 霍尔果斯 | 3450.6 |\n"
        "| 巴克图 | 60.7 | 都拉塔 | 33.9 |\n| 吉木乃 | 5.5 | 木扎尔特 | 1.2 |",
        "口岸\t过货量\t口岸\t过货量\t口岸\t过货量\n阿拉山口\t2300.5\t霍尔果斯\t3450.6\t巴克图\t60.7\n都拉塔\t33.9\t吉木乃\t5.5\t木扎尔特\t1.2",
    ],
    ids=["blanks", "bars", "three"],
)
def test_halves_side_by_side(rows: str) -> None:
    """A header that begins anew stands over other rows: each figure is that of the name before it."""
    assert observed(f"表16 2019年口岸过货量（万吨）\n\n{rows}\n") == lines(SIDE_BY_SIDE)


@pytest.mark.parametrize("unit", ["（单位：万吨、万人次、亿美元）", "（万吨，万人次，亿美元）"])
def test_each_column_has_its_own_of_several_units(unit: str) -> None:
    """Which one, the word over the column tells; of a word of no known kind the figures have none."""
    rows = "口岸 货运量 客运量 贸易额 通关指数\n瑞丽 1540.5 2006.9 77.1 8.1\n磨憨 450.1 170.3 15.2 7.4"
    assert observed(f"表4 2019年边境口岸运量{unit}\n\n{rows}\n") == {
        f"{port}口岸 | {said} | 2019".replace(" || ", " | ")
        for port, figures in {
            "瑞丽": ("1540.5", "2006.9", "77.1", "8.1"),
            "磨憨": ("450.1", "170.3", "15.2", "7.4"),
        }.items()
        for said in (
            f"货运量 | {figures[0]} 万吨",
            f"客运量 | {figures[1]} 万人次",
            f"贸易额 | {figures[2]} 亿美元",
            f"通关指数 | {figures[3]} ",
        )
    }


LONG = """
云南省 | 进出口总额 | 298.9 亿美元 | 2018
云南省 | 进出口总额 | 337.0 亿美元 | 2019
广西壮族自治区 | 旅游人数 | 6.8 亿人次 | 2018
"""


@pytest.mark.parametrize(
    "table",
    [
        "地区,年份,指标,数值,单位\n云南省,2018,进出口总额,298.9,亿美元\n云南省,2019,进出口总额,337.0,亿美元\n"
        "广西壮族自治区,2018,旅游人数,6.8,亿人次",
        "| 地区 | 指标 | 年度 | 数值 |\n|---|---|---|---|\n| 云南省 | 进出口总额（亿美元） | 2018年 | 298.9 |\n"
        "| 云南省 | 进出口总额（亿美元） | 2019年 | 337.0 |\n| 广西壮族自治区 | 旅游人数（亿人次） | 2018年 | 6.8 |",
    ],
    ids=["with units", "units behind the indicator"],
)
def test_rows_that_say_their_year_and_indicator(table: str) -> None:
    """The long form: what a figure is stands in other cells of its row."""
    assert observed(table + "\n") == {line.replace("337.0", "337") for line in lines(LONG)}


def test_a_year_beside_the_name_of_a_row() -> None:
    rows = (
        "地区 年份 GDP（亿元） 人口（万人）\n丹东市 2018 816.7 234.7\n丹东市 2019 768.1 232.9\n黑河市 2018 505.1 160.1"
    )
    assert observed(f"表5 边境两市主要指标\n\n{rows}\n") == {
        "丹东市 | GDP | 816.7 亿元 | 2018",
        "丹东市 | 人口 | 234.7 万人 | 2018",
        "丹东市 | GDP | 768.1 亿元 | 2019",
        "丹东市 | 人口 | 232.9 万人 | 2019",
        "黑河市 | GDP | 505.1 亿元 | 2018",
        "黑河市 | 人口 | 160.1 万人 | 2018",
    }


def test_a_column_of_units_behind_the_indicators() -> None:
    rows = "指标 单位 2016年 2017年\n货运量 万吨 3022.2 3100.9\n中欧班列 列 1036 1302\n贸易额 亿美元 32.5 37.7"
    assert observed(f"表15 满洲里口岸主要指标\n\n{rows}\n") == {
        "满洲里口岸 | 货运量 | 3022.2 万吨 | 2016",
        "满洲里口岸 | 货运量 | 3100.9 万吨 | 2017",
        "满洲里口岸 | 中欧班列 | 1036 列 | 2016",
        "满洲里口岸 | 中欧班列 | 1302 列 | 2017",
        "满洲里口岸 | 贸易额 | 32.5 亿美元 | 2016",
        "满洲里口岸 | 贸易额 | 37.7 亿美元 | 2017",
    }


def test_names_over_narrow_columns_under_years_over_pairs() -> None:
    """The names are parted by one blank, the columns below them by more."""
    rows = (
        "地区  2018年         2019年\n      进口额 出口额  进口额 出口额\n丹东市  12.1   30.5   11.9   28.7\n"
        "黑河市  20.2   15.4   21.3   16.5"
    )
    found = observed(f"表5 边境城市贸易（单位：亿元）\n\n{rows}\n")
    assert found == {
        f"{place} | {name} | {value} 亿元 | {year}"
        for place, values in {"丹东市": "12.1 30.5 11.9 28.7", "黑河市": "20.2 15.4 21.3 16.5"}.items()
        for value, name, year in zip(
            values.split(), ("进口额", "出口额") * 2, ("2018", "2018", "2019", "2019"), strict=True
        )
    }


def test_rows_with_their_rank_before_them() -> None:
    """They are no headings with a number, and the rank is no figure."""
    rows = "排名 口岸 货运量（万吨） 同比增长（%）\n1 满洲里 3200.1 0.3\n2 二连浩特 1550.8 -0.4\n3 绥芬河 1150.4 4.4"
    found = observed(f"表17 2019年边境口岸货运量排名\n\n{rows}\n")
    assert len(found) == 6
    assert "二连浩特口岸 | 货运量同比增长率 | -0.4 % | 2019" in found


def test_thousands_are_marked_by_commas() -> None:
    """Which part no cells where blanks do."""
    rows = "县 人口（人） 面积（平方公里）\n勐腊县 303,500 6,860.8\n孟连县 141,200 1,893.4\n西盟县 95,600 1,353.6"
    found = observed(f"表11 2019年边境县人口与面积\n\n{rows}\n")
    assert "勐腊县 | 人口 | 303500 人 | 2019" in found
    assert "西盟佤族自治县 | 面积 | 1353.6 平方公里 | 2019" in found


def test_the_whole_among_its_parts() -> None:
    """全区 is the place of the caption, and no port of that name."""
    rows = "口岸 进口 出口\n全区 10250 98020\n樟木 3050 45010\n吉隆 7200 53010"
    found = observed(f"表7 2019年西藏各口岸贸易额（万元）\n\n{rows}\n")
    assert {line.split(" | ")[0] for line in found} == {"西藏自治区", "樟木口岸", "吉隆口岸"}
    assert "西藏自治区 | 进口 | 10250 万元 | 2019" in found


def test_a_mean_over_years_is_of_no_year() -> None:
    rows = "年份 辽宁 吉林 新疆\n2015 20.9 11.5 13.1\n2016 25.3 12.1 12.2\n平均 23.1 11.8 12.7"
    found = observed(f"表12 各省区对外贸易依存度（%）\n\n{rows}\n")
    assert {line.rpartition(" | ")[2] for line in found} == {"2015", "2016"}
    assert len(found) == 6


@pytest.mark.parametrize(
    "caption", ["**表2 边境口岸货运量（万吨）**", "### 表2 边境口岸货运量（万吨）", "表2 中国边境口岸货运量（万吨）"]
)
def test_captions_in_bold_or_as_headings_or_of_china(caption: str) -> None:
    """表2 中国… names a table; 表2中 speaks of one."""
    rows = "| 口岸 | 2019年 | 2020年1—6月 | 2020年下半年 |\n|---|---|---|---|\n| 瑞丽 | 15.5 | 7.6 | 8.1 |"
    assert observed(f"{caption}\n\n{rows}\n") == {
        "瑞丽口岸 | 货运量 | 15.5 万吨 | 2019",
        "瑞丽口岸 | 货运量 | 7.6 万吨 | 2020-01/2020-06",
        "瑞丽口岸 | 货运量 | 8.1 万吨 | 2020-07/2020-12",
    }


def test_years_side_by_side() -> None:
    """The second half has its own years."""
    rows = "年份 总额 年份 总额\n2010 87.3 2015 127.8\n2011 119.3 2016 117.5\n2012 112.6 2017 138.7"
    found = observed(f"表15 内蒙古自治区进出口总额（亿美元）\n\n{rows}\n")
    assert len(found) == 6
    assert "内蒙古自治区 | 总额 | 127.8 亿美元 | 2015" in found


def test_growth_behind_the_figures_of_a_year_is_of_that_year() -> None:
    rows = "省区 2018年 增速 2019年 增速\n云南 298.9 28.2 337.1 12.7\n广西 623.4 7.6 682.1 9.4"
    found = observed(f"表2 沿边省区外贸总额（亿美元，%）\n\n{rows}\n")
    assert {line for line in found if line.startswith("云南省")} == {
        "云南省 | 外贸总额 | 298.9 亿美元 | 2018",
        "云南省 | 外贸总额增长率 | 28.2 % | 2018",
        "云南省 | 外贸总额 | 337.1 亿美元 | 2019",
        "云南省 | 外贸总额增长率 | 12.7 % | 2019",
    }


@pytest.mark.parametrize(
    ("label", "time"),
    [("1月", "2020-01"), ("1—2月", "2020-01/2020-02"), ("第二季度", "2020-04/2020-06"), ("下半年", "2020-07/2020-12")],
)
def test_months_of_the_year_of_the_caption(label: str, time: str) -> None:
    """Without a year they are no time, and their figures are left out."""
    rows = f"月份 货运量 客运量\n{label} 80.1 30.2\n12月 20.4 9.9\n合计 100.5 40.1"
    assert {line.rpartition(" | ")[2] for line in observed(f"表5 2020年瑞丽口岸运量\n\n{rows}\n")} == {
        time,
        "2020-12",
        "2020",
    }
    dated = [line for line in observed(f"表5 瑞丽口岸运量\n\n{rows}\n") if "100.5" not in line and "40.1" not in line]
    assert dated == []


def test_a_mode_below_a_total_by_modes() -> None:
    rows = "口岸 公路 铁路 合计\n满洲里 350.2 2850.3 3200.5\n绥芬河 100.4 1050.1 1150.5"
    found = observed(f"表8 2019年口岸货运量（万吨）\n\n{rows}\n")
    assert "满洲里口岸 | 铁路货运量 | 2850.3 万吨 | 2019" in found
    assert "满洲里口岸 | 货运量 | 3200.5 万吨 | 2019" in found


def test_a_line_of_units_below_the_names() -> None:
    rows = (
        "口岸 货运量 客运量 车辆\n万吨 万人次 万辆次\n瑞丽 1760.2 310.4 220.8\n打洛 55.3 21.7 9.6\n孟定 80.9 33.1 12.4"
    )
    found = observed(f"表14 2020年边境口岸情况\n\n{rows}\n")
    assert "瑞丽口岸 | 客运量 | 310.4 万人次 | 2020" in found
    assert "孟定口岸 | 车辆 | 12.4 万辆次 | 2020" in found


def test_zones_that_are_called_by_their_towns() -> None:
    """The words over them, or the caption, say of what kind they are: no town was set up that day."""
    rows = "试验区 设立时间 面积（平方公里）\n东兴 2012年7月 1226\n瑞丽 2012年7月 1420\n塔城 2020年12月 1586"
    text = f"表12 沿边重点开发开放试验区\n\n{rows}\n"
    dated = {subject for subject, _ in linked(text, "dateEstablished")}
    assert all(subject.endswith("重点开发开放试验区") for subject in dated)
    assert len(dated) == 3
    assert {line.split(" | ")[0] for line in observed(text)} == dated


TYPED = """
霍尔果斯口岸 | 过货量 | 2800 万吨 | 2019
霍尔果斯口岸 | 过货量 | 3100 万吨 | 2020
霍尔果斯口岸 | 过货量 | 3300 万吨 | 2021
巴克图口岸 | 过货量 | 60.5 万吨 | 2019
巴克图口岸 | 过货量 | 62.1 万吨 | 2020
巴克图口岸 | 过货量 | 58 万吨 | 2021
"""


@pytest.mark.parametrize("mark", ["／", "/", "、", "，"])
def test_cells_that_a_typed_mark_parts(mark: str) -> None:
    """As many on each line, some of them numbers."""
    rows = ["年份 霍尔果斯口岸 巴克图口岸", "2019 2800 60.5", "2020 3100 62.1", "2021 3300 58"]
    typed = "\n".join(row.replace(" ", mark) for row in rows)
    assert observed(f"表3 新疆两口岸过货量（单位：万吨）\n{typed}\n") == lines(TYPED)


def test_names_that_a_mark_parts_are_no_rows() -> None:
    """Lists of as many names, one below the other, hold no figures."""
    assert (
        observed("表3 各口岸过货量（单位：万吨）\n巴克图、吉木乃、都拉塔\n瑞丽、磨憨、河口\n东兴、水口、龙邦\n")
        == set()
    )


@pytest.mark.parametrize("row", ["{}：{}万吨", "· {}：{}万吨；", "| {} | {}万吨 |"])
def test_labels_and_figures_without_a_header(row: str) -> None:
    """What the figures are, the caption says."""
    figures = {"霍尔果斯口岸": "3780.5", "阿拉山口口岸": "2433.1", "都拉塔口岸": "22"}
    text = "表6 2022年新疆各口岸进出口货运量\n\n" + "\n".join(row.format(*pair) for pair in figures.items())
    assert observed(f"{text}\n") == {f"{port} | 进出口货运量 | {n} 万吨 | 2022" for port, n in figures.items()}


def test_years_set_by_hand_over_the_columns() -> None:
    """The first of them may stand over the labels."""
    table = (
        "表5 两口岸货运量 万吨\n　　　　　2018年　　2019年\n红其拉甫口岸　　5.1　　6.2\n吐尔尕特口岸　　60.4　　58.8\n"
    )
    assert observed(table) == {
        "红其拉甫口岸 | 货运量 | 5.1 万吨 | 2018",
        "红其拉甫口岸 | 货运量 | 6.2 万吨 | 2019",
        "吐尔尕特口岸 | 货运量 | 60.4 万吨 | 2018",
        "吐尔尕特口岸 | 货运量 | 58.8 万吨 | 2019",
    }


def test_one_cell_a_line_below_the_words_over_the_columns() -> None:
    """The first of them says what the labels of the rows are."""
    cells = [
        "口岸名称",
        "进口",
        "出口",
        "绥芬河口岸",
        "820.5",
        "110.2",
        "黑河口岸",
        "95",
        "60",
        "同江口岸",
        "140",
        "22",
    ]
    table = "表4 黑龙江省边境口岸2022年进出口货物统计（单位：万吨）\n" + "\n".join(cells)
    figures = {"绥芬河": ("820.5", "110.2"), "黑河": ("95", "60"), "同江": ("140", "22")}
    assert observed(f"{table}\n") == {
        f"{port}口岸 | {way} | {n} 万吨 | 2022"
        for port, pair in figures.items()
        for way, n in zip(("进口", "出口"), pair, strict=True)
    }


def test_the_sentence_above_a_table_tells_its_year() -> None:
    """It need not end in a colon."""
    table = "下表是2023年云南两个口岸的情况。\n\n口岸\t货运量（万吨）\n瑞丽口岸\t412.6\n磨憨口岸\t690\n"
    assert observed(table) == {"瑞丽口岸 | 货运量 | 412.6 万吨 | 2023", "磨憨口岸 | 货运量 | 690 万吨 | 2023"}


ROWS = "口岸 | 货运量 | 客运量\n---|---|---\n瑞丽口岸 | 210 | 150\n磨憨口岸 | 320 | 180"
TOLD = {
    f"{port}口岸 | {said} | 2022"
    for port, freight, people in (("瑞丽", 210, 150), ("磨憨", 320, 180))
    for said in (f"货运量 | {freight} 万吨", f"客运量 | {people} 万人次")
}


def test_notes_below_a_table_tell_units_and_year() -> None:
    """Each unit with what it measures."""
    note = "注：货运量单位为万吨，客运量单位为万人次，数据均为2022年。"
    assert observed(f"|{ROWS}|\n\n{note}\n") == TOLD
    assert observed(f"|{ROWS}|\n\n单位：万吨、万人次。来源：海关统计。\n") != TOLD


@pytest.mark.parametrize(
    "lead", ["2022年，云南两个口岸的运量如下（单位：万吨、万人次）：", "2022年口岸运量（单位：万吨、万人次）"]
)
def test_what_stands_right_above_a_table_is_its_caption(lead: str) -> None:
    """The end of a paragraph, or a heading."""
    assert observed(f"{lead}\n\n|{ROWS}|\n") == TOLD


def test_rows_of_parts_below_the_row_of_the_whole() -> None:
    """They have its unit, and its measure where theirs is only a direction."""
    rows = "指标\t2020\t2021\n货运量（万吨）\t1800\t1700\n其中：进口\t1500\t1420\n出口\t300\t280\n班列（列）\t35\t42"
    table = f"表1 满洲里口岸运量\n\n{rows}\n"
    assert observed(table) == {
        f"满洲里口岸 | {what} | {year}"
        for year, figures in (("2020", (1800, 1500, 300, 35)), ("2021", (1700, 1420, 280, 42)))
        for what in (
            f"货运量 | {figures[0]} 万吨",
            f"进口货运量 | {figures[1]} 万吨",
            f"出口货运量 | {figures[2]} 万吨",
            f"班列 | {figures[3]} 列",
        )
    }
