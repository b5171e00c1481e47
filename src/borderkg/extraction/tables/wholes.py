"""What the row of a total is of: 合计 below 广西沿边三市 is theirs, 全区 is the region of which these are a part."""

import re
from typing import Final

from borderkg.extraction.marking.labels import WHOLE, Said
from borderkg.extraction.statement import Mention

_SET: Final = re.compile(
    r"(?:的)?(?P<set>(?:部分|主要|重点|各)?(?:[一二三四五六七八九十两\d]+个?)?(?:沿边|边境|边疆|陆路|陆地|公路|铁路|水运|航空|对外开放|重点|主要|开放)*"
    r"[一二三四五六七八九十两几\d]*个?(?:口岸|地州市?|州市|盟市|县市区?|县\(市、?区?\)|旗市|旗县|市县|城市|州\(市\)|省区|[市县旗州盟])(?:\([^()]*\))?)"
    r"(?!镇|场|域|委|级)"
)
_SOME: Final = re.compile(r"部分|主要|重点|[一二三四五六七八九十两几\d]")


def set_of(caption: Said) -> str:
    """The places of which a caption says that its table is, where they are some of a larger place: 云南省部分口岸."""
    at = caption.text.find(caption.place_text) if caption.place_text else -1
    match = _SET.match(caption.text, at + len(caption.place_text)) if at >= 0 else None
    return match["set"] if match and _SOME.search(match["set"]) else ""


def of_total(label: Said, caption: Said, whole: Mention | None) -> Mention | None:
    """What a total is of that names no place itself: the places of the caption taken together, or all of the place that the
    caption names. `whole` is that place."""
    if not label.total or label.place or whole is None:
        return None
    if WHOLE.fullmatch(label.text):
        return whole
    some = set_of(caption)
    return Mention("Region", caption.place_text + some, (caption.place_text + some,)) if some else whole
