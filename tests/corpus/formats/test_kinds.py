"""One article in every format: the same claims, and evidence that points at their words."""

import hashlib
from pathlib import Path

import pytest

from borderkg.corpus import reader
from borderkg.corpus.formats.loader import LOADERS, load
from tests.corpus.formats import article

FORMATS = {"html": article.html().encode(), "htm": article.html().encode("utf-16"), "docx": article.word()}


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_says_the_same(kind: str) -> None:
    """Headings, paragraphs, notes and merged cells: what a text file says, no more, no less."""
    assert article.claims(article.text_of(FORMATS[kind], f"a.{kind}")) == article.claims(article.markdown())


@pytest.mark.browser
@pytest.mark.parametrize("columns", [1, 2])
def test_a_pdf_says_the_same(columns: int, tmp_path: Path) -> None:
    """In one column or two: lines in the order in which they are read, the title above them."""
    style = f"{article.PRINTED} main{{columns:{columns}}} h1{{column-span:all}} table{{break-inside:avoid}} body{{font-size:9pt}}"
    text = article.text_of(article.printed(article.html(style), tmp_path), "a.pdf")
    assert article.claims(text) == article.claims(article.markdown())


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_bytes_give_the_same_text(kind: str) -> None:
    """The text that offsets count into depends on nothing but the file, and is known by its own hash."""
    one, other = (load(FORMATS[kind], Path(name)) for name in (f"a.{kind}", f"elsewhere/b.{kind.upper()}"))
    assert one == other
    assert one.sha256 == hashlib.sha256(one.text.encode()).hexdigest()


def test_a_text_file_is_known_by_its_bytes() -> None:
    """Its hash is what any other tool says of the file, whatever its encoding."""
    data = article.markdown().encode("gb18030")
    loaded = load(data, Path("a.md"))
    assert (loaded.text, loaded.sha256) == (article.markdown(), hashlib.sha256(data).hexdigest())


def test_every_kind_is_found_in_a_folder(tmp_path: Path) -> None:
    """Files of all kinds lie beside each other; each is a document under its own name."""
    for kind in ("html", "htm", "docx"):
        (tmp_path / f"a.{kind}").write_bytes(FORMATS[kind])
    (tmp_path / "b.csv").write_text("省区,2019年\n云南,1.5\n", "utf-8")
    (tmp_path / "b.tsv").write_text("省区\t2020年\n云南\t2.5\n", "utf-8")
    (tmp_path / "c.txt").write_text(article.markdown(), "utf-8")
    read = {document.name: document for document in reader.documents(reader.find(tmp_path))}
    assert sorted(read) == ["a.docx", "a.htm", "a.html", "b.csv", "b.tsv", "c.txt"]
    assert read["b.csv"].text == "| 省区 | 2019年 |\n| --- | --- |\n| 云南 | 1.5 |\n"
    assert {document.bibliography.title for document in read.values()} == {"", article.TITLE}
    assert {text.sha256: path for path, text in reader.loaded([tmp_path])} == {
        d.sha256: tmp_path / name for name, d in read.items() if name != "a.htm"
    } | {read["a.htm"].sha256: tmp_path / "a.html"}


def test_the_kinds_are_these() -> None:
    assert (
        reader.SUFFIXES
        == tuple(LOADERS)
        == (".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".csv", ".tsv", ".parquet")
    )
