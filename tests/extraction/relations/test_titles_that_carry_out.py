"""What a title says that its document does: it carries another out, or revises a law of a place."""

from tests.extraction.stated import stated


def test_a_title_names_what_its_document_carries_out() -> None:
    title = "凭祥市人民政府关于落实广西边境贸易发展若干意见的工作方案"
    assert (title, "implements", "广西边境贸易发展若干意见") in stated(f"2019年印发了《{title}》。")
    assert ("关于贯彻落实《口岸发展规划》的实施意见", "implements", "口岸发展规划") in stated(
        "2019年印发了《关于贯彻落实〈口岸发展规划〉的实施意见》。"
    )


def test_what_revises_a_law_of_a_place_is_about_the_place() -> None:
    title = "关于修改《吉林省边境管理条例》的决定"
    assert (title, "appliesTo", "吉林省") in stated("2015年6月通过了《关于修改〈吉林省边境管理条例〉的决定》。")


def test_a_measure_about_ports_is_not_by_the_office_for_ports() -> None:
    assert ("吉林省口岸办法", "appliesTo", "吉林省") in stated("2018年印发了《吉林省口岸办法》。")


def test_what_is_decided_on_a_law_is_not_itself_revised() -> None:
    told = stated("根据2004年8月28日全国人大常委会第十一次会议《关于修改〈公路法〉的决定》第二次修正。")
    assert ("关于修改《公路法》的决定", "amends", "公路法") in told
    assert ("关于修改《公路法》的决定", "dateIssued", "2004-08-28") in told
    assert not any("年修订" in subject for subject, _, _ in told)
