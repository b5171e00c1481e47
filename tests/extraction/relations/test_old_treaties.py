"""Treaties of the last dynasty: by their names the parties, and none of the places that they are about."""

import pytest

from tests.extraction.stated import linked, stated


@pytest.mark.parametrize(
    ("title", "party"),
    [("中法会订越南条约", "法国"), ("中英续议滇缅条款", "英国"), ("中俄尼布楚条约", "俄罗斯"), ("中法新约", "法国")],
)
def test_parties_of_a_title(title: str, party: str) -> None:
    assert linked(f"《{title}》对通商作了规定。", "party") == {(title, "中国"), (title, party)}


def test_the_year_of_a_reign_parts_no_day() -> None:
    told = stated("1885年（光绪十一年）6月9日签订了《中法新约》。")
    assert ("中法新约", "dateIssued", "1885-06-09") in told


def test_a_province_that_is_set_up_is_no_place_of_its_name() -> None:
    assert not {p for _, p, _ in stated("新疆建省后，商人增多。")} & {"locatedIn"}


def test_the_port_that_a_sentence_singles_out_of_a_list() -> None:
    text = "内蒙古有二连浩特、策克、满都拉三个口岸。其中二连浩特是我国对蒙古国最大的陆路口岸，也是唯一的铁路口岸。"
    assert {s for s, _ in linked(text, "portMode")} == {"二连浩特口岸"}


def test_a_part_of_an_area_is_not_the_area_of_that_name() -> None:
    assert linked("云南西部边境地区与缅甸接壤。", "borders") == {("云南西部边境地区", "缅甸")}
    assert not linked("东北东部边境地区与朝鲜接壤。", "borders")


def test_a_paper_that_sets_out_a_strategy_does_not_issue_it() -> None:
    text = "2015年3月28日，商务部发布“一带一路”建设指导性文件《愿景与合作行动》。"
    assert {s for s, p, _ in stated(text) if p == "issuedBy"} == {"愿景与合作行动"}
