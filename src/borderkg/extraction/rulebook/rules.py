"""Rules as data: `data/rules/phases.yaml` names the files in order, each file holds the rules of one relation family.

A rule has a `name`, a `note`, a `pattern`, and either `claims` (what it states) or `mention` (the label of the name
that it composes). `examples` and `counterexamples` are run as tests, each under its own id. A rule that names a
predicate or a type that the ontology lacks does not load. `lexicon.yaml` holds the lists of words that patterns name,
`expressions.yaml` the regular expressions that tell modality and the form of problems and measures.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from borderkg import resources, schema
from borderkg.errors import RuleError
from borderkg.extraction.rulebook.patterns import Pattern, compile_pattern
from borderkg.extraction.rulebook.wordlists import expanded
from borderkg.extraction.span import LABELS
from borderkg.vocabulary import ENTITY_TYPES

LEXICON: Final = "lexicon.yaml"
EXPRESSIONS: Final = "expressions.yaml"
ROLES: Final = frozenset({"when", "who", "period", "document", "act", "plan", "issued", "issuer", "held"})
"""Filled from the context: the date that governs the clause, the body that acted last, the period of the section,
the text itself, the official document that the text is, what that issues (itself, where it issues nothing), the bodies
that issued it, and the day of the meeting that the sentence before tells of."""

COMPOSED: Final = {"Revision": "Policy", "Government": "Organization", "Area": "Region"}
"""Ways to read a slot that are no types: a law as revised, the government of a place, the place of a government."""


@dataclass(frozen=True, slots=True)
class Role:
    """One side of a claim template: a slot, read as a type (`Port:place`), composed with a kind (`place/kind`), or one
    end of a span of years (`years.start`)."""

    slot: str
    type: str = ""
    kind: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    subject: Role
    predicate: str
    object: Role
    pairwise: bool
    """`分别`, `先后`: the first with the first, the second with the second."""


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    claims: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    """`file::name`."""
    note: str
    patterns: tuple[Pattern, ...]
    templates: tuple[Template, ...]
    mention: str
    event: bool
    """States that something happened, so that 拟, 建议, 尚未 before it matter; a name states what it is in any case."""
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]
    overlapping: bool = False
    """One match may begin inside another: 云南（2016年）、广西（2017年）等地出台…规划."""


@dataclass(frozen=True, slots=True)
class RuleBook:
    names: tuple[Rule, ...]
    """Rules that compose names, in order."""
    relations: tuple[Rule, ...]
    lexicon: dict[str, tuple[str, ...]]
    """The lists that patterns name as <word>: every word of them."""
    expressions: dict[str, tuple[str, ...]]
    """How a text says that something is planned, proposed or denied; the form of problems and measures."""

    @property
    def all(self) -> tuple[Rule, ...]:
        return self.names + self.relations


def _read(path: Path) -> Any:
    try:
        return resources.read_yaml(path)
    except FileNotFoundError as error:
        raise RuleError(f"{path}: missing") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not readable as YAML: {' '.join(str(error).split())}") from error


def _twice(words: Sequence[str]) -> list[str]:
    return sorted(word for word, times in Counter(words).items() if times > 1)


def _lists(path: Path) -> dict[str, tuple[str, ...]]:
    """The lists of a file, each as it is written."""
    lists = {name: tuple(map(str, words)) for name, words in _read(path).items()}
    for name, words in lists.items():
        if twice := _twice(words):
            raise RuleError(f"{path}: {name}: more than once: {', '.join(twice)}")
    return lists


@cache
def load(folder: Path | None = None) -> RuleBook:
    """Read and compile all rules. Raises RuleError naming file and rule."""
    folder = folder or resources.rules()
    phases = _read(folder / "phases.yaml")
    lexicon = {name: expanded(words, f"{folder / LEXICON}: {name}") for name, words in _lists(folder / LEXICON).items()}
    names: list[Rule] = []
    relations: list[Rule] = []
    for phase in ("names", "relations"):
        for stem in phases[phase]:
            for entry in _read(folder / f"{stem}.yaml")["rules"]:
                rule = _rule(f"{stem}::{entry.get('name', '?')}", entry, lexicon)
                (names if rule.mention else relations).append(rule)
    if twice := _twice([rule.id for rule in (*names, *relations)]):
        raise RuleError(f"{folder}: rules of one name: {', '.join(twice)}")
    return RuleBook(tuple(names), tuple(relations), lexicon, _lists(folder / EXPRESSIONS))


_FIELDS: Final = {"name", "note", "pattern", "claims", "mention", "kind", "examples", "counterexamples", "overlapping"}


def _rule(rule_id: str, entry: Mapping[str, Any], lexicon: Mapping[str, tuple[str, ...]]) -> Rule:
    if unknown := sorted(set(entry) - _FIELDS):
        raise RuleError(f"{rule_id}: unknown field {', '.join(unknown)}")
    sources = entry["pattern"] if isinstance(entry["pattern"], list) else [entry["pattern"]]
    patterns = tuple(compile_pattern(source, lexicon, rule_id) for source in sources)
    mention = str(entry.get("mention", ""))
    if mention and mention not in LABELS:
        raise RuleError(f"{rule_id}: no label {mention}")
    templates = tuple(_template(rule_id, text, patterns) for text in entry.get("claims", ()))
    if bool(mention) == bool(templates):
        raise RuleError(f"{rule_id}: give either claims or a mention")
    examples = tuple(
        Example(str(e["text"]), tuple((str(s), str(p), str(o)) for s, p, o in e["claims"]))
        for e in entry.get("examples", ())
    )
    return Rule(
        rule_id,
        str(entry.get("note", "")),
        patterns,
        templates,
        mention,
        entry.get("kind", "event") == "event",
        examples,
        tuple(map(str, entry.get("counterexamples", ()))),
        bool(entry.get("overlapping", False)),
    )


def _template(rule_id: str, text: str, patterns: tuple[Pattern, ...]) -> Template:
    words = text.split()
    pairwise = words[-1:] == ["pairwise"]
    words = words[:3] if pairwise else words
    if len(words) != 3:
        raise RuleError(f"{rule_id}: a claim is 'subject predicate object', not {text!r}")
    subject, predicate, obj = _role(words[0]), words[1], _role(words[2])
    ontology = schema.load()
    if predicate not in ontology.properties:
        raise RuleError(f"{rule_id}: the ontology has no property {predicate}")
    for role in (subject, obj):
        for slot in filter(None, (role.slot, role.kind)):
            if slot not in ROLES and not any(slot in pattern.slots for pattern in patterns):
                raise RuleError(f"{rule_id}: no slot {slot} in the pattern")
        if role.type and role.type not in (*ENTITY_TYPES, *COMPOSED):
            raise RuleError(f"{rule_id}: no type {role.type}")
    types = [COMPOSED.get(role.type, role.type) for role in (subject, obj)]
    if all(types) and not ontology.accepts(predicate, *types):
        raise RuleError(f"{rule_id}: {predicate} does not join {subject.type} and {obj.type}")
    return Template(subject, predicate, obj, pairwise)


def _role(word: str) -> Role:
    kind, _, rest = word.rpartition(":")
    slot, _, composed = rest.partition("/")
    slot, _, end = slot.partition(".")
    return Role(slot, kind, composed, end)
