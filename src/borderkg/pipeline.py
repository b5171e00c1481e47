"""The build: a folder of texts in, a validated, sourced, queryable graph out. One function a stage.

text → spans → claims → graph → closure → shapes; what fails at the gate is quarantined with its reason. The same input
gives the same bytes, with any number of processes; unchanged input is not built again.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from borderkg import __version__, reference, resources
from borderkg.claims import exchange, reconciler
from borderkg.claims.assembler import Assembled, Assembler
from borderkg.claims.claim import Claim
from borderkg.claims.linker import Linker
from borderkg.corpus import bibliography, reader
from borderkg.corpus.document import Document
from borderkg.errors import StoreError
from borderkg.extraction import extractor, rules
from borderkg.graph import background, iris, reasoner, records, release, store, writer
from borderkg.graph.store import FORMAT, Version
from borderkg.graph.texts import Texts
from borderkg.graph.writer import Source
from borderkg.validation import shapes
from borderkg.validation.report import Report
from borderkg.vocabulary import GRAPH

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much is done, and how much there is."""


def _silent(stage: str, done: int, total: int) -> None:
    del stage, done, total


@dataclass
class Summary:
    """What a build did: documents, claims by predicate, triples, violations, what was held back, what to mend."""

    version: str
    unchanged: bool = False
    documents: int = 0
    claims: dict[str, int] = field(default_factory=dict)
    not_factual: int = 0
    """Claims that are planned, proposed or denied."""
    triples: int = 0
    inferred: int = 0
    conflicts: int = 0
    violations: int = 0
    warnings: int = 0
    quarantined: int = 0
    notes: list[str] = field(default_factory=list)
    graph_hash: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class _Read:
    """One document, read."""

    document: Document
    assembled: Assembled
    warnings: list[str]


_PARALLEL_FROM: Final = 400_000
"""Characters. Below this, starting other processes takes longer than they save."""


def build(
    corpus_folder: Path,
    root: Path,
    *,
    release_folder: Path | None = None,
    sources_file: Path | None = None,
    jobs: int | None = None,
    progress: Progress = _silent,
) -> Summary:
    """Build a store from a folder of texts, joined with a release where one is given.

    Raises CorpusError, RuleError, ReferenceDataError or StoreError; the store then is as it was.
    """
    corpus = _corpus(corpus_folder, sources_file)
    released = release.read(release_folder) if release_folder else release.EMPTY
    documents = list(reader.documents(corpus))
    present = {document.sha256 for document in documents}
    extra = [entry for entry in released.sources if entry.sha256 not in present]
    inputs = _inputs(documents, extra, corpus)
    key = _key(inputs)
    with store.building(root):
        Texts(root).attach({d.sha256: corpus.folder / d.name for d in documents})
        unchanged = _unchanged(root, key)
        if unchanged is not None:
            return unchanged
        return _build(corpus, documents, released, extra, root, key, inputs, jobs, progress)


def _corpus(folder: Path, sources_file: Path | None) -> reader.Corpus:
    corpus = reader.find(folder)
    if sources_file is None:
        return corpus
    return reader.Corpus(corpus.folder, corpus.files, corpus.skipped, bibliography.load_file(sources_file))


def read_documents(documents: Sequence[Document], jobs: int | None, progress: Progress = _silent) -> list[_Read]:
    """Read all documents, in their order, in this process or in several."""
    size = sum(len(document.text) for document in documents)
    workers = jobs if jobs is not None else (2 if size >= _PARALLEL_FROM else 1)
    workers = min(workers, len(documents))
    results: list[_Read] = []
    if workers <= 1:
        for document in documents:
            results.append(_read_one(document))
            progress("reading", len(results), len(documents))
        return results
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for result in pool.map(_read_one, documents, chunksize=1):
            results.append(result)
            progress("reading", len(results), len(documents))
    return results


def _read_one(document: Document) -> _Read:
    reading = extractor.default()
    assembler = Assembler(Linker(reference.load()))
    statements, warnings = reading.extract_with_warnings(document)
    return _Read(document, assembler.assemble(document, statements), warnings)


def _build(
    corpus: reader.Corpus,
    documents: Sequence[Document],
    released: release.Release,
    extra: Sequence[Source],
    root: Path,
    key: str,
    inputs: dict[str, Any],
    jobs: int | None,
    progress: Progress,
) -> Summary:
    results = read_documents(documents, jobs, progress)
    sources = {d.name: Source(d.name, d.sha256, len(d.text), d.bibliography) for d in documents}
    sources.update({entry.name: entry for entry in extra})
    claims = [claim for result in results for claim in result.assembled.claims]
    claims += [claim for claim in released.claims if claim.source in {entry.name for entry in extra}]
    held = [records.held(rejected) for result in results for rejected in result.assembled.rejected]

    progress("checking", 0, 1)
    claims, more, report = _gate(claims, sources)
    held += more
    progress("checking", 1, 1)

    progress("writing", 0, 1)
    conflicts = reconciler.conflicts(claims)
    quads = list(_quads(claims, sources, key))
    base = [quad.triple for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)]
    base += [quad.triple for quad in quads if quad.graph_name == ox.NamedNode(iris.ONTOLOGY)]
    inferred = reasoner.closure(base)
    quads += [ox.Quad(x.subject, x.predicate, x.object, ox.NamedNode(iris.INFERRED)) for x in inferred]
    quads += records.conflict_quads(conflicts, sources)
    quads += records.quarantine_quads(held, sources)
    memory = ox.Store()
    memory.bulk_extend(quads)
    graph_hash = hashlib.sha256(store.sorted_nquads(memory)).hexdigest()

    summary = Summary(
        version=key[:16],
        documents=len(sources),
        claims=dict(sorted(Counter(claim.predicate for claim in claims if not claim.modality).items())),
        not_factual=sum(bool(claim.modality) for claim in claims),
        triples=len(memory),
        inferred=len(inferred),
        conflicts=len(conflicts),
        violations=len(report.errors),
        warnings=len(report.warnings),
        quarantined=len(held),
        notes=_notes(corpus, results),
        graph_hash=graph_hash,
    )
    files = {
        "claims.jsonl": exchange.json_lines(claims),
        "texts.json": release.canonical_json({s.name: {"sha256": s.sha256, "length": s.length} for s in sources.values()}),
        "quarantine.jsonl": release.json_lines(asdict(entry) for entry in held),
        "report.jsonl": release.json_lines(asdict(violation) for violation in report.violations),
    }
    manifest = {"format": FORMAT, "key": key, "graph": graph_hash, "inputs": inputs, "summary": summary.as_dict()}
    store.publish(root, key[:16], memory, files, manifest)
    progress("writing", 1, 1)
    return summary


def _gate(claims: list[Claim], sources: dict[str, Source]) -> tuple[list[Claim], list[records.Held], Report]:
    """Hold the claims against the shapes; those that violate one are taken out, and the rest is checked again."""
    report = Report()
    held: list[records.Held] = []
    for _ in range(3):
        triples = (quad.triple for quad in _quads(claims, sources, "") if _is_data(quad))
        violations = shapes.validate(triples, resources.ontology() / "shapes")
        errors = {v.focus: v for v in violations if v.severity == "Violation"}
        if not errors:
            report.add(violations)
            return claims, held, report
        kept = []
        for claim in claims:
            fault = next((errors[iri] for iri in _concerned(claim, sources) if iri in errors), None)
            if fault is None:
                kept.append(claim)
            else:
                reason = f"{fault.message} ({fault.check} on {fault.path})"
                held.append(_held(claim, reason))
        report.add([v for v in violations if v.severity == "Violation"])
        if len(kept) == len(claims):
            return claims, held, report
        claims = kept
    return claims, held, report


def _is_data(quad: ox.Quad) -> bool:
    name = quad.graph_name
    return isinstance(name, ox.DefaultGraph) or name.value.startswith(GRAPH + "source/") or name.value == iris.PROVENANCE


def _concerned(claim: Claim, sources: dict[str, Source]) -> Iterator[str]:
    """The nodes through which a claim may violate a shape: itself, and what it alone describes."""
    source = sources[claim.source]
    yield writer.claim_iri(claim, source)
    if claim.predicate in ("observation", "estimate"):
        yield writer.object_iri(claim, source)
    if claim.subject_entity:
        yield claim.subject_entity.iri


def _held(claim: Claim, reason: str) -> records.Held:
    return records.Held(
        claim.source, claim.start, claim.end, claim.predicate, claim.subject, str(claim.object), claim.rule, reason
    )


def _quads(claims: Sequence[Claim], sources: dict[str, Source], key: str) -> Iterator[ox.Quad]:
    """Everything but closure, conflicts and quarantine."""
    for source in sources.values():
        yield from writer.document_quads(source)
    mentioned: set[str] = set()
    for claim in claims:
        mentioned.update(e.iri for e in (claim.subject_entity, claim.object_entity) if e)
        yield from writer.claim_quads(claim, sources[claim.source])
    known = reference.load()
    mentioned.update(around for iri in list(mentioned) for around in known.ancestors(iri))
    yield from background.ontology_quads(resources.ontology())
    yield from background.reference_quads(known, mentioned)
    yield from records.rule_quads(_rules(claims))
    if key:
        yield from records.build_quads(key, __version__, sources.values())


def _rules(claims: Iterable[Claim]) -> list[tuple[str, str]]:
    notes = {rule.id: rule.note for rule in rules.load().all}
    return [(rule_id, notes.get(rule_id, "")) for rule_id in sorted({claim.rule for claim in claims})]


def _notes(corpus: reader.Corpus, results: Sequence[_Read]) -> list[str]:
    notes = [f"{result.document.name}: {warning}" for result in results for warning in result.warnings]
    notes += [
        f"{result.document.name}: no bibliography; cited by its file name (add it to {bibliography.SOURCES_FILE})"
        for result in results
        if not result.document.bibliography.read_from
    ]
    notes += [f"{path.name}: not read; texts are {', '.join(reader.SUFFIXES)}" for path in corpus.skipped]
    unknown = sorted(set(corpus.bibliographies) - {reader.name_of(corpus, path) for path in corpus.files})
    notes += [f"{bibliography.SOURCES_FILE}: {name}: no such text" for name in unknown]
    return notes


# What a build depends on


def _inputs(documents: Sequence[Document], extra: Sequence[Source], corpus: reader.Corpus) -> dict[str, Any]:
    """The hashes of all that decides the graph: texts, bibliography, rules, ontology, reference data, program."""
    del corpus
    return {
        "texts": {d.name: {"sha256": d.sha256, "bibliography": repr(d.bibliography)} for d in documents},
        "released": {s.name: {"sha256": s.sha256, "bibliography": repr(s.bibliography)} for s in extra},
        "rules": _tree_hash(resources.rules(), "*.yaml"),
        "lookups": _file_hash(resources.lookups()),
        "ontology": _tree_hash(resources.ontology(), "**/*.ttl"),
        "reference": _tree_hash(resources.reference(), "*.ttl"),
        "program": _tree_hash(Path(__file__).parent, "**/*.py"),
        "version": __version__,
        "format": FORMAT,
    }


def _key(inputs: dict[str, Any]) -> str:
    return hashlib.sha256(release.canonical_json(inputs).encode()).hexdigest()


def _tree_hash(folder: Path, pattern: str) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob(pattern)):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _file_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _unchanged(root: Path, key: str) -> Summary | None:
    """The summary of the current version where it was built from the very same input."""
    try:
        version: Version = store.current(root)
        manifest = version.manifest
    except StoreError:
        return None
    if manifest.get("key") != key:
        return None
    return Summary(**{**manifest["summary"], "unchanged": True})
