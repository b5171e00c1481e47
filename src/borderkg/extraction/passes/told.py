"""What sentences tell of other places of their text: of all ports of a place, and of the figures of tables."""

from dataclasses import dataclass, field
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse.governing import Locate
from borderkg.extraction.passes.marked import Marked
from borderkg.extraction.relations import universals
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.statement import Mention
from borderkg.extraction.tables import superlatives, verdicts

_HOLDERS: Final = ("Region", "Platform", "Port", "TradeZone")


@dataclass
class Told:
    leads: set[int]
    """Where the paragraphs begin that lead to tables."""
    of_all: list[universals.Universal] = field(default_factory=list)
    of_tables: list[superlatives.Heard] = field(default_factory=list)
    spoken_of: dict[int, Mention] = field(default_factory=dict)
    """What the last sentence of each of them is about."""

    def hear(self, annotation: Annotation, mentions: Mentions, locate: Locate) -> None:
        self.of_all += universals.find(annotation, mentions, locate)
        if superlatives.MAYBE.search(annotation.text) or verdicts.MAYBE.search(annotation.text):
            self.of_tables.append((annotation, locate))

    def lead(self, marked: Marked, mentions: Mentions) -> None:
        """Note the place, zone or port that the last sentence of a paragraph speaks of first, where a table follows."""
        spans = marked.resolved[-1].spans if marked.resolved and marked.block.start in self.leads else []
        named = (span.antecedents[0].span if span.label == "Topic" else span for span in spans)
        holder = next((span for span in named if span.label in _HOLDERS), None)
        if holder:
            self.spoken_of[marked.block.start] = mentions.of(holder)[0]
