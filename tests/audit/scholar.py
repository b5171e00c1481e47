"""The first hand: how a paper tells its figures."""

from decimal import Decimal

from tests.audit.draw import CITIES, PROVINCES, Author, Draw, Rows, either, rounded, table

scholar = Author("scholar")
HUNDRED = Decimal(100)


def growth(before: Decimal, after: Decimal, places: int = 2) -> Decimal:
    return rounded((after / before - 1) * HUNDRED, places)


def share(part: Decimal, whole: Decimal, places: int = 2) -> Decimal:
    return rounded(part / whole * HUNDRED, places)


# Totals


@scholar.writes("total")
def column_total(d: Draw) -> str:
    years = (2018, 2019, 2020)
    cells = [[d.amount(20, 900) for _ in years] for _ in PROVINCES]
    sums = [sum((row[k] for row in cells), Decimal(0)) for k in range(3)]
    last: list[object] = [*sums]
    k = d.whole(0, 2)
    last[k] = either(sums[k], d.typed(sums[k]))
    rows: Rows = [
        ["省区", *(f"{y}年" for y in years)],
        *([p, *row] for p, row in zip(PROVINCES, cells, strict=True)),
    ]
    return (
        f"沿边省区的外贸规模差异明显，见表1。\n\n表1 2018—2020年沿边九省区进出口总额（单位：亿美元）\n\n"
        f"{table(d, [*rows, ['合计', *last]])}\n\n数据来源：各省区统计公报。\n"
    )


@scholar.writes("total")
def border_and_nation(d: Draw) -> str:
    cells = [d.amount(5, 90) for _ in PROVINCES]
    total = sum(cells, Decimal(0))
    nation = d.amount(1200, 1500)
    rows: Rows = [
        ["省（区）", "2019年"],
        *zip(PROVINCES, cells, strict=True),
        ["沿边地区合计", either(total, d.typed(total))],
        ["全国", nation],
    ]
    return f"表2 2019年沿边9个省（区）实际利用外资情况 单位：亿美元\n\n{table(d, rows)}\n\n数据来源：商务部。\n"


@scholar.writes("total")
def trade_in_two(d: Draw) -> str:
    place, out, into = d.one(PROVINCES), d.amount(100, 900), d.amount(100, 900)
    total = out + into
    return (
        f"2019年，{place}进出口总额为{either(total, d.off(total))}亿元，其中出口额为{out}亿元，进口额为{into}亿元。"
        "贸易结构仍待优化。\n"
    )


@scholar.writes("total")
def three_industries(d: Draw) -> str:
    place = d.one(CITIES)
    a, b, c = d.amount(20, 90), d.amount(100, 300), d.amount(100, 400)
    total = a + b + c
    return (
        f"2020年{place}地区生产总值{either(total, d.off(total))}亿元，"
        f"其中第一产业增加值{a}亿元，第二产业增加值{b}亿元，"
        f"第三产业增加值{c}亿元。\n"
    )


@scholar.writes("total")
def trade_table(d: Draw) -> str:
    rows: Rows = [["省区", "出口额", "进口额", "进出口总额"]]
    wrong = d.whole(0, 4)
    for k, place in enumerate(d.some(PROVINCES, 5)):
        out, into = d.amount(20, 400), d.amount(20, 400)
        total = out + into
        rows.append([place, out, into, either(total, d.off(total)) if k == wrong else total])
    return f"表3 2020年部分沿边省区对外贸易情况（单位：亿元）\n\n{table(d, rows)}\n\n"


@scholar.writes("total")
def ports_by_mode(d: Draw) -> str:
    a, b, c = d.whole(20, 140), d.whole(20, 90), d.whole(20, 70)
    return (
        f"截至2015年底，我国共有口岸{either(a + b + c, a + b + c + d.whole(2, 9))}个，"
        f"其中水运口岸{a}个，陆运口岸{b}个，"
        f"空运口岸{c}个。\n"
    )


@scholar.writes("total")
def surplus(d: Draw) -> str:
    place, out, into = d.one(PROVINCES), d.amount(500, 900), d.amount(100, 400)
    left = out - into
    return f"2018年，{place}出口额{out}亿元，进口额{into}亿元，贸易顺差{either(left, d.off(left))}亿元。\n"


# Shares


@scholar.writes("share")
def share_of_the_nation(d: Draw) -> str:
    part, whole = d.amount(2000, 3000), d.amount(40000, 50000)
    right = share(part, whole)
    return (
        f"2019年全国进出口总额为{whole}亿美元，沿边九省区进出口总额为{part}亿美元，"
        f"占全国的比重为{either(right, d.off(right))}%。\n"
    )


@scholar.writes("share")
def share_row(d: Draw) -> str:
    years = (2017, 2018, 2019)
    border, nation = [d.amount(2000, 3500) for _ in years], [d.amount(40000, 60000) for _ in years]
    shares: list[object] = [share(a, b) for a, b in zip(border, nation, strict=True)]
    k = d.whole(0, 2)
    shares[k] = either(shares[k], d.off(Decimal(str(shares[k]))))
    rows: Rows = [
        ["地区", *(f"{y}年" for y in years)],
        ["沿边九省区", *border],
        ["全国", *nation],
        ["沿边九省区占全国的比重（%）", *shares],
    ]
    return f"表1 2017—2019年沿边九省区外贸总额与占全国的比重（单位：亿美元）\n\n{table(d, rows)}\n\n"


@scholar.writes("share")
def share_of_trade(d: Draw) -> str:
    place, whole = d.one(PROVINCES), d.amount(600, 1200)
    part = d.amount(100, 500)
    right = share(part, whole, 1)
    return (
        f"2020年，{place}进出口总额{whole}亿元。边境小额贸易进出口额{part}亿元，"
        f"占进出口总额的比重为{either(right, d.off(right))}%。\n"
    )


@scholar.writes("share")
def table_and_words(d: Draw) -> str:
    cells = {p: d.amount(50, 900) for p in PROVINCES}
    total = sum(cells.values(), Decimal(0))
    place = d.one(PROVINCES)
    right = share(cells[place], total, 1)
    rows: Rows = [["省区", "进出口总额（亿美元）"], *cells.items(), ["沿边九省区合计", total]]
    return (
        f"表2 2021年沿边九省区进出口总额\n\n{table(d, rows)}\n\n"
        f"由表2可知，2021年{place}进出口总额占沿边九省区的比重为{either(right, d.off(right))}%。\n"
    )


@scholar.writes("share")
def share_of_product(d: Draw) -> str:
    place, whole, part = d.one(CITIES), d.amount(300, 900), d.amount(50, 290)
    right = share(part, whole)
    return (
        f"2021年，{place}地区生产总值为{whole}亿元，第三产业增加值为{part}亿元，"
        f"第三产业增加值占地区生产总值的比重为{either(right, d.off(right))}%。\n"
    )


# Quotients


@scholar.writes("quotient")
def product_a_head(d: Draw) -> str:
    place, product, people = d.one(PROVINCES), d.amount(5000, 20000), d.amount(1000, 5000)
    right = rounded(product / people * 10000, 0)
    return (
        f"2019年，{place}地区生产总值为{product}亿元，常住人口为{people}万人，"
        f"人均地区生产总值为{either(right, d.off(right))}元。\n"
    )


@scholar.writes("quotient")
def dependence(d: Draw) -> str:
    place, product, trade = d.one(PROVINCES), d.amount(9000, 20000), d.amount(900, 5000)
    right = share(trade, product)
    return (
        f"2020年{place}地区生产总值{product}亿元，进出口总额{trade}亿元，外贸依存度为{either(right, d.off(right))}%。\n"
    )


@scholar.writes("quotient")
def density(d: Draw) -> str:
    place, people, area = d.one(CITIES), d.amount(50, 300), d.amount(1, 5)
    right = rounded(people / area, 1)
    return (
        f"{place}面积{area}万平方公里，2020年常住人口{people}万人，"
        f"2020年人口密度为{either(right, d.off(right))}人/平方公里。\n"
    )


# Growth


@scholar.writes("growth")
def from_year_to_year(d: Draw) -> str:
    place, before = d.one(PROVINCES), d.amount(200, 900)
    after = rounded(before * d.amount(1.05, 1.6, 3), 2)
    right = growth(before, after)
    return (
        f"{place}进出口总额由2018年的{before}亿元增加到2019年的{after}亿元，"
        f"同比增长{either(right, d.off(right, 0.2, 0.6))}%。\n"
    )


@scholar.writes("growth")
def on_average(d: Draw) -> str:
    before, first = d.amount(100, 300), d.whole(1998, 2008)
    last = first + d.whole(6, 12)
    after = rounded(before * d.amount(2, 6, 3), 2)
    rate = (float(after / before) ** (1 / (last - first)) - 1) * 100
    right = rounded(Decimal(repr(rate)), 2)
    return (
        f"沿边九省区进出口总额从{first}年的{before}亿美元增至{last}年的{after}亿美元，"
        f"年均增长{either(right, d.off(right, 0.15, 0.5))}%。\n"
    )


@scholar.writes("growth")
def fall_of_a_table(d: Draw) -> str:
    before = {p: d.amount(5, 40) for p in PROVINCES}
    after = {p: rounded(v * d.amount(0.2, 0.9, 3), 2) for p, v in before.items()}
    place = d.one(PROVINCES)
    right = -growth(before[place], after[place])
    rows: Rows = [["省区", "2019年", "2020年"], *([p, before[p], after[p]] for p in PROVINCES)]
    return (
        f"表3 2019—2020年沿边省区对外直接投资额（单位：亿美元）\n\n{table(d, rows)}\n\n"
        f"受疫情影响，2020年{place}对外直接投资额同比下降{either(right, d.off(right, 0.1, 0.4))}%（见表3）。\n"
    )


@scholar.writes("growth")
def growth_column(d: Draw) -> str:
    rows: Rows = [["省区", "2020年（亿元）", "2021年（亿元）", "同比增长（%）"]]
    wrong = d.whole(0, 4)
    for k, place in enumerate(d.some(PROVINCES, 5)):
        before = d.amount(100, 900)
        after = rounded(before * d.amount(0.7, 1.5, 3), 2)
        right = growth(before, after, 1)
        rows.append([place, before, after, either(right, right + d.amount(3, 20, 1)) if k == wrong else right])
    return f"表4 部分沿边省区进出口总额及其增长\n\n{table(d, rows)}\n\n"


@scholar.writes("growth")
def points(d: Draw) -> str:
    before, rise = d.amount(5, 20), d.amount(1, 5)
    after = before + rise
    return (
        f"沿边地区进出口总额占全国的比重由2010年的{before}%提高到2020年的{after}%，"
        f"提高了{either(rise, d.off(rise, 0.2, 0.6))}个百分点。\n"
    )


@scholar.writes("growth")
def since_a_year(d: Draw) -> str:
    place, before = d.one(CITIES), d.amount(50, 200)
    after = rounded(before * d.amount(1.5, 3.5, 3), 2)
    right = growth(before, after)
    return (
        f"2012年，{place}进出口总额为{before}亿元；2020年，{place}进出口总额为{after}亿元，"
        f"较2012年增长{either(right, d.off(right, 0.15, 0.5))}%。\n"
    )


# Multiples


@scholar.writes("multiple")
def times_a_year(d: Draw) -> str:
    place, before = d.one(PROVINCES), d.amount(50, 200)
    after = rounded(before * d.amount(2, 8, 3), 2)
    right = rounded(after / before, 1)
    return (
        f"2005年，{place}进出口总额为{before}亿元；2019年，{place}进出口总额为{after}亿元，"
        f"是2005年的{either(right, d.off(right, 0.15, 0.5))}倍。\n"
    )


@scholar.writes("multiple")
def grown_by(d: Draw) -> str:
    before = d.amount(50, 200)
    after = rounded(before * d.amount(3, 8, 3), 2)
    right = rounded(after / before - 1, 1)
    return (
        f"沿边九省区进出口总额由2000年的{before}亿美元增加到2010年的{after}亿美元，"
        f"增长了{either(right, right + 1)}倍。\n"
    )


# Ranks


@scholar.writes("rank")
def highest(d: Draw) -> str:
    cells = {p: d.amount(50, 900) for p in PROVINCES}
    order = sorted(cells, key=lambda p: -cells[p])
    rows: Rows = [["省区", "进出口总额"], *cells.items()]
    return (
        f"表1 2021年沿边九省区进出口总额（单位：亿美元）\n\n{table(d, rows)}\n\n"
        f"如表1所示，2021年{either(order[0], order[d.whole(1, 4)])}进出口总额最高。\n"
    )


@scholar.writes("rank")
def lowest(d: Draw) -> str:
    cells = {p: d.amount(1, 90) for p in PROVINCES}
    order = sorted(cells, key=lambda p: cells[p])
    rows: Rows = [["省区", "2020年"], *cells.items()]
    return (
        f"表2 2020年沿边九省区实际利用外资（单位：亿美元）\n\n{table(d, rows)}\n\n"
        f"从表2看，2020年{either(order[0], order[d.whole(1, 4)])}实际利用外资最少。\n"
    )


@scholar.writes("rank")
def second(d: Draw) -> str:
    cells = {p: d.amount(50, 900) for p in PROVINCES}
    order = sorted(cells, key=lambda p: -cells[p])
    rows: Rows = [["省区", "进出口总额"], *cells.items()]
    place = either(order[1], order[d.whole(3, 6)])
    return (
        f"表1 2019年沿边九省区进出口总额（单位：亿美元）\n\n{table(d, rows)}\n\n"
        f"2019年，{place}进出口总额居沿边省区第二位。\n"
    )


# Counts


@scholar.writes("count")
def zones_listed(d: Draw) -> str:
    names = ["广西东兴", "云南瑞丽", "内蒙古满洲里", "内蒙古二连浩特", "云南勐腊", "广西凭祥", "广西百色", "新疆塔城"]
    kept = d.some(names, d.whole(4, 7))
    right = len(kept)
    return f"沿边地区已设立了{either(right, right + d.whole(1, 2))}个重点开发开放试验区：{'、'.join(kept)}。\n"


@scholar.writes("count")
def neighbours_listed(d: Draw) -> str:
    kept = d.some(
        ["俄罗斯", "蒙古", "哈萨克斯坦", "吉尔吉斯斯坦", "塔吉克斯坦", "阿富汗", "巴基斯坦", "印度"], d.whole(4, 7)
    )
    right = len(kept)
    return f"新疆与{'、'.join(kept)}{either(right, right - 1)}个国家接壤。\n"


@scholar.writes("count")
def counties_listed(d: Draw) -> str:
    kept = d.some(["防城区", "东兴市", "宁明县", "凭祥市", "龙州县", "大新县", "靖西市", "那坡县"], d.whole(4, 7))
    right = len(kept)
    return f"广西有{either(right, right + 2)}个边境县（市、区），分别为{'、'.join(kept)}。\n"


# Shares that make a whole


@scholar.writes("hundred")
def ratio(d: Draw) -> str:
    a, b = d.amount(6, 20, 1), d.amount(25, 45, 1)
    c = HUNDRED - a - b
    return f"2020年，{d.one(CITIES)}三次产业结构为{a}:{b}:{either(c, c + d.amount(2, 5, 1))}。\n"


@scholar.writes("hundred")
def three_shares(d: Draw) -> str:
    a, b = d.amount(6, 20, 1), d.amount(25, 45, 1)
    c = HUNDRED - a - b
    return (
        f"2019年{d.one(PROVINCES)}第一产业比重为{a}%，第二产业比重为{either(b, b + d.amount(2, 5, 1))}%，"
        f"第三产业比重为{c}%。\n"
    )


@scholar.writes("hundred")
def table_of_industries(d: Draw) -> str:
    rows: Rows = [["省区", "第一产业", "第二产业", "第三产业"]]
    wrong = d.whole(0, 3)
    for k, place in enumerate(d.some(PROVINCES, 4)):
        a, b = d.amount(6, 20, 1), d.amount(25, 45, 1)
        c = HUNDRED - a - b
        rows.append([place, a, b, either(c, c - d.amount(2, 6, 1)) if k == wrong else c])
    return f"表5 2020年沿边省区三次产业比重（单位：%）\n\n{table(d, rows)}\n\n"
