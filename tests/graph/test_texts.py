"""Passages open from the user's files, and only where their hash says that the offsets still hold."""

import os
from pathlib import Path

import pytest

from borderkg.corpus.formats.loaded import Loaded
from borderkg.corpus.formats.loader import load
from borderkg.errors import StoreError
from borderkg.graph import texts
from borderkg.graph.texts import Passage, Texts

PAGE = "<p>瑞丽口岸</p><p>磨憨口岸</p>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.html"
    path.write_text(PAGE, "utf-8")
    return path


def attached(root: Path, path: Path) -> tuple[Texts, str]:
    sha256 = load(path.read_bytes(), path).sha256
    found = Texts(root)
    found.attach({sha256: path})
    return found, sha256


def test_a_passage_of_a_page(page: Path, tmp_path: Path) -> None:
    """Words and what stands around them, of the text that is made of the file."""
    found, sha256 = attached(tmp_path, page)
    assert found.passage(sha256, 6, 8, 2) == Passage("\n\n", "磨憨", "口岸", None)
    assert found.passage(sha256, 6, 800) is None
    assert found.passage("0" * 64, 6, 8) is None


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        (Passage("甲设市。乙", "设县", "，丙设区。丁设乡。"), "乙【设县】，丙设区。"),
        (Passage("", "乙设县。", "丙设区。"), "【乙设县。】"),
        (Passage("标题\n\n乙", "设\n县", "\n\n丙设区"), "乙【设县】"),
        (Passage("甲", "设市。乙设县", "，丙设区！丁"), "甲【设市。乙设县】，丙设区！"),
    ],
    ids=["within", "whole", "between blank lines", "across two"],
)
def test_the_sentence_of_a_passage(passage: Passage, sentence: str) -> None:
    """No more than the sentences that the words stand in, on one line, the words marked."""
    assert passage.sentence == sentence


@pytest.mark.parametrize(("start", "number"), [(0, 1), (4, 2), (7, 3)])
def test_form_feeds_part_pages(start: int, number: int, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲\n\f乙乙\f丙丙", "utf-8")
    found, sha256 = attached(tmp_path, tmp_path / "a.txt")
    passage = found.passage(sha256, start, start + 1)
    assert passage is not None
    assert passage.page == number


def test_a_file_that_changed_is_opened_once_and_again_when_it_is_written(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its text is not at hand; it is again once the file says the same as before."""
    found, sha256 = attached(tmp_path, page)
    opened: list[Path] = []

    def watched(data: bytes, path: Path) -> Loaded:
        opened.append(path)
        return load(data, path)

    monkeypatch.setattr(texts, "load", watched)
    page.write_text(PAGE.replace("磨憨", "友谊关"), "utf-8")
    os.utime(page, ns=(1, 1))
    assert [found.text(sha256), found.text(sha256), len(opened)] == [None, None, 1]
    page.write_text(PAGE + "<script>1</script>", "utf-8")
    os.utime(page, ns=(2, 2))
    assert found.text(sha256) == "瑞丽口岸\n\n磨憨口岸\n"


def test_a_file_that_is_gone_or_broken_is_not_at_hand(page: Path, tmp_path: Path) -> None:
    found, sha256 = attached(tmp_path, page)
    page.write_bytes(b"\x00")
    assert found.text(sha256) is None
    page.unlink()
    assert found.text(sha256) is None


def test_a_damaged_list_is_named(tmp_path: Path) -> None:
    (tmp_path / texts.FILE).write_text("{", "utf-8")
    with pytest.raises(StoreError, match="attach the texts anew"):
        Texts(tmp_path).paths()
