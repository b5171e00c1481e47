"""Numbers that a converter wrote as mathematics are read as running text has them, and lead back to the file."""

import pytest

from borderkg.corpus.normaliser import fold, normalise
from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (r"增长 $7 . 9 \%$ ，位居", "增长7.9%,位居"),
        (r"分别为 $1 2 . 8 \%$ 和 $1 2 . 5 \%$", "分别为12.8%和12.5%"),
        (r"达 $9 2 \times 1 0 ^ { 8 }$ USD,后", "达92亿美元,后"),
        (r"达 $1 . 7 { \times } 1 0 ^ { 8 } \mathrm { U S D }$", "达1.7亿美元"),
        (r"人口 $1 8 0 \times 1 0 ^ { 4 }$ 人", "人口180万人"),
        (r"长 $4 0 6 0 \mathrm { k m }$ ，面积 $3 9 \mathrm { k m } ^ { 2 }$", "长4060km,面积39km2"),
        (r"花费$100和$200", "花费$100和$200"),
        (r"系数 $\beta _ { 1 }$ 为正", r"系数$\beta_{1}$为正"),
    ],
)
def test_what_is_read(printed: str, read: str) -> None:
    folded = fold(printed)
    text = normalise(folded, [(0, len(folded))])
    assert text.text == read
    assert list(text.origin) == sorted(text.origin)


def test_the_place_in_the_file() -> None:
    folded = fold(r"增长 $7 . 9 \%$ ，位居")
    text = normalise(folded, [(0, len(folded))])
    assert folded[slice(*text.raw(2, 6))] == r"7 . 9 \%"


def test_figures() -> None:
    assert stated(r"2019年，广西进出口总额 $7 9 \times 1 0 ^ { 8 }$ USD，同比增长 $7 . 9 \%$ 。") == stated(
        "2019年，广西进出口总额79亿美元，同比增长7.9%。"
    )
