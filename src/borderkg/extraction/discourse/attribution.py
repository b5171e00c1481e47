"""Who says it, where that is not the text's own author: 据海关统计, 李某（2015）认为, 省长在会上指出, 王主任：….

A voice holds from its words to the end of its sentence, or until another speaks; a speaker's name before a colon holds for
the paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading, sentences
from borderkg.extraction.statement import Range, Statement
from borderkg.records import replace


@dataclass(frozen=True, slots=True)
class Voice:
    """`who` speaks from `start` to `end`; ranges are those of the file. Nobody: the author again."""

    start: int
    end: int
    who: str
    at: Range


_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_TITLES: Final = (
    r"(?:总书记|总理|主席|部长|省长|州长|市长|县长|区长|书记|主任|局长|厅长|处长|司长|所长|院长|校长|会长|秘书长|关长|教授|研究员|院士|博士|发言人|负责人|负责同志|学者|专家|代表|委员|人士|记者|经理|董事长|同志|先生|女士|干部|村民|商人|企业家"
    r"|与会者|会议|学界|论者|观点|有人|报告|蓝皮书|白皮书|一文|一书|文章|》)"
)
_BODIES: Final = r"(?:部|委|局|署|厅|办|会|院|社|司|处|所|行|组织|中心|海关|政府|银行|集团|公司|机构|协会|大学|课题组)"
_OWN: Final = re.compile(
    r"本文|本书|本报告|笔者|我们|作者|本研究|本课题|结果|数据$|实践|经验|事实|表\d|图\d|调查$|^研究$"
)
"""The author's own voice, or nobody's."""

_SAYING: Final = (
    "认为|指出|表示|强调|主张|声称|宣称|坦言|写道|透露|介绍说?|估计|预测|测算|提出|发现|称|说|回答说|回忆说|解释说"
    "|呼吁|建议|公布|发布|通报"
)
_VERBS: Final = f"(?:{_SAYING})"
_SAYS: Final = re.compile(
    rf"(?:^|(?<=[,;:。!?]))(?:正如|诚如|如|而|但|不过|对此|其中)?,?(?P<who>[^,。;:!?“”]{{1,36}}?)(?:还|也|则|曾|又|都|均|同时|进一步|明确|特别|多次|反复)?{_VERBS}(?:了|到|道)?(?=[,:“])"
)
_ACCORDING: Final = re.compile(
    r"(?:^|(?<=[,;:。!?]))(?:另?据|根据|依据|按照|按)(?P<who>[^,。;:!?“”]{2,30}?)(?:的?(?:统计|数据|报道|介绍|测算|预测|披露|透露|估算|估计|消息|资料|报告|记载|口径|公布|发布|通报|研究|说法|观点))[^,。;]{0,8},"
)
_MIGHT: Final = re.compile(f"据|按|依照|看来|{_SAYING}")
"""In all sentences with a voice: a quick look, before the expressions for each kind are tried."""
_SIGHT: Final = re.compile(r"(?:^|(?<=[,;:。!?]))在(?P<who>[^,。;:!?“”]{2,20}?)看来,")
_LABEL: Final = re.compile(
    rf"^(?P<who>[\u4e00-\u9fff·]{{1,12}}?(?:{_TITLES}|某某?)|负责人|发言人)(?:\([^()]*\))?(?:答|问)?:"
)
_WITHIN: Final = re.compile(
    r"^(?:[^,。;]{0,12}[日月年]|近日|日前|此前|会上|当天)|(?:于|在)[^,。;]{2,24}(?:时|中|上|里|会议|座谈会|论坛|期间)$"
)
_PRONOUN: Final = re.compile(r"^(?:他|她|其|该文|该报告|该学者|前者|后者|二人|两位作者)$")
_YEARED: Final = re.compile(r"\((?:19|20)\d\d[a-z]?\)$|等$")
_NO_BODY: Final = re.compile(r"^(?:不完全|有关|初步|最新|上述|以上|相关|历年|官方|此|该|这)|^(?:统计|介绍)$")
_ABOUT_THE_TEXT: Final = frozenset({"cites", "dataSource", "author", "usesMethod", "variable", "estimate"})
"""What the document does, whoever speaks."""


def attributed(reading: Reading, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, each with who says it where the text says so, and with the place that says so as context."""
    voices = [voice for placed in reading.placed for voice in _voices(placed.block)]
    starts = [voice.start for voice in voices]
    for statement in statements:
        end = statement.evidence[1]
        i = bisect_right(starts, end - 1) - 1
        voice = voices[i] if i >= 0 and end <= voices[i].end else None
        if voice and voice.who and statement.predicate not in _ABOUT_THE_TEXT and not statement.attribution:
            context = statement.context if voice.at in statement.context else (*statement.context, voice.at)
            yield replace(statement, attribution=voice.who, context=context)
        else:
            yield statement


def _voices(block: Block) -> Iterator[Voice]:
    """The voices of a paragraph or footnote, in order."""
    if block.kind not in (Kind.PARAGRAPH, Kind.FOOTNOTE):
        return
    body = block.text.text
    label = _LABEL.match(body)
    if label:
        yield _voice(block, label.span("who"), label.end(), len(body), label["who"])
    last = label["who"] if label else ""
    for sentence in sentences(body):
        if not _MIGHT.search(body, sentence.start, sentence.end):
            continue
        words = body[sentence.start : sentence.end]
        found = [*_SAYS.finditer(words), *_ACCORDING.finditer(words), *_SIGHT.finditer(words)]
        for match in sorted(found, key=lambda m: m.start()):
            who = _name(match, last)
            if who is None:
                continue
            at = (sentence.start + match.start("who"), sentence.start + match.end("who"))
            yield _voice(block, at, sentence.start + match.end(), sentence.end, who)
            last = who or last


def _voice(block: Block, at: Range, start: int, end: int, who: str) -> Voice:
    if start >= end:
        start = end - 1
    return Voice(block.text.raw(start, end)[0], block.text.raw(start, end)[1], who, block.text.raw(*at))


def _name(match: "re.Match[str]", last: str) -> str | None:
    """Who speaks; empty for the author of the text, None where the words name no one."""
    who = re.sub(r"的(?:研究|文章|论文|报告|分析|数据)$", "", match["who"])
    if _OWN.search(who):
        return ""
    if _PRONOUN.match(who):
        return last or None
    if match.re is not _SAYS:
        return None if _NO_BODY.match(who) else who.removesuffix("的")
    who = re.split(_WITHIN, who)[0] or re.sub(_WITHIN, "", who)
    if re.search(rf"(?:{_TITLES}(?:[\u4e00-\u9fff]{{2,3}})?|{_BODIES})$", who) or _YEARED.search(who):
        return who
    return who if 2 <= len(who) <= 4 and who[0] in _SURNAMES else None
