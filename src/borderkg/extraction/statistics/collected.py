"""Areas that are called by the places which they collect: 全国9个沿边省区."""

from typing import Final

from borderkg.extraction.span import Span

BORDER_PROVINCES: Final = "沿边省区"


def collects(span: Span) -> bool:
    """全国9个沿边省区: an area called by the places that it collects. 9个沿边省区的总人口 counts none."""
    return any(BORDER_PROVINCES in i.alternatives for i in span.individuals)
