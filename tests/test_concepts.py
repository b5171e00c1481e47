"""Names that texts use, told to be concepts of our schemes."""

import pytest

from borderkg import concepts, schema


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("国务院关于进一步对外开放黑河等四个边境城市的通知", "notice"),
        ("关于进一步促进新疆经济社会发展的若干意见", "opinions"),
        ("中华人民共和国对外贸易法(2004年修订)", "law"),
        ("边民互市贸易管理办法", "measures"),
        ("兴边富民行动“十二五”规划", "plan"),
        ("中国图们江区域合作开发规划纲要——以长吉图为开发开放先导区", "plan"),
        ("推动共建丝绸之路经济带和21世纪海上丝绸之路的愿景与行动", "plan"),
        ("“一带一路”倡议", "initiative"),
        ("西部大开发", ""),
    ],
)
def test_the_end_of_a_title_tells_its_kind(title: str, kind: str) -> None:
    """The longest label decides; brackets at the end and a second title are left out."""
    found = concepts.policy_kind(title)
    assert (found.iri.rsplit("policy-kind-", 1)[1] if found else "") == kind


def test_a_quantity_has_one_meaning() -> None:
    """No name is a label of two quantities, of two units, or of two kinds of policies."""
    for scheme in ("quantity", "unit", "policy-kind"):
        labels = [
            label
            for concept in schema.load().concepts
            if concept.scheme == scheme
            for label in (concept.label_zh, *concept.other_labels)
        ]
        assert labels
        assert sorted(labels) == sorted(set(labels))
