"""Real SPARQL servers on this machine: Virtuoso and `oxigraph serve`, each in a folder of its own on free ports.

For tests and benchmarks alike: plain context managers, that end what they started.
"""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

VIRTUOSO = "virtuoso-t"
ISQL = "isql-vt"
"""As Debian's virtuoso-opensource-7-bin names its commands."""

PASSWORD = "dba"  # noqa: S105 # of a server on this machine that lives as long as one test
_PATIENCE = 90.0
"""Seconds in which a server must answer; it takes two on a quiet machine."""


@dataclass(frozen=True)
class SparqlServer:
    """A server that runs, with the addresses it answers at."""

    name: str
    query: str
    """Where queries go."""
    update: str
    """Where updates go; no credentials are asked."""
    graph_store: str
    """Where whole graphs go (SPARQL 1.1 Graph Store HTTP Protocol)."""
    pid: int
    folder: Path
    """Of its files."""
    isql: Sequence[str] = ()
    """Virtuoso's own client with its address and credentials, to which `EXEC=…` is given; empty for others. It turns `+`
    into a blank."""


@contextmanager
def oxigraph(folder: Path | None = None, *options: str) -> Iterator[SparqlServer]:
    """An `oxigraph serve` over an empty store, or over the one in a folder. `options` are its own."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        raise AssertionError("oxigraph is not installed: make install-dev")
    with _folder(folder) as where:
        port = _free_port()
        command = [program, "serve", "--location", str(where), "--bind", f"127.0.0.1:{port}", *options]
        with _started("oxigraph serve", command, where, port, "/query?query=ASK%7B%7D") as pid:
            base = f"http://127.0.0.1:{port}"
            yield SparqlServer("oxigraph serve", f"{base}/query", f"{base}/update", f"{base}/store", pid, where)


@contextmanager
def virtuoso(
    folder: Path | None = None, *, most_rows: int = 1_000_000, seconds: int = 0, buffers: int = 20_000
) -> Iterator[SparqlServer]:
    """A Virtuoso over an empty database, or over the one in a folder.

    It gives `most_rows` rows at most, and what it has found after `seconds` (0: no limit); `buffers` pages of 8 KB are its
    memory. Anybody may update it; `/sparql-auth` wants the user dba and PASSWORD.
    """
    program, client = shutil.which(VIRTUOSO), shutil.which(ISQL)
    if program is None or client is None:
        raise AssertionError("Virtuoso is not installed. As root: apt-get install virtuoso-opensource-7-bin")
    with _folder(folder) as where:
        port, sql = _free_port(), _free_port()
        (where / "virtuoso.ini").write_text(_ini(where, port, sql, most_rows, seconds, buffers), "utf-8")
        command = [program, "+foreground", "+configfile", str(where / "virtuoso.ini"), "+wait"]
        with _started("Virtuoso", command, where, port, "/sparql?query=ASK%7B%7D") as pid:
            isql = [client, f"127.0.0.1:{sql}", "dba", PASSWORD, "VERBOSE=OFF", "ERRORS=STDOUT"]
            grant = "GRANT SPARQL_UPDATE TO \"SPARQL\"; DB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 7);"
            said = subprocess.run(
                [*isql, f"EXEC={grant}"], capture_output=True, encoding="utf-8", check=True, timeout=60
            )
            if "Error" in said.stdout:
                raise AssertionError(f"Virtuoso: {said.stdout}")
            base = f"http://127.0.0.1:{port}"
            crud = f"{base}/sparql-graph-crud"
            yield SparqlServer("Virtuoso", f"{base}/sparql", f"{base}/sparql", crud, pid, where, isql)


def load(server: SparqlServer, graphs: dict[str, bytes]) -> None:
    """Put graphs (by IRI; the empty string is the default graph, which Virtuoso lacks) given as N-Triples into a server."""
    address = server.graph_store.removeprefix("http://")
    host, _, path = address.partition("/")
    for name, triples in graphs.items():
        where = f"graph={quote(name, safe='')}" if name else "default"
        connection = http.client.HTTPConnection(host, timeout=600)
        connection.request("PUT", f"/{path}?{where}", triples, {"Content-Type": "application/n-triples"})
        with connection.getresponse() as response:
            said = response.read()
        connection.close()
        if response.status not in (200, 201, 204):
            raise AssertionError(f"{server.name}: {response.status} {said[:500]!r}")


def _ini(where: Path, port: int, sql: int, most_rows: int, seconds: int, buffers: int) -> str:
    """Its settings: see docs.openlinksw.com/virtuoso/dbadm. All its files lie in the folder, all its ports on 127.0.0.1."""
    return f"""
[Database]
DatabaseFile = {where}/virtuoso.db
ErrorLogFile = {where}/virtuoso.log
LockFile = {where}/virtuoso.lck
TransactionFile = {where}/virtuoso.trx
xa_persistent_file = {where}/virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000

[TempDatabase]
DatabaseFile = {where}/virtuoso-temp.db
TransactionFile = {where}/virtuoso-temp.trx
MaxCheckpointRemap = 2000

[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {buffers * 3 // 4}
DirsAllowed = {where}
ServerThreads = 20
CheckpointInterval = 0

[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {where}
ServerThreads = 8
MaxClientConnections = 8

[SPARQL]
ResultSetMaxRows = {most_rows}
MaxQueryExecutionTime = {seconds}
"""


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given is not None:
        given.mkdir(parents=True, exist_ok=True)
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="sparql-") as made:
        yield Path(made)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def _started(name: str, command: list[str], where: Path, port: int, path: str) -> Iterator[int]:
    """A process, from when it answers at a path to the end of the block. Shows what it said where it dies."""
    log = where / "server.log"
    with log.open("wb") as said:
        process = subprocess.Popen(command, cwd=where, stdout=said, stderr=said, stdin=subprocess.DEVNULL, env=_quiet())
    try:
        _wait(name, process, port, path, log)
        yield process.pid
        if process.poll() is not None:
            raise AssertionError(f"{name} died with {process.poll()}: {log.read_text('utf-8', 'replace')[-2000:]}")
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _quiet() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}


def _wait(name: str, process: "subprocess.Popen[bytes]", port: int, path: str, log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < until:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", path)
            if connection.getresponse().status == http.client.OK:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    process.kill()
    process.wait()
    raise AssertionError(f"{name} does not answer: {log.read_text('utf-8', 'replace')[-2000:]}")
