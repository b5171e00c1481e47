"""Claims against gold claims: precision, recall, F1, grounded and typed, by predicate and over all.

The figures are those of the gold's own scorer (`../shared/gold/score.py`), which is the definition; a test holds this
module to it. Names compare after folding, near titles count where their telling words agree, numbers compare by value,
free text by likeness; claims are paired with gold one to one along augmenting paths, first where the evidence agrees.
"""

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from borderkg.claims.exchange import FIGURE
from borderkg.vocabulary import UNSCORED_PREDICATES

Record = Mapping[str, Any]

_FREE_TEXT: Final = {"identifiesProblem": 0.6, "proposesMeasure": 0.6, "cites": 0.8}
_NEAR: Final = 0.88
_TELLING_NAME: Final = re.compile(
    "[0-9]+|[一二三四五六七八九十百]+|通知|意见|规划|批复|决定|办法|条例|方案|纲要|规定|协定|协议|声明|报告|法(?=$|[(（])"
    "|国务院办公厅|国务院|办公厅|总署|部|黑龙江|吉林|辽宁|内蒙古|甘肃|新疆|西藏|云南|广西|东北|西北|西南|铁路|公路|水运|航空|中国"
)
_TELLING_INDICATOR: Final = re.compile(
    "进出口|进口|出口|第[一二三]产业|入境|出境|对外|利用外|增长|增速|下降|降幅|占|比重|份额|人均|数量|个数"
)
_SAME: Final = {"增速": "增长", "下降": "增长", "降幅": "增长", "占": "比重", "份额": "比重", "个数": "数量"}
_NEGATION: Final = re.compile("[不未无缺没非]")
_NOT_PROSE: Final = ("observation", "estimate")


def squeeze(value: object) -> str:
    """A name or number as it is compared."""
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, (int, float)):
        return f"{float(value):.6g}"
    text = unicodedata.normalize("NFKC", str(value))
    text = re.sub("[‐‑‒–—―−]+", "-", text)
    return re.sub("[\\s《》〈〉<>“”‘’「」\"'·,，、。;；:：]", "", text).casefold()


def _right_names(gold: Record, key: str) -> set[str]:
    return {squeeze(value) for value in [gold.get(key) or "", *(gold.get("alt") or {}).get(key, [])]}


def _alike(a: str, b: str, least: float) -> bool:
    return a == b or difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= least


def _telling(words: re.Pattern[str], text: str) -> set[str]:
    return {_SAME.get(word, word) for word in words.findall(text)}


def _name_fits(pred: Record, gold: Record, key: str) -> bool:
    mine, right = squeeze(pred.get(key)), _right_names(gold, key)
    if mine in right:
        return True
    return len(mine) >= 10 and any(
        len(r) >= 10 and _telling(_TELLING_NAME, mine) == _telling(_TELLING_NAME, r) and _alike(mine, r, _NEAR)
        for r in right
    )


def _text_fits(pred: Record, gold: Record, key: str, least: float, words: re.Pattern[str]) -> bool:
    mine = squeeze(pred.get(key))
    for right in _right_names(gold, key):
        short, long = sorted((mine, right), key=len)
        contained = len(short) >= 6 and short in long and 2 * len(short) >= len(long)
        if mine == right or (
            _telling(words, mine) == _telling(words, right) and (contained or _alike(mine, right, least))
        ):
            return True
    return False


def _number_fits(a: Any, b: Any) -> bool:
    try:
        return abs(float(a) - float(b)) <= 1e-6 * max(1.0, abs(float(b)))
    except (TypeError, ValueError):
        return False


def fits(pred: Record, gold: Record) -> bool:
    """Whether a claim says what a gold claim of the same source and predicate says."""
    kind = gold["predicate"]
    alt = gold.get("alt") or {}
    if kind == "observation":
        units = _right_names(gold, "unit") | (set() if gold.get("unit") else {""})
        return (
            any(_number_fits(pred.get("object"), value) for value in [gold["object"], *alt.get("object", [])])
            and _name_fits(pred, gold, "subject")
            and squeeze(pred.get("unit") or "") in units
            and squeeze(pred.get("time") or "") in _right_names(gold, "time")
            and _text_fits(pred, gold, "indicator", 0.5, _TELLING_INDICATOR)
        )
    if kind == "estimate":
        mine, right = pred.get("qualifiers") or {}, gold.get("qualifiers") or {}
        return (
            _number_fits(pred.get("object"), gold["object"])
            and all(
                squeeze(mine.get(k) or "") == squeeze(right.get(k) or "") for k in ("term", "sample", "significance")
            )
            and (right.get("stdError") is None or _number_fits(mine.get("stdError"), right["stdError"]))
        )
    if kind in _FREE_TEXT:
        return _text_fits(pred, gold, "object", _FREE_TEXT[kind], _NEGATION)
    different = squeeze(pred["subject"]) != squeeze(pred["object"])
    return _name_fits(pred, gold, "subject") and _name_fits(pred, gold, "object") and different


def grounds(pred: Record, gold: Record) -> bool:
    """Whether the evidence points at the gold's, or at another place that it lists."""
    places = [(gold["start"], gold["end"]), *gold.get("alsoAt", [])]
    return any(_points_at(pred, start, end) for start, end in places)


def _points_at(pred: Record, start: int, end: int) -> bool:
    both = min(pred["end"], end) - max(pred["start"], start)
    mine, right = pred["end"] - pred["start"], end - start
    if both <= 0:
        return False
    inside = both == min(mine, right) and mine <= max(2 * right, right + 30)
    return bool(both >= 0.5 * (mine + right - both) or inside)


def pair(preds: Sequence[Record], golds: Sequence[Record]) -> dict[int, int]:
    """The greatest one-to-one pairing of claims with gold, preferring agreeing evidence: index to index."""
    choices = [[j for j, gold in enumerate(golds) if fits(pred, gold)] for pred in preds]
    close = [[j for j in js if grounds(preds[i], golds[j])] for i, js in enumerate(choices)]
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int], options: Sequence[Sequence[int]]) -> bool:
        for j in options[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or place(taken[j], seen, options):
                    taken[j] = i
                    return True
        return False

    placed = {i for i in range(len(preds)) if place(i, set(), close)}
    for i in range(len(preds)):
        if i not in placed:
            place(i, set(), choices)
    return {i: j for j, i in taken.items()}


@dataclass
class Tally:
    right: int = 0
    predicted: int = 0
    gold: int = 0
    grounded_count: int = 0
    typed_count: int = 0

    def add(self, other: "Tally") -> None:
        self.right += other.right
        self.predicted += other.predicted
        self.gold += other.gold
        self.grounded_count += other.grounded_count
        self.typed_count += other.typed_count

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def grounded(self) -> float:
        return self.grounded_count / self.right if self.right else 0.0

    @property
    def typed(self) -> float:
        return self.typed_count / self.right if self.right else 0.0

    def figures(self) -> dict[str, float | int]:
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "right": self.right,
            "predicted": self.predicted,
            "gold": self.gold,
            "grounded": self.grounded,
            "typed": self.typed,
        }


@dataclass
class Score:
    by_predicate: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_source: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    all: Tally = field(default_factory=Tally)
    prose: Tally | None = None
    """Over all predicates but figures; None where there are figures alone."""
    missed: list[Record] = field(default_factory=list)
    wrong: list[Record] = field(default_factory=list)
    right: list[Record] = field(default_factory=list)

    @property
    def macro_f1(self) -> float:
        """Over the predicates with at least five gold claims."""
        frequent = [tally.f1 for tally in self.by_predicate.values() if tally.gold >= 5]
        return sum(frequent) / len(frequent) if frequent else 0.0

    @property
    def totals(self) -> dict[str, Tally]:
        return {"PROSE": self.prose, "ALL": self.all} if self.prose else {"ALL": self.all}


def scored(predicted: Iterable[Record], gold: Iterable[Record]) -> list[Record]:
    """The predicted claims without those of predicates that the exchange format leaves unscored, unless the gold holds them."""
    apart = {*UNSCORED_PREDICATES, FIGURE} - {entry["predicate"] for entry in gold}
    return [entry for entry in predicted if entry["predicate"] not in apart]


def score(predicted: Iterable[Record], gold: Iterable[Record]) -> Score:
    """Score claims; only the sources that the gold names count, repeated claims once, those with a modality not at all."""
    golds = list(gold)
    sources = {entry["source"] for entry in golds}
    groups: dict[tuple[str, str], tuple[list[Record], list[Record]]] = defaultdict(lambda: ([], []))
    seen = set()
    for entry in predicted:
        key = (entry["source"], _identity(entry))
        if entry["source"] in sources and key not in seen and not entry.get("modality"):
            seen.add(key)
            groups[entry["source"], entry["predicate"]][0].append(entry)
    for entry in golds:
        groups[entry["source"], entry["predicate"]][1].append(entry)
    result = Score()
    for (source, predicate), (preds, right) in groups.items():
        pairs = pair(preds, right)
        tally = Tally(
            len(pairs),
            len(preds),
            len(right),
            sum(grounds(preds[i], right[j]) for i, j in pairs.items()),
            sum(all(preds[i].get(k) == right[j][k] for k in ("subjectType", "objectType")) for i, j in pairs.items()),
        )
        for total in (result.by_predicate[predicate], result.by_source[source], result.all):
            total.add(tally)
        if predicate not in _NOT_PROSE:
            result.prose = result.prose or Tally()
            result.prose.add(tally)
        hit = set(pairs.values())
        result.missed += [entry for j, entry in enumerate(right) if j not in hit]
        result.wrong += [entry for i, entry in enumerate(preds) if i not in pairs]
        result.right += [preds[i] for i in pairs]
    return result


def _identity(entry: Record) -> tuple[str, ...]:
    qualifiers = entry.get("qualifiers") or {}
    names = ("term", "sample", "table", "dependent") if entry["predicate"] == "estimate" else ()
    values = [
        entry["subject"],
        entry["predicate"],
        entry.get("indicator"),
        entry["object"],
        entry.get("time"),
        entry.get("unit"),
    ]
    return tuple(squeeze(value) for value in [*values, *(qualifiers.get(name) for name in names)])


def figures(result: Score) -> dict[str, Any]:
    """The figures as a mapping, keyed as the gold's own scorer prints them."""
    rows = {**result.by_predicate, **result.by_source, **result.totals}
    return {"macro_f1": result.macro_f1, **{name: tally.figures() for name, tally in rows.items()}}


def report(result: Score) -> str:
    """A line for each source and predicate, and the totals."""
    rows = sorted([*result.by_predicate.items(), *result.by_source.items()], key=lambda row: (-row[1].gold, row[0]))
    lines = [
        f"{name:28} P {t.precision:.3f}  R {t.recall:.3f}  F1 {t.f1:.3f}  right {t.right:4} of {t.predicted:4} said, "
        f"{t.gold:4} gold, grounded {t.grounded:.3f}, typed {t.typed:.3f}"
        for name, t in [*rows, *result.totals.items()]
    ]
    prose = result.prose or result.all
    lines.append(f"macro F1 {result.macro_f1:.3f}, micro F1 {result.all.f1:.3f}, prose F1 {prose.f1:.3f}")
    return "\n".join(lines)


def misses(result: Score, texts: Mapping[str, str]) -> str:
    """What is missed and what is wrong, by predicate, each with its passage where the text is at hand."""
    lines = []
    for label, records in (("missed", result.missed), ("wrong", result.wrong)):
        for record in sorted(records, key=lambda r: (r["predicate"], r["source"], r["start"])):
            text = texts.get(record["source"], "")
            passage = "".join(text[record["start"] : record["end"]].split())[:80]
            value = " ".join(str(record.get(key) or "") for key in ("indicator", "object", "unit", "time"))
            lines.append(
                f"{label:6} {record['source']} [{record['start']}:{record['end']}] {record['subject']} — {record['predicate']} — "
                f"{' '.join(value.split())}{f'  「{passage}」' if passage else ''}"
            )
    return "\n".join(lines)
