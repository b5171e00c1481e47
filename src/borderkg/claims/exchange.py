"""Claims as JSON Lines or CSV, out and in: the exchange format of the gold README."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from borderkg.claims.claim import Claim, Entity
from borderkg.errors import ClaimFormatError
from borderkg.vocabulary import ENTITY_TYPES, LITERAL_TYPES

_REQUIRED: Final = ("source", "start", "end", "subject", "subjectType", "predicate", "object", "objectType")
CSV_COLUMNS: Final = (
    *_REQUIRED,
    "indicator",
    "time",
    "unit",
    "modality",
    "attribution",
    "qualifiers",
    "context",
    "rule",
)


def record(claim: Claim) -> dict[str, Any]:
    """A claim as a JSON object, keys in the README's order; what is empty is left out."""
    out: dict[str, Any] = {
        "source": claim.source,
        "start": claim.start,
        "end": claim.end,
        "subject": claim.subject,
        "subjectType": claim.subject_type,
        "predicate": claim.predicate,
    }
    if claim.indicator:
        out["indicator"] = claim.indicator
    out["object"] = claim.object
    out["objectType"] = claim.object_type
    optional: Mapping[str, Any] = {
        "unit": claim.unit,
        "time": claim.time,
        "modality": claim.modality,
        "attribution": claim.attribution,
        "qualifiers": claim.qualifiers,
        "context": [list(span) for span in claim.context],
        "alsoAt": [list(span) for span in claim.also_at],
    }
    out.update({key: value for key, value in optional.items() if value})
    out["rule"] = claim.rule
    if claim.subject_entity:
        out["subjectIRI"] = claim.subject_entity.iri
    if claim.object_entity:
        out["objectIRI"] = claim.object_entity.iri
    return out


def json_lines(claims: Iterable[Claim]) -> str:
    return "".join(json.dumps(record(claim), ensure_ascii=False) + "\n" for claim in claims)


def table(claims: Iterable[Claim]) -> str:
    """CSV with a header; lists and objects inside as JSON."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for claim in claims:
        fields = record(claim)
        writer.writerow([_flat(fields.get(column, "")) for column in CSV_COLUMNS])
    return out.getvalue()


def _flat(value: Any) -> Any:
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    # A cell that begins like a formula would be run by a spreadsheet.
    return "'" + value if isinstance(value, str) and value[:1] in ("=", "+", "@") else value


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file, checked. Raises ClaimFormatError with file and line."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError as error:
        raise ClaimFormatError(f"{path}: no such file.") from error
    except (UnicodeDecodeError, OSError) as error:
        raise ClaimFormatError(f"{path}: not readable as UTF-8 text.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except ValueError as error:
            raise ClaimFormatError(f"{path}:{number}: not JSON ({error}).") from error
        if not isinstance(entry, dict):
            raise ClaimFormatError(f"{path}:{number}: expected a JSON object, one claim a line.")
        missing = [key for key in _REQUIRED if key not in entry]
        if missing:
            raise ClaimFormatError(f"{path}:{number}: no {', '.join(missing)}.")
        if not (
            isinstance(entry["start"], int) and isinstance(entry["end"], int) and 0 <= entry["start"] < entry["end"]
        ):
            raise ClaimFormatError(f"{path}:{number}: start and end must be offsets, start before end.")
        for key in ("subjectType", "objectType"):
            if entry[key] not in (*ENTITY_TYPES, *LITERAL_TYPES):
                raise ClaimFormatError(f"{path}:{number}: unknown {key} {entry[key]!r}.")
        yield entry


def claim(entry: Mapping[str, Any]) -> Claim:
    """A claim from a record that `record` wrote, with the entities that it was linked to."""

    def entity(side: str) -> Entity | None:
        iri = entry.get(side + "IRI")
        return Entity(str(iri), entry[side + "Type"], str(entry[side]), False) if iri else None

    return Claim(
        source=entry["source"],
        start=entry["start"],
        end=entry["end"],
        subject=entry["subject"],
        subject_type=entry["subjectType"],
        predicate=entry["predicate"],
        object=entry["object"],
        object_type=entry["objectType"],
        rule=entry.get("rule", ""),
        subject_entity=entity("subject"),
        object_entity=entity("object"),
        indicator=entry.get("indicator", ""),
        time=entry.get("time", ""),
        unit=entry.get("unit", ""),
        modality=entry.get("modality", ""),
        attribution=entry.get("attribution", ""),
        context=tuple((a, b) for a, b in entry.get("context", ())),
        also_at=tuple((a, b) for a, b in entry.get("alsoAt", ())),
        qualifiers=dict(entry.get("qualifiers", {})),
    )
