"""What a figure measures: the noun phrase that leads to a number, and whether it can be measured in the number's unit."""

import re
from typing import Final

from borderkg.extraction.passage import ASIDE, NUMBER, PLACE, TIME, Passage, printed
from borderkg.records import record

MEASURE: Final = re.compile(
    r"(?:额|值|GDP|GRP|人口|面积|收入|支出|经费|资金|投资|外资|税收|利润|贷款|存款|量|规模|密度|系数|指数|"
    r"人次|人数|客流|里程|长度|总长|全长|全线长|边境线|边界线|国境线|海岸线|岸线|距离|海拔|时间|时长|时限|价格|工资|水平|率|比例|比重|占比|份额|岗位|人均|总数|个数|家数|数|国土|耕地|气温|半径|周期|距|长|(?<![\u4e00-\u9fff])进出口|(?<=外贸|贸易)进出口|总体经济|出入境|互市贸易|边境贸易|增收)$"
)
"""A noun phrase that ends so measures something."""

_MONEY: Final = re.compile(r"(?:进口|出口|进出口|外贸|贸易|互市|结算|消费|投入|补助|规模)$")
_EXTENT: Final = re.compile(r"(?:范围|占地|土地|辖区|全境)$")
_PEOPLE: Final = re.compile(r"(?:人员|边民|居民|游客|旅客|职工|学生|劳动力|移民|户|民族|就业|者|劳工|村民)$")
_MOVING: Final = re.compile(r"[\u4e00-\u9fff、()]{2,14}$")
"""Of what is carried or passes anything can be counted: 进出境车辆, 中欧班列, 旅客, 煤炭."""

_MOVED: Final = re.compile(
    r"(?:人次|人天|辆次|架次|艘次|列次|列|辆|艘|架|标箱|标准箱|TEU|吨|吨公里|立方米|件|箱|票|头|桶)$"
)
_GROWING: Final = re.compile(
    r"(?:人员|旅客|游客|车辆|班列|列车|货物|船舶|航班|企业|边民|居民|进口|出口|进出口|外贸|贸易|投资|消费|经济|工业|农业|旅游)$"
)
_CLAUSE: Final = re.compile(
    r"不(?!动产|变)|没有|未|具备|能够|应当|需要|可以|成为|作为|是|被|把|将|可(?!支配|比)|每|免税|[了着]|标准$|税率$|限额|额度|桥长"
)
"""A stretch with one of these is a clause rather than a noun phrase, or no property of a place."""

_ADVERBS: Final = (
    "已经|已|均|也|都|仅|只|共|总计|合计|共计|累计|分别|依次|约|近|高达|多达|大约|接近|将近|逐步|逐渐|迅速|快速|首次|最高|最低|历史新高|历史新低|创历史新高|历史性地|则|却|又|再|进一步|继续|仍旧|仍然|仍|虽|就|即|可|能|一度|平均|实际|总体|大幅|不断|持续|稳步|全年|全部|"
    "成功|顺利|预计|稳定|始终|长期|年均|每年|达成|同期|目前|现|现有|当时|以来|仅仅|不过|才|其中|还|普遍"
)
_LEADS: Final = (
    "达到了?|达|为|是|有|占|完成|实现|超过|突破|超|至|到|由|从|自|在|不足|不到|低于|高于|少于|拥有|设有|建成|形成|创下|创|跨越|跃上|"
    "(?:增加|增长|增|提高|提升|上升|升|下降|降|降低|减少|锐减|骤降|减|扩大|发展|攀升|跃升|回升|缩小|缩短|缩减|回落|下滑|跌|扩展|扩建|扩充|攀|恢复|增多)(?:到了?|至|为|成)|维持在|保持在|稳定在|介于|处于|位居|居|只有|仅有|共有|约有|约为|仅为|合计为|总计为"
)
VERB: Final = re.compile(rf"(?:(?:{_ADVERBS}|{_LEADS})了?)+$")
"""What stands between an indicator and its number."""

_TAIL: Final = re.compile(
    rf"(?:(?:{_ADVERBS}|{_LEADS})了?|{TIME}(?:的|时|末|底|间)?|{ASIDE}|(?:通行|过境|运行)的|至?(?:年末|年底))+$"
)
HEAD_NOISE: Final = re.compile(
    r"^(?:其中|[两三四五]个?口岸|的|年|月|日|,|、|和|与|及|以及|其|该[市县区省州]|全年|全省|全区|全市|全县|全州|当年|上年|地区(?!生产总值|GDP)|境内|其中|实现|完成|累计|每年|期间|以来|均|共|共计|累计|个?省〔区〕|个?省区|"
    r"城镇(?!化|[、和与及])|但是?|而|且|同时|此外|另外|目前|仅|已|也|使得?|使|以|从|在|时|后|间|底|末|初(?!步)|市县|[市县省州区]|整体|各自|辖区|全境|口岸(?=进出口|货运|出入境|客运|过货)|拥有|自|国内(?!生产总值)|并|截至|到|通过|约|总|平均|历年|合计|分别|经|内|上|于|当月|同一|这些县市|受访|现|还|建有|设有|比|(?:年|月)?末|年底)+"
)
_RUN: Final = re.compile(rf"[^{PLACE}{TIME}{NUMBER},;:。()]*$")
_PARTNER: Final = re.compile(rf"(?P<prep>[与同对从向和])(?P<list>{PLACE}+(?:[、和与及]{PLACE}+)*)$")
_SAME: Final = re.compile(r"(?:这一|该|此|其|同一|上述)(?:项)?(?P<noun>[\u4e00-\u9fff]{0,4}额|指标|数字|数值)$")
_FOLLOWED: Final = (
    r"却|已|创|实现|增长|大幅|快速|稳步|持续|平稳|呈|不断|虽|迅速|逐步|再|进一步|从|由|居|位居|位列|列|连续"
)
_BEFORE_VERB: Final = re.compile(rf"(?P<np>[^,;:{PLACE}{TIME}{NUMBER}]{{2,20}}?)(?={_FOLLOWED})")
_FILLER: Final = re.compile(
    rf"(?:{PLACE}|{TIME}|{ASIDE}|{_ADVERBS}|{_LEADS}|[的了经但且而并、和与及]|只有|时|末|底|年末|年底|上年:?|比上年|较上年|同比|通行|过境|口岸|其中|另有|当月|全年|同期|[一二三四五六七八九十]年间?|个?省〔区〕|两地|[三四]省|还)"
)
"""Words that may stand before a figure that leaves out what it measures."""


@record
class Words:
    """A noun phrase that measures, and where it stands in the sentence; several names where it joins several."""

    names: tuple[str, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        return "和".join(self.names)


def indicator(passage: Passage, start: int, end: int, unit: str) -> Words | None:
    """The indicator that leads to a figure at `end`; `%` takes what measures, growth (no unit) whatever grows."""
    words = passage.around(end)[start:end]
    tail = _TAIL.search(words)
    body = words[: tail.start()] if tail else words
    body = body.rstrip("的共总约均" + ASIDE)
    run = _RUN.search(body)
    begin = run.start() if run else 0
    noise = HEAD_NOISE.match(body[begin:])
    first = begin + (noise.end() if noise else 0)
    name = _name(passage, start + first, start + len(body))
    if not _measurable(name, unit):
        return None
    partner = _PARTNER.search(body, 0, begin) if PLACE in body[:begin][-1:] else None
    if partner and _is_partner(passage, start, partner):
        names = [
            s.text for s in passage.between(start + partner.start("list"), start + partner.end(), "Country", "Region")
        ]
        full = tuple(partner["prep"].replace("和", "与") + other + name for other in names)
        return Words(full, start + partner.start(), start + len(body))
    return Words(_split(name), start + first, start + len(body))


def _name(passage: Passage, start: int, end: int) -> str:
    masked = passage.around(end)[start:end]
    return printed("".join(c if c == ASIDE else passage.text[start + i] for i, c in enumerate(masked))).strip("“”")


def _is_partner(passage: Passage, start: int, partner: re.Match[str]) -> bool:
    """黑龙江省与俄罗斯贸易额: the two are of different kinds; 新疆与西藏 are two subjects."""
    at = start + partner.start()
    partners = passage.between(at, start + partner.end(), "Country", "Region")
    if partner["prep"] in "对从向":
        return bool(partners)
    before = [s for s in passage.spans if s.end == at and s.start < s.end]
    return bool(partners) and bool(before) and before[0].label != partners[0].label


def _measurable(name: str, unit: str) -> bool:
    if not 2 <= len(name) <= 26 or _CLAUSE.search(name):
        return False
    if MEASURE.search(name):
        return True
    if not unit:
        return bool(_GROWING.search(name))
    if _MOVED.search(unit):
        return bool(_MOVING.fullmatch(name))
    if unit.endswith(("人", "户", "名")):
        return bool(_PEOPLE.search(name))
    if re.search(r"元|币|镑|布|盾", unit):
        return bool(_MONEY.search(name))
    return bool(re.search(r"平方|公顷|亩|km2|hm2", unit) and _EXTENT.search(name))


def _split(name: str) -> tuple[str, ...]:
    """现汇收入和现汇支出: two indicators joined; 进出口 and 贸易和投资额 are one."""
    parts = re.split(r"[和与及、]", name)
    if len(parts) > 1 and all(len(part) >= 3 and MEASURE.search(part) for part in parts):
        first, second = parts[0], parts[1]
        shared = next((k for k in range(len(second) - 1, 3, -1) if first.endswith(second[-k:])), 0)
        lead = first[: len(first) - shared] if shared and len(parts) == 2 else ""
        return (first, lead + second) if lead else tuple(parts)
    return (name,)


def introduced(passage: Passage, start: int, end: int) -> Words | None:
    """The indicator that a clause without a figure brings up: at its end, or before its verb."""
    found = indicator(passage, start, end, "%")
    if found:
        return found
    body = passage.around(end)[start:end]
    for match in _BEFORE_VERB.finditer(body):
        noise = HEAD_NOISE.match(match["np"])
        first = match.start() + (noise.end() if noise else 0)
        name = _name(passage, start + first, start + match.end("np"))
        if len(name) >= 2 and MEASURE.search(name) and not _CLAUSE.search(name):
            return Words(_split(name), start + first, start + match.end("np"))
    return None


def elided(words: str) -> bool:
    """Whether the words before a figure leave out what it measures: only verbs, times and places stand there."""
    return not _FILLER.sub("", words)


def said_again(words: str) -> str:
    """这一贸易额, 同一指标: the noun for the indicator of a figure before; empty where the words do not go back to one."""
    tail = _TAIL.search(words)
    again = _SAME.search(words[: tail.start()] if tail else words)
    return again["noun"] if again else ""


def part_of(total: str, part: str) -> str:
    """A part of a total by its own name: 进口 of 进出口货运量 is 进口货运量, 铁路 of 货运量 is 铁路货运量."""
    if part in ("进口", "出口") and "进出口" in total:
        return total.replace("进出口", part)
    return part if MEASURE.search(part) or _MONEY.search(part) else part + total


def family(unit: str) -> str:
    """What a unit counts in, whatever the multiple: 亿元 and 元 are one."""
    return re.sub(r"^[万亿千百十]+", "", unit)
