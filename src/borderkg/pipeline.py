"""The build: a folder of texts in, a validated, sourced, queryable graph out. One function a stage.

text → spans → claims → graph → closure → shapes; what fails at the gate is quarantined with its reason. The same input
gives the same bytes, with any number of processes; unchanged input is not built again.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence, Set
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from borderkg import reference
from borderkg.claims import audit, conflicts, exchange, ranking
from borderkg.claims.assembler import Assembled, Assembler
from borderkg.claims.linker import Linker
from borderkg.corpus import bibliography, reader
from borderkg.corpus.document import Document
from borderkg.errors import CorpusError, MappingError, StoreError
from borderkg.extraction import extractor
from borderkg.graph import dataset, description, disagreement, inputs, iris, reasoner, records, release, store, versions
from borderkg.graph.inputs import Inputs
from borderkg.graph.texts import Texts
from borderkg.graph.versions import FORMAT
from borderkg.graph.writer import Source
from borderkg.lineage import reading as lineage
from borderkg.lineage import records as lineage_records
from borderkg.tabular import statements
from borderkg.tabular.statements import OwnTable
from borderkg.validation import gate

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
    """Claims that are planned, proposed, denied or inferred."""
    triples: int = 0
    inferred: int = 0
    conflicts: int = 0
    resemblances: int = 0
    """What only looks like a conflict, noted with its reason."""
    violations: int = 0
    standing: int = 0
    """Violations that stay, since no claim makes them: nothing could be held back."""
    warnings: int = 0
    quarantined: int = 0
    read: int = 0
    """Statements that the rules read; each is a claim, quarantined, or merged."""
    merged: int = 0
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
    data_files: Sequence[Path] = (),
    jobs: int | None = None,
    progress: Progress = _silent,
) -> Summary:
    """Build a store from a folder of texts, joined with a release where one is given, and with the tables of mappings.

    Raises CorpusError, MappingError, RuleError, ReferenceDataError or StoreError; the store then is as it was.
    """
    corpus = _corpus(corpus_folder, sources_file)
    released = release.read(release_folder) if release_folder else release.EMPTY
    documents, twice = _distinct(list(reader.documents(corpus)))
    present = {document.sha256 for document in documents}
    extra = [entry for entry in released.sources if entry.sha256 not in present]
    taken = {document.name for document in documents} & {entry.name for entry in extra}
    if taken:
        raise CorpusError(
            f"{corpus_folder}: {', '.join(sorted(taken))}: the release has another text of this name; rename yours."
        )
    tables = _tables(data_files, {document.name for document in documents} | {entry.name for entry in extra})
    given = inputs.of(documents, extra, {table.name: table.described for table in tables})
    with versions.building(root):
        documents = _kept(Texts(root), corpus, documents)
        Texts(root).attach({table.document.sha256: table.path for table in tables})
        unchanged = _unchanged(root, given.key)
        if unchanged is not None:
            return unchanged
        summary = _build(corpus, documents, released, extra, tables, root, given, jobs, progress)
        summary.notes = [*twice, *summary.notes]
        return summary


def _distinct(documents: Sequence[Document]) -> tuple[list[Document], list[str]]:
    """The documents, each text once, and notes on the files that repeat one."""
    first: dict[str, Document] = {}
    notes = []
    for document in documents:
        if document.sha256 in first:
            notes.append(f"{document.name}: the same text as {first[document.sha256].name}; read once")
        else:
            first[document.sha256] = document
    return list(first.values()), notes


def _kept(texts: Texts, corpus: reader.Corpus, documents: Sequence[Document]) -> list[Document]:
    """Keep the texts beside the store, and where their files lie. The documents as they are read: without their sheets."""
    texts.attach({document.sha256: corpus.folder / document.name for document in documents})
    for document in documents:
        texts.keep(document.sha256, document.text, corpus.folder / document.name, document.sheets)
    return [replace(document, sheets=()) for document in documents]


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


def _tables(data_files: Sequence[Path], taken: Set[str]) -> list[OwnTable]:
    """The tables of mappings. Raises MappingError, and where two sources would bear one name."""
    tables = [statements.load(path) for path in data_files]
    names = Counter([*taken, *(table.name for table in tables)])
    if twice := [table for table in tables if names[table.name] > 1]:
        raise MappingError(f"{twice[0].path}: another source is called {twice[0].name}; rename yours.")
    return tables


def _read_table(table: OwnTable) -> _Read:
    return _Read(table.document, Assembler(Linker(reference.load())).assemble(table.document, table.statements), [])


def _source(table: OwnTable) -> Source:
    text = table.document
    return Source(text.name, text.sha256, len(text.text), text.bibliography, table.cells)


def _build(
    corpus: reader.Corpus,
    documents: Sequence[Document],
    released: release.Release,
    extra: Sequence[Source],
    tables: Sequence[OwnTable],
    root: Path,
    given: Inputs,
    jobs: int | None,
    progress: Progress,
) -> Summary:
    results = read_documents(documents, jobs, progress)
    results += [_read_table(table) for table in tables]
    sources = {d.name: Source(d.name, d.sha256, len(d.text), d.bibliography) for d in documents}
    sources.update({table.name: _source(table) for table in tables})
    sources.update({entry.name: entry for entry in extra})
    claims = [claim for result in results for claim in result.assembled.claims]
    claims += [claim for claim in released.claims if claim.source in {entry.name for entry in extra}]
    held = [entry for result in results for entry in result.assembled.held]

    progress("checking", 0, 1)
    claims, more, report = gate.passed(claims, sources)
    held = [replace(entry, cell=sources[entry.source].cells.get((entry.start, entry.end))) for entry in (*held, *more)]
    progress("checking", 1, 1)

    progress("writing", 0, 1)
    about = {source.name: source.bibliography for source in sources.values()}
    findings = conflicts.findings(claims, about) + audit.findings(claims)
    proposed = ranking.proposals(findings, claims, about)
    quads = list(dataset.quads(claims, sources, given.identity, ranking.ranks(findings, proposed)))
    inferred = reasoner.closure(quad.triple for quad in quads if dataset.is_base(quad))
    quads += [ox.Quad(x.subject, x.predicate, x.object, ox.NamedNode(iris.INFERRED)) for x in inferred]
    quads += disagreement.quads(findings, proposed, conflicts.dependences(claims, about), sources)
    quads += disagreement.rule_quads(ranking.rules())
    quads += records.quarantine_quads(held, sources)
    quads += records.rule_quads(dataset.rules_with_notes(entry.rule for entry in held), iris.QUARANTINE)
    memory = ox.Store()
    memory.bulk_extend(quads)
    memory.bulk_extend(lineage_records.quads(lineage.inferred(memory)))
    memory.bulk_extend(list(description.quads(memory, given.identity)))
    graph_hash = hashlib.sha256(store.sorted_nquads(memory)).hexdigest()

    summary = Summary(
        version=given.key[:16],
        documents=len(sources),
        claims=dict(sorted(Counter(claim.predicate for claim in claims if not claim.modality).items())),
        not_factual=sum(bool(claim.modality) for claim in claims),
        triples=len(memory),
        inferred=len(inferred),
        conflicts=sum(finding.severity != "note" for finding in findings),
        resemblances=sum(finding.severity == "note" for finding in findings),
        violations=len(report.errors),
        standing=report.standing,
        warnings=len(report.warnings),
        quarantined=len(held),
        read=sum(result.assembled.read for result in results),
        merged=sum(len(result.assembled.merged) for result in results),
        notes=_notes(corpus, results),
        graph_hash=graph_hash,
    )
    files = {
        "claims.jsonl": exchange.json_lines(claims),
        "texts.json": release.canonical_json({source.name: release.text_entry(source) for source in sources.values()}),
        "quarantine.jsonl": release.json_lines(asdict(entry) for entry in held),
        "merged.jsonl": release.json_lines(asdict(entry) for result in results for entry in result.assembled.merged),
        "unlinked.jsonl": release.json_lines(
            asdict(entry) for result in results for entry in result.assembled.unlinked
        ),
        "report.jsonl": release.json_lines(asdict(violation) for violation in report.violations),
    }
    manifest = {
        "format": FORMAT,
        "key": given.key,
        "identity": given.identity,
        "inputs": given.described,
        "program": given.program,
        "graph": graph_hash,
        "summary": summary.as_dict(),
    }
    versions.publish(root, summary.version, memory, files, manifest)
    progress("writing", 1, 1)
    return summary


def _notes(corpus: reader.Corpus, results: Sequence[_Read]) -> list[str]:
    notes = [f"{result.document.name}: {warning}" for result in results for warning in result.warnings]
    notes += [
        f"{result.document.name}: holds no text, so nothing is read of it"
        for result in results
        if not result.document.text.strip()
    ]
    notes += [
        f"{result.document.name}: no bibliography; cited by its file name (add it to {bibliography.SOURCES_FILE})"
        for result in results
        if not result.document.bibliography.read_from
    ]
    notes += [f"{path.name}: not read; texts are {', '.join(reader.SUFFIXES)}" for path in corpus.skipped]
    unsure = list(dict.fromkeys(entry.name for result in results for entry in result.assembled.unlinked))
    if unsure:
        listed = "、".join(unsure[:5]) + ("…" if len(unsure) > 5 else "")
        notes.append(f"left unlinked, because several known things bear the name: {listed} (unlinked.jsonl)")
    unknown = sorted(set(corpus.bibliographies) - {reader.name_of(corpus, path) for path in corpus.files})
    notes += [f"{bibliography.SOURCES_FILE}: {name}: no such text" for name in unknown]
    return notes


def _unchanged(root: Path, key: str) -> Summary | None:
    """The summary of the current version where it was built from the very same input."""
    try:
        manifest = versions.latest(root).manifest
    except StoreError:
        return None
    if manifest.get("key") != key:
        return None
    return Summary(**{**manifest["summary"], "unchanged": True})
