"""What a clause takes from what stands before it: the governing date, the acting body; and its modality."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation, clause_start
from borderkg.extraction.marking.lines import CHANNEL
from borderkg.extraction.span import Span
from borderkg.extraction.values import Time

_SEGMENT: Final = ";"
_BOUNDS: Final = re.compile(
    r"(?:第?\d+号|以前|之前|以后|之后|以来|版|至今|起(?:正式)?(?:施行|实施|执行|生效|适用)|(?:正式)?生效"
    r"|\s*\d{1,2}:|\s*[|]|\s*(?:来源|作者|编辑|记者):)"
)
"""After a date: it bounds a time, belongs to a name, or is that of the page (2016-11-30 10:27 来源：…), and dates no event."""

_IN_FORCE: Final = re.compile("(?:正式|起)?生效[^,;。:]*,")
"""《…协定》1994年签署，2004年9月生效，甲口岸升格为…: what is told behind it did not happen when it was signed."""

_ACTING: Final = "".join(MARKS[label] for label in ("Region", "Country", "Organization"))
_REVISED: Final = re.compile(
    f"(?:修订|修正|修改)(?:通过)?的{MARKS['Title']}|(?:印发|发布|公布|颁布|出台|下发|制定)的{MARKS['Title']}[^,;]*,{MARKS['Topic']}?(?=[{_ACTING}{MARKS['Title']}])"
)
"""经2000年修订的《海关法》: the date is the law's; 按2010年印发的《…意见》，某地…: it is not that of what the place did."""

_FOLLOWS: Final = re.compile("(?:根据|依据|按照|依照|遵照|落实|贯彻|执行)[^,;。:]{0,14}$")
_OF_TITLE: Final = re.compile(
    f"[^,;。:{MARKS['Title']}]{{0,14}}的(?:[{MARKS['Title']}{MARKS['Agreement']}{MARKS['Policy']}]"
    "|[^,;。:]{0,8}(?:声明|公报|协定|协议|议定书|备忘录|换文|规定|通知|批复|意见|规划|要求|精神|部署)(?=,))"
)
"""根据省政府2019年印发的《…规划》，某地编制了…: the date is that of what is followed."""
_OLD: Final = re.compile(f"[^,;。:]{{0,10}}?(?:发布|颁布|印发|制定|出台|公布|实施)的(?={MARKS['Title']})")
"""对1996年发布的《…办法》作了修订: the date is that of the law before it was revised."""

_INTO_FORCE: Final = re.compile(
    rf"起?,[^;。:]{{0,40}}?的{MARKS['Title']}[^;。:]{{0,60}}?(?:同步|同时|一并|正式|开始)(?:施行|实施|生效)"
)
"""2017年1月1日，甲省修订的《…条例》、乙省制定的《…条例》同步实施: the day of neither."""

_BASIS: Final = re.compile(
    f"[^,;。:]{{0,24}}?[{MARKS['Title']}{MARKS['Agreement']}{MARKS['Policy']}](?:的基础之?上|基础之?上|为基础|为蓝本),?"
)
"""在1960年1月28日签订的《…协定》的基础上，双方缔结…: the date is that of what is built on."""

_SINCE: Final = re.compile("[^,。;]{0,60}?(?:以来|至今),")
"""自1992年…列入以来，…: the date is that of what is told before the comma."""

_UP_TO: Final = re.compile(r"(?:截至|截止|截止到|截至到|截止至|迄|迄至)$")
"""Before a date: what had happened by then."""

_LATER: Final = re.compile(
    rf"随后|此后|之后|于是|后来|其后|后又|接着|继而|{MARKS['Quantity']}后|{MARKS['Date']}起?(?:正式)?生效"
)
"""Between a date and an event: the event came later, and the text does not say when."""

_AFTERWARDS: Final = re.compile(r"[^,。;:]*?(?:随后|此后|其后|接着|继而)")
"""The same, in the clause that begins to state the event: 商务厅随后制定了…."""

_OWN_DAY: Final = re.compile(rf"{MARKS['Title']}\({MARKS['Date']}[),]")
"""《…办法》(1996年4月): its day, whatever day was told before."""

_JOINS_DATES: Final = re.compile(r"[和、与及]")


def governing_dates(annotation: Annotation, before: int, end: int) -> list[Span]:
    """The date that governs what stands at abstract positions `before` to `end`: within it, else the nearest to the
    left in the same part of the sentence, else in the sentence. Several where that is one of joined dates
    (`1980年和1987年先后…`), which belong to several events in their order; none where no date governs."""
    dated = [(i, span) for i, span in annotation.at.items() if span.label == "Date" and i < end]
    usable = [
        (i, span)
        for i, span in dated
        if isinstance(span.value, Time) and span.value.is_date and not _is_aside(annotation, i, before)
    ]
    if not usable:
        return []
    segment = annotation.abstract.rfind(_SEGMENT, 0, before)
    last = ([(i, span) for i, span in usable if i > segment] or usable)[-1][0]
    if any(last < i < before and _IN_FORCE.match(annotation.abstract, i + 1) for i, _ in dated):
        return []
    if _LATER.search(annotation.abstract[last + 1 : before]):
        return []
    titles = annotation.abstract.count(MARKS["Title"], before, end)
    if last < before and titles == 1 and _OWN_DAY.search(annotation.abstract, before, end + 3):
        return []
    if last < before and _AFTERWARDS.match(annotation.abstract, before, end):
        return []
    at = dict(dated)
    joined = [last]
    while _JOINS_DATES.match(annotation.abstract, joined[0] - 1) and joined[0] - 2 in at:
        joined.insert(0, joined[0] - 2)
    spans = [at[i] for i in joined]
    return spans if all(isinstance(s.value, Time) and s.value.is_date for s in spans) else []


def _is_aside(annotation: Annotation, i: int, before: int) -> bool:
    """A date in brackets (a citation, another event), one that only bounds, or one that is a law's that was named before."""
    text = annotation.abstract
    since = _SINCE.match(text, i + 1) if text[i - 1 : i] in ("自", "从") else None
    if since and since.end() <= before:
        return True
    if text[i - 1 : i] in ("比", "较"):
        return True  # 比上年多出三成: what something is held against
    if text[i - 1 : i] in ("至", "到", "—", "~", "-") and text[i - 2 : i - 1] == MARKS["Date"]:
        return True  # 6月30日至7月4日: when it ended
    if _BOUNDS.match(text, i + 1) or _UP_TO.search(text[max(0, i - 3) : i]):
        return True
    if text[i - 1 : i] in ("对", "将", "把") and (old := _OLD.match(text, i + 1)) and old.end() <= before:
        return True
    if _INTO_FORCE.match(text, i + 1):
        return True
    if text[i - 1 : i] in ("在", "以") and (basis := _BASIS.match(text, i + 1)) and basis.end() <= before:
        return True
    revised = _REVISED.match(text, i + 1) or (_FOLLOWS.search(text, 0, i) and _OF_TITLE.match(text, i + 1))
    if revised and revised.end() <= before:
        return True
    opened, closed = text.rfind("(", 0, i), text.find(")", i)
    within = opened >= 0 and ")" not in text[opened:i] and closed >= 0
    return within and not opened < before <= closed


_NO_SUBJECT: Final = re.compile(
    r"(?:向|对|与|同|被|报|给|在|据|答复|回复|函复|批转给|转给|要求|责成|委托|授权|根据|按照|报请|隶属|报经|落实|贯彻|执行|(?:转发|批转|转批|成立|组建)了?)$"
)
_PASSED: Final = re.compile(rf"{MARKS['Meeting']}[{MARKS['Date']}上于,审议表决正式原则]*$")
"""六届全国人大常委会第十九次会议通过: what a meeting passes no body named before it passed."""

_RELATIVE: Final = re.compile(rf"[\u4e00-\u9fff]{{2,6}}的{MARKS['Title']}")
"""落实国务院同年发布的《…意见》: who issued what is carried out is no subject of the clause, and issued it all the same."""

OTHER_SUBJECT: Final = re.compile(
    r"(?:有关|各|主管)(?:部门|部委)|国家(?!级|一类|二类|口岸|重点|开发|标准|战略|规划|综合)|我国|政府|各地|地方|双方|各省|各部门|各级|学者|企业|您|委员(?!会)"
)
_PLACE_ACTS: Final = re.compile(f",(?:{MARKS['Date']},?)?[{MARKS['Region']}{MARKS['Country']}](?!的)")
_CARRIES_ON: Final = re.compile(
    rf"[{MARKS['Date']}{MARKS['Topic']}{MARKS['Quantity']},底初末年]*(?:其后|随后|此后|之后|后|再次|又|再|还|并|也|亦|同时|先后|相继|正式|{MARKS['Topic']})*$"
)
"""What a part of a sentence begins with that goes on about the body of the part before: 8月，又批准…"""

_SET_UP_LATER: Final = re.compile(f"[,;]{MARKS['Topic']}?{MARKS['Date']},?{MARKS['Topic']}?[设建兴开成组]$")
"""国务院批准珲春为开放城市，同年9月设立…: the town sets up, unless it says that the body approves again (又批准设立)."""

_GAVE_LEAVE: Final = re.compile(f"[经由获]{MARKS['Organization']}(?:正式|研究)?(?:批准|同意|批复|核准),")
"""经国务院批准，2008年12月设立…: the body that gave leave for it."""

_WAS_SET_UP: Final = re.compile(
    rf"(?:获批|获准|批准|批复|设立|建立|成立|封关|挂牌|揭牌|建成)[\u4e00-\u9fff]{{0,4}}的[{MARKS['Region']}“]?{MARKS['Platform']}"
)
"""…，加上2020年获批的某区: that it was set up is told of the zone, not of the body that did what the clause before tells."""

_AFTER_WHICH: Final = re.compile("(?:后|以来|之后|以后),")
_SET_GOING: Final = re.compile("(?:正式|全面)?(?:启动|规划|挂牌|建成|共建|开工)")
"""国务院出台《…意见》后，当年启动建设某区: who began to build it is not said."""

_BY_LEAVE: Final = re.compile("[经由]$")
_ANOTHER_DAY: Final = re.compile(rf",[^,;。]{{2,}},[^;。]*?{MARKS['Date']}(?![^;。]*?(?:又|再|再次|该|经|获|批|准))")
"""1952年经政务院批准，甲地设县，1992年成为开放城市: who gave leave for the one did not make it the other."""

_BODY_JOIN: Final = re.compile(r"(?:\([^()]*\))?(?:[、和与及,]|、?以及|会同|联合)?")

_TELLS: Final = re.compile(
    "[^,;:。]{0,16}?(?:介绍|表示|透露|坦言|称|说|解释|披露|获悉|了解到|统计|指出|认为|强调|通报|消息|数据|资料|(?:数据|资料|消息)(?:显示|表明))[,:]"
)
"""口岸办介绍，2018年获批的…: who tells of something did not do it."""

_TO_COME: Final = re.compile(f"(?:{MARKS['Corridor']}|走廊|通道|铁路|管道|项目)[也还均都]*(?:将(?!近)|拟|计划)")
_OWNS: Final = re.compile(f"(?:下属|所属|所辖)?的{MARKS['Quantity']}")
"""在甲兵团的56个团场开展…: the body that owns what follows did not do it either."""


def acting_body(annotation: Annotation, before: int, *, issues: bool = False) -> list[Span]:
    """The body whose act the clause goes on to tell: the last organization (or several joined) that acted before, in the
    same part of the sentence. 国家, 我国, 政府 name no body and end the search; so does a place, if the act is to issue."""
    segment = annotation.abstract.rfind(_SEGMENT, 0, before) + 1
    relative = _RELATIVE.match(annotation.abstract, before)
    while segment and before not in annotation.at and _CARRIES_ON.match(annotation.abstract[segment:before]):
        segment = annotation.abstract.rfind(_SEGMENT, 0, segment - 1) + 1
    bare = not issues and _SET_UP_LATER.search(annotation.abstract, segment, before + 1)
    found: list[tuple[int, Span]] = []
    told = -1
    """Where the last body stands that is told, asked or obeyed, and does not act."""
    for i, span in sorted(annotation.at.items()):
        if not segment <= i < before or span.label != "Organization":
            continue
        its_own = relative and "," not in annotation.abstract[i:before]
        joined = found and _BODY_JOIN.fullmatch(annotation.abstract[found[-1][0] + 1 : i])
        with_told = told >= segment and re.fullmatch("[、和与及]|以及", annotation.abstract[told + 1 : i])
        obeyed = not joined and _NO_SUBJECT.search(annotation.abstract[max(segment, i - 3) : i])
        owner = _OWNS.match(annotation.abstract, i + 1)
        if not its_own and (with_told or obeyed or owner or _TELLS.match(annotation.abstract, i + 1, before)):
            told = i
            continue
        found = [*found, (i, span)] if joined else [(i, span)]
    between = annotation.abstract[found[-1][0] + 1 : before] if found else ""
    if found and _BY_LEAVE.search(annotation.abstract, segment, found[0][0]) and _ANOTHER_DAY.search(between):
        return []
    if bare and found and bare.start() > found[-1][0] and not _GAVE_LEAVE.match(annotation.abstract, found[0][0] - 1):
        return []
    if "," in between and _WAS_SET_UP.match(annotation.abstract, before):
        return []
    if issues and _HANDED_ON.search(between):
        return []
    if _AFTER_WHICH.search(between) and _SET_GOING.match(annotation.abstract, before):
        return []
    if (
        not found
        or OTHER_SUBJECT.search(between)
        or _PASSED.search(between)
        or (issues and _PLACE_ACTS.search(between))
    ):
        return []
    return [span for _, span in found]


_HANDED_ON: Final = re.compile("(?:同意|批准|审定|审核|通过),(?:现|特)[将把予就]")
"""经省政府同意，现将…制定的《…办法》转发给你们: who gave leave for a notice wrote nothing of what it passes on."""

_AGREES: Final = re.compile("(?:同意|批准|决定|准予)(?!的)")


def agrees(annotation: Annotation, start: int, end: int) -> bool:
    """Whether what stands at abstract positions `start` to `end`, or before it in its clause, says that a body agrees:
    同意在甲市设立…."""
    begin = clause_start(annotation.abstract, start)
    return bool(_AGREES.search(annotation.abstract, begin, end))


_AFTER: Final = 18
_SET_UP: Final = re.compile(
    r"(?:设立|设置|建立|新设|增设|筹建|申报|申建|创建|成立|单列|建设|建成|共建|推进|推动|开放|开设|开辟)(?!之?中|的)[^,。;]{0,24}$"
)


_HOPED: Final = re.compile(r"(?:争取|力争|谋求)(?:早日|尽快|尽早)?(?:将|把|推动|促成)?“?$")
_HOPED_FOR: Final = re.compile(r"”?(?:尽早|尽快|早日|纳入|列入|获批|获国|落地|上升|升格)")
"""争取将甲合作区纳入规划: a zone that is only hoped for."""

_PURPOSE: Final = re.compile(
    r"^其?(?:为(?:了|进一步|加快|更好地|推|落|贯|做|加强|促|确|保|把)[^,]{2,60}"
    "|(?:推动|推进|促进|确保|保障)[^,;]{1,40}(?:落地|落实|见效|实施)[^,;]{0,4}),(?=.)"
)
"""为推进该意见的实施，…批复《…》: what is aimed at is no modality of what was done for it."""


_MEETING_ON: Final = re.compile(
    "(?:推进|推动|促进|加强|加快|支持|鼓励)(?!举[办行]|召开|建[设立]|筹)[^,;。:]{1,20}?(?:座谈会|工作会议|现场会|推进会|论坛|峰会|研讨会)"
)
"""在推进口岸建设座谈会上: what a meeting is on says nothing of whether it was held."""

_RAISES: Final = re.compile("(?:升格|升级|提升|晋升|扩大开放|列|确定|批准|申报|建设|打造|建成|[将把使])$")
"""争取升格某口岸为一类口岸: what stands behind the name is what is to become of it."""

_CHANGES: Final = re.compile("[更改]名|改称|易名|升格|升级为|晋升|列[为入]|纳入|辟为|批准为|确定为|定为")
"""某海关拟更名为…: what a thing is called or is, once it has become so."""

_DATED: Final = f"{MARKS['Date']},"

_REST_OF_LIST: Final = re.compile(
    rf"(?:、?(?:以及|和|与|及)?{MARKS['Platform']})*(?:[、和与及]{MARKS['Platform']})*等?{MARKS['Quantity']}?个?{MARKS['PlatformKind']}?"
)
"""Behind a zone: 甲—乙、丙—丁两个跨境经济合作区尚未…."""

_LAUNCHED: Final = re.compile("”?的?(?:重大|伟大|宏伟|战略)?倡议")
"""提出建设“丝绸之路经济带”的倡议: what is proposed is the initiative, and with that it is launched."""

_QUOTED: Final = re.compile("“[^”]*”")

_LISTED: Final = re.compile("(?:[\ue000-\uf8ff][、和与及])+$")
"""规划中的甲、乙两条铁路: what stands before the first of a list is said of the last."""


class Modality:
    """Tells what is planned, proposed or denied from the words before a statement in its clause."""

    def __init__(self, expressions: Mapping[str, Sequence[str]]) -> None:
        def pattern(name: str) -> re.Pattern[str]:
            return re.compile("|".join(expressions[name]))

        self._denied = pattern("denied")
        self._planned = pattern("planned")
        self._proposed = pattern("proposed")
        self._done = pattern("done")
        self._afterwards = pattern("afterwards")
        self._supposed = pattern("supposed")
        self._not_so = pattern("not-so")
        self._unbuilt = pattern("unbuilt-before"), pattern("unbuilt-after")
        self._unfounded = pattern("unfounded")
        self._unissued = pattern("unissued-before"), pattern("unissued-after")

    def of(self, annotation: Annotation, start: int, end: int) -> str:
        """The modality of what stands at abstract positions `start` to `end`; empty for what is asserted."""
        text = annotation.abstract
        start += text[start : start + 1] in (",", ";", ":", "。")  # a match that begins with a comma is of what follows
        clause = clause_start(text, start)
        if text[clause - 2 : clause] == _DATED:  # 建议2031年，某口岸升格: the date stands in the frame of what is said
            clause = clause_start(text, clause - 1)
        words = text[clause:end].replace(MARKS["Topic"], "其")  # names alone are private characters to the expressions
        words = _PURPOSE.sub("", _QUOTED.sub("“”", words) if "“" in words else words)
        words = _MEETING_ON.sub("", words) if "会" in words or "坛" in words else words
        if self._denied.search(words):
            return "denied"
        if told := self.of_name(annotation, end - (text[end - 1 : end] == "后")):  # 2031年开通后，…将…
            return told
        launched = words.endswith("倡议") or _LAUNCHED.match(text, end)
        if (
            launched and "提出" in words and MARKS["Platform"] not in text[start:end]
        ):  # 提出设立某试验区的倡议 founds none
            return ""
        supposed = self._supposed.search(text, max(text.rfind(";", 0, start), text.rfind("。", 0, start)) + 1, clause)
        if supposed and "已" not in words:
            return "proposed"
        for name, pattern in (("planned", self._planned), ("proposed", self._proposed)):
            match = pattern.search(words)
            if match and not ((done := self._done.search(words)) and done.start() <= match.start()):
                return name
        return ""

    def of_name(self, annotation: Annotation, end: int) -> str:
        """`proposed` where what ends at an abstract position is only an idea: …的设想, …的主张."""
        end -= (
            annotation.abstract[end - 1 : end] == "的"
        )  # the last word of a match may belong to what stands behind it
        after = annotation.abstract[end : end + _AFTER].replace(MARKS["Topic"], "")
        return "proposed" if self._afterwards.search(after) else ""

    def of_named(self, annotation: Annotation, start: int, end: int) -> str:
        """The modality of what a text says that a thing is: `denied` where it says that it is not, else as `of_name`."""
        if self._not_so.search(annotation.abstract[start:end]):
            return "denied"
        if annotation.abstract[start - 1 : start] in ("不", "未") and annotation.abstract[start] in "与和同跟毗紧邻":
            return "denied"  # 不与越南接壤的某市
        clause = clause_start(annotation.abstract, start)
        if _RAISES.search(annotation.abstract, clause, start) or _CHANGES.search(annotation.abstract, start, end):
            return self.of(annotation, start, end)
        return self.of_name(annotation, end)

    def of_zone(self, annotation: Annotation, i: int) -> str:
        """The modality of the zone that is named at an abstract position: that of the setting up that the clause speaks
        of. A zone that is only called planned (筹建中的甲合作区位于…) is spoken of as a zone."""
        text = annotation.abstract
        clause = clause_start(text, i)
        if _HOPED.search(text, clause, i) and _HOPED_FOR.match(text, i + 1):
            return "proposed"
        behind = text[i + 1 : i + 64].replace(MARKS["Topic"], "").lstrip("”》)")
        rest = _REST_OF_LIST.match(behind)
        behind = behind[rest.end() :] if rest else behind
        if self._unfounded.search(behind):
            return "proposed"
        set_up = _SET_UP.search(text, clause, i)
        return self.of(annotation, i, i + 1) if set_up else self.of_name(annotation, i + 1)

    def of_document(self, annotation: Annotation, i: int) -> str:
        """`planned` where the document that is named at an abstract position has still to be written or issued, `proposed`
        where what it is about has not come to be."""
        text = annotation.abstract
        before, after = self._unissued
        behind = text[i + 1 : i + 48].replace(MARKS["Topic"], "")
        found = before.search(text[max(0, i - 24) : i].replace(MARKS["Topic"], "")) or after.search(behind)
        return "proposed" if self._unfounded.search(behind) else "planned" if found else ""

    def of_line(self, annotation: Annotation, i: int) -> str:
        """`proposed` where the line or corridor at an abstract position is only planned or talked of."""
        text = annotation.abstract
        before, after = self._unbuilt
        behind = text[i + 1 : i + 48].replace(MARKS["Topic"], "")
        ahead = text[max(0, i - 24) : i].replace(MARKS["Topic"], "").rstrip("“")
        ahead = _LISTED.sub("", ahead)
        found = before.search(ahead) or after.search(behind.lstrip("”"))
        if annotation.at[i].found_by == CHANNEL:  # 走廊将依托铁路展开，华北通道自…: what a line to come is made of
            found = found or _TO_COME.search(text, text.rfind(";", 0, i) + 1, i)
        return "proposed" if found else ""


def clauses(text: str) -> list[tuple[int, int]]:
    """The clauses of a sentence: the runs between commas, semicolons, colons and stops."""
    return [m.span() for m in re.finditer(r"[^,;:。!?]+", text)]
