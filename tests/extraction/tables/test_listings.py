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


@pytest.mark.parametrize("stub", ["项目", "口岸", ""])
def test_a_listing_on_its_side(stub: str) -> None:
    """What is told stands before the rows, the ports that it is told of over the columns."""
    rows = [
        (stub, "都龙口岸", "金水河口岸"),
        ("所在地", "马关县", "金平县"),
        ("对应口岸", "箐门", "马鹿塘"),
        ("运输方式", "公路", "公路"),
        ("批准时间", "2015年", "1993年"),
    ]
    found = stated("表1 两口岸对照\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows), "listings")
    assert found >= {
        ("都龙口岸", "locatedIn", "马关县"),
        ("都龙口岸", "counterpart", "箐门"),
        ("金水河口岸", "portMode", "公路"),
        ("金水河口岸", "dateEstablished", "1993"),
    }


def test_a_table_of_figures_is_not_turned() -> None:
    """Its rows are measures, and no words stand in their cells."""
    text = "| 指标 | 都龙口岸 | 金水河口岸 |\n|---|---|---|\n| 货运量（万吨） | 5.5 | 6.6 |\n| 开放年限 | 8 | 30 |\n"
    assert stated(text, "listings") == set()


def test_counties_and_the_ports_in_them() -> None:
    """The counties are what the rows are about, though a column of ports follows."""
    text = "县市\t所属\t接壤国家\t口岸\n勐海县\t西双版纳州\t缅甸\t打洛口岸\n勐腊县\t西双版纳州\t老挝、缅甸\t磨憨口岸、勐满口岸\n"
    found = stated(text, "listings")
    assert found >= {
        ("勐海县", "borders", "缅甸"),
        ("打洛口岸", "locatedIn", "勐海县"),
        ("勐满口岸", "locatedIn", "勐腊县"),
        ("勐腊县", "locatedIn", "西双版纳州"),
    }


def test_agreements_and_fairs() -> None:
    text = "协定名称\t签署时间\t签署国\n《中老边境贸易协定》\t1991年12月\t中国、老挝\n"
    text += "《中尼边境口岸管理协定》\t2012年1月\t中国、尼泊尔\n"
    found = stated(text, "listings")
    assert ("中老边境贸易协定", "dateIssued", "1991-12") in found
    assert ("中尼边境口岸管理协定", "party", "尼泊尔") in found
    fairs = "名称\t会址\t届数\n中国—南亚博览会\t昆明市\t7\n中国—亚欧博览会\t乌鲁木齐市\t8\n"
    assert ("中国—南亚博览会", "locatedIn", "昆明市") in stated(fairs, "listings")
    assert not any(s == "中国" for s, _, _ in stated(fairs))


def test_offices_that_a_cell_lists_after_their_place() -> None:
    text = "文件名称\t发文机关\t年份\n《边民互市管理细则》\t吉林省商务厅、财政厅\t2016\n"
    text += "《口岸建设办法》\t财政部、海关总署\t2012\n"
    text += "《互市点管理办法》\t广西壮族自治区商务厅、发展改革委\t2018\n"
    found = {(s, o) for s, p, o in stated(text) if p == "issuedBy"}
    assert ("边民互市管理细则", "吉林省财政厅") in found
    assert ("口岸建设办法", "海关总署") in found
    assert ("互市点管理办法", "广西壮族自治区发展和改革委员会") in found
    assert len(found) == 6


@pytest.mark.parametrize(("number", "told"), [("三", True), ("四", False)])
def test_a_lead_says_of_which_mode_its_ports_are(number: str, told: bool) -> None:
    """If it counts as many as the table has."""
    lead = f"下表列出新疆{number}个公路口岸的货运量（单位：万吨）。"
    text = f"{lead}\n\n口岸\t2016年\t2017年\n都拉塔\t50.1\t62.2\n巴克图\t60.6\t70.7\n卡拉苏\t15.1\t16.2\n"
    assert (("都拉塔", "portMode", "公路") in stated(text, "listings::the lead")) is told


def test_a_chronicle_set_as_a_table_is_read_as_text() -> None:
    """Each row is a sentence that begins with its day; a table of documents is none."""
    text = "时间\t事件\n1992年6月\t国务院批准设立凭祥边境经济合作区\n2008年12月\t国务院批准设立凭祥综合保税区\n"
    found = stated(text)
    assert ("国务院", "establishes", "凭祥综合保税区") in found
    assert ("凭祥边境经济合作区", "dateEstablished", "1992-06") in found
    policies = "年份\t政策文件\t主要内容\n2012\t《口岸建设办法》\t扩大开放\n2016\t《边民互市管理细则》\t提高额度\n"
    assert ("口岸建设办法", "dateIssued", "2012") in stated(policies, "listings")
