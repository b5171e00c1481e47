"""The gate: what violates a shape is held back with its reason, what is only warned of stays, and nothing gets lost."""

import json
from pathlib import Path

from borderkg.corpus.bibliography import UNKNOWN
from borderkg.graph import terms as t
from borderkg.graph import versions, writer
from borderkg.graph.store import LocalStore
from borderkg.graph.writer import Source
from borderkg.validation import gate
from tests.facts import HASH, SOURCES, claim

SOUND = claim("Policy:某办法", "issuedBy", "Organization:某局")
WRONG = claim("Policy:某条例", "issuedBy", "Region:某省")


def test_a_sound_claim_passes() -> None:
    """It is kept, and nothing is found."""
    kept, held, report = gate.passed([SOUND], SOURCES)
    assert (kept, held, report.violations, report.standing) == ([SOUND], [], [], 0)


def test_a_claim_that_violates_a_shape_is_held_back() -> None:
    """It alone, with its IRI, its place and the reason in both languages."""
    kept, (held,), report = gate.passed([SOUND, WRONG], SOURCES)
    assert kept == [SOUND]
    assert held.claim == writer.claim_iri(WRONG, SOURCES["a.txt"])
    assert (held.source, held.start, held.end, held.subject) == ("a.txt", 0, 5, "某条例")
    assert held.reason.startswith("a policy is issued by an organization")
    assert held.reason_zh == "政策由机构发布"
    assert report.errors and report.standing == 0


def test_a_warning_holds_nothing_back() -> None:
    """A text without an author is warned of; its claims stay."""
    nameless = {"a.txt": Source("a.txt", HASH, 1000, UNKNOWN)}
    kept, held, report = gate.passed([SOUND], nameless)
    assert (kept, held, report.errors) == ([SOUND], [], [])
    assert [warning.path.rsplit("/", 1)[-1] for warning in report.warnings] == ["author"]


def test_a_violation_that_no_claim_makes_stays_and_is_counted() -> None:
    """A text whose hash is none: no claim is at fault, so none is held back for it."""
    broken = {"a.txt": Source("a.txt", "z" * 64, 1000, SOURCES["a.txt"].bibliography)}
    kept, held, report = gate.passed([SOUND], broken)
    assert (kept, held) == ([SOUND], [])
    assert report.standing == len(report.errors) == 1


def test_every_claim_is_kept_or_held_back() -> None:
    """However many are wrong, each claim goes one of the two ways, once."""
    claims = [
        claim(f"Policy:第{i}号", "issuedBy", f"{'Region' if i % 3 == 0 else 'Organization'}:某{i}") for i in range(30)
    ]
    kept, held, _ = gate.passed(claims, SOURCES)
    assert len(kept) + len(held) == len(claims)
    assert {entry.subject for entry in held} == {f"第{i}号" for i in range(0, 30, 3)}


def test_what_is_read_is_a_claim_or_listed(demo_store: Path) -> None:
    """Of a whole build: statements read = claims of its texts + what was held back + what is listed as said again; and each
    claim has its node in the graph."""
    version = versions.latest(demo_store)
    listed = {
        name: [json.loads(line) for line in (version.folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
        for name in ("claims", "quarantine", "merged")
    }
    here = set(version.manifest["inputs"]["texts"])
    own = [entry for entry in listed["claims"] if entry["source"] in here]
    assert len(listed["merged"]) > 50
    assert version.manifest["summary"]["read"] == len(own) + len(listed["quarantine"]) + len(listed["merged"])
    nodes = {quad.subject for quad in LocalStore(version).quads(None, t.TYPE, t.bkg("Claim"))}
    assert len(nodes) == len(listed["claims"])
