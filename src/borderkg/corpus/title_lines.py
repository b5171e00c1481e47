"""The first line of a text, where it is its title."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.corpus.lines import Line
from borderkg.corpus.page import Page

_LONGEST_TITLE: Final = 80
_NO_TITLE: Final = re.compile(
    r"[,、:(]$|(?:通知|复函|批复|意见|决定|办法|规定|方案|规划|纲要|条例|函|公告|报告|讲话|致辞|发言|声明|答复)(?:\([^()]*\))?$"
)


def is_title(page: Page, paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph is the first line of a text whose paragraphs are not broken into lines: its title, though marks
    stand in it (海关总署：一季度…). The lines over an official document or a speech are read together."""
    first = page.lines[0]
    alone = len(paragraph) == 1 and paragraph[0] is first and not page.wrapped
    return alone and first.width <= _LONGEST_TITLE and not _NO_TITLE.search(first.text)
