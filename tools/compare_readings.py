"""What another checkout reads otherwise: `python tools/compare_readings.py CHECKOUT FOLDER [FOLDER …]`.

Every folder of texts is read with the code and the rules of both checkouts. A claim that only CHECKOUT makes is printed behind
`-`, one that only this one makes behind `+`, each with its text, its place and its rule; figures with indicator, time and unit.
A score counts what a gold holds: this shows what a change does to all the rest.
"""

import argparse
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
READING = """
import json, sys
from pathlib import Path
from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.exchange import json_lines
from borderkg.claims.linker import Linker
from borderkg.corpus.reader import documents, find
from borderkg.extraction import extractor

extract, assembler = extractor.default().extract, Assembler(Linker(reference.load()))
said = "subject predicate object indicator time unit modality".split()
for document in documents(find(Path(sys.argv[1]))):
    for line in json_lines(assembler.assemble(document, extract(document)).claims).splitlines():
        claim = json.loads(line) if line else None
        if claim:
            about = " ".join(str(claim[part]) for part in said if claim.get(part))
            print(document.name, claim["start"], about, "<" + str(claim.get("rule", "")) + ">", sep="\\t")
"""


def readings(checkout: Path, folder: Path) -> "subprocess.Popen[str]":
    """A process that writes what the code of a checkout reads in a folder: source, place, claim and rule in a line."""
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src")}
    return subprocess.Popen(
        [sys.executable, "-c", READING, str(folder)], env=environment, stdout=subprocess.PIPE, encoding="utf-8"
    )


def differences(before: list[str], after: list[str]) -> list[str]:
    """The lines of either side alone, in the order of the texts; rule and place may differ where the claim is the same."""
    keys = [Counter(line.split("\t")[0] + line.split("\t")[2] for line in side) for side in (before, after)]
    found = []
    for mark, lines, others in (("-", before, keys[1]), ("+", after, keys[0])):
        left = others.copy()
        for line in lines:
            source, start, claim, rule = line.split("\t")
            if left[source + claim]:
                left[source + claim] -= 1
            else:
                found.append((source, int(start), mark, claim, rule))
    return [f"{mark} {source}@{start} {claim} {rule}" for source, start, mark, claim, rule in sorted(found)]


def main() -> int:
    """Print the differences of each folder; 1 where a reading fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("folders", type=Path, nargs="+", metavar="folder")
    given = parser.parse_args()
    for folder in given.folders:
        both = [readings(checkout, folder) for checkout in (given.checkout, HERE)]
        before, after = (process.communicate()[0].splitlines() for process in both)
        if any(process.returncode for process in both):
            return 1
        print(f"# {folder}: {len(before)} and {len(after)} claims")
        print(*differences(before, after), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
