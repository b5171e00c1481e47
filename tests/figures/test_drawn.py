"""The figures of a store: each form, with what the store adds."""

import pytest

from borderkg.figures.drawn import FORMATS, diffusion_figure, lineage_figure
from borderkg.lineage import diffusion
from tests.figures.conftest import Real, real

__all__ = ["real"]

_BEGINNING = {"svg": b"<svg ", "pdf": b"%PDF-", "html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize("form", FORMATS)
def test_each_form_is_written(real: Real, form: str) -> None:
    """The bytes of a form begin as that form does; text forms cite the sources, the periods' one and the version."""
    written = lineage_figure(
        real.graph, real.store, form, title="谱系", periods="历史逻辑与推进方向", as_of="2012-07-01"
    )
    assert written.startswith(_BEGINNING[form])
    if form != "pdf":
        text = written.decode()
        assert real.store.version.name in text and "第一轮沿边开放" in text
        assert "分期据：" in text


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_the_panels_are_written(real: Real, form: str) -> None:
    """As SVG and PDF."""
    written = diffusion_figure(diffusion.diffusion(real.store.engine, "重点开发开放试验区"), real.store, form)
    assert written.startswith(_BEGINNING[form])
