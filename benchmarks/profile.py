"""Where reading spends its time: `python benchmarks/profile.py FOLDER [--seconds 20]`.

Reads the texts of a folder again and again in one process and looks a thousand times a second of processor time which
part of BorderKG is at work: the package of the innermost function that is BorderKG's own, so that the time of an expression
counts for who asks it. Prints a Markdown table, the greatest share first.
"""

import argparse
import signal
import time
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Final

from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.linker import Linker
from borderkg.corpus.reader import document
from borderkg.extraction import extractor
from borderkg.extraction.rulebook import rules

_EVERY: Final = 0.001
_ROOT: Final = str(Path(extractor.__file__).parents[1])


def part(frame: FrameType | None) -> str:
    """`extraction.marking`, `claims`: the folder of the innermost module of BorderKG on a stack."""
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(_ROOT):
            return ".".join(Path(file).relative_to(_ROOT).parent.parts) or Path(file).stem
        frame = frame.f_back
    return "elsewhere"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=20)
    asked = parser.parse_args()
    paths = sorted(asked.folder.glob("*.txt"))
    extract, assembler = extractor.default().extract, Assembler(Linker(reference.load()))
    for rule in rules.load().all:  # patterns are compiled when they are first asked for: that is no reading
        _ = [pattern.regex for pattern in rule.patterns]

    def read() -> None:
        for path in paths:
            one = document(path, path.name, {})
            assembler.assemble(one, extract(one))

    read()  # what is kept of the first time is no part of it
    seen: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _, frame: seen.update([part(frame)]))
    signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
    begun = time.process_time()
    while time.process_time() - begun < asked.seconds:
        read()
    signal.setitimer(signal.ITIMER_PROF, 0)
    print("| part | share of the time |\n| --- | ---: |")
    for name, count in seen.most_common():
        print(f"| `{name}` | {count / seen.total():.1%} |")


if __name__ == "__main__":
    main()
