"""A title that says which document its own passes on names that document, its author and who passes it on."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize(
    "text",
    [
        "《国务院批转民政部关于边民安置工作报告的通知》下达各省。",
        "《国务院批转民政部等部门关于边民安置工作报告的通知》下达各省。",
        "国务院批转民政部关于边民安置工作报告的通知，1987年发布。",
        "国务院批转民政部等部门关于边民安置工作报告的通知，1987年发布。",
    ],
)
def test_the_title_of_a_notice_names_what_it_passes_on(text: str) -> None:
    claims = stated(text)
    assert ("国务院", "transmits", "关于边民安置工作报告") in claims
    assert ("关于边民安置工作报告", "issuedBy", "民政部") in claims


def test_the_name_in_full_stands() -> None:
    text = "《国务院批转民政部关于边民安置工作报告的通知》下达各省。民政部的《关于边民安置工作的报告》由国务院批转。"
    assert {o for _, p, o in stated(text) if p == "transmits"} == {"关于边民安置工作的报告"}


def test_a_notice_on_its_own_matter_passes_nothing_on() -> None:
    assert not [c for c in stated("《国务院关于边民安置工作报告的通知》下达各省。") if c[1] == "transmits"]


def test_a_notice_without_marks_that_names_another_document_in_marks() -> None:
    claims = stated("凭祥市人民政府关于落实《边民安置意见》的实施方案已于2019年3月印发。")
    name = "凭祥市人民政府关于落实《边民安置意见》的实施方案"
    assert (name, "implements", "边民安置意见") in claims
    assert (name, "dateIssued", "2019-03") in claims
