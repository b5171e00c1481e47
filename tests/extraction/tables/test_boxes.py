"""Boxes of encyclopedias: a table of two columns about one thing."""

from tests.extraction.stated import linked

ROWS = "位置 | 广西龙州县水口镇 |\n类型 | 国家一类公路口岸 |\n对应口岸 | 越南驮隆口岸 |\n开通日期 | 1993年 |\n"


def test_the_name_stands_over_the_labels() -> None:
    text = f"水口口岸 | |\n---|---|\n{ROWS}进出口总值 | 21 亿元 |\n"
    assert linked(text, "portClass") == {("水口口岸", "一类口岸")}
    assert linked(text, "counterpart") == {("水口口岸", "驮隆口岸")}
    assert linked(text, "dateEstablished") == {("水口口岸", "1993")}


def test_the_name_stands_above_the_box() -> None:
    first, _, others = ROWS.partition("\n")
    text = f"水口口岸\n| {first}\n| --- | --- |\n" + "".join(f"| {row}\n" for row in others.splitlines())
    assert linked(text, "portMode") == {("水口口岸", "公路")}
    assert linked(text, "counterpart") == {("水口口岸", "驮隆口岸")}


def test_a_table_of_several_is_no_box() -> None:
    text = "主要口岸\n| 口岸 | 所在地 |\n| --- | --- |\n| 水口口岸 | 龙州县 |\n| 爱店口岸 | 宁明县 |\n"
    assert linked(text, "locatedIn") == {("水口口岸", "龙州县"), ("爱店口岸", "宁明县")}
