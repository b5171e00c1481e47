"""Normalised text with a map back to the file.

Full-width digits and letters, traditional characters, the many dashes and quotation marks, and the blanks and line
breaks that PDF extraction leaves are all folded, so that a rule is written once. `Text.raw` leads every position back
to the code points of the file. Folding is one character for one character (Unicode NFKC where that holds its length),
so only the dropping of blanks moves positions.
"""

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

import opencc

from borderkg.corpus import formulas
from borderkg.records import record

_DASHES: Final = "‐‑‒–—―─﹘⸺"
_TILDES: Final = "～〜∼˜"
_SINGLE: Final = {
    **dict.fromkeys(_DASHES + "━═", "—"),
    **dict.fromkeys("│┃║┆┊", "|"),  # tables drawn with characters
    **dict.fromkeys("┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯╞╪╡", "+"),
    **dict.fromkeys(_TILDES, "~"),
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "﹁": "“",
    "﹂": "”",
    "〝": "“",
    "〞": "”",
    "〈": "《",
    "〉": "》",
    "«": "《",
    "»": "》",
    "∶": ":",
    "﹕": ":",
    "−": "-",
    "∆": "Δ",
    "∗": "*",
    "\ufeff": " ",
    "\u200b": " ",
    "\u00ad": " ",
    "…": "…",  # NFKC makes three characters of it
    "℃": "℃",
    "㎡": "㎡",
    "№": "№",
    **{chr(c): chr(c) for c in range(0x2460, 0x2474)},  # ①–⑳ tell a footnote or an item from the number itself
}
_FOLDED_RANGES: Final = ((0x00A0, 0x00FF), (0x2000, 0x2BFF), (0x2E00, 0x33FF), (0xF900, 0xFAFF), (0xFE10, 0xFFEF))

_PRIVATE: Final = range(0xE000, 0xF900)
"""Characters of which only the font of a PDF knows what they are: like signs that no font has. Those that annotations put
into sentences (`extraction/annotation.py`) are then the only ones there."""


@cache
def _folding() -> dict[int, str]:
    table = {}
    for low, high in _FOLDED_RANGES:
        for code in range(low, high + 1):
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1 and folded != chr(code):
                table[code] = folded
    table.update({ord(k): v for k, v in _SINGLE.items()})
    return table | dict.fromkeys(_PRIVATE, "□")


_WIDE: Final = dict(zip("，；：（）！？％\u3000", ",;:()!?% ", strict=True))
"""What is folded most. A mark at a time is replaced far faster than all are looked up for each character, and behind these
most lines hold nothing else to fold."""


@cache
def _folded() -> Callable[[str], re.Match[str] | None]:
    """A look for anything that is folded."""
    return re.compile(f"[{re.escape(''.join(chr(code) for code, to in _folding().items() if to != chr(code)))}]").search


@cache
def _simplifying() -> dict[int, str]:
    converter = opencc.OpenCC("t2s")
    characters = "".join(chr(c) for c in range(0x4E00, 0x9FFF))
    simplified = converter.convert("\n".join(characters)).split("\n")
    table = {ord(a): b for a, b in zip(characters, simplified, strict=True) if a != b and len(b) == 1}
    return {**table, ord("陜"): "陕"}  # 陜西, as it is often written for 陝西


_MOSTLY_TRADITIONAL: Final = 0.02
_HAN: Final = re.compile("[\u4e00-\u9fff]+")


def is_traditional(text: str) -> bool:
    """Whether a text is in traditional characters: at least one Han character in fifty is a traditional form."""
    table = _simplifying()
    sample = text[:20_000]
    traditional = sum(sample.count(c) for c in set(sample) if ord(c) in table)
    return traditional > 0 and traditional / sum(map(len, _HAN.findall(sample))) >= _MOSTLY_TRADITIONAL


_HYPHEN: Final = re.compile(r"(?<=[\u4e00-\u9fff)])-(?=[\u4e00-\u9fff(])")
"""Between Han characters a hyphen is a dash: 中国-东盟博览会."""

_HYPHENS: Final = re.compile(r"(?<=[\u4e00-\u9fff)》”])-{2,4}(?=[\u4e00-\u9fff(《“])")
"""The dash as a keyboard has it: 国家一类口岸--爱店口岸."""


_MISREAD_DASH: Final = re.compile("一(?<=[0-9]一)(?=[0-9])")
"""Between digits 一 is a dash that a scanner misread: 2001一2015年."""


_ANGLED: Final = re.compile(
    r"(?<=[\u4e00-\u9fff])<(?=[\u4e00-\u9fff][^<>《》\n]{2,80}>[^《》\n]{0,60}》)([^<>《》\n]*)>"
)
"""《关于修改<某省边境条例>的决定》: the marks of a title within a title as a keyboard has them."""

_WORDS: Final = r'(?![,;\t|])((?=[^"\n]*[\u4e00-\u9fff])[^"\n<>]{1,30})(?<![,;\t|])'
_QUOTED: Final = re.compile(rf'(?<![=A-Za-z0-9])(?:(?<=[^\n,;\t|])"{_WORDS}"|"{_WORDS}"(?=[^\n,;\t|]))')
"""俗称"小香港": marks of a keyboard around words of Chinese in a sentence. Around the whole of a field they are those of CSV."""

_PARTICLE: Final = re.compile("(?<![显名编卓昭土原专论所译合巨遗])著(?![名称作述录者书闻有于成《])")
"""標誌著, 隨著: the particle that is written 着 in simplified characters, and not what is famous or written."""


def fold(text: str, *, traditional: bool = False) -> str:
    """Fold widths, dashes and quotation marks (and traditional forms), one character for one character."""
    if text.isascii():
        return text
    folded = text
    for wide, narrow in _WIDE.items():
        folded = folded.replace(wide, narrow)
    if _folded()(folded):
        folded = folded.translate(_folding())
    if "-" in folded:
        folded = _HYPHENS.sub(lambda match: "—" * len(match[0]), _HYPHEN.sub("—", folded))
    folded = _MISREAD_DASH.sub("—", folded) if "一" in folded else folded
    folded = _ANGLED.sub("《\\1》", folded) if "<" in folded else folded
    folded = _QUOTED.sub("“\\1\\2”", folded) if '"' in folded else folded
    if not traditional:
        return folded
    simplified = folded.translate(_simplifying()).replace("批覆", "批复")
    return _PARTICLE.sub("着", simplified) if "著" in simplified else simplified


_POINT: Final = re.compile(
    r"(?:(?<=[\u4e00-\u9fff][\u4e00-\u9fff)”》])|(?<=\d%))(?<![一二三四五六七八九十])\.(?=\s*(?:$|[\u4e00-\u9fff“《(]))",
    re.MULTILINE,
)
"""A point behind a word or a closing mark and before another; 一.背景 and 3.5 hold none."""


def with_stops(folded: str) -> str:
    """With stops for the points that end the sentences of a text without stops: 口岸在勐海县.它…; 十一.概况 is no sentence."""
    return folded if "。" in folded or "." not in folded else _POINT.sub("。", folded)


@record
class Text:
    """Normalised text; `origin[i]` is the code-point offset in the file of character `i`."""

    text: str
    origin: "array[int]"

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The file's offsets (end exclusive) of the normalised characters from `start` to `end`."""
        return self.origin[start], self.origin[end - 1] + 1

    def with_mark(self, mark: str, at: int) -> "Text":
        """With a mark that the file does not print put before character `at`; its offset is that of the character
        before."""
        origin = self.origin[:at]
        origin.append(self.origin[at - 1])
        return Text(self.text[:at] + mark + self.text[at:], origin + self.origin[at:])

    def __len__(self) -> int:
        return len(self.text)


_RUN: Final = re.compile(r"\S+")
_ALNUM_END: Final = re.compile(r"[0-9A-Za-z%)]$")
_ALNUM_START: Final = re.compile(r"[0-9A-Za-z(]")
_LOST_SPACE: Final = re.compile(r"[0-9]\.$")
_NOTE_MARK: Final = re.compile(
    r"<sup>\s*[①-⑳]\s*</sup>|[①-⑳]|(?<=[\u4e00-\u9fff”》)\]%,;:。])\[(?:注\s?)?\d{1,3}(?:[—,、-]\d{1,3})*\]"
)
"""In running text; [1] at the head of a line is the number of a cited work."""
_TAG: Final = re.compile(
    r"</?(?:b|i|u|em|strong|sup|sub|big|small)>|\*\*|'{2,5}|\[\[(?:File|Image|文件|图像|Category|分类):[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]\]"
    r"|\[\[[^|\[\]]*\||\[\[|\]\]"
)
"""Inline mark-up of web pages and of wikis: of a link [[A|B]] stays B."""

_MARKED_UP: Final = re.compile(r"<|\*\*|''|\[\[|\]\]")
_TONED: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
PINYIN: Final = re.compile(rf"(?<=[\u4e00-\u9fff])\([a-zü]{{0,4}}[{_TONED}][a-zü]{{0,4}}\)")
"""The sound of a character behind it, 貿(mào)易, as sites put it that convert a script by machine. A letter with its
tone tells it from a unit or a variable: 千米(km)."""
_GLOSS: Final = re.compile(
    r"(?<=[\u4e00-\u9fff])\((?:(?:中国)?[\u4e00-\u9fff]{1,5}[语文]|西里尔字母)\s?:"
    r"(?=[^()]{0,60}[\u0400-\u04ff\u0600-\u06ff\u0900-\u10ff\u1780-\u18af\uac00-\ud7af\ufb50-\ufefc])"
    r"(?![^()]*(?:[简亦又俗旧古别前曾原]称|缩写|又名|旧名|原名|以下|意为|意思))[^()]{1,240}\)"
)
"""温宿县（维吾尔语：…，拉丁维文：…）是: what a place is called in a script that no rule reads, before what is said of it."""
_NUMBER: Final = r"\s?(?:[0-9]+(?:[—.-][0-9]+)?|[一二三四五六七八九十]+)"
_CROSS_REFERENCE: Final = re.compile(
    rf"\((?:详见|参见|参阅|见|如)?(?:[附下上]?[表图]{_NUMBER}(?:(?:[、,和及至—]|以及)(?:[附下上]?[表图])?{_NUMBER})*|(?<=[见阅如])(?:附[表图录件]|[下上][表图文]|后文|前文))(?:所示)?\)"
)
"""（见表1）: where the author shows what a sentence says. It stands between the words of the sentence and is none of them."""


def _keeps_blank(before: str, after: str) -> bool:
    """A blank stands for something only between two Latin words or two numbers."""
    if not (_ALNUM_START.match(after) and _ALNUM_END.match(before[-1:])):
        return False
    return not (_LOST_SPACE.search(before[-2:]) and after[:1].isdigit())  # `66. 56%`: the blank is the PDF's


def normalise(folded: str, ranges: Iterable[tuple[int, int]], *, drop_marks: bool = True) -> Text:
    """Join the given ranges of a folded document (lines, usually) into one running text.

    Blanks go, but for one between Latin words or between numbers (where it may stand for a lost decimal point). Note marks
    (①), references to tables and figures, inline mark-up and the sounds of characters go as well. Numbers set as formulas
    stand as running text prints them.
    Raises nothing; an empty range gives nothing.
    """
    pieces: list[str] = []
    origin: array[int] = array("I")
    last = ""
    for start, end in ranges:
        line = folded[start:end]
        dropped = [m.span() for m in _TAG.finditer(line)] if _MARKED_UP.search(line) else []
        if drop_marks:
            dropped += [m.span() for m in _NOTE_MARK.finditer(line)]
        if "(" in line:
            dropped += [m.span() for m in (*PINYIN.finditer(line), *_GLOSS.finditer(line))]
            dropped += [m.span() for m in _CROSS_REFERENCE.finditer(line)] if drop_marks else []
        figures = {n.start: n for n in formulas.numbers(line)} if "$" in line else {}
        dropped += [(n.start, n.end) for n in figures.values()]
        runs = _kept(line, sorted(set(dropped))) if dropped else map(re.Match.span, _RUN.finditer(line))
        for low, high in sorted([*runs, *((n.start, n.end) for n in figures.values())]) if figures else runs:
            figure = figures.get(low)
            piece = figure.text if figure else line[low:high]
            if last and (pieces and origin[-1] + 1 != start + low) and _keeps_blank(last, piece):
                pieces.append(" ")
                origin.append(origin[-1])
            pieces.append(piece)
            origin.extend((start + i for i in figure.at) if figure else range(start + low, start + high))
            last = piece if len(piece) > 1 else last[-1:] + piece
    return Text("".join(pieces), origin)


def _kept(line: str, dropped: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The runs of a line without blanks and without the dropped ranges."""
    for run in _RUN.finditer(line):
        low = run.start()
        for start, end in dropped:
            if start >= run.end() or end <= low:
                continue
            if start > low:
                yield low, start
            low = max(low, end)
        if low < run.end():
            yield low, run.end()
