"""Make data/mappings: the links of the reference individuals to authorities outside, and where they lie.

    python tools/link_reference.py

Run it after a change of data/reference or data/authorities. A test holds data/mappings to what this makes.
"""

from pathlib import Path

import yaml

from borderkg import reference
from borderkg.linking import authorities, linker

DATA = Path(__file__).parents[1] / "data"


def main() -> None:
    manifest = yaml.safe_load((DATA / "authorities" / "manifest.yaml").read_text("utf-8"))
    folder = DATA / "mappings"
    folder.mkdir(exist_ok=True)
    for name, text in linker.made(reference.load(), authorities.load(), manifest).items():
        (folder / name).write_text(text, "utf-8")
        print(f"{name}: {sum(not line.startswith('#') for line in text.splitlines()) - 1}")


if __name__ == "__main__":
    main()
