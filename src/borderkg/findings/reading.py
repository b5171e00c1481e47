"""Findings of a graph: what differs, the claims side by side with their passages, and which is to be preferred by which rule."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from borderkg import schema
from borderkg.claims.finding import SEVERITIES
from borderkg.errors import QueryError, UnknownNameError
from borderkg.graph.locator import Locator, cells, locate
from borderkg.graph.store import GraphStore
from borderkg.graph.texts import Passage, Texts
from borderkg.questions.results import read
from borderkg.vocabulary import BKC, BKG

_KIND: Final = BKC + "conflict-kind-"
_SEVERITY: Final = BKC + "severity-"

_ARITHMETIC: Final = """
SELECT ?kind WHERE { GRAPH graph:ontology { ?kind skos:broader? bkc:conflict-kind-arithmetic } }"""
"""The kinds of what the audit finds; all other kinds are conflicts between claims."""

_FINDINGS: Final = """
SELECT ?finding ?kind ?severity ?check ?en ?zh ?computation ?rule ?why ?whyZh WHERE {
  ?finding bkg:conflictKind ?kind ; bkg:severity ?severity ; bkg:foundBy ?check ; rdfs:comment ?en , ?zh
  FILTER(LANG(?en) = "en" && LANG(?zh) = "zh")
  OPTIONAL { ?finding bkg:computation ?computation }
  OPTIONAL {
    ?finding bkg:rankedBy ?rule
    GRAPH graph:provenance { ?rule rdfs:comment ?why , ?whyZh FILTER(LANG(?why) = "en" && LANG(?whyZh) = "zh") }
  }
}"""

_SIDES: Final = """
SELECT ?finding ?claim ?source ?name ?citation ?hash ?subject ?predicate ?object ?rank ?start ?end WHERE {
  ?finding bkg:involves ?claim
  GRAPH ?g {
    ?claim bkg:claimSubject ?subject ; bkg:claimPredicate ?predicate ; bkg:rank ?rank ; bkg:statedIn ?source ;
           bkg:claimObject|bkg:claimValue ?object ; bkg:evidence/oa:hasSelector ?range .
    ?range oa:start ?start ; oa:end ?end
  }
  ?source bkg:fileName ?name ; bkg:citation ?citation ; bkg:textHash ?hash
}"""

_FIGURES: Final = """
SELECT ?figure ?value ?unit ?time ?indicator WHERE {
  ?finding bkg:involves ?claim
  GRAPH ?g { ?claim bkg:claimObject ?figure ; bkg:namedAs ?indicator }
  { ?figure bkg:value ?value
    OPTIONAL { ?figure bkg:unit ?unit } OPTIONAL { ?figure bkg:refTime ?time } }
  UNION
  { GRAPH ?g { ?figure bkg:value ?value
    OPTIONAL { ?figure bkg:unit ?unit } OPTIONAL { ?figure bkg:refTime ?time } } }
}"""

_ESTIMATES: Final = """
SELECT ?figure ?value ?indicator ?time WHERE {
  ?finding bkg:involves ?claim
  GRAPH ?g { ?claim bkg:claimObject ?figure }
  ?figure a bkg:Estimate ; bkg:coefficient ?value
  OPTIONAL { ?figure bkg:term ?indicator } OPTIONAL { ?figure bkg:sample ?time }
}"""
"""Of a regression coefficient its term stands for the indicator, and its sample or column for the time."""

_PROPOSED: Final = (
    "SELECT ?finding ?claim ?how WHERE { VALUES ?how { bkg:prefers bkg:deprecates } ?finding ?how ?claim }"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a finding, with its passage (None where the text is not attached)."""

    claim: str
    source: str
    """The name of the text's file."""
    document: str
    """The IRI of the text."""
    citation: str
    sha256: str
    start: int
    end: int
    where: Locator
    subject: str
    subject_iri: str
    predicate: str
    indicator: str
    time: str
    value: str
    unit: str
    rank: str
    proposed: str
    """`prefers`, `deprecates`, or empty where the finding proposes nothing of this claim."""
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A finding as it is shown. `kind_zh`, `reason_zh` and `rule_reason_zh` say the same in Chinese."""

    iri: str
    check: str
    kind: str
    kind_en: str
    kind_zh: str
    severity: str
    reason: str
    reason_zh: str
    computation: str
    rule: str
    """The declared rule by which a claim is to be preferred; empty where none tells the claims apart."""
    rule_reason: str
    rule_reason_zh: str
    sides: tuple[Side, ...]

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show; empty means everything. `source` is a part of a file name or citation, `indicator` of a name."""

    source: str = ""
    kind: str = ""
    indicator: str = ""
    severities: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raises QueryError where a kind or severity is none of the scheme's."""
        for given, known, what in (
            ((self.kind,) if self.kind else (), tuple(_labels(_KIND)), "kind"),
            (self.severities, SEVERITIES, "severity"),
        ):
            wrong = [name for name in given if name not in known]
            if wrong:
                named = ", ".join(known)
                raise QueryError(
                    f"{wrong[0][:100]}: no such {what}; known are {named}.",
                    f"{wrong[0][:100]}：没有这一项；可用：{named}。",
                )

    def takes(self, found: Disagreement) -> bool:
        return (
            (not self.kind or found.kind == self.kind)
            and (not self.severities or found.severity in self.severities)
            and (not self.source or any(self.source in f"{side.source} {side.citation}" for side in found.sides))
            and (not self.indicator or any(self.indicator in side.indicator for side in found.sides))
        )


def everything(store: GraphStore, texts: Texts, label: Callable[[str], str], wanted: Filter) -> list[Disagreement]:
    """Both what claims disagree on and which figures do not add up, the worst first. Raises as `conflicts`."""
    return _chosen(store, texts, label, wanted)


def about(store: GraphStore, texts: Texts, label: Callable[[str], str], claims: Set[str]) -> list[Disagreement]:
    """The findings that involve one of these claims, the worst first."""
    found = everything(store, texts, label, Filter())
    return [finding for finding in found if any(side.claim in claims for side in finding.sides)]


def conflicts(store: GraphStore, texts: Texts, label: Callable[[str], str], wanted: Filter) -> list[Disagreement]:
    """What claims disagree on, the worst first. Raises UnknownNameError where no text bears the name of `wanted.source`."""
    return _chosen(store, texts, label, wanted, arithmetic=False)


def audit(store: GraphStore, texts: Texts, label: Callable[[str], str], wanted: Filter) -> list[Disagreement]:
    """Which figures do not add up, the worst first. Raises as `conflicts`."""
    return _chosen(store, texts, label, wanted, arithmetic=True)


def _chosen(
    store: GraphStore, texts: Texts, label: Callable[[str], str], wanted: Filter, *, arithmetic: bool | None = None
) -> list[Disagreement]:
    if wanted.source:
        _known_source(store, wanted.source)
    kinds = {str(row["kind"]).removeprefix(_KIND) for row in read(store.query(_ARITHMETIC))}
    found = [
        finding
        for finding in _all(store, texts, label)
        if arithmetic in (None, finding.kind in kinds) and wanted.takes(finding)
    ]
    return sorted(found, key=lambda f: (SEVERITIES.index(f.severity), f.kind, f.reason, f.iri))


def _known_source(store: GraphStore, name: str) -> None:
    rows = read(store.query("SELECT ?name ?citation WHERE { ?s bkg:fileName ?name ; bkg:citation ?citation }"))
    if not any(name in f"{row['name']} {row['citation']}" for row in rows):
        known = ", ".join(sorted(str(row["name"]) for row in rows))
        raise UnknownNameError(
            f"{name[:200]}: no text of this name in the graph; it has: {known}.",
            f"{name[:200]}：图谱中没有此名的文献；现有：{known}。",
        )


def _all(store: GraphStore, texts: Texts, label: Callable[[str], str]) -> Iterable[Disagreement]:
    sides = _sides(store, texts, label)
    kinds = _labels(_KIND)
    for row in read(store.query(_FINDINGS)):
        kind = str(row["kind"]).removeprefix(_KIND)
        kind_zh, kind_en = kinds.get(kind, (kind, kind))
        yield Disagreement(
            iri=str(row["finding"]),
            check=str(row["check"]),
            kind=kind,
            kind_en=kind_en,
            kind_zh=kind_zh,
            severity=str(row["severity"]).removeprefix(_SEVERITY),
            reason=str(row["en"]),
            reason_zh=str(row["zh"]),
            computation=str(row["computation"] or ""),
            rule=str(row["rule"] or "").rsplit("/", 1)[-1],
            rule_reason=str(row["why"] or ""),
            rule_reason_zh=str(row["whyZh"] or ""),
            sides=tuple(sorted(sides[str(row["finding"])], key=lambda s: (s.source, s.start, s.end, s.claim))),
        )


def _sides(store: GraphStore, texts: Texts, label: Callable[[str], str]) -> dict[str, list[Side]]:
    figures = {str(row["figure"]): row for query in (_FIGURES, _ESTIMATES) for row in read(store.query(query))}
    proposed = {
        (str(row["finding"]), str(row["claim"])): str(row["how"]).removeprefix(BKG)
        for row in read(store.query(_PROPOSED))
    }
    found: dict[str, list[Side]] = defaultdict(list)
    rows = read(store.query(_SIDES))
    known = cells(store, {(str(row["hash"]), int(str(row["start"])), int(str(row["end"]))) for row in rows})
    for row in rows:
        obj = str(row["object"])
        figure = figures.get(obj, {})
        plain = obj if not obj.startswith("https://") else label(obj)
        start, end, sha256 = int(str(row["start"])), int(str(row["end"])), str(row["hash"])
        found[str(row["finding"])].append(
            Side(
                claim=str(row["claim"]),
                source=str(row["name"]),
                document=str(row["source"]),
                citation=str(row["citation"]),
                sha256=sha256,
                start=start,
                end=end,
                where=locate(str(row["name"]), start, end, known.get((sha256, start, end)), texts.text(sha256)),
                subject=label(str(row["subject"])),
                subject_iri=str(row["subject"]),
                predicate=str(row["predicate"]).removeprefix(BKG),
                indicator=str(figure.get("indicator") or ""),
                time=str(figure.get("time") or ""),
                value=f"{figure['value']:.15g}"
                if isinstance(figure.get("value"), float)
                else str(figure.get("value", plain)),
                unit=str(figure.get("unit") or ""),
                rank=str(row["rank"]).rsplit("rank-", 1)[-1],
                proposed=proposed.get((str(row["finding"]), str(row["claim"])), ""),
                passage=texts.passage(sha256, start, end),
            )
        )
    return found


def facets(found: Sequence[Disagreement], wanted: Filter) -> dict[str, dict[str, int]]:
    """How many findings have each kind, severity, source (the name of a file) and indicator.

    Each facet counts what fits the other parts of `wanted`, so that another of its values can be chosen.
    """
    others = {
        "kind": replace(wanted, kind=""),
        "severity": replace(wanted, severities=()),
        "source": replace(wanted, source=""),
        "indicator": replace(wanted, indicator=""),
    }
    counts: dict[str, Counter[str]] = {name: Counter() for name in others}
    for finding in found:
        values = {
            "kind": {finding.kind},
            "severity": {finding.severity},
            "source": {side.source for side in finding.sides},
            "indicator": {side.indicator for side in finding.sides} - {""},
        }
        for name, fitting in others.items():
            if fitting.takes(finding):
                counts[name].update(values[name])
    return {name: dict(sorted(of.items(), key=lambda entry: (-entry[1], entry[0]))) for name, of in counts.items()}


def _labels(prefix: str) -> dict[str, tuple[str, str]]:
    """The concepts of a scheme by their names, each with its Chinese and English label."""
    return {
        concept.iri.removeprefix(prefix): (concept.label_zh, concept.label_en)
        for concept in schema.load().concepts
        if concept.iri.startswith(prefix)
    }
