"""Lines of a profile: `所在地：珲春市`, one fact a line. Told from questions, by-lines and leads by the words they begin with."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.corpus.lines import Line

ENTRY: Final = re.compile(
    r"(?:[·•*—●○◆▲-]\s*)?[【\[]?(?P<label>(?:(?:19|20)\d\d年)?[\u4e00-\u9fff]{2,8}|(?:19|20)\d\d年)\s*(?::|[】\]]:?)\s*(?P<value>\S.*)$"
)
GAPPED: Final = re.compile(
    r"(?P<label>[\u4e00-\u9fff]{2,8})(?:[ \u3000]{2,}|\t+)(?P<value>\S(?:(?![ \u3000]{2}|\t).)*)$"
)
"""批复机关    国务院: a wide blank stands for the colon, as where a box beside an article is copied."""
_TELLING: Final = re.compile(
    "口岸|名称|类别|类型|级别|等级|性质|所在|位置|地点|隶属|对应|对方|对岸|毗邻|接壤|邻国|开放|批准|获批|批复|开通|设立|成立|通关|运输方式|面积"
)
_FEWEST: Final = 2


def _entry(text: str) -> re.Match[str] | None:
    return ENTRY.match(text) or GAPPED.match(text.strip())


def entry_lines(lines: Sequence[Line]) -> Iterator[int]:
    """The positions of lines that are entries of a profile: neighbours, of which two at least say what a profile says."""
    run: list[int] = []
    for i in range(len(lines) + 1):
        match = _entry(lines[i].text) if i < len(lines) and len(lines[i].text) <= 120 else None
        if match is not None:
            run.append(i)
            continue
        labels = [m["label"] for k in run if (m := _entry(lines[k].text))]
        if sum(bool(_TELLING.search(label)) for label in labels) >= _FEWEST:
            yield from run
        run = []
