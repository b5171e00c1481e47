"""A folder of texts: which files, in which encoding, and what is wrong with those that cannot be read."""

import hashlib
from pathlib import Path

import pytest

from borderkg.corpus import reader
from borderkg.corpus.document import Bibliography
from borderkg.corpus.reader import Corpus, documents, find, name_of
from borderkg.errors import CorpusError
from tests.corpus.factory import PROSE, SENTENCES


def folder_of(root: Path, **files: str | bytes) -> Path:
    """A folder with these files; `__` in a name stands for a slash, `_` for a dot."""
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def names(corpus: Corpus) -> list[str]:
    return [name_of(corpus, path) for path in corpus.files]


# Which files


def test_texts_are_found_below_the_folder_in_order(tmp_path: Path) -> None:
    """Texts in sub-folders are read too, whatever the case of their extension, named with forward slashes."""
    corpus = find(folder_of(tmp_path, b_txt="乙", a__c_md="丙", a__b__d_TXT="丁", a_txt="甲"))
    assert names(corpus) == ["a/b/d.TXT", "a/c.md", "a.txt", "b.txt"]


def test_what_is_no_text_is_passed_over_and_told(tmp_path: Path) -> None:
    """Files of other kinds are listed as passed over; hidden ones and those that describe the folder are not."""
    folder_of(tmp_path, a_txt="甲", b_xlsx="PK", c_png="PNG", _hidden_txt="丁", _git__e_txt="戊", README_md="# 说明")
    folder_of(tmp_path, sources_yaml="a.txt: {title: 甲}", LICENSE_txt="licence", FACTS_md="facts")
    corpus = find(tmp_path)
    assert names(corpus) == ["a.txt"]
    assert [path.name for path in corpus.skipped] == ["b.xlsx", "c.png"]
    assert corpus.bibliographies["a.txt"].title == "甲"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """The message says which folder, and what to give instead."""
    with pytest.raises(CorpusError) as raised:
        find(tmp_path / "nowhere")
    assert str(raised.value).startswith(f"{tmp_path / 'nowhere'}: no such folder. Give the folder")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """Who gives a text is told to give the folder around it."""
    folder_of(tmp_path, a_txt="甲")
    with pytest.raises(CorpusError, match=r"a\.txt: is a file; give the folder"):
        find(tmp_path / "a.txt")


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    """A folder without texts is named with the kinds that are read, and what it holds instead."""
    with pytest.raises(CorpusError, match=r"no texts in it \(\*\.txt, \*\.md, .*\*\.tsv, \*\.parquet\)\.$"):
        find(tmp_path)
    folder_of(tmp_path, a_xlsx="PK", b_png="PNG", README_md="说明")
    with pytest.raises(CorpusError, match="it holds 2 files of other kinds"):
        find(tmp_path)


def test_malformed_sources_stop_before_any_text_is_read(tmp_path: Path) -> None:
    """The fault of `sources.yaml` is raised when the folder is listed."""
    folder_of(tmp_path, a_txt="甲", sources_yaml="a.txt: {titel: 甲}")
    with pytest.raises(CorpusError, match=r"sources\.yaml: a\.txt: unknown field titel"):
        find(tmp_path)


# Documents


def test_a_document_is_the_file_as_it_is(tmp_path: Path) -> None:
    """The text keeps its newlines, its hash is of the bytes, and its bibliography that of `sources.yaml`."""
    data = PROSE.replace("\n", "\r\n").encode()
    folder_of(tmp_path, b__a_txt=data, sources_yaml="b/a.txt: {title: 边境口岸研究, year: 2019}")
    (document,) = documents(find(tmp_path))
    assert document.name == "b/a.txt"
    assert document.text.encode() == data
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.bibliography.title, document.bibliography.year) == ("边境口岸研究", 2019)


def test_a_text_without_an_entry_speaks_for_itself(tmp_path: Path) -> None:
    """What `sources.yaml` does not tell of a file is read from its text, or unknown."""
    folder_of(tmp_path, a_txt=f"边境口岸发展研究\n\n作者：王某\n\n{SENTENCES[0]}", b_txt=SENTENCES[1])
    first, second = documents(find(tmp_path))
    assert first.bibliography == Bibliography(title="边境口岸发展研究", authors=("王某",), read_from="text")
    assert second.bibliography == Bibliography()


def test_all_unreadable_files_are_named_at_once(tmp_path: Path) -> None:
    """Every readable text is handed on first; then one error lists every file that is not."""
    folder_of(tmp_path, a_txt=b"\x00\x01", b_txt=SENTENCES[0], c_txt=b"\xff\xfe\x2d", d_txt=SENTENCES[1])
    read: list[str] = []
    with pytest.raises(CorpusError) as raised:
        read.extend(document.name for document in documents(find(tmp_path)))
    assert read == ["b.txt", "d.txt"]
    lines = str(raised.value).split("\n")
    assert [line.split(": ")[0] for line in lines] == [str(tmp_path / "a.txt"), str(tmp_path / "c.txt")]


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too large to be a text is named with its size and the limit."""
    monkeypatch.setattr(reader, "MAX_TEXT_BYTES", 2_000_000)
    folder_of(tmp_path, a_txt=b"a" * 3_000_001)
    with pytest.raises(CorpusError, match=r"a\.txt: 3 MB; texts up to 2 MB are read"):
        list(documents(find(tmp_path)))


def test_a_file_that_vanished_is_named(tmp_path: Path) -> None:
    """A file that cannot be opened any more is a fault of the corpus, not a traceback."""
    corpus = find(folder_of(tmp_path, a_txt="甲"))
    (tmp_path / "a.txt").unlink()
    with pytest.raises(CorpusError, match=r"a\.txt: cannot be read: No such file"):
        list(documents(corpus))


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff"])
def test_an_empty_text_is_a_document_all_the_same(tmp_path: Path, content: str) -> None:
    """A text without words is read; there is only nothing in it."""
    (document,) = documents(find(folder_of(tmp_path, a_txt=content)))
    assert document.text == content


def test_texts_are_found_again_by_their_content(tmp_path: Path) -> None:
    """The hash of every file below some folders leads to it, wherever it lies."""
    folder_of(tmp_path, x__a_txt="甲", y__z__b_txt="乙")
    found = {text.sha256: path for path, text in reader.loaded([tmp_path / "x", tmp_path / "y"])}
    assert found[hashlib.sha256("乙".encode()).hexdigest()] == tmp_path / "y" / "z" / "b.txt"
    assert len(found) == 2


@pytest.mark.shared
def test_the_papers_are_read(papers: Path) -> None:
    """All five papers are UTF-8 with plain newlines, and none is passed over."""
    corpus = find(papers)
    read = list(documents(corpus))
    assert [document.name[:3] for document in read] == ["000", "001", "002", "003", "004"]
    assert {document.encoding for document in read} == {"utf-8"}
    assert corpus.skipped == ()
    assert all((papers / document.name).read_bytes() == document.text.encode() for document in read)
