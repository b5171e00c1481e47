"""The letters that stand for the countries across the border."""

from typing import Final

NEIGHBOURS: Final = "俄蒙朝越缅老哈吉塔阿巴印尼"
"""In running text; 不 for Bhutan is too common a word."""

THEIR_SIDE: Final = f"[{NEIGHBOURS}苏]方"
"""俄方, 越方; 苏方 of the Soviet side."""
