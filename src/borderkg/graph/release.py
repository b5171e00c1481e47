"""A release: the claims of texts that are not at hand, with their bibliography, hashes and offsets, and no sentence of
theirs.

`claims.jsonl` holds the claims in the exchange format, free text left out (a problem or a measure is its offsets and its
theme); `sources.yaml` the bibliography; `texts.json` the hash and length of every text; `graph.nq.gz` the whole graph as it
was built, `manifest.json` the hashes.
"""

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from borderkg.claims import exchange
from borderkg.claims.claim import Claim
from borderkg.corpus import bibliography
from borderkg.errors import StoreError
from borderkg.graph.store import GraphStore
from borderkg.graph.themes import theme_of
from borderkg.graph.writer import Cells, Source

_FREE_TEXT: Final = ("identifiesProblem", "proposesMeasure")


@dataclass(frozen=True, slots=True)
class Release:
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]


EMPTY: Final = Release((), ())


def canonical_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def json_lines(records: Iterable[Mapping[str, Any]]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def read(folder: Path) -> Release:
    """Read a release. Raises StoreError or ClaimFormatError where it is missing or damaged."""
    texts_file = folder / "texts.json"
    if not texts_file.is_file():
        raise StoreError(f"{folder}: no release there (no texts.json).")
    try:
        texts = json.loads(texts_file.read_text("utf-8"))
    except ValueError as error:
        raise StoreError(f"{texts_file}: damaged ({error}).") from error
    about = bibliography.load(folder)
    sources = tuple(
        Source(name, entry["sha256"], entry["length"], about.get(name, bibliography.UNKNOWN), _cells(entry))
        for name, entry in sorted(texts.items())
    )
    claims = tuple(exchange.claim(record) for record in exchange.read_records(folder / "claims.jsonl"))
    return Release(sources, claims)


def text_entry(source: Source) -> dict[str, Any]:
    """What `texts.json` says of a source: hash and length of its text, and where in it the cells of a table file stand."""
    cells = [[*place, *cell] for place, cell in sorted(source.cells.items())]
    return {"sha256": source.sha256, "length": source.length} | ({"cells": cells} if cells else {})


def _cells(entry: Mapping[str, Any]) -> Cells:
    return {(start, end): (row, column) for start, end, row, column in entry.get("cells", ())}


def without_wording(claim: Claim) -> Claim:
    """A claim as it may be published: free text is replaced by its theme; the wording stays in the text at its offsets."""
    if claim.predicate not in _FREE_TEXT:
        return claim
    theme = theme_of(str(claim.object))
    return replace(claim, object="", qualifiers={**claim.qualifiers, "theme": theme} if theme else claim.qualifiers)


def write(graph: GraphStore, folder: Path, sources_yaml: str) -> None:
    """Write a release of a store; the same store gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    version = graph.version
    manifest = version.manifest
    claims = [exchange.claim(r) for r in exchange.read_records(version.folder / "claims.jsonl")]
    lengths = json.loads((version.folder / "texts.json").read_text("utf-8"))
    published = exchange.json_lines(without_wording(claim) for claim in claims)
    _write(folder / "claims.jsonl", published.encode())
    _write(folder / "texts.json", (json.dumps(lengths, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())
    _write(folder / "sources.yaml", sources_yaml.encode())
    _write(folder / "graph.nq.gz", gzip.compress(graph.dump(), 9, mtime=0))
    about = {key: manifest[key] for key in ("format", "identity", "graph", "inputs")}
    _write(folder / "manifest.json", (json.dumps(about, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_name(path.name + ".tmp")
    temporary.write_bytes(data)
    temporary.replace(path)
