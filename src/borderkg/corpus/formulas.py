r"""Numbers that a text sets as formulas: `$1 5 9 4 . 7 \times 1 0 ^ { 8 } \mathrm { U S D }$` is 1594.7亿美元.

Papers that were made into Markdown by machine set figures so. Only what is a number with its unit is read; any other
formula stays as it is printed.
"""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.records import record

_FORMULA: Final = re.compile(r"\$(?=[^$]*\d|[^$]*\\math)[^$\n]{1,160}\$(?:\s?\$[^$\n]{1,80}\$)*(?:\s?USD)?")
_TOKEN: Final = re.compile(r"\\(?P<command>[A-Za-z]+)|\\(?P<escaped>.)|(?P<blank>[{}$~\s])|(?P<character>.)")
_FONTS: Final = ("mathrm", "mathbf", "mathit", "text", "textbf", "rm", "bf", "left", "right", "quad", "displaystyle")
_SIGNS: Final = {"times": "×", "sim": "~", "cdot": "·", "percent": "%", "pm": "±"}
_WORDS: Final = "km|hm|cm|mm|m|kg|t|USD|RMB|CNY|GDP|GRP|GNP|a|h|d|s"
_NUMBER: Final = re.compile(rf"[(\[<>=]*(?:{_WORDS})?[+-]?\d(?:[\d.,%×^~()\[\]+/-]|{_WORDS})*|(?:km|hm|m)\^[23]")
_POWERS: Final = {
    "3": "千",
    "4": "万",
    "5": "十万",
    "6": "百万",
    "7": "千万",
    "8": "亿",
    "9": "十亿",
    "10": "百亿",
    "11": "千亿",
    "12": "万亿",
}
_WRITTEN: Final = re.compile(r"×10\^(?P<power>\d{1,2})|(?P<usd>USD)|(?P<area>[kh]m\^2)|(?P<square>m\^2)|(?P<cube>m\^3)")


@record
class Number:
    """A number that stands from `start` to `end` of a line; `at` tells where each of its characters is printed."""

    start: int
    end: int
    text: str
    at: tuple[int, ...]


def numbers(line: str) -> Iterator[Number]:
    """The numbers that a line sets as formulas, as running text would print them."""
    for match in _FORMULA.finditer(line):
        read = _plain(line, match.start(), match.end())
        if read and _NUMBER.fullmatch("".join(c for c, _ in read)):
            read = _in_words(read)
            text, places = "".join(c for c, _ in read), [i for _, i in read]
            if len(places) > 1:  # what names the number names the whole formula
                places[0], places[-1] = match.start(), match.end() - 1
            yield Number(match.start(), match.end(), text, tuple(places))


def printed(words: str) -> str:
    """Words with the numbers that are set as formulas written as running text prints them."""
    if "$" not in words:
        return words
    for number in reversed(list(numbers(words))):
        words = words[: number.start] + number.text + words[number.end :]
    return words


def _plain(line: str, start: int, end: int) -> list[tuple[str, int]]:
    """The characters of a formula without its mark-up, each with its place; nothing where it has other signs."""
    found: list[tuple[str, int]] = []
    for token in _TOKEN.finditer(line, start, end):
        command = token["command"]
        if command and command not in _FONTS:
            if command not in _SIGNS:
                return []
            found.append((_SIGNS[command], token.start()))
        elif token["escaped"] == "%":
            found.append(("%", token.end() - 1))
        elif token["character"]:
            found.append((token["character"], token.start()))
    return found


def _in_words(read: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """With 亿 for 10^8, 美元 for USD and km2 for km^2."""
    text = "".join(c for c, _ in read)
    found: list[tuple[str, int]] = []
    position = 0
    for match in _WRITTEN.finditer(text):
        if match["usd"]:
            words = "美元"
        elif match["power"]:
            words = _POWERS.get(match["power"], match[0])
        else:
            words = match["area"].replace("^", "") if match["area"] else "平方米" if match["square"] else "立方米"
        found += read[position : match.start()]
        places = [i for _, i in read[match.start() : match.end()]]
        found += [(c, places[min(k, len(places) - 1)]) for k, c in enumerate(words[:-1])]
        found.append((words[-1], places[-1]))
        position = match.end()
    return found + read[position:]
