"""The ratio of the three industries: three shares, each with its own number."""

import pytest

from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.linker import Linker
from borderkg.extraction import extractor
from tests.corpus.factory import document
from tests.extraction.observed import observed


def shares(*ratios: str) -> set[str]:
    """The figures of ratios given as `subject first second third time`."""
    lines: set[str] = set()
    for ratio in ratios:
        subject, *numbers, time = ratio.split()
        lines |= {f"{subject} | 第{n}产业比重 | {v} % | {time}" for n, v in zip("一二三", numbers, strict=True)}
    return lines


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2018年，瑞丽市三次产业结构为9.5∶30.5∶60。", shares("瑞丽市 9.5 30.5 60 2018")),
        (
            "2018年瑞丽市三次产业结构比为9.5:30.5:60，全国的三次产业比重为：7∶40.3∶52.7。",
            shares("瑞丽市 9.5 30.5 60 2018", "中国 7 40.3 52.7 2018"),
        ),
        (
            "瑞丽市三次产业结构由2011年的21∶30∶49调整为2018年的9.5∶30.5∶60。",
            shares("瑞丽市 21 30 49 2011", "瑞丽市 9.5 30.5 60 2018"),
        ),
        (
            "2011年，瑞丽市三次产业结构为21∶30∶49，2018年为9.5∶30.5∶60。",
            shares("瑞丽市 21 30 49 2011", "瑞丽市 9.5 30.5 60 2018"),
        ),
        (
            "2018年，瑞丽市、芒市第一、二、三产业增加值之比分别为9.5∶30.5∶60和22∶28∶50。",
            shares("瑞丽市 9.5 30.5 60 2018", "芒市 22 28 50 2018"),
        ),
        (
            "2018年，瑞丽市三次产业结构由21∶30∶49调整为9.5∶30.5∶60。",
            shares("瑞丽市 9.5 30.5 60 2018")
            | {f"瑞丽市 | 第{n}产业比重 | {value} %" for n, value in zip("一二三", (21, 30, 49), strict=True)},
        ),
    ],
)
def test_a_ratio_tells_three_shares(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "2018年，瑞丽市三次产业结构为1∶3∶6。",
        "2018年，瑞丽市三次产业就业结构为9.5∶30.5∶60。",
        "2018年，瑞丽市老中青人口之比为9.5∶30.5∶60。",
        "瑞丽市三次产业结构力争调整为9.5∶30.5∶60。",
        "瑞丽市三次产业结构为9.5∶30.5∶40∶20。",
        "瑞丽市三次产业结构持续优化。",
    ],
)
def test_what_is_no_ratio_of_the_three_industries(text: str) -> None:
    """Parts that make no whole, of something else, still to come, or more than three."""
    assert observed(text) == set()


def test_a_misprint_is_kept_as_it_is_printed() -> None:
    assert observed("2018年，瑞丽市三次产业结构为9.5∶30.5∶63。") == shares("瑞丽市 9.5 30.5 63 2018")


def test_the_ratio_is_the_evidence() -> None:
    source = document("2018年，瑞丽市三次产业结构为9.5∶30.5∶60，旅游收入60亿元。")
    claims = Assembler(Linker(reference.load())).assemble(source, extractor.default().extract(source)).claims
    evidence = {c.indicator: source.text[c.start : c.end] for c in claims if c.predicate == "observation"}
    assert evidence == {
        **dict.fromkeys(("第一产业比重", "第二产业比重", "第三产业比重"), "9.5∶30.5∶60"),
        "旅游收入": "旅游收入60亿元",
    }
