"""Checkpoints tell of the port at which they stand: 磨憨出入境边防检查站查验出入境人员20万人次."""

import re
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.span import Span
from borderkg.records import replace
from borderkg.reference import Reference

_CHECKPOINT: Final = re.compile("边防检查站|边检站")


def as_ports(annotation: Annotation, known: Reference) -> Annotation:
    """The sentence with each checkpoint of a known port as that port."""
    if not _CHECKPOINT.search(annotation.text):
        return annotation
    return Annotation(annotation.text, [_port(span, known) or span for span in annotation.spans])


def _port(span: Span, known: Reference) -> Span | None:
    if span.label != "Organization" or not _CHECKPOINT.search(span.text) or not span.parts:
        return None
    place = span.parts[0]
    ports = known.named(place.text, "Port") or known.named(place.text.rstrip("市县镇") + "口岸", "Port")
    return replace(span, label="Port", text=place.text, individuals=ports, parts=()) if len(ports) == 1 else None
