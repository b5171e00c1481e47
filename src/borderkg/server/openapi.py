"""`/openapi.json`: our addresses as OpenAPI 3.1, made from the very parameters that they are read by; `/api`: a page to try."""

import csv
import io
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from borderkg import explorer
from borderkg.graph.search import FACETS
from borderkg.questions import catalogue
from borderkg.questions.catalogue import Question
from borderkg.server import query_help, questions, search, sources
from borderkg.server.parameters import Parameter
from borderkg.settings import VERSION

_TRY: Final = """<p class="quiet">…</p>
<noscript>This page needs JavaScript; the addresses do not: /openapi.json 本页需要 JavaScript，接口本身不需要。</noscript>"""
_PROBLEM: Final = {
    "type": "object",
    "required": ["title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong and what to do. 何处有误、如何改正。"},
        "parameter": {"type": "string", "description": "The parameter at fault. 有误的参数。"},
    },
}
NO_MORE: Final[Mapping[str, str]] = {}
_UNKNOWN: Final = {"404": "There is no such source, or page. 没有这一文献或页面。"}
_UNNAMED: Final = {
    "404": "Nothing bears a name that is asked with, or several things do. 没有此名称，或不止一个事物有此名称。"
}
_ADDRESS: Final = {"type": ["string", "null"], "description": "The next page, or null. 下一页。"}


async def page(request: Request) -> Response:
    """The page on which the questions can be tried."""
    del request
    text = explorer.document("问题接口 API", _TRY, script="views/api.js")
    return HTMLResponse(text, headers={"Cache-Control": "no-cache"})


async def description(request: Request) -> Response:
    """The description, as JSON."""
    del request
    return JSONResponse(document())


@cache
def document() -> dict[str, Any]:
    """The description of the addresses that answer in JSON. Raises QuestionError where a question is malformed."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "BorderKG",
            "version": VERSION,
            "summary": "Questions to a graph of China's border opening. 沿边开放知识图谱的问题。",
            "description": "Reading only. SPARQL is at /sparql, with its own standard description.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": {
            "/api/questions": {"get": _listing()},
            **{f"/api/questions/{q.name}": {"get": _question(q)} for q in catalogue.load().values()},
            "/api/search": {"get": _search()},
            "/api/complete": {"get": _complete()},
            "/api/check": {"get": _check()},
            "/api/source": {"get": _source()},
            "/api/source/boxes": {"get": _boxes()},
            "/api/source/page": {"get": _page()},
        },
        "components": {"schemas": {"Problem": _PROBLEM}},
    }


def operation(
    name: str,
    summary: str,
    parameters: Sequence[Parameter],
    content: Mapping[str, Any],
    problems: Mapping[str, str] = NO_MORE,
    **more: object,
) -> dict[str, Any]:
    """One address that is read with GET, and what it answers with; `problems` are those of its own, by status."""
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    responses: dict[str, Any] = {"200": {"description": "The answer. 结果。", "content": content}}
    if parameters:
        responses["400"] = {"description": "A parameter is wrong. 参数有误。", "content": problem}
    responses["503"] = {"description": "Too slow, or too busy. 超时或繁忙。", "content": problem}
    responses |= {status: {"description": said, "content": problem} for status, said in problems.items()}
    described = [parameter.described for parameter in parameters]
    return {"operationId": name, "summary": summary, "parameters": described, "responses": responses, **more}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _array(items: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _listing() -> dict[str, Any]:
    text = {"type": "string"}
    one = _object(
        name=text, summary=text, summary_zh=text, query=text, href=text, parameters=_array({"type": "object"})
    )
    topic = _object(zh=text, en=text, questions=_array(text))
    content = {"application/json": {"schema": _object(questions=_array(one), topics=_array(topic))}}
    return operation("questions", "The questions of the catalogue. 问题目录。", (), content)


def _search() -> dict[str, Any]:
    text = {"type": "string"}
    pair = {**_array(text), "description": "Chinese and English; empty where there is none. 中文与英文。"}
    score = {"type": "number", "maximum": 1}
    named = {"iri": text, "label": text, "labels": pair, "matched": text, "type": text}
    near = {**_array(_object(**named)), "description": "Names like one that finds nothing. 相近的名称。"}
    facet = _array(_object(value=text, label=text, labels=pair, count={"type": "integer", "minimum": 1}))
    schema = _object(
        query=text,
        total={"type": "integer", "minimum": 0},
        results=_array(_object(**named, score=score)),
        nearest=near,
        facets=_object(**dict.fromkeys(FACETS, facet)),
        next=_ADDRESS,
    )
    content = {"application/json": {"schema": schema}}
    return operation("search", "Entities by name or pinyin. 按名称或拼音检索。", search.PARAMETERS, content)


def _complete() -> dict[str, Any]:
    text, number = {"type": "string"}, {"type": "integer", "minimum": 0}
    one = _object(text=text, kind=text, start=number, end=number, label_zh=text, label_en=text, count=number)
    content = {"application/json": {"schema": _object(completions=_array(one))}}
    summary = "What may stand at a place of a query. 补全查询。"
    return operation("complete", summary, query_help.COMPLETE, content)


def _check() -> dict[str, Any]:
    text, number = {"type": "string"}, {"type": "integer", "minimum": 0}
    one = _object(code=text, start=number, end=number, line=number, column=number, zh=text, en=text, better=text)
    content = {"application/json": {"schema": _object(remarks=_array(one))}}
    summary = "What may be wrong or slow in a query. 检查查询。"
    return operation("check", summary, query_help.CHECK, content)


def _source() -> dict[str, Any]:
    text, number = {"type": "string"}, {"type": "integer", "minimum": 0}
    size = {"type": ["number", "null"], "description": "In points; null where the text is no PDF. 点；非 PDF 为空。"}
    page = _object(number={"type": "integer", "minimum": 1}, start=number, end=number, width=size, height=size)
    evidence = _object(start=number, end=number, primary={"type": "boolean"})
    claim = _object(claim=text, subject=text, subjectLabel=text, predicate=text, evidence=_array(evidence))
    schema = _object(
        iri=text,
        name=text,
        citation=text,
        sha256=text,
        length=number,
        start=number,
        end=number,
        text={"type": ["string", "null"], "description": "null where the text is not at hand. 原文未附时为空。"},
        pages=_array(page),
        claims=_array(claim),
        next=_ADDRESS,
    )
    content = {"application/json": {"schema": schema}}
    return operation("source", "A source's text and claims. 文献的原文与主张。", sources.TEXT, content, _UNKNOWN)


def _boxes() -> dict[str, Any]:
    number = {"type": "number", "minimum": 0}
    box = _object(page={"type": "integer", "minimum": 1}, left=number, top=number, width=number, height=number)
    content = {"application/json": {"schema": _object(iri={"type": "string"}, boxes=_array(box))}}
    return operation("boxes", "Where a passage is printed. 片段在页面上的位置。", sources.PLACE, content, _UNKNOWN)


def _page() -> dict[str, Any]:
    problems = {**_UNKNOWN, "422": "The page cannot be drawn. 页面无法绘制。"}
    content = {"image/png": {"schema": {"type": "string", "contentMediaType": "image/png"}}}
    return operation("page", "The picture of a page of a PDF. PDF 页面图像。", sources.PAGE, content, problems)


def _question(question: Question) -> dict[str, Any]:
    columns, rows = _example(question)
    value = {"type": ["string", "number", "boolean", "null"]}
    schema = _object(
        question={"const": question.name},
        parameters={"type": "object"},
        variables=_array({"type": "string"}),
        rows=_array({"type": "object", "additionalProperties": value}),
        complete={"type": "boolean", "description": "Whether these are the last rows. 是否已到最后。"},
        next=_ADDRESS,
    )
    example = {
        "question": question.name,
        "parameters": {p.name: p.default for p in questions.own_parameters(question)},
        "variables": columns,
        "rows": [dict(zip(columns, row, strict=True)) for row in rows],
        "complete": False,
        "next": f"/api/questions/{question.name}?limit={len(rows)}&offset={len(rows)}",
    }
    content = {
        "application/json": {"schema": schema, "example": example},
        "text/csv": {"schema": {"type": "string"}},
        "application/ld+json": {
            "schema": _object(**{"@context": {"type": "object"}, "@graph": _array({"type": "object"})})
        },
    }
    return operation(
        question.name,
        f"{question.summary} {question.summary_zh}",
        questions.parameters_of(question),
        content,
        _UNNAMED if any(p.type == "label" for p in question.parameters) else NO_MORE,
        description=question.description,
        tags=["questions"],
    )


def _example(question: Question) -> tuple[list[str], list[list[str]]]:
    """The columns of a question and the first rows of its expected answer."""
    if question.expected is None:
        return [], []
    columns, *rows = csv.reader(io.StringIO(question.expected.read_text("utf-8")))
    return columns, rows[:2]
