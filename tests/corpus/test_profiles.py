"""Profiles: `label：value` lines under a name, and paragraphs that run them on."""

import pytest

from borderkg.corpus import profiles
from borderkg.corpus.page import Kind
from tests.corpus.factory import blocks_of, reading

LINES = "圈河口岸\n类别：国家一类口岸\n所在地：吉林省珲春市\n开放时间：1995年11月"


def rows(text: str) -> list[dict[str, str]]:
    """What the profiles of a text say, each as its labels and values."""
    found = []
    for table in profiles.profiles(reading(text)):
        cells = [cell.text if cell else "" for cell in table.rows[0]]
        found.append(dict(zip((label.text for label in table.header), cells, strict=True)))
    return found


@pytest.mark.parametrize(
    "text",
    [
        LINES,
        "【" + LINES.replace("\n", "】", 1).replace("\n", "。"),
        LINES.replace("圈河口岸", "口岸名称：圈河口岸"),
        LINES.replace("：", "    "),
    ],
    ids=["lines under a name", "pairs run on", "the name is a value", "wide blanks for colons"],
)
def test_a_profile_is_one_row_under_its_labels(text: str) -> None:
    [row] = rows(text)
    assert next(iter(row.values())) == "圈河口岸"
    assert {k: v for k, v in row.items() if v != "圈河口岸"} == {
        "类别": "国家一类口岸",
        "所在地": "吉林省珲春市",
        "开放时间": "1995年11月",
    }


def test_the_place_may_stand_beside_the_name() -> None:
    [row] = rows("圈河口岸｜珲春市敬信镇\n类别：国家一类口岸\n开放时间：1995年11月")
    assert row["所在地"] == "珲春市敬信镇"


def test_labels_may_stand_in_brackets() -> None:
    [row] = rows("圈河口岸\n【类别】国家一类口岸\n【开放时间】1995年11月")
    assert (row["类别"], row["开放时间"]) == ("国家一类口岸", "1995年11月")


def test_a_note_behind_the_name_tells_its_kind() -> None:
    [row] = rows("一、圈河口岸（公路）\n所在地：吉林省珲春市\n开放时间：1995年11月")
    assert (row["口岸"], row["口岸类别"]) == ("圈河口岸", "公路")


def test_values_keep_their_places_in_the_file() -> None:
    text = "概况如下。\n\n" + LINES
    [table] = profiles.profiles(reading(text))
    assert [text[c.start : c.end] for c in table.rows[0] if c] == [
        "圈河口岸",
        "国家一类口岸",
        "吉林省珲春市",
        "1995年11月",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "记者：圈河口岸何时开放？\n专家：上世纪九十年代。\n记者：现在呢？",
        "来源：珲春日报\n作者：金哲\n编辑：李明",
        "圈河口岸客流回升。\n对方口岸：元汀里",
    ],
    ids=["questions and answers", "by-lines", "one line alone"],
)
def test_what_only_looks_like_a_profile_is_none(text: str) -> None:
    assert rows(text) == []
    assert not [block for block in blocks_of(text) if block.kind is Kind.ENTRY]


def test_a_profile_ends_the_paragraph_before_it() -> None:
    kinds = [block.kind for block in blocks_of(LINES + "\n该口岸每年三月开关，十一月封关。")]
    assert kinds == [Kind.HEADING, Kind.ENTRY, Kind.ENTRY, Kind.ENTRY, Kind.PARAGRAPH]


def test_only_blanks_may_part_a_label_from_its_value() -> None:
    text = (
        "瑞丽重点开发开放试验区\n批复时间    2012年7月9日\n批复机关    国务院\n所在省区    云南省\n主导产业    边境贸易"
    )
    [row] = rows(text)
    assert row["批复时间"] == "2012年7月9日"
    assert row["所在省区"] == "云南省"


def test_names_beside_names_are_no_profile() -> None:
    assert rows("沿边口岸\n满洲里口岸    铁路\n黑河口岸    水运\n策克口岸    公路") == []


@pytest.mark.parametrize("gap", ["    ", "\u3000\u3000", " "])
def test_a_gap_may_part_label_and_value(gap: str) -> None:
    """Lines of a label, a gap and a value are entries, read as if a colon stood there."""
    lines = ("所属地区", "广西防城港市"), ("面\u3000积", "590平方公里"), ("边境线长", "39公里")
    found = blocks_of("东兴市\n" + "".join(f"{label}{gap}{value}\n" for label, value in lines))
    assert [b.text.text for b in found if b.kind is Kind.ENTRY] == [
        "所属地区:广西防城港市",
        "面积:590平方公里",
        "边境线长:39公里",
    ]


def test_names_with_bare_numbers_are_no_profile() -> None:
    found = blocks_of("口岸    货运量\n满洲里口岸    300\n瑞丽口岸    200\n河口口岸    100\n")
    assert not [block for block in found if block.kind is Kind.ENTRY]


def test_bold_labels_and_labels_with_a_bracket() -> None:
    """As Markdown sets them: - **所在地**：…."""
    text = "猴桥口岸\n- **所在地**：云南省腾冲市\n- **对应口岸**：甘拜地口岸\n- **货运量（2019年）**：85.6万吨"
    [row] = rows(text)
    assert row["所在地"] == "云南省腾冲市"
    assert row["货运量(2019年)"] == "85.6万吨"


def test_pairs_run_on_behind_the_place_of_the_name() -> None:
    """The first pair is the name and where it lies."""
    [row] = rows("塔克什肯口岸：位于新疆青河县；类型：公路；对应口岸：布尔干；开放：1989年。")
    assert row == {
        "口岸": "塔克什肯口岸",
        "所在地": "位于新疆青河县",
        "类型": "公路",
        "对应口岸": "布尔干",
        "开放": "1989年",
    }


@pytest.mark.parametrize(
    "text",
    [
        "南伞口岸：级别，二类；类型，公路；所在地，镇康县。",
        "南伞口岸——级别为二类，类型为公路，所在地镇康县。",
    ],
)
def test_a_sentence_may_be_a_profile(text: str) -> None:
    assert rows(text) == [{"口岸": "南伞口岸", "级别": "二类", "类型": "公路", "所在地": "镇康县"}]


def test_a_sentence_about_a_port_is_none() -> None:
    assert not rows("南伞口岸：车辆通关时间缩短，货运量增长，类型较多。")


BOX = "老爷庙陆路（公路）口岸\n国家（地区） 中国\n位置新疆\n海关乌鲁木齐海关\n对应口岸蒙古国 布尔嘎斯台口岸\n开通日期1992年6月"


def test_labels_and_values_of_a_box_may_run_together() -> None:
    [row] = rows(BOX + "\n统计数据（2016年）\n客流量3万人\n\n老爷庙口岸在新疆。")
    told = ("口岸", "口岸类别", "位置", "对应口岸", "开通日期", "客流量")
    assert [row[k] for k in told] == ["老爷庙", "公路", "新疆", "蒙古国布尔嘎斯台口岸", "1992年6月", "3万人"]


@pytest.mark.parametrize(
    "text",
    ["珲春口岸\n位置优越的口岸\n类型多样的货物", "海关总署发布公告\n海关人员查获毒品\n位置在瑞丽口岸"],
)
def test_lines_that_begin_with_such_words_are_no_box(text: str) -> None:
    assert not rows(text)


def test_a_town_may_stand_over_its_profile() -> None:
    [row] = rows("3.抚远市\n所在地：黑龙江省佳木斯市\n对应口岸：哈巴罗夫斯克口岸")
    assert (row["市"], row["所在地"]) == ("抚远市", "黑龙江省佳木斯市")


def test_the_lines_of_a_wikis_page_are_no_part_of_a_name() -> None:
    [row] = rows("跳转到内容\n\n百度百科,自由的百科全书\n" + BOX.replace("陆路（公路）", ""))
    assert row["口岸"] == "老爷庙口岸"
