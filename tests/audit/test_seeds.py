"""Seeded texts through extraction, assembler and audit: the faults are found, and sound texts are left alone."""

from collections import Counter
from collections.abc import Callable

import pytest

from borderkg.claims import audit
from tests.audit.hands import FOUND_AS, claims, found, seeds, traps

RECALL = 0.95
RECALL_OF_A_KIND = 0.80
FALSE_ALARMS = 1 / 20


def test_there_are_seeds_of_all_kinds() -> None:
    """Sixty and more, of every kind, each of one fault: the sound and the faulty text differ."""
    drawn = seeds()
    assert len(drawn) >= 60
    assert {seed.kind for seed in drawn} == set(FOUND_AS)
    assert len({seed.text for seed in drawn}) == len(drawn)
    assert all(seed.sound != seed.faulty and "⟦" not in seed.sound + seed.faulty for seed in drawn)


def test_the_recall_of_seeded_faults(record_property: Callable[[str, object], None]) -> None:
    """Of the faults, a finding of the right kind."""
    drawn, hit = Counter(seed.kind for seed in seeds()), Counter[str]()
    missed = []
    for seed in seeds():
        if any(finding.kind in FOUND_AS[seed.kind] for finding in found(seed.faulty)):
            hit[seed.kind] += 1
        else:
            missed.append(seed.name)
    record_property("recall", ", ".join(f"{kind} {hit[kind]} of {drawn[kind]}" for kind in FOUND_AS))
    assert hit.total() >= RECALL * drawn.total(), missed
    assert all(hit[kind] >= RECALL_OF_A_KIND * drawn[kind] for kind in drawn), missed


def test_the_false_alarms_on_sound_texts() -> None:
    """Of the same texts without the fault, few give a finding."""
    alarms = {
        seed.name: [f.computation or f.reason for f in found(seed.sound)] for seed in seeds() if found(seed.sound)
    }
    assert len(alarms) <= FALSE_ALARMS * len(seeds()), alarms


@pytest.mark.parametrize("name", traps())
def test_what_only_looks_wrong_is_left_alone(name: str) -> None:
    assert [f.computation for f in audit.findings(claims(traps()[name]))] == []


def test_every_finding_can_be_shown() -> None:
    """A finding has its claims, reasons in both languages and its computation in plain arithmetic."""
    for seed in seeds():
        for finding in audit.findings(claims(seed.faulty)):
            assert finding.claims
            assert finding.reason and finding.reason_zh != finding.reason
            assert any("\u4e00" <= c <= "\u9fff" for c in finding.reason_zh)
            assert any(sign in finding.computation for sign in "=≠<>")
