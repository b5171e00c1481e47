"""The pages of the documentation as blocks, whatever they are written in: an index, a page a topic, one of the schemes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

from borderkg import resources
from borderkg.ontology_docs import diagram, terms
from borderkg.ontology_docs.shapes import Shape, read
from borderkg.ontology_docs.terms import Ontology, Term, Topic
from borderkg.questions import catalogue
from borderkg.questions.uses import Uses
from borderkg.vocabulary import BASE

INDEX: Final = "index"
SCHEMES: Final = "concepts"


@dataclass(frozen=True, slots=True)
class Link:
    """To a `term`, a `topic`, a `scheme`, or a `question`, by its name."""

    text: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Code:
    text: str


Inline: TypeAlias = str | Link | Code
Words: TypeAlias = Sequence[Inline]
Rows: TypeAlias = Sequence[Sequence[Words]]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: Words


@dataclass(frozen=True, slots=True)
class Listed:
    """What is told of a term: each a label and words."""

    entries: Sequence[tuple[str, Words]]


@dataclass(frozen=True, slots=True)
class Table:
    heads: Sequence[str]
    rows: Rows


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    svg: str
    title: str


Block: TypeAlias = Heading | Paragraph | Listed | Table | Picture


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    title: str
    blocks: Sequence[Block]


@cache
def all_pages() -> dict[str, Page]:
    """The pages by name: `index`, the topics, `concepts`."""
    folder = resources.ontology()
    ontology = terms.load()
    pages = _Pages(ontology, Uses(folder), read(folder / "shapes"))
    made = [pages.index(), *(pages.topic(topic) for topic in ontology.topics), pages.schemes()]
    return {page.name: page for page in made}


class _Pages:
    def __init__(self, ontology: Ontology, uses: Uses, shapes: Sequence[Shape]) -> None:
        self._ontology = ontology
        self._uses = uses
        self._shapes = shapes
        self._questions = catalogue.load()

    def index(self) -> Page:
        zh, en = self._ontology.title
        about_zh, about_en = self._ontology.description
        tree = diagram.tree(self._ontology)
        rows: Rows = [
            [
                [Link(topic.zh, "topic", topic.name)],
                [topic.en],
                _joined([self._term(f"bkg:{t.name}") for t in topic.terms]),
            ]
            for topic in self._ontology.topics
        ]
        schemes: Rows = [
            [[Link(scheme.zh, "scheme", scheme.name)], [scheme.en], [str(len(scheme.concepts))]]
            for scheme in self._ontology.schemes
        ]
        blocks: list[Block] = [
            Heading(1, f"{zh} {en}"),
            Paragraph([about_zh]),
            Paragraph([about_en]),
            Listed([
                ("IRI", [Code(BASE + "ontology/")]),
                ("版本 version", [self._ontology.version]),
                ("许可 licence", ["CC BY 4.0"]),
                ("规模 size", [self._size()]),
            ]),
            Heading(2, "类 Classes"),
            Picture("classes", tree, "本体的类 The classes of the ontology"),
            Heading(2, "主题 Topics"),
            Table(("主题", "topic", "术语 terms"), rows),
            Heading(2, "概念表 Concept schemes"),
            Table(("概念表", "scheme", "概念 concepts"), schemes),
        ]  # fmt: skip
        return Page(INDEX, f"{zh} {en}", blocks)

    def _size(self) -> str:
        known = self._ontology.terms.values()
        classes = sum(term.is_class for term in known)
        return f"{classes} 类 classes, {len(known) - classes} 属性 properties, {len(self._shapes)} 形状 shapes"

    def topic(self, topic: Topic) -> Page:
        title = f"{topic.zh} {topic.en}"
        picture = diagram.relations(self._ontology, topic)
        blocks: list[Block] = [Heading(1, title), Paragraph([Link("← 本体 The ontology", "topic", INDEX)])]
        if picture:
            blocks.append(Picture(topic.name, picture, f"类之间的关系 What joins the classes: {title}"))
        for heading, wanted in (("类 Classes", True), ("属性 Properties", False)):
            found = [term for term in topic.terms if term.is_class is wanted]
            if found:
                blocks.append(Heading(2, heading))
            for term in found:
                blocks += self._described(term)
        return Page(topic.name, title, blocks)

    def _described(self, term: Term) -> Iterator[Block]:
        yield Heading(3, f"{term.zh} {term.en}", term.name)
        yield Paragraph([term.definition_zh])
        yield Paragraph([term.definition_en])
        yield Listed([(label, words) for label, words in self._told(term) if words])

    def _told(self, term: Term) -> Iterator[tuple[str, Words]]:
        name = f"bkg:{term.name}"
        yield "术语 term", [Code(name), f" ({term.kind})"]
        yield "上位 is a kind of" if term.is_class else "上位 is narrower than", self._named(term.above)
        if term.is_class:
            known = self._ontology.terms.values()
            yield "下位 its kinds", self._named(f"bkg:{t.name}" for t in known if name in t.above)
            apart = {*term.disjoint, *(f"bkg:{t.name}" for t in known if name in t.disjoint)}
            yield "互斥 disjoint with", self._named(sorted(apart))
            yield "属性 has", self._named(f"bkg:{t.name}" for t in known if name in t.domain)
            yield "为其值 is the value of", self._named(f"bkg:{t.name}" for t in known if name in t.range)
        else:
            yield "定义域 leads from", self._named(term.domain)
            yield "值域 leads to", self._named(term.range)
            yield "概念表 scheme", [Link(term.scheme, "scheme", term.scheme)] if term.scheme else []
            yield "逆属性 inverse", self._named([term.inverse] if term.inverse else [])
            yield "特征 is", [", ".join(term.traits)] if term.traits else []
            for chain in term.chains:
                yield "属性链 follows from", [part for link in chain for part in (" → ", self._term(link))][1:]
        for shape in self._shapes:
            for constraint in shape.constraints:
                if shape.target == name if term.is_class else constraint.path == name:
                    of = constraint.path if term.is_class else shape.target
                    weight = "" if constraint.severity == "Violation" else f" ({constraint.severity})"
                    what = f"{constraint.zh}; {constraint.en}{weight}"
                    yield "形状 shape", [self._term(of), f": {what}"] if of else [what]
        yield "问题 questions", _joined([self._asked(q) for q in self._uses.questions(name) if q in self._questions])

    def _asked(self, name: str) -> Link:
        question = self._questions[name]
        return Link(f"{name.partition('-')[0]} {question.summary_zh}", "question", name)

    def _named(self, names: Iterable[str]) -> Words:
        return _joined([self._term(name) for name in names])

    def _term(self, name: str) -> Inline:
        local = name.removeprefix("bkg:")
        return Link(local, "term", local) if name.startswith("bkg:") and local in self._ontology.terms else Code(name)

    def schemes(self) -> Page:
        blocks: list[Block] = [
            Heading(1, "概念表 Concept schemes"),
            Paragraph([Link("← 本体 The ontology", "topic", INDEX)]),
        ]
        for scheme in self._ontology.schemes:
            used = [f"bkg:{t.name}" for t in self._ontology.terms.values() if t.scheme == scheme.name]
            told: list[tuple[str, Words]] = [
                ("IRI", [Code(f"bkc:{scheme.name}")]),
                ("用于 values of", self._named(used)),
            ]
            rows: Rows = [
                [[c.label_zh], [c.label_en], [Code("bkc:" + c.iri.rsplit("/", 1)[-1])]] for c in scheme.concepts
            ]
            blocks += [
                Heading(2, f"{scheme.zh} {scheme.en}", scheme.name),
                Listed([(label, words) for label, words in told if words]),
                Table(("名称", "label", "IRI"), rows),
            ]
        return Page(SCHEMES, "概念表 Concept schemes", blocks)


def _joined(words: Sequence[Inline]) -> Words:
    return [part for word in words for part in (", ", word)][1:]
