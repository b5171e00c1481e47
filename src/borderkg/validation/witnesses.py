"""What stands behind a violation or behind what was held back: the claims concerned and the sentences that state them."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

import pyoxigraph as ox

from borderkg.claims.unclaimed import Held
from borderkg.errors import StoreError
from borderkg.graph.locator import Cell, Locator, cells, locate
from borderkg.graph.store import GraphStore
from borderkg.graph.texts import Texts
from borderkg.validation.report import Violation
from borderkg.vocabulary import BKG, expanded

T = TypeVar("T")

_AROUND: Final = 300
"""Characters on either side in which the ends of a sentence are looked for."""

_CLAIMS: Final = """
SELECT DISTINCT ?claim ?source ?start ?end ?predicate ?subject WHERE {
  GRAPH ?g {
    { VALUES ?claim { ?_focus } }
    UNION { ?claim bkg:claimSubject ?_focus BIND(true AS ?subject) }
    UNION { ?claim bkg:claimObject ?_focus }
    UNION { ?claim bkg:evidence|bkg:context|bkg:furtherEvidence ?_focus }
    UNION { ?claim (bkg:evidence|bkg:context|bkg:furtherEvidence)/oa:hasSelector ?_focus }
    ?claim a bkg:Claim .
    OPTIONAL { ?claim bkg:claimPredicate ?predicate }
    OPTIONAL { ?claim bkg:evidence/oa:hasSelector ?range . ?range oa:start ?start ; oa:end ?end }
    OPTIONAL { ?claim bkg:statedIn ?source }
  }
} ORDER BY ?claim
"""


@dataclass(frozen=True, slots=True)
class Witness:
    """A claim and the sentence that states it, its evidence marked by 【】; nothing where the text is not attached."""

    claim: str
    """Its IRI; empty for a statement that became no claim."""
    citation: str
    start: int
    end: int
    where: Locator
    sentence: str

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Document:
    iri: str
    name: str
    sha256: str
    citation: str


class Witnesses:
    """Of the current version of a store. Raises StoreError where there is none."""

    def __init__(self, root: Path) -> None:
        self._graph = GraphStore.open(root)
        self._texts = Texts(root)

    def of(self, violation: Violation) -> list[Witness]:
        """The claims that a violation is of, by the order of their IRIs: the claim itself, or those that the evidence, figure
        or entity at fault belongs to. Where a property of ours is at fault, only those about the entity that state it."""
        try:
            focus = ox.NamedNode(expanded(violation.focus))
        except ValueError:  # a question, a text by its name
            return []
        answer = self._graph.query(_CLAIMS.replace("?_focus", str(focus)))
        rows = [tuple(row) for row in answer] if isinstance(answer, ox.QuerySolutions) else []
        named = violation.path if violation.path.startswith(BKG) else ""
        wanted = [row for row in rows if not (named and row[5]) or (row[4] and row[4].value == named)]
        return [self._witness(*row[:4]) for row in wanted]

    def file(self, focus: str) -> str:
        """The file name of a document; empty for anything else."""
        document = self._documents.get(expanded(focus))
        return document.name if document else ""

    def of_held(self, entry: Held) -> Witness:
        """The sentence that was held back."""
        known = (document for document in self._documents.values() if document.name == entry.source)
        return self._told(entry.claim, next(known, None), entry.start, entry.end, entry.cell)

    def held(self) -> Iterator[Held]:
        """What the build held back, in its order."""
        yield from self._records("quarantine.jsonl", Held)

    def found(self) -> Iterator[Violation]:
        """What the shapes found at the gate, in its order: violations, and warnings, of which nothing was held back."""
        yield from self._records("report.jsonl", Violation)

    def _records(self, file: str, kind: Callable[..., T]) -> Iterator[T]:
        path = self._graph.version.folder / file
        try:
            for line in path.read_text("utf-8").splitlines():
                yield kind(**json.loads(line))
        except (OSError, ValueError, TypeError) as error:
            raise StoreError(f"{path}: missing or damaged; build the store anew.") from error

    def _witness(self, claim: Any, source: Any, start: Any, end: Any) -> Witness:
        document = self._documents.get(source.value) if source else None
        place = (document.sha256 if document else "", int(start.value) if start else 0, int(end.value) if end else 0)
        return self._told(claim.value, document, *place[1:], cells(self._graph, {place}).get(place))

    def _told(self, claim: str, document: _Document | None, start: int, end: int, cell: Cell | None) -> Witness:
        if document is None:
            return Witness(claim, "", start, end, locate("", start, end, cell, None), "")
        passage = self._texts.passage(document.sha256, start, end, _AROUND)
        where = locate(document.name, start, end, cell, self._texts.text(document.sha256))
        return Witness(claim, document.citation, start, end, where, passage.sentence if passage else "")

    @cached_property
    def _documents(self) -> dict[str, _Document]:
        query = "SELECT ?iri ?name ?hash ?citation { ?iri bkg:fileName ?name ; bkg:textHash ?hash ; bkg:citation ?citation }"
        answer = self._graph.query(query)
        rows = [tuple(term.value for term in row) for row in answer] if isinstance(answer, ox.QuerySolutions) else []
        return {row[0]: _Document(*row) for row in rows}
