"""lineage, diffusion."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from borderkg.cli import figures
from borderkg.cli.common import json_option, place_option, print_json, refuse_on_a_terminal, write_bytes
from borderkg.graph.place import Place

if TYPE_CHECKING:
    from borderkg.lineage.graph import Lineage
    from borderkg.questions.lineages import Answer

_FORMATS: Final = ("table", "json", "csv", "dot", "mermaid", "graphml", "gexf", "cytoscape", "svg", "pdf", "html")
_MARKS: Final = {"certain": "", "possible": "?", "ended": "†", "unknown": "·"}
"""How a thing stood on the day that was asked for."""


def _words(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """An option that may be given twice, or once with commas."""
    del context, parameter
    return tuple(part.strip() for given in value for part in given.split(",") if part.strip())


@click.command(
    epilog="""
\b
Examples:
  borderkg lineage 国务院 --depth 1
  borderkg lineage 兴边富民行动 --stated-only --format mermaid
  borderkg lineage “一带一路”倡议 --as-of 2016 --relations implements,elaborates
  borderkg lineage 西部大开发战略 --to 内蒙古自治区
"""
)
@click.argument("name")
@click.option("--to", default="", metavar="NAME", help="The paths between the two, and what both came from.")
@click.option(
    "--as-of", default="", metavar="DATE", help="Only what there was, or may have been, on the last day of it."
)
@click.option("--known-by", default="", metavar="DATE", help="Only hops that a source of this date or before states.")
@click.option("--relations", multiple=True, callback=_words, metavar="NAMES", help="Only these, with commas between.")
@click.option("--level", "levels", multiple=True, callback=_words, metavar="NAMES", help="national, provincial, …")
@click.option("--period", default="", metavar="NAME", help="A period by its name, or years as 1992/2006.")
@click.option("--region", default="", metavar="NAME", help="Leave out what lies or applies elsewhere.")
@click.option("--source", default="", metavar="NAME", help="Only hops that this document states or that rest on it.")
@click.option("--stated-only", is_flag=True, help="Leave out what rules infer.")
@click.option("--backwards", "direction", flag_value="back", help="Only what it came from.")
@click.option("--forwards", "direction", flag_value="on", help="Only what came of it.")
@click.option("--depth", type=click.IntRange(1, 100), help="Hops to follow at most.  [default: 2; 8 with --to]")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead of standard output.")
@figures.figure_options
@place_option
@json_option
def lineage(
    name: str,
    to: str,
    as_of: str,
    known_by: str,
    relations: tuple[str, ...],
    levels: tuple[str, ...],
    period: str,
    region: str,
    source: str,
    stated_only: bool,
    direction: str | None,
    depth: int | None,
    form: str,
    output: Path | None,
    store: Place,
    as_json: bool,
    **figure: Any,
) -> None:
    """What came of an entity and what it came from: policies, bodies, platforms, places.

    ┄ marks what a named rule infers; all else a text states.
    """
    import json

    from borderkg.api import open_graph
    from borderkg.figures import drawn
    from borderkg.lineage import exports, moments
    from borderkg.questions.lineages import Question

    refuse_on_a_terminal(form, output)
    depth = depth or (None if to else 2)
    question = Question(
        name, to, as_of, known_by, relations, levels, period, region, source, stated_only, direction or "both", depth
    )
    graph = open_graph(store)
    if form in drawn.FORMATS:  # the figure shows the day as a line, and what is not in force as pale
        part = graph.lineages.ask(replace(question, as_of="")).graph
        day = moments.day(as_of).last if as_of else ""
        title = f"{name}：政策谱系" if figure["language"] == "zh" else f"Policy lineage: {name}"
        write_bytes(drawn.lineage_figure(part, graph.store, form, title=title, as_of=day, **figure), output)
        return
    answer = graph.lineages.ask(question)
    if as_json or form == "json":
        text = json.dumps(answer.as_dict(), ensure_ascii=False, indent=1) + "\n"
    elif form == "table":
        text = "\n".join(_table(answer, name)) + "\n"
    else:
        write_bytes(exports.written(answer.graph, form), output)
        return
    write_bytes(text.encode(), output)


def _table(answer: "Answer", name: str) -> list[str]:
    """What a terminal shows: the hops backwards and forwards, or the paths between two."""
    from borderkg.lineage import lag

    graph = answer.graph
    if answer.start not in graph:
        return [f"{name}: no text states where it comes from or what came of it, and no rule infers it."]
    if answer.to:
        return _paths(answer)
    lines = []
    for title, back in (("comes from", True), ("leads to", False)):
        hops = _tree(graph, answer.start, answer.depth, back=back)
        if hops and answer.direction in ("both", "back" if back else "on"):
            lines += [f"{graph.nodes[answer.start]['label']} {title}:", *hops]
    for found in lag.lags(graph):
        lines.append(
            f"from the centre to {found.level} {found.type}: median {found.days:g} days "
            f"({found.least:g}–{found.most:g}), n = {found.n}"
        )
    return lines or [f"{graph.nodes[answer.start]['label']}: nothing that was asked for leads to it or came of it."]


def _tree(graph: "Lineage", start: str, depth: int | None, *, back: bool) -> list[str]:
    """The hops by distance from the start, one a line."""
    distance = {start: 0, **(graph.ancestors(start, depth) if back else graph.descendants(start, depth))}
    lines = []
    for near, hops in sorted(distance.items(), key=lambda e: (e[1], e[0])):
        if depth is not None and hops >= depth:
            continue
        for one, other, data in graph.hops_of(near, back=back):
            far = one if back else other
            arrow = ("←" if back else "→") if not data["inferred"] else ("⇠" if back else "⇢")
            what = (
                f"[{len(data['claims'])}]" if not data["inferred"] else f"┄ {data['rule']} ({data['confidence']:.2f})"
            )
            conflict = "  ! sources differ" if data["conflict"] else ""
            planned = "  planned" if data["planned"] else ""
            lines.append(
                f"{'  ' * (hops + 1)}{_shown(graph, near)} {arrow} {data['relation']} {arrow} {_shown(graph, far, date=True)}"
                f"  {what}{planned}{conflict}"
            )
    return lines


def _paths(answer: "Answer") -> list[str]:
    graph = answer.graph
    lines = [" → ".join(_shown(graph, node, date=True) for node in path) for path in answer.paths]
    if not lines:
        lines = ["no path leads from one to the other."]
    if not answer.complete:
        lines.append(f"(the first {len(answer.paths)} paths; there are more)")
    if answer.origins:
        lines.append(
            "both come from: " + "、".join(_shown(graph, node, date=True) for node in answer.origins if node in graph)
        )
    return lines


def _shown(graph: "Lineage", iri: str, *, date: bool = False) -> str:
    data = graph.nodes[iri]
    founded = data["type"] == "Organization"  # long before the hop that its name stands in
    printed = f" ({data['date']})" if date and data["date"] and not founded else ""
    return f"{data['label']}{_MARKS.get(data.get('standing', 'certain'), '')}{printed}"


@click.command(
    epilog="\b\nExamples:\n  borderkg diffusion 重点开发开放试验区\n  borderkg diffusion 边境贸易 --format csv\n"
)
@click.argument("name")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json", "svg", "pdf"]), default="table", show_default=True
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the figure to this file.")
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Of the figure.")
@place_option
@json_option
def diffusion(name: str, form: str, output: Path | None, language: str, store: Place, as_json: bool) -> None:
    """How a platform type or a subject of policy spread: who came first, which province when, how many days after."""
    from borderkg.api import open_graph
    from borderkg.figures import drawn
    from borderkg.questions import results

    refuse_on_a_terminal(form, output)
    graph = open_graph(store)
    spread = graph.diffusion(name)
    if form in drawn.FORMATS:
        write_bytes(drawn.diffusion_figure(spread, graph.store, form, language=language), output)
        return
    if as_json or form == "json":
        print_json(spread.as_dict())
        return
    columns = ("date", "province_label", "label", "least", "most")
    rows = [[_cell(getattr(adopter, column)) for column in columns] for adopter in spread.adopters]
    header = ["date", "province", "name", "days after the first, at least", "at most"]
    if form == "csv":
        import csv
        import sys

        csv.writer(sys.stdout, lineterminator="\n").writerows([header, *rows])
        return
    click.echo(f"{spread.label} ({spread.label_en}): {len({a.iri for a in spread.adopters})}")
    click.echo(results.table(header, rows))
    provinces = [
        [p["label"] or "—", _cell(p["first"]), _cell(p["least"]), _cell(p["most"]), str(p["number"]), str(p["undated"])]
        for p in spread.provinces()
    ]
    click.echo("\n" + results.table(["province", "first", "least", "most", "number", "undated"], provinces))


def _cell(value: object) -> str:
    return "" if value is None else str(value)


COMMANDS = (lineage, diffusion)
