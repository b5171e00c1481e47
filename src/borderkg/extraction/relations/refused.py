"""What no rule reads, whatever its pattern says: sides that name nothing, acts that another did, times that are no date."""

import re
from collections.abc import Callable
from typing import Final

from borderkg.extraction.relations.filled import Filled
from borderkg.extraction.statement import Mention
from borderkg.extraction.values import Time
from borderkg.records import record, replace

_HIGHEST: Final = ("国务院", "中共中央", "全国人")
"""Bodies whose documents are not submitted to those that pass them on, and which set up and are not set up."""

_GROUPS: Final = ("小组", "办公室")
"""国务院口岸领导小组 was set up by the State Council."""

_REQUEST: Final = re.compile("(?:请示|申请|提案|议案|建议)$")
_NO_MEETING: Final = re.compile("“[^”]*$|^(?:元首|首脑|领导人|部长级?|外长|总理)?(?:峰会|会议|会晤|论坛|座谈会)$")
"""由甲大学举办的“某研讨会: words before its name; 甲组织召开元首峰会: which, the words alone do not tell."""

_NO_AREA: Final = re.compile(
    "(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|傈僳|佤|拉祜|纳西|景颇|柯尔克孜|土|达斡尔|羌|布朗|撒拉|仡佬|锡伯|"
    "阿昌|普米|塔吉克|怒|鄂温克|德昂|独龙|鄂伦春|裕固|毛南|仫佬|布依|黎|畲|水|东乡)族?)*自治[州县旗]"
)
"""The peoples of an area alone, without its name."""

_LINES: Final = ("铁路", "公路", "管道", "大桥", "高速")
_NO_LINES: Final = ("倡议", "组织", "机制", "公司", "委员会", "都", "镇", "城", "市", "县", "旗", "口岸")
_OF_ANOTHER: Final = re.compile("不同于|有别于|替代|取代|落实|违背|违反")
_A_DAY: Final = len("2017-10-18")


@record
class Couple:
    """What a match would say: who, what of it, and the other side."""

    about: Mention
    predicate: str
    target: Mention | Time
    passed_on: bool
    """The match tells of a document that a body passes on."""
    target_far: bool
    """The other side stands in another clause."""


def couple(subject: Filled, predicate: str, obj: Filled, passed_on: bool) -> Couple | None:
    """The two sides as they may be told; None where the first is a time, or the words do not say it."""
    if not isinstance(subject.value, Mention):
        return None
    said = Couple(subject.value, predicate, _begun(subject.value, obj.value), passed_on, obj.far)
    for refuses in _OF.get(predicate, _OF_ANY):
        if refuses(said):
            return None
    return said


def _begun(about: Mention, target: Mention | Time) -> Mention | Time:
    """2017年10月18日至24日召开: what is held began on the first day."""
    several_days = isinstance(target, Time) and target.end and len(target.start) == _A_DAY
    if several_days and isinstance(target, Time) and about.type in ("Meeting", "Event"):
        return replace(target, end="")
    return target


def _within_years(said: Couple) -> bool:
    """“十二五”期间，国务院印发《…》: within five years is no date."""
    return isinstance(said.target, Time) and bool(said.target.end)


def _to_itself(said: Couple) -> bool:
    """新疆…居新疆各贸易伙伴之首: nothing stands in a relation to itself."""
    target = said.target
    return isinstance(target, Mention) and (target.type, target.text) == (said.about.type, said.about.text)


def _several_documents(said: Couple) -> bool:
    """签订了《…协定》和两个换文, 不同于《…协定》的议定书: no name of one document."""
    return said.about.type == "Agreement" and ("》和" in said.about.text or bool(_OF_ANOTHER.match(said.about.text)))


def _no_meeting(said: Couple) -> bool:
    return said.about.type == "Meeting" and bool(_NO_MEETING.search(said.about.text))


def _of_a_request(said: Couple) -> bool:
    """《关于设立…的请示》收悉，同意设立…: the reply sets it up, and not what it answers."""
    return bool(_REQUEST.search(said.about.text))


def _of_no_area(said: Couple) -> bool:
    """某某蒙古自治州（简称某州）, of which the name is not known."""
    return bool(_NO_AREA.fullmatch(said.about.text))


def _its_own_name(said: Couple) -> bool:
    """1992年更名为孟定口岸, of 孟定口岸."""
    return isinstance(said.target, Mention) and said.target.text == said.about.text


def _no_line(said: Couple) -> bool:
    """铁路…更名为某倡议: what is called a body or a town was no line."""
    name = said.target.text if isinstance(said.target, Mention) else ""
    return said.about.type == "Corridor" and name.endswith(_NO_LINES)


def _of_a_line(said: Couple) -> bool:
    """甲市至乙市段的铁路…，时称某铁路: a line's name is no town's."""
    name = said.target.text if isinstance(said.target, Mention) else said.target
    return said.about.type in ("Region", "Port") and isinstance(name, str) and name.endswith(_LINES)


def _told_by_title(said: Couple) -> bool:
    """2010年印发的《国务院办公厅关于…》: the title tells the issuer."""
    return said.target_far and said.about.self_issued


def _day_of_another(said: Couple) -> bool:
    """2008年某省转发了《国务院关于…》: another passed it on that year."""
    return said.passed_on and said.about.text.startswith(_HIGHEST)


def _sets_up(said: Couple) -> bool:
    """同年10月揭牌: what the State Council set up, not the State Council."""
    return said.about.text.startswith(_HIGHEST) and not said.about.text.endswith(_GROUPS)


_OF_ANY: Final[tuple[Callable[[Couple], bool], ...]] = (_within_years, _to_itself, _several_documents, _no_meeting)
_OF: Final[dict[str, tuple[Callable[[Couple], bool], ...]]] = {
    "establishes": (*_OF_ANY, _of_a_request),
    "alias": (*_OF_ANY, _of_no_area, _its_own_name, _no_line, _of_a_line),
    "issuedBy": (*_OF_ANY, _told_by_title),
    "dateIssued": (*_OF_ANY, _day_of_another),
    "dateEstablished": (*_OF_ANY, _sets_up),
}
