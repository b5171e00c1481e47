"""`/api/search`: the entities whose names hold a text, ranked, by pages, with facets."""

from collections.abc import Mapping
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from borderkg.api import KnowledgeGraph
from borderkg.errors import BorderKGError
from borderkg.graph.search import FACETS, LONGEST
from borderkg.schema import load as load_schema
from borderkg.server import parameters
from borderkg.server.entities import graph_of
from borderkg.server.parameters import OFFSET, Parameter, ParameterError
from borderkg.server.problems import problem_of

_NEAREST: Final = 8
"""Things with a name like one that nothing bears, at most."""

PARAMETERS: Final = (
    Parameter(
        "q",
        "A name, a part of it, or its pinyin; empty finds everything. 名称、其中几个字，或拼音；留空则列出全部。",
        "",
        most=LONGEST,
        example="试验区",
    ),
    Parameter("type", "Only entities of this class. 类别。", least=1, most=60, example="Platform"),
    Parameter("period", "Only what belongs to this period, by its IRI. 时期。", least=1),
    Parameter("province", "Only what lies in this province or applies to it, by its IRI. 省份。", least=1),
    Parameter(
        "country",
        "Only what lies in, borders or deals with this country, by its IRI; the reference data count here. 国家。",
        least=1,
    ),
    Parameter("source", "Only what this source speaks of, by its IRI. 文献。", least=1),
    parameters.limit(30, 200),
    OFFSET,
)


async def search(request: Request) -> Response:
    """The page of results that the parameters ask for, as JSON."""
    try:
        asked = parameters.read(request, PARAMETERS)
        found = await run_in_threadpool(lambda: _found(graph_of(request), asked))
    except ParameterError as error:
        return parameters.refusal(error)
    except BorderKGError as error:
        return problem_of(error)
    after = asked["offset"] + asked["limit"]
    more = after < found["total"] and after <= OFFSET.most
    return JSONResponse({**found, "next": parameters.address(request, offset=after) if more else None})


def _found(graph: KnowledgeGraph, asked: Mapping[str, Any]) -> dict[str, Any]:
    chosen = {kind: asked[kind] for kind in FACETS if asked[kind] is not None}
    page = graph.store.index.page(asked["q"], asked["limit"], asked["offset"], chosen)
    classes = load_schema().labels

    def named(iri: str, name: str, kind: str) -> dict[str, Any]:
        labels, type_labels = graph.labels(iri), classes.get(kind, ("", ""))
        return {
            "iri": iri,
            "label": graph.label(iri),
            "labels": labels,
            "matched": name,
            "type": kind,
            "typeLabels": type_labels,
        }

    results = [{**named(hit.iri, hit.name, hit.type), "score": hit.score} for hit in page.hits]
    unknown = not page.total and not graph.store.index.search(asked["q"], 1)  # else it is the facets that leave nothing
    nearest = [named(n.iri, n.label, n.type) for n in graph.names.like(asked["q"], _NEAREST)] if unknown else []

    def value(kind: str, name: str, count: int) -> dict[str, Any]:
        labels = classes.get(name, (name, name)) if kind == "type" else graph.labels(name)
        shown = "·".join(labels) if kind == "type" else graph.label(name)
        return {"value": name, "label": shown, "labels": labels, "count": count}

    facets = {
        kind: [value(kind, *entry) for entry in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))]
        for kind, counts in page.facets.items()
    }
    return {"query": asked["q"], "total": page.total, "results": results, "nearest": nearest, "facets": facets}
