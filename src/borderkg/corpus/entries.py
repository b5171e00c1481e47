"""Lines of a profile: `所在地：珲春市`, one fact a line. Told from questions, by-lines and leads by the words they begin with."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.corpus.lines import Line

ENTRY: Final = re.compile(
    r"(?:[·•*—●○◆▲-]\s*)?[【\[]?(?P<label>(?:(?:19|20)\d\d年)?[\u4e00-\u9fff]{2,8}|(?:19|20)\d\d年)\s*(?::|[】\]]:?)\s*(?P<value>\S.*)$"
)
_TELLING: Final = re.compile(
    "口岸|名称|中文名|外文名|别名|类别|类型|级别|等级|性质|所在|位置|地点|隶属|对应|对方|对岸|毗邻|接壤|邻国|开放|批准|获批|批复|开通|设立|成立|通关|运输方式|面积"
)
_FEWEST: Final = 2
SPACED: Final = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,8})(?:\t| {2,})\s*(?P<value>\S+(?: \S+)*)$")
"""批复时间    2012年7月9日: only blanks part what is told from what it tells."""

_SPACED_LABEL: Final = re.compile(
    "(?:时间|日期|机关|省区|省份|地区|所在地|面积|类型|类别|级别|性质|位置|国家|方式|人口|名|名称)$"
)
_FEWEST_SPACED: Final = 3


def entry_lines(lines: Sequence[Line]) -> Iterator[int]:
    """The positions of lines that are entries of a profile: neighbours, of which two at least say what a profile says."""
    run: list[int] = []
    for i in range(len(lines) + 1):
        match = ENTRY.match(lines[i].text) if i < len(lines) and len(lines[i].text) <= 120 else None
        if match is not None:
            run.append(i)
            continue
        labels = [m["label"] for k in run if (m := ENTRY.match(lines[k].text))]
        if sum(bool(_TELLING.search(label)) for label in labels) >= _FEWEST:
            yield from run
        run = []
    yield from _spaced_lines(lines)


def _spaced_lines(lines: Sequence[Line]) -> Iterator[int]:
    """The same, of lines whose labels only blanks part from what they tell; most of them have to tell what a profile does."""
    run: list[int] = []
    for i in range(len(lines) + 1):
        if i < len(lines) and len(lines[i].text) <= 80 and SPACED.match(lines[i].text):
            run.append(i)
            continue
        telling = sum(bool((m := SPACED.match(lines[k].text)) and _SPACED_LABEL.search(m["label"])) for k in run)
        if telling >= _FEWEST_SPACED and 2 * telling > len(run):
            yield from run
        run = []
