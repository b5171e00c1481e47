"""BorderKG: a sourced, validated, queryable knowledge graph of China's border opening, populated from Chinese texts.

>>> import borderkg
>>> g = borderkg.open("build/graph")              # doctest: +SKIP
>>> g.query("SELECT ?p WHERE { ?p a bkg:Port }").to_pandas()   # doctest: +SKIP
"""

from pathlib import Path
from typing import TYPE_CHECKING

from borderkg import settings

if TYPE_CHECKING:
    from borderkg.api import KnowledgeGraph

__version__ = settings.VERSION
__all__ = ["__version__", "open"]


def open(path: str | Path) -> "KnowledgeGraph":
    """Open the current version of a store that `borderkg build` wrote. Raises StoreError where there is none."""
    from borderkg.api import open_graph

    return open_graph(path)
