"""What the figures of a table measure, as far as one label leans on another: growth and shares of what a label beside it
names, parts of a whole in the row above.

货运量 | 同比增长; 中欧班列通行量, 班列同比增长; 货运量（万吨）, 其中：进口, 出口; 进出口额 | 出口额 | 占全区进出口比重.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.extraction.marking.labels import Said
from borderkg.records import replace

_GROWTH: Final = re.compile(
    r"^(?P<of>.*?)(?:比上年|较上年|比去年|较去年|比上年同期|较上年同期)?(?:(?P<yoy>同比)?(?:增速|增长率|增长幅度|增长|增幅|增减|变化|变动|±)率?|(?P<bare>同比)|(?<=上年)(?:增减)?)(?:\(±\)|±)?$"
)
_MANNER: Final = re.compile(r"^(?:年均|年平均|平均|环比|累计|同期|名义|实际)?$")
"""What may stand before 增长 without saying of what it is."""
_VALUE: Final = re.compile(r"^(?:绝对值|绝对数|绝对量|数值|数据|指标值|统计值|完成值|完成数|完成|实绩|数|量|值|本期)$")
_PART_OF: Final = re.compile("公路|铁路|水运|航空|水路|管道|陆路|进口|出口|进境|出境|入境")
_OF_WHOLE: Final = re.compile(
    r"占(?P<whole>全[国省区州市县盟旗]|[\u4e00-\u9fff]{0,4}?(?:省区|[省区州市县盟旗国]))(?P<what>[\u4e00-\u9fff]{2,8})的比重$"
)


def is_growth(indicator: str) -> bool:
    """Whether a label says that its figures are the growth of something else."""
    match = _GROWTH.match(indicator)
    return match is not None and _MANNER.match(match["of"]) is not None


def is_level(label: Said) -> bool:
    """Whether a label names what its figures measure, and no growth or share of another's."""
    return bool(label.indicator) and not label.share and not _GROWTH.match(label.indicator)


def named(base: str, beside: str, header: str) -> str:
    """What a row, a cell beside the figure and the header name together; 数值 over a column names nothing."""
    over = "" if (base or beside) and _VALUE.match(header) else header
    if turned := _WAY_BEHIND.match(over):
        over = turned["way"] + turned["what"].removeprefix("进出口")
    return " ".join(filter(None, (base, beside, over)))


_WAY_BEHIND: Final = re.compile(r"(?P<what>[\u4e00-\u9fff]+[量额值次数])(?P<way>进口|出口|进境|出境|入境)$")
"""货运量 over 进口 and 出口."""


def growth(own: str, before: Sequence[str], above: Sequence[str], caption: str) -> str | None:
    """The indicator of a rate of growth: of what its own label names, or a label `before` it in its row, `above` it in its
    column, or the caption. None for what is no growth; empty where nothing tells of what it is."""
    match = _GROWTH.match(own)
    if match is None:
        return None
    of, manner = match["of"].strip(), ""
    if _MANNER.match(of):
        of, manner = next((said for said in (*reversed(above), *reversed(before)) if said), "") or caption, of
    else:
        of = next((said for said in reversed(above) if said.endswith(of) or (of in said and len(of) > 1)), of)
    way = match["yoy"] or match["bare"] or ""
    return f"{of}{manner}{way}增长率" if of else ""


def share(own: str, said: str, before: Sequence[str], indicator: str) -> str:
    """The indicator of a share: its own label may say of what, else it is of the label before it."""
    match = _OF_WHOLE.match(said)
    of = next((b for b in reversed(before) if b.startswith(match["what"])), "") if match and not own else ""
    if match and not own and not of and _TRADE.fullmatch(match["what"]) and before and _DIRECTED.search(before[-1]):
        total = next((b for b in reversed(before) if _IN_ALL.search(b)), "")  # 总额 | 进口 | 出口 | 占全省外贸比重
        own = total if total and not total.endswith(match["what"]) else own
    if match and of:
        return f"{of}占{match['whole']}的比重"
    return (own or next(reversed(before), "") or indicator) + said


def of_which(stubs: Sequence[Said]) -> Iterator[Said]:
    """The labels of rows, those of the parts with the unit and the measure of the row above: 货运量（万吨）, 其中：进口, 出口."""
    whole = Said()
    for stub in stubs:
        if whole.indicator and not stub.place and _PART_OF.fullmatch(stub.indicator):
            of = (
                whole.indicator.removeprefix("口岸").removeprefix("进出口")
                if _COUNTABLE.search(whole.indicator)
                else ""
            )
            yield replace(stub, unit=stub.unit or whole.unit, indicator=stub.indicator + of)
            continue
        if is_level(stub) or not is_growth(stub.indicator):
            whole = stub if stub.indicator and not _GROWTH.match(stub.indicator) else whole
        yield stub


def of_caption(own: str, caption: str) -> str:
    """铁路 below 货运量 is 铁路货运量, 进口 below 边境贸易额 is 边境贸易进口额."""
    kind = _OF_TRADE.fullmatch(caption) if _OF_ITS_TRADE.fullmatch(own) else None
    if kind:
        return kind["kind"] + own + ("" if own.endswith(("额", "值")) else "额")
    if _PART_OF.fullmatch(own) and _COUNTABLE.search(caption):
        return own + caption.removeprefix("口岸").removeprefix("进出口")
    return own


_TRADE: Final = re.compile("(?:对外)?贸易|外贸|进出口(?:贸易)?")
_DIRECTED: Final = re.compile("(?:进口|出口)[额值]?$")
_IN_ALL: Final = re.compile("总[额值]|进出口[额值]?$")
_OF_TRADE: Final = re.compile(
    "(?P<kind>(?:对[\u4e00-\u9fff]{1,4}?)?(?:边境(?:小额)?贸易|边民互市(?:贸易)?|互市贸易|边贸|一般贸易|加工贸易))(?:进出口)?总?[额值]?"
)
_OF_ITS_TRADE: Final = re.compile("(?:(?<!进)出口|进口|进出口|总)[额值]?(?<!总)")
_COUNTABLE: Final = re.compile("[量次数]$")
