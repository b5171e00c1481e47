from tests.extraction.stated import linked


def test_the_mode_stands_with_a_name_of_the_list() -> None:
    text = "密山市外另设有绥芬河铁路、绥芬河公路、东宁三个口岸。"
    assert linked(text, "portMode") == {("绥芬河铁路口岸", "铁路"), ("绥芬河公路口岸", "公路")}


def test_a_pair_among_single_names_is_one_port() -> None:
    text = "对外开放的有樟木、日屋—陈塘、里孜等口岸，都是公路口岸。"
    assert {name for name, _ in linked(text, "portMode")} == {"樟木口岸", "日屋—陈塘口岸", "里孜口岸"}
    assert not linked("友谊关—友谊、东兴—芒街等口岸通关顺畅。", "locatedIn")


def test_a_county_in_brackets_is_where_the_port_lies() -> None:
    text = "田蓬（文山州富宁县）、南伞（临沧市镇康县）两口岸扩大开放。"
    assert {("田蓬口岸", "富宁县"), ("南伞口岸", "镇康县")} <= linked(text, "locatedIn")


def test_words_of_a_clause_are_no_names_of_the_list() -> None:
    assert {name for name, _ in linked("章凤口岸是2009年获准开放、由原二类口岸改设的。", "portClass")} == {"章凤口岸"}


def test_the_side_is_no_part_of_a_ports_name() -> None:
    text = "逊克口岸隔江与俄方康斯坦丁诺夫卡口岸相望。"
    assert linked(text, "counterpart") == {("逊克口岸", "康斯坦丁诺夫卡口岸")}
