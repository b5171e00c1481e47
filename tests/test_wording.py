"""No wording of the five papers is in the repository: facts, figures, titles and names may be, their sentences may not.

A run is 25 characters, normalised as the extraction does it and with its punctuation kept, of which 15 are Han characters;
fewer may be a name or a phrase of the field. Exempt, with their reasons:

- titles: a title is how a document is named, and the release states who issued what. What stands in 《》, the titles of the
  papers, and those of the works that they cite are taken out of the papers before they are cut into runs;
- countries in a row: 哈萨克斯坦、吉尔吉斯斯坦、… are names in the order of the map, which no author owns.
"""

import gzip
import re
from pathlib import Path

import pytest
import yaml

from borderkg import reference, schema
from borderkg.claims import exchange
from borderkg.corpus.normaliser import fold
from tests.markdown import ROOT, name, tracked

_LENGTH = 25
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEAST_HAN = 15
_PHRASE = 11
RELEASE = ROOT / "data" / "release"


def squeeze(text: str) -> str:
    """Text as it is compared: folded, without blanks."""
    return re.sub(r"\s+", "", fold(text))


def is_wording(run: str) -> bool:
    return len(_HAN.findall(run)) >= _LEAST_HAN


def runs(text: str, titles: list[str]) -> set[str]:
    """The runs of a paper, its titles left out."""
    bare = re.sub(r"《[^《》]{2,90}》", "\n", squeeze(text))
    for title in sorted(titles, key=len, reverse=True):
        bare = bare.replace(title, "\n")
    return {
        run
        for part in bare.split("\n")
        for i in range(len(part) - _LENGTH + 1)
        if is_wording(run := part[i : i + _LENGTH])
    }


def found(text: str, wording: set[str], countries: re.Pattern[str]) -> list[str]:
    """The runs of the papers that stand in a text, each as long as it goes on."""
    hits = []
    for part in re.split(rf"[^\u4e00-\u9fff]{{{_LENGTH - _LEAST_HAN + 1},}}", squeeze(text)):
        i = 0
        while i + _LENGTH <= len(part):
            end = i
            while part[end : end + _LENGTH] in wording:
                end += 1
            if end > i:
                hits.append(part[i : end - 1 + _LENGTH])
            i = max(end, i + 1)
    return [hit for hit in hits if is_wording(countries.sub("", hit))]


def text_of(path: Path) -> str:
    """The text of a file of ours, in whatever encoding; nothing for a picture."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


@pytest.fixture(scope="module")
def titles() -> list[str]:
    """The titles of the papers and of the works that they cite, as the release states them."""
    papers = yaml.safe_load((RELEASE / "sources.yaml").read_text("utf-8")).values()
    cited = [r["object"] for r in exchange.read_records(RELEASE / "claims.jsonl") if r["predicate"] == "cites"]
    return [squeeze(title) for title in (*(paper["title"] for paper in papers), *cited)]


@pytest.fixture(scope="module")
def wording(papers: Path, titles: list[str]) -> set[str]:
    return {run for path in papers.glob("*.txt") for run in runs(path.read_text("utf-8"), titles)}


@pytest.fixture(scope="module")
def countries() -> re.Pattern[str]:
    known = [i for i in reference.load().individuals.values() if i.type == "Country"]
    names = {name for i in known for name in (i.label_zh, *i.alternatives) if len(name) > 1}
    return re.compile("|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n)))))


@pytest.mark.shared
def test_no_sentence_of_the_papers_is_in_the_repository(wording: set[str], countries: re.Pattern[str]) -> None:
    """No file, the packed graph of the release included, holds a run of words of the five papers."""
    files = tracked()
    assert RELEASE / "graph.nq.gz" in files
    assert not {name(path): hits for path in files if (hits := found(text_of(path), wording, countries))}


@pytest.fixture(scope="module")
def names() -> re.Pattern[str]:
    """Every label of the reference data and of the concepts: who and what a sentence speaks of, not how it speaks."""
    labels = {n for i in reference.load().individuals.values() for n in (i.label_zh, *i.alternatives)}
    labels |= {n for concept in schema.load().concepts for n in (concept.label_zh, *concept.other_labels)}
    bare = {"".join(_HAN.findall(squeeze(label))) for label in labels}
    return re.compile("|".join(sorted((n for n in bare if len(n) > 1), key=lambda n: (-len(n), n))))


def phrases(text: str, names: re.Pattern[str]) -> set[str]:
    """The runs of so many Han characters, names and what is no Han character left out."""
    bare = re.sub(r"《[^《》]{2,90}》", "\n", squeeze(text))
    parts = names.sub("\n", re.sub(r"[^\u4e00-\u9fff\n]", "", bare)).split("\n")
    return {part[i : i + _PHRASE] for part in parts for i in range(len(part) - _PHRASE + 1)}


@pytest.mark.shared
def test_no_example_of_a_rule_is_worded_like_the_papers(papers: Path, names: re.Pattern[str]) -> None:
    """Rules and code are stricter: not even a clause of the papers, whatever names and numbers are put in its place."""
    theirs = {p for path in papers.glob("*.txt") for p in phrases(path.read_text("utf-8"), names)}
    ours = [path for path in tracked() if name(path).startswith(("data/rules/", "src/"))]
    hits = {name(path): phrases(text_of(path), names) & theirs for path in ours}
    assert len(ours) > 100 and not {path: found for path, found in hits.items() if found}


@pytest.mark.shared
def test_a_sentence_would_be_found(papers: Path, wording: set[str], countries: re.Pattern[str]) -> None:
    """A sentence of each paper is found however it is broken, and with other words around it; a title is not."""
    for path in papers.glob("*.txt"):
        sentence = max(re.findall(r"[\u4e00-\u9fff,、]{30,}", squeeze(path.read_text("utf-8"))), key=len)
        assert found(f"# note: {sentence[:20]}\n  {sentence[20:]} (end)", wording, countries), path.name
    assert not found("《国务院关于支持沿边重点地区开发开放若干政策措施的意见》", wording, countries)
    assert not found("与俄罗斯、哈萨克斯坦、吉尔吉斯斯坦、塔吉克斯坦、阿富汗、巴基斯坦、印度接壤", wording, countries)
