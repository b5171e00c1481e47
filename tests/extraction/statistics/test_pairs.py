"""What two have together, told by a letter each: 滇缅贸易额 is the province's, 中缅贸易额 the country's."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("猴桥口岸货运繁忙。2018年滇缅贸易额70.6亿美元。", "云南省"),
        ("猴桥口岸货运繁忙。2018年中缅贸易额170.6亿美元。", "中国"),
    ],
)
def test_of_whom_it_is(text: str, holder: str) -> None:
    assert {figure.split(" | ")[0] for figure in observed(text)} == {holder}
