"""A fault of the program in one paragraph loses that paragraph, and says so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from borderkg.corpus import sections
from borderkg.corpus.reader import document
from borderkg.corpus.sections import Reading
from borderkg.errors import RuleError
from borderkg.extraction import explanation, extractor
from borderkg.extraction.salvage import salvaged
from borderkg.extraction.statistics.reader import Statistics

TEXT = "\n\n".join(f"{year}年，满洲里口岸货运量为{year}万吨。" for year in range(2001, 2010)) + "\n"


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, "utf-8")
    return sections.read(document(file, "text.txt", {}))


def failing_at(*words: str, error: type[Exception] = KeyError) -> Callable[[Reading], list[str]]:
    def read(reading: Reading) -> list[str]:
        texts = [placed.block.text.text for placed in reading.placed]
        if any(word in text for word in words for text in texts):
            raise error(words[0])
        return texts

    return read


def test_what_does_not_fail_is_read_once(reading: Reading) -> None:
    seen: list[Reading] = []
    assert salvaged(reading, seen.append) == (None, [])
    assert seen == [reading]


def test_the_blocks_that_fail_are_left_out_and_named(reading: Reading) -> None:
    made, warnings = salvaged(reading, failing_at("2003", "2007"))
    assert [text[:4] for text in made or []] == ["2001", "2002", "2004", "2005", "2006", "2008", "2009"]
    third = TEXT.index("2003年")
    assert [w.split(" could")[0] for w in warnings] == [
        f"characters {third} to {TEXT.index('2004年') - 2}",
        f"characters {TEXT.index('2007年')} to {TEXT.index('2008年') - 2}",
    ]
    assert "KeyError in test_salvage.py" in warnings[0]
    assert "report it" in warnings[0]


def test_a_reading_that_fails_of_itself_gives_nothing(reading: Reading) -> None:
    def read(_: Reading) -> list[str]:
        raise IndexError

    made, warnings = salvaged(reading, read)
    assert made is None
    assert warnings[0].startswith("the text could not be read (IndexError")


def test_a_fault_of_the_data_is_none_of_the_program(reading: Reading) -> None:
    with pytest.raises(RuleError):
        salvaged(reading, failing_at("2003", error=RuleError))


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading that fails at the figures of 2005."""
    read = Statistics.read

    def failing(self: Statistics, *given: object, **named: object) -> object:
        if "2005年" in str(given[0]):
            raise KeyError(5)
        return read(self, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Statistics, "read", failing)


@pytest.mark.usefixtures("broken")
def test_a_document_keeps_its_other_claims(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, "utf-8")
    stated, warnings = extractor.default().extract_with_warnings(document(file, "text.txt", {}))
    assert len([s for s in stated if s.predicate == "observation"]) == 8
    assert len(warnings) == 1


@pytest.mark.usefixtures("broken")
def test_the_claims_beside_a_fault_are_explained(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, "utf-8")
    seen = explanation.sentences(extractor.default(), document(file, "text.txt", {}))
    assert [sentence.text[:4] for sentence in seen if "2005" not in sentence.text] == [
        str(year) for year in range(2001, 2010) if year != 2005
    ]
