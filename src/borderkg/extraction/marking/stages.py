"""Periods that a text calls by words of its own: 起步阶段（1978—1991年）, 探索期始于1984年, 进入全面展开阶段.

Such words name a period only where the text dates it, opens it or enters it: 处于起步阶段 names none.
"""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.marking.shared_heads import ONE_OF_LIST
from borderkg.extraction.span import Span

NAMED: Final = r"[\u4e00-\u9fff“”、与和]{2,16}(?:阶段|时期|期)"
NOT_PERIODS: Final = re.compile(
    r"疫情期间|星期|同期|近期|(?<![成增生])长期|短期|中期|后期|前期|初期|时期的|任期|早期|预期|周期|学期|机遇期|阶段性|不同时期|现阶段|(?<!创)(?<!革)(?<!更)新(?:阶段|时期)$|“?十[一二三四五]五”?时期|"
    r"(?:[这本该各]|那|(?<!第)一|上|下|此|每|[两三四五]个)个?(?:阶段|时期)|日期|工期|延期|过渡期内|筹备期|建设期|规划期|有效期|样本期|考察期|研究期|观察期|观测期|统计期|报告期|基期|评价期|评估期|实施期|执行期|合同期|服务期|运营期|经营期|保质期|租期|汛期|封冻期|枯水期|丰水期|免税期|优惠期|过渡时期|历史(?:新)?(?:时期|阶段)$|(?:全新|崭新|新的?发展|新的?历史|关键|特殊)(?:阶段|时期|期)$|期间|"
    r"(?:(?<![道台地])建设|实施|试运行|收尾|谈判|施工|勘察|勘探|设计|磋商|筹备|运营|攻坚|冲刺|验收|申报|招标|论证|调研|评审)阶段$|^第[一二三四五六七八九十]+期$"
)
"""Words that end so and name no period of a history."""

_WORDS: Final = r"(?P<name>[\u4e00-\u9fff与和]{2,20}?(?:阶段|时期|期))"
_YEAR: Final = r"(?:1[6-9]|20)\d\d"
_VAGUE: Final = r"[\u4e00-\u9fff\d]{1,8}?(?:世纪|年代|年间|时期|[初末期])(?:[初末]|中[叶期]|中?后期)?[—~至到-]"
_OPEN: Final = f"(?:[约从自]|{_VAGUE})?{_YEAR}"
"""The years in brackets, the first of which may be vague: （17世纪—1904年）."""
_MARK: Final = "(?:标志|起点|开端|发端|开始|起始|序幕|界)"
_CALLING: Final = "(?:称为|称作|称之为|叫作|叫做|视为|视作|看作|算作|归为|归入|划为|划入|定为|概括为|归纳为|界定为)"
_CALLED: Final = f"(?:可以?|大致|大体上?|通常|一般|不妨|常被|又被|被|宜)*{_CALLING}"
_CALLS: Final = re.compile(f"^.*{_CALLING}")
"""所以可称之为探索期（1949—1990年）: what says that it is called so."""
_AFTER: Final = (
    rf"(?=”?(?:\({_OPEN}|[,:](?:时间|跨度|时间跨度)(?:大致|大体)?[为是]{_YEAR}|[则又也]?,?(?:是从|从|自){_YEAR}|"
    rf"[则又也]?,?(?:大致|大体上?|大约|约|一般)?(?:为|是|指|是指|即|在|涵盖|对应|相当于){_YEAR}年?[—~至到-]|"
    rf"[则又也]?(?:始于|始自|起于|起自|开始于|开始自|起始于|发端于|肇始于|止于|终于|以[^,。;]{{2,60}}为[^,。;]{{0,4}}{_MARK}|的[^,。;]{{0,4}}{_MARK}(?:[是为,:]|事件|文件)|的?(?:出现|集中|处)[在于]{_YEAR}年?[—~至到-]|[自由]{_YEAR}|的(?:开启|到来|开始|终点|下限)[以是为])))"
)
"""What stands behind a name that is told with its years."""
_TOLD_AFTER: Final = re.compile(
    rf"(?:^|(?<=[,;:。、)“—])|(?<=\d\.))(?:第[一二三四五]是|[一二三四五]是|我国)?{_WORDS}{_AFTER}"
)
_MIGHT_TELL: Final = re.compile(f"[段期]{_AFTER}")
_MARKED: Final = re.compile(
    rf"(?:视为|看作|视作|是|成为|作为|构成)了?“?{_WORDS}(?=”?的?(?:重要|主要)?(?:标志|开端|起点|序幕|发端|开篇))"
)
"""这被视为探索期的开端: a period that something opens."""
_TOLD_BEFORE: Final = re.compile(
    rf"(?:(?:进入|步入|迈入|转入|跨入|迈进|开启|拉开|揭开|迎来|标志着)[了着]?|(?:年|以来|至今|间|起|后)\)?,?(?:大致)?(?:为|是|系|属于?|构成|称(?=“)|{_CALLED})|年代?[初中末]?期?(?:为|是)|(?<=后)为|[这此]一?(?:时期|阶段|段时间|段时期),?(?:是|为|属于|{_CALLED})|"
    rf"(?:年|以来|至今|年间)的|(?<=[年今来]):)“?{_WORDS}(?=[,。;:、和与及”()]|以及|的(?:序幕|帷幕|大幕|到来|开端|新篇章|标志|开始)|$)"
)
_SERIES: Final = re.compile(
    rf"(?:[\u4e00-\u9fffA-Z]{{2,28}}\([^()]{{0,3}}{_OPEN}[^()]{{0,12}}\)[、,;]?(?:以及|和|与|及)?){{2,8}}等?[两二三四五六七八2-8]个?(?:主要|大的?)?(?P<head>阶段|时期)"
)
_ANNOUNCED: Final = re.compile(
    rf"(?P<head>阶段|时期)(?:[:(]|——|,(?:即|分别(?:是|为)|依次(?:是|为)|包括))(?P<list>(?:[\u4e00-\u9fff]{{2,12}}\([^()]{{0,3}}{_OPEN}[^()]{{0,12}}\)[、,;]?(?:以及|和|与|及)?){{2,8}})"
)
"""分为三个阶段：起步（1978—1991年）、推进（1992—2000年）和提升（2001年以来）: the word that they share stands before them."""

_SHARED: Final = re.compile("[两三四五六七八2-8]个?(?:主要|大的?)?(?:阶段|时期)")
_ONE: Final = re.compile(r"(?:以及|[、,;和与及])?(?P<name>[\u4e00-\u9fffA-Z]{2,28})(?=\()")
_BEFORE_ONE: Final = re.compile(
    r".*(?:经历了?|历经了?|包括|[可划]?分[为成]?)|(?:^|.*[为是了])(?:以及|[和与及])?|.*的(?=.{2,6}$)"
)
"""起步（1978—1991年）、推进（1992—2000年）和提升（2001年以来）三个阶段: names that share the word after the last. What stands
behind 经历了 and 分为 is the name, 政府主导的起步."""

_CHARACTER: Final = re.compile("以.{2,12}为.{1,4}的")
"""以试点为特征的起步期: what belongs to the name."""


def stages(text: str) -> Iterator[Span]:
    """The periods that a text names by words such as 阶段 and 期, from left to right."""
    if "期" not in text and "阶段" not in text:
        return
    yield from _series(text)
    yield from _announced(text)
    end = 0
    told = (_TOLD_AFTER, _TOLD_BEFORE, _MARKED) if _MIGHT_TELL.search(text) else (_TOLD_BEFORE, _MARKED)
    found = [m for pattern in told for m in pattern.finditer(text)]
    for match in sorted(found, key=lambda m: m.start("name")):
        name, start = _proper(match["name"]), match.end("name")
        start -= len(name)
        if start >= end and len(name) > 2 and not NOT_PERIODS.search(name):
            end = match.end("name")
            yield Span(start, end, "Period", name, "stages:words of the text")


def _series(text: str) -> Iterator[Span]:
    for series in _SERIES.finditer(text) if _SHARED.search(text) else ():
        head = Span(*series.span("head"), "Period", series["head"], "stages:word of a series")
        for one in _ONE.finditer(text, series.start(), series.end()):
            name = _BEFORE_ONE.sub("", one["name"], count=1)
            if len(name) > 1 and not name.endswith(("阶段", "期")):
                start = one.end() - len(name)
                yield Span(start, one.end(), "Period", name, ONE_OF_LIST, parts=(head,))


def _announced(text: str) -> Iterator[Span]:
    for series in _ANNOUNCED.finditer(text):
        head = Span(*series.span("head"), "Period", series["head"], "stages:word of a series")
        for one in _ONE.finditer(text, series.start("list"), series.end("list")):
            name = one["name"]
            if not name.endswith(("阶段", "期")) and not NOT_PERIODS.search(name + head.text):
                yield Span(*one.span("name"), "Period", name, ONE_OF_LIST, parts=(head,))


_LED_BY: Final = re.compile(
    "^(?:我国|其中|其|[该本我全][省区州市县]|以及|[和与及])|^.{2,6}(?<!不)是(?=.{2})|^第[一二三四五六七八]个?(?:阶段|时期)为(?=.{2})|^(?:此前|此后|之前|之后|其后|随后|以前|以后)(?:为|是|进入)"
)
"""第二阶段是深化阶段, 此前为准备阶段: what leads to the name."""


def _proper(words: str) -> str:
    """The name in the words: without whose period it is (沿边开放的探索期), and without the verb that enters it."""
    words = _LED_BY.sub("", _CALLS.sub("", words))
    words = re.split(
        "(?:进入|步入|迈入|转入|跨入|迈进|[可划]?(?<!部)分[为成]|经历|历经|纳入|列入|以此[为作])了?其?", words
    )[-1]
    character = _CHARACTER.search(words)
    return words[character.start() :] if character else re.split("[的了]", words)[-1]
