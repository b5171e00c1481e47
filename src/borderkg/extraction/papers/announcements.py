"""What a sentence, a question or an unnumbered title says of the list that follows it: problems, measures, something else."""

import re
from dataclasses import dataclass
from typing import Final

from borderkg.corpus.headings import GOOD, TROUBLES, SectionKind


@dataclass(frozen=True, slots=True)
class Announcement:
    kind: SectionKind | None
    """`None` where the items may be either."""
    strict: bool = False
    """Other things stand among the items too; only what has the form of a measure is one (a notice and its parts)."""


_CUE: Final = re.compile(
    rf"(?P<answer>(?:破解|解决|化解|克服|应对|消除|突破|缓解|针对|打破|走出|摆脱|补齐|补上|弥补|攻克|扭转|疏通|打通)(?!的)[^,。;]{{0,10}}?(?:{TROUBLES}))"
    rf"|(?P<problem>(?:制约|阻碍|限制|不利)[^,。;]{{0,18}}因素|(?<!不受)(?:{TROUBLES})|阻碍|受制于|受限于|受(?:到|着)?[^,。;]{{0,6}}(?:限制|束缚|约束|局限)|隐患|硬伤|劣势|痼疾|弊病|倾向|误区)"
    r"|(?P<measure>政策含义|入手|着手|发力|施策|破题|破局|[讲提谈][^,。;]{0,4}点[^,。;]{0,2}意见|(?:抓好|做好|办好|办成|干好)(?=[^,。;]{0,14}$)|多管齐下|多措并举|双管齐下|综合施策|对症下药|路子|(?:可行|有效|根本|具体|应对|较好|最好|现实)的?办法|(?<!管理)(?<!治理)办法有|途径|药方|良策|之策|方略|出路|建议|对策|措施|举措|工作|任务|路径|抓手|商定|议定|要求|着力点|启示|呼吁|下一步|下一阶段|下阶段|接下来|今后"
    r"|(?:必须|需要|需|应当|应该|应|(?<![主重需])要)(?!指出|说明|注意|强调|看到|认识|明确的)"
    r"(?=[^,。;]{0,8}(?:从|自|在|做到|抓好|做好|重点|着力|着重|突出|坚持)))"
    r"|(?P<other>缘由|成绩|成效|成就|特点|特征|优势|机遇|经验|做法|原因|成因|根源|阶段|变化|亮点|意义|作用|影响|结论|发现|贡献|类型|类别|含义|条件|因素|原则|目标|进展|成果|情况|结果|优点|好处|依据|理由|假设|渠道来源|步骤|标志|背景)"
)
_REASON: Final = re.compile(r"(?:不|难|慢|低|差|滞后|缺|制约|弱)[^。;]{0,20}(?:原因|成因|根源)")
_WHY: Final = re.compile(
    r"(?:究其|追究|追溯)[^,。;]{0,6}(?:原因|根源|成因|缘由|源头)"
    r"|(?:主要|根本|深层次?|直接)的?(?:原因|根源|成因)|追根溯源"
)
_PRAISE: Final = re.compile("快速|较快|提[升高]|上升|增长|扩大|成功|突破|显著|跃|成效|领先|第一|活跃|兴起|崛起|受欢迎")
_BLAME: Final = re.compile("下降|下滑|下跌|减少|萎缩|落后|滞后|差距|不足|缓慢|偏低|低于|困难|乏力|未能|难以|并不|放缓")

_COUNTED: Final = re.compile(
    r"(?:[两二三四五六七八九十几数多]\s*(?:点|个|条|项|方面|大|类|件)|以下|如下|方面|有[两二三四五六七八九]$|(?:来?看|而言|来[说讲])$)"
)
_SHOWS: Final = re.compile(
    r"存在|多方面|面临|看到|提出|突出|不少|仍有|重点|抓好|做好|着力|主要|首要|多方面|有待|遇到|建议|呼吁|下一步|下一阶段|下阶段|接下来|今后|必须|需要|明确|清楚|在于|之源|所在|入手|着手|发力"
)
_DONE: Final = re.compile(
    r"(?:做|开展|完成|推进|抓|采取|实施|出台|推出|取得|落实|进行|部署|解决|破解|化解|突破|打破|走出|闯出|探索出)了|[已曾]|先后|近年来|过去|[去上前]年|[一二三四五几]年来|以来|回顾|总结"
)
_AHEAD: Final = re.compile(r"下一步|今后|将|拟|打算|接下来|建议|要求|提出了?|必须|(?<![展的作际])需要|当前")
_DECREE: Final = re.compile(
    r"(?:通知|意见|规定|办法|措施)如下$|(?:提出|制定)(?:了)?(?:以下|如下)?[^,。;]{0,6}(?:意见|措施|方案)$|现(?:批转|转发|印发)(?:给)?你们|答复如下$"
)
_REPLY: Final = re.compile(r"(?:批复|函复|通报|公告|报告|说明|决定)如下$")
_SAYS: Final = re.compile(r"(?:提出|认为|指出|表示|强调|主张|谈到)$")
_LISTED: Final = re.compile(r"等(?:诸多|一系列|多种|突出|现实|方面的?)?$")
"""Before the word that announces: what it announces has been told already."""

_ADMITS: Final = re.compile(
    r"(?:但|不过|然而|同时)?[^,。;]{0,3}(?:还|也|又|仍|同样)?(?:要|应|须|必须|需要?|得|应当|应该)[^,。;]{0,5}(?:看到|认识到|正视|承认)(?:的是)?,?$"
    r"|(?:不容忽视|不可忽视|不容回避|值得警惕|值得注意|令人担忧|令人忧虑|让人担忧|叫人头疼|令人头疼|美中不足)的(?:是|有)?[^,。;]{0,6}$"
    r"|反映(?:比较|较为?|最为?|普遍)?(?:强烈|集中|突出|普遍|多)?的[^,。;]{0,4}有?[^,。;]{0,4}$"
)
"""但也要看到：一是…: what a text admits behind its praise."""

_BUT: Final = re.compile("但|不过|然而|也|还|又|仍")
_RESUMES: Final = re.compile(
    r"(?:简单|大致|大体|具体|主要|概括|总)?(?:归纳|归结|概括|总结|梳理|说|讲|来说|而言|来看)?(?:起来)?,?(?:有|为|是|包括|体现在|表现在)?"
    r"(?:如下|以下)?[一两二三四五六七八九十几]?(?:大|个|点|条|项|方面)*"
)
_SUMMED: Final = re.compile(
    r",[^,]{0,8}(?:列|归纳|归结|概括|总结|梳理|集中|主要|突出|表现|体现|反映|分为|无非|不外|大致|大体|有|是|为)[^,]{0,10}$"
)
"""存在的困难，报告归纳为三点: how many they are, behind the comma."""

_INTENDS: Final = re.compile(",[^,]{0,6}(?:将|拟|要|计划|打算|准备|重点|着力|着重|抓紧)[^,]{0,8}$")
"""下一步，我们将：一是…: who means to do it."""

_SURVEY: Final = re.compile(
    "(?:文献|研究成果|相关研究|既有研究|已有研究|现有研究|学者们?|学界|学术界|论著|讨论|探讨)[^,。;:]{0,16}"
    "(?:从|集中|围绕|聚焦|分为|归为|归纳|涉及|侧重|展开)[^,。;:]{0,20}$"
)
"""已有研究多从两个角度展开: what others have written on, and no trouble or measure of the author's."""

_MATTERS: Final = re.compile(
    "(?<!存在)(?<!值得)(?<!需要)(?<!亟待)(?:涉及|讨论|商讨|商谈|研讨|规定|回答|阐述|论述|说明|约定|弄清|明确|探讨|关注)了?(?:的)?(?:以下|如下|下列|这样)?[一两二三四五六七八九十几]?[个大点条项方面]*(?:的)?$"
)
"""条约主要涉及以下几个问题: what it is about, and no trouble."""

_SET_BEFORE: Final = re.compile(
    r"(?:19|20)\d\d年(?!以来|至|到)(?:(?!本文|本研究|我们|笔者|作者)[^。;]){2,40}(?:提出|部署|确定|规定|决定|商定|议定|采取|实施|推出|出台)了?[^。;]{0,30}$"
)
"""2000年领导小组提出抓好四项工作：一是…: what was set as a task long ago, and no measure that the text proposes."""

_OUTLINE: Final = re.compile("探讨|分析|论述|阐述|考察|研究|解读|介绍|展开|梳理")
"""本文从以下几个方面探讨甲城的难题: the sections that follow are those of the paper."""

_MIXED: Final = re.compile(
    rf"(?:{GOOD})[与和及、][^,。;]{{0,6}}(?:{TROUBLES})|(?:{TROUBLES})[与和及、][^,。;]{{0,4}}(?:{GOOD})"
)
"""从机遇和挑战两个方面看：一是…: which is which, its form tells."""

_WAYS: Final = ("途径", "路子", "出路")
"""运输途径有两种: ways that there are, unless the items say what to do."""

_SHORT: Final = 12
_TAIL: Final = 18
"""Characters between the word that announces and the list."""


def of_sentence(words: str, *, firmly: bool = False) -> Announcement | None:
    """What the words right before a list announce; None where they do not tell. `firmly`: the words must say that a list
    follows, as a colon or 以下 does."""
    sentence = re.split(r"[。;!?]", words.rstrip("。;:,、"))[-1]
    if _DECREE.search(sentence):
        return Announcement(SectionKind.MEASURE, strict=True)
    if _REPLY.search(sentence):
        return Announcement(SectionKind.OTHER)
    if _SAYS.search(sentence) and words.endswith((":", ",")):
        return Announcement(None, strict=True)
    counted = words.endswith(":") or bool(_COUNTED.search(sentence))
    if admitted := _ADMITS.search(sentence):
        neutral = re.search("看到|注意", admitted[0]) and not _BUT.search(admitted[0])
        return Announcement(SectionKind.PROBLEM, strict=bool(neutral))
    if _RESUMES.fullmatch(sentence):  # 有何问题？归结起来有四：
        earlier = re.split(r"[。;!?]", words.rstrip("。;:,、"))[-2:-1]
        sentence = "".join([*earlier, sentence])
    if _SURVEY.search(sentence.rsplit(",", maxsplit=1)[-1]) and not _CUE.search(sentence.rsplit(",", maxsplit=1)[-1]):
        return Announcement(SectionKind.OTHER)
    cue = next((c for c in reversed(list(_CUE.finditer(sentence))) if not _LISTED.search(sentence, 0, c.start())), None)
    if cue is None or len(sentence) - cue.end() > _TAIL:
        return None
    if "," in (tail := sentence[cue.end() :]) and not (
        counted and (_SUMMED.match(tail) or _INTENDS.match(tail))
    ):  # 优势产业体系,… is no advantage
        return None
    if "," in tail and cue[0].startswith("受"):  # 边贸受季节限制,分为两类: one is told of, and two of something else
        return None
    if cue["problem"] and sentence.startswith("问题", cue.start()) and _MATTERS.search(sentence, 0, cue.start()):
        return Announcement(SectionKind.OTHER)
    if not counted and (firmly or not (_SHOWS.search(sentence) or _ends_clause(sentence, cue.end()))):
        return None
    if firmly and _OUTLINE.search(sentence) and not cue["measure"]:
        return Announcement(SectionKind.OTHER)
    if cue["problem"] and _MIXED.search(sentence):
        return Announcement(None, strict=True)
    if cue["problem"] or _REASON.search(sentence):
        return Announcement(SectionKind.PROBLEM)
    if _WHY.search(sentence) and not _praised(words):  # the form of the items tells what the reasons are of
        return Announcement(SectionKind.PROBLEM, strict=True)
    done = cue["other"] or _SET_BEFORE.search(sentence) or (_DONE.search(sentence) and not _AHEAD.search(sentence))
    by_form = cue[0] in _WAYS and not done
    return Announcement(SectionKind.OTHER if done else SectionKind.MEASURE, strict=by_form)


def _praised(words: str) -> bool:
    """Whether the last sentences tell what has gone well: its reasons are no troubles."""
    last = "".join(re.split(r"[。;!?]", words)[-3:])
    return bool(_PRAISE.search(last)) and not _BLAME.search(last)


def _ends_clause(sentence: str, at: int) -> bool:
    """Whether a position ends a sentence whose last clause is short: 当前的困境，首先是…."""
    return at == len(sentence) and len(sentence.rsplit(",", maxsplit=1)[-1]) < _SHORT


_ASKS: Final = (
    (
        SectionKind.MEASURE,
        re.compile(r"下一步|打算|举措|措施|安排|如何|怎样|怎么[做办干改样]|改什么|做什么|建议|对策|任务|计划|着力"),
    ),
    (
        SectionKind.PROBLEM,
        re.compile(
            r"问题|困难|挑战|短板|难点|难处|瓶颈|制约|不足|头疼|头痛|揪心|最难|担心|担忧|顾虑|[卡堵差难]在哪|哪些难|掣肘|软肋"
            r"|(?:为何|为什么|缘何|何以)[^?]*(?:不|难|慢|晚|低|少|冷|弱|差|小|散|滞)"
        ),
    ),
)


def of_question(question: str) -> Announcement:
    """What a question asks for; the list is its answer."""
    kind = next((kind for kind, asked in _ASKS if asked.search(question)), SectionKind.OTHER)
    return Announcement(kind)
