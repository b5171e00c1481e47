"""Definitions: 所谓甲，是指…; 甲是指…; 本办法所称甲，是指…; 将甲界定为….

The evidence runs from the term to the end of the definition.
"""

import re
from collections.abc import Iterator
from typing import Final

from borderkg import schema
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading, sentences
from borderkg.extraction.mentions import Mentions
from borderkg.extraction.statement import Mention, Statement
from borderkg.extraction.surroundings import Act

_TERM: Final = r"[“《]?(?P<term>[\u4e00-\u9fffA-Za-z0-9、·—/]{2,24}?)[”》]?(?:\([^()]{1,40}\))?"
_MEANS: Final = (
    r",?(?:一般|通常|主要|特|专|就|即|乃|系|亦)?(?:是指|指的是|系指|意指|(?<![是所特])指)"
    r"(?!出|导|标|数|定|引|挥|示|令|明|责)"
)
_DEFINES: Final = (
    re.compile(
        rf"(?:^|[,;:])(?:而|这里|其中|此处)?所谓(?:的)?{_TERM}(?:{_MEANS}|,?(?:就|即|乃)?是)(?P<definition>[^。]{{6,400}})"
    ),
    re.compile(
        rf"(?:^|[,;:条])(?P<by>本(?:办法|条例|规定|细则|意见|通知|法|规划|方案|文|书|报告|研究)|《[^《》]{{2,60}}》)(?:中)?所(?:称|说|指|谓)(?:的)?{_TERM}(?:{_MEANS}|,?是|,)(?P<definition>[^。]{{6,400}})"
    ),
    re.compile(
        rf"(?:^|[,;:])(?:本文|本书|我们|笔者)?(?:把|将){_TERM}(?:定义|界定|理解|规定)为(?P<definition>[^。]{{4,400}})"
    ),
    re.compile(
        rf"(?:^|[;:]|(?:认为|指出|提出),)(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+条)?{_TERM}{_MEANS}(?P<definition>[^。]{{6,400}})"
    ),
    re.compile(rf"(?:^|[;:]){_TERM}的(?:定义|含义|内涵|概念)(?:是|为|:)(?P<definition>[^。]{{6,400}})"),
)
_NO_TERM: Final = re.compile(
    r"^(?:这|那|该|此|其|它|主要|意见|他|她|图|表|前者|后者|具体|也|都|一般|通常|本文|有关|上述|以上|不|没有|数字|括号)|(?:这里|中|时|一般|通常|主要|都|也|均|只|仅)$|了|认为|是"
)
_CUE: Final = re.compile("指|所谓|所称|[定界]义?[定义]?为|理解为|含义|内涵|概念")


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
        document."""
        for placed in reading.placed:
            block = placed.block
            if block.kind not in (Kind.PARAGRAPH, Kind.FOOTNOTE) or not _CUE.search(block.text.text):
                continue
            for sentence in sentences(block.text.text):
                words = block.text.text[sentence.start : sentence.end]
                found = next((m for p in _DEFINES if (m := p.search(words)) and not _NO_TERM.search(m["term"])), None)
                if found is None:
                    continue
                term = found["term"]
                at = (sentence.start + found.start("term"), sentence.start + found.end())
                text = (sentence.start + found.start("definition"), sentence.start + found.end())
                by = found.groupdict().get("by") or ""
                concept = self._concepts.get(term)
                yield Statement(
                    self._policy(by, act) or document,
                    "defines",
                    Mention("Concept", concept.label_zh if concept else term, (term,), concept=concept),
                    block.text.raw(*at),
                    "definitions::a term is defined",
                    context=self._context(by, act, block.text.raw(sentence.start, sentence.end)),
                    qualifiers={"definition": list(block.text.raw(*text))},
                )

    def _policy(self, by: str, act: Act | None) -> Mention | None:
        if by.startswith("《"):
            title = by.strip("《》")
            return Mention("Policy", title, (title,), self._mentions.named(title, "Policy"))
        return act.title if act and by else None

    def _context(self, by: str, act: Act | None, sentence: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        if by.startswith("《"):
            return (sentence,)
        return (act.title_at,) if act and by else ()
