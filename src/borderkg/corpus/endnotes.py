"""Notes and references at the end of a text: below 参考文献 or 注释, or below a rule that parts them from the text."""

import re
from typing import Final

from borderkg.corpus.page import Kind, Page

_REFERENCES: Final = re.compile(
    r"(?:主要)?(?:参\s*考|引用)\s*(?:文\s*献|资\s*料|书\s*目)\s*:?$|(?:附\s*)?注\s*释\s*:?$|(?:脚|尾)注:?$|References$",
    re.IGNORECASE,
)
_HEADING_MARKS: Final = re.compile(r"^#+\s*|[\[\]【】]")
_RULE: Final = re.compile(r"[-—_=*]{3,}$")
"""A line that is drawn, over the notes."""

_NOTE_MARK: Final = re.compile(r"<sup>|[①-⑳]|\[\d{1,2}\]|\*(?![*\s])")


def mark(page: Page) -> None:
    """Tell what is a note or a cited work, from the words or the rule above it."""
    for i, line in enumerate(page.lines):
        if _RULE.match(line.squeezed) and page.kinds[i] is None:
            _below_rule(page, i)
        elif _REFERENCES.match(_HEADING_MARKS.sub("", line.text)) and page.kinds[i] in (None, Kind.NOTE):
            _below_words(page, i)
            return


def _below_words(page: Page, i: int) -> None:
    page.kinds[i] = Kind.ASIDE
    for k in range(i + 1, len(page.lines)):
        if page.kinds[k] is None and not re.match(r"#", page.lines[k].text):
            page.kinds[k] = Kind.FOOTNOTE
        elif page.lines[k].text.startswith("#"):
            break


def _below_rule(page: Page, i: int) -> None:
    """A rule is nothing to read; under it stand notes where the first has the mark of one."""
    page.kinds[i] = Kind.ASIDE
    begun = False
    for k in range(i + 1, len(page.lines)):
        line = page.lines[k]
        begun = begun or bool(_NOTE_MARK.match(line.text))
        ends = not _NOTE_MARK.match(line.text) and (line.blanks or not page.wrapped)
        if not begun or ends or page.kinds[k] not in (None, Kind.FOOTNOTE):
            return
        page.kinds[k] = Kind.FOOTNOTE
