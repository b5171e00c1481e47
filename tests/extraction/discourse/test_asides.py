"""What stands beside a subject is not what its clause goes on to tell of: asides in brackets, 中国, bodies set up, 例如."""

import pytest

from tests.extraction.stated import linked, stated


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("中国吉林与俄罗斯、朝鲜等东北亚国家相邻。", ("吉林", "borders", "朝鲜")),
        ("我国云南省与老挝、缅甸接壤。", ("云南省", "borders", "老挝")),
        ("吉尔吉斯斯坦东南与中国新疆相邻。", ("吉尔吉斯斯坦", "borders", "中国")),
        ("马鬃山口岸位于肃北县（全省唯一的边境县）北部，与蒙古国相邻。", ("马鬃山口岸", "borders", "蒙古国")),
        ("1999年，国务院成立西部开发办公室，次年实施西部大开发战略。", ("西部大开发战略", "issuedBy", "国务院")),
        ("吉隆口岸和阿里普兰口岸都是公路口岸。", ("吉隆口岸", "portMode", "公路")),
    ],
)
def test_what_is_spoken_of_is_told_of(text: str, claim: tuple[str, str, str]) -> None:
    """The subject of the clause, whatever stands before or beside it."""
    assert claim in stated(text)


@pytest.mark.parametrize(
    ("text", "subject", "predicate"),
    [
        ("中国辽宁与朝鲜接壤。", "中国", "borders"),
        ("马鬃山口岸位于肃北县（全国唯一的肃北蒙古族自治县）马鬃山镇，与蒙古国相邻。", "全国", "borders"),
        ("园区东至公路口岸货场60米，南至界河。", "东至公路口岸", "portMode"),
        ("辽宁省地处环渤海核心区域，与朝鲜接壤。", "地处环渤海核心区", "borders"),
        ("中哈边境的吉木乃口岸和北疆巴克图口岸都是公路口岸。", "北疆", "borders"),
        ("2001年，随着西部大开发战略的实施，东兴进入新的历史阶段。", "历史阶段", "markedBy"),
        ("2018年，全国人大代表提出《关于支持东兴试验区的建议》。", "关于支持东兴试验区的建议", "issuedBy"),
    ],
)
def test_what_stands_beside_is_not(text: str, subject: str, predicate: str) -> None:
    """Nothing is told of what only stands beside the subject, or is no name at all."""
    assert not {claim for claim in stated(text) if claim[:2] == (subject, predicate)}


def test_what_others_have_written_on_is_no_problem() -> None:
    """Of a survey of literature the parts are no obstacles; of troubles that scholars name they are."""
    survey = "互市贸易是前沿问题，已有研究多从两个角度展开：一是梳理互市的制度；二是估算互市的效应。"
    assert not stated(survey, "arguments")
    assert stated("学者认为边境贸易存在以下问题：一是商品结构单一；二是通关设施落后。", "arguments")


def test_names_with_the_sounds_of_characters_stand_in_their_evidence() -> None:
    """The gate of evidence passes over what the reading passed over."""
    assert linked("滿洲里口岸與后貝(bèi)加爾斯克口岸相對。", "counterpart")
