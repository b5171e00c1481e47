"""What the whole extractor states of a short text, as plain words."""

from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.linker import Linker
from borderkg.extraction import extractor
from borderkg.extraction.statement import Mention
from borderkg.extraction.values import Time
from tests.corpus.factory import document


def stated(text: str, rule: str = "") -> set[tuple[str, str, str]]:
    """Subject, predicate and object of the asserted statements of a text, of the rules that begin so."""
    return {
        (s.subject.text, s.predicate, _words(s.object))
        for s in extractor.default().extract(document(text))
        if not s.modality and s.rule.startswith(rule)
    }


def _words(value: object) -> str:
    if isinstance(value, Time | Mention):
        return value.text
    return str(value)


def linked(text: str, predicate: str) -> set[tuple[str, str]]:
    """Subject and object of the claims of a predicate, as the names that they are linked to."""
    source = document(text)
    assembled = Assembler(Linker(reference.load())).assemble(source, extractor.default().extract(source))
    return {(c.subject, str(c.object)) for c in assembled.claims if c.predicate == predicate and not c.modality}
