"""What is set up, and by which name: lists that share a head, captions, names of villages, ports and offices of a place."""

import pytest

from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.linker import Linker
from borderkg.extraction import extractor
from tests.corpus.factory import document
from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        (
            "国务院批复设立中国（广西）、中国（云南）等6个自由贸易试验区。",
            {"中国(广西)自由贸易试验区", "中国(云南)自由贸易试验区"},
        ),
        ("全省有瑞丽、河口两个国家级边境经济合作区。", {"瑞丽边境经济合作区", "河口边境经济合作区"}),
        ("喀什、霍尔果斯经济开发区先后挂牌。", {"喀什经济开发区", "霍尔果斯经济开发区"}),
        ("云南自贸试验区昆明片区、红河片区揭牌。", {"云南自贸试验区昆明片区"}),  # 红河片区 alone tells no kind
        ("内蒙古满洲里、广西防城港边境旅游试验区。", {"内蒙古满洲里边境旅游试验区", "广西防城港边境旅游试验区"}),
        ("浦寨、弄怀两个边贸点很热闹。", {"浦寨边贸点", "弄怀边贸点"}),
        ("里板互市点不大。", {"里板互市点"}),
        ("国门湾中朝互市贸易区正式运营。", {"国门湾中朝互市贸易区"}),
        ("首批互市点不大，老互市点更小。", set()),
        ("盈江1992年开放了边贸市场。", set()),
    ],
)
def test_zones_of_a_list_are_named_in_full(text: str, zones: set[str]) -> None:
    assert {subject for subject, predicate, _ in stated(text) if predicate == "platformType"} == zones


def test_a_caption_says_of_its_rows_what_they_are() -> None:
    """The words that a caption prints are the evidence: 边境县（市） for what is called 边境县市."""
    text = "表2 广西边境县（市）基本情况（2020年）\n县（市）\t面积\n东兴\t590\n宁明\t3705\n"
    assembled = Assembler(Linker(reference.load())).assemble(
        document(text), extractor.default().extract(document(text))
    )
    assert {(c.subject, c.object) for c in assembled.claims if c.predicate == "isA"} == {
        ("东兴市", "边境县"),
        ("宁明县", "边境县"),
    }
    text = "表3 云南省国家一类口岸一览表\n口岸名称\t所在县市\n瑞丽\t瑞丽市\n河口\t河口县\n"
    assert {
        ("瑞丽", "portClass", "一类口岸"),
        ("河口", "portClass", "一类口岸"),
    } <= stated(text, "listings")


def test_branches_and_offices_point_at_the_place_whose_they_are() -> None:
    """A subject left out that is a branch of a port, and an office that acted: the place's name is evidence."""
    text = (
        "同江口岸分水运、铁路两类。水运口岸辟于1904年，1986年经国务院批准恢复。"
        "黑龙江省积极行动，省商务厅制定了《互市贸易办法》。"
    )
    assembled = Assembler(Linker(reference.load())).assemble(
        document(text), extractor.default().extract(document(text))
    )
    assert not assembled.held
    said = {(c.subject, c.predicate, c.object) for c in assembled.claims}
    assert ("同江水运口岸", "dateEstablished", "1986") in said


def test_who_sets_up_is_not_set_up() -> None:
    """同年10月揭牌 is said of the zone, not of the State Council; nor is the body that 获…批准 names."""
    text = "2014年6月，国务院批准设立二连浩特重点开发开放试验区，同年10月揭牌。2016年，该区获黑龙江省人民政府批准成立。"
    found = {subject for subject, predicate, _ in stated(text) if predicate == "dateEstablished"}
    assert found == {"二连浩特重点开发开放试验区"}


@pytest.mark.parametrize(
    "text",
    [
        "1992年3月，国务院批准珲春为沿边开放城市，同年9月设立珲春边境经济合作区。",
        "2000年4月，国务院有关部门批准设立姐告边境贸易区。",
    ],
)
def test_who_acted_before_does_not_set_up_what_comes_later(text: str) -> None:
    """Of 同年9月设立 the text does not say who did; the departments of the State Council are not the State Council."""
    zones = {obj for _, predicate, obj in stated(text) if predicate == "establishes"}
    assert not zones & {"珲春边境经济合作区", "姐告边境贸易区"}


def test_since_a_year_is_no_date_of_what_is_told_then() -> None:
    text = "自1992年满洲里市列入以来，自治区先后获批满洲里、二连浩特两个重点开发开放试验区。"
    assert not [s for s, predicate, _ in stated(text) if predicate == "dateEstablished" and "试验区" in s]


def test_no_cooperation_zone_is_named_after_a_province() -> None:
    text = "2011年，云南省设立边境经济合作区。2019年，在云南设立自由贸易试验区。"
    zones = {s for s, predicate, _ in stated(text) if predicate == "platformType"}
    assert zones == {"中国(云南)自由贸易试验区"}


def test_a_leading_group_of_the_state_council_is_set_up() -> None:
    """国务院 itself is not, and 相应 says no wish."""
    text = "1978年11月，相应成立了国务院口岸领导小组及办公室。"
    assert ("国务院口岸领导小组", "dateEstablished", "1978-11") in stated(text)
    assert not [s for s, p, _ in stated("1978年11月，成立国务院。") if p == "dateEstablished"]


def test_a_body_that_the_clause_leaves_out_is_not_renamed() -> None:
    text = "联合国开发计划署1992年启动的某区域项目，2005年更名为某倡议。"
    assert not [p for _, p, _ in stated(text) if p == "alias"]
