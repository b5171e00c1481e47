"""What figures can be of: expressions for what a region, a port, a zone, a road or a fair has, and has not."""

import re
from typing import Final

from borderkg.extraction.rulebook.neighbours import NEIGHBOURS
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention
from borderkg.extraction.statistics.passage import NUMBER, PLACE, TIME, Passage

OF_A_REGION: Final = re.compile(
    r"[边国][境界]线|(?:户籍|常住|总|族)人口|国土|辖区(?:总|土地)?面积|行政区|城镇化|耕地|森林|种植|播种|(?:粮食|橡胶|茶叶)(?!占|进|出|、|[\d万]|等|类|运|货)|蓄积量|(?:地质|资源|煤炭|矿产|工业|探明)储量|存栏|草场|林地|公路运输线|公路(?:通车)?里程|农村|城镇居民|脱贫|贫困|居民人均|城乡居民"
)
"""What a zone, a port or a road has none of."""

NOT_OF_A_PORT: Final = re.compile(
    r"区域面积|土地总?面积|旅游(?:总|外汇)?收入|接待[^,;]{0,6}(?:游客|旅游者)|入境旅游者|(?<!口岸)生产总值|GDP|财政收入|固定资产投资|工业(?:总产值|增加值)|零售总额|可支配收入"
)
"""What the town of a port has, and no port."""

_TOURISM: Final = re.compile("接待[^,;]{0,6}(?:游客|旅游者)|旅游(?:总|外汇)?收入")


def of_no_zone(zone: Mention, words: str) -> bool:
    """Whether words tell of travel what a place has, and no zone that was spoken of before, if it is not there for travel."""
    return zone.type == "Platform" and "旅游" not in zone.text and bool(_TOURISM.search(words))


_WIDE_ZONE: Final = re.compile("(?:试验区|先导区|示范区|开发区)$")
_PEOPLED: Final = re.compile("人口|国土面积")


def peopled(zone: Mention, words: str) -> bool:
    """Whether words tell of the land or the people of a zone that takes in whole counties."""
    return bool(_WIDE_ZONE.search(zone.text) and _PEOPLED.search(words))


OF_THE_STATE: Final = re.compile(
    "^(?:我国|全国)?(?:的)?(?:边贸|边境贸易|边境小额贸易|边民互市|外贸|对外贸易|进出口|沿边口岸)"
)
"""In a paragraph on acts of the state that names no place: the state's."""

OF_A_ZONE: Final = re.compile(
    "(?:规划|封关|核准|围网)面积|实施范围|首期|一期|[中蒙老越缅俄哈朝外]方(?:一侧|区域|部分|片区|园区)[^,;]{0,4}$"
)
"""What no place has, but a zone in it."""

OF_A_ROAD: Final = re.compile(
    r"(?:全长|全线|线路|干线|管线|隧道|桥)(?:总?长|长度|里程)?[^,;]{0,4}$|(?:设计|运营|行车)(?:速度|时速)[^,;]{0,3}$|限[重高]$"
)
"""What no port or place has."""

SUITED: Final = {
    "Country": re.compile("^(?!.*(?:建筑面积|占地|注册资本|货场|堆场|车间|厂房))"),
    "Expo": re.compile(
        r"上届|总?金额|成交|签约|签订|投资|参展|参会|观众|展位|展览|展商|展品|客商|采购|意向|项目|嘉宾|与会"
    ),
    "Corridor": re.compile(
        r"长|里程|投资|输|运|供[气油电水]|班列|列车|旅客|货|时速|隧道|桥|宽|跨|距|概算|造价|段$|境内$|侧$"
    ),
}
"""What figures can be of a fair, and of a road or pipeline."""


def suited(kind: str, words: str) -> bool:
    """Whether words tell of what things of a type can have."""
    return kind not in SUITED or bool(SUITED[kind].search(words))


UNNAMED: Final = re.compile(
    rf"[\u4e00-\u9fff]{{2,}}(?:市场|公司|集团|码头|产业园|物流园|电站|车站|互市区|互市点|示范区|专用通道|货运通道|专用线)(?={TIME}|的)"
    rf"|(?<!家)有限(?:责任)?公司(?!等|总?数|{NUMBER}|\d)"
    rf"|(?:监管|管辖|守护|管护|巡护|巡逻|驻守|管控|值守)[^,;。]{{0,10}}[边国][境界]线?"
    rf"|^(?:[{TIME},]|目前|当前|截至|今年|期间|同期|其中)*该(?:口岸|[市县州区旗镇]|园区|试验区|合作区|保税区|[\u4e00-\u9fff]{{0,4}}园(?!区)|市场|企业|集团|机场|景区|码头|车站|电站|大桥|[\u4e00-\u9fff]{{0,2}}项目|工程|基地|平台|线路|中心)"
    r"|[\u4e00-\u9fff]{2,}(?<![检查])站距(?!离?(?:不足|仅|约))"
    r"|[\u4e00-\u9fff]{2,}(?:景区|旅游区|景点|边贸市场)(?=日均|年均|单日|“|[\u4e00-\u9fff]{2}假期|[^,;]{0,6}接待)"
    rf"|(?:^|[{TIME},;:月])(?:该|这家|本|我们?)?公司(?!数|注册|总?数量|\d|共?有|超|达|{NUMBER})"
    r"|(?<!沿海)(?<!内河)(?<!主要)(?<![各该])(?:[\u4e00-\u9fff]{2,}湾港口?|[\u4e00-\u9fff]{2}(?<!完成)(?<!实现)(?<!累计)(?<!合计)(?<!全[省市区州国])港口)(?<!沿海港口)(?<!内河港口)(?<!主要港口)(?=[^,;。]{0,24}(?:吞吐|集装箱))"
    r"|(?:^|[,;])[\u4e00-\u9fff]{2,6}(?:产业|物流|科技|加工)园区?(?=引进|入驻|实现|完成|累计)"
    r"|(?:班列|货运)[\u4e00-\u9fff]{0,4}集结中心|集结中心(?:共|计划|累计)"
    r"|[\u4e00-\u9fff]{1,6}(?:边民|互市|便民)通道(?=[^,;。]{0,6}(?:出入境|进出|旅客|人员|车辆))|班列满载|(?<!封)关区|双口岸|在[俄蒙朝越老缅哈吉塔尼印巴]方?境内|在(?:境|国|海)外"
    r"|其[他它余][\u4e00-\u9fff]{0,4}(?:州市|市州|省区|县市|地区|口岸|城市|国家|省|市|县)|(?:边境|沿线|边界)[\u4e00-\u9fff]{0,4}两侧"
    rf"|(?:{PLACE}|中)、{PLACE}+(?:边境线|边界|国境线|国界)|(?:^|[,{TIME}])该(?:总)?关(?![口系])"
)
"""仁青岗边贸市场2018年贸易额, 国门景区日均客流量: of what is no known thing."""

SITE: Final = re.compile(
    rf"(?:[{TIME},]|目前|如今)*{PLACE}*[^,;。:有设建辖共开{TIME}{NUMBER}]{{0,12}}?(?:{NUMBER}{{2}}街|商业街|步行街|风情街|商城|商贸城|贸易城|购物中心|会展中心|批发市场|博物馆|展览馆|公园|景区|风景区"
    rf"|度假区|大厦|医院|学校|学院|公司|集团|水库|电站|产业园|物流园|工业园)(?:项目|工程)?(?=(?:始|兴)?建[于成]|[是为系]|[位坐]|地处|占地|总[投占建]|成立|,(?:占地|总?投资|总?建筑|[始兴]?建于))"
    "|(?:据[^,;。]{1,8},)?该(?:货场|仓库|冷库|堆场|(?:加工)?厂|商场|商城|市场|酒店|学校|医院|公司|企业|集团|项目|工程|基地|车站|码头|电站|水库|公园|景区|村|社区|合作社)(?![数总量])"
    f"|(?:{PLACE}|[,;—-]){{0,40}}(?:边民)?互市(?:贸易|交易)*市场[^,;。]{{0,14}}(?:恢复|开业|开市|启用|运营|开通)"
)
"""At the head of a sentence: 黑河市某商品一条街是…，占地…, what no list knows, and figures of it are not those of its town."""

OF_WORKS: Final = re.compile(
    "的“?[^,;。]{2,24}(?:建设|改造|扩建)?(?:项目|工程)(?:目前|已|正|将|于|在|也)+|(?:修建|新建|兴建)的[^,;。]{2,20}(?:铁路|公路|大桥|隧道|高速|工程|项目)|(?:[,、][^,;。\\d]{2,10}[\\d.]+[^,;。的]{1,6})?的[^,;。]{0,12}(?:大?桥|隧道|工程|项目|电站|码头|物流园|市场|产业园)(?:已|也|全线|主体|正式|顺利|将|于|开始)*(?:建成|通车|开工|动工|竣工|启用|投[产入用运]|落成|封顶|合龙|完工)"
)
"""Behind a figure: 总投资2亿元的某大桥建成, of the works."""

DONE_AT_FAIR: Final = re.compile(
    "(?:^|[,;、])(?:其间|会上|期间|会期|本届|共|累计|现场|签订|达成|意向|吸引|,)*(?:签约|成交|意向|参展|参会|展位|布展|展览|展商|采购商|客商|协议金?额|合同金?额|订单)"
)
"""What is done at a fair: of the one that the sentence names before, and not of the place that held it."""

AT_FAIR: Final = re.compile("(?:博览会|展会|洽谈会|交易会|论坛)期间")
"""签约项目196个: of the fair, and of no place that was spoken of."""


_LIES: Final = re.compile("(?:坐落|位|地处|处|建|面向|背靠)[于在]?[^,;]*的[^,;]*$")
_EDGE: Final = re.compile("最?[东西南北]{1,2}(?:部?边缘|[部端隅角])?,?")
_BY_IT: Final = re.compile("[^,;]{0,14}(?:脚下|山下|境内|[东西南北]端|[上旁畔侧边岸]|附近|交界处|腹地|市场)")


def lies_there(words: str, start: int, position: int, end: int) -> bool:
    """Whether a clause of a mask only says where something lies, by a place that ends at `position`: 坐落于高原上的某县山脚下,
    面向人口众多的东南亚市场."""
    if _EDGE.fullmatch(words, position, end):
        return True  # 位于西南边陲，某省东南边缘，国境线193千米
    return bool(_BY_IT.fullmatch(words, position, end) and _LIES.search(words, start, position))


_ROAD_ASIDE: Final = re.compile(r"(?:铁路|公路|大桥|隧道|高速|专线|[线段路])\($")


def of_works(passage: Passage, start: int, end: int, words: str) -> bool:
    """Whether a figure, with `words` from `start` to its own `end`, is of works, a mountain, or a road that is no known one."""
    return (
        bool(OF_WORKS.match(passage.text, end))
        or (_COST.search(words) and bool(_BUILT.match(passage.text, end)))
        or _of_unknown_road(passage, start, words)
        or bool(_OF_A_RIVER.search(passage.inner[start:end]))
        or bool("海拔" in words and _MOUNTAIN_BEFORE.search(passage.inner, 0, start))
    )


_COST: Final = re.compile("(?:投资|造价|概算)[^,;]{0,6}$")
_BUILT: Final = re.compile(
    "的[^,;。]{0,14}?(?:公路|铁路|大桥|高速|机场|电站|码头|项目|工程|隧道|产业园|物流园|市场|基地)(?!建设)"
)
"""总投资2亿元的某公路是…: of the works."""

_OF_A_RIVER: Final = re.compile(
    "流域面积|河[长宽]|河道|[江河湖]面[^,;。]{0,4}宽|[\u4e00-\u9fff]{2}[岛湖]面积|[山岭]主峰[^,;。]{0,4}海拔"
    f"|^(?![{TIME},]*{PLACE}[^,;。江河溪]*$).*径流量"
)
"""Of a river, an island or a mountain that a place was said to have."""

_MOUNTAIN_BEFORE: Final = re.compile("[\u4e00-\u9fff]{2}[峰山岭湖]”?(?:\\([^()]*\\))?[,:]?(?:平均|最高|主峰|湖面)?$")
"""境内有云岭主峰，海拔4000米: of the mountain."""


def _of_unknown_road(passage: Passage, start: int, words: str) -> bool:
    """Whether a length stands in brackets, which begin before `start`, behind a road that is no known one."""
    if not OF_A_ROAD.search(words) or not _ROAD_ASIDE.search(passage.text, 0, start):
        return False
    return not any(s.label == "Corridor" and s.end == start - 1 for s in passage.spans)


_NATIONAL: Final = re.compile(
    rf"国务院|国家(?![级一二]|扶贫|森林|地质|湿地|公园|自然保护|文物|乡村|卫生|文明|园林)|全国|我国|中国|中央|两国(?:之?间)?(?:的)?(?:边境|陆路|开放)?口岸|中[{NEIGHBOURS}](?:两国|双方)"
)


def national(passage: Passage, figure: Span) -> bool:
    """Whether a count is the nation's: an act of the State Council, or a word for the nation, stands before it."""
    return bool(_NATIONAL.search(passage.text, 0, figure.start))
