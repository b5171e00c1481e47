"""Answers in SPARQL's JSON, as they are compared: rows in no order, numbers by their value."""

import json
from collections import Counter
from decimal import Decimal, InvalidOperation

from borderkg.vocabulary import XSD

_NUMBERS = {XSD + name for name in ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger")}

Rows = Counter[tuple[tuple[str, ...] | None, ...]]


def rows(answer: bytes) -> Rows:
    """The rows of an answer, with how often each stands there. Raises ValueError for what is no answer in JSON."""
    read = json.loads(answer)
    names = read["head"]["vars"]
    return Counter(tuple(_term(row.get(name)) for name in names) for row in read["results"]["bindings"])


def _term(term: dict[str, str] | None) -> tuple[str, ...] | None:
    if term is None:
        return None
    if term["type"] in ("uri", "bnode"):
        return term["type"], term["value"]
    kind = term.get("xml:lang", "").lower() or term.get("datatype", XSD + "string")
    if kind not in _NUMBERS:
        return "literal", term["value"], kind
    try:
        return "number", f"{Decimal(term['value']):.6f}"
    except InvalidOperation:
        return "literal", term["value"], kind
