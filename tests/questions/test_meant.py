"""The names that questions are asked with: as the graph writes them, whatever other name of the thing is given."""

from pathlib import Path

import pytest

from borderkg.errors import QuestionError, UnknownNameError
from borderkg.questions import catalogue
from borderkg.questions.catalogue import Parameter, Question
from borderkg.questions.meant import Meanings
from tests.facts import opened, quads

GRAPH = """
:a a bkg:Region ; skos:prefLabel "黑龙江省"@zh , "Heilongjiang Province"@en ; skos:altLabel "黑龙江"@zh , "黑省"@zh .
:b a bkg:Region ; skos:prefLabel "吉林省"@zh ; skos:altLabel "吉林"@zh .
:c a bkg:Region ; skos:prefLabel "吉林市"@zh ; skos:altLabel "吉林"@zh .
:d a bkg:Region ; skos:prefLabel "西林区"@zh ; skos:hiddenLabel "西林"@zh .
:e a bkg:Port ; skos:prefLabel "黑龙江"@zh ; bkg:alias "黑省" .
:f a bkg:Document ; dcterms:title "沿边开放：历史与方向"@zh .
"""


@pytest.fixture(scope="module")
def meanings(tmp_path_factory: pytest.TempPathFactory) -> Meanings:
    """Over a graph of a few made-up things."""
    return Meanings(opened(tmp_path_factory.mktemp("meant") / "graph", quads(GRAPH)))


def question(of: str = "a bkg:Region", *, by_alias: bool = False, kind: str = "label") -> Question:
    """A question with one parameter."""
    parameter = Parameter("place", kind, "云南省", "", "", of, by_alias)
    return Question("cq01-places", "", "", "", (parameter,), "", None)


@pytest.mark.parametrize("name", ["黑龙江省", "黑龙江", "黑龍江", " 黑龙江 ", "heilongjiang province", "黑省"])
def test_a_name_is_read_as_the_graph_writes_it(name: str, meanings: Meanings) -> None:
    """Itself, an alias, in the other script, with blanks, in English."""
    assert meanings.values(question(), {"place": name}) == {"place": "黑龙江省"}


def test_what_is_asked_about_says_who_is_meant(meanings: Meanings) -> None:
    """A name that another kind of thing bears too is no obstacle; a hidden name is taken where nothing else bears it."""
    assert meanings.values(question("a bkg:Port"), {"place": "黑省"}) == {"place": "黑龙江"}
    assert meanings.values(question(), {"place": "西林"}) == {"place": "西林区"}
    assert meanings.values(question(""), {"place": "黑龙江"}) == {"place": "黑龙江"}  # the exact name first


def test_a_name_that_the_query_itself_finds_stays(meanings: Meanings) -> None:
    """Where the query goes by other names too, it finds all that bear one."""
    assert meanings.values(question(by_alias=True), {"place": "吉林"}) == {"place": "吉林"}


def test_defaults_and_values_that_are_no_names_stay(meanings: Meanings) -> None:
    """A default is what the question was made with; a text is compared with what a text says."""
    assert meanings.values(question(), {"place": "云南省"}) == {"place": "云南省"}
    assert meanings.values(question(kind="text"), {"place": "某组"}) == {"place": "某组"}
    with pytest.raises(QuestionError):
        meanings.values(question(), {"county": "甲"})


def test_a_name_of_several_things(meanings: Meanings) -> None:
    """All that it may mean are listed, in both languages."""
    with pytest.raises(UnknownNameError, match="place: 吉林 may be any of: 吉林市, 吉林省") as error:
        meanings.values(question(), {"place": "吉林"})
    assert "吉林市、吉林省" in error.value.zh


@pytest.mark.parametrize(
    ("of", "name", "near"),
    [
        ("a bkg:Region", "黑龙江州", "黑龙江省"),
        ("a bkg:Region", "Heilongjiang", "黑龙江省"),
        ("a bkg:Document", "历史与方向", "沿边开放：历史与方向"),
        ("a bkg:Region", "zzz", "none"),
    ],
)
def test_an_unknown_name_lists_the_nearest(of: str, name: str, near: str, meanings: Meanings) -> None:
    """What holds it, and what is like it."""
    with pytest.raises(UnknownNameError, match=f"Nearest: {near}") as error:
        meanings.values(question(of), {"place": name})
    assert "最接近的：" in error.value.zh


def test_the_catalogue_says_whose_names_it_takes(demo_store: Path) -> None:
    """The default of each label is a name of such a thing (papers aside, which the demonstration does not hold)."""
    from borderkg.graph.store import GraphStore

    meanings = Meanings(GraphStore.open(demo_store))
    for asked in catalogue.load().values():
        for parameter in asked.parameters:
            if parameter.type != "label" or parameter.of == "a bkg:Document":
                continue
            other = Parameter(parameter.name, "label", "", "", "", parameter.of, parameter.by_alias)
            one = Question(asked.name, "", "", "", (other,), asked.query, None)
            assert meanings.values(one, {parameter.name: parameter.default}) == {parameter.name: parameter.default}
