"""Trade points named after villages that neither the reference data nor the segmenter knows: 里板互市点, 弄怀边贸点."""

import re
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation

_OF_A_VILLAGE: Final = re.compile("互市|边贸|边民")
_WITHIN: Final = re.compile(
    "境?内的?|辖区内?的|[\u4e00-\u9fff]{0,8}?(?:设立|建立|开设|增设|新设|开辟|兴建|兴办|启用|恢复|开放|开通|开办|建成)(?:了|起)?"
)
"""What may stand before such a name in one run with it: 境内的, 同意设立."""
_DESCRIBED: Final = re.compile(
    "[首第新旧老原现各多该此本其两三四五六七八九十几全当设建省市县个处座了着]|主要|重[点要]|沿边|边境|一般|常年|传统|[大小]型|部分|所有|固定|临时|已有|其他|其它|国家|双边|最早|最大|唯一|正[式常]|非正式|民间|秩序|规范|更多|配套"
)
_SAID: Final = re.compile("[共有拥开已批约到辖入参从发通经推以是与对和的在为于促搞做抓规管恢支加扩居边境商]")
"""In what a sentence says of a place's trade points: 文山州共有边民互市点21个."""


def of_a_village(annotation: Annotation, match: "re.Match[str]") -> int | None:
    """Where the name of a village begins in what stands before 互市点, though the segmenter knows no such name: it begins a
    clause, stands in a list or behind a place or 境内的, and says nothing of the kind (新兴, 首批). None where there is no
    such name."""
    head, end = match.span("head")
    within = _WITHIN.match(annotation.abstract, head, end)
    begin = within.end() if within else head
    before = annotation.abstract[begin - 1 : begin]
    behind = before == MARKS["Region"] and not _SAID.search(annotation.abstract, begin, end)  # 防城区里火边民互市点
    alone = within or not before or before in ",。;:、(" or before == MARKS["Date"] or behind
    following = [annotation.at[k] for k in (end, end + 1) if k in annotation.at]  # 国门湾中朝边民互市贸易区
    kind = next((span for span in following if span.label != "Countries"), None)
    named = 2 <= end - begin <= 4 and not _DESCRIBED.search(annotation.abstract, begin, end)
    return begin - head if alone and named and kind and _OF_A_VILLAGE.search(kind.text) else None
