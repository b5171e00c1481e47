"""The scores of the extraction on every gold at hand, and the tables of them: `python -m tests.scores` writes docs/scores.md
and data/rule-scores.tsv."""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from borderkg import reference, resources
from borderkg.claims import confidence, scoring
from borderkg.claims.assembler import Assembler
from borderkg.claims.exchange import json_lines
from borderkg.claims.linker import Linker
from borderkg.claims.scoring import Score, Tally
from borderkg.corpus.reader import documents, find
from borderkg.extraction import extractor
from tests.conftest import ROOT, SHARED


@dataclass(frozen=True)
class Set:
    """A folder of texts and its gold; `prose` and `observations` are floors of F1."""

    texts: Path
    claims: tuple[Path, ...]
    prose: float
    observations: float


OWN = ROOT / "tests"
SETS = {
    "dev-a": Set(OWN / "dev/a/texts", (OWN / "dev/a/claims.jsonl",), 0.93, 0.96),
    "dev-b": Set(OWN / "dev/b/texts", (OWN / "dev/b/claims.jsonl",), 0.93, 0.93),
    "dev-c": Set(OWN / "dev/c/texts", (OWN / "dev/c/claims.jsonl",), 0.90, 0.82),
    "dev-d": Set(OWN / "dev/d/texts", (OWN / "dev/d/claims.jsonl",), 0.87, 0.79),
    "dev-e": Set(OWN / "dev/e/texts", (OWN / "dev/e/claims.jsonl",), 0.84, 0.84),
    "dev-f": Set(OWN / "dev/f/texts", (OWN / "dev/f/claims.jsonl",), 0.88, 0.84),
    "dev-g": Set(OWN / "dev/g/texts", (OWN / "dev/g/claims.jsonl",), 0.80, 0.76),
    "dev-h": Set(OWN / "dev/h/texts", (OWN / "dev/h/claims.jsonl",), 0.75, 0.68),
    "dev-i": Set(OWN / "dev/i/texts", (OWN / "dev/i/claims.jsonl",), 0.88, 0.88),
    "blind-i": Set(OWN / "blind-i/texts", (OWN / "blind-i/claims.jsonl",), 0.80, 0.70),
    "blind-h": Set(OWN / "blind-h/texts", (OWN / "blind-h/claims.jsonl",), 0.80, 0.70),
    "blind-f": Set(OWN / "blind-f/texts", (OWN / "blind-f/claims.jsonl",), 0.78, 0.74),
    "blind": Set(OWN / "blind/texts", (OWN / "blind/claims.jsonl",), 0.88, 0.71),
}
PAPERS = {
    "000 + 001": Set(SHARED / "corpus", (SHARED / "gold/000.jsonl", SHARED / "gold/001.jsonl"), 0.95, 0.97),
    "samples": Set(SHARED / "corpus", (SHARED / "gold/samples.jsonl",), 0.0, 0.0),
}
"""Of the samples only the recall means something: they hold some of the claims of their texts."""

TABLE = ROOT / "docs" / "scores.md"
DEVELOPMENT = {name: held for name, held in SETS.items() if name.startswith("dev-")}
"""Only these tell how well a rule reads: the blind set is for the whole alone."""

_HEAD = """# Scores

What the extraction reaches on each set, for every predicate: F1, and in brackets how many claims are right of those said
and of those in the gold. Sets `a` to `i` are those that the rules were written with; the blind sets were written before them
and nobody who writes rules looks at them ([tests/dev](../tests/dev/README.md), [tests/blind](../tests/blind/README.md),
[tests/blind-f](../tests/blind-f/README.md), [tests/blind-h](../tests/blind-h/README.md),
[tests/blind-i](../tests/blind-i/README.md)). Of the samples of the gold the recall is given. `make test`
prints these figures and holds the table against them;
`python -m tests.scores` writes it anew, and with it [how well each rule reads](model.md#how-sure-a-reading-is). `borderkg score
GOLD --corpus FOLDER --misses` lists what is missed and wrong.

"""


@cache
def said(texts: Path) -> list[dict[str, object]]:
    """What the extractor claims of the texts of a folder."""
    read, assemble = extractor.default(), Assembler(Linker(reference.load()))
    claims = [c for d in documents(find(texts)) for c in assemble.assemble(d, read.extract(d)).claims]
    return [json.loads(line) for line in json_lines(claims).split("\n") if line]


@cache
def of(held: Set) -> Score:
    """The score on one set."""
    gold = [json.loads(line) for file in held.claims for line in file.read_text("utf-8").split("\n") if line]
    return scoring.score(scoring.scored(said(held.texts), gold), gold)


def table(sets: dict[str, Set]) -> dict[str, dict[str, str]]:
    """For each predicate the cell of each set, the totals last."""
    scores = {name: of(held) for name, held in sets.items()}
    gold = {
        p: sum(s.by_predicate[p].gold for s in scores.values() if p in s.by_predicate)
        for s in scores.values()
        for p in s.by_predicate
    }
    rows = {
        predicate: {name: _cell(name, s.by_predicate.get(predicate)) for name, s in scores.items()}
        for predicate in sorted((p for p in gold if gold[p]), key=lambda p: (-gold[p], p))
    }
    rows["**prose**"] = {name: _cell(name, s.prose) for name, s in scores.items()}
    rows["**all**"] = {name: _cell(name, s.all) for name, s in scores.items()}
    rows["**macro**"] = {name: f"{s.macro_f1:.3f}" if name != "samples" else "" for name, s in scores.items()}
    rows["**grounded**"] = {name: f"{s.all.grounded:.3f}" for name, s in scores.items()}
    return rows


def _cell(name: str, tally: Tally | None) -> str:
    if tally is None or not tally.gold:
        return ""
    if name == "samples":
        return f"{tally.recall:.3f} ({tally.right} of {tally.gold})"
    return f"{tally.f1:.3f} ({tally.right}/{tally.predicted}/{tally.gold})"


def written(sets: dict[str, Set]) -> str:
    """The table as Markdown."""
    lines = [f"| predicate | {' | '.join(sets)} |", "|---" * (len(sets) + 1) + "|"]
    lines += [
        f"| {predicate} | {' | '.join(cells[name] for name in sets)} |" for predicate, cells in table(sets).items()
    ]
    return _HEAD + "\n".join(lines) + "\n"


def read() -> dict[str, dict[str, str]]:
    """The committed table: for each predicate the cell of each set."""
    rows = [line.strip("| \n").split("|") for line in TABLE.read_text("utf-8").split("\n") if line.startswith("|")]
    names = [name.strip() for name in rows[0][1:]]
    padded = [[*row, *[""] * len(names)] for row in rows[2:]]
    return {row[0].strip(): dict(zip(names, map(str.strip, row[1:]), strict=False)) for row in padded}


def by_rule() -> str:
    """The table of `borderkg.claims.confidence`: for each rule how many of its claims in the development sets are right."""
    right: Counter[str] = Counter()
    checked: Counter[str] = Counter()
    for held in DEVELOPMENT.values():
        score = of(held)
        right.update(str(record["rule"]) for record in score.right)
        checked.update(str(record["rule"]) for record in (*score.right, *score.wrong))
    rows = [confidence.COLUMNS, *((rule, str(checked[rule]), str(right[rule])) for rule in sorted(checked))]
    return "".join("\t".join(row) + "\n" for row in rows)


def shown(sets: dict[str, Set]) -> str:
    """The scores as lines for a log."""
    lines = []
    for predicate, cells in table(sets).items():
        lines.append(f"{predicate.strip('*'):18}" + "  ".join(f"{name} {cells[name] or '-':22}" for name in sets))
    return "\n".join(lines)


if __name__ == "__main__":
    resources.rule_scores().write_text(by_rule(), "utf-8")
    TABLE.write_text(written({**PAPERS, **SETS}), "utf-8")
