"""A claim whose evidence leaves its text is held back at the gate, with the reason."""

from dataclasses import replace

from borderkg.validation import gate
from tests.facts import SOURCES, claim

SOUND = claim("Policy:甲规划", "issuedBy", "Organization:乙局", (10, 20))


def test_evidence_behind_the_end_of_the_text_is_held_back() -> None:
    """Primary evidence or context: the claim goes, the sound one stays."""
    for changed in (replace(SOUND, predicate="transmits", start=990, end=1001), replace(SOUND, context=((990, 1001),))):
        other = replace(
            changed, subject_entity=replace(changed.subject_entity, iri="https://w3id.org/borderkg/id/policy/x")
        )  # type: ignore[type-var]
        kept, held, _ = gate.passed([SOUND, other], SOURCES)
        assert kept == [SOUND]
        assert ["within the text" in entry.reason for entry in held] == [True]
