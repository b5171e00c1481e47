"""Texts are kept by their hash beside a store: opened wherever their file went, never under a wrong hash."""

import hashlib
from pathlib import Path

import pytest

from borderkg.corpus.formats.loader import load
from borderkg.corpus.sheets import Box, Sheet
from borderkg.graph.kept import FOLDER, Kept, Print
from borderkg.graph.texts import Texts

WORDS = "瑞丽口岸位于云南省瑞丽市，对应缅甸木姐口岸。"
SHEETS = (Sheet(5953, 8419, (Box(3, 9, 10, 20, 70, 30), Box(0, 2, 10, 40, 30, 50))), Sheet(8419, 5953, ()))


def kept(root: Path, path: Path, sheets: tuple[Sheet, ...] = ()) -> str:
    """The hash of a file's text, which is kept now."""
    loaded = load(path.read_bytes(), path)
    Kept(root).keep(loaded.sha256, loaded.text, path, sheets)
    return loaded.sha256


def page(folder: Path) -> Path:
    path = folder / "a.html"
    path.write_text(f"<p>{WORDS}</p>", "utf-8")
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_file_is_kept_as_its_bytes(encoding: str, tmp_path: Path) -> None:
    """So that the hash is that of what is kept, in whichever encoding it was written."""
    path = tmp_path / "a.txt"
    path.write_text(WORDS, encoding)
    sha256 = kept(tmp_path, path)
    path.unlink()
    data = (tmp_path / FOLDER / sha256).read_bytes()
    assert hashlib.sha256(data).hexdigest() == sha256
    assert (Kept(tmp_path).text(sha256) or "").lstrip("\ufeff") == WORDS


def test_of_another_file_the_text_is_kept_that_was_made_of_it(tmp_path: Path) -> None:
    path = page(tmp_path)
    sha256 = kept(tmp_path, path)
    path.unlink()
    assert (tmp_path / FOLDER / sha256).read_text("utf-8") == Kept(tmp_path).text(sha256) == WORDS + "\n"


def test_only_the_owner_may_read_them(tmp_path: Path) -> None:
    """The texts may belong to others."""
    sha256 = kept(tmp_path, page(tmp_path))
    assert [(tmp_path / name).stat().st_mode & 0o077 for name in (FOLDER, f"{FOLDER}/{sha256}")] == [0, 0]


def test_a_passage_opens_although_the_file_says_something_else_now(tmp_path: Path) -> None:
    """The words are those that were read; the file itself is no longer that of the text."""
    path = page(tmp_path)
    sha256 = kept(tmp_path, path)
    texts = Texts(tmp_path)
    texts.attach({sha256: path})
    assert texts.file(sha256) == path
    path.write_text("<p>磨憨口岸。</p>", "utf-8")
    passage = texts.passage(sha256, 0, 4, 2)
    assert passage is not None
    assert passage.words == "瑞丽口岸"
    assert texts.file(sha256) is None


def test_what_was_damaged_is_not_opened(tmp_path: Path) -> None:
    """A text by its hash; sheets where they cannot be read."""
    sha256 = kept(tmp_path, page(tmp_path), SHEETS)
    for name in (sha256, f"{sha256}.sheets"):
        (tmp_path / FOLDER / name).write_bytes(b"\x1f\x8b{")
    assert Kept(tmp_path).text(sha256) is None
    assert Kept(tmp_path).print_of(sha256) is None


def test_a_text_without_the_hash_is_not_kept(tmp_path: Path) -> None:
    """A file that changed while it was read."""
    Kept(tmp_path).keep("0" * 64, WORDS, page(tmp_path), SHEETS)
    assert not (tmp_path / FOLDER).exists()


def test_sheets_come_back_as_they_were(tmp_path: Path) -> None:
    """With the hash of the file that they are of; those of another file with the same text take their place."""
    path = page(tmp_path)
    sha256 = kept(tmp_path, path, SHEETS)
    assert Kept(tmp_path).print_of(sha256) == Print(hashlib.sha256(path.read_bytes()).hexdigest(), SHEETS)
    path.write_text(f"<p>{WORDS}</p> ", "utf-8")
    assert kept(tmp_path, path, SHEETS[:1]) == sha256
    assert Kept(tmp_path).print_of(sha256) == Print(hashlib.sha256(path.read_bytes()).hexdigest(), SHEETS[:1])
    assert Kept(tmp_path).print_of("0" * 64) is None
