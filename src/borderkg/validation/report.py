"""What checking found: violations, each with what it concerns, and a report of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Violation:
    """`check` names what found it: the constraint of a shape, a hygiene query, expectations, a competency question.

    `severity` is Violation, Warning or Info.
    """

    check: str
    severity: str
    focus: str
    message: str
    path: str = ""
    value: str = ""
    message_zh: str = ""


@dataclass
class Report:
    violations: list[Violation] = field(default_factory=list)
    standing: int = 0
    """Of the gate: violations that stay in the graph, since no claim makes them."""

    def add(self, found: Sequence[Violation]) -> None:
        self.violations += found

    @property
    def errors(self) -> list[Violation]:
        return [v for v in self.violations if v.severity == "Violation"]

    @property
    def warnings(self) -> list[Violation]:
        return [v for v in self.violations if v.severity == "Warning"]

    @property
    def notes(self) -> list[Violation]:
        """What is worth knowing and no fault."""
        return [v for v in self.violations if v.severity == "Info"]
