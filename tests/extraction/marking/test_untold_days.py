"""Days of a year that the text does not tell."""

from tests.extraction.stated import stated


def test_the_day_of_the_news_is_of_no_year_told_of_something_else() -> None:
    """A day that was told before any year, and is told again, is that of the news."""
    text = "3月9日上午，水口口岸扩大开放。2018年4月6日，国务院批复爱店口岸扩大开放。3月9日，水口口岸开通仪式举行。"
    assert not any(o.startswith("2018-03") for _, _, o in stated(text))


def test_another_day_is_of_the_year_told_before() -> None:
    text = "2018年4月6日，国务院批复爱店口岸扩大开放。5月7日，爱店口岸正式开放。"
    assert ("爱店口岸", "dateEstablished", "2018-05-07") in stated(text)
