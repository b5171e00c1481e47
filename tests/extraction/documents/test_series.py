"""Plans that follow one another, also where a list says what they are plans of only once."""

import pytest

from borderkg.extraction import extractor
from borderkg.extraction.statement import Mention
from tests.corpus.factory import document


def followed(text: str, modality: str = "inferred") -> set[tuple[str, str]]:
    return {
        (s.subject.text, s.object.text)
        for s in extractor.default().extract(document(text))
        if s.predicate == "follows" and s.modality == modality and isinstance(s.object, Mention)
    }


def test_a_plan_follows_the_one_before() -> None:
    """Of one name but for the plan, and told in one passage."""
    text = "国务院办公厅先后印发《边民安居“十一五”规划》和《边民安居“十二五”规划》。"
    assert followed(text) == {("边民安居“十二五”规划", "边民安居“十一五”规划")}


@pytest.mark.parametrize("other", ["《边民就业“十二五”规划》", "《边民安居“十三五”规划》"])
def test_what_follows_nothing(other: str) -> None:
    """Another name, or a plan between, breaks the series."""
    assert followed(f"国务院办公厅先后印发《边民安居“十一五”规划》和{other}。") == set()


def test_a_list_that_says_once_what_its_plans_are_of() -> None:
    text = "边民安居行动“十一五”规划、“十二五”规划和“十三五”规划之后，又有新的规划。"
    assert followed(text) == {
        ("边民安居行动“十二五”规划", "边民安居行动“十一五”规划"),
        ("边民安居行动“十三五”规划", "边民安居行动“十二五”规划"),
    }


def test_plans_that_stand_apart_are_of_no_one_series() -> None:
    text = "《边民安居行动“十一五”规划》已经完成，全省“十二五”规划提出了新要求。"
    assert ("边民安居行动“十二五”规划", "边民安居行动“十一五”规划") not in followed(text)


def test_what_words_say_is_stated_and_what_names_tell_is_inferred() -> None:
    """The names alone assert nothing."""
    pair = ("《边民安居“十二五”规划》", "《边民安居“十一五”规划》")
    told = ("边民安居“十二五”规划", "边民安居“十一五”规划")
    assert followed(f"先后实施{pair[1]}和{pair[0]}。", "") == set()
    assert followed(f"{pair[0]}承接{pair[1]}。", "") == {told}
