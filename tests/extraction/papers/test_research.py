"""What a document says of its own making, of its model, and of the meaning of its terms."""

from typing import Any

import pytest

from borderkg.extraction import extractor
from borderkg.extraction.statement import Statement
from tests.corpus.factory import document
from tests.extraction.stated import stated


def told(text: str, predicate: str) -> set[str]:
    """The objects of one predicate."""
    return {o for _, p, o in stated(text) if p == predicate}


def statement(text: str, predicate: str) -> Statement:
    """The one statement of a predicate."""
    (found,) = (s for s in extractor.default().extract(document(text)) if s.predicate == predicate)
    return found


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("本文数据来源于《口岸年鉴》《边疆统计年鉴》。", {"口岸年鉴", "边疆统计年鉴"}),
        (
            "数据来源：国家统计局、海关总署，《云南统计年鉴》（2010—2019年）。",
            {"国家统计局", "海关总署", "云南统计年鉴"},
        ),
        ("资料来源：根据历年《边境贸易统计年鉴》整理。", {"边境贸易统计年鉴"}),
        ("数据来自世界银行WDI数据库和UN Comtrade数据库。", {"世界银行WDI数据库", "UN Comtrade数据库"}),
        ("资料来源：作者整理。", set()),
        ("资料来源不足，口岸史研究有待深入。", set()),
    ],
)
def test_sources_of_data(text: str, sources: set[str]) -> None:
    """Works and bodies, one by one, without years and without what was done to them."""
    assert told(text, "dataSource") == sources


def test_a_body_that_gives_data_is_an_organization() -> None:
    """It is linked; a yearbook stays a title."""
    found = [
        s.object
        for s in extractor.default().extract(document("数据来源：海关总署、《口岸年鉴》。"))
        if s.predicate == "dataSource"
    ]
    assert [getattr(o, "type", "Text") for o in found] == ["Organization", "Text"]


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("作者：钱穆之、于谦（某大学）\n本文讨论口岸。", {"钱穆之", "于谦"}),
        ("[作者简介]钱穆之（1975—），男，云南人。", {"钱穆之"}),
        ("作者认为口岸重要。", set()),
    ],
)
def test_authors(text: str, authors: set[str]) -> None:
    """Only where a mark says so."""
    assert told(text, "author") == authors


@pytest.mark.parametrize(
    ("text", "methods"),
    [
        ("本文采用双重差分法和倾向得分匹配法，考察政策效应。", {"双重差分法", "倾向得分匹配"}),
        ("在此基础上构建引力模型，并运用系统GMM作稳健性检验。", {"引力模型", "广义矩估计"}),
        ("钱穆之（2018）运用DEA测算了口岸效率。", set()),
        ("限于数据，本文未采用空间计量模型。", set()),
        ("二、文献综述\n一些论文运用熵值法测度开放水平。\n", set()),
        ("双重差分法近来十分流行。", set()),
        ("目前，运用较多的方法主要有引力模型。现有研究多采用双重差分法。", set()),
        ("本文运用熊大山（2006）改进的引力模型，测算了成本。", {"引力模型"}),
        ("评估时，熊大山等利用引力模型发现了潜力。", set()),
        ("在现有研究基础上，我们利用引力模型测算潜力。", {"引力模型"}),
    ],
)
def test_methods(text: str, methods: set[str]) -> None:
    """By the names of the scheme; those of other papers are not this one's."""
    assert told(text, "usesMethod") == methods


def variables(text: str) -> list[tuple[str, dict[str, Any]]]:
    """The variables of a text with role and symbol."""
    return [
        (str(s.object), s.qualifiers) for s in extractor.default().extract(document(text)) if s.predicate == "variable"
    ]


def test_variables_of_a_sentence() -> None:
    """A list shares the role; a clause that says how a variable is measured ends it."""
    text = (
        "被解释变量为人均收入（lninc），核心解释变量为开放程度（open）。控制变量包括产业结构、人口密度，以年末数衡量。"
    )
    assert variables(text) == [
        ("人均收入", {"role": "被解释变量", "symbol": "lninc"}),
        ("开放程度", {"role": "核心解释变量", "symbol": "open"}),
        ("产业结构", {"role": "控制变量"}),
        ("人口密度", {"role": "控制变量"}),
    ]


def test_variables_of_a_table() -> None:
    """A table of names, symbols and meanings."""
    text = "表2 变量说明\n| 变量类型 | 变量名称 | 符号 |\n|---|---|---|\n"
    text += "| 被解释变量 | 人均收入 | lninc |\n| 控制变量 | 人口密度 | pop |\n"
    assert variables(text) == [
        ("人均收入", {"role": "被解释变量", "symbol": "lninc"}),
        ("人口密度", {"role": "控制变量", "symbol": "pop"}),
    ]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("所谓口岸经济，是指依托口岸形成的各种经济活动。", "口岸经济"),
        ("口岸经济是指依托口岸形成的各种经济活动。", "口岸经济"),
        ("亚洲开发银行提出了概念。所谓“口岸经济”，又称“关市经济”，是指依托口岸形成的各种经济活动。", "口岸经济"),
        ("本文将口岸经济界定为依托口岸形成的各种经济活动。", "口岸经济"),
        ("第二条 本办法所称边民互市贸易，是指边民在指定地点进行的商品交换。", "边民互市贸易"),
    ],
)
def test_definitions(text: str, term: str) -> None:
    """The evidence runs from the term to the end, and the definition has its own place."""
    found = statement(text, "defines")
    start, end = found.evidence
    assert found.object.text == term and text[start:end].startswith(term) and text[end] == "。"  # type: ignore[union-attr]
    start, end = found.qualifiers["definition"]
    assert text[start:end].startswith(("依托", "边民"))


@pytest.mark.parametrize(
    "text",
    ["箭头指的是方向。", "这主要是指三个方面的活动。", "会议指出要加快开放的步伐。", "学者指导学生开展调查活动。"],
)
def test_what_defines_nothing(text: str) -> None:
    """Words that point at something, and verbs that only begin alike."""
    assert told(text, "defines") == set()


def test_a_definition_may_be_a_policy_s_or_another_s() -> None:
    """The document in 《》 defines; a scholar's definition is theirs."""
    text = "《口岸开放规定》所称口岸是供人员和货物出入境的港口、机场和车站。"
    assert stated(text, "definitions") == {("口岸开放规定", "defines", "口岸")}
    assert (
        statement("李四光（2015）认为，口岸经济是指依托口岸形成的经济活动。", "defines").attribution == "李四光(2015)"
    )


CHANGED = (
    "1990年，《口岸试行规定》讲了口岸的范围。按照其定义，口岸是旅客出入境的车站。"
    "1999年《口岸管理批复》，将口岸定义更改为“供人员和货物出入境的车站和通道”。"
)


@pytest.mark.parametrize(
    "text",
    [
        "1996年颁布的《边境旅游办法》将边境旅游界定为：边民结伴到对方城镇的游览。",
        "根据《边境旅游办法》，边境旅游是指边民结伴到对方城镇的游览。",
    ],
)
def test_a_definition_that_a_paper_takes_from_a_policy(text: str) -> None:
    found = statement(text, "defines")
    assert (found.subject.text, found.object.text) == ("边境旅游办法", "边境旅游")  # type: ignore[union-attr]


def test_a_definition_that_a_policy_changes() -> None:
    """Both policies define; the later amends the earlier, with the words that say so as evidence."""
    found = [s for s in extractor.default().extract(document(CHANGED)) if s.rule.startswith("definitions::")]
    assert [(s.subject.text, s.predicate, getattr(s.object, "text", "")) for s in found] == [
        ("口岸试行规定", "defines", "口岸"),
        ("口岸管理批复", "defines", "口岸"),
        ("口岸管理批复", "amends", "口岸试行规定"),
    ]
    assert CHANGED[slice(*found[1].qualifiers["definition"])] == "供人员和货物出入境的车站和通道"
    assert CHANGED[slice(*found[2].evidence)] == "口岸管理批复》，将口岸定义更改为"


def test_definitions_in_a_row() -> None:
    """Behind a semicolon a second term is defined; the first definition ends there."""
    text = "甲类口岸是指由中央批准开放的口岸；乙类口岸是指由省级批准开放的口岸。"
    found = [s for s in extractor.default().extract(document(text)) if s.predicate == "defines"]
    assert [text[slice(*s.qualifiers["definition"])] for s in found] == ["由中央批准开放的口岸", "由省级批准开放的口岸"]


def test_variables_under_headings_of_their_own() -> None:
    """A heading in a section on variables names one with its symbol; its first paragraph may tell the role."""
    text = "一、模型与数据\n（一）变量解释\n1. 增长速度（y）\n本文以增长速度作为因变量。\n2. 道路密度（RD）\n道路密度反映交通。\n"
    assert variables(text) == [
        ("增长速度", {"role": "因变量", "symbol": "y"}),
        ("道路密度", {"symbol": "RD"}),
    ]


def test_the_source_of_a_table_is_told_of_its_figures() -> None:
    """What the note under a table names as its source stands with each of its cells."""
    text = "表1 各省外贸总额（单位：亿美元）\n| 省份 | 2019年 |\n|---|---|\n| 云南 | 30.5 |\n| 广西 | 40.5 |\n"
    text += "\n数据来源：海关总署、国家统计局。\n"
    figures = [s for s in extractor.default().extract(document(text)) if s.predicate == "observation"]
    assert [s.qualifiers.get("dataSource") for s in figures] == ["海关总署、国家统计局"] * 2


def test_methods_of_others_are_not_the_paper_s() -> None:
    """A sentence that begins with other authors tells of theirs."""
    assert told("熊大山等对省际数据进行空间计量分析，采用固定效应模型。", "usesMethod") == set()
