"""What a claim describes beside its own node: the figure, estimate, variable, provision or argument that it states.

Each function gives the node and the triples about it. What two texts state alike (a figure, a provision) is one node;
what belongs to one text (an estimate and its model, a variable, an argument) bears the hash of that text.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Final

from borderkg import concepts
from borderkg.claims.claim import Claim
from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.terms import Node, Term, bkg
from borderkg.graph.themes import theme_of
from borderkg.vocabulary import BKC

Description = tuple[Node, Node, Term]


def argument(claim: Claim, sha256: str) -> tuple[Node, list[Description]]:
    """A problem or measure: its place and its theme; its wording stays in the text."""
    node = Node(iris.argument(sha256, claim.start, claim.end))
    kind = "Problem" if claim.predicate == "identifiesProblem" else "Measure"
    theme = claim.qualifiers.get("theme") or theme_of(str(claim.object))
    described: list[Description] = [(node, t.TYPE, bkg(kind))]
    if theme:
        described.append((node, bkg("theme"), Node(str(theme))))
    return node, described


def variable(claim: Claim, sha256: str) -> tuple[Node, list[Description]]:
    """A variable of a paper, with its symbol and its role where the paper tells them."""
    name = str(claim.object)
    node = Node(iris.variable(sha256, name))
    described: list[Description] = [(node, t.TYPE, bkg("Variable")), (node, t.PREF_LABEL, _name(name))]
    for key, term in (("symbol", "symbol"), ("role", "variableRole")):
        if claim.qualifiers.get(key):
            described.append((node, bkg(term), t.text(str(claim.qualifiers[key]))))
    return node, described


def observation(claim: Claim, subject: Node) -> tuple[Node, list[Description]]:
    """A figure with its dimensions (area, indicator, time), its value and what qualifies it."""
    q: Mapping[str, object] = claim.qualifiers
    bounds = [q.get("low"), q.get("high"), q.get("comparator")]
    value = t.decimal(_number(claim.object))
    indicator, described = _indicator(claim)
    node = Node(iris.observation(subject.value, indicator.value, claim.unit, claim.time, value.value, *bounds))
    described += [
        (node, t.TYPE, bkg("Observation")),
        (node, t.TYPE, t.OBSERVATION),
        (node, t.DATA_SET, Node(iris.FIGURES)),
        (node, bkg("area"), subject),
        (node, bkg("indicator"), indicator),
        (node, bkg("value"), value),
    ]
    if claim.unit:
        described.append((node, bkg("unit"), t.text(claim.unit)))
    if claim.time:
        described.append((node, bkg("refTime"), t.text(claim.time)))
    for name in ("low", "high"):
        if q.get(name) is not None:
            described.append((node, bkg(name), t.decimal(_number(q[name]))))
    if q.get("comparator"):
        described.append((node, bkg("comparator"), t.text(str(q["comparator"]))))
    if q.get("table"):
        described.append((node, bkg("tableNumber"), t.text(str(q["table"]))))
    return node, described


def _indicator(claim: Claim) -> tuple[Node, list[Description]]:
    """The series that a figure is of: one quantity, in one unit, from one named source of data.

    The quantity is that of our scheme which bears the name printed, else the name itself.
    """
    quantity, unit = concepts.quantity(claim.indicator), concepts.unit(claim.unit)
    named = str(claim.qualifiers.get("dataSource") or "")
    node = Node(iris.indicator(quantity.iri if quantity else claim.indicator, claim.unit, named))
    described: list[Description] = [(node, t.TYPE, bkg("Indicator"))]
    if quantity:
        described += [
            (node, t.PREF_LABEL, t.text(quantity.label_zh, "zh")),
            (node, t.PREF_LABEL, t.text(quantity.label_en, "en")),
            (node, bkg("measures"), Node(quantity.iri)),
        ]
    else:
        described.append((node, t.PREF_LABEL, _name(claim.indicator)))
    if claim.unit:
        described.append((node, bkg("indicatorUnit"), t.text(claim.unit)))
    if unit:
        described.append((node, bkg("inUnit"), Node(unit.iri)))
    if named:
        described.append((node, bkg("namedSource"), t.text(named)))
    return node, described


def estimate(claim: Claim, sha256: str, document: Node) -> tuple[Node, list[Description]]:
    """A coefficient, and the model of the paper that it belongs to: one dependent variable, sample and table."""
    q = claim.qualifiers
    key = [q.get(name, "") for name in ("table", "dependent", "term", "sample")]
    value = t.decimal(_number(claim.object))
    node = Node(iris.estimate(sha256, *key, value.value))
    model = Node(iris.model(sha256, *(q.get(name, "") for name in ("table", "dependent", "sample"))))
    described: list[Description] = [
        (node, t.TYPE, bkg("Estimate")),
        (node, bkg("coefficient"), value),
        (node, bkg("inModel"), model),
        (model, t.TYPE, bkg("Model")),
        (model, bkg("modelOf"), document),
    ]
    for name, about, term in (
        ("term", node, "term"),
        ("significance", node, "significance"),
        ("dependent", model, "dependent"),
        ("sample", model, "sample"),
        ("table", model, "tableNumber"),
    ):
        if q.get(name):
            described.append((about, bkg(term), t.text(str(q[name]))))
    if q.get("stdError") is not None:
        described.append((node, bkg("stdError"), t.decimal(_number(q["stdError"]))))
    return node, described


_THRESHOLD: Final = Node(BKC + "instrument-duty-free-threshold")
"""Its numbers are limits, whether or not the text says up to."""


def provisions(claim: Claim, policy: Node, instrument: Node) -> Iterator[Description]:
    """What a policy lays down: the instrument once for each amount that the text gives, or once without."""
    amounts = claim.qualifiers.get("amounts") or [{}]
    for amount in amounts:
        value, unit = str(amount.get("value", "")), str(amount.get("unit", ""))
        bound = str(amount.get("comparator", ""))
        node = Node(iris.provision(policy.value, instrument.value, value, unit, bound))
        yield policy, bkg("laysDown"), node
        yield node, t.TYPE, bkg("Provision")
        yield node, bkg("instrument"), instrument
        if value:
            limit = bound or instrument == _THRESHOLD
            yield node, bkg("threshold" if limit else "amount"), t.decimal(_printed(value))
        if unit:
            yield node, bkg("amountUnit"), t.text(unit)


def policy_kind(policy: Node, title: str) -> Iterator[Description]:
    """The kind that the end of a policy's title tells, if any."""
    kind = concepts.policy_kind(title)
    if kind:
        yield policy, bkg("policyKind"), Node(kind.iri)


def _name(value: str) -> Term:
    return t.text(value, t.language_of(value))


def _number(value: object) -> float | int:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{value!r} is no number")
    return value


def _printed(value: str) -> Decimal:
    try:
        return Decimal(value)
    except InvalidOperation as error:
        raise TypeError(f"{value!r} is no number") from error
