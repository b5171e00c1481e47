"""The first hand again: how a paper tells its regressions."""

from decimal import Decimal

from tests.audit.draw import Author, Draw, either, rounded

econometrician = Author("econometrician")
TERMS = ("lnFDI", "open", "infra", "indus")


def _estimate(d: Draw, t_low: float, t_high: float) -> tuple[Decimal, Decimal]:
    error = d.amount(0.02, 0.3, 4)
    return rounded(error * d.amount(t_low, t_high, 3), 4), error


def _stars(d: Draw) -> tuple[str, tuple[float, float]]:
    return [("***", (2.9, 6.0)), ("**", (2.05, 2.45)), ("*", (1.72, 1.9)), ("", (0.2, 1.4))][d.whole(0, 3)]


def _table(d: Draw, wrong: int = -1) -> tuple[list[list[str]], list[str]]:
    """Rows of a regression, one model, and the stars that are right; `wrong` is the row whose stars may be wrong."""
    body, right = [], []
    for k, term in enumerate(TERMS):
        stars, span = _stars(d)
        value, error = _estimate(d, *span)
        other = "***" if stars in ("", "*") else ""
        shown = either(f"{value}{stars}", f"{value}{other}") if k == wrong else f"{value}{stars}"
        body.append([term, shown, f"({error})"])
        right.append(stars)
    return body, right


def _printed(body: list[list[str]], number: object, head: str = "(1)") -> str:
    lines = [f"| 变量 | {head} |", "| --- | --- |"]
    for term, value, error in body:
        lines += [f"| {term} | {value} |", f"|  | {error} |"]
    return "\n".join([*lines, f"| 观测值 | {number} |"])


NOTE = "注：括号内为稳健标准误；***、**、*分别表示1%、5%、10%的显著性水平。\n"


@econometrician.writes("significance")
def stars_and_errors(d: Draw) -> str:
    body, _ = _table(d, d.whole(0, 3))
    return f"表6 基准回归结果\n\n{_printed(body, 180)}\n\n{NOTE}"


@econometrician.writes("significance")
def words_and_stars(d: Draw) -> str:
    body, right = _table(d)
    k = d.whole(0, 3)
    levels = {"***": "在1%的水平上显著", "**": "在5%的水平上显著", "*": "在10%的水平上显著", "": "不显著"}
    said = levels[right[k]]
    other = "不显著" if right[k] else "在1%的水平上显著"
    return (
        f"表3 回归结果\n\n{_printed(body, 180)}\n\n{NOTE}\n"
        f"由表3可知，{TERMS[k]}的系数{either(said, other)}，与预期一致。\n"
    )


@econometrician.writes("significance")
def told_in_words(d: Draw) -> str:
    value, error = _estimate(d, 3.0, 5.0)
    small = rounded(value / 10, 4)
    return f"回归结果显示，变量did的系数为{either(value, small)}，标准误为{error}，在1%水平上显著，说明政策促进了边境贸易。\n"


@econometrician.writes("significance")
def t_values(d: Draw) -> str:
    value, t = d.amount(0.1, 0.9, 4), d.amount(0.3, 1.2, 2)
    other, u = d.amount(0.1, 0.9, 4), d.amount(3, 6, 2)
    stars = either("***", "")
    return (
        "表2 估计结果\n\n| 变量 | 模型1 |\n| --- | --- |\n"
        f"| open | {value} |\n|  | ({t}) |\n| infra | {other}{stars} |\n|  | ({u}) |\n| lnFDI | {other}*** |\n|  | ({u}) |\n\n"
        "注：括号内为t值；***、**、*分别表示在1%、5%、10%水平上显著。\n"
    )


@econometrician.writes("panel")
def units_and_years(d: Draw) -> str:
    first, last = d.whole(1998, 2004), d.whole(2015, 2020)
    right = 9 * (last - first + 1)
    body, _ = _table(d)
    return (
        f"本文采用{first}—{last}年沿边9个省区的面板数据进行估计。\n\n表1 估计结果\n\n"
        f"{_printed(body, either(right, right + d.whole(4, 40)))}\n\n{NOTE}"
    )


@econometrician.writes("panel")
def counties_and_years(d: Draw) -> str:
    first, last, units = d.whole(2005, 2008), d.whole(2017, 2020), d.whole(60, 139)
    right = units * (last - first + 1)
    body, _ = _table(d)
    return (
        f"选取{first}—{last}年{units}个边境县作为研究样本，共得到{either(right, right + d.whole(11, 97))}个观测值。\n\n"
        f"表2 回归结果\n\n{_printed(body, right)}\n\n{NOTE}"
    )


@econometrician.writes("panel")
def parts_of_the_sample(d: Draw) -> str:
    a, b = 9 * d.whole(8, 12), 9 * d.whole(5, 9)
    total = a + b
    lines = ["| 变量 | 全样本 | 东部样本 | 西部样本 |", "| --- | --- | --- | --- |"]
    for term in TERMS[:2]:
        cells = [_estimate(d, 3.0, 5.0) for _ in range(3)]
        lines.append(f"| {term} | " + " | ".join(f"{v}***" for v, _ in cells) + " |")
        lines.append("|  | " + " | ".join(f"({e})" for _, e in cells) + " |")
    lines.append(f"| 观测值 | {either(total, total + 9 + d.whole(1, 7))} | {a} | {b} |")
    return "表4 分样本回归结果\n\n" + "\n".join(lines) + f"\n\n{NOTE}"
