"""Texts that are cut, joined and damaged anywhere are read to the end: a fault in one sentence loses no document."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.linker import Linker
from borderkg.corpus.reader import document
from borderkg.errors import CorpusError
from borderkg.extraction import extractor

TEXTS = sorted((Path(__file__).parents[1] / "dev").glob("[a-i]/texts/*.txt"))
STRAY = "，。、；：（）《》“”和与的为是市省口岸年月123０５-—〔〕 \n\t.,;|\ue003\ue00c"
"""What typing, recognition of print and copying from pages put in a wrong place."""


def pieces(texts: list[str], by: random.Random) -> str:
    """Runs of up to 120 characters out of any texts, one behind the other."""

    def piece() -> str:
        text = by.choice(texts)
        start = by.randrange(len(text))
        return text[start : start + by.randint(1, 120)]

    return "".join(piece() for _ in range(by.randint(2, 25)))


def repeated(texts: list[str], by: random.Random) -> str:
    """A few characters many times over."""
    text = by.choice(texts)
    start = by.randrange(len(text))
    return text[start : start + by.randint(1, 30)] * by.randint(5, 60)


def scratched(texts: list[str], by: random.Random) -> str:
    """A text in which single characters are lost, put in, or become others."""
    made = list(by.choice(texts)[:1500])
    for _ in range(by.randint(1, 80)):
        place = by.randrange(len(made))
        made[place : place + by.randint(0, 1)] = by.choice(("", by.choice(STRAY), by.choice(by.choice(texts))))
        made = made or [by.choice(STRAY)]
    return "".join(made)


def damaged(number: int, seed: int) -> Iterator[str]:
    by = random.Random(seed)  # noqa: S311 -- the same texts each time
    texts = [path.read_text("utf-8") for path in TEXTS]
    for _ in range(number):
        yield by.choice((pieces, scratched, scratched, repeated))(texts, by)


@pytest.mark.parametrize(
    "number", [pytest.param(40, id="some"), pytest.param(20_000, id="many", marks=pytest.mark.soak)]
)
def test_a_damaged_text_is_read_to_its_end(number: int, tmp_path: Path) -> None:
    extract, assembler, file = extractor.default().extract, Assembler(Linker(reference.load())), tmp_path / "text.txt"
    claims = 0
    for text in damaged(number, seed=number):
        file.write_text(text, "utf-8")
        try:
            read = document(file, file.name, {})
        except CorpusError:  # an empty text, or one that holds no character that can be read
            continue
        made = assembler.assemble(read, extract(read)).claims
        claims += len(made)
        assert all(0 <= c.start < c.end <= len(read.text) for c in made), text
    assert claims > number  # the texts are damaged, and still tell something


def test_a_table_of_rules_alone_is_no_table(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("口岸货运量\n\n" + "| --- | --- |\n" * 6 + "\n2015年满洲里口岸货运量为3000万吨。\n", "utf-8")
    read = document(file, file.name, {})
    assert [s.predicate for s in extractor.default().extract(read)].count("observation") == 1


@pytest.mark.parametrize(
    "text",
    [
        "2015年，\ue00c满洲里口岸和\ue00c绥芬河口岸\ue003对俄罗斯\ue00c出口增长。与\ue002相邻的\ue001满洲里市。",
        "云南有打洛、孟连两口岸。该口岸，与缅甸相邻。",
        "全州国家一类口岸3个分别为瑞丽、畹町和弄峒口岸，其瑞丽口岸。",
        "吉林省以及朝鲜贸易往来较早。",
    ],
    ids=[
        "characters of a font",
        "words that lists share, a sentence before",
        "a list that is announced and ends in its word",
        "two sides joined by a word of two characters",
    ],
)
def test_what_once_ended_a_document_is_read(text: str, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(text + "\n\n2016年满洲里口岸货运量为3000万吨。\n", "utf-8")
    read = document(file, file.name, {})
    assert "observation" in {s.predicate for s in extractor.default().extract(read)}
