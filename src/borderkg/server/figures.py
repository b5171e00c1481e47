"""The figures of lineage and diffusion over HTTP: SVG, PDF and a page as the command line gives them, and as JSON (`drawing`) for
the explorer, which draws what the server has laid out.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from starlette.responses import JSONResponse, Response

from borderkg import schema
from borderkg.api import KnowledgeGraph
from borderkg.errors import QueryError
from borderkg.figures import background, drawn, screen, style
from borderkg.lineage import moments
from borderkg.lineage.graph import Lineage
from borderkg.lineage.hop import BACKWARD, RELATIONS
from borderkg.lineage.rules import LEVELS
from borderkg.lineage.traversal import LARGE
from borderkg.questions.lineages import Answer, Question

DRAWING: Final = "drawing"
FORMATS: Final = (*drawn.FORMATS, DRAWING)
SPREAD: Final = ("svg", "pdf", DRAWING)
"""The figures of how something spread."""

PARAMETERS: Final = ("lanes", "periods", "language", "width")
_LANES: Final = ("level", "platform")
_LANGUAGES: Final = ("zh", "en")
_WIDTHS: Final = (420, 8000)
_STARTS: Final = 12


def lineage(graph: KnowledgeGraph, question: Question, form: str, given: Mapping[str, str]) -> Response:
    """The figure of a question's answer. The day `as_of` is drawn as a line; of a drawing the page draws it itself.

    Raises QueryError for an ill-formed parameter, FigureError for what cannot be drawn."""
    answer = graph.lineages.ask(replace(question, as_of=""))
    asked = {**_shared(given), "lanes": _one_of(given, "lanes", _LANES), "periods": given.get("periods", "")}
    if form == DRAWING:
        return JSONResponse(_drawing(graph, answer, {**asked, "periods": _chosen(graph, given)}))
    day = moments.day(question.as_of).last if question.as_of else ""
    title = _title(graph, answer, asked["language"])
    written = drawn.lineage_figure(answer.graph, graph.store, form, title=title, as_of=day, **asked)
    return Response(written, media_type=drawn.MEDIA_TYPES[form])


def diffusion(graph: KnowledgeGraph, name: str, form: str, given: Mapping[str, str]) -> Response:
    """The panels of how something spread. Raises as `lineage` does."""
    spread, asked = graph.diffusion(name), _shared(given)
    if form == DRAWING:
        scene = drawn.diffusion_scene(spread, graph.store, captioned=False, **asked)
        return JSONResponse({**screen.scene(scene), **spread.as_dict(), "known": graph.lineages.spreads()})
    return Response(drawn.diffusion_figure(spread, graph.store, form, **asked), media_type=drawn.MEDIA_TYPES[form])


def _drawing(graph: KnowledgeGraph, answer: Answer, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The drawing of a lineage with its main path, and what its questions can choose from."""
    small = answer.graph.number_of_edges() <= LARGE
    return {
        **(drawn.lineage_drawing(answer.graph, graph.store, **asked) if len(answer.graph) else {"parts": []}),
        "periods": asked["periods"],
        "start": answer.start,
        "name": graph.label(answer.start) if answer.start else "",
        "main_path": answer.graph.main_path() if small and len(answer.graph) else (),
        "size": [len(answer.graph), answer.graph.number_of_edges()],
        "starts": [] if answer.start else _starts(answer.graph),
        "relations": [
            [name, *schema.load().labels.get(name, (name, name)), style.family(name).key, name in BACKWARD]
            for name in RELATIONS
        ],
        "levels": [[level, *style.LEVELS[level]] for level in LEVELS],
    }


def _chosen(graph: KnowledgeGraph, given: Mapping[str, str]) -> str:
    """The source of the periods of a drawing: the one that is named, none for an empty name, or else the first there is."""
    divisions = background.divisions(graph.store)
    return given.get("periods", divisions[0][0] if divisions else "")


def _starts(graph: Lineage) -> list[dict[str, Any]]:
    """The nodes with the most hops: where to begin."""
    order = sorted(graph, key=lambda iri: (-graph.degree(iri), iri))[:_STARTS]
    names = ("label", "label_en")
    return [{"iri": iri, "hops": graph.degree(iri), "labels": [graph.nodes[iri][n] for n in names]} for iri in order]


def _title(graph: KnowledgeGraph, answer: Answer, language: str) -> str:
    if not answer.start:
        return ""
    name = graph.label(answer.start)
    return f"{name}：政策谱系" if language == "zh" else f"Policy lineage: {name}"


def _shared(given: Mapping[str, str]) -> dict[str, Any]:
    width, (least, most) = given.get("width", "971"), _WIDTHS
    if not (width.isascii() and width.isdigit() and len(width) <= 4 and least <= int(width) <= most):
        raise QueryError(
            f"{width[:40]!r} is no width; give pixels from {least} to {most}.",
            f"{width[:40]}：不是宽度；请给出 {least} 至 {most} 的像素数。",
        )
    return {"language": _one_of(given, "language", _LANGUAGES), "width": int(width)}


def _one_of(given: Mapping[str, str], name: str, known: tuple[str, ...]) -> str:
    value = given.get(name, known[0])
    if value not in known:
        raise QueryError(
            f"{value[:40]!r} is no {name}; known are {', '.join(known)}.",
            f"{name}：不能是 {value[:40]}；可用：{'、'.join(known)}。",
        )
    return value
