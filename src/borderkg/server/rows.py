"""Answers as text, row by row: the four formats of SPARQL 1.1 query results.

The engine's own writers know neither a limit nor how an answer ended. Here every piece ends at a row, so that whoever
sends the pieces may close the text at any of them, and the last thing in JSON and XML says whether the answer is whole:
in JSON the `link` of the head, which stands behind the results (members have no order), in XML a processing instruction.
Readers that do not know of either read on as they always did.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring as quoted
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from borderkg.vocabulary import BASE, XSD

ENDING: Final = BASE + "answer#"
"""Before the word for how an answer ended, as `complete` or `cut-at-1000-rows`."""

Row = Iterable[Any]
"""Terms in the order of the names; None for an unbound one."""


@dataclass(frozen=True, slots=True)
class Format:
    """How a table is written. `close` takes the names and the word for the ending."""

    open: Callable[[Sequence[str]], str]
    row: Callable[[Sequence[str]], Callable[[Row], str]]
    between: str
    boolean: Callable[[bool], str]
    close: Callable[[Sequence[str] | None, str], str]
    """The names are None behind a boolean."""
    tells: bool
    """Whether `close` can tell an answer that was cut from a whole one."""


# JSON (https://www.w3.org/TR/sparql11-results-json/)

_PLAIN: Final = XSD + "string"


def _json_term(term: Any) -> str:
    if type(term) is ox.NamedNode:
        return f'{{"type":"uri","value":{quoted(term.value)}}}'
    if type(term) is ox.Literal:
        if term.language:
            return f'{{"type":"literal","value":{quoted(term.value)},"xml:lang":{quoted(term.language)}}}'
        datatype = term.datatype.value
        if datatype == _PLAIN:
            return f'{{"type":"literal","value":{quoted(term.value)}}}'
        return f'{{"type":"literal","value":{quoted(term.value)},"datatype":{quoted(datatype)}}}'
    if type(term) is ox.BlankNode:
        return f'{{"type":"bnode","value":{quoted(term.value)}}}'
    parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
    return '{"type":"triple","value":{' + ",".join(f'"{name}":{_json_term(part)}' for name, part in parts) + "}}"


def _json_row(names: Sequence[str]) -> Callable[[Row], str]:
    keys = [quoted(name) + ":" for name in names]

    def row(terms: Row) -> str:
        pairs = zip(keys, terms, strict=True)
        return "{" + ",".join([key + _json_term(term) for key, term in pairs if term is not None]) + "}"

    return row


def _json_close(names: Sequence[str] | None, ending: str) -> str:
    head = {} if names is None else {"vars": list(names)}
    opened = "" if names is None else "]}"
    return f'{opened},"head":{json.dumps({**head, "link": [ENDING + ending]}, ensure_ascii=False)}}}\n'


_JSON: Final = Format(
    open=lambda names: '{"results":{"bindings":[',
    row=_json_row,
    between=",",
    boolean=lambda truth: f'{{"boolean":{str(truth).lower()}',
    close=_json_close,
    tells=True,
)


# XML (https://www.w3.org/TR/rdf-sparql-XMLres/)

_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 has no way to write."""

_XML_SPECIAL: Final = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]")


def _xml_text(text: str) -> str:
    """A text as XML has it: a carriage return by its number, since a reader would change it; what cannot be written, replaced."""
    return _NO_XML.sub("\ufffd", escape(text, {"\r": "&#13;"})) if _XML_SPECIAL.search(text) else text


def _xml_term(term: Any) -> str:
    if type(term) is ox.NamedNode:
        return f"<uri>{_xml_text(term.value)}</uri>"
    if type(term) is ox.BlankNode:
        return f"<bnode>{_xml_text(term.value)}</bnode>"
    if type(term) is ox.Literal:
        if term.language:
            return f"<literal xml:lang={quoteattr(term.language)}>{_xml_text(term.value)}</literal>"
        datatype = term.datatype.value
        named = "" if datatype == _PLAIN else f" datatype={quoteattr(datatype)}"
        return f"<literal{named}>{_xml_text(term.value)}</literal>"
    parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
    return "<triple>" + "".join(f"<{name}>{_xml_term(part)}</{name}>" for name, part in parts) + "</triple>"


def _xml_head(names: Sequence[str]) -> str:
    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    opening = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
    return f"{opening}<head>{variables}</head>"


def _xml_row(names: Sequence[str]) -> Callable[[Row], str]:
    openings = [f"<binding name={quoteattr(name)}>" for name in names]

    def row(terms: Row) -> str:
        pairs = zip(openings, terms, strict=True)
        inside = "".join([f"{o}{_xml_term(term)}</binding>" for o, term in pairs if term is not None])
        return f"<result>{inside}</result>\n"

    return row


_XML: Final = Format(
    open=lambda names: _xml_head(names) + "<results>\n",
    row=_xml_row,
    between="",
    boolean=lambda truth: f"{_xml_head(())}<boolean>{str(truth).lower()}</boolean>",
    close=lambda names, ending: ("" if names is None else "</results>") + f"<?borderkg {ending}?></sparql>\n",
    tells=True,
)


# CSV and TSV (https://www.w3.org/TR/sparql11-results-csv-tsv/)

_SPECIAL: Final = re.compile(r'[",\r\n]')
_BARE: Final = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "double": re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][+-]?[0-9]+"),
}
"""Numbers that Turtle, and so TSV, reads without quotes."""


def _csv_term(term: Any) -> str:
    if term is None:
        return ""
    text = term.value if type(term) in (ox.NamedNode, ox.Literal) else str(term)
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text


def _tsv_term(term: Any) -> str:
    if term is None:
        return ""
    if type(term) is ox.Literal:
        bare = _BARE.get(term.datatype.value)
        if bare and bare.fullmatch(term.value):
            return str(term.value)
    return str(term).replace("\t", "\\t")


_CSV: Final = Format(
    open=lambda names: ",".join(map(_csv_term, map(ox.Literal, names))) + "\r\n",
    row=lambda names: lambda terms: ",".join(map(_csv_term, terms)) + "\r\n",
    between="",
    boolean=lambda truth: str(truth).lower(),
    close=lambda names, ending: "",
    tells=False,
)
_TSV: Final = Format(
    open=lambda names: "\t".join(f"?{name}" for name in names) + "\n",
    row=lambda names: lambda terms: "\t".join(map(_tsv_term, terms)) + "\n",
    between="",
    boolean=lambda truth: str(truth).lower(),
    close=lambda names, ending: "",
    tells=False,
)

BY_MEDIA: Final = {
    "application/sparql-results+json": _JSON,
    "application/json": _JSON,
    "application/sparql-results+xml": _XML,
    "application/xml": _XML,
    "text/csv": _CSV,
    "text/tab-separated-values": _TSV,
}
