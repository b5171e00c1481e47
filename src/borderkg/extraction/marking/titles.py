"""Titles in 《》: what kind of thing they name, who issued it, and which place it is about."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from borderkg.extraction.annotation import without_overlap
from borderkg.extraction.marking import offices
from borderkg.extraction.span import Span

_TITLE: Final = re.compile(
    r"《((?:[^《》]|《[^《》]{2,80}》){2,120})》(?:\((?:(?:19|20)\d\d年?(?:修订|修正|版|本)|(?:19|20)\d\d[—-](?:19|20)\d\d年?)\))?"
)
_WITHIN: Final = re.compile(r"(?<!^)《[^《》]{2,80}》")
"""A title in a title: 《关于印发〈…办法〉的通知》. The normaliser makes both marks one."""
_PASSED_ON: Final = re.compile(
    "(?:批转|转发)(?!关于)[^,。;《》]{2,40}?(?P<title>关于[^,。;《》]{4,60}?(?:报告|意见|请示|汇报|纪要|办法|规定|方案|规划|建议|措施|细则|决定|通知))"
    "的通知》?$"
)
"""国务院批转民政部关于边民工作报告的通知: the report has no marks of its own."""

_GENERAL_OFFICE: Final = re.compile("(?:外事|口岸|侨务|外事侨务|口岸管理)?办公室|办公厅")
_AN_OFFICE: Final = re.compile(offices.OFFICE)

_AGREEMENT: Final = re.compile(
    r"(?:协定|协议|条约|公约|宪章|联合声明|联合公报|联合宣言|宣言|备忘录|议定书|换文|谅解书|意向书|合作框架|条款|专条|附章|附款|商约|专约|界约|和约|正约|新约|密约|草约|续约|市约|租约|约章|主席声明|勘界文件|(?:通商|贸易|划界|勘界|界务)(?:章程|条规)|新闻声明|新闻公报|共同声明|行动声明)(?:书)?(?:\([^)]*\))?$"
)
_POLICY: Final = re.compile(
    r"通知|意见|规划|计划|决定|决议|办法|条例|规定|规程|指引|指南|预案|规范|守则|须知|方案|纲要|纲领|战略框架|路线图|纪要|批复|批示|请示|细则|公告|通告|命令|愿景与行动|章程|若干政策|措施|"
    r"(?:法|令|函|目录|清单|准则|标准|政策|战略|倡议|行动|建议|规则|报告|安排|要点|制度)(?:\([^)]*\))?$|^关于|[〔\[【]\d{4}[〕\]】]\d+号$|关于[^,。;]{2,40}(?:汇报|通报)$"
)
_ESSAY: Final = re.compile("(?:思考|探讨|探析|刍议|浅析|初探|综述)$")
"""关于…的若干思考 begins as a notice does, and is an essay."""

_WORK: Final = re.compile(
    r"年鉴|日报|研究|论|分析|展望|回顾|统计公报|政府工作报告|蓝皮书|地理|史|志|手册|概论|投资报告|发展报告|述评|评价|症"
)


def titles(text: str) -> Iterator[Span]:
    """The titles of a text, brackets and a following year of revision included."""
    for match in _TITLE.finditer(text):
        yield Span(match.start(), match.end(), "Title", match[0], "titles:in title marks")


def within(title: Span) -> Iterator[Span]:
    """The titles that stand in a title."""
    for match in _WITHIN.finditer(title.text):
        start = title.start + match.start()
        yield Span(start, title.start + match.end(), "Title", match[0], "titles:in a title")
    passed_on = _PASSED_ON.search(title.text)
    if passed_on:
        start, end = passed_on.span("title")
        yield Span(title.start + start, title.start + end, "Title", passed_on["title"], "titles:in a title")


def parts(title: Span, named: Sequence[Span]) -> tuple[Span, ...]:
    """The names in a title; those of a title in it are that title's."""
    inner = list(within(title))
    entitled = [replace(t, parts=tuple(s for s in named if t.start < s.start and s.end <= t.end)) for t in inner]
    own = [s for s in named if title.start <= s.start and s.end <= title.end and s.text != title.text]
    own = [_with_office(title, s) for s in own]
    governing = [office for s in own if (office := _office(title, s))]
    return tuple(without_overlap([entitled, governing, own]))


def _with_office(title: Span, body: Span) -> Span:
    """财政部办公厅 in a title, where the gazetteer knows the body: its office is another body."""
    match = _GENERAL_OFFICE.match(title.text, body.end - title.start) if body.label == "Organization" else None
    if match is None:
        return body
    return replace(body, end=body.end + len(match[0]), text=body.text + match[0], individuals=(), parts=())


def _office(title: Span, place: Span) -> Span | None:
    """The office of a place in a title: 《云南省商务厅关于…》."""
    match = _AN_OFFICE.match(title.text, place.end - title.start) if place.label == "Region" else None
    if match is None:
        return None
    return Span(place.start, title.start + match.end(), "Organization", match[0], offices.FOUND_BY, parts=(place,))


_AROUND: Final = re.compile(r"^《|》(?=\([^》]*$|$)")


def inner(span: Span) -> str:
    """The title itself."""
    if span.text.startswith("“") and span.text.endswith("”"):
        return span.text[1:-1]
    return _AROUND.sub("", span.text)


@lru_cache(maxsize=1024)
def type_of(title: str) -> str:
    """`Agreement`, `Policy`, or `Work` for a cited writing, by how it ends."""
    if _AGREEMENT.search(title):
        return "Agreement"
    if _POLICY.search(title) and not _WORK.search(title) and not _ESSAY.search(title):
        return "Policy"
    if not _ESSAY.search(title) and re.match(r"(?:中共中央|国务院|全国人大|.{2,8}[部委署局])?关于", title):
        return "Policy"
    return "Work" if _WORK.search(title) or _ESSAY.search(title) or not _POLICY.search(title) else "Policy"


_ISSUER_ENDS: Final = re.compile(
    r"(?:等[三四五六七八九十\d]*(?:个)?(?:部门|部委|单位))?(?:令|公告|通知)?(?:第\d+号)?(?:关于|对|转发|批转|印发)"
    r"|(?:令|公告|通告)(?:\(?(?:(?:19|20)\d\d年?)?\)?第?\d+号)?》?$"
)


def issuers(span: Span) -> list[Span]:
    """The bodies that a title names as its issuers: those it begins with, before 关于."""
    position = span.start + span.text.startswith("《")
    found = []
    text = span.text
    for part in sorted(span.parts, key=lambda s: s.start):
        gap = text[position - span.start : part.start - span.start]
        if part.label != "Organization" or gap not in ("", "、", ",", "和"):
            break
        found.append(part)
        position = part.end
    rest = text[position - span.start :]
    return found if found and _ISSUER_ENDS.match(rest) else []


_OFFICE_OF_RANK: Final = re.compile(rf"(?:省|自治区|市|州|盟|县|旗)(?P<office>{offices.OFFICE})")
_BODY: Final = re.compile(
    "(?:批转|转发)(?P<body>(?:国家|全国|中央|国务院)[\u4e00-\u9fff]{2,12}(?:小组|委员会|办公室|总局))(?:等[^《]{0,4})?$"
)
"""A body that no list has, behind the word for what is done: 批转国家口岸领导小组关于…."""


def authors(span: Span, inner: Span, issuers: Sequence[Span]) -> list[Span]:
    """The bodies that a title names between who transmits a document and the document; an office is the issuer's place's."""
    after = max((s.end for s in issuers), default=span.start)
    found = [p for p in span.parts if p.label == "Organization" and after <= p.start and p.end <= inner.start]
    regions = [p for issuer in issuers for p in issuer.parts if p.label == "Region"]
    body = None if found else _BODY.search(span.text, 0, inner.start - span.start)
    if body:
        at = span.start + body.start("body"), span.start + body.end("body")
        found.append(Span(*at, "Organization", body["body"], "titles:body in a title"))
    if not found and regions:
        between = span.text[after - span.start : inner.start - span.start]
        for office in _OFFICE_OF_RANK.finditer(between):
            at = after + office.start("office"), after + office.end("office")
            found.append(Span(*at, "Organization", office["office"], offices.FOUND_BY, parts=tuple(regions[:1])))
    return found


_THE_WHOLE: Final = re.compile("(?:关于|公布|印发|加强|做好|促进)[^,。;]{0,6}[全我](?:省|自治区|区|市|州|县|盟|旗)")
_OF_ITS_OWN: Final = re.compile("关于[^,。;]{2,20}(?:情况|工作)的(?:报告|汇报|通报)》?$")
"""某州人民政府关于口岸工作情况的汇报 tells of its own region."""
_OF_ITS_ISSUER: Final = re.compile(
    "关于(?:进一步|积极|大力|全面|切实)?(?:加快|促进|推动|推进|加强|深化|扩大|提升|改进|优化|规范)"
    "(?![^《》]*(?:[试示][验范]区|合作区|园区|保税|新区|经济区|(?<![互城])[市县镇乡州旗盟](?!场)))"
    "[^,。;《》]{2,40}的(?:若干|实施|指导|暂行|具体)?(?:意见|办法|措施|规定|决定|规划|计划|政策措施)》?$"
)
"""某省人民政府关于加快边境贸易发展的实施意见: what a government lays down without another place, for its own."""
_TOWARDS: Final = re.compile("面向(?:[\u4e00-\u9fff]{2,3})?$")
"""面向东北亚开放规划, 面向南亚东南亚开放规划: what lies ahead of the place that a document is about."""
_LEARNT_FROM: Final = re.compile("(?:借鉴|学习|仿效|考察|参观|访问|赴)[^,。;]{0,4}$")
"""关于借鉴某省做法的通知, 赴某国考察的报告: whose example is followed, and who is visited."""
_WITH: Final = re.compile("(?:[对与和同跟向]|来自|对接)原?$")
"""甲省对乙国边境贸易管理办法, 与乙国丙国合作规划: a country that the place deals with is not what the document is about."""

_AND: Final = re.compile("[、和与及]?$")
_ITS_STATES: Final = re.compile("各国|国家")
"""对原甲国各国贸易的办法: they are dealt with, where it is about no other place; 对甲国贸易的办法 is about that country."""

_A_PART_OF_IT: Final = re.compile("(?:边境|毗邻|沿边|接壤)?地区")
"""与甲国毗邻地区合作规划: what lies on both sides."""

_DASH: Final = re.compile("—(?!—)")
_WAY: Final = re.compile(
    "(?:[\u4e00-\u9fff]{2,8}—)?[\u4e00-\u9fff]{2,8}?(?:通道|走廊|铁路|公路|高速|大桥|班列|航线|管道|专线)"
)
"""甲—乙通道建设规划 is about neither end."""


def places(span: Span, issued_by: Sequence[Span]) -> list[Span]:
    """The places that a title is about: those it names after its issuers, China itself excepted."""
    after = max((s.end for s in issued_by), default=span.start)
    named = [
        part
        for part in span.parts
        if part.start >= after
        and part.label in ("Region", "Country", "Platform")
        and not any(i.is_china for i in part.individuals)
        and not _TOWARDS.search(span.text, 0, part.start - span.start)
        and not _LEARNT_FROM.search(span.text, 0, part.start - span.start)
        and not (part.label == "Region" and (_names_its_zone(span, part) or _ends_a_way(span, part)))
    ]
    named = _without_partners(span, named)
    own = _THE_WHOLE.search(span.text) or _OF_ITS_OWN.search(span.text)
    others = [
        part for part in span.parts if part.start >= after and part.label in ("Port", "Title", "Platform", "Corridor")
    ]
    if not named and (own or (not others and _OF_ITS_ISSUER.search(span.text))):
        named = [p for body in issued_by for p in body.parts if p.label == "Region"]
    subtitle = span.text.find("——")
    main = [part for part in named if subtitle < 0 or part.start < span.start + subtitle]
    return [place for side in _sides(span, main or named) for place in _exact(side)]


def _without_partners(title: Span, named: Sequence[Span]) -> list[Span]:
    """The places without the countries that the others, or none that is named, deal with."""
    kept: list[Span] = []
    left = -1
    for part in named:
        before, after = part.start - title.start, part.end - title.start
        led = _WITH.search(title.text, 0, before) or (left >= 0 and _AND.fullmatch(title.text, left, before))
        alone = (
            len(named) == 1
            and title.text.endswith(("对", "对原"), 0, before)
            and not _ITS_STATES.match(title.text, after)
        )
        if part.label == "Country" and led and not alone and not _A_PART_OF_IT.match(title.text, after):
            left = after
        else:
            kept.append(part)
    return kept


def _ends_a_way(title: Span, place: Span) -> bool:
    """Whether a place is an end of 甲—乙通道, 甲—乙铁路."""
    before, after = place.start - title.start, place.end - title.start
    if title.text.endswith("—", 0, before) and not title.text.endswith("——", 0, before):
        return bool(_WAY.match(title.text, before))
    return bool(_DASH.match(title.text, after) and _WAY.match(title.text, after + 1))


def _names_its_zone(title: Span, place: Span) -> bool:
    """中国(山东)、(云南)自由贸易试验区总体方案 is about the zones."""
    around = title.text[place.start - title.start - 1 : place.end - title.start + 1]
    return around.startswith("(") and around.endswith(")") and "自由贸易试验区" in title.text


_TOGETHER: Final = re.compile("[与和及](?=[^》]*合作)")


def _sides(span: Span, named: Sequence[Span]) -> Iterator[list[Span]]:
    """甲地区与乙国合作规划: each side says for itself what the document is about."""
    ends = [span.start + m.start() for m in _TOGETHER.finditer(span.text)]
    ends = [at for at in ends if not any(part.start <= at < part.end for part in span.parts)]
    for begin, end in itertools.pairwise([span.start, *ends, span.end]):
        yield [p for p in named if begin <= p.start < end]


def _exact(named: Sequence[Span]) -> Sequence[Span]:
    """Without what only says where a place lies or of what kind it is: 某省边境管理条例 is about the province, 广西东兴 is
    a town."""
    exact = [part for part in named if not any("/area/" in i.iri for i in part.individuals)]
    inner = {part.start: part for part in exact}
    return [part for part in exact if not _around(part, inner.get(part.end))] or named


def _around(place: Span, following: Span | None) -> bool:
    """Whether a place only says where the one that follows it lies: 广西东兴; 云南省广西壮族自治区 are two."""
    provinces = [p for p in (place, following) if p and any(i.is_province for i in p.individuals)]
    return following is not None and place.label != "Platform" and len(provinces) < 2
