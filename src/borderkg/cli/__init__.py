"""The command line: commands of a few lines over the same functions that the API and the server use."""

import sys

import click

from borderkg import __version__
from borderkg.cli import building, checking, disagreeing, explaining, lineage, publishing, reading, reconciling, serving
from borderkg.cli.common import in_words
from borderkg.errors import BorderKGError

_EXAMPLES = """
\b
Examples:
  borderkg build data/corpus --store build/graph
  borderkg ask cq03 --store build/graph
  borderkg show 满洲里口岸
  borderkg query "SELECT ?p WHERE { ?p a bkg:Port }" --format csv
  borderkg serve --store build/graph
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EXAMPLES)
@click.version_option(__version__, prog_name="borderkg")
def cli() -> None:
    """A sourced knowledge graph of China's border opening, populated from Chinese texts.

    沿边开放知识图谱：从中文文献中抽取、可溯源、可查询。
    """


for _command in (
    *building.COMMANDS,
    *reading.COMMANDS,
    *lineage.COMMANDS,
    *explaining.COMMANDS,
    *checking.COMMANDS,
    *disagreeing.COMMANDS,
    *reconciling.COMMANDS,
    *serving.COMMANDS,
    *publishing.COMMANDS,
):
    cli.add_command(_command)


def main() -> None:
    """Run the command line; what a user can mend is one line on standard error and a non-zero exit."""
    try:
        # Commands return nothing; what click returns here is the code of an Exit that one raised.
        sys.exit(cli(prog_name="borderkg", standalone_mode=False))
    except click.exceptions.Abort:
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "borderkg"
        click.echo(f"{command}: {' '.join(error.format_message().split())} Try: {command} --help", err=True)
        sys.exit(error.exit_code)
    except BorderKGError as error:
        click.echo(f"borderkg: {in_words(error)}", err=True)
        sys.exit(1)
    except BrokenPipeError:  # the reader of a pipe has gone: `borderkg claims | head`
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # a file or folder that no stage foresaw: no permission, a full disk
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"borderkg: {where}{error.strerror or error}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
