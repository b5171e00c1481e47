"""A sentence with its spans: a span without characters is put in where a sentence made anew would have it."""

import pytest

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.span import Span

TEXT = "瑞丽口岸位于云南,1978年开放,2000年扩大"


def topic(at: int) -> Span:
    return Span(at, at, "Topic", "", "here")


def annotated(*topics: int) -> Annotation:
    spans = [Span(0, 4, "Port", "瑞丽口岸", "here"), Span(6, 8, "Region", "云南", "here"), *map(topic, topics)]
    return Annotation(TEXT, sorted(spans, key=lambda s: (s.start, s.end)))


@pytest.mark.parametrize("places", [(0,), (4,), (6,), (9,), (len(TEXT),), (9, 17), (17, 9), (9, 9)])
def test_an_empty_span_stands_where_a_new_sentence_has_it(places: tuple[int, ...]) -> None:
    annotation = annotated()
    for at in places:
        annotation = annotation.with_empty(topic(at))
    assert annotation == annotated(*places)
    assert list(annotation.at) == sorted(annotation.at)


def test_the_sentence_itself_is_left_as_it_is() -> None:
    annotation = annotated()
    annotation.with_empty(topic(9))
    assert annotation == annotated()
    assert MARKS["Topic"] not in annotation.abstract
