"""The diagrams are well-formed SVG in which every class and property can be read: no box covers another."""

import itertools

import pytest
from lxml import etree

from borderkg.ontology_docs import diagram, terms

ONTOLOGY = terms.load()
JOINING = [topic for topic in ONTOLOGY.topics if diagram.relations(ONTOLOGY, topic)]
SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float]


def drawn(svg: str) -> tuple[list[Box], set[str], Box]:
    """The boxes (left, top, right, bottom), the words in them, and the frame of the picture."""
    root = etree.fromstring(svg.encode())
    boxes = []
    for shape in root.find(f"{SVG}g").iter(f"{SVG}rect"):
        x, y, width, height = (float(shape.get(name)) for name in ("x", "y", "width", "height"))
        boxes.append((x, y, x + width, y + height))
    right, bottom = (float(size) for size in root.get("viewBox").split()[2:])
    return boxes, {text.text for text in root.iter(f"{SVG}text")}, (0.0, 0.0, right, bottom)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize(
    "svg",
    [diagram.tree(ONTOLOGY), *(diagram.relations(ONTOLOGY, topic) for topic in JOINING)],
    ids=["tree", *(topic.name for topic in JOINING)],
)
def test_no_box_covers_another_and_all_lie_within(svg: str) -> None:
    """Rectangles are apart from each other and inside the picture."""
    boxes, _, frame = drawn(svg)
    assert boxes and not [pair for pair in itertools.combinations(boxes, 2) if overlap(*pair)]
    assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= frame[2] and box[3] <= frame[3] for box in boxes)


def test_every_class_is_in_the_tree() -> None:
    """By both its labels."""
    _, words, _ = drawn(diagram.tree(ONTOLOGY))
    assert words == {f"{term.zh} {term.en}" for term in ONTOLOGY.terms.values() if term.is_class}


@pytest.mark.parametrize("topic", JOINING, ids=lambda topic: topic.name)
def test_every_relation_of_a_topic_is_drawn(topic: terms.Topic) -> None:
    """Each object property of a topic, and each class that it joins."""
    _, words, _ = drawn(diagram.relations(ONTOLOGY, topic))
    joining = [term for term in topic.terms if term.kind == "object property"]
    assert joining and {f"{term.zh} {term.name}" for term in joining} <= words
    ends = {name.removeprefix("bkg:") for term in joining for name in (*term.domain, *term.range)}
    assert ends <= words | {"Thing"}


def test_a_topic_that_joins_nothing_has_none() -> None:
    """A topic of classes alone has no diagram."""
    alone = next(topic for topic in ONTOLOGY.topics if all(term.kind != "object property" for term in topic.terms))
    assert diagram.relations(ONTOLOGY, alone) == ""
