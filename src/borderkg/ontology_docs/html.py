"""The documentation as HTML, below the explorer's head and in its style; it is read without scripts too."""

from html import escape
from urllib.parse import quote

from borderkg import explorer
from borderkg.ontology_docs.pages import (
    INDEX,
    SCHEMES,
    Block,
    Code,
    Heading,
    Inline,
    Link,
    Listed,
    Page,
    Picture,
    Table,
    Words,
)
from borderkg.ontology_docs.terms import load


def page(made: Page) -> str:
    """A page as a whole document."""
    data = "/ontology?format=turtle" if made.name in (INDEX, SCHEMES) else f"/ontology/{quote(made.name)}?format=turtle"
    links = (
        '<link rel="stylesheet" href="/static/style/ontology.css">\n'
        f'<link rel="alternate" type="text/turtle" href="{data}">\n'
    )
    lead = f'<p class="exports"><a href="/ontology">本体 Ontology</a> · <a href="{data}">Turtle</a></p>'
    body = "\n".join([lead, *(_block(block) for block in made.blocks)])
    return explorer.document(made.title, body, links=links, kind="ontology")


def address(kind: str, name: str) -> str:
    """Where a `term`, `topic`, `scheme` or `question` is shown."""
    if kind == "question":
        return f"/query?question={quote(name)}"
    if kind == "scheme":
        return f"/ontology/{SCHEMES}#{quote(name)}"
    if kind == "topic":
        return "/ontology" if name == INDEX else f"/ontology/{quote(name)}"
    return f"/ontology/{quote(load().terms[name].topic)}#{quote(name)}"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
        return f"<h{block.level}{anchor}>{escape(block.text)}</h{block.level}>"
    if isinstance(block, Listed):
        entries = "".join(f"<dt>{escape(label)}</dt><dd>{_words(words)}</dd>" for label, words in block.entries)
        return f"<dl>{entries}</dl>"
    if isinstance(block, Table):
        heads = "".join(f"<th>{escape(head)}</th>" for head in block.heads)
        rows = "".join("<tr>" + "".join(f"<td>{_words(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
        return f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    if isinstance(block, Picture):
        return f"<figure>{block.svg}<figcaption>{escape(block.title)}</figcaption></figure>"
    return f"<p>{_words(block.words)}</p>"


def _words(words: Words) -> str:
    return "".join(_inline(word) for word in words)


def _inline(word: Inline) -> str:
    if isinstance(word, Link):
        return f'<a href="{escape(address(word.kind, word.name))}">{escape(word.text)}</a>'
    return f"<code>{escape(word.text)}</code>" if isinstance(word, Code) else escape(word)
