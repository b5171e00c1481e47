"""Definitions get the date of their policy; a port that opens and takes on a class changes once."""

from dataclasses import replace

from borderkg.claims.claim import Claim
from borderkg.graph import joined
from borderkg.graph.terms import DEFAULT
from tests.facts import SOURCES, claim, shown


def facts(*claims: Claim) -> set[str]:
    """What stands in the default graph, without the places of the nodes."""
    return {
        line.split(" ", 1)[1]
        for line in shown(q.triple for q in joined.quads(claims, SOURCES) if q.graph_name == DEFAULT)
    }


DEFINED = claim("Policy:甲规定", "defines", "Concept:口岸", (10, 40), qualifiers={"definition": [13, 40]})


def test_a_definition_holds_from_the_day_of_its_policy() -> None:
    """Term, policy, place of the words, and the date that another claim gives the policy."""
    lines = facts(DEFINED, claim("Policy:甲规定", "dateIssued", "1985", (1, 5)))
    assert {
        "rdf:type bkg:Definition",
        "bkg:validFrom 1985",
        "bkg:wording :evidence/abababababababab-13-40",
    } <= lines
    assert {line.split()[0] for line in lines} == {
        "rdf:type",
        "bkg:definitionOf",
        "bkg:definedBy",
        "bkg:validFrom",
        "bkg:wording",
    }
    assert not any("validFrom" in line for line in facts(DEFINED))


def test_a_definition_of_the_text_itself_holds_from_its_year() -> None:
    """A paper's own definition is as old as the paper."""
    own = claim("Document:a.txt", "defines", "Concept:口岸", (10, 40), qualifiers={"definition": [13, 40]})
    assert "bkg:validFrom 2020" in facts(own)


OPENED = claim("Port:甲口岸", "dateEstablished", "1992-03", (0, 20))
CLASSED = claim("Port:甲口岸", "portClass", "Concept:一类口岸", (5, 25))


def test_an_opening_and_a_class_of_one_clause_are_one_change() -> None:
    """The change has the date and the class; a class told elsewhere is no change."""
    lines = facts(OPENED, CLASSED)
    assert "bkg:changeDate 1992-03" in lines and any(line.startswith("bkg:changesTo") for line in lines)
    apart = facts(OPENED, replace(CLASSED, start=30, end=40))
    assert "bkg:changeDate 1992-03" in apart and not any(line.startswith("bkg:changesTo") for line in apart)
    assert facts(CLASSED) == set()


def test_a_proposed_change_is_no_fact() -> None:
    """It stands in the graph of its source, with its modality."""
    proposed = replace(CLASSED, modality="proposed")
    assert facts(proposed) == set()
    lines = shown(q.triple for q in joined.quads([proposed], SOURCES))
    assert any(line.endswith("bkg:modality bkc:modality-proposed") for line in lines)
    assert any("bkg:changesTo" in line for line in lines)
