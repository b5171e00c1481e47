"""Titles without 《》: 财政部印发边境地区转移支付资金管理办法; 兴边富民行动“十三五”规划公布实施; 国务院关于口岸开放的若干规定.

Such words are a title where they stand as what is issued or followed, begin with a name or a noun of the field, and end
in the word for a kind of document; or they stand in quotation marks behind the word for issuing. 出台支持边贸的意见,
制定发展规划 tell what a document is for and name none.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.extraction.marking.offices import OFFICE
from borderkg.extraction.span import Span

_ISSUED: Final = (
    "(?:印发|颁布|颁行|颁发|出台|下发|发布|公布|制定|制订|编制|批转|转发|批复|批准|通过|修订|修改|废止|推出|签发|发出|施行|起草)"
    "(?:实施|施行)?"
)
_ISSUE: Final = re.compile(f"{_ISSUED}[了的]?(?!的)")
_FOLLOW: Final = re.compile(
    "(?:落实|贯彻|执行|实施|根据|依据|按照|依照|遵照|承接|接续|延续|接替|上承|上接)(?:的是|了)?"
)
_PERIOD: Final = re.compile("“?(?:十[一二三四五]?|[七八九])五”?")
"""The plan period in the name of a plan."""

_LEGAL: Final = "(?:(?:暂行|管理|实施|试行)?(?:办法|条例|细则)|(?:暂行|管理|若干)规定)"
_PLAN: Final = (
    "(?:规划纲要|规划|总体方案|实施方案|工作方案|行动方案|行动计划|实施意见|指导意见|若干措施|若干意见|若干政策)"
)
_TAIL: Final = r"(?P<tail>\((?:(?:19|20)\d\d年?[—~-](?:19|20)\d\d年?|试行|暂行)\))?"
_BOUND: Final = (
    r"(?=[][,。;:、()]|$|[等之后以并和与及则于由]|的(?!同时|报告|研究|会议|建议|设想|考察|论文)|中(?=[,提明指要强规])|规定|明确|提出|要求|指出|承接|接续|衔接|延续|[尚还仍]|已|获|正式|"
    rf"{_ISSUED})"
)
_KIND: Final = re.compile(f"(?:(?P<legal>{_LEGAL})|{_PLAN}){_TAIL}{_BOUND}")
_ABOUT: Final = re.compile(
    rf"关于[^,。;:《》()]{{4,48}}?的(?:若干|实施|指导|补充|暂行)?(?:通知|意见|决定|批复|复函|规定|公告|办法|方案|决议|(?:框架|临时|谅解|合作|双边|政府间)*(?:协定|协议|备忘录|议定书|条约|换文)){_TAIL}{_BOUND}"
)
_PARTIES: Final = re.compile(
    "(?:中华人民共和国政府[和与同][\u4e00-\u9fff]{2,14}?政府|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,14}?政府[和与同]中华人民共和国政府)$"
)
_AGREED: Final = ("协定", "协议", "备忘录", "议定书", "条约", "换文")
"""中华人民共和国政府和某国政府关于…的协定: the name of an agreement begins with those who made it."""
_PASSED_ON: Final = re.compile("(?:批转|转发)了?$")
_OFFICE: Final = re.compile(OFFICE)
_LONGEST_OFFICE: Final = 14
_OF_RANK: Final = re.compile(rf"(?:省|自治区|市|州|盟|县|旗)(?:{OFFICE})$")
"""省商务厅 behind the office of the province that passes on what it wrote."""
_OTHERS: Final = re.compile("等[^,。;、]{0,3}(?:部门|单位|部委)$")
"""国务院批转民政部等部门关于…的通知: the name of the notice begins with who passes on."""
_ABOUT_ANOTHER: Final = re.compile(
    r"关于(?:深入|全面|进一步)?(?:贯彻落实|贯彻|落实|执行|实施|印发|修改|修订)[^,。;:《》()]{0,10}《[^《》]{2,60}》[^,。;:《》()]{0,6}的"
    rf"(?:若干|实施|具体|工作|补充)?(?:通知|意见|方案|办法|细则|措施|决定){_TAIL}{_BOUND}"
)
"""某市人民政府关于落实《…意见》的实施方案: a title without marks with one in marks in it, behind who issued it."""
_BY_NUMBER: Final = re.compile(
    rf"{_ISSUED}了?(?P<number>[国中办政财商发改税关民委外边函规]{{1,6}}[〔\[【](?:19|20)\d\d[〕\]】]\d{{1,4}}号)(?=文件?(?:[,。;:]|$)|[,。;:]|$)"
)
"""印发国函〔2020〕33号文: a document that goes by its number."""
_QUOTED: Final = re.compile(
    rf"{_ISSUED}[了的]?(?P<title>“[^“”,。;:《》]{{4,60}}?(?:规划|纲要|意见|办法|条例|规定|通知|方案|决定|批复|措施|细则|行动计划|决议){_TAIL}”)"
)
"""国务院发布“关于…的意见”: what is issued stands in quotation marks."""
_OF_FIELD: Final = re.compile(
    "边境|边民|边贸|边疆|沿边|口岸|对外贸易|对外开放|外商|外国人|跨境|进出口|出入境|出境入境|互市|陆地|国境|界河|海关|外汇|兴边富民|"
    "西部|东北|民族|国民经济|自由贸易|综合保税|旅游|国家|全国"
)
_NOT_A_NAME: Final = re.compile("”、?“|的|了|是|系列|相关|有关|多项|各项|配套|上述|该|本|此|其|这")
_RUN: Final = 28
_OUTSIDE: Final = re.compile(r"[^\u4e00-\u9fff“”、]|(?<=\d)[年月日]")
_PUBLIC: Final = re.compile(f"(?:已|经|由|于|正式|获|{_ISSUED})")


def untitled(text: str, named: Sequence[Span]) -> Iterator[Span]:
    """The titles without marks in a text, from left to right, not overlapping; `named` are the names in it."""
    found = (
        [(_with_issuer(text, m.start(), m.end(), named), m.end()) for m in _ABOUT.finditer(text)]
        if "关于" in text
        else []
    )
    if "关于" in text and "《" in text:
        led = ((_with_issuer(text, m.start(), m.end(), named), m) for m in _ABOUT_ANOTHER.finditer(text))
        found += [(start, m.end()) for start, m in led if start < m.start()]
    found += [at for m in _KIND.finditer(text) if (at := _named_before(text, m, named))]
    found += [m.span("number") for m in _BY_NUMBER.finditer(text)] if "号" in text else []
    found += [m.span("title") for m in _QUOTED.finditer(text)] if "“" in text else []
    end = 0
    for start, stop in sorted(found):
        if start >= end:
            end = stop
            yield Span(start, stop, "Title", text[start:stop], "untitled:without marks")


def _named_before(text: str, kind: "re.Match[str]", named: Sequence[Span]) -> tuple[int, int] | None:
    """Where the title stands that ends with the word for a kind, None where that word ends no name."""
    left = max(0, kind.start() - _RUN)
    outside = [m.end() for m in _OUTSIDE.finditer(text, left, kind.start())]
    left = outside[-1] if outside else left
    issues = [m.end() for m in _ISSUE.finditer(text, left, kind.start())]
    follows = [m.end() for m in _FOLLOW.finditer(text, left, kind.start())]
    start = max((left, *issues, *follows))
    body = text[start : kind.start()]
    if _NOT_A_NAME.search(body):
        return None
    plan = _PERIOD.search(body)
    first = next((s for s in named if s.start == start and s.end <= kind.start()), None)
    begun = first is not None and first.label in ("Region", "Policy", "Platform", "Corridor")
    if not (begun or _OF_FIELD.match(body) or (plan and plan.start() == 0)):
        return None
    dated = bool((kind["tail"] or "")[1:2].isdigit() or (plan and len(body) > len(plan[0])))
    enough = len(body) >= (2 if kind["legal"] else 6)
    if dated or (enough and (begun or kind["legal"])):
        alone = start == 0 and kind.end() == len(text) and begun  # the name of a law, above its text
        public = start in issues or dated or alone or bool(_PUBLIC.match(text, kind.end()))
        return (start, kind.end()) if public else None
    return None


def _with_issuer(text: str, start: int, end: int, named: Sequence[Span]) -> int:
    """Where the bodies begin that stand before 关于; of a notice, those too that pass on what they wrote."""
    parties = _PARTIES.search(text, 0, start) if text.endswith(_AGREED, start, end) else None
    if parties:
        return parties.start()
    others = _OTHERS.search(text, 0, start) if text.endswith("通知", start, end) else None
    author = _with_bodies(text, others.start() if others else start, named)
    office = _OF_RANK.search(text, 0, author) if text.endswith("通知", start, end) else None
    author = office.start() if office else author
    passed_on = _PASSED_ON.search(text, 0, author) if text.endswith("通知", start, end) else None
    first = _with_bodies(text, passed_on.start(), named) if passed_on else author
    if passed_on and first < passed_on.start():
        return first
    return start if others or office else author


def _with_bodies(text: str, start: int, named: Sequence[Span]) -> int:
    """Where the bodies begin that stand before a position; of a place's office only the place may be known by name."""
    first = start
    for span in reversed(named):
        office = (
            span.label == "Region" and first - span.end <= _LONGEST_OFFICE and _OFFICE.fullmatch(text, span.end, first)
        )
        if office or (span.end == first and span.label == "Organization"):
            first = span.start
    return first
