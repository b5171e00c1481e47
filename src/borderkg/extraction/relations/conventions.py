"""How relations are told by the conventions of the exchange format, and which sides a predicate admits."""

import re
from collections.abc import Callable
from typing import Final

from borderkg import schema
from borderkg.extraction.relations.kinds import may_be
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.relations.whereabouts import around_which, is_china, may_stand_in
from borderkg.extraction.statement import Mention

_ONCE: Final = "SU"
"""The state of which China was a neighbour once; the reference data tell only those of today."""

_NODE: Final = "border-node-city"
"""The kind of a town on this side of the border: 昆明、万象等节点城市 are nodes of some line."""

_WHEN_OPEN: Final = re.compile("季节|常年")
"""1992年批准为季节性口岸: when a port is open is no kind of it, unless the text calls it its nature."""

_QUARTERS: Final = frozenset(("东部", "西部", "中部", "南部", "北部"))
_COUNTRIES: Final = ("各国", "国家", "诸国")
_TRAINS: Final = ("班列", "专列")
_TOWNS: Final = ("市", "县", "镇", "乡")


class Conventions:
    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._schema = schema.load()
        self._admit: dict[str, Callable[[Mention, Mention], bool]] = {
            "platformType": self._of_its_own_kind,
            "borders": self._has_two_sides,
            "tradesWith": _trades_abroad,
            "counterpart": lambda subject, obj: (
                _names_port(obj) and not (mentions.of_ours(subject) and mentions.of_ours(obj))
            ),
            "isA": self._is_of,
            "crosses": _runs_through,
            "locatedIn": self._lies_in,
        }

    def told(
        self, predicate: str, subject: Mention, obj: Mention, as_kind: bool = False
    ) -> tuple[Mention, Mention] | None:
        """The two sides as the format tells them; None where the predicate does not admit them. A rule may say that the
        words call it a kind (`as_kind`: 口岸性质为…)."""
        subject, obj = self._plain(predicate, subject, obj)
        if predicate == "isA" and subject.type == "Port" and not as_kind and _WHEN_OPEN.search(obj.text):
            return None
        if not self._of_its_scheme(predicate, obj):
            return None
        admits = self._admit.get(predicate)
        return (subject, obj) if admits is None or admits(subject, obj) else None

    def _plain(self, predicate: str, subject: Mention, obj: Mention) -> tuple[Mention, Mention]:
        """What lies in 黑龙江省东南部 lies in 黑龙江省; where 兴安盟北部 borders a country, 兴安盟 does; a border county is
        a county; a town across the border stands for its country; of China and another country the trade is China's."""
        if predicate == "locatedIn":
            obj = around_which(self._mentions, subject, obj.base or obj)
        if predicate == "isA" and obj.concept:
            subject = self._mentions.as_kind(subject, obj.concept)
        if predicate == "portMode" and not obj.concept:
            obj = self._mentions.mode_in(obj) or obj
        if predicate == "borders" and subject.base:
            subject = subject.base
        if predicate == "tradesWith" and subject.type == "Country" and is_china(obj):
            subject, obj = obj, subject  # 中国是蒙古国最大贸易伙伴: told of China
        if predicate == "counterpart" and self._mentions.at_home(obj) and not self._mentions.at_home(subject):
            subject, obj = obj, subject  # 磨丁口岸对面是磨憨口岸: told of ours
        if predicate in ("borders", "tradesWith") and obj.type == "Region":
            country = self._mentions.country_of(obj)
            obj = country or obj
        return subject, obj

    def _of_its_scheme(self, predicate: str, obj: Mention) -> bool:
        """Whether a concept is of the scheme that the predicate takes; class and mode of a port are concepts."""
        scheme = self._schema.properties[predicate].scheme
        if scheme.startswith("port-") and not obj.concept:
            return False
        return not (scheme and obj.concept and obj.concept.scheme != scheme)

    def _of_its_own_kind(self, platform: Mention, kind: Mention) -> bool:
        """Whether a platform whose name tells a kind is told to be of that."""
        own = self._mentions.kind_in(platform.text) if kind.concept else None
        return own is None or own.concept == kind.concept

    def _has_two_sides(self, subject: Mention, country: Mention) -> bool:
        """中缅边境的木姐市: of what lies across the border its own country is no neighbour."""
        own = self._mentions.country_of(subject) if subject.type != "Country" else None
        if country.type != "Country" or (own and own.individuals == country.individuals):
            return False
        if not _may_be_neighbour(country) and (is_china(subject) or self._mentions.at_home(subject)):
            return False  # 某州与老挝接壤，毗邻泰国: near it, and no border is shared
        return own is not None or _trades(subject, country)  # 老挝南塔省与中国接壤

    def _is_of(self, subject: Mention, kind: Mention) -> bool:
        if kind.concept is None:
            return True
        if subject.type == "Port":  # class and mode have predicates of their own
            return not kind.concept.scheme.startswith("port-")
        if kind.concept.iri.endswith(_NODE) and self._mentions.country_of(subject):
            return False
        return may_be(subject, kind.concept)

    def _lies_in(self, subject: Mention, around: Mention) -> bool:
        if around.text in _QUARTERS:
            return False  # 我国西部最大的口岸
        if subject.text.endswith("省") and around.text.endswith(_TOWNS):
            return False  # a province lies in no town
        if any(i.values.get("collects") for i in around.individuals):
            return False  # 沿边九省区 are a kind, no place
        if any(i.type == "Country" for i in around.individuals):
            return False  # 泰国某口岸: by the conventions a country locates nothing
        if subject.type == "Port":
            return may_stand_in(self._mentions, subject, around)
        return subject.type != "Region" or self._mentions.may_lie_in(subject, around)


def _names_port(port: Mention) -> bool:
    """前两个对俄: a country's letter is no port that faces ours."""
    return len(port.text.removesuffix("口岸")) > 1


def _trades(subject: Mention, partner: Mention) -> bool:
    """Whether the other side is no part of China itself."""
    return subject.type == "Country" or not is_china(partner)


def _trades_abroad(subject: Mention, partner: Mention) -> bool:
    """Whether a place of ours trades with what lies abroad: 西北边境贸易区以新疆为主 tells of no partner, and of 东盟,
    which is spoken of, no trade is told."""
    ours = any(i.value(key) for i in subject.individuals for key in ("gbCode", "partOf"))
    elsewhere = subject.type == "Region" and bool(subject.individuals) and not ours
    own = partner.type == "Region" and any(i.value("gbCode") for i in partner.individuals)
    return _trades(subject, partner) and not elsewhere and not own


def _may_be_neighbour(country: Mention) -> bool:
    """Whether a country is known to share a land border, or once did; one of which nothing is known may."""
    return not country.individuals or any(
        i.value("borders") or i.value("isoCode") in ("", _ONCE) for i in country.individuals
    )


def _runs_through(line: Mention, place: Mention) -> bool:
    """Whether a line runs through what is named: through a place, and not through 沿线各国; trains run through none."""
    return not line.text.endswith(_TRAINS) and not place.text.startswith("边境") and not place.text.endswith(_COUNTRIES)
