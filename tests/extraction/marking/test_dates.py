"""Times in running text."""

import pytest
from hypothesis import given

from borderkg.corpus.normaliser import fold
from borderkg.extraction.marking.dates import dates, plan_years
from borderkg.extraction.values import Time
from tests.extraction.stated import stated
from tests.strategies import phrases, steady, texts


def times(text: str) -> list[tuple[str, Time]]:
    """What is read as a time, and as which."""
    return [(s.text, s.value) for s in dates(fold(text)) if isinstance(s.value, Time)]


def only(text: str) -> Time:
    ((_, time),) = times(text)
    return time


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2017年", "2017"),
        ("２０１７年", "2017"),
        ("1684年", "1684"),
        ("2017年5月", "2017-05"),
        ("2017年05月", "2017-05"),
        ("2017年12月", "2017-12"),
        ("2017年5月12日", "2017-05-12"),
        ("2017年5月1号", "2017-05-01"),
        ("二〇一二年", "2012"),
        ("二○○八年", "2008"),
        ("一九九二年三月", "1992-03"),
        ("一九九二年十一月", "1992-11"),
        ("2008年三月", "2008-03"),
        ("2010年初", "2010"),
        ("2010年底", "2010"),
        ("2010年年末", "2010"),
        ("2010年上半年", "2010"),
        ("2017-05-12", "2017-05-12"),
        ("2017/5/1", "2017-05-01"),
        ("2017.11.3", "2017-11-03"),
    ],
)
def test_dates_are_as_exact_as_the_text(words: str, value: str) -> None:
    """Year, month and day in figures or Chinese numerals give `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    for sentence in (words, f"口岸于{words}设立。"):
        assert only(sentence) == Time(value)
        assert only(sentence).is_date


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1992—2006年", "1992/2006"),
        ("一九九二至二〇〇一年", "1992/2001"),
        ("1992年—2006年", "1992/2006"),
        ("1992-2006年", "1992/2006"),
        ("1992～2006年间", "1992/2006"),
        ("1992至2006年", "1992/2006"),
        ("1992年到2006年期间", "1992/2006"),
        ("从1980年到2003年", "1980/2003"),
        ("1995—96年", "1995/1996"),
    ],
)
def test_spans_of_years(words: str, value: str) -> None:
    """Two years joined by a dash or 至 are one time, with both ends, and no date."""
    time = only(f"口岸{words}的货运量")
    assert time.text == value
    assert not time.is_date


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("光绪元年", "1875"),
        ("清光绪三十一年", "1905"),
        ("宣统元年（1909年）", "1909"),
        ("民国二十六年", "1937"),
        ("民国26年（1937年）10月", "1937-10"),
        ("乾隆五十八年（1794年初）", "1793"),
    ],
)
def test_years_of_reigns(words: str, value: str) -> None:
    """The year of a reign is counted from its first; the year in brackets behind it is the same."""
    assert times(f"{words}设关。")[0][1].text == value


def test_a_reign_without_its_year_is_no_time() -> None:
    assert times("民国时期，光绪年间，商旅渐多。") == []


def test_a_span_in_brackets_needs_no_word() -> None:
    """In brackets `1992—2006` is a span without 年; in running text it may be any range."""
    assert only("第一阶段（1992—2006）").text == "1992/2006"
    assert times("编号1992—2006的文件") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("20世纪80年代", "1980/1989"),
        ("19世纪60年代", "1860/1869"),
        ("二十世纪九十年代", "1990/1999"),
        ("上世纪九十年代", "1990/1999"),
        ("上个世纪80年代", "1980/1989"),
        ("1980年代", "1980/1989"),
        ("2010年代", "2010/2019"),
        ("80年代", "1980/1989"),
        ("20世纪80年代初", "1980/1983"),
        ("20世纪80年代中期", "1984/1986"),
        ("20世纪80年代中后期", "1985/1989"),
        ("1990年代末", "1998/1999"),
    ],
)
def test_decades_are_vague(words: str, value: str) -> None:
    """A decade or a part of one is a span that dates nothing exactly."""
    time = only(f"{words}，边境贸易恢复。")
    assert (time.text, time.vague, time.is_date) == (value, True, False)


@pytest.mark.parametrize(
    ("words", "plan", "value"),
    [
        ("“一五”", "一五", "1953/1957"),
        ("“二五”期间", "二五", "1958/1962"),
        ("“三五”时期", "三五", "1966/1970"),
        ("“十五”", "十五", "2001/2005"),
        ("“十三五”期间", "十三五", "2016/2020"),
        ("「十四五」時期", "十四五", "2021/2025"),
        ("“十五五”", "十五五", "2026/2030"),
        ("十四五时期", "十四五", "2021/2025"),
        ("第十四个五年规划期间", "十四五", "2021/2025"),
    ],
)
def test_plan_periods(words: str, plan: str, value: str) -> None:
    """A five-year plan in any of its usual forms is a span of years and names the plan."""
    time = only(words.replace(" ", "") + ",口岸建设加快。")
    assert (time.plan, time.text) == (plan, value)


@pytest.mark.parametrize(
    ("ordinal", "years"),
    [("一", (1953, 1957)), ("二", (1958, 1962)), ("三", (1966, 1970)), ("十", (2001, 2005)), ("十四", (2021, 2025))],
)
def test_years_of_plans(ordinal: str, years: tuple[int, int]) -> None:
    """Plans run five years each; between the second and the third lay three years without."""
    assert plan_years(ordinal) == years


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("同年", "same-year"),
        ("并于年底设立", "same-year"),
        ("当年", "same-year"),
        ("同月", "same-month"),
        ("同月2日", "same-month 02"),
        ("次年", "next-year"),
        ("翌年3月", "next-year 03"),
        ("第二年", "next-year"),
        ("同年9月", "same-year 09"),
        ("当年11月15日", "same-year 11-15"),
        ("今年", "this-year"),
        ("去年", "last-year"),
        ("上年", "last-year"),
        ("9月", "month 09"),
        ("12月", "month 12"),
        ("11月15日", "month 11-15"),
        ("八月", "month 08"),
        ("十一月", "month 11"),
        ("8月份", "month 08"),
        ("14日", "day 14"),
    ],
)
def test_times_that_leave_out_the_year(words: str, kind: str) -> None:
    """A time that must be completed from what stands before says how."""
    time = only(f"{words},口岸通过验收。")
    assert time == Time(relative=kind)
    assert not time.is_date


@pytest.mark.parametrize(
    "text",
    [
        "2017",
        "共有2017个",
        "12017年",
        "1555年",
        "2150年",
        "30年",
        "历时3个月",
        "为期12个月",
        "第3年",
        "每年9月",
        "五月花",
        "2017年5月32日",
        "2017.5%",
        "12.2017.5",
        "一带一路",
        "十四五",
        "五年计划",
        "“五个一”",
        "公元前221年",
        "年均增长",
        "月均",
        "32日在长春",
        "至21日在长春",
    ],
)
def test_what_is_no_time(text: str) -> None:
    """Bare numbers, durations, counts, and years out of range date nothing."""
    assert [words for words, _ in times(text) if words != "五月"] == []


def test_several_times_are_read_in_order() -> None:
    """Each of several times in a sentence is read, in the order of the text."""
    text = "1992年3月批准,同年9月动工,1994—1996年建成,“九五”期间扩建。"
    assert [words for words, _ in times(text)] == ["1992年3月", "同年9月", "1994—1996年", "“九五”期间"]


def test_the_longer_form_wins() -> None:
    """Where two forms begin at one place, the one that explains more of the text is taken."""
    assert [words for words, _ in times("2013年10月至2014年")] == ["2013年10月", "2014年"]
    assert [words for words, _ in times("1992年12月1日")] == ["1992年12月1日"]
    assert [words for words, _ in times("1980年代中期以来")] == ["1980年代中期"]


@steady
@given(phrases | texts)
def test_times_never_overlap_and_lie_in_the_text(text: str) -> None:
    """Any text can be searched; what is found stands there, in order, each apart from the next."""
    folded = fold(text)
    end = 0
    for span in dates(folded):
        assert end <= span.start < span.end <= len(folded)
        assert span.text == folded[span.start : span.end]
        assert isinstance(span.value, Time)
        end = span.end


@steady
@given(phrases)
def test_a_time_is_either_dated_or_relative(text: str) -> None:
    """Every time has a start or says what it is relative to; ends do not lie before starts."""
    for span in dates(fold(text)):
        assert isinstance(span.value, Time)
        assert bool(span.value.start) != bool(span.value.relative)
        assert not span.value.end or span.value.start <= span.value.end


def test_a_day_alone_is_of_the_month_spoken_of() -> None:
    """中新社2022年9月15日电 …14日抵达…: the dateline tells month and year; without them it dates nothing."""
    visit = "国家主席习近平14日抵达撒马尔罕，对乌兹别克斯坦进行国事访问。"
    event = ("习近平对乌兹别克斯坦进行国事访问", "dateIssued", "2022-09-14")
    assert event in stated("（中新社2022年9月15日电）" + visit)
    assert not [claim for claim in stated(visit) if claim[1] == "dateIssued"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2024年1月1日至8月31日", "2024-01-01/2024-08-31"),
        ("2023年7—9月", "2023-07/2023-09"),
        ("2020年12月至2021年3月", "2020-12/2021-03"),
        ("2020年12月5日—2021年3月1日", "2020-12-05/2021-03-01"),
    ],
)
def test_months_and_days_that_figures_add_up(words: str, value: str) -> None:
    """From a month to another, from New Year's Day to another day; a fair of three days begins on the first."""
    assert only(words).text == value
    assert times("2012年5月4日至6日举行。")[0][1] == Time("2012-05-04")


def test_days_of_the_year_spoken_of() -> None:
    assert only("当年1月1日至11月15日") == Time(relative="same-year 01-01/11-15")


def test_what_lasts_some_days_is_dated_by_its_first() -> None:
    assert times("2014年6月30日至7月4日") == [("2014年6月30日至7月4日", Time("2014-06-30"))]
    assert only("2015年10月23—27日") == Time("2015-10-23")
    assert ("第21届哈洽会", "dateIssued", "2010-06-15") in stated("2010年6月15日至19日，第21届哈洽会在哈尔滨举行。")
