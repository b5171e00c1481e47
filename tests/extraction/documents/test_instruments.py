"""What kinds of instruments a policy lays down, with the amounts."""

import pytest

from borderkg.extraction import extractor
from tests.corpus.factory import document

CASES = [
    (
        "《关于边境贸易有关问题的通知》规定，互市商品不超过限额的，一律免征关税和进口环节增值税。",
        {("关于边境贸易有关问题的通知", "税收减免")},
    ),
    ("《边贸税收办法》将边民互市免税额度提高到8000元。", {("边贸税收办法", "免税限额")}),
    (
        "财政部印发《边境地区资金办法》，明确设立专项资金，并安排边民补助。",
        {("边境地区资金办法", "财政转移支付"), ("边境地区资金办法", "补助补贴")},
    ),
    (
        "2008年，国务院下达《关于边境贸易的批复》（国函〔2008〕1号），规定自2009年起，互市商品的免税额度提高到8000元。",
        {("关于边境贸易的批复", "免税限额")},
    ),
    ("《边境小额贸易税收通知》明确，进口关税和进口环节增值税减半征收。", {("边境小额贸易税收通知", "税收减免")}),
    ("《边贸发展决定》赋予边境县边境小额贸易审批权。", {("边贸发展决定", "权限下放")}),
    ("《边境农产品管理办法》对返销农产品不再实行配额管理。", set()),
    ("《口岸发展规划》提出研究设立专项资金。", set()),
    ("根据《边贸办法》，某县设立专项资金。", set()),
    ("建议《边贸办法》提高免税额度。", set()),
    ("边民互市免税额度提高到8000元。", set()),
    ("《边境贸易研究》讨论了关税减免。", set()),
]


@pytest.mark.parametrize(("text", "provided"), CASES)
def test_a_policy_lays_down_instruments(text: str, provided: set[tuple[str, str]]) -> None:
    """Only what a policy itself lays down, and as laid down: not what it wants looked into or does away with."""
    found = {
        (s.subject.text, getattr(s.object, "text", ""))
        for s in extractor.default().extract(document(text))
        if s.predicate == "provides" and not s.modality
    }
    assert found == provided


def test_amounts_stand_in_the_qualifiers() -> None:
    """The numbers of the clause with their units; a number up to which something holds says so."""
    text = "《边贸税收办法》将边民互市免税额度由每人每日3000元提高到8000元，一级关税减按24%征收。"
    told = {
        getattr(s.object, "text", ""): s.qualifiers
        for s in extractor.default().extract(document(text))
        if s.predicate == "provides"
    }
    assert told["免税限额"] == {"amounts": [{"value": "3000", "unit": "元"}, {"value": "8000", "unit": "元"}]}
    text = "《边贸通知》规定，互市商品每人每日在8000元以下的，免征关税。"
    (condition,) = [s.qualifiers for s in extractor.default().extract(document(text)) if s.predicate == "provides"]
    assert condition == {"amounts": [{"value": "8000", "unit": "元", "comparator": "<"}]}
    assert told["税收减免"] == {"amounts": [{"value": "24", "unit": "%"}]}
