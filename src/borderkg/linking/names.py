"""Names of reference individuals and of authorities made comparable: bare Han names, and Latin letters without marks."""

import re
import unicodedata
from functools import cache
from typing import Final

from borderkg import pinyin
from borderkg.reference import Individual, Reference

_HAN: Final = re.compile(r"[\u3400-\u9fff·]+")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff' ’ʻʼ‘`.,()/-]+")
_IN_BRACKETS: Final = re.compile(r"[(（].*?[)）]")
_GENERIC_ZH: Final = re.compile(
    r"(?:(?:[\u4e00-\u9fff]{1,4}族)+(?:自治[县旗州区])|[\u4e00-\u9fff]{2,3}自治[县旗州]|蒙古自治州|"
    r"特别行政区|林区|新区|地区|[省市县旗区盟州镇乡邦道郡府])$"
)
_GENERIC_EN: Final = re.compile(
    r"\b(?:autonomous|city|county|banner|district|prefecture|province|region|krai|oblast|state|town|township|port|"
    r"republic of|shi|xian|qi|qu|diqu|zhen|rail|railway|road|station|apt|pt|zizhiqu|aymag|aymak)\b"
)
_PEOPLES: Final = (
    "朝鲜族满族蒙古族回族藏族维吾尔族哈萨克族柯尔克孜族锡伯族塔吉克族壮族苗族瑶族傣族佤族拉祜族哈尼族独龙族怒族傈僳族"
    "景颇族白族彝族布朗族土家族达斡尔族鄂伦春族鄂温克族"
)
_SHORT_PEOPLES: Final = ("哈萨克", "柯尔克孜", "锡伯", "塔吉克", "蒙古", "维吾尔")


def comparable(name: str) -> bool:
    """Whether a name is written in Han characters or in Latin letters throughout."""
    return bool(_HAN.fullmatch(name) or _LATIN.fullmatch(name))


@cache
def folded(name: str) -> str:
    """A name in lower case without marks, blanks and generic words: `Erenhot City` and `Ērénhòt` are `erenhot`."""
    told = _IN_BRACKETS.sub("", name.lower().replace("đ", "d"))
    plain = "".join(c for c in unicodedata.normalize("NFKD", told) if not unicodedata.combining(c))
    bare = _GENERIC_EN.sub(" ", plain)
    kept = re.sub(r"[^a-z\u3400-\u9fff]", "", bare) or re.sub(r"[^a-z\u3400-\u9fff]", "", plain)
    return bare_zh(kept) if _HAN.fullmatch(kept) else kept


def bare_zh(name: str) -> str:
    """A Chinese name without what it is: 巴里坤哈萨克自治县 is 巴里坤. Two characters at least are left."""
    name = name.removesuffix("口岸")
    for kind in ("自治县", "自治旗", "自治州"):
        if name.endswith(kind):
            place = _without_peoples(name.removesuffix(kind))
            return place if len(place) >= 2 else name
    bare = _GENERIC_ZH.sub("", name)
    return bare if len(bare) >= 2 else name


def _without_peoples(name: str) -> str:
    while True:
        people = next((p for p in re.findall(r"[^族]+族", _PEOPLES) if name.endswith(p)), "")
        people = people or next((p for p in _SHORT_PEOPLES if name.endswith(p) and len(name) > len(p) + 1), "")
        if not people:
            return name
        name = name.removesuffix(people)


@cache
def romanized(name: str) -> str:
    """A bare Chinese name in pinyin without tones: 江城 is `jiangcheng`."""
    return "".join(pinyin.syllables(bare_zh(name)))


def forms(individual: Individual) -> set[str]:
    """All comparable forms of an individual's names."""
    spoken = (individual.label_zh, individual.label_en, *individual.alternatives, *individual.hidden)
    return {form for name in spoken if name and len(form := folded(name)) >= 2}


def latin_forms(individual: Individual) -> set[str]:
    """The forms in Latin letters: the English label, and the Chinese names in pinyin."""
    spoken = (individual.label_zh, *individual.alternatives, *individual.hidden)
    return {form for form in forms(individual) if form.isascii()} | {romanized(name) for name in spoken}


def country_code(known: Reference, iri: str) -> str:
    """The ISO 3166-1 code of the country that an individual is or lies in; nothing where the reference data do not say."""
    for place in (iri, *known.ancestors(iri)):
        found = known.individuals.get(place)
        if found and found.type == "Country":
            return found.value("isoCode")
    return ""
