"""What is read from a table in a text, and the texts around it."""

from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.linker import Linker
from borderkg.corpus.normaliser import fold
from borderkg.extraction import extractor
from tests.corpus.factory import document, paragraph, typeset
from tests.tables.known import Known

SOURCE = "数据来源：各地统计年鉴。"


def within_a_sentence(text: str) -> str:
    """A table in the middle of a sentence of a text that is broken into lines."""
    first, second, *rest = typeset(paragraph(0))
    return "\n".join([*typeset(paragraph(4)), first, second, text, SOURCE, *rest, *typeset(paragraph(8))]) + "\n"


def between_paragraphs(text: str) -> str:
    return f"{paragraph(4)}\n\n{text}\n\n{SOURCE}\n\n{paragraph(8)}\n"


def captioned(table: Known, body: str) -> str:
    """Caption, unit and body in the middle of a sentence, as PDF extraction leaves them."""
    unit = f"单位：{table.unit}\n" if table.unit else ""
    return within_a_sentence(f"表1　{table.caption}\n{unit}{body}")


def caption_behind(table: Known, body: str) -> str:
    """The caption below its table, the unit at its end."""
    unit = f"　单位：{table.unit}" if table.unit else ""
    return within_a_sentence(f"{body}\n\n表1　{table.caption}{unit}")


def unit_in_caption(table: Known, body: str) -> str:
    """The unit in the caption's brackets, the table between paragraphs."""
    unit = f"（单位：{table.unit}）" if table.unit else ""
    return between_paragraphs(f"表 2-1　{table.caption}{unit}\n\n{body}")


FRAMES = (captioned, caption_behind, unit_in_caption)
"""The ways a table stands in a text."""


def read(text: str) -> tuple[set[str], list[str]]:
    """The observations of a text (`subject | indicator | number unit | time | as printed`), and the warnings."""
    source = document(text)
    statements, warnings = extractor.default().extract_with_warnings(source)
    assembled = Assembler(Linker(reference.load())).assemble(source, statements)
    assert not [r for r in assembled.held if r.predicate == "observation"]
    found = {
        f"{c.subject} | {c.indicator} | {c.object} {c.unit} | {c.time} | {fold(text[slice(*(c.start, c.end))])}"
        for c in assembled.claims
        if c.predicate == "observation"
    }
    return found, warnings
