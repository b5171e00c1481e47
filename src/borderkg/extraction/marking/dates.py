"""Times in running text: dates, spans of years, decades, plan periods, and what leaves out the year.

`2017年5月`, `1992—2006年`, `20世纪80年代中后期`, `“十三五”期间`, `同年`, `次年`, `9月`, `14日`, `二〇一二年`,
`光绪三十一年（1905年）`. A bare number is no date.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.span import Span
from borderkg.extraction.values import Time

_Y: Final = r"(?:1[6-9]|20)\d\d"
_YC: Final = r"[一二][〇○零0一二三四五六七八九]{3}"
_UNIT_BEGINS: Final = "[亿万千百元美人吨公平米个家辆列艘架标件户亩%‰]"
"""Behind a number: 1892.4亿元 is no April of 1892."""

_TO: Final = r"\s?(?:[—~-]{1,2}|至|到)\s?"
_LAST_DAY: Final = rf"(?:(?<=[日号\d]){_TO}(?:(?:1[0-2]|[1-9])月)?[0-3]?\d[日号])?"
"""6月30日至7月4日: what lasts some days is dated by its first."""

_HOUR: Final = (
    r"(?:(?<=[日号])(?:凌晨|清晨|早上|早晨|上午|中午|午间|下午|傍晚|晚上|晚间|晚|夜间|当地时间|北京时间){0,2}"
    r"(?:\d{1,2}|[零一二三四五六七八九十]{1,3})(?:时(?![代期段速间隔])|点(?![\d火多])|:(?=\d))(?:[0-5]?\d分?)?(?:整|许|左右)?)?"
)
"""8日上午9时起, 1日零时: the hour is part of the time, and no words between a thing and what it does."""

_MONTH: Final = r"(?P<m{0}>1[0-2]|[1-9])月(?:份|(?P<d{0}>[0-3]?\d)日)?"
_PART: Final = {
    "初": (0, 3),
    "初期": (0, 3),
    "前期": (0, 4),
    "上半期": (0, 4),
    "中期": (4, 6),
    "中": (4, 6),
    "中后期": (5, 9),
    "后期": (6, 9),
    "后半期": (5, 9),
    "末": (8, 9),
    "末期": (8, 9),
    "": (0, 9),
}

_KINDS: Final = {
    **dict.fromkeys(("同年", "当年", "是年", "该年", "同一年", "这一年", "那一年", "这年", "那年"), "same-year"),
    **dict.fromkeys(("次年", "翌年", "第二年", "转年"), "next-year"),
    **dict.fromkeys(("今年", "本年"), "this-year"),
    **dict.fromkeys(("本年度", "今年度"), "year-of-book"),
    **dict.fromkeys(("去年", "上年", "过去一年", "过去的一年"), "last-year"),
}
"""Words for a year that is told elsewhere, and which year they mean; 本年度 is that of a yearbook."""

_RELATIVE: Final = "|".join(sorted(_KINDS, key=len, reverse=True))

_NEXT_MONTH: Final = ("次月", "翌月")
_NEXT_DAY: Final = ("次日", "翌日")
_NEXT: Final = "|".join(_NEXT_MONTH + _NEXT_DAY)
_REL_BEGINS: Final = "".join(sorted({word[0] for word in (*_KINDS, *_NEXT_MONTH, *_NEXT_DAY)}))
"""With what such a word may begin: a quick look, before the alternatives are tried."""


def plan_years(ordinal: str) -> tuple[int, int]:
    """First and last year of a five-year plan: 一五 1953–1957, 二五 1958–1962, 三五 1966–1970, then every five years."""
    number = whole(ordinal) or 0
    if number <= 2:
        return 1953 + 5 * (number - 1), 1957 + 5 * (number - 1)
    return 1966 + 5 * (number - 3), 1970 + 5 * (number - 3)


def _date(m: re.Match[str]) -> Time | None:
    year = m["y"] or str(whole(m["yc"]) or "")
    if not 1600 <= int(year) <= 2100:
        return None
    month, day = whole(m["m"] or ""), whole(m["d"] or "")
    return _calendar(year, month, day)


def _calendar(year: str, month: int | None, day: int | None) -> Time | None:
    if month is None:
        return Time(year)
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return Time(f"{year}-{month:02d}" + (f"-{day:02d}" if day else ""))


def _era(m: re.Match[str]) -> Time | None:
    """The year of a reign: the one in the brackets behind it, else counted from its first."""
    reign = _REIGNS[m["reign"]] + (1 if m["n"] == "元" else whole(m["n"]) or 0) - 1
    return _calendar(m["told"] or str(reign), whole(m["em"] or ""), whole(m["ed"] or ""))


def _numeric_date(m: re.Match[str]) -> Time | None:
    return _calendar(m["ny"], int(m["nm"]), int(m["nd"]) if m["nd"] else None)


def _span(m: re.Match[str]) -> Time | None:
    first, last = m["y1"] or str(whole(m["c1"])), m["y2"] or str(whole(m["c2"]))
    if len(last) == 2:
        last = first[:2] + last
    return Time(first, last) if int(first) < int(last) else None


def _over_years(m: re.Match[str]) -> Time | None:
    first, last = (_calendar(m[f"y{k}"], int(m[f"m{k}"]), int(m[f"d{k}"] or 1)) for k in "12")
    if not first or not last or m["y1"] >= m["y2"]:
        return None
    exact = 10 if m["d1"] and m["d2"] else 7
    return Time(first.start[:exact], last.start[:exact])


def _months(m: re.Match[str]) -> Time | None:
    """The months of a year that statistics add up: 1—10月, 前三季度."""
    if m["until"]:
        last = int(m["until"])
        if not 1 <= int(m["day"]) <= 31:
            return None
        return _days(m, f"{last:02d}-{int(m['day']):02d}")
    if m["last"]:
        first, last = whole(m["from"]) or 0, whole(m["last"]) or 0
        if first >= last:
            return None
    elif m["first"]:
        first, last = 1, 3 * (whole(m["first"]) or 0)
    elif m["many"]:
        first, last = 1, whole(m["many"]) or 0
    elif m["half"]:
        first, last = (1, 6) if m["half"] == "上" else (7, 12)
    else:
        last = 3 * (whole(m["quarter"]) or 0)
        first = last - 2
    if m["y"]:
        return Time(f"{m['y']}-{first:02d}", f"{m['y']}-{last:02d}")
    kind = _KINDS.get(m["of"] or "", "months")
    return Time(relative=f"{kind} {first:02d}/{last:02d}")


def _days(m: re.Match[str], last: str) -> Time:
    """From the first day of a year to another that statistics name: 1月1日至11月15日."""
    if m["y"]:
        return Time(f"{m['y']}-01-01", f"{m['y']}-{last}")
    return Time(relative=f"{_KINDS.get(m['of'] or '', 'months')} 01-01/{last}")


def _decade(m: re.Match[str]) -> Time | None:
    tens = whole(m["tens"].replace("十", "")) if not m["tens"].isdigit() else int(m["tens"])
    if tens is None:
        return None
    tens = tens * 10 if tens < 10 else tens
    if m["full"]:
        start = int(m["full"] + m["tens"])
    else:
        century = whole(m["century"]) if m["century"] else 20
        start = ((century or 20) - 1) * 100 + tens
    low, high = _PART[m["part"] or ""]
    return Time(str(start + low), str(start + high), vague=True)


def _plan(m: re.Match[str]) -> Time | None:
    ordinal = m["plan"] or m["plan2"] or m["plan3"]
    ordinal = ordinal.removesuffix("五") if not m["plan3"] else ordinal
    start, end = plan_years(ordinal)
    if m["told"] and start <= int(m["told"]) <= end:
        return Time(m["told"])  # “十一五”末（2010年）
    if m[0].endswith(("末", "末期")):
        return Time(str(end))
    return Time(str(start), str(end), plan=ordinal + "五")


def _relative(m: re.Match[str]) -> Time | None:
    word = m["rel"]
    if m["bare"]:
        return Time(relative="same-year")
    if word:
        if word in _NEXT_DAY:
            return Time(relative="next-day")
        if word in _NEXT_MONTH:
            return Time(relative="next-month")
        if word.endswith("月"):
            return Time(relative=f"same-month {int(m['sd']):02d}" if m["sd"] else "same-month")
        kind = _KINDS[word]
        month, day = whole(m["rm"] or ""), whole(m["rd"] or "")
        if month:
            kind += f" {month:02d}" + (f"-{day:02d}" if day else "")
        return Time(relative=kind)
    month = whole(m["month"]) or 0
    day = whole(m["day"] or "")
    if not 1 <= month <= 12:
        return None
    return Time(relative=f"month {month:02d}" + (f"-{day:02d}" if day else ""))


def _later(m: re.Match[str]) -> Time | None:
    """三年以后，…; 两年后的6月: so many years after the one that the text speaks of."""
    years = whole(m["later"].replace("两", "二"))
    month = whole(m["lm"] or "")
    return Time(relative=f"later-{years}" + (f" {month:02d}" if month else "")) if years else None


def _day(m: re.Match[str]) -> Time | None:
    day = int(m["only"])
    return Time(relative=f"day {day:02d}") if 1 <= day <= 31 else None


def _open_year(m: re.Match[str]) -> Time:
    """（2009-至今）: a year without the word, from which on something is so."""
    return Time(m["y"])


_REIGNS: Final = {
    "顺治": 1644,
    "康熙": 1662,
    "雍正": 1723,
    "乾隆": 1736,
    "嘉庆": 1796,
    "道光": 1821,
    "咸丰": 1851,
    "同治": 1862,
    "光绪": 1875,
    "宣统": 1909,
    "民国": 1912,
}
"""The first year of each reign (方诗铭, 中国历史纪年表)."""
_REIGN_BEGINS: Final = "清中" + "".join(reign[0] for reign in _REIGNS)

_FORMS: Final[tuple[tuple[str, str, Callable[[re.Match[str]], Time | None], re.Pattern[str]], ...]] = (
    (
        "dates:span of years",
        "—~-至到",
        _span,
        re.compile(
            rf"(?=[从自12一二])(?:从|自)?(?:(?P<y1>{_Y})年?{_TO}(?P<y2>{_Y}|(?<=[—~-])\d\d)(?!\d)(?:年|(?=[)]))|(?P<c1>{_YC})年?{_TO}(?P<c2>{_YC})(?:年|(?=[)])))(?:间|期间|之间)?"
        ),
    ),
    (
        "dates:from a month to one of another year",
        "—~-至到",
        _over_years,
        re.compile(
            rf"(?=[从自12])(?:从|自)?(?<!\d)(?P<y1>{_Y})年{_MONTH.format(1)}{_TO}(?P<y2>{_Y})年{_MONTH.format(2)}"
        ),
    ),
    (
        "dates:months of a year",
        "季月半",
        _months,
        re.compile(
            rf"(?=[1-9一二三四前首第上下{_REL_BEGINS}])(?:(?:(?<!\d)(?P<y>{_Y})(?:年|(?=上半年|[前首][二两三23]季|[一二三四]季度))|(?P<of>{_RELATIVE}))的?)?(?:(?<![\d.])(?P<from>1[01]|[1-9]|一)月?{_TO}(?P<last>1[0-2]|[2-9]|十[一二]?|[二三四五六七八九])月份?(?!\d)|(?<!\d)1月1日{_TO}(?P<until>1[0-2]|[1-9])月(?P<day>[0-3]?\d)日|[前首](?P<first>[二两三23])个?季度?|"
            r"[前首](?P<many>1[0-2]|[2-9]|[二两三四五六七八九十])个?月(?!\d|份?上|[初末底]|中(?![国老俄越蒙朝缅欧方])|度)|第?(?P<quarter>[一二三四]|(?<![\d.])[1-4])季度|(?<!\d年)(?P<half>[上下])半年)"
        ),
    ),
    (
        "dates:decade",
        "代",
        _decade,
        re.compile(
            r"(?:(?P<century>二十|\d\d)世纪|上个?世纪|(?P<full>1[89]|20)(?=\d0年代))?(?P<tens>[1-9]0|[二三四五六七八九]十)年代"
            r"(?P<part>初期|前期|中后期|中期|后期|末期|后半期|上半期|初|中|末)?"
        ),
    ),
    (
        "dates:date",
        "年",
        _date,
        re.compile(
            rf"(?=[公12一二])(?:公元)?(?:(?<!\d)(?P<y>{_Y})|(?P<yc>{_YC}))年"
            rf"(?:(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|(?P<d>[0-3]?\d|(?!日)[一二三]?十?[一二三四五六七八九]?)(?:[日号]|(?={_TO}[0-3]?\d[日号])))?)?"
            rf"{_HOUR}{_LAST_DAY}(?:年?[初底末](?![^,。;:、)0-9一二三四五六七八九]?期)|上半年|下半年|[春夏秋冬][天季](?!奥|达沃|运动))?"
        ),
    ),
    (
        "dates:year of a reign",
        "年",
        _era,
        re.compile(
            rf"(?=[{_REIGN_BEGINS}])(?:清朝?|中华)?(?P<reign>{'|'.join(_REIGNS)})(?P<n>元|[一二三四五六七八九十]{{1,3}}|\d{{1,2}})年(?:\((?:公元)?(?P<told>{_Y})年?\))?"
            r"(?:(?<=\))(?P<em>1[0-2]|[1-9])月(?:(?P<ed>[0-3]?\d)[日号])?)?"
        ),
    ),
    (
        "dates:numeric date",
        "-./",
        _numeric_date,
        re.compile(
            rf"(?<![\d.])(?P<ny>{_Y})[-./](?P<nm>1[0-2]|0?[1-9])(?:[-./](?P<nd>[0-3]?\d))?(?![\d.%])(?!\s?{_UNIT_BEGINS})"
        ),
    ),
    (
        "dates:year up to now",
        "今来",
        _open_year,
        re.compile(rf"(?<=\()(?P<y>{_Y})(?=[—~-]?(?:至今|今|以来)\))"),
    ),
    (
        "dates:plan period",
        "五",
        _plan,
        re.compile(
            r"“(?P<plan>(?:十[一二三四五]?|[一二三四六七八九])五)”(?:(?:计划|规划)(?:时期|期间|以来|末|初)|(?!计划|规划)(?:(?:末期?|期末)(?:\((?P<told>(?:19|20)\d\d)年\))?|时期|期间|以来|初)?)"
            r"|(?P<plan2>十[一二三四五]五)(?:时期|期间|以来)"
            r"|第(?P<plan3>十[一二三四五]?|[一二三四五六七八九])个五年(?:计划|规划)(?:时期|期间)"
        ),
    ),
    (
        "dates:without the year",
        "年月",
        _relative,
        re.compile(
            rf"(?=[{_REL_BEGINS}同当年1-9一二三四五六七八九十])(?:(?<!连续)(?P<rel>{_RELATIVE}|同月|当月|{_NEXT})(?!(?<=[这那]一年)[来间])(?:(?P<rm>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|(?P<rd>[0-3]?\d|(?!日)[一二三]?十?[一二三四五六七八九]?)[日号])?)?(?:年?[初底末])?"
            rf"(?:(?<=月)(?P<sd>[0-3]?\d)[日号])?{_HOUR}{_LAST_DAY}"
            r"|(?<=[于在])(?P<bare>年[底末初](?=[^,。;:、]))"
            rf"|(?<![\d年个第])(?P<month>1[0-2]|[1-9]|十[一二]?(?=月)|(?<![\u4e00-\u9fff])[一二三四五六七八九](?=月))月(?:份|(?P<day>[0-3]?\d)(?:[日号]|(?={_TO}[0-3]?\d[日号])))?(?![\u4e00-\u9fff]?度|末?均){_HOUR}{_LAST_DAY})"
        ),
    ),
    (
        "dates:years later",
        "后",
        _later,
        re.compile(
            r"(?:^|(?<=[,;。:]))(?:仅|过了|时隔|事隔|相隔|又过了|就在)?(?P<later>[一二两三四五六七八九十]{1,3}|\d{1,2})年(?:之后|以后|过后|后)(?![的来期续半])(?:(?P<lm>1[0-2]|[1-9])月)?"
        ),
    ),
    (
        "dates:day of the month spoken of",
        "日",
        _day,
        re.compile(
            r"(?<![\d年月个第至到.—~-])(?P<only>[123]?\d)日(?=[,于在抵飞离举召开闭签与同会宣正从对由发公印首电讯下上晚凌乘启揭挂通落起]|\d{1,2}[时:]|\s)"
            + _HOUR
        ),
    ),
)
"""Each form with its name, characters of which one stands in all such times, how it is read, and how it looks."""

_MIGHT: Final = re.compile(rf"[年月半]|\d日|季度|[前首][二两三23]季|五”|“[一-十]|五时期|五期间|{_Y}[—~./-]")


def dates(text: str) -> Iterator[Span]:
    """The times in a text, not overlapping; the longer form wins where two begin at one place."""
    if not _MIGHT.search(text):
        return
    found: list[Span] = []
    held = set(text)
    for name, characters, read, pattern in _FORMS:
        for m in () if held.isdisjoint(characters) else pattern.finditer(text):
            value = read(m)
            if value is not None:
                found.append(Span(m.start(), m.end(), "Date", m[0], name, value=value))
    found.sort(key=lambda s: (s.start, -s.end))
    end = 0
    for span in found:
        if span.start >= end:
            yield span
            end = span.end
