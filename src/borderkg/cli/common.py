"""Options and output that commands share."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from borderkg.errors import BorderKGError
from borderkg.graph.place import Place, is_address

DEFAULT_STORE = Path("build/graph")


def store_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--store FOLDER`, the store to read or write."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path, file_okay=False),
        default=DEFAULT_STORE,
        show_default=True,
        help="The folder of the store.",
    )(function)


class _PlaceType(click.ParamType[Place]):
    """A folder, or the address of a server."""

    name = "folder or url"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Place:
        if isinstance(value, Path):
            return value
        if is_address(str(value)):
            return str(value)
        path = Path(str(value))
        if path.is_file():
            self.fail(f"Directory '{path}' is a file.", param, ctx)
        return path


def place_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--store FOLDER or URL`, the store to read."""
    return click.option(
        "--store",
        type=_PlaceType(),
        default=DEFAULT_STORE,
        show_default=True,
        help="The folder of the store, or the address of the SPARQL server that has it.",
    )(function)


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)


def print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def in_words(error: BorderKGError) -> str:
    """What an error says, in the language of the user."""
    return spoken(str(error), error.zh)


def spoken(en: str, zh: str) -> str:
    """Chinese where the environment asks for it (LC_ALL, LC_MESSAGES, LANG) and there are words, else English."""
    asked = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return zh if zh and asked.startswith("zh") else en


def write_bytes(data: bytes, output: Path | None) -> None:
    """To a file, in one step, or to standard output."""
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    temporary = output.with_name(f".{output.name}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(output)
    except OSError as error:
        raise BorderKGError(f"{output}: cannot be written: {error.strerror}. Give another file: -o FILE") from error


def bom_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--bom`, beside `--format csv`."""
    said = "Begin CSV with a byte-order mark, so that Excel reads its Chinese."
    return click.option("--bom", is_flag=True, help=said)(function)


def refuse_bom_but_for_csv(form: str | None, *, bom: bool) -> None:
    """Raise UsageError where a byte-order mark is asked for before anything but CSV."""
    if bom and form != "csv":
        raise click.UsageError("--bom is for CSV alone. Give --format csv too.")


def refuse_on_a_terminal(form: str, output: Path | None) -> None:
    """Raise UsageError where the bytes of a PDF would be printed to a terminal, which shows them as signs without sense."""
    if form == "pdf" and output is None and sys.stdout.isatty():
        raise click.UsageError("A PDF is not for a terminal. Give a file: --output FILE.")


def read_text(path: Path, error: type[BorderKGError]) -> str:
    """A file that the user names, as text. Raises the given error where it is missing or no UTF-8."""
    try:
        return path.read_text("utf-8")
    except FileNotFoundError as fault:
        raise error(f"{path}: no such file.") from fault
    except UnicodeDecodeError as fault:
        raise error(f"{path}: not UTF-8 (byte {fault.start}). Save it as UTF-8.") from fault


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar with the time left, on standard error; quiet where that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield report
