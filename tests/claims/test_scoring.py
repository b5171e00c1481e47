"""The figures of `borderkg.claims.scoring`: those of the gold's own scorer, and right on made-up gold."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from borderkg.claims import exchange, scoring
from borderkg.graph.store import current

Record = dict[str, Any]


def said(subject: str, predicate: str, obj: str | float, at: tuple[int, int] = (0, 5), **fields: Any) -> Record:
    """A record of source a.txt; `Type:name` as in `facts.claim`."""
    kind, _, name = subject.partition(":")
    other, _, value = obj.partition(":") if isinstance(obj, str) else ("Number", "", obj)
    return {
        "source": "a.txt",
        "start": at[0],
        "end": at[1],
        "subject": name,
        "subjectType": kind,
        "predicate": predicate,
        "object": value,
        "objectType": other,
        **fields,
    }


def value(number: float, **fields: Any) -> Record:
    figure = {"unit": "亿元", "time": "2020", "indicator": "进出口总额", **fields}
    return said("Region:云南省", "observation", number, **figure)


ISSUED = said("Policy:甲规划", "issuedBy", "Organization:国务院")
TITLE = "国务院关于支持沿边重点地区开发开放若干政策措施的意见"


@pytest.mark.parametrize(
    ("predicted", "gold", "right"),
    [
        (ISSUED, ISSUED, True),
        ({**ISSUED, "subject": "《甲 规划》"}, ISSUED, True),
        ({**ISSUED, "subject": "乙规划"}, ISSUED, False),
        ({**ISSUED, "subject": "乙规划"}, {**ISSUED, "alt": {"subject": ["乙规划"]}}, True),
        ({**ISSUED, "subject": TITLE}, {**ISSUED, "subject": TITLE.replace("若干", "")}, True),
        ({**ISSUED, "subject": TITLE}, {**ISSUED, "subject": TITLE.replace("意见", "通知")}, False),
        ({**ISSUED, "subject": "甲规划", "object": "甲规划"}, {**ISSUED, "object": "甲规划"}, False),
        (value(5), value(5.0), True),
        (value(5), value(5.1), False),
        (value(5.1), {**value(5), "alt": {"object": [5.1]}}, True),
        (value(5, unit="万元"), value(5), False),
        (value(5, unit=None), value(5), False),
        (value(5, time="2021"), value(5), False),
        (value(5, indicator="进口总额"), value(5), False),
        (value(5, indicator="外贸进出口总额"), value(5), True),
    ],
)
def test_what_fits(predicted: Record, gold: Record, right: bool) -> None:
    """Names compare folded, near titles by their telling words, numbers by value; unit, time and direction must agree."""
    assert scoring.fits(predicted, gold) is right


def test_predicates_that_the_gold_does_not_hold() -> None:
    """They are left out before a score, unless the gold holds one of them."""
    author = said("Document:a.txt", "author", "Text:某人")
    assert scoring.scored([ISSUED, author], [ISSUED]) == [ISSUED]
    assert scoring.scored([ISSUED, author], [author]) == [ISSUED, author]


@pytest.mark.parametrize(
    ("changes", "right"),
    [({}, True), ({"term": "其他"}, False), ({"significance": "5%"}, False), ({"stdError": 0.2}, False)],
)
def test_what_estimates_fit(changes: Record, right: bool) -> None:
    """Estimates agree in coefficient, term, sample, significance and standard error."""
    about = {"term": "开放度", "sample": "全国", "significance": "1%", "stdError": 0.1}
    gold = said("Document:a.txt", "estimate", 0.5, qualifiers=about)
    assert scoring.fits({**gold, "qualifiers": {**about, **changes}}, gold) is right


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("口岸通行能力不足", True),
        ("口岸的通行能力不足", True),
        ("口岸通行能力充足", False),
        ("产业基础薄弱", False),
    ],
)
def test_what_problems_fit(words: str, right: bool) -> None:
    """Free text agrees by likeness, and a negation must stand in both."""
    gold = said("Document:a.txt", "identifiesProblem", "Text:口岸通行能力不足")
    assert scoring.fits({**gold, "object": words}, gold) is right


@pytest.mark.parametrize(
    ("at", "right"),
    [((10, 20), True), ((12, 18), True), ((8, 22), True), ((0, 10), False), ((19, 40), False), ((60, 65), True)],
)
def test_what_is_grounded(at: tuple[int, int], right: bool) -> None:
    """Evidence is grounded where it covers the gold's, or another place that the gold lists, well enough."""
    gold = {**ISSUED, "start": 10, "end": 20, "alsoAt": [[60, 66]]}
    assert scoring.grounds({**ISSUED, "start": at[0], "end": at[1]}, gold) is right


def test_pairing_loses_no_fit_to_the_order() -> None:
    """One claim that fits two gold claims gives way to one that fits a single of them."""
    wide = {**ISSUED, "alt": {"subject": ["乙规划"]}}
    other = {**ISSUED, "subject": "乙规划"}
    assert scoring.pair([other, ISSUED], [wide, other]) == {0: 1, 1: 0}
    assert len(scoring.pair([ISSUED, other], [{**ISSUED}, wide])) == 2


def test_agreeing_evidence_pairs_first() -> None:
    """Of two gold claims that one fits, it is paired with that at its own place."""
    far, near = {**value(5), "start": 100, "end": 105}, {**value(5), "start": 0, "end": 5}
    assert scoring.pair([value(5)], [far, near]) == {0: 1}


def test_figures_of_made_up_gold() -> None:
    """Two of three claims right, one of four gold claims missed twice over: the rates are what they should be."""
    gold = [ISSUED, value(5), value(6, time="2021"), value(7, time="2022")]
    wrong = value(8, time="2023")
    result = scoring.score([ISSUED, {**value(5), "subjectType": "Port"}, wrong], gold)
    assert (result.all.right, result.all.predicted, result.all.gold) == (2, 3, 4)
    assert result.all.precision == pytest.approx(2 / 3)
    assert result.all.recall == pytest.approx(1 / 2)
    assert result.all.f1 == pytest.approx(4 / 7)
    assert (result.all.grounded, result.all.typed) == (1.0, 0.5)
    assert result.prose and (result.prose.right, result.prose.predicted, result.prose.gold) == (1, 1, 1)
    assert result.wrong == [wrong]
    assert result.missed == gold[2:]


@pytest.mark.parametrize(
    ("extra", "counted"),
    [
        (ISSUED, 1),
        ({**ISSUED, "start": 50, "end": 60}, 1),
        ({**ISSUED, "modality": "planned"}, 1),
        ({**ISSUED, "source": "b.txt"}, 1),
        ({**ISSUED, "object": "财政部"}, 2),
    ],
)
def test_what_counts_as_said(extra: Record, counted: int) -> None:
    """A claim said again, one with a modality and one of a text that the gold does not name are not counted."""
    assert scoring.score([ISSUED, extra], [ISSUED]).all.predicted == counted


def test_macro_takes_predicates_with_five_gold_claims() -> None:
    """The macro F1 is over predicates with at least five gold claims; a rare one does not move it."""
    many = [value(number, time=str(2000 + number)) for number in range(5)]
    assert scoring.score(many, [*many, ISSUED]).macro_f1 == 1.0
    assert scoring.score(many[:4], many[:4]).macro_f1 == 0.0


def test_empty_prediction() -> None:
    """Nothing said is nothing right, and divides by nothing."""
    result = scoring.score([], [ISSUED])
    assert (result.all.precision, result.all.recall, result.all.f1) == (0.0, 0.0, 0.0)
    assert result.missed == [ISSUED]


def test_misses_show_their_passages() -> None:
    """Each missed and each wrong claim is a line with its place, its value and, where the text is at hand, its words."""
    result = scoring.score([value(6)], [value(5)])
    lines = scoring.misses(result, {"a.txt": "云南省为五亿元"}).splitlines()
    assert lines == [
        "missed a.txt [0:5] 云南省 — observation — 进出口总额 5 亿元 2020  「云南省为五」",
        "wrong  a.txt [0:5] 云南省 — observation — 进出口总额 6 亿元 2020  「云南省为五」",
    ]


# The gold's own scorer is the definition.


def perfect(gold: list[Record]) -> list[Record]:
    return gold


def nothing(gold: list[Record]) -> list[Record]:
    del gold
    return []


def noisy(gold: list[Record]) -> list[Record]:
    """Some dropped, some doubled, some of another type, value or place, in another order."""
    chance = random.Random(1)  # noqa: S311 - a fixed sample, no secret
    out = []
    for record in gold:
        kind = chance.randrange(8)
        shift = chance.choice([0, 0, 1, 3, 12, 40])
        moved = {**record, "start": record["start"] + shift, "end": record["end"] + shift}
        out += {
            0: [],
            1: [moved, moved],
            2: [{**moved, "subjectType": "Concept"}],
            3: [{**moved, "object": "别的" if isinstance(record["object"], str) else record["object"] + 1}],
            4: [{**moved, "subject": record["subject"] + "的"}],
            5: [{**moved, "end": moved["end"] + 50}],
        }.get(kind, [moved])
    chance.shuffle(out)
    return out


def alternates(gold: list[Record]) -> list[Record]:
    """The last of the other values that the gold counts as right, at another place that it lists."""
    out = []
    for record in gold:
        places = record.get("alsoAt") or [[record["start"], record["end"]]]
        other = {key: values[-1] for key, values in (record.get("alt") or {}).items()}
        out.append({**record, **other, "start": places[-1][0], "end": places[-1][1]})
    return out


def modal(gold: list[Record]) -> list[Record]:
    """Every third claim planned."""
    return [{**record, "modality": "planned"} if i % 3 == 0 else record for i, record in enumerate(gold)]


def foreign(gold: list[Record]) -> list[Record]:
    """Claims of a text that the gold does not name, and predicates that it does not hold, beside the right ones."""
    return [*gold, *({**r, "source": "z.txt"} for r in gold[:9]), *({**r, "predicate": "author"} for r in gold[:9])]


def hold_against_the_definition(gold: Path, files: Iterable[str], predicted: Iterable[Record], folder: Path) -> None:
    """Run score.py, as JSON and as text, and compare every figure."""
    path = folder / "predicted.jsonl"
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in predicted), "utf-8")
    paths = [gold / name for name in files]
    command = [sys.executable, str(gold / "score.py"), str(path), *map(str, paths)]
    printed = [
        subprocess.run([*command, *option], capture_output=True, encoding="utf-8", check=True).stdout
        for option in ([], ["--json"])
    ]
    result = scoring.score(exchange.read_records(path), [r for p in paths for r in exchange.read_records(p)])
    assert scoring.figures(result) == json.loads(printed[1])

    def lines(text: str) -> set[str]:
        return {re.sub(r" +", " ", line) for line in text.splitlines()}

    assert lines(printed[0]) <= lines(scoring.report(result))


WHOLE = ("000.jsonl", "001.jsonl")


@pytest.mark.shared
@pytest.mark.parametrize("predict", [perfect, nothing, noisy, alternates, modal, foreign])
@pytest.mark.parametrize("files", [WHOLE, ("samples.jsonl",)], ids=["whole", "samples"])
def test_the_figures_are_the_definition_s(
    gold: Path, tmp_path: Path, files: tuple[str, ...], predict: Callable[[list[Record]], list[Record]]
) -> None:
    """On predictions of every kind, each figure is exactly that of the gold's own scorer."""
    records = [record for name in files for record in exchange.read_records(gold / name)]
    hold_against_the_definition(gold, files, predict(records), tmp_path)


@pytest.mark.shared
def test_the_figures_of_our_own_claims(gold: Path, papers_store: Path, tmp_path: Path) -> None:
    """On the claims read from the real texts, each figure is exactly that of the gold's own scorer."""
    own = exchange.read_records(current(papers_store).folder / "claims.jsonl")
    hold_against_the_definition(gold, (*WHOLE, "samples.jsonl"), own, tmp_path)


@pytest.mark.shared
def test_the_figures_without_prose(gold: Path, tmp_path: Path) -> None:
    """On gold that holds figures alone, the scorer is followed too."""
    (tmp_path / "figures.jsonl").write_text(json.dumps(value(5)), "utf-8")
    (tmp_path / "score.py").write_bytes((gold / "score.py").read_bytes())
    hold_against_the_definition(tmp_path, ["figures.jsonl"], [value(5)], tmp_path)
