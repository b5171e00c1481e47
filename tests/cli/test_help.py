"""Every command explains itself, with an example that is a command."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from borderkg.cli import cli
from borderkg.questions import catalogue
from tests.markdown import ROOT, commands, pages
from tests.running import borderkg, done


def of(command: click.Command, *path: str) -> Iterator[tuple[str, list[str]]]:
    """The examples in the help of a command and its subcommands: the line, and its arguments without remark and redirection."""
    for line in re.findall(r"^ +(borderkg .*)$", command.epilog or "", re.MULTILINE):
        yield line, shlex.split(re.split(r" +[(>]", line)[0])[1:]
    for name, inner in getattr(command, "commands", {}).items():
        yield from of(inner, *path, name)


EXAMPLES = list(of(cli))
MADE = ("build/", "claims.jsonl", "claims.csv", "graph.nq", "my.rq", "ports.csv", "linked.csv", "ports.sssom.tsv", "~")
"""What the examples write, or have of the reader's own."""
READING = ("ask", "audit", "conflicts", "diffusion", "lineage", "query", "show", "why")
"""Commands whose examples run on the demonstration in a moment."""


@pytest.mark.parametrize(("line", "arguments"), EXAMPLES, ids=[line for line, _ in EXAMPLES])
def test_an_example_is_a_command_as_it_stands(
    line: str, arguments: list[str], demo_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It parses, what it reads is in the repository, what it asks the catalogue knows; where that is quick, it runs."""
    name, *rest = arguments
    command = cli.commands[name]
    context = command.make_context(name, [*rest])
    while isinstance(command, click.Group):
        command = command.commands[rest.pop(0)]
        context = command.make_context(command.name, [*rest])
    if name == "ask" and context.params["question"]:
        catalogue.find(context.params["question"]).bindings(dict(p.split("=", 1) for p in context.params["parameters"]))
    for value in rest:
        if "/" in value and "://" not in value and not value.startswith(("../borderkg-", *MADE)):
            assert (ROOT / value).exists(), line
    if name in READING and "--endpoint" not in rest:
        (tmp_path / "build").mkdir()
        (tmp_path / "build" / "graph").symlink_to(demo_store)
        (tmp_path / "queries").symlink_to(ROOT / "queries")
        monkeypatch.chdir(tmp_path)
        result = CliRunner().invoke(cli, arguments)
        assert result.exit_code in (0, 3), (line, result.output, result.exception)
        assert result.stdout or "--output" in rest or "-o" in rest


def test_nothing_is_read_that_a_downloader_does_not_have() -> None:
    """Neither a help nor a page names the folder beside the repository in a command."""
    printed = [" ".join(words) for page in pages() for words in commands(page)]
    assert not [line for line in (*printed, *(line for line, _ in EXAMPLES)) if "../shared" in line]


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_help_says_what_and_shows_how(command: str) -> None:
    """A sentence, the options, and examples that begin with the command itself."""
    said = done(command, "--help")
    assert said.startswith(f"Usage: borderkg {command} ")
    examples = re.findall(rf"^ +borderkg {command}\b.*$", said.partition("Example")[2], re.MULTILINE)
    assert examples
    for example in examples:
        for option in re.findall(r"(?<!\S)(--?[a-z][a-z-]*)", example):
            assert option in said.partition("Options:")[2].partition("Example")[0]


def test_the_program_lists_its_commands() -> None:
    """Without a command the help is shown and the exit is non-zero; `--version` says which program this is."""
    alone = borderkg()
    assert alone.returncode == 2
    for command in cli.commands:
        assert re.search(rf"^  {command} ", alone.stderr, re.MULTILINE)
    assert done("-h").splitlines()[0] == "Usage: borderkg [OPTIONS] COMMAND [ARGS]..."
    assert re.fullmatch(r"borderkg, version \d+\.\d+\.\d+\n", done("--version"))


def test_the_commands_are_those_of_the_manual() -> None:
    """No command is lost."""
    assert set(cli.commands) >= {
        *(
            "build",
            "claims",
            "score",
            "check",
            "query",
            "ask",
            "lineage",
            "show",
            "explain",
            "serve",
            "export",
            "attach",
            "release",
        )
    }
