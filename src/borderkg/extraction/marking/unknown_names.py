"""Names that no list has, which stand right before 口岸, 合作区 or 大桥: where they begin, and what is no name.

The segmenter tells words from names; where it knows no word at all, a short run is a name.
"""

import re
from typing import Final

from borderkg.extraction.annotation import MARKS
from borderkg.extraction.marking.gazetteer import Gazetteer
from borderkg.extraction.rulebook.neighbours import THEIR_SIDE

_CALLED: Final = re.compile(
    "(?:(?:两国|双方)(?=[\u4e00-\u9fff]{2})|[原又曾旧古亦也俗初后改本](?:名为?|称为?)|改名为?|更名为?|简称|前身[是为系]?|新设|增设|另设|(?:当地|民间|群众|[也亦又俗习惯通旧原])+称"
    f"|(?:{THEIR_SIDE}|[邻对]方)(?:一侧)?的?|(?:因为?|由于)(?=[\u4e00-\u9fff]{{2}}))"
)
"""原名古永口岸, 俄方卡尼库尔干口岸, 两国瑞丽—木姐铁路: what stands before a name."""

EPITHETS: Final = (
    "智慧|数字|绿色|平安|示范|文明|特色|安全|国门|阳光|清廉|电子|无水|指定|"
    "功能|综合|重点|优势|枢纽|门户|美丽|法治|友好|百年|海关|边关|界河|界江|江河|码头|山林|森林|草原|高原|平原|山区|农村|城镇"
)
"""What ports are called for a merit, a purpose or the land around them (界江口岸, 山区口岸); no part of a name."""

_FUNCTION: Final = re.compile(
    "[由以是等的可为被所该各及与和在对将把使其]|^.$|[东西南北]至$|申[报建请办]|争取|力争|确保|筹[建备]|探索|打造|大力|发展|振兴|繁荣|壮大|推[进动]|加快|谋划|规划"
    "|流域|沿岸|唯一|首[个家座]|最[大小早东西南北]|第[一二三]大|重要|主要"
    f"|[睦安富]邻|[出进]入?境$|距|举[行办]|召开|揭牌|启动|参观|考察|依托|[两二三四五六七八九十]$|^省会|{THEIR_SIDE}$"
    f"|^(?:{EPITHETS})$|^(?:沿边|临港|临空|临江|边境|跨境)+$|^(?:新建|新增|新设|增设|培育|扩建|续建|改建|迁建|在建|已建|拟建|建成|建设|规范|整合|完善|提升|建好)|性(?:陆路|陆地|边境)?$"
)
"""In what stands before 口岸 or 合作区: words, no name."""

_NO_NAME_AT_EDGE: Final = re.compile(
    "[一二三四五六七八九十百千两几多各每某另该此本其我你他她它这全新老大小旧从经由在以与和同对向等为是有无沿外内中前后上下又再也将被把使让给双单首最很较更已未不]"
)
"""Characters of short runs before 口岸 that are words: 另一口岸, 各大口岸."""

_SHORT: Final = 6
_LANDFORM: Final = re.compile(
    "[\u4e00-\u9fff]{2}(?<!半)(?<![港海])(?:[湾岛屿屯沟岭坝寨渡滩洲泡堡坳寮庙泉井坪坡塘铺庄营台峰溪垭]"
    "|(?<![码源龙牵带巨])头|(?<![孩种电原因])子|(?<![界内江运山])河|(?<![大靠])山|(?<![海边雄国])关|(?<![园森造])林)$"
)
"""国门湾, 中心屯, 三岔河: what most names of small places end in."""

_OF_A_CITY: Final = re.compile(
    "[\u4e00-\u9fff]{0,3}(?:工业园区?|高新区?|经开区?|航?空港|(?:国际)?(?:机场|[陆航]港)|[\u4e00-\u9fff](?:[湾岛屿洲桥湖滩]|(?<![出进])港|(?<![沿上])海))$"
)
"""西安高新, 福州江阴港, 深圳前海: what parts of cities are called that have a bonded zone."""

_COUNTED: Final = re.compile("[一二三四五六七八九十两几多各每某首新](?:个|家|大|处|座|类|型|省|市|国|批)|[的等各多几]$")

BONDED: Final = "bonded zone of a part of a city"
_BUILT: Final = re.compile("(?:国境|界河|跨江|边境|口岸)?(?:公路|铁路|友谊)?$")
BRIDGE: Final = re.compile("(?<=[\u4e00-\u9fff]{2})(?:大桥|[一二三新]桥)")
"""Where the name of a bridge ends, whatever other bridge is named behind it."""

OF_BRIDGES: Final = "bridge named after a river or a small place"
_WATER: Final = re.compile("(?<![跨过沿临界])[江河湾岛溪海]$")
"""What bridges that the reference data does not know are named after."""

_OF_PORTS: Final = ("口岸", MARKS["PortKind"])
_SAYS_OF_PORTS: Final = re.compile("^[均皆也则既属即乃亦同仍系作称现都]|[系属为是作级类种]$")
"""均系公路口岸, 仍属一类口岸: what is told of ports."""

_DONE_TO: Final = re.compile("(?:正式|先后|恢复)?(?:批准|同意|开放|恢复|设立|新增|增设|新开|关闭)了?")
"""国务院批准勐满公路口岸: what is done to a port before its name."""

_OF_PLACES: Final = (MARKS["Region"], MARKS["Country"])
_WITH_CHINA: Final = re.compile("(?<!其)中[俄匈白老越缅哈吉朝蒙泰柬印尼巴德韩]")
"""中俄托木斯克…合作区: the letters of two states belong to the name."""
_EDGES: Final = ("", *",;:。、(“")
_NOT_NAMES: Final = frozenset(["v", "d", "p", "c", "u", "r", "m", "q", "f", "t"])


class UnknownNames:
    """Finds where such names begin; `transcription` are the characters that foreign names are written with."""

    def __init__(self, gazetteer: Gazetteer, transcription: str) -> None:
        self._gazetteer = gazetteer
        self._transcribed = re.compile(f"[{transcription}]{{3,}}$")

    def begin(self, text: str, start: int, end: int, otherwise: int | None = None) -> int | None:
        """Where the name begins that ends a run of characters of an abstract sentence, without what says that it is
        called so or on whose side it lies; None where the run ends in no name. `otherwise` tells how many characters of
        the run stand before a name of which the segmenter knows nothing."""
        if text.startswith("的", start) and text[start - 1 : start] in _OF_PLACES:
            start, otherwise = start + 1, None  # 甲镇的里板边民互市点
        cut = self._start(text, start, end)
        cut = otherwise if cut is None else cut
        if cut is None or _FUNCTION.search(text[start + cut : end]):
            return None
        called = _CALLED.match(text, start + cut, end)
        begun = called.end() if called else start + cut
        begun -= bool(begun > start and _WITH_CHINA.match(text, begun - 1))
        return begun if begun < end else None

    def _start(self, text: str, start: int, end: int) -> int | None:
        """Where an unknown name begins in a run of characters; a short run from the edge of a clause to a dash is one."""
        found = self.noun_start(text[start:end])
        whole = end - start <= _SHORT and text[end : end + 1] == "—" and text[start - 1 : start] in _EDGES
        if found is None and (whole or self._is_no_word(text, start, end)):
            done = None if whole else _DONE_TO.match(text, start, end)
            return done.end() - start if done else 0
        return found

    def _is_no_word(self, text: str, start: int, end: int) -> bool:
        """Whether a short run between the edge of a clause, or a place, and 口岸 is made of no words that the segmenter
        knows: 勐满口岸, 勐腊县勐满公路口岸, 老挝的约乌口岸, 批准勐满口岸."""
        before = text[start - 1 : start]
        if done := _DONE_TO.match(text, start, end):
            start, before = done.end(), ""
        run = text[start:end]
        if not text.startswith(_OF_PORTS, end) or len(run) not in (2, 3, 4):
            return False
        if before not in _EDGES and before not in _OF_PLACES and not (before == "的" and text[start - 2] in _OF_PLACES):
            return False
        if _NO_NAME_AT_EDGE.search(run) or (not text.startswith("口岸", end) and _SAYS_OF_PORTS.search(run)):
            return False
        return all(len(word) == 1 for word in self._gazetteer.known_words(run))

    def part_of_city(self, run: str) -> bool:
        """Whether what stands between a city and 综合保税区 names a part of it (武汉东湖, 北京天竺); no 首个, 边境, 唯一."""
        if not 2 <= len(run) <= _SHORT - 1 or _FUNCTION.search(run) or _COUNTED.search(run):
            return False
        return bool(_OF_A_CITY.fullmatch(run)) or (not _NO_NAME_AT_EDGE.match(run) and self.noun_start(run) == 0)

    def noun_start(self, run: str) -> int | None:
        """Where the proper name at the end of a run of Han characters begins: after its last word that is no noun. None
        where no word of it is a proper name: 国家级, 主要. A run of characters that transcribe foreign names is one."""
        foreign = self._transcribed.search(run)
        if foreign:
            return foreign.start()
        position, start, proper = 0, 0, False
        for word, tag in self._gazetteer.tags(run):
            position += len(word)
            if tag[0] in _NOT_NAMES and tag != "tg":
                start, proper = position, False
            proper = proper or tag[:2] in ("ns", "nr", "nz", "nt")
        proper = proper or (position - start <= _SHORT and bool(_LANDFORM.search(run[start:])))
        return start if proper and start < len(run) else self._known(run, start)

    def _known(self, run: str, start: int) -> int | None:
        """Where a name begins that is known and a word besides: 镇上的水口互市点."""
        entry = self._gazetteer.entries.get(run[start:])
        if entry is None or entry.label not in ("Region", "Port") or any("/area/" in i.iri for i in entry.individuals):
            return None
        return start


def names_a_bridge(name: str) -> bool:
    """Whether a name can be that of a bridge which the reference data does not know: that of a river or a small place."""
    return bool(_WATER.search(_BUILT.sub("", name)))
