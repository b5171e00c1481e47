"""Documents that read like facts, and paragraphs set in lines as PDF extraction leaves them."""

import re
from collections.abc import Sequence

from borderkg.corpus import sections
from borderkg.corpus.document import Document
from borderkg.corpus.layout import Block, blocks
from borderkg.corpus.lines import split_lines
from borderkg.corpus.normaliser import Text, fold, normalise
from borderkg.corpus.page import Kind

SENTENCES = (
    "边境口岸是货物和人员往来的通道，也是地方经济的重要支点。",
    "自铁路通车以后，口岸的货运量连年上升，仓储与加工企业相继落户。",
    "该口岸主要进口原木、煤炭和矿石，出口蔬菜、建材与日用百货。",
    "由于地处高寒山区，冬季封关时间较长，贸易呈现明显的季节特点。",
    "地方政府随后出台了多项扶持办法，减免仓储费用，并改善道路条件。",
    "边民互市点的交易额在全部贸易中所占的份额不大，却关系到许多家庭的收入。",
    "两国边境城市之间建立了会晤机制，每年轮流举办商品展销会。",
    "第三方物流企业逐步进入，跨境运输的成本有所降低。",
    "研究认为，通道建设与产业培育应当同时推进，二者不可偏废。",
    "跨境电子商务兴起以后，许多商户转向线上销售，订单来自更远的地方。",
    "检验检疫设施不足，货物在旺季往往要等候数日才能通关。",
    "沿线各县的人口仍在外流，年轻的劳动力尤其缺乏。",
)
"""Whole sentences of our own, none of which begins like a heading wherever a line may break it."""


def document(text: str, name: str = "text.txt") -> Document:
    return Document(name, text, "0" * 64, "utf-8")


def reading(text: str) -> sections.Reading:
    return sections.read(document(text))


def normalised(text: str) -> Text:
    """A whole text as one running text."""
    folded = fold(text)
    return normalise(folded, [(line.start, line.end) for line in split_lines(folded)])


def blocks_of(text: str) -> list[Block]:
    return blocks(document(text))


def of_kind(text: str, kind: Kind) -> list[str]:
    """The normalised texts of a document's blocks of one kind."""
    return [block.text.text for block in blocks_of(text) if block.kind is kind]


def paragraph(first: int, count: int = 4) -> str:
    """A paragraph of our own sentences, beginning with the given one."""
    return "".join(SENTENCES[(first + i) % len(SENTENCES)] for i in range(count))


def squeezed(text: str) -> str:
    """What a printed text should read as, once its blanks are gone."""
    return re.sub(r"\s+", "", fold(text))


_PIECE = re.compile(r"[0-9A-Za-z.%]+|[^0-9A-Za-z.%]")
_NOT_FIRST = "，。、；：！？”）》"


def typeset(text: str, columns: int = 40, indent: str = "\u3000\u3000") -> list[str]:
    """Lines of a paragraph: a Han character takes two columns, no number is parted, no stop begins a line."""
    lines, line, used = [], indent, 2 * len(indent)
    for piece in _PIECE.findall(text):
        width = len(piece) if piece.isascii() else 2
        if used + width > columns and piece not in _NOT_FIRST:
            lines.append(line)
            line, used = "", 0
        line += piece
        used += width
    return [*lines, line]


def page(paragraphs: Sequence[str], columns: int = 40, gap: str = "\n") -> str:
    """Paragraphs set in lines, one below the other."""
    return gap.join(line for text in paragraphs for line in typeset(text, columns)) + "\n"


PROSE = page([paragraph(0), paragraph(4), paragraph(8)])
"""Three paragraphs broken into lines: enough for the layout to see that lines are broken."""
