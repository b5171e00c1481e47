"""The catalogue of questions: one `.rq` a question, with a `#+` YAML header (grlc's convention), valid SPARQL as it stands.

    #+ summary: Which policies were issued in each round of opening
    #+ summary_zh: 各轮开放中发布的政策
    #+ sections:
    #+   "A paper by its title": 一（一）至（三）
    #+ parameters:
    #+   _province: {type: label, default: 云南省, description: a province by its name, description_zh: 省名}

A parameter is a variable whose name begins with an underscore; its value is bound by the engine, never pasted into text.
A label says with `of` what bears it, as the query would say it of that thing (`of: a bkg:Port`): by this its other names
are known (`borderkg.questions.meant`).
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox
import yaml

from borderkg import resources
from borderkg.errors import QuestionError
from borderkg.vocabulary import XSD

TOPICS: Final = "topics.yaml"
OTHERS: Final = ("其他", "Others")
"""The topic of questions that `topics.yaml` leaves out, in Chinese and English."""
_TYPES: Final = ("label", "text", "iri", "integer", "year")


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    type: str
    """`label` (a name in Chinese), `text`, `iri`, `integer`, `year`."""
    default: str
    description: str
    description_zh: str
    of: str = ""
    """What is said of the things whose name a label is, as `a bkg:Port`; empty where anything may be meant."""
    by_alias: bool = False
    """Whether the query finds these by their other names too."""


@dataclass(frozen=True, slots=True)
class Question:
    name: str
    """As `cq01-policies-by-round`."""
    summary: str
    summary_zh: str
    description: str
    parameters: tuple[Parameter, ...]
    query: str
    expected: Path | None
    """The answer over the five papers with the default parameters, as CSV."""
    sections: Mapping[str, str] = field(default_factory=dict)
    """Where the papers say it: the section by the title of the paper."""

    def as_dict(self) -> dict[str, Any]:
        """What a reader of the catalogue needs, as JSON has it."""
        fields = ("name", "summary", "summary_zh", "description", "query")
        return {field: getattr(self, field) for field in fields} | {"parameters": [asdict(p) for p in self.parameters]}

    def bindings(self, given: Mapping[str, str]) -> dict[str, ox.NamedNode | ox.Literal]:
        """The parameters as terms. Raises QuestionError for an unknown parameter or an ill-typed value."""
        known = {parameter.name: parameter for parameter in self.parameters}
        values = {p.name: p.default for p in self.parameters}
        for name, value in given.items():
            if name not in known:
                options = ", ".join(known) or "none"
                raise QuestionError(f"{self.name} has no parameter {name}; it has: {options}.")
            values[name] = value
        return {f"_{name}": _term(self.name, known[name], value) for name, value in values.items()}


def _term(question: str, parameter: Parameter, value: str) -> ox.NamedNode | ox.Literal:
    try:
        if parameter.type == "iri":
            return ox.NamedNode(value)
        if parameter.type == "integer":
            return ox.Literal(str(int(value)), datatype=ox.NamedNode(XSD + "integer"))
        if parameter.type == "year":
            if not re.fullmatch(r"\d{4}", value):
                raise ValueError(value)
            return ox.Literal(value, datatype=ox.NamedNode(XSD + "gYear"))
    except ValueError as error:
        raise QuestionError(f"{question}: {parameter.name} must be of type {parameter.type}, not {value!r}.") from error
    return ox.Literal(value, language="zh") if parameter.type == "label" else ox.Literal(value)


@cache
def load(folder: Path | None = None) -> dict[str, Question]:
    """The questions of a folder by name. Raises QuestionError naming the file where one is malformed."""
    folder = folder or resources.queries() / "competency"
    return {path.stem: _read(path) for path in sorted(folder.glob("*.rq"))}


@dataclass(frozen=True, slots=True)
class Topic:
    """What some questions of the catalogue are about, in Chinese and English."""

    zh: str
    en: str
    questions: tuple[str, ...]
    """The names of the questions, in the catalogue's order."""


@cache
def topics(folder: Path | None = None) -> tuple[Topic, ...]:
    """The topics of a catalogue (`topics.yaml` beside its questions), last those that it leaves out. Raises QuestionError
    where the file is malformed, or names a question that is not there or twice."""
    folder = folder or resources.queries() / "competency"
    path = folder / TOPICS
    numbers = {name.split("-")[0]: name for name in load(folder)}
    try:
        found = tuple(
            Topic(str(entry["zh"]), str(entry["en"]), tuple(numbers.pop(str(number)) for number in entry["questions"]))
            for entry in resources.read_yaml(path)
        )
    except (OSError, UnicodeDecodeError, yaml.YAMLError, TypeError) as error:
        raise QuestionError(f"{path}: expected a list of topics with zh, en and questions.") from error
    except KeyError as error:
        raise QuestionError(f"{path}: {error.args[0]} is missing, unknown, or named twice.") from error
    return (*found, Topic(*OTHERS, tuple(numbers.values()))) if numbers else found


def find(name: str) -> Question:
    """A question by its name or its number (`cq01`). Raises QuestionError with the known ones."""
    known = load()
    if name in known:
        return known[name]
    fitting = [question for key, question in known.items() if key.split("-")[0] == name]
    if len(fitting) == 1:
        return fitting[0]
    raise QuestionError(f"{name}: no such question. The catalogue has: {', '.join(known)}.")


def header(path: Path) -> tuple[dict[str, Any], str]:
    """The YAML header of a query file and its text. Raises QuestionError."""
    text = path.read_text("utf-8")
    lines = [line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+")]
    try:
        fields = yaml.safe_load("\n".join(lines)) or {}
    except yaml.YAMLError as error:
        raise QuestionError(f"{path}: its header is no YAML: {' '.join(str(error).split())}") from error
    if not isinstance(fields, dict):
        raise QuestionError(f"{path}: its header must be a mapping.")
    return fields, text


def _read(path: Path) -> Question:
    fields, text = header(path)
    for required in ("summary", "summary_zh"):
        if not fields.get(required):
            raise QuestionError(f"{path}: its header has no {required}.")
    parameters = []
    described = fields.get("parameters") or {}
    if not isinstance(described, dict):
        raise QuestionError(f"{path}: parameters must be a mapping.")
    for name, about in described.items():
        if not isinstance(about, dict):
            raise QuestionError(f"{path}: parameter {name}: expected its type, default and description.")
        kind = str(about.get("type", "text"))
        if kind not in _TYPES or not re.search(rf"\?{re.escape(str(name))}\b", text) or not str(name).startswith("_"):
            raise QuestionError(
                f"{path}: parameter {name}: needs a type of {', '.join(_TYPES)} and a variable ?{name}."
            )
        default, description, description_zh, of = (
            str(about.get(field, "")) for field in ("default", "description", "description_zh", "of")
        )
        by_alias = re.search(rf"skos:altLabel\s+\?{re.escape(name)}\b", text) is not None
        parameters.append(Parameter(name[1:], kind, default, description, description_zh, of, by_alias))
    expected = path.with_suffix(".csv")
    return Question(
        path.stem,
        str(fields["summary"]),
        str(fields["summary_zh"]),
        str(fields.get("description", "")),
        tuple(parameters),
        text,
        expected if expected.is_file() else None,
        {str(title): str(where) for title, where in (fields.get("sections") or {}).items()},
    )
