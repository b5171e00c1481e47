"""Ranks: each declared rule decides what it is for, a contradiction alone ranks, and a malformed file is one error."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from borderkg.claims import ranking
from borderkg.claims.claim import Claim
from borderkg.claims.conflicts import findings
from borderkg.claims.ranking import Proposal
from borderkg.corpus.document import Bibliography
from borderkg.errors import RuleError
from borderkg.schema import load
from tests.facts import claim, figure

NOTHING: Mapping[str, Bibliography] = {}
SHARES = ("第一产业比重", "第二产业比重", "第三产业比重")


def proposal(*claims: Claim, about: Mapping[str, Bibliography] = NOTHING) -> Proposal | None:
    """What is proposed for the one finding that is more than a note."""
    found = [finding for finding in findings(claims, about) if finding.severity != "note"]
    (made,) = ranking.proposals(found, claims, about)
    return made


def ranks(*claims: Claim, about: Mapping[str, Bibliography] = NOTHING) -> dict[Any, tuple[str, str]]:
    """The rank and rule of each claim that is not normal, by its value."""
    found = findings(claims, about)
    given = ranking.ranks(found, ranking.proposals(found, claims, about))
    return {c.object: (given[c.key].name, given[c.key].rule.id) for c in claims if c.key in given}


def issued(year: str, source: str, **fields: Any) -> Claim:
    return claim("Policy:甲办法", "dateIssued", year, source=source, **fields)


def shares(*values: float, table: str = "") -> list[Claim]:
    qualifiers = {"table": table} if table else {}
    return [figure("甲", name, v, "%", qualifiers=qualifiers) for name, v in zip(SHARES, values, strict=False)]


def test_what_adds_up_deprecates_what_does_not() -> None:
    """35.6 makes 100 with the other shares, 5.6 does not: the one is preferred, the other is a misprint, though a table's."""
    said = [*shares(21.3, 43.1, 35.6), figure("甲", SHARES[2], 5.6, "%", qualifiers={"table": "表2"})]
    assert ranks(*said) == {35.6: ("preferred", "adds-up"), 5.6: ("deprecated", "adds-up")}


def test_a_demonstration_text_comes_last() -> None:
    """Whatever it is called and however exact it is; between publications that differ the next rules decide without it."""
    made, book, other = (
        Bibliography(title=name, kind=kind)
        for name, kind in (("甲办法", "demonstration"), ("乙", "book"), ("丙", "book"))
    )
    said = [issued("2012-07-09", "a.txt"), issued("2011", "b.txt")]
    assert ranks(*said, about={"a.txt": made, "b.txt": book}) == {
        "2011": ("preferred", "publication-over-demonstration")
    }
    values = [
        figure("甲", "出口额", 5.12, source="a.txt", qualifiers={"table": "表1"}),
        figure("甲", "出口额", 6, source="b.txt"),
        figure("甲", "出口额", 7, source="c.txt", qualifiers={"table": "表1"}),
    ]
    about = {"a.txt": made, "b.txt": book, "c.txt": other}
    assert ranks(*values, about=about) == {7: ("preferred", "table-over-text")}
    alone = {"a.txt": made, "b.txt": made, "c.txt": made}
    assert ranks(*values[1:], about=alone) == {7: ("preferred", "table-over-text")}


def test_where_both_or_none_add_up_the_next_rule_is_asked() -> None:
    """35.6 and 35.7 both make 100 within rounding; with a share missing nothing can be told: the table is preferred."""
    near = [*shares(21.3, 43.1, 35.5), figure("甲", SHARES[2], 35.7, "%", qualifiers={"table": "表2"})]
    assert ranks(*near) == {35.7: ("preferred", "table-over-text")}
    alone = [figure("甲", SHARES[2], 35.6, "%"), figure("甲", SHARES[2], 5.6, "%", qualifiers={"table": "表2"})]
    assert ranks(*alone) == {5.6: ("preferred", "table-over-text")}


def test_the_document_itself_deprecates_what_is_said_about_it() -> None:
    """A reply that is a text of the corpus knows its own date; to another text it is hearsay."""
    about = {"own.txt": Bibliography(title="甲办法"), "b.txt": Bibliography(title="论甲办法")}
    said = [issued("2013", "own.txt"), issued("2014", "b.txt"), issued("2014-05", "c.txt")]
    assert ranks(*said, about=about) == {
        "2013": ("preferred", "the-document-itself"),
        "2014": ("deprecated", "the-document-itself"),
        "2014-05": ("deprecated", "the-document-itself"),
    }


def test_own_words_over_a_citation() -> None:
    """What a source says after somebody else stands back, and stays normal."""
    said = [issued("2013", "a.txt"), issued("2014", "b.txt", attribution="某人")]
    assert ranks(*said) == {"2013": ("preferred", "own-over-cited")}


def test_a_primary_source_over_a_secondary() -> None:
    """A yearbook over a paper, by the type that sources.yaml gives."""
    about = {"a.txt": Bibliography(kind="yearbook"), "b.txt": Bibliography(kind="article")}
    said = [figure("甲", "出口额", 5, source="a.txt"), figure("甲", "出口额", 9, source="b.txt")]
    assert ranks(*said, about=about) == {5: ("preferred", "primary-over-secondary")}


@pytest.mark.parametrize(
    ("kinds", "authors", "later"),
    [
        (("yearbook", "yearbook"), ((), ()), True),
        (("statistics", "official"), ((), ()), True),
        (("book", "article"), (("某甲",), ("某甲", "某乙")), True),
        (("book", "article"), (("某甲",), ("某乙",)), False),
        (("article", ""), ((), ()), False),
    ],
    ids=["yearbooks", "statistics", "one author", "two authors", "nothing known"],
)
def test_a_later_source_over_an_earlier(
    kinds: tuple[str, str], authors: tuple[tuple[str, ...], tuple[str, ...]], later: bool
) -> None:
    """Where the sources revise each other; an essay that is later than a book by somebody else is no better informed."""
    about = {
        f"{name}.txt": Bibliography(year=year, kind=kind, authors=who)
        for name, year, kind, who in zip("ab", (2018, 2020), kinds, authors, strict=True)
    }
    said = [figure("甲", "口岸数量", v, "个", source=source) for v, source in ((14, "a.txt"), (13, "b.txt"))]
    assert ranks(*said, about=about) == ({13: ("preferred", "later-over-earlier")} if later else {})


def test_where_a_year_is_not_known_the_more_exact_number_decides() -> None:
    """Nothing is told by the years then."""
    about = {"a.txt": Bibliography(year=2018, kind="yearbook"), "b.txt": Bibliography(kind="yearbook")}
    said = [figure("甲", "出口额", 5.12, source="a.txt"), figure("甲", "出口额", 9, source="b.txt")]
    assert ranks(*said, about=about) == {5.12: ("preferred", "more-exact")}


def test_nothing_is_preferred_where_no_rule_tells_them_apart() -> None:
    """Two articles, two years: both stand."""
    said = [issued("1999", "a.txt"), issued("2000", "b.txt")]
    assert proposal(*said) is None and ranks(*said) == {}


def test_the_best_that_disagree_among_themselves_decide_nothing() -> None:
    """Two tables of two values against a text: a table is no better than the other."""
    tables = [figure("甲", "出口额", v, qualifiers={"table": "表1"}, source=s) for v, s in ((5, "a.txt"), (9, "b.txt"))]
    said = [*tables, figure("甲", "出口额", 7, source="c.txt")]
    assert proposal(*said) is None


def test_a_less_exact_claim_that_agrees_with_the_preferred_stays_as_it_is() -> None:
    """It is no other value."""
    about = {"own.txt": Bibliography(title="甲办法")}
    said = [issued("2013-11", "own.txt"), issued("2013", "a.txt"), issued("2014", "b.txt")]
    assert set(ranks(*said, about=about)) == {"2013-11", "2014"}


def test_a_doubt_proposes_and_ranks_nothing() -> None:
    """The printed number is proposed before the restored one, and every rank stays normal."""
    restored = figure("甲", "出口额", 9, qualifiers={"doubtful": "decimal point read from a blank"}, source="b.txt")
    said = [figure("甲", "出口额", 5), restored]
    made = proposal(*said)
    assert made is not None and made.rule.id == "printed-over-restored" and [c.object for c in made.preferred] == [5]
    assert ranks(*said) == {}


def test_a_claim_preferred_here_and_deprecated_there_stays_normal() -> None:
    """Two findings that contradict each other about it rank nothing."""
    said = [*shares(21.3, 43.1, 35.6), figure("甲", SHARES[2], 5.6, "%", qualifiers={"table": "表2"})]
    (found,) = findings(said)
    (made,) = ranking.proposals([found], said, NOTHING)
    assert made is not None
    turned = Proposal(made.rule, made.deprecated, made.preferred)
    assert ranking.ranks([found, found], [made, turned]) == {}
    assert len(ranking.ranks([found, found], [made, made])) == 2


def test_joint_issuers_agree() -> None:
    """Bodies that one source lists together are not held against each other; those of two sources are."""
    one, other, third = (
        claim("Policy:甲", "issuedBy", f"Organization:{name}", source=source)
        for name, source in (("国务院", "a.txt"), ("财政部", "a.txt"), ("海关总署", "b.txt"))
    )
    assert ranking.agree(one, other) and not ranking.agree(one, third)


# The declared rules


def test_declared_kinds_are_concepts() -> None:
    """Every kind that a rule judges is of the scheme of conflict kinds."""
    known = {c.iri.rsplit("conflict-kind-", 1)[-1] for c in load().concepts if c.scheme == "conflict-kind"}
    assert {kind for rule in ranking.rules() for kind in rule.kinds} <= known


def test_few_rules_deprecate() -> None:
    """Only those by which the text itself shows a claim to be wrong."""
    assert {rule.id for rule in ranking.rules() if rule.others == "deprecated"} == {"adds-up", "the-document-itself"}


RULE = "{id: a, kinds: [value], prefer: {table: true}, others: normal, en: b, zh: c}"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("rules: [", "not readable as YAML"),
        ("rule: []", "expected `rules:`"),
        ("rules: [{id: a}]", "a rule has"),
        ("rules: [a]", "a rule has"),
        (f"rules: [{RULE.replace('en: b', 'en: ')}]", "none of them empty"),
        (f"rules: [{RULE.replace('table', 'guess')}]", "prefer takes one of published, adds_up"),
        (f"rules: [{RULE.replace('normal', 'gone')}]", "not gone"),
        (f"rules: [{RULE}, {RULE}]", "a: two rules of one id"),
    ],
)
def test_a_malformed_file(text: str, says: str, tmp_path: Path) -> None:
    """One error, which names the file and what is wrong."""
    path = tmp_path / "ranking.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(RuleError, match=r"ranking\.yaml") as error:
        ranking.rules(path)
    assert says in str(error.value)
