"""What a client asks is read whole or refused, with the query at fault and in both languages."""

import json
import re

import pytest

from borderkg.errors import ReconciliationError
from borderkg.reconciliation.requests import (
    MOST_CANDIDATES,
    MOST_IDS,
    Column,
    Extension,
    Query,
    Value,
    Wanted,
    batch,
    extension,
)


def test_a_query_is_read() -> None:
    """Name, types, limit, properties with one or several values of all kinds."""
    values = ["云南", 5, 2.5, True, {"id": "region/530000", "name": "云南省"}]
    query = {"query": "瑞丽", "type": "Region", "limit": "3", "properties": [{"pid": "locatedIn", "v": values}]}
    read = (*map(Value, ("云南", "5", "2.5", "true")), Value("云南省", "region/530000"))
    assert batch(json.dumps({"q0": query})) == {
        "q0": Query("瑞丽", ("Region",), "should", 3, (Wanted("locatedIn", read),))
    }


def test_a_limit_is_bounded() -> None:
    """No limit asks for more candidates than there may be; 0 is none."""
    found = batch('{"a": {"query": "x", "limit": 100000}, "b": {"query": "x", "limit": 0}}')
    assert [query.limit for query in found.values()] == [MOST_CANDIDATES, 5]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no JSON at line 1, column 1"),
        ("[" * 100_000, "no JSON"),
        ("[]", "queries: expected a JSON object"),
        ('{"q7": "瑞丽"}', "query 'q7': expected an object"),
        ('{"q7": {}}', "query 'q7': expected a query or properties"),
        ('{"q7": {"query": 5}}', "query 'q7': expected a text, not '5'"),
        ('{"q7": {"query": "x", "limit": -1}}', "limit: expected a whole number, not '-1'"),
        ('{"q7": {"query": "x", "limit": NaN}}', "limit: expected a whole number"),
        ('{"q7": {"query": "x", "limit": "ten"}}', "limit: expected a whole number, not 'ten'"),
        ('{"q7": {"query": "x", "type_strict": "none"}}', "type_strict: expected any, should or all"),
        ('{"q7": {"query": "x", "properties": {}}}', "properties: expected a list"),
        ('{"q7": {"query": "x", "properties": [{"pid": "a"}]}}', "properties: expected objects with pid and v"),
        ('{"q7": {"query": "x", "properties": [{"pid": "a", "v": null}]}}', "v: expected a text, a number"),
        ('{"q7": {"query": "x", "name": "y"}}', "not 'name'"),
        (f'{{"q7": {{"query": "{"x" * 201}"}}}}', "201 characters; at most 200"),
    ],
)
def test_a_malformed_batch_is_refused(text: str, said: str) -> None:
    with pytest.raises(ReconciliationError, match=re.escape(said)) as caught:
        batch(text)
    assert caught.value.zh


def test_an_extension_is_read() -> None:
    """Properties with the settings that the manifest declares, however a form sends them."""
    settings = {"limit": "2", "inferred": "false"}
    asked = {"ids": ["port/manzhouli"], "properties": [{"id": "locatedIn", "settings": settings}, {"id": "gbCode"}]}
    columns = (Column("locatedIn", 2, False), Column("gbCode"))
    assert extension(json.dumps(asked)) == Extension(("port/manzhouli",), columns)


@pytest.mark.parametrize(
    "asked",
    [
        {"ids": ["a"]},
        {"ids": "a", "properties": []},
        {"ids": ["a"], "properties": ["b"]},
        {"ids": ["a"], "properties": [{"id": "b", "settings": 5}]},
        {"ids": ["a"] * (MOST_IDS + 1), "properties": []},
    ],
)
def test_a_malformed_extension_is_refused(asked: object) -> None:
    with pytest.raises(ReconciliationError, match="extend: ") as caught:
        extension(json.dumps(asked))
    assert caught.value.zh
