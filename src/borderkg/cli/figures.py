"""The options of a lineage's figure."""

from collections.abc import Callable
from typing import Any

import click


def figure_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a lineage's figure, which the command gets as `lanes`, `periods`, `language`, `width`."""
    options = (
        click.option("--lanes", type=click.Choice(["level", "platform"]), default="level", show_default=True),
        click.option("--periods", default="", metavar="SOURCE", help="Behind the figure, the periods of this source."),
        click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True),
        click.option("--width", type=click.IntRange(420, 8000), default=971, show_default=True, help="In pixels."),
    )
    for option in reversed(options):
        function = option(function)
    return function
