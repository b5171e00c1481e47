"""Word documents: what of a document is its text, in which order."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.parser import parse_xml

from borderkg.corpus.formats import word
from borderkg.errors import CorpusError

HERE = Path("a.docx")
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(write: Callable[[Document], None]) -> bytes:
    document = docx.Document()
    write(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def text(write: Callable[[Document], None]) -> str:
    return word.load(saved(write), HERE).text


def of_xml(inside: str) -> str:
    """The text of a document whose body begins with some elements of its own."""

    def write(document: Document) -> None:
        for element in reversed(list(parse_xml(f"<w:body {NAMESPACE}>{inside}</w:body>"))):
            document.element.body.insert(0, element)

    return text(write)


def test_headings_and_paragraphs() -> None:
    """Headings by their style, a title too; a break is a line; empty paragraphs are none."""

    def write(document: Document) -> None:
        document.add_heading("口岸研究", 0)
        document.add_heading("一、概况", 2)
        document.add_paragraph("第一段\n第二行\t其后")
        document.add_paragraph("")
        document.add_paragraph("甲", style="List Paragraph")

    assert text(write) == "# 口岸研究\n\n## 一、概况\n\n第一段\n第二行 其后\n\n甲\n"


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        ("<w:r><w:t>口</w:t></w:r><w:r><w:t>岸</w:t></w:r>", "口岸"),
        ("<w:ins w:id='1' w:author='a'><w:r><w:t>口岸</w:t></w:r></w:ins>", "口岸"),
        ("<w:del w:id='1' w:author='a'><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>口岸</w:t></w:r>", "口岸"),
        ("<w:hyperlink><w:r><w:t>口岸</w:t></w:r></w:hyperlink>", "口岸"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>口岸</w:t></w:r>", "口岸"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>口岸</w:t></w:r>", "口岸"),
        (
            "<w:r><w:t>口岸</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>[3]</w:t></w:r>",
            "口岸③",
        ),
        ("<w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>4</w:t></w:r>", "10^4"),
        ("<w:sdt><w:sdtContent><w:r><w:t>口岸</w:t></w:r></w:sdtContent></w:sdt>", "口岸"),
    ],
)
def test_the_words_of_a_paragraph(inside: str, read: str) -> None:
    """As they read once changes are accepted; hidden words and the formulas of fields are none."""
    assert of_xml(f"<w:p>{inside}</w:p>") == read + "\n"


def test_cells_that_are_merged_are_repeated() -> None:
    """Over columns and down rows; several header rows become one; a table stands where it stood."""

    def write(document: Document) -> None:
        document.add_paragraph("前")
        table = document.add_table(4, 3)
        for cell, words in zip(
            table._cells,
            ["省区", "2019年", "", "", "进口", "出口", "云南", "1.5", "2.5", "", "3.5", "4.5"],
            strict=True,
        ):
            cell.text = words
        table.cell(0, 1).merge(table.cell(0, 2)).text = "2019年"
        table.cell(0, 0).merge(table.cell(1, 0)).text = "省区"
        table.cell(2, 0).merge(table.cell(3, 0)).text = "云南"
        document.add_paragraph("后")

    rows = [
        "| 省区 | 2019年 进口 | 2019年 出口 |",
        "| --- | --- | --- |",
        "| 云南 | 1.5 | 2.5 |",
        "| 云南 | 3.5 | 4.5 |",
    ]
    assert text(write) == "前\n\n" + "\n".join(rows) + "\n\n后\n"


def test_a_table_that_only_lays_out_the_page_is_none() -> None:
    def write(document: Document) -> None:
        outer = document.add_table(1, 2)
        outer.cell(0, 0).text = "左"
        inner = outer.cell(0, 1).add_table(2, 2)
        for cell, words in zip(inner._cells, ["省区", "2019年", "云南", "1.5"], strict=True):
            cell.text = words

    assert text(write) == "左\n\n| 省区 | 2019年 |\n| --- | --- |\n| 云南 | 1.5 |\n"


def repacked(document: bytes) -> bytes:
    """A package with another main part."""
    file = io.BytesIO()
    whole = zipfile.ZipFile(io.BytesIO(saved(lambda d: None)))
    with whole, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name in whole.namelist():
            package.writestr(name, document if name == "word/document.xml" else whole.read(name))
    return file.getvalue()


DOCUMENT = "<w:document {}><w:body>{}</w:body></w:document>"
BOMB = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a Word document"),
        (b"%PDF-1.7", "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "an old or an encrypted Office file"),
        (b"PK\x03\x04" + b"\x00" * 50, "damaged"),
        (saved(lambda d: None)[:-500], "damaged"),
        (repacked(document=b"<w:document"), "damaged"),
        (repacked(document=DOCUMENT.format(NAMESPACE, "<w:sdt>" * 3000 + "</w:sdt>" * 3000).encode()), "damaged"),
    ],
    ids=["empty", "PDF", "old", "zip", "cut", "XML", "depth"],
)
def test_damage_is_refused(data: bytes, message: str) -> None:
    """One line that names the file and says what to do."""
    with pytest.raises(CorpusError, match=message) as raised:
        word.load(data, HERE)
    assert str(raised.value).startswith("a.docx: ")
    assert "\n" not in str(raised.value)


def test_what_unpacks_beyond_measure_is_refused_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sizes that a package states are added up before anything is unpacked."""
    monkeypatch.setattr(word, "MAX_UNPACKED_BYTES", 2_000_000)
    data = repacked(document=b"0" * 3_000_000)
    assert len(data) < 100_000
    with pytest.raises(CorpusError, match=r"a\.docx: unpacks to 4 MB; up to 2 MB are read"):
        word.load(data, HERE)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    """Neither those that multiply themselves nor those that name a file."""
    (tmp_path / "secret.txt").write_text("秘密" * 100, "utf-8")
    outside = f'<!ENTITY b SYSTEM "{(tmp_path / "secret.txt").as_uri()}">'
    inside = DOCUMENT.format(NAMESPACE, "<w:p><w:r><w:t>口岸&a9;&b;</w:t></w:r></w:p>")
    data = repacked(document=f'<!DOCTYPE d [<!ENTITY a0 "甲">{BOMB}{outside}]>{inside}'.encode())
    try:
        found = word.load(data, HERE).text
    except CorpusError as error:
        found = str(error)
    assert len(found) < 100


def test_a_document_in_which_bytes_were_changed_is_read_or_refused() -> None:
    """Whatever byte is changed, no other error comes out than of the corpus."""
    whole = saved(lambda d: d.add_heading("口岸", 1))
    for place in range(0, len(whole), len(whole) // 300):
        data = bytearray(whole)
        data[place] ^= 0x55
        try:
            assert word.load(bytes(data), HERE).encoding == "docx"
        except CorpusError as error:
            assert str(error).startswith("a.docx: ")
