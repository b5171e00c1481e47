"""All seeds of all hands, and what the whole way from text to findings makes of a text."""

from functools import cache
from pathlib import Path

import yaml

from borderkg import reference
from borderkg.claims import audit, conflicts
from borderkg.claims.assembler import Assembler
from borderkg.claims.claim import Claim
from borderkg.claims.finding import Finding
from borderkg.claims.linker import Linker
from borderkg.extraction import extractor
from tests.audit.draw import Seed
from tests.audit.models import econometrician
from tests.audit.reporter import reporter
from tests.audit.scholar import scholar
from tests.audit.yearbook import yearbook
from tests.corpus.factory import document

FOUND_AS = {
    "total": ("total",),
    "share": ("share",),
    "quotient": ("quotient",),
    "growth": ("growth",),
    "multiple": ("multiple",),
    "rank": ("rank",),
    "count": ("list",),
    "hundred": ("whole",),
    "significance": ("significance",),
    "panel": ("panel",),
    "restated": ("table-text", "table", "value"),
}
"""Kinds of findings by the kind of seed. A figure that text and table print under one name is a conflict."""

DRAWN = 2
"""How often each template is drawn."""


def seeds() -> list[Seed]:
    return [seed for hand in (scholar, econometrician, reporter, yearbook) for seed in hand.seeds(DRAWN)]


def traps() -> dict[str, str]:
    """Sound texts that only look wrong, by what looks so."""
    texts = yaml.safe_load((Path(__file__).parent / "traps.yaml").read_text("utf-8"))
    return {str(name): str(text) for name, text in texts.items()}


@cache
def claims(text: str) -> list[Claim]:
    read = document(text)
    return Assembler(Linker(reference.load())).assemble(read, extractor.default().extract(read)).claims


@cache
def found(text: str) -> tuple[Finding, ...]:
    """What a build finds in a text: conflicts and the audit."""
    read = claims(text)
    return (*conflicts.conflicts(read), *audit.findings(read))
