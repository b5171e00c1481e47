"""Word lists: what a written word stands for, and the expression that finds any of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.errors import RuleError
from borderkg.extraction.rulebook.wordlists import any_of, expanded, shortest
from tests.strategies import steady

WORDS = st.lists(st.text("开放通关", min_size=1, max_size=4), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("开放", {"开放"}),
        ("(正式|恢复)?开放", {"开放", "正式开放", "恢复开放"}),
        ("(正式|恢复)(开放|通关)", {"正式开放", "正式通关", "恢复开放", "恢复通关"}),
        ("(获(批|准))?开放", {"开放", "获批开放", "获准开放"}),
        ("签署了?", {"签署", "签署了"}),
    ],
)
def test_what_a_word_stands_for(written: str, words: set[str]) -> None:
    assert set(expanded([written], "here")) == words


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("(正式|恢复开放", "unbalanced"),
        ("正式)开放", "unbalanced"),
        ("?开放", "belongs behind"),
        ("(开放)?", "nothing at all"),
        ("(一|二|三|四|五|六|七|八|九)" * 6, "more than"),
    ],
)
def test_what_is_no_word(written: str, fault: str) -> None:
    with pytest.raises(RuleError, match=fault) as raised:
        expanded([written], "lexicon.yaml: open")
    assert str(raised.value).startswith("lexicon.yaml: open: ")


@steady
@given(WORDS, st.text("开放通关于", max_size=8))
def test_the_longest_word_is_found_first(words: list[str], text: str) -> None:
    """As if the words were tried one by one, the longest first."""
    plain = "|".join(sorted(set(words), key=len, reverse=True))
    one, other = re.match(any_of(tuple(words)), text), re.match(plain, text)
    assert (one and one[0]) == (other and other[0])


@steady
@given(WORDS, st.text("开放通关于", max_size=8))
def test_the_shortest_words_stand_for_all(words: list[str], text: str) -> None:
    assert any(word in text for word in shortest(tuple(words))) == any(word in text for word in words)
