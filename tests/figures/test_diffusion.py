"""Small panels: who came first stands first, bars and lines say the counts on one scale."""

import pytest

from borderkg.errors import FigureError
from borderkg.figures.diffusion import Options, Spread, diffusion_pdf, diffusion_svg, draw
from borderkg.figures.scene import Path
from tests.figures import reading
from tests.figures.test_pdf import text_of

ROWS = [
    Spread("云南省", 2012, 1, "云南瑞丽重点开发开放试验区"),
    Spread("云南省", 2015, 1),
    Spread("内蒙古自治区", 2012, 3, "内蒙古满洲里重点开发开放试验区"),
    Spread("新疆维吾尔自治区", 2020, 1),
    Spread("西藏自治区", None, 1),
]


def test_who_came_first_stands_first() -> None:
    """By first year, then by number; a province without a year stands last."""
    panels = reading.groups(draw(ROWS, Options()), "panel")
    assert [p.about["province"] for p in panels] == ["内蒙古自治区", "云南省", "新疆维吾尔自治区", "西藏自治区"]


def test_the_panels_have_one_scale() -> None:
    """Three in a year are thrice as high as one, in whichever panel."""
    panels = {p.about["province"]: p for p in reading.groups(draw(ROWS, Options()), "panel")}
    tall = {
        name: [_height(part) for part in panel.parts if isinstance(part, Path) and part.fill]
        for name, panel in panels.items()
    }
    assert tall["内蒙古自治区"] == pytest.approx([3 * tall["云南省"][0]])
    assert len(tall["云南省"]) == 2 and tall["西藏自治区"] == []


def _height(bar: Path) -> float:
    return max(y for _, y in bar.points) - min(y for _, y in bar.points)


@pytest.mark.parametrize("width", [300.0, 643.0, 1280.0])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_words_meet(width: float, language: str) -> None:
    """At any width; long names are cut."""
    rows = [*ROWS, Spread("很长的名称" * 9, 1999, 3, "a very long name of what came first " * 3)]
    scene = draw(rows, Options("题目", language, width, ("某书",), "v1"))
    assert not reading.overlaps(scene)
    assert not reading.outside(scene)


def test_undated_ones_are_counted() -> None:
    """They stand beside the total, since they have no year to stand at."""
    assert "0 + 1（无年份）" in diffusion_svg(ROWS)


def test_the_pdf_says_the_same() -> None:
    """Its text has the provinces and what came first."""
    found = text_of(diffusion_pdf(ROWS, title="扩散"))
    assert all(row.province in found and row.first[:10] in found for row in ROWS)


@pytest.mark.parametrize("rows", [[], [Spread("云南省", None, 1)], [Spread("云南省", 2012, -1)]])
def test_what_cannot_be_drawn_is_told(rows: list[Spread]) -> None:
    """No year at all, or a count below nothing."""
    with pytest.raises(FigureError):
        diffusion_svg(rows)
