"""What the claims of a text carry beside their values: the qualifiers that the audit needs."""

from typing import Any

from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.claim import Claim
from borderkg.claims.linker import Linker
from borderkg.extraction import extractor
from tests.corpus.factory import document


def figures(text: str) -> list[Claim]:
    """The observations and estimates of a text."""
    source = document(text)
    claims = Assembler(Linker(reference.load())).assemble(source, extractor.default().extract(source)).claims
    return [claim for claim in claims if claim.predicate in ("observation", "estimate")]


def qualifier(text: str, name: str) -> dict[str, Any]:
    """A qualifier of the figures that bear it, by `subject indicator time` or by the term and sample of an estimate."""
    found: dict[str, Any] = {}
    for claim in figures(text):
        told = (claim.subject, claim.indicator, claim.time)
        if claim.predicate == "estimate":
            told = (str(claim.qualifiers["term"]), str(claim.qualifiers["sample"]), "")
        if name in claim.qualifiers:
            found[" ".join(filter(None, told))] = claim.qualifiers[name]
    return found
