"""How a Chinese name is read: a syllable without tone for each character, by pypinyin and our list of exceptions."""

import re
from functools import cache
from typing import Final

from borderkg import resources
from borderkg.errors import ReferenceDataError

_HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af〇]")
_TOKEN: Final = re.compile(rf"{_HAN.pattern}|(?:(?!{_HAN.pattern})[^\W_])+")
"""A Han character, or a run of other letters and digits."""


def tokens(key: str) -> list[str]:
    """The tokens of a folded name: each Han character, and each run of other letters and digits; marks fall away."""
    return _TOKEN.findall(key)


def words(key: str) -> list[str]:
    """The words of a folded name, cut by the segmenter; marks fall away."""
    import rjieba  # reads its dictionary when it is imported: only who writes an index needs it

    return [cut for word in rjieba.cut(key) if (cut := "".join(tokens(word)))]


def syllables(key: str) -> list[str]:
    """The syllables of a folded name, `["shi", "yan", "qu"]` for 试验区; what is no Han character stands as it is.

    One for each of `tokens`, or fewer where the dictionary has no reading. Raises ReferenceDataError where the list of
    exceptions is malformed.
    """
    exceptions = _exceptions()
    found: list[str] = []
    for piece in _pattern().split(key):
        if piece in exceptions:
            found += exceptions[piece].split()
        else:
            for word in words(piece):
                found += _read(word)
    return found


@cache
def _exceptions() -> dict[str, str]:
    path = resources.readings()
    entries = resources.read_yaml(path)
    for name, entry in entries.items():
        if not isinstance(entry, dict) or set(entry) != {"reading", "reason"}:
            raise ReferenceDataError(f"{path}: {name}: expected a reading and the reason for it.")
        if len(entry["reading"].split()) != len(name):
            raise ReferenceDataError(f"{path}: {name}: expected one syllable for each character.")
    return {str(name): str(entry["reading"]) for name, entry in entries.items()}


@cache
def _pattern() -> re.Pattern[str]:
    """Splits a name at the words, of two characters and more, that have a reading of their own."""
    longest = sorted((name for name in _exceptions() if len(name) > 1), key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, longest))})")


@cache
def _read(word: str) -> tuple[str, ...]:
    if not _HAN.search(word):
        return (word,)
    _configure()
    import pypinyin

    return tuple(pypinyin.lazy_pinyin(word))


@cache
def _configure() -> None:
    """Tell the dictionary, which is heavy and loaded at first use, how single characters are read in names."""
    import pypinyin

    single = {ord(name): reading for name, reading in _exceptions().items() if len(name) == 1}
    pypinyin.load_single_dict(single)
