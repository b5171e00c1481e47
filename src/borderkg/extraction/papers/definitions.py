"""Definitions: 所谓甲，是指…; 甲是指…; 本办法所称甲，是指…; 将甲界定为…; 《规定》将甲的定义更改为…; 按照其定义，甲是….

The evidence runs from the term to the end of the definition: of the sentence, or of the clause where the next one
behind a semicolon defines another term.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from borderkg import schema
from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading, sentences
from borderkg.extraction.discourse.surroundings import Act
from borderkg.extraction.marking import titles
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.statement import Mention, Range, Statement
from borderkg.records import record

_TERM: Final = r"[“《]?(?P<term>[\u4e00-\u9fffA-Za-z0-9、·—/]{2,24}?)[”》]?(?:\([^()]{1,40}\))?"
_MEANS: Final = (
    r",?(?:一般|通常|主要|特|专|就|即|乃|系|亦)?(?:是指|指的是|系指|意指|(?<![是所])指)"
    r"(?!出|导|标|数|定|引|挥|示|令|明|责|着|向|派|认|正|望)"
)
_DEFINES: Final = (
    re.compile(
        rf"(?:^|[,;:])(?:而|这里|其中|此处)?所谓(?:的)?{_TERM}(?:,[又也亦]称[^,。;]{{2,14}})?(?:{_MEANS}|,?(?:就|即|乃)?是)(?P<definition>[^。]{{6,400}})"
    ),
    re.compile(
        rf"(?:^|[,;:条、])(?P<by>本(?:办法|条例|规定|细则|意见|通知|法|规划|方案|文|书|报告|研究)|《[^《》]{{2,60}}》)(?:中)?所(?:称|说|指|谓)(?:的)?{_TERM}(?:{_MEANS}|,?是|,)(?P<definition>[^。]{{6,400}})"
    ),
    re.compile(
        rf"(?:^|[,;:])(?:本文|本书|我们|笔者)?(?:把|将){_TERM}(?:定义|界定|理解|规定)为[“:]?(?P<definition>[^。]{{4,400}})"
    ),
    re.compile(
        rf"(?:^|[;:]|(?:认为|指出|提出),)(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+条|[一二三四五六七八九十]是(?=“))?{_TERM}{_MEANS}(?P<definition>[^。]{{6,400}})"
    ),
    re.compile(
        rf"(?P<by>《[^《》]{{2,60}}》),?(?:对|将|把)?{_TERM}(?:的)?(?:定义|界定|概念|含义)(?P<changes>更改|修改|修订|调整|扩展|扩大|变更|改)?为[“:]?(?P<definition>[^。]{{6,400}})"
    ),
    re.compile(
        rf"(?:^|[,;:])(?:按照?|根据|依照?|依据)(?P<its>其|该|这一|上述)(?:文件|规定)?的?定义,{_TERM}(?:{_MEANS}|,?[是为])(?P<definition>[^。]{{6,400}})"
    ),
    re.compile(
        rf"(?:^|[,;:])(?:根据|按照|依据|依照|按|据)(?P<by>《[^《》]{{2,60}}》)(?:的?(?:有关|相关)?(?:规定|定义|界定))?,{_TERM}{_MEANS}(?P<definition>[^。]{{6,400}})"
    ),
    re.compile(
        rf"(?:^|[,;:]){_TERM}(?:则|即|乃|一般|通常)?[是为系](?P<definition>[^。;]{{6,200}}?的(?:统称|总称|合称))(?=[,。;]|$)"
    ),
    re.compile(rf"(?:^|[;:]){_TERM}的(?:定义|含义|内涵|概念)(?:是|为|:)(?P<definition>[^。]{{6,400}})"),
)
_NO_TERM: Final = re.compile(
    r"^(?:[把将]|本(?:办法|条例|规定|细则|意见)所称|这|那|该|此|其|它|主要|意见|他|她|图|表|前者|后者|具体|也|都|一般|通常|本文|有关|上述|以上|不|没有|数字|括号|(?:[\u4e00-\u9fff]{0,8}(?:消息|通报|报道|公报|数据|统计|人士|记者|海关|边检站|官方))$)|(?:这里|中|时|一般|通常|主要|都|也|均|只|仅)$|了|认为|是"
)
_CUE: Final = re.compile("指|统称|总称|合称|所谓|所称|定义|界定为|规定为|理解为|含义|内涵|概念")


class Definitions:
    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._concepts = {
            label: concept
            for concept in schema.load().concepts
            for label in (concept.label_zh, *concept.other_labels)
            if concept.scheme in ("platform-type", "port-kind", "place-kind")
        }

    def statements(self, reading: Reading, document: Mention, act: Act | None) -> Iterator[Statement]:
        """The concepts that a text defines: by the policy that says so, by the text itself where it is one, else by the
        document. A policy that changes a definition amends the one that gave it."""
        given: dict[str, tuple[Mention, Range]] = {}
        for placed in reading.placed:
            block = placed.block
            if block.kind not in (Kind.PARAGRAPH, Kind.FOOTNOTE) or not _CUE.search(block.text.text):
                continue
            for sentence in sentences(block.text.text):
                for found in _found(block.text.text[sentence.start : sentence.end]):
                    defined = self._statement(block, sentence.start, found, document, act)
                    yield defined
                    policy, before = defined.subject, given.get(found.term)
                    if found.change and before and before[0].text != policy.text:
                        where = block.text.raw(*(sentence.start + edge for edge in found.change))
                        rule = "definitions::a policy changes a definition"
                        yield Statement(policy, "amends", before[0], where, rule, context=(before[1],))
                    if policy.type == "Policy":
                        given[found.term] = policy, defined.context[0]

    def _statement(self, block: Block, at: int, found: "_Found", document: Mention, act: Act | None) -> Statement:
        text = block.text
        named = _before(text.text, at) if found.its else None
        by = named[0] if named else found.by
        context = self._context(by, act, text.raw(*(named[1] if named else (at, at + found.end))))
        concept = self._concepts.get(found.term)
        return Statement(
            self._policy(by, act) or document,
            "defines",
            Mention("Concept", concept.label_zh if concept else found.term, (found.term,), concept=concept),
            text.raw(at + found.start, at + found.end),
            "definitions::a term is defined",
            context=context,
            qualifiers={"definition": list(text.raw(at + found.means, at + found.end))},
        )

    def _policy(self, by: str, act: Act | None) -> Mention | None:
        if by.startswith("《"):
            title = by.strip("《》")
            if titles.type_of(title) == "Work":
                return None
            return Mention("Policy", title, (title,), self._mentions.named(title, "Policy"))
        return act.title if act and by else None

    def _context(self, by: str, act: Act | None, sentence: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        if by.startswith("《"):
            return (sentence,)
        return (act.title_at,) if act and by else ()


@record
class _Found:
    """A definition in a sentence; places are positions in it."""

    term: str
    start: int
    means: int
    """Where what the term means begins."""
    end: int
    by: str
    """The document that defines, in 《》 or as 本办法; empty where the text itself does."""
    its: bool
    """The document is one that was named before."""
    change: Range | None
    """The words by which a document changes the definition, its title included."""


def _found(words: str) -> list[_Found]:
    """The definitions of a sentence, in order: one, and those behind it that begin at a semicolon."""
    found: list[_Found] = []
    begin = 0
    while match := next(
        (m for p in _DEFINES if (m := p.search(words, begin)) and not _NO_TERM.search(m["term"])), None
    ):
        if found and words[match.start()] != ";":
            break
        if found:
            found[-1] = replace(found[-1], end=match.start())
        groups = match.groupdict()
        means, end = match.span("definition")
        end -= len(match["definition"]) - len(match["definition"].rstrip("”"))
        change = (match.start("by") + 1, match.end("changes") + 1) if groups.get("changes") else None
        by, its = groups.get("by") or "", bool(groups.get("its"))
        found.append(_Found(match["term"], match.start("term"), means, end, by, its, change))
        begin = means
    return found


_NAMED: Final = re.compile("《[^《》]{2,60}》")


def _before(text: str, at: int) -> tuple[str, tuple[int, int]] | None:
    """The document named last before a place, and where."""
    named = list(_NAMED.finditer(text, 0, at))
    return (named[-1][0], named[-1].span()) if named else None
