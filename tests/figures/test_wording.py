"""Widths bound those of real fonts; lines break where Chinese and English may."""

from collections.abc import Iterable, Iterator

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from borderkg.figures import pdf, wording
from tests.strategies import phrases, steady


@pytest.fixture(scope="module")
def font() -> Iterator[TTFont]:
    """The Chinese font that a PDF would take."""
    with pdf.find().open("rb") as file:
        yield TTFont(file, fontNumber=0)


def advance(font: TTFont, text: Iterable[str]) -> float:
    """What the font itself says of a text's width, in ems; characters that it lacks count as one."""
    cmap, metrics, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    return sum(metrics[cmap[ord(c)]][0] / em if ord(c) in cmap else 1.0 for c in text)


@steady
@given(phrases | st.text("国务院“”（）—·~iljmwMW0123456789 ABCxyz.,-%×②", max_size=40))
def test_widths_bound_those_of_a_real_font(font: TTFont, text: str) -> None:
    """No text is wider in Noto Sans CJK than it is taken to be."""
    assert advance(font, text) <= wording.width(text, 1.0) + 1e-9


@steady
@given(phrases | st.text(max_size=80), st.integers(12, 200), st.integers(1, 5))
def test_lines_fit_their_room(text: str, room: int, lines: int) -> None:
    """At most so many lines, none wider than the room, and nothing lost without a sign of it."""
    wrapped = wording.wrap(wording.clean(text), 10.0, room, lines)
    assert len(wrapped) <= lines
    assert all(wording.width(line, 10.0) <= room for line in wrapped)
    whole = "".join(wording.clean(text).split())
    assert "".join("".join(wrapped).split()) == whole or wrapped[-1].endswith("…")


def test_lines_are_about_equally_long() -> None:
    """A title of 22 characters stands in two lines of 11, not in 13 and 9."""
    assert [len(line) for line in wording.wrap("国务院关于进一步对外开放黑河等四个边境城市的通", 10.0, 135.0, 3)] == [
        12,
        11,
    ]


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("兴边富民行动“十二五”规划", 70.0, ("兴边富民行动", "“十二五”规划")),
        ("关于改进（试行），通知", 40.0, ("关于改", "进（试", "行），", "通知")),
        ("State Council of the Republic", 100.0, ("State Council", "of the Republic")),
    ],
)
def test_marks_stay_with_their_words(text: str, room: float, lines: tuple[str, ...]) -> None:
    """No line begins with a closing mark or ends with an opening one; English words are whole."""
    assert wording.wrap(text, 10.0, room, 5) == lines


def test_labels_are_cleaned() -> None:
    """Line breaks, controls and marks that turn the direction of writing go."""
    assert wording.clean("a\nb\u202e\u200bc\x00 \u3000d") == "a bc d"


@steady
@given(phrases | st.text("国务院“”（）AB xyz.,-", max_size=40), st.integers(2, 12))
def test_broken_lines_are_read_on(text: str, room: int) -> None:
    """With the blanks at which they were broken they are the text again; what is cut is its beginning."""
    label = wording.clean(text)
    lines = wording.fill(label, 1.0, room)
    assert "".join(wording.spaced(lines, label)) == label
    seen = "".join(wording.spaced(wording.wrap(label, 1.0, room, 2), label))
    assert seen == label or label.startswith(seen.removesuffix("…").rstrip())
