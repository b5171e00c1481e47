"""Names are found by any part of them, in either script, by aliases and by pinyin, the best first."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.query import ResultRow

from borderkg import pinyin, resources
from borderkg.errors import StoreError
from borderkg.graph import names_index, view
from borderkg.graph.search import Index
from borderkg.graph.store import GraphStore
from borderkg.questions.results import read
from borderkg.vocabulary import ID, PREFIXES
from tests.facts import opened, quads

GRAPH = """
:yunnan a bkg:Region ; skos:prefLabel "云南省"@zh ; bkg:adminLevel bkc:admin-level-province .
:zone a bkg:Platform ; skos:prefLabel "沿边重点开发开放试验区"@zh , "Key Pilot Zone"@en ; bkg:locatedIn :yunnan .
:count a bkg:Indicator ; skos:prefLabel "试验区数量"@zh .
:said a bkg:Platform ; skos:prefLabel "勐腊（磨憨）试验区"@zh ; skos:hiddenLabel "磨憨特区"@zh .
:port a bkg:Port ; skos:prefLabel "满洲里口岸"@zh , "Manzhouli Port"@en ;
    skos:altLabel "满洲里铁路口岸"@zh ; bkg:locatedIn :yunnan .
:town a bkg:Region ; skos:prefLabel "满洲里市"@zh ; skos:altLabel "满洲里"@zh .
:other a bkg:Platform ; skos:prefLabel "满洲里"@zh .
:policy a bkg:Policy ; skos:prefLabel "《关于加快沿边开放的意见》"@zh ; bkg:alias "意见" .
:xian a bkg:Region ; skos:prefLabel "西安市"@zh . :hunchun a bkg:Region ; skos:prefLabel "珲春市"@zh .
:chongqing a bkg:Region ; skos:prefLabel "重庆市"@zh . :nameless a bkg:Event .
:article a bkg:Work ; skos:prefLabel "Yanbian, Kaifa, Kaifang, Shiyan"@en .
bkg:Port a owl:Class ; skos:prefLabel "口岸类"@zh .
"""
CLAIMS = """
:c1 bkg:claimSubject :said ; bkg:statedIn :paper . :c2 bkg:claimObject :said ; bkg:statedIn :paper .
:c3 bkg:claimSubject :zone ; bkg:statedIn :book .
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    content = [*quads(GRAPH), *quads(CLAIMS, "source/1")]
    return opened(tmp_path_factory.mktemp("search") / "graph", content)


def found(graph: GraphStore, text: str, limit: int = 10) -> list[str]:
    return [hit.iri.removeprefix(ID) for hit in graph.index.search(text, limit)]


@pytest.mark.parametrize(
    "text",
    [
        "试验区",
        "試驗區",
        "验",
        "开发开放",
        " 试 验 区 ",
        "syq",
        "SYQ",
        "shiyanqu",
        "shi yan qu",
        "shi'yan'qu",
        "shiyanq",
        "kaifang",
    ],
)
def test_a_part_of_a_name_finds_it(text: str, graph: GraphStore) -> None:
    """Any run of its characters, in either script, any run of syllables, the last unfinished, and of initials."""
    assert "zone" in found(graph, text)


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("满洲里", ["other", "town", "port"]),
        ("满洲里铁路", ["port"]),
        ("manzhouli port", ["port"]),
        ("manzh", ["port", "other", "town"]),
        ("mzl", ["other", "town", "port"]),
        ("磨憨特区", ["said"]),
        ("xian", ["xian"]),
        ("chongqing", ["chongqing"]),
        ("hunchun", ["hunchun"]),
        ("意见", ["policy"]),
        ("关于加快沿边开放的意见", ["policy"]),
        (ID + "port", ["port"]),
        ("", []),
        ("《》", []),
        ("口岸类", []),
        ("anzh", []),
        ("x' OR 1=1 --", []),
        ('"试验区" OR characters : "口"', []),
    ],
)
def test_the_best_come_first(text: str, best: list[str], graph: GraphStore) -> None:
    """The same name, then what begins so, then what holds it; a preferred name before an alias; each thing once."""
    assert found(graph, text) == best


def test_what_more_is_said_of_comes_first(graph: GraphStore) -> None:
    """Among hits of one step. What begins with the text comes before what has it as a word, and that before the rest."""
    assert found(graph, "试验区") == ["count", "said", "zone"]
    assert found(graph, "区")[:2] == ["said", "zone"]
    hits = graph.index.search("试验区", 10)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert graph.index.search("满洲里", 2)[0].score - graph.index.search("满洲里", 2)[1].score == pytest.approx(0.05)


def test_pages_with_facets(graph: GraphStore) -> None:
    """A page is a part of the whole; a facet counts what fits the other facets, and choosing a value gives that many."""
    whole = graph.index.page("试验区", 10)
    assert (whole.total, [hit.iri for hit in whole.hits]) == (3, [hit.iri for hit in graph.index.search("试验区", 10)])
    assert graph.index.page("试验区", 1, 1).hits == whole.hits[1:2]
    assert whole.facets["type"] == {"Platform": 2, "Indicator": 1}
    assert whole.facets["province"] == {ID + "yunnan": 1}
    assert whole.facets["source"] == {ID + "paper": 1, ID + "book": 1}
    chosen = graph.index.page("试验区", 10, 0, {"type": "Platform", "source": ID + "book"})
    assert [hit.iri for hit in chosen.hits] == [ID + "zone"]
    assert chosen.facets["type"] == {"Platform": 1}
    assert chosen.facets["source"] == {ID + "paper": 1, ID + "book": 1}
    assert graph.index.page("云南", 10, 0, {"province": ID + "yunnan"}).total == 1


def test_entities_by_the_beginning_of_their_iri(graph: GraphStore) -> None:
    """What more is said of first."""
    assert [hit.iri for hit in graph.index.starting(ID + "p", 5)] == [ID + "policy", ID + "port"]


@pytest.mark.parametrize("letters", ["zhongdiankaifakaifangshiyanqu", "yanbianzhongdiankaifakaifangshiyanqu"])
def test_a_long_name_is_read_syllable_by_syllable(letters: str, graph: GraphStore) -> None:
    """However many ways there are to cut its letters, and whatever foreign words they might hold."""
    assert found(graph, letters) == ["zone"]


@pytest.mark.parametrize(
    ("letters", "read"),
    [
        ("manzhouli", {("town", True), ("other", True)}),
        ("Man Zhou Li", {("town", True), ("other", True)}),
        ("mzl", {("town", False), ("other", False)}),
        ("xi'an", set()),
        ("xianshi", {("xian", True)}),
        ("mzlk", set()),
        ("满洲里", set()),
    ],
)
def test_the_whole_reading_of_a_name(letters: str, read: set[tuple[str, bool]], graph: GraphStore) -> None:
    """Names of which letters are all the pinyin, or all the initials, and not a part."""
    assert {(iri.removeprefix(ID), whole) for iri, whole in graph.index.read_so(letters)} == read


def test_queries_search_through_rdflib_too(graph: GraphStore) -> None:
    """As at the endpoint, in the same order."""
    query = 'SELECT ?x ?score { (?x ?score) bkg:search "试验区" } ORDER BY DESC(?score) ?x'
    rows = [
        row.asdict()
        for row in view.dataset(graph).default_graph.query(query, initNs=PREFIXES)
        if isinstance(row, ResultRow)
    ]
    found = read(graph.query(query)).rows
    assert [(str(row["x"]), float(row["score"])) for row in rows] == [
        (x.value, float(score.value)) for x, score in found
    ]
    assert len(found) == 3


@given(st.data())
def test_every_part_of_every_name_finds_it(graph: GraphStore, data: st.DataObject) -> None:
    """Whatever run of its characters is asked for, and its syllables and initials from any of them on."""
    iri, label, _, _ = data.draw(st.sampled_from(graph.index.all()))
    if not all("\u4e00" <= c <= "\u9fff" for c in label):
        return
    start = data.draw(st.integers(0, len(label) - 1))
    end = data.draw(st.integers(start + 1, len(label)))
    read = pinyin.syllables(label)[start:end]
    for text in (label[start:end], "".join(read), *(["".join(s[0] for s in read)] if len(read) > 1 else [])):
        assert iri in {hit.iri for hit in graph.index.search(text, 50)}, text


@given(st.text(max_size=120))
def test_any_text_can_be_searched_for(graph: GraphStore, text: str) -> None:
    """Nothing that is typed is an error, or a query to the index."""
    everything = len({iri for iri, *_ in graph.index.all()})
    assert graph.index.page(text, 5).total <= everything


def test_the_same_graph_gives_the_same_index(tmp_path: Path) -> None:
    """In whatever order its quads come."""
    content = [*quads(GRAPH), *quads(CLAIMS, "source/1")]
    one, other = opened(tmp_path / "a", content), opened(tmp_path / "b", reversed(content))
    assert (one.version.folder / names_index.FILE).read_bytes() == (
        other.version.folder / names_index.FILE
    ).read_bytes()


def test_a_missing_or_damaged_index(tmp_path: Path) -> None:
    """The error says what to do."""
    graph = opened(tmp_path / "graph", quads(GRAPH))
    copy = tmp_path / "copy"
    shutil.copytree(graph.version.folder, copy)
    (copy / names_index.FILE).write_bytes(b"no index" * 200)
    with pytest.raises(StoreError, match=r"damaged.*build the store anew"):
        Index(copy)
    (copy / names_index.FILE).unlink()
    with pytest.raises(StoreError, match="missing; build the store anew"):
        Index(copy)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("重庆市", "chongqing shi"),
        ("重点开发", "zhongdian kaifa"),
        ("勐腊", "meng la"),
        ("磨憨", "mo han"),
        ("珲春", "hun chun"),
        ("长白", "chang bai"),
        ("阿勒泰", "a le tai"),
        ("都拉塔", "du la ta"),
        ("喀什", "ka shi"),
        ("增长率", "zeng zhang lv"),
        ("银行", "yin hang"),
        ("RCEP协定", "RCEP xie ding"),
    ],
)
def test_how_names_are_read(name: str, read: str) -> None:
    """Characters of several readings as the name has them."""
    assert "".join(pinyin.syllables(name)) == read.replace(" ", "")


def test_every_exception_is_needed() -> None:
    """Each reading of ours is another than that of the dictionary alone."""
    import pypinyin

    from borderkg.pinyin import syllables

    for name, entry in resources.read_yaml(resources.readings()).items():
        assert "".join(syllables(name)) == entry["reading"].replace(" ", "")
        if len(name) > 1:
            shown = [pypinyin.lazy_pinyin(word) for word in pinyin.words(name)]
            assert entry["reading"].split() != [syllable for word in shown for syllable in word], name
