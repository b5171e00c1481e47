"""The PDF: its text can be selected, its font is inside, the file is small."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from borderkg.errors import FigureError
from borderkg.figures import pdf
from borderkg.figures.drawing import WIDTHS, Options, draw
from borderkg.figures.lineage import lineage_pdf
from tests.figures import factory, reading
from tests.figures.conftest import Real


def text_of(data: bytes) -> str:
    """The text of a PDF without blanks and line breaks."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    words = page.get_textpage().get_text_range()
    document.close()
    return "".join(words.split())


def test_all_words_can_be_selected(real: Real) -> None:
    """Every line of text of the figure is in the text of the PDF, Chinese and Latin."""
    options: dict[str, Any] = {
        "title": "沿边开放政策谱系",
        "sources": real.citations,
        "version": "v1",
        "as_of": "2012-07-01",
    }
    scene = draw(real.graph, Options(**options)).scene
    found = text_of(lineage_pdf(real.graph, **options))
    lines = {"".join(line.text.split()) for line in reading.words(scene.parts)}
    assert not {line for line in lines if line not in found}


def test_the_page_is_as_large_as_the_figure() -> None:
    """643 pixels are 17 cm of paper."""
    document = pypdfium2.PdfDocument(lineage_pdf(factory.made(20), width=WIDTHS["column"]))
    assert len(document) == 1
    assert document[0].get_width() == pytest.approx(17.0 / 2.54 * 72, abs=1)
    document.close()


def test_only_the_characters_used_are_embedded(real: Real) -> None:
    """A figure of some dozens of nodes takes little more than a hundred kilobytes; the whole font takes nineteen megabytes."""
    data = lineage_pdf(real.graph)
    assert b"/FontFile" in data
    assert len(data) < 200_000


def test_the_same_figure_has_the_same_bytes() -> None:
    """No clock is in the file."""
    assert lineage_pdf(factory.made(20)) == lineage_pdf(factory.made(20))


def test_without_a_chinese_font_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has none of the usual fonts, the message says what to install or to name."""
    monkeypatch.setattr(pdf, "_FONTS", ())
    with pytest.raises(FigureError, match=r"fonts-noto-cjk.*BORDERKG_FONT=FILE"):
        lineage_pdf(factory.made(20))


def test_a_character_that_the_font_lacks_is_told() -> None:
    """A box in its place would be taken for the text."""
    graph = factory.made(20)
    graph.add_node("x", label="规划𐎠", type="Policy", begin="2001-01-01")
    with pytest.raises(FigureError, match="the font lacks 𐎠"):
        lineage_pdf(graph)


def test_a_font_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is missing, or no font, is named."""
    broken = tmp_path / "broken.ttc"
    broken.write_text("no font")
    with pytest.raises(FigureError, match=r"broken\.ttc: no font that can be read"):
        lineage_pdf(factory.made(20), font=str(broken))
    monkeypatch.setenv("BORDERKG_FONT", str(tmp_path / "none.otf"))
    with pytest.raises(FigureError, match=r"none\.otf: no such font file"):
        lineage_pdf(factory.made(20))
