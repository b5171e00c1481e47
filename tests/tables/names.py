"""Known tables of names: ports, zones and documents, and what each of their cells states of its row."""

from dataclasses import dataclass

from tests.tables.known import Head, Known


@dataclass(frozen=True)
class Listing:
    """A table of names, and the claims (subject, predicate, object) that it must give."""

    table: Known
    claims: frozenset[tuple[str, str, str]]


def _listing(name: str, caption: str, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Known:
    stub, *columns = header
    heads = tuple(Head(row[0]) for row in rows)
    return Known(name, caption, "", stub, tuple(map(Head, columns)), heads, tuple(row[1:] for row in rows))


_PORTS = (
    ("满洲里口岸", "内蒙古自治区", "一类口岸", "铁路", "俄罗斯", "后贝加尔斯克口岸", "1901年"),
    ("绥芬河口岸", "黑龙江省", "一类口岸", "公路", "俄罗斯", "波格拉尼奇内口岸", "1994年"),
    ("霍尔果斯口岸", "新疆维吾尔自治区", "一类口岸", "公路", "哈萨克斯坦", "努尔饶尔口岸", "1983年"),
    ("瑞丽口岸", "云南省", "一类口岸", "公路", "缅甸", "木姐口岸", "1978年"),
    ("磨憨口岸", "云南省", "一类口岸", "公路", "老挝", "磨丁口岸", "1992年"),
    ("吉隆口岸", "西藏自治区", "一类口岸", "公路", "尼泊尔", "热索瓦口岸", "1978年"),
)
_PORT_PREDICATES = ("locatedIn", "portClass", "portMode", "borders", "counterpart", "dateEstablished")
PORTS = Listing(
    _listing(
        "ports",
        "主要边境口岸一览",
        ("口岸名称", "所在省区", "类别", "运输方式", "毗邻国家", "对应口岸", "批准时间"),
        _PORTS,
    ),
    frozenset(
        (row[0], p, v.removesuffix("年")) for row in _PORTS for p, v in zip(_PORT_PREDICATES, row[1:], strict=True)
    ),
)

_ZONES = (
    ("丹东边境经济合作区", "辽宁省丹东市", "边境经济合作区", "国务院", "1992-07"),
    ("珲春边境经济合作区", "吉林省珲春市", "边境经济合作区", "国务院", "1992-03"),
    ("临沧边境经济合作区", "云南省临沧市", "边境经济合作区", "国务院", "2013-09"),
    ("满洲里综合保税区", "内蒙古自治区满洲里市", "综合保税区", "国务院", "2015-03"),
    ("红河综合保税区", "云南省蒙自市", "综合保税区", "国务院", "2013-12"),
)
ZONES = Listing(
    _listing("zones", "部分开放平台名录", ("名称", "所在地", "类型", "批准机关", "批准日期"), _ZONES),
    frozenset(
        claim
        for name, place, kind, body, date in _ZONES
        for claim in (
            (name, "locatedIn", place[place.index("省" if "省" in place else "区") + 1 :]),
            (name, "platformType", kind),
            (body, "establishes", name),
            (name, "dateEstablished", date),
        )
    ),
)

_POLICIES = (
    ("国务院关于进一步对外开放黑河等四个边境城市的通知", "国务院", "1992-03"),
    ("国务院关于支持沿边重点地区开发开放若干政策措施的意见", "国务院", "2015-12"),
    ("兴边富民行动“十三五”规划", "国务院办公厅", "2017-05"),
    ("边境小额贸易管理办法", "海关总署", "1996-03"),
    ("云南省促进边境贸易发展若干措施", "云南省人民政府", "2019-11"),
)
POLICIES = Listing(
    _listing("policies", "沿边开放主要政策文件", ("文件名称", "发文机关", "发布时间"), _POLICIES),
    frozenset(c for t, body, date in _POLICIES for c in ((t, "issuedBy", body), (t, "dateIssued", date))),
)

LISTINGS = (PORTS, ZONES, POLICIES)
