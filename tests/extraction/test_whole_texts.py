"""What is read from several places of a text together: all ports of a place, offices, arguments."""

import pytest

from borderkg.extraction import extractor
from tests.corpus.factory import document
from tests.extraction.stated import stated


def test_what_holds_of_all_ports_holds_of_each() -> None:
    """The ports that the text places there."""
    text = "樟木口岸位于西藏。普兰口岸位于西藏。瑞丽口岸位于云南省。西藏现有边境口岸均为公路口岸。"
    assert stated(text, "universals") == {("樟木口岸", "portMode", "公路"), ("普兰口岸", "portMode", "公路")}


def test_what_is_said_of_a_list_holds_of_each_that_it_names() -> None:
    text = "广西沿线设有三个公路口岸，自西向东如下：\n平孟口岸——百色市那坡县，对方口岸朔江；\n水口口岸——崇左市龙州县。"
    assert stated(text, "universals") == {("平孟口岸", "portMode", "公路"), ("水口口岸", "portMode", "公路")}


def test_an_office_is_that_of_the_region_spoken_of() -> None:
    """县人民政府 of the county, 省商务厅 of the province; a foreign government is none of them."""
    text = "麻栗坡县地处边陲，1988年，县人民政府印发《某县边境贸易管理办法》。"
    assert ("某县边境贸易管理办法", "issuedBy", "麻栗坡县人民政府") in stated(text)
    text = "云南省开放较早。2009年，省商务厅印发《边民互市办法》。"
    assert ("边民互市办法", "issuedBy", "云南省商务厅") in stated(text)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "广西壮族自治区人民政府2016年扩大开放，自治区商务厅、财政厅联合制定了《边贸扶持办法》。",
            "广西壮族自治区财政厅",
        ),
        ("2008年，云南省委、省政府印发《边贸扶持办法》。", "云南省人民政府"),
        ("抚远市地处东极。2012年，省外经贸委印发《边贸扶持办法》。", "黑龙江省对外经济贸易委员会"),
    ],
)
def test_an_office_takes_its_place_from_what_is_near(text: str, issuer: str) -> None:
    """From the office before it, from the name of a body, or from a place within it."""
    assert ("边贸扶持办法", "issuedBy", issuer) in stated(text)


def test_countries_named_one_by_one_are_those_that_sign() -> None:
    """五国 are the five named together last, 两国 the two."""
    text = "中国、俄罗斯、哈萨克斯坦、吉尔吉斯斯坦和塔吉克斯坦在上海会晤。中国与缅甸同年建立机制。"
    text += "次年，五国签署《边境裁军协定》。"
    parties = {o for s, p, o in stated(text) if p == "party"}
    assert parties == {"中国", "俄罗斯", "哈萨克斯坦", "吉尔吉斯斯坦", "塔吉克斯坦"}


def test_what_countries_signed_is_no_policy() -> None:
    """A plan that two countries signed is an agreement in all that is said of it."""
    text = "2015年8月，中老两国政府签署《磨憨合作区建设共同总体方案》。"
    statements = extractor.default().extract(document(text))
    assert {s.subject.type for s in statements if s.subject.text.endswith("方案")} == {"Agreement"}


def test_a_short_title_is_the_one_named_in_full() -> None:
    """《意见》 is no document of its own."""
    text = "2016年1月，国务院印发《关于支持边境发展的意见》（以下简称《意见》）。《意见》由财政部于2017年修订。"
    assert {s for s, p, _ in stated(text) if p == "dateIssued"} == {
        "关于支持边境发展的意见",
        "关于支持边境发展的意见(2017年修订)",
    }


@pytest.mark.parametrize(
    ("text", "predicate", "said"),
    [
        (
            "同时要清醒看到差距：一是通关效率偏低，二是外贸主体小而散，三是增收渠道单一。",
            "identifiesProblem",
            "外贸主体小而散",
        ),
        (
            "本报告提出四点建议。第一，赋予试验区更大的自主权。第二，建立专项转移支付制度。",
            "proposesMeasure",
            "建立专项转移支付制度",
        ),
        ("问题之一：跨境通道不畅。对策之一：建设边境仓体系。", "identifiesProblem", "跨境通道不畅"),
    ],
)
def test_lists_that_a_sentence_announces(text: str, predicate: str, said: str) -> None:
    """Problems and measures in running text, where the sentence before says what they are."""
    assert said in {o for _, p, o in stated(text, "arguments") if p == predicate}


def test_a_list_that_nothing_announces_argues_nothing() -> None:
    """What was done is neither a problem nor a measure."""
    assert stated("过去五年做了三件事：一是改造了联检楼，二是举办了边交会，三是选派了干部。", "arguments") == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("某市申请设立龙邦综合保税区。", "planned"),
        ("建议国务院设立龙邦综合保税区。", "proposed"),
        ("国务院没有批准设立龙邦综合保税区。", "denied"),
        ("2020年国务院批准设立龙邦综合保税区。", ""),
        ("筹建中的龙邦综合保税区面积很大。", ""),
        ("规划中的中缅铁路尚无时间表。", "proposed"),
        ("中缅铁路仍在磋商，尚未动工。", "proposed"),
        ("一旦中缅铁路建成，运距将缩短。", "proposed"),
        ("中缅铁路已经通车。", ""),
        ("推动中蒙俄经济走廊建设。", ""),
    ],
)
def test_what_a_name_says_is_told_as_its_sentence_is(text: str, told: str) -> None:
    """The type of a zone and the countries of a line are no facts where the sentence only plans or denies them."""
    found = [s for s in extractor.default().extract(document(text)) if s.rule.startswith("inherent")]
    assert found and {s.modality for s in found if s.predicate in ("platformType", "crosses")} == {told}


def test_what_follows_a_supposition_is_supposed() -> None:
    """In a later clause of the same part of the sentence, and no further."""
    text = "如果谈判顺利，国务院批准设立龙邦综合保税区；2012年，国务院批准设立凭祥综合保税区。"
    assert {o for _, p, o in stated(text) if p == "establishes"} == {"凭祥综合保税区"}


def test_an_entry_of_a_chronicle_is_of_its_year() -> None:
    """Whatever years the entry before spoke of; the year stands in the title, on a line of its own, or in an entry."""
    title = "2019年口岸大事\n3月9日　吉隆口岸扩大开放，前身始于1961年。\n7月　里孜口岸开放。\n"
    years = "口岸大事记\n1992年\n3月9日　爱店口岸开放，2011年升格。\n5月　水口口岸开放。\n"
    years += "1993年1月　绥芬河口岸开放，始于1903年。\n"
    found = {
        (s, o)
        for s, p, o in stated(title + "2020年1月　普兰口岸开放。\n5月　亚东口岸开放。\n")
        if p == "dateEstablished"
    }
    assert found >= {("里孜口岸", "2019-07"), ("普兰口岸", "2020-01"), ("亚东口岸", "2020-05")}
    found = {(s, o) for s, p, o in stated(years + "7月1日　东宁口岸开通。\n") if p == "dateEstablished"}
    assert found >= {("水口口岸", "1992-05"), ("东宁口岸", "1993-07-01")}


def test_figures_among_proposals() -> None:
    """How long a border is, and what is said to be there, is so in a chapter of measures too; an aim is not."""
    chapter = "四、对策建议\n\n云南地处祖国西南，边境线长4060公里。全省现有口岸5个。力争引进企业20家。\n"
    found = [s for s in extractor.default().extract(document(chapter)) if s.predicate == "observation"]
    assert {str(s.object) for s in found} == {"4060", "5"}


@pytest.mark.parametrize(
    "text",
    [
        "水口口岸和龙邦口岸分别于1992年和2003年对外开放。",
        "水口、龙邦两口岸先后于1992年和2003年开放。",
        "水口和龙邦口岸1992年、2003年先后开通。",
    ],
)
def test_ports_open_on_days_of_a_list_in_order(text: str) -> None:
    assert stated(text, "ports") == {("水口口岸", "dateEstablished", "1992"), ("龙邦口岸", "dateEstablished", "2003")}


def test_bodies_issue_documents_of_a_list_in_order() -> None:
    """Whether 分别 stands between the bodies and the verb, or before the bodies."""
    issued = {("边民互市办法", "issuedBy", "商务部"), ("边贸扶持办法", "issuedBy", "云南省人民政府")}
    assert stated("商务部和云南省人民政府分别印发《边民互市办法》和《边贸扶持办法》。", "documents") == issued
    assert stated("《边民互市办法》和《边贸扶持办法》分别由商务部和云南省人民政府印发。", "documents") == issued
    both = stated("商务部和财政部联合印发《边民互市办法》和《边贸扶持办法》。", "documents")
    assert len(both) == 4


def test_lines_cross_places_of_a_list_in_order() -> None:
    text = "中老铁路、中越铁路分别经过玉溪市和河口县。"
    assert stated(text, "corridors") == {("中老铁路", "crosses", "玉溪市"), ("中越铁路", "crosses", "河口县")}


def test_expos_are_held_in_towns_of_a_list_in_order() -> None:
    text = "中国—东盟博览会和中国—南亚博览会分别在南宁市和昆明市举办。"
    assert stated(text, "expos") == {
        ("中国—东盟博览会", "hostedBy", "南宁市"),
        ("中国—南亚博览会", "hostedBy", "昆明市"),
    }
