"""The language of figures: which words measure, which verbs lead to a number, how shares and growth are put."""

import re
from dataclasses import dataclass
from typing import Final

MEASURE: Final = re.compile(
    r"(?:额|产值|增加值|总值|价值|GDP|GRP|人口|面积|收入|支出|经费|资金|投资|外资|税收|利润|贷款|存款|运量|吞吐量|产量|销量|货物量|通关量|总量|流量|存量|容量|规模|密度|系数|指数|"
    r"人次|人数|客流|里程|长度|总长|全长|全线长|边境线|边界线|国境线|海岸线|岸线|距离|海拔|时间|时长|时限|价格|工资|水平|率|比例|比重|占比|份额|岗位|人均|数量|总数|个数|家数|数|国土|耕地|降水量|气温|半径|周期|距|长|(?<![\u4e00-\u9fff])进出口|(?<=外贸|贸易)进出口|总体经济|出入境|互市贸易|边境贸易)$"
)
"""A noun phrase that ends so measures something."""

_ADVERBS: Final = (
    "已经|已|均|也|都|仅|只|共|总计|合计|共计|累计|分别|依次|约|近|高达|多达|大约|接近|将近|逐步|逐渐|迅速|快速|首次|最高|最低|历史新高|历史新低|创历史新高|历史性地|则|却|又|再|进一步|继续|仍旧|仍然|仍|虽|就|即|可|能|一度|平均|实际|总体|大幅|不断|持续|稳步|全年|全部|"
    "成功|顺利|预计|稳定|始终|长期|年均|每年|达成|同期|目前|现|现有|当时|以来|仅仅|不过|才|其中"
)
_LEADS: Final = (
    "达到了?|达|为|是|有|占|完成|实现|超过|突破|超|至|到|由|从|自|在|不足|不到|低于|高于|少于|拥有|设有|建成|形成|创下|创|跨越|跃上|"
    "(?:增加|增长|增|提高|提升|上升|升|下降|降|降低|减少|减|扩大|发展|攀升|跃升|回升|缩小|缩短|缩减|回落|下滑|跌|扩展|扩建|扩充|攀|恢复|增多)(?:到了?|至|为|成)|维持在|保持在|稳定在|介于|处于|位居|居|只有|仅有|共有|约有|约为|仅为|合计为|总计为"
)
VERB: Final = re.compile(rf"(?:(?:{_ADVERBS}|{_LEADS})了?)+$")
"""What stands between an indicator and its number."""

_RISE: Final = "增长|增加|提高|提升|上升|攀升|扩大|增幅|增速|增长率|涨幅|上涨|跃升|回升|递增|增"
_DROP: Final = "下降|减少|降低|下滑|回落|萎缩|缩小|降幅|跌幅|缩减|下跌|锐减|骤降|负增长|递减|降|减"
GROWTH: Final = re.compile(
    rf"(?P<lead>(?:同比|环比|比上年(?:同期)?|较上年(?:同期)?|比上一年|比前?一年|较前?一年|比去年|较去年|年均|年平均|平均每年|每年|(?:较|比|与)[^,;。]{{1,16}}?(?:相比)?,?)?)"
    rf"(?:实际|名义|大幅|快速|迅速|净|又|均|都|再|分别|累计|仅|约|平均|持续|稳步|高速|逆势|逐年|依次|也|已|总体|同比|年均|相对|继续|略有|略)*"
    rf"(?P<verb>{_RISE}|{_DROP})(?:率)?(?:均|都|达到?|为|了|约|近|超过?|分别|高达|仅|幅度|达|也|依次|将近|接近|突破|超)*$"
)
FALLS: Final = tuple(_DROP.split("|"))

SHARE: Final = re.compile(
    r"(?:约|大约|仅|只|均|分别|已|就|共|几乎|将近)*占(?!比)(?:到|据|了|整个)?(?P<whole>[^,;占]{0,20}?)(?:的)?(?:(?:比重|比例|份额|比率)(?:[^,;]{0,10}?))?(?:约为?|近|达到?|高达|仅为?|超过?|不足|为|由|从|只有|接近|将近|分别为?|将近|均)*$"
)
SHARE_IN: Final = re.compile(
    r"(?:在|占)(?P<whole>[^,;]{1,22}?)(?:总量|总额)?(?:之?中)?(?:所占|占)?(?:的)?(?:占比|比重|比例|份额|所占比重)(?:中)?(?:[^,;]{0,14}?)$"
)
SHARE_BARE: Final = re.compile(
    r"(?P<nation>全国|全省|全区|全市)?(?:的)?(?:占比|所占比重|所占比例|所占份额)(?:[^,;]{0,12}?)$"
)
SHARE_AGAIN: Final = re.compile(r"(?:这一|该|此|其)(?:比重|比例|占比|份额|数字|数值)")
NATION: Final = re.compile(r"^(?:全国|我国|中国|全省|全区|全市|全州|世界|全球|全县)")
WHOLE_ALONE: Final = re.compile(r"^(?:总(?:额|量|数|值|人口)?|同期|比重|经济总量|总体|同类|的|全部)*$")
HEAD_NOISE: Final = re.compile(
    r"^(?:的|年|月|日|,|、|和|与|及|以及|其|该[市县区省州]|全年|全省|全区|全市|全县|全州|当年|上年|地区|境内|其中|实现|完成|累计|每年|期间|以来|均|共|共计|累计|个?省〔区〕|个?省区|"
    r"城镇|但是?|而|且|同时|此外|另外|目前|仅|已|也|使得?|使|以|从|在|时|后|间|底|末|初|市县|[市县省州区]|整体|各自|辖区|全境|口岸(?=进出口|货运|出入境|客运|过货)|拥有|自|国内|并|截至|到|通过|约|总|平均|历年|合计|分别|经|内|上|于)+"
)
TIMES_OF: Final = re.compile(r"(?:是|为|相当于|达到?|达)(?P<base>[^,;]{1,16}?)的(?:约|近)?$")
COUNT_NOUN: Final = re.compile(
    r"^(?:的)?(?P<noun>[\u4e00-\u9fff〔〕、A-Z\d]{0,14}?(?:口岸|开放城市|城市|合作区|试验区|保税区|开放区|互市区|互市点|互市贸易点|边贸点|贸易点|贸易区|园区|示范区|县〔市〕|县〔市、区〕|县〔市、区、旗〕|县〔旗〕|县市|边境县|市县|县|省〔区〕|省区|国家|邻国|民族|企业|机场|管线|管道|航线|线路|公路|铁路|"
    r"通道|项目|平台|岗位|团场|乡镇|乡|镇|景区|班列|大桥|站点|网点|机构|片区|自治州|自治县|州市|地州|村|景点|泊位|码头|支柱产业|贸易伙伴|工作岗位|家庭|基地|中心))"
)
NOT_COUNTED: Final = re.compile(
    r"^(?:方面|问题|阶段|时期|层面|层次|特点|特征|原因|月|季度|重要|步骤|环节|部分|领域|维度|视角|角度|变量|因素|指标|关键|要素|小时|工作日|百分点|时段|分时段|主要方面|台阶|重大|新|字|核心|目标|历史|小)"
)
GROUP_OF: Final = re.compile(r"(?:两|三|四|五|二|\d)(?:地|省|国|省区|市|州|县|者|口岸|个?省〔区〕|个?口岸|个?地区)")
TOGETHER: Final = re.compile(r"合计|共计|总计|加起来|之和|累计")
SEPARATELY: Final = re.compile(r"分别|依次|各为")


_CLAUSE: Final = re.compile(r"不(?!动产|变)|没有|未|具备|能够|应当|需要|可以|成为|作为|是|被|把")
"""A stretch with one of these is a clause rather than a noun phrase."""


@dataclass(frozen=True, slots=True)
class Words:
    """A noun phrase that measures, and where it stands in the sentence's text."""

    text: str
    start: int
    end: int


LEVEL_CHANGE: Final = re.compile(r"(?:到|至|为)了?(?:约|近|超过?|历史新高|历史新低|目前的?|当年的?|的)*$")
"""下降为6%, 增至90亿: the figure is the new level, not the change."""

_SHORT_BRACKET: Final = re.compile(r"\(([\u4e00-\u9fff、]{1,5})\)")


def plain(text: str) -> str:
    """A sentence with short brackets that belong to a word (省(区), 县(市)) made unlike those that interrupt; as long."""
    return _SHORT_BRACKET.sub(lambda match: f"〔{match[1]}〕", text)


def measure(text: str, offset: int) -> Words | None:
    """The indicator that a stretch of text ends with, after the words before it and without the verb behind it."""
    verb = VERB.search(text)
    end = verb.start() if verb else len(text)
    body = text[:end].rstrip("的共总约均,")
    skip = HEAD_NOISE.match(body)
    start = skip.end() if skip else 0
    words = body[start:]
    cut = max(words.rfind(mark) for mark in ",;:。()")
    if cut >= 0:
        start, words = start + cut + 1, words[cut + 1 :]
        again = HEAD_NOISE.match(words)
        if again:
            start, words = start + again.end(), words[again.end() :]
    if not 2 <= len(words) <= 24 or not MEASURE.search(words) or _CLAUSE.search(words):
        return None
    return Words(words, offset + start, offset + start + len(words))
