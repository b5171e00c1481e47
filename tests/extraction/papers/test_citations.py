"""Titles of cited works: in lists of references, in notes, and in running text."""

import pytest

from tests.extraction.stated import stated


def cited(text: str) -> set[str]:
    """The titles of the works that a text cites."""
    return {o for _, p, o in stated(text, "citations") if p == "cites"}


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("[1] 钱穆之, 于谦. 口岸的空间结构[J]. 边疆学刊, 2015, 34(5): 5-9.", "口岸的空间结构"),
        ("[2] 钱穆之. 口岸志: 从关市到自贸区[M]. 昆明: 某某出版社, 2017.", "口岸志:从关市到自贸区"),
        ("[3] 海关总署. 口岸统计月报(2019)[EB/OL]. (2020-01-02)[2020-03-01].", "口岸统计月报(2019)"),
        ("1．钱穆之：《口岸经济》，某某出版社2009年版。", "口岸经济"),
        ("2．钱穆之：口岸城镇的兴衰，《边疆学刊》1993年第3期。", "口岸城镇的兴衰"),
        ("3．钱穆之，于谦：口岸与腹地，某某出版社，2002年。", "口岸与腹地"),
        ("（4）钱穆之．口岸体系研究．边疆学刊，2001，21（3）：6-9．", "口岸体系研究"),
        (
            "[5] Porter A, Gates B. Ports of the inner frontier[M]. Boston: Some Press, 1991.",
            "Ports of the inner frontier",
        ),
        (
            "[6] Porter, A. (1995). Borders still matter: U.S. evidence. Border Studies, 8(3), 6-9.",
            "Borders still matter:U.S.evidence",
        ),
        ("[8] 钱穆之. “兴边富民”与口岸城市[M]. 昆明: 某某出版社, 2017.", "“兴边富民”与口岸城市"),
        ("[9] 钱穆之. “互市贸易的变迁”[J]. 边疆学刊, 2015(5): 5-9.", "互市贸易的变迁"),
        ("[7] Porter A. Markets beyond the border. Border Studies, 2005, 6(1): 1-24.", "Markets beyond the border"),
    ],
)
def test_entries_of_a_list(entry: str, title: str) -> None:
    """Without number, authors, mark, periodical and publisher."""
    assert {"".join(found.split()) for found in cited(f"参考文献\n{entry}\n")} == {"".join(title.split())}


def test_entries_that_run_on_in_one_paragraph() -> None:
    """Lines broken by a page make one text of several entries."""
    text = "[1] 钱穆之. 口岸的空间结构[J]. 边疆学刊, 2015: 5-9.[2] 于谦. 口岸志[M]. 昆明, 2017.\n"
    assert cited(text) == {"口岸的空间结构", "口岸志"}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("钱穆之（1999）在其著作《口岸论》中提出了这一概念。", {"口岸论"}),
        ("规划要求统筹口岸发展。*口岸发展规划[EB/OL].某某网站，2016-12-23.", {"口岸发展规划"}),
        (
            "钱穆之《边市初探》[注]载于《边疆学刊》1990年第2期，于谦《关市考》发表于《边疆学刊》2001年第3期。",
            {"边市初探", "关市考"},
        ),
        (
            "①论著有于谦：《边地六十年》，《边地文集》，某某出版社2009年版；某室：《边贸史》第二卷（1949—1978年），某某书局2014年版。",
            {"边地六十年", "边贸史"},
        ),
        (
            "2015年的《政府工作报告》再次提出了沿边开放。会后发表的《第十八次领导人会议主席声明》中指出，要加强合作。",
            set(),
        ),
        ("钱穆之的《口岸与边城》则强调腹地。", {"口岸与边城"}),
        ("于谦在《论边城的演化》一文中指出，二者互相促进。", {"论边城的演化"}),
        ("据《麻栗坡县志》记载，这里早有集市。", {"麻栗坡县志"}),
        ("这一说法并不新鲜（参见于谦：《边贸史》，昆明：某某出版社，1995年，第8页）。", {"边贸史"}),
        ("某部《口岸运行报告》显示，出口有所增长。", {"口岸运行报告"}),
        ("省政府印发《边贸条例》，《通知》指出要抓好落实。", set()),
        ("两国签署了《边境贸易协定》，《边城日报》作了报道。", set()),
        ("国务院批转的《边境工作座谈会纪要》，由该省报送。", set()),
        ("据云南电视台《边关纪行》报道，瑞丽口岸恢复通关。", set()),
        ("据《边关纪行》节目报道，瑞丽口岸恢复通关。", set()),
    ],
)
def test_works_named_in_the_text(text: str, titles: set[str]) -> None:
    """Writings that a sentence leans on; no documents of policy, no newspapers."""
    assert cited(text) == titles


def test_notes() -> None:
    """The periodical that holds a work is not the work; a decree that a note names is none."""
    text = (
        "① 参见于谦：《边贸史稿》，载《边疆学刊》2013年第4期。\n② 《某省关于边境贸易的通知》（某政发〔1992〕6号）。\n"
    )
    assert cited(text) == {"边贸史稿"}
    assert cited("表1 口岸货运量\n甲 1 2\n乙 3 4\n资料来源：《边疆统计年鉴》（2020）。\n") == {"边疆统计年鉴"}


def test_an_english_entry_that_a_page_cuts() -> None:
    """Its form tells it, though the year stands on the next page."""
    text = "参考文献\n① Smith, J., “Border Trade and Growth in Small Towns”, Working Paper, Some\n"
    assert cited(text) == {"Border Trade and Growth in Small Towns"}


def test_letters_that_are_no_entry() -> None:
    """A run of capitals has no author, and looking for one ends."""
    assert cited(f"参考文献\n[1] {'A' * 60} 2019\n") == set()


def test_notes_below_a_rule() -> None:
    """A rule at the end of a text parts its notes from it, whatever they cite."""
    text = (
        "过货量增长较快。\n────\n①数据系据《某省国民经济和社会发展统计公报》（2015—2020）整理。\n"
        "②另见商务部：《边境合作区管理办法》，2016年。\n"
    )
    assert cited(text) == {"某省国民经济和社会发展统计公报", "边境合作区管理办法"}


def test_notes_below_their_title() -> None:
    """注释 on a line of its own; a note that names a document without its author cites none."""
    text = (
        "过货量增长较快。\n\n注释：\n[1] 某省商务厅：《口岸发展报告（2021）》。\n"
        "[2] 参见于某《里程考》，载《边疆学刊》2008年第2期。\n[3] 见《关于口岸收费的通知》。\n"
    )
    assert cited(text) == {"口岸发展报告(2021)", "里程考"}


def test_author_and_year_before_a_title() -> None:
    """于某（2018）《…》 is a work; a document of policy in the same place is none."""
    assert cited("相关论述见于某（2018）《口岸城镇的兴衰》。") == {"口岸城镇的兴衰"}
    assert cited("免税额度见财政部（2018）《关于互市商品税收的通知》。") == set()


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("学界的讨论有两类：一是口岸的增长效应，如钱穆之的《口岸与增长》。", {"口岸与增长"}),
        ("这方面的代表作有《口岸志》《关市史》和于谦的《边贸概论》。", {"口岸志", "关市史", "边贸概论"}),
        ("钱穆之的《口岸概论》和于谦的《关市研究》是这方面的代表作。", {"口岸概论", "关市研究"}),
        ("讨论多见于《边疆学刊》《关市评论》等期刊。", set()),
        ("有关口岸的问题，如《边境贸易条例》所示，仍待明确。", set()),
    ],
)
def test_a_survey_of_what_has_been_written(text: str, titles: set[str]) -> None:
    assert cited(text) == titles


def test_a_note_within_the_text_names_its_journal_behind_the_title() -> None:
    text = (
        "口岸设施滞后。③钱穆之、于谦：《口岸设施的增长效应：基于关市的视角》，《边疆经济》2013 第1 期。因此要加快建设。"
    )
    assert cited(text) == {"口岸设施的增长效应:基于关市的视角"} or cited(text) == {"口岸设施的增长效应：基于关市的视角"}
    assert cited("《边境贸易条例》《关市办法》2013年第1次修订。") == set()


def test_works_named_in_other_ways() -> None:
    """Two books of two authors, the year behind the title, a work behind its journal, a man's work that ends in 战略."""
    cited = {o for _, p, o in stated("本章在甲某《界河论》、乙某《互市考》两书的基础上展开。") if p == "cites"}
    assert cited == {"界河论", "互市考"}
    assert ("cites", "边界与流量") in {(p, o) for _, p, o in stated("此说见诸《边界与流量》（Smith, 1995）。")}
    cited = {o for _, p, o in stated("口岸带动就业（见《边疆学刊》2021年第8期《口岸与就业》）。") if p == "cites"}
    assert cited == {"口岸与就业"}
    assert {o for _, p, o in stated("正如丙某某（1987）在《沿边区域战略》中所言，轴线有二。") if p == "cites"} == {
        "沿边区域战略"
    }
    assert not {o for _, p, o in stated("国务院（2015）在《沿边地区意见》中指出，要扩大开放。") if p == "cites"}
