"""Queries to SPARQL endpoints elsewhere, through SPARQLWrapper: only where the operator names the address."""

import json
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

import pyoxigraph as ox
from SPARQLWrapper import JSON, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from borderkg.errors import RemoteError
from borderkg.questions.results import Result
from borderkg.settings import REMOTE_SECONDS
from borderkg.vocabulary import PREFIXES, XSD


def ask_endpoint(url: str, query: str, *, seconds: int = REMOTE_SECONDS) -> Result:
    """Ask an endpoint. Raises RemoteError where it cannot be reached, refuses, or answers with something else."""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise RemoteError(f"{url}: not an http(s) address.")
    wrapper = SPARQLWrapper(url, agent="BorderKG")
    declared = "".join(f"PREFIX {p}: <{n}>\n" for p, n in PREFIXES.items() if f"{p}:" in query)
    wrapper.setQuery(query if query.lstrip().upper().startswith("PREFIX") else declared + query)
    wrapper.setTimeout(seconds)
    wrapper.setMethod("POST")
    graph = wrapper.queryType in ("CONSTRUCT", "DESCRIBE")
    wrapper.setReturnFormat(TURTLE if graph else JSON)
    try:
        with wrapper.query().response as response:
            body = response.read()
    except SPARQLWrapperException as error:
        if isinstance(error.__context__, HTTPError):
            error.__context__.close()
        raise RemoteError(f"{url}: refused the query: {_short(str(error))}") from error
    except HTTPError as error:
        error.close()
        raise RemoteError(f"{url}: HTTP {error.code} {error.reason}") from error
    except (TimeoutError, URLError, OSError) as error:
        raise RemoteError(f"{url}: cannot be reached: {getattr(error, 'reason', error)}") from error
    try:
        return _graph(body) if graph else _table(json.loads(body))
    except (ValueError, KeyError, TypeError, SyntaxError) as error:
        raise RemoteError(f"{url}: its answer is not what it says it is ({_short(str(error))})") from error


def _graph(body: bytes) -> Result:
    return Result("graph", triples=tuple(quad.triple for quad in ox.parse(body, format=ox.RdfFormat.TURTLE)))


def _table(answer: dict[str, Any]) -> Result:
    if "boolean" in answer:
        return Result("boolean", boolean=bool(answer["boolean"]))
    names = tuple(answer["head"]["vars"])
    rows = tuple(tuple(_term(row.get(name)) for name in names) for row in answer["results"]["bindings"])
    return Result("table", names, rows)


def _term(value: dict[str, str] | None) -> ox.NamedNode | ox.BlankNode | ox.Literal | None:
    if value is None:
        return None
    if value["type"] == "uri":
        return ox.NamedNode(value["value"])
    if value["type"] == "bnode":
        return ox.BlankNode(value["value"])
    if "xml:lang" in value:
        return ox.Literal(value["value"], language=value["xml:lang"])
    return ox.Literal(value["value"], datatype=ox.NamedNode(value.get("datatype", XSD + "string")))


def _short(text: str) -> str:
    return " ".join(text.split())[:300]
