"""The documents are true: their links, commands, paths, names, examples and outputs are those of the program."""

import json
import re
import shlex
from pathlib import Path

import click
import pyoxigraph as ox
import pytest
import yaml
from starlette.routing import Route

from borderkg import reference
from borderkg.claims import exchange
from borderkg.cli import cli
from borderkg.corpus import bibliography
from borderkg.errors import CorpusError
from borderkg.extraction.rulebook import patterns, rules
from borderkg.extraction.span import LABELS
from borderkg.graph.store import GraphStore
from borderkg.questions import catalogue, results
from borderkg.server.app import create_app
from borderkg.vocabulary import GRAPH, PREFIXES
from tests import markdown
from tests.markdown import ROOT, blocks, commands, name

README, CHINESE = ROOT / "README.md", ROOT / "README.zh.md"
DOCS = ROOT / "docs"
PAGES = markdown.pages()


# Links and pages


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_relative_link_resolves(page: Path) -> None:
    """A link leads to a file or folder of the repository; a picture is one too."""
    broken = [target for target in markdown.links(page) if not (page.parent / target).exists()]
    assert not broken


def test_every_page_of_the_manual_is_reachable() -> None:
    """From the README, link by link, a reader comes to every page under docs."""
    reached, waiting = set(), [README]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        waiting += [(page.parent / target).resolve() for target in markdown.links(page)]
    assert not {name(page) for page in PAGES if DOCS in page.parents} - set(map(name, reached))


def test_the_two_readmes_say_the_same() -> None:
    """They have the same sections, the same blocks of code, and the same links but for those to each other."""
    assert markdown.headings(README) == markdown.headings(CHINESE)
    assert blocks(README) == blocks(CHINESE)
    assert set(markdown.links(README)) - {CHINESE.name} == set(markdown.links(CHINESE)) - {README.name}


# Commands


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_printed_exists(page: Path) -> None:
    """A command line in a block parses with its options and arguments; a question that it asks is in the catalogue."""
    for command, *arguments in commands(page):
        assert command in cli.commands, command
        context = cli.commands[command].make_context(command, arguments)
        if command == "ask" and context.params["question"]:
            given = dict(parameter.split("=", 1) for parameter in context.params["parameters"])
            catalogue.find(context.params["question"]).bindings(given)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_named_exists(page: Path) -> None:
    """A command that the running text names exists, with the options named."""
    for command, *rest in markdown.mentions(page):
        assert command in cli.commands, command
        assert not {word for word in rest if word.startswith("-")} - options(cli.commands[command])


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_make_target_printed_exists(page: Path) -> None:
    """A `make` line names a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = [line[0] for line in (*commands(page, "make"), *markdown.mentions(page, "make"))]
    assert not set(named) - targets


def options(command: click.Command) -> set[str]:
    """The names of a command's options, but for the help that all have."""
    found = {option for p in command.params if isinstance(p, click.Option) for option in p.opts}
    return found - {"-h", "--help"}


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_has_its_section(command: str) -> None:
    """docs/commands.md has a section for each command that prints it and names each of its options."""
    section = markdown.section(DOCS / "commands.md", command)
    assert re.search(rf"^    borderkg {command}\b", section, re.MULTILINE)
    assert not {
        option for option in options(cli.commands[command]) if option.startswith("--") and option not in section
    }


def test_every_address_of_the_server_is_documented(tmp_path: Path) -> None:
    """docs/commands.md names each address that the server answers at."""
    served = {route.path for route in create_app(tmp_path).routes if isinstance(route, Route)}
    section = markdown.section(DOCS / "commands.md", "serve")
    assert served and not {path for path in served if f"`{path}`" not in section}


# Paths and names


@pytest.mark.parametrize("page", [p for p in PAGES if p.parent == ROOT or DOCS in p.parents], ids=name)
def test_every_path_named_exists(page: Path) -> None:
    """A path of the repository in the text of the manual exists."""
    named = re.findall(r"`((?:src|tests|tools|data|ontology|queries|docs)/[\w./-]+)`", markdown.prose(page))
    assert not [path for path in named if not (ROOT / path).exists()]


def test_every_function_of_the_walk_is_where_it_says() -> None:
    """docs/walk.md names functions and classes beside their module; each is defined there."""
    text = markdown.prose(DOCS / "walk.md")
    found = re.findall(r"`([\w.]+)`(?: and `([\w.]+)`)?(?:\s+in|\s+of)?\s+\(?`(src/borderkg/[\w/]+\.py)`", text)
    assert len(found) > 20
    for first, second, path in found:
        code = (ROOT / path).read_text("utf-8")
        for what in filter(None, (first, second)):
            if not re.search(r"[a-z]:[a-z]|^gazetteer$", what):
                assert re.search(rf"(?:def|class) {what.split('.')[-1]}\b", code), (what, path)


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("rules.md", {*LABELS, *patterns.MACROS, *rules.ROLES}),
        ("rules.md", {f"{way}:" for way in rules.COMPOSED}),
        ("exchange.md", set(exchange.CSV_COLUMNS)),
    ],
    ids=["labels and roles", "ways to read a slot", "columns"],
)
def test_the_words_of_a_format_are_documented(page: str, names: set[str]) -> None:
    """A page on a format names every word of it."""
    text = (DOCS / page).read_text("utf-8")
    assert not {word for word in names if f"`{word}" not in text}


def test_the_fields_of_a_rule_are_documented() -> None:
    """docs/rules.md names every field that some rule has."""
    files = (ROOT / "data" / "rules").glob("*.yaml")
    entries = [entry for path in files for entry in yaml.safe_load(path.read_text("utf-8")).get("rules", ())]
    text = (DOCS / "rules.md").read_text("utf-8")
    assert entries and not {field for entry in entries for field in entry if f"`{field}`" not in text}


def test_the_fields_of_a_bibliography_are_documented() -> None:
    """docs/sources.md names every field that an entry may have, as the error for an unknown one lists them."""
    with pytest.raises(CorpusError, match="known are") as raised:
        bibliography.entry(Path("sources.yaml"), "a.txt", {"nonsense": 1})
    known = str(raised.value).rsplit("known are ", 1)[1].split(", ")
    text = (DOCS / "sources.md").read_text("utf-8")
    assert len(known) > 8 and not [field for field in known if f"| `{field}` |" not in text]


def test_the_bibliographies_printed_are_valid() -> None:
    """Each `sources.yaml` printed is read without fault."""
    printed = [b for page in (README, DOCS / "sources.md") for b in blocks(page) if "  title:" in b.text]
    assert len(printed) == 2
    for block in printed:
        for text, fields in yaml.safe_load(block.text).items():
            assert bibliography.entry(Path("sources.yaml"), text, fields).title


def test_the_rules_printed_compile() -> None:
    """Each pattern printed with a rule is one of the pattern language, and has slots."""
    lexicon = rules.load().lexicon
    printed = [b for page in (ROOT / "CONTRIBUTING.md", DOCS / "rules.md", DOCS / "walk.md") for b in blocks(page)]
    entries = [entry for b in printed if "  pattern:" in b.text for entry in yaml.safe_load(b.text)]
    assert len(entries) == 3
    for entry in entries:
        sources = entry["pattern"] if isinstance(entry["pattern"], list) else [entry["pattern"]]
        assert all(patterns.compile_pattern(source, lexicon, entry["name"]).slots for source in sources)


def test_the_reference_individual_printed_is_in_the_data() -> None:
    """The block of CONTRIBUTING.md describes an individual that the reference data know."""
    block = next(b.text for b in blocks(ROOT / "CONTRIBUTING.md") if b.language == "turtle")
    iri = re.findall(r"<([^>]+)>", block)[0]
    assert reference.load().individuals[iri].label_zh in block
    assert block in (ROOT / "data" / "reference" / "ports.ttl").read_text("utf-8")


# Outputs, held against a build of data/corpus joined with data/release


@pytest.fixture(scope="module")
def graph(demo_store: Path) -> GraphStore:
    return GraphStore.open(demo_store)


@pytest.mark.parametrize("page", ["model.md", "walk.md"])
def test_the_triples_printed_stand_in_the_graph(page: str, graph: GraphStore) -> None:
    """Every triple of a Turtle block is in a graph that was really built."""
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    turtle = prefixes + "\n".join(block.text for block in blocks(DOCS / page) if block.language == "turtle")
    triples = [quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)]
    missing = [str(t) for t in triples if next(graph.quads(t.subject, t.predicate, t.object), None) is None]
    assert triples and not missing


@pytest.mark.parametrize("page", ["walk.md", "exchange.md"])
def test_the_claims_printed_are_claims_of_the_build(page: str, graph: GraphStore) -> None:
    """Every claim printed as JSON is one that the build made, key for key."""
    made = (graph.version.folder / "claims.jsonl").read_text("utf-8").splitlines()
    printed = [json.loads(block.text) for block in blocks(DOCS / page) if block.language == "json"]
    records = [json.loads(line) for line in made]
    assert printed and all(claim in records for claim in printed)


def test_the_keys_of_a_claim_are_documented(graph: GraphStore) -> None:
    """docs/exchange.md names every key that a claim of the build has."""
    made = (graph.version.folder / "claims.jsonl").read_text("utf-8").splitlines()
    text = (DOCS / "exchange.md").read_text("utf-8")
    assert not {key for line in made for key in json.loads(line) if f"`{key}`" not in text}


@pytest.mark.parametrize("page", [README, DOCS / "model.md", DOCS / "walk.md"], ids=name)
def test_the_queries_printed_have_answers(page: Path, graph: GraphStore) -> None:
    """A query printed has an answer, and where the page prints a table after it, it is that one."""
    found = blocks(page)
    asked = 0
    for block, after in zip(found, [*found[1:], markdown.Block("", "")], strict=True):
        query = block.text if block.language == "sparql" else ""
        if block.text.startswith("borderkg query "):
            query = shlex.split(block.text)[2]
        if not query:
            continue
        asked += 1
        answer = results.read(graph.query(query))
        assert len(answer)
        if "\n---" in after.text:
            assert results.table(answer.variables, answer.shown()) + "\n" == after.text
    assert asked


def test_every_graph_of_a_build_is_documented(graph: GraphStore) -> None:
    """docs/model.md names every named graph that a build writes."""
    names = {q.graph_name.value for q in graph.quads() if isinstance(q.graph_name, ox.NamedNode)}
    kinds = {re.sub(r"source/\w+", "source/HASH", iri.removeprefix(GRAPH)) for iri in names}
    text = (DOCS / "model.md").read_text("utf-8")
    assert "source/HASH" in kinds and not {kind for kind in kinds if f"| `graph:{kind}` |" not in text}
