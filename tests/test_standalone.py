"""The head of a page that stands alone."""

import hashlib
import re
from base64 import b64encode

import pytest

from borderkg import standalone

STYLE, SCRIPT = "p { color: #333 }", "alert('口岸')"


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("script", ["", SCRIPT])
def test_the_policy_allows_its_own_style_and_script_alone(script: str) -> None:
    """By their hashes; without a script none may run, and nothing else may be fetched or sent."""
    (policy,) = re.findall(
        'Content-Security-Policy" content="([^"]*)"', standalone.head("谱系", "zh-Hans", STYLE, script)
    )
    allowed = {name: values for name, *values in (part.split() for part in policy.split("; "))}
    assert allowed.pop("script-src", []) == ([hashed(SCRIPT)] if script else [])
    none = ["'none'"]
    assert allowed == {
        "default-src": none,
        "style-src": [hashed(STYLE)],
        "base-uri": none,
        "form-action": none,
    }


def test_a_title_is_text() -> None:
    """Markup in it is shown, not read."""
    assert "<title>&lt;script&gt;</title>" in standalone.head("<script>", "en", STYLE)
