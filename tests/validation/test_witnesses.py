"""A violation names the claims that it is of, and shows the sentence of each, where the text is at hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from borderkg.claims.claim import Claim
from borderkg.corpus.document import Bibliography
from borderkg.corpus.formats.loader import load
from borderkg.graph import dataset, iris, writer
from borderkg.graph.texts import Texts
from borderkg.graph.writer import Source
from borderkg.validation.report import Violation
from borderkg.validation.witnesses import Witness, Witnesses
from borderkg.vocabulary import BKG, SKOS, shortened
from tests.facts import claim, published
from tests.running import borderkg

TEXT = "1992年，某省发布《某条例》。某县与邻国接壤；某县位于某省。\n"
ISSUED, BORDERS = (6, 15), (16, 23)


class Known:
    """A store of two claims of one text, one of which violates a shape."""

    def __init__(self, root: Path) -> None:
        self.root = root
        path = root / "a.txt"
        path.write_text(TEXT, "utf-8")
        sha256 = load(path.read_bytes(), path).sha256
        self.source = Source("a.txt", sha256, len(TEXT), Bibliography(title="题", authors=("某人",), year=2020))
        self.wrong = claim("Policy:某条例", "issuedBy", "Region:某省", ISSUED)
        self.right = claim("Region:某县", "borders", "Country:邻国", BORDERS)
        published(root, dataset.quads([self.wrong, self.right], {"a.txt": self.source}, "made"))
        Texts(root).attach({sha256: path})

    def iri(self, claim: Claim) -> str:
        return writer.claim_iri(claim, self.source)

    def of(self, focus: str, path: str = "") -> list[Witness]:
        return Witnesses(self.root).of(Violation("check", "Violation", focus, "message", path))


@pytest.fixture
def known(tmp_path: Path) -> Known:
    return Known(tmp_path)


def entity(claim: Claim) -> str:
    return claim.subject_entity.iri if claim.subject_entity else ""


@pytest.mark.parametrize(
    "focus",
    [
        lambda known: known.iri(known.wrong),
        lambda known: iris.evidence(known.source.sha256, *ISSUED),
        lambda known: iris.evidence(known.source.sha256, *ISSUED) + "-range",
        lambda known: entity(known.wrong),
        lambda known: shortened(entity(known.wrong)),
        lambda known: known.wrong.object_entity.iri,
    ],
    ids=["a claim", "its evidence", "the range", "what it is about", "that by its prefix", "what it says of that"],
)
def test_whatever_is_at_fault_leads_to_the_claim(focus: Callable[[Known], str], known: Known) -> None:
    """With its sentence: not the next one, the evidence marked."""
    (witness,) = known.of(focus(known))
    assert (witness.claim, witness.start, witness.end) == (known.iri(known.wrong), *ISSUED)
    assert witness.sentence == "1992年，【某省发布《某条例》】。"
    assert "题" in witness.citation


def test_a_property_leads_to_the_claims_that_state_it(known: Known) -> None:
    """Of an entity, the claims of that property; none where no claim states it; all where the fault is in what names it."""
    county = entity(known.right)
    assert [witness.sentence for witness in known.of(county, BKG + "borders")] == ["【某县与邻国接壤】；"]
    assert known.of(county, BKG + "partOf") == []
    assert len(known.of(county, SKOS + "prefLabel")) == 1


def test_what_is_no_thing_of_the_graph_has_no_witness(known: Known) -> None:
    """A question, a text by its file name, an IRI that no claim speaks of."""
    for focus in ("cq01-policies-by-round", "02 news.txt", "https://elsewhere.example/x"):
        assert known.of(focus) == []


def test_without_the_text_the_place_is_told(known: Known) -> None:
    """Claim, citation and offsets, and no sentence."""
    (known.root / "a.txt").unlink()
    (witness,) = known.of(known.iri(known.wrong))
    assert (witness.sentence, witness.start, witness.end) == ("", *ISSUED)


def test_the_check_shows_the_sentence(known: Known) -> None:
    """On the command line: what is wrong in both languages, the claim, the sentence."""
    said = borderkg("check", "--store", known.root)
    assert said.returncode == 1
    lines = said.stdout.splitlines()
    at = next(i for i, line in enumerate(lines) if "政策由机构发布" in line)
    assert "a policy is issued by an organization" in lines[at]
    assert lines[at + 1 : at + 4] == [
        f"  claim {known.iri(known.wrong)}",
        f"  » 某人（2020）《题》 [{ISSUED[0]}–{ISSUED[1]}]",
        "    1992年，【某省发布《某条例》】。",
    ]
