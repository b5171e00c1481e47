"""The third hand, written when the checks stood: how yearbooks and reports tell figures, in other words and layouts."""

from decimal import Decimal

from tests.audit.draw import CITIES, PORTS, PROVINCES, Author, Draw, Rows, either, rounded, table
from tests.audit.scholar import HUNDRED, growth, share

yearbook = Author("yearbook")


@yearbook.writes("total")
def total_on_top(d: Draw) -> str:
    cells = [d.amount(10, 200) for _ in PROVINCES]
    total = sum(cells, Decimal(0))
    rows: Rows = [["省区", "2015年"], ["合计", either(total, d.off(total))], *zip(PROVINCES, cells, strict=True)]
    return f"表2-1 2015年沿边九省区边境小额贸易额（单位：亿美元）\n\n{table(d, rows)}\n"


@yearbook.writes("total")
def regions_across(d: Draw) -> str:
    names = ["崇左市", "百色市", "防城港市"]
    rows: Rows = [["年份", *names, "合计"]]
    wrong = d.whole(0, 2)
    for k, year in enumerate((2019, 2020, 2021)):
        cells = [d.amount(100, 900) for _ in names]
        total = sum(cells, Decimal(0))
        rows.append([f"{year}年", *cells, either(total, d.off(total)) if k == wrong else total])
    return f"表3 2019—2021年广西边境三市进出口总额（单位：亿元）\n\n{table(d, rows)}\n"


@yearbook.writes("total")
def counts_of_zones(d: Draw) -> str:
    names = d.some(PROVINCES, 9)
    cells = [[d.whole(1, 25), d.whole(0, 8)] for _ in names]
    a, b = sum(row[0] for row in cells), sum(row[1] for row in cells)
    rows: Rows = [["省区", "沿边口岸", "边境经济合作区"], *([n, *row] for n, row in zip(names, cells, strict=True))]
    return f"表1 沿边九省区开放平台分布（单位：个）\n\n{table(d, [*rows, ['合计', either(a, a + d.whole(2, 5)), b]])}\n"


@yearbook.writes("total")
def trade_the_other_way(d: Draw) -> str:
    place, out, into = d.one(PROVINCES), d.amount(50, 400, 1), d.amount(50, 400, 1)
    total = out + into
    return f"2016年{place}出口{out}亿美元，进口{into}亿美元，进出口总额达到{either(total, d.off(total))}亿美元。\n"


@yearbook.writes("total")
def deficit(d: Draw) -> str:
    place, out = d.one(CITIES), d.amount(20, 80)
    into = out + d.amount(10, 70)
    gap = into - out
    return f"2017年，{place}出口额为{out}亿元，进口额为{into}亿元，贸易逆差为{either(gap, d.off(gap))}亿元。\n"


@yearbook.writes("share")
def of_the_region(d: Draw) -> str:
    whole, part = d.amount(3000, 5000), d.amount(500, 2500)
    right = share(part, whole, 1)
    return f"2020年，广西进出口总额{whole}亿元；崇左市进出口总额{part}亿元，占广西进出口总额的{either(right, d.off(right))}%。\n"


@yearbook.writes("share")
def in_tenths_of_thousands(d: Draw) -> str:
    part, whole = d.amount(1000, 9000, 0), d.amount(1, 3, 4) * 10
    right = rounded(part / (whole * 10000) * HUNDRED, 1)
    return (
        f"2018年全国对外直接投资额{whole}亿美元，云南对外直接投资额{part}万美元，"
        f"云南对外直接投资额占全国的比重为{either(right, right + d.amount(3, 9, 1))}%。\n"
    )


@yearbook.writes("share")
def industry_of_a_table(d: Draw) -> str:
    rows: Rows = [["地区", "地区生产总值（亿元）", "第三产业增加值（亿元）", "第三产业增加值占地区生产总值的比重（%）"]]
    wrong = d.whole(0, 3)
    for k, name in enumerate(d.some(CITIES, 4)):
        whole, part = d.amount(500, 900, 1), d.amount(100, 480, 1)
        right = share(part, whole, 1)
        rows.append([name, whole, part, either(right, d.off(right)) if k == wrong else right])
    return f"表4 2019年沿边部分城市经济结构\n\n{table(d, rows)}\n"


@yearbook.writes("quotient")
def trade_a_head(d: Draw) -> str:
    place, trade, people = d.one(CITIES), d.amount(100, 900), d.amount(50, 300)
    right = rounded(trade / people * 10000, 0)
    return f"{place}2020年常住人口{people}万人，进出口总额{trade}亿元，人均进出口额{either(right, d.off(right))}元。\n"


@yearbook.writes("growth")
def up_from_last_year(d: Draw) -> str:
    place, before = d.one(PROVINCES), d.amount(100, 900)
    after = rounded(before * d.amount(1.1, 1.7, 3), 2)
    right = growth(before, after, 1)
    return (
        f"2013年{place}边境小额贸易额{before}亿元，2014年{place}边境小额贸易额{after}亿元，"
        f"增幅达{either(right, d.off(right, 0.25, 0.6))}%。\n"
    )


@yearbook.writes("growth")
def ports_with_rates(d: Draw) -> str:
    rows: Rows = [["口岸", "2018年", "2019年", "增长率（%）"]]
    wrong = d.whole(0, 3)
    for k, port in enumerate(d.some(PORTS, 4)):
        before = d.amount(100, 900)
        after = rounded(before * d.amount(0.6, 1.6, 3), 2)
        right = growth(before, after)
        rows.append([port, before, after, either(right, right + d.amount(4, 20)) if k == wrong else right])
    return f"表6 2018—2019年沿边口岸进出口货运量（单位：万吨）\n\n{table(d, rows)}\n"


@yearbook.writes("growth")
def half_year(d: Draw) -> str:
    place, before = d.one(PROVINCES), d.amount(100, 900)
    after = rounded(before * d.amount(0.6, 0.9, 3), 2)
    right = -growth(before, after, 1)
    return (
        f"2019年上半年，{place}进出口总额{before}亿元。2020年上半年，{place}进出口总额{after}亿元，"
        f"同比下降{either(right, d.off(right, 0.2, 0.5))}%。\n"
    )


@yearbook.writes("growth")
def years_of_a_table(d: Draw) -> str:
    years = list(range(2010, 2021))
    values = [d.amount(100, 300)]
    for _ in years[1:]:
        values.append(rounded(values[-1] * d.amount(0.95, 1.3, 3), 2))
    right = rounded(Decimal(repr((float(values[-1] / values[0]) ** 0.1 - 1) * 100)), 2)
    rows: Rows = [["年份", "进出口总额"], *([f"{y}年", v] for y, v in zip(years, values, strict=True))]
    place = d.one(PROVINCES)
    return (
        f"表1 2010—2020年{place}进出口总额（单位：亿元）\n\n{table(d, rows)}\n\n"
        f"2010—2020年{place}进出口总额年均增长{either(right, d.off(right, 0.2, 0.5))}%。\n"
    )


@yearbook.writes("growth")
def fewer_people(d: Draw) -> str:
    port, before, less = d.one(PORTS), d.amount(200, 600, 1), d.amount(20, 190, 1)
    after = before - less
    wrong = d.off(less, 0.2, 0.6)
    return f"2014年{port}出入境人员{before}万人次，2015年出入境人员{after}万人次，较上年减少{either(less, wrong)}万人次。\n"


@yearbook.writes("multiple")
def of_another_place(d: Draw) -> str:
    a, b = d.some(PROVINCES, 2)
    low = d.amount(50, 200)
    high = rounded(low * d.amount(2, 6, 3), 2)
    right = rounded(high / low, 1)
    return f"2019年，{a}进出口总额{low}亿美元，{b}进出口总额{high}亿美元，是{a}的{either(right, d.off(right, 0.15, 0.5))}倍。\n"


@yearbook.writes("multiple")
def grew_times(d: Draw) -> str:
    place, before = d.one(CITIES), d.amount(10, 60)
    after = rounded(before * d.amount(3, 9, 3), 2)
    right = rounded(after / before - 1, 2)
    return f"{place}进出口总额从1992年的{before}亿元增长到2012年的{after}亿元，增长{either(right, right + 1)}倍。\n"


@yearbook.writes("multiple")
def twice_doubled(d: Draw) -> str:
    port, before = d.one(PORTS), d.amount(50, 100, 1)
    after, low = rounded(before * d.amount(4.05, 4.9, 3), 1), rounded(before * d.amount(2.2, 3.2, 3), 1)
    return (
        f"2005年{port}进出口货运量{before}万吨，2015年{port}进出口货运量{either(after, low)}万吨，比2005年翻了两番。\n"
    )


@yearbook.writes("rank")
def third_in_a_table(d: Draw) -> str:
    cells = {p: d.amount(50, 900) for p in PROVINCES}
    order = sorted(cells, key=lambda p: -cells[p])
    rows: Rows = [["省区", "边境小额贸易额"], *cells.items()]
    return (
        f"表2 2014年沿边九省区边境小额贸易额（单位：亿元）\n\n{table(d, rows)}\n\n"
        f"2014年，{either(order[2], order[d.whole(4, 7)])}边境小额贸易额位居沿边省区第三位。\n"
    )


@yearbook.writes("rank")
def the_most_is(d: Draw) -> str:
    cells = {p: d.whole(2, 40) for p in PROVINCES}
    top = max(cells.values())
    first = next(p for p in PROVINCES if cells[p] == top)
    cells[first] = top + 3
    other = d.one([p for p in PROVINCES if p != first])
    rows: Rows = [["省区", "沿边口岸"], *cells.items()]
    return (
        f"表1 2019年沿边九省区沿边口岸数量（单位：个）\n\n{table(d, rows)}\n\n"
        f"2019年沿边口岸数量最多的是{either(first, other)}。\n"
    )


@yearbook.writes("rank")
def least_of_ports(d: Draw) -> str:
    names = d.some(PORTS, 5)
    cells = {p: d.amount(10, 500) for p in names}
    order = sorted(cells, key=lambda p: cells[p])
    rows: Rows = [["口岸", "出入境人员"], *cells.items()]
    return (
        f"表5 2016年沿边口岸出入境人员（单位：万人次）\n\n{table(d, rows)}\n\n"
        f"如表5，2016年{either(order[0], order[d.whole(1, 4)])}出入境人员最少，仍有较大潜力。\n"
    )


@yearbook.writes("count")
def zones_in_brackets(d: Draw) -> str:
    kept = d.some(["东兴", "凭祥", "百色", "瑞丽", "勐腊", "满洲里", "二连浩特", "塔城"], d.whole(4, 7))
    right = len(kept)
    return f"全国共设立{either(right, right + 1)}个沿边重点开发开放试验区，包括{'、'.join(kept)}。\n"


@yearbook.writes("count")
def cities_behind(d: Draw) -> str:
    kept = d.some(["丹东", "珲春", "绥芬河", "黑河", "满洲里", "二连浩特", "瑞丽", "河口"], d.whole(4, 7))
    right = len(kept)
    return f"国家先后批准{'、'.join(kept[:-1])}和{kept[-1]}{either(right, right + 2)}个沿边开放城市。\n"


@yearbook.writes("count")
def counties_of_a_city(d: Draw) -> str:
    kept = d.some(["扶绥县", "宁明县", "龙州县", "大新县", "天等县"], d.whole(3, 5))
    right = len(kept)
    return f"崇左市下辖{either(right, right + 1)}个县：{'、'.join(kept)}。\n"


@yearbook.writes("hundred")
def industries_added(d: Draw) -> str:
    a, b = d.amount(6, 20, 1), d.amount(25, 45, 1)
    c = HUNDRED - a - b
    return (
        f"2018年，{d.one(CITIES)}第一产业增加值占地区生产总值的比重为{a}%，第二产业增加值占地区生产总值的比重为"
        f"{either(b, b - d.amount(3, 8, 1))}%，第三产业增加值占地区生产总值的比重为{c}%。\n"
    )


@yearbook.writes("hundred")
def ratio_from_and_to(d: Draw) -> str:
    a, b = d.amount(6, 20, 1), d.amount(25, 45, 1)
    e, f = d.amount(6, 20, 1), d.amount(25, 45, 1)
    c, g = HUNDRED - a - b, HUNDRED - e - f
    return f"{d.one(PROVINCES)}三次产业结构由2010年的{a}∶{b}∶{c}调整为2020年的{e}∶{either(f, f + d.amount(2, 6, 1))}∶{g}。\n"


@yearbook.writes("hundred")
def years_of_industries(d: Draw) -> str:
    rows: Rows = [["年份", "第一产业（%）", "第二产业（%）", "第三产业（%）"]]
    wrong = d.whole(0, 2)
    for k, year in enumerate((2010, 2015, 2020)):
        a, b = d.amount(6, 20, 1), d.amount(25, 45, 1)
        c = HUNDRED - a - b
        rows.append([f"{year}年", either(a, a + d.amount(3, 9, 1)) if k == wrong else a, b, c])
    return f"表2 2010—2020年{d.one(PROVINCES)}三次产业比重\n\n{table(d, rows)}\n"


@yearbook.writes("significance")
def columns_of_models(d: Draw) -> str:
    error, other = d.amount(0.02, 0.2, 4), d.amount(0.02, 0.2, 4)
    strong, weak = rounded(error * d.amount(3, 5, 3), 4), rounded(other * d.amount(0.2, 1.2, 3), 4)
    mark = either("", "**")
    return (
        "表5 稳健性检验\n\n| 变量 | (1) | (2) |\n| --- | --- | --- |\n"
        f"| fdi | {strong}*** | {weak}{mark} |\n|  | ({error}) | ({other}) |\n"
        f"| road | {strong}*** | {strong}*** |\n|  | ({error}) | ({error}) |\n| N | 270 | 270 |\n\n"
        "注：*、**、***分别代表在10%、5%、1%水平上显著，括号内为标准误。\n"
    )


@yearbook.writes("significance")
def not_passed(d: Draw) -> str:
    error = d.amount(0.02, 0.2, 4)
    strong, weak = rounded(error * d.amount(3, 5, 3), 4), rounded(error * d.amount(0.2, 1.2, 3), 4)
    said = either("通过了1%水平的显著性检验", "未通过显著性检验")
    return (
        "表2 估计结果\n\n| 变量 | 模型1 |\n| --- | --- |\n"
        f"| trade | {strong}*** |\n|  | ({error}) |\n| road | {weak} |\n|  | ({error}) |\n\n"
        f"注：括号内为标准误；***、**、*分别表示1%、5%、10%的显著性水平。\n\n表2显示，trade的系数{said}。\n"
    )


@yearbook.writes("panel")
def months(d: Draw) -> str:
    first, last, units = d.whole(2006, 2010), d.whole(2016, 2021), d.whole(20, 45)
    right = units * (last - first + 1)
    error = d.amount(0.02, 0.2, 4)
    value = rounded(error * 4, 4)
    return (
        f"样本为{first}—{last}年{units}个沿边口岸的面板数据。\n\n表1 基准回归\n\n| 变量 | (1) |\n| --- | --- |\n"
        f"| open | {value}*** |\n|  | ({error}) |\n| road | {value}*** |\n|  | ({error}) |\n"
        f"| 样本量 | {either(right, right + d.whole(5, 19))} |\n\n注：括号内为标准误；***表示在1%水平上显著。\n"
    )


@yearbook.writes("restated")
def other_name(d: Draw) -> str:
    cells = {p: d.amount(50, 900) for p in PROVINCES}
    place = d.one(PROVINCES)
    right = cells[place]
    rows: Rows = [["省区", "2018年"], *cells.items()]
    return (
        f"表4 2018年沿边九省区货物进出口总额（单位：亿美元）\n\n{table(d, rows)}\n\n"
        f"由表4可见，2018年{place}进出口总额为{either(right, right + Decimal('1.10'))}亿美元。\n"
    )
