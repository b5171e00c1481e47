"""The rules as data: well formed, checked by a reader, and refused with the place where they are not."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from borderkg import resources
from borderkg.errors import RuleError
from borderkg.lineage import rules
from tests.conftest import ROOT

CHECK = ROOT / "docs" / "lineage-check.md"


def judged() -> list[tuple[str, str]]:
    """The rule and the judgement of each row of the reader's table."""
    rows = re.findall(r"^\| *\d+ *\| `([a-z]+)` \|.*\| (right|wrong) \|", CHECK.read_text("utf-8"), re.MULTILINE)
    return [(rule, judgement) for rule, judgement in rows]


def test_the_confidence_of_a_rule_is_what_a_reader_found() -> None:
    """The figures of the data are those of the table in docs/lineage-check.md, and its total is the precision it states."""
    table = judged()
    checked, right = Counter(rule for rule, _ in table), Counter(rule for rule, said in table if said == "right")
    for rule in rules.load().all:
        name = rule.id.split("::", maxsplit=1)[0]
        assert (rule.checked, rule.right) == (checked[name], right[name]), rule.id
    assert len(table) == 50
    assert f"{right.total()} of {len(table)}" in CHECK.read_text("utf-8")
    assert right.total() / len(table) >= 0.9


def test_confidence_is_laplaces() -> None:
    """A rule that nobody checked is as good as a coin; one that was right ten times of ten is not certain."""

    def confidence(checked: int, right: int) -> float:
        return rules.Rule("a::b", "follows", "", "", checked, right).confidence

    assert confidence(0, 0) == 0.5
    assert confidence(10, 10) == 0.92
    assert confidence(4, 2) == 0.5


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"relation": "leadsTo"}, "leadsTo"),
        ({"share": ["colour"]}, "colour"),
        ({"nearest_to": 1}, "unknown nearest_to"),
        ({"later": {"kind": "Policy"}}, "unknown kind"),
        ({"zh": None}, ""),
    ],
)
def test_a_malformed_rule(tmp_path: Path, change: dict[str, object], said: str) -> None:
    """The error names the file and what is wrong."""
    content = yaml.safe_load(resources.lineage().read_text("utf-8"))
    content["rules"][0].update(change)
    if "zh" in change:
        del content["rules"][0]["zh"]
    path = tmp_path / "lineage.yaml"
    path.write_text(yaml.safe_dump(content), "utf-8")
    with pytest.raises(RuleError, match=re.escape(str(path))) as error:
        rules.load(path)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("国务院关于边境贸易有关问题的通知", "national"),
        ("云南省沿边开发开放规划", "provincial"),
        ("中国(新疆)自由贸易试验区总体方案", ""),
        ("中国东北地区面向东北亚区域开放规划纲要", "national"),
    ],
)
def test_the_level_that_a_title_tells(title: str, level: str) -> None:
    """By its first words; a zone's full name begins like a national document and is none."""
    assert rules.load().level_of(title) == level


def test_the_subjects_of_a_title() -> None:
    """A title may have several; a decision on a single port is not about the management of ports."""
    assert rules.load().subjects_of("关于边境贸易口岸管理的规定") == {"border-trade", "ports"}
    assert not rules.load().subjects_of("国务院关于同意开放东宁口岸的批复")
