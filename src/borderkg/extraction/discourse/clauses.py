"""The clauses of an abstract sentence: where they begin and end, which names they join, and which one is their subject."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation, clause_start, is_mark
from borderkg.extraction.rulebook.neighbours import THEIR_SIDE
from borderkg.extraction.span import Antecedent, Span

TOPICAL: Final = (
    "Port",
    "Platform",
    "TradeZone",
    "Region",
    "Country",
    "Countries",
    "Corridor",
    "Expo",
    "Organization",
    "Agreement",
    "Meeting",
    "Event",
    "Title",
    "Policy",
    "Period",
)
TOPICAL_MARKS: Final = "".join(MARKS[label] for label in TOPICAL)
_MARKS: Final = TOPICAL_MARKS
_DATE: Final = MARKS["Date"]
_QUANTITY: Final = MARKS["Quantity"]
ITEM: Final = "(?:第?[一二三四五六七八九十]{1,2}|其[一二三四五六]|首先|其次|再次|最后),"
"""What begins an item: 第一，; for 一是 see `openings`. It is no clause of its own."""

_LEAD: Final = re.compile(
    rf"(?:{MARKS['Period']}(?=[{MARKS['Port']}{MARKS['Platform']}{MARKS['Region']}])|(?:我国|中国|国内)的?(?=[{MARKS['Port']}{MARKS['Platform']}{MARKS['Region']}])|[{_DATE}“”‘’\"·▲△●■◆★◇○※]|其中|目前|当前|现有|现在|现|同时|此外|另外|另有|另|例如|如|比如|而|但是|但|则|又|并|即|因此|作为|早在|随后|此后|之后|后来|"
    rf"当时|先后|相继|年末|年底|年初|末|底|初|间|期间|以来|起初|起|最初|{ITEM}|第[一二三四五六七八九十]+届?|第{_QUANTITY}|[首历本上]届|\d+[.、]|[一二三四五六七八九十]+、|"
    rf"\([一二三四五六七八九十\d]{{1,2}}\)|[①-⑳]|答:?|问:?|首先|其次|再次|最后|不过|只有|仅|除了|上|前|再|还|也|的|就|才|仍|(?:截至|到|至)(?=[{_DATE}])|省内|【|"
    rf"这里[就便正]?是(?=[{MARKS['Region']}{MARKS['Port']}],))*"
)
_MODIFIED: Final = re.compile(
    rf"{MARKS['Region']}(?:下辖|所辖|管辖|代管|辖下|境内|辖区内|所属|下属)的(?=[{_MARKS}])|"
    rf"{MARKS['Region']}(?:县?城区?|市区)?以?[东西南北]{{1,2}}[部面方]?向?(?:约|大约)?{MARKS['Quantity']}[处外远]?的(?=[{_MARKS}])|"
    rf"(?:有|素有|号称|被誉为|被称为)“[^”,。]{{1,16}}”(?:之称|美誉|之美誉)?的|[^,。;:是为有与同对在由经于自从属以距{_MARKS}]{{2,10}}的(?=[{_MARKS}])"
    rf"|(?:有着?|拥有|具有)[^,。;:{_MARKS}]{{2,16}}?(?:历史|传统|资源|优势|底蕴|风情|美誉|地位)的(?=[{_MARKS}])"
    rf"|以[^,。;:]{{1,16}}?(?:著称|闻名|出名|见长|为名)的(?=[{_MARKS}])|海拔[^,。;:]{{0,4}}{_QUANTITY}[^,。;:]{{0,2}}的(?=[{_MARKS}])"
    rf"|(?:连接|沟通|贯通|横跨|位于|地处|[起始]于|通往|毗邻|紧邻|隶属|设在)[^,。;:]{{1,24}}?的(?=[{_MARKS}])"
    rf"|以[^,。;:]{{1,24}}?为(?:主体|依托|核心|中心|主|基础|腹地|龙头)的(?=[{_MARKS}])"
    rf"|距离?[^,。;:]{{1,20}}?(?:{_QUANTITY}[^,。;:]{{0,4}}?|不远|较近|最近|很近|咫尺)的(?=[{_MARKS}])"
    rf"|(?:口岸|港口|[{_MARKS}])所在的(?=[{_MARKS}])"
    rf"|(?:对应|对接|面对)[^,。;:]{{0,12}}?{MARKS['Port']}的(?=[{_MARKS}])"
    rf"|[与同][^,。;:]{{1,20}}?(?:接壤|毗邻|为邻|交界|相[邻接连望对通])的(?=[{_MARKS}])"
)
"""距此不远的凭祥铁路口岸, 连接昆明与万象的中老铁路, 与老挝接壤的勐腊县: what stands before the name of a subject.
与老挝的磨丁口岸 and 对应老挝南塔省的磨丁口岸 name the other side."""

_ACT: Final = re.compile(
    r"(?:正式|再次|又|先后)?(?:批准|批复同意|批复|同意|核准|列|确定|定|辟|商定|议定|协商|协议|约定|决定|宣布)(?:升格|升级|晋升|提升|恢复|(?:扩大|恢复|对外|正式)*开放|调整|列|确定|定|辟)?(?:为|(?:对外|恢复|扩大|正式|重新)*(?:开放|设立|建立|开通)?(?=[,。;)]|$))"
)
"""国务院批准为一类口岸: a body acts on what the clause does not name."""

_EPITHET: Final = re.compile(
    "(?![与和同跟对向由从在以于隔距])(?:[\u4e00-\u9fff]{0,8}?)(?:重镇|边城|小城|边镇|名城|古城|城市|门户|明珠|枢纽|桥头堡)"
    rf"(?=[{MARKS['Port']}{MARKS['Region']}](?!的|{MARKS['PlaceKind']}))"
)
"""边境重镇畹町位于…: what a town is called before its name."""

FIRST_ITEM: Final = re.compile("第?一,|其一")
NEXT_ITEM: Final = re.compile("第?[二三四五六七八九十],|其[二三四五六]")
"""一是连接…的甲走廊；二是连接…: an item goes on about none that another brings up."""

ANNOUNCED: Final = re.compile("(?:有|包括|辖|[分别]是|分别为):$")
"""下辖县市有：甲、乙、丙: what goes on of one thing is not of the list behind the colon."""

_JOIN: Final = rf"(?:\([^()]{{1,14}}\))?{_QUANTITY}?(?:、(?:以及|和|与|及)?|以及|和|与|及|暨)"
_GROUP: Final = re.compile(rf"[{_MARKS}](?:{_JOIN}[{_MARKS}]|—[{_MARKS}]|(?<={MARKS['Title']}){MARKS['Title']})*")
_LAST_OF_TWO: Final = re.compile(rf"(?:和|与|同|以?及)[{_MARKS}]$")
_NOT_SUBJECT: Final = re.compile(
    rf"(?:[临在于从自向对与同由经被获据至往距比除是为系归称以隔接邻靠衔毗倚濒连把将给跟居处]|(?<!所)属|落实|贯彻|执行|细化|(?<![另还现仅只])有|位于|地处|隶属|根据|按照|作为|通过|借助|依托|利用|凭借|(?:成立|组建)了?|对应|毗邻|通往|连接|(?:对应|对接|面对|通往|连接|[与和同]){THEIR_SIDE}的?)$"
)
_OBJECT_OF: Final = re.compile(
    "(?:[起终]点|对应|对接|毗邻|通往|连接|面对|隔江|隔河|包括|包含|涵盖|囊括|辐射|面向|覆盖|服务|沟通)[^,。;]{0,2}$"
)
"""对应哈方纳林果勒口岸，属…; 该区包括甘肃、新疆，毗邻…: what goes on behind the comma is not of the last name."""

_TOGETHER: Final = re.compile(
    r"[^,。;]{0,12}?(?:相对|相望|接壤|对应|毗邻|隔|签|开展|贸易|之间|相连|相接|对接|交界|相距|为邻|相邻|通关|对开|往来|互通)"
)
_TWO_SIDES: Final = re.compile(rf"[{_MARKS}](?:、[{_MARKS}])*(?P<other>[与同])[{_MARKS}](?:[、和及][{_MARKS}])+$")
_FACING: Final = re.compile(
    rf"{_QUANTITY}?[^,。;均都皆与和同各分{_MARKS}]{{0,6}}?(?:相对|相望|接壤|毗邻|相连|相接|交界|为邻|相邻|对开)"
)
_SIDE: Final = r"正?[东西南北]{1,2}[部面边侧端]?(?:与|和|同|隔|邻|临|接|靠|连|毗)"
_DATED: Final = rf"(?<=[开通关放批准立成复航车货升级])、(?={_DATE}(?:[^、和与及,。;]|$))"
_CLAUSE: Final = re.compile(f"(?:(?:^|(?<=[,;:。!?])){ITEM})?(?:[^,;:。!?()】、]+|(?!{_DATED})、(?!{_SIDE}))+")
"""东与俄罗斯、南与朝鲜接壤 are two, and so are 1997年临时开放、2002年正式开放."""
_NUMBERED: Final = re.compile(r"\([一二三四五六七八九十\d]+\)")
"""（三）: the number of a paragraph, behind which it begins."""

_SUBORDINATE: Final = re.compile(
    r"(?:(?:直辖|代管|直管|管辖|所属|(?:所|下)?辖)的?(?:边境)?(?:县级市|自治州|地级市|县|市|旗|区|镇|州|盟)|(?:人民政府|政府|州府|首府|府|行署)?(?:所在地|驻地)|代管|直管|代辖|直辖|管辖|下辖|所辖|的?(?:边境)?(?:县级市|地级市|边境县|边境旗|边境市|市辖区)|(?:境内)?的?最?[东西南北]{1,2}(?:[部端侧隅角]|部?边缘|(?=[,。])))(?=[,。;、])|境内?(?=[,。;])|[国境]?内?段(?=[经自由从起途])"
)
"""西双版纳州辖县, 佳木斯市代管, said of the place before it."""
_MARKER: Final = re.compile("(?:陆地)?(?:边界|国界|边境)线?(?:上的?)?第?[^,。;]{0,6}(?:界[标碑桩]|号)")
"""中蒙边界99号界标处: where what is spoken of stands."""
_ONCE: Final = re.compile(
    rf"[{MARKS['Countries']}{MARKS['Country']}][^,。;]{{2,20}}?(?:之后|以后|后)(?:即|便|就|遂|随即|旋即|才|又|再)"
)
"""1954年中印两国签订通商协定后即对外开放: when what was spoken of was opened."""

_VOICE: Final = re.compile("(?:学者|媒体|专家|记者|舆论|学界|报纸|官媒|通讯社|分析人士)")
"""台湾学者指出，…: who tells of something."""

_HEADED: Final = re.compile(
    rf"(?:边境上?|边界上?|境内|境|内|唯一|首个|首座|最[大小早晚长北南东西]|(?:下|所|管)辖|代管|管辖|辖下|辖区内?|治下|所属|所在|对面|对岸|[\u4e00-\u9fff{MARKS['PlaceKind']}{MARKS['PortKind']}]{{1,8}}之一|[东西南北]{{1,2}}[部端侧隅]|[\u4e00-\u9fff]{{0,6}}{MARKS['Quantity']}处)?的[^,。;:与和同跟隔距{_MARKS}]{{0,6}}[{_MARKS}]"
)
_DESCRIBES: Final = re.compile(
    rf"(?:[东西南北中]{{1,2}}部)?(?![与和同跟])(?:(?![是为系有在设位属辖到至从由的])[\u4e00-\u9fff]){{0,12}}(?:的(?:重要|主要|著名|最大|新兴|唯一))?(?:{MARKS['PlaceKind']}|(?:城市|城镇|重镇|小城|边城)(?![\u4e00-\u9fff]))(?=[,。])"
)
"""黑龙江省东部重要的口岸城市: what is spoken of is described, and by the place that it lies in."""

_SLOPE: Final = re.compile(
    "(?:(?![处于在位居是])[\u4e00-\u9fff]){0,4}?(?:[山岭原地江河](?:[东西南北]{1,2}|中)[部麓缘端侧岸段坡]|[东西南北]{1,2}[麓缘岸坡]|中[东西南北]部|[上中下]游|腹地|之滨|之畔|的?(?:大?[东西南北]{1,2})?边[陲疆])(?:[左右]岸)?(?=[,。;])"
)
"""阿尔泰山南麓, 黑龙江中游右岸, 昌都市中西部: a clause that goes on telling where a place lies, and is of no other."""

_SEAT_OF: Final = re.compile("的?(?:首府|省会|州府|盟府|首都)(?:所在地)?(?:就?是|为)?")
"""甲州首府乙市，距…: the town is spoken of."""

_GOVERNED: Final = re.compile("(?:下辖|所辖|管辖|代管|辖下|治下|所属|下属)的")


def governed(text: str, led: int) -> bool:
    """Whether a clause speaks of what its place governs, and the next goes on about the place: 甲市…，下辖的乙县与越南接壤，
    边境线长…."""
    return bool(_GOVERNED.match(text, led))


_STATE: Final = re.compile(
    rf"(?:国家|中央|(?:省|自治区|州|盟|市|县)(?:(?:人民)?政府|{MARKS['Organization']})|{MARKS['Countries']}?(?:两国|双方)(?:中央)?(?:政府)?|{MARKS['Countries']}(?:政府)?)"
    "(?:正式|再次|又|先后|共同)?"
)
_THE_STATE: Final = re.compile(
    r"(?:属于?|归入|位于|地处|隶属于?|设[在于])[^,。;:]{1,16}?的(?=[\u4e00-\u9fff]{1,8}?(?:有|包括|为|是|即))"
    "|[\u4e00-\u9fff]{2,10}(?:机场|大桥|码头|车站|货场|市场)(?=[为是系位由于])"
    "|(?![现今清明元宋唐汉早最历民当旧古原])[\u4e00-\u9fff]{2,5}(?<![语人间方期时代朝年初末后前来称即史上曾也又亦其内外名])(?:原名|旧名|古名|原称)(?=[“为是叫])"
    "|[\u4e00-\u9fff]{2,5}[岛街关山湖桥寺城寨屯港湾岭](?:又|亦|也|俗|古|旧|原|别)(?:称|名)"
    "|(?<=[江河湖山岭],)[俄蒙朝越缅傣藏]方?(?:语|人)?(?:则|又)?称"
    "|[\u4e00-\u9fff]{2,8}(?:机场|大桥|码头|车站|航站楼|联检楼|客运站|货运站)(?=[获正投建开动竣通启恢又则也已才终])"
    "|[与同和][之此](?:相反|相比|不同|类似|相似|形成[^,。;]{1,6}|呼应|相应|配套|同时|并行|一道)的(?=[是有还为])|(?:国务院)?(?:多|有关|相关|各)个?(?:部委|部门)|其余|其他|其它|[全我该][省市区州县旗盟](?![面线长程域])|国家(?=[^,。;]{0,6}(?:出台|印发|发布|公布|颁布|制定|制订|编制|修订|修改|通过|实施|批准|设立|提出|推出|启动|召开))"
)


_APPROVED_FIRST: Final = re.compile(
    rf"(?:经|报经|报请|获|征得){MARKS['Organization']}(?:研究|正式)?(?:批准|同意|批复|审批|核准),(?=[{_MARKS}](?![{_DATE}]))"
)
"""2000年8月经国务院批准，姐告边境贸易区实行…: what was approved is named behind the comma."""


def lead(text: str, start: int) -> int:
    """Where what leads to the subject of a clause ends: dates, adverbs, numbers of a list."""
    leading = _LEAD.match(text, start)
    return leading.end() if leading else start


def state_acts(annotation: Annotation, led: int) -> int | None:
    """Where the verb stands of a clause that tells an act of the state upon what it does not name: 1992年国家批准开放.
    `led` is where its `lead` ends."""
    state = _STATE.match(annotation.abstract, led)
    return state.end() if state and _ACT.match(annotation.abstract, state.end()) else None


def notes_country(annotation: Annotation, start: int, led: int) -> bool:
    """Whether a clause is a note in brackets that opens with a country: (全国唯一的副省级城市) is said of what stands before."""
    opened = annotation.abstract[start - 1 : start] == "("
    return opened and led in annotation.at and annotation.at[led].label == "Country"


_CALLED: Final = re.compile("[又亦也俗古旧原别通惯习曾]?(?:称|名(?!列)|叫)(?!赞)")
_WHAT_LIES_THERE: Final = re.compile(
    rf"[{_MARKS}](?:县城|市区|城区)?(?:以[东西南北]|附近|境内|周边|对面|一带|城外|郊外)(?:的|有)[^,。;:{_MARKS}]{{1,10}},[又亦也曾]?$"
)
"""甲市附近的山口，又称…: the pass is called so, and not the town."""


def named_otherwise(annotation: Annotation, led: int) -> bool:
    """Whether a clause begins, where its `lead` ends, with 其, or with a subject that is no name: 国家, 其余, 属于某区的口岸;
    or tells how something is called that the clause before brings up without a name."""
    if _CALLED.match(annotation.abstract, led) and _WHAT_LIES_THERE.search(annotation.abstract, 0, led):
        return True
    pronoun = led in annotation.at and annotation.at[led].label == "Topic"
    otherwise = _THE_STATE.match(annotation.abstract, led) or _APPROVED_FIRST.match(annotation.abstract, led)
    return pronoun or bool(otherwise)


_LINE: Final = re.compile(
    "(?:(?!原油|天然气|成品油|油气|输[油气]|[国境]内|[两该这此其全主干支])[\u4e00-\u9fff—]{2,12}?(?:铁路|公路|高速|管道|管线|大桥)"
    "|[\u4e00-\u9fff]{0,6}(?:航线|边境线|边界线|国境线|海岸线))"
    "(?:全长|主要|全线|则|已|也|亦)?(?:[东西南北]起|起[于自]|始于|[由从自](?![此治])|途经|经(?![济过批国营])|贯[穿通]|[横纵]|跨|穿|串|连接|与[^,。;]{0,10}(?:相[连接]|接轨))"
)


_BUILDING: Final = re.compile(
    "的?(?:新|旧|老)?(?:国门|联检大?楼|联检大厅|旅检大厅|货场|候检楼|界碑|牌楼)(?=[长高宽建始占位总于由是为]|第)"
)
"""甲口岸国门高20米，建于1988年: the gate was built then, and not the port opened."""


_STRETCH: Final = re.compile("[至到—][^,;。]{1,8}?段(?![时位])")
"""甲市至乙镇段为单线: a part of a line is spoken of, and not the town."""

_ELSEWHERE: Final = re.compile(
    "(?![两三四群背依靠])(?:(?![的有是为在于与和位处临])[\u4e00-\u9fff]){1,5}(?:[寺庙塔沟谷峰岭湖湾瀑洞]|海子|达坂|山口|景区|公园|古城|遗址|草原|湿地)(?:,(?=[\u4e00-\u9fff])|(?=位于|地处|坐落|始建|建于))"
)
"""某沟，东与…接壤; 某寺位于…: a sentence about what is no known name, and is not what was spoken of before."""


def of_another_line(text: str, led: int) -> bool:
    """Whether a clause begins with a line that is no known name, told with its course, or with a building or a valley:
    甲至乙铁路与大桥相接，途经丙市 goes on about no line that was spoken of before."""
    if led == 0 and _ELSEWHERE.match(text):
        return True
    building = text[led : led + 1] in (MARKS["Port"], MARKS["Region"]) and _BUILDING.match(text, led + 1)
    return bool(building or _LINE.match(text, led))


def phrase_start(text: str, at: int) -> int:
    """Where the phrase begins that a name ends: 俄罗斯 before 后贝加尔斯克口岸, 甘肃省的 before 马鬃山口岸."""
    while at > 0 and (is_mark(text[at - 1]) or (text[at - 1] in "的—" and at > 1 and is_mark(text[at - 2]))):
        at -= 1
    return at


def _names(character: str) -> bool:
    """Whether a name stands there; a subject left out before 与 joins no list."""
    return is_mark(character) and character != MARKS["Topic"]


def in_subject_position(text: str, at: int, end: int) -> bool:
    """Whether a name at a position of an abstract sentence can be what its clause speaks of: no preposition, copula or
    verb of place stands before it, or before the list that it stands in. Where a comma follows, at `end`, nothing may."""
    whole = end < len(text) and text[end] == ","
    begun = clause_start(text, at)
    if text[at - 1 : at] == "的" and (modified := _MODIFIED.match(text, lead(text, begun))) and modified.end() == at:
        return True
    several = text[at + 1 : at + 2] == "、"
    more = text[at + 1 : at + 2] in ("和", "及") and text[at + 2 : at + 3] == MARKS["Country"]
    at = phrase_start(text, at)
    while at > 1 and text[at - 1] in "、和与及" and (_names(text[at - 2]) or text[at - 2] == ")"):
        if (several or more) and text[at - 1] == "与" and text[at] == MARKS["Country"]:
            return False  # 西藏与缅甸、印度和尼泊尔接壤: they are what it lies beside
        several = several or text[at - 1] == "、"
        at -= 1
        if text[at - 1] == ")":
            at = text.rfind("(", 0, at)
        at = phrase_start(text, at)
    if whole and _OBJECT_OF.search(text[max(0, at - 4) : at]):
        return False
    return not _NOT_SUBJECT.search(text[max(0, at - 5) : at])


def clauses(annotation: Annotation) -> Iterator[tuple[int, int, bool]]:
    """The clauses of a sentence as ranges of its text, and whether one goes on after a bracket; what stands in brackets
    is a clause too. Marks inside a name end none."""
    text = annotation.abstract
    for match in _CLAUSE.finditer(text):
        start, end = match.span()
        goes_on = text[start - 1 : start] == ")" and not _NUMBERED.fullmatch(text, 0, start)
        yield annotation.starts[start], annotation.starts[end], goes_on


def groups(annotation: Annotation, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a clause, those joined by 、 and 和 together."""
    text = annotation.abstract
    position = start
    while match := _GROUP.search(text, position, end):
        begin, stop = match.span()
        if stop == begin + 1:
            yield begin, stop
            position = stop
            continue
        joined = _LAST_OF_TWO.search(match[0])
        if joined and _TOGETHER.match(text, stop) and not re.search("、", match[0]):
            stop = begin + joined.start()  # 满洲里口岸与后贝加尔斯克口岸相对: two sides, not one group
        elif not joined and (sides := _TWO_SIDES.match(text, begin, stop)) and _FACING.match(text, stop):
            stop = sides.start("other")  # 广西与越南广宁、谅山接壤
        marks = [i for i in range(begin, stop) if i in annotation.at and annotation.at[i].label in TOPICAL]
        other = next((k for k, i in enumerate(marks) if text[i] != text[begin]), 0)
        if other:
            stop = marks[other - 1] + 1  # 靖西市、那坡县与越南: places and a country are not of one list
        yield begin, stop
        position = stop


def renames(annotation: Annotation, start: int, end: int) -> bool:
    """Whether a clause is but the other name of what stands before its brackets: 亚东口岸(乃堆拉山口); a bare name there
    is that of the port or seat before it."""
    if end - start != 1:
        return False
    text = annotation.abstract
    if text[start - 1] == "(" and text[end : end + 1] == ")" and text[start] == MARKS["Region"]:
        return True  # 一个二类口岸(某地)
    before = annotation.at.get(start - 2)
    alike = start in annotation.at and before is not None
    return alike and text[start - 1] == "(" and text[end : end + 1] == ")" and text[start - 2] in _MARKS


_IDENTIFIED: Final = re.compile(
    rf"的?(?:(?:面积|人口|海拔|纬度|位置|地势)?最[\u4e00-\u9fff]{{1,3}}的?|唯一的?|首个|第[一二]大的?|[东西南北]{{1,2}}(?:方向|部|端)的)[\u4e00-\u9fff]{{0,4}}?(?:城市|县城|城镇|口岸|[县市旗区镇州盟]|[{MARKS['PlaceKind']}{MARKS['PortKind']}])(?:就|便|即|当属|要数|正)?[是为]?(?=[{_MARKS}][,。;])|(?<={MARKS['Port']})所在地(?=[{_MARKS}][,。;])"
)
"""某省最东端的城市是某市，…: the town is spoken of."""


def acts_on(annotation: Annotation, at: int) -> bool:
    """Whether the body, or the province, that ends at an abstract position acts on something left out."""
    label, text = annotation.at[at - 1].label, annotation.abstract
    agrees = label == "Region" and text.startswith(("批准", "批复", "同意", "核准"), at)
    return (agrees or label == "Organization") and bool(_ACT.match(text, at))


def head(text: str, led: int, groups: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The group that a clause begins with, after its `lead`, which ends at `led`: its subject."""
    modified = (_MODIFIED.match(text, led) or _EPITHET.match(text, led)) if groups else None
    named = modified is not None and modified.end() == groups[0][0]  # 作为边境门户的满洲里口岸
    if (
        text.endswith("作为", 0, led)
        and groups
        and not named
        and text[groups[0][1] : groups[0][1] + 1] not in ("", ",")
    ):
        return None  # 作为新疆最大的口岸，…
    if text.endswith("现有", 0, led):
        return None  # 现有樟木、吉隆等口岸: what there is, in the place that is spoken of
    position = modified.end() if modified else led
    for i, (begin, end) in enumerate(groups):
        if modified and end <= position:
            continue  # within what modifies the subject
        if begin != position:
            return None
        following = groups[i + 1] if i + 1 < len(groups) else None
        if following and (told := _IDENTIFIED.match(text, end)) and told.end() == following[0]:
            return following
        adjacent = following is not None and following[0] == end and text[end] != MARKS["Country"]  # 珲春对俄、对朝贸易
        seat = _SEAT_OF.match(text, end) if following else None
        if following and (
            adjacent or (seat and seat.end() == following[0]) or (_HEADED.match(text, end) and following[0] < end + 8)
        ):
            position = following[0]  # 甘肃省的马鬃山口岸, 谅山省友谊口岸: the last is what is spoken of
            continue
        aside = (
            _SUBORDINATE.match(text, end)
            or _MARKER.match(text, end)
            or _VOICE.match(text, end)
            or _ONCE.match(text, begin)
            or text.startswith("之一", end)
            or _BUILDING.match(text, end)
            or _STRETCH.match(text, end)
            or _DESCRIBES.match(text, end)
            or _SLOPE.match(text, end)
        )
        return None if aside else (begin, end)
    return None


def with_left_out(annotation: Annotation, at: int, meant: tuple[Antecedent, ...]) -> Annotation:
    """With a span for what is left out at a position of the text, where it is known what that is."""
    if not meant:
        return annotation
    return annotation.with_empty(Span(at, at, "Topic", "", "discourse:left out", antecedents=meant))
