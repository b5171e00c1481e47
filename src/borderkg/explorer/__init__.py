"""The web page: hand-written ES modules under `static/`, served by `borderkg.server`."""

from functools import cache
from html import escape
from pathlib import Path
from typing import Final

STATIC: Final = Path(__file__).parent / "static"

_DOCUMENT: Final = """<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · BorderKG</title>
<link rel="stylesheet" href="/static/style/page.css">
<link rel="stylesheet" href="/static/style/parts.css">
<link rel="stylesheet" href="/static/style/print.css">
{links}<link rel="icon" href="data:,">
<script type="module" src="/static/{script}"></script>
</head>
<body>
{header}
<main id="main" tabindex="-1"{kind}>
{body}
</main>
</body>
</html>
"""


def document(title: str, body: str, *, links: str = "", kind: str = "", script: str = "alone.js") -> str:
    """A page that is none of the explorer's views, as a whole document below the explorer's own head: whoever comes to it
    finds the search, the language and the way to every view. `body` and `links` are HTML; `kind` is a class of `main`."""
    kind = f' class="{kind}"' if kind else ""
    return _DOCUMENT.format(title=escape(title), body=body, links=links, kind=kind, script=script, header=_header())


@cache
def _header() -> str:
    """What stands above the content on every page; it is written once, in the explorer's own document."""
    text = (STATIC / "index.html").read_text("utf-8")
    return text[text.index('<a class="skip"') : text.index("</header>") + len("</header>")]
