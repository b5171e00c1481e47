"""Every word of plan, wish, doubt and denial in every ordinary statement of the field: nothing of it is asserted.

The twin without the word is asserted, so that none passes because its statement is not understood."""

import pytest

from tests.extraction.stated import stated

STATEMENTS = {
    "国务院{}批准设立芒市边境经济合作区。": {"establishes"},
    "国务院{}于2031年批准设立芒市边境经济合作区。": {"dateEstablished", "establishes"},
    "芒市边境经济合作区{}于2031年设立。": {"dateEstablished"},
    "芒市边境经济合作区2031年{}获批。": {"dateEstablished"},
    "2031年{}在芒市设立边境经济合作区。": {"dateEstablished"},
    "章凤口岸{}于2031年正式开放。": {"dateEstablished"},
    "章凤口岸2031年{}恢复通关。": {"dateEstablished"},
    "2031年，章凤口岸{}升格为国家一类口岸。": {"dateEstablished", "portClass"},
    "章凤口岸{}列为国家一类口岸。": {"portClass"},
    "2031年5月，商务部{}印发《边境贸易创新办法》。": {"dateIssued", "issuedBy"},
    "《边境贸易创新办法》{}由商务部印发。": {"issuedBy"},
    "《边境贸易创新办法》{}于2031年5月出台。": {"dateIssued"},
    "商务部{}制定《边境贸易创新办法》。": {"issuedBy"},
    "2031年，中国与老挝{}签署《边境口岸管理协定》。": {"dateIssued", "party"},
    "中国与老挝{}签署自由贸易协定。": {"party"},
    "中国—南亚博览会{}在昆明举办。": {"hostedBy"},
    "昆明{}举办中国—南亚博览会。": {"hostedBy"},
    "中国—南亚博览会{}由云南承办。": {"hostedBy"},
    "芒市{}列入沿边开放城市。": {"platformType"},
    "《边境贸易创新办法》{}废止《边境贸易暂行办法》。": {"repeals"},
    "德宏海关{}更名为芒市海关。": {"succeeds"},
}
BEFORE_THE_VERB = (
    *("拟", "计划", "准备", "打算", "将", "即将", "或将", "筹备", "预计", "有望", "建议", "呼吁"),
    *("希望", "考虑", "申请", "正积极申请", "争取", "力争", "应", "应当", "需要", "可以", "可能", "或"),
    *("能否", "是否", "若能", "如", "如果", "愿意", "愿", "有意", "欲", "望", "推动", "支持"),
    *("尽快", "尚未", "未", "未能", "没有", "拒绝", "反对", "无意", "不打算", "曾建议", "曾计划", "原计划"),
    "一度计划",
)
BEFORE_THE_SENTENCE = (
    *("据规划，", "据设想，", "专家建议，", "有人建议", "提案建议", "代表们呼吁", "有学者主张", "网传", "有消息称"),
    *("如果", "一旦", "若", "建议"),
)
BEHIND = (
    *("的设想尚无下文。", "的计划未能实现。", "的建议未被采纳。", "一事尚在论证。", "的消息不实。", "的可能性不大。"),
    *("的条件尚不成熟。", "的申请正在审批。"),
)


def predicates(text: str) -> set[str]:
    return {predicate for _, predicate, _ in stated(text)}


@pytest.mark.parametrize("statement", STATEMENTS)
def test_what_is_stated_is_asserted(statement: str) -> None:
    assert STATEMENTS[statement] <= predicates(statement.format(""))


@pytest.mark.parametrize("word", BEFORE_THE_VERB)
def test_a_word_before_the_verb(word: str) -> None:
    assert not [s for s, of in STATEMENTS.items() if of & predicates(s.format(word))]


@pytest.mark.parametrize("words", BEFORE_THE_SENTENCE)
def test_words_before_the_sentence(words: str) -> None:
    assert not [s for s, of in STATEMENTS.items() if of & predicates(words + s.format(""))]


@pytest.mark.parametrize("words", BEHIND)
def test_words_behind_the_statement(words: str) -> None:
    assert not [s for s, of in STATEMENTS.items() if of & predicates(s.format("").removesuffix("。") + words)]


@pytest.mark.parametrize(
    "text",
    [
        "根据专家建议，国务院于1992年批准设立黑河边境经济合作区。",
        "第八个五年计划实施期间，国务院批准设立黑河边境经济合作区。",
        "国家发展计划委员会批准设立黑河边境经济合作区。",
        "做好准备后，国务院批准设立黑河边境经济合作区。",
        "国务院如期批准设立黑河边境经济合作区。",
        "该计划由国务院批准，1992年设立黑河边境经济合作区。",
        "边民自愿互市后，国务院批准设立黑河边境经济合作区。",
        "希望由此而来：国务院批准设立黑河边境经济合作区。",
        "商务部规划建设的黑河边境经济合作区由国务院批准设立。",
        "据规划，园区还将扩大，而黑河边境经济合作区已由国务院批准设立。",
    ],
)
def test_words_that_only_look_so(text: str) -> None:
    assert ("establishes", "黑河边境经济合作区") in {(p, o) for _, p, o in stated(text)}
