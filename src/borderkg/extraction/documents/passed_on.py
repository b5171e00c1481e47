"""What a notice passes on, named twice: 转发商务部关于边境旅游意见的通知 in its title, 《关于边境旅游的意见》 in its text.

The title runs the name of the other document into its own and drops the 的 in it. It is one document, and where the text
names it in full, that name stands.
"""

from collections.abc import Sequence
from typing import Final

from borderkg.extraction.statement import Mention, Statement

_PASSED_ON: Final = ("title names what it transmits", "title names whom it transmits")


def settled(statements: Sequence[Statement]) -> list[Statement]:
    """Statements, without what titles say of a document that the text names in full elsewhere."""
    said = [s for s in statements if s.rule.endswith(_PASSED_ON)]
    if not said:
        return list(statements)
    named = {m.text for s in statements for m in (s.subject, s.object) if isinstance(m, Mention) and m.type == "Policy"}
    in_full = {name.replace("的", "") for name in named if "的" in name}
    twice = {name for name in named if "的" not in name and name in in_full}
    return [s for s in statements if s not in said or not _of(s) & twice]


def _of(statement: Statement) -> set[str]:
    return {m.text for m in (statement.subject, statement.object) if isinstance(m, Mention)}
