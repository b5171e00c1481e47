"""Every command explains itself, with an example that is a command."""

import re

import pytest

from borderkg.cli import cli
from tests.running import borderkg, done


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
