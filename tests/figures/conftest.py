"""The lineage of the demonstration graph, read once."""

from dataclasses import dataclass
from pathlib import Path

import networkx as nx
import pytest

from borderkg.figures import background
from borderkg.graph.store import GraphStore
from tests.figures import factory


@dataclass(frozen=True)
class Real:
    """A store with its lineage and what a figure of it names."""

    store: GraphStore
    whole: "nx.MultiDiGraph[str]"
    graph: "nx.MultiDiGraph[str]"
    """The part next to 国务院."""
    citations: dict[str, str]


@pytest.fixture(scope="session")
def real(demo_store: Path) -> Real:
    """The demonstration graph. Do not change it."""
    store = GraphStore.open(demo_store)
    whole = factory.of_store(store)
    return Real(store, whole, factory.next_to(whole, "国务院"), background.citations(store))
