"""One article of our own, written in every format that is read."""

import io
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from borderkg.corpus.document import Document
from borderkg.corpus.formats.loader import load
from borderkg.pipeline import read_documents

TITLE = "沿边口岸发展的现状与问题"
CAPTION = "表1 三省区进出口额（单位：亿美元）"
SOURCE = "资料来源：各省区统计公报。"
NOTE = "参见《口岸统计年鉴》，2021年版。"

OPENING = (
    "瑞丽口岸位于云南省瑞丽市，对应缅甸木姐口岸。",
    "2010年，国务院设立瑞丽重点开发开放试验区。",
    "自铁路通车以后，口岸的货运量连年上升",
    "，仓储与加工企业相继落户。",
    "磨憨口岸位于云南省勐腊县，对应老挝磨丁口岸。",
)
"""The mark of the note stands behind the third piece."""

CLOSING = (
    "检验检疫设施不足，货物在旺季往往要等候数日才能通关。2020年，广西壮族自治区进出口总额为704.2亿美元。",
    "沿线各县的人口仍在外流，年轻的劳动力尤其缺乏。满洲里口岸位于内蒙古自治区满洲里市，对应俄罗斯后贝加尔斯克口岸。",
)

HEADER = ("省区", "2019年 进口额", "2019年 出口额", "2020年 进口额", "2020年 出口额")
ROWS = (
    ("云南", "100.1", "200.2", "110.3", "220.4"),
    ("广西壮族自治区", "300.5", "400.6", "310.7", "420.8"),
    ("黑龙江", "50.1", "", "60.2", "—"),
)


def pipe_rows() -> str:
    rows = [HEADER, ("---",) * len(HEADER), *ROWS]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def markdown() -> str:
    """The article as a text file."""
    opening = "".join(OPENING[:3]) + "①" + "".join(OPENING[3:])
    paragraphs = [f"# {TITLE}", "## 一、口岸概况", opening, CAPTION, pipe_rows(), SOURCE, "## 二、存在的问题", *CLOSING]
    return "\n\n".join([*paragraphs, f"<sup>①</sup> {NOTE}"]) + "\n"


TABLE = (
    "<table><tr><th rowspan=2>省区<th colspan=2>2019年<th colspan=2>2020年<tr><th>进口额<th>出口额<th>进口额<th>出口额"
    + "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in ROWS)
    + "</table>"
)


def html(style: str = "", table: str = TABLE) -> str:
    """The article as a page: the table with merged cells, navigation around it."""
    opening = "".join(OPENING[:3]) + '<sup><a href="#n1">[1]</a></sup>' + "".join(OPENING[3:])
    return f"""<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>{TITLE} - 某网站</title><style>{style}</style></head>
<body><nav><a href=/>首页</a> &gt; 口岸</nav><main><h1>{TITLE}</h1>
<h2>一、口岸概况</h2><p>{opening}</p><p class=caption>{CAPTION}</p>{table}<p>{SOURCE}</p>
<section><h2>二、存在的问题</h2>{"".join(f"<p>{text}</p>" for text in CLOSING)}</section>
<p class=note id=n1><sup>①</sup> {NOTE}</p></main><footer>版权所有</footer></body></html>"""


def word() -> bytes:
    """The article in Word: styles, merged cells, a footnote, a tracked deletion and an insertion."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_heading("一、口岸概况", 1)
    paragraph = document.add_paragraph("".join(OPENING[:3]))
    _run(paragraph, '<w:footnoteReference w:id="1"/>')
    _run(paragraph, "<w:delText>已经删去的话。</w:delText>", "del")
    _run(paragraph, f"<w:t>{''.join(OPENING[3:])}</w:t>", "ins")
    document.add_paragraph(CAPTION)
    table = document.add_table(5, 5)
    for column, (first, second) in enumerate(zip(("", "2019年", "", "2020年", ""), HEADER, strict=True)):
        table.cell(0, column).text = first
        table.cell(1, column).text = second.split()[-1] if column else ""
    for start in (1, 3):
        table.cell(0, start).merge(table.cell(0, start + 1))
    table.cell(0, 0).merge(table.cell(1, 0)).text = "省区"
    for number, row in enumerate(ROWS, 2):
        for column, cell in enumerate(row):
            table.cell(number, column).text = cell
    document.add_paragraph(SOURCE)
    document.add_heading("二、存在的问题", 1)
    for text in CLOSING:
        document.add_paragraph(text)
    _footnote(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _run(paragraph: Any, inside: str, around: str = "") -> None:
    from docx.oxml.parser import parse_xml

    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    run = f"<w:r {namespace}>{inside}</w:r>"
    paragraph._p.append(
        parse_xml(f'<w:{around} {namespace} w:id="9" w:author="a">{run}</w:{around}>' if around else run)
    )


def _footnote(document: Any) -> None:
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    note = f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {NOTE}</w:t></w:r></w:p></w:footnote>'
    blob = f"<w:footnotes {namespace}>{separator}{note}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


PRINTED = """@page{size:A4;margin:2.5cm} body{font:11pt "Noto Serif CJK SC"} h1{font-size:18pt;text-align:center}
p{text-indent:2em;margin:0;line-height:1.6;text-align:justify} .caption{text-align:center;text-indent:0;margin-top:1em}
table{width:100%;border-collapse:collapse;margin-bottom:1em} td,th{padding:3pt;font-weight:normal;text-align:center}
nav,footer{display:none} .note{font-size:8pt;margin-top:2em;text-indent:0}"""


def printed(page: str, folder: Path) -> bytes:
    """A page as Chromium prints it to a PDF."""
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(page, "utf-8")
    chromium = shutil.which("chromium") or "chromium"
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder / 'profile'}",
    ]
    subprocess.run(
        [chromium, *options, f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True, timeout=120
    )
    return target.read_bytes()


def text_of(data: bytes, name: str) -> str:
    return load(data, Path(name)).text


def claims(text: str) -> Counter[tuple[str, ...]]:
    """What is read from a text, its places aside."""
    (read,) = read_documents([Document("a.txt", text, "ab" * 32, "utf-8")], 1)
    found = read.assembled.claims
    return Counter(
        (c.subject, c.predicate, str(c.object), c.indicator or "", c.time or "", c.unit or "", c.modality or "")
        for c in found
    )
