"""The explorer in Chromium, over a real server. A console error or a request to another host fails the test."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from tests.running import serving

expect.set_options(timeout=20_000)  # a page that is shown late is shown: no test of ours measures time


@pytest.fixture(scope="session")
def address(demo_store: Path) -> Iterator[str]:
    """The address of a server over the demonstration store."""
    with serving(demo_store) as where:
        yield where


class Watched:
    """A page of the browser, and what went wrong on it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.faults: list[str] = []
        page.on("console", lambda message: self._note(message.type == "error", message.text))
        page.on("pageerror", lambda error: self._note(True, str(error)))
        page.on("dialog", self._dialog)
        page.route("**/*", self._local)

    def _note(self, wrong: bool, what: str) -> None:
        if wrong:
            self.faults.append(what)

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def _local(self, route: Route) -> None:
        if urlsplit(route.request.url).hostname == "127.0.0.1":
            route.continue_()
        else:
            self.faults.append(f"a request to {route.request.url}")
            route.abort()

    def open(self, path: str) -> Page:
        """The page at a path of the server."""
        self.page.goto(self.address + path)
        return self.page


def located(page: Page) -> str:
    """The address of a page, asked of the page itself: `page.url` is told by an event, which may come a moment later."""
    return str(page.evaluate("location.href"))


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """A fresh page, in Chinese; whatever went wrong on it fails the test."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    page = Watched(context.new_page(), address)
    yield page
    context.close()
    assert page.faults == []
