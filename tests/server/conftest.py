"""A real server over the demonstration store."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.running import serving


@pytest.fixture(scope="session")
def address(demo_store: Path) -> Iterator[str]:
    """The address of a `borderkg serve` that lasts as long as the tests."""
    with serving(demo_store) as where:
        yield where


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    """A client of that server, which follows no redirect."""
    with httpx.Client(base_url=address, timeout=60) as http:
        yield http
