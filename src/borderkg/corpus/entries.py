"""Lines of a profile: `所在地：珲春市`, one fact a line. Told from questions, by-lines and leads by the words they begin with."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.corpus.lines import Line

ENTRY: Final = re.compile(
    r"(?:[·•*—●○◆▲-]\s*)?[【\[]?(?P<label>(?:(?:19|20)\d\d年)?[\u4e00-\u9fff]{2,8}(?:\([^():]{1,10}\))?|(?:19|20)\d\d年)\s*(?::|[】\]]:?)\s*(?P<value>\S.*)$"
)
GAPPED: Final = re.compile(
    r"(?P<label>[\u4e00-\u9fff]{1,2}(?:[ \u3000]{1,2}[\u4e00-\u9fff]{1,2})?|[\u4e00-\u9fff]{2,8}|GDP)(?P<gap>\s+)(?P<value>\S.*)$"
)
"""A fact whose label and value a wide gap parts: 面积    590平方公里."""

_TELLING: Final = re.compile(
    "口岸|名称|中文名|外文名|别名|类别|类型|级别|等级|性质|所在|位置|地点|隶属|对应|对方|对岸|毗邻|接壤|邻国|开放|批准|获批|批复|开通|设立|成立|通关|运输方式|面积"
)
_FEWEST: Final = 2
_FEWEST_GAPPED: Final = 3
_ATTRIBUTE: Final = re.compile(
    "名称?$|时间$|日期$|机关$|所[在属]|省[区份]$|地区$|方式$|位置$|地点$|类[别型]$|级别$|面积$|人口$|代码$|区号$|邮[政编]|[车牌]|机场$|车站$|气候|民族|语言|生产总值|GDP|[边国海][境岸]线|驻地$|方言|产业$|(?:^|对[应方]|主要|所[辖属]|毗邻|相邻)口岸$|性质$|国家$|海拔|货运量|单位$|长度$"
)
_FIGURES: Final = re.compile(r"[\d.,%—-]+$")
"""A mere number is the cell of a table."""


def _gapped(lines: Sequence[Line]) -> Iterator[int]:
    """The positions of neighbouring lines of a label, a gap and a value, most of whose labels say what a profile says."""
    run: list[int] = []
    for i in range(len(lines) + 1):
        match = GAPPED.fullmatch(lines[i].text) if i < len(lines) and len(lines[i].text) <= 80 else None
        if match is not None and not re.search(r"\s{2}|[。;]", match["value"]):
            run.append(i)
            continue
        told = [m for k in run if (m := GAPPED.fullmatch(lines[k].text))]
        labels = sum(bool(_ATTRIBUTE.search(re.sub(r"\s", "", m["label"]))) for m in told)
        named = sum(not _FIGURES.fullmatch(m["value"]) for m in told)
        if labels >= _FEWEST_GAPPED and 3 * labels >= 2 * len(told) and 2 * named > len(told):
            yield from run
        run = []


def entry_lines(lines: Sequence[Line]) -> Iterator[int]:
    """The positions of lines that are entries of a profile: neighbours, of which two at least say what a profile says."""
    yield from _gapped(lines)
    run: list[int] = []
    for i in range(len(lines) + 1):
        match = ENTRY.match(lines[i].text.replace("**", "")) if i < len(lines) and len(lines[i].text) <= 120 else None
        if match is not None:
            run.append(i)
            continue
        labels = [m["label"] for k in run if (m := ENTRY.match(lines[k].text.replace("**", "")))]
        if sum(bool(_TELLING.search(label)) for label in labels) >= _FEWEST:
            yield from run
        run = []
