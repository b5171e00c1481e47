"""What a lookup takes at the server, alone and while long queries run.

    python benchmarks/latency.py build/graph --long 2

Starts `borderkg serve` over a store, asks for the labels of ports one by one, and prints the median and the 95th
percentile in milliseconds: with nothing else running at the server, and while long queries do.
"""

import argparse
import http.client
import json
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

LOOKUP = "SELECT ?label {{ <{}> skos:prefLabel ?label }}"
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
PORTS = "SELECT ?port { ?port a bkg:Port } LIMIT 100"


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """The host and port of a server over a store."""
    command = [sys.executable, "-m", "borderkg", "serve", "--store", str(store), "--port", "0", "--seconds", "600"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        found = re.search(r"127\.0\.0\.1:\d+", process.stdout.readline() if process.stdout else "")
        if found is None:
            raise SystemExit("the server did not start")
        try:
            yield found[0]
        finally:
            process.terminate()


def ask(connection: http.client.HTTPConnection, query: str, path: str = "/sparql", **more: str) -> Any:
    """The JSON answer to a query."""
    connection.request("GET", f"{path}?{urlencode({'query': query, **more})}")
    return json.loads(connection.getresponse().read())


def lookups(host: str, ports: list[str], runs: int) -> tuple[float, float]:
    """Median and 95th percentile of lookups, in milliseconds, over one connection."""
    connection = http.client.HTTPConnection(host, timeout=60)
    taken = []
    for run in range(runs):
        began = time.perf_counter()
        ask(connection, LOOKUP.format(ports[run % len(ports)]))
        taken.append((time.perf_counter() - began) * 1000)
    connection.close()
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("--long", type=int, default=2, help="long queries that run meanwhile")
    parser.add_argument("--runs", type=int, default=200, help="lookups of each measurement")
    given = parser.parse_args()
    with serving(given.store) as host:
        rows = ask(http.client.HTTPConnection(host), PORTS)["results"]["bindings"]
        ports = [row["port"]["value"] for row in rows]
        print("| running meanwhile | median ms | 95 % ms |\n|---|---:|---:|")
        print("| nothing | {:.1f} | {:.1f} |".format(*lookups(host, ports, given.runs)))
        names = [f"long-query-{number}" for number in range(given.long)]
        others = [
            threading.Thread(
                target=ask, args=(http.client.HTTPConnection(host), LONG, "/api/query"), kwargs={"id": name}
            )
            for name in names
        ]
        for other in others:
            other.start()
        time.sleep(2)
        print("| {} long queries | {:.1f} | {:.1f} |".format(given.long, *lookups(host, ports, given.runs)))
        for name in names:
            connection = http.client.HTTPConnection(host, timeout=60)
            connection.request("DELETE", f"/api/query/{name}")
            connection.getresponse().read()
        for other in others:
            other.join()


if __name__ == "__main__":
    main()
