"""What a graph is made of: each input changes the identity, the program changes the key alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from borderkg import resources
from borderkg.corpus.document import Bibliography
from borderkg.graph import inputs
from tests.facts import document, source

TEXT = document("满洲里口岸。")


def test_the_same_inputs_have_one_identity() -> None:
    """The identity hangs on what is given, not on its order."""
    other = replace(TEXT, name="b.txt", sha256="cd" * 32)
    assert inputs.of([TEXT, other], []) == inputs.of([TEXT, other], [])
    assert inputs.of([TEXT, other], []).identity == inputs.of([other, TEXT], []).identity


@pytest.mark.parametrize(
    "change",
    [
        lambda: inputs.of([], []),
        lambda: inputs.of([replace(TEXT, sha256="cd" * 32)], []),
        lambda: inputs.of([replace(TEXT, name="b.txt")], []),
        lambda: inputs.of([replace(TEXT, bibliography=Bibliography(title="沿边开放", year=2021))], []),
        lambda: inputs.of([TEXT], [source("b.txt")]),
    ],
    ids=["no text", "text", "name", "bibliography", "release"],
)
def test_each_text_counts(change: Callable[[], inputs.Inputs]) -> None:
    """A text, its name, what is known of it, and whether it comes from a release: each changes identity and key."""
    before, after = inputs.of([TEXT], []), change()
    assert before.identity != after.identity and before.key != after.key


def test_a_text_that_is_read_is_not_one_that_is_released() -> None:
    """The claims of a text that is at hand are read anew; that is another graph than its released claims."""
    about = source()
    read = replace(TEXT, name=about.name, sha256=about.sha256, bibliography=about.bibliography)
    assert inputs.of([read], []).identity != inputs.of([], [about]).identity


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("rules", "own.yaml"),
        ("ontology", "core/own.ttl"),
        ("reference", "own.ttl"),
        ("lookups", ""),
        ("lineage", ""),
        ("ranking", ""),
        ("rule_scores", ""),
    ],
)
def test_all_data_counts(part: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of rules, scores, ontology, reference data, lookups, lineage or ranking changes the identity when its bytes do."""
    file = tmp_path / name if name else tmp_path / "own.yaml"
    file.parent.mkdir(exist_ok=True)
    monkeypatch.setattr(resources, part, lambda: tmp_path if name else file)
    found = []
    for content in ("one", "other", "one"):
        file.write_text(content, "utf-8")
        found.append(inputs.of([TEXT], []))
    assert found[0] == found[2]
    assert found[0].identity != found[1].identity
    assert {key for key, value in found[0].described.items() if value != found[1].described[key]} == {part}


@pytest.mark.parametrize("folder", ["examples/valid", "alignments", "imports"])
def test_what_enters_no_graph_does_not_count(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples, alignments and frozen vocabularies change no graph, so neither its identity."""
    monkeypatch.setattr(resources, "ontology", lambda: tmp_path)
    before = inputs.of([TEXT], [])
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "own.ttl").write_text("one", "utf-8")
    assert inputs.of([TEXT], []) == before


def test_the_program_changes_the_key_alone() -> None:
    """A changed program builds anew, and where it finds the same the graph is the same."""
    before = inputs.of([TEXT], [])
    after = replace(before, program="another")
    assert (before.identity == after.identity, before.key == after.key) == (True, False)
