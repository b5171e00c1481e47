"""A claim whose evidence leaves its text is held back at the gate, with the reason."""

from dataclasses import replace

from borderkg.validation import gate
from tests.facts import SOURCES, claim

SOUND = claim("Policy:甲规划", "issuedBy", "Organization:乙局", (10, 20))
OTHER = claim("Policy:丙办法", "issuedBy", "Organization:乙局", (10, 20))


def test_evidence_behind_the_end_of_the_text_is_held_back() -> None:
    """Primary evidence or context: the claim goes, the sound one stays."""
    for faulty in (replace(OTHER, start=990, end=1001), replace(OTHER, context=((990, 1001),))):
        kept, held, _ = gate.passed([SOUND, faulty], SOURCES)
        assert kept == [SOUND]
        assert ["within the text" in entry.reason for entry in held] == [True]
