"""What kind of thing a title names, by how it ends."""

import pytest

from borderkg.extraction.marking.titles import type_of
from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某组织共同纲领", "Policy"),
        ("某次区域合作十年（2012—2022）战略框架", "Policy"),
        ("中外陆路通商章程", "Agreement"),
        ("中外勘界章程", "Agreement"),
        ("某公司章程", "Policy"),
        ("边疆开放史纲", "Work"),
    ],
)
def test_the_end_of_a_title_tells_its_kind(title: str, kind: str) -> None:
    assert type_of(title) == kind


def test_a_treaty_is_of_the_countries_that_its_title_begins_with() -> None:
    said = stated("1872年《中俄某地通商章程》签订；《中俄某江条约》划定边界。")
    for treaty in ("中俄某地通商章程", "中俄某江条约"):
        assert {(treaty, "party", "中国"), (treaty, "party", "俄罗斯")} <= said
