"""What was invested in what the words behind a sum say: 投资3亿元新建了货场."""

import re
from typing import Final

from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Said
from borderkg.extraction.statistics.leads import Lead

_INVESTED: Final = re.compile("(?<![产商业接外])投资(?:总?额)?了?(?:达|为|约|近|超过?)*$")
_BUILT: Final = re.compile(
    "(?:,?(?:先后|陆续|相继)?(?:建起|修起|盖起|建成了|建设了|新建了|配备了|购置了)|的?(?:资金)?(?:建立|建设|建成|兴建|新建|修建|改建|扩建|改造|打造|实施)了?|的)"
    r"(?P<what>[^,;。:()、\d]{2,16}?)(?=[,;。、]|$|(?:正式|全面)?(?:开工|竣工|动工|建成|奠基|投产|投入|启用))"
)


def read(lead: Lead, course: Course) -> list[Said]:
    """The sum as a figure; empty where it is none. It is of no time but the sentence's own."""
    built = _BUILT.match(lead.passage.text, lead.figure.end) if _INVESTED.search(lead.text) else None
    if built is None or any(s.label == "Corridor" and s.start == built.start("what") for s in lead.passage.spans):
        return []  # 总投资20亿元的某铁路: of the railway
    course.measure((), None)
    course.unit, course.kind = lead.quantity.unit, "level"
    time = None if course.timed else ""
    return [Said(built["what"] + "投资额", lead.quantity.number, course.unit, "level", time)]
