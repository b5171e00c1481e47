"""Problems and measures: which headings and lead phrases are either, and how far a lead phrase goes."""

import pytest

from tests.extraction.stated import stated


def argued(text: str) -> tuple[set[str], set[str]]:
    """The problems and the measures of a text."""
    found = stated(text, "arguments")
    problems = {o for _, p, o in found if p == "identifiesProblem"}
    return problems, {o for _, p, o in found if p == "proposesMeasure"}


@pytest.mark.parametrize(
    "announced",
    [
        "我县口岸发展还面临不少困难：一是货场狭小；二是道路老化。",
        "当前的困境，首先是货场狭小，其次是道路老化。",
        "制约口岸发展的因素有二：其一，货场狭小；其二，道路老化。",
        "（二）主要短板\n①货场狭小。占地不足三亩。\n②道路老化。\n",
        "记者：口岸遇到哪些问题？\n答：有两点：一是货场狭小，二是道路老化。\n",
        "难点一：货场狭小。难点二：道路老化。",
        "存在的困难，调研组归纳为两点：（一）货场狭小；（二）道路老化。",
        "过货量增长较快。但也要看到：一是货场狭小；二是道路老化。",
        "企业反映较多的有两条：一是货场狭小，二是道路老化。",
        "有何问题？归结起来有二：①货场狭小；②道路老化。",
        "一、症结何在\n第一，货场狭小。占地不足三亩。第二，道路老化。多年未修。\n",
        "2　成因\n①货场狭小。车辆排队。②道路老化。\n",
        "问：目前最头疼的是什么？\n答：一是货场狭小，二是道路老化。\n",
        "存在问题\n1、货场狭小。\n2、道路老化。\n",
        "3.2 口岸建设的困境\n3.2.1 货场狭小\n车辆排队。\n3.2.2 道路老化\n",
        "当前最大的问题一是货场狭小，二是道路老化。",
        "口岸发展受到若干限制：一个是货场狭小；还有一个是道路老化。",
        "过货量年年下降。究其原因，第一，货场狭小，车辆排队；第二，道路老化。",
        "互市热情不高，究其缘由，一是货场狭小，二是道路老化。",
        "仍有以下制约：一、货场狭小，车辆排队；二、道路老化，雨季不通。",
        "口岸概况\n过货量有所增长。\n跨境贸易的挑战\n1. 货场狭小\n占地不足三亩。\n2. 道路老化\n",
        "二、口岸发展的机遇与挑战\n（一）政策机遇增多\n（二）区位优势突出\n（三）货场狭小\n（四）道路老化\n",
        "三、主要做法、存在问题\n（一）主要做法\n一是优化服务。推行预约。二是强化领导。\n（二）存在问题\n一是货场狭小。二是道路老化。\n",
        "三、制约因素及其成因\n1.货场狭小。占地不足三亩。2.道路老化。\n",
        "过货量增长较快，但存在以下困难。①货场狭小；②道路老化。",
        "存在的短板主要有二：一来，货场狭小；二来，道路老化。",
        "**二、存在问题**\n\n**（一）货场狭小**\n\n占地不足三亩。\n\n**（二）道路老化**\n",
        "四、口岸建设的“拦路虎”\n——货场狭小。占地不足三亩。\n——道路老化。\n",
        "从制约因素看，一方面，货场狭小；另一方面，道路老化。",
        "口岸为何始终做不大？一是货场狭小。占地不足三亩。二是道路老化。",
        "一、货场狭小\n占地不足三亩。\n二、道路老化\n多年未修。\n",
        "## 主要问题\n1. **货场狭小**：占地不足三亩。\n2. **道路老化**：多年未修。\n",
    ],
)
def test_problems(announced: str) -> None:
    """However the list is numbered and announced, its items are told without number and without what follows."""
    assert argued(announced) == ({"货场狭小", "道路老化"}, set())


@pytest.mark.parametrize(
    "announced",
    [
        "为此，本文提出两点建议。第一，扩建货场，新增三条车道。第二，翻修道路。",
        "针对上述问题，提出如下对策：（1）扩建货场；（2）翻修道路。",
        "同志们，一要扩建货场，解决排队问题；二要翻修道路。",
        "今年要办好两件实事：一是扩建货场，二是翻修道路。",
        "问：下一步有何打算？\n答：首先是扩建货场，其次是翻修道路。\n",
        "主要措施\n● 扩建货场\n● 翻修道路\n",
        "二、出路在哪里\n第一，扩建货场。要增开车道。第二，翻修道路。\n",
        "三、怎么办\n第一，扩建货场。第二，翻修道路。\n",
        "笔者认为可从两方面入手：第一，扩建货场；第二，翻修道路。",
        "五、结论与政策启示\n本文发现：第一，口岸带动就业。第二，效应偏小。据此建议：第一，扩建货场。第二，翻修道路。\n",
        "现就口岸建设通知如下：\n一、总体要求\n二、扩建货场\n三、翻修道路\n四、组织实施\n",
        "对策一、扩建货场\n要有规划。\n对策二、翻修道路\n",
        "五、对策建议\n提升口岸的发展水平，可以同时从以下两方面入手：\n1.扩建货场\n要有规划。\n2.翻修道路\n",
        "下一步，我们将：一是扩建货场，力争年内完工；二是翻修道路。",
        "要补上这些短板，首先要扩建货场，其次要翻修道路。",
        "会议商定：第一，扩建货场；第二，翻修道路。",
        "破解上述难题，需要多管齐下：其一，扩建货场；其二，翻修道路。",
        "可行的办法有二：第一，应扩建货场，增开车道；第二，应当翻修道路。",
        "五、解困之策\n（一）扩建货场\n（二）翻修道路\n",
        "（1）扩建货场。车道要增至八条。\n（2）翻修道路。允许社会资本参与。\n",
        "五、对策建议\n第一，扩建货场。货场占地太小，\n①\n第二，按照先急后缓的原则翻修道路。道路已经老化。\n",
    ],
)
def test_measures(announced: str) -> None:
    """In papers, reports, speeches, answers and notices."""
    assert argued(announced) == (set(), {"扩建货场", "翻修道路"})


@pytest.mark.parametrize(
    "text",
    [
        "五年来，主要做了以下工作：一是扩建了货场，二是翻修了道路。",
        "口岸发展有三个特点：一是货场狭小，二是道路老化，三是人员不足。",
        "应当看到：一是口岸数量居全国前列；二是货运量稳步增长。",
        "值得注意的是：一是货运量增长5%；二是客流恢复。",
        "二、成因\n①通关便利化水平提高。②开放领域扩大。③腹地加工能力增强。\n",
        "该县的主要做法：一、抓规划，明确定位。二、抓项目，夯实基础。",
        "同意设立口岸，现批复如下：一、扩建货场。二、翻修道路。",
        "国务院批复如下：\n一、加强领导。\n二、落实责任。\n",
        "存在货场狭小、道路老化等问题，必须认真解决。",
        "四、取得的成效\n（一）货场不断扩大\n（二）道路明显改善\n",
        "# 某地口岸发展现实与展望\n## 某地口岸发展现实与展望\n某社出版。\n",
    ],
)
def test_what_is_neither(text: str) -> None:
    """What was done, what marks a thing, what a decree grants, and what no list names."""
    assert argued(text) == (set(), set())


def test_the_nearest_announcement_decides() -> None:
    """Problems and measures one after the other, in one paragraph and in one section."""
    text = "问题突出：一是货场狭小，二是道路老化。下一步，第一，扩建货场；第二，翻修道路。"
    assert argued(text) == ({"货场狭小", "道路老化"}, {"扩建货场", "翻修道路"})
    text = "三、问题与对策\n（一）主要问题\n1.货场狭小\n占地小。\n（二）出路\n1.扩建货场\n尽快。\n"
    assert argued(text) == ({"货场狭小"}, {"扩建货场"})


def test_a_list_ends_with_its_paragraph() -> None:
    """The next list needs an announcement of its own."""
    text = "存在两个问题：一是货场狭小，二是道路老化。\n去年口岸变化很大，一是货场扩大，二是人员不缺。\n"
    assert argued(text) == ({"货场狭小", "道路老化"}, set())


@pytest.mark.parametrize(
    "told",
    [
        "一、扩建货场的重大意义\n货场关系全局。\n二、推进通关便利化的历程\n起步很早。\n",
        "口岸工作总结\n一、扩建货场。投资2亿元。\n二、翻修道路。改造三条。\n",
        "一是扩建货场。2020年投资2亿元。二是翻修道路。2021年完成改造。",
        "（一）区位优势突出\n毗邻三国。\n（二）通道作用较强\n班列密集。\n",
        "过货量快速增长的主要原因有二：一是通道改善；二是企业少而强，不断创新。",
        "（一）货场与道路的错位\n货场在东。\n（二）两地之间的差距\n相距百里。\n",
        "去年该县采取两项举措：一是扩建货场；二是翻修道路。",
        "一、口岸数量多\n共有五个。\n二、车流量大\n日均百辆。\n",
        "货运受天气限制，通常分两类：一是旺季货运不足；二是淡季货运不足。",
        "交通途径有两种：一是水路；二是公路。",
        "该县闯出了一条路子：一是扩建货场；二是翻修道路。",
        "近年来，按照发展需要，我们重点抓了以下几个方面的工作：\n\n一、扩建货场\n建成联检楼。\n二、翻修道路\n完成改造。\n",
        "口岸是窗口。本文将从以下几个方面探讨口岸的机遇与挑战。\n\n一、货场与贸易\n规模很大。\n二、道路与物流\n四通八达。\n",
        "（一）不冲突不对抗\n两国如此。\n（二）相互尊重\n各国如此。\n",
        "一、新形势\n1.邻国经济可能陷入停滞\n前景不明。\n2.邻国有望扩大开放\n各国如此。\n",
        "治理办法有：一是《货场办法》；二是《道路办法》。",
    ],
)
def test_what_is_told_of_is_no_problem_or_measure(told: str) -> None:
    """Titles of other matters, reports of what has been done, reasons of what goes well."""
    assert argued(told) == (set(), set())


def test_items_that_lead_sentences_of_a_text_without_headings() -> None:
    text = "第一，货场过于狭小。2010年以来只扩建一次。第二，货运快速增长。去年尤其如此。"
    assert argued(text) == ({"货场过于狭小"}, set())


def test_how_far_a_lead_phrase_goes() -> None:
    """A sentence of two like clauses above an explanation is one phrase, and so is one set as a heading."""
    text = "建议如下。第一，扩建口岸货场，翻修进出道路。货场占地太小。第二，为缓解拥堵，增设车道，允许夜间通行。"
    assert argued(text)[1] == {"扩建口岸货场,翻修进出道路", "增设车道"}


def test_a_numbered_heading_with_a_qualified_noun_announces() -> None:
    """3.2 …的法律困境 says that problems follow; 首先，… of four characters may be one."""
    found = stated(
        "3.2 跨境合作区的法律困境\n其一，缺乏条约支撑。以中老为例，尚无文件。\n其二，监管衔接不足。", "arguments"
    )
    assert {o for _, predicate, o in found if predicate == "identifiesProblem"} == {"缺乏条约支撑", "监管衔接不足"}
    assert argued("3.主要问题。①货场狭小；②道路老化。") == ({"货场狭小", "道路老化"}, set())
    assert argued("三、问题\n1.首先，货场过于狭小。其次，道路老化。") == ({"货场过于狭小", "道路老化"}, set())
    found = stated("二、困境分析\n首先，外部环境制约。进口停滞。\n其次，通道瓶颈。铁路换装能力不足。", "arguments")
    assert {o for _, predicate, o in found if predicate == "identifiesProblem"} == {"外部环境制约", "通道瓶颈"}


def test_a_list_goes_on_in_the_next_paragraph() -> None:
    """The item with the next number is of the list of the paragraph before, wherever it stands; another is not."""
    text = "口岸面临不少困难。一是货场狭小。车辆排队。\n排队逐年加重。二是道路老化。多年未修。\n"
    assert argued(text) == ({"货场狭小", "道路老化"}, set())
    assert argued(text.replace("二是", "三是")) == ({"货场狭小"}, set())


def test_what_leads_a_subject_as_often_as_it_asks() -> None:
    """落地加工 is no request where problems are told; 落地 is one elsewhere."""
    text = "目前的瓶颈有三：一是落地加工“两头在外”，二是配套政策没跟上，三是发展后劲堪忧。"
    assert argued(text) == ({"落地加工“两头在外”", "配套政策没跟上", "发展后劲堪忧"}, set())
    assert argued("主要问题：一是货场狭小；二是加快翻修道路。") == ({"货场狭小"}, set())


def test_a_clause_before_the_list_announces_nothing_by_a_word_in_it() -> None:
    """特色优势产业 is no advantage that a list tells of."""
    text = "三、存在的问题\n\n尚未形成特色优势产业体系，这表现在两个方面：\n\n一是产业竞争力不强。\n\n二是抗风险能力较低。\n"
    assert {o for _, p, o in stated(text, "arguments") if p == "identifiesProblem"} == {
        "产业竞争力不强",
        "抗风险能力较低",
    }
