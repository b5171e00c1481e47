"""Known tables of the field: provinces by years, ports by indicators, zones, counties, partners, indicators by years."""

from collections.abc import Iterator
from decimal import Decimal

from tests.tables.known import Head, Known, Numbers, Says, printed

PROVINCES = {
    "辽宁": "辽宁省",
    "吉林": "吉林省",
    "黑龙江": "黑龙江省",
    "内蒙古": "内蒙古自治区",
    "甘肃": "甘肃省",
    "新疆": "新疆维吾尔自治区",
    "西藏": "西藏自治区",
    "云南": "云南省",
    "广西": "广西壮族自治区",
}
PORTS = (
    "满洲里",
    "绥芬河",
    "二连浩特",
    "瑞丽",
    "磨憨",
    "霍尔果斯",
    "阿拉山口",
    "友谊关",
    "吉隆",
    "甘其毛都",
    "黑河",
    "东兴",
)
COUNTIES = (
    "宁明县",
    "龙州县",
    "大新县",
    "那坡县",
    "麻栗坡县",
    "勐海县",
    "嘉荫县",
    "萝北县",
    "饶河县",
    "虎林市",
    "东兴市",
)
ZONES = ("丹东", "珲春", "和龙", "黑河", "绥芬河", "满洲里", "凭祥", "东兴", "瑞丽", "临沧", "塔城", "博乐")
PARTNERS = ("俄罗斯", "蒙古国", "哈萨克斯坦", "越南", "老挝", "缅甸", "朝鲜", "尼泊尔")

BORDER = Says(subject="沿边九省区")
COUNTRY = Says(subject="中国")


def _years(first: int, count: int, form: str = "{}年") -> tuple[Head, ...]:
    return tuple(Head(form.format(year), Says(time=str(year))) for year in range(first, first + count))


def _provinces(names: list[str], *, full: bool = False) -> list[Head]:
    return [Head(PROVINCES[n] if full else n, Says(subject=PROVINCES[n])) for n in names]


def _ports(names: tuple[str, ...], suffix: str = "") -> tuple[Head, ...]:
    return tuple(Head(n + suffix, Says(subject=f"{n}口岸")) for n in names)


def provinces_by_years(
    seed: int,
    *,
    first: int,
    years: int,
    indicator: str,
    unit: str,
    total: str = "",
    share: str = "",
    full: bool = False,
) -> Known:
    """An indicator of some provinces over years, perhaps with their sum, the country's figure and the share of it."""
    numbers = Numbers(seed)
    names = list(PROVINCES)
    names = (names[seed % 9 :] + names)[: 9 if total else 4 + seed % 4]
    cells = numbers.grid(len(names), years, 11, 980)
    rows = _provinces(names, full=full)
    if total:
        sums = [sum(column, Decimal(0)) for column in zip(*cells, strict=True)]
        rows.append(Head(total, BORDER))
        cells.append(sums)
        if share:
            nation = [numbers.next(41000, 60000) for _ in range(years)]
            parts = [(100 * s / n).quantize(Decimal("0.001")) for s, n in zip(sums, nation, strict=True)]
            rows += [Head("全国", COUNTRY), Head(share, Says("沿边九省区", "{}占全国的比重", unit="%"))]
            cells += [nation, parts]
    last = first + years - 1
    caption = f"{first}—{last}年沿边省区{indicator}" + ("及占全国的比重" if share else "")
    return Known(
        f"provinces by years {seed}",
        caption,
        unit,
        "省（区）" if seed % 2 else "地区",
        _years(first, years, "{}年" if seed % 3 else "{}"),
        tuple(rows),
        printed(cells),
        Says(indicator=indicator, unit=unit),
    )


def ports_by_indicators(seed: int, *, year: int, columns: tuple[tuple[str, str, int], ...], suffix: str = "") -> Known:
    """Several indicators of ports in one year, each with its unit over its column."""
    numbers = Numbers(seed)
    names = (PORTS[seed % 7 :] + PORTS)[: 4 + seed % 3]
    cells = [[numbers.next(3, 900, places) for _, _, places in columns] for _ in names]
    heads = tuple(
        Head(f"{indicator}（{unit}）", Says(indicator=indicator, unit=unit)) for indicator, unit, _ in columns
    )
    caption = f"{year}年部分口岸运行情况"
    return Known(
        f"ports {seed}", caption, "", "口岸", heads, _ports(names, suffix), printed(cells), Says(time=str(year))
    )


def ports_by_years(seed: int, *, first: int, years: int, indicator: str, unit: str) -> Known:
    """One indicator of ports over years, its unit in the caption."""
    names = (PORTS[seed % 7 :] + PORTS)[: 3 + seed % 4]
    cells = Numbers(seed).grid(len(names), years, 12, 1900, 1)
    return Known(
        f"ports by years {seed}",
        f"主要边境口岸{indicator}",
        unit,
        "口岸",
        _years(first, years),
        _ports(names, "口岸"),
        printed(cells),
        Says(indicator=indicator, unit=unit),
    )


def counties(seed: int, *, year: int) -> Known:
    """Area, people and income of counties in a year that the caption has in brackets."""
    numbers = Numbers(seed)
    names = (COUNTIES[seed % 6 :] + COUNTIES)[: 4 + seed % 3]
    said = (("面积", "平方公里", 2110, 6900, 0), ("常住人口", "万人", 6, 48, 2), ("边境线长度", "公里", 60, 380, 1))
    cells = [[numbers.next(low, high, places) for _, _, low, high, places in said] for _ in names]
    heads = tuple(Head(f"{i}（{u}）", Says(indicator=i, unit=u)) for i, u, *_ in said)
    return Known(
        f"counties {seed}",
        f"部分边境县（市）基本情况（{year}年）",
        "",
        "县（市）",
        heads,
        tuple(Head(n, Says(subject=n)) for n in names),
        printed(cells),
        Says(time=str(year)),
    )


def zones(seed: int, *, year: int) -> Known:
    """Area and trade of zones; the year stands over one of the columns only."""
    numbers = Numbers(seed)
    names = [f"{n}边境经济合作区" for n in (ZONES[seed % 6 :] + ZONES)[:4]]
    cells = [[numbers.next(3, 20), numbers.next(30, 900, 1)] for _ in names]
    heads = (
        Head("规划面积（平方公里）", Says(indicator="规划面积", unit="平方公里")),
        Head(f"{year}年进出口额（亿元）", Says(indicator="进出口额", unit="亿元", time=str(year))),
    )
    rows = tuple(Head(n, Says(subject=n)) for n in names)
    return Known(f"zones {seed}", "部分边境经济合作区情况", "", "名称", heads, rows, printed(cells))


def indicators_by_years(seed: int, *, place: str, official: str, first: int) -> Known:
    """Indicators of one place that the caption names, over years, each with its unit."""
    numbers = Numbers(seed)
    said = (
        ("地区生产总值", "亿元"),
        ("进出口总额", "亿美元"),
        ("边境小额贸易额", "亿元"),
        ("实际利用外资", "亿美元"),
        ("入境游客", "万人次"),
    )
    rows = tuple(Head(f"{i}（{u}）", Says(indicator=i, unit=u)) for i, u in said[: 3 + seed % 3])
    return Known(
        f"indicators {seed}",
        f"{first}—{first + 3}年{place}对外开放主要指标",
        "",
        "指标",
        _years(first, 4),
        rows,
        printed(numbers.grid(len(rows), 4, 21, 980)),
        Says(subject=official),
    )


def partners(seed: int, *, place: str, official: str, first: int) -> Known:
    """The trade of one place with countries over years."""
    names = (PARTNERS[seed % 4 :] + PARTNERS)[:4]
    return Known(
        f"partners {seed}",
        f"{first}—{first + 2}年{place}对主要贸易伙伴进出口额",
        "亿元",
        "国家",
        _years(first, 3),
        tuple(Head(n, Says(indicator=f"对{n}进出口额")) for n in names),
        printed(Numbers(seed).grid(4, 3, 12, 640)),
        Says(subject=official, unit="亿元"),
    )


def two_levels(seed: int, *, years: tuple[int, ...], named: tuple[tuple[str, str], ...]) -> Known:
    """Several indicators under each of several years."""
    names = (list(PROVINCES)[seed % 5 :] + list(PROVINCES))[:5]
    columns = tuple(
        Head(f"{i}（{u}）", Says(indicator=i, unit=u, time=str(year)), f"{year}年") for year in years for i, u in named
    )
    return Known(
        f"two levels {seed}",
        f"{years[0]}—{years[-1]}年沿边省区对外开放情况",
        "",
        "省区",
        columns,
        tuple(_provinces(names)),
        printed(Numbers(seed).grid(5, len(columns), 11, 990)),
    )


def directions(seed: int, *, years: tuple[int, ...]) -> Known:
    """Exports and imports under each of several years, one unit for all."""
    names = (list(PROVINCES)[seed % 5 :] + list(PROVINCES))[:4]
    columns = tuple(
        Head(i, Says(indicator=i, time=str(year)), f"{year}年") for year in years for i in ("进口额", "出口额")
    )
    return Known(
        f"directions {seed}",
        "部分沿边省区进出口情况",
        "亿美元",
        "省区",
        columns,
        tuple(_provinces(names)),
        printed(Numbers(seed).grid(4, len(columns), 11, 990)),
        Says(unit="亿美元"),
    )


def all_tables() -> Iterator[Known]:
    """At least forty tables."""
    total, share = "沿边地区合计", "沿边地区占全国的比重（%）"
    for seed, (indicator, unit) in enumerate(
        (("外贸总额", "亿美元"), ("实际利用外资", "亿美元"), ("进出口总额", "亿元"), ("边境小额贸易额", "亿元")), 1
    ):
        yield provinces_by_years(seed, first=2016, years=3 + seed % 3, indicator=indicator, unit=unit)
        yield provinces_by_years(seed + 10, first=2012, years=4, indicator=indicator, unit=unit, total=total)
        yield provinces_by_years(
            seed + 20, first=2017, years=4, indicator=indicator, unit=unit, total="合计", share=share
        )
        yield provinces_by_years(seed + 30, first=2005, years=3, indicator=indicator, unit=unit, full=True)
    said = (("货运量", "万吨", 1), ("出入境人员", "万人次", 2), ("进出口额", "亿元", 2))
    for seed, year in enumerate((2015, 2018, 2019, 2021), 41):
        yield ports_by_indicators(seed, year=year, columns=said[: 2 + seed % 2], suffix="口岸" if seed % 2 else "")
        yield ports_by_years(seed + 10, first=year - 5, years=3 + seed % 2, indicator="进出口货运量", unit="万吨")
        yield counties(seed + 20, year=year)
        yield zones(seed + 30, year=year)
    for seed, (place, official) in enumerate(
        (("云南", "云南省"), ("黑龙江省", "黑龙江省"), ("新疆", "新疆维吾尔自治区"), ("瑞丽市", "瑞丽市")), 81
    ):
        yield indicators_by_years(seed, place=place, official=official, first=2010 + seed % 5)
        yield partners(seed + 10, place=place, official=official, first=2013 + seed % 5)
    for seed, years in enumerate(((2019, 2020), (2017, 2018, 2019), (2010, 2015), (2020, 2021)), 101):
        yield two_levels(seed, years=years, named=(("入境游", "万人次"), ("旅游外汇收入", "亿美元")))
        yield directions(seed + 10, years=years)


TABLES = tuple(all_tables())


def _turned() -> Iterator[Known]:
    for table in TABLES:
        kind = table.name.rsplit(" ", 1)[0]
        if kind in ("provinces by years", "ports by years", "indicators", "partners"):
            yield table.turned("年份")
        elif kind in ("counties", "ports"):
            yield table.turned("指标")


TURNED = tuple(_turned())
"""The same with years or indicators down the side."""


def _with_gaps() -> Iterator[Known]:
    for i, table in enumerate(TABLES):
        rows, columns = len(table.rows), len(table.columns)
        if not any(row.says.unit == "%" for row in table.rows):
            yield table.with_cell(i % rows, i % columns, "").with_cell((i + 2) % rows, (i + 1) % columns, "—")


WITH_GAPS = tuple(_with_gaps())
"""A cell in which nothing is printed, and one with a dash."""
