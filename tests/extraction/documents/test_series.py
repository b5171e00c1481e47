"""Plans that follow one another, also where a list says what they are plans of only once."""

from tests.extraction.stated import stated


def followed(text: str) -> set[tuple[str, str]]:
    return {(s, o) for s, p, o in stated(text) if p == "follows"}


def test_a_list_that_says_once_what_its_plans_are_of() -> None:
    text = "边民安居行动“十一五”规划、“十二五”规划和“十三五”规划之后，又有新的规划。"
    assert followed(text) == {
        ("边民安居行动“十二五”规划", "边民安居行动“十一五”规划"),
        ("边民安居行动“十三五”规划", "边民安居行动“十二五”规划"),
    }


def test_plans_that_stand_apart_are_of_no_one_series() -> None:
    text = "《边民安居行动“十一五”规划》已经完成，全省“十二五”规划提出了新要求。"
    assert ("边民安居行动“十二五”规划", "边民安居行动“十一五”规划") not in followed(text)
