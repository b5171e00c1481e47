"""What a sentence states does not hang on which of several words of one meaning its author took."""

import pytest

from tests.extraction.stated import stated

SENTENCES = {
    "国务院{}设立芒市边境经济合作区。": (
        ["批准", "同意", "核准", "批复同意"],
        ("国务院", "establishes", "芒市边境经济合作区"),
    ),
    "2031年，国务院批准{}芒市边境经济合作区。": (
        ["设立", "建立", "成立", "设置", "创建", "创设"],
        ("芒市边境经济合作区", "dateEstablished", "2031"),
    ),
    "章凤口岸2031年经国务院{}设立。": (["批准", "同意", "核准"], ("章凤口岸", "dateEstablished", "2031")),
    "章凤口岸{}云南省陇川县。": (
        ["位于", "地处", "坐落于", "坐落在", "处于", "处在", "位处"],
        ("章凤口岸", "locatedIn", "陇川县"),
    ),
    "云南省与缅甸接壤的边境县{}陇川县、盈江县。": (
        ["包括", "包含", "涵盖", "有", "分别是", "主要有"],
        ("盈江县", "borders", "缅甸"),
    ),
    "商务部2031年{}《边境贸易创新办法》。": (
        ["印发", "发布", "出台", "颁布", "公布", "下发", "制定", "发出", "颁发"],
        ("边境贸易创新办法", "issuedBy", "商务部"),
    ),
    "2031年，中国与老挝{}《边境口岸管理协定》。": (
        ["签署", "签订", "缔结", "达成", "订立"],
        ("边境口岸管理协定", "party", "老挝"),
    ),
    "章凤口岸2031年{}国家一类口岸。": (
        ["升格为", "升级为", "提升为", "晋升为", "升为", "列为", "确定为", "批准为", "获批为"],
        ("章凤口岸", "portClass", "一类口岸"),
    ),
    "中国—南亚博览会在昆明{}。": (["举办", "举行", "召开", "开幕"], ("中国—南亚博览会", "hostedBy", "昆明")),
    "德宏海关{}芒市海关。": (
        ["更名为", "改名为", "改称", "易名为", "改称为"],
        ("芒市海关", "succeeds", "德宏海关"),
    ),
    "陇川县与缅甸{}。": (
        ["接壤", "毗邻", "相邻", "相连", "交界", "为邻", "毗连", "接界"],
        ("陇川县", "borders", "缅甸"),
    ),
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_of_one_meaning(sentence: str) -> None:
    words, claim = SENTENCES[sentence]
    assert [word for word in words if claim not in stated(sentence.format(word))] == []
