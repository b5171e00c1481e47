"""Findings as one HTML page: both passages side by side with the words marked, in Chinese and English.

The page stands alone (`borderkg.standalone`) and has no script. Every text is escaped.
"""

from collections.abc import Sequence
from html import escape
from typing import Final

from borderkg import standalone
from borderkg.findings.reading import Disagreement, Side
from borderkg.findings.writing import shown
from borderkg.graph.locator import Locator

_STYLE: Final = """
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; max-width: 76rem; margin: 0 auto; padding: 1rem; color: #1b1b1b }
section { border: 1px solid #c8c8c8; border-radius: 6px; padding: 0 1rem 1rem; margin: 1rem 0 }
h2 { font-size: 1.1rem } p { margin: .3rem 0 } .quiet { color: #555; font-size: .9rem }
.contradiction { border-left: 6px solid #b3261e }
.doubt { border-left: 6px solid #a15c00 } .note { border-left: 6px solid #4a6572 }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem }
blockquote { margin: .5rem 0; padding: .5rem; background: #f5f5f2; overflow-wrap: anywhere } mark { background: #ffe08a }
"""
_SEVERITIES: Final = {"contradiction": "矛盾", "doubt": "存疑", "note": "说明"}
_RANKS: Final = {"preferred": "首选", "normal": "普通", "deprecated": "弃用"}


def page(found: Sequence[Disagreement], title: str, title_zh: str) -> str:
    """The whole page, UTF-8 when encoded."""
    body = "".join(map(_section, found)) or "<p>没有发现。</p>\n<p lang='en'>Nothing was found.</p>\n"
    return (
        f"{standalone.head(f'{title_zh} · {title}', 'zh-Hans', _STYLE)}<body>\n"
        f"<h1>{escape(title_zh)} <span lang='en'>{escape(title)}</span></h1>\n"
        f"<p class='quiet'>{len(found)} 项 · <span lang='en'>{len(found)} findings</span></p>\n{body}</body>\n</html>\n"
    )


def _section(found: Disagreement) -> str:
    computed = f"<p><code>{escape(found.computation)}</code></p>\n" if found.computation else ""
    return (
        f'<section class="{escape(found.severity)}">\n'
        f"<h2>{_SEVERITIES[found.severity]}：{escape(found.kind_zh)} "
        f"<span lang='en' class='quiet'>{escape(found.severity)}: {escape(found.kind_en)}</span></h2>\n"
        f"<p>{escape(found.reason_zh)}</p>\n<p lang='en' class='quiet'>{escape(found.reason)}</p>\n"
        f"{computed}{_proposal(found)}"
        f'<div class="sides">\n{"".join(map(_side, found.sides))}</div>\n</section>\n'
    )


def _proposal(found: Disagreement) -> str:
    preferred = "、".join(dict.fromkeys(shown(side) for side in found.sides if side.proposed == "prefers"))
    if not preferred:
        return ""
    return (
        f"<p>建议首选 {escape(preferred)}：{escape(found.rule_reason_zh)}</p>\n"
        f"<p lang='en' class='quiet'>Preferred: {escape(preferred)} ({escape(found.rule)}): {escape(found.rule_reason)}</p>\n"
    )


def _side(side: Side) -> str:
    about = " · ".join(filter(None, (side.subject, side.indicator or side.predicate, side.time)))
    rank = f"<span class='quiet'>{_RANKS[side.rank]} <span lang='en'>{escape(side.rank)}</span></span>"
    return (
        f"<div>\n<p><strong>{escape(shown(side))}</strong> {rank}</p>\n<p>{escape(about)}</p>\n{_passage(side)}"
        f"<p class='quiet'>{escape(side.citation)} {_where(side.where)}</p>\n</div>\n"
    )


def _where(where: Locator) -> str:
    if where.zh == where.en:
        return escape(where.zh)
    return f"{escape(where.zh)} · <span lang='en'>{escape(where.en)}</span>"


def _passage(side: Side) -> str:
    if side.passage is None:
        return "<p class='quiet'>原文未附 · <span lang='en'>the text is not at hand</span></p>\n"
    before, words, after = (escape(text) for text in (side.passage.before, side.passage.words, side.passage.after))
    return f"<blockquote>…{before}<mark>{words}</mark>{after}…</blockquote>\n"
