"""The command line and the server as a user runs them: as processes of their own."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

COMMAND = (sys.executable, "-m", "borderkg")
NOTHING: Mapping[str, str] = {}


def borderkg(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] = NOTHING
) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end, with these variables besides those of the environment; its output is UTF-8."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def done(*arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] = NOTHING) -> str:
    """The output of a command that must succeed."""
    result = borderkg(*arguments, cwd=cwd, env=env)
    assert result.returncode == 0, f"{arguments}: exit {result.returncode}\n{result.stdout}\n{result.stderr}"
    return result.stdout


def one_line_error(*arguments: str | Path, cwd: Path | None = None) -> str:
    """The line on standard error of a command that must fail: one line, no traceback, nothing on standard output."""
    result = borderkg(*arguments, cwd=cwd)
    lines = result.stderr.splitlines()
    assert result.returncode in (1, 2), f"{arguments}: exit {result.returncode}\n{result.stdout}\n{result.stderr}"
    assert "Traceback" not in result.stderr, result.stderr
    assert len(lines) == 1, f"{len(lines)} lines on standard error: {result.stderr}"
    assert not result.stdout
    return lines[0]


@dataclass(frozen=True)
class Server:
    """A `borderkg serve` that runs."""

    address: str
    pid: int

    def processes(self) -> list[int]:
        """The process itself and those that it started, however far down."""
        found = [self.pid]
        for pid in found:
            children = Path(f"/proc/{pid}/task").glob("*/children")
            with suppress(OSError):
                found += [int(child) for path in children for child in path.read_text("utf-8").split()]
        return found

    def rests(self) -> bool:
        """Whether every process waits for something: none works, nor would if a processor were free."""
        states = []
        for pid in self.processes():
            with suppress(OSError):
                states.append(Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0])
        return set(states) <= {"S", "Z"}


@contextmanager
def serving(store: Path | str, *options: str) -> Iterator[str]:
    """The address of a real `borderkg serve`; see `running`."""
    with running(store, *options) as server:
        yield server.address


@contextmanager
def running(store: Path | str, *options: str) -> Iterator[Server]:
    """A real `borderkg serve` on a free port of 127.0.0.1. Shows its stderr where it dies."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--store", str(store), "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    said: list[str] = []
    assert process.stdout is not None and process.stderr is not None
    reader = threading.Thread(target=said.extend, args=(process.stderr,), daemon=True)
    reader.start()
    try:
        first = process.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", first)
        if address is None:
            process.wait(10)
            reader.join(10)
            raise AssertionError(f"borderkg serve did not start: {first}{''.join(said)}")
        yield Server(address[0], process.pid)
        assert process.poll() is None, f"borderkg serve died with {process.poll()}: {''.join(said)}"
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reader.join(10)
        process.stdout.close()
        process.stderr.close()
