"""`/api/source`: a source's text with its pages and the claims that it states; where on its pages a
passage is printed, and the picture of a page."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from borderkg.api import KnowledgeGraph, Source, Statement
from borderkg.corpus import sheets
from borderkg.errors import BorderKGError
from borderkg.schema import load as load_schema
from borderkg.server import parameters, pictures
from borderkg.server.entities import graph_of
from borderkg.server.parameters import Parameter, ParameterError
from borderkg.server.problems import problem, problem_of
from borderkg.settings import MAX_PAGES

LONGEST: Final = 400_000
"""Characters of an answer; what lies behind them is at `next`."""

_END: Final = 100_000_000
_IRI: Final = Parameter("iri", "The source, by its IRI. 文献的 IRI。", required=True, least=1, most=300)
_START: Final = Parameter("start", "The first character, counted from 0. 起始字符。", 0, integer=True, most=_END)
TEXT: Final = (
    _IRI,
    _START,
    Parameter("length", "Characters at most. 至多字符数。", LONGEST, integer=True, least=1, most=LONGEST),
)
PLACE: Final = (
    _IRI,
    Parameter("start", "The first character, counted from 0. 起始字符。", integer=True, most=_END, required=True),
    Parameter("end", "The character behind the last. 末字符之后。", integer=True, least=1, most=_END, required=True),
)
PAGE: Final = (
    _IRI,
    Parameter("number", "The page, counted from 1. 页码。", integer=True, least=1, most=MAX_PAGES, required=True),
    Parameter("width", "Pixels from left to right. 图宽（像素）。", 1000, integer=True, least=50, most=3000),
)


async def source(request: Request) -> Response:
    """The text, its pages, and the claims that begin in it, as JSON."""
    return await _answer(request, TEXT, _source)


async def boxes(request: Request) -> Response:
    """Where the characters of a range are printed, as JSON."""
    return await _answer(request, PLACE, _boxes)


async def page(request: Request) -> Response:
    """The picture of a page, as PNG, where the text is that of a PDF which is still at hand."""
    try:
        asked = parameters.read(request, PAGE)
        found = await run_in_threadpool(lambda: graph_of(request).source(asked["iri"]))
        path = graph_of(request).texts.paths().get(found.sha256)
        if found.printed is None or path is None or asked["number"] > len(found.printed.sheets):
            return problem(
                "not-found",
                f"{found.name}: no picture of page {asked['number']}; there are pictures of the pages of a PDF that is attached.",
                f"{found.name}：没有第 {asked['number']} 页的图像；只有已附上的 PDF 才有页面图像。",
            )
        drawn = await pictures.draw(path, found.printed.file, asked["number"], asked["width"])
    except ParameterError as error:
        return parameters.refusal(error)
    except pictures.PictureError as error:
        return problem("no-picture", str(error), error.zh)
    except BorderKGError as error:
        return problem_of(error)
    return Response(drawn, media_type="image/png", headers={"Cache-Control": "private, max-age=600"})


def _source(graph: KnowledgeGraph, request: Request, asked: Mapping[str, Any]) -> dict[str, Any]:
    found = graph.source(asked["iri"])
    start = min(asked["start"], found.length)
    end = min(start + asked["length"], found.length)
    labels = load_schema().labels
    stated = [s for s in graph.stated_in(found.iri) if start <= s.evidence[0].start < end]
    return {
        "iri": found.iri,
        "name": found.name,
        "citation": found.citation,
        "sha256": found.sha256,
        "length": found.length,
        "start": start,
        "end": end,
        "text": None if found.text is None else found.text[start:end],
        "pages": _pages(found),
        "predicateLabels": {name: labels.get(name, (name, name)) for name in sorted({s.predicate for s in stated})},
        "claims": [_claim(statement) for statement in stated],
        "next": parameters.address(request, start=end) if end < found.length else None,
    }


def _pages(found: Source) -> list[dict[str, Any]]:
    """The pages of a text that tells them apart; those of a PDF with their size in points."""
    if found.text is None or (found.printed is None and "\f" not in found.text):
        return []
    ends = [*(match.start() for match in re.finditer("\f", found.text)), len(found.text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sizes = (
        [{"width": sheet.width / 10, "height": sheet.height / 10} for sheet in found.printed.sheets]
        if found.printed
        else []
    )
    return [
        {"number": number, "start": start, "end": end, **(size or {"width": None, "height": None})}
        for number, (start, end, size) in enumerate(zip_longest(starts, ends, sizes), 1)
    ]


def _claim(statement: Statement) -> dict[str, Any]:
    return {
        "claim": statement.claim,
        "subject": statement.subject,
        "subjectLabel": statement.subject_label,
        "predicate": statement.predicate,
        "object": statement.object,
        "objectLabel": statement.object_label,
        "detail": statement.detail,
        "modality": statement.modality,
        "rule": statement.rule,
        "conflicts": statement.conflicts,
        "evidence": [{"start": e.start, "end": e.end, "primary": e.primary} for e in statement.evidence],
    }


def _boxes(graph: KnowledgeGraph, request: Request, asked: Mapping[str, Any]) -> dict[str, Any]:
    del request
    found = graph.source(asked["iri"])
    places: Sequence[tuple[int, sheets.Box]] = ()
    if found.text is not None and found.printed is not None:
        places = sheets.found(found.printed.sheets, found.text, asked["start"], asked["end"])
    return {"iri": found.iri, "boxes": [_box(number, box) for number, box in places]}


def _box(page: int, box: sheets.Box) -> dict[str, Any]:
    return {
        "page": page,
        "start": box.start,
        "end": box.end,
        "left": box.left / 10,
        "top": box.top / 10,
        "width": (box.right - box.left) / 10,
        "height": (box.bottom - box.top) / 10,
    }


async def _answer(
    request: Request,
    known: Sequence[Parameter],
    function: Callable[[KnowledgeGraph, Request, Mapping[str, Any]], dict[str, Any]],
) -> Response:
    try:
        asked = parameters.read(request, known)
        return JSONResponse(await run_in_threadpool(lambda: function(graph_of(request), request, asked)))
    except ParameterError as error:
        return parameters.refusal(error)
    except BorderKGError as error:
        return problem_of(error)


ROUTES: Final = (Route("/api/source", source), Route("/api/source/boxes", boxes), Route("/api/source/page", page))
