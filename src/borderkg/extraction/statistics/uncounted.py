"""Numbers behind which nothing is counted: of things that are another's, that were counted before, or that only say what
something is."""

import re
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statistics import enumerated
from borderkg.extraction.values import Quantity

_FACED: Final = re.compile(
    "[\u4e00-\u9fff]{0,4}(?:口岸|港口?|通道|城市|[县市])(?:分别|一一|各自|隔[江河界])?(?:相?对应|相对|相望|对接)"
)
"""分别与俄罗斯三个口岸相对应: they are those of the other side."""

_CHARGED_WITH: Final = re.compile("(?:承担|[担肩]负|负责)[^,;。有]*$|服务(?:全国)?超?$|正在?(?:[修新兴]?建设?|施工)$")
_FROM_ELSEWHERE: Final = re.compile("[\u4e00-\u9fff]{0,6}(?:来自|源自)")
"""其中5个城市来自越南."""

_THE_REST: Final = re.compile("(?:其余|其他|其它|剩下|剩余|另外)的?(?:这)?$")
"""其余三个为…: of those that were counted."""

_ONE_OF_THEM: Final = re.compile("[^,;。]{0,8}之一")
_OF_WHICH_IT_IS_ONE: Final = re.compile("(?:之间|两国|[间与])的?$|首批$|第一批$")
"""是中越之间9对口岸之一, 成为首批13个沿边开放城市之一."""


def elsewhere(before: str, following: str) -> bool:
    """Whether the words around a number say that it is of another's things, of those left, or of those it is one of."""
    return bool(
        (_FACED.match(following) and re.search("[与和同]", before))
        or before.endswith("第")
        or _THE_REST.search(before)
        or _CHARGED_WITH.search(before)
        or _FROM_ELSEWHERE.match(following)
        or (_ONE_OF_THEM.match(following) and _OF_WHICH_IT_IS_ONE.search(before))
    )


def of_no_number(figure: Span, quantity: Quantity, before: str) -> bool:
    """靠一条专线相连: 一 that is an article."""
    return figure.text[0] == "一" and quantity.number == 1 and not enumerated.HAVING.search(before)


_SAID: Final = re.compile("(?:这|上述|该)?")
_NAMED_NOW: Final = re.compile(r"[\u4e00-\u9fff]{2,12}?(?:分别|依次)(?:是|为)|[\u4e00-\u9fff]{2,12}?[是为]:")
"""5个试验区是:…: the number was told before, and now come the names."""

_BEST: Final = re.compile(r"最[\u4e00-\u9fff]{1,3}的$")
"""其最大的两个口岸: some of more."""

_ALL_ARE: Final = re.compile(r"[\u4e00-\u9fff]{0,4}(?:均|皆|都|同|全|全部)(?:为|是|属)")
"""三个口岸皆为公路口岸: those told of before."""

_FEW: Final = 6
_TAKEN_UP: Final = re.compile(
    "[\u4e00-\u9fff]{0,6}(?:口岸|园区|片区|县市?|城市|小城|管道|大桥|铁路|公路|市|区|旗)(?:均|皆|都|全部|合计|之间|分别|依次|共同|相距|互为|各|仅|只|隔|由|因|虽|往来|交往|[与和]|的人)"
)
"""三个口岸均与缅甸毗连, at the head of a clause: those told of before."""

_BOTH: Final = re.compile("(?:指标|数据|数字)?(?:均|都|皆|同|双双)")
"""两项均居首位: of indicators."""

_ONE: Final = re.compile(r"(?:是|为|成为|作为|成|系|有着?|即)(?:全?[国省区市州县球](?:内|唯)?)?$")
_SUCH: Final = re.compile("[\u4e00-\u9fff]{0,14}?(?:而[\u4e00-\u9fff]|的)")
"""是一座因口岸而生的城市: says what it is."""


def named_now(before: str, following: str) -> bool:
    """Whether a number leads the names of what was counted before."""
    return bool(_SAID.fullmatch(before) and _NAMED_NOW.match(following))


def taken_up(quantity: Quantity, before: str, following: str) -> bool:
    """Whether a number goes back to what was told of before, or to some of more, or says of one thing what it is."""
    again = _SAID.fullmatch(before) and quantity.number <= _FEW and _TAKEN_UP.match(following)
    both = quantity.unit == "项" and _BOTH.match(following)
    such = quantity.number == 1 and _SUCH.match(following) and _ONE.search(before)
    return bool(_BEST.search(before) or _ALL_ARE.match(following) or again or both or such)
