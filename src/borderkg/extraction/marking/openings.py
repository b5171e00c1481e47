"""Words that open a clause before its subject and say nothing of it, told as if a comma stood behind them.

二是打洛口岸位于…        as 第二，打洛口岸位于…: nothing "is" the port
由于云南与老挝接壤，…     as 由于，云南与老挝接壤
近年来满洲里口岸…        as 近年来，满洲里口岸…
在1992年瑞丽被列为…      as 1992年瑞丽被列为…

Authors print such a comma or leave it out. Every rule takes what stands behind one for the subject of the clause; so it is
put in the place of the last character of the opening, and all other characters keep their places.
"""

import re
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation

_SUBJECTS: Final = "".join(
    MARKS[label]
    for label in (
        "Port",
        "Platform",
        "Region",
        "Country",
        "Countries",
        "Corridor",
        "Expo",
        "Organization",
        "Agreement",
        "Meeting",
        "Event",
        "Title",
        "Policy",
        "Date",
    )
)
_WORDS: Final = "[^,。;:!?()\ue000-\uf8ff]"
_JOINING: Final = (
    "虽然?|尽管|由于|因为?|鉴于|既然|固然|诚然|不[仅但光]|然而|而且|并且|但是?|可是|所以|于是|因而|从而|故而?|可见|由此可见|总之|其实|显然|当然"
    "|据此|为此|对此|由此|这样一?来?|事实上|实际上|也就是说|换[言句][之话]说?|同样|相反|反之|众所周知|毋庸置疑|毫无疑问"
)
_WHEN: Final = (
    "如今|而今|今天|至此|从此|自此|此时|这时|那时|现阶段|现在|历史上|迄今(?:为止)?|(?:截至|截止|到)目前(?:为止)?"
    f"|(?:{_WORDS}{{1,12}}|[{MARKS['Event']}{MARKS['Period']}])以来|[{MARKS['Event']}{MARKS['Period']}]{_WORDS}{{0,4}}?(?:之?[前后]|期间|时期|初期)|(?:近|近些|多|数|几|[一二两三四五六七八九十\\d]+)年来|[这该此]一?(?:时期|阶段|期间|时候)"
    f"|随着{_WORDS}{{2,24}}(?:建设|发展|实施|推进|深入|提出|开通|扩大|加快|提升|变化|到来|深化)"
)
_HOW: Final = (
    f"在{_WORDS}{{2,20}}(?:下|上|中|方面|过程中|时期|期间|阶段)|[从就]{_WORDS}{{2,16}}(?:来?看|来?说|而言|来讲|角度|出发)"
    "|(?:对外)?(?:贸易|开放|经济|交通|口岸建设|投资|旅游)方面|(?:总|整)?(?:的来|体上?来?|体而)[看说言]|具体(?:来[说看]|而言)|根据(?:统计|测算|估算)|一般(?:来说|而言)|相比之下|与此同时"
    f"|据(?:了解|悉|介绍|测算|不完全统计|[^,。;]{{0,10}}(?:统计|报道|介绍|数据|显示|资料))|{_WORDS}{{0,4}}(?:统计|数据|资料|研究|调查|结果)(?:显示|表明)"
    "|(?:特别)?(?:值得|需要|应当?|必须|可以)(?:一提|注意|关注|指出|说明|强调|看到|看出|肯定)的?是?|不难(?:看出|发现)"
    f"|经过{_WORDS}{{2,12}}(?:建设|发展|努力)|回顾历史"
)
_ON_A_DAY: Final = (
    f"(?:早|远)?在(?={MARKS['Date']}[{MARKS['Port']}{MARKS['Platform']}{MARKS['Region']}{MARKS['Organization']}]"
    "(?![^,。;]*(?:[上中时后下会]|期间|以来|之前|论坛|的),))"
)
"""在1992年瑞丽被列为…; no 在1992年昆明举行的会议上, ."""
_OPENING: Final = re.compile(
    rf"(?:^|(?<=[,。;:!?]))(?:(?P<item>[一二三四五六七八九十])是(?![一否非])|{_ON_A_DAY}|(?:{_JOINING}|{_WHEN}|{_HOW})(?=[{_SUBJECTS}]))"
)


def opened(annotation: Annotation) -> Annotation:
    """With a comma in the place of the last character of each opening; what the sentence names stays."""
    ends = [annotation.starts[m.end()] for m in _OPENING.finditer(annotation.abstract)]
    if not ends:
        return annotation
    text = list(annotation.text)
    for end in ends:
        text[end - 1] = ","
    return Annotation("".join(text), annotation.spans)
