"""Lines that are called by their ends, by where they run or by what they were proposed as."""

import pytest

from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.linker import Linker
from borderkg.extraction import extractor
from tests.corpus.factory import document
from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("text", "crossed"),
    [
        ("孟连至缅甸邦康的公路2009年改建完成。", {"缅甸"}),
        ("昆明到曼谷的公路全长1880公里。", {"昆明", "曼谷"}),
        ("图们—罗津铁路恢复运营。", {"图们"}),
        ("中缅新通道开行了首趟列车。", {"中国", "缅甸"}),
    ],
)
def test_a_line_crosses_what_it_is_called_by(text: str, crossed: set[str]) -> None:
    assert crossed <= {o.removesuffix("市") for _, p, o in stated(text) if p == "crosses"}


@pytest.mark.parametrize(
    "text",
    [
        "满洲里至赤塔的铁路货运量明显增加。",
        "日喀则到吉隆的铁路规划了十年。",
        "珲春至海参崴的公路里程为190公里。",
        "中缅新桥头堡的作用明显。",
        "东北通道建设加快，由大连市牵头。",
        "走廊将依托既有铁路展开，东北通道自大连经沈阳到满洲里。",
    ],
)
def test_words_about_a_way_name_no_line(text: str) -> None:
    assert not [s for s in stated(text) if s[1] == "crosses"]


def test_what_leaves_a_line_is_called_by_its_own_ends() -> None:
    """自 belongs to no name, and 罗津铁路 is the end of one."""
    said = stated("集二铁路自京包铁路引出，经苏尼特右旗到二连浩特。图们—罗津铁路由图们市通往朝鲜。")
    assert {s for s, p, _ in said if p == "crosses"} == {"集二铁路", "图们—罗津铁路"}


def test_an_economic_corridor_that_was_proposed_once_is_there() -> None:
    """A railway that is only proposed crosses nothing, wherever its name stands."""
    said = stated("中缅经济走廊是六大走廊的延伸。2017年，中方提出建设中缅经济走廊。")
    assert ("中缅经济走廊", "crosses", "缅甸") in said
    said = stated("中尼铁路备受关注。2016年，双方提出建设中尼铁路。")
    assert not [s for s in said if s[1] == "crosses"]


def test_a_line_is_called_no_body_and_no_town() -> None:
    said = stated("珲春至扎鲁比诺的铁路换装能力不足，2005年更名为大图们倡议。滇越铁路又称昆河线。")
    assert [(s, o) for s, p, o in said if p == "alias"] == [("滇越铁路", "昆河线")]


def test_a_line_crosses_the_place_that_is_spoken_of() -> None:
    """由此 is the place before; 由此进入 a time is none."""
    assert ("中哈原油管道", "crosses", "阿拉山口市") in stated("阿拉山口市位于博州，中哈原油管道在此入境。")
    said = stated("二连浩特市在锡林郭勒盟，集二铁路由此进入繁荣时期。")
    assert not [s for s in said if s[1] == "crosses"]


def test_a_corridor_in_the_title_of_what_was_signed_crosses_its_countries() -> None:
    said = stated("2016年，三国签署《建设中蒙俄经济走廊规划纲要》。")
    assert ("中蒙俄经济走廊", "crosses", "蒙古国") in said
    assert not [s for s in stated("拟编制《中尼印经济走廊规划》。") if s[1] == "crosses"]


@pytest.mark.parametrize(
    "text",
    [
        "听说中吉乌铁路要修，已经勘察。",
        "双方同意研究修建塔城—阿亚古兹铁路的可行性。",
        "大理至瑞丽铁路完成投资20亿元，距通车尚有两年。",
        "喀什至瓜达尔铁路的前期论证仍在进行。",
    ],
)
def test_a_line_that_is_not_there_yet_crosses_nothing(text: str) -> None:
    assert not [s for s in stated(text) if s[1] == "crosses"]


def test_known_corridors_that_share_a_head_are_linked() -> None:
    """中蒙俄、中国—中南半岛等经济走廊: the known one, and no second of its name."""
    source = document("共建“一带一路”带动了中蒙俄、孟中印缅等经济走廊建设，沿线贸易已有增长。")
    claims = Assembler(Linker(reference.load())).assemble(source, extractor.default().extract(source)).claims
    named = {c.subject_entity.iri.rpartition("/")[2] for c in claims if c.predicate == "crosses" and c.subject_entity}
    assert "china-mongolia-russia" in named
    assert all(c.subject_entity.known for c in claims if c.subject_entity and c.predicate == "crosses")
