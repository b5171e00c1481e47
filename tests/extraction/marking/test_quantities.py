"""Numbers with their units in running text."""

from decimal import Decimal

import pytest
from hypothesis import given

from borderkg.corpus.normaliser import fold
from borderkg.extraction.marking.quantities import COUNTED, has_lost_points, quantities
from borderkg.extraction.values import Quantity
from tests.corpus.factory import normalised
from tests.strategies import phrases, steady, texts


def found(text: str, *, lost_points: bool = False) -> list[tuple[str, Quantity]]:
    """What is read as a quantity, and as which, in the order of the text."""
    spans = sorted(quantities(normalised(text).text, lost_points), key=lambda span: span.start)
    return [(span.text, span.value) for span in spans if isinstance(span.value, Quantity)]


def only(text: str, *, lost_points: bool = False) -> Quantity:
    ((_, quantity),) = found(text, lost_points=lost_points)
    return quantity


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [
        ("169.39亿美元", "169.39", "亿美元"),
        ("１６９．３９亿美元", "169.39", "亿美元"),
        ("66. 56%", "66.56", "%"),
        ("3,662.20亿元", "3662.20", "亿元"),
        ("1.2万亿元", "1.2", "万亿元"),
        ("8000元", "8000", "元"),
        ("2000元人民币", "2000", "元人民币"),
        ("300 万卢布", "300", "万卢布"),
        ("6.3%", "6.3", "%"),
        ("３．５‰", "3.5", "‰"),
        ("0.5个百分点", "0.5", "个百分点"),
        ("2.4倍", "2.4", "倍"),
        ("739万人次", "739", "万人次"),
        ("27442万人", "27442", "万人"),
        ("30万户", "30", "万户"),
        ("594.28万平方千米", "594.28", "万平方千米"),
        ("2.28万公里", "2.28", "万公里"),
        ("280.2万吨", "280.2", "万吨"),
        ("139万标箱", "139", "万标箱"),
        ("15051列", "15051", "列"),
        ("12辆次", "12", "辆次"),
        ("14个国家", "14", "个"),
        ("11个铁路口岸", "11", "个"),
        ("37家企业", "37", "家"),
        ("5条管道", "5", "条"),
        ("20个月", "20", "个月"),
        ("10分钟", "10", "分钟"),
        ("3年左右", "3", "年"),
        ("9省区", "9", "省区"),
    ],
)
def test_numbers_are_read_with_their_units(words: str, number: str, unit: str) -> None:
    """Money, shares, people, goods, areas, lengths, counts: the number exactly as printed, and its unit."""
    quantity = only(f"口岸的数字为{words}。")
    assert (str(quantity.number), quantity.unit) == (number, unit)
    assert not (quantity.comparator or quantity.doubtful or quantity.low or quantity.high)


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [
        ("十四个国家", 14, "个"),
        ("一百三十九个县", 139, "个"),
        ("两条铁路", 2, "条"),
        ("一条铁路", 1, "条"),
        ("一家企业", 1, "家"),
        ("六大经济走廊", 6, "大"),
        ("三项政策", 3, "项"),
        ("九省区", 9, "省区"),
    ],
)
def test_chinese_numerals_count(words: str, number: int, unit: str) -> None:
    """A written number before a counting word is a count."""
    quantity = only(f"共有{words}。")
    assert (quantity.number, quantity.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    ("words", "comparator", "modifier"),
    [
        ("超过1000家", ">", "超过"),
        ("超1000家", ">", "超"),
        ("突破1000家", ">", "突破"),
        ("至少1000家", ">", "至少"),
        ("1000家以上", ">", "以上"),
        ("1000多家", ">", "多"),
        ("1000余家", ">", "余"),
        ("不足1000家", "<", "不足"),
        ("不到1000家", "<", "不到"),
        ("低于1000家", "<", "低于"),
        ("1000家以下", "<", "以下"),
        ("1000家以内", "<", "以内"),
        ("约1000家", "", "约"),
        ("近1000家", "", "近"),
        ("1000家左右", "", "左右"),
        ("达到1000家", "", "达到"),
        ("共计1000家", "", "共计"),
    ],
)
def test_bounds_and_roundings_are_kept(words: str, comparator: str, modifier: str) -> None:
    """What bounds a number is told from what rounds it, and both are kept as printed."""
    quantity = only(f"企业{words}。")
    assert (quantity.number, quantity.unit) == (Decimal(1000), "家")
    assert (quantity.comparator, quantity.modifier) == (comparator, modifier)


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("6%～7%", 6, 7, "%"),
        ("75％—85％", 75, 85, "%"),
        ("10—20%", 10, 20, "%"),
        ("5至10个", 5, 10, "个"),
        ("1000到2000吨", 1000, 2000, "吨"),
        ("3-5家", 3, 5, "家"),
    ],
)
def test_ranges_keep_both_ends(words: str, low: int, high: int, unit: str) -> None:
    """A range is one quantity with a lower and an upper end."""
    quantity = only(f"大约为{words}。")
    ends = (Decimal(low), Decimal(high))
    assert (quantity.low, quantity.high, quantity.unit, quantity.number) == (*ends, unit, ends[0])


@pytest.mark.parametrize(("words", "number"), [("增长-5%", "-5"), ("为-3.2%", "-3.2"), ("为+3.2%", "3.2")])
def test_signs_count(words: str, number: str) -> None:
    """A minus before a number that joins nothing makes it negative."""
    assert only(words).number == Decimal(number)


def test_halves_are_shares() -> None:
    """一半 is fifty per cent, rounded or bounded as the text says."""
    assert found("占全国的一半") == [("一半", Quantity(Decimal(50), "%", words="一半"))]
    more = Quantity(Decimal(50), "%", comparator=">", modifier="以上", words="一半以上")
    assert found("占全国的一半以上") == [("一半以上", more)]
    assert found("近半数企业") == [("近半数", Quantity(Decimal(50), "%", modifier="近", words="近半数"))]
    less = Quantity(Decimal(50), "%", comparator="<", modifier="不足", words="不足一半")
    assert found("不足一半") == [("不足一半", less)]


def test_a_lost_decimal_point_is_read_only_where_all_are_lost() -> None:
    """`169 39亿美元` is 169.39 in a text that lost its points, and doubtful; elsewhere it is no number at all."""
    assert found("由 １６９ ３９ 亿美元") == []
    quantity = only("由 １６９ ３９ 亿美元", lost_points=True)
    assert (quantity.number, quantity.unit, quantity.doubtful) == (Decimal("169.39"), "亿美元", True)
    assert not only("由 １６９ 亿美元", lost_points=True).doubtful


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("由10 23%降至6 53%。", True),
        ("为169 39亿元和2990 28亿元。", True),
        ("由10 23%降至6 53%,另一处为6.5%。", False),
        ("由10 23%降至6%。", False),
        ("由10.23%降至6.53%。", False),
        ("", False),
    ],
)
def test_lost_points_are_told_by_the_whole_text(text: str, lost: bool) -> None:
    """A text has lost its points where none is left and blanks stand in at least two of their places."""
    assert has_lost_points(text) is lost


@pytest.mark.parametrize(
    "text",
    [
        "2017年",
        "2017年5月12日",
        "编号3000",
        "12.5",
        "1/3",
        "5G网络",
        "A4纸",
        "COVID-19个案",
        "第三个",
        "第十四个五年规划",
        "23.1:43.1:33.7",
        "一个问题",
        "一些",
        "两国",
        "十个",
        "100—200",
        "10—5%",
        "0.52年",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    """Years, ordinals, ratios, bare numbers, parts of names and 一个 count nothing."""
    assert found(text) == []


def test_several_quantities_are_kept_apart() -> None:
    """Figures that follow each other each keep their number and unit."""
    text = "进口12.5亿美元，出口８．３亿美元，同比增长6.3%和-2.1%，涉及11个口岸。"
    assert [words for words, _ in found(text)] == ["12.5亿美元", "8.3亿美元", "6.3%", "-2.1%", "11个"]


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("沿边口岸", True),
        ("边境经济合作区", True),
        ("边境县", True),
        ("货运量", False),
        ("口岸货运量", False),
        ("", False),
    ],
)
def test_names_of_things_that_are_counted(name: str, counted: bool) -> None:
    """A table of ports counts ports; a table of freight measures something."""
    assert bool(COUNTED.search(name)) is counted


@pytest.mark.parametrize("lost_points", [False, True])
@steady
@given(text=phrases | texts)
def test_quantities_never_overlap_and_lie_in_the_text(lost_points: bool, text: str) -> None:
    """Any text can be searched; what is found stands there, and no character belongs to two."""
    folded = fold(text)
    end = 0
    for span in sorted(quantities(folded, lost_points), key=lambda span: span.start):
        assert end <= span.start < span.end <= len(folded)
        assert span.text == folded[span.start : span.end]
        end = span.end


@steady
@given(phrases)
def test_every_quantity_has_a_unit_and_ranges_are_in_order(text: str) -> None:
    """A number without a unit is none; the lower end of a range is below the upper."""
    for span in quantities(fold(text)):
        assert isinstance(span.value, Quantity)
        assert span.value.unit
        if span.value.low is not None:
            assert span.value.high is not None
            assert span.value.low < span.value.high


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [
        ("一万二千吨", "1.2", "万吨"),
        ("十二亿三千万元", "12.3", "亿元"),
        ("一万二千零三吨", "12003", "吨"),
        ("三万五千六百人", "35600", "人"),
        ("七点零五平方公里", "7.05", "平方公里"),
        ("二点五一万平方公里", "2.51", "万平方公里"),
        ("百分之八点二五", "8.25", "%"),
        ("一成二", "12", "%"),
        ("六成半", "65", "%"),
    ],
)
def test_numbers_written_out_are_as_exact_as_written(words: str, number: str, unit: str) -> None:
    """Round ones in 万 and 亿 of their unit, others to the last digit."""
    quantity = only(f"口岸的数字为{words}。")
    assert (quantity.number, quantity.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [("2.2万多公里", "2.2", "万公里"), ("3亿多元", "3", "亿元"), ("9万余亩", "9", "万亩")],
)
def test_what_stands_within_a_unit_bounds_the_number(words: str, number: str, unit: str) -> None:
    quantity = only(words)
    assert (str(quantity.number), quantity.unit, quantity.comparator) == (number, unit, ">")
