"""The parameters of an address: each with its type and limits, read from a request and described as JSON Schema.

What is read and what is described come from the same fields, so that the description is true.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse

from borderkg.errors import BorderKGError
from borderkg.questions import results
from borderkg.server.problems import problem

_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")


class ParameterError(BorderKGError):
    """A parameter of a request is unknown, given twice, missing, or not of its type."""

    def __init__(self, parameter: str, message: str, zh: str) -> None:
        super().__init__(message, zh)
        self.parameter = parameter


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: a text of limited length, or an integer within bounds."""

    name: str
    description: str
    default: str | int | None = None
    """What holds where it is not given; None: nothing does."""
    integer: bool = False
    least: int = 0
    """The smallest integer, or the fewest characters."""
    most: int = 200
    """The largest integer, or the most characters."""
    pattern: str = ""
    """What the whole text must be, as a regular expression of Python's and of JavaScript's."""
    choices: tuple[str, ...] = ()
    example: str | int | None = None
    required: bool = False

    @property
    def schema(self) -> dict[str, Any]:
        """The type and its limits as JSON Schema."""
        if self.integer:
            schema: dict[str, Any] = {"type": "integer", "minimum": self.least, "maximum": self.most}
        elif self.choices:
            schema = {"type": "string", "enum": list(self.choices)}
        else:
            schema = {"type": "string", "minLength": self.least, "maxLength": self.most}
            if self.pattern:
                schema["pattern"] = f"^(?:{self.pattern})$"
        return schema if self.default is None else {**schema, "default": self.default}

    @property
    def described(self) -> dict[str, Any]:
        """The parameter as OpenAPI has it."""
        described: dict[str, Any] = {"name": self.name, "in": "query", "description": self.description}
        described |= {"required": self.required, "schema": self.schema}
        return described if self.example is None else {**described, "example": self.example}

    def read(self, text: str) -> str | int:
        """The value of a text. Raises ParameterError where it is not of the type."""
        if self.integer:
            if not _INTEGER.fullmatch(text) or not self.least <= int(text) <= self.most:
                bounds = self.least, self.most
                raise self._wrong(text, "an integer from {} to {}".format(*bounds), "{} 至 {} 的整数".format(*bounds))
            return int(text)
        if self.choices and text not in self.choices:
            raise self._wrong(text, f"one of {', '.join(self.choices)}", f"{'、'.join(self.choices)} 之一")
        if not self.choices and not self.least <= len(text) <= self.most:
            bounds = self.least, self.most
            raise self._wrong(text, "a text of {} to {} characters".format(*bounds), "{} 至 {} 个字符".format(*bounds))
        if self.pattern and not re.fullmatch(self.pattern, text):
            raise self._wrong(text, f"of the form {self.pattern}", f"{self.pattern} 的形式")
        return text

    def _wrong(self, text: str, expected: str, expected_zh: str) -> ParameterError:
        shown = text if len(text) <= 40 else f"{text[:40]}…"
        return ParameterError(
            self.name,
            f"{self.name} must be {expected}, not {shown!r}.",
            f"参数 {self.name} 应为 {expected_zh}，而不是“{shown}”。",
        )


def limit(default: int, most: int) -> Parameter:
    """How many rows a page has."""
    return Parameter("limit", "Rows of a page. 每页行数。", default, integer=True, least=1, most=most)


BOM: Final = Parameter(
    "bom",
    "true begins CSV with a byte-order mark, so that Excel reads its Chinese. CSV 前加字节顺序标记，以便 Excel 正确显示中文。",
    choices=("true", "false"),
)
OFFSET: Final = Parameter("offset", "Rows to pass over. 跳过的行数。", 0, integer=True, most=1_000_000)


def mark(asked: object) -> str:
    """What stands before a CSV for whom a value of `BOM` asked so."""
    return results.BOM if asked == "true" else ""


def read(request: Request, parameters: Sequence[Parameter]) -> dict[str, Any]:
    """The values by name, with the defaults. Raises ParameterError, which names the parameter at fault."""
    known = {parameter.name: parameter for parameter in parameters}
    given: dict[str, str] = {}
    for name, text in request.query_params.multi_items():
        if name not in known:
            named = name[:60]
            raise ParameterError(
                named,
                f"{named}: no such parameter; there are: {', '.join(known) or 'none'}.",
                f"{named}：没有这个参数；可用：{'、'.join(known) or '无'}。",
            )
        if name in given:
            raise ParameterError(name, f"{name}: given twice; once is enough.", f"{name}：参数重复。")
        given[name] = text
    values: dict[str, Any] = {}
    for name, parameter in known.items():
        if name in given:
            values[name] = parameter.read(given[name])
        elif parameter.required:
            raise ParameterError(
                name, f"{name}: missing; give it as {name}=….", f"缺少参数 {name}：请以 {name}=… 给出。"
            )
        else:
            values[name] = parameter.default
    return values


def refusal(error: ParameterError) -> JSONResponse:
    """The problem for a parameter at fault, which it names."""
    return problem("parameter", str(error), error.zh, parameter=error.parameter)


def address(request: Request, **changed: object) -> str:
    """The address of the same request with some parameters changed, without the host."""
    return str(request.url.include_query_params(**changed).replace(scheme="", netloc=""))
