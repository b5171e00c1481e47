"""Enumerated lists in running text: where each item begins, how it is numbered, and the phrase that leads it.

第一，… 一是… 其一，… （一）… 1.… ①… 首先，… 问题之一：… and bullets; at the head of a paragraph also 一、….
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.papers import announcements
from borderkg.extraction.statement import Range

_HAN: Final = "一二三四五六七八九十"
_NAMED: Final = (
    r"(?:(?P<problem>问题|困难|障碍|难题|难点|不足|短板|挑战|瓶颈|制约|堵点)"
    r"|(?P<measure>对策|建议|措施|举措|路径|任务))"
)
_ITEM: Final = re.compile(
    rf"(?=[第问困障难不短挑瓶制堵对建措举路任{_HAN}其(\d首次再最此另还又有])(?:^|(?<=[。;:!?,”)])|(?<=\d[.、])(?=首先|第一|一是)|(?<=问题|困难|短板|不足|难题|难点|瓶颈|挑战|制约|建议|对策|措施|举措|原因|在于|表现)(?=(?:一|第一|首先)[是,]))"
    rf"(?:(?P<ordinal>第(?P<o>[{_HAN}]+)(?:[个点条项大]|[个大]?方面)?(?:[,、:]|就?是(?!否)))"
    rf"|(?P<named>(?:第(?P<t>[{_HAN}])[个大项]?)?{_NAMED}(?(t)|之?(?P<w>[{_HAN}]{{1,2}}|\d{{1,2}}))(?:是|为|[:,、.]))"
    rf"|(?P<item>(?P<i>[{_HAN}])(?:是要?(?!否)|要|则|来[,:]))"
    rf"|(?P<one>其(?P<n>[{_HAN}])(?:[,:]|是)?)"
    rf"|(?P<paren>\((?P<p>[{_HAN}]{{1,3}}|\d{{1,2}})\))"
    r"|(?P<digit>(?P<d>\d{1,2})(?:\)|[.、](?!\d)))"
    r"|(?P<first>(?P<f>首先|其次|再次|再者|最后|此外|另外)(?:[,:]|是|要)?)"
    r"|(?P<each>(?P<e>(?:还有|再|又|另|另外)?(?:有)?一[个条点]))(?:就|则)?是(?!否)"
    r"|(?P<side>(?P<s>一方面|另一方面)[,:]?))"
)
_HEAD: Final = re.compile(
    rf"(?P<han>(?P<h>[{_HAN}]{{1,3}})[、.])"
    r"|(?P<bullet>(?:[*•●■◆▲○◇▪·]|[-—]{1,2}(?![在访记写读兼])(?![^。;]{2,40}(?:为例|讲话|考察|研究|分析|报告|纪实|致辞|调查)(?:\(|$)))"
    r"(?=[\u4e00-\u9fff“]))"
)
"""Only at the head of a paragraph: elsewhere 二、三 is 二、三产业."""

_CIRCLED: Final = re.compile("[①-⑳]")
_RUN_IN: Final = re.compile(rf"\(?(?:[{_HAN}]{{1,3}}|\d{{1,2}})(?:\)|[.、])[\u4e00-\u9fff]{{2,14}}。")
"""A numbered title that its text follows on the same line: 3.对策建议。①…."""

_ORDER: Final = {"首先": 1, "一方面": 1, "其次": 2, "另一方面": 2}
_LATER: Final = 3
_NUMBERS: Final = ("o", "t", "w", "i", "n", "p", "d", "h")
PROSE_STYLES: Final = frozenset({"ordinal", "named", "item", "one", "first", "side", "each"})
"""Numbered in words: nothing that is numbered by a heading's signs stands below them."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item whose mark begins at `mark` and whose words begin at `start`, in the block's text."""

    mark: int
    start: int
    style: str
    number: int
    urged: bool = False
    """一要…: it says itself that it should be done."""
    named: str = ""
    """`problem` or `measure` where the mark says so itself: 问题之一."""


def items(block: Block) -> list[Item]:
    """The items that begin in a paragraph, in order."""
    body = block.text.text
    found = [_item(match) for match in _ITEM.finditer(body)]
    head = _HEAD.match(body)
    if head:
        found.insert(0, _item(head))
    each = 0
    for k, item in enumerate(found):
        if item.style == "each":  # 一个是…，一个是…
            each += 1
            found[k] = replace(item, number=each)
    return sorted([*found, *_circled(block), *_run_on(body)], key=lambda item: item.mark)


_PARTS: Final = re.compile("[;。,]")


def _run_on(body: str) -> Iterator[Item]:
    """Items numbered 一、 that begin behind a colon and go on in the paragraph: 存在三个短板：一、…；二、…."""
    at = body.find(":一、")
    for number in range(1, len(_HAN) + 1):
        if at < 0 or (number == 1 and not re.search("[;。]二、", body[at:])):
            return
        yield Item(at + 1, at + 3, "han", number)
        after = f"{_HAN[number : number + 1]}、"  # behind the last there is none
        at = next((m.start() for m in _PARTS.finditer(body, at + 3) if body.startswith(after, m.end())), -1)


def heading_mark(title: str) -> tuple[int, str]:
    """How much of a heading its bullet or its 对策一 takes, and whether that says `problem` or `measure`."""
    match = _ITEM.match(title) or _HEAD.match(title)
    item = _item(match) if match else None
    return (item.start, item.named) if item and (item.named or item.style == "bullet") else (0, "")


def _item(match: re.Match[str]) -> Item:
    groups = match.groupdict()
    word = groups.get("f") or groups.get("s") or groups.get("e")
    numeral = next((groups[name] for name in _NUMBERS if groups.get(name)), "")
    number = _ORDER.get(word, _LATER) if word else whole(numeral) or 0
    named = next((kind for kind in ("problem", "measure") if groups.get(kind)), "")
    return Item(match.start(), match.end(), match.lastgroup or "", number, match[0].endswith("要"), named)


def _circled(block: Block) -> list[Item]:
    """Items numbered ① ②: the running text drops these signs, which mostly mark notes. A list begins after a colon, a
    sentence that announces it, a title that is run in, or at the head of the paragraph; a sign that has its line for itself
    is what a page has lost of its notes."""
    found: list[Item] = []
    for line in block.lines:
        signs = list(_CIRCLED.finditer(line.text))
        if not signs or not _CIRCLED.sub("", line.text).strip():
            continue
        for match in signs:
            at = bisect_left(block.text.origin, line.start + match.start())
            number = ord(match[0]) - ord("①") + 1
            before = block.text.text[:at]
            opens = not before or before.endswith(":") or bool(_RUN_IN.fullmatch(before))
            opens = opens or (number == 1 and before.endswith("。") and announcements.of_sentence(before) is not None)
            if at < len(block.text) and (opens or (found and number == found[-1].number + 1)):
                found.append(Item(at, at, "circled", number))
    return found


_STOP: Final = re.compile(r"[。;:!?]")
_PURPOSE: Final = re.compile(
    r"^(?:为|为了|针对|随着|由于|面对|围绕|通过|鉴于|根据|依据|虽然|尽管|从[^,。;]{1,16}(?:看|讲|说|而言))[^,。;]{0,30},"
    r"|^(?:按照|根据|依照|遵循|本着)[^,。;]{1,24}?的?(?:原则|要求|思路|精神|规定|部署),?(?=[\u4e00-\u9fff])"
)
"""A clause that only leads up to what the item says."""

_WHERE: Final = re.compile(r"^(?:在|从)[^,。;]{1,16}(?:方面|层面|领域|中|上),")
_SHOULD: Final = re.compile(
    "(?:要(?!素|求|塞|道|件)|应(?:当|该)?(?!对|急|用|有|变|收|答|邀)|须|必须|需要?(?!求)|亟需|亟须|急需)(?=[\u4e00-\u9fff]{3})"
)
"""Words that say that it should be done, before what should be."""

_ELABORATES: Final = re.compile(
    r"^(?:使|导致|造成|致使|力争|争取|到20|确保|从而|以(?!及)|并|允许|其中|尤其|特别|例如|比如|如|但|而|也|还|这|且)|\d"
)
_LONGEST: Final = 42
_CLAUSE: Final = range(3, 37)


def phrase(body: str, item: Item, following: int) -> Range | None:
    """The phrase that leads an item which ends at `following`: its sentence where that is short and stands above more
    (a heading within the text), else its first clause."""
    start = item.start
    for lead in (_PURPOSE, _WHERE):
        match = lead.match(body[start:following])
        start += match.end() if match else 0
    if should := _SHOULD.match(body, start, following):
        start = should.end()
    stop = _STOP.search(body, start, following)
    end = stop.start() if stop else following
    while end > start and body[end - 1] in ",;和并且以及":
        end -= 1
    clauses = body[start:end].split(",")
    goes_on = body[item.mark - 1 : item.mark] in (";", ",")  # the last of items that semicolons part heads nothing
    heads = item.mark == 0 or (not goes_on and stop is not None and stop[0] == "。" and stop.end() < following)
    if len(clauses) == 1 or (heads and _balanced(clauses)):
        return (start, end) if 2 <= end - start <= _LONGEST else None
    return (start, start + len(clauses[0])) if len(clauses[0]) in _CLAUSE else None


def _balanced(clauses: list[str]) -> bool:
    """Clauses of about one length that say two things of one rank, as headings do."""
    lengths = [len(clause) for clause in clauses]
    return (
        len(clauses) <= 3
        and min(lengths) >= 3
        and max(lengths) <= min(20, 2.5 * min(lengths))
        and not any(_ELABORATES.search(clause) for clause in clauses[1:])
    )
