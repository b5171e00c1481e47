"""Random texts for property tests: fragments that such texts are made of, in any order, so that rare seams occur often."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

steady = settings(
    deadline=None, derandomize=True, max_examples=150, suppress_health_check=[HealthCheck.too_slow], database=None
)
"""The same examples on every run, however slow the machine."""

WORDS = (
    *("口岸", "边境贸易", "沿边地区", "进出口总额", "满洲里", "广西", "合计", "全国", "国务院", "中国", "东盟", "规划"),
    *("第", "届", "次", "大", "会议", "个", "家", "条", "亿", "万", "元", "美元", "吨", "人", "公里", "倍", "多", "余"),
    *("年", "月", "日", "世纪", "年代", "初", "末", "至", "到", "从", "同年", "次年", "约", "超过", "不足", "以上"),
    *("一", "二", "三", "五", "十", "百", "千", "两", "零", "〇", "十四五", "“十三五”", "一半"),
)
NUMBERS = ("1", "5", "12", "56", "80", "1992", "2006", "2017", "2020", "3.5", "66.", "1,234", "１９９２", "．", "％")
MARKS = (
    *tuple("，。；：、！？（）《》“”〈〉—-－~～%‰/|*①②[]…·．.,;:!?()"),
    "<sup>",
    "</sup>",
    "**",
    "#",
    "表1 ",
    "图 2 ",
)
BLANKS = (" ", "\u3000", "\t", "\u00a0", "\u200b", "\ufeff")
BREAKS = ("\n", "\n\n", "\r\n", "\r", "\f", "\u2028")

phrases = st.lists(st.sampled_from([*WORDS, *NUMBERS, *MARKS]), max_size=30).map("".join)
"""Running text without blanks, as the normaliser hands it on."""

texts = st.lists(st.sampled_from([*WORDS, *NUMBERS, *MARKS, *BLANKS, *BREAKS]), max_size=60).map("".join) | st.text()
"""Anything a file may hold."""
