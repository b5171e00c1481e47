"""A table and its mapping in a folder of their own."""

from pathlib import Path
from typing import Any

import yaml

from tests.facts import corpus

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


TRADE: dict[str, object] = {**FIGURES, "indicator": "外贸进出口总额", "unit": "亿美元"}


def disputing(folder: Path) -> tuple[Path, tuple[Path, ...]]:
    """A folder of texts and the mappings of two tables: one contradicts the text in its third row, the other has a period that
    ends before it begins in its second."""
    texts = corpus(folder / "texts", a="标题：云南的外贸\n\n2020年，云南省外贸进出口总额为391.28亿美元。\n")
    trade = "省份,年份,产值\n广西,2020年,700\n云南,2020年,400\n"
    ends = {"startYear": {"column": "起"}, "endYear": {"column": "止"}}
    periods = {"class": "Period", "name": {"column": "时期"}, "properties": ends}
    held = "时期,起,止\n甲时期,2020年,1992年\n乙时期,1992年,2020年\n"
    return texts, (
        mapped(folder / "trade", trade, name="trade.csv", figures=[TRADE]),
        mapped(folder / "periods", held, name="periods.csv", entities=[periods]),
    )
