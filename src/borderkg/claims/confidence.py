"""How well each rule reads: how many of the claims that it read in the development sets were right.

The counts stand in `data/rule-scores.tsv`, which `python -m tests.scores` writes from the sets of `tests/dev` as
`borderkg.claims.scoring` judges them: a claim with a modality, and one of a property that the gold leaves out, is not judged.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from borderkg import resources
from borderkg.errors import RuleError

COLUMNS = ("rule", "checked", "right")


def succession(right: int, checked: int) -> float:
    """The chance that the next is right, when so many of those checked were: (right + 1) / (checked + 2).

    Laplace's rule of succession (Laplace 1814, Essai philosophique sur les probabilités): few that were checked give a low
    figure, none at all 0.5."""
    return (right + 1) / (checked + 2)


@dataclass(frozen=True, slots=True)
class Checked:
    """How many claims of a rule were checked, at least one, and how many of them were right."""

    checked: int
    right: int

    @property
    def confidence(self) -> float:
        """Between 0 and 1, neither of them, to three places."""
        return round(succession(self.right, self.checked), 3)


@cache
def load(path: Path | None = None) -> dict[str, Checked]:
    """The counts by the rule's id; a rule of which nothing was checked is not there. Raises RuleError with file and line."""
    path = path or resources.rule_scores()
    found: dict[str, Checked] = {}
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: cannot be read as UTF-8 ({error}); python -m tests.scores writes it anew.") from error
    for number, row in enumerate(csv.reader(lines, delimiter="\t"), 1):
        if number == 1 and tuple(row) == COLUMNS:
            continue
        counts = _counts(row)
        if number == 1 or counts is None or row[0] in found:
            raise RuleError(
                f"{path}, line {number}: expected a rule, each once, how many of its claims were checked and how many of "
                f"them were right, below the heads {', '.join(COLUMNS)}; python -m tests.scores writes it anew."
            )
        found[row[0]] = counts
    return found


def _counts(row: list[str]) -> Checked | None:
    if len(row) != len(COLUMNS) or not all(cell.isascii() and cell.isdigit() for cell in row[1:]):
        return None
    checked, right = map(int, row[1:])
    return Checked(checked, right) if row[0] and 0 <= right <= checked and checked else None
