"""A figure as JSON, for a page that makes its elements itself."""

from typing import Any
from xml.etree import ElementTree

from borderkg.figures import screen, svg
from borderkg.figures.drawing import Options, draw
from tests.figures import factory

_NAMESPACE = "{http://www.w3.org/2000/svg}"


def flat(part: list[Any]) -> list[tuple[str, dict[str, str], str]]:
    """An element and those within it: name, attributes, text."""
    name, attributes, inner = part
    if isinstance(inner, str):
        return [(name, attributes, inner)]
    return [(name, attributes, ""), *(one for child in inner for one in flat(child))]


def test_the_elements_are_those_of_the_svg() -> None:
    """In the same order, with the same attributes and words: what a page draws is what is printed."""
    drawn = draw(factory.made(40), Options())
    root = ElementTree.fromstring(svg.write(drawn.scene))  # noqa: S314 - our own text, and no entity is declared in it
    printed = [(e.tag.removeprefix(_NAMESPACE), e.attrib, (e.text or "").strip()) for e in root.iter()]
    made = [one for part in screen.scene(drawn.scene)["parts"] for one in flat(part)]
    assert made == printed[4:]  # after the document, its title, description and paper


def test_a_drawing_without_a_caption_has_it_beside() -> None:
    """Its words are given, but not drawn; the figure is that much lower."""
    whole, bare = (
        screen.drawing(draw(factory.made(5), options), options) for options in (Options(), Options(captioned=False))
    )
    assert bare["caption"] == whole["caption"]
    assert bare["height"] < whole["height"]
    assert whole["caption"][:10] in str(whole["parts"])
    assert whole["caption"][:10] not in str(bare["parts"])


def test_a_link_says_which_way_its_relation_reads() -> None:
    """`issuedBy` is said of the later, `establishes` of the earlier."""
    graph = factory.made(40)
    made = screen.drawing(draw(graph, Options()), Options())
    relations = {(tail, head): data["relation"] for tail, head, data in graph.edges(data=True)}
    read = {relations[link["tail"], link["head"]]: link["back"] for link in made["links"] if link["count"] == 1}
    assert {name: read[name] for name in ("issuedBy", "establishes")} == {"issuedBy": True, "establishes": False}
