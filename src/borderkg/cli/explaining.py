"""explain, why."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from borderkg.cli.common import json_option, place_option, print_json, store_option
from borderkg.errors import BorderKGError
from borderkg.graph.place import Place

if TYPE_CHECKING:
    from borderkg.api import KnowledgeGraph
    from borderkg.graph.proofs import Proof
    from borderkg.rereading import Explanation


@click.command(
    epilog="""
\b
Examples:
  borderkg explain 满洲里口岸 counterpart
  borderkg explain 国务院 establishes --limit 1 --json
"""
)
@click.argument("name")
@click.argument("predicate", required=False, default="")
@click.option("--limit", type=click.IntRange(1), default=3, show_default=True, help="Claims to explain at most.")
@store_option
@json_option
def explain(name: str, predicate: str, limit: int, store: Path, as_json: bool) -> None:
    """Explain the claims about the entity NAME: the text, the spans marked in it, the rule, the links.

    The texts are read again, so they must be at hand (borderkg attach FOLDER).
    """
    from borderkg.api import open_graph

    graph = open_graph(store)
    explained = _explained(graph, name, predicate, limit)
    if as_json:
        print_json([entry.as_dict() for entry in explained])
        return
    for entry in explained:
        _print(entry)


def _explained(graph: "KnowledgeGraph", name: str, predicate: str, limit: int) -> "list[Explanation]":
    """The explanations of an entity's claims, in the order in which `show` prints them."""
    from borderkg.rereading import Reread

    entity = graph.find(name)
    statements = [s for s in graph.statements(entity.iri) if predicate in ("", s.predicate)]
    if not statements:
        raise BorderKGError(f"{name}: no claim{f' of {predicate}' if predicate else ''}. Try: borderkg show {name}")
    names = {
        str(row["hash"]): str(row["name"])
        for row in graph.query("SELECT ?hash ?name { ?d bkg:textHash ?hash ; bkg:fileName ?name }")
    }
    texts: dict[str, Reread] = {}
    explained: list[Explanation] = []
    for statement in statements:
        place = next(e for e in statement.evidence if e.primary)
        if len(explained) == limit:
            break
        if place.sha256 not in texts:
            path = graph.texts.file(place.sha256)
            if path is None:
                continue
            texts[place.sha256] = Reread.of_file(path, names[place.sha256])
        text = texts[place.sha256]
        for claim in text.claims:
            ends = [e.iri for e in (claim.subject_entity, claim.object_entity) if e]
            if (
                claim.predicate == statement.predicate
                and (claim.start, claim.end) == (place.start, place.end)
                and statement.subject in ends
                and (statement.object in ends or not claim.object_entity)
            ):
                explained.append(text.explain(claim))
    if not explained:
        raise BorderKGError(
            f"{name}: the texts behind its claims are not at hand, or have changed. Try: borderkg attach FOLDER"
        )
    return explained


def _print(entry: "Explanation") -> None:
    claim = entry.claim
    detail = " ".join(filter(None, (claim.indicator, claim.time, claim.unit)))
    click.echo(f"\n{claim.subject} — {claim.predicate}{f' ({detail})' if detail else ''} — {claim.object}")
    click.echo(f"  text    {claim.source} [{claim.start}–{claim.end}]")
    if entry.sentence:
        click.echo(f"          {entry.sentence.text}")
        for span in entry.sentence.spans:
            meant = "|".join(span.individuals)
            back = ", ".join(f"{text} [{at[0]}–{at[1]}]" for text, at in span.refers_to)
            known = " → ".join(filter(None, (span.found_by, meant, back)))
            click.echo(f"  span    {span.text}  {span.label}  {known}")
    else:
        click.echo("          (the cell of a table)")
    click.echo(f"  rule    {claim.rule}")
    if entry.rule:
        click.echo(f"          {entry.rule.note}")
        click.echo(f"          {entry.rule.pattern}")
        click.echo(f"          matches {entry.rule.matched}")
    for side, linked in (("subject", claim.subject_entity), ("object", claim.object_entity)):
        if linked:
            click.echo(f"  {side:7} {linked.name} <{linked.iri}> ({linked.reason})")
    said_by = f", said by {claim.attribution}" if claim.attribution else ""
    click.echo(f"  said    {claim.modality or 'asserted'}{said_by}; its names and numbers stand in its evidence")
    for label, places in (("context", claim.context), ("also at", claim.also_at)):
        if places:
            click.echo(f"  {label} {', '.join(f'[{start}–{end}]' for start, end in places)}")


@click.command(
    epilog="""
\b
Examples:
  borderkg why 满洲里口岸 locatedIn 中国
  borderkg why 国务院 concerns 云南省 --json
"""
)
@click.argument("subject")
@click.argument("predicate")
@click.argument("object", metavar="OBJECT")
@place_option
@json_option
def why(subject: str, predicate: str, object: str, store: Place, as_json: bool) -> None:
    """Prove a triple, stated or inferred: by which axioms it follows, down to the passages that state what it rests on.

    SUBJECT and OBJECT are names or IRIs (OBJECT may be a value), PREDICATE a property's name, label or IRI.
    """
    from borderkg.api import open_graph

    graph = open_graph(store)
    proof = graph.why(subject, predicate, object)
    if as_json:
        print_json(graph.described(proof))
        return
    _print_proof(graph, proof, 0)


_EVIDENCE: Final = 3
"""Claims whose passages are printed for one triple."""

_RESTS_ON: Final = {
    "stated": "stated by {} of the claims",
    "named": "named so by {} of the claims",
    "reference": "held by the reference data",
    "asserted": "written by the build, about itself",
}


def _print_proof(graph: "KnowledgeGraph", proof: "Proof", depth: int) -> None:
    margin = "  " * depth
    click.echo(margin + " — ".join(graph.shown(term) for term in proof.triple))
    if proof.premises:
        click.echo(f"{margin}  follows by {proof.rule}: {proof.axiom}")
        for premise in proof.premises:
            _print_proof(graph, premise, depth + 1)
        return
    click.echo(f"{margin}  {_RESTS_ON[proof.rule].format(len(proof.claims))}")
    for statement in graph.stating(proof)[:_EVIDENCE]:
        place = next(e for e in statement.evidence if e.primary)
        click.echo(f"{margin}  » {place.citation} {place.where}")
        if place.passage:
            click.echo(f"{margin}    {place.passage.marked}")


COMMANDS = (explain, why)
