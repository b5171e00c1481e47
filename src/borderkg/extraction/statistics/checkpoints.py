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


def last(annotation: Annotation) -> Span | None:
    """The last checkpoint that a sentence, with its checkpoints as ports, names."""
    if "站" not in annotation.text:
        return None
    told = [s for s in annotation.spans if s.label == "Port" and annotation.text[s.start : s.end].endswith("检查站")]
    told += [s for s in annotation.spans if s.label == "Port" and annotation.text[s.start : s.end].endswith("边检站")]
    return max(told, key=lambda s: s.start, default=None)


def _port(span: Span, known: Reference) -> Span | None:
    if span.label != "Organization" or not _CHECKPOINT.search(span.text) or not span.parts:
        return None
    place = span.parts[0]
    ports = known.named(place.text, "Port") or known.named(place.text.rstrip("市县镇") + "口岸", "Port")
    full = [i.label_zh.rstrip("市县镇") + "口岸" for i in place.individuals[:1]]
    ports = ports or tuple(port for name in full for port in known.named(name, "Port"))  # 二连边检站
    return replace(span, label="Port", text=place.text, individuals=ports, parts=()) if len(ports) == 1 else None
