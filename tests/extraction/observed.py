"""What a text of one or more paragraphs is read to observe, a line for each figure, after the gate of evidence."""

from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.linker import Linker
from borderkg.extraction import extractor
from tests.corpus.factory import document


def observed(text: str) -> set[str]:
    """`subject | indicator | number unit | time` of every asserted figure."""
    source = document(text)
    assembled = Assembler(Linker(reference.load())).assemble(source, extractor.default().extract(source))
    assert not [r for r in assembled.held if r.predicate == "observation"]
    return {
        f"{c.subject} | {c.indicator} | {c.object} {c.unit} | {c.time}".rstrip(" |")
        for c in assembled.claims
        if c.predicate == "observation" and not c.modality
    }
