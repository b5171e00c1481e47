"""How something spread: one small panel a province, years across, all on one scale (Tufte, Envisioning Information, 1990, ch. 4).

The panels stand in the order in which the provinces began, so that who came first is read from left to right.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from borderkg.errors import FigureError
from borderkg.figures import furniture, pdf, style, svg, wording
from borderkg.figures.layout import EDGE
from borderkg.figures.scene import Disc, Group, Path, Scene, Words, box

_PANEL: Final = 150.0
_PLOT: Final = 58.0
_HEAD: Final = 30.0
_FOOT: Final = 18.0
_GAP: Final = 16.0


@dataclass(frozen=True, slots=True)
class Spread:
    """So many began in a province in a year; `year` is None for those without a date, `first` names the first of them."""

    province: str
    year: int | None
    count: int
    first: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """How the panels are drawn; `sources` are citations, `version` names the graph; `captioned` as of a lineage."""

    title: str = ""
    language: str = "zh"
    width: float = 643.0
    sources: Sequence[str] = ()
    version: str = ""
    captioned: bool = True


def diffusion_svg(rows: Iterable[Spread], **options: Any) -> str:
    """The panels as a self-contained SVG; the options are those of `Options`. Raises FigureError for no rows."""
    return svg.write(draw(rows, Options(**options)))


def diffusion_pdf(rows: Iterable[Spread], *, font: str = "", **options: Any) -> bytes:
    """The panels as a PDF of one page. Raises FigureError, also where no font has the characters."""
    return pdf.write(draw(rows, Options(**options)), font)


def draw(rows: Iterable[Spread], options: Options) -> Scene:
    """The panels, before any format. Raises FigureError for no rows or a negative count."""
    of: dict[str, list[Spread]] = defaultdict(list)
    for row in rows:
        if row.count < 0:
            raise FigureError(f"{row.province}: {row.count} is no count.")
        of[wording.clean(row.province)].append(row)
    years = [row.year for found in of.values() for row in found if row.year is not None]
    if not years:
        raise FigureError("There is nothing to draw: no province has a year.", "无可绘制：没有一个省份有年份。")
    span = (min(years), max(*years, min(years) + 4))
    most = max(sum(row.count for row in found if row.year is not None) for found in of.values())
    shown, top = furniture.title(options.title, options.width)
    parts: list[Path | Disc | Words | Group] = [*shown]
    columns = max(1, int((options.width - 2 * EDGE + _GAP) // (_PANEL + _GAP)))
    wide = (options.width - 2 * EDGE - (columns - 1) * _GAP) / columns
    tall = _HEAD + _PLOT + _FOOT
    for index, (province, found) in enumerate(sorted(of.items(), key=_beginning)):
        x, y = EDGE + index % columns * (wide + _GAP), top + index // columns * tall
        parts += _panel(province, found, (x, y, wide), span, most, options.language)
    bottom = top + -(-len(of) // columns) * tall
    text = _caption(most, options)
    words, bottom = furniture.caption(text, options.width, bottom + 4) if options.captioned else ([], bottom)
    title = wording.clean(options.title) or ("各省扩散过程" if options.language == "zh" else "Diffusion by province")
    return Scene(options.width, bottom + 6, title, text, options.language, (*parts, *words))


def _beginning(entry: tuple[str, list[Spread]]) -> tuple[int, int, str]:
    province, rows = entry
    years = [row.year for row in rows if row.year is not None]
    return (min(years, default=9999), -sum(row.count for row in rows), province)


def _panel(
    province: str, rows: list[Spread], at: tuple[float, float, float], span: tuple[int, int], most: int, language: str
) -> tuple[Group, Words, Words]:
    """One province: bars of what began in each year, a line of all so far, a dot where it began; and the years below it."""
    x0, y0, wide = at
    base, step = y0 + _HEAD + _PLOT, wide / (span[1] - span[0] + 1)
    new: dict[int, int] = defaultdict(int)
    for row in rows:
        if row.year is not None:
            new[row.year] += row.count
    undated = sum(row.count for row in rows if row.year is None)
    running = list(accumulate(new.get(year, 0) for year in range(span[0], span[1] + 1)))

    def up(count: int) -> float:
        return base - _PLOT * count / max(most, 1)

    stairs = [(x0 + i * step + d, up(total)) for i, total in enumerate(running) for d in (0.0, step)]
    parts: list[Path | Disc | Words] = [Path(((x0, base), (x0 + wide, base)), style.LIFELINE, "", 0.8)]
    colour = style.KINDS["policy"][0]
    for year, count in sorted(new.items()):
        left = x0 + (year - span[0]) * step
        parts.append(box(left + step * 0.12, up(count), left + step * 0.88, base, fill=colour))
    parts.append(Path(tuple(stairs), style.GREY, "", 1.1))
    first = min(new, default=None)
    name = next((wording.clean(row.first) for row in rows if row.year == first and row.first), "")
    total = f"{running[-1]}" + (f" + {undated}{'（无年份）' if language == 'zh' else ' undated'}" if undated else "")
    seen = [wording.cut(province, style.LABEL, wide * 0.6), total]
    parts.append(Words((x0, y0 + 11), f"{seen[0]} ", style.LABEL, bold=True))
    parts.append(Words((x0 + wide, y0 + 11), f"{total} ", style.SMALL, style.GREY, "end"))
    if first is not None:
        parts.append(Disc((x0 + (first - span[0] + 0.5) * step, base), 2.8, "#ffffff", style.CONFLICT, 0.8))
        said = f"{first} {name}" if name else str(first)
        seen.append(wording.cut(said, style.SMALL, wide))
        parts.append(Words((x0, y0 + 23), seen[-1], style.SMALL, style.CONFLICT))
    # The name begins with the words that are seen (WCAG 2.2, 2.5.3).
    told = [*([] if seen[0] == province else [province]), *(f"{year} +{count}" for year, count in sorted(new.items()))]
    title = " · ".join(seen) + (f": {', '.join(told)}" if told else "")
    begin = Words((x0, base + 11), str(span[0]), style.SMALL, style.GREY)
    end = Words((x0 + wide, base + 11), str(span[1]), style.SMALL, style.GREY, "end")
    return Group("panel", title, tuple(parts), {"province": province}), begin, end


def _caption(most: int, options: Options) -> str:
    chinese = options.language == "zh"
    said = [
        f"柱：当年新增；折线：累计（各图同一尺度，最高 {most}）；红点：首次出现。"
        if chinese
        else f"Bars: new in the year; line: all so far (one scale, at most {most}); red dot: the first."
    ]
    if options.sources:
        listed = ("；" if chinese else "; ").join(sorted(options.sources))
        said.append(style.word("sources", options.language).format(listed))
    if options.version:
        said.append(style.word("version", options.language).format(options.version))
    return ("" if chinese else " ").join(said)
