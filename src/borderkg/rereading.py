"""A text read once more, to show how a claim came about: its sentence, the marked spans, the rule, the links."""

from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.claim import Claim
from borderkg.claims.linker import Linker
from borderkg.corpus import bibliography, reader
from borderkg.corpus.document import Document
from borderkg.extraction import explanation, extractor
from borderkg.extraction.explanation import RuleShown, Sentence
from borderkg.extraction.rulebook import rules


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a claim came about. `sentence` is None where no running text states it: the cell of a table."""

    claim: Claim
    sentence: Sentence | None
    rule: RuleShown | None

    def as_dict(self) -> dict[str, Any]:
        """For JSON: the claim's links with their reasons, the spans, the rule."""
        claim, sentence = self.claim, self.sentence
        return {
            "subject": asdict(claim.subject_entity) if claim.subject_entity else claim.subject,
            "predicate": claim.predicate,
            "object": asdict(claim.object_entity) if claim.object_entity else claim.object,
            "rule": claim.rule,
            "modality": claim.modality or "asserted",
            "attribution": claim.attribution,
            "evidence": [claim.start, claim.end],
            "context": [list(where) for where in claim.context],
            "also_at": [list(where) for where in claim.also_at],
            "sentence": sentence and {"text": sentence.text, "at": list(sentence.at)},
            "spans": [asdict(span) for span in sentence.spans] if sentence else [],
            "matched": asdict(self.rule) if self.rule else None,
        }


class Reread:
    """One text, read anew from its file with the data and rules of today."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @classmethod
    def of_file(cls, path: Path, name: str) -> "Reread":
        """A text of a corpus folder by its name there. Raises CorpusError where the file cannot be read."""
        folder = path.parents[len(Path(name).parts) - 1]
        return cls(reader.document(path, name, bibliography.load(folder)))

    @cached_property
    def claims(self) -> list[Claim]:
        statements, _ = extractor.default().extract_with_warnings(self.document)
        return Assembler(Linker(reference.load())).assemble(self.document, statements).claims

    @cached_property
    def sentences(self) -> list[Sentence]:
        return explanation.sentences(extractor.default(), self.document)

    def explain(self, claim: Claim) -> Explanation:
        """How one of the text's claims came about."""
        sentence = explanation.around(self.sentences, (claim.start, claim.end))
        where = (claim.start, claim.end)
        return Explanation(claim, sentence, sentence.rule(rules.load(), claim.rule, where) if sentence else None)
