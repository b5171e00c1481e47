"""Where the ontology's terms are used: the questions, the shapes and the rules that name one."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from borderkg import resources

_SHAPE: Final = re.compile(r"^bksh:([\w-]+)", re.MULTILINE)
_CODE: Final = Path(__file__).parents[1] / "extraction"


class Uses:
    """Of an ontology folder: its shapes; the questions and rules are those of the program."""

    def __init__(self, ontology: Path) -> None:
        self._ontology = ontology

    def questions(self, term: str) -> tuple[str, ...]:
        """The questions and hygiene queries that name a term, as `bkg:Port`."""
        return _naming(_word(term), self._questions)

    def shapes(self, term: str) -> tuple[str, ...]:
        """The node shapes that name a term, each with its file, as `port::PortShape`."""
        return _naming(_word(term), self._shapes)

    def rules(self, term: str) -> tuple[str, ...]:
        """The rules that read a term, as `ports::a port is of a kind`, and the modules of the extraction that do without a
        rule file, as `extraction/instruments.py`. Rules name terms of the ontology without prefix."""
        local = term.partition(":")[2] if term.startswith("bkg:") else term
        return _naming(_word(local), self._rules) + _naming(re.compile(f'"{re.escape(local)}"'), self._code)

    @cached_property
    def _questions(self) -> dict[str, str]:
        return {path.stem: path.read_text("utf-8") for path in sorted(resources.queries().glob("**/*.rq"))}

    @cached_property
    def _shapes(self) -> dict[str, str]:
        files = sorted((self._ontology / "shapes").glob("*.ttl"))
        return {f"{path.stem}::{name}": text for path in files for name, text in _parts(path.read_text("utf-8"))}

    @cached_property
    def _rules(self) -> dict[str, str]:
        return {
            f"{path.stem}::{rule['name']}": _read_by(rule)
            for path in sorted(resources.rules().glob("*.yaml"))
            for rule in resources.read_yaml(path).get("rules", ())
        }

    @cached_property
    def _code(self) -> dict[str, str]:
        return {
            f"extraction/{path.relative_to(_CODE)}": path.read_text("utf-8") for path in sorted(_CODE.rglob("*.py"))
        }


def _read_by(rule: Mapping[str, Any]) -> str:
    """What a rule says in terms of the ontology: all but its examples and its note."""
    return str(
        {key: value for key, value in rule.items() if key not in ("examples", "counterexamples", "note", "name")}
    )


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The shapes of a file by name."""
    starts = [(found[1], found.start()) for found in _SHAPE.finditer(text)]
    for (name, start), (_, end) in zip(starts, [*starts[1:], ("", len(text))], strict=True):
        yield name, text[start:end]


def _word(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w:-]){re.escape(term)}(?![\w-])")


def _naming(word: re.Pattern[str], texts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for name, text in texts.items() if word.search(text))
