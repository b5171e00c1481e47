"""Search of names beside its alternatives, and slow shapes of queries beside what they are rewritten to:
`python benchmarks/search.py [--labels 100000] [--runs 9]`.

Labels are made up (`graphs.py`). Each way to search gives the first 30 entities and how many
there are; what is printed is the median of one search, warm, in milliseconds of processor time, and the ratio to a page
of ours. tantivy is no part of BorderKG: `pip install tantivy`; where it is not installed it is left out.
"""

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

import pyoxigraph as ox
from graphs import labels

from borderkg.graph import names_index
from borderkg.graph.named import Named
from borderkg.graph.search import Index
from borderkg.sparql.rewriting import rewritten
from borderkg.vocabulary import BKG, ID, PREFIXES, RDF, SKOS

WORDS: Final = ("区", "试验", "试验区", "试驗區", "瑞丽重", "开发开放试验区", "syq", "shiyanqu", "port", "没有的")


def graph(names: list[str]) -> ox.Store:
    """A port for each name, which follows the one before in chains of a hundred."""
    store = ox.Store()
    kind, label, follows = (ox.NamedNode(iri) for iri in (RDF + "type", SKOS + "prefLabel", BKG + "follows"))
    quads = []
    for number, name in enumerate(names):
        node = ox.NamedNode(f"{ID}port/{number}")
        quads += [
            ox.Quad(node, kind, ox.NamedNode(BKG + "Port")),
            ox.Quad(node, label, ox.Literal(name, language="zh")),
        ]
        if number % 100:
            quads.append(ox.Quad(node, follows, ox.NamedNode(f"{ID}port/{number - 1}")))
    store.bulk_extend(quads)
    return store


def spent(call: Callable[[], object], runs: int) -> float:
    """Milliseconds of processor time of one call, the median."""
    call()
    times = []
    for _ in range(runs):
        begun = time.process_time()
        call()
        times.append((time.process_time() - begun) * 1000)
    return median(times)


def loop(names: list[str]) -> Callable[[str], object]:
    """What was done before there was an index: every label is looked at."""
    keys = [names_index.key(name) for name in names]

    def search(text: str) -> object:
        wanted = names_index.key(text)
        found = [
            (key != wanted, not key.startswith(wanted), len(key), n) for n, key in enumerate(keys) if wanted in key
        ]
        return sorted(found)[:30]

    return search


def like(names: list[str]) -> Callable[[str], object]:
    """SQLite without an index."""
    table = sqlite3.connect(":memory:")
    table.execute("CREATE TABLE name (key TEXT)")
    table.executemany("INSERT INTO name VALUES (?)", ((names_index.key(name),) for name in names))

    def search(text: str) -> object:
        wanted = names_index.key(text)
        query = "SELECT rowid FROM name WHERE instr(key, ?) ORDER BY key <> ?, instr(key, ?) <> 1, length(key)"
        return table.execute(query, (wanted, wanted, wanted)).fetchall()

    return search


def contains(store: ox.Store) -> Callable[[str], object]:
    """What SPARQL has of its own."""

    def search(text: str) -> object:
        return list(
            store.query(
                "SELECT ?x { ?x skos:prefLabel ?l FILTER(CONTAINS(?l, " + str(ox.Literal(text)) + ")) }",
                prefixes=PREFIXES,
            )
        )

    return search


def tantivy_index(names: list[str]) -> Callable[[str], object] | None:
    """Tantivy with grams of one to three characters; it knows no pinyin."""
    try:
        import tantivy
    except ImportError:
        return None
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", tokenizer_name="grams")
    index = tantivy.Index(builder.build())
    grams = tantivy.Tokenizer.ngram(min_gram=1, max_gram=3, prefix_only=False)
    index.register_tokenizer("grams", tantivy.TextAnalyzerBuilder(grams).build())
    writer = index.writer(50_000_000)
    for name in names:
        writer.add_document(tantivy.Document(key=names_index.key(name)))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> object:
        wanted = names_index.key(text)
        parts = [wanted[k : k + 3] for k in range(len(wanted) - 2)] or [wanted]
        terms = [(tantivy.Occur.Must, tantivy.Query.term_query(index.schema, "key", part)) for part in parts]
        return searcher.search(tantivy.Query.boolean_query(terms), limit=30)

    return search


SHAPES: Final = {
    "label, then path": "SELECT ?l { ?x skos:prefLabel ?l ; bkg:follows+ <END> }",
    "class and path": "SELECT ?x { ?x a bkg:Port ; bkg:follows+ <END> }",
    "class, label and path": "SELECT ?x ?l { ?x a bkg:Port ; skos:prefLabel ?l ; bkg:follows+ <END> }",
    "path, end in a filter": "SELECT ?x { ?x bkg:follows+ ?y FILTER(?y = <END>) }",
    "step, then path": "SELECT ?x { ?x bkg:follows/bkg:follows+ <END> }",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    names = labels(options.labels, 1)
    store = graph(names)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / names_index.FILE
        begun = time.process_time()
        names_index.write(Named.of(store), path)
        print(
            f"{len(names)} labels: written in {time.process_time() - begun:.1f} s, {path.stat().st_size / 1e6:.0f} MB"
        )
        begun = time.process_time()
        index = Index(Path(folder))
        print(f"opened in {(time.process_time() - begun) * 1000:.0f} ms\n")
        ways = {
            "first 30": lambda text: index.search(text, 30),
            "page with facets": lambda text: index.page(text, 30),
            "loop": loop(names),
            "SQLite instr": like(names),
            "CONTAINS": contains(store),
            "tantivy": tantivy_index(names),
        }
        ways = {name: way for name, way in ways.items() if way}
        print("| searched for | hits |", " | ".join(ways), "|\n| --- " + "| ---: " * (len(ways) + 1) + "|")
        for word in WORDS:
            times = [spent(lambda way=way, word=word: way(word), options.runs) for way in ways.values()]
            shown = [f"{t:.2f}" if k < 2 else f"{t:.2f} ({t / times[1]:.1f} ×)" for k, t in enumerate(times)]
            print(f"| {word} | {index.page(word, 1).total} |", " | ".join(shown), "|")
    end = f"{ID}port/{len(names) // 200 * 100}"
    print("\n| shape | as it is, ms | rewritten, ms | times as fast |\n| --- | ---: | ---: | ---: |")
    for name, query in SHAPES.items():
        text = query.replace("END", end)
        slow, quick = (
            spent(lambda asked=asked: list(store.query(asked, prefixes=PREFIXES)), 1)
            for asked in (text, rewritten(text, lambda *_: ()))
        )
        print(f"| {name} | {slow:.1f} | {quick:.2f} | {slow / quick:.0f} |")


if __name__ == "__main__":
    main()
