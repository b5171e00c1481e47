"""Who stands in a relation to whom: the sides that a match of a rule gives, two by two."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg import schema
from borderkg.extraction.annotation import MARKS, clause_start
from borderkg.extraction.relations import filled, pairing
from borderkg.extraction.relations.filled import Filled
from borderkg.extraction.relations.fillers import Fillers, Scene
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.relations.whereabouts import is_china
from borderkg.extraction.rulebook.rules import Template
from borderkg.extraction.statement import Mention
from borderkg.records import replace

_SEPARATELY: Final = re.compile(r"分别|依次|各自|相应|分[属处居列隶在]")
_ONE_OF: Final = re.compile("([\ue000-\uf8ff])(?:[、和与及]|以及)\\1$")
_TOWARDS: Final = re.compile(
    "(?:指出|提出|要求|允许|赋予|支持|批准|规定|旨在|意在|目的[是在])[^,;。]*?(?:面向|对接|联通|连通|通往|通向|辐射|服务|借鉴|学习|参照)[^,;。的]{0,8}$"
)
_LAST_OF_LIST: Final = re.compile(f"{MARKS['Region']}(?:[、和与及]|以及)$")
_FIRST_OF_LIST: Final = re.compile(f"(?:[、和与及]|以及){MARKS['Region']}")
_ADJACENT: Final = 3
"""Signs. 吉林、辽宁的丹东口岸: what stands right before a port is its own place."""

_SHARE_OF: Final = re.compile("占(?:了|到|去|据|整个|全部|当年|当时|同期|全国)*$")
_EACH: Final = re.compile("[均都皆各]")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2,}")

Couple = tuple[Filled, Filled]


class Couples:
    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._fillers = Fillers(mentions)
        self._properties = schema.load().properties

    def of(self, scene: Scene, template: Template) -> list[Couple]:
        """Subject and object of each claim that a template makes of a match; empty where the text does not say who belongs
        to whom."""
        couples = self._of(scene, template)
        if template.predicate == "tradesWith":
            return [c for c in couples if not _is_whole(*c, scene)]
        if template.predicate == "appliesTo":
            return [c for c in couples if not _is_faced(c[1], scene)]
        return couples

    def _of(self, scene: Scene, template: Template) -> list[Couple]:
        takes = self._properties[template.predicate]
        filling = self._fillers.fill(scene, template.subject, takes.domain)
        subjects = filled.without_ratified(filling, template.predicate, scene.match[0])
        if template.object.end == "outer":
            return [(s, s.outer) for s in subjects if s.outer]
        objects = self._fillers.fill(scene, template.object, takes.range)
        if template.predicate == "crosses":
            objects = _crossed(objects, scene)
        if template.subject == template.object:  # 中越边界: the first with the second
            return [(subjects[0], subjects[1])] if len(subjects) == 2 else []
        if template.predicate == "borders":
            return self._neighbours(subjects, objects, scene, template)
        if template.predicate in ("portClass", "portMode"):
            subjects = filled.under_their_kind(subjects, objects, scene.annotation)
        if template.predicate == "locatedIn" and _of_several(scene, template):
            return []
        apart = template.predicate == "locatedIn"  # 均在甲市和乙市境内: nobody says which lies where
        couples = _paired(subjects, objects, scene, template, apart)
        if template.predicate == "alias":
            return _names(couples, subjects, objects, scene)
        return couples

    def _neighbours(
        self, subjects: list[Filled], objects: list[Filled], scene: Scene, template: Template
    ) -> list[Couple]:
        """Who borders whom. 与越南高平、河江两省为邻 leaves no doubt, as all lie in one country; of 中缅边境 the one country is
        no neighbour of what lies in it."""
        if _EACH.search(scene.match[0]):
            return _paired(subjects, objects, scene, template, False)
        objects = [o for o in objects if not (isinstance(o.value, Mention) and is_china(o.value))] or objects
        countries = [self._mentions.country_of(o.value) if isinstance(o.value, Mention) else None for o in objects]
        alone = all(countries) and len({c.text for c in countries if c}) == 1
        return _paired(subjects, objects, scene, template, not alone)


def _paired(
    subjects: list[Filled], objects: list[Filled], scene: Scene, template: Template, as_one: bool
) -> list[Couple]:
    as_many = len(subjects) == len(objects)
    facing = as_many and template.predicate in ("counterpart", "hostedBy")  # one port faces one, one town hosts one
    pairwise = template.pairwise or facing or (template.object.slot == "when" and len(objects) > 1)
    annotation, begun = scene.annotation, scene.match.start()
    clause = clause_start(annotation.abstract, begun)  # who acts may stand before the match
    separately = _SEPARATELY.search(
        annotation.abstract, begun if template.object.slot != "who" else clause, scene.match.end()
    )
    if separately and len(subjects) == 1 and _ONE_OF.search(annotation.abstract, clause, begun + 1):
        return []  # 甲、乙铁路分别经过丙、丁: a pattern that takes the last of the list alone
    together = pairing.together(objects, annotation.text) if separately else []
    return pairing.pairs(subjects, objects, pairwise, together, as_one)


def _of_several(scene: Scene, template: Template) -> bool:
    """甲州、乙州共有四个口岸：…: which of them lies where the text does not say."""
    place, holds = template.object.slot, template.subject.slot
    if place not in scene.pattern.slots or holds not in scene.pattern.slots:
        return False
    start, end = scene.match.span(place)
    if scene.match.start(holds) - end <= _ADJACENT or end - start != 1:
        return False
    text = scene.annotation.abstract
    return bool(_LAST_OF_LIST.search(text, 0, start) or _FIRST_OF_LIST.match(text, end))


def _is_faced(place: Filled, scene: Scene) -> bool:
    """《规划》提出面向中亚建设物流中心: where it looks to, and not what it is about."""
    return place.where is not None and bool(_TOWARDS.search(scene.annotation.text, 0, place.where[0]))


def _is_whole(subject: Filled, obj: Filled, scene: Scene) -> bool:
    """占中蒙贸易总额的近七成, 占全省对俄贸易的一半: the whole of which a share is told, and nothing of itself. Of a place
    that is named (占云南对缅贸易的六成) the trade is told."""
    if subject.where is None or obj.where is None or obj.where[0] < subject.where[0]:
        return False
    text, at = scene.annotation.text, subject.where[0]
    named = isinstance(subject.value, Mention) and subject.value.type == "Region" and text[at] != "全"
    return not named and bool(_SHARE_OF.search(text, 0, at))


def _crossed(objects: list[Filled], scene: Scene) -> list[Filled]:
    """What a line crosses, and what that lies in: 北起云南昆明."""
    objects = [
        o for o in objects if not filled.ours(o, scene.annotation) and not filled.of_company(o, scene.annotation)
    ]
    return objects + [replace(o, value=larger) for o in objects for larger in o.around]


def _names(couples: list[Couple], subjects: Sequence[Filled], objects: Sequence[Filled], scene: Scene) -> list[Couple]:
    """Without what can be no name of a thing: one name is none of several things, and what is called short shares a sign."""
    if len(objects) == 1 < len(subjects):
        return []
    if "简称" in scene.match[0]:
        return [(s, o) for s, o in couples if _may_be_short(s, o)]
    return couples


def _may_be_short(subject: Filled, obj: Filled) -> bool:
    """Whether a name may be short for another: it shares a character with it, or is a letter: 甲市、乙市和丙州（简称甲乙）
    is none of the last."""
    if not isinstance(subject.value, Mention) or not isinstance(obj.value, Mention):
        return True
    short = obj.value.text
    return not _HAN.fullmatch(short) or bool(set(short) & set(subject.value.text + "".join(subject.value.surface)))
