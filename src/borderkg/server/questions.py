"""The questions of the catalogue as addresses: `/api/questions/NAME`, with typed parameters, by pages, in several formats."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from borderkg.errors import BorderKGError
from borderkg.graph.query_text import bound
from borderkg.questions import catalogue
from borderkg.questions.catalogue import Question
from borderkg.server import parameters
from borderkg.server.entities import graph_of
from borderkg.server.negotiation import choose
from borderkg.server.parameters import OFFSET, Parameter, ParameterError
from borderkg.server.problems import problem_of
from borderkg.vocabulary import BASE, BKC, BKG, ID, XSD

RESULTS: Final = "application/sparql-results+json"
FORMATS: Final = {"json": "application/json", "csv": "text/csv", "jsonld": "application/ld+json"}
_HTML: Final = "text/html"
_YEAR: Final = "[0-9]{4}"
_IRI: Final = r"https://w3id\.org/borderkg/[A-Za-z0-9._~/-]*"
_TYPED: Final[Mapping[str, Mapping[str, Any]]] = {
    "label": {"least": 1},
    "text": {},
    "iri": {"pattern": _IRI},
    "integer": {"integer": True, "least": -(10**9), "most": 10**9},
    "year": {"pattern": _YEAR},
}
_PAGING: Final = (
    parameters.limit(100, 10_000),
    OFFSET,
    Parameter("format", "The format, before what the Accept header says. 格式。", choices=tuple(FORMATS)),
    parameters.BOM,
)

Term = Mapping[str, str]
"""An RDF term as SPARQL 1.1 Query Results JSON has it."""


def own_parameters(question: Question) -> tuple[Parameter, ...]:
    """The parameters of a question's header; its default is the example."""
    return tuple(
        Parameter(
            p.name,
            f"{p.description} {p.description_zh}".strip(),
            int(p.default) if p.type == "integer" else p.default,
            example=int(p.default) if p.type == "integer" else p.default,
            **_TYPED[p.type],
        )
        for p in question.parameters
    )


def parameters_of(question: Question) -> tuple[Parameter, ...]:
    """All that the address of a question takes."""
    return (*own_parameters(question), *_PAGING)


@dataclass(frozen=True)
class _Rows:
    variables: Sequence[str]
    rows: Sequence[Mapping[str, Term]]
    more: bool
    """Whether there are further rows behind these."""


async def listing(request: Request) -> Response:
    """The questions with their texts and parameters, and where each is answered."""
    del request
    entries = [
        {**question.as_dict(), "href": f"/api/questions/{question.name}"} for question in catalogue.load().values()
    ]
    return JSONResponse({"questions": entries, "topics": [asdict(topic) for topic in catalogue.topics()]})


async def answer(request: Request) -> Response:
    """The answer to a question, as a page of rows in the format that is asked for."""
    try:
        question = catalogue.find(request.path_params["name"])
        asked = parameters.read(request, parameters_of(question))
        media = _media(request, asked["format"])
        if media == _HTML:
            return RedirectResponse(_page_of(question, request), 303, {"Vary": "Accept"})
        asked |= await _meant(request, question, asked)
        found = await _ask(request, question, asked)
    except ParameterError as error:
        return parameters.refusal(error)
    except BorderKGError as error:
        return problem_of(error)
    after = asked["offset"] + asked["limit"]
    following = parameters.address(request, offset=after) if found.more and after <= OFFSET.most else None
    links = [f'<{_page_of(question, request)}>; rel="alternate"; type="text/html"']
    links += [f'<{following}>; rel="next"'] if following else []
    headers = {"Vary": "Accept", "Link": ", ".join(links)}
    if media == FORMATS["csv"]:
        return Response(parameters.mark(asked["bom"]) + _csv(found), media_type="text/csv", headers=headers)
    if media == FORMATS["jsonld"]:
        body: object = _json_ld(question, found)
    else:
        own = {p.name: asked[p.name] for p in question.parameters}
        body = {
            "question": question.name,
            "parameters": own,
            "variables": found.variables,
            "rows": [{name: _plain(row.get(name)) for name in found.variables} for row in found.rows],
            "complete": not found.more,
            "next": following,
        }
    return Response(json.dumps(body, ensure_ascii=False), media_type=media, headers=headers)


async def values(request: Request) -> Response:
    """The parameters of a question as it is asked with them: the names that are given as the graph writes them. For the
    page, which puts them into the query that it shows."""
    try:
        question = catalogue.find(request.path_params["name"])
        asked = parameters.read(request, own_parameters(question))
        return JSONResponse({"question": question.name, "values": asked | await _meant(request, question, asked)})
    except ParameterError as error:
        return parameters.refusal(error)
    except BorderKGError as error:
        return problem_of(error)


async def _meant(request: Request, question: Question, asked: Mapping[str, Any]) -> dict[str, str]:
    """The names among the parameters as the graph writes them. Raises UnknownNameError."""
    given = {p.name: str(asked[p.name]) for p in question.parameters if p.type == "label"}
    if all(given[p.name] == p.default for p in question.parameters if p.type == "label"):
        return given
    return await run_in_threadpool(lambda: graph_of(request).meanings.values(question, given))


def _media(request: Request, form: str | None) -> str:
    if form:
        return FORMATS[form]
    return choose(request.headers.get("accept", ""), (*FORMATS.values(), _HTML)) or FORMATS["json"]


def _page_of(question: Question, request: Request) -> str:
    """The page on which the question can be tried with the same parameters."""
    given = [(name, value) for name, value in request.query_params.multi_items() if name != "format"]
    return f"/api?{urlencode([('question', question.name), *given])}"


async def _ask(request: Request, question: Question, asked: Mapping[str, Any]) -> _Rows:
    """The rows, by a worker. One more is asked for than is shown, to know whether there are more."""
    given = {p.name: str(asked[p.name]) for p in question.parameters}
    text = bound(question.query, question.bindings(given))
    paged = f"{text}\nLIMIT {asked['limit'] + 1} OFFSET {asked['offset']}"
    answer = await request.app.state.pool.ask(paged, RESULTS)
    result = json.loads(answer.body)
    rows = result["results"]["bindings"]
    return _Rows(result["head"]["vars"], rows[: asked["limit"]], len(rows) > asked["limit"])


def _csv(found: _Rows) -> str:
    """CSV as SPARQL 1.1 has it: the values, nothing for what is not bound."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(found.variables)
    for row in found.rows:
        writer.writerow([row[name]["value"] if name in row else "" for name in found.variables])
    return out.getvalue()


_WHOLE: Final = XSD + "integer"
_FRACTIONS: Final = (XSD + "decimal", XSD + "double", XSD + "float")


def _plain(term: Term | None) -> str | int | float | bool | None:
    """A term as JSON has it: a number, a boolean, or a text; an IRI is a text."""
    if term is None:
        return None
    kind, value = term.get("datatype", ""), term["value"]
    try:
        if kind == _WHOLE:
            return int(value)
        if kind in _FRACTIONS and value.lower().lstrip("+-") not in ("nan", "inf"):
            return float(value)
    except ValueError:
        return value
    return value == "true" if kind == XSD + "boolean" and value in ("true", "false") else value


def _json_ld(question: Question, found: _Rows) -> dict[str, Any]:
    """Each row is a node, and each column a property in the question's own namespace."""

    def node(term: Term) -> dict[str, str]:
        if term["type"] == "uri":
            return {"@id": term["value"]}
        if term["type"] == "bnode":
            return {"@id": f"_:{term['value']}"}
        value = {"@value": term["value"]}
        if "xml:lang" in term:
            return {**value, "@language": term["xml:lang"]}
        return {**value, "@type": term["datatype"]} if "datatype" in term else value

    vocabulary = f"{BASE}question/{quote(question.name)}#"
    context = {"@vocab": vocabulary, "bkg": BKG, "bkc": BKC, "id": ID, "xsd": XSD}
    return {"@context": context, "@graph": [{name: node(term) for name, term in row.items()} for row in found.rows]}
