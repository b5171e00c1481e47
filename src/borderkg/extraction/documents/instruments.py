"""What kinds of instruments a policy lays down, with the amounts: 《…通知》规定，边民互市每人每日8000元以下免征进口关税.

The policy stands before, in the same part of the sentence, or is what the clause speaks of; a word of laying down stands
between. What a policy only wants looked into, or what somebody asks of it, is none.
"""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.discourse.context import Modality
from borderkg.extraction.discourse.governing import Locate
from borderkg.extraction.relations.mentions import Mentions, concept
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Statement
from borderkg.extraction.values import Quantity

_AMOUNT: Final = MARKS["Quantity"]
_POLICY: Final = ("Title", "Policy")
_WITHIN: Final = "[^,。;:]"
_KINDS: Final = {
    "duty-free-threshold": "免税(?:限额|额度|额|金额)"
    f"|{_AMOUNT}(?:及?以下|以内|\\(含\\))?的?{_WITHIN}{{0,14}}?(?:免征|免税|免缴)",
    "tax-relief": f"(?:免征|减征|减免|减半征收|减按|免缴|豁免|暂免|返还|退还|先征后返){_WITHIN}{{0,14}}?税"
    f"|税{_WITHIN}{{0,12}}?(?:减半征收|减免|免征|减征|减按|返还|先征后返|优惠)",
    "fee-relief": f"(?:免收|减收|减免|免除|免征|停征|取消){_WITHIN}{{0,10}}?费(?!用税)",
    "transfer": "转移支付|专项资金|专项补助资金",
    "subsidy": "(?:边民|生活|定额|财政|护边|守边|奖励)?(?:补助|补贴)(?:标准|资金|金)?",
    "quota": "配额",
    "credit": "贴息|专项贷款|优惠贷款|再贷款",
    "delegated-powers": f"(?:下放|赋予|授予|享有|享受){_WITHIN}{{0,16}}?(?:审批|管理|经营|决策|自主)权限?",
}
"""The words for each kind, in the order in which they are tried; `instrument-…` in the ontology's scheme."""

_ANY: Final = re.compile("|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in _KINDS.items()))
_MIGHT: Final = re.compile("税|费|转移支付|专项|补助|补贴|配额|贴息|贷款|权")
_LAYS_DOWN: Final = re.compile(
    "规定|明确|决定|提出|允许|给予|实行|实施|将|把|对|为|按|调整|提高|降低|设立|安排|享受|赋予|下放|确定|扩大|加大|增加|免|减"
)
_ONLY_WANTED: Final = re.compile(
    "研究|探索|建议|应|拟|争取|力争|希望|考虑|取消|停止|不再|废止|未|没有|依据|多少|是否|办法的|资金管理|(?:后|以来|以前),"
)
_ANOTHERS: Final = re.compile("(?:落实|贯彻|执行|根据|依据|按照|依照|遵照|依|按|据|修订|完善|制定)$")
"""Before a policy: what is told is the doing of somebody who follows it."""

_CONDITION: Final = re.compile("(?:的|以下|以内|以上),$")
"""每人每日价值在8000元以下的，免征…: the amount stands in the clause before."""

_CLAUSE: Final = ",。;:"


def read(annotation: Annotation, mentions: Mentions, modality: Modality, locate: Locate) -> Iterator[Statement]:
    """The instruments that the policies of a sentence lay down, each with the amounts that stand in its clause."""
    text = annotation.abstract
    if not _MIGHT.search(text):
        return
    said: set[tuple[str, str]] = set()
    for match in _ANY.finditer(text):
        policy = _policy(annotation, match, modality)
        kind = mentions.concept("instrument-" + str(match.lastgroup).replace("_", "-"))
        if policy is None or kind is None:
            continue
        where = annotation.text_range(match.start(), match.end())
        words = annotation.text[slice(*where)]
        at = locate(*where)
        raws = tuple(a.raw for a in policy.antecedents) or (locate(policy.start, policy.end),)
        for subject in mentions.of(policy):
            if subject.type != "Policy" or (subject.text, kind.iri) in said:
                continue
            said.add((subject.text, kind.iri))
            told = concept(words, kind)
            amounts = _amounts(annotation, match)
            yield Statement(
                subject,
                "provides",
                told,
                at,
                "instruments::a policy lays down",
                raws,
                qualifiers={"amounts": amounts} if amounts else {},
            )


def _policy(annotation: Annotation, match: "re.Match[str]", modality: Modality) -> Span | None:
    """The policy that lays down what is told at a place: the last named before it in its part of the sentence."""
    text = annotation.abstract
    part = text.rfind(";", 0, match.start()) + 1
    named = [i for i, s in annotation.at.items() if part <= i < match.start() and s.label in (*_POLICY, "Topic")]
    for i in sorted(named, reverse=True):
        span = annotation.at[i]
        if span.label == "Topic" and not all(a.span.label in _POLICY for a in span.antecedents):
            continue
        between = text[i + 1 : match.end() + 4]
        if _ANOTHERS.search(text, max(part, i - 4), i):
            return None
        if not _LAYS_DOWN.search(between) or _ONLY_WANTED.search(between) or modality.of(annotation, i, i + 1):
            return None
        return span
    return None


def _amounts(annotation: Annotation, match: "re.Match[str]") -> list[dict[str, str]]:
    """The numbers with a unit in the clause of an instrument, as printed; a bound (8000元以下) says that it is one."""
    text = annotation.abstract
    start = max(text.rfind(mark, 0, match.start()) for mark in _CLAUSE) + 1
    if _CONDITION.search(text, 0, start):
        start = max(text.rfind(mark, 0, start - 1) for mark in _CLAUSE) + 1
    end = min((at for mark in _CLAUSE if (at := text.find(mark, match.end())) >= 0), default=len(text))
    found = (s.value for s in annotation.spans_in(start, end, ("Quantity",)))
    return [
        {"value": str(q.number), "unit": q.unit, **({"comparator": q.comparator} if q.comparator else {})}
        for q in found
        if isinstance(q, Quantity) and q.unit
    ]
