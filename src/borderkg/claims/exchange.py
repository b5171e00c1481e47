"""Claims as JSON Lines or CSV, out and in: the exchange format of the gold README."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from borderkg.claims.claim import Claim, Entity
from borderkg.claims.linker import is_known
from borderkg.errors import ClaimFormatError
from borderkg.vocabulary import ENTITY_TYPES, INFERRED, LITERAL_TYPES, PREDICATES, UNSCORED_PREDICATES

FIGURE: Final = "figure"
"""The predicate of an observation that the format does not call one: its subject has none there (the length of a railway,
the contracts of a fair), or it is a place in an order (居全国第三位) and no amount. In the graph it is an observation as all
others are."""

_OBSERVED: Final = ("Country", "Region", "Port", "Platform", "TradeZone")
"""What an `observation` of the format is of (gold README, "Predicates")."""

_RANK: Final = "位"
_REQUIRED: Final = ("source", "start", "end", "subject", "subjectType", "predicate", "object", "objectType")
CSV_COLUMNS: Final = (
    *_REQUIRED,
    "indicator",
    "time",
    "unit",
    "modality",
    "inferred",
    "attribution",
    "qualifiers",
    "context",
    "rule",
)


def predicate(claim: Claim) -> str:
    """The predicate under which the format has a claim."""
    if claim.predicate != "observation":
        return claim.predicate
    return claim.predicate if claim.subject_type in _OBSERVED and claim.unit != _RANK else FIGURE


def record(claim: Claim) -> dict[str, Any]:
    """A claim as a JSON object, keys in the README's order; what is empty is left out."""
    out: dict[str, Any] = {
        "source": claim.source,
        "start": claim.start,
        "end": claim.end,
        "subject": claim.subject,
        "subjectType": claim.subject_type,
        "predicate": predicate(claim),
    }
    if claim.indicator:
        out["indicator"] = claim.indicator
    out["object"] = claim.object
    out["objectType"] = claim.object_type
    optional: Mapping[str, Any] = {
        "unit": claim.unit,
        "time": claim.time,
        "modality": "" if claim.modality == INFERRED else claim.modality,
        "inferred": claim.modality == INFERRED,
        "attribution": claim.attribution,
        "qualifiers": claim.qualifiers,
        "context": [list(span) for span in claim.context],
        "alsoAt": [list(span) for span in claim.also_at],
    }
    out.update({key: value for key, value in optional.items() if value})
    out["rule"] = claim.rule
    for side, entity in (("subject", claim.subject_entity), ("object", claim.object_entity)):
        if entity:
            out[side + "IRI"] = entity.iri
            if entity.reason:
                out[side + "LinkedBy"] = entity.reason
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
    return no_formula(value) if isinstance(value, str) else value


def no_formula(text: str) -> str:
    """A text as a cell: one that begins like a formula would be run by a spreadsheet, so a quotation mark goes before it."""
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t")) else text


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file, checked. Raises ClaimFormatError with file, line and field."""
    try:
        lines = path.read_text("utf-8").split("\n")  # and nowhere else: JSON may hold Unicode's other line ends
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
        wrong = _fault(entry)
        if wrong:
            raise ClaimFormatError(f"{path}:{number}: {wrong}.")
        yield entry


def _is_offset(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _are_ranges(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(x, list) and len(x) == 2 and all(map(_is_offset, x)) for x in value
    )


def _are_values(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(others, list) for others in value.values())


_FIELDS: Final[Mapping[str, tuple[str, Callable[[object], bool]]]] = {
    **dict.fromkeys(
        (
            "source",
            "subject",
            "indicator",
            "time",
            "unit",
            "modality",
            "attribution",
            "rule",
            "subjectIRI",
            "objectIRI",
            "subjectLinkedBy",
            "objectLinkedBy",
        ),
        ("text", lambda value: isinstance(value, str)),
    ),
    **dict.fromkeys(("start", "end"), ("an offset", _is_offset)),
    **dict.fromkeys(("context", "alsoAt"), ("a list of [start, end]", _are_ranges)),
    "object": ("text or a number", lambda value: isinstance(value, (str, int, float)) and not isinstance(value, bool)),
    "qualifiers": ("an object", lambda value: isinstance(value, dict)),
    "alt": ("an object of lists", _are_values),
    "inferred": ("true or false", lambda value: isinstance(value, bool)),
}
_NAMED: Final = {
    "subjectType": ENTITY_TYPES,
    "objectType": (*ENTITY_TYPES, *LITERAL_TYPES),
    "predicate": (*PREDICATES, *UNSCORED_PREDICATES, FIGURE),
}


def _fault(entry: object) -> str:
    """Where a record departs from the format, or nothing."""
    if not isinstance(entry, dict):
        return "expected a JSON object, one claim a line"
    missing = [key for key in _REQUIRED if key not in entry]
    if missing:
        return f"no {', '.join(missing)}"
    for key, (kind, fits) in _FIELDS.items():
        if key in entry and not fits(entry[key]):
            return f"{key} must be {kind}, not {json.dumps(entry[key], ensure_ascii=False)[:40]}"
    if entry["start"] >= entry["end"]:
        return "start must lie before end"
    for key, names in _NAMED.items():
        if entry[key] not in names:
            return f"unknown {key} {entry[key]!r}"
    return ""


def claim(entry: Mapping[str, Any]) -> Claim:
    """A claim from a record that `record` wrote, with the entities that it was linked to."""

    def entity(side: str) -> Entity | None:
        iri = entry.get(side + "IRI")
        if not iri:
            return None
        return Entity(iri, entry[side + "Type"], str(entry[side]), is_known(iri), entry.get(side + "LinkedBy", ""))

    return Claim(
        source=entry["source"],
        start=entry["start"],
        end=entry["end"],
        subject=entry["subject"],
        subject_type=entry["subjectType"],
        predicate="observation" if entry["predicate"] == FIGURE else entry["predicate"],
        object=entry["object"],
        object_type=entry["objectType"],
        rule=entry.get("rule", ""),
        subject_entity=entity("subject"),
        object_entity=entity("object"),
        indicator=entry.get("indicator", ""),
        time=entry.get("time", ""),
        unit=entry.get("unit", ""),
        modality=INFERRED if entry.get("inferred") else entry.get("modality", ""),
        attribution=entry.get("attribution", ""),
        context=tuple((a, b) for a, b in entry.get("context", ())),
        also_at=tuple((a, b) for a, b in entry.get("alsoAt", ())),
        qualifiers=dict(entry.get("qualifiers", {})),
    )
