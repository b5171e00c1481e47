"""Numbers written out in Chinese with a unit of measure: 十二亿三千万元, 五平方公里, 百分之四十."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from borderkg.extraction.marking.numerals import at_least, whole
from borderkg.extraction.span import Span
from borderkg.extraction.values import Quantity

_DIGIT: Final = "零〇一二三四五六七八九"
_NUMERAL: Final = "零〇一二两三四五六七八九十百千万亿"
_UNIT: Final = r"(?P<unit>平方公里|平方千米|平方米|公里|千米|公顷|亩|美元|元|吨|人次|辆次|人|户)"
_MEASURED: Final = re.compile(rf"(?<![第数几点{_NUMERAL}])(?P<n>[{_NUMERAL}]{{1,14}})(?P<many>多|余)?{_UNIT}")
_DECIMAL: Final = re.compile(
    rf"(?<![第数几点{_NUMERAL}])(?P<n>[{_NUMERAL}]{{1,8}})点(?P<tenths>[{_DIGIT}]{{1,4}})(?P<multiple>[百千]?[万亿]|万亿)?"
    rf"(?P<many>多|余)?{_UNIT}"
)
_PERCENT: Final = re.compile(rf"百分之(?P<n>[{_NUMERAL}]+)(?:点(?P<tenths>[{_DIGIT}]+))?(?!点)")
_BARE: Final = re.compile(
    r"(?P<bound>突破|超过|超|逾|破|跨过|迈过|不足|不到|年过货|年过客)(?P<n>[十百千]?)(?P<multiple>万亿|[万亿])?(?P<many>多|余)?"
    r"(?P<unit>平方公里|平方米|公里|公顷|亩|美元|元|吨(?!级|位|公里)|人次|辆次|人(?!次)|标箱|列|辆)(?!级|以上|大关级)"
)
"""不足万吨, 突破百万人次: the round number alone. 近百万吨 and 已达千亿 are too vague to be figures."""

_TIMES: Final = re.compile(
    r"(?<![成加翻第数几点零〇一二两三四五六七八九十百千])(?P<n>[一二两三四五六七八九]|十[一二三四五六七八九]?|[一二三四五六七八九]?十(?=[多余几]))"
    r"(?P<many>多|余|几)?倍(?P<behind>多|有余|以上|左右)?"
)
"""增长两倍多."""

_LOWER: Final = ("突破", "超过", "超", "逾", "破", "跨过", "迈过")
_UPPER: Final = ("不足", "不到")
_LARGE: Final = re.compile("[百千万亿]")
_COUNTED_LARGE: Final = ("元", "美元", "人", "户", "人次", "吨")
"""Of these a small number is no figure: 三人, 一吨."""

_MULTIPLES: Final = (("亿", 10**8), ("万", 10**4))
_ROUND: Final = ("千", "万", "亿")
"""A number that ends so is told in 万 or 亿: 一万二千吨 is 1.2万吨; 一万二千零三吨 is told to the ton."""


def written(text: str) -> Iterator[Span]:
    """The quantities written out; as the field writes them, round ones in 万 and 亿 of their unit."""
    for m in _MEASURED.finditer(text):
        number = at_least(m["n"])
        if number is None or (m["unit"] in _COUNTED_LARGE and not _LARGE.search(m["n"])) or number < 2:
            continue
        if m["n"][0] in "百千万亿":
            continue  # 万元 is a unit
        large = _MULTIPLES if m["n"].endswith(_ROUND) else ()
        multiple, by = next(((name, by) for name, by in large if number >= by), ("", 1))
        modifier = m["many"] or ""
        value = Quantity(
            Decimal(number) / by, multiple + m["unit"], None, None, ">" if modifier else "", modifier, words=m[0]
        )
        yield Span(m.start("n"), m.end(), "Quantity", m[0], "written:measure", value=value)
    for m in _BARE.finditer(text):
        if not (m["n"] or m["multiple"]):
            continue
        bound = ">" if m["bound"] in _LOWER or m["many"] else "<" if m["bound"] in _UPPER else ""
        round_number = Decimal(at_least(m["n"] or "一") or 1)
        value = Quantity(round_number, (m["multiple"] or "") + m["unit"], None, None, bound, m["bound"], words=m[0])
        yield Span(m.start("n"), m.end(), "Quantity", text[m.start("n") : m.end()], "written:round", value=value)
    for m in _DECIMAL.finditer(text):
        modifier = m["many"] or ""
        value = Quantity(
            _decimal(m), (m["multiple"] or "") + m["unit"], None, None, ">" if modifier else "", modifier, words=m[0]
        )
        yield Span(m.start("n"), m.end(), "Quantity", m[0], "written:measure", value=value)
    for m in _TIMES.finditer(text) if "倍" in text else ():
        if m["n"] == "一" and text[m.start() - 1 : m.start()] in ("近", "约"):
            continue
        modifier = m["many"] or m["behind"] or ""
        bound = ">" if modifier and modifier != "左右" else ""
        value = Quantity(Decimal(at_least(m["n"]) or 0), "倍", None, None, bound, modifier, words=m[0])
        yield Span(m.start(), m.end(), "Quantity", m[0], "written:multiple", value=value)
    for m in _PERCENT.finditer(text):
        parts = _decimal(m)
        yield Span(m.start(), m.end(), "Quantity", m[0], "written:percentage", value=Quantity(parts, "%", words=m[0]))


def _decimal(m: re.Match[str]) -> Decimal:
    """十一点四六: the digits behind 点 are read one by one."""
    number = str(whole(m["n"]) or 0)
    return Decimal(f"{number}.{''.join(str(whole(c) or 0) for c in m['tenths'])}" if m["tenths"] else number)
