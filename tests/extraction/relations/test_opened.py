"""What a document does by what its title says it does."""

from tests.extraction.stated import stated

NOTICE = "国务院关于进一步开放塔城等三个边境城市的通知"


def test_a_document_opens_the_cities_that_it_is_said_to_list() -> None:
    claims = stated(f"1992年6月，《{NOTICE}》把塔城、博乐和伊宁一并列入。")
    for city in ("塔城", "博乐", "伊宁"):
        assert (NOTICE, "establishes", city) in claims
        assert (city, "dateEstablished", "1992-06") in claims


def test_a_plan_that_covers_towns_opens_none() -> None:
    claims = stated("1992年6月，《某地发展规划》把塔城、博乐一并列入。")
    assert not [c for c in claims if c[1] == "establishes"]
