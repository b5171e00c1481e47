"""The catalogue: what a header says, what is wrong with a malformed one, and parameters that can change nothing else."""

import dataclasses
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.errors import QuestionError
from borderkg.graph.store import ask
from borderkg.questions import catalogue
from borderkg.questions.catalogue import Question
from borderkg.questions.results import read
from borderkg.vocabulary import XSD

HEADER = """#+ summary: A place by its name
#+ summary_zh: 按名称查地方
#+ description: >-
#+   What it
#+   says.
#+ parameters:
#+   _name: {type: label, default: 云南省, description: a place, description_zh: 地方}
#+   _after: {type: year, default: 1992}
#+   _many: {type: integer, default: 3}
#+   _in: {type: iri, default: "https://w3id.org/borderkg/id/a"}
#+   _word: {type: text, default: 口岸}
"""
QUERY = "SELECT * WHERE { ?x ?y ?_name, ?_after, ?_many, ?_in, ?_word }\n"


def question(folder: Path, text: str = HEADER + QUERY, name: str = "cq01-places") -> Question:
    (folder / f"{name}.rq").write_text(text, "utf-8")
    return catalogue.load(folder)[name]


def fault(folder: Path, text: str) -> str:
    """What is said of a malformed question; it names the file."""
    with pytest.raises(QuestionError) as error:
        question(folder, text)
    assert str(folder / "cq01-places.rq") in str(error.value)
    return str(error.value)


def test_a_question_says_what_its_header_says(tmp_path: Path) -> None:
    """Summaries, description, parameters with their types and defaults come from the header; the query stays as it is."""
    (tmp_path / "cq01-places.csv").write_text("x\n", "utf-8")
    found = question(tmp_path)
    assert (found.name, found.summary, found.summary_zh) == ("cq01-places", "A place by its name", "按名称查地方")
    assert found.description == "What it says."
    assert [(p.name, p.type, p.default) for p in found.parameters][:2] == [
        ("name", "label", "云南省"),
        ("after", "year", "1992"),
    ]
    assert [(p.description, p.description_zh) for p in found.parameters][:2] == [("a place", "地方"), ("", "")]
    assert found.query == HEADER + QUERY
    assert found.expected == tmp_path / "cq01-places.csv"


@pytest.mark.parametrize("question", catalogue.load().values(), ids=lambda question: question.name)
def test_parameters_are_described_in_both_languages(question: Question) -> None:
    """Of each question of the catalogue."""
    for parameter in question.parameters:
        assert parameter.description.isascii() and parameter.description
        assert any("\u4e00" <= character <= "\u9fff" for character in parameter.description_zh)


def test_a_question_needs_no_parameters_nor_answer(tmp_path: Path) -> None:
    """A question without parameters binds nothing; one without a CSV expects nothing."""
    found = question(tmp_path, "#+ summary: All\n#+ summary_zh: 全部\nASK {}\n")
    assert (found.parameters, found.bindings({}), found.expected) == ((), {}, None)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT * WHERE {}", "no summary"),
        ("#+ summary: All\nSELECT * WHERE {}", "no summary_zh"),
        ("#+ summary: a: b\nASK {}", "no YAML"),
        ("#+ - summary\nASK {}", "must be a mapping"),
        (HEADER.replace("_name:", "name:") + QUERY, "parameter name"),
        (HEADER.replace("type: label", "type: county") + QUERY, "label, text, iri, integer, year"),
        (HEADER + QUERY.replace("?_word", "?word"), "a variable ?_word"),
    ],
)
def test_a_malformed_header(tmp_path: Path, text: str, says: str) -> None:
    """A header that is no header, or lacks something, is an error that names the file and what is wrong."""
    assert says in fault(tmp_path, text)


def test_a_parameter_that_is_no_mapping(tmp_path: Path) -> None:
    """A parameter without type, default and description is an error like any other."""
    assert "_name" in fault(
        tmp_path, "#+ summary: A\n#+ summary_zh: 甲\n#+ parameters: {_name: 云南省}\nASK {?x ?y ?_name}"
    )


def test_a_parameter_whose_variable_only_begins_so(tmp_path: Path) -> None:
    """`?_names` is not the variable of the parameter `_name`."""
    text = "#+ summary: A\n#+ summary_zh: 甲\n#+ parameters:\n#+   _name: {type: text}\nASK {?x ?y ?_names}"
    assert "a variable ?_name" in fault(tmp_path, text)


def test_defaults_and_values_become_terms(tmp_path: Path) -> None:
    """Each type of parameter gives its kind of term; a value given replaces the default."""
    found = question(tmp_path)
    values = found.bindings({"name": "吉林省", "many": "007"})
    assert values == {
        "_name": ox.Literal("吉林省", language="zh"),
        "_after": ox.Literal("1992", datatype=ox.NamedNode(XSD + "gYear")),
        "_many": ox.Literal("7", datatype=ox.NamedNode(XSD + "integer")),
        "_in": ox.NamedNode("https://w3id.org/borderkg/id/a"),
        "_word": ox.Literal("口岸"),
    }


def test_an_unknown_parameter(tmp_path: Path) -> None:
    """A parameter that the question lacks is an error, which lists those it has."""
    with pytest.raises(QuestionError, match="has no parameter county; it has: name, after"):
        question(tmp_path).bindings({"county": "龙陵县"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("after", "92"),
        ("after", "1992年"),
        ("many", "three"),
        ("many", ""),
        ("many", "1.5"),
        ("in", "no iri"),
        ("in", "<x>"),
    ],
)
def test_an_ill_typed_value(tmp_path: Path, name: str, value: str) -> None:
    """A value that is not of its parameter's type is an error, which names the parameter and the value."""
    with pytest.raises(QuestionError, match=f"{name} must be of type") as error:
        question(tmp_path).bindings({name: value})
    assert repr(value) in str(error.value)


def test_questions_are_found_by_name_and_number() -> None:
    """A question answers to its name and to its number."""
    assert catalogue.find("cq02").name == "cq02-pilot-zones"
    assert catalogue.find("cq02-pilot-zones") is catalogue.find("cq02")


def test_an_unknown_question() -> None:
    """A question that the catalogue lacks is an error, which lists the catalogue."""
    with pytest.raises(QuestionError, match=r"cq99: no such question.*cq01-policies-by-round, cq02-pilot-zones"):
        catalogue.find("cq99")


ECHO = dataclasses.replace(
    catalogue.find("cq17"),
    query="""# ?_province is not replaced here, nor "?_province
    SELECT ?told ?kept WHERE { BIND(?_province AS ?told) BIND("?_province" AS ?kept) }""",
)
AWKWARD = (
    '云南"省',
    "云南'省",
    '"} SELECT * WHERE { ?x ?y ?z } #',
    "\\",
    '\\"',
    '"""',
    "{}<>|^`",
    "a\nb\r\tc",
    "?_province $_province",
    "\u2028\u0085\x01",
    "𠮷",
    "",
)


@pytest.mark.parametrize("value", AWKWARD)
def test_an_awkward_value_is_itself_and_nothing_else(value: str) -> None:
    """Quotes, braces, escapes, comments and variables in a value reach the query as characters of one label."""
    assert echoed(value) == [{"told": value, "kept": "?_province"}]


@given(st.text())
def test_any_value_is_itself_and_nothing_else(value: str) -> None:
    """The same for any text."""
    assert echoed(value) == [{"told": value, "kept": "?_province"}]


def echoed(value: str) -> list[dict[str, object]]:
    return [dict(row) for row in read(ask(ox.Store(), ECHO.query, bindings=ECHO.bindings({"province": value})))]


def test_each_question_of_the_catalogue_has_one_topic() -> None:
    """The topics hold all questions, each once, and are named in both languages."""
    found = catalogue.topics()
    assert sorted(name for topic in found for name in topic.questions) == sorted(catalogue.load())
    assert all(topic.zh and topic.en for topic in found)
    assert catalogue.OTHERS not in {(topic.zh, topic.en) for topic in found}


def test_a_question_without_a_topic_stands_last(tmp_path: Path) -> None:
    """Among the others, so that no question is lost."""
    question(tmp_path)
    (tmp_path / catalogue.TOPICS).write_text("[]", "utf-8")
    assert catalogue.topics(tmp_path) == (catalogue.Topic(*catalogue.OTHERS, ("cq01-places",)),)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {zh: 甲, en: A, questions: [cq02]}", "cq02 is missing, unknown, or named twice"),
        ("- {zh: 甲, en: A, questions: [cq01, cq01]}", "cq01 is missing, unknown, or named twice"),
        ("- {zh: 甲, questions: [cq01]}", "en is missing"),
        ("甲", "expected a list of topics"),
    ],
)
def test_malformed_topics(text: str, says: str, tmp_path: Path) -> None:
    """The error names the file and what is wrong."""
    question(tmp_path)
    (tmp_path / catalogue.TOPICS).write_text(text, "utf-8")
    with pytest.raises(QuestionError, match=says) as error:
        catalogue.topics(tmp_path)
    assert str(tmp_path / catalogue.TOPICS) in str(error.value)
