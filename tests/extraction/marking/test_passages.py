"""Border passages by name, and the many kinds of ways that are called 通道 too."""

import pytest

from tests.extraction.observed import observed
from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("滇滩通道位于腾冲市滇滩镇，与缅甸相对。", ("滇滩通道", "locatedIn", "滇滩镇")),
        ("里火通道1998年开放，该通道位于龙州县。", ("里火通道", "locatedIn", "龙州县")),
        ("那西通道、百南通道于2011年恢复开放。", ("百南通道", "dateEstablished", "2011")),
        ("峒桂边贸通道1998年开放。", ("峒桂边贸通道", "dateEstablished", "1998")),
    ],
)
def test_a_passage_is_a_port(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in stated(text)


def test_what_crosses_it() -> None:
    figures = observed("2019年，瑞丽口岸芒满通道出入境人员30万人次。")
    assert [figure.split(" | ")[0] for figure in figures] == ["芒满通道"]


@pytest.mark.parametrize(
    "text",
    [
        "农产品绿色通道2013年开放，位于塔城市。",
        "中越通道是南向通道，西部陆海新通道于2019年开通。",
        "申报通道于3月开放，人员通道被关闭。",
        "满洲里通道是中欧班列的东部通道。",
    ],
)
def test_a_kind_of_way_is_none(text: str) -> None:
    assert not {s for s in stated(text) if s[0].endswith("通道") and s[1] in ("dateEstablished", "locatedIn")}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("防城港市防城区里火边民互市贸易点于1993年获批。", {"里火边民互市贸易点"}),
        ("广西边民互市贸易点26个，文山州共有边民互市点21个。", set()),
    ],
)
def test_trade_points_of_villages_and_of_none(text: str, named: set[str]) -> None:
    assert {said[0] for said in stated(text) if said[1] == "platformType"} == named
