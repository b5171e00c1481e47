"""Records: a changed copy is what `dataclasses.replace` makes."""

import dataclasses
from typing import Any

import pytest

from borderkg.claims.unclaimed import Held
from borderkg.records import replace

HELD = Held("a.txt", 1, 2, "cites", "甲", "乙", "rule", "reason", claim="c")


def test_a_changed_copy_keeps_all_other_fields() -> None:
    changed = replace(HELD, end=9, reason_zh="缘由")
    assert changed == dataclasses.replace(HELD, end=9, reason_zh="缘由")
    assert HELD.end == 2


def test_a_field_that_is_none_is_refused() -> None:
    changes: dict[str, Any] = {"colour": "red"}
    with pytest.raises(TypeError):
        replace(HELD, **changes)
