"""A table and its mapping in a folder of their own."""

from pathlib import Path
from typing import Any

import yaml

FIGURES: dict[str, object] = {
    "area": {"column": "省份"},
    "time": {"column": "年份"},
    "value": {"column": "产值"},
    "indicator": "地区生产总值",
    "unit": "亿元",
}
"""Of a table with these columns."""


def mapped(folder: Path, table: str | bytes, *, name: str = "own.csv", **fields: Any) -> Path:
    """The mapping of a table, written beside it; what it says are its fields."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(table if isinstance(table, bytes) else table.encode())
    path = folder / "own.yaml"
    path.write_text(yaml.safe_dump({"table": name, **fields}, allow_unicode=True, sort_keys=False), "utf-8")
    return path
