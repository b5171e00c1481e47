"""The passes over runs of blocks: how long a run is changes nothing of what is read."""

from pathlib import Path

import pytest

from borderkg.corpus.reader import documents, find
from borderkg.extraction import extractor
from tests.corpus.factory import document

TEXTS = Path(__file__).parents[3] / "data" / "corpus"


@pytest.mark.parametrize("length", [1, 7])
def test_the_length_of_a_run_changes_nothing(length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pass carries over from run to run what it knows: the same statements, in the same order."""
    extract = extractor.default().extract
    whole = {one.name: extract(one) for one in documents(find(TEXTS))}
    monkeypatch.setattr(extractor, "_RUN", length)
    for one in documents(find(TEXTS)):
        assert extract(one) == whole[one.name]
    assert sum(map(len, whole.values())) > 300


def test_sentences_are_shown_before_what_they_state() -> None:
    """Who watches sees each sentence with its references resolved, headings left out."""
    seen: list[tuple[str, list[str]]] = []
    stated = extractor.default().watched(
        document("一、口岸\n\n磨憨口岸位于勐腊县。该口岸1993年12月正式开通。\n"),
        lambda annotation, _: seen.append((annotation.text, [s.label for s in annotation.spans])),
    )
    assert [text for text, _ in seen] == ["磨憨口岸位于勐腊县。", "该口岸1993年12月正式开通。"]
    assert seen[1][1] == ["Port", "Date"]  # 该口岸
    assert {s.predicate for s in stated} >= {"locatedIn", "dateEstablished"}
