"""The pattern language of the rule files, compiled to regular expressions over abstract strings.

    {doc:Title|Policy}    one span of these labels, under a name
    {org:Organization+}   a list: A、B和C（等）
    {place:Region+,}      a list that commas may part as well: 广西东兴，云南瑞丽、勐腊
    {port:Port*}          a list in which unknown names may stand too, beside a known one
    {x:@Port}             as {x:Port}, or what the clause speaks of without naming it (the subject left out, 其)
    {head:Name}           a run of Han characters (an unknown name)
    {p:Pairs}             pairs of names joined by a dash: 木姐—姐告、甘拜地—猴桥
    {m:Modes}             modes of transport: 公路、铁路
    {n:Ordinal}           首届, 第三次: which of a series
    {name:Latin}          Latin letters: an abbreviation
    {p:Phrase~期|阶段}    words within the clause, as few as possible, that end so; ~>为, words that stand before it
    <issue>               any word of a lexicon
    {!生效|废止}           nothing: none of these words stands in the rest of the clause (14 characters)
    …                     up to 14 characters within the clause, as few as possible
    ……                    up to 40 characters within the sentence, as few as possible
    ‥                     up to 12 characters within the clause with no name among them, as few as possible
    ～                    what may stand between a subject and its verb: adverbs, dates, 于, 经 and who approved
    ( | ) ?               groups, alternatives, options
    ^ $                   the edges of a clause

Everything else is plain Chinese; blanks count for nothing. There is no unbounded repetition, so every pattern is
bounded in time by the length of a sentence.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from borderkg.corpus.normaliser import fold
from borderkg.errors import RuleError
from borderkg.extraction.annotation import MARKS
from borderkg.extraction.rulebook.modes import MODES
from borderkg.extraction.rulebook.needs import Need, Needs
from borderkg.extraction.rulebook.neighbours import THEIR_SIDE
from borderkg.extraction.rulebook.wordlists import any_of, shortest
from borderkg.extraction.span import LABELS

MACROS: Final[dict[str, tuple[str, ...]]] = {
    "Place": ("Country", "Region", "TradeZone", "Port", "Platform"),
    "Area": ("Country", "Region"),
    "Document": ("Title", "Policy"),
    "Thing": tuple(label for label in LABELS if label not in ("Date", "Quantity", "Topic")),
}
_TOKEN: Final = re.compile(
    r"\{(?:(?P<name>[a-z_]\w*):)?(?P<left>@)?(?P<types>[A-Z][\w|]*)(?P<list>\+,|[+*])?(?:~(?P<ends>[^}]+))?\}|\{!(?P<but>[^}]+)\}|<(?P<word>[a-z][\w-]*)>|(?P<gap>……|…|‥|～)|(?P<op>[()|?^$])|(?P<blank>\s+)|(?P<text>.)"
)
_PLACES: Final = "".join(MARKS[label] for label in ("Region", "Port", "Country"))
_NOTE: Final = r"(?:\([^()]{1,14}\))?"
_UNKNOWN: Final = r"[\u4e00-\u9fff—]{2,9}?"
_BODIES: Final = MARKS["Organization"] + MARKS["Agreement"]
"""Within Latin letters: China-ASEAN Expo."""

_COUNT: Final = (
    f"(?:{MARKS['Quantity']}(?:(?:国家)?{MARKS['PortKind']}|县级市|市辖区)?|(?:\\d{{1,2}}|[二两三四五六七八九十]{{1,3}})个?(?:区|旗|县|市|镇|乡|街道|苏木|县级市|市辖区|州|省)"
    "|[东西南北中]{1,2}部(?:地区)?|的?(?:全[境域省市州县区]|一?部分(?:区域|地区|乡镇|县市)?|大部(?:分(?:区域|地区)?)?))?"
)
"""Within a list: 黑龙江、吉林两省和内蒙古东部; 甲、乙2个一类口岸和丙口岸; 辖甲、乙2区和丙县; 甲市全境和乙县部分区域;
甲国中部和乙国南部."""

_GAPS: Final = {
    "…": r"(?!\))[^,。;:!?]{0,14}?",
    "……": r"[^。;!?]{0,40}?",
    "‥": f"[^,。;:!?{''.join(mark for label, mark in MARKS.items() if label not in ('Date', 'Quantity'))}]{{0,12}}?",
}
_BETWEEN: Final = (
    rf"随[^,。;]{{1,14}}?(?:而|通车|开通|开行|运行)|{MARKS['Countries']}(?:两国)?(?:政府|双方|元首|领导人|总理)?(?:商定|协定|协议|换文|确定|约定|(?:共同)?(?:签署|签订)[^,。;]{{0,8}}(?:方案|协议|协定|条约|备忘录))?|{MARKS['Date']}(?:[、和与及]{MARKS['Date']}){{0,5}}(?:起|前后|间|初|底|末)?|{MARKS['Organization']}(?:[、和与]{MARKS['Organization']})?|在{MARKS['Region']}|"
    r"\d{1,2}日|[今昨][日天]|近日|日前|近期|早在|同于|[于在自到系是经由获报]|得到|[获取]得|报请|报经|批准|批复|核准|同意|准[许予]|下文|发文|行文|以[^,。;]{1,8}文|(?:按照?|以)[^,。;]{1,12}?(?:模式|方式|形式|名义)|通过(?:国家|联合|正式)?验收[并后]?"
)
"""Beside adverbs and bodies without a name, what may stand between a subject and its verb."""

_OPERATORS: Final = {"(": "(?:", "^": rf"(?:^|(?<=[,;:。])){MARKS['Topic']}?", "$": r"(?=[,;:。!?]|$)"}
_JOIN: Final = (
    rf"(?:、(?:以及|和|与|及)?|,{MARKS['Topic']}?以及|"
    r"以及|和|与(?!.{1,2}(?:铁路|公路|路网|管网|管道)?(?:接轨|相接|对接|衔接))|及|暨)"
)
"""与 joins two names but not in 至凭祥与越南铁路接轨."""

_NOT_WITH: Final = (
    f"(?!(?<=[{''.join(MARKS[x] for x in ('Region', 'Port', 'Platform', 'TradeZone'))}])与[{MARKS['Country']}])"
)
"""新疆与蒙古、俄罗斯和哈萨克斯坦接壤: no list of four, but one place and its neighbours."""

_OTHERWISE: Final = r"(?![\ue000-\uf8ff](?:则|另|不|未|尚|暂|仍|没有|除外|的做法|的办法))"
_JOIN_COMMA: Final = rf"(?:、(?:以及|和|与|及)?|,(?:以及|和|与|及)?{_OTHERWISE}|以及|和|与|及|暨)"
"""适用于甲省，乙省另行规定: what is told of the second is another thing."""
_STOPS: Final = frozenset(",。;、()”")
_MODE_WORDS: Final = (*MODES, "陆路", "管道")
_KIND: Final = f"(?:[{MARKS['PlatformKind']}{MARKS['PortKind']}]|片区|试验区|合作区|综保区|口岸)"
_OF_AREA: Final = (
    f"(?:(?<=等)[{MARKS['Region']}{MARKS['Organization']}](?:各国|国家|诸国|成员国)?(?:和地区)?"
    "|(?<=等)(?:[东西南北中]{1,2}[亚欧非]|周边|沿线|沿边|邻近|相邻|毗邻)?(?:国家|邻国|各国|诸国))?"
)
"""Behind a list of countries: 哈萨克斯坦、吉尔吉斯斯坦等中亚国家, 越南、泰国等东盟国家."""

_AND_OTHERS: Final = (
    f"(?:(?:(?<=等)(?:国务院|国家)?(?:有关|相关|多个|各)?(?:{MARKS['Quantity']}|[两三四五六七八九十]{{1,2}}个?)?|{MARKS['Quantity']}|[两三四五六七八九十]{{1,2}}个?)"
    "(?:门|部门|部委|单位|机关|委局|部委局|机构)(?:联合|共同)?)?"
)
"""Behind a list of bodies: 国家计委等部门, 财政部、海关总署等五部门, 商务部、外交部两部门."""
_SHARED: Final = (
    f"(?:(?:{MARKS['Quantity']}|[两二三四五六七八九十]{{1,2}}个?)?(?:国家级?|边境|沿边|新|大){{0,2}}{_KIND})?"
)
"""The word that the names of a list share, once more behind the last: 喀什、霍尔果斯两个经济开发区."""

MODE: Final = f"(?:{'|'.join(_MODE_WORDS)})".replace("管道", "管道(?:运输)?")
ORDINAL: Final = "(?:首|第[一二三四五六七八九十\\d]{1,3})[届次轮]"
NAME: Final = r"[\u4e00-\u9fff·—]{1,12}"


@dataclass(frozen=True)
class Pattern:
    """A pattern; `slots` maps each slot to its labels, `required` holds what must stand in a sentence."""

    source: str
    expression: str
    where: str
    """The rule that it is of."""
    slots: dict[str, tuple[str, ...]]
    lists: frozenset[str]
    leads: str
    """The slot that stands for the subject of a clause (with an @), where the pattern begins with it."""
    about: frozenset[str]
    """The labels of that slot, where every match has it: a sentence must name one of these things, or speak of one."""
    required: tuple[Need, ...]
    """Of each of these the abstract string must hold one, each behind that of the one before."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when a sentence first holds what it requires: a short text asks for few of all patterns, and to compile
        them all takes seconds. Raises RuleError for what is no expression."""
        try:
            return re.compile(self.expression)
        except re.error as error:
            raise RuleError(f"{self.where}: {error} in {self.source!r}") from error


def labels_of(types: str, where: str) -> tuple[str, ...]:
    """The labels that a slot accepts. Raises RuleError for an unknown one."""
    labels: list[str] = []
    for name in types.split("|"):
        if name in MACROS:
            labels += MACROS[name]
        elif name in LABELS:
            labels.append(name)
        else:
            raise RuleError(f"{where}: unknown type {name}; known are {', '.join((*LABELS, *MACROS, 'Name'))}")
    return tuple(dict.fromkeys(labels))


def compile_pattern(source: str, lexicon: Mapping[str, tuple[str, ...]], where: str) -> Pattern:
    """Compile one pattern; the lexicon holds its lists as `wordlists.expanded` gives them. Raises RuleError, naming the rule, for
    what the language does not know."""
    out: list[str] = []
    slots: dict[str, tuple[str, ...]] = {}
    lists: set[str] = set()
    needs = Needs()
    tokens = [token for token in _TOKEN.finditer(source) if not token["blank"]]
    for i, token in enumerate(tokens):
        optional = i + 1 < len(tokens) and tokens[i + 1]["op"] == "?"
        if token["types"]:
            piece, words = _slot(token, slots, lists, where)
            needs.one_of(() if optional else words)
        elif token["word"]:
            if not lexicon.get(token["word"]):
                raise RuleError(f"{where}: no lexicon <{token['word']}>; known are {', '.join(sorted(lexicon))}")
            piece = any_of(lexicon[token["word"]])
            needs.one_of(() if optional else shortest(lexicon[token["word"]]))
        elif token["but"]:
            words = [re.escape(fold(word)) for word in token["but"].split("|")]
            piece = f"(?![^,。;:!?]{{0,14}}?(?:{'|'.join(words)}))"
        elif token["gap"]:
            piece = _GAPS.get(token["gap"]) or _between(lexicon)
            needs.one_of()
        elif token["op"]:
            piece = _OPERATORS.get(token["op"], token["op"])
            if token["op"] == ")" and not needs.depth:
                raise RuleError(f"{where}: unbalanced brackets in {source!r}")
            _take_operator(token["op"], needs, optional=optional)
        else:
            character = fold(token["text"])
            piece = re.escape(character)
            if character in ",;:。(":  # behind which a subject may be left out
                piece = f"(?:{piece}{MARKS['Topic']}?)"
                needs.one_of(() if optional else character)
            elif optional:
                needs.one_of()
            else:
                needs.character(character)
        out.append(piece)
    if needs.depth:
        raise RuleError(f"{where}: unbalanced brackets in {source!r}")
    leads, required = _leading(tokens), needs.found()
    about = frozenset(slots[leads]) if leads else frozenset()
    about = about if frozenset(MARKS[label] for label in about) in required else frozenset()
    return Pattern(source, "".join(out), where, slots, frozenset(lists), leads, about, required)


def _between(lexicon: Mapping[str, tuple[str, ...]]) -> str:
    words = any_of((*lexicon.get("adverb", ()), *lexicon.get("approving", ())))
    return f"(?:{words}|{_BETWEEN}){{0,8}}?"


def _take_operator(operator: str, needs: Needs, *, optional: bool) -> None:
    if operator == "(":
        needs.begin()
    elif operator == ")":
        needs.end(optional=optional)
    elif operator == "|":
        needs.alternative()
    else:
        needs.one_of()


def _leading(tokens: Sequence[re.Match[str]]) -> str:
    first = tokens[0] if tokens else None
    return first["name"] or "" if first is not None and first["left"] else ""


def _owner(labels: Sequence[str]) -> str:
    """What may stand before a member of a list of places: 怒江州的贡山、福贡和德宏州的芒市, 甲口岸和北疆乙口岸."""
    before = [f"{MARKS['Region']}的"] if "Region" in labels else []
    before += [f"{MARKS['Region']}的?(?={MARKS['Port']})"] if "Port" in labels else []
    return f"(?:{'|'.join(before)})?" if before else ""


def _not_outer(token: re.Match[str], labels: Sequence[str]) -> str:
    """In a list of places and ports, no place before a port: 甲口岸和某省乙口岸 are two ports."""
    mixed = token["list"] and {"Port", "Region"} <= set(labels)
    return f"(?!{MARKS['Region']}{MARKS['Port']})" if mixed else ""


def _joint(token: re.Match[str], labels: Sequence[str]) -> str:
    """The expression for what joins the names of a list."""
    join = _JOIN_COMMA if token["list"] == "+," else _JOIN
    if tuple(labels) == ("Organization",):
        join = f"(?:{join}原?)?"  # 中共中央国务院
    if "Title" in labels:  # 《甲》《乙》: the marks of a title part it from the next
        join = f"(?:{join})?"
    if "Country" in labels and len(labels) > 1:
        marks = "".join(MARKS[label] for label in labels)
        join = _NOT_WITH + (f"(?!与[{marks}]{{1,2}}、)" if token["left"] else "") + join  # 我国与朝鲜、俄罗斯和蒙古
    return join


_NAMED_APART: Final = "".join(MARKS[label] for label in ("Title", "Policy", "Meeting", "Event", "Agreement", "Date"))
"""What fills a slot of its own where it marks a period."""


def _slot(
    token: re.Match[str], slots: dict[str, tuple[str, ...]], lists: set[str], where: str
) -> tuple[str, Sequence[str]]:
    """The expression for a slot, and the marks or words of which one must stand in it."""
    name = token["name"]
    if name in slots:
        raise RuleError(f"{where}: slot {name} stands twice")
    if token["types"] == "Name":
        slots[name or "_name"] = ()
        return (f"(?P<{name}>{NAME})" if name else NAME), ()
    if token["types"] == "Phrase":
        slots[name or "_phrase"] = ()
        words = [fold(end) for end in (token["ends"] or "").split("|")]
        before = all(word.startswith(">") for word in words)
        ends = "(?:" + "|".join(re.escape(word.removeprefix(">")) for word in words) + ")"
        if before:  # up to the words, which what follows in the pattern asks for, and with no name of a document in it
            return f"(?P<{name}>[^,。;:!?()“”{_NAMED_APART}]{{1,24}}?)(?={ends})", ()
        if len(words) > 1 and set(words) <= _STOPS:  # up to one of them or the end of the clause
            return f"(?P<{name}>[^,。;:!?()“”、]{{1,16}}?)(?={ends}|$)", ()
        if re.fullmatch(r"\(\?:\\?[)”]\)", ends):  # up to a closing mark, which is no part of the words
            return f"(?P<{name}>[^,。;:!?()“”]{{1,28}}?)”?{ends}", words
        return f"(?P<{name}>[^,。;:!?]{{0,28}}?{ends})", words if all(words) else ()
    if token["types"] == "Pairs":
        slots[name or "_pairs"] = ("Pairs",)
        end = f"(?:[{_PLACES}]|[\u4e00-\u9fff]{{2,7}}?)"
        pair = f"{end}—{end}"
        return f"(?P<{name}>{pair}(?:{_JOIN}{pair}){{0,30}})", "—"
    if token["types"] == "Modes":
        slots[name or "_modes"] = ("Modes",)
        return f"(?P<{name}>{MODE}(?:[、和与及]?{MODE}){{0,4}})", _MODE_WORDS
    if token["types"] == "Ordinal":
        slots[name or "_ordinal"] = ()
        return f"(?P<{name}>{ORDINAL})", ("届", "次", "轮")
    if token["types"] == "Latin":
        slots[name or "_latin"] = ()
        return f"(?P<{name}>[A-Za-z][A-Za-z0-9&. {_BODIES}-]{{1,80}}?)", ()
    labels = labels_of(token["types"], where)
    left_out = MARKS["Topic"] if token["left"] else ""
    marks = "".join(MARKS[label] for label in labels)
    abroad = {"Port", "Region"} & set(labels) if "Country" in labels else {"Port"} & set(labels)
    country = f"(?:{MARKS['Country']}(?:的?首都)?)?" if token["list"] and abroad else ""  # 越南友谊口岸, 老挝首都万象
    if "Port" in labels and country:  # 对应俄方克拉斯基诺和朝方元汀里
        country = f"(?:{MARKS['Country']}(?:的?首都|的)?|{THEIR_SIDE}的?)?"
    one = f"{country}{_not_outer(token, labels)}[{marks}]{_NOTE}" + (
        f"(?:—[{marks}])?" if token["list"] and "Region" in labels else ""
    )
    piece = _list_of(one, token, labels) if token["list"] else f"[{marks}]{_NOTE if token['left'] else ''}"
    area = _OF_AREA if token["list"] and "Country" in labels else ""
    if token["list"] and labels == ("Organization",):
        area = _AND_OTHERS
        piece = piece if left_out else f"原?{piece}"  # 由原国家计委等部门批准
    if name:
        slots[name] = (*labels, "Topic") if left_out else labels
        if token["list"]:
            lists.add(name)
        piece = f"(?P<{name}>{left_out + '|' if left_out else ''}{piece}){area}"
    else:
        piece = f"(?:{piece}){area}"
    return piece, marks + left_out


def _list_of(one: str, token: re.Match[str], labels: Sequence[str]) -> str:
    """The expression for a list of such names."""
    if token["list"] == "*":
        element = f"(?:{one}|{_UNKNOWN})"
        return f"(?:{_UNKNOWN}{_JOIN}){{0,4}}{one}(?:{_JOIN}{element}){{0,60}}等?"
    join = _joint(token, labels)
    shared = _SHARED if "Platform" in labels or "Port" in labels else ""
    return f"{one}(?:{_COUNT}{join}{_owner(labels)}{one}){{0,60}}等?{shared}"
