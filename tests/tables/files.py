"""The known tables in files: pages, Word documents, spreadsheets saved as CSV, and PDFs that a browser prints."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import groupby
from typing import Final

import docx
from docx.oxml import OxmlElement
from docx.table import Table

from tests.corpus.factory import paragraph
from tests.tables.known import Known
from tests.tables.reading import SOURCE

Row = tuple[str, ...]


def caption(table: Known) -> str:
    return f"表1　{table.caption}" + (f"（单位：{table.unit}）" if table.unit else "")


def groups(table: Known) -> list[tuple[str, int]]:
    """What stands over the columns, and over how many."""
    return [(text, len(list(under))) for text, under in groupby(table.columns, key=lambda column: column.group)]


# Pages


def html_merged(table: Known) -> str:
    """Headers as header cells, groups over their columns, the stub down to the last line of the header."""
    over = "".join(f"<th colspan={count}>{escape(text)}</th>" for text, count in groups(table))
    first = f"<tr><th rowspan=2>{table.stub}</th>{over}</tr>" if table.groups else ""
    names = ([] if table.groups else [table.stub]) + [column.text for column in table.columns]
    return f"<table>{first}{_tr(names, 'th')}{''.join(map(_tr, table.lines))}</table>"


def html_cells(table: Known) -> str:
    """Nothing says which row is the header."""
    return html_merged(table).replace("<th", "<td").replace("</th", "</td")


def html_parts(table: Known) -> str:
    """The parts of a table named, its end tags left out, the caption in it, blanks and breaks where they do not count."""
    body = (
        html_cells(table).removeprefix("<table>").removesuffix("</table>").replace("</td>", "\n ").replace("</tr>", "")
    )
    head, *rows = body.split("<tr>")[1:]
    deep = 2 if table.groups else 1
    parts = [head, *rows]
    return (
        f"<table>\n<caption>{escape(caption(table))}</caption>\n<thead><tr>{'<tr>'.join(parts[:deep])}"
        f"<tbody>\n<tr>{'<tr>'.join(parts[deep:])}\n</table>"
    )


def html_marked_up(table: Known) -> str:
    """Print in bold, paragraphs in cells, blanks that do not break, a comment and a script between rows."""
    body = html_merged(table).replace("<td>", "<td><p>&nbsp;<b>").replace("</td>", "</b></p></td>")
    return body.replace("</tr>", "</tr><!-- <tr><td>9 --><script>document.write('9')</script>")


def _tr(cells: Iterable[str], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


PAGES: Final = (html_merged, html_cells, html_parts, html_marked_up)


def page(table: Known, body: str) -> str:
    """A page with a table between its paragraphs."""
    title = "" if "<caption>" in body else f"<p>{escape(caption(table))}</p>"
    return (
        "<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>口岸</title></head><body><nav>首页 9.9</nav><main>"
        f"<p>{paragraph(4)}</p>{title}{body}<p>{SOURCE}</p><p>{paragraph(8)}</p></main></body></html>"
    )


# Word


def word(table: Known, *, marked: bool = False) -> bytes:
    """A document with merged header cells; `marked` names the rows that Word repeats on each page."""
    document = docx.Document()
    document.add_paragraph(paragraph(4))
    document.add_paragraph(caption(table))
    deep = 2 if table.groups else 1
    laid = document.add_table(deep + len(table.rows), len(table.header))
    if table.groups:
        _merged(laid, table)
    _fill(laid, deep - 1, [table.stub, *(column.text for column in table.columns)], skip=1 if table.groups else 0)
    for number, line in enumerate(table.lines, deep):
        _fill(laid, number, line)
    if marked:
        for row in laid.rows[:deep]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph(SOURCE)
    document.add_paragraph(paragraph(8))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _merged(laid: Table, table: Known) -> None:
    laid.cell(0, 0).merge(laid.cell(1, 0)).text = table.stub
    column = 1
    for text, count in groups(table):
        laid.cell(0, column).merge(laid.cell(0, column + count - 1)).text = text
        column += count


def _fill(laid: Table, number: int, cells: Sequence[str], skip: int = 0) -> None:
    for cell, text in list(zip(laid.rows[number].cells, cells, strict=True))[skip:]:
        cell.text = text


# CSV


def separated(table: Known, mark: str = ",") -> str:
    """A spreadsheet saved: the caption alone in the first row, the source alone in the last."""
    seen: set[str] = set()
    over = []
    for column in table.columns:
        over.append("" if column.group in seen else column.group)
        seen.add(column.group)
    head: list[Row] = [(table.stub, *over), ("", *(c.text for c in table.columns))] if table.groups else [table.header]
    empty = ("",) * len(table.columns)
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows([(caption(table), *empty), *head, *table.lines, (SOURCE, *empty)])
    return out.getvalue()


# PDF

_PRINTED: Final = """@page{size:A4;margin:2.2cm} body{font:10.5pt "Noto Serif CJK SC";margin:0} main{break-after:page}
p{text-indent:2em;margin:0;line-height:1.6;text-align:justify} .c{text-align:center;text-indent:0;margin-top:1em}
table{width:100%;border-collapse:collapse;margin-bottom:1em;font-size:9pt} td,th{padding:2pt;font-weight:normal}"""

STYLES: Final = {
    "ruled": "td,th{border:1px solid black;text-align:center}",
    "two lines": "table{border-top:2px solid;border-bottom:2px solid} td,th{text-align:center}",
    "three lines": "table{border-top:2px solid;border-bottom:2px solid} th{border-bottom:1px solid} td{text-align:center}",
    "no level lines": "table{border:1px solid} th,td{border-left:1px solid;text-align:center} th{border-bottom:1px solid}",
    "open at the sides": "td,th{border:1px solid;text-align:center} tr>:first-child{border-left:0} tr>:last-child{border-right:0}"
    "table{border-style:solid hidden}",
    "open all around": "td,th{border:1px solid;text-align:center} table{border-style:hidden}",
    "numbers to the right": "td{text-align:right} td:first-child,th:first-child{text-align:left} th{text-align:center}",
    "to the left": "td,th{text-align:left}",
}


def sheets(tables: Iterable[Known], style: str) -> str:
    """A page to be printed, one sheet a table."""
    made = [
        f"<main><p>{paragraph(4)}</p><p class=c>{escape(caption(table))}</p>{html_merged(table)}<p>{SOURCE}</p>"
        f"<p>{paragraph(8)}</p></main>"
        for table in tables
    ]
    return f"<!DOCTYPE html><meta charset=utf-8><style>{_PRINTED} {STYLES[style]}</style><body>{''.join(made)}</body>"


Making = Callable[[Known], bytes]
MAKINGS: Final[dict[str, tuple[Making, str]]] = {
    **{
        made.__name__: (lambda table, made=made: page(table, made(table)).encode(), ".html")  # type: ignore[misc]
        for made in PAGES
    },
    "word": (word, ".docx"),
    "word_marked": (lambda table: word(table, marked=True), ".docx"),
    "csv": (lambda table: separated(table).encode(), ".csv"),
    "csv of a spreadsheet": (lambda table: separated(table, ";").encode("gb18030"), ".csv"),
    "tsv": (lambda table: separated(table, "\t").encode("utf-16"), ".tsv"),
}
"""Files of every kind but PDF, which is printed many at once: how each is made, and its extension."""
