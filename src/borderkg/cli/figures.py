"""The figures of `lineage` and `diffusion`: their options, and the bytes of one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    import networkx as nx

    from borderkg.graph.store import GraphStore
    from borderkg.lineage.diffusion import Diffusion

FORMATS: Final = ("svg", "pdf", "html")


def figure_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a lineage's figure, which the command gets as `lanes`, `periods`, `language`, `width`."""
    options = (
        click.option("--lanes", type=click.Choice(["level", "platform"]), default="level", show_default=True),
        click.option("--periods", default="", metavar="SOURCE", help="Behind the figure, the periods of this source."),
        click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True),
        click.option("--width", type=click.IntRange(420, 8000), default=971, show_default=True, help="In pixels."),
    )
    for option in reversed(options):
        function = option(function)
    return function


def lineage_figure(
    graph: "nx.MultiDiGraph[str]",
    store: "GraphStore",
    form: str,
    *,
    title: str,
    as_of: str = "",
    lanes: str = "level",
    periods: str = "",
    language: str = "zh",
    width: float = 971,
) -> bytes:
    """The bytes of a lineage drawn as one of `FORMATS`; `as_of` is an ISO day, `periods` names a source of the store.

    Raises FigureError."""
    from borderkg.figures import background, lineage

    cited, bands = background.periods(store, periods) if periods else ("", [])
    options: dict[str, Any] = {
        "title": title,
        "as_of": as_of or None,
        "lanes": lanes,
        "periods": bands,
        "period_source": cited,
        "language": language,
        "width": float(width),
        "sources": background.citations(store),
        "version": store.version.name,
    }
    if form == "pdf":
        return lineage.lineage_pdf(graph, **options)
    drawn = lineage.lineage_html(graph, **options) if form == "html" else lineage.lineage_svg(graph, **options)
    return drawn.encode()


def diffusion_figure(spread: "Diffusion", store: "GraphStore", form: str, *, language: str = "zh") -> bytes:
    """The bytes of the panels by province and year as `svg` or `pdf`. Raises FigureError."""
    from borderkg.figures import background, diffusion

    zh = language == "zh"
    rows = [
        diffusion.Spread(
            a.province_label or ("全国" if zh else "nationwide"), int(a.begin[:4]) if a.begin else None, 1, a.label
        )
        for a in spread.adopters
    ]
    cited = background.citations(store)
    sources = {source for adopter in spread.adopters for source in adopter.sources}
    options: dict[str, Any] = {
        "title": f"{spread.label}：扩散过程" if zh else f"How it spread: {spread.label_en}",
        "language": language,
        "sources": sorted({cited.get(source, source) for source in sources}),
        "version": store.version.name,
    }
    if form == "pdf":
        return diffusion.diffusion_pdf(rows, **options)
    return diffusion.diffusion_svg(rows, **options).encode()
