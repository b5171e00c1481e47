"""Each inconsistent example is found, by HermiT and, where a closure can show it, without Java; and for the axiom it names."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from borderkg import resources
from borderkg.graph.store import GraphStore
from borderkg.schema import parse
from borderkg.validation import clashes, consistency
from borderkg.vocabulary import PREFIXES
from tests.facts import TURTLE_PREFIXES, opened, quads

FOLDER = resources.ontology()
CORE = sorted(FOLDER.glob("core/*.ttl"))
REFERENCE = sorted(resources.reference().glob("*.ttl"))
EXAMPLES = sorted(FOLDER.glob("examples/inconsistent/*.ttl"))
ONLY_HERMIT = {"datatype", "union-domain"}
"""What no closure shows: a value outside its datatype, a thing that would have to be of one of several classes."""


def iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def core_without(example: Path, folder: Path) -> Path:
    """The core in one file, without the axiom that the second line of an example names."""
    named = example.read_text("utf-8").splitlines()[1].removeprefix("# without: ").split()
    wanted = [iri(name) for name in named]

    def is_named(triple: ox.Triple) -> bool:
        said = [getattr(term, "value", "") for term in (triple.subject, triple.predicate, triple.object)]
        return said[: len(wanted)] == wanted

    triples = [triple for path in CORE for triple in parse(path)]
    kept = [triple for triple in triples if not is_named(triple)]
    assert len(kept) < len(triples), f"{example.name}: no such axiom in the core: {named}"
    path = folder / "core.ttl"
    path.write_bytes(ox.serialize(kept, format=ox.RdfFormat.N_TRIPLES) or b"")
    return path


def test_there_are_enough_and_each_says_why() -> None:
    """A first line that tells why, a second that names the axiom, each its own."""
    heads = [path.read_text("utf-8").splitlines()[:2] for path in EXAMPLES]
    assert len(EXAMPLES) >= 10
    assert all(why.startswith("# ") and axiom.startswith("# without: ") for why, axiom in heads)
    assert len({axiom for _, axiom in heads}) == len(EXAMPLES)
    assert {path.stem for path in EXAMPLES} >= ONLY_HERMIT


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_hermit_finds_it(example: Path) -> None:
    """The core is consistent, and with the example it is not."""
    assert [v.message for v in consistency.check([*CORE, example])] == ["the ontology is inconsistent"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_closure_shows_it_or_cannot(example: Path) -> None:
    """All but the listed are found without Java; a closure that sees more one day has to leave the list."""
    assert bool(clashes.check([*CORE, example])) == (example.stem not in ONLY_HERMIT)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_axiom_that_it_names_is_what_it_breaks(example: Path, tmp_path: Path) -> None:
    """Without that axiom nothing is wrong, so each example stands for one of its own."""
    reasoner = consistency if example.stem in ONLY_HERMIT else clashes
    assert reasoner.check([core_without(example, tmp_path), example]) == []


def test_what_is_sound_does_not_clash() -> None:
    """The core with the valid examples, and with all reference data."""
    assert clashes.check([*CORE, *sorted(FOLDER.glob("examples/valid/*.ttl"))]) == []
    assert clashes.check([*CORE, *REFERENCE]) == []


def test_a_class_that_can_have_no_members(tmp_path: Path) -> None:
    """It is named with the two classes that part it, though no thing is of it."""
    path = tmp_path / "more.ttl"
    path.write_text(TURTLE_PREFIXES + "bkg:Chimera rdfs:subClassOf bkg:Meeting , bkg:Port .", "utf-8")
    (violation,) = clashes.check([*CORE, path])
    assert (violation.focus, "no members" in violation.message) == ("bkg:Chimera", True)


@pytest.mark.parametrize("where", ["", "inferred"])
def test_a_built_graph_is_searched_with_what_is_inferred(where: str, tmp_path: Path) -> None:
    """A clash between a fact and what is stated or inferred, by an axiom of the graph's own ontology."""
    content = [
        *quads("bkg:Place owl:disjointWith bkg:Period .", "ontology"),
        *quads("id:x a bkg:Place ."),
        *quads("id:x a bkg:Period .", where),
    ]
    assert [v.focus for v in clashes.find(opened(tmp_path / "graph", content))] == ["id:x"]


def test_the_demonstration_does_not_clash(demo_store: Path) -> None:
    """Nor does it lack what could: its ontology states disjoint classes."""
    graph = GraphStore.open(demo_store)
    assert graph.query("ASK { GRAPH graph:ontology { ?a owl:disjointWith ?b } }")
    assert clashes.find(graph) == []


def test_a_disagreement_on_direction_is_a_warning() -> None:
    """Two sources may differ on which policy came first; nothing may border itself."""
    severities = {
        path.stem: {violation.severity for violation in clashes.check([*CORE, path])}
        for path in EXAMPLES
        if path.stem in ("asymmetry", "irreflexivity")
    }
    assert severities == {"asymmetry": {"Warning"}, "irreflexivity": {"Violation"}}
