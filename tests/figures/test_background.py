"""What the store adds: citations, and the periods of the one source that is named."""

import pytest

from borderkg.errors import FigureError
from borderkg.figures import background
from tests.figures.conftest import Real


def test_the_periods_are_those_of_one_source(real: Real) -> None:
    """One paper's three rounds and another's four stages are never mixed."""
    _, rounds = background.periods(real.store, "历史逻辑与推进方向")
    cited, stages = background.periods(real.store, "西藏边境口岸发展")
    assert [p.label for p in rounds] == ["第一轮沿边开放", "第二轮沿边开放", "第三轮沿边开放"]
    assert len(stages) == 4 and "西藏边境口岸发展" in cited
    assert not {p.iri for p in rounds} & {p.iri for p in stages}


@pytest.mark.parametrize("source", ["", "无此书"])
def test_no_source_or_several_are_told(real: Real, source: str) -> None:
    """The message lists the sources that have periods."""
    with pytest.raises(FigureError, match=r"历史逻辑与推进方向.*西藏边境口岸发展|西藏边境口岸发展.*历史逻辑与推进方向"):
        background.periods(real.store, source)


def test_documents_have_their_citation(real: Real) -> None:
    """Each source of a hop is cited."""
    assert {s for *_, d in real.graph.edges(data=True) for s in d["sources"]} <= set(background.citations(real.store))
