"""Reports of agencies and texts typed with the marks of a keyboard: where a report comes from is not what it tells of."""

import pytest

from tests.extraction.stated import linked, stated


@pytest.mark.parametrize(
    "dateline",
    [
        "新华社昆明8月5日电（记者张三）",
        "中新网昆明2021年8月5日电　",
        "边陲日报2021年8月5日讯（记者 李四、王五）",
        "边陲新闻（2021年8月5日讯）",
        "昆明8月5日电 ",
        "本报讯（记者 张三）",
    ],
)
def test_a_dateline_is_no_part_of_its_sentence(dateline: str) -> None:
    assert linked(f"{dateline}广西毗邻越南。", "borders") == {("广西壮族自治区", "越南")}


def test_days_are_of_the_month_of_the_dateline() -> None:
    text = "新华社乌鲁木齐2012年4月18日电（记者张三）都拉塔口岸17日正式开放。"
    assert ("都拉塔口岸", "dateEstablished", "2012-04-17") in stated(text)


def test_a_telegram_is_no_dateline() -> None:
    assert linked("云南1992年8月5日电告国务院，与缅甸接壤的瑞丽已经开放。", "borders") == {("瑞丽市", "缅甸")}


def test_points_end_the_sentences_of_a_text_without_stops() -> None:
    text = "打洛口岸在勐海县.它于2007年11月对外开放.\n二.概况\n龙州县是边境县."
    assert stated(text) >= {
        ("打洛口岸", "locatedIn", "勐海县"),
        ("打洛口岸", "dateEstablished", "2007-11"),
        ("龙州县", "isA", "边境县"),
    }
