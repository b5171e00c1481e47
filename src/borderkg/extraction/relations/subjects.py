"""Whose a clause is that names no subject: where something else than what was spoken of is told, it is not of that.

1999年12月，经国务院批准，乙口岸开放     the leave is for 乙口岸, which is named behind it
甲区，2019年挂牌的乙区                   what is told before 的 is told of 乙区
甲大桥1990年动工，1992年建成通车         a bridge that nobody knows was built, no port
"""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.span import Antecedent, Span

_NAMES: Final = "".join(
    MARKS[label]
    for label in ("Port", "Platform", "Region", "Corridor", "Title", "Organization", "Country", "Countries")
)
_LEAVE: Final = re.compile(
    rf"(?:[^,;。:]{{0,12}},?[^,;。:]{{0,8}}(?:经|报经|报请|获)[^,;。:]{{1,10}}?(?:批准|同意|批复|核准|授权)|(?:正式|研究)?(?:批准|同意|批复|核准)),{MARKS['Topic']}?(?:{MARKS['Date']},?)?(?=[{_NAMES}])"
)
"""From a subject left out to the name of what a body gave leave for: 经国务院批准，乙口岸…; 国务院批准，乙市…."""

_BUILT: Final = re.compile("通车|建成|竣工|完工|合龙|贯通|铺通|落成|投入使用|交付使用|投用")
_STRUCTURE: Final = re.compile(
    rf"(?:大桥|新桥|旧桥|老桥|浮桥|二桥|便桥|公路|铁路|高速|专线|隧道|机场|联检楼|联检大楼|联检厅|货场|码头|车站|大楼|{MARKS['Corridor']})(?:主体|工程|一期)?(?:于|自)?{MARKS['Date']}?[^,;。:{_NAMES}]{{0,6}}(?:动工|开工|兴建|修建|始建|建成|竣工|完工|奠基|建|合龙)[^;。]{{0,24}}$"
)
_OWN_SUBJECT: Final = re.compile(
    rf"{MARKS['Topic']}?[{MARKS['Region']}{MARKS['Port']}{MARKS['Platform']}](?:于|自)?{MARKS['Date']}"
)
_AS: Final = re.compile(rf"作为[^,;。:]*,(?:{MARKS['Date']},?)?[{_NAMES}]")
"""作为国际性口岸，甲口岸…: told of what is named behind the comma."""

_LIES: Final = "(?:地处|位于|毗邻|紧邻|背靠|背倚|濒临|[东西南北]{1,2}[邻接临靠连与])[^,。;:]{0,24}"
_FRONTED: Final = re.compile(
    rf"{MARKS['Topic']}{_LIES}(?:,{MARKS['Topic']}?{_LIES}){{0,3}},{MARKS['Topic']}?(?:“[^”]*”)?—{{0,2}}"
    rf"[{MARKS['Region']}{MARKS['Port']}](?![的与和、及])"
)
"""西邻甲国、北接乙国，丙市…: told, at the beginning of a sentence, of what is named behind it."""

_BESIDE: Final = re.compile("[与和同跟]")
_THOSE_BESIDE: Final = re.compile(
    "的(?:省份|省区|省|州|县|市|旗|地区|国家|邻国|口岸|城市)[^,;。:]{0,8}?(?:[有为是]|包括|共)"
)
"""与老挝接壤的省份只有云南省: told of those that are named behind it."""

_SAYS_OF_ITSELF: Final = re.compile(f"[经由是系为属获{MARKS['Date']}{MARKS['Organization']}]")
_ENDS: Final = re.compile("[,;:。)]|$")
"""截至目前，国家批复的试验区有…: what is approved is named behind 的; 是经批准设立的… and 1992年设立的… may stand beside a
name."""

_OF_WHAT_FOLLOWS: Final = re.compile(
    rf"(?:[只就正则便才也仅]{{0,2}}是[^,;。:]{{0,6}}?|{MARKS['Region']})?[{MARKS['Port']}{MARKS['Platform']}{MARKS['Corridor']}](?![的与和、])"
    rf"|[{MARKS['PortKind']}{MARKS['PlatformKind']}](?=[\u4e00-\u9fff])(?![之和与])"
)
"""甲口岸…，2018年设立的乙区完成…; 2006年重开的只是丙通道: told of what is named behind 的."""

_TERM: Final = re.compile(f"(?:^|[,;:。]){MARKS['Topic']}?所谓的?“?[^,。;:]{{2,12}}”?,?$")
"""所谓“次区域”，又称“亚区域”: of the term that is explained."""

_PARTS: Final = ";:。"
_SENTENCE: Final = ";。"


def of_another(
    annotation: Annotation, match: re.Match[str], topic: Span, labels: Sequence[str], fitting: Sequence[Antecedent]
) -> bool:
    """Whether a match in the abstract string that begins with a subject left out is not of what fits it of all that was
    spoken of."""
    text = annotation.abstract
    start, end = match.span()
    leave = _LEAVE.match(text, start + 1)
    if leave and end <= leave.end():
        return True
    begun = text.rfind("。", 0, start) + 1
    fronted = _FRONTED.match(text, begun) if "," not in text[begun:start] else None
    if fronted and not annotation.at[fronted.end() - 1].antecedents:
        return True
    if text.startswith("作为", start + 1) and _AS.match(text, start + 1):
        return True
    if match[0].endswith("的") and not _SAYS_OF_ITSELF.search(match[0]) and not _ENDS.match(text, end):
        return True
    if match[0].endswith("的") and _OF_WHAT_FOLLOWS.match(text, end):
        return True
    if _TERM.search(text, 0, start):
        return True
    if _BESIDE.match(text, start + 1) and _THOSE_BESIDE.match(text, end):
        return True
    zone = topic.antecedents[0]
    if zone.where and zone.span.label in ("Platform", "Port") and not any(a.where for a in fitting):
        return True  # 甲试验区获批，成为省内第三个…; 乙口岸…，与丙国相望: not of the place that a sentence before named
    if zone.where and zone.span.label == "Country" and all(_told_before(a) for a in fitting):
        return True  # 中国政府提出…，2015年发布《…》: not of the body that a sentence before named
    part = max([text.rfind(mark, 0, start) for mark in _PARTS]) + 1
    if _OWN_SUBJECT.match(text, part, start):  # 各口岸开放早晚不一：甲某年开设，某年恢复
        begin = annotation.starts[part]
        if not any(a.where and a.where[0] >= begin for a in fitting):
            return True
    if _BUILT.search(match[0]):
        begin = max(text.rfind(mark, 0, start) for mark in _SENTENCE) + 1
        return bool(_STRUCTURE.search(text, begin, start))
    return False


def _told_before(member: Antecedent) -> bool:
    return not member.where and member.span.label == "Organization"


_BEFORE_NAME: Final = re.compile(f"[{MARKS['Region']}{MARKS['Quantity']}“]{{0,2}}")


def attributive(annotation: Annotation, match: re.Match[str], labels: Sequence[str]) -> bool:
    """Whether a match ends in 的 before the name of another such thing: it tells of that."""
    end = match.end()
    if not match[0].endswith("的"):
        return False
    before = _BEFORE_NAME.match(annotation.abstract, end)
    named = annotation.at.get(before.end() if before else end)
    return named is not None and named.label in labels and named.label != "Region"
