"""The second hand: how communiqués and news tell figures."""

from decimal import Decimal

from tests.audit.draw import CITIES, PORTS, PROVINCES, Author, Draw, Rows, either, rounded, table
from tests.audit.scholar import HUNDRED, growth, share

reporter = Author("reporter")


# Totals


@reporter.writes("total")
def freight_in_two(d: Draw) -> str:
    port, out, into = d.one(PORTS), d.amount(50, 400, 1), d.amount(50, 400, 1)
    total = out + into
    return (
        f"据海关统计，2021年{port}进出口货运量{either(total, d.off(total))}万吨，"
        f"其中，进口货运量{into}万吨，出口货运量{out}万吨。\n"
    )


@reporter.writes("total")
def cities_table(d: Draw) -> str:
    names = d.some(CITIES, 5)
    cells = [[d.amount(10, 90, 1), d.amount(10, 90, 1)] for _ in names]
    rows: Rows = [["地区", "进口额（亿元）", "出口额（亿元）", "进出口额（亿元）"]]
    wrong = d.whole(0, 4)
    for k, (name, (into, out)) in enumerate(zip(names, cells, strict=True)):
        total = into + out
        rows.append([name, into, out, either(total, d.off(total)) if k == wrong else total])
    return f"2022年沿边部分城市外贸情况\n\n{table(d, rows)}\n"


@reporter.writes("total")
def cities_of_a_region(d: Draw) -> str:
    names = ["崇左市", "防城港市", "百色市", "南宁市", "钦州市"]
    cells = [d.amount(100, 900, 1) for _ in names]
    total = sum(cells, Decimal(0))
    rows: Rows = [["地区", "进出口额"], *zip(names, cells, strict=True), ["总计", either(total, d.off(total))]]
    return f"表1 2020年广西各市进出口额（单位：亿元）\n\n{table(d, rows)}\n"


@reporter.writes("total")
def years_down(d: Draw) -> str:
    years = range(2016, 2021)
    rows: Rows = [["年份", "进出口总额", "出口额", "进口额"]]
    wrong = d.whole(0, 4)
    for k, year in enumerate(years):
        out, into = d.amount(100, 300, 1), d.amount(100, 300, 1)
        total = out + into
        rows.append([f"{year}年", either(total, d.off(total)) if k == wrong else total, out, into])
    return f"表2 2016—2020年{d.one(PROVINCES)}外贸进出口情况（单位：亿美元）\n\n{table(d, rows)}\n"


@reporter.writes("total")
def trade_in_the_year(d: Draw) -> str:
    place, out, into = d.one(CITIES), d.amount(50, 200), d.amount(50, 200)
    total = out + into
    return (
        f"2022年，{place}完成外贸进出口总额{total}亿元。其中，出口{out}亿元，"
        f"进口{either(into, d.off(into))}亿元。全市对外开放水平提升。\n"
    )


@reporter.writes("total")
def industries_of_a_year(d: Draw) -> str:
    place, a, b, c = d.one(PROVINCES), d.amount(500, 900), d.amount(2000, 4000), d.amount(3000, 6000)
    total = a + b + c
    return (
        f"初步核算，2021年全年{place}生产总值{total}亿元。其中，"
        f"第一产业增加值{a}亿元；第二产业增加值{either(b, d.off(b))}亿元；"
        f"第三产业增加值{c}亿元。\n"
    )


@reporter.writes("total")
def ports_of_two_kinds(d: Draw) -> str:
    a, b = d.whole(8, 20), d.whole(30, 70)
    return f"沿边地区共有铁路、公路口岸{either(a + b, a + b - d.whole(3, 6))}个，其中，铁路口岸{a}个、公路口岸{b}个。\n"


# Shares


@reporter.writes("share")
def tonnage_share(d: Draw) -> str:
    port, whole, part = d.one(PORTS), d.amount(400, 900, 1), d.amount(50, 390, 1)
    right = share(part, whole, 1)
    return (
        f"2020年{port}进出口货运量达{whole}万吨，其中进口货运量{part}万吨，"
        f"进口货运量占进出口货运量的{either(right, d.off(right))}%。\n"
    )


@reporter.writes("share")
def share_column(d: Draw) -> str:
    names = d.some(PROVINCES, 6)
    cells = {p: d.amount(100, 900, 1) for p in names}
    total = sum(cells.values(), Decimal(0))
    shares: dict[str, object] = {p: share(v, total, 1) for p, v in cells.items()}
    wrong = d.one(names)
    shares[wrong] = either(shares[wrong], d.off(Decimal(str(shares[wrong]))))
    rows: Rows = [
        ["省区", "进出口额（亿元）", "占比（%）"],
        *([p, cells[p], shares[p]] for p in names),
        ["合计", total, "100.0"],
    ]
    return f"表1 2021年沿边省区进出口额及占比\n\n{table(d, rows)}\n"


@reporter.writes("share")
def share_of_the_country(d: Draw) -> str:
    place, whole, part = d.one(PROVINCES), d.amount(1100, 1500, 1), d.amount(10, 120, 1)
    right = share(part, whole)
    return (
        f"2020年，全国实际利用外资{whole}亿美元，{place}实际利用外资{part}亿美元，"
        f"仅占全国的{either(right, d.off(right))}%。\n"
    )


@reporter.writes("share")
def people_share(d: Draw) -> str:
    whole, part = d.amount(140000, 141500, 0), d.amount(20000, 28000, 0)
    right = share(part, whole, 1)
    return (
        f"2020年，全国常住人口{whole}万人，沿边九省区常住人口{part}万人，约占全国的{either(right, d.off(right))}%。\n"
    )


@reporter.writes("share")
def with_a_neighbour(d: Draw) -> str:
    place, whole, part = d.one(PROVINCES), d.amount(900, 1500, 1), d.amount(100, 800, 1)
    right = share(part, whole, 1)
    return (
        f"2019年，{place}外贸进出口总额{whole}亿元。对越南进出口额{part}亿元，"
        f"占外贸进出口总额的{either(right, d.off(right))}%。\n"
    )


# Quotients


@reporter.writes("quotient")
def a_head(d: Draw) -> str:
    place, product, people = d.one(CITIES), d.amount(200, 900, 1), d.amount(60, 300, 1)
    right = rounded(product / people * 10000, 0)
    return (
        f"2021年末，{place}常住人口{people}万人。2021年全市生产总值{product}亿元，"
        f"人均生产总值{either(right, d.off(right))}元。\n"
    )


@reporter.writes("quotient")
def trade_to_product(d: Draw) -> str:
    place, product, trade = d.one(CITIES), d.amount(300, 900, 1), d.amount(30, 280, 1)
    right = share(trade, product, 1)
    return (
        f"2019年，{place}GDP为{product}亿元，外贸进出口总额为{trade}亿元，"
        f"对外贸易依存度达{either(right, d.off(right))}%。\n"
    )


# Growth


@reporter.writes("growth")
def two_sentences(d: Draw) -> str:
    port, before = d.one(PORTS), d.amount(100, 900, 1)
    after = rounded(before * d.amount(1.05, 1.5, 3), 1)
    right = growth(before, after, 1)
    return (
        f"2018年，{port}进出口货运量{before}万吨。2019年，{port}进出口货运量{after}万吨，"
        f"同比增长{either(right, d.off(right, 0.25, 0.6))}%。\n"
    )


@reporter.writes("growth")
def passengers_fall(d: Draw) -> str:
    port, before = d.one(PORTS), d.amount(100, 300, 1)
    after = rounded(before * d.amount(0.1, 0.6, 3), 1)
    right = -growth(before, after, 1)
    return (
        f"2019年{port}出入境人员{before}万人次；2020年出入境人员降至{after}万人次，"
        f"比上年下降{either(right, d.off(right, 0.1, 0.3))}%。\n"
    )


@reporter.writes("growth")
def more_than_before(d: Draw) -> str:
    place, before, more = d.one(PROVINCES), d.amount(500, 900, 1), d.amount(20, 90, 1)
    after = before + more
    return (
        f"2020年{place}进出口额为{before}亿元。2021年{place}进出口额为{after}亿元，"
        f"比上年增加{either(more, d.off(more, 0.2, 0.6))}亿元。\n"
    )


@reporter.writes("growth")
def years_and_rates(d: Draw) -> str:
    values = [d.amount(100, 200, 1)]
    for _ in range(4):
        values.append(rounded(values[-1] * d.amount(0.8, 1.4, 3), 1))
    rows: Rows = [["年份", "进出口额（亿元）", "同比增长（%）"], ["2015年", values[0], "—"]]
    wrong = d.whole(1, 4)
    for k in range(1, 5):
        right = growth(values[k - 1], values[k], 1)
        rows.append([f"{2015 + k}年", values[k], either(right, right + d.amount(4, 15, 1)) if k == wrong else right])
    return f"表3 2015—2019年{d.one(CITIES)}进出口额\n\n{table(d, rows)}\n"


@reporter.writes("growth")
def average_of_a_plan(d: Draw) -> str:
    place, before = d.one(PROVINCES), d.amount(300, 900, 1)
    after = rounded(before * d.amount(1.4, 2.6, 3), 1)
    right = rounded(Decimal(repr((float(after / before) ** 0.2 - 1) * 100)), 1)
    return (
        f"2015年，{place}外贸进出口总额{before}亿元，2020年达到{after}亿元，"
        f"2015—2020年年均增长{either(right, d.off(right, 0.2, 0.6))}%。\n"
    )


@reporter.writes("growth")
def from_and_to(d: Draw) -> str:
    place, before = d.one(CITIES), d.amount(20, 90)
    after = rounded(before * d.amount(1.6, 3, 3), 2)
    right = growth(before, after)
    return (
        f"{place}进出口总额从2016年的{before}亿元增至2021年的{after}亿元，"
        f"较2016年增长了{either(right, d.off(right, 0.15, 0.4))}%。\n"
    )


# Multiples


@reporter.writes("multiple")
def as_of_then(d: Draw) -> str:
    port, before = d.one(PORTS), d.amount(50, 200, 1)
    after = rounded(before * d.amount(2, 6, 3), 1)
    right = rounded(after / before, 1)
    return (
        f"2012年{port}进出口货运量为{before}万吨，2021年为{after}万吨，"
        f"为2012年的{either(right, d.off(right, 0.15, 0.5))}倍。\n"
    )


@reporter.writes("multiple")
def doubled(d: Draw) -> str:
    place, before = d.one(CITIES), d.amount(50, 200, 1)
    after = rounded(before * d.amount(2.01, 2.3, 3), 1)
    low = rounded(before * d.amount(1.2, 1.6, 3), 1)
    return f"2010年{place}进出口总额{before}亿元，2015年{place}进出口总额{either(after, low)}亿元，比2010年翻了一番。\n"


@reporter.writes("multiple")
def grown_in_table(d: Draw) -> str:
    before = {p: d.amount(20, 90) for p in PROVINCES}
    after = {p: rounded(v * d.amount(2.5, 6, 3), 2) for p, v in before.items()}
    place = d.one(PROVINCES)
    right = rounded(after[place] / before[place] - 1, 1)
    rows: Rows = [["省区", "2000年", "2010年"], *([p, before[p], after[p]] for p in PROVINCES)]
    return (
        f"表1 2000年和2010年沿边省区进出口总额（单位：亿美元）\n\n{table(d, rows)}\n\n"
        f"2010年{place}进出口总额比2000年增长了{either(right, right + 1)}倍。\n"
    )


# Ranks


@reporter.writes("rank")
def first_of_the_ports(d: Draw) -> str:
    names = d.some(PORTS, 6)
    cells = {p: d.amount(50, 900, 1) for p in names}
    order = sorted(cells, key=lambda p: -cells[p])
    rows: Rows = [["口岸", "进出口货运量"], *cells.items()]
    return (
        f"表1 2020年主要沿边口岸进出口货运量（单位：万吨）\n\n{table(d, rows)}\n\n"
        f"2020年，{either(order[0], order[d.whole(1, 3)])}进出口货运量最大。\n"
    )


@reporter.writes("rank")
def leads_with_figure(d: Draw) -> str:
    cells = {p: d.amount(50, 900) for p in PROVINCES}
    order = sorted(cells, key=lambda p: -cells[p])
    rows: Rows = [["省区", "2022年"], *cells.items()]
    wrong = order[d.whole(1, 4)]
    told = either(f"{order[0]}最高，为{cells[order[0]]}亿美元", f"{wrong}最高，为{cells[wrong]}亿美元")
    return (
        f"表1 2022年沿边九省区进出口总额（单位：亿美元）\n\n{table(d, rows)}\n\n"
        f"2022年沿边九省区进出口总额差异较大，其中{told}。\n"
    )


@reporter.writes("rank")
def first_place(d: Draw) -> str:
    cells = {p: d.amount(50, 900) for p in PROVINCES}
    order = sorted(cells, key=lambda p: -cells[p])
    rows: Rows = [["省区", "2018年"], *cells.items()]
    return (
        f"表2 2018年沿边九省区进出口总额（单位：亿美元）\n\n{table(d, rows)}\n\n"
        f"2018年{either(order[0], order[d.whole(1, 4)])}进出口总额位居沿边省区首位。\n"
    )


# Counts


@reporter.writes("count")
def zones_named(d: Draw) -> str:
    kept = d.some(["珲春", "和龙", "绥芬河", "黑河", "东兴", "凭祥", "瑞丽", "畹町", "河口", "丹东"], d.whole(4, 8))
    right = len(kept)
    return f"目前，国务院批准设立的边境经济合作区有{either(right, right + 1)}个，分别是{'、'.join(kept)}。\n"


@reporter.writes("count")
def ports_named(d: Draw) -> str:
    kept = d.some(["友谊关", "东兴", "水口", "龙邦", "平孟", "爱店", "硕龙", "峒中"], d.whole(3, 7))
    right = len(kept)
    return f"广西现有{either(right, right + d.whole(1, 2))}个陆路边境口岸，即{'、'.join(kept)}。\n"


@reporter.writes("count")
def open_cities(d: Draw) -> str:
    kept = d.some(
        ["黑河", "绥芬河", "珲春", "满洲里", "二连浩特", "伊宁", "博乐", "塔城", "瑞丽", "凭祥", "东兴"], d.whole(5, 9)
    )
    right = len(kept)
    return f"1992年，国家批准了{'、'.join(kept)}{either(right, right + 1)}个沿边开放城市。\n"


# Shares that make a whole


@reporter.writes("hundred")
def structure(d: Draw) -> str:
    a, b = d.amount(6, 20, 1), d.amount(25, 45, 1)
    c = HUNDRED - a - b
    return (
        f"2022年，{d.one(PROVINCES)}三次产业结构调整为{either(a, a + d.amount(2, 6, 1))}∶{b}∶{c}，服务业占主导地位。\n"
    )


@reporter.writes("hundred")
def three_in_turn(d: Draw) -> str:
    a, b = d.amount(6, 20, 1), d.amount(25, 45, 1)
    c = HUNDRED - a - b
    return f"2021年{d.one(CITIES)}第一、第二、第三产业比重分别为{a}%、{b}%和{either(c, c - d.amount(2, 6, 1))}%。\n"


# A table and the words about it


@reporter.writes("restated")
def other_than_the_table(d: Draw) -> str:
    cells = {p: d.amount(50, 900) for p in PROVINCES}
    place = d.one(PROVINCES)
    right = cells[place]
    rows: Rows = [["省区", "2019年"], *cells.items()]
    return (
        f"表1 2019年沿边九省区进出口总额（单位：亿美元）\n\n{table(d, rows)}\n\n"
        f"2019年，{place}进出口总额为{either(right, right + Decimal('0.20'))}亿美元（见表1）。\n"
    )


@reporter.writes("restated")
def total_in_words(d: Draw) -> str:
    cells = [d.amount(2, 90) for _ in PROVINCES]
    total = sum(cells, Decimal(0))
    rows: Rows = [["省区", "2020年"], *zip(PROVINCES, cells, strict=True), ["沿边九省区合计", total]]
    return (
        f"表2 2020年沿边九省区对外直接投资额（单位：亿美元）\n\n{table(d, rows)}\n\n"
        f"2020年沿边九省区对外直接投资额为{either(total, total - Decimal('0.02'))}亿美元（见表2）。\n"
    )
