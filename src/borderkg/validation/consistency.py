"""OWL 2 DL consistency of the core ontology: HermiT, through owlready2. Needs Java.

Only `ontology/core` is loaded (no alignments, no dates: `xsd:gYear` lies outside HermiT's datatype map).
"""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from borderkg.errors import ReferenceDataError
from borderkg.schema import parse
from borderkg.validation.report import Violation


def check(files: Sequence[Path]) -> list[Violation]:
    """The unsatisfiable classes of the ontology in these Turtle files, or its inconsistency.

    Raises ReferenceDataError where Java is missing.
    """
    if shutil.which("java") is None:
        raise ReferenceDataError(
            "Java is needed for the consistency check: as root, apt-get install default-jre-headless"
        )
    import owlready2

    with tempfile.TemporaryDirectory() as folder:
        merged = Path(folder) / "core.nt"
        triples = [triple for path in files for triple in parse(path)]
        merged.write_bytes(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
        world = owlready2.World()
        world.get_ontology(merged.as_uri()).load()
        try:
            with world:
                owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)
        except owlready2.OwlReadyInconsistentOntologyError:
            return [Violation("consistency", "Violation", "ontology/core", "the ontology is inconsistent")]
        bad = sorted(str(c.iri) for c in world.inconsistent_classes() if c is not owlready2.Nothing)
        return [Violation("consistency", "Violation", iri, "this class can have no members") for iri in bad]
