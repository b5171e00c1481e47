"""How fast texts are read: `python benchmarks/extraction.py FOLDER [--runs 7] [--against PATH]`.

Each run is a process of its own, which reads the folder once, from the bytes of its files to checked claims; loading data and
rules is timed apart. With `--against` another checkout is run in turns with this one, and the ratio of the two is given.
"""

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parents[1]
READING = """
import json, sys, time
from pathlib import Path
from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.linker import Linker
from borderkg.corpus.reader import documents, find
from borderkg.extraction import extractor
from borderkg.extraction.rulebook import rules

begun = time.perf_counter()
extract, assembler = extractor.default().extract, Assembler(Linker(reference.load()))
for rule in rules.load().all:  # patterns are compiled when they are first asked for: that is no reading
    _ = [pattern.regex for pattern in rule.patterns]
loaded = time.perf_counter()
characters = claims = 0
for document in documents(find(Path(sys.argv[1]))):
    characters += len(document.text)
    claims += len(assembler.assemble(document, extract(document)).claims)
read = time.perf_counter()
print(json.dumps([characters, claims, loaded - begun, read - loaded]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    characters: int
    claims: int
    loading: float
    """Seconds."""
    reading: float

    @property
    def speed(self) -> float:
        """Characters a second."""
        return self.characters / self.reading


def run(checkout: Path, folder: Path) -> Run:
    """Read a folder once with the code of a checkout. Raises CalledProcessError where that fails."""
    done = subprocess.run(
        [sys.executable, "-c", READING, str(folder)],
        env={**os.environ, "PYTHONPATH": str(checkout / "src")},
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    return Run(*json.loads(done.stdout))


def shown(name: str, runs: list[Run]) -> str:
    speeds = sorted(one.speed for one in runs)
    first = runs[0]
    return (
        f"{name}: {median(speeds):,.0f} characters/s (median of {len(runs)}; {speeds[0]:,.0f} to {speeds[-1]:,.0f}); "
        f"{first.characters:,} characters, {first.claims:,} claims; loaded in {median(r.loading for r in runs):.2f} s"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the texts to read")
    parser.add_argument("--runs", type=int, default=7, help="how often each checkout reads them")
    parser.add_argument("--against", type=Path, metavar="PATH", help="another checkout to compare with")
    asked = parser.parse_args()
    folder = asked.folder.resolve()
    mine: list[Run] = []
    other: list[Run] = []
    for _ in range(asked.runs):  # in turns, so that what else the machine does falls on both
        mine.append(run(HERE, folder))
        if asked.against:
            other.append(run(asked.against.resolve(), folder))
    print(shown("this checkout", mine))
    if other:
        print(shown("the other", other))
        print(f"ratio: {median(one.speed for one in mine) / median(one.speed for one in other):.2f}")


if __name__ == "__main__":
    main()
