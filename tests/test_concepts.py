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


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("实际利用外资", "利用外资", True),
        ("对外非金融类直接投资额", "对外直接投资额", True),
        ("对外非金融类直接投资额", "对外投资总额", True),
        ("边境小额贸易额", "货物和服务进出口总额", True),
        ("边境小额贸易额", "边民互市贸易额", False),
        ("自由贸易试验区数量", "重点开发开放试验区数量", False),
        ("进口额", "进出口总额", False),
        ("常住人口", "面积", False),
    ],
)
def test_what_is_near(one: str, other: str, near: bool) -> None:
    """Related, or above the other at any height, whichever comes first; not those that share what is above them."""
    a, b = concepts.quantity(one), concepts.quantity(other)
    assert a and b
    assert concepts.near(a, b) is concepts.near(b, a) is near


def test_what_is_related_does_not_stand_above() -> None:
    """As SKOS has it (S27), and no concept stands above itself."""
    for one in schema.load().concepts:
        above = concepts.above(one.iri)
        assert one.iri not in above
        for other in one.related:
            assert other not in above and one.iri not in concepts.above(other)


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
