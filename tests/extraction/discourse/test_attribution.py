"""Who says it: the author of the text, or someone whom the text names."""

import pytest

from borderkg.extraction import extractor
from tests.corpus.factory import document

FACT = "瑞丽市位于云南省"


def voices(text: str) -> list[str]:
    """Who says where each thing of a text lies, in the order of the text."""
    return [s.attribution for s in extractor.default().extract(document(text)) if s.predicate == "locatedIn"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"据海关总署统计，{FACT}。", "海关总署"),
        (f"根据世界银行的数据，{FACT}。", "世界银行"),
        (f"据《瑞丽县志》记载，{FACT}。", "《瑞丽县志》"),
        (f"李四光（2012）认为，{FACT}。", "李四光(2012)"),
        (f"钱穆之等（2012）的研究发现，{FACT}。", "钱穆之等(2012)"),
        (f"王小明指出，{FACT}。", "王小明"),
        (f"省商务厅厅长王小明在发布会上表示，{FACT}。", "省商务厅厅长王小明"),
        (f"在王小明教授看来，{FACT}。", "王小明教授"),
        (f"有学者指出，{FACT}。", "有学者"),
        (f"王主任：谢谢。{FACT}。", "王主任"),
        (f"{FACT}。", ""),
        (f"据统计，{FACT}。", ""),
        (f"本文认为，{FACT}。", ""),
        (f"调查发现，{FACT}。", ""),
    ],
)
def test_who_says_it(text: str, who: str) -> None:
    """Bodies, works, scholars, officials and speakers; nobody where only 统计 is named."""
    assert voices(text) == [who]


def test_how_far_a_voice_reaches() -> None:
    """To the end of the sentence, or until another speaks; a pronoun takes the last voice up."""
    assert voices(f"王小明指出，{FACT}。东兴市位于广西。") == ["王小明", ""]
    assert voices(f"王小明指出，{FACT}，笔者认为，东兴市位于广西。") == ["王小明", ""]
    assert voices(f"王小明指出，{FACT}。他还提出，东兴市位于广西。") == ["王小明", "王小明"]


def test_the_place_that_names_the_voice_is_context() -> None:
    """A reader of the claim can check who says it."""
    text = f"据海关总署统计，{FACT}。"
    found = next(s for s in extractor.default().extract(document(text)) if s.predicate == "locatedIn")
    assert "海关总署" in {text[start:end] for start, end in found.context}


def test_a_problem_may_be_another_s() -> None:
    """Lists that someone tells are told by them."""
    text = "王小明教授指出，当前的困境，一是货场狭小，二是道路老化。"
    found = [s for s in extractor.default().extract(document(text)) if s.predicate == "identifiesProblem"]
    assert {s.attribution for s in found} == {"王小明教授"} and len(found) == 2
