"""A lineage as SVG, PDF or a page, from a graph alone; `drawing.py` says what the graph holds, and draws it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from borderkg.figures import html, pdf, svg
from borderkg.figures.drawing import WIDTHS, Options, draw

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["WIDTHS", "Options", "lineage_html", "lineage_pdf", "lineage_svg", "page"]


def lineage_svg(graph: "nx.MultiDiGraph[str]", **options: Any) -> str:
    """A lineage as a self-contained SVG; the options are those of `Options`. Raises FigureError."""
    return svg.write(draw(graph, Options(**options)).scene)


def lineage_pdf(graph: "nx.MultiDiGraph[str]", *, font: str = "", **options: Any) -> bytes:
    """A lineage as a PDF of one page with selectable text; `font` is a font file, else one of the system is taken.

    The options are those of `Options`. Raises FigureError, also where no font has the characters."""
    return pdf.write(draw(graph, Options(**options)).scene, font)


def lineage_html(graph: "nx.MultiDiGraph[str]", **options: Any) -> str:
    """A lineage as one page that works from a file: figure, table, a line to drag. The options are those of `Options`."""
    return page(graph, Options(**options))


def page(graph: "nx.MultiDiGraph[str]", options: Options) -> str:
    """The page of a lineage. Raises FigureError."""
    return html.write(draw(graph, replace(options, as_of=None)), options)  # the page draws the line of the day itself
