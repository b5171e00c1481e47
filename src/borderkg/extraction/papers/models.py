"""What a paper's model is: the methods that it uses and the variables that it names by their role."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from borderkg import schema
from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed, Reading, sentences
from borderkg.corpus.tables import Table
from borderkg.extraction.statement import Mention, Range, Statement
from borderkg.schema import Concept

_READ: Final = (Kind.PARAGRAPH, Kind.NOTE, Kind.ABSTRACT)


def statements(reading: Reading, tables: list[Table], document: Mention) -> Iterator[Statement]:
    """Methods and variables, of the running text and of tables that explain variables; not those of the papers that a
    review tells of."""
    for placed in reading.placed:
        if placed.block.kind in _READ and not _reviews(placed):
            yield from _methods(placed.block, document)
            yield from _variables(placed.block, document)
        elif placed.block.kind is Kind.HEADING:
            yield from _headed(placed, reading, document)
    for table in tables:
        yield from _listed(table, document)


_REVIEW: Final = re.compile("文献|综述|述评|研究现状|研究进展|研究动态")
_OTHERS: Final = re.compile(
    r"(?:^|[;,])[\u4e00-\u9fff]{2,3}等人?(?:对|通过|认为|运用|采用|利用|基于|构建|从|以)|学者|文献|以往研究|已有研究|(?:[\u4e00-\u9fff]{2,4}等?|[A-Za-z]+)\((?:19|20)\d\d|前人|其他研究|(?:现有|既有|相关|以往|此前|多数|国内外)的?(?:研究|成果|分析)(?![中对象方])[^,;]{0,6}(?:采用|运用|使用|利用|基于|集中|大多|多[采运使]|主要|以)|(?:常用|多用|较多|普遍|流行|主流)的(?:方法|模型)"
)
"""The methods of other papers."""

_AFTER_OTHERS: Final = re.compile("(?:借鉴|参考|参照|沿用|借用|依据|按照)[^,。;]{0,30},")
"""借鉴某某(2010)的做法，运用…: the method is this paper's."""

_UNUSED: Final = re.compile("未采用|不采用|没有采用|无法采用|可以采用|有待|今后")
_OWN: Final = re.compile(
    "(?:本文|本书|本研究|我们|笔者)[^,;。]{0,10}(?:采用|运用|使用|利用|借鉴|构建|建立|基于)[^,;。]*$"
)
"""本文运用某某(2006)改进的引力模型: whoever devised it."""

_USES: Final = re.compile(
    r"(?:采用|运用|使用|利用|选用|应用|借助|借鉴|构建|建立|引入|基于|通过|进行|采取|选择|综合运用|结合)[^,。;]{0,24}$"
)


def _reviews(placed: Placed) -> bool:
    """Whether a block stands in a section that tells of other papers."""
    return any(_REVIEW.search(section.title) for section in placed.section.ancestry())


@cache
def _method_names() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Concept]]:
    """An expression for a quick look, one for the names of methods as words, and the methods by their names."""
    names = {
        label: concept
        for concept in schema.load().concepts
        if concept.scheme == "method"
        for label in (concept.label_zh, *concept.other_labels)
    }
    words = "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(words), re.compile(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])"), names


def _methods(block: Block, document: Mention) -> Iterator[Statement]:
    """Methods of the scheme that a clause says to use; a list shares the verb."""
    text = block.text.text
    maybe, pattern, names = _method_names()
    if not maybe.search(text):
        return
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        if _UNUSED.search(words):
            continue
        others = _OTHERS.search(_AFTER_OTHERS.sub("", words))
        for match in pattern.finditer(words):
            if (_OWN if others else _USES).search(words, 0, match.start()):
                concept = names[match[0]]
                method = Mention("Concept", concept.label_zh, (match[0],), concept=concept)
                where = (sentence.start + match.start(), sentence.start + match.end())
                yield Statement(document, "usesMethod", method, block.text.raw(*where), "models::a method that is used")


_ROLE: Final = (
    r"(?:被解释变量|核心解释变量|主要解释变量|解释变量|控制变量|中介变量|调节变量|工具变量"
    r"|门槛变量|门限变量|因变量|自变量)"
)
_VARIABLE: Final = re.compile(
    rf"(?P<role>{_ROLE})(?:\([A-Za-z_\d]{{1,12}}\))?(?:主要|分别|依次|均)?(?:选取|选择|设定|确定)?了?(?:包括|包含|有|为|是|:|选取|采用)"
    rf"(?:了|以下[^:]{{0,6}}:|:)?(?P<what>(?:(?!{_ROLE})[^。;]){{2,160}})"
)
_NAMED_VARIABLE: Final = re.compile(
    r"^(?:\(?\d\)|[①-⑳]|“)?(?P<name>[\u4e00-\u9fffA-Za-z—\-/]{2,18}?)(?:”)?(?:\((?P<symbol>[A-Za-zΔδ_\d.]{1,14})\))?$"
)
_NO_VARIABLE: Final = re.compile(
    r"^(?:以|用|采用|即|来|并|该|其|分别|记|取|使用|由|通过|选取|表示|反映|这|此|我们|本文|因为|而|一般)|衡量|表示|变量|模型|等$|如下"
)


def _variables(block: Block, document: Mention) -> Iterator[Statement]:
    """Variables that a sentence lists by their role, up to the first clause that is no name."""
    text = block.text.text
    for found in _VARIABLE.finditer(text):
        for start, end in _items(text, *found.span("what")):
            match = _NAMED_VARIABLE.match(text[start:end].removesuffix("等"))
            if match is None or _NO_VARIABLE.search(match["name"]):
                break
            where = (start + match.start("name"), start + match.end("name"))
            yield _variable(document, match["name"], block.text.raw(*where), found["role"], match["symbol"] or "")


def _items(text: str, start: int, end: int) -> Iterator[Range]:
    for match in re.compile(r"(?:[^、,;()和与及]|\([^()]*\)|(?<=[参给中]))+").finditer(text, start, end):
        yield match.span()


_EXPLAINED: Final = re.compile("变量")
_HEADING: Final = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,18})\((?P<symbol>[A-Za-zΔδ_\d.]{1,14})\)$")
_AS: Final = re.compile(rf"(?:作为|为|是)(?:本文的?|模型的?)?(?P<role>{_ROLE})")


def _headed(placed: Placed, reading: Reading, document: Mention) -> Iterator[Statement]:
    """A variable that has a heading of its own, 2. 固定资产投资(FAI), in a section on variables; its first paragraph may
    tell its role."""
    heading, section = placed.block, placed.section
    match = _HEADING.search(heading.text.text)
    if match is None or section.parent is None or not _EXPLAINED.search(section.parent.title):
        return
    under = "".join(
        p.block.text.text for p in reading.placed if p.section is section and p.block.kind is Kind.PARAGRAPH
    )
    role = _AS.search(under)
    where = heading.text.raw(*match.span("name"))
    yield _variable(document, match["name"], where, role["role"] if role else "", match["symbol"])


_HEADER: Final = re.compile(r"^(?:变量|变量名称?|指标|指标名称)$")
_BESIDE: Final = re.compile(r"^(?:变量)?(?:符号|代码|含义|定义|说明|类型|性质|度量方法|测度方法|衡量方式|计算方法)")
_KIND: Final = re.compile(r"类型|性质|类别")
_SYMBOL: Final = re.compile(r"符号|代码")


def _listed(table: Table, document: Mention) -> Iterator[Statement]:
    """The variables of a table that explains them: a column of names beside one of symbols, meanings or roles."""
    heads = [label.text for label in table.header]
    named = [i for i, head in enumerate(heads) if _HEADER.match(head)]
    if table.regression or not named or not any(_BESIDE.match(head) for head in heads):
        return
    kind = next((i for i, head in enumerate(heads) if _KIND.search(head)), None)
    symbol = next((i for i, head in enumerate(heads) if _SYMBOL.search(head)), None)
    for row in table.rows:
        name = row[named[-1]]
        if name is None or name.number is not None or not name.text or name.dash:
            continue
        role, sign = (row[i] if i is not None else None for i in (kind, symbol))
        yield _variable(
            document, name.text, (name.start, name.end), role.text if role else "", sign.text if sign else ""
        )


def _variable(document: Mention, name: str, where: Range, role: str, symbol: str) -> Statement:
    qualifiers = {key: value for key, value in (("role", role), ("symbol", symbol)) if value}
    return Statement(document, "variable", name, where, "models::a variable", qualifiers=dict(qualifiers))
