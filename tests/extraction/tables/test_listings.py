"""Tables of names: what each cell states of what its row is about."""

import pytest

from tests.extraction.stated import stated

PORTS = """某地口岸一览

| 口岸 | 所在县市 | 类别 | 运输方式 | 对应口岸 | 批准年份 |
| --- | --- | --- | --- | --- | --- |
| 天保 | 麻栗坡县 | 一类 | 公路 | 清水 | 1993 |
| 打洛 | 勐海县 | 二类 | 公路 | 勐拉 | — |
"""


def test_every_cell_states_its_column() -> None:
    """A port's place, class, mode, facing port and year; a dash states nothing."""
    found = stated(PORTS, "listings")
    assert found >= {
        ("天保口岸", "locatedIn", "麻栗坡县"),
        ("天保口岸", "portClass", "一类口岸"),
        ("天保口岸", "portMode", "公路"),
        ("天保口岸", "counterpart", "清水口岸"),
        ("天保口岸", "dateEstablished", "1993"),
        ("打洛", "portClass", "二类口岸"),
    }
    assert not any(s.startswith("打洛") and p == "dateEstablished" for s, p, _ in found)


@pytest.mark.parametrize("mark", ["\t", " "])
def test_rows_that_tabs_or_blanks_part(mark: str) -> None:
    """A row of names is a row however its cells are parted."""
    rows = [
        ("序号", "名称", "所在地", "批准机关", "批准日期"),
        ("1", "丹东边境经济合作区", "辽宁省丹东市", "国务院", "1992.07"),
        ("2", "临沧边境经济合作区", "云南省临沧市", "国务院", "2013-09-24"),
        ("3", "和龙边境经济合作区", "吉林省和龙市", "国务院", "2015年3月"),
    ]
    found = stated("表3 合作区名录\n" + "\n".join(mark.join(row) for row in rows) + "\n", "listings")
    assert found >= {
        ("丹东边境经济合作区", "dateEstablished", "1992-07"),
        ("临沧边境经济合作区", "dateEstablished", "2013-09-24"),
        ("和龙边境经济合作区", "dateEstablished", "2015-03"),
        ("国务院", "establishes", "临沧边境经济合作区"),
    }


def test_rows_flattened_to_one_cell_a_line() -> None:
    """The words over the columns tell how long a row is."""
    cells = ["展会名称", "主办地", "举办城市"]
    cells += ["中国—东盟博览会", "广西壮族自治区", "南宁市", "中国—亚欧博览会", "新疆维吾尔自治区", "乌鲁木齐市"]
    found = stated("\n".join(cells) + "\n", "listings")
    assert ("中国—东盟博览会", "hostedBy", "广西壮族自治区") in found
    assert ("中国—亚欧博览会", "locatedIn", "乌鲁木齐市") in found


def test_several_names_in_a_cell_and_larger_places() -> None:
    """Each county of a cell lies in the prefecture beside it, the prefecture in the province; the caption says the kind."""
    text = (
        "表1 陆地边境县（旗）、市（市辖区）分布\n地区\t个数\t自治州（盟、地、市）\t县（旗）、市（市辖区）\n"
        "黑龙江省\t18\t鹤岗市\t萝北县、绥滨县\n\t\t双鸭山市\t饶河县\n"
    )
    found = stated(text, "listings")
    assert found >= {
        ("萝北县", "locatedIn", "鹤岗市"),
        ("绥滨县", "locatedIn", "鹤岗市"),
        ("饶河县", "locatedIn", "双鸭山市"),
        ("双鸭山市", "locatedIn", "黑龙江省"),
        ("萝北县", "isA", "边境县"),
    }
    assert ("萝北县", "locatedIn", "黑龙江省") not in found


def test_a_trade_area_holds_its_ports_and_provinces() -> None:
    """The first column names the area, the second the province, the third its ports."""
    text = "表2 边贸区\n边贸区\t省区\t边境口岸\n东北\t黑龙江\t黑河、嘉荫\n\t吉林\t图们、圈河\n西北\t新疆\t吐尔尕特、巴克图\n"
    found = stated(text, "listings")
    assert any(s.startswith("黑河") and o == "东北边境贸易区" for s, _, o in found)
    assert ("吉林", "inTradeZone", "东北边境贸易区") in found
    assert any(s.startswith("巴克图") and o == "西北边境贸易区" for s, _, o in found)


def test_periods_with_their_years_and_marks() -> None:
    """A table may divide time."""
    text = "| 阶段 | 起止年份 | 标志 |\n|---|---|---|\n| 起步期 | 1984—1991 | 《边境小额贸易暂行管理办法》 |\n"
    text += "| 成长期 | 1992—2000 | 邓小平南方谈话 |\n"
    found = stated(text, "listings")
    assert ("起步期", "startYear", "1984") in found and ("起步期", "endYear", "1991") in found
    assert ("起步期", "markedBy", "边境小额贸易暂行管理办法") in found


@pytest.mark.parametrize("header", ["口岸数量", "年份", "指标"])
def test_a_table_of_figures_is_no_listing(header: str) -> None:
    """Rows that are about no port, zone, place or period state nothing here."""
    assert (
        stated(f"| {header} | 进出口额（亿元） |\n|---|---|\n| 2019 | 12.5 |\n| 2020 | 13.5 |\n", "listings") == set()
    )


def test_a_caption_says_mode_place_and_year_of_its_rows() -> None:
    """Figures of road ports of a province: each row is one and lies there; of an area they do not lie in it."""
    rows = "\n\n| 口岸 | 货运量/万吨 |\n| --- | ---: |\n| 水口 | 40.5 |\n| 龙邦 | 61.2 |\n"
    found = stated("### 2021年广西公路口岸货运量概览" + rows, "listings")
    assert found >= {
        ("水口口岸", "portMode", "公路"),
        ("龙邦", "portMode", "公路"),
        ("水口口岸", "locatedIn", "广西"),
    }
    assert not stated("### 沿边九省区口岸城市概览" + rows, "listings")


def test_the_row_of_sums_is_no_port() -> None:
    text = "表1  某省主要口岸货运量  单位：万吨\n口岸  2018年  2019年\n水口  45.6  50.3\n东兴  120.5  135.2\n合计  166.1  185.5\n"
    assert not [claim for claim in stated(text) if "合计" in claim[0]]
