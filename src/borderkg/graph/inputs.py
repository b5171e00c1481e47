"""What a graph is made of: hashes of the texts, their bibliography, the rules, the ontology and the reference data.

`identity` names the graph that these give; it stands in the graph itself and in the manifest. `key` says besides which
program made it, so that a changed program builds anew; it stays outside the graph.
"""

import hashlib
from collections.abc import Iterable, Mapping, Set
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from borderkg import resources
from borderkg.corpus.document import Document
from borderkg.graph.release import canonical_json
from borderkg.graph.writer import Source
from borderkg.settings import VERSION

_NOT_BUILT: Final = frozenset({"examples", "alignments", "imports"})
"""Folders of the ontology of which nothing enters a graph."""


NO_TABLES: Final[Mapping[str, object]] = {}


@dataclass(frozen=True, slots=True)
class Inputs:
    described: dict[str, Any]
    program: str

    @property
    def identity(self) -> str:
        """SHA-256 over everything but the program."""
        return hashlib.sha256(canonical_json(self.described).encode()).hexdigest()

    @property
    def key(self) -> str:
        """SHA-256 over everything."""
        return hashlib.sha256((self.identity + self.program).encode()).hexdigest()


def of(documents: Iterable[Document], released: Iterable[Source], tables: Mapping[str, object] = NO_TABLES) -> Inputs:
    """The inputs of a build: texts that are read, sources whose claims come from a release, and what describes a
    researcher's own tables by name."""
    described: dict[str, Any] = {
        "texts": {d.name: {"sha256": d.sha256, "bibliography": asdict(d.bibliography)} for d in documents},
        "released": {s.name: {"sha256": s.sha256, "bibliography": asdict(s.bibliography)} for s in released},
        "rules": _tree_hash(resources.rules(), "*.yaml"),
        "lookups": _file_hash(resources.lookups()),
        "lineage": _file_hash(resources.lineage()),
        "ranking": _file_hash(resources.ranking()),
        "rule_scores": _file_hash(resources.rule_scores()),
        "ontology": _tree_hash(resources.ontology(), "**/*.ttl", without=_NOT_BUILT),
        "reference": _tree_hash(resources.reference(), "*.ttl"),
        "mappings": _tree_hash(resources.mappings(), "*.tsv"),
        "version": VERSION,
    }
    if tables:
        described["tables"] = dict(tables)
    return Inputs(described, _tree_hash(Path(__file__).parents[1], "**/*.py"))


def _tree_hash(folder: Path, pattern: str, without: Set[str] = frozenset()) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob(pattern)):
        if not without.isdisjoint(path.relative_to(folder).parts):
            continue
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _file_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
