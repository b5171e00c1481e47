"""Words that refer back to what was named before, and what they can refer to."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation, is_mark
from borderkg.extraction.discourse.nouns import AGREEMENTS, ANY, DOCUMENTS, LABELS, TOO_SHORT, WORDS, Reference
from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.marking.offices import OFFICE
from borderkg.extraction.span import Span

_DATE: Final = MARKS["Date"]
_VERBS: Final = (
    rf"(?:随之|随即|位于|地处|坐落|座落|处于|位居|紧[靠邻]|背靠|面[对向]|毗连|始建|起初|最初|最早|原[是为系名]|曾|又|再|才|也|以(?!来|[东西南北上下内外])|主要|历来|一直|每年|每[天日]|日均|年均|"
    rf"[去今当全]年|目前|如今|被|获|成为|升[格为级]|列为|扩大开放|实行|实现|恢复|关闭|重新|内[有设建]|共有|拥有|现有|建有|有(?!关|待|望)|早在|仅|只|面积|海拔|[东西南北]{{1,2}}距|年(?=[过通货客吞]|设计)|设计|属|隶属|建于|设于|设在|辟于|于|自|与|同|距|经|由|对应|毗邻|已|正式|先后|为|是|系|现|{_DATE}|分|均|就此|据此|所在的?[\ue000-\uf8ff]|"
    r"建成|[东西南北]起|[东西南北]接|起自|起于|全长|全线|规划面积|规划范围|总?面积|占地|承担|引进|入驻|接待|实现|完成|累计|明确|提出|指出|要求|规定|强调|支持|允许)"
)

_DEFINITE: Final = re.compile(
    rf"(?:该|此|本|这一|这个|上述|这些|该处|现行(?=协定|协议|条约)|(?<![\u4e00-\u9fff])原(?=办法|条例|规定|细则|规划|意见|方案))(?:一|届|次)?(?P<noun>{WORDS}|{MARKS['PlatformKind']})(?!内外|口)"
)
_DESCRIBED: Final = re.compile(
    rf"这[座个一片条处][^,。;:]{{0,20}}?(?P<noun>[{MARKS['PlaceKind']}{MARKS['PortKind']}]|边陲小镇|边境小[城镇]|口岸城市|边境城市|沿边城市|小县城|县城|小城|小镇|边城|城市|城镇|口岸|试验区|合作区|铁路|公路|管道|大桥)(?!而|的|经济|人|[\u4e00-\u9fff]{{0,2}}[们里])"
)
"""这座因口岸而兴的城市, 这个边陲小镇: told by what kind of thing it is."""

_NUMBERED: Final = re.compile(
    rf"(?:上述|这|该|以上|前述)?(?<![前后])(?P<n>[两二三四五六七八九十])(?P<counter>个|座|处|份|条|项)?(?P<noun>者|{WORDS})(?![\u4e00-\u9fff]{{0,2}}(?:级|年|线))"
)
_COUNTED: Final = re.compile(
    r"(?P<n>[两二三四五六七八九])个?(?P<noun>省区|县\(市\)|县市|市县|省|市|县|旗|州|盟|镇|口岸)"
)
_COUNT: Final = re.compile("(?P<n>[两二三四五六七八九])[个座处]")
_COUNTED_THING: Final = re.compile(
    rf"(?P<noun>口岸|县市|市县|[县市旗州]|试验区|合作区|综合保税区|综保区|{MARKS['PlatformKind']})(?=[均都皆分依相互各全]|(?:中|之间|当中)|[与同和](?!{MARKS['Quantity']}))(?!(?:分别|依次)[是为:])"
)
"""三个口岸均与缅甸毗连: told of those named before; 两个综合保税区分别为甲、乙 names its own."""

_END_OF_LIST: Final = re.compile("(?P<n>[一两二三四五])个")
_GOES_ON: Final = re.compile(r"口岸|分别|[面对与和同位地在属均都皆为是由则不已于因距有通连主,]")
"""前两个面向蒙古国, 后一个; not 前两个月."""

_QUANTITY: Final = MARKS["Quantity"]
_COUNTED_AT: Final = re.compile(
    rf"(?:^|(?<=[,;:。]))(?:[{_DATE},]|同时|此后|随后|之后|如今|目前|而)*(?P<words>上述|这|该|以上|前述|此)?$"
)
"""两市, which is a quantity too, speaks of those named before at the head of a clause."""

_LINES: Final = re.compile(r"两条?(?:主要|主)?(?:线路|路线|支线|干线|走向|线)")
"""分南北两线，前者…: both are the line spoken of."""

_PAIR: Final = re.compile(r"前者|后者")
_ENDS: Final = re.compile(
    r"(?P<end>[前后末])(?P<n>[一两二三四五])(?:者|个(?=[面对与和同位地在属归均都皆为是由则不已于因距有通连主设建获成开封挂始批经]|口岸|分别))"
)
"""前两者, 后两个, 末一个."""
_PRONOUN: Final = re.compile(
    r"(?<![极尤与及唯])其(?![中他它次余实间后前身]|[一二三四五六][,是])|(?<=[与和同])之(?=对应|相[对邻望]|隔|毗邻|接壤)|(?<![其吉])它(?![们山])"
)
_HERE: Final = re.compile(
    rf"(?:这里|此地)(?!的[^,。;]{{0,6}}人|[就便正]?是[{MARKS['Region']}{MARKS['Port']}]$)"
    r"|(?<=[由在经于])此(?=入境|出境|进境|过境|出国|入国|接轨|设站|通过(?!了)|经过|穿过|穿越|跨境"
    rf"|进入(?!新|{MARKS['Period']}|[^,。;]{{0,6}}(?:阶段|时期|时代|状态)))"
    r"|(?:^|(?<=[,;:。]))当地(?=[每年已还现也又共]|举办|举行|设|建|有(?!关)|拥有|[边外]贸|进出口|生产总值|对外贸易)"
)
"""这里与缅甸相连; 又在这里揭牌; 某铁路由此出境: the place that is spoken of, be it a port or a town."""

_WHOLE: Final = re.compile(
    r"(?:全|本|该|(?<![\u4e00-\u9fff])[我你贵])(?P<noun>省|市|区|州|县|旗|盟|镇)(?!面|国|部|权|体|队|属|界|资|章|线|域|长|程)|(?P<noun2>省|市|区|州|县|旗|镇|自治区)(?:境)?(?:内|中)(?!陆|蒙|外|部|需)|(?P<within>辖区内?|(?<![跨出入边国过离环处意绝临])境内?)(?=[^,。;]{0,3}(?:有|设|建|现|分布|共))|(?P<within2>境内(?![^。;]{0,80}境外))"
    r"|(?:^|(?<=[,;:。]))(?P<noun4>自治区)(?=先后|共|现|已|获|建成|有|拥有|设|编制|制定|出台|印发|发布|颁布|接续|相继|陆续|率先|专门|随后|于)"
    rf"|(?:^|(?<=[,;:。]))(?P<noun3>市|州|县|旗|盟|镇)(?:[境域](?=[东西南北与同和隔内毗地现设有边国陆{MARKS['Port']}{MARKS['Platform']}])|(?=(?:下|管)?辖(?!区|内|下)))"
)
_BARE: Final = re.compile(
    rf"(?:^|(?<=[{_DATE},;:。]))(?!(?:规定|决定|通知)(?!明确|提出|指出|要求|强调))(?P<noun>{WORDS})(?={_VERBS})"
)
_EXTENT: Final = re.compile("总?面积|占地|入驻")
_BRANCH: Final = re.compile(
    rf"(?:^|(?<=[{_DATE},;:。和])|(?<=其中)){MARKS['PortKind']}(?![则现共]?有{MARKS['Quantity']})(?={_VERBS}|始建|始于|建成|建立|设立|开放|开通|恢复|获|又|亦|也|则|再|重新|通关|临时|对第三国|批准|[,(]{_DATE}|约?{MARKS['Quantity']}|完成|货运|客运|过货|出入|进出|[于随伴晚早]|最早|开始|正式|率先|投入|启用|运营|办理|实现|扩大|升格|仅|只|主要|年|日均|每[日天]|全年|当年|同年|次年|拥有|设有|原|曾|专)"
)
_KINDS_LISTED: Final = re.compile(rf"[、与和及]{MARKS['PortKind']}")
"""铁路口岸与公路口岸兼备: kinds that one port has, and none of them speaks of another port."""

_MEMBERS: Final = re.compile(
    rf"(?:则|现|共|目前|主要|分别|依次)*(?:[有是为即:]|包括|[只仅](?:有|是|为)?|唯有)(?:{MARKS['Quantity']})?[,:]?(?:对方|对应)?"
    rf"[{MARKS['Port']}{MARKS['Region']}](?:[、和与及,。;等)]|两|一[处个地]|{MARKS['Quantity']}|口岸|$)"
)
"""公路口岸则有策克、满都拉等; 铁路口岸仅凭祥一处: a kind and the ports that are of it, and no port's branch."""

_LED_TO_COUNT: Final = re.compile(f"(?:[则共现仅也已只达计为有]|目前|共计|数量){{1,3}}(?={MARKS['Quantity']})")
"""公路口岸则有11个."""

_OFFICE: Final = re.compile(
    rf"(?P<noun>省|自治区|市|州|盟|县|旗)(?:第?[一二三四五六七八九十]+届|{MARKS['Quantity']})?(?P<office>{OFFICE})"
    rf"|[、和与及同](?P<second>{OFFICE})(?![\u4e00-\u9fff]?长)"
)
_BEFORE_OFFICE: Final = re.compile(
    rf"(?:^|[^\u4e00-\u9fff{MARKS['Region']}]|[由经报转发同与和及向为据按了获是系将把被受]|以及|其中|随后|此后|同意|授权|落实|贯彻|执行|实施|按照|依照|遵照|配合)$"
)
"""What may stand before 省商务厅; 谅山省政府 is no government of ours."""

_DIRECTION: Final = re.compile(
    "(?P<noun>[东西]?[东西南北])部(?=[的有以,]|主要)|(?:(?<=[属归])|(?<=属于)|(?<=[归划列]入))(?P<short>[东西][北南])(?=[,。;、]|$)"
)
"""东北部, where trade areas were named by directions."""

_THEREBY: Final = re.compile("(?<=据)此(?=[^。;]{0,16}(?:制定|制订|出台|印发|下发|发布|颁布|拟定|编制|推出))")
"""财政部据此下发《…办法》: by the document that was told of before."""

_ONE_OF_PAIR: Final = re.compile(f"(?P<end>[前后])一(?:个|份|部|项)?(?P<noun>{WORDS})(?!期|年|阶段)")
"""《甲规划》是《乙规划》的延续，前一规划…."""

_PERIOD: Final = re.compile(
    rf"(?:该|此|这一|这个|本)个?(?P<noun>阶段|时期)(?=(?:大致|大约|约|则|也|亦)?(?:[始起]于|[始起]自|开始于|从|自|止于|终于|结束于|延续|持续|[到至于在]{_DATE}|[为是]{_DATE})"
    "|(?:正式|先后|陆续|相继)?(?:颁[布行]|出台|印发|发布|通过|签署|获批)(?:[,。;]|$))"
)
"""该阶段始于2013年: where it is dated, not where something is told of it."""

_KINDS: Final = (
    (_ENDS, "first or last", re.compile("[前后末][一两二三四五][者个]")),
    (_PAIR, "former or latter", re.compile("者")),
    (_ONE_OF_PAIR, "one of a pair", re.compile("[前后]一")),
    (_THEREBY, "thereby", re.compile("据此")),
    (_PERIOD, "period", re.compile("[该此这本]")),
    (_DESCRIBED, "described", re.compile("这[座个一片条处]")),
    (_DEFINITE, "definite", re.compile("[该此本这上原]|现行")),
    (_WHOLE, "whole", re.compile("[全本该我你贵内中境辖治]")),
    (_NUMBERED, "several", re.compile("[两二三四五六七八九十]")),
    (_BARE, "bare noun", re.compile("")),
    (_HERE, "here", re.compile("[这此当][里地]|[由在经于]此")),
    (_PRONOUN, "pronoun", re.compile("[其之它]")),
    (_BRANCH, "branch", re.compile(MARKS["PortKind"])),
    (_DIRECTION, "direction", re.compile("部|[属归入于][东西][北南]")),
    (_OFFICE, "office", re.compile("[厅局委办]|政府|人大|人民代|海关|总队")),
)
"""The patterns in the order in which they are tried, each with what must stand somewhere in a sentence."""

_NO_PLACE: Final = (_DATE, _QUANTITY, MARKS["Topic"], MARKS["Title"])
"""Before 全市: 2021年全市…."""

_TITLE: Final = MARKS["Title"]
_START: Final = attrgetter("start")
_COMING: Final = frozenset({"两国", "三国"})


_LOCATIVE: Final = re.compile("(?:辖区|境)内?|此")


def within(words: str) -> bool:
    """Whether words only say where: 境内有一个口岸 goes on about the port, 途经两市，境内长90公里 about
    the road, and so does 在此入境."""
    return bool(_LOCATIVE.fullmatch(words))


Kinds = Sequence[tuple[re.Pattern[str], str]]
"""Patterns of words that refer back, each with what kind of word it finds."""


def kinds_in(text: str) -> Kinds:
    """The patterns that may find something in an abstract sentence: most find nothing, which a quick look tells."""
    return [(pattern, kind) for pattern, kind, cue in _KINDS if cue.search(text)]


def find(annotation: Annotation, start: int, end: int, kinds: Kinds) -> Iterator[Reference]:
    """The words of a clause that refer back, from left to right, not overlapping; `kinds` are those of the sentence."""
    text = annotation.abstract
    found = list(_short_titles(annotation, start, end)) if text.find(_TITLE, start, end) >= 0 else []
    for pattern, kind in kinds:
        for match in pattern.finditer(text, start, end):
            reference = _read(annotation, match, kind)
            if reference and not any(f.start < reference.end and reference.start < f.end for f in found):
                found.append(reference)
    if text.find(_QUANTITY, start, end) >= 0:
        found += _counted(annotation, start, end)
    yield from sorted(found, key=_START) if len(found) > 1 else found


def _counted(annotation: Annotation, start: int, end: int) -> Iterator[Reference]:
    """两市, 上述三县: what looks like a quantity, and stands for places named before."""
    for i in (i for i in range(start, end) if annotation.abstract[i] == _QUANTITY):
        span = annotation.at[i]
        if (end_of := _END_OF_LIST.fullmatch(span.text)) and annotation.abstract[i - 1 : i] in ("前", "后", "末"):
            if _GOES_ON.match(annotation.abstract, i + 1):
                last, number = int(annotation.abstract[i - 1] != "前"), whole(end_of["n"]) or 2
                words = annotation.abstract[i - 1] + span.text
                yield Reference(span.start - 1, span.end, words, "first or last", ANY, "", number, last, True)
            continue
        counted = _COUNTED.fullmatch(span.text)
        thing = _COUNTED_THING.match(annotation.abstract, i + 1) if (several := _COUNT.fullmatch(span.text)) else None
        if several and thing and (ahead := _COUNTED_AT.search(annotation.abstract[:i].replace(MARKS["Topic"], ""))):
            led, noun = ahead["words"] or "", thing["noun"]
            concept = annotation.at[i + 1].concept if noun == MARKS["PlatformKind"] else None
            stop = annotation.text_range(i, thing.end())[1]
            words = led + annotation.text[span.start : stop]
            number = whole(several["n"]) or 2
            yield Reference(
                span.start - len(led), stop, words, "several", LABELS[noun], noun, number, None, True, concept
            )
            continue
        before = _COUNTED_AT.search(annotation.abstract[:i].replace(MARKS["Topic"], "")) if counted else None
        if counted and before:
            led, noun = before["words"] or "", counted["noun"]
            number = whole(counted["n"]) or 2
            yield Reference(
                span.start - len(led), span.end, led + span.text, "several", LABELS[noun], noun, number, plural=True
            )


def _counts(following: Span | None) -> bool:
    """Whether a number counts what stands before it: 铁路口岸2个."""
    return following is not None and following.label == "Quantity" and following.text.endswith(("个", "处", "座"))


def _short_titles(annotation: Annotation, start: int, end: int) -> Iterator[Reference]:
    """《意见》, 《规划》: a title that is only the word for its kind means the one that was named in full."""
    for span in annotation.spans_in(start, end, ("Title",)):
        word = span.text[1:-1]
        if LABELS.get(word) in (DOCUMENTS, AGREEMENTS):
            yield Reference(span.start, span.end, span.text, "definite", LABELS[word], word)


def _read(annotation: Annotation, match: "re.Match[str]", kind: str) -> Reference | None:
    text = annotation.abstract
    begin, stop = annotation.text_range(match.start(), match.end())
    words = match[0]
    if kind == "former or latter" and _LINES.search(annotation.text, 0, begin):
        return Reference(begin, stop, words, kind, ("Corridor",))
    if kind == "first or last":
        return Reference(begin, stop, words, kind, ANY, "", whole(match["n"]) or 2, int(match["end"] != "前"), True)
    if kind == "former or latter":
        return Reference(begin, stop, words, kind, ANY, place=0 if words == "前者" else 1)
    if kind == "one of a pair":
        return Reference(
            begin, stop, words, kind, LABELS[match["noun"]], match["noun"], place=int(match["end"] == "后")
        )
    if kind == "period":
        return Reference(begin, stop, words, "definite", ("Period",), match["noun"])
    if kind == "thereby":
        if MARKS["Title"] in text[: match.start()]:
            return None  # the sentence itself names the document
        return Reference(begin, stop, words, kind, DOCUMENTS, "文件")
    if kind == "branch":
        led = _LED_TO_COUNT.match(text, match.end())
        if (
            _KINDS_LISTED.match(text, match.end())
            or _MEMBERS.match(text, match.end())
            or _counts(annotation.at.get(led.end() if led else match.end()))
        ):
            return None
        word = annotation.at[match.start()].text
        mode = re.fullmatch("(?:公路|铁路|水运|航空|陆路)口岸", word)
        return Reference(begin, stop, word, kind, ("Port",)) if mode else None
    if kind == "office":
        if match["noun"] and not _BEFORE_OFFICE.search(text, max(0, match.start() - 2), match.start()):
            return None
        office = match["office"] or match["second"]
        begin, stop = annotation.text_range(match.start("noun" if match["noun"] else "second"), match.end())
        return Reference(begin, stop, office, kind, ("Region", "Organization"), match["noun"] or "")
    if kind == "direction":
        whole_of = "\ue000" <= text[match.start() - 1 : match.start()] <= "\uf8ff"  # 云南省西南部
        return (
            None if whole_of else Reference(begin, stop, words, kind, ("TradeZone",), match["noun"] or match["short"])
        )
    if kind == "described":
        noun = match["noun"]
        if noun == MARKS["PortKind"]:
            return Reference(begin, stop, words, kind, ("Port",), "口岸")
        town = noun[-1] in "城镇市" or noun == MARKS["PlaceKind"]
        if any(is_mark(character) for character in match[0][2 : match.start("noun") - match.start()]):
            stop, words = annotation.text_range(match.start(), match.start() + 2)[1], match[0][:2]
        return Reference(begin, stop, words, kind, ("Region",) if town else LABELS[noun], "" if town else noun)
    if kind == "here":
        town = words == "当地"
        return Reference(begin, stop, words, kind, ("Region",) if town else ("Region", "Port", "Platform"))
    if kind == "pronoun":
        return Reference(begin, stop, words, kind, ("Topic",))
    groups = match.groupdict()
    noun = next((groups[k] for k in ("noun", "noun2", "noun3", "noun4", "within", "within2") if groups.get(k)), "")
    before = text[match.start() - 1 : match.start()]
    concept = annotation.at[match.start("noun")].concept if noun == MARKS["PlatformKind"] else None
    if kind == "whole":
        if "\ue000" <= before <= "\uf8ff" and before not in _NO_PLACE:
            return None  # 崇左市境内: the place stands before it
        if words == "境内" and "境外" in text:
            return None  # 由境内的甲片区和境外的乙园区组成: on this side of the border, not of any place
        noun = "" if noun in ("辖区", "境", "境内") else noun
        around = ("TradeZone", "Platform", "Region") if words == "区内" else ("Region",)
        return Reference(begin, stop, words, kind, around, noun)
    if kind == "several":
        if words in _COMING or "\ue000" <= before <= "\uf8ff" or (before and before in "第、十百"):
            return None
        number = whole(match["n"]) or 2
        labels = ANY if noun == "者" else LABELS[noun]
        return Reference(begin, stop, words, kind, labels, "" if noun == "者" else noun, number, None, True, concept)
    measured = noun == "中心" and _EXTENT.match(text, match.end())
    if kind == "bare noun" and not measured and noun in TOO_SHORT:
        return None
    plural = words.startswith(("上述", "这些"))
    return Reference(begin, stop, words, kind, LABELS[noun], noun, plural=plural, concept=concept)
