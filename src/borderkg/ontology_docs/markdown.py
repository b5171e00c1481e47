"""The documentation in Markdown, one file a page, the diagrams beside them as SVG."""

from pathlib import Path

from borderkg.errors import BorderKGError
from borderkg.ontology_docs.pages import (
    INDEX,
    SCHEMES,
    Block,
    Code,
    Heading,
    Inline,
    Link,
    Listed,
    Picture,
    Table,
    Words,
    all_pages,
)
from borderkg.ontology_docs.terms import load

_QUESTIONS = "../../queries/competency"
_MADE = "<!-- Made by `borderkg ontology docs`; do not edit. -->"


def files() -> dict[str, str]:
    """The files by name; they lie in docs/ontology, as their links to the questions have it."""
    written = {}
    for page in all_pages().values():
        written[_file(page.name)] = f"{_MADE}\n\n" + "\n\n".join(_block(block) for block in page.blocks) + "\n"
        written |= {f"{block.name}.svg": f"{_MADE}\n{block.svg}" for block in page.blocks if isinstance(block, Picture)}
    return written


def write(folder: Path) -> list[Path]:
    """Write the files into a folder, and take away those of topics that are gone.

    Raises BorderKGError where a file stands in the way that this did not make, and OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = files()
    others = sorted(name for name in made if (folder / name).exists() and not _is_made(folder / name))
    if others:
        raise BorderKGError(
            f"{folder / others[0]}: not of this command's making; name a folder of its own for the pages."
        )
    for path in folder.iterdir():
        if path.name not in made and _is_made(path):
            path.unlink()
    for name, text in made.items():
        temporary = folder / f".{name}.tmp"
        temporary.write_text(text, "utf-8")
        temporary.replace(folder / name)
    return [folder / name for name in sorted(made)]


def _is_made(path: Path) -> bool:
    if path.suffix not in (".md", ".svg"):
        return False
    with path.open("rb") as file:
        return file.read(len(_MADE.encode())) == _MADE.encode()


def _file(page: str) -> str:
    return "README.md" if page == INDEX else f"{page}.md"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        anchor = f'<a id="{block.anchor}"></a>\n\n' if block.anchor else ""
        return f"{anchor}{'#' * block.level} {block.text}"
    if isinstance(block, Listed):
        return "\n".join(f"- {label}: {_words(words)}" for label, words in block.entries)
    if isinstance(block, Table):
        lines = [f"| {' | '.join(block.heads)} |", "|" + "---|" * len(block.heads)]
        return "\n".join([*lines, *(f"| {' | '.join(_words(cell) for cell in row)} |" for row in block.rows)])
    if isinstance(block, Picture):
        return f"![{block.title}]({block.name}.svg)"
    return _words(block.words)


def _words(words: Words) -> str:
    return "".join(_inline(word) for word in words)


def _inline(word: Inline) -> str:
    if isinstance(word, Link):
        return f"[{word.text}]({_target(word)})"
    return f"`{word.text}`" if isinstance(word, Code) else word.replace("|", "\\|")


def _target(link: Link) -> str:
    if link.kind == "question":
        return f"{_QUESTIONS}/{link.name}.rq"
    if link.kind == "scheme":
        return f"{SCHEMES}.md#{link.name}"
    if link.kind == "topic":
        return _file(link.name)
    return f"{load().terms[link.name].topic}.md#{link.name}"
