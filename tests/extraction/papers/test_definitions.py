"""Terms that a text defines: by 统称 and 总称, by a work that it draws on, after the number of an item."""

import pytest

from tests.extraction.stated import stated


def defined(text: str) -> set[str]:
    """The terms that a text defines."""
    return {o for _, p, o in stated(text, "definitions") if p == "defines"}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("边境口岸则为对进出国界的人员实施检查而设立的通道的统称，桂越之间就有多处。", {"边境口岸"}),
        ("据《边贸百科》，口岸是指供人员和货物出入国境的港口、机场、车站和通道。", {"口岸"}),
        ("一是“边境”，内涵侧重于管理；二是“沿边”，特指国界内侧的狭长区域。", {"沿边"}),
        ("二、本办法所称边境小额贸易，是指边境城镇中经批准的企业同对方企业之间的贸易。", {"边境小额贸易"}),
        ("从政府到企业，都是边贸参与者的总称；这三个县是沿边县的统称。", set()),
    ],
)
def test_terms(text: str, terms: set[str]) -> None:
    assert defined(text) == terms


def test_a_work_is_no_policy_that_defines() -> None:
    assert {
        s for s, p, _ in stated("据《边贸百科》，口岸是指供人员和货物出入国境的车站和通道。") if p == "defines"
    } != {"边贸百科"}


def test_what_a_treaty_is_about_is_no_trouble() -> None:
    text = "条约主要涉及以下几个问题：一是双方互派领事，设馆办公；二是减轻税负，放开贸易。"
    assert not {o for _, p, o in stated(text, "arguments")}


def test_what_was_set_as_a_task_is_no_measure_of_the_text() -> None:
    items = "一是做好总体规划；二是加快设施建设。"
    assert not {o for _, p, o in stated(f"2000年领导小组提出抓好以下两项工作：{items}") if p == "proposesMeasure"}
    assert {o for _, p, o in stated(f"今后要抓好以下两项工作：{items}") if p == "proposesMeasure"}
