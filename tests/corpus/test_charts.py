"""A chart of which only the caption is left is listed, and states nothing."""

from borderkg.extraction import extractor
from tests.corpus.factory import document

TEXT = """2010—2019年进出口持续增长（见图1）。
图1 2010—2019年沿边九省区进出口总额变化
资料来源：作者绘制。
由图1可见，2019年进出口总额为3500亿美元。
图2 口岸分布
"""


def test_captions_of_figures_are_listed_in_one_line() -> None:
    _, warnings = extractor.default().extract_with_warnings(document(TEXT))
    assert warnings == [
        "2 figures without data, as the text keeps no picture: 图1 2010—2019年沿边九省区进出口总额变化; 图2口岸分布"
    ]


def test_a_text_without_figures_has_no_such_line() -> None:
    _, warnings = extractor.default().extract_with_warnings(document("2019年进出口总额为3500亿美元，如图1所示。\n"))
    assert warnings == []


def test_a_caption_states_nothing() -> None:
    assert extractor.default().extract(document("图1 2019年霍尔果斯口岸货运量3500万吨\n")) == []
