"""The redirects for w3id.org, in a real Apache: every lasting name leads to the server's address that answers for it."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from borderkg.vocabulary import BASE
from tests.conftest import ROOT

FOLDER = ROOT / "w3id"
SERVER = "https://borderkg.example.org"

CONFIGURATION = """
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {where}/pid
ErrorLog {where}/error.log
Mutex file:{where}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule negotiation_module {modules}/mod_negotiation.so
LoadModule rewrite_module {modules}/mod_rewrite.so
DocumentRoot {where}/root
<Directory {where}/root>
  AllowOverride All
  Require all granted
</Directory>
"""
MODULES = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2")


@pytest.fixture(scope="module")
def w3id(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """An Apache with the folder at /borderkg/, as w3id.org has it."""
    program = shutil.which("apache2") or shutil.which("httpd")
    modules = next((folder for folder in MODULES if Path(folder).is_dir()), None)
    if program is None or modules is None:
        raise AssertionError("Apache is not installed. As root: apt-get install apache2")
    where = tmp_path_factory.mktemp("apache")
    where.chmod(0o755)
    where.parent.chmod(0o755)
    shutil.copytree(FOLDER, where / "root" / "borderkg")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (where / "httpd.conf").write_text(CONFIGURATION.format(port=port, where=where, modules=modules), "utf-8")
    process = subprocess.Popen([program, "-X", "-d", str(where), "-f", str(where / "httpd.conf")])
    with httpx.Client(base_url=f"http://127.0.0.1:{port}/borderkg", timeout=10) as client:
        until = time.monotonic() + 30
        while True:
            try:
                client.get("/")
                break
            except httpx.TransportError:
                if process.poll() is not None or time.monotonic() > until:
                    log = where / "error.log"
                    said = log.read_text("utf-8") if log.exists() else ""
                    raise AssertionError(f"Apache does not answer: {said}") from None
                time.sleep(0.1)
        yield client
    process.terminate()
    process.wait(20)


NAMES = [
    ("id/port/manzhouli", 303),
    ("id/claim/0a1036c4-d2d2132708083f43", 303),
    ("id/rule/ports/a-port-faces-another", 303),
    ("ontology", 303),
    ("ontology/Port", 303),
    ("ontology/port", 303),
    ("ontology/core/port", 303),
    ("ontology/0.1.0", 303),
    ("concept/port-mode-rail", 303),
    ("graph/inferred", 302),
    ("graph/source/0a1036c4493c5e19", 302),
    (".well-known/void", 302),
    (".well-known/dcat", 302),
]


@pytest.mark.parametrize(("name", "status"), NAMES)
@pytest.mark.parametrize("accept", ["text/html", "text/turtle", "application/ld+json"])
def test_a_name_leads_to_the_same_path(name: str, status: int, accept: str, w3id: httpx.Client) -> None:
    """Whatever is asked for: the server negotiates. What stands behind a question mark goes along."""
    for query in ("", "?format=turtle"):
        answer = w3id.get(f"/{name}{query}", headers={"Accept": accept})
        assert (answer.status_code, answer.headers["Location"]) == (status, f"{SERVER}/{name}{query}")


def test_a_slash_behind_the_ontology(w3id: httpx.Client) -> None:
    """The namespace itself leads to the ontology."""
    assert w3id.get("/ontology/").headers["Location"] == f"{SERVER}/ontology"


def test_the_endpoint_keeps_the_method(w3id: httpx.Client) -> None:
    """A query that is posted is posted on (RFC 9110, section 15.4.8)."""
    answer = w3id.post("/sparql", data={"query": "ASK {}"})
    assert (answer.status_code, answer.headers["Location"]) == (307, f"{SERVER}/sparql")


@pytest.mark.parametrize(
    "name", ["nothing", "ontologyx", "id/", "idx/port", "sparql/x", "well-known/void", ".well-known/x"]
)
def test_other_names_lead_nowhere(name: str, w3id: httpx.Client) -> None:
    assert w3id.get(f"/{name}").status_code == 404


def test_no_name_leads_to_another_host(w3id: httpx.Client) -> None:
    """Whatever is written behind it."""
    for name in (
        "id///evil.example/",
        "id/%2F%2Fevil.example",
        "id/..%2f..%2f",
        "id/a%0d%0aX:%20y",
        "id/@evil.example",
    ):
        answer = w3id.get(f"/{name}")
        assert answer.status_code in (303, 404)
        assert answer.headers.get("Location", SERVER + "/id").startswith(f"{SERVER}/id")
        assert "X" not in answer.headers


@pytest.mark.parametrize("name", [name for name, _ in NAMES])
def test_the_server_answers_there(name: str, client: httpx.Client) -> None:
    """What a name leads to is no dead end."""
    status = client.get(f"/{name}", headers={"Accept": "text/turtle"}).status_code
    assert status in (200, 303), BASE + name
