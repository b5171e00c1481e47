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

GLUED: Final = re.compile(
    r"(?P<label>国家(?:\(地区\)|/地区)|国家(?=\s)|所在(?:地区?|位置|国家|城市)|(?:地理)?位置|(?:口岸)?(?:类型|类别|级别|等级)|(?:对应|对方)口岸"
    r"|(?:开[通放]|启用|批准|获批|设立|成立|建立)(?:日期|时间)|(?:主管|隶属|所属)?海关(?=\S{2,8}海关$)|隶属(?:行政区|关区)?|联邦主体|上级行政区|行政区[类级]别"
    r"|政府驻地|经纬度|坐标|客流量|货运量|交通工具|邮政编码|电话区号|行政区划代码|时区|[中外]文名称?|别名)(?P<gap>\s*)(?P<value>[^\s:：].*)"
)
"""A fact of an encyclopedia's box whose label and value run together in copies of a page: 对应口岸蒙古国 布尔嘎斯台口岸."""

_FEWEST_GLUED: Final = 3
_LONGEST_GLUED: Final = 40
_STRAYS: Final = 4
"""Lines of a box between two that are read: its headings, and what is of several lines."""

_OF_BOX: Final = re.compile("对[应方]口岸|日期$|时间$|位置$|所在|隶属|[类级]别$|类型$|联邦主体")

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


def _glued(lines: Sequence[Line]) -> Iterator[int]:
    """The positions of the lines of a box whose labels and values run together, and of those between them."""
    found: list[int] = []
    labels: list[str] = []
    for i in range(len(lines) + 1):
        text = lines[i].text if i < len(lines) else ""
        match = GLUED.fullmatch(text) if len(text) <= _LONGEST_GLUED and not text.endswith("。") else None
        if match is not None:
            found.append(i)
            labels.append(match["label"])
        elif i == len(lines) or (found and (i - found[-1] > _STRAYS or len(text) > _LONGEST_GLUED)):
            if len(found) >= _FEWEST_GLUED and sum(bool(_OF_BOX.search(label)) for label in labels) > 1:
                yield from range(found[0], found[-1] + 1)
            found, labels = [], []


def entry_lines(lines: Sequence[Line]) -> Iterator[int]:
    """The positions of lines that are entries of a profile: neighbours, of which two at least say what a profile says."""
    yield from _gapped(lines)
    yield from _glued(lines)
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
