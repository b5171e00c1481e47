"""Reading the project's Markdown: its pages, their links, headings, blocks of code, and the commands printed in them."""

import re
import shlex
import subprocess
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?:^|\n\n)((?:    \S[^\n]*\n)+)")


class Block(NamedTuple):
    """A block of code; `language` is empty where none is named."""

    language: str
    text: str


@cache
def tracked() -> tuple[Path, ...]:
    """The files of the repository, without what git ignores; in an export without its history, all of them."""
    if not (ROOT / ".git").exists():
        hidden = {".venv", "build", "dist", "__pycache__"}
        found = (path for path in ROOT.rglob("*") if not hidden & set(path.relative_to(ROOT).parts))
        return tuple(sorted(path for path in found if path.is_file()))
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return tuple(path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file())


def pages() -> list[Path]:
    """The Markdown files that are documents (a text of a corpus is none)."""
    texts = (ROOT / "data" / "corpus", ROOT / "tests" / "blind")
    return [p for p in tracked() if p.suffix == ".md" and not any(folder in p.parents for folder in texts)]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return _INDENTED.sub("\n\n", _FENCE.sub("", page.read_text("utf-8")))


def links(page: Path) -> list[str]:
    """The relative links of a page, pictures among them, without their anchors."""
    bare = re.sub(r"`[^`]*`", "", prose(page))
    found = re.findall(r"\]\(<?([^()\s>]+)>?\)", bare)
    return [target.split("#")[0] for target in found if not re.match(r"[a-z]+:|#", target)]


def headings(page: Path) -> list[int]:
    """The levels of a page's headings, in order."""
    return [len(marks) for marks in re.findall(r"^(#+) ", prose(page), re.MULTILINE)]


def blocks(page: Path) -> list[Block]:
    """The blocks of code of a page, in order."""
    text = page.read_text("utf-8")
    fenced = [(m.start(), Block(m[1], m[2])) for m in _FENCE.finditer(text)]
    blank = _FENCE.sub(lambda m: "\n" * 2 + "x" * (len(m[0]) - 2), text)
    indented = [
        (m.start(), Block("", re.sub("^    ", "", m[1], flags=re.MULTILINE))) for m in _INDENTED.finditer(blank)
    ]
    return [block for _, block in sorted(fenced + indented)]


def section(page: Path, title: str) -> str:
    """What stands under a heading of the second level, up to the next."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def commands(page: Path, program: str = "borderkg") -> list[list[str]]:
    """The arguments of each command line of a program that a page's blocks print."""
    lines = [line for block in blocks(page) if not block.language for line in block.text.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith(program + " ")]


def mentions(page: Path, program: str = "borderkg") -> list[list[str]]:
    """The arguments of each command that a page names in its running text."""
    return [shlex.split(words)[1:] for words in re.findall(rf"`({program} [^`]+)`", prose(page))]
