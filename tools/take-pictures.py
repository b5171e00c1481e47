"""Take the pictures of the README anew: `.venv/bin/python tools/take-pictures.py` (needs Chromium and Chinese fonts).

Builds the graph as `make run` does, serves it, and photographs its views, 1280 pixels wide. The texts of the release are
not attached, so that no passage in a picture comes from anywhere but `data/corpus`.
"""

import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
MOST_BYTES = 250_000
OPTIONS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
ZONES = """# Pilot zones: where they lie, when they were set up
SELECT ?zone ?name ?province (MIN(SUBSTR(STR(?date), 1, 4)) AS ?year) WHERE {
  ?zone a bkg:Platform ; bkg:platformType bkc:platform-type-key-pilot-zone ; skos:prefLabel ?name ;
        bkg:dateEstablished ?date ; bkg:locatedIn ?region .
  ?region bkg:adminLevel bkc:admin-level-province ; skos:prefLabel ?province
  FILTER(LANG(?name) = "zh" && LANG(?province) = "zh")
} GROUP BY ?zone ?name ?province ORDER BY ?year
"""


def _entity(iri: str) -> str:
    return f"/entity?iri={quote('https://w3id.org/borderkg/id/' + iri, safe='')}"


def _open_passages(page: Page) -> None:
    for number in range(3):
        page.locator(".claim .disclose").nth(number).press("Enter")


def _as_it_is(page: Page) -> None:
    page.wait_for_selector("h1")


VIEWS: dict[str, tuple[str, int, Callable[[Page], None]]] = {
    "search": ("/?q=瑞丽", 620, _as_it_is),
    "entity": (_entity("port/manzhouli"), 900, _open_passages),
    "conflict": (_entity("policy/western-development"), 620, lambda page: page.locator(".clash").first.wait_for()),
    "map": ("/map?show=port,platform,county", 900, lambda page: page.locator("svg.map .mark").first.wait_for()),
    "timeline": (
        "/lineage?name=国务院&depth=1&as_of=2012-07-09",
        900,
        lambda page: page.locator("svg .edge").first.wait_for(),
    ),
    "sparql": (f"/query?query={quote(ZONES)}", 780, lambda page: page.locator("tbody tr").first.wait_for()),
}
"""Each picture: its address, its height, and what to do before it is taken."""


@contextmanager
def _served() -> Iterator[str]:
    command = [sys.executable, "-m", "borderkg"]
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "graph")
        data = ROOT / "data"
        # 3 says that something was held back, which does not matter here.
        built = subprocess.run(
            [*command, "build", data / "corpus", "--store", store, "--release", data / "release"], check=False
        )
        if built.returncode not in (0, 3):
            sys.exit(built.returncode)
        server = subprocess.Popen(
            [*command, "serve", "--store", store, "--port", "0"], stdout=subprocess.PIPE, encoding="utf-8"
        )
        try:
            said = server.stdout.readline() if server.stdout else ""
            address = re.search(r"http://[\d.:]+", said)
            if address is None:
                sys.exit(f"borderkg serve did not start: {said}")
            yield address[0]
        finally:
            server.terminate()
            server.wait()


def _packed(png: bytes) -> bytes:
    """The same picture with its pixels packed as tightly as deflate can."""
    out, pixels, at = [png[:8]], b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, chunk = png[at + 4 : at + 8], png[at : at + length + 12]
        at += length + 12
        if kind == b"IDAT":
            pixels += chunk[8:-4]
            continue
        if kind == b"IEND":
            body = b"IDAT" + zlib.compress(zlib.decompress(pixels), 9)
            out.append(struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body)))
        out.append(chunk)
    return b"".join(out)


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with _served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=OPTIONS)
        for name, (path, height, prepare) in VIEWS.items():
            page = browser.new_page(locale="zh-CN", viewport={"width": 1280, "height": height})
            page.goto(address + path, wait_until="networkidle")
            prepare(page)
            page.mouse.move(0, 0)
            page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
            data = _packed(page.screenshot())
            if len(data) > MOST_BYTES:
                sys.exit(f"{name}: {len(data)} bytes, more than {MOST_BYTES}")
            (PICTURES / f"{name}.png").write_bytes(data)
            print(f"{name}.png: {len(data) // 1000} kB")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
