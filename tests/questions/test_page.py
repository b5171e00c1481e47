"""docs/questions.md lists the catalogue as it is, by paper and section."""

import importlib.util

from borderkg.questions import catalogue
from tests.conftest import ROOT

_SPEC = importlib.util.spec_from_file_location("list_questions", ROOT / "tools" / "list_questions.py")
assert _SPEC and _SPEC.loader
list_questions = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(list_questions)


def test_the_page_is_what_the_tool_writes() -> None:
    """Run `python tools/list_questions.py` after a change of the catalogue."""
    assert list_questions.PAGE.read_text("utf-8") == list_questions.page()


def test_every_question_stands_under_the_papers_that_answer_it() -> None:
    """Each is listed, and names sections of no other papers than those of its answer."""
    page = list_questions.page()
    for question in catalogue.load().values():
        papers = list_questions.sources(question)
        assert page.count(f"/{question.name}.rq)") == len(papers) > 0
        assert question.sections.keys() <= set(papers), question.name
