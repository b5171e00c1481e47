"""The plan that a title names."""

import pytest

from borderkg.extraction.marking.plans import plan_of


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("兴边富民行动“十二五”规划", (2011, 2015)),
        ("兴边富民行动规划(2011—2015年)", (2011, 2015)),
        ("东北亚区域开放规划纲要（2012～2020年）", (2012, 2020)),
        ("国民经济和社会发展第十六个五年规划纲要", (2031, 2035)),
        ("关于促进边境贸易发展的通知", None),
        ("2005年工作要点", None),
    ],
)
def test_the_plan_of_a_title(title: str, years: tuple[int, int] | None) -> None:
    """A title tells its plan by number or by years."""
    plan = plan_of(title)
    assert (plan and (plan.start, plan.end)) == years


def test_plans_of_a_series_share_a_stem() -> None:
    """Number, years and the words for the kind of document are left out."""
    titles = ("兴边富民行动“十一五”规划", "兴边富民行动规划(2011—2015年)", "兴边富民行动第十三个五年规划")
    assert {plan.stem for title in titles if (plan := plan_of(title))} == {"兴边富民行动"}
