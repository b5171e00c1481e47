"""The figures of a store, in each form: drawn with the periods, citations and version that the store adds. The command line
and the server give the same.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from borderkg.figures import background, diffusion, lineage, pdf, screen, svg
from borderkg.figures.drawing import Options, draw

if TYPE_CHECKING:
    import networkx as nx

    from borderkg.figures.scene import Scene
    from borderkg.graph.store import GraphStore
    from borderkg.lineage.diffusion import Diffusion

FORMATS: Final = ("svg", "pdf", "html")

MEDIA_TYPES: Final = {"svg": "image/svg+xml", "pdf": "application/pdf", "html": "text/html"}


def lineage_figure(graph: "nx.MultiDiGraph[str]", store: "GraphStore", form: str, **asked: Any) -> bytes:
    """The bytes of a lineage drawn as one of `FORMATS`; `asked` is what `lineage_options` takes. Raises FigureError."""
    options = lineage_options(store, **asked)
    if form == "html":
        return lineage.page(graph, options).encode()
    return _FORMS[form](draw(graph, options).scene)


def lineage_drawing(graph: "nx.MultiDiGraph[str]", store: "GraphStore", **asked: Any) -> dict[str, Any]:
    """A lineage as JSON, for a page that draws it itself (`borderkg.figures.screen`). Raises FigureError."""
    options = lineage_options(store, captioned=False, **asked)
    return {**screen.drawing(draw(graph, options), options), "divisions": background.divisions(store)}


def lineage_options(
    store: "GraphStore",
    *,
    title: str = "",
    as_of: str = "",
    lanes: str = "level",
    periods: str = "",
    language: str = "zh",
    width: float = 971,
    captioned: bool = True,
) -> Options:
    """How a lineage is drawn: `as_of` is an ISO day, `periods` names a source of the store. Raises FigureError."""
    cited, bands = background.periods(store, periods) if periods else ("", [])
    return Options(
        title=title,
        as_of=as_of or None,
        lanes="platform" if lanes == "platform" else "level",
        periods=bands,
        period_source=cited,
        language=language,
        width=float(width),
        sources=background.citations(store),
        version=store.version.name,
        captioned=captioned,
    )


def diffusion_figure(
    spread: "Diffusion", store: "GraphStore", form: str, *, language: str = "zh", width: float = 643
) -> bytes:
    """The bytes of the panels by province and year as `svg` or `pdf`. Raises FigureError."""
    return _FORMS[form](diffusion_scene(spread, store, language=language, width=width))


def diffusion_scene(
    spread: "Diffusion", store: "GraphStore", *, language: str = "zh", width: float = 643, captioned: bool = True
) -> "Scene":
    """The panels by province and year, before any form. Raises FigureError."""
    zh = language == "zh"
    rows = [
        diffusion.Spread(
            a.province_label or ("全国" if zh else "nationwide"), int(a.begin[:4]) if a.begin else None, 1, a.label
        )
        for a in spread.adopters
    ]
    cited = background.citations(store)
    sources = {source for adopter in spread.adopters for source in adopter.sources}
    title = f"{spread.label}：扩散过程" if zh else f"How it spread: {spread.label_en}"
    return diffusion.draw(
        rows,
        diffusion.Options(
            title=title if captioned else "",
            language=language,
            width=float(width),
            sources=sorted({cited.get(source, source) for source in sources}),
            version=store.version.name,
            captioned=captioned,
        ),
    )


_FORMS: Final[dict[str, Callable[["Scene"], bytes]]] = {
    "svg": lambda scene: svg.write(scene).encode(),
    "pdf": pdf.write,
}
