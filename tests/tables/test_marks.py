"""Tables as other hands leave them: strokes, semicolons, HTML, words set apart, facts under a name, the sentence above."""

import pytest

from tests.extraction.observed import observed
from tests.extraction.stated import linked

TWO = {
    f"{port}口岸 | 货运量 | {figure} 万吨 | {year}"
    for port, figures in {"孟定清水河": ("31.5", "42.6"), "打洛": ("20.4", "19.8")}.items()
    for figure, year in zip(figures, ("2016", "2017"), strict=True)
}


@pytest.mark.parametrize(
    "rows",
    [
        "┌────────┬────────┬────────┐\n│ 口岸 │ 2016年 │ 2017年 │\n├────────┼────────┼────────┤\n"
        "│ 孟定清水河 │ 31.5 │ 42.6 │\n│ 打洛 │ 20.4 │ 19.8 │\n└────────┴────────┴────────┘",
        "口岸;2016年;2017年\n孟定清水河;31.5;42.6\n打洛;20.4;19.8",
        "口岸 | 2016年 | 2017年\n:--|--:|--:\n孟定清水河 | 31.5 | 42.6\n打洛 | 20.4 | 19.8",
        "口岸｜2016年｜2017年\n孟定清水河｜31.5｜42.6\n打洛｜20.4｜19.8",
        "口岸           2016年   2017年\n------------- -------- --------\n孟定清水河       31.5     42.6\n"
        "打洛             20.4     19.8",
        "<table>\n<tr><td>口岸</td><td>2016年</td><td>2017年</td></tr>\n<tr><td>孟定清水河</td><td>31.5</td>\n<td>42.6</td></tr>\n"
        "<tr><td>打洛</td><td>20.4</td><td><b>19.8</b></td></tr>\n</table>",
        '<table border="1"><tr><th>口岸</th><th>2016年</th><th>2017年</th></tr><tr><td>孟定清水河</td><td>31.5</td><td>42.6</td>'
        "</tr><tr><td>打洛</td><td>20.4</td><td>19.8</td></tr></table>",
    ],
    ids=["strokes", "semicolons", "bare bars", "wide bars", "strokes below", "html", "html in one line"],
)
def test_marks_between_the_cells(rows: str) -> None:
    """Each way gives the same figures."""
    assert observed(f"表2 部分口岸货运量（万吨）\n\n{rows}\n") == TWO


def test_spans_of_html_cells() -> None:
    """A group over two columns, a label over two rows."""
    rows = (
        '<tr><th rowspan="2">地区</th><th colspan="2">2016年</th><th colspan="2">2017年</th></tr>'
        "<tr><th>进口额</th><th>出口额</th><th>进口额</th><th>出口额</th></tr>"
        "<tr><td>塔城地区</td><td>2.1</td><td>8.5</td><td>3.3</td><td>9.7</td></tr>"
        "<tr><td>喀什地区</td><td>1.2</td><td>7.4</td><td>1.6</td><td>8.8</td></tr>"
    )
    found = observed(f"表1 部分地区贸易（亿美元）\n\n<table>{rows}</table>\n")
    assert len(found) == 8
    assert "塔城地区 | 出口额 | 9.7 亿美元 | 2017" in found


def test_words_set_apart_over_columns() -> None:
    """Narrow gaps within the words, wide ones between them."""
    head = "口　岸　　　进　口　　　出　口　　　合　计"
    rows = f"{head}\n马鬃山　　　０．６　　　０．３　　　０．９\n老爷庙　　　２．２　　　１．１　　　３．３"
    found = observed(f"表3　２０１８年口岸货运量（单位：万吨）\n{rows}\n")
    assert "马鬃山口岸 | 出口货运量 | 0.3 万吨 | 2018" in found
    assert "老爷庙口岸 | 货运量 | 3.3 万吨 | 2018" in found


@pytest.mark.parametrize(
    "lead",
    [
        "2018年两大陆路口岸的数字如下（货运量单位：万吨；客运量单位：万人次）：",
        "表4比较了两个口岸2018年的情况。\n\n表4 两口岸情况（万吨、万人次）",
        "满都拉和策克都是内蒙古的边境口岸，下表数据均为2018年，货运量单位为万吨，客运量单位为万人次。",
        "2018年口岸运量（万吨、万人次）",
    ],
)
def test_what_stands_above_a_table(lead: str) -> None:
    """Its year and its units."""
    rows = "口岸\t货运量\t客运量\n满都拉\t210.5\t6.6\n策克\t1200\t25.8"
    assert observed(f"{lead}\n\n{rows}\n") >= {
        "满都拉口岸 | 货运量 | 210.5 万吨 | 2018",
        "满都拉口岸 | 客运量 | 6.6 万人次 | 2018",
        "策克口岸 | 货运量 | 1200 万吨 | 2018",
        "策克口岸 | 客运量 | 25.8 万人次 | 2018",
    }


def test_a_lead_says_that_towns_are_ports() -> None:
    """The columns are called by their towns."""
    rows = (
        "| 指标 | 东宁 | 密山 |\n|---|---|---|\n| 货运量 | 60.5万吨 | 12.3万吨 |\n| 其中：进口 | 50.1万吨 | 9.9万吨 |"
    )
    found = observed(f"黑龙江两个公路口岸各有侧重。表中数字均为2018年：\n\n{rows}\n")
    assert {line for line in found if line.startswith(("东宁", "密山"))} == {
        "东宁口岸 | 货运量 | 60.5 万吨 | 2018",
        "密山口岸 | 货运量 | 12.3 万吨 | 2018",
        "东宁口岸 | 进口货运量 | 50.1 万吨 | 2018",
        "密山口岸 | 进口货运量 | 9.9 万吨 | 2018",
    }


def test_totals_of_some_and_of_all() -> None:
    """Of the places of the caption, and of the whole region."""
    rows = "地区\t进出口额\n崇左市\t1800.5\n百色市\t300.5\n两市合计\t2101\n全区\t4500"
    found = observed(f"表5 2018年广西边境两市外贸（亿元）\n\n{rows}\n")
    assert "广西边境两市 | 进出口额 | 2101 亿元 | 2018" in found
    assert "广西壮族自治区 | 进出口额 | 4500 亿元 | 2018" in found
    assert len(found) == 4


GROWING = {
    "额布都格口岸 | 货运量 | 5.5 万吨 | 2018",
    "额布都格口岸 | 货运量同比增长率 | 3.2 % | 2018",
    "阿日哈沙特口岸 | 货运量 | 8.8 万吨 | 2018",
    "阿日哈沙特口岸 | 货运量同比增长率 | -1.4 % | 2018",
}


@pytest.mark.parametrize(
    "table",
    [
        "表6 2018年口岸货运量\n\n口岸\t货运量（万吨）\t同比\n额布都格\t5.5\t增长3.2%\n阿日哈沙特\t8.8\t下降1.4%\n",
        "2018年各口岸货运量如下：\n- 额布都格口岸：5.5万吨，同比增长3.2%；\n- 阿日哈沙特口岸：8.8万吨，同比下降1.4%；\n"
        "- 甘其毛都口岸：1500万吨，同比增长9.9%。\n",
        "表6 2018年口岸运量\n\n| 指标 | 额布都格口岸 | 阿日哈沙特口岸 |\n|---|---|---|\n| 货运量（万吨） | 5.5 | 8.8 |\n"
        "| 货运量同比增长（%） | 3.2 | -1.4 |\n",
    ],
    ids=["column", "items", "row"],
)
def test_growth_is_of_what_stands_beside_it(table: str) -> None:
    assert {line for line in observed(table) if "甘其毛都" not in line} == GROWING


def test_shares_and_directions_name_their_measure() -> None:
    """占全省进出口的比重 is of 进出口额, though another column stands before it."""
    rows = "县市\t进出口额（亿元）\t出口额（亿元）\t占全省进出口比重（%）\n瑞丽市\t500.5\t300.1\t21.5\n河口县\t200.2\t100.7\t8.6"
    found = observed(f"表7 2018年云南边境县市外贸\n\n{rows}\n")
    assert "瑞丽市 | 进出口额占全省的比重 | 21.5 % | 2018" in found
    grouped = (
        "| 口岸 | 货运量（万吨） | |\n|---|---|---|\n| | 进口 | 出口 |\n| 章凤 | 10.1 | 20.2 |\n| 南伞 | 5.5 | 6.6 |"
    )
    assert "章凤口岸 | 出口货运量 | 20.2 万吨 | 2018" in observed(f"表8 2018年口岸情况\n\n{grouped}\n")


def test_a_year_beside_figures_is_theirs() -> None:
    """Beside an area alone it is the day on which a zone was set up."""
    rows = "口岸\t年份\t货运量（万吨）\n红山嘴\t2016\t1.1\n红山嘴\t2017\t1.5\n乌拉斯台\t2017\t9.4"
    text = f"表9 新疆两口岸货运量\n\n{rows}\n"
    assert "红山嘴口岸 | 货运量 | 1.5 万吨 | 2017" in observed(text)
    assert linked(text, "dateEstablished") == set()
    zones = "名称\t年份\t面积（平方公里）\n凭祥边境经济合作区\t1992年\t7.2\n和龙边境经济合作区\t2015年\t5.8\n"
    assert linked(zones, "dateEstablished") == {("凭祥边境经济合作区", "1992"), ("和龙边境经济合作区", "2015")}
    assert "和龙边境经济合作区 | 面积 | 5.8 平方公里" in observed(zones)


def test_numbers_that_are_not_exact() -> None:
    rows = "口岸\t货运量\t旅客\n吉隆\t约15.2万吨\t近20万人次\n樟木\t5.5万吨\t6万多人次"
    assert observed(f"表1 2018年口岸情况\n\n{rows}\n") == {
        "吉隆口岸 | 货运量 | 15.2 万吨 | 2018",
        "吉隆口岸 | 旅客 | 20 万人次 | 2018",
        "樟木口岸 | 货运量 | 5.5 万吨 | 2018",
        "樟木口岸 | 旅客 | 6 万人次 | 2018",
    }


def test_facts_under_the_names_that_they_are_of() -> None:
    text = "水口口岸\n  货运量：55.5万吨\n  出入境人员：30.1万人次\n龙邦口岸\n  货运量：98.6万吨\n  出入境人员：12.7万人次\n"
    assert observed(text) == {
        "水口口岸 | 货运量 | 55.5 万吨",
        "水口口岸 | 出入境人员 | 30.1 万人次",
        "龙邦口岸 | 货运量 | 98.6 万吨",
        "龙邦口岸 | 出入境人员 | 12.7 万人次",
    }


def test_months_of_a_caption_and_years_over_a_column() -> None:
    rows = "口岸\t进口\t出口\n都拉塔\t1.5\t60.8\n木扎尔特\t0.3\t0.9"
    assert "都拉塔口岸 | 出口货运量 | 60.8 万吨 | 2018-01/2018-09" in observed(
        f"2018年1—9月新疆部分口岸货运量（万吨）\n{rows}\n"
    )
    spans = (
        "口岸 2011—2015年年均货运量（万吨） 2016年货运量（万吨）\n瑞丽 900.2 950.4\n河口 300.5 355.3\n打洛 30.2 45.8"
    )
    assert "瑞丽口岸 | 年均货运量 | 900.2 万吨 | 2011/2015" in observed(f"表2 口岸货运量\n\n{spans}\n")


@pytest.mark.parametrize(
    "text",
    [
        "提问：来了多少人？\n回答：5万人。\n瑞丽口岸：3万人\n",
        "县名：甲县；2015年收入：7563元；2020年：12316元\n县名：乙县；2015年收入：7012元；2020年：11285元\n",
        "一是口岸；二是通道；三是平台\n一是县；二是市；三是旗\n一是人；二是货；三是车\n",
    ],
)
def test_lines_that_are_no_rows(text: str) -> None:
    """Questions, facts with their labels, lists of words."""
    assert {line for line in observed(text) if " | " not in line} == set()
    assert not any("一是" in line for line in observed(text))


@pytest.mark.parametrize(
    "caption",
    [
        "表1 云南两口岸货运量（单位：万吨）",
        "表1 云南两口岸货运量 单位 万吨",
        "表1 云南两口岸货运量（单位为万吨）",
        "表1 云南两口岸货运量，以万吨计",
        "表1 云南两口岸货运量［万吨］",
        "表1 云南两口岸货运量（2019—2020年，万吨）",
        "表1 云南两口岸货运量/万吨",
        "云南两口岸2019、2020年的货运量（万吨）见下表。",
        "两个口岸的货运量见下表，单位均为万吨。",
        "表1显示了两个口岸的货运量，数字以万吨为单位。",
    ],
)
def test_ways_to_say_the_unit_of_a_table(caption: str) -> None:
    rows = "| 口岸 | 2019 | 2020 |\n|---|---|---|\n| 瑞丽口岸 | 210 | 150 |\n| 磨憨口岸 | 320 | 180 |\n"
    assert observed(f"{caption}\n\n{rows}") == {
        f"{port}口岸 | 货运量 | {n} 万吨 | {year}"
        for port, figures in (("瑞丽", (210, 150)), ("磨憨", (320, 180)))
        for year, n in zip((2019, 2020), figures, strict=True)
    }


@pytest.mark.parametrize("stub", ["口岸（万吨）", "万吨"])
def test_the_unit_may_stand_over_the_labels(stub: str) -> None:
    table = f"表1 云南两口岸货运量\n\n| {stub} | 2019 |\n|---|---|\n| 瑞丽口岸 | 210 |\n| 磨憨口岸 | 320 |\n"
    assert observed(table) == {"瑞丽口岸 | 货运量 | 210 万吨 | 2019", "磨憨口岸 | 货运量 | 320 万吨 | 2019"}


def test_what_the_sentence_above_speaks_of_is_what_the_figures_are_of() -> None:
    """Where its words stand for the caption: 该区."""
    lead = "丹东边境经济合作区1992年设立。该区2022年主要指标如下："
    rows = "项目 | 数值\n规划面积 | 15.2平方公里\n进出口总额 | 36.5亿元\n"
    assert observed(f"{lead}\n\n{rows}") == {
        "丹东边境经济合作区 | 规划面积 | 15.2 平方公里 | 2022",
        "丹东边境经济合作区 | 进出口总额 | 36.5 亿元 | 2022",
    }


def test_rows_of_as_many_words_as_their_header() -> None:
    """Several columns of names, not set under each other."""
    rows = "县（市） 所属州 毗邻国家 边境线长（公里）\n乌恰县 克孜勒苏柯尔克孜自治州 吉尔吉斯斯坦 470.4\n"
    rows += "腾冲市 保山市 缅甸 148.1\n河口县 红河哈尼族彝族自治州 越南 193.0\n东兴市 防城港市 越南 39.0\n"
    assert observed(f"表2 部分边境县（市）概况（2020年）\n\n{rows}") == {
        "乌恰县 | 边境线长 | 470.4 公里 | 2020",
        "腾冲市 | 边境线长 | 148.1 公里 | 2020",
        "河口瑶族自治县 | 边境线长 | 193 公里 | 2020",
        "东兴市 | 边境线长 | 39 公里 | 2020",
    }
