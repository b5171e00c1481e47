"""Links as SSSOM TSV (Simple Standard for Sharing Ontological Mappings 1.1): one file an authority, rows in order.

The metadata stand in lines of comment before the table, as the standard's embedded mode has it. Extension slots say on which
side of the border a place lies, how that was checked, and until when a former code was in force.
"""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import yaml

from borderkg.errors import ReferenceDataError
from borderkg.linking.link import GBT2260, GEONAMES, ISO_COUNTRY, ISO_DIVISION, UNLOCODE, WIKIDATA, Link
from borderkg.settings import VERSION
from borderkg.vocabulary import BASE, BKG, ID, SEMAPV, SKOS, XSD

SUFFIX: Final = ".sssom.tsv"
TOOL: Final = "borderkg.linking"
PREFIXES: Final = {
    "bkgid": ID,
    "gbt2260": GBT2260,
    "geonames": GEONAMES,
    "iso3166-1": ISO_COUNTRY,
    "iso3166-2": ISO_DIVISION,
    "semapv": SEMAPV,
    "skos": SKOS,
    "unlocode": UNLOCODE,
    "wikidata": WIKIDATA,
    "xsd": XSD,
}
COLUMNS: Final = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "confidence",
    "comment",
    "border_side",
    "border_side_check",
    "code_until",
)
_EXTENSIONS: Final = {
    "border_side": BKG + "linkSide",
    "border_side_check": BKG + "sideCheckedBy",
    "code_until": BKG + "codeUntil",
}


def written(links: Iterable[Link], name: str, title: str, source: str, version: str) -> str:
    """A mapping set as text. `source` is the authority, `version` says from which packages its extract was made."""
    metadata: dict[str, Any] = {
        "curie_map": PREFIXES,
        "mapping_set_id": f"{BASE}mappings/{name}",
        "mapping_set_title": title,
        "mapping_set_version": VERSION,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "subject_source": "bkgid:",
        "object_source": source,
        "object_source_version": version,
        "mapping_tool": TOOL,
        "mapping_tool_version": VERSION,
        "extension_definitions": [
            {"slot_name": slot, "property": term, "type_hint": "xsd:string"} for slot, term in _EXTENSIONS.items()
        ],
    }
    told = yaml.safe_dump(metadata, allow_unicode=True, sort_keys=False, width=1000)
    lines = [f"#{line}" for line in told.splitlines()]
    lines.append("\t".join(COLUMNS))
    lines += ["\t".join(_cells(link)) for link in sorted(links)]
    return "\n".join(lines) + "\n"


def _cells(link: Link) -> tuple[str, ...]:
    return (
        shortened(link.subject),
        link.subject_label,
        f"skos:{link.predicate}",
        shortened(link.object),
        link.object_label,
        f"semapv:{link.justification}",
        f"{link.confidence:g}",
        link.comment,
        link.side,
        "|".join(link.checks),
        link.until,
    )


def read(path: Path) -> list[Link]:
    """The links of a file. Raises ReferenceDataError with file and line where it is no mapping set of ours."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"{path}: {error}") from error
    head = sum(line.startswith("#") for line in lines)
    rows = csv.reader(lines[head:], delimiter="\t", quoting=csv.QUOTE_NONE)
    if tuple(next(rows, [])) != COLUMNS:
        raise ReferenceDataError(f"{path}:{head + 1}: the columns are not {', '.join(COLUMNS)}")
    return [_link(path, number, row) for number, row in enumerate(rows, start=head + 2)]


def _link(path: Path, number: int, row: Sequence[str]) -> Link:
    try:
        subject, label, predicate, target, target_label, justification, confidence, comment, side, checks, until = row
        return Link(
            expanded(subject),
            expanded(target),
            predicate.removeprefix("skos:"),
            label,
            target_label,
            justification.removeprefix("semapv:"),
            float(confidence),
            side,
            tuple(checks.split("|")) if checks else (),
            comment,
            until,
        )
    except (ValueError, KeyError) as error:
        raise ReferenceDataError(f"{path}:{number}: {error}; make it again by tools/link_reference.py") from error


def shortened(iri: str) -> str:
    """An IRI as the compact name that the files use; the longest namespace wins."""
    space, prefix = max((space, prefix) for prefix, space in PREFIXES.items() if iri.startswith(space))
    return f"{prefix}:{iri.removeprefix(space)}"


def expanded(name: str) -> str:
    """A compact name as IRI. Raises KeyError for a prefix that the files do not declare."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local
