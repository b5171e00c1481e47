"""Official documents: a text that is itself a notice, a decision or a reply, with its title above and its date below.

    国务院关于同意设立某地边境经济合作区的批复
    某省人民政府：
    同意设立…
    国务院
    2016年1月31日

Its title stands without 《》 and says who issued it; what it agrees to, it establishes itself, on the day of its date.
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse.surroundings import Act
from borderkg.extraction.documents import letterheads, mastheads
from borderkg.extraction.marking import titles
from borderkg.extraction.marking.dates import dates
from borderkg.extraction.marking.memory import Memory
from borderkg.extraction.marking.recogniser import Recogniser
from borderkg.extraction.relations.inherent import Inherent
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.statement import Mention, Range, Statement
from borderkg.extraction.values import Time

_TITLE: Final = re.compile(
    r"(?P<title>(?P<bodies>[\u4e00-\u9fff、 ]{2,60}?(?:等\d+个?(?:部门|部委|单位|机构))?)"
    r"(?P<rest>(?:关于|印发|转发|批转)[^。;!?]{2,120}"
    r"(?:批复|批覆|通知|意见|决定|公告|通告|复函|函|规定|办法|方案|请示|报告|汇报|令)(?:\((?!节|摘|全文)[^()]{1,16}\))?))(?:\((?:节录|节选|摘录|摘要|摘编|全文)\))?$"
)
_NUMBERED: Final = re.compile(
    r"(?P<title>[\u4e00-\u9fff、 ]{2,60}?(?:公告|通告)(?P<number>\(?(?:(?:19|20)\d\d年?)?\)?第?\d+号)?)(?=$|\s?\(关于[^()]+\)$)"
)
_NUMBER: Final = re.compile(r"\(?(?:(?:19|20)\d\d年?)?\)?第?\d+号")
_UNSIGNED: Final = re.compile(
    r"(?P<title>关于[^。;!?]{4,100}?(?:通知|意见|决定|公告|通告|规定|办法|批复|复函|函|答复)(?:\((?!节|摘|全文)[^()]{1,16}\))?)$"
)
"""A title that names no body: those that issued it have signed below."""
_OPEN: Final = re.compile("关于|[^关《]{2,60}?等[\\d一二三四五六七八九十]*个?(?:部门|部委|单位|机构)(?:关于|印发)")
"""A title that names none, or not all, of those that issue it: 商务部等10部门关于…."""
_SIGNATURES: Final = 6
_SEAL: Final = re.compile(r"\((?:印|章|公章|盖章)\)")
_REQUEST: Final = re.compile(
    r"(?P<title>《[^《》]{4,60}》)(?:\((?:[^()]*?[〔\[](?P<year>(?:19|20)\d\d)[〕\]])?[^()]*\))?"
)
_UNNAMED: Final = _REQUEST.pattern.replace("?P<title>", "?:").replace("?P<year>", "?:")
_RECEIVED: Final = re.compile(
    r"(?:你[们省区市州盟县旗部委办厅局署行]|贵[省区市部委])(?:人民政府|政府)?[^,。;《》]{0,8}"
    rf"{_UNNAMED}(?:(?:、|,|和|及|以及|与){_UNNAMED}){{0,3}}(?:均已?|都已?|已)?(?:收悉|悉|收到)"
)
_ISSUES: Final = re.compile(
    r"关于(?:印发|发布|公布|颁布)[《〈]?(?P<title>[^《》〈〉]{4,60}?(?:规划|规划纲要|方案|办法|条例|规定|细则|计划|意见|措施)(?:\([^()]*\))?)[》〉]?的(?:通知|公告|函)$"
)
_TITLE_LINES: Final = 3
_RULES: Final = "official::"
_WITHOUT_TITLE: Final = _RULES + "what a notice without its title issues"
_KINDS: Final = (Kind.HEADING, Kind.PARAGRAPH, Kind.ASIDE)


@dataclass(frozen=True, slots=True)
class Official:
    """An official document, and its title marked as if it stood in 《》."""

    act: Act
    title: Annotation
    issued: Annotation | None = None
    """The title of the plan or the rules that the document only issues, marked as in 《》: 关于印发…规划的通知."""
    signed: tuple[tuple[Mention, Range], ...] = ()
    """The bodies below it, and where each stands, of a document whose title names none, or not all."""


def find(reading: Reading, recogniser: Recogniser, mentions: Mentions) -> Official | None:
    """The official document that a text is, or None. Its title is in the first lines that are no aside."""
    blocks = [
        placed.block for placed in reading.placed if placed.block.kind in _KINDS and placed.block.text.text.strip()
    ]
    printed, at = _printed(blocks[:1], blocks)
    headed = letterheads.above(blocks, recogniser, mentions) if not printed else None
    if not printed and not headed:
        printed, at = _printed(blocks[:_BEFORE_TITLE], blocks)
    masthead = mastheads.read(blocks)
    by_field = (
        not printed and not headed and bool(_TITLE.fullmatch(masthead.title) or _UNSIGNED.fullmatch(masthead.title))
    )
    if by_field:
        printed, at = masthead.title, masthead.title_at
    signed = _signed(blocks, recogniser, mentions) if _OPEN.match(printed) else ()
    if by_field and not signed and _OPEN.match(printed):
        bodies = letterheads.bodies_of(masthead.body, recogniser, mentions)
        signed = tuple((body, masthead.body_at) for body in bodies)
    if headed:
        printed, at, signed = headed
    if not printed or (printed.startswith("关于") and not signed):
        return None
    sentences = recogniser.sentences(f"《{printed}》", Memory())
    if len(sentences) != 1:
        return None
    annotation = sentences[0].annotation
    title = next((span for span in annotation.spans if span.label == "Title"), None)
    if title is None:
        return None
    if not signed and not any(part.label == "Organization" and part.start == 1 for part in title.parts):
        return None
    issuers = tuple(mentions.of(body)[0] for body in titles.issuers(title))
    issuers += tuple(body for body, _ in signed if body.text not in {named.text for named in issuers})
    within = _ISSUES.search(printed)
    issued = (
        recogniser.sentences(f"《{_in_full(within['title'], blocks)}》", Memory())[0].annotation if within else None
    )
    plan = titles.inner(issued.spans[0]) if issued and issued.spans and issued.spans[0].label == "Title" else ""
    issues = Mention("Policy", plan, (plan,)) if plan else None
    act = Act(mentions.of(title)[0], at, masthead.dated or _date(blocks, at[0]), issuers, issues)
    return Official(act, annotation, issued, signed)


_NOW_ISSUED: Final = re.compile(
    r"现将《(?P<now>[^《》]{4,80})》(?:\([^()]*\))?(?:予以)?(?:印发|下发|发布|公布|颁布)"
    r"|《(?P<passed>[^《》]{4,80})》(?:\([^()]*\))?(?:已|业|业已)?(?:报?经)[^。;《》]{2,30},现(?:予以?)?(?:印发|下发|发布|公布|颁布)"
)
"""Where a notice issues what its title names, the text names it in full: 现将《云南省边境旅游规划》印发给你们."""


def _in_full(name: str, blocks: list[Block]) -> str:
    """The name of what a notice issues, in full where the text has the place before it that the title leaves out."""
    for block in blocks[:_OPENING]:
        for match in _NOW_ISSUED.finditer(block.text.text):
            full = match["now"] or match["passed"]
            if full.endswith(name):
                return full
    return name


_OPENING: Final = 12
_BEFORE_TITLE: Final = 6
_ADDRESSED: Final = re.compile(
    r"[^。;!?]{0,200}(?:人民政府|[各省市县部委办厅局院校]|机构|单位|公司|大学|企业|商会|海关)(?:\([^()]{0,20}\))?\s*:$"
)
"""各省、自治区人民政府，国务院各部委：, above the first sentence of a document: whom it is sent to."""


def _printed(first: list[Block], blocks: list[Block]) -> tuple[str, Range]:
    """The title and where it stands. What a page says above it (a headline, the day, whose site it is) is passed over only
    where the title stands alone on its lines, and the document tells below whom it is sent to."""
    for k, block in enumerate(first):
        below = [line.text.strip() for b in blocks[k : k + 6] for line in b.lines]
        if k and not any(_ADDRESSED.fullmatch(line) for line in below):
            continue
        if printed := _title(block, blocks[k + 1 : k + 2]):
            start = block.text.text.index(printed)
            return printed, block.text.raw(start, start + len(printed))
        if k + 1 < len(blocks) and (joined := _on_two_blocks(block, blocks[k + 1])):
            return joined
    return "", (0, 0)


def _on_two_blocks(block: Block, following: Block) -> tuple[str, Range] | None:
    """A title that begins as a block of its own, and ends with one of the first lines of the next, and where it stands."""
    last = block.lines[-1]
    begun = block.text.text[bisect_left(block.text.origin, last.start) :].strip()  # a headline may stand above it
    if not _BEGUN.fullmatch(begun):
        return None
    for line in following.lines[: _TITLE_LINES - 1]:
        rest = following.text.text[: bisect_left(following.text.origin, line.end)].strip()
        if len(rest) <= _LONGEST_LINE and _TITLE.fullmatch(begun + rest):
            return begun + rest, (last.start, line.end)
    return None


_BEGUN: Final = re.compile(r"[\u4e00-\u9fff、 ]{2,40}(?:等\d+个?(?:部门|部委|单位|机构))?关于[^。;!?,:]{2,60}")
_HEADLINE: Final = re.compile("就[^关]{2,40}(?:发文|作出|出台|印发|部署|提出)|(?:发文|出台文件|印发通知)$")
"""国务院就某地建设发文, above the title on the page of a news site."""
_LONGEST_LINE: Final = 60
"""A title that is set on two lines, with an empty one between them, or the second longer than the first."""


def _title(block: Block, following: list[Block]) -> str:
    """The title that a block begins with; it ends with one of its first lines. What is called after its number only
    (某署公告) has that behind it, or on the next line."""
    text = block.text
    headed = len(block.lines) > 1 and _HEADLINE.search(block.lines[0].text)
    begin = bisect_left(text.origin, block.lines[1].start) if headed else 0
    for line in block.lines[bool(headed) : _TITLE_LINES + bool(headed)]:
        end = bisect_left(text.origin, line.end)
        match = _TITLE.match(text.text[begin:end].rstrip())
        if match:
            return match["title"]
    first = text.text[: bisect_left(text.origin, block.lines[0].end)].rstrip()
    numbered = _NUMBERED.match(first)
    behind = text.text[len(first) :] or "".join(b.text.text for b in following)
    if numbered and (numbered["number"] or _NUMBER.match(behind)):
        return numbered["title"]
    unsigned = _UNSIGNED.match(first)
    return unsigned["title"] if unsigned else ""


def _signed(blocks: list[Block], recogniser: Recogniser, mentions: Mentions) -> tuple[tuple[Mention, Range], ...]:
    """The bodies on the lines above the date at the end, which hold nothing else; none where no date ends the text."""
    lines = [(block, line) for block in blocks[-_SIGNATURES:] for line in block.lines if line.text.strip()]
    if not _date(blocks):
        return ()
    found: list[tuple[Mention, Range]] = []
    for block, line in reversed(lines[-_SIGNATURES:-1]):
        origin = block.text.origin
        first, last = bisect_left(origin, line.start), bisect_left(origin, line.end)
        text = _SEAL.sub("", block.text.text[first:last])
        sentences = recogniser.sentences(text, Memory())
        spans = sentences[0].annotation.spans if len(sentences) == 1 else ()
        named = [span for span in spans if span.label == "Organization"]
        if not named or re.sub(r"[、\s]", "", text) != "".join(re.sub(r"[、\s]", "", span.text) for span in named):
            break
        found += [(mentions.of(span)[0], block.text.raw(first + span.start, first + span.end)) for span in named]
    return tuple(found)


_YEAR_OF_NUMBER: Final = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[(](?P<year>(?:19|20)\d\d)[〕\])]\s?第?\d+\s?号")
"""国发〔2011〕99号, on a line of its own: a document that bears no day was issued in that year."""
_DAY_BELOW: Final = re.compile(r"\(?(?P<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)\)?")


def _date(blocks: list[Block], title_at: int = 0) -> tuple[Time, Range] | None:
    """The day at the end of the document, else in one of its first lines, on a line of its own below its title: what a page
    prints above that is its own day."""
    for block in reversed(blocks[-3:]):
        text = block.text.text
        last = block.lines[-1]
        start = bisect_left(block.text.origin, last.start)
        found = [s for s in dates(text) if s.start >= start and s.end == len(text)]
        value = found[0].value if found else None
        if isinstance(value, Time) and value.is_date and found[0].start == start:
            return value, block.text.raw(start, len(text))
    for block in blocks[:_BEFORE_TITLE]:
        for line in block.lines[:_BEFORE_TITLE]:
            first, end = bisect_left(block.text.origin, line.start), bisect_left(block.text.origin, line.end)
            day = _DAY_BELOW.fullmatch(block.text.text[first:end].strip()) if line.start >= title_at else None
            found = list(dates(day["day"])) if day else []
            if found and isinstance(found[0].value, Time):
                return found[0].value, block.text.raw(first, end)
    for block in blocks[: 2 * _BEFORE_TITLE]:
        for line in block.lines[:_BEFORE_TITLE]:
            if numbered := _YEAR_OF_NUMBER.fullmatch(line.text.strip()):
                return Time(numbered["year"]), (line.start, line.end)
    return None


def statements(document: Official, inherent: Inherent) -> Iterator[Statement]:
    """What the title says by itself, and the date of the document."""
    act = document.act
    for read in inherent.read(document.title):
        rule = f"{_RULES}{read.rule.partition('::')[2]}"
        yield Statement(read.subject, read.predicate, read.object, act.title_at, rule)
        if read.predicate == "establishes" and act.dated and isinstance(read.object, Mention):
            yield Statement(read.object, "dateEstablished", act.dated[0], act.title_at, rule, (act.dated[1],))
    for body, where in document.signed:
        yield Statement(act.title, "issuedBy", body, where, _RULES + "bodies that signed", (act.title_at,))
    yield from _issued(document, inherent)
    if act.dated:
        date, where = act.dated
        yield Statement(act.title, "dateIssued", date, where, _RULES + "date of a document", (act.title_at,))


def _issued(document: Official, inherent: Inherent) -> Iterator[Statement]:
    """What the document issues is of its issuers and of its date, and about the places that its own title names."""
    act, plan = document.act, document.act.plan
    if document.issued is None or plan is None:
        return
    for body in act.issuers:
        yield Statement(plan, "issuedBy", body, act.title_at, _RULES + "document that is issued")
    if act.dated:
        date, where = act.dated
        yield Statement(plan, "dateIssued", date, where, _RULES + "document that is issued", (act.title_at,))
    for read in inherent.read(document.issued):
        if read.predicate == "appliesTo":
            yield Statement(read.subject, "appliesTo", read.object, act.title_at, _RULES + "document that is issued")


def answered(reading: Reading, recogniser: Recogniser, mentions: Mentions) -> Iterator[Statement]:
    """The request that a reply answers: 你省《关于…的请示》（…〔2013〕49号）收悉 is of those to whom the reply goes."""
    blocks = [p.block for p in reading.placed if p.block.kind in _KINDS and p.block.text.text.strip()][:_OPENING]
    for k, block in enumerate(blocks):
        received = _RECEIVED.match(block.text.text)
        addressed = (b for b in reversed(blocks[max(0, k - 2) : k]) if b.text.text.rstrip().endswith(":"))
        above = next(addressed, None)
        if received is None or above is None:
            continue
        asked = list(_asked(above, recogniser, mentions))
        for request in _REQUEST.finditer(block.text.text, 0, received.end()):
            title = _titled(request["title"], recogniser, mentions)
            where = block.text.raw(request.start("title"), request.end("title"))
            for body, body_at in asked:
                yield Statement(title, "issuedBy", body, where, _RULES + "request that is answered", (body_at,))
            if request["year"]:
                dated = block.text.raw(request.start("title"), request.end("year"))
                yield Statement(title, "dateIssued", Time(request["year"]), dated, _RULES + "request that is answered")


def _asked(above: Block, recogniser: Recogniser, mentions: Mentions) -> Iterator[tuple[Mention, Range]]:
    """The bodies to whom a reply goes, named on the line above its first sentence, and where each stands."""
    first = bisect_left(above.text.origin, above.lines[-1].start)
    for sentence in recogniser.sentences(above.text.text[first:], Memory()):
        for span in sentence.annotation.spans:
            if span.label == "Organization":
                at = first + sentence.offset
                yield mentions.of(span)[0], above.text.raw(at + span.start, at + span.end)


def _titled(printed: str, recogniser: Recogniser, mentions: Mentions) -> Mention:
    """What a title in 《》 names; one that a stop breaks, as scans put it in, is named as it is printed."""
    spans = [span for sentence in recogniser.sentences(printed, Memory()) for span in sentence.annotation.spans]
    name = printed.strip("《》")
    return mentions.of(spans[0])[0] if len(spans) == 1 else Mention("Policy", name, (name,))


def passed_down(reading: Reading, recogniser: Recogniser, mentions: Mentions) -> Iterator[Statement]:
    """What a notice issues whose title the page has left out: 《…规划》已经省政府同意，现印发给你们.

    The body and the day stand below.
    """
    blocks = [p.block for p in reading.placed if p.block.kind in _KINDS and p.block.text.text.strip()][:_OPENING]
    lines = [(n, line) for n, block in enumerate(blocks) for line in block.lines if line.text.strip()]
    for (n, signed), (_, dated) in itertools.pairwise(lines):
        day = _DAY_BELOW.fullmatch(dated.text.strip())
        said = [m for b in blocks[: n + 1] if (m := _NOW_ISSUED.search(b.text.text))] if day else []
        bodies = letterheads.bodies_of(signed.text.strip(), recogniser, mentions) if said else []
        if not day or not bodies:
            continue
        name = said[0]["now"] or said[0]["passed"]
        plan = _titled(f"《{name}》", recogniser, mentions)
        for body in bodies:
            yield Statement(plan, "issuedBy", body, (signed.start, signed.end), _WITHOUT_TITLE)
        for date in dates(day["day"]):
            if isinstance(date.value, Time):
                yield Statement(plan, "dateIssued", date.value, (dated.start, dated.end), _WITHOUT_TITLE)
        return


def of_title(act: Act, statement: Statement) -> bool:
    """Whether a statement was read in the title itself, which `statements` reads as a whole; what the names in it say by
    themselves stands."""
    start, end = act.title_at
    about = statement.subject.type == "Policy" or not statement.rule.startswith("inherent")
    return about and start <= statement.evidence[0] and statement.evidence[1] <= end
